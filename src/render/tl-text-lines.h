/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-text.h"

G_BEGIN_DECLS

/* Part of a line in one style. */
typedef struct
{
  char *string;
  gboolean is_suffix;
} TlTextPiece;

/* A line as it was broken, with an ellipsis where the rest was left out. Lengths in map units, from
 * the origin of the layout. */
typedef struct
{
  GArray *pieces; /* of TlTextPiece, in the order of reading */
  double x;       /* the left end */
  double width;
  double baseline;
  gboolean is_rtl;
} TlTextLine;

GPtrArray *tl_text_list_lines (PangoLayout *layout);

G_END_DECLS

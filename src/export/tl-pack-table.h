/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-pack.h"

G_BEGIN_DECLS

/* A column of a table that fills the width of a page. */
typedef struct
{
  const char *label; /* to be translated; NULL for none */
  double share;      /* of the width of the table */
} TlPackColumn;

TlRect
tl_pack_table_get_cell (const TlPackColumn *columns, guint n_columns, guint column, TlRect row);
TlRect tl_pack_table_draw_head (const TlPack *pack,
                                const TlPackColumn *columns,
                                guint n_columns,
                                TlRect body);

G_END_DECLS

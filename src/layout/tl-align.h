/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-geometry.h"

G_BEGIN_DECLS

/* To what part of all of them rectangles are moved. */
typedef enum
{
  TL_ALIGN_TO_LEFT,
  TL_ALIGN_TO_CENTRE,
  TL_ALIGN_TO_RIGHT,
  TL_ALIGN_TO_TOP,
  TL_ALIGN_TO_MIDDLE,
  TL_ALIGN_TO_BOTTOM,
  TL_N_ALIGN_TO,
} TlAlignTo;

void tl_align_rects (TlAlignTo to, const TlRect *rects, guint n, TlPoint *corners);
void tl_distribute_rects (gboolean is_vertical,
                          const TlRect *rects,
                          guint n,
                          double least_gap,
                          TlPoint *corners);

G_END_DECLS

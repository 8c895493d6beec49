/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-geometry.h"

G_BEGIN_DECLS

/* A line that shows with what something lies level. */
typedef struct
{
  gboolean is_vertical;
  double at;   /* where it crosses the other axis */
  double from; /* along its own */
  double to;
} TlGuide;

/* What draws a rectangle that is moved. */
typedef struct
{
  TlPoint shift; /* from where it was let to be */
  TlGuide guides[2];
  guint n_guides;
} TlSnap;

TlSnap tl_snap_rect (TlRect rect, const TlRect *others, guint n_others, double reach, double grid);

G_END_DECLS

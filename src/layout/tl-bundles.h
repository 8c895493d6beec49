/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-geometry.h"

G_BEGIN_DECLS

/* The way of a link across the gap between two columns, from left to right. */
typedef struct
{
  int card;                /* whose links it may be bundled with */
  gboolean starts_at_card; /* if so, where on the side of the card is to be found as well */
  gboolean is_bundled;     /* found: it has a rail */
  TlPoint from;
  TlPoint to;
  double rail; /* found: where it runs up or down, in map units from the left of the map */
} TlStretch;

void tl_bundles_find (TlStretch *stretches, int n);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  TL_SIDE_LEFT,
  TL_SIDE_RIGHT,
  TL_SIDE_TOP,
  TL_SIDE_BOTTOM,
} TlSide;

/* One end of a link. */
typedef struct
{
  int card;
  TlSide side;
  double toward; /* where what the link leads to lies along that side */
  TlPoint at;    /* where it touches the card: to be found */
} TlPort;

void tl_ports_spread (TlPort *ports, int n_ports, const TlRect *cards, double gap);

static inline gboolean
tl_side_is_upright (TlSide side)
{
  return side == TL_SIDE_TOP || side == TL_SIDE_BOTTOM;
}

G_END_DECLS

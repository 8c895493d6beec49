/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-ports.h"

#include <stdlib.h>

/* Ports keep to the middle part of a side, away from the round corners. */
#define USABLE_SHARE 0.5

static int
compare_ports (const void *a, const void *b)
{
  const TlPort *p = *(TlPort *const *) a;
  const TlPort *q = *(TlPort *const *) b;

  if (p->card != q->card)
    return p->card < q->card ? -1 : 1;
  if (p->side != q->side)
    return p->side < q->side ? -1 : 1;
  if (p->toward < q->toward || p->toward > q->toward)
    return p->toward < q->toward ? -1 : 1;
  return p < q ? -1 : 1;
}

static TlPoint
get_middle (TlRect card, TlSide side)
{
  TlPoint middle = tl_rect_get_center (card);

  switch (side)
    {
    case TL_SIDE_LEFT:
      middle.x = card.x;
      break;
    case TL_SIDE_RIGHT:
      middle.x = card.x + card.width;
      break;
    case TL_SIDE_TOP:
      middle.y = card.y;
      break;
    case TL_SIDE_BOTTOM:
      middle.y = card.y + card.height;
      break;
    }
  return middle;
}

static void
spread_side (TlPort **ports, int n, TlRect card, double gap)
{
  TlSide side = ports[0]->side;
  double length = tl_side_is_upright (side) ? card.width : card.height;
  double step = n > 1 ? MIN (gap, length * USABLE_SHARE / (n - 1)) : 0;

  for (int i = 0; i < n; i++)
    {
      double shift = (i - (n - 1) / 2.0) * step;

      ports[i]->at = get_middle (card, side);
      if (tl_side_is_upright (side))
        ports[i]->at.x += shift;
      else
        ports[i]->at.y += shift;
    }
}

/**
 * tl_ports_spread:
 * @ports: (inout) (array length=n_ports): the ends of all links
 * @n_ports: their number
 * @cards: (array): the rectangle of each card
 * @gap: the distance between links at a side, at most
 *
 * Lets links leave and enter each side of a card in the order of what they lead to, around its
 * middle, so that they do not cross where they touch it.
 */
void
tl_ports_spread (TlPort *ports, int n_ports, const TlRect *cards, double gap)
{
  g_autofree TlPort **sorted = g_new (TlPort *, MAX (n_ports, 1));

  for (int i = 0; i < n_ports; i++)
    sorted[i] = &ports[i];
  qsort (sorted, (gsize) n_ports, sizeof *sorted, compare_ports);
  for (int from = 0, to = 0; from < n_ports; from = to)
    {
      int card = sorted[from]->card;

      while (to < n_ports && sorted[to]->card == card && sorted[to]->side == sorted[from]->side)
        to++;
      spread_side (sorted + from, to - from, cards[card], gap);
    }
}

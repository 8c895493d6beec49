/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-align.h"

/* A rectangle along one of the axes. */
typedef struct
{
  double start;
  double length;
  guint index;
} Span;

static TlRect
get_union (const TlRect *rects, guint n)
{
  TlRect all = rects[0];

  for (guint i = 1; i < n; i++)
    all = tl_rect_union (all, rects[i]);
  return all;
}

static TlPoint
align_one (TlAlignTo to, TlRect rect, TlRect all)
{
  switch (to)
    {
    case TL_ALIGN_TO_LEFT:
      return tl_point (all.x, rect.y);
    case TL_ALIGN_TO_CENTRE:
      return tl_point (all.x + (all.width - rect.width) / 2, rect.y);
    case TL_ALIGN_TO_RIGHT:
      return tl_point (all.x + all.width - rect.width, rect.y);
    case TL_ALIGN_TO_TOP:
      return tl_point (rect.x, all.y);
    case TL_ALIGN_TO_MIDDLE:
      return tl_point (rect.x, all.y + (all.height - rect.height) / 2);
    case TL_ALIGN_TO_BOTTOM:
      return tl_point (rect.x, all.y + all.height - rect.height);
    case TL_N_ALIGN_TO:
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_align_rects:
 * @to: to what part of all of them
 * @rects: (array length=n): rectangles
 * @n: how many
 * @corners: (out caller-allocates) (array length=n): where the upper left corner of each goes
 *
 * Moves rectangles along one axis, so that their edges or middles lie on a line.
 */
void
tl_align_rects (TlAlignTo to, const TlRect *rects, guint n, TlPoint *corners)
{
  TlRect all;

  if (n == 0)
    return;
  all = get_union (rects, n);
  for (guint i = 0; i < n; i++)
    corners[i] = align_one (to, rects[i], all);
}

/* By their middles; what is level keeps its order. */
static gint
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *first = a;
  const Span *second = b;
  double middles[] = { first->start + first->length / 2, second->start + second->length / 2 };

  if (middles[0] != middles[1])
    return middles[0] < middles[1] ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

static GArray *
list_spans (gboolean is_vertical, const TlRect *rects, guint n)
{
  GArray *spans = g_array_sized_new (FALSE, FALSE, sizeof (Span), n);

  for (guint i = 0; i < n; i++)
    {
      Span span = { is_vertical ? rects[i].y : rects[i].x,
                    is_vertical ? rects[i].height : rects[i].width, i };

      g_array_append_val (spans, span);
    }
  g_array_sort (spans, compare_spans);
  return spans;
}

/**
 * tl_distribute_rects:
 * @is_vertical: from top to bottom, not from left to right
 * @rects: (array length=n): rectangles
 * @n: how many
 * @least_gap: what there has to be between two of them
 * @corners: (out caller-allocates) (array length=n): where the upper left corner of each goes
 *
 * Moves rectangles along one axis, so that the gaps between them are the same. The first stays, and
 * so does the last, unless there is too little room between the two.
 */
void
tl_distribute_rects (gboolean is_vertical,
                     const TlRect *rects,
                     guint n,
                     double least_gap,
                     TlPoint *corners)
{
  g_autoptr (GArray) spans = list_spans (is_vertical, rects, n);
  const Span *first = n > 0 ? &g_array_index (spans, Span, 0) : NULL;
  const Span *last = n > 0 ? &g_array_index (spans, Span, n - 1) : NULL;
  double lengths = 0;
  double gap, at;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    lengths += g_array_index (spans, Span, i).length;
  gap = n > 1 ? (last->start + last->length - first->start - lengths) / (n - 1) : 0;
  gap = MAX (gap, least_gap);
  at = first->start;
  for (guint i = 0; i < n; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);
      TlRect rect = rects[span->index];

      corners[span->index] = is_vertical ? tl_point (rect.x, at) : tl_point (at, rect.y);
      at += span->length + gap;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-bundles.h"

#include <math.h>
#include <stdlib.h>

/* What leads less far up or down, in widths of the gap, is drawn as one curve. */
#define SHORT_SHARE 1.75

#define RAIL_PITCH 6.0   /* between two rails, at most */
#define MARGIN_SHARE 0.2 /* of the gap, on both of its sides, that rails keep to the cards */
#define CLEARANCE 24.0   /* between the ends of two trunks on one rail */
#define MAX_TRACKS 24    /* of a gap; beyond, trunks lie over each other */

/* The stretches of a card that lead up, or those that lead down: they share a rail. */
typedef struct
{
  int first; /* of the sorted stretches */
  int end;
  double x; /* where the gap begins */
  double top;
  double bottom;
  gboolean is_down;
  int track;
} Trunk;

/* Tracks beside each other, and how far down each is taken. */
typedef struct
{
  int n;
  double bottoms[MAX_TRACKS];
} Tracks;

static gboolean
is_down (const TlStretch *stretch)
{
  return stretch->to.y > stretch->from.y;
}

static int
compare_numbers (double a, double b)
{
  return (a > b) - (a < b);
}

static int
compare_stretches (const void *a, const void *b)
{
  const TlStretch *p = *(TlStretch *const *) a;
  const TlStretch *q = *(TlStretch *const *) b;

  if (p->from.x != q->from.x)
    return compare_numbers (p->from.x, q->from.x);
  if (p->card != q->card)
    return p->card < q->card ? -1 : 1;
  if (is_down (p) != is_down (q))
    return is_down (p) ? 1 : -1;
  return p < q ? -1 : 1;
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  const Trunk *p = a;
  const Trunk *q = b;

  if (p->x != q->x)
    return compare_numbers (p->x, q->x);
  if (p->top != q->top)
    return compare_numbers (p->top, q->top);
  return p->first < q->first ? -1 : 1;
}

static gboolean
is_long (const TlStretch *stretch)
{
  double gap = stretch->to.x - stretch->from.x;

  return gap > 0 && fabs (stretch->to.y - stretch->from.y) > gap * SHORT_SHARE;
}

static TlStretch **
sort_long (TlStretch *stretches, int n, int *n_long)
{
  TlStretch **sorted = g_new (TlStretch *, n + 1);

  *n_long = 0;
  for (int i = 0; i < n; i++)
    {
      stretches[i].is_bundled = is_long (&stretches[i]);
      if (stretches[i].is_bundled)
        sorted[(*n_long)++] = &stretches[i];
    }
  qsort (sorted, (gsize) *n_long, sizeof *sorted, compare_stretches);
  return sorted;
}

static gboolean
is_same_trunk (const TlStretch *a, const TlStretch *b)
{
  return a->from.x == b->from.x && a->card == b->card && is_down (a) == is_down (b);
}

/* Those that begin at the card begin there at one point, in the middle of where they would. */
static void
join (TlStretch **stretches, int n)
{
  double sum = 0;
  int n_joined = 0;

  for (int i = 0; i < n; i++)
    if (stretches[i]->starts_at_card)
      {
        sum += stretches[i]->from.y;
        n_joined++;
      }
  for (int i = 0; i < n; i++)
    if (stretches[i]->starts_at_card)
      stretches[i]->from.y = sum / n_joined;
}

static GArray *
make_trunks (TlStretch **sorted, int n)
{
  GArray *trunks = g_array_new (FALSE, FALSE, sizeof (Trunk));

  for (int from = 0, to = 0; from < n; from = to)
    {
      Trunk trunk = {
        from, from, sorted[from]->from.x, G_MAXDOUBLE, -G_MAXDOUBLE, is_down (sorted[from]), 0
      };

      while (to < n && is_same_trunk (sorted[from], sorted[to]))
        {
          trunk.top = MIN (trunk.top, MIN (sorted[to]->from.y, sorted[to]->to.y));
          trunk.bottom = MAX (trunk.bottom, MAX (sorted[to]->from.y, sorted[to]->to.y));
          to++;
        }
      trunk.end = to;
      join (sorted + from, to - from);
      g_array_append_val (trunks, trunk);
    }
  g_array_sort (trunks, compare_tops);
  return trunks;
}

static gboolean
is_free (const Tracks *tracks, int track, double top)
{
  return tracks->bottoms[track] + CLEARANCE < top;
}

/* Returns how many trunks run beside each other at most. */
static int
count_tracks (const Trunk *trunks, int n)
{
  Tracks tracks = { 0 };

  for (int t = 0; t < n; t++)
    {
      int track = 0;

      while (track < tracks.n && !is_free (&tracks, track, trunks[t].top))
        track++;
      if (track == MAX_TRACKS)
        return MAX_TRACKS;
      tracks.n = MAX (tracks.n, track + 1);
      tracks.bottoms[track] = trunks[t].bottom;
    }
  return tracks.n;
}

/* What leads up goes as far to the left as there is room, and what leads down to the right: so the
 * way from a card to its rail crosses few others. */
static int
choose_track (const Tracks *tracks, const Trunk *trunk)
{
  int soonest = 0;

  for (int i = 0; i < tracks->n; i++)
    {
      int track = trunk->is_down ? tracks->n - 1 - i : i;

      if (is_free (tracks, track, trunk->top))
        return track;
      if (tracks->bottoms[track] < tracks->bottoms[soonest])
        soonest = track;
    }
  return soonest;
}

static void
lay_rail (const Trunk *trunk, int n_tracks, TlStretch **sorted)
{
  for (int i = trunk->first; i < trunk->end; i++)
    {
      TlStretch *stretch = sorted[i];
      double gap = stretch->to.x - stretch->from.x;
      double room = gap * (1 - 2 * MARGIN_SHARE);
      double pitch = n_tracks > 1 ? MIN (RAIL_PITCH, room / (n_tracks - 1)) : 0;

      stretch->rail = stretch->from.x + gap / 2 + (trunk->track - (n_tracks - 1) / 2.0) * pitch;
    }
}

/* For trunks that run beside others, directly or in turn. */
static void
lay_rails (Trunk *trunks, int n, TlStretch **sorted)
{
  Tracks tracks = { .n = count_tracks (trunks, n) };

  for (int i = 0; i < tracks.n; i++)
    tracks.bottoms[i] = -G_MAXDOUBLE;
  for (int t = 0; t < n; t++)
    {
      trunks[t].track = choose_track (&tracks, &trunks[t]);
      tracks.bottoms[trunks[t].track] = trunks[t].bottom;
      lay_rail (&trunks[t], tracks.n, sorted);
    }
}

/**
 * tl_bundles_find:
 * @stretches: (inout) (array length=n): the ways of all links across gaps
 * @n: their number
 *
 * Bundles the links of a card that lead far up, and those that lead far down: they leave the card
 * as one and run along one rail in the gap, from which each turns off where it has to. Rails that
 * lie beside each other keep a distance, as long as the gap has room for it. Takes linear time, but
 * for sorting.
 */
void
tl_bundles_find (TlStretch *stretches, int n)
{
  int n_long;
  g_autofree TlStretch **sorted = sort_long (stretches, n, &n_long);
  g_autoptr (GArray) all = make_trunks (sorted, n_long);
  Trunk *trunks = (Trunk *) (void *) all->data;
  int n_trunks = (int) all->len;

  for (int from = 0, to = 0; from < n_trunks; from = to)
    {
      double bottom = trunks[from].bottom;

      while (to < n_trunks && trunks[to].x == trunks[from].x
             && trunks[to].top <= bottom + CLEARANCE)
        {
          bottom = MAX (bottom, trunks[to].bottom);
          to++;
        }
      lay_rails (trunks + from, to - from, sorted);
    }
}

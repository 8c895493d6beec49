/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-snap.h"

#include <math.h>

#define N_LINES 3 /* of a rectangle along an axis: start, middle, end */

/* The best that was found along one axis. */
typedef struct
{
  double shift;
  double line;
  double distance; /* to the rectangle whose line it is */
  TlRect other;
  gboolean is_found;
} Match;

static void
get_lines (TlRect rect, gboolean is_x, double lines[N_LINES])
{
  double start = is_x ? rect.x : rect.y;
  double length = is_x ? rect.width : rect.height;

  for (guint i = 0; i < N_LINES; i++)
    lines[i] = start + length * i / (N_LINES - 1);
}

/* How far the two lie apart, along the line that they would share. */
static double
get_distance (TlRect a, TlRect b, gboolean is_x)
{
  double gap = is_x ? MAX (b.y - a.y - a.height, a.y - b.y - b.height)
                    : MAX (b.x - a.x - a.width, a.x - b.x - b.width);

  return MAX (gap, 0);
}

/* The nearest line; of those as near, the one of the nearest rectangle. */
static gboolean
is_better (const Match *best, double shift, double distance)
{
  if (!best->is_found || fabs (shift) != fabs (best->shift))
    return !best->is_found || fabs (shift) < fabs (best->shift);
  return distance < best->distance;
}

static Match
find_match (TlRect rect, const TlRect *others, guint n_others, double reach, gboolean is_x)
{
  Match best = { 0 };
  double own[N_LINES];

  get_lines (rect, is_x, own);
  for (guint i = 0; i < n_others; i++)
    {
      double lines[N_LINES];

      get_lines (others[i], is_x, lines);
      for (guint j = 0; j < N_LINES * N_LINES; j++)
        {
          double line = lines[j / N_LINES];
          double shift = line - own[j % N_LINES];
          double distance = get_distance (rect, others[i], is_x);

          if (fabs (shift) <= reach && is_better (&best, shift, distance))
            best = (Match) { shift, line, distance, others[i], TRUE };
        }
    }
  return best;
}

static double
get_grid_shift (double at, double reach, double grid)
{
  double shift = grid > 0 ? round (at / grid) * grid - at : 0;

  return fabs (shift) <= reach ? shift : 0;
}

static TlGuide
get_guide (const Match *match, TlRect rect, gboolean is_x)
{
  TlRect all = tl_rect_union (rect, match->other);

  return is_x ? (TlGuide) { TRUE, match->line, all.y, all.y + all.height }
              : (TlGuide) { FALSE, match->line, all.x, all.x + all.width };
}

/**
 * tl_snap_rect:
 * @rect: where a rectangle is let to be
 * @others: (array length=n_others): what lies around it
 * @n_others: how many
 * @reach: from how far it is drawn
 * @grid: the width of the meshes to which it is drawn where nothing else draws it; 0 for none
 *
 * Finds by how much to move a rectangle, so that its edges or its middle lie level with those of
 * another, in each of the two directions.
 *
 * Returns: the shift, and a guide for each direction in which another draws it
 */
TlSnap
tl_snap_rect (TlRect rect, const TlRect *others, guint n_others, double reach, double grid)
{
  Match matches[] = { find_match (rect, others, n_others, reach, TRUE),
                      find_match (rect, others, n_others, reach, FALSE) };
  TlSnap snap = { 0 };
  TlRect there;

  snap.shift.x = matches[0].is_found ? matches[0].shift : get_grid_shift (rect.x, reach, grid);
  snap.shift.y = matches[1].is_found ? matches[1].shift : get_grid_shift (rect.y, reach, grid);
  there = tl_rect (rect.x + snap.shift.x, rect.y + snap.shift.y, rect.width, rect.height);
  for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
    if (matches[i].is_found)
      snap.guides[snap.n_guides++] = get_guide (&matches[i], there, i == 0);
  return snap;
}

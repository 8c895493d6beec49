/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-path.h"

#include <math.h>

#define LEAST_REACH 16.0 /* of the bend of a link, in map units */
#define LINK_TURN 48.0   /* in which a bundled link turns by a right angle, at most */
#define MAX_TURN_SLOPE 2.0
#define CURVE_STEPS 32       /* chords that stand for a cubic when a distance is measured */
#define MAX_HATCH_LINES 4000 /* of one area; beyond it the lines lie further apart */

struct _TlPathBuilder
{
  GArray *segments;
};

typedef struct
{
  double min_x, min_y, max_x, max_y;
} Extent;

static void
extend (Extent *extent, TlPoint p)
{
  extent->min_x = MIN (extent->min_x, p.x);
  extent->min_y = MIN (extent->min_y, p.y);
  extent->max_x = MAX (extent->max_x, p.x);
  extent->max_y = MAX (extent->max_y, p.y);
}

static TlPoint
evaluate_cubic (TlPoint from, const TlPoint p[3], double t)
{
  double s = 1 - t;
  double a = s * s * s;
  double b = 3 * s * s * t;
  double c = 3 * s * t * t;
  double d = t * t * t;

  return tl_point (a * from.x + b * p[0].x + c * p[1].x + d * p[2].x,
                   a * from.y + b * p[0].y + c * p[1].y + d * p[2].y);
}

static double
get_distance_to_chord (TlPoint p, TlPoint a, TlPoint b)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;

  t = CLAMP (t, 0, 1);
  return hypot (p.x - a.x - t * dx, p.y - a.y - t * dy);
}

static double
get_distance_to_cubic (TlPoint p, TlPoint from, const TlPoint control[3])
{
  double nearest = G_MAXDOUBLE;
  TlPoint last = from;

  for (int i = 1; i <= CURVE_STEPS; i++)
    {
      TlPoint next = evaluate_cubic (from, control, (double) i / CURVE_STEPS);
      nearest = MIN (nearest, get_distance_to_chord (p, last, next));
      last = next;
    }
  return nearest;
}

/**
 * tl_path_get_bounds:
 * @path: a path
 *
 * Returns: a rectangle that holds the path with all its control points, and so never less than the
 *   path itself; empty for an empty path
 */
TlRect
tl_path_get_bounds (TlPath path)
{
  Extent extent = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < path.n_segments; i++)
    {
      const TlPathSegment *segment = &path.segments[i];
      int n = segment->verb == TL_PATH_CUBIC ? 3 : segment->verb == TL_PATH_CLOSE ? 0 : 1;

      for (int j = 0; j < n; j++)
        extend (&extent, segment->p[j]);
    }
  if (extent.min_x > extent.max_x)
    return tl_rect (0, 0, 0, 0);
  return tl_rect (extent.min_x, extent.min_y, extent.max_x - extent.min_x,
                  extent.max_y - extent.min_y);
}

/**
 * tl_path_get_reach:
 * @path: a path
 * @width: of a line along it; 0 when it is filled
 *
 * Returns: a rectangle that holds all that is drawn, with what is blurred at its edge
 */
TlRect
tl_path_get_reach (TlPath path, double width)
{
  return tl_rect_grow (tl_path_get_bounds (path), width / 2 + 0.5);
}

/**
 * tl_path_get_distance:
 * @path: a path
 * @point: a point
 *
 * Returns: how far @point is from the line of the path, in map units; curves are measured by
 *   chords. %G_MAXDOUBLE for an empty path.
 */
double
tl_path_get_distance (TlPath path, TlPoint point)
{
  double nearest = G_MAXDOUBLE;
  TlPoint start = { 0, 0 };
  TlPoint last = { 0, 0 };

  for (guint i = 0; i < path.n_segments; i++)
    {
      const TlPathSegment *segment = &path.segments[i];
      double distance = G_MAXDOUBLE;
      TlPoint next = segment->p[0];

      switch (segment->verb)
        {
        case TL_PATH_MOVE:
          start = next;
          break;
        case TL_PATH_LINE:
          distance = get_distance_to_chord (point, last, next);
          break;
        case TL_PATH_CUBIC:
          next = segment->p[2];
          distance = get_distance_to_cubic (point, last, segment->p);
          break;
        case TL_PATH_CLOSE:
          next = start;
          distance = get_distance_to_chord (point, last, next);
          break;
        default:
          g_assert_not_reached ();
        }
      nearest = MIN (nearest, distance);
      last = next;
    }
  return nearest;
}

/**
 * tl_path_builder_new:
 *
 * Returns: (transfer full): a builder with an empty path
 */
TlPathBuilder *
tl_path_builder_new (void)
{
  TlPathBuilder *self = g_new0 (TlPathBuilder, 1);

  self->segments = g_array_sized_new (FALSE, FALSE, sizeof (TlPathSegment), 16);
  return self;
}

/**
 * tl_path_builder_free:
 * @self: (transfer full): a builder; the paths it has lent are gone with it
 */
void
tl_path_builder_free (TlPathBuilder *self)
{
  g_array_unref (self->segments);
  g_free (self);
}

/**
 * tl_path_builder_reset:
 * @self: a builder
 *
 * Empties the path and keeps the memory for the next one.
 */
void
tl_path_builder_reset (TlPathBuilder *self)
{
  g_array_set_size (self->segments, 0);
}

/**
 * tl_path_builder_move_to:
 * @self: a builder
 * @x: where the next part starts, in map units
 * @y: where it starts
 */
void
tl_path_builder_move_to (TlPathBuilder *self, double x, double y)
{
  TlPathSegment segment = { TL_PATH_MOVE, { { x, y } } };

  g_array_append_val (self->segments, segment);
}

/**
 * tl_path_builder_line_to:
 * @self: a builder
 * @x: where a straight line ends, in map units
 * @y: where it ends
 */
void
tl_path_builder_line_to (TlPathBuilder *self, double x, double y)
{
  TlPathSegment segment = { TL_PATH_LINE, { { x, y } } };

  g_array_append_val (self->segments, segment);
}

/**
 * tl_path_builder_cubic_to:
 * @self: a builder
 * @c1: first control point
 * @c2: second control point
 * @end: where the curve ends
 */
void
tl_path_builder_cubic_to (TlPathBuilder *self, TlPoint c1, TlPoint c2, TlPoint end)
{
  TlPathSegment segment = { TL_PATH_CUBIC, { c1, c2, end } };

  g_array_append_val (self->segments, segment);
}

/**
 * tl_path_builder_arc_to:
 * @self: a builder whose path has reached the start of the arc
 * @center: the middle of the circle
 * @radius: its radius, in map units
 * @from: the angle of the start, in radians, clockwise from the right as y grows downwards
 * @to: the angle of the end, at most a quarter of a turn away
 *
 * The curve is the usual one for arcs: control points on the tangents, 4/3·tan (angle/4) radii out;
 * for a quarter it leaves the circle by less than 0.03 % of the radius.
 */
void
tl_path_builder_arc_to (TlPathBuilder *self, TlPoint center, double radius, double from, double to)
{
  double reach = radius * 4 / 3 * tan ((to - from) / 4);
  TlPoint a = tl_point (center.x + radius * cos (from), center.y + radius * sin (from));
  TlPoint b = tl_point (center.x + radius * cos (to), center.y + radius * sin (to));

  tl_path_builder_cubic_to (self, tl_point (a.x - reach * sin (from), a.y + reach * cos (from)),
                            tl_point (b.x + reach * sin (to), b.y - reach * cos (to)), b);
}

/**
 * tl_path_builder_close:
 * @self: a builder
 *
 * Draws a straight line back to where the part started.
 */
void
tl_path_builder_close (TlPathBuilder *self)
{
  TlPathSegment segment = { TL_PATH_CLOSE };

  g_array_append_val (self->segments, segment);
}

/**
 * tl_path_builder_add_link:
 * @self: a builder
 * @from: where the link leaves, towards @to
 * @to: where it arrives
 * @is_upright: whether it leaves and arrives upwards or downwards, and not to a side
 *
 * Adds the curve of a link: it meets both cards at a right angle, so that its ends show what they
 * belong to.
 */
void
tl_path_builder_add_link (TlPathBuilder *self, TlPoint from, TlPoint to, gboolean is_upright)
{
  double way = is_upright ? to.y - from.y : to.x - from.x;
  double reach = copysign (MAX (fabs (way) / 2, LEAST_REACH), way);
  TlPoint out = is_upright ? tl_point (from.x, from.y + reach) : tl_point (from.x + reach, from.y);
  TlPoint in = is_upright ? tl_point (to.x, to.y - reach) : tl_point (to.x - reach, to.y);

  tl_path_builder_move_to (self, from.x, from.y);
  tl_path_builder_cubic_to (self, out, in, to);
}

/* Along the way between two columns, and across it; or back. */
static TlPoint
turn_if (TlPoint point, gboolean is_upright)
{
  return is_upright ? tl_point (point.y, point.x) : point;
}

/* A quarter of an ellipse, along at one end and across at the other. */
static void
add_quarter (TlPathBuilder *self,
             TlPoint from,
             TlPoint to,
             gboolean starts_along,
             gboolean is_upright)
{
  const double k = 0.5523; /* as for a circle, see tl_path_builder_arc_to() */
  double dx = (to.x - from.x) * k;
  double dy = (to.y - from.y) * k;
  TlPoint out = starts_along ? tl_point (from.x + dx, from.y) : tl_point (from.x, from.y + dy);
  TlPoint in = starts_along ? tl_point (to.x, to.y - dy) : tl_point (to.x - dx, to.y);

  tl_path_builder_cubic_to (self, turn_if (out, is_upright), turn_if (in, is_upright),
                            turn_if (to, is_upright));
}

/* How far a link goes aside while it turns within @width; what is steeper than that would touch the
 * cards beside its ends. */
static double
get_turn (TlPoint from, TlPoint to, double width)
{
  double turn = MIN (MIN (fabs (to.y - from.y) / 2, LINK_TURN), width * MAX_TURN_SLOPE);

  return to.y > from.y ? turn : -turn;
}

/**
 * tl_path_builder_add_bundled:
 * @self: a builder
 * @from: where the link leaves, towards @to
 * @to: where it arrives, to the right of @from, or below it
 * @rail: between the two, where it runs aside: how far to the right, or how far down
 * @is_upright: whether it leaves and arrives downwards, and not to a side
 *
 * Adds the way of a link that shares part of it with others.
 */
void
tl_path_builder_add_bundled (TlPathBuilder *self,
                             TlPoint from,
                             TlPoint to,
                             double rail,
                             gboolean is_upright)
{
  TlPoint start = turn_if (from, is_upright);
  TlPoint end = turn_if (to, is_upright);
  TlPoint joins = tl_point (rail, start.y + get_turn (start, end, rail - start.x));
  TlPoint parts = tl_point (rail, end.y - get_turn (start, end, end.x - rail));
  TlPoint along = turn_if (parts, is_upright);

  tl_path_builder_move_to (self, from.x, from.y);
  add_quarter (self, start, joins, TRUE, is_upright);
  tl_path_builder_line_to (self, along.x, along.y);
  add_quarter (self, parts, end, FALSE, is_upright);
}

/**
 * tl_path_builder_add_rect:
 * @self: a builder
 * @rect: a rectangle
 * @radius: of its corners, in map units
 */
void
tl_path_builder_add_rect (TlPathBuilder *self, TlRect rect, double radius)
{
  double r = MIN (radius, MIN (rect.width, rect.height) / 2);
  double right = rect.x + rect.width;
  double bottom = rect.y + rect.height;

  tl_path_builder_move_to (self, rect.x + r, rect.y);
  tl_path_builder_line_to (self, right - r, rect.y);
  if (r > 0)
    tl_path_builder_arc_to (self, tl_point (right - r, rect.y + r), r, -G_PI_2, 0);
  tl_path_builder_line_to (self, right, bottom - r);
  if (r > 0)
    tl_path_builder_arc_to (self, tl_point (right - r, bottom - r), r, 0, G_PI_2);
  tl_path_builder_line_to (self, rect.x + r, bottom);
  if (r > 0)
    tl_path_builder_arc_to (self, tl_point (rect.x + r, bottom - r), r, G_PI_2, G_PI);
  tl_path_builder_line_to (self, rect.x, rect.y + r);
  if (r > 0)
    tl_path_builder_arc_to (self, tl_point (rect.x + r, rect.y + r), r, G_PI, G_PI + G_PI_2);
  tl_path_builder_close (self);
}

/**
 * tl_path_builder_add_edge:
 * @self: a builder
 * @rect: the rectangle of a card
 * @radius: of its corners, in map units
 * @width: of the edge, at most @radius
 *
 * Adds the strip along the left side of a card that its goal's colour fills: what a straight cut at
 * @width leaves of the rounded rectangle.
 */
void
tl_path_builder_add_edge (TlPathBuilder *self, TlRect rect, double radius, double width)
{
  double r = MIN (radius, MIN (rect.width, rect.height) / 2);
  double bottom = rect.y + rect.height;
  double cut = acos (CLAMP ((r - width) / r, -1, 1)); /* from the leftmost point to the cut */

  tl_path_builder_move_to (self, rect.x, rect.y + r);
  tl_path_builder_arc_to (self, tl_point (rect.x + r, rect.y + r), r, G_PI, G_PI + cut);
  tl_path_builder_line_to (self, rect.x + width, bottom - r + r * sin (cut));
  tl_path_builder_arc_to (self, tl_point (rect.x + r, bottom - r), r, G_PI - cut, G_PI);
  tl_path_builder_close (self);
}

/* The part of the diagonal x + y = sum that lies in the rounded rectangle. Where an end falls into
 * the box of a corner but outside its circle, it moves to where the diagonal meets that circle. */
static gboolean
cut_rounded_rect (TlRect rect, double r, double sum, TlPoint *from, TlPoint *to)
{
  TlPoint a = tl_point (MAX (rect.x, sum - rect.y - rect.height), 0);
  TlPoint b = tl_point (MIN (rect.x + rect.width, sum - rect.y), 0);
  const TlPoint centers[4] = {
    { rect.x + r, rect.y + r },
    { rect.x + rect.width - r, rect.y + r },
    { rect.x + r, rect.y + rect.height - r },
    { rect.x + rect.width - r, rect.y + rect.height - r },
  };

  for (int i = 0; i < 4; i++)
    {
      TlPoint c = centers[i];
      gboolean left = i % 2 == 0;
      gboolean top = i < 2;
      double offset = (sum - c.x - c.y) / 2; /* of the line's foot from the centre, along x and y */
      double half = r * r - 2 * offset * offset;
      double reach = half > 0 ? sqrt (half / 2) : -1;

      for (int end = 0; end < 2; end++)
        {
          TlPoint *p = end == 0 ? &a : &b;
          double y = sum - p->x;
          gboolean in_corner = (left ? p->x < c.x : p->x > c.x) && (top ? y < c.y : y > c.y);

          if (!in_corner || hypot (p->x - c.x, y - c.y) <= r)
            continue;
          if (reach < 0)
            return FALSE;
          p->x = c.x + offset + (end == 0 ? -reach : reach);
        }
    }
  *from = tl_point (a.x, sum - a.x);
  *to = tl_point (b.x, sum - b.x);
  return b.x - a.x > 0;
}

/**
 * tl_path_builder_add_hatch:
 * @self: a builder
 * @rect: an area
 * @radius: of its corners, in map units
 * @spacing: from line to line along a side, in map units
 *
 * Adds the diagonals that hatch the area, each cut exactly at its rounded border, so that a back
 * end needs neither a pattern nor a clip.
 */
void
tl_path_builder_add_hatch (TlPathBuilder *self, TlRect rect, double radius, double spacing)
{
  double r = MIN (radius, MIN (rect.width, rect.height) / 2);
  double length = rect.width + rect.height;
  double step = MAX (spacing, length / MAX_HATCH_LINES);

  g_return_if_fail (spacing > 0);

  for (double d = step / 2; d < length; d += step)
    {
      TlPoint from, to;

      if (!cut_rounded_rect (rect, r, rect.x + rect.y + d, &from, &to))
        continue;
      tl_path_builder_move_to (self, from.x, from.y);
      tl_path_builder_line_to (self, to.x, to.y);
    }
}

/**
 * tl_path_builder_get_path:
 * @self: a builder
 *
 * Returns: the path so far, lent until @self is changed
 */
TlPath
tl_path_builder_get_path (const TlPathBuilder *self)
{
  return (TlPath) { (const TlPathSegment *) (const void *) self->segments->data,
                    self->segments->len };
}

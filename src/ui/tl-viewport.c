/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-viewport.h"

#include <math.h>

#define KEPT_PIXELS 96.0 /* of the map that stay in sight, however far one pans */
#define SAME_SCALE 1e-6

static double
clamp_scale (double scale)
{
  return CLAMP (scale, TL_VIEWPORT_MIN_SCALE, TL_VIEWPORT_MAX_SCALE);
}

/* The origin nearest to @origin from which at least @kept pixels of what spans @start to
 * @start + @length lie between 0 and @size. */
static double
clamp_origin (double origin, double start, double length, double size)
{
  double kept = MIN (KEPT_PIXELS, MIN (length, size / 2));

  return CLAMP (origin, kept - start - length, MAX (size - kept - start, kept - start - length));
}

/* How far a span must move to lie within 0 to @size less the margins; its start has precedence. */
static double
get_shift_into (double start, double length, double size, double margin)
{
  double room = MIN (margin, MAX (0, (size - length) / 2));

  if (start < room)
    return room - start;
  if (start + length > size - room)
    return MAX (size - room - start - length, room - start);
  return 0;
}

/**
 * tl_viewport:
 * @width: of the view, in pixels
 * @height: of the view, in pixels
 *
 * Returns: a viewport at 100 %, with the origin of the map in the corner
 */
TlViewport
tl_viewport (double width, double height)
{
  return (TlViewport) { 1, { 0, 0 }, width, height };
}

/**
 * tl_viewport_to_screen:
 * @self: a viewport
 * @point: of the map
 *
 * Returns: where it is in the view, in pixels
 */
TlPoint
tl_viewport_to_screen (TlViewport self, TlPoint point)
{
  return tl_point (point.x * self.scale + self.origin.x, point.y * self.scale + self.origin.y);
}

/**
 * tl_viewport_to_map:
 * @self: a viewport
 * @point: of the view, in pixels
 *
 * Returns: the point of the map that is seen there
 */
TlPoint
tl_viewport_to_map (TlViewport self, TlPoint point)
{
  return tl_point ((point.x - self.origin.x) / self.scale, (point.y - self.origin.y) / self.scale);
}

/**
 * tl_viewport_rect_to_screen:
 * @self: a viewport
 * @rect: of the map
 *
 * Returns: where it is in the view, in pixels
 */
TlRect
tl_viewport_rect_to_screen (TlViewport self, TlRect rect)
{
  TlPoint corner = tl_viewport_to_screen (self, tl_point (rect.x, rect.y));

  return tl_rect (corner.x, corner.y, rect.width * self.scale, rect.height * self.scale);
}

/**
 * tl_viewport_rect_to_map:
 * @self: a viewport
 * @rect: of the view, in pixels
 *
 * Returns: the part of the map that is seen there
 */
TlRect
tl_viewport_rect_to_map (TlViewport self, TlRect rect)
{
  TlPoint corner = tl_viewport_to_map (self, tl_point (rect.x, rect.y));

  return tl_rect (corner.x, corner.y, rect.width / self.scale, rect.height / self.scale);
}

/**
 * tl_viewport_get_visible:
 * @self: a viewport
 *
 * Returns: the part of the map that is in the view
 */
TlRect
tl_viewport_get_visible (TlViewport self)
{
  return tl_viewport_rect_to_map (self, tl_rect (0, 0, self.width, self.height));
}

/**
 * tl_viewport_equal:
 * @a: a viewport
 * @b: another one
 *
 * Returns: whether nobody could tell the two apart on a screen
 */
gboolean
tl_viewport_equal (TlViewport a, TlViewport b)
{
  return fabs (a.scale - b.scale) < SAME_SCALE && fabs (a.origin.x - b.origin.x) < 0.01
         && fabs (a.origin.y - b.origin.y) < 0.01 && fabs (a.width - b.width) < 0.01
         && fabs (a.height - b.height) < 0.01;
}

/**
 * tl_viewport_pan:
 * @self: a viewport
 * @dx: how far the map moves to the right, in pixels
 * @dy: how far it moves down
 *
 * Returns: the viewport afterwards
 */
TlViewport
tl_viewport_pan (TlViewport self, double dx, double dy)
{
  self.origin.x += dx;
  self.origin.y += dy;
  return self;
}

/**
 * tl_viewport_zoom_at:
 * @self: a viewport
 * @scale: the wanted one; kept within the limits
 * @fixed: a point of the view, in pixels; what is seen there stays there
 *
 * Returns: the viewport afterwards
 */
TlViewport
tl_viewport_zoom_at (TlViewport self, double scale, TlPoint fixed)
{
  TlPoint anchor = tl_viewport_to_map (self, fixed);

  self.scale = clamp_scale (scale);
  self.origin.x = fixed.x - anchor.x * self.scale;
  self.origin.y = fixed.y - anchor.y * self.scale;
  return self;
}

/**
 * tl_viewport_fit:
 * @self: a viewport
 * @rect: of the map
 * @margin: to leave free around it, in pixels
 * @max_scale: a small thing is not blown up beyond this
 *
 * Returns: the viewport that shows the whole of @rect in the middle of the view, as large as can be
 */
TlViewport
tl_viewport_fit (TlViewport self, TlRect rect, double margin, double max_scale)
{
  double room_x = MAX (self.width - 2 * margin, 1);
  double room_y = MAX (self.height - 2 * margin, 1);

  if (!tl_rect_is_empty (rect))
    self.scale = clamp_scale (MIN (MIN (room_x / rect.width, room_y / rect.height), max_scale));
  return tl_viewport_center_on (self, tl_rect_get_center (rect));
}

/**
 * tl_viewport_center_on:
 * @self: a viewport
 * @point: of the map
 *
 * Returns: the viewport that shows @point in the middle, at the same scale
 */
TlViewport
tl_viewport_center_on (TlViewport self, TlPoint point)
{
  self.origin.x = self.width / 2 - point.x * self.scale;
  self.origin.y = self.height / 2 - point.y * self.scale;
  return self;
}

/**
 * tl_viewport_reveal:
 * @self: a viewport
 * @rect: of the map
 * @margin: to the edge of the view where there is room for it, in pixels
 *
 * Returns: the viewport after the shortest move that brings @rect into sight, at the same scale; of
 *   what is larger than the view, its top left corner
 */
TlViewport
tl_viewport_reveal (TlViewport self, TlRect rect, double margin)
{
  TlRect seen = tl_viewport_rect_to_screen (self, rect);

  return tl_viewport_pan (self, get_shift_into (seen.x, seen.width, self.width, margin),
                          get_shift_into (seen.y, seen.height, self.height, margin));
}

/**
 * tl_viewport_clamp:
 * @self: a viewport
 * @content: all that there is on the map
 *
 * Returns: the nearest viewport from which part of @content is in sight, so that a map can never be
 *   lost
 */
TlViewport
tl_viewport_clamp (TlViewport self, TlRect content)
{
  TlRect scaled = tl_rect (content.x * self.scale, content.y * self.scale,
                           content.width * self.scale, content.height * self.scale);

  if (tl_rect_is_empty (content) || self.width <= 0 || self.height <= 0)
    return self;
  self.origin.x = clamp_origin (self.origin.x, scaled.x, scaled.width, self.width);
  self.origin.y = clamp_origin (self.origin.y, scaled.y, scaled.height, self.height);
  return self;
}

/**
 * tl_viewport_resize:
 * @self: a viewport
 * @width: of the view, in pixels
 * @height: of the view, in pixels
 *
 * Returns: the viewport with another size, and the same point of the map in its top left corner
 */
TlViewport
tl_viewport_resize (TlViewport self, double width, double height)
{
  self.width = width;
  self.height = height;
  return self;
}

/**
 * tl_viewport_mix:
 * @from: where a camera starts
 * @to: where it arrives
 * @share: of the way, from 0 to 1
 *
 * The scale grows by equal factors in equal times, which is what looks even, and the map moves so
 * that the one point which is at the same place at both ends stays there.
 *
 * Returns: the viewport on the way; its size is that of @to
 */
TlViewport
tl_viewport_mix (TlViewport from, TlViewport to, double share)
{
  TlViewport mixed = to;
  double way = share;

  if (fabs (to.scale - from.scale) > SAME_SCALE)
    {
      mixed.scale = from.scale * pow (to.scale / from.scale, share);
      way = (mixed.scale - from.scale) / (to.scale - from.scale);
    }
  mixed.origin.x = from.origin.x + (to.origin.x - from.origin.x) * way;
  mixed.origin.y = from.origin.y + (to.origin.y - from.origin.y) * way;
  return mixed;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Values, passed by value. Lengths are in map units: one unit is one pixel at 100 % zoom. */

typedef struct
{
  double x;
  double y;
} TlPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TlRect;

static inline TlPoint
tl_point (double x, double y)
{
  return (TlPoint) { x, y };
}

static inline TlRect
tl_rect (double x, double y, double width, double height)
{
  return (TlRect) { x, y, width, height };
}

static inline TlPoint
tl_rect_get_center (TlRect r)
{
  return tl_point (r.x + r.width / 2, r.y + r.height / 2);
}

static inline gboolean
tl_rect_is_empty (TlRect r)
{
  return r.width <= 0 || r.height <= 0;
}

static inline gboolean
tl_rect_contains (TlRect r, TlPoint p)
{
  return p.x >= r.x && p.x < r.x + r.width && p.y >= r.y && p.y < r.y + r.height;
}

static inline gboolean
tl_rect_contains_rect (TlRect r, TlRect s)
{
  return s.x >= r.x && s.y >= r.y && s.x + s.width <= r.x + r.width
         && s.y + s.height <= r.y + r.height;
}

static inline gboolean
tl_rect_intersects (TlRect a, TlRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/* An empty rectangle adds nothing to a union. */
static inline TlRect
tl_rect_union (TlRect a, TlRect b)
{
  if (tl_rect_is_empty (a))
    return b;
  if (tl_rect_is_empty (b))
    return a;
  double x = MIN (a.x, b.x);
  double y = MIN (a.y, b.y);
  return tl_rect (x, y, MAX (a.x + a.width, b.x + b.width) - x,
                  MAX (a.y + a.height, b.y + b.height) - y);
}

/* A negative margin shrinks. */
static inline TlRect
tl_rect_grow (TlRect r, double margin)
{
  return tl_rect (r.x - margin, r.y - margin, r.width + 2 * margin, r.height + 2 * margin);
}

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-geometry.h"

G_BEGIN_DECLS

#define TL_VIEWPORT_MIN_SCALE 0.05
#define TL_VIEWPORT_MAX_SCALE 4.0

/* Where a map is seen from, as a value: a point of the map is at point × scale + origin in the
 * view, which is in pixels from its top left corner. */
typedef struct
{
  double scale;
  TlPoint origin;
  double width; /* of the view */
  double height;
} TlViewport;

TlViewport tl_viewport (double width, double height);

TlPoint tl_viewport_to_screen (TlViewport self, TlPoint point);
TlPoint tl_viewport_to_map (TlViewport self, TlPoint point);
TlRect tl_viewport_rect_to_screen (TlViewport self, TlRect rect);
TlRect tl_viewport_rect_to_map (TlViewport self, TlRect rect);
TlRect tl_viewport_get_visible (TlViewport self);
gboolean tl_viewport_equal (TlViewport a, TlViewport b);

TlViewport tl_viewport_pan (TlViewport self, double dx, double dy);
TlViewport tl_viewport_zoom_at (TlViewport self, double scale, TlPoint fixed);
TlViewport tl_viewport_fit (TlViewport self, TlRect rect, double margin, double max_scale);
TlViewport tl_viewport_center_on (TlViewport self, TlPoint point);
TlViewport tl_viewport_reveal (TlViewport self, TlRect rect, double margin);
TlViewport tl_viewport_clamp (TlViewport self, TlRect content);
TlViewport tl_viewport_resize (TlViewport self, double width, double height);
TlViewport tl_viewport_mix (TlViewport from, TlViewport to, double share);

G_END_DECLS

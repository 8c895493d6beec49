/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include <math.h>

#define VELOCITY_USEC 80000 /* the speed at the end is that of the last moment */

struct _TlToolPan
{
  TlTool parent_instance;

  TlViewport before;
  gboolean runs_on; /* as a sheet pushed by a finger does */
  gboolean is_in_tray;
  TlPoint last;

  /* The speed, from a moment ago. */
  TlPoint mark;
  gint64 mark_time;
  TlPoint velocity; /* pixels a second */
};

#define TL_TYPE_TOOL_PAN (tl_tool_pan_get_type ())
G_DECLARE_FINAL_TYPE (TlToolPan, tl_tool_pan, TL, TOOL_PAN, TlTool)
G_DEFINE_FINAL_TYPE (TlToolPan, tl_tool_pan, TL_TYPE_TOOL)

static void
measure_speed (TlToolPan *self, TlPoint at)
{
  gint64 now = g_get_monotonic_time ();
  double seconds = (double) (now - self->mark_time) / G_USEC_PER_SEC;

  if (now - self->mark_time < VELOCITY_USEC / 2)
    return;
  self->velocity = tl_point ((at.x - self->mark.x) / seconds, (at.y - self->mark.y) / seconds);
  self->mark = at;
  self->mark_time = now;
}

static void
tl_tool_pan_update (TlTool *tool, TlPoint at)
{
  TlToolPan *self = TL_TOOL_PAN (tool);
  TlCanvas *canvas = tl_tool_get_canvas (tool);
  TlPoint start = tl_tool_get_start (tool);

  measure_speed (self, at);
  if (self->is_in_tray)
    {
      tl_map_view_scroll_tray (canvas->view, self->last.y - at.y);
      tl_canvas_queue_update (canvas);
    }
  else
    tl_canvas_set_viewport (canvas, tl_viewport_pan (self->before, at.x - start.x, at.y - start.y));
  self->last = at;
}

static void
tl_tool_pan_finish (TlTool *tool, TlPoint at)
{
  TlToolPan *self = TL_TOOL_PAN (tool);
  gint64 rest = g_get_monotonic_time () - self->mark_time;

  tl_tool_pan_update (tool, at);
  if (self->runs_on && !self->is_in_tray && rest < VELOCITY_USEC)
    tl_camera_fling (tl_tool_get_canvas (tool)->camera, self->velocity.x, self->velocity.y);
}

static void
tl_tool_pan_cancel (TlTool *tool)
{
  if (!TL_TOOL_PAN (tool)->is_in_tray)
    tl_canvas_set_viewport (tl_tool_get_canvas (tool), TL_TOOL_PAN (tool)->before);
}

static void
tl_tool_pan_class_init (TlToolPanClass *klass)
{
  TlToolClass *tool_class = TL_TOOL_CLASS (klass);

  tool_class->cursor = "grabbing";
  tool_class->update = tl_tool_pan_update;
  tool_class->finish = tl_tool_pan_finish;
  tool_class->cancel = tl_tool_pan_cancel;
}

static void
tl_tool_pan_init (TlToolPan *self)
{
}

/**
 * tl_tool_pan_new:
 * @canvas: what to work on
 * @start: where the gesture began, in pixels
 * @runs_on: whether the map goes on for a while when it is let go in motion
 *
 * Moves the map, or what is in the tray when it begins there.
 *
 * Returns: (transfer full): the tool
 */
TlTool *
tl_tool_pan_new (TlCanvas *canvas, TlPoint start, gboolean runs_on)
{
  TlToolPan *self = g_object_new (TL_TYPE_TOOL_PAN, NULL);

  tl_tool_set_start (TL_TOOL (self), canvas, start);
  self->before = tl_canvas_get_viewport (canvas);
  self->runs_on = runs_on;
  self->is_in_tray = tl_rect_contains (tl_map_view_get_tray (canvas->view), start);
  self->last = start;
  self->mark = start;
  self->mark_time = g_get_monotonic_time ();
  return TL_TOOL (self);
}

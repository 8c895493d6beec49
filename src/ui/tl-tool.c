/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-tool.h"

#include "tl-canvas-private.h"

#define EDGE_PIXELS 36.0       /* how near to the edge the map begins to move */
#define EDGE_SPEED 900.0       /* pixels a second at the very edge */
#define EDGE_DELAY_USEC 250000 /* a pointer on its way out of the tray is no wish to scroll */

typedef struct
{
  TlCanvas *canvas; /* borrowed: it owns its tool */
  TlPoint start;
  TlPoint last;

  /* Moving the map while the pointer is at its edge. */
  guint tick;
  TlPoint pull; /* from -1 to 1 */
  gint64 pulled_since;
  gint64 last_frame;
} TlToolPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlTool, tl_tool, G_TYPE_OBJECT)

static double
get_pull (double at, double length)
{
  double reach = MIN (EDGE_PIXELS, length / 4);

  if (at < reach)
    return -CLAMP ((reach - at) / reach, 0, 1);
  if (at > length - reach)
    return CLAMP ((at - length + reach) / reach, 0, 1);
  return 0;
}

static gboolean
pull_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  TlTool *self = user_data;
  TlToolPrivate *priv = tl_tool_get_instance_private (self);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (double) (now - priv->last_frame) / G_USEC_PER_SEC;
  TlViewport viewport = tl_canvas_get_viewport (priv->canvas);

  priv->last_frame = now;
  if (now - priv->pulled_since < EDGE_DELAY_USEC)
    return G_SOURCE_CONTINUE;
  tl_canvas_set_viewport (priv->canvas,
                          tl_viewport_pan (viewport, -priv->pull.x * EDGE_SPEED * seconds,
                                           -priv->pull.y * EDGE_SPEED * seconds));
  tl_tool_update (self, priv->last);
  return G_SOURCE_CONTINUE;
}

static void
stop_pull (TlTool *self)
{
  TlToolPrivate *priv = tl_tool_get_instance_private (self);

  if (priv->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (priv->canvas), priv->tick);
  priv->tick = 0;
}

static void
tl_tool_dispose (GObject *object)
{
  stop_pull (TL_TOOL (object));

  G_OBJECT_CLASS (tl_tool_parent_class)->dispose (object);
}

static void
tl_tool_class_init (TlToolClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_tool_dispose;
}

static void
tl_tool_init (TlTool *self)
{
}

/**
 * tl_tool_set_start:
 * @self: a new tool
 * @canvas: what it works on; it owns the tool
 * @start: where the gesture began
 */
void
tl_tool_set_start (TlTool *self, TlCanvas *canvas, TlPoint start)
{
  TlToolPrivate *priv = tl_tool_get_instance_private (self);

  priv->canvas = canvas;
  priv->start = start;
  priv->last = start;
}

/**
 * tl_tool_get_canvas:
 * @self: a tool
 *
 * Returns: (transfer none): what it works on
 */
TlCanvas *
tl_tool_get_canvas (TlTool *self)
{
  TlToolPrivate *priv = tl_tool_get_instance_private (self);

  return priv->canvas;
}

/**
 * tl_tool_get_start:
 * @self: a tool
 *
 * Returns: where the gesture began
 */
TlPoint
tl_tool_get_start (TlTool *self)
{
  TlToolPrivate *priv = tl_tool_get_instance_private (self);

  return priv->start;
}

/**
 * tl_tool_pull_edges:
 * @self: a tool
 * @at: where the pointer is
 *
 * Moves the map for as long as the pointer stays near its edge, and updates the tool as it goes.
 */
void
tl_tool_pull_edges (TlTool *self, TlPoint at)
{
  TlToolPrivate *priv = tl_tool_get_instance_private (self);
  TlViewport viewport = tl_canvas_get_viewport (priv->canvas);
  double top = tl_map_view_get_headings (priv->canvas->view).height;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (priv->canvas));

  priv->pull = tl_point (get_pull (at.x, viewport.width),
                         get_pull (at.y - top, MAX (viewport.height - top, 1)));
  /* Over the tray nothing moves: that is where many a gesture starts. */
  if (clock == NULL || at.y >= viewport.height || (priv->pull.x == 0 && priv->pull.y == 0))
    {
      stop_pull (self);
      return;
    }
  if (priv->tick != 0)
    return;
  priv->pulled_since = gdk_frame_clock_get_frame_time (clock);
  priv->last_frame = priv->pulled_since;
  priv->tick = gtk_widget_add_tick_callback (GTK_WIDGET (priv->canvas), pull_cb, self, NULL);
}

/**
 * tl_tool_update:
 * @self: a tool
 * @at: where the pointer is now
 */
void
tl_tool_update (TlTool *self, TlPoint at)
{
  TlToolPrivate *priv = tl_tool_get_instance_private (self);

  priv->last = at;
  TL_TOOL_GET_CLASS (self)->update (self, at);
}

/**
 * tl_tool_finish:
 * @self: a tool
 * @at: where the pointer was let go
 *
 * Does what the gesture meant. The tool is of no use afterwards.
 */
void
tl_tool_finish (TlTool *self, TlPoint at)
{
  stop_pull (self);
  TL_TOOL_GET_CLASS (self)->finish (self, at);
}

/**
 * tl_tool_cancel:
 * @self: a tool
 *
 * Leaves everything as it was before the gesture. The tool is of no use afterwards.
 */
void
tl_tool_cancel (TlTool *self)
{
  stop_pull (self);
  if (TL_TOOL_GET_CLASS (self)->cancel != NULL)
    TL_TOOL_GET_CLASS (self)->cancel (self);
}

/**
 * tl_tool_snapshot:
 * @self: a tool
 * @snapshot: where to draw what shows the gesture
 */
void
tl_tool_snapshot (TlTool *self, GtkSnapshot *snapshot)
{
  if (TL_TOOL_GET_CLASS (self)->snapshot != NULL)
    TL_TOOL_GET_CLASS (self)->snapshot (self, snapshot);
}

/**
 * tl_tool_get_emphasis:
 * @self: a tool
 * @entry: of the scene
 * @emphasis: (out): its state while the gesture goes on
 *
 * Returns: whether the tool has a say in it
 */
gboolean
tl_tool_get_emphasis (TlTool *self, guint entry, TlEmphasis *emphasis)
{
  TlToolClass *klass = TL_TOOL_GET_CLASS (self);

  return klass->get_emphasis != NULL && klass->get_emphasis (self, entry, emphasis);
}

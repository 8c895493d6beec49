/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include "tl-snapshot-painter.h"

struct _TlToolMarquee
{
  TlTool parent_instance;

  /* Owned */
  GPtrArray *before; /* of TlItem: what was selected when the gesture began */

  gboolean extends;
  gboolean is_in_tray;
  TlPoint anchor; /* in map units, as the map may move meanwhile; in pixels in the tray */
  TlPoint at;
};

#define TL_TYPE_TOOL_MARQUEE (tl_tool_marquee_get_type ())
G_DECLARE_FINAL_TYPE (TlToolMarquee, tl_tool_marquee, TL, TOOL_MARQUEE, TlTool)
G_DEFINE_FINAL_TYPE (TlToolMarquee, tl_tool_marquee, TL_TYPE_TOOL)

static TlRect
get_frame (TlToolMarquee *self)
{
  TlCanvas *canvas = tl_tool_get_canvas (TL_TOOL (self));
  TlPoint a = self->is_in_tray
                  ? self->anchor
                  : tl_viewport_to_screen (tl_canvas_get_viewport (canvas), self->anchor);
  TlPoint b = self->at;

  return tl_rect (MIN (a.x, b.x), MIN (a.y, b.y), ABS (a.x - b.x), ABS (a.y - b.y));
}

/* Cards within reach of the frame, on the ground where it was begun. */
static void
add_touched (TlToolMarquee *self, GPtrArray *items)
{
  TlCanvas *canvas = tl_tool_get_canvas (TL_TOOL (self));
  const TlDisplayList *list = tl_map_view_get_list (canvas->view);
  TlRect frame = get_frame (self);

  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      TlItem *item;

      if (tl_display_list_get_entry (list, i)->item.role != TL_ENTRY_CARD
          || tl_map_view_is_in_tray (canvas->view, i) != self->is_in_tray
          || !tl_rect_intersects (frame, tl_map_view_get_entry_rect (canvas->view, i)))
        continue;
      item = tl_canvas_get_item (canvas, i);
      if (item != NULL && !(self->extends && g_ptr_array_find (self->before, item, NULL)))
        g_ptr_array_add (items, item);
    }
}

static void
tl_tool_marquee_update (TlTool *tool, TlPoint at)
{
  TlToolMarquee *self = TL_TOOL_MARQUEE (tool);
  TlCanvas *canvas = tl_tool_get_canvas (tool);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  self->at = at;
  if (self->extends)
    g_ptr_array_extend (items, self->before, NULL, NULL);
  add_touched (self, items);
  tl_selection_set_items (tl_session_get_selection (canvas->session), items);
  if (!self->is_in_tray)
    tl_tool_pull_edges (tool, at);
  tl_canvas_queue_update (canvas);
}

static void
tl_tool_marquee_finish (TlTool *tool, TlPoint at)
{
  TlCanvas *canvas = tl_tool_get_canvas (tool);
  TlItem *primary = tl_selection_get_primary (tl_session_get_selection (canvas->session));

  if (primary != NULL)
    tl_canvas_set_focused_id (canvas, tl_item_get_id (primary));
}

static void
tl_tool_marquee_cancel (TlTool *tool)
{
  TlCanvas *canvas = tl_tool_get_canvas (tool);

  tl_selection_set_items (tl_session_get_selection (canvas->session),
                          TL_TOOL_MARQUEE (tool)->before);
}

static void
tl_tool_marquee_snapshot (TlTool *tool, GtkSnapshot *snapshot)
{
  TlRect frame = get_frame (TL_TOOL_MARQUEE (tool));
  TlColor accent = tl_canvas_get_theme (tl_tool_get_canvas (tool))->accent;
  GdkRGBA ground = tl_color_to_rgba (tl_color_with_alpha (accent, 0.12));
  GdkRGBA line = tl_color_to_rgba (accent);
  graphene_rect_t bounds = tl_rect_to_graphene (frame);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { line, line, line, line });
}

static void
tl_tool_marquee_finalize (GObject *object)
{
  g_clear_pointer (&TL_TOOL_MARQUEE (object)->before, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_tool_marquee_parent_class)->finalize (object);
}

static void
tl_tool_marquee_class_init (TlToolMarqueeClass *klass)
{
  TlToolClass *tool_class = TL_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_tool_marquee_finalize;
  tool_class->cursor = "crosshair";
  tool_class->update = tl_tool_marquee_update;
  tool_class->finish = tl_tool_marquee_finish;
  tool_class->cancel = tl_tool_marquee_cancel;
  tool_class->snapshot = tl_tool_marquee_snapshot;
}

static void
tl_tool_marquee_init (TlToolMarquee *self)
{
  self->before = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tl_tool_marquee_new:
 * @canvas: what to work on; it has a session
 * @start: where the gesture began, in pixels
 * @extends: whether what is selected already stays so
 *
 * Selects what a frame touches.
 *
 * Returns: (transfer full): the tool
 */
TlTool *
tl_tool_marquee_new (TlCanvas *canvas, TlPoint start, gboolean extends)
{
  TlToolMarquee *self = g_object_new (TL_TYPE_TOOL_MARQUEE, NULL);
  TlSelection *selection = tl_session_get_selection (canvas->session);

  tl_tool_set_start (TL_TOOL (self), canvas, start);
  self->extends = extends;
  self->is_in_tray = tl_rect_contains (tl_map_view_get_tray (canvas->view), start);
  self->anchor
      = self->is_in_tray ? start : tl_viewport_to_map (tl_canvas_get_viewport (canvas), start);
  self->at = start;
  for (guint i = 0; i < tl_selection_get_n_items (selection); i++)
    g_ptr_array_add (self->before, g_object_ref (tl_selection_get_item (selection, i)));
  return TL_TOOL (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include "tl-snapshot-painter.h"

#define CARD_RADIUS 12.0 /* map units */
#define SELECTED_WIDTH 2.0
#define PRIMARY_WIDTH 3.0
#define MATCH_GAP 0.5 /* on the border of the card */
#define MATCH_WIDTH 2.0
#define FOCUS_GAP 5.0
#define BAR_WIDTH 4.0
#define BAR_INSET 3.0
#define MAX_OUTLINES 400 /* beyond it, what is selected is everything */

static void
append_outline (GtkSnapshot *snapshot, TlRect rect, double radius, double width, TlColor color)
{
  GskRoundedRect outline;
  graphene_rect_t bounds = tl_rect_to_graphene (rect);
  float w = (float) width;
  GdkRGBA rgba = tl_color_to_rgba (color);

  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) radius);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { w, w, w, w },
                              (GdkRGBA[4]) { rgba, rgba, rgba, rgba });
}

static void
outline_selected (TlCanvas *self, GtkSnapshot *snapshot)
{
  TlSelection *selection = tl_session_get_selection (self->session);
  TlItem *primary = tl_selection_get_primary (selection);
  TlColor accent = tl_canvas_get_theme (self)->accent;
  guint n = MIN (tl_selection_get_n_items (selection), MAX_OUTLINES);

  for (guint i = 0; i < n; i++)
    {
      TlItem *item = tl_selection_get_item (selection, i);
      guint index;

      if (tl_map_view_find (self->view, tl_item_get_id (item), &index)
          && tl_map_view_get_entry (self->view, index)->item.role == TL_ENTRY_CARD)
        tl_canvas_outline_entry (self, index, snapshot, 2,
                                 item == primary ? PRIMARY_WIDTH : SELECTED_WIDTH, accent);
    }
}

/* What is found has a line of its own: thick and without a hue, so that every eye sees it. */
static void
outline_matches (TlCanvas *self, GtkSnapshot *snapshot)
{
  GArray *visible = tl_map_view_get_visible (self->view);
  TlColor color = tl_canvas_get_theme (self)->text;

  if (self->lens_states == NULL)
    return;
  for (guint i = 0; i < visible->len; i++)
    {
      guint index = g_array_index (visible, guint, i);

      if (tl_map_view_get_entry (self->view, index)->item.role == TL_ENTRY_CARD
          && tl_canvas_is_match (self, index))
        tl_canvas_outline_entry (self, index, snapshot, MATCH_GAP, MATCH_WIDTH, color);
    }
}

static void
outline_focused (TlCanvas *self, GtkSnapshot *snapshot)
{
  TlCardNode *node = tl_card_pool_find (self->pool, self->focused);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  TlColor accent = tl_canvas_get_theme (self)->accent;
  guint index;

  if (node == NULL || !gtk_widget_has_focus (GTK_WIDGET (node)) || !GTK_IS_WINDOW (root)
      || !gtk_window_get_focus_visible (GTK_WINDOW (root))
      || !tl_map_view_find (self->view, self->focused, &index)
      || tl_map_view_get_entry (self->view, index)->item.role == TL_ENTRY_LINK)
    return;
  tl_canvas_outline_entry (self, index, snapshot, FOCUS_GAP, 2, tl_color_with_alpha (accent, 0.5));
}

/* How much of the tray there is, and which part of it is in sight. */
static void
draw_tray_bar (TlCanvas *self, GtkSnapshot *snapshot)
{
  TlRect tray = tl_map_view_get_tray (self->view);
  double head = tl_map_view_get_tray_head (self->view).height;
  double position, share;
  TlRect bar;
  graphene_rect_t bounds;
  GskRoundedRect rounded;
  GdkRGBA rgba = tl_color_to_rgba (tl_color_with_alpha (tl_canvas_get_theme (self)->amber, 0.6));

  tray.y += head;
  tray.height -= head;
  if (!tl_map_view_get_tray_scroll (self->view, &position, &share) || tray.height < 2 * CARD_RADIUS)
    return;
  bar = tl_rect (tray.x + tray.width - BAR_WIDTH - BAR_INSET, 0, BAR_WIDTH,
                 MAX (12, (tray.height - 2 * CARD_RADIUS) * share));
  bar.y = tray.y + CARD_RADIUS + (tray.height - 2 * CARD_RADIUS - bar.height) * position;
  bounds = tl_rect_to_graphene (bar);
  gsk_rounded_rect_init_from_rect (&rounded, &bounds, (float) (BAR_WIDTH / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  gtk_snapshot_pop (snapshot);
}

/**
 * tl_canvas_outline_entry:
 * @self: a canvas
 * @index: of an entry
 * @snapshot: where to draw
 * @gap: between the bounds of the entry and the inner edge of the line, in pixels
 * @width: of the line, in pixels
 * @color: of the line
 */
void
tl_canvas_outline_entry (TlCanvas *self,
                         guint index,
                         GtkSnapshot *snapshot,
                         double gap,
                         double width,
                         TlColor color)
{
  TlRect rect = tl_map_view_get_shown_rect (self->view, index);
  double radius = CARD_RADIUS * tl_map_view_get_entry_scale (self->view, index);

  if (!tl_map_view_push_clip (self->view, index, snapshot))
    return;
  append_outline (snapshot, tl_rect_grow (rect, gap - 2 + width), radius + gap - 2 + width, width,
                  color);
  gtk_snapshot_pop (snapshot);
}

/**
 * tl_canvas_snapshot_overlay:
 * @self: a canvas
 * @snapshot: where to draw
 *
 * Draws what lies above the map: selection, focus, the gesture that goes on.
 */
void
tl_canvas_snapshot_overlay (TlCanvas *self, GtkSnapshot *snapshot)
{
  if (self->session == NULL || tl_map_view_get_scene (self->view) == NULL)
    return;
  draw_tray_bar (self, snapshot);
  tl_map_view_snapshot_halos (self->view, snapshot);
  outline_matches (self, snapshot);
  outline_selected (self, snapshot);
  outline_focused (self, snapshot);
  tl_canvas_draw_ends (self, snapshot);
  if (self->tool != NULL)
    tl_tool_snapshot (self->tool, snapshot);
}

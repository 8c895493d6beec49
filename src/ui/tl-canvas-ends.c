/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <math.h>

#include "tl-canvas-private.h"
#include "tl-snapshot-painter.h"

/* The ends of the link that is selected: knobs, by which it is moved to other cards. */

#define KNOB_RADIUS 6.0
#define KNOB_RING 2.0
#define REACH 14.0 /* pixels round a knob where it is taken hold of */

static const TlField ends[] = { TL_LINK_TARGET, TL_LINK_PROJECT };

/* The only thing that is selected, if it is a link that the map shows at rest. */
static TlItem *
get_link (TlCanvas *self, guint *index)
{
  TlSelection *selection;
  TlItem *item;

  if (self->session == NULL || self->tool != NULL || self->glide != NULL
      || !tl_session_is_editable (self->session))
    return NULL;
  selection = tl_session_get_selection (self->session);
  item = tl_selection_get_primary (selection);
  if (item == NULL || tl_selection_get_n_items (selection) != 1
      || tl_item_get_kind (item) != TL_KIND_LINK
      || !tl_map_view_find (self->view, tl_item_get_id (item), index))
    return NULL;
  return item;
}

/* In the order of the ends. */
static gboolean
get_points (TlCanvas *self, guint index, TlPoint points[2])
{
  TlViewport viewport = tl_canvas_get_viewport (self);

  if (!tl_display_list_get_line (tl_map_view_get_list (self->view), index, &points[0], &points[1]))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    points[i] = tl_viewport_to_screen (viewport, points[i]);
  return TRUE;
}

/**
 * tl_canvas_find_end:
 * @self: a canvas
 * @at: a point, in pixels
 * @end: (out): %TL_LINK_TARGET or %TL_LINK_PROJECT
 *
 * Returns: (transfer none) (nullable): the link whose end can be taken hold of there
 */
TlItem *
tl_canvas_find_end (TlCanvas *self, TlPoint at, TlField *end)
{
  TlViewport viewport = tl_canvas_get_viewport (self);
  TlPoint points[2];
  guint index;
  TlItem *link = get_link (self, &index);

  if (link == NULL || at.y >= viewport.height || !get_points (self, index, points))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (hypot (points[i].x - at.x, points[i].y - at.y) <= REACH)
      {
        *end = ends[i];
        return link;
      }
  return NULL;
}

static void
append_disc (GtkSnapshot *snapshot, TlPoint center, double radius, TlColor color)
{
  TlRect rect = tl_rect_grow (tl_rect (center.x, center.y, 0, 0), radius);
  graphene_rect_t bounds = tl_rect_to_graphene (rect);
  GdkRGBA rgba = tl_color_to_rgba (color);
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &bounds, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  gtk_snapshot_pop (snapshot);
}

/**
 * tl_canvas_draw_ends:
 * @self: a canvas
 * @snapshot: where to draw
 *
 * Draws the knobs of the link that is selected.
 */
void
tl_canvas_draw_ends (TlCanvas *self, GtkSnapshot *snapshot)
{
  const TlTheme *theme = tl_canvas_get_theme (self);
  TlPoint points[2];
  guint index;

  if (get_link (self, &index) == NULL || !get_points (self, index, points)
      || !tl_map_view_push_clip (self->view, index, snapshot))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      append_disc (snapshot, points[i], KNOB_RADIUS + KNOB_RING, theme->canvas);
      append_disc (snapshot, points[i], KNOB_RADIUS, theme->accent);
    }
  gtk_snapshot_pop (snapshot);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-overview.h"

#define LEAST_CANVAS_WIDTH 420.0 /* of one that has room for an overview, in pixels */
#define LEAST_CANVAS_HEIGHT 280.0
#define LARGEST_SHARE 0.4 /* of the canvas that it may take, in each direction */
#define MAX_MARKS 400     /* beyond it, what is selected is everything */

/* The part of the map that is not under the headings, in map units. */
static TlRect
get_view (TlCanvas *self)
{
  TlViewport viewport = tl_canvas_get_viewport (self);
  double covered = tl_map_view_get_headings (self->view).height;

  return tl_viewport_rect_to_map (viewport, tl_rect (0, covered, viewport.width,
                                                     MAX (viewport.height - covered, 1)));
}

static TlEmphasis
emphasis_cb (guint index, gpointer user_data)
{
  return tl_canvas_look_through (user_data, index, TL_EMPHASIS_NONE);
}

static void
update_picture (TlCanvas *self)
{
  TlRect frame = tl_overview_get_frame (TL_OVERVIEW (self->overview));
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  /* It has no place yet, and will ask for its picture when it has. */
  if (tl_rect_is_empty (frame))
    return;
  self->overview_is_stale = FALSE;
  tl_overview_set_picture (TL_OVERVIEW (self->overview),
                           tl_map_view_create_picture (self->view, (int) frame.width * scale,
                                                       (int) frame.height * scale, emphasis_cb,
                                                       self));
}

static void
update_marks (TlCanvas *self)
{
  TlSelection *selection = tl_session_get_selection (self->session);
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (TlRect));
  guint n = MIN (tl_selection_get_n_items (selection), MAX_MARKS);

  for (guint i = 0; i < n; i++)
    {
      const TlEntry *entry;
      guint index;

      if (!tl_map_view_find (self->view, tl_item_get_id (tl_selection_get_item (selection, i)),
                             &index)
          || tl_map_view_is_in_tray (self->view, index))
        continue;
      entry = tl_map_view_get_entry (self->view, index);
      if (entry->item.role == TL_ENTRY_CARD)
        g_array_append_val (marks, entry->item.bounds);
    }
  tl_overview_set_marks (TL_OVERVIEW (self->overview), marks);
}

static guint
count_cards_in_sight (TlCanvas *self)
{
  GArray *visible = tl_map_view_get_visible (self->view);
  guint n = 0;

  for (guint i = 0; i < visible->len; i++)
    {
      guint index = g_array_index (visible, guint, i);
      TlRect seen;

      n += tl_map_view_get_entry (self->view, index)->item.role == TL_ENTRY_CARD
           && !tl_map_view_is_in_tray (self->view, index)
           && tl_map_view_get_seen_rect (self->view, index, &seen);
    }
  return n;
}

static int
get_percent (double at, double start, double length)
{
  return (int) lround (100 * CLAMP ((at - start) / MAX (length, 1), 0, 1));
}

/**
 * tl_canvas_describe_overview:
 * @self: a canvas
 *
 * Says in words what the frame in the overview shows.
 */
void
tl_canvas_describe_overview (TlCanvas *self)
{
  TlRect content = tl_map_view_get_content (self->view);
  const TlScene *scene = tl_map_view_get_scene (self->view);
  TlRect view = get_view (self);
  g_autofree char *text = NULL;
  guint n = count_cards_in_sight (self);

  if (scene == NULL || !gtk_widget_get_visible (self->overview))
    return;
  /* Translators: for screen readers: of the cards of a map, how many are in sight; then which part
   * of its height and of its width. The numbers after the first are percentages. */
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%1$u card in sight; height %2$d to %3$d %%, width %4$d to %5$d %%",
                   "%1$u cards in sight; height %2$d to %3$d %%, width %4$d to %5$d %%", n),
      n, get_percent (view.y, content.y, content.height),
      get_percent (view.y + view.height, content.y, content.height),
      get_percent (view.x, content.x, content.width),
      get_percent (view.x + view.width, content.x, content.width));
  tl_overview_describe (TL_OVERVIEW (self->overview), text);
}

static gboolean
update_cb (gpointer user_data)
{
  TlCanvas *self = user_data;

  self->overview_source = 0;
  if (!self->overview_shown || self->session == NULL || tl_map_view_get_scene (self->view) == NULL)
    return G_SOURCE_REMOVE;
  if (self->overview_is_stale)
    update_picture (self);
  update_marks (self);
  tl_canvas_describe_overview (self);
  return G_SOURCE_REMOVE;
}

static void
moved_cb (TlCanvas *self, double x, double y, gboolean is_jump)
{
  TlViewport viewport = tl_canvas_get_viewport (self);
  double covered = tl_map_view_get_headings (self->view).height;

  if (is_jump)
    tl_canvas_leave_place (self);
  viewport = tl_viewport_pan (tl_viewport_center_on (viewport, tl_point (x, y)), 0, covered / 2);
  tl_canvas_end_glide (self);
  tl_camera_glide (self->camera, viewport, is_jump ? TL_CANVAS_GLIDE_MS : 0);
}

static void
stepped_cb (TlCanvas *self, double x, double y)
{
  TlViewport viewport = tl_camera_get_destination (self->camera);
  double covered = tl_map_view_get_headings (self->view).height;

  viewport
      = tl_viewport_pan (viewport, -x * viewport.width, -y * MAX (viewport.height - covered, 1));
  tl_camera_glide (self->camera, viewport, TL_CANVAS_GLIDE_MS);
}

static void
scale_factor_cb (TlCanvas *self)
{
  tl_canvas_queue_overview (self, TRUE);
}

/**
 * tl_canvas_init_overview:
 * @self: a new canvas
 */
void
tl_canvas_init_overview (TlCanvas *self)
{
  self->overview = tl_overview_new ();
  gtk_widget_set_visible (self->overview, FALSE);
  g_signal_connect_object (self->overview, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->overview, "stepped", G_CALLBACK (stepped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_factor_cb), NULL);
  gtk_widget_set_parent (self->overview, GTK_WIDGET (self));
}

/**
 * tl_canvas_dispose_overview:
 * @self: a canvas that goes
 */
void
tl_canvas_dispose_overview (TlCanvas *self)
{
  g_clear_handle_id (&self->overview_source, g_source_remove);
  g_clear_pointer (&self->overview, gtk_widget_unparent);
}

/**
 * tl_canvas_queue_overview:
 * @self: a canvas
 * @is_stale: whether the map looks otherwise, and not only what is selected is another
 *
 * Has the overview follow when there is nothing more urgent.
 */
void
tl_canvas_queue_overview (TlCanvas *self, gboolean is_stale)
{
  if (is_stale)
    self->overview_is_stale = TRUE;
  if (self->overview_shown && self->overview_source == 0)
    self->overview_source = g_idle_add (update_cb, self);
}

/**
 * tl_canvas_update_overview:
 * @self: a canvas
 *
 * Shows the overview where it is wanted and there is a map.
 */
void
tl_canvas_update_overview (TlCanvas *self)
{
  const TlScene *scene = tl_map_view_get_scene (self->view);

  gtk_widget_set_visible (self->overview, self->overview_shown && scene != NULL
                                              && tl_scene_get_n_cards (scene) > 0);
  tl_canvas_queue_overview (self, FALSE);
}

/**
 * tl_canvas_allocate_overview:
 * @self: a canvas whose view has its size
 * @bottom: where the overview ends
 *
 * Puts it into the first corner over the tray, and the frame round what is in sight. On a small
 * canvas the map itself needs the room.
 */
void
tl_canvas_allocate_overview (TlCanvas *self, double bottom)
{
  TlOverview *overview = TL_OVERVIEW (self->overview);
  TlViewport viewport = tl_canvas_get_viewport (self);
  double top = tl_map_view_get_top (self->view);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  TlRect frame = tl_overview_get_frame (overview);
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  TlPoint size;

  gtk_widget_set_child_visible (self->overview,
                                width >= LEAST_CANVAS_WIDTH && bottom - top >= LEAST_CANVAS_HEIGHT);
  if (!gtk_widget_get_visible (self->overview))
    return;
  tl_overview_set_content (overview, tl_map_view_get_content (self->view),
                           viewport.width * LARGEST_SHARE, (bottom - top) * LARGEST_SHARE);
  tl_overview_set_view (overview, get_view (self));
  if (tl_overview_get_frame (overview).width != frame.width
      || tl_overview_get_frame (overview).height != frame.height)
    tl_canvas_queue_overview (self, TRUE);
  size = tl_overview_get_size (overview);
  gtk_widget_measure (self->overview, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->overview,
                            &(GtkAllocation) {
                                (int) (is_rtl ? width - TL_CANVAS_CONTROL_MARGIN - size.x
                                              : TL_CANVAS_CONTROL_MARGIN),
                                (int) (bottom - size.y), (int) size.x, (int) size.y },
                            -1);
}

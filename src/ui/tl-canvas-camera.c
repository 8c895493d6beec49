/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#define ZOOM_STEP 1.2
#define LEGIBLE_SCALE 0.6 /* below it the titles of cards are too small to read */
#define FIRST_MARGIN 14.0 /* pixels under the bar */
#define LARGEST_FIT                                                                                \
  1.5 /* a small map is not blown up beyond this, with texts of the usual size                     \
       */

static TlViewport
camera_get_cb (gpointer user_data)
{
  return tl_canvas_get_viewport (user_data);
}

static void
camera_set_cb (TlViewport viewport, gpointer user_data)
{
  tl_canvas_set_viewport (user_data, viewport);
}

static void
glide_to (TlCanvas *self, TlViewport viewport)
{
  tl_camera_glide (self->camera, viewport, TL_CANVAS_GLIDE_MS);
}

/* How large a map is first seen: its whole width, or the height of all its rows, if titles can be
 * read then. */
static double
get_first_scale (TlCanvas *self, TlViewport viewport, TlRect content)
{
  double width = viewport.width - 2 * TL_CANVAS_MARGIN;
  double height = viewport.height - tl_map_view_get_top (self->view) - 2 * FIRST_MARGIN;
  double usual = tl_map_view_get_text_scale (self->view);
  double legible = LEGIBLE_SCALE * usual;
  double fitting = content.width > 0 ? width / content.width : usual;

  if (tl_scene_is_upright (tl_map_view_get_scene (self->view)))
    return content.height > 0 ? CLAMP (height / content.height, legible, usual) : usual;
  return fitting < legible ? usual : MIN (fitting, usual);
}

static gboolean
find_first_goal (TlCanvas *self, guint *index)
{
  TlAlignment *alignment = tl_analysis_get_alignment (tl_session_get_analysis (self->session));
  guint n;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n);

  for (guint i = 0; i < n; i++)
    if (tl_map_view_find (self->view, tl_item_get_id (goals[i]), index))
      return TRUE;
  return FALSE;
}

/* What a document is first seen as: its beginning, and the first goal. Goals lie beside what serves
 * them, so in a plan of thousands that one is a long way from the corner of the map. */
static TlViewport
get_first_viewport (TlCanvas *self)
{
  TlViewport viewport = tl_map_view_get_viewport (self->view);
  TlRect content = tl_map_view_get_content (self->view);
  guint goal;

  viewport.scale = get_first_scale (self, viewport, content);
  viewport.origin.x = MAX (TL_CANVAS_MARGIN, (viewport.width - content.width * viewport.scale) / 2)
                      - content.x * viewport.scale;
  viewport.origin.y = tl_map_view_get_top (self->view) + FIRST_MARGIN - content.y * viewport.scale;
  return find_first_goal (self, &goal) ? tl_map_view_begin_with (self->view, viewport, goal)
                                       : viewport;
}

/* Where the lens looks at the map. */
static TlViewport
get_led_viewport (TlCanvas *self)
{
  TlViewport viewport = tl_map_view_get_viewport (self->view);
  TlLensCamera camera = tl_lens_get_camera (tl_session_get_lens (self->session));

  viewport.scale = CLAMP (camera.zoom, TL_VIEWPORT_MIN_SCALE, TL_VIEWPORT_MAX_SCALE);
  viewport.origin.x = viewport.width / 2 - camera.x * viewport.scale;
  viewport.origin.y = viewport.height / 2 - camera.y * viewport.scale;
  return viewport;
}

/**
 * tl_canvas_note_camera:
 * @self: a canvas that has its size
 *
 * Tells the lens where the map is looked at, whatever has moved it.
 */
void
tl_canvas_note_camera (TlCanvas *self)
{
  TlViewport viewport = tl_map_view_get_viewport (self->view);
  TlPoint middle
      = tl_viewport_to_map (viewport, tl_point (viewport.width / 2, viewport.height / 2));

  if (self->session != NULL && self->is_placed && !self->is_camera_due)
    tl_lens_note_camera (tl_session_get_lens (self->session),
                         (TlLensCamera) { middle.x, middle.y, viewport.scale });
}

/**
 * tl_canvas_follow_camera:
 * @self: a canvas whose lens has been led elsewhere
 *
 * Goes there, as soon as there is a map.
 */
void
tl_canvas_follow_camera (TlCanvas *self)
{
  tl_canvas_leave_place (self);
  tl_camera_stop (self->camera);
  self->is_camera_due = TRUE;
  tl_canvas_queue_update (self);
}

static gboolean
notify_zoom_cb (gpointer user_data)
{
  g_object_notify (user_data, "zoom");
  return G_SOURCE_REMOVE;
}

/**
 * tl_canvas_place_camera:
 * @self: a canvas that has its size
 * @is_resized: whether it had another one
 *
 * Chooses what a session is first seen as, and again whenever there is another amount of room,
 * until the user leads the camera elsewhere.
 */
void
tl_canvas_place_camera (TlCanvas *self, gboolean is_resized)
{
  if (tl_map_view_get_scene (self->view) == NULL
      || (!self->is_camera_due && self->is_placed && (self->is_led || !is_resized)))
    return;
  self->is_placed = TRUE;
  if (self->is_camera_due)
    self->is_led = TRUE;
  tl_map_view_set_viewport (self->view, self->is_camera_due ? get_led_viewport (self)
                                                            : get_first_viewport (self));
  self->is_camera_due = FALSE;
  /* The size of a child must not change while its parent is being allocated. */
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_zoom_cb, g_object_ref (self), g_object_unref);
}

/**
 * tl_canvas_return_camera:
 * @self: a canvas with a scene
 *
 * Takes the camera back to where a session is first seen from; until the user leads it elsewhere
 * again, it follows the room that there is.
 */
void
tl_canvas_return_camera (TlCanvas *self)
{
  glide_to (self, get_first_viewport (self));
}

/* All of @rect, and nothing of it under the zoom buttons. */
static TlViewport
get_fitting (TlCanvas *self, TlRect rect)
{
  TlViewport viewport = tl_canvas_get_viewport (self);
  TlViewport fitting;
  TlRect control = tl_canvas_get_control_rect (self);
  double largest = LARGEST_FIT * tl_map_view_get_text_scale (self->view);
  double top = tl_map_view_get_top (self->view);

  viewport.height = MAX (viewport.height - top, 1);
  fitting = tl_viewport_fit (viewport, rect, TL_CANVAS_MARGIN, largest);
  fitting.origin.y += top;
  if (tl_rect_intersects (tl_viewport_rect_to_screen (fitting, rect), control))
    {
      viewport.height = MAX (control.y - top, 1);
      fitting = tl_viewport_fit (viewport, rect, TL_CANVAS_CONTROL_MARGIN, largest);
      fitting.origin.y += top;
    }
  return tl_viewport_resize (fitting, viewport.width, tl_canvas_get_viewport (self).height);
}

/**
 * tl_canvas_get_viewport:
 * @self: a canvas
 *
 * Returns: where the map is seen from
 */
TlViewport
tl_canvas_get_viewport (TlCanvas *self)
{
  return tl_map_view_get_viewport (self->view);
}

/**
 * tl_canvas_set_viewport:
 * @self: a canvas
 * @viewport: where to see the map from, as far as the map stays in sight
 */
void
tl_canvas_set_viewport (TlCanvas *self, TlViewport viewport)
{
  double before = tl_canvas_get_zoom (self);

  tl_map_view_set_viewport (self->view, viewport);
  tl_canvas_hide_essentials (self);
  self->is_led = !tl_viewport_equal (tl_canvas_get_viewport (self), get_first_viewport (self));
  tl_canvas_queue_update (self);
  if (tl_canvas_get_zoom (self) != before)
    g_object_notify (G_OBJECT (self), "zoom");
}

/**
 * tl_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: pixels a map unit; 1 is 100 %
 */
double
tl_canvas_get_zoom (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), 1);

  return tl_map_view_get_viewport (self->view).scale;
}

static void
zoom_about_center (TlCanvas *self, double zoom)
{
  TlViewport viewport = tl_camera_get_destination (self->camera);

  glide_to (self, tl_viewport_zoom_at (viewport, zoom,
                                       tl_point (viewport.width / 2, viewport.height / 2)));
}

/**
 * tl_canvas_set_zoom:
 * @self: a canvas
 * @zoom: pixels a map unit; kept within the limits
 *
 * What is in the middle of the map stays there.
 */
void
tl_canvas_set_zoom (TlCanvas *self, double zoom)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  zoom_about_center (self, zoom);
}

/**
 * tl_canvas_zoom_in:
 * @self: a canvas
 */
void
tl_canvas_zoom_in (TlCanvas *self)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  zoom_about_center (self, tl_camera_get_destination (self->camera).scale * ZOOM_STEP);
}

/**
 * tl_canvas_zoom_out:
 * @self: a canvas
 */
void
tl_canvas_zoom_out (TlCanvas *self)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  zoom_about_center (self, tl_camera_get_destination (self->camera).scale / ZOOM_STEP);
}

/**
 * tl_canvas_zoom_to_fit:
 * @self: a canvas
 *
 * Shows the whole map, and from wherever one has got to, leads back.
 */
void
tl_canvas_zoom_to_fit (TlCanvas *self)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  /* Before it has a size there is nothing to fit into; then it is seen whole anyway. */
  if (!tl_canvas_ensure_scene (self) || !self->is_placed)
    return;
  tl_canvas_leave_place (self);
  glide_to (self, get_fitting (self, tl_map_view_get_content (self->view)));
}

/**
 * tl_canvas_zoom_to_selection:
 * @self: a canvas
 *
 * Shows all that is selected, as large as can be; with nothing selected, the whole map.
 */
void
tl_canvas_zoom_to_selection (TlCanvas *self)
{
  TlRect rect = { 0 };
  TlSelection *selection;

  g_return_if_fail (TL_IS_CANVAS (self));

  if (!tl_canvas_ensure_scene (self) || !self->is_placed)
    return;
  tl_canvas_leave_place (self);
  selection = tl_session_get_selection (self->session);
  for (guint i = 0; i < tl_selection_get_n_items (selection); i++)
    {
      guint index;

      if (!tl_map_view_find (self->view, tl_item_get_id (tl_selection_get_item (selection, i)),
                             &index))
        continue;
      if (tl_map_view_is_in_tray (self->view, index))
        tl_canvas_reveal (self, tl_selection_get_item (selection, i));
      else
        rect = tl_rect_union (rect, tl_map_view_get_entry (self->view, index)->item.bounds);
    }
  if (!tl_rect_is_empty (rect))
    glide_to (self, get_fitting (self, rect));
  else if (tl_selection_get_n_items (selection) == 0)
    tl_canvas_zoom_to_fit (self);
  tl_canvas_queue_update (self);
}

/**
 * tl_canvas_reveal:
 * @self: a canvas
 * @item: what to bring into sight; what the map does not show is left alone
 *
 * Moves the camera no more than it takes.
 */
void
tl_canvas_reveal (TlCanvas *self, TlItem *item)
{
  g_return_if_fail (TL_IS_CANVAS (self));
  g_return_if_fail (TL_IS_ITEM (item));

  tl_canvas_reveal_id (self, tl_item_get_id (item));
}

/**
 * tl_canvas_reveal_id:
 * @self: a canvas
 * @id: of what to bring into sight: an item, or a lane
 *
 * Does the same as tl_canvas_reveal().
 */
void
tl_canvas_reveal_id (TlCanvas *self, const char *id)
{
  TlViewport to;
  guint index;

  if (!tl_canvas_ensure_scene (self) || !tl_map_view_find (self->view, id, &index))
    return;
  if (tl_map_view_is_in_tray (self->view, index))
    g_object_set (self, "tray-folded", FALSE, NULL);
  tl_map_view_reveal_in_tray (self->view, index);
  tl_canvas_queue_update (self);
  to = tl_map_view_get_revealing (self->view, index, TL_CANVAS_MARGIN);
  if (self->is_placed && !tl_viewport_equal (to, tl_canvas_get_viewport (self)))
    glide_to (self, to);
}

/**
 * tl_canvas_init_camera:
 * @self: a new canvas
 */
void
tl_canvas_init_camera (TlCanvas *self)
{
  self->camera = tl_camera_new (GTK_WIDGET (self), camera_get_cb, camera_set_cb, self);
}

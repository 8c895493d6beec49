/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "tl-compat.h"

#define MAX_IDS 1000 /* of one place; who has selected more has selected everything */

static char **
dup_selected_ids (TlCanvas *self)
{
  TlSelection *selection = self->session != NULL ? tl_session_get_selection (self->session) : NULL;
  guint n = selection != NULL ? tl_selection_get_n_items (selection) : 0;
  char **ids = g_new0 (char *, n <= MAX_IDS ? n + 1 : 1);

  for (guint i = 0; n <= MAX_IDS && i < n; i++)
    ids[i] = g_strdup (tl_item_get_id (tl_selection_get_item (selection, i)));
  return ids;
}

/* Whoever leads elsewhere has often selected something there before the canvas hears of it: what
 * was selected here is what was selected when the program last was at rest. */
static gboolean
settle_cb (gpointer user_data)
{
  TlCanvas *self = user_data;

  self->settle_source = 0;
  g_strfreev (self->settled_ids);
  self->settled_ids = dup_selected_ids (self);
  return G_SOURCE_REMOVE;
}

static TlPlace *
create_here (TlCanvas *self)
{
  return tl_place_new (tl_camera_get_destination (self->camera),
                       (const char *const *) self->settled_ids);
}

static void
update_actions (TlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "canvas.back", tl_places_can_go (self->trail, TRUE));
  gtk_widget_action_set_enabled (widget, "canvas.forward", tl_places_can_go (self->trail, FALSE));
  gtk_widget_action_set_enabled (widget, "canvas.home", self->session != NULL);
}

static GPtrArray *
list_items (TlCanvas *self, char **ids)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlItem *item = tl_workspace_lookup (tl_session_get_workspace (self->session), ids[i]);

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  return items;
}

/* The map may have another layout now; what was selected then is in sight in any case. */
static TlViewport
get_viewport_of (TlCanvas *self, const TlPlace *place)
{
  TlItem *primary = tl_selection_get_primary (tl_session_get_selection (self->session));
  TlViewport now = tl_canvas_get_viewport (self);
  TlViewport viewport = tl_viewport_resize (place->viewport, now.width, now.height);
  TlRect bounds;
  guint index;

  if (primary == NULL || !tl_map_view_find (self->view, tl_item_get_id (primary), &index)
      || tl_map_view_is_in_tray (self->view, index))
    return viewport;
  bounds = tl_map_view_get_entry (self->view, index)->item.bounds;
  if (tl_rect_intersects (tl_viewport_get_visible (viewport), bounds))
    return viewport;
  return tl_viewport_reveal (viewport, bounds, TL_CANVAS_MARGIN);
}

static void
arrive (TlCanvas *self, const TlPlace *place)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  g_autoptr (GPtrArray) items = list_items (self, place->ids);

  tl_selection_set_items (tl_session_get_selection (self->session), items);
  if (child != NULL && TL_IS_CARD_NODE (child) && items->len > 0)
    tl_canvas_focus_item (self, items->pdata[0]);
  tl_canvas_end_glide (self);
  tl_camera_glide (self->camera, get_viewport_of (self, place), TL_CANVAS_GLIDE_MS);
}

/**
 * tl_canvas_leave_place:
 * @self: a canvas that is about to lead elsewhere
 *
 * Remembers where it is, so that one can come back.
 */
void
tl_canvas_leave_place (TlCanvas *self)
{
  if (!self->is_placed || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  tl_places_leave (self->trail, create_here (self));
  update_actions (self);
}

/**
 * tl_canvas_settle_place:
 * @self: a canvas on which something else is selected
 */
void
tl_canvas_settle_place (TlCanvas *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_idle_add (settle_cb, self);
}

/**
 * tl_canvas_forget_places:
 * @self: a canvas with another session
 */
void
tl_canvas_forget_places (TlCanvas *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  settle_cb (self);
  tl_places_clear (self->trail);
  update_actions (self);
}

/**
 * tl_canvas_go:
 * @self: a canvas
 * @is_back: whether to go back, or forward again
 *
 * Goes to the place where the user was before something led elsewhere. With no such place, the
 * bell rings.
 */
void
tl_canvas_go (TlCanvas *self, gboolean is_back)
{
  g_autoptr (TlPlace) place = NULL;

  g_return_if_fail (TL_IS_CANVAS (self));

  if (!tl_canvas_ensure_scene (self))
    return;
  g_clear_handle_id (&self->settle_source, g_source_remove);
  settle_cb (self);
  place = tl_places_go (self->trail, create_here (self), is_back);
  update_actions (self);
  if (place != NULL)
    arrive (self, place);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/**
 * tl_canvas_go_home:
 * @self: a canvas
 *
 * Shows the map as it was first seen, and fits it into whatever room there is from now on.
 */
void
tl_canvas_go_home (TlCanvas *self)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  if (!tl_canvas_ensure_scene (self))
    return;
  tl_canvas_leave_place (self);
  tl_canvas_end_glide (self);
  tl_map_view_scroll_tray (self->view, -G_MAXDOUBLE);
  tl_canvas_return_camera (self);
  tl_announce (GTK_WIDGET (self), C_ ("accessible", "The map is as it was first seen"));
}

static void
go_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (g_str_equal (name, "canvas.home"))
    tl_canvas_go_home (self);
  else
    tl_canvas_go (self, g_str_equal (name, "canvas.back"));
}

static void
button_cb (TlCanvas *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  tl_canvas_go (self, button == TL_CANVAS_BUTTON_BACK);
}

/**
 * tl_canvas_class_add_place_actions:
 * @widget_class: of the canvas
 */
void
tl_canvas_class_add_place_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.back", NULL, go_activated);
  gtk_widget_class_install_action (widget_class, "canvas.forward", NULL, go_activated);
  gtk_widget_class_install_action (widget_class, "canvas.home", NULL, go_activated);
}

/**
 * tl_canvas_init_places:
 * @self: a new canvas
 *
 * Lets it listen to the two buttons at the side of a mouse.
 */
void
tl_canvas_init_places (TlCanvas *self)
{
  static const guint buttons[] = { TL_CANVAS_BUTTON_BACK, TL_CANVAS_BUTTON_FORWARD };

  self->trail = tl_places_new ();
  self->settled_ids = dup_selected_ids (self);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkGesture *click = gtk_gesture_click_new ();

      gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), buttons[i]);
      g_signal_connect_swapped (click, "pressed", G_CALLBACK (button_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
    }
  update_actions (self);
}

/**
 * tl_canvas_dispose_places:
 * @self: a canvas that goes
 */
void
tl_canvas_dispose_places (TlCanvas *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_pointer (&self->settled_ids, g_strfreev);
  g_clear_pointer (&self->trail, tl_places_free);
}

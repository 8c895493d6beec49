/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include <math.h>

#define WHEEL_STEP 60.0     /* pixels a notch */
#define WHEEL_ZOOM 1.15     /* a notch */
#define TOUCHPAD_ZOOM 1.006 /* a pixel of two fingers with Ctrl */
#define HOVER_MS 300        /* of rest before a chain is lit */
#define LEAVE_MS 120        /* before it goes out again */

/* Hover. */

static gboolean
hover_cb (gpointer user_data)
{
  TlCanvas *self = user_data;

  self->hover_source = 0;
  g_strfreev (self->hovered);
  self->hovered = g_strdupv (self->candidate);
  tl_canvas_update_highlight (self);
  return G_SOURCE_REMOVE;
}

static gboolean
are_equal (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

/* @ids: (transfer full) (nullable): of what the pointer is on */
static void
aim_at (TlCanvas *self, char **ids)
{
  gboolean is_same = are_equal (ids, self->candidate);

  g_strfreev (self->candidate);
  self->candidate = ids;
  if (is_same)
    return;
  g_clear_handle_id (&self->hover_source, g_source_remove);
  if (!are_equal (self->hovered, ids))
    self->hover_source = g_timeout_add (ids != NULL ? HOVER_MS : LEAVE_MS, hover_cb, self);
}

/* Of items, or of the strip that a lane is folded into. */
static char **
dup_pointed_at (TlCanvas *self)
{
  g_autoptr (GPtrArray) items = tl_canvas_list_items_at (self, self->pointer);
  const char *strip = items->len == 0 ? tl_canvas_find_strip (self, self->pointer) : NULL;
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (ids, g_strdup (tl_item_get_id (items->pdata[i])));
  if (strip != NULL)
    g_ptr_array_add (ids, g_strdup (strip));
  if (ids->len > 0)
    g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, ids->len == 0);
}

static void
motion_cb (TlCanvas *self, double x, double y, GtkEventControllerMotion *controller)
{
  gboolean has_moved = x != self->pointer.x || y != self->pointer.y;
  g_auto (GStrv) ids = NULL;

  self->pointer = tl_point (x, y);
  if (self->tool != NULL || self->session == NULL)
    return;
  /* What lies under a control is not pointed at. */
  if (gtk_event_controller_motion_is_pointer (controller))
    ids = dup_pointed_at (self);
  /* When the map moves under a pointer that stands still, nobody is asking. */
  if (has_moved)
    tl_canvas_rest_on (self, ids != NULL ? ids[0] : NULL);
  /* What lies in the tray hangs together with nothing that could be lit. */
  if (tl_rect_contains (tl_map_view_get_tray (self->view), self->pointer))
    g_clear_pointer (&ids, g_strfreev);
  aim_at (self, g_steal_pointer (&ids));
}

static void
leave_cb (TlCanvas *self)
{
  tl_canvas_rest_on (self, NULL);
  aim_at (self, NULL);
}

/* Wheel and touchpad. */

static gboolean
is_wheel (GtkEventControllerScroll *controller)
{
  return gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
}

static void
zoom_by (TlCanvas *self, double factor)
{
  TlViewport viewport = tl_canvas_get_viewport (self);

  tl_canvas_set_viewport (self,
                          tl_viewport_zoom_at (viewport, viewport.scale * factor, self->pointer));
}

static gboolean
scroll_cb (TlCanvas *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double step = is_wheel (controller) ? WHEEL_STEP : 1;

  tl_canvas_hide_essentials (self);
  tl_camera_stop (self->camera);
  tl_canvas_end_glide (self);
  if ((state & GDK_CONTROL_MASK) != 0)
    {
      zoom_by (self, pow (is_wheel (controller) ? WHEEL_ZOOM : TOUCHPAD_ZOOM, -dy));
      return GDK_EVENT_STOP;
    }
  if ((state & GDK_SHIFT_MASK) != 0 && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  if (tl_rect_contains (tl_map_view_get_tray (self->view), self->pointer)
      && tl_map_view_scroll_tray (self->view, dy * step))
    tl_canvas_queue_update (self);
  else if (!tl_rect_contains (tl_map_view_get_tray (self->view), self->pointer))
    tl_canvas_set_viewport (self, tl_viewport_pan (tl_canvas_get_viewport (self), -dx * step,
                                                   -dy * step));
  return GDK_EVENT_STOP;
}

static void
decelerate_cb (TlCanvas *self, double velocity_x, double velocity_y)
{
  if (!tl_rect_contains (tl_map_view_get_tray (self->view), self->pointer))
    tl_camera_fling (self->camera, -velocity_x, -velocity_y);
}

static void
pinch_begin_cb (TlCanvas *self)
{
  tl_canvas_cancel_tool (self);
  tl_camera_stop (self->camera);
  tl_canvas_end_glide (self);
  self->pinch_scale = tl_canvas_get_zoom (self);
}

static void
pinch_cb (TlCanvas *self, double factor, GtkGesture *gesture)
{
  TlPoint fixed = self->pointer;

  if (gtk_gesture_is_active (gesture))
    gtk_gesture_get_bounding_box_center (gesture, &fixed.x, &fixed.y);
  tl_canvas_set_viewport (self, tl_viewport_zoom_at (tl_canvas_get_viewport (self),
                                                     self->pinch_scale * factor, fixed));
}

/* Drag. */

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GdkDevice *device = event != NULL ? gdk_event_get_device (event) : NULL;

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* A goal can be put among the others, where it stands among them. */
static TlTool *
create_card_tool (TlCanvas *self, TlPoint start, TlItem *item, gboolean moves)
{
  if (moves)
    return tl_tool_move_new (self, start, item);
  if (tl_tool_rank_takes (self, item))
    return tl_tool_rank_new (self, start, item);
  return tl_tool_link_new (self, start, item);
}

/* What a drag means is decided by where it begins, and with what. */
static TlTool *
create_tool (TlCanvas *self, GtkGesture *gesture, TlPoint start)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  TlField end = TL_LINK_TARGET;
  TlItem *link = tl_canvas_find_end (self, start, &end);
  TlItem *item = tl_canvas_get_item_at (self, start);
  gboolean extends = (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0;
  gboolean moves = (state & GDK_CONTROL_MASK) != 0 || (self->move_mode && !extends);

  if (button == GDK_BUTTON_MIDDLE || self->is_space_held)
    {
      self->has_panned_with_space = self->is_space_held;
      return tl_tool_pan_new (self, start, FALSE);
    }
  if (button != GDK_BUTTON_PRIMARY)
    return NULL;
  if (link != NULL && !extends)
    return tl_tool_link_new_for_end (self, start, link, end);
  if (item != NULL && tl_item_get_kind (item) != TL_KIND_LINK && (moves || !extends)
      && tl_session_is_editable (self->session))
    return create_card_tool (self, start, item, moves);
  if (is_touch (gesture))
    return tl_tool_pan_new (self, start, TRUE);
  return tl_tool_marquee_new (self, start, extends);
}

static void
drag_begin_cb (TlCanvas *self, double x, double y)
{
  tl_canvas_hide_essentials (self);
  tl_camera_stop (self->camera);
  tl_canvas_end_glide (self);
}

static TlPoint
get_drag_point (GtkGestureDrag *gesture, double dx, double dy, TlPoint *start)
{
  gtk_gesture_drag_get_start_point (gesture, &start->x, &start->y);
  return tl_point (start->x + dx, start->y + dy);
}

static void
drag_update_cb (TlCanvas *self, double dx, double dy, GtkGestureDrag *gesture)
{
  TlPoint start;
  TlPoint at = get_drag_point (gesture, dx, dy, &start);

  if (self->tool == NULL)
    {
      if (!tl_canvas_ensure_scene (self)
          || !gtk_drag_check_threshold (GTK_WIDGET (self), (int) start.x, (int) start.y, (int) at.x,
                                        (int) at.y))
        return;
      tl_canvas_set_tool (self, create_tool (self, GTK_GESTURE (gesture), start));
      if (self->tool == NULL)
        return;
      gtk_widget_grab_focus (GTK_WIDGET (self));
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  tl_tool_update (self->tool, at);
}

static void
drag_end_cb (TlCanvas *self, double dx, double dy, GtkGestureDrag *gesture)
{
  g_autoptr (TlTool) tool = g_steal_pointer (&self->tool);
  TlPoint start;
  TlPoint at = get_drag_point (gesture, dx, dy, &start);

  if (tool == NULL)
    return;
  tl_canvas_set_tool (self, NULL);
  tl_tool_finish (tool, at);
}

static void
drag_cancel_cb (TlCanvas *self)
{
  tl_canvas_cancel_tool (self);
}

/* Click. */

/* Where nothing is that could be selected. */
static void
select_nothing_at (TlCanvas *self, TlPoint at, gboolean toggles)
{
  const char *lane = tl_canvas_ensure_scene (self) ? tl_canvas_find_lane (self, at) : NULL;

  if (lane != NULL)
    tl_canvas_focus_id (self, lane);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!toggles)
    tl_selection_clear (tl_session_get_selection (self->session));
}

/**
 * tl_canvas_select_at:
 * @self: a canvas with a session
 * @at: where it was clicked, in pixels
 * @toggles: whether what was selected stays so
 *
 * Selects what is there, with all the links that look like one there; each has its own branch,
 * where it can be had alone.
 */
void
tl_canvas_select_at (TlCanvas *self, TlPoint at, gboolean toggles)
{
  TlSelection *selection = tl_session_get_selection (self->session);
  g_autoptr (GPtrArray) items = tl_canvas_list_items_at (self, at);

  if (items->len == 0)
    {
      select_nothing_at (self, at, toggles);
      return;
    }
  if (toggles && items->len == 1)
    tl_selection_toggle (selection, items->pdata[0]);
  else if (!toggles)
    tl_selection_set_items (selection, items);
  for (guint i = 0; toggles && items->len > 1 && i < items->len; i++)
    tl_selection_add (selection, items->pdata[i]);
  /* The last is the first among those that are selected. */
  tl_canvas_focus_item (self, items->pdata[items->len - 1]);
}

static void
click_cb (TlCanvas *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  TlPoint at = tl_point (x, y);
  TlItem *item;

  if (self->session == NULL || self->tool != NULL || self->is_space_held
      || tl_canvas_fold_at (self, at))
    return;
  item = tl_canvas_get_item_at (self, at);
  if (n_press == 2 && item != NULL)
    tl_canvas_begin_rename (self, item);
  else
    tl_canvas_select_at (self, at, (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0);
}

static void
popup_at (TlCanvas *self, TlPoint at)
{
  TlItem *item;

  if (self->session == NULL)
    return;
  item = tl_canvas_get_item_at (self, at);
  if (item == NULL || !tl_selection_contains (tl_session_get_selection (self->session), item))
    tl_canvas_select_at (self, at, FALSE);
  tl_canvas_popup_menu (self, at);
}

static void
secondary_cb (TlCanvas *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup_at (self, tl_point (x, y));
}

static void
long_press_cb (TlCanvas *self, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup_at (self, tl_point (x, y));
}

static void
add (TlCanvas *self, gpointer controller, const char *signal, GCallback callback)
{
  g_signal_connect_swapped (controller, signal, callback, self);
}

static void
init_drag (TlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), 0);
  add (self, self->drag, "drag-begin", G_CALLBACK (drag_begin_cb));
  add (self, self->drag, "drag-update", G_CALLBACK (drag_update_cb));
  add (self, self->drag, "drag-end", G_CALLBACK (drag_end_cb));
  add (self, self->drag, "cancel", G_CALLBACK (drag_cancel_cb));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->drag));

  self->pinch = gtk_gesture_zoom_new ();
  add (self, self->pinch, "begin", G_CALLBACK (pinch_begin_cb));
  add (self, self->pinch, "scale-changed", G_CALLBACK (pinch_cb));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->pinch));
}

static void
init_clicks (TlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  add (self, click, "released", G_CALLBACK (click_cb));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  add (self, secondary, "pressed", G_CALLBACK (secondary_cb));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));

  add (self, long_press, "pressed", G_CALLBACK (long_press_cb));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (long_press));
}

static void
init_motion (TlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  add (self, motion, "enter", G_CALLBACK (motion_cb));
  add (self, motion, "motion", G_CALLBACK (motion_cb));
  add (self, motion, "leave", G_CALLBACK (leave_cb));
  gtk_widget_add_controller (widget, motion);

  add (self, scroll, "scroll", G_CALLBACK (scroll_cb));
  add (self, scroll, "decelerate", G_CALLBACK (decelerate_cb));
  gtk_widget_add_controller (widget, scroll);
}

/**
 * tl_canvas_init_pointer:
 * @self: a new canvas
 *
 * Lets it listen to pointer, touchpad and touch.
 */
void
tl_canvas_init_pointer (TlCanvas *self)
{
  init_drag (self);
  init_clicks (self);
  init_motion (self);
}

/**
 * tl_canvas_stop_hover:
 * @self: a canvas
 *
 * Forgets what the pointer rests on, at once.
 */
void
tl_canvas_stop_hover (TlCanvas *self)
{
  g_clear_handle_id (&self->hover_source, g_source_remove);
  g_clear_pointer (&self->candidate, g_strfreev);
  tl_canvas_hide_essentials (self);
  if (self->hovered == NULL)
    return;
  g_clear_pointer (&self->hovered, g_strfreev);
  if (!gtk_widget_in_destruction (GTK_WIDGET (self)))
    tl_canvas_update_highlight (self);
}

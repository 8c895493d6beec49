/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include <math.h>

#include "tl-card-walk.h"
#include "tl-commands.h"

/**
 * tl_canvas_has_keys:
 * @self: a canvas
 *
 * Returns: whether keys belong to the map: the keyboard is on it or on a card, not in an entry or
 *   on a button, and there is something to be seen
 */
gboolean
tl_canvas_has_keys (TlCanvas *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return self->session != NULL && (child == NULL || TL_IS_CARD_NODE (child))
         && tl_canvas_ensure_scene (self);
}

static TlItem *
get_focused (TlCanvas *self)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);

  return self->focused != NULL ? tl_workspace_lookup (workspace, self->focused) : NULL;
}

static void
go_to (TlCanvas *self, TlItem *item, gboolean extends)
{
  TlSelection *selection = tl_session_get_selection (self->session);

  if (extends)
    tl_selection_add (selection, item);
  else
    tl_selection_select (selection, item);
  tl_canvas_focus_item (self, item);
}

/* A lane has the keyboard without being selected. */
static void
go_to_entry (TlCanvas *self, guint index, gboolean extends)
{
  TlItem *item = tl_canvas_get_item (self, index);

  if (item != NULL)
    {
      go_to (self, item, extends);
      return;
    }
  tl_canvas_focus_id (self, tl_map_view_get_entry (self->view, index)->item.id);
  if (!extends)
    tl_selection_clear (tl_session_get_selection (self->session));
}

static void
add_focused (TlCanvas *self)
{
  TlItem *item = get_focused (self);

  if (item != NULL)
    tl_selection_add (tl_session_get_selection (self->session), item);
}

/* From card to card. */

static gboolean
walk_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlCanvas *self = TL_CANVAS (widget);
  gboolean extends;
  int direction;
  guint from, to;

  if (!tl_canvas_has_keys (self))
    return GDK_EVENT_PROPAGATE;
  g_variant_get (args, "(ib)", &direction, &extends);
  if (!tl_map_view_find (self->view, self->focused, &from))
    {
      if (tl_card_walk_end (tl_map_view_get_list (self->view), FALSE, &to))
        go_to_entry (self, to, FALSE);
    }
  else if (tl_card_walk (tl_map_view_get_list (self->view), from, (TlWalk) direction, &to))
    {
      if (extends)
        add_focused (self);
      go_to_entry (self, to, extends);
    }
  else
    gtk_widget_error_bell (widget);
  /* At the edge, too: otherwise the window would take the arrow and leave the map. */
  return GDK_EVENT_STOP;
}

static gboolean
end_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlCanvas *self = TL_CANVAS (widget);
  gboolean is_last, extends;
  guint index;

  if (!tl_canvas_has_keys (self))
    return GDK_EVENT_PROPAGATE;
  g_variant_get (args, "(bb)", &is_last, &extends);
  if (extends)
    add_focused (self);
  if (tl_card_walk_end (tl_map_view_get_list (self->view), is_last, &index))
    go_to_entry (self, index, extends);
  return GDK_EVENT_STOP;
}

/* Along the chain. */

static void
add_links (GPtrArray *links, TlItem *item, TlField end)
{
  for (guint i = 0; i < tl_item_get_n_referrers (item); i++)
    {
      TlField field;
      TlItem *referrer = tl_item_get_referrer (item, i, &field);

      if (field == end)
        g_ptr_array_add (links, referrer);
    }
}

/* What lies nearest of what a card hangs together with, on the side of the goals or on that of the
 * projects. */
static gboolean
find_level_partner (TlCanvas *self, guint from, gboolean towards_goals, guint *nearest)
{
  g_autoptr (GArray) partners
      = tl_scene_list_partners (tl_map_view_get_scene (self->view), from, towards_goals);
  double level = tl_rect_get_center (self->last_rect).y;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < partners->len; i++)
    {
      guint partner = g_array_index (partners, guint, i);
      TlRect bounds = tl_map_view_get_entry (self->view, partner)->item.bounds;
      double distance = fabs (tl_rect_get_center (bounds).y - level);

      if (distance >= least)
        continue;
      least = distance;
      *nearest = partner;
    }
  return least < G_MAXDOUBLE;
}

static gboolean
chain_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlCanvas *self = TL_CANVAS (widget);
  guint from, to = 0;

  if (!tl_canvas_has_keys (self))
    return GDK_EVENT_PROPAGATE;
  if (tl_map_view_find (self->view, self->focused, &from)
      && find_level_partner (self, from, g_variant_get_boolean (args), &to))
    go_to_entry (self, to, FALSE);
  return GDK_EVENT_STOP;
}

/* The links of a card, or those that stand beside a link. */
static GPtrArray *
list_links (TlCanvas *self, TlItem *item)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GPtrArray *shown = g_ptr_array_new ();

  if (tl_item_get_kind (item) == TL_KIND_LINK)
    item = tl_item_get_ref (item, TL_LINK_PROJECT);
  if (item != NULL)
    {
      add_links (all, item, TL_LINK_PROJECT);
      add_links (all, item, TL_LINK_TARGET);
    }
  for (guint i = 0; i < all->len; i++)
    {
      guint index;

      if (tl_map_view_find (self->view, tl_item_get_id (all->pdata[i]), &index))
        g_ptr_array_add (shown, all->pdata[i]);
    }
  return shown;
}

static gboolean
link_walk_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlCanvas *self = TL_CANVAS (widget);
  gboolean is_back = g_variant_get_boolean (args);
  TlItem *item;

  if (!tl_canvas_has_keys (self))
    return GDK_EVENT_PROPAGATE;
  item = get_focused (self);
  if (item != NULL)
    {
      g_autoptr (GPtrArray) links = list_links (self, item);
      guint at = 0;

      if (links->len == 0)
        gtk_widget_error_bell (widget);
      else if (g_ptr_array_find (links, item, &at))
        go_to (self, links->pdata[(at + (is_back ? links->len - 1 : 1)) % links->len], FALSE);
      else
        go_to (self, links->pdata[is_back ? links->len - 1 : 0], FALSE);
    }
  return GDK_EVENT_STOP;
}

/* Editing. */

static gboolean
rename_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlCanvas *self = TL_CANVAS (widget);
  TlItem *item = tl_canvas_has_keys (self) ? get_focused (self) : NULL;

  if (item != NULL)
    tl_canvas_begin_rename (self, item);
  else if (tl_canvas_has_keys (self) && tl_canvas_is_on_lane (self))
    tl_canvas_toggle_fold (self, self->focused);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* What is done with what is selected, or else with the item that has the keyboard. */
static gboolean
window_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlCanvas *self = TL_CANVAS (widget);
  TlSelection *selection;
  TlItem *item;

  if (!tl_canvas_has_keys (self))
    return GDK_EVENT_PROPAGATE;
  selection = tl_session_get_selection (self->session);
  item = get_focused (self);
  if (tl_selection_get_n_items (selection) == 0 && item != NULL)
    tl_selection_select (selection, item);
  if (tl_selection_get_n_items (selection) > 0)
    gtk_widget_activate_action_variant (widget, g_variant_get_string (args, NULL), NULL);
  return GDK_EVENT_STOP;
}

/* What the map itself does. What it cannot do now is no key for the window either. */
static gboolean
action_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (!tl_canvas_has_keys (TL_CANVAS (widget)))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action_variant (widget, g_variant_get_string (args, NULL), NULL);
  return GDK_EVENT_STOP;
}

static gboolean
focus_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (!tl_canvas_has_keys (self))
    return GDK_EVENT_PROPAGATE;
  tl_canvas_focus_selection (self);
  return GDK_EVENT_STOP;
}

static gboolean
essentials_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (!tl_canvas_has_keys (TL_CANVAS (widget)))
    return GDK_EVENT_PROPAGATE;
  tl_canvas_show_essentials (TL_CANVAS (widget));
  return GDK_EVENT_STOP;
}

static gboolean
strength_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (!tl_canvas_has_keys (self))
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_activate_action_variant (widget, "item.strength", args);
}

static gboolean
menu_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlCanvas *self = TL_CANVAS (widget);
  TlViewport viewport = tl_canvas_get_viewport (self);
  TlPoint at = tl_point (viewport.width / 2, viewport.height / 2);
  guint index;

  if (!tl_canvas_has_keys (self))
    return GDK_EVENT_PROPAGATE;
  if (tl_map_view_find (self->view, self->focused, &index))
    {
      at = tl_rect_get_center (tl_map_view_get_entry_rect (self->view, index));
      if (tl_selection_get_n_items (tl_session_get_selection (self->session)) == 0)
        add_focused (self);
    }
  tl_canvas_popup_menu (self, at);
  return GDK_EVENT_STOP;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (self->tool != NULL)
    {
      tl_canvas_cancel_tool (self);
      return GDK_EVENT_STOP;
    }
  if (tl_canvas_hide_essentials (self))
    return GDK_EVENT_STOP;
  if (!tl_canvas_has_keys (self))
    return GDK_EVENT_PROPAGATE;
  if (tl_selection_get_n_items (tl_session_get_selection (self->session)) == 0)
    return tl_canvas_unfocus (self) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  tl_selection_clear (tl_session_get_selection (self->session));
  return GDK_EVENT_STOP;
}

/* A gesture that was begun with a key held is given up with that key held. */
static gboolean
give_up_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (self->tool == NULL)
    return GDK_EVENT_PROPAGATE;
  tl_canvas_cancel_tool (self);
  return GDK_EVENT_STOP;
}

/* Space: held, it makes every drag a pan; let go without one, it selects. */

static gboolean
key_pressed_cb (TlCanvas *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_space || !tl_canvas_has_keys (self) || self->tool != NULL)
    return GDK_EVENT_PROPAGATE;
  if (!self->is_space_held)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
  self->is_space_held = TRUE;
  return GDK_EVENT_STOP;
}

static void
release_space (TlCanvas *self)
{
  if (self->is_space_held && self->tool == NULL)
    gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  self->is_space_held = FALSE;
  self->has_panned_with_space = FALSE;
}

static void
key_released_cb (TlCanvas *self, guint key, guint code, GdkModifierType state)
{
  gboolean toggles = self->is_space_held && !self->has_panned_with_space;
  TlItem *item;

  if (key != GDK_KEY_space)
    return;
  release_space (self);
  item = toggles && tl_canvas_has_keys (self) ? get_focused (self) : NULL;
  if (item != NULL)
    tl_selection_toggle (tl_session_get_selection (self->session), item);
}

static void
bind_walk (GtkWidgetClass *widget_class, guint key, guint keypad, TlWalk direction)
{
  gtk_widget_class_add_binding (widget_class, key, 0, walk_cb, "(ib)", (int) direction, FALSE);
  gtk_widget_class_add_binding (widget_class, keypad, 0, walk_cb, "(ib)", (int) direction, FALSE);
  gtk_widget_class_add_binding (widget_class, key, GDK_SHIFT_MASK, walk_cb, "(ib)", (int) direction,
                                TRUE);
  gtk_widget_class_add_binding (widget_class, keypad, GDK_SHIFT_MASK, walk_cb, "(ib)",
                                (int) direction, TRUE);
}

static void
bind_end (GtkWidgetClass *widget_class, guint key, guint keypad, gboolean is_last)
{
  const guint keys[] = { key, keypad };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i], 0, end_cb, "(bb)", is_last, FALSE);
      gtk_widget_class_add_binding (widget_class, keys[i], GDK_SHIFT_MASK, end_cb, "(bb)", is_last,
                                    TRUE);
    }
}

static void
bind_strength (GtkWidgetClass *widget_class, guint key, guint keypad, const char *strength)
{
  gtk_widget_class_add_binding (widget_class, key, 0, strength_cb, "s", strength);
  gtk_widget_class_add_binding (widget_class, keypad, 0, strength_cb, "s", strength);
}

/**
 * tl_canvas_class_bind_action:
 * @widget_class: of the canvas
 * @key: a key
 * @modifiers: to be held with it
 * @action: the name of an action without a parameter
 *
 * Has the key run the action when the keyboard is on the map or a card of it.
 */
void
tl_canvas_class_bind_action (GtkWidgetClass *widget_class,
                             guint key,
                             guint modifiers,
                             const char *action)
{
  gtk_widget_class_add_binding (widget_class, key, (GdkModifierType) modifiers, action_cb, "s",
                                action);
}

/**
 * tl_canvas_class_add_keys:
 * @widget_class: of the canvas
 *
 * Binds the keys of the map.
 */
void
tl_canvas_class_add_keys (GtkWidgetClass *widget_class)
{
  bind_walk (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, TL_WALK_LEFT);
  bind_walk (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, TL_WALK_RIGHT);
  bind_walk (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, TL_WALK_UP);
  bind_walk (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, TL_WALK_DOWN);
  bind_end (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, FALSE);
  bind_end (widget_class, GDK_KEY_End, GDK_KEY_KP_End, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, chain_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK, chain_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, link_walk_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, link_walk_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, rename_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, rename_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, rename_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, 0, focus_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, essentials_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_l, 0, window_cb, "s", "win.link");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_p, 0, window_cb, "s", "canvas.toggle-pin");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, window_cb, "s", "win.delete");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, window_cb, "s", "win.delete");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, window_cb, "s", "win.delete");
  bind_strength (widget_class, GDK_KEY_1, GDK_KEY_KP_1, "weak");
  bind_strength (widget_class, GDK_KEY_2, GDK_KEY_KP_2, "medium");
  bind_strength (widget_class, GDK_KEY_3, GDK_KEY_KP_3, "strong");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, GDK_CONTROL_MASK, give_up_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, GDK_SHIFT_MASK, give_up_cb, NULL);
}

/**
 * tl_canvas_init_keys:
 * @self: a new canvas
 *
 * Lets it listen to the one key that is held.
 */
void
tl_canvas_init_keys (TlCanvas *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (key, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (release_space), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

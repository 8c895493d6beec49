/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include "tl-card-walk.h"

static void
card_entered_cb (TlCanvas *self, TlCardNode *node)
{
  if (g_strcmp0 (self->essential_id, tl_card_node_get_id (node)) != 0)
    tl_canvas_hide_essentials (self);
  tl_canvas_set_focused_id (self, tl_card_node_get_id (node));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
card_action_cb (TlCardNode *node, const char *name, TlCanvas *self)
{
  TlItem *item = self->session != NULL
                     ? tl_workspace_lookup (tl_session_get_workspace (self->session),
                                            tl_card_node_get_id (node))
                     : NULL;

  if (g_str_equal (name, "card.fold"))
    tl_canvas_toggle_fold (self, tl_card_node_get_id (node));
  else if (item != NULL)
    tl_canvas_run_on (self, item, name);
}

/**
 * tl_canvas_move_lost_focus:
 * @self: a canvas whose scene is new
 *
 * If the card that the keyboard had is gone, it goes on from the nearest one that is left.
 */
void
tl_canvas_move_lost_focus (TlCanvas *self)
{
  gboolean had_focus
      = tl_card_pool_find (self->pool, self->focused) != NULL
        && gtk_widget_has_focus (GTK_WIDGET (tl_card_pool_find (self->pool, self->focused)));
  const TlDisplayList *list = tl_map_view_get_list (self->view);
  const char *id = NULL;
  guint index;

  if (self->focused == NULL || list == NULL)
    return;
  if (tl_map_view_find (self->view, self->focused, &index))
    {
      self->last_rect = tl_map_view_get_entry (self->view, index)->item.bounds;
      return;
    }
  if (tl_card_walk_nearest (list, tl_rect_get_center (self->last_rect), &index))
    id = tl_map_view_get_entry (self->view, index)->item.id;
  tl_canvas_set_focused_id (self, id);
  if (had_focus && id != NULL)
    tl_canvas_focus_id (self, id);
  else if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
give_keyboard (TlCanvas *self, const char *id)
{
  TlCardNode *node = NULL;

  if (id == NULL || !tl_canvas_ensure_scene (self))
    return FALSE;
  node = tl_card_pool_ensure (self->pool, self->session, self->view, id);
  if (node == NULL)
    return FALSE;
  tl_canvas_set_focused_id (self, id);
  gtk_widget_grab_focus (GTK_WIDGET (node));
  return TRUE;
}

/**
 * tl_canvas_focus_cards:
 * @self: a canvas
 *
 * Gives the keyboard to the card that had it last, or to the first one.
 *
 * Returns: whether the canvas has the keyboard now
 */
gboolean
tl_canvas_focus_cards (TlCanvas *self)
{
  guint index;

  /* Before the canvas has a size, a scene would have to be made twice. */
  self->is_focus_due = gtk_widget_get_width (GTK_WIDGET (self)) == 0;
  if (!self->is_focus_due && tl_canvas_ensure_scene (self)
      && (tl_map_view_find (self->view, self->focused, &index)
          || tl_card_walk_end (tl_map_view_get_list (self->view), FALSE, &index)))
    {
      tl_canvas_focus_id (self, tl_map_view_get_entry (self->view, index)->item.id);
      return TRUE;
    }
  return gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * tl_canvas_take_focus:
 * @widget: a canvas
 * @direction: where the keyboard goes
 *
 * One stop for Tab, at the card that the keyboard left last; within, arrows move.
 *
 * Returns: whether the keyboard is on the canvas now
 */
gboolean
tl_canvas_take_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TlCanvas *self = TL_CANVAS (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  gboolean is_in_control = tl_canvas_is_control (self, child);
  gboolean is_entered = child == NULL && !gtk_widget_is_focus (widget);

  if (is_in_control && tl_canvas_focus_control (self, child, direction))
    return TRUE;
  if (direction == GTK_DIR_TAB_BACKWARD && is_entered
      && tl_canvas_focus_control (self, NULL, direction))
    return TRUE;
  if (direction == GTK_DIR_TAB_FORWARD && !is_entered)
    return !is_in_control && tl_canvas_focus_control (self, NULL, direction);
  if (child != NULL && !(is_in_control && direction == GTK_DIR_TAB_BACKWARD))
    return FALSE;
  return tl_canvas_focus_cards (self);
}

/**
 * tl_canvas_give_due_focus:
 * @self: a canvas whose map is in sight
 *
 * If the keyboard came before the map was there, it goes on to the first card. The camera stays.
 */
void
tl_canvas_give_due_focus (TlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint index;

  if (!self->is_focus_due || gtk_widget_get_width (widget) == 0)
    return;
  self->is_focus_due = FALSE;
  if (gtk_widget_is_focus (widget) && tl_canvas_ensure_scene (self)
      && tl_card_walk_end (tl_map_view_get_list (self->view), FALSE, &index))
    give_keyboard (self, tl_map_view_get_entry (self->view, index)->item.id);
}

/**
 * tl_canvas_set_focused_id:
 * @self: a canvas
 * @id: (nullable): of the item that has the keyboard, or would get it
 */
void
tl_canvas_set_focused_id (TlCanvas *self, const char *id)
{
  guint index;

  if (g_strcmp0 (self->focused, id) != 0)
    {
      g_free (self->focused);
      self->focused = g_strdup (id);
      tl_canvas_update_edits (self);
      tl_canvas_update_fold_actions (self);
    }
  if (tl_map_view_find (self->view, self->focused, &index))
    self->last_rect = tl_map_view_get_entry (self->view, index)->item.bounds;
}

/**
 * tl_canvas_focus_item:
 * @self: a canvas
 * @item: (nullable): what the map shows; otherwise nothing happens
 *
 * Brings an item into sight and gives it the keyboard.
 */
void
tl_canvas_focus_item (TlCanvas *self, TlItem *item)
{
  if (item != NULL)
    tl_canvas_focus_id (self, tl_item_get_id (item));
}

/**
 * tl_canvas_focus_id:
 * @self: a canvas
 * @id: of an item that the map shows, or of a lane of it; otherwise nothing happens
 *
 * Brings it into sight and gives it the keyboard.
 */
void
tl_canvas_focus_id (TlCanvas *self, const char *id)
{
  g_autofree char *own = g_strdup (id);

  /* The id may be that of an entry, which goes with its scene. */
  if (give_keyboard (self, own))
    tl_canvas_reveal_id (self, own);
}

/**
 * tl_canvas_run_on:
 * @self: a canvas
 * @item: what it shows
 * @action: "card.open", "card.rename", "card.link" or "card.delete"
 *
 * Does what an assistive technology has asked for, by the same ways that a hand would take.
 */
void
tl_canvas_run_on (TlCanvas *self, TlItem *item, const char *action)
{
  tl_selection_select (tl_session_get_selection (self->session), item);
  tl_canvas_focus_item (self, item);
  if (g_str_equal (action, "card.rename"))
    tl_canvas_begin_rename (self, item);
  else if (g_str_equal (action, "card.link"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.link", NULL);
  else if (g_str_equal (action, "card.delete"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.delete", NULL);
}

/**
 * tl_canvas_init_focus:
 * @self: a new canvas
 */
void
tl_canvas_init_focus (TlCanvas *self)
{
  self->pool = tl_card_pool_new (GTK_WIDGET (self), G_CALLBACK (card_entered_cb),
                                 G_CALLBACK (card_action_cb));
}

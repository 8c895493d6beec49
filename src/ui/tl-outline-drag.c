/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-outline-private.h"

/* Near its ends the list scrolls while something is dragged over it. */
#define EDGE_PX 28.0
#define STEP_PX 14.0

/* The pointer's way to do what Alt with an arrow, and cut and paste do. */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, TlOutline *self)
{
  TlOutlineRow *row = tl_outline_pick (self, x, y);
  g_autoptr (TlOutlineNode) node = NULL;
  g_autoptr (GdkPaintable) picture = NULL;

  if (row == NULL || self->session == NULL || !tl_session_is_editable (self->session)
      || tl_outline_row_is_renaming (row))
    return NULL;
  node = gtk_tree_list_row_get_item (tl_outline_row_get_row (row));
  if (tl_outline_node_get_item (node) == NULL
      || tl_outline_node_get_place (node)->type == TL_OUTLINE_PLAN)
    return NULL;
  picture = gtk_widget_paintable_new (GTK_WIDGET (row));
  gtk_drag_source_set_icon (source, picture, 12, 12);
  return gdk_content_provider_new_typed (TL_TYPE_OUTLINE_NODE, node);
}

static void
set_drop_row (TlOutline *self, TlOutlineRow *row)
{
  if (self->drop_row == row)
    return;
  if (self->drop_row != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->drop_row), "drop");
  g_set_weak_pointer (&self->drop_row, row);
  if (row != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "drop");
}

static void
scroll_at_edge (TlOutline *self, double y)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  double value = gtk_adjustment_get_value (adjustment);

  if (y < EDGE_PX)
    gtk_adjustment_set_value (adjustment, value - STEP_PX);
  else if (y > gtk_widget_get_height (GTK_WIDGET (self->list)) - EDGE_PX)
    gtk_adjustment_set_value (adjustment, value + STEP_PX);
}

/* A row may come from the outline of another document. */
static gboolean
is_ours (TlOutline *self, TlOutlineNode *node)
{
  TlItem *item = tl_outline_node_get_item (node);

  return self->session != NULL && tl_outline_place_is_alive (tl_outline_node_get_place (node))
         && tl_item_get_workspace (item) == tl_session_get_workspace (self->session);
}

static TlOutlineRow *
find_drop_row (TlOutline *self, TlOutlineNode *node, double x, double y)
{
  TlOutlineRow *row = tl_outline_pick (self, x, y);

  return row != NULL && is_ours (self, node)
                 && tl_outline_can_drop (self, node, tl_outline_row_get_row (row))
             ? row
             : NULL;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, TlOutline *self)
{
  const GValue *value = gtk_drop_target_get_value (target);
  TlOutlineNode *node = value != NULL ? g_value_get_object (value) : NULL;

  scroll_at_edge (self, y);
  set_drop_row (self, node != NULL ? find_drop_row (self, node, x, y) : NULL);
  return self->drop_row != NULL ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (TlOutline *self)
{
  set_drop_row (self, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, TlOutline *self)
{
  TlOutlineNode *node = g_value_get_object (value);
  TlOutlineRow *row = tl_outline_pick (self, x, y);

  set_drop_row (self, NULL);
  if (row == NULL || !is_ours (self, node))
    return FALSE;
  tl_outline_drop (self, node, tl_outline_row_get_row (row));
  return TRUE;
}

/*
 * tl_outline_init_drag:
 * @self: a new outline
 *
 * Lets rows be dragged to others.
 */
void
tl_outline_init_drag (TlOutline *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (TL_TYPE_OUTLINE_NODE, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}

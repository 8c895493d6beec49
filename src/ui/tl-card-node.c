/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-card-node.h"

struct _TlCardNode
{
  GtkWidget parent_instance;

  /* Owned */
  char *id;
  char *label;
  char *description;

  int is_expanded; /* TRUE, FALSE or GTK_ACCESSIBLE_VALUE_UNDEFINED */
  gboolean is_selected;
};

enum
{
  SIGNAL_ENTERED,
  SIGNAL_ACTION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlCardNode, tl_card_node, GTK_TYPE_WIDGET)

static void
enter_cb (TlCardNode *self)
{
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
}

static void
run_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ACTION], 0, name);
}

static void
tl_card_node_finalize (GObject *object)
{
  TlCardNode *self = TL_CARD_NODE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (tl_card_node_parent_class)->finalize (object);
}

static void
tl_card_node_class_init (TlCardNodeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_card_node_finalize;

  /**
   * TlCardNode::entered:
   * @self: the node
   *
   * The keyboard has come to the card.
   */
  signals[SIGNAL_ENTERED] = g_signal_new ("entered", TL_TYPE_CARD_NODE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TlCardNode::action:
   * @self: the node
   * @name: "card.open", "card.rename", "card.link", "card.delete" or "card.fold"
   *
   * An assistive technology asks for something to be done with the card.
   */
  signals[SIGNAL_ACTION] = g_signal_new ("action", TL_TYPE_CARD_NODE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "mapcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_install_action (widget_class, "card.open", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "card.rename", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "card.link", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "card.delete", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "card.fold", NULL, run_action);
}

static void
tl_card_node_init (TlCardNode *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->is_expanded = GTK_ACCESSIBLE_VALUE_UNDEFINED;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* The pointer is the canvas's. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * tl_card_node_new:
 *
 * Returns: (transfer floating): a node that stands for nothing yet
 */
GtkWidget *
tl_card_node_new (void)
{
  return g_object_new (TL_TYPE_CARD_NODE, NULL);
}

/**
 * tl_card_node_get_id:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the id of the item that it stands for
 */
const char *
tl_card_node_get_id (TlCardNode *self)
{
  g_return_val_if_fail (TL_IS_CARD_NODE (self), NULL);

  return self->id;
}

/**
 * tl_card_node_set_id:
 * @self: a node
 * @id: of the item that it stands for from now on
 */
void
tl_card_node_set_id (TlCardNode *self, const char *id)
{
  g_return_if_fail (TL_IS_CARD_NODE (self));

  if (g_strcmp0 (self->id, id) == 0)
    return;
  g_free (self->id);
  self->id = g_strdup (id);
}

/**
 * tl_card_node_describe:
 * @self: a node
 * @label: kind and title
 * @description: a sentence on what the item is connected with
 *
 * Tells assistive technologies only what is new, so that they do not repeat themselves.
 */
void
tl_card_node_describe (TlCardNode *self, const char *label, const char *description)
{
  g_return_if_fail (TL_IS_CARD_NODE (self));

  if (g_strcmp0 (self->label, label) != 0)
    {
      g_free (self->label);
      self->label = g_strdup (label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
    }
  if (g_strcmp0 (self->description, description) != 0)
    {
      g_free (self->description);
      self->description = g_strdup (description);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      description, -1);
    }
}

/**
 * tl_card_node_set_expanded:
 * @self: a node
 * @is_expanded: whether what is under the card is shown, or %GTK_ACCESSIBLE_VALUE_UNDEFINED where
 *   there is nothing
 */
void
tl_card_node_set_expanded (TlCardNode *self, int is_expanded)
{
  g_return_if_fail (TL_IS_CARD_NODE (self));

  if (self->is_expanded == is_expanded)
    return;
  self->is_expanded = is_expanded;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, is_expanded,
                               -1);
}

/**
 * tl_card_node_set_selected:
 * @self: a node
 * @is_selected: whether the item is selected
 */
void
tl_card_node_set_selected (TlCardNode *self, gboolean is_selected)
{
  g_return_if_fail (TL_IS_CARD_NODE (self));

  if (self->is_selected == is_selected)
    return;
  self->is_selected = is_selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, is_selected,
                               -1);
}

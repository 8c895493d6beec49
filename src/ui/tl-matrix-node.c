/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-matrix-node.h"

struct _TlMatrixNode
{
  GtkWidget parent_instance;

  /* Owned */
  char *label;
  char *description;
};

enum
{
  SIGNAL_ENTERED,
  SIGNAL_ACTION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlMatrixNode, tl_matrix_node, GTK_TYPE_WIDGET)

static void
enter_cb (TlMatrixNode *self)
{
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
}

static void
run_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ACTION], 0, name);
}

static void
tl_matrix_node_finalize (GObject *object)
{
  TlMatrixNode *self = TL_MATRIX_NODE (object);

  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (tl_matrix_node_parent_class)->finalize (object);
}

static void
tl_matrix_node_class_init (TlMatrixNodeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_matrix_node_finalize;

  /**
   * TlMatrixNode::entered:
   * @self: the node
   *
   * The keyboard has come to it.
   */
  signals[SIGNAL_ENTERED] = g_signal_new ("entered", TL_TYPE_MATRIX_NODE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TlMatrixNode::action:
   * @self: the node
   * @name: "place.open", "place.cycle", "place.unlink" or "place.fold"
   *
   * An assistive technology asks for something to be done there.
   */
  signals[SIGNAL_ACTION] = g_signal_new ("action", TL_TYPE_MATRIX_NODE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "matrixplace");
  gtk_widget_class_install_action (widget_class, "place.open", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "place.cycle", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "place.unlink", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "place.fold", NULL, run_action);
}

static void
tl_matrix_node_init (TlMatrixNode *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * tl_matrix_node_new:
 * @role: what it is to assistive technologies, for as long as it lives
 *
 * Returns: (transfer floating): a node that stands for nothing yet
 */
GtkWidget *
tl_matrix_node_new (GtkAccessibleRole role)
{
  return g_object_new (TL_TYPE_MATRIX_NODE, "accessible-role", role, NULL);
}

/**
 * tl_matrix_node_get_label:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): its name
 */
const char *
tl_matrix_node_get_label (TlMatrixNode *self)
{
  g_return_val_if_fail (TL_IS_MATRIX_NODE (self), NULL);

  return self->label;
}

/**
 * tl_matrix_node_describe:
 * @self: a node
 * @label: its name
 * @description: more about it
 *
 * Tells assistive technologies only what is new, so that they do not repeat themselves.
 */
void
tl_matrix_node_describe (TlMatrixNode *self, const char *label, const char *description)
{
  g_return_if_fail (TL_IS_MATRIX_NODE (self));

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
 * tl_matrix_node_set_selected:
 * @self: a node
 * @is_selected: whether what it stands for is selected
 */
void
tl_matrix_node_set_selected (TlMatrixNode *self, gboolean is_selected)
{
  g_return_if_fail (TL_IS_MATRIX_NODE (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, is_selected,
                               -1);
}

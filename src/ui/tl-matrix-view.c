/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-matrix-view.h"

#include <glib/gi18n-lib.h>

#include "tl-matrix-grid.h"

struct _TlMatrixView
{
  GtkWidget parent_instance;

  /* Owned */
  TlSession *session; /* (nullable) */
  GSignalGroup *session_signals;
  GSignalGroup *lens_signals;
  GSimpleActionGroup *actions;

  /* Template children */
  GtkWidget *toolbar;
  GtkWidget *order_button;
  GtkLabel *order_label;
  GtkStack *stack;
  TlMatrixGrid *grid;
};

/* An order, as actions call it and as the button does. */
typedef struct
{
  const char *name;
  const char *label;
} OrderName;

static const OrderName orders[TL_N_MATRIX_ORDERS] = {
  [TL_MATRIX_BY_GOAL] = { "goal", NC_ ("order", "By Goal") },
  [TL_MATRIX_BY_DAYS] = { "days", NC_ ("order", "By Days") },
  [TL_MATRIX_BY_TITLE] = { "title", NC_ ("order", "By Title") },
  [TL_MATRIX_CLUSTERED] = { "clustered", NC_ ("order", "Clustered") },
};

enum
{
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlMatrixView, tl_matrix_view, GTK_TYPE_WIDGET)

static void
set_state (TlMatrixView *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static gboolean
has_items (TlMatrixView *self, TlKind kind)
{
  return self->session != NULL
         && tl_workspace_get_n_items (tl_session_get_workspace (self->session), kind) > 0;
}

static const char *
find_page (TlMatrixView *self)
{
  const TlMatrix *matrix = tl_matrix_grid_get_matrix (self->grid);

  if (!has_items (self, TL_KIND_OBJECTIVE))
    return "no-objectives";
  if (!has_items (self, TL_KIND_PROJECT))
    return "no-projects";
  if (tl_matrix_get_n_rows (matrix) == 0 || tl_matrix_get_n_columns (matrix) == 0)
    return tl_lens_get_hides (tl_session_get_lens (self->session)) ? "nothing-found"
                                                                   : "nothing-counts";
  return "matrix";
}

static void
update_page (TlMatrixView *self)
{
  const char *page = find_page (self);

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_sensitive (self->toolbar, !g_str_has_prefix (page, "no-"));
}

static void
analysed_cb (TlMatrixView *self, TlTransaction *transaction)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_page (self);
}

static void
lens_changed_cb (TlMatrixView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_page (self);
}

static void
folded_cb (TlMatrixView *self)
{
  set_state (self, "fold", g_variant_new_boolean (tl_matrix_grid_is_folded (self->grid)));
}

static void
set_order (TlMatrixView *self, TlMatrixOrder order)
{
  const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "order", orders[order].label);
  /* Translators: for screen readers, a button that shows the order it was set to. */
  g_autofree char *name = g_strdup_printf (C_ ("accessible", "Order of projects: %s"), label);

  set_state (self, "order", g_variant_new_string (orders[order].name));
  gtk_label_set_label (self->order_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->order_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  tl_matrix_grid_set_order (self->grid, order);
}

static void
order_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  for (int i = 0; i < TL_N_MATRIX_ORDERS; i++)
    if (g_str_equal (orders[i].name, g_variant_get_string (parameter, NULL)))
      set_order (user_data, (TlMatrixOrder) i);
}

static void
sort_again_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlMatrixView *self = user_data;
  GAction *order = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "order");
  g_autoptr (GVariant) state = g_action_get_state (order);

  order_activated (G_SIMPLE_ACTION (order), state, self);
}

static void
fold_changed (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  TlMatrixView *self = user_data;

  tl_matrix_grid_fold_all (self->grid, g_variant_get_boolean (state));
  folded_cb (self);
}

static void
show_all_changed (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  TlMatrixView *self = user_data;

  g_simple_action_set_state (action, state);
  tl_matrix_grid_set_shows_all (self->grid, g_variant_get_boolean (state));
  update_page (self);
}

static const GActionEntry entries[] = {
  { "order", order_activated, "s", "'goal'" },
  { "sort-again", sort_again_activated },
  { "fold", NULL, NULL, "false", fold_changed },
  { "show-all", NULL, NULL, "false", show_all_changed },
};

static void
tl_matrix_view_map (GtkWidget *widget)
{
  update_page (TL_MATRIX_VIEW (widget));
  GTK_WIDGET_CLASS (tl_matrix_view_parent_class)->map (widget);
}

static gboolean
tl_matrix_view_grab_focus (GtkWidget *widget)
{
  TlMatrixView *self = TL_MATRIX_VIEW (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "matrix"))
    return gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
tl_matrix_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TlMatrixView *self = TL_MATRIX_VIEW (object);

  if (id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_matrix_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    tl_matrix_view_set_session (TL_MATRIX_VIEW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_matrix_view_dispose (GObject *object)
{
  TlMatrixView *self = TL_MATRIX_VIEW (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->lens_signals);
  g_clear_object (&self->actions);
  g_clear_object (&self->session);
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));

  G_OBJECT_CLASS (tl_matrix_view_parent_class)->dispose (object);
}

static void
tl_matrix_view_class_init (TlMatrixViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_matrix_view_dispose;
  G_OBJECT_CLASS (klass)->get_property = tl_matrix_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = tl_matrix_view_set_property;
  widget_class->map = tl_matrix_view_map;
  widget_class->grab_focus = tl_matrix_view_grab_focus;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, TL_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (TL_TYPE_MATRIX_GRID);
  gtk_widget_class_set_css_name (widget_class, "matrixview");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-matrix-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, toolbar);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, order_button);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, order_label);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixView, grid);
}

static void
tl_matrix_view_init (TlMatrixView *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "matrix", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->grid, "notify::folded", G_CALLBACK (folded_cb), self,
                           G_CONNECT_SWAPPED);
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "analysed", G_CALLBACK (analysed_cb),
                                  self);
  self->lens_signals = g_signal_group_new (TL_TYPE_LENS);
  g_signal_group_connect_swapped (self->lens_signals, "changed", G_CALLBACK (lens_changed_cb),
                                  self);
  set_order (self, TL_MATRIX_BY_GOAL);
}

/**
 * tl_matrix_view_new:
 *
 * Returns: (transfer floating): a view of nothing yet
 */
GtkWidget *
tl_matrix_view_new (void)
{
  return g_object_new (TL_TYPE_MATRIX_VIEW, NULL);
}

/**
 * tl_matrix_view_set_session:
 * @self: a view
 * @session: (nullable): what to show from now on
 */
void
tl_matrix_view_set_session (TlMatrixView *self, TlSession *session)
{
  g_return_if_fail (TL_IS_MATRIX_VIEW (self));

  if (self->session == session)
    return;
  g_set_object (&self->session, session);
  tl_matrix_grid_set_session (self->grid, session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->lens_signals,
                             session != NULL ? tl_session_get_lens (session) : NULL);
  folded_cb (self);
  if (session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

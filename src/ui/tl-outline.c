/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-outline.h"

#include "tl-outline-node.h"
#include "tl-outline-row.h"

struct _TlOutline
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *selection_signals;
  TlOutlineNode *root;
  GtkTreeListModel *tree;
  GtkSingleSelection *model;

  /* Template. */
  GtkListView *list;

  guint is_following : 1; /* the selection of the session is being shown, or being made */
  guint is_stale : 1;     /* something has changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (TlOutline, tl_outline, GTK_TYPE_WIDGET)

static guint
find_key (GListModel *siblings, const char *key)
{
  guint n = g_list_model_get_n_items (siblings);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlOutlineNode) node = g_list_model_get_item (siblings, i);

      if (g_str_equal (tl_outline_node_get_key (node), key))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Opens all that leads to a place in the outline. */
static GtkTreeListRow *
open_path (TlOutline *self, GPtrArray *path)
{
  GListModel *siblings = tl_outline_node_get_children (self->root, self->session);
  GtkTreeListRow *row = NULL;

  for (guint i = 0; i < path->len && siblings != NULL; i++)
    {
      guint index = find_key (siblings, path->pdata[i]);
      GtkTreeListRow *child = NULL;

      if (index != GTK_INVALID_LIST_POSITION && row != NULL)
        {
          gtk_tree_list_row_set_expanded (row, TRUE);
          child = gtk_tree_list_row_get_child_row (row, index);
        }
      else if (index != GTK_INVALID_LIST_POSITION)
        {
          child = gtk_tree_list_model_get_child_row (self->tree, index);
        }
      g_clear_object (&row);
      row = child;
      if (row == NULL)
        return NULL;
      if (i + 1 < path->len)
        {
          g_autoptr (TlOutlineNode) node = gtk_tree_list_row_get_item (row);

          siblings = tl_outline_node_get_children (node, self->session);
        }
    }
  return row;
}

static TlItem *
get_selected_item (TlOutline *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->model);
  g_autoptr (TlOutlineNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return node != NULL ? tl_outline_node_get_item (node) : NULL;
}

static void
select_row (TlOutline *self, GtkTreeListRow *row)
{
  guint position = gtk_tree_list_row_get_position (row);

  gtk_single_selection_set_selected (self->model, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/* The selection of the session, shown here. A project may stand in several places: where the user
 * has it selected is as good as any. */
static void
follow_selection (TlOutline *self)
{
  TlItem *primary;
  g_autoptr (GPtrArray) path = NULL;
  g_autoptr (GtkTreeListRow) row = NULL;

  if (self->is_following || self->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  primary = tl_selection_get_primary (tl_session_get_selection (self->session));
  if (primary == get_selected_item (self))
    return;

  self->is_following = TRUE;
  if (primary != NULL)
    {
      path = tl_outline_dup_path (self->session, primary);
      row = open_path (self, path);
    }
  if (row != NULL)
    select_row (self, row);
  else
    gtk_single_selection_set_selected (self->model, GTK_INVALID_LIST_POSITION);
  self->is_following = FALSE;
}

static void
selected_cb (TlOutline *self)
{
  TlItem *item = get_selected_item (self);

  if (self->is_following || item == NULL)
    return;
  self->is_following = TRUE;
  if (tl_item_get_kind (item) == TL_KIND_WORKSPACE)
    tl_selection_clear (tl_session_get_selection (self->session));
  else
    tl_selection_select (tl_session_get_selection (self->session), item);
  self->is_following = FALSE;
}

static void
analysed_cb (TlOutline *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->is_stale = TRUE;
      return;
    }
  /* Rows that come and go move the selection of the list, which the user has not done. */
  self->is_following = TRUE;
  self->is_stale = FALSE;
  tl_outline_node_update (self->root, self->session);
  self->is_following = FALSE;
  follow_selection (self);
}

static void
activate_cb (TlOutline *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);
  g_autoptr (TlOutlineNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  TlItem *item = node != NULL ? tl_outline_node_get_item (node) : NULL;

  if (item != NULL && tl_item_get_kind (item) != TL_KIND_WORKSPACE)
    tl_session_reveal (self->session, item);
  else if (row != NULL)
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  TlOutline *self = user_data;
  GListModel *children = tl_outline_node_get_children (item, self->session);

  return children != NULL ? g_object_ref (children) : NULL;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, tl_outline_row_new ());
}

static void
bind_cb (TlOutline *self, GtkListItem *item)
{
  tl_outline_row_bind (TL_OUTLINE_ROW (gtk_list_item_get_child (item)), self->session,
                       gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  tl_outline_row_unbind (TL_OUTLINE_ROW (gtk_list_item_get_child (item)));
}

static void
clear_tree (TlOutline *self)
{
  self->is_following = TRUE;
  gtk_single_selection_set_model (self->model, NULL);
  g_clear_object (&self->tree);
  g_clear_object (&self->root);
  self->is_following = FALSE;
}

static void
build_tree (TlOutline *self)
{
  GListModel *top;
  g_autoptr (GtkTreeListRow) plan = NULL;

  self->is_following = TRUE;
  self->is_stale = FALSE;
  self->root = tl_outline_node_new_root ();
  top = tl_outline_node_get_children (self->root, self->session);
  self->tree
      = gtk_tree_list_model_new (g_object_ref (top), FALSE, FALSE, create_children, self, NULL);
  gtk_single_selection_set_model (self->model, G_LIST_MODEL (self->tree));
  plan = gtk_tree_list_model_get_row (self->tree, 0);
  if (plan != NULL)
    gtk_tree_list_row_set_expanded (plan, TRUE);
  self->is_following = FALSE;
}

static void
tl_outline_map (GtkWidget *widget)
{
  TlOutline *self = TL_OUTLINE (widget);

  GTK_WIDGET_CLASS (tl_outline_parent_class)->map (widget);

  if (self->session == NULL)
    return;
  if (self->is_stale)
    analysed_cb (self);
  follow_selection (self);
}

static void
tl_outline_dispose (GObject *object)
{
  TlOutline *self = TL_OUTLINE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_object (&self->session_signals);
  g_clear_object (&self->selection_signals);
  if (self->model != NULL)
    clear_tree (self);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_outline_parent_class)->dispose (object);
}

static void
tl_outline_class_init (TlOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_outline_dispose;
  widget_class->map = tl_outline_map;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOutline, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
set_up_list (TlOutline *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);

  self->model = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->model, FALSE);
  gtk_single_selection_set_can_unselect (self->model, TRUE);
  g_signal_connect_object (self->model, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->model));
}

static void
tl_outline_init (TlOutline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_list (self);
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "analysed", G_CALLBACK (analysed_cb),
                                  self);
  self->selection_signals = g_signal_group_new (TL_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (follow_selection),
                                  self);
}

/**
 * tl_outline_new:
 *
 * Returns: (transfer floating): an outline of nothing
 */
GtkWidget *
tl_outline_new (void)
{
  return g_object_new (TL_TYPE_OUTLINE, NULL);
}

/**
 * tl_outline_set_session:
 * @self: an outline
 * @session: (nullable): whose document to show
 */
void
tl_outline_set_session (TlOutline *self, TlSession *session)
{
  g_return_if_fail (TL_IS_OUTLINE (self));

  if (self->session == session)
    return;
  clear_tree (self);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->selection_signals,
                             session != NULL ? tl_session_get_selection (session) : NULL);
  if (session != NULL)
    build_tree (self);
}

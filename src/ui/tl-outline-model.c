/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-outline-model.h"

struct _TlOutlineModel
{
  GObject parent_instance;

  /* Owned. */
  TlSession *session;
  GtkTreeListModel *tree;
  GSignalGroup *tree_signals;
  GSignalGroup *selection_signals;
  TlOutlineNode *heading; /* that is selected */

  guint is_picking : 1;
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (TlOutlineModel, tl_outline_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                      selection_model_init))
/* clang-format on */

/* The list. */

static GType
get_item_type (GListModel *model)
{
  return GTK_TYPE_TREE_LIST_ROW;
}

static guint
get_n_items (GListModel *model)
{
  TlOutlineModel *self = TL_OUTLINE_MODEL (model);

  return self->tree != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->tree)) : 0;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TlOutlineModel *self = TL_OUTLINE_MODEL (model);

  return self->tree != NULL ? g_list_model_get_item (G_LIST_MODEL (self->tree), position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* What is selected. */

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  TlOutlineModel *self = TL_OUTLINE_MODEL (model);
  g_autoptr (TlOutlineNode) node = tl_outline_model_dup_node (self, position);
  TlSelection *selection;
  TlItem *item;
  TlItem *link;

  if (node == NULL)
    return FALSE;
  selection = tl_session_get_selection (self->session);
  item = tl_outline_node_get_item (node);
  link = tl_outline_node_get_link (node);
  if (item == NULL || tl_item_get_kind (item) == TL_KIND_WORKSPACE)
    return node == self->heading && tl_selection_get_n_items (selection) == 0;
  return tl_selection_contains (selection, item)
         || (link != NULL && tl_selection_contains (selection, link));
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  GtkBitset *selected = gtk_bitset_new_empty ();
  guint end = MIN (position + n_items, get_n_items (G_LIST_MODEL (model)));

  for (guint i = position; i < end; i++)
    if (is_selected (model, i))
      gtk_bitset_add (selected, i);
  return selected;
}

static void
tell_selection (TlOutlineModel *self)
{
  guint n = get_n_items (G_LIST_MODEL (self));

  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);
}

static void
select_heading (TlOutlineModel *self, TlOutlineNode *node)
{
  TlSelection *selection = tl_session_get_selection (self->session);

  g_set_object (&self->heading, node);
  if (tl_selection_get_n_items (selection) > 0)
    tl_selection_clear (selection);
  else
    tell_selection (self);
}

static GPtrArray *
dup_selected (TlSelection *selection)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < tl_selection_get_n_items (selection); i++)
    g_ptr_array_add (items, tl_selection_get_item (selection, i));
  return items;
}

static TlItem *
get_selectable (TlOutlineNode *node)
{
  TlItem *item = node != NULL ? tl_outline_node_get_item (node) : NULL;

  return item != NULL && tl_item_get_kind (item) != TL_KIND_WORKSPACE ? item : NULL;
}

static void
apply (TlOutlineModel *self, GPtrArray *items, guint position, gboolean is_in)
{
  g_autoptr (TlOutlineNode) node = tl_outline_model_dup_node (self, position);
  TlItem *item = get_selectable (node);

  if (item == NULL)
    return;
  g_ptr_array_remove (items, item);
  if (is_in)
    g_ptr_array_add (items, item);
}

static GPtrArray *
collect (TlOutlineModel *self, GtkBitset *selected, GtkBitset *mask, gboolean replaces)
{
  GPtrArray *items
      = replaces ? g_ptr_array_new () : dup_selected (tl_session_get_selection (self->session));
  GtkBitsetIter iter;
  guint position;
  gboolean is_valid = gtk_bitset_iter_init_first (&iter, replaces ? selected : mask, &position);

  for (; is_valid; is_valid = gtk_bitset_iter_next (&iter, &position))
    apply (self, items, position, gtk_bitset_contains (selected, position));
  return items;
}

/* With a mask over all rows, the rest goes, and what is not shown here as well. */
static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  TlOutlineModel *self = TL_OUTLINE_MODEL (model);
  gboolean replaces = gtk_bitset_get_size (mask) >= get_n_items (G_LIST_MODEL (model));
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (TlOutlineNode) heading = NULL;

  if (self->session == NULL)
    return FALSE;
  items = collect (self, selected, mask, replaces);
  if (replaces && items->len == 0 && gtk_bitset_get_size (selected) == 1)
    heading = tl_outline_model_dup_node (self, gtk_bitset_get_minimum (selected));
  self->is_picking = TRUE;
  if (!gtk_bitset_is_empty (selected))
    g_signal_emit (self, signals[SIGNAL_PICKED], 0, gtk_bitset_get_maximum (selected));
  if (heading != NULL)
    {
      select_heading (self, heading);
    }
  else
    {
      g_clear_object (&self->heading);
      tl_selection_set_items (tl_session_get_selection (self->session), items);
    }
  self->is_picking = FALSE;
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

static void
selection_changed_cb (TlOutlineModel *self)
{
  if (tl_selection_get_n_items (tl_session_get_selection (self->session)) > 0)
    g_clear_object (&self->heading);
  tell_selection (self);
}

static void
tl_outline_model_dispose (GObject *object)
{
  TlOutlineModel *self = TL_OUTLINE_MODEL (object);

  g_clear_object (&self->tree_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->heading);
  g_clear_object (&self->tree);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_outline_model_parent_class)->dispose (object);
}

static void
tl_outline_model_class_init (TlOutlineModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_outline_model_dispose;

  /**
   * TlOutlineModel::picked:
   * @self: the list
   * @position: a row
   *
   * The user has selected by this row, of perhaps several for its item.
   */
  signals[SIGNAL_PICKED] = g_signal_new ("picked", TL_TYPE_OUTLINE_MODEL, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
tl_outline_model_init (TlOutlineModel *self)
{
  self->tree_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->tree_signals, "items-changed",
                                  G_CALLBACK (g_list_model_items_changed), self);
  self->selection_signals = g_signal_group_new (TL_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed",
                                  G_CALLBACK (selection_changed_cb), self);
}

/**
 * tl_outline_model_new:
 *
 * Returns: (transfer full): an empty list
 */
TlOutlineModel *
tl_outline_model_new (void)
{
  return g_object_new (TL_TYPE_OUTLINE_MODEL, NULL);
}

/**
 * tl_outline_model_set_source:
 * @self: a list
 * @session: (nullable): whose selection to show
 * @tree: (nullable): the rows, of #TlOutlineNode
 */
void
tl_outline_model_set_source (TlOutlineModel *self, TlSession *session, GtkTreeListModel *tree)
{
  guint n_before;

  g_return_if_fail (TL_IS_OUTLINE_MODEL (self));

  n_before = get_n_items (G_LIST_MODEL (self));
  g_clear_object (&self->heading);
  g_signal_group_set_target (self->tree_signals, tree);
  g_set_object (&self->tree, tree);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->selection_signals,
                             session != NULL ? tl_session_get_selection (session) : NULL);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, get_n_items (G_LIST_MODEL (self)));
}

/**
 * tl_outline_model_dup_node:
 * @self: a list
 * @position: any number
 *
 * Returns: (transfer full) (nullable): what stands in that row
 */
TlOutlineNode *
tl_outline_model_dup_node (TlOutlineModel *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = get_item (G_LIST_MODEL (self), position);

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

/**
 * tl_outline_model_select:
 * @self: a list
 * @position: a row
 *
 * Selects the row and nothing else, as the user would.
 */
void
tl_outline_model_select (TlOutlineModel *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self), position, TRUE);
}

/**
 * tl_outline_model_is_picking:
 * @self: a list
 *
 * Returns: whether the selection changes right now because of a row that the user has picked here
 */
gboolean
tl_outline_model_is_picking (TlOutlineModel *self)
{
  return self->is_picking;
}

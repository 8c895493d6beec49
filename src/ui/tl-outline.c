/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-focus.h"
#include "tl-outline-list.h"
#include "tl-outline-private.h"

/* Frames in which a row that was scrolled to must have come into sight. */
#define FRAMES_MAX 20

G_DEFINE_FINAL_TYPE (TlOutline, tl_outline, GTK_TYPE_WIDGET)

/* Rows by their places. */

static TlOutlineList *
get_list (TlOutline *self, TlOutlineNode *node)
{
  GListModel *children = tl_outline_node_get_children (node, self->session);

  return children != NULL ? TL_OUTLINE_LIST (children) : NULL;
}

static GtkTreeListRow *
dup_child_row (TlOutline *self, GtkTreeListRow *row, guint index)
{
  return row != NULL ? gtk_tree_list_row_get_child_row (row, index)
                     : gtk_tree_list_model_get_child_row (self->tree, index);
}

/*
 * tl_outline_open_row:
 * @self: an outline
 * @row: a row that something can stand under
 *
 * Opens it, and remembers that; rows out of sight do not tell.
 */
void
tl_outline_open_row (TlOutline *self, GtkTreeListRow *row)
{
  g_hash_table_add (self->open, gtk_tree_list_row_get_item (row));
  gtk_tree_list_row_set_expanded (row, TRUE);
}

/* Opens all that leads to a place in the outline. */
static GtkTreeListRow *
open_path (TlOutline *self, GArray *path)
{
  g_autoptr (TlOutlineNode) node = g_object_ref (self->root);
  g_autoptr (GtkTreeListRow) row = NULL;

  for (guint i = 0; i < path->len; i++)
    {
      TlOutlineList *siblings = get_list (self, node);
      GtkTreeListRow *child = NULL;
      guint index;

      if (row != NULL)
        tl_outline_open_row (self, row);
      if (siblings != NULL
          && tl_outline_list_find (siblings, &g_array_index (path, TlOutlinePlace, i), &index))
        child = dup_child_row (self, row, index);
      g_clear_object (&row);
      row = child;
      if (row == NULL)
        return NULL;
      g_clear_object (&node);
      node = gtk_tree_list_row_get_item (row);
    }
  return g_steal_pointer (&row);
}

/*
 * tl_outline_find_node:
 * @self: an outline
 * @path: places, from the top
 *
 * Returns: (transfer full) (nullable): what stands at the end of the path, be it open or not
 */
TlOutlineNode *
tl_outline_find_node (TlOutline *self, GArray *path)
{
  g_autoptr (TlOutlineNode) node = g_object_ref (self->root);

  for (guint i = 0; i < path->len; i++)
    {
      TlOutlineList *siblings = get_list (self, node);
      guint index;

      if (siblings == NULL
          || !tl_outline_list_find (siblings, &g_array_index (path, TlOutlinePlace, i), &index))
        return NULL;
      g_clear_object (&node);
      node = g_list_model_get_item (G_LIST_MODEL (siblings), index);
    }
  return g_steal_pointer (&node);
}

/*
 * tl_outline_find_widget:
 * @self: an outline
 * @row: a row
 *
 * Returns: (transfer none) (nullable): what shows it, if it is in sight
 */
TlOutlineRow *
tl_outline_find_widget (TlOutline *self, GtkTreeListRow *row)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *shown = gtk_widget_get_first_child (child);

      if (TL_IS_OUTLINE_ROW (shown) && tl_outline_row_get_row (TL_OUTLINE_ROW (shown)) == row)
        return TL_OUTLINE_ROW (shown);
    }
  return NULL;
}

/* What is open: a set of nodes, because those own what makes their places. */

static guint
hash_node (gconstpointer node)
{
  return tl_outline_place_hash (tl_outline_node_get_place ((TlOutlineNode *) node));
}

static gboolean
equal_nodes (gconstpointer a, gconstpointer b)
{
  return tl_outline_place_equal (tl_outline_node_get_place ((TlOutlineNode *) a),
                                 tl_outline_node_get_place ((TlOutlineNode *) b));
}

static gboolean
is_open (TlOutline *self, const TlOutlinePlace *place)
{
  g_autoptr (TlOutlineNode) node = NULL;

  if (!tl_outline_place_can_hold (place))
    return FALSE;
  node = tl_outline_node_new (place);
  return g_hash_table_contains (self->open, node);
}

/* Rows that have come again are open where they were. */
static void
reopen (TlOutline *self, GtkTreeListRow *row, TlOutlineNode *node)
{
  TlOutlineList *list = get_list (self, node);
  guint n = list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) child = NULL;
      g_autoptr (TlOutlineNode) child_node = NULL;

      if (!is_open (self, tl_outline_list_get_place (list, i)))
        continue;
      child = dup_child_row (self, row, i);
      child_node = child != NULL ? gtk_tree_list_row_get_item (child) : NULL;
      if (child_node == NULL)
        continue;
      gtk_tree_list_row_set_expanded (child, TRUE);
      reopen (self, child, child_node);
    }
}

/* A row that has gone says that it is closed, too. */
static gboolean
is_in_tree (TlOutline *self, GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) there = NULL;

  if (self->tree == NULL)
    return FALSE;
  there = gtk_tree_list_model_get_row (self->tree, gtk_tree_list_row_get_position (row));
  return there == row;
}

static void
toggled_cb (TlOutline *self, GtkTreeListRow *row)
{
  g_autoptr (TlOutlineNode) node = NULL;

  if (!is_in_tree (self, row))
    return;
  node = gtk_tree_list_row_get_item (row);
  if (!gtk_tree_list_row_get_expanded (row))
    {
      g_hash_table_remove (self->open, node);
      return;
    }
  g_hash_table_add (self->open, g_object_ref (node));
  reopen (self, row, node);
}

/* The row with the keyboard. */

static TlOutlineRow *
find_focused (TlOutline *self)
{
  GtkWidget *item = tl_focus_find_item (self->list);
  GtkWidget *row = item != NULL ? gtk_widget_get_first_child (item) : NULL;

  return TL_IS_OUTLINE_ROW (row) ? TL_OUTLINE_ROW (row) : NULL;
}

/*
 * tl_outline_set_current:
 * @self: an outline
 * @row: (nullable): the row that keys and menus are for, until the keyboard goes elsewhere
 */
void
tl_outline_set_current (TlOutline *self, GtkTreeListRow *row)
{
  g_autoptr (TlOutlineNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  g_set_object (&self->current, node);
}

/* Where a node stands, if it can be seen. */
static GtkTreeListRow *
find_row (TlOutline *self, TlOutlineNode *node)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->tree));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);
      g_autoptr (TlOutlineNode) at = gtk_tree_list_row_get_item (row);

      if (at == node)
        return g_steal_pointer (&row);
    }
  return NULL;
}

/*
 * tl_outline_dup_current_row:
 * @self: an outline
 *
 * Returns: (transfer full) (nullable): the row that keys and menus are for: the one with the
 *   keyboard, or else the one that had it last
 */
GtkTreeListRow *
tl_outline_dup_current_row (TlOutline *self)
{
  TlOutlineRow *focused = find_focused (self);

  if (self->tree == NULL)
    return NULL;
  if (focused != NULL && tl_outline_row_get_row (focused) != NULL)
    {
      tl_outline_set_current (self, tl_outline_row_get_row (focused));
      return g_object_ref (tl_outline_row_get_row (focused));
    }
  return self->current != NULL ? find_row (self, self->current) : NULL;
}

/* While rows come and go, the outline itself has the keyboard: otherwise it would go on to the next
 * widget of the window, and with it the keys that are pressed. */
static void
hold_focus (TlOutline *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_root_set_focus (root, GTK_WIDGET (self));
}

static void
pass_focus (TlOutline *self, TlOutlineRow *row)
{
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static void
stop_waiting (TlOutline *self)
{
  if (self->waiting_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->waiting_tick);
  self->waiting_tick = 0;
  g_clear_object (&self->waiting);
}

/* The list makes the row that it scrolls to in the next frame, or in the one after that. */
static gboolean
arrive_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  TlOutline *self = TL_OUTLINE (widget);
  TlOutlineRow *row = tl_outline_find_widget (self, self->waiting);

  if ((row == NULL || !gtk_widget_get_mapped (GTK_WIDGET (row))) && ++self->n_waited < FRAMES_MAX)
    return G_SOURCE_CONTINUE;
  self->waiting_tick = 0;
  g_clear_object (&self->waiting);
  if (row == NULL)
    return G_SOURCE_REMOVE;
  pass_focus (self, row);
  if (self->then == TL_OUTLINE_RENAME)
    tl_outline_row_begin_rename (row);
  return G_SOURCE_REMOVE;
}

static void
scroll_to (TlOutline *self, GtkTreeListRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              gtk_tree_list_row_get_position (row));
}

/*
 * tl_outline_go_to_row:
 * @self: an outline
 * @row: a row of its tree
 * @then: what to do there
 *
 * Brings the row into sight.
 */
void
tl_outline_go_to_row (TlOutline *self, GtkTreeListRow *row, TlOutlineThen then)
{
  stop_waiting (self);
  tl_outline_set_current (self, row);
  scroll_to (self, row);
  if (then == TL_OUTLINE_SHOW)
    return;
  self->then = then;
  self->n_waited = 0;
  self->waiting = g_object_ref (row);
  self->waiting_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), arrive_cb, NULL, NULL);
}

/*
 * tl_outline_go_to:
 * @self: an outline
 * @item: an item of the workspace, or a link to stand at its project under what it serves
 * @then: what to do there
 *
 * Opens the way to the item, selects it and brings it into sight.
 */
void
tl_outline_go_to (TlOutline *self, TlItem *item, TlOutlineThen then)
{
  g_autoptr (GArray) path = tl_outline_dup_path (self->session, item);
  g_autoptr (GtkTreeListRow) row = self->tree != NULL ? open_path (self, path) : NULL;

  if (row == NULL)
    {
      tl_selection_select (tl_session_get_selection (self->session), item);
      return;
    }
  tl_outline_model_select (self->model, gtk_tree_list_row_get_position (row));
  tl_outline_go_to_row (self, row, then);
}

/*
 * tl_outline_go_to_position:
 * @self: an outline
 * @position: of a row; past the end is the end
 *
 * Gives the row the keyboard.
 */
void
tl_outline_go_to_position (TlOutline *self, guint position)
{
  guint n = self->tree != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->tree)) : 0;
  g_autoptr (GtkTreeListRow) row = NULL;

  if (n == 0)
    return;
  row = gtk_tree_list_model_get_row (self->tree, MIN (position, n - 1));
  tl_outline_go_to_row (self, row, TL_OUTLINE_FOCUS);
}

/* In step with the selection. */

/* Whether the row that the user is at shows the item. */
static gboolean
is_at (TlOutline *self, TlItem *item)
{
  return self->current != NULL
         && (tl_outline_node_get_item (self->current) == item
             || tl_outline_node_get_link (self->current) == item);
}

/* The selection of the session, brought into sight here; the keyboard stays where it is. A project
 * may stand in several places: where the user is at one of them is as good as any. */
static void
follow_selection (TlOutline *self)
{
  TlItem *primary;
  g_autoptr (GArray) path = NULL;
  g_autoptr (GtkTreeListRow) row = NULL;

  if (tl_outline_model_is_picking (self->model) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  primary = tl_selection_get_primary (tl_session_get_selection (self->session));
  if (primary == NULL || is_at (self, primary))
    return;
  path = tl_outline_dup_path (self->session, primary);
  row = open_path (self, path);
  if (row != NULL)
    tl_outline_go_to_row (self, row, TL_OUTLINE_SHOW);
}

static void
picked_cb (TlOutline *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, position);

  tl_outline_set_current (self, row);
}

/* To the row that had the keyboard, to where it is now, or to the one in its place. */
static void
give_focus_back (TlOutline *self, GtkTreeListRow *before, TlOutlineNode *node, guint position)
{
  g_autoptr (GtkTreeListRow) row = NULL;

  if (before != NULL && is_in_tree (self, before))
    row = g_object_ref (before);
  else if (node != NULL)
    row = find_row (self, node);
  if (row != NULL)
    tl_outline_go_to_row (self, row, TL_OUTLINE_FOCUS);
  else
    tl_outline_go_to_position (self, position);
}

static void
update_tree (TlOutline *self)
{
  TlOutlineRow *focused = find_focused (self);
  gboolean is_held = gtk_widget_is_focus (GTK_WIDGET (self));
  gboolean is_to_be_held = focused != NULL && !tl_outline_row_is_renaming (focused);
  g_autoptr (GtkTreeListRow) row
      = is_held || is_to_be_held ? tl_outline_dup_current_row (self) : NULL;
  g_autoptr (TlOutlineNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  guint position = row != NULL ? gtk_tree_list_row_get_position (row) : 0;
  gboolean has_moved;

  self->is_stale = FALSE;
  if (is_to_be_held)
    hold_focus (self);
  has_moved = tl_outline_node_update (self->root, self->session);
  if (has_moved)
    reopen (self, NULL, self->root);
  if (has_moved && (is_held || is_to_be_held))
    give_focus_back (self, row, node, position);
  else if (is_to_be_held)
    pass_focus (self, focused);
}

static void
analysed_cb (TlOutline *self, TlTransaction *transaction)
{
  if (transaction == NULL)
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->is_stale = TRUE;
  else if (tl_outline_is_moved_by (transaction))
    update_tree (self);
  else
    tl_outline_node_refresh (self->root);
}

/* The lens tells of every edit, too; only what it hides is of concern here. */
static void
lens_changed_cb (TlOutline *self)
{
  gboolean was_hiding = self->is_hiding;

  self->is_hiding = tl_lens_get_hides (tl_session_get_lens (self->session));
  if (!was_hiding && !self->is_hiding)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_tree (self);
  else
    self->is_stale = TRUE;
}

static void
activate_cb (TlOutline *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);
  g_autoptr (TlOutlineNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  TlItem *item = node != NULL ? tl_outline_node_get_item (node) : NULL;

  if (item != NULL && tl_item_get_kind (item) != TL_KIND_WORKSPACE)
    tl_session_reveal (self->session, item);
  else if (node != NULL && tl_outline_node_get_place (node)->type == TL_OUTLINE_GAP)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-field", "(si)",
                                tl_item_get_id (tl_outline_node_get_place (node)->item),
                                TL_OBJECTIVE_SHOULD);
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
setup_cb (TlOutline *self, GtkListItem *item)
{
  GtkWidget *row = tl_outline_row_new ();

  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
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
  stop_waiting (self);
  tl_outline_let_go (self);
  g_clear_object (&self->current);
  g_hash_table_remove_all (self->open);
  tl_outline_model_set_source (self->model, NULL, NULL);
  g_clear_object (&self->tree);
  g_clear_object (&self->root);
}

/* The goals are what one looks for first: the plan is open, and so are its themes. */
static void
open_plan (TlOutline *self)
{
  g_autoptr (GtkTreeListRow) plan = gtk_tree_list_model_get_row (self->tree, 0);
  GListModel *children;

  tl_outline_open_row (self, plan);
  children = gtk_tree_list_row_get_children (plan);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      const TlOutlinePlace *place = tl_outline_list_get_place (TL_OUTLINE_LIST (children), i);
      g_autoptr (GtkTreeListRow) row = NULL;

      if (place->kind != TL_KIND_THEME && place->type != TL_OUTLINE_NO_THEME)
        continue;
      row = gtk_tree_list_row_get_child_row (plan, i);
      tl_outline_open_row (self, row);
    }
}

static void
build_tree (TlOutline *self)
{
  GListModel *top;

  self->is_stale = FALSE;
  self->is_hiding = tl_lens_get_hides (tl_session_get_lens (self->session));
  self->root = tl_outline_node_new (&TL_OUTLINE_PLACE_ROOT);
  top = tl_outline_node_get_children (self->root, self->session);
  self->tree
      = gtk_tree_list_model_new (g_object_ref (top), FALSE, FALSE, create_children, self, NULL);
  tl_outline_model_set_source (self->model, self->session, self->tree);
  open_plan (self);
}

static void
tl_outline_map (GtkWidget *widget)
{
  TlOutline *self = TL_OUTLINE (widget);

  GTK_WIDGET_CLASS (tl_outline_parent_class)->map (widget);

  if (self->session == NULL)
    return;
  if (self->tree == NULL)
    build_tree (self);
  else if (self->is_stale)
    update_tree (self);
  follow_selection (self);
}

static void
tl_outline_dispose (GObject *object)
{
  TlOutline *self = TL_OUTLINE (object);
  GtkWidget *child;

  g_clear_object (&self->session_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->lens_signals);
  if (self->model != NULL)
    clear_tree (self);
  g_clear_weak_pointer (&self->drop_row);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  child = gtk_widget_get_first_child (GTK_WIDGET (self));
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_outline_parent_class)->dispose (object);
}

static void
tl_outline_finalize (GObject *object)
{
  TlOutline *self = TL_OUTLINE (object);

  g_hash_table_unref (self->open);
  g_ptr_array_unref (self->held);
  g_string_free (self->typed, TRUE);

  G_OBJECT_CLASS (tl_outline_parent_class)->finalize (object);
}

static void
tl_outline_class_init (TlOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_outline_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_outline_finalize;
  widget_class->map = tl_outline_map;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOutline, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  tl_outline_class_add_actions (widget_class);
}

static void
set_up_list (TlOutline *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);

  self->model = tl_outline_model_new ();
  g_signal_connect_object (self->model, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->model));
}

static void
tl_outline_init (TlOutline *self)
{
  self->open = g_hash_table_new_full (hash_node, equal_nodes, g_object_unref, NULL);
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  self->typed = g_string_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_list (self);
  tl_outline_init_input (self);
  tl_outline_init_drag (self);
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "analysed", G_CALLBACK (analysed_cb),
                                  self);
  self->selection_signals = g_signal_group_new (TL_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (follow_selection),
                                  self);
  self->lens_signals = g_signal_group_new (TL_TYPE_LENS);
  g_signal_group_connect_swapped (self->lens_signals, "changed", G_CALLBACK (lens_changed_cb),
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
  g_signal_group_set_target (self->lens_signals,
                             session != NULL ? tl_session_get_lens (session) : NULL);
  if (session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    build_tree (self);
}

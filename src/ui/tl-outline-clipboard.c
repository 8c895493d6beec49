/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n-lib.h>

#include "tl-commands-place.h"
#include "tl-commands.h"
#include "tl-item-clipboard.h"
#include "tl-item-words.h"
#include "tl-outline-private.h"

/* What is cut or copied here goes to another place of the outline; elsewhere it is a copy, or
 * titles, a line each. */

/* Where something is pasted. */
typedef struct
{
  TlItem *parent; /* NULL: under a heading, where what hangs on nothing stands */
  gboolean is_found;
} Target;

static void
append_held (GPtrArray *held, TlOutlineNode *node)
{
  if (node != NULL && tl_outline_node_get_item (node) != NULL
      && tl_outline_node_get_place (node)->type != TL_OUTLINE_PLAN)
    g_ptr_array_add (held, g_object_ref (node));
}

/* What is selected, if the row with the keyboard is of it; otherwise that row. */
static void
collect (TlOutline *self, TlOutlineNode *current)
{
  TlSelection *selection = tl_session_get_selection (self->session);
  TlItem *item = tl_outline_node_get_item (current);

  append_held (self->held, current);
  if (item == NULL || !tl_selection_contains (selection, item))
    return;
  for (guint i = 0; i < tl_selection_get_n_items (selection); i++)
    {
      TlItem *other = tl_selection_get_item (selection, i);
      g_autoptr (GArray) path = tl_outline_dup_path (self->session, other);
      g_autoptr (TlOutlineNode) node = other != item ? tl_outline_find_node (self, path) : NULL;

      append_held (self->held, node);
    }
}

static GdkContentProvider *
provide (TlOutline *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < self->held->len; i++)
    g_ptr_array_add (items, tl_outline_node_get_item (self->held->pdata[i]));
  return tl_item_clipboard_provide (items);
}

/*
 * tl_outline_let_go:
 * @self: an outline
 *
 * Forgets what was cut or copied.
 *
 * Returns: whether something was cut
 */
gboolean
tl_outline_let_go (TlOutline *self)
{
  gboolean was_cut = self->is_moving && self->held->len > 0;

  for (guint i = 0; i < self->held->len; i++)
    tl_outline_node_set_cut (self->held->pdata[i], FALSE);
  g_ptr_array_set_size (self->held, 0);
  g_clear_object (&self->holding);
  self->is_moving = FALSE;
  return was_cut;
}

/*
 * tl_outline_hold:
 * @self: an outline
 * @is_moving: whether what is pasted is to leave its place
 *
 * Cuts or copies what is selected.
 */
void
tl_outline_hold (TlOutline *self, gboolean is_moving)
{
  g_autoptr (GtkTreeListRow) row = tl_outline_dup_current_row (self);
  g_autoptr (TlOutlineNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  tl_outline_let_go (self);
  if (node == NULL)
    return;
  collect (self, node);
  if (self->held->len == 0)
    return;
  self->is_moving = is_moving;
  for (guint i = 0; i < self->held->len; i++)
    tl_outline_node_set_cut (self->held->pdata[i], is_moving);
  self->holding = provide (self);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->holding);
}

/*
 * tl_outline_holds_something:
 * @self: an outline
 *
 * Returns: whether there is something to be pasted: it was cut or copied here, and nothing was
 *   elsewhere since
 */
gboolean
tl_outline_holds_something (TlOutline *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  return self->held->len > 0 && gdk_clipboard_get_content (clipboard) == self->holding;
}

/* Under the row, or beside it. */
static gboolean
accepts (TlOutlineNode *node, TlKind kind, Target *target)
{
  const TlOutlinePlace *place = tl_outline_node_get_place (node);
  gboolean is_item = place->item != NULL && place->type != TL_OUTLINE_PLAN;

  if (is_item && place->link == NULL && tl_kind_goes_under (kind, tl_item_get_kind (place->item)))
    *target = (Target) { place->item, TRUE };
  else if (place->kind == kind && kind != TL_KIND_PROJECT
           && (place->type == TL_OUTLINE_NO_THEME || place->type == TL_OUTLINE_LOOSE
               || place->type == TL_OUTLINE_KIND))
    *target = (Target) { NULL, TRUE };
  else
    return FALSE;
  return TRUE;
}

static Target
find_target (GtkTreeListRow *row, TlKind kind)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (row);
  g_autoptr (TlOutlineNode) node = gtk_tree_list_row_get_item (row);
  g_autoptr (TlOutlineNode) parent_node
      = parent != NULL ? gtk_tree_list_row_get_item (parent) : NULL;
  Target target = { NULL, FALSE };

  if (!accepts (node, kind, &target) && parent_node != NULL)
    accepts (parent_node, kind, &target);
  return target;
}

static gboolean
is_there (const TlOutlinePlace *held, const Target *target)
{
  if (held->link != NULL)
    return tl_item_get_ref (held->link, TL_LINK_TARGET) == target->parent;
  return held->kind != TL_KIND_PROJECT && tl_item_get_holder (held->item) == target->parent;
}

/* Before anything is moved: what comes out wrong shall not be half done. */
static gboolean
check (TlOutline *self,
       const TlOutlinePlace *held,
       const Target *target,
       gboolean is_moving,
       GError **error)
{
  g_autofree char *name = tl_item_dup_short_name (held->item);

  if (!target->is_found)
    return tl_command_check_under (self->session, held->item,
                                   tl_workspace_get_root (tl_session_get_workspace (self->session)),
                                   error);
  if (!is_moving && held->kind != TL_KIND_PROJECT)
    g_set_error_literal (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_KIND,
                         _ ("Only a project can stand in several places. Cut it to move it."));
  else if (is_there (held, target))
    g_set_error (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_LINKED, _ ("“%s” stands there already."),
                 name);
  else
    return held->kind != TL_KIND_PROJECT
           || tl_command_check_link (self->session, held->item, target->parent, error);
  return FALSE;
}

static gboolean
put (TlOutline *self,
     const TlOutlinePlace *held,
     const Target *target,
     gboolean is_moving,
     GError **error)
{
  if (held->link != NULL && is_moving)
    return tl_command_relink (self->session, held->link, target->parent, error);
  return tl_command_put_under (self->session, held->item, target->parent, error);
}

static GPtrArray *
dup_living (TlOutline *self)
{
  GPtrArray *living = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->held->len; i++)
    if (tl_outline_place_is_alive (tl_outline_node_get_place (self->held->pdata[i])))
      g_ptr_array_add (living, g_object_ref (self->held->pdata[i]));
  return living;
}

static gboolean
paste_all (TlOutline *self,
           GPtrArray *nodes,
           GtkTreeListRow *row,
           gboolean is_moving,
           GError **error)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (Target));
  gboolean taken = TRUE;

  for (guint i = 0; i < nodes->len; i++)
    {
      const TlOutlinePlace *held = tl_outline_node_get_place (nodes->pdata[i]);
      Target target = find_target (row, held->kind);

      if (!check (self, held, &target, is_moving, error))
        return FALSE;
      g_array_append_val (targets, target);
    }
  if (nodes->len == 1)
    return put (self, tl_outline_node_get_place (nodes->pdata[0]),
                &g_array_index (targets, Target, 0), is_moving, error);
  tl_workspace_begin (workspace, C_ ("undo", "Paste"));
  for (guint i = 0; taken && i < nodes->len; i++)
    taken = put (self, tl_outline_node_get_place (nodes->pdata[i]),
                 &g_array_index (targets, Target, i), is_moving, error);
  return tl_workspace_finish (workspace, taken);
}

/* The new place of what was pasted first. */
static void
go_to_pasted (TlOutline *self, const TlOutlinePlace *held, TlItem *parent)
{
  if (held->kind != TL_KIND_PROJECT || parent == NULL)
    {
      tl_outline_go_to (self, held->item, TL_OUTLINE_FOCUS);
      return;
    }
  for (guint i = 0; i < tl_item_get_n_referrers (held->item); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (held->item, i, &field);

      if (field == TL_LINK_PROJECT && tl_item_get_ref (link, TL_LINK_TARGET) == parent)
        tl_outline_go_to (self, link, TL_OUTLINE_FOCUS);
    }
}

/*
 * tl_outline_paste:
 * @self: an outline
 *
 * Puts what was cut or copied under the row with the keyboard, or beside it, as one step of undo.
 * Where it cannot go, that is said, and nothing has changed.
 */
void
tl_outline_paste (TlOutline *self)
{
  g_autoptr (GtkTreeListRow) row = tl_outline_dup_current_row (self);
  g_autoptr (GPtrArray) nodes = dup_living (self);
  g_autoptr (GError) error = NULL;
  const TlOutlinePlace *first;
  Target target;

  if (row == NULL || nodes->len == 0 || !tl_outline_holds_something (self))
    {
      tl_session_say (self->session, _ ("Nothing was cut or copied in the outline"), FALSE);
      return;
    }
  first = tl_outline_node_get_place (nodes->pdata[0]);
  target = find_target (row, first->kind);
  if (!paste_all (self, nodes, row, self->is_moving, &error))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      tl_session_say (self->session, error->message, FALSE);
      return;
    }
  if (self->is_moving)
    tl_outline_let_go (self);
  go_to_pasted (self, first, target.parent);
}

/* Beside another of its kind under the same, in whose place it goes. */
static gboolean
is_beside (TlOutlineNode *node, GtkTreeListRow *row)
{
  const TlOutlinePlace *place = tl_outline_node_get_place (node);
  g_autoptr (TlOutlineNode) other = gtk_tree_list_row_get_item (row);
  const TlOutlinePlace *at = tl_outline_node_get_place (other);

  if (place->type != at->type || place->kind != at->kind || at == place
      || tl_kind_goes_under (place->kind, place->kind))
    return FALSE;
  if (place->link != NULL)
    return tl_item_get_ref (place->link, TL_LINK_TARGET)
           == tl_item_get_ref (at->link, TL_LINK_TARGET);
  return tl_item_get_holder (place->item) == tl_item_get_holder (at->item);
}

/*
 * tl_outline_can_drop:
 * @self: an outline
 * @node: what is dragged
 * @row: a row
 *
 * Returns: whether it can be put there
 */
gboolean
tl_outline_can_drop (TlOutline *self, TlOutlineNode *node, GtkTreeListRow *row)
{
  const TlOutlinePlace *place = tl_outline_node_get_place (node);
  Target target = find_target (row, place->kind);

  return is_beside (node, row) || check (self, place, &target, TRUE, NULL);
}

/*
 * tl_outline_drop:
 * @self: an outline
 * @node: what is dragged
 * @row: where it is let go
 *
 * Moves it in the place of the row, if that is beside it, or under the row. Where it cannot go,
 * that is said.
 */
void
tl_outline_drop (TlOutline *self, TlOutlineNode *node, GtkTreeListRow *row)
{
  const TlOutlinePlace *place = tl_outline_node_get_place (node);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (TlOutlineNode) at = gtk_tree_list_row_get_item (row);
  const TlOutlinePlace *there = tl_outline_node_get_place (at);
  TlItem *moved = place->link != NULL ? place->link : place->item;
  Target target = find_target (row, place->kind);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (nodes, node);
  if (is_beside (node, row))
    {
      if (tl_command_take_place (self->session, moved,
                                 there->link != NULL ? there->link : there->item, &error))
        tl_outline_go_to (self, moved, TL_OUTLINE_FOCUS);
    }
  else if (paste_all (self, nodes, row, TRUE, &error))
    go_to_pasted (self, place, target.parent);
  if (error != NULL)
    tl_session_say (self->session, error->message, FALSE);
}

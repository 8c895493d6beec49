/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n-lib.h>

#include "tl-commands-place.h"
#include "tl-commands-row.h"
#include "tl-commands.h"
#include "tl-outline-list.h"
#include "tl-outline-private.h"

/* What is done to the row with the keyboard: "outline." */

static const TlOutlinePlace *
get_place (GtkTreeListRow *row, TlOutlineNode **node)
{
  *node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  return *node != NULL ? tl_outline_node_get_place (*node) : NULL;
}

static void
refuse (TlOutline *self, const GError *error)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  if (error != NULL)
    tl_session_say (self->session, error->message, FALSE);
}

/* Titles. */

static gboolean
can_rename (const TlOutlinePlace *place)
{
  TlItem *item = tl_outline_place_get_item (place);

  return item != NULL && place->kind != TL_KIND_PLACE
         && tl_kind_has_field (tl_item_get_kind (item), TL_ITEM_TITLE)
         && tl_kind_needs_title (tl_item_get_kind (item));
}

static void
rename_row (TlOutline *self, GtkTreeListRow *row, const TlOutlinePlace *place)
{
  tl_outline_go_to_row (self, row, TL_OUTLINE_RENAME);
}

/* New rows. */

/* What a plan is looked at by, or what comes from elsewhere, is not made here. */
static gboolean
can_add (TlKind kind)
{
  return kind != TL_KIND_LINK && kind != TL_KIND_PLACE && kind != TL_KIND_SNAPSHOT
         && kind != TL_KIND_VIEW && kind != TL_KIND_WAIVER && kind != TL_KIND_STEP
         && kind != TL_KIND_WORKSPACE;
}

static guint
list_item_child_kinds (TlKind kind, TlKind kinds[2])
{
  guint n = 0;

  switch ((int) kind)
    {
    case TL_KIND_THEME:
      kinds[n++] = TL_KIND_GOAL;
      break;
    case TL_KIND_GOAL:
      kinds[n++] = TL_KIND_OBJECTIVE;
      break;
    case TL_KIND_OBJECTIVE:
      kinds[n++] = TL_KIND_PROJECT;
      kinds[n++] = TL_KIND_CAUSE;
      break;
    case TL_KIND_UNIT:
      kinds[n++] = TL_KIND_UNIT;
      break;
    case TL_KIND_STORY:
      kinds[n++] = TL_KIND_STEP;
      break;
    default:
      break;
    }
  return n;
}

/*
 * tl_outline_list_child_kinds:
 * @place: a place
 * @kinds: (out): the kinds
 *
 * Returns: of how many kinds something can be added under it
 */
guint
tl_outline_list_child_kinds (const TlOutlinePlace *place, TlKind kinds[2])
{
  guint n = 0;

  switch (place->type)
    {
    case TL_OUTLINE_PLAN:
      kinds[n++] = TL_KIND_GOAL;
      kinds[n++] = TL_KIND_THEME;
      break;
    case TL_OUTLINE_ITEM:
      n = list_item_child_kinds (place->kind, kinds);
      break;
    case TL_OUTLINE_NO_THEME:
    case TL_OUTLINE_GAP:
    case TL_OUTLINE_UNALIGNED:
      kinds[n++] = place->kind;
      break;
    case TL_OUTLINE_LOOSE:
    case TL_OUTLINE_KIND:
      if (can_add (place->kind))
        kinds[n++] = place->kind;
      break;
    case TL_OUTLINE_ROOT:
    case TL_OUTLINE_LINKED:
    case TL_OUTLINE_MANDATED:
    case TL_OUTLINE_IDEAS:
    case TL_OUTLINE_ENDED:
    default:
      break;
    }
  return n;
}

static void
show_new (TlOutline *self, TlItem *item)
{
  if (item != NULL)
    tl_outline_go_to (self, item, TL_OUTLINE_RENAME);
}

/* Under headings and the plan, nothing holds what is new. */
static TlItem *
get_holder (const TlOutlinePlace *place)
{
  return place->type == TL_OUTLINE_PLAN ? NULL : place->item;
}

static void
add_child (TlOutline *self, GtkTreeListRow *row, const TlOutlinePlace *place)
{
  TlKind kinds[2];

  if (tl_outline_list_child_kinds (place, kinds) > 1)
    tl_outline_popup_additions (self, place);
  else
    show_new (self, tl_command_add_under (self->session, kinds[0], get_holder (place)));
}

static gboolean
can_add_child (const TlOutlinePlace *place)
{
  TlKind kinds[2];

  return tl_outline_list_child_kinds (place, kinds) > 0;
}

static gboolean
can_add_sibling (const TlOutlinePlace *place)
{
  if (place->type == TL_OUTLINE_LINKED)
    return TRUE;
  if (place->type == TL_OUTLINE_ITEM)
    return can_add (place->kind) || place->kind == TL_KIND_STEP;
  return can_add_child (place);
}

static void
add_sibling (TlOutline *self, GtkTreeListRow *row, const TlOutlinePlace *place)
{
  if (place->type == TL_OUTLINE_LINKED)
    show_new (self, tl_command_add_under (self->session, TL_KIND_PROJECT,
                                          tl_item_get_ref (place->link, TL_LINK_TARGET)));
  else if (place->type == TL_OUTLINE_ITEM)
    show_new (self,
              tl_command_add_after (self->session, place->item, tl_item_get_holder (place->item)));
  else
    add_child (self, row, place);
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlOutline *self = TL_OUTLINE (widget);
  g_autoptr (GtkTreeListRow) row = tl_outline_dup_current_row (self);
  g_autoptr (TlOutlineNode) node = NULL;
  const TlOutlinePlace *place = get_place (row, &node);
  TlKind kind = tl_kind_from_array (g_variant_get_string (parameter, NULL));
  TlKind kinds[2];
  guint n = place != NULL ? tl_outline_list_child_kinds (place, kinds) : 0;

  for (guint i = 0; i < n; i++)
    if (kinds[i] == kind)
      {
        show_new (self, tl_command_add_under (self->session, kind, get_holder (place)));
        return;
      }
  refuse (self, NULL);
}

/* Rows that go. */

/* What is selected, if the row is of it; otherwise the row. */
static GPtrArray *
collect_items (TlOutline *self, const TlOutlinePlace *place)
{
  TlSelection *selection = tl_session_get_selection (self->session);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  if (!tl_selection_contains (selection, place->item))
    g_ptr_array_add (items, g_object_ref (place->item));
  else
    for (guint i = 0; i < tl_selection_get_n_items (selection); i++)
      g_ptr_array_add (items, g_object_ref (tl_selection_get_item (selection, i)));
  return items;
}

static gboolean
can_delete (const TlOutlinePlace *place)
{
  return tl_outline_place_get_item (place) != NULL && place->type != TL_OUTLINE_PLAN;
}

static void
delete_rows (TlOutline *self, GtkTreeListRow *row, const TlOutlinePlace *place)
{
  g_autoptr (GPtrArray) items = collect_items (self, place);
  guint position = gtk_tree_list_row_get_position (row);

  tl_command_delete (self->session, items);
  tl_outline_go_to_position (self, position);
}

static gboolean
can_unlink (const TlOutlinePlace *place)
{
  return place->link != NULL;
}

static void
unlink_row (TlOutline *self, GtkTreeListRow *row, const TlOutlinePlace *place)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_object_unref);
  guint position = gtk_tree_list_row_get_position (row);

  g_ptr_array_add (links, g_object_ref (place->link));
  tl_command_delete (self->session, links);
  tl_outline_go_to_position (self, position);
}

/* Order. */

static TlItem *
get_moved (const TlOutlinePlace *place)
{
  return place->link != NULL ? place->link : place->item;
}

static const TlOutlinePlace *
find_neighbour (TlOutline *self, GtkTreeListRow *row, const TlOutlinePlace *place, int step)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (row);
  g_autoptr (TlOutlineNode) node
      = parent != NULL ? gtk_tree_list_row_get_item (parent) : g_object_ref (self->root);
  TlOutlineList *siblings = TL_OUTLINE_LIST (tl_outline_node_get_children (node, self->session));
  const TlOutlinePlace *neighbour;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (siblings));
  guint index;

  if (!tl_outline_list_find (siblings, place, &index) || (step < 0 ? index == 0 : index + 1 >= n))
    return NULL;
  neighbour = tl_outline_list_get_place (siblings, index + (guint) step);
  return neighbour->type == place->type && neighbour->kind == place->kind ? neighbour : NULL;
}

static void
move (TlOutline *self, GtkTreeListRow *row, const TlOutlinePlace *place, int step)
{
  const TlOutlinePlace *neighbour = find_neighbour (self, row, place, step);
  TlItem *moved = get_moved (place);
  g_autoptr (GError) error = NULL;

  if (neighbour == NULL
      || !tl_command_take_place (self->session, moved, get_moved (neighbour), &error))
    refuse (self, error);
  else
    tl_outline_go_to (self, moved, TL_OUTLINE_FOCUS);
}

static void
move_up (TlOutline *self, GtkTreeListRow *row, const TlOutlinePlace *place)
{
  move (self, row, place, -1);
}

static void
move_down (TlOutline *self, GtkTreeListRow *row, const TlOutlinePlace *place)
{
  move (self, row, place, 1);
}

/* The clipboard. */

static void
cut (TlOutline *self, GtkTreeListRow *row, const TlOutlinePlace *place)
{
  tl_outline_hold (self, TRUE);
}

static void
copy (TlOutline *self, GtkTreeListRow *row, const TlOutlinePlace *place)
{
  tl_outline_hold (self, FALSE);
}

static void
paste (TlOutline *self, GtkTreeListRow *row, const TlOutlinePlace *place)
{
  tl_outline_paste (self);
}

/* What is open. */

static gboolean
can_open (const TlOutlinePlace *place)
{
  return tl_outline_place_can_hold (place);
}

static void
open_all (TlOutline *self, GtkTreeListRow *row, const TlOutlinePlace *place)
{
  GListModel *children;
  guint n;

  tl_outline_open_row (self, row);
  children = gtk_tree_list_row_get_children (row);
  n = children != NULL ? g_list_model_get_n_items (children) : 0;
  for (guint i = 0; i < n; i++)
    {
      const TlOutlinePlace *under = tl_outline_list_get_place (TL_OUTLINE_LIST (children), i);

      if (tl_outline_place_can_hold (under))
        {
          g_autoptr (GtkTreeListRow) child = gtk_tree_list_row_get_child_row (row, i);

          open_all (self, child, under);
        }
    }
}

/* The table. */

typedef struct
{
  const char *name;
  void (*activate) (TlOutline *self, GtkTreeListRow *row, const TlOutlinePlace *place);
  gboolean (*is_possible) (const TlOutlinePlace *place);
  gboolean is_edit;
} Action;

static const Action actions[] = {
  { "outline.rename", rename_row, can_rename, TRUE },
  { "outline.add-sibling", add_sibling, can_add_sibling, TRUE },
  { "outline.add-child", add_child, can_add_child, TRUE },
  { "outline.delete", delete_rows, can_delete, TRUE },
  { "outline.unlink", unlink_row, can_unlink, TRUE },
  { "outline.move-up", move_up, can_delete, TRUE },
  { "outline.move-down", move_down, can_delete, TRUE },
  { "outline.cut", cut, can_delete, TRUE },
  { "outline.copy", copy, can_delete, FALSE },
  { "outline.paste", paste, NULL, TRUE },
  { "outline.open-all", open_all, can_open, FALSE },
};

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlOutline *self = TL_OUTLINE (widget);
  g_autoptr (GtkTreeListRow) row = tl_outline_dup_current_row (self);
  g_autoptr (TlOutlineNode) node = NULL;
  const TlOutlinePlace *place = get_place (row, &node);

  for (guint i = 0; place != NULL && i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].activate (self, row, place);
}

/*
 * tl_outline_class_add_actions:
 * @widget_class: of the outline
 *
 * Installs what can be done to a row.
 */
void
tl_outline_class_add_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, activate_cb);
  gtk_widget_class_install_action (widget_class, "outline.add", "s", add_cb);
}

/*
 * tl_outline_update_actions:
 * @self: an outline
 *
 * Enables what can be done to the row with the keyboard, before a key or a menu asks for it.
 */
void
tl_outline_update_actions (TlOutline *self)
{
  g_autoptr (GtkTreeListRow) row = tl_outline_dup_current_row (self);
  g_autoptr (TlOutlineNode) node = NULL;
  const TlOutlinePlace *place = get_place (row, &node);
  gboolean is_editable = self->session != NULL && tl_session_is_editable (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   place != NULL && (is_editable || !actions[i].is_edit)
                                       && (actions[i].is_possible == NULL
                                           || actions[i].is_possible (place)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.add", is_editable && place != NULL);
}

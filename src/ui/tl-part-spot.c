/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-part-spot.h"

#include "tl-focus.h"
#include "tl-part-row.h"

static TlPartRow *
find_focused_row (GtkListView *list)
{
  GtkWidget *item = tl_focus_find_item (list);
  GtkWidget *child = item != NULL ? gtk_widget_get_first_child (item) : NULL;

  return TL_IS_PART_ROW (child) ? TL_PART_ROW (child) : NULL;
}

/* Where the part stands now; where it stood, or at the end, when it is gone. */
static guint
find_position (const TlPartSpot *self, GListModel *rows)
{
  guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr (TlPart) part = gtk_tree_list_row_get_item (row);

      if (part == self->part)
        return i;
    }
  return MIN (self->position, n - 1);
}

/**
 * tl_part_spot_take:
 * @self: a spot that is nowhere
 * @list: a list of #TlPartRow
 *
 * Remembers which row has the keyboard, if one has.
 */
void
tl_part_spot_take (TlPartSpot *self, GtkListView *list)
{
  TlPartRow *row = find_focused_row (list);
  GtkTreeListRow *shown = row != NULL ? tl_part_row_get_row (row) : NULL;

  if (shown == NULL)
    return;
  self->part = gtk_tree_list_row_get_item (shown);
  self->position = gtk_tree_list_row_get_position (shown);
  self->button = tl_part_row_get_focus (row);
}

/**
 * tl_part_spot_return:
 * @self: a spot
 * @list: the list that it was taken from
 *
 * Gives the keyboard to the row that had it, and to the button in it; where that is gone, to what
 * has come into its place. The spot is nowhere then.
 */
void
tl_part_spot_return (TlPartSpot *self, GtkListView *list)
{
  g_autoptr (TlPart) part = g_steal_pointer (&self->part);
  GListModel *rows = G_LIST_MODEL (gtk_list_view_get_model (list));
  TlPartRow *row = find_focused_row (list);
  guint position;

  if (part == NULL || g_list_model_get_n_items (rows) == 0
      || (row != NULL && tl_part_row_get_part (row) == part))
    return;
  position = find_position (&(TlPartSpot) { part, self->position, 0 }, rows);
  /* The list takes that for where it has the keyboard, and goes there. */
  gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u", position);
  gtk_widget_grab_focus (GTK_WIDGET (list));
  row = find_focused_row (list);
  if (row != NULL)
    tl_part_row_set_focus (row, self->button);
}

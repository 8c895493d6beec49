/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-finding-spot.h"

#include "tl-focus.h"

/* Frames in which a row that was scrolled to is waited for. */
#define MAX_FRAMES 10

typedef struct
{
  guint position;
  guint n_frames;
} Waiting;

static TlFindingRow *
get_row (GtkWidget *item_widget)
{
  GtkWidget *child = gtk_widget_get_first_child (item_widget);

  return TL_IS_FINDING_ROW (child) ? TL_FINDING_ROW (child) : NULL;
}

/* The row that has the keyboard, or in which something has. */
static TlFindingRow *
find_focused_row (GtkListView *list)
{
  GtkWidget *item = tl_focus_find_item (list);

  return item != NULL ? get_row (item) : NULL;
}

static TlFindingRow *
find_row_at (GtkListView *list, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TlFindingRow *row = get_row (child);
      GtkTreeListRow *shown = row != NULL ? tl_finding_row_get_row (row) : NULL;

      if (shown != NULL && gtk_tree_list_row_get_position (shown) == position)
        return row;
    }
  return NULL;
}

static gboolean
focus_row_at (GtkListView *list, guint position)
{
  TlFindingRow *row = find_row_at (list, position);

  return row != NULL && gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

static gboolean
wait_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Waiting *waiting = user_data;

  if (focus_row_at (GTK_LIST_VIEW (widget), waiting->position) || --waiting->n_frames == 0)
    return G_SOURCE_REMOVE;
  return G_SOURCE_CONTINUE;
}

/* A row that is not in sight has a widget only after the list was laid out again. */
static void
focus_position (GtkListView *list, guint position)
{
  Waiting *waiting;

  gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u", position);
  if (focus_row_at (list, position))
    return;
  waiting = g_new0 (Waiting, 1);
  waiting->position = position;
  waiting->n_frames = MAX_FRAMES;
  gtk_widget_add_tick_callback (GTK_WIDGET (list), wait_cb, waiting, g_free);
}

/**
 * tl_finding_spot_clear:
 * @self: a spot
 *
 * Makes it nowhere.
 */
void
tl_finding_spot_clear (TlFindingSpot *self)
{
  g_clear_pointer (&self->key, g_free);
  self->position = 0;
}

/**
 * tl_finding_spot_set:
 * @self: a spot
 * @row: a row of the list
 */
void
tl_finding_spot_set (TlFindingSpot *self, GtkTreeListRow *row)
{
  g_autoptr (TlFindingNode) node = gtk_tree_list_row_get_item (row);

  tl_finding_spot_clear (self);
  self->key = g_strdup (tl_finding_node_get_key (node));
  self->position = gtk_tree_list_row_get_position (row);
}

/**
 * tl_finding_spot_take:
 * @self: a spot
 * @list: the list of findings
 *
 * Remembers which row has the keyboard.
 *
 * Returns: whether one has
 */
gboolean
tl_finding_spot_take (TlFindingSpot *self, GtkListView *list)
{
  TlFindingRow *row = find_focused_row (list);

  tl_finding_spot_clear (self);
  if (row == NULL || tl_finding_row_get_row (row) == NULL)
    return FALSE;
  tl_finding_spot_set (self, tl_finding_row_get_row (row));
  return TRUE;
}

/**
 * tl_finding_spot_find_row:
 * @list: the list of findings
 * @key: the key of a node
 *
 * Returns: (transfer none) (nullable): the row that shows it, if there is a widget for it
 */
TlFindingRow *
tl_finding_spot_find_row (GtkListView *list, const char *key)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TlFindingRow *row = get_row (child);
      GtkTreeListRow *shown = row != NULL ? tl_finding_row_get_row (row) : NULL;
      g_autoptr (TlFindingNode) node = shown != NULL ? gtk_tree_list_row_get_item (shown) : NULL;

      if (node != NULL && g_str_equal (tl_finding_node_get_key (node), key))
        return row;
    }
  return NULL;
}

/**
 * tl_finding_spot_return:
 * @self: a spot
 * @list: the list of findings
 *
 * Gives the keyboard to the row that had it. Where that is gone, to what has come into its place:
 * the next finding, or at the end the one before.
 */
void
tl_finding_spot_return (const TlFindingSpot *self, GtkListView *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
  TlFindingRow *row;

  if (self->key == NULL || n == 0)
    return;
  row = tl_finding_spot_find_row (list, self->key);
  if (row == NULL)
    focus_position (list, MIN (self->position, n - 1));
  else if (row != find_focused_row (list))
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

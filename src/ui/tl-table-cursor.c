/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-focus.h"
#include "tl-table-private.h"

/* The cell that keys are about, and the block of cells that is selected with it. The cursor is the
 * cell that has the focus when the table has it; between times it is remembered. */

static guint
find_row (TlTableView *self, TlItem *item)
{
  return tl_table_model_find (self->model, item);
}

/* The column view has a list view for its rows, which can scroll to one of them. */
GtkWidget *
tl_table_find_rows (TlTableView *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->table));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

TlTableCell *
tl_table_find_cell (TlTableView *self, TlItem *item, const TlTableColumn *column)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      TlTableCell *cell = self->cells->pdata[i];

      if (tl_table_cell_get_item (cell) == item && tl_table_cell_get_column (cell) == column)
        return cell;
    }
  return NULL;
}

/* Columns have the widths that they were given. */
static void
scroll_to_column (TlTableView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  guint at = tl_table_find_column (self, self->cursor_column);
  int x = 0;
  int width = 0;

  for (guint i = 0; i <= at && at != GTK_INVALID_LIST_POSITION; i++)
    {
      x += width;
      width = gtk_column_view_column_get_fixed_width (tl_table_get_column (self, i)->widget);
    }
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = (int) gtk_adjustment_get_upper (adjustment) - x - width;
  gtk_adjustment_clamp_page (adjustment, x, x + width);
}

/* Brings the cursor into sight. The list forgets what it is asked before it has a size. */
void
tl_table_reveal_cursor (TlTableView *self)
{
  GtkWidget *rows = tl_table_find_rows (self);
  guint row = find_row (self, self->cursor_item);

  if (row == GTK_INVALID_LIST_POSITION || !gtk_widget_get_mapped (GTK_WIDGET (self->table)))
    return;
  self->is_unrevealed = gtk_widget_get_height (rows) == 0;
  if (self->is_unrevealed)
    return;
  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", row);
  scroll_to_column (self);
}

static gboolean
reveal_cb (gpointer user_data)
{
  TlTableView *self = user_data;

  self->reveal_source = 0;
  tl_table_reveal_cursor (self);
  return G_SOURCE_REMOVE;
}

/* Rows have another height: what could not be brought into sight before has its turn. */
void
tl_table_queue_reveal (TlTableView *self)
{
  if (self->is_unrevealed && self->reveal_source == 0)
    self->reveal_source = g_idle_add (reveal_cb, self);
}

/* Whether the keyboard is in the cells. */
gboolean
tl_table_has_focus (TlTableView *self)
{
  return tl_focus_is_in (GTK_WIDGET (self->table));
}

/* Gives the keyboard to the cursor, which is put into the first cell where there is none. */
gboolean
tl_table_focus_cursor (TlTableView *self)
{
  TlTableCell *cell;

  if (find_row (self, self->cursor_item) == GTK_INVALID_LIST_POSITION)
    g_set_object (&self->cursor_item, tl_table_model_get_item (self->model, 0));
  if (self->cursor_column == NULL && tl_table_count_columns (self) > 0)
    self->cursor_column = self->anchor_column = tl_table_get_column (self, 0)->column;
  if (self->cursor_item == NULL || self->cursor_column == NULL)
    return FALSE;
  tl_table_reveal_cursor (self);
  cell = tl_table_find_cell (self, self->cursor_item, self->cursor_column);
  tl_table_update_cells (self);
  return cell != NULL && gtk_widget_grab_focus (GTK_WIDGET (cell));
}

/* The columns of the block, by their places. */
void
tl_table_get_block (TlTableView *self, guint *first, guint *n_columns)
{
  guint cursor = tl_table_find_column (self, self->cursor_column);
  guint anchor = tl_table_find_column (self, self->anchor_column);

  if (cursor == GTK_INVALID_LIST_POSITION)
    {
      *first = 0;
      *n_columns = 0;
      return;
    }
  if (anchor == GTK_INVALID_LIST_POSITION)
    anchor = cursor;
  *first = MIN (cursor, anchor);
  *n_columns = MAX (cursor, anchor) - *first + 1;
}

/* The rows of the block, from the top: those that are selected, or that of the cursor. */
GPtrArray *
tl_table_dup_rows (TlTableView *self)
{
  GPtrArray *rows = tl_table_model_dup_selected (self->model);

  if (rows->len == 0 && find_row (self, self->cursor_item) != GTK_INVALID_LIST_POSITION)
    g_ptr_array_add (rows, g_object_ref (self->cursor_item));
  return rows;
}

static gboolean
is_large (TlTableView *self, guint n_columns)
{
  return n_columns > 1 || tl_selection_get_n_items (tl_session_get_selection (self->session)) > 1;
}

static void
mark (TlTableView *self, TlTableCell *cell, guint first, guint n_columns)
{
  TlItem *item = tl_table_cell_get_item (cell);
  const TlTableColumn *column = tl_table_cell_get_column (cell);
  guint place = tl_table_find_column (self, column);
  gboolean is_in_columns = place >= first && place - first < n_columns;

  tl_table_cell_set_cursor (cell, item == self->cursor_item && column == self->cursor_column);
  tl_table_cell_set_in_block (cell, is_in_columns && is_large (self, n_columns)
                                        && tl_selection_contains (tl_session_get_selection (
                                                                      self->session),
                                                                  item));
}

/* Shows on a cell whether it is the cursor, and in the block. */
void
tl_table_mark_cell (TlTableView *self, TlTableCell *cell)
{
  guint first;
  guint n_columns;

  tl_table_get_block (self, &first, &n_columns);
  mark (self, cell, first, n_columns);
}

/* The same for all cells; those that stay as they are cost next to nothing. */
void
tl_table_update_cells (TlTableView *self)
{
  guint first;
  guint n_columns;

  if (self->session == NULL)
    return;
  tl_table_get_block (self, &first, &n_columns);
  for (guint i = 0; i < self->cells->len; i++)
    mark (self, self->cells->pdata[i], first, n_columns);
  tl_table_update_actions (self);
}

/* The rows between the anchor and the cursor, which is the primary. */
static void
select_range (TlTableView *self)
{
  guint cursor = find_row (self, self->cursor_item);
  guint anchor = find_row (self, self->anchor_item);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  if (cursor == GTK_INVALID_LIST_POSITION)
    return;
  if (anchor == GTK_INVALID_LIST_POSITION)
    anchor = cursor;
  for (guint row = MIN (cursor, anchor); row <= MAX (cursor, anchor); row++)
    if (row != cursor)
      g_ptr_array_add (items, tl_table_model_get_item (self->model, row));
  g_ptr_array_add (items, self->cursor_item);
  self->is_moving = TRUE;
  tl_selection_set_items (tl_session_get_selection (self->session), items);
  self->is_moving = FALSE;
}

/* Puts the cursor somewhere without selecting anything. */
void
tl_table_put_cursor (TlTableView *self, TlItem *item, const TlTableColumn *column)
{
  g_set_object (&self->cursor_item, item);
  g_set_object (&self->anchor_item, item);
  if (column != NULL)
    self->cursor_column = self->anchor_column = column;
}

/* Moves the cursor, with the keyboard, and selects the row; or all from the anchor on. */
void
tl_table_move_cursor (TlTableView *self,
                      TlItem *item,
                      const TlTableColumn *column,
                      gboolean extends)
{
  if (extends)
    {
      g_set_object (&self->cursor_item, item);
      self->cursor_column = column;
    }
  else
    {
      tl_table_put_cursor (self, item, column);
    }
  select_range (self);
  tl_table_focus_cursor (self);
}

/* Takes a row out of those that are selected, or adds it. */
void
tl_table_toggle_row (TlTableView *self, TlItem *item)
{
  self->is_moving = TRUE;
  tl_selection_toggle (tl_session_get_selection (self->session), item);
  self->is_moving = FALSE;
  g_set_object (&self->cursor_item, item);
  g_set_object (&self->anchor_item, item);
  tl_table_focus_cursor (self);
}

static guint
step_within (guint at, int step, guint n)
{
  gint64 to = (gint64) at + step;

  return (guint) CLAMP (to, 0, (gint64) n - 1);
}

/* Moves the cursor by rows and columns, and no farther than to the edge. */
void
tl_table_step_cursor (TlTableView *self, int rows, int columns, gboolean extends)
{
  guint n_rows = tl_table_model_get_n_items (self->model);
  guint n_columns = tl_table_count_columns (self);
  guint row = find_row (self, self->cursor_item);
  guint column = tl_table_find_column (self, self->cursor_column);

  if (n_rows == 0 || n_columns == 0)
    return;
  if (row == GTK_INVALID_LIST_POSITION || column == GTK_INVALID_LIST_POSITION)
    {
      tl_table_focus_cursor (self);
      return;
    }
  row = step_within (row, rows, n_rows);
  column = step_within (column, columns, n_columns);
  tl_table_move_cursor (self, tl_table_model_get_item (self->model, row),
                        tl_table_get_column (self, column)->column, extends);
}

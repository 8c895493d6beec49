/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <math.h>

#include "tl-commands.h"
#include "tl-matrix-grid-private.h"

static const GtkAccessibleRole roles[TL_MATRIX_N_NODES] = {
  [TL_MATRIX_NODE_CELL] = GTK_ACCESSIBLE_ROLE_GRID_CELL,
  [TL_MATRIX_NODE_ROW] = GTK_ACCESSIBLE_ROLE_ROW_HEADER,
  [TL_MATRIX_NODE_COLUMN] = GTK_ACCESSIBLE_ROLE_COLUMN_HEADER,
};

static gboolean
has_focus (TlMatrixGrid *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL
         && gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->node;
}

static TlMatrixNodeSort
get_sort (TlMatrixPart part)
{
  if (part == TL_MATRIX_CELL)
    return TL_MATRIX_NODE_CELL;
  return part == TL_MATRIX_ROW ? TL_MATRIX_NODE_ROW : TL_MATRIX_NODE_COLUMN;
}

static void
entered_cb (TlMatrixGrid *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
action_cb (TlMatrixNode *node, const char *name, TlMatrixGrid *self)
{
  TlMatrixSpot spot;

  if (!tl_matrix_grid_ensure (self))
    return;
  spot = tl_matrix_grid_get_cursor (self);
  if (g_str_equal (name, "place.cycle"))
    tl_matrix_grid_edit (self, TL_MATRIX_EDIT_CYCLE);
  else if (g_str_equal (name, "place.unlink"))
    tl_matrix_grid_edit (self, TL_MATRIX_EDIT_UNLINK);
  else if (g_str_equal (name, "place.fold") && spot.column != TL_MATRIX_NONE)
    {
      int group = tl_matrix_get_column (self->matrix, spot.column)->group;

      tl_matrix_grid_set_folded (self, group,
                                 !tl_matrix_get_group (self->matrix, group)->is_folded);
    }
  else
    tl_matrix_grid_select (self, &spot, FALSE);
}

static GtkWidget *
create_node (TlMatrixGrid *self, TlMatrixNodeSort sort)
{
  GtkWidget *node = tl_matrix_node_new (roles[sort]);

  gtk_widget_set_visible (node, FALSE);
  g_signal_connect_object (node, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (node, "action", G_CALLBACK (action_cb), self, 0);
  gtk_widget_set_parent (node, GTK_WIDGET (self));
  return node;
}

/* The keyboard goes to another node, so that a screen reader tells what is there. */
static void
switch_node (TlMatrixGrid *self)
{
  TlMatrixSpot spot = tl_matrix_grid_get_cursor (self);
  gboolean had_focus = has_focus (self);
  GtkWidget **pair = self->nodes[get_sort (spot.part)];
  GtkWidget *previous = self->node;

  self->node = pair[0] == previous ? pair[1] : pair[0];
  tl_matrix_grid_describe_node (self);
  gtk_widget_set_visible (self->node, TRUE);
  if (had_focus)
    gtk_widget_grab_focus (self->node);
  if (previous != NULL)
    gtk_widget_set_visible (previous, FALSE);
}

static void
remember (TlMatrixGrid *self)
{
  g_clear_pointer (&self->row_id, g_free);
  g_clear_pointer (&self->column_id, g_free);
  if (self->row >= 0)
    self->row_id = g_strdup (tl_matrix_get_row (self->matrix, self->row)->id);
  if (self->column >= 0)
    {
      const TlMatrixColumn *column = tl_matrix_get_column (self->matrix, self->column);

      self->column_id = g_strdup (column->id);
      self->column_is_goal = column->is_goal;
    }
}

/* A cursor that stands nowhere goes to the first place that there is. */
static void
clamp_cursor (TlMatrixGrid *self)
{
  int n_rows = tl_matrix_get_n_rows (self->matrix);
  int n_columns = tl_matrix_get_n_columns (self->matrix);

  self->row = CLAMP (self->row, TL_MATRIX_GOALS, n_rows - 1);
  self->column = CLAMP (self->column, TL_MATRIX_TITLES, n_columns - 1);
  if (self->row < 0 && self->column < 0)
    {
      self->row = n_rows > 0 ? 0 : self->row;
      self->column = n_rows == 0 && n_columns > 0 ? 0 : self->column;
    }
}

static int
find_row_by_id (TlMatrixGrid *self)
{
  TlItem *item = tl_workspace_lookup (tl_session_get_workspace (self->session), self->row_id);

  return item != NULL ? tl_matrix_find_row (self->matrix, item) : TL_MATRIX_NONE;
}

/* The column itself, or the one that it was folded into, or the first that it was unfolded to. */
static int
find_column_by_id (TlMatrixGrid *self)
{
  TlItem *item = tl_workspace_lookup (tl_session_get_workspace (self->session), self->column_id);
  int column = item != NULL ? tl_matrix_find_column (self->matrix, item) : TL_MATRIX_NONE;
  int group = item != NULL ? tl_matrix_find_group (self->matrix, item) : TL_MATRIX_NONE;

  if (column == TL_MATRIX_NONE && group != TL_MATRIX_NONE)
    column = tl_matrix_get_group (self->matrix, group)->first_column;
  return column;
}

static TlRect
get_room (TlMatrixGrid *self, const TlMatrixSpot *spot)
{
  TlRect body = tl_matrix_frame_get_body (&self->frame);

  if (spot->part == TL_MATRIX_ROW)
    return tl_rect (0, body.y, body.x, body.height);
  if (spot->part != TL_MATRIX_CELL)
    return tl_rect (body.x, 0, body.width, body.y);
  return body;
}

/* Returns the value at which all from @start to @end is seen, as near as can be. */
static double
get_scroll (double value, double page, double start, double end)
{
  if (end > value + page)
    value = end - page;
  return MIN (value, start);
}

/**
 * tl_matrix_grid_init_cursor:
 * @self: a new grid
 */
void
tl_matrix_grid_init_cursor (TlMatrixGrid *self)
{
  for (int sort = 0; sort < TL_MATRIX_N_NODES; sort++)
    for (int i = 0; i < 2; i++)
      self->nodes[sort][i] = create_node (self, (TlMatrixNodeSort) sort);
}

/**
 * tl_matrix_grid_get_cursor:
 * @self: a grid with a matrix
 *
 * Returns: where the keyboard is, or would be
 */
TlMatrixSpot
tl_matrix_grid_get_cursor (TlMatrixGrid *self)
{
  TlMatrixSpot spot = { TL_MATRIX_NOWHERE, self->row, self->column };

  if (self->row >= 0 && self->column >= 0)
    spot.part = TL_MATRIX_CELL;
  else if (self->row >= 0)
    spot.part = TL_MATRIX_ROW;
  else if (self->column >= 0)
    spot.part = self->row == TL_MATRIX_TITLES ? TL_MATRIX_COLUMN : TL_MATRIX_GROUP;
  spot.row = MAX (spot.row, TL_MATRIX_NONE);
  return spot;
}

/**
 * tl_matrix_grid_set_cursor:
 * @self: a grid with a matrix
 * @row: a row, %TL_MATRIX_TITLES or %TL_MATRIX_GOALS
 * @column: a column, or %TL_MATRIX_TITLES
 *
 * Moves the cursor there and brings it into sight; places that do not exist become those next to
 * them.
 */
void
tl_matrix_grid_set_cursor (TlMatrixGrid *self, int row, int column)
{
  TlMatrixSpot spot;

  self->row = row;
  self->column = column;
  clamp_cursor (self);
  remember (self);
  switch_node (self);
  spot = tl_matrix_grid_get_cursor (self);
  tl_matrix_grid_scroll_to (self, &spot);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_matrix_grid_restore_cursor:
 * @self: a grid with another matrix
 *
 * Keeps the cursor at what it was at, as far as that is still there.
 */
void
tl_matrix_grid_restore_cursor (TlMatrixGrid *self)
{
  int row = self->row_id != NULL ? find_row_by_id (self) : TL_MATRIX_NONE;
  int column = self->column_id != NULL ? find_column_by_id (self) : TL_MATRIX_NONE;
  GtkWidget **pair;

  if (row != TL_MATRIX_NONE)
    self->row = row;
  if (column != TL_MATRIX_NONE)
    self->column = column;
  clamp_cursor (self);
  remember (self);
  pair = self->nodes[get_sort (tl_matrix_grid_get_cursor (self).part)];
  /* The keyboard moves only where another sort of place has come to be under it. */
  if (self->node == NULL || (self->node != pair[0] && self->node != pair[1]))
    switch_node (self);
  else
    tl_matrix_grid_describe_node (self);
}

/**
 * tl_matrix_grid_scroll_to:
 * @self: a grid with a matrix
 * @spot: a place in it
 *
 * Scrolls as little as brings it into sight.
 */
void
tl_matrix_grid_scroll_to (TlMatrixGrid *self, const TlMatrixSpot *spot)
{
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double line = tl_matrix_get_row_height ();

  if (spot->column != TL_MATRIX_NONE && spot->part != TL_MATRIX_ROW)
    {
      const TlMatrixColumn *column = tl_matrix_get_column (self->matrix, spot->column);

      gtk_adjustment_set_value (across, get_scroll (gtk_adjustment_get_value (across),
                                                    gtk_adjustment_get_page_size (across),
                                                    column->x, column->x + column->width));
    }
  if (spot->row != TL_MATRIX_NONE)
    gtk_adjustment_set_value (down, get_scroll (gtk_adjustment_get_value (down),
                                                gtk_adjustment_get_page_size (down),
                                                spot->row * line, (spot->row + 1) * line));
}

/**
 * tl_matrix_grid_grab_focus:
 * @widget: a grid
 *
 * Returns: whether the place of the cursor has the keyboard now
 */
gboolean
tl_matrix_grid_grab_focus (GtkWidget *widget)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);

  if (!tl_matrix_grid_ensure (self) || self->node == NULL
      || tl_matrix_grid_get_cursor (self).part == TL_MATRIX_NOWHERE)
    return FALSE;
  return gtk_widget_grab_focus (self->node);
}

/**
 * tl_matrix_grid_take_focus:
 * @widget: a grid
 * @direction: where the keyboard comes from, or goes to
 *
 * The grid is one stop of Tab.
 *
 * Returns: whether the keyboard is here now
 */
gboolean
tl_matrix_grid_take_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_get_focus_child (widget) == NULL && tl_matrix_grid_grab_focus (widget);
}

/**
 * tl_matrix_grid_allocate_node:
 * @self: a grid with a matrix and a frame
 *
 * Puts the node over the place of the cursor, or over what is seen of it.
 */
void
tl_matrix_grid_allocate_node (TlMatrixGrid *self)
{
  TlMatrixSpot spot = tl_matrix_grid_get_cursor (self);
  TlRect whole = tl_matrix_get_rect (self->matrix, &self->frame, &spot);
  TlRect rect = tl_matrix_grid_get_pixels (self, whole);
  TlRect room = tl_matrix_grid_get_pixels (self, get_room (self, &spot));
  double x = CLAMP (rect.x, room.x, room.x + MAX (room.width - 1, 0));
  double y = CLAMP (rect.y, room.y, room.y + MAX (room.height - 1, 0));
  GtkAllocation allocation = {
    (int) floor (x),
    (int) floor (y),
    MAX (1, (int) (MIN (rect.x + rect.width, room.x + room.width) - x)),
    MAX (1, (int) (MIN (rect.y + rect.height, room.y + room.height) - y)),
  };

  if (self->node == NULL || spot.part == TL_MATRIX_NOWHERE)
    return;
  /* A widget must be measured before it is allocated. */
  gtk_widget_measure (self->node, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->node, &allocation, -1);
}

static char *
dup_label (TlMatrixGrid *self, const TlMatrixSpot *spot)
{
  switch (spot->part)
    {
    case TL_MATRIX_CELL:
      return tl_matrix_name_cell (self->matrix, spot->row, spot->column);
    case TL_MATRIX_ROW:
      return tl_matrix_name_row (self->matrix, spot->row);
    case TL_MATRIX_COLUMN:
      return tl_matrix_name_column (self->matrix, spot->column);
    case TL_MATRIX_GROUP:
    case TL_MATRIX_FOLD:
      return tl_matrix_name_group (self->matrix,
                                   tl_matrix_get_column (self->matrix, spot->column)->group);
    case TL_MATRIX_NOWHERE:
    default:
      return NULL;
    }
}

static char *
dup_description (TlMatrixGrid *self, const TlMatrixSpot *spot)
{
  TlItem *item = tl_matrix_grid_get_item (self, spot);

  if (item != NULL)
    return tl_item_describe (self->session, item);
  if (spot->part != TL_MATRIX_CELL)
    return g_strdup ("");
  return tl_matrix_name_column (self->matrix, spot->column);
}

/**
 * tl_matrix_grid_describe_node:
 * @self: a grid with a matrix
 *
 * Has the node say what is at the cursor.
 */
void
tl_matrix_grid_describe_node (TlMatrixGrid *self)
{
  TlMatrixSpot spot = tl_matrix_grid_get_cursor (self);
  TlItem *item = tl_matrix_grid_get_item (self, &spot);
  TlSelection *selection = tl_session_get_selection (self->session);
  g_autofree char *label = dup_label (self, &spot);
  g_autofree char *description = dup_description (self, &spot);

  if (self->node == NULL || label == NULL)
    return;
  tl_matrix_node_describe (TL_MATRIX_NODE (self->node), label, description);
  tl_matrix_node_set_selected (TL_MATRIX_NODE (self->node),
                               item != NULL && tl_selection_contains (selection, item));
}

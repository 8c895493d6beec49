/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-matrix-grid-private.h"

static gboolean
has_keys (TlMatrixGrid *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return (child == NULL || child == self->node) && tl_matrix_grid_ensure (self);
}

static int
count_page (TlMatrixGrid *self)
{
  TlRect body = tl_matrix_frame_get_body (&self->frame);

  return MAX ((int) (body.height / tl_matrix_get_row_height ()) - 1, 1);
}

/* From goal to goal over the columns, from place to place elsewhere. */
static int
step_across (TlMatrixGrid *self, int right)
{
  const TlMatrixGroup *group;

  if (self->row != TL_MATRIX_GOALS)
    return self->column + right;
  group = tl_matrix_get_group (self->matrix,
                               tl_matrix_get_column (self->matrix, self->column)->group);
  return right > 0 ? group->first_column + group->n_columns : group->first_column - 1;
}

static gboolean
can_be_at (TlMatrixGrid *self, int row, int column)
{
  int first_column = row < 0 ? 0 : TL_MATRIX_TITLES;

  return row >= TL_MATRIX_GOALS && row < tl_matrix_get_n_rows (self->matrix)
         && (column >= 0 || row >= 0) && column >= first_column
         && column < tl_matrix_get_n_columns (self->matrix);
}

static void
go_to (TlMatrixGrid *self, int row, int column)
{
  /* Over the columns the cursor stands at the beginning of a goal. */
  if (row == TL_MATRIX_GOALS && column >= 0 && column < tl_matrix_get_n_columns (self->matrix))
    column = tl_matrix_get_group (self->matrix, tl_matrix_get_column (self->matrix, column)->group)
                 ->first_column;
  if (can_be_at (self, row, column))
    tl_matrix_grid_set_cursor (self, row, column);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static gboolean
walk_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);
  int down, right;

  if (!has_keys (self))
    return GDK_EVENT_PROPAGATE;
  g_variant_get (args, "(ii)", &down, &right);
  go_to (self, self->row + down, right != 0 ? step_across (self, right) : self->column);
  /* At the edge, too: otherwise the window would take the arrow and leave the matrix. */
  return GDK_EVENT_STOP;
}

/* To the next place with a link, or to the title behind the last. */
static gboolean
jump_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);
  int down, right;
  int found = TL_MATRIX_NONE;

  if (!has_keys (self))
    return GDK_EVENT_PROPAGATE;
  g_variant_get (args, "(ii)", &down, &right);
  if (right != 0 && self->row >= 0)
    found = tl_matrix_find_filled (self->matrix, self->row, self->column, 0, right);
  else if (down != 0 && self->column >= 0)
    found = tl_matrix_find_filled (self->matrix, self->row, self->column, down, 0);
  if (found == TL_MATRIX_NONE)
    gtk_widget_error_bell (widget);
  else if (right != 0)
    go_to (self, self->row, found);
  else
    go_to (self, found, self->column);
  return GDK_EVENT_STOP;
}

static gboolean
page_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);
  int row;

  if (!has_keys (self))
    return GDK_EVENT_PROPAGATE;
  row = self->row + g_variant_get_int32 (args) * count_page (self);
  if (tl_matrix_get_n_rows (self->matrix) > 0)
    go_to (self, CLAMP (row, 0, tl_matrix_get_n_rows (self->matrix) - 1), self->column);
  return GDK_EVENT_STOP;
}

/* Home and End: along the row; with Control, to the first and the last place of all. */
static gboolean
end_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);
  gboolean is_end, is_all;
  int column, row;

  if (!has_keys (self))
    return GDK_EVENT_PROPAGATE;
  g_variant_get (args, "(bb)", &is_end, &is_all);
  column = is_end ? tl_matrix_get_n_columns (self->matrix) - 1 : 0;
  row = is_all ? (is_end ? tl_matrix_get_n_rows (self->matrix) - 1 : 0) : self->row;
  go_to (self, row, column);
  return GDK_EVENT_STOP;
}

static gboolean
edit_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);
  TlMatrixSpot spot;
  int edit = g_variant_get_int32 (args);

  if (!has_keys (self))
    return GDK_EVENT_PROPAGATE;
  spot = tl_matrix_grid_get_cursor (self);
  if (spot.part == TL_MATRIX_CELL)
    {
      tl_matrix_grid_edit (self, edit);
      return GDK_EVENT_STOP;
    }
  /* A title has no links: Space selects it, and nothing else is done to it. */
  if (edit == TL_MATRIX_EDIT_CYCLE)
    tl_matrix_grid_select (self, &spot, TRUE);
  else
    gtk_widget_error_bell (widget);
  return GDK_EVENT_STOP;
}

static gboolean
open_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);
  TlMatrixSpot spot;

  if (!has_keys (self))
    return GDK_EVENT_PROPAGATE;
  spot = tl_matrix_grid_get_cursor (self);
  tl_matrix_grid_select (self, &spot, FALSE);
  return GDK_EVENT_STOP;
}

static gboolean
fold_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);
  gboolean folds, is_all;

  if (!has_keys (self))
    return GDK_EVENT_PROPAGATE;
  g_variant_get (args, "(bb)", &folds, &is_all);
  if (is_all)
    tl_matrix_grid_fold_all (self, folds);
  else if (self->column >= 0)
    tl_matrix_grid_set_folded (self, tl_matrix_get_column (self->matrix, self->column)->group,
                               folds);
  else
    gtk_widget_error_bell (widget);
  return GDK_EVENT_STOP;
}

static gboolean
menu_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);

  if (!has_keys (self))
    return GDK_EVENT_PROPAGATE;
  tl_matrix_grid_popup_menu (self);
  return GDK_EVENT_STOP;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);

  if (!has_keys (self) || tl_selection_get_n_items (tl_session_get_selection (self->session)) == 0)
    return GDK_EVENT_PROPAGATE;
  tl_selection_clear (tl_session_get_selection (self->session));
  return GDK_EVENT_STOP;
}

static void
bind_walk (GtkWidgetClass *widget_class, guint key, guint keypad, int down, int right)
{
  gtk_widget_class_add_binding (widget_class, key, 0, walk_cb, "(ii)", down, right);
  gtk_widget_class_add_binding (widget_class, keypad, 0, walk_cb, "(ii)", down, right);
  gtk_widget_class_add_binding (widget_class, key, GDK_CONTROL_MASK, jump_cb, "(ii)", down, right);
  gtk_widget_class_add_binding (widget_class, keypad, GDK_CONTROL_MASK, jump_cb, "(ii)", down,
                                right);
}

static void
bind_edit (GtkWidgetClass *widget_class, int edit, const guint *keys)
{
  for (; *keys != 0; keys++)
    gtk_widget_class_add_binding (widget_class, *keys, 0, edit_cb, "i", edit);
}

static void
bind_end (GtkWidgetClass *widget_class, guint key, guint keypad, gboolean is_end)
{
  gtk_widget_class_add_binding (widget_class, key, 0, end_cb, "(bb)", is_end, FALSE);
  gtk_widget_class_add_binding (widget_class, keypad, 0, end_cb, "(bb)", is_end, FALSE);
  gtk_widget_class_add_binding (widget_class, key, GDK_CONTROL_MASK, end_cb, "(bb)", is_end, TRUE);
}

static void
bind_fold (GtkWidgetClass *widget_class, guint key, guint keypad, gboolean folds)
{
  gtk_widget_class_add_binding (widget_class, key, 0, fold_cb, "(bb)", folds, FALSE);
  gtk_widget_class_add_binding (widget_class, keypad, 0, fold_cb, "(bb)", folds, FALSE);
  gtk_widget_class_add_binding (widget_class, key, GDK_SHIFT_MASK, fold_cb, "(bb)", folds, FALSE);
}

/**
 * tl_matrix_grid_class_add_keys:
 * @widget_class: of the grid
 *
 * Binds the keys of the matrix.
 */
void
tl_matrix_grid_class_add_keys (GtkWidgetClass *widget_class)
{
  static const guint weak[] = { GDK_KEY_1, GDK_KEY_KP_1, GDK_KEY_w, 0 };
  static const guint medium[] = { GDK_KEY_2, GDK_KEY_KP_2, GDK_KEY_m, 0 };
  static const guint strong[] = { GDK_KEY_3, GDK_KEY_KP_3, GDK_KEY_s, 0 };
  static const guint cycle[] = { GDK_KEY_space, GDK_KEY_KP_Space, 0 };
  static const guint unlink[]
      = { GDK_KEY_0, GDK_KEY_KP_0, GDK_KEY_Delete, GDK_KEY_KP_Delete, GDK_KEY_BackSpace, 0 };
  static const guint open[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  static const guint pages[]
      = { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down };

  bind_walk (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, -1);
  bind_walk (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, 1);
  bind_walk (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, -1, 0);
  bind_walk (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 1, 0);
  bind_end (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, FALSE);
  bind_end (widget_class, GDK_KEY_End, GDK_KEY_KP_End, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_class_add_binding (widget_class, pages[i], 0, page_cb, "i", i < 2 ? -1 : 1);
  bind_edit (widget_class, TL_STRENGTH_WEAK, weak);
  bind_edit (widget_class, TL_STRENGTH_MEDIUM, medium);
  bind_edit (widget_class, TL_STRENGTH_STRONG, strong);
  bind_edit (widget_class, TL_MATRIX_EDIT_CYCLE, cycle);
  bind_edit (widget_class, TL_MATRIX_EDIT_UNLINK, unlink);
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    gtk_widget_class_add_binding (widget_class, open[i], 0, open_cb, NULL);
  bind_fold (widget_class, GDK_KEY_plus, GDK_KEY_KP_Add, FALSE);
  bind_fold (widget_class, GDK_KEY_minus, GDK_KEY_KP_Subtract, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_equal, 0, fold_cb, "(bb)", FALSE, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_asterisk, 0, fold_cb, "(bb)", FALSE, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_asterisk, GDK_SHIFT_MASK, fold_cb, "(bb)",
                                FALSE, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_slash, 0, fold_cb, "(bb)", TRUE, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_slash, GDK_SHIFT_MASK, fold_cb, "(bb)", TRUE,
                                TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n-lib.h>

#include "tl-cell-text.h"
#include "tl-commands.h"
#include "tl-table-private.h"

/* Editing a cell in place: an editor lies over the cell until it is done. */

/* Pixels: what is needed to choose from titles, and for the frame around. */
#define EDITOR_WIDTH_MIN 200
#define FRAME_WIDTH 3

/* The item may have gone while somebody typed. */
static gboolean
is_there (TlTableView *self, TlItem *item)
{
  return item != NULL && tl_item_get_workspace (item) == tl_session_get_workspace (self->session);
}

static gboolean
commit (TlTableView *self)
{
  g_auto (TlValue) value = TL_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (!is_there (self, self->edited_item))
    return TRUE;
  if (!tl_cell_editor_read (self->editor, &value))
    return FALSE;
  tl_history_seal (tl_session_get_history (self->session));
  if (!tl_command_set_field (self->session, self->edited_item, self->edited_field, &value, &error))
    {
      tl_cell_editor_refuse (self->editor, error->message);
      return FALSE;
    }
  tl_history_seal (tl_session_get_history (self->session));
  return TRUE;
}

/* Where the cursor goes from here. The row below is the one that was below before the edit, which
 * may have moved the row. */
static TlItem *
find_next (TlTableView *self, TlCellDone how)
{
  guint row = tl_table_model_find (self->model, self->edited_item);
  TlItem *next = NULL;

  if (row == GTK_INVALID_LIST_POSITION)
    return NULL;
  if (how == TL_CELL_DONE_DOWN)
    next = tl_table_model_get_item (self->model, row + 1);
  else if (how == TL_CELL_DONE_UP && row > 0)
    next = tl_table_model_get_item (self->model, row - 1);
  return next != NULL ? next : self->edited_item;
}

/* What was typed and then left is taken when it fits. Otherwise the cell keeps what it had, and
 * that is said, for there is no place any more to say it in. */
static void
leave (TlTableView *self)
{
  g_autofree char *words = NULL;

  if (!commit (self))
    {
      /* Translators: the name of a field, and why something was not taken for it. */
      words
          = g_strdup_printf (_ ("%s stays as it was: %s"), tl_field_get_label (self->edited_field),
                             tl_cell_editor_get_reason (self->editor));
      tl_session_say (self->session, words, FALSE);
    }
  tl_table_end_edit (self);
}

static void
done_cb (TlTableView *self, TlCellDone how)
{
  g_autoptr (TlItem) next = NULL;

  if (how == TL_CELL_DONE_AWAY)
    {
      leave (self);
      return;
    }
  next = find_next (self, how);
  if (next != NULL)
    g_object_ref (next);
  if (how != TL_CELL_DONE_NOT && !commit (self))
    return;
  tl_table_end_edit (self);
  if (next != NULL && is_there (self, next))
    tl_table_move_cursor (self, next, self->cursor_column, FALSE);
  else
    tl_table_focus_cursor (self);
  if (how == TL_CELL_DONE_RIGHT)
    tl_table_step_cursor (self, 0, 1, FALSE);
  else if (how == TL_CELL_DONE_LEFT)
    tl_table_step_cursor (self, 0, -1, FALSE);
}

static gboolean
can_edit (TlTableView *self)
{
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;

  if (tl_table_model_find (self->model, self->cursor_item) == GTK_INVALID_LIST_POSITION
      || self->cursor_column == NULL || tl_table_refuse_read_only (self))
    return FALSE;
  if (tl_table_column_is_editable (self->cursor_column))
    return TRUE;
  label = tl_table_column_dup_label (self->cursor_column);
  /* Translators: the name of a column. */
  words = g_strdup_printf (_ ("“%s” is worked out from the plan and cannot be edited"), label);
  tl_session_say (self->session, words, FALSE);
  return FALSE;
}

/* Edits the cell of the cursor. @text is what the editor begins with; NULL is what is there. */
void
tl_table_begin_edit (TlTableView *self, const char *text)
{
  g_autofree char *shown = NULL;
  GtkWidget *editor;

  tl_table_end_edit (self);
  if (!can_edit (self))
    return;
  tl_table_reveal_cursor (self);
  g_set_object (&self->edited_item, self->cursor_item);
  self->edited_field = self->cursor_column->field;
  editor = tl_cell_editor_new (self->session, self->edited_field);
  self->editor = TL_CELL_EDITOR (editor);
  shown = text != NULL ? g_strdup (text) : tl_cell_dup_text (self->edited_item, self->edited_field);
  gtk_overlay_add_overlay (self->overlay, editor);
  gtk_widget_grab_focus (editor);
  tl_cell_editor_set_text (self->editor, shown);
  g_signal_connect_object (editor, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  tl_table_update_actions (self);
}

/* Puts the editor away, and what is in it with it. */
void
tl_table_end_edit (TlTableView *self)
{
  TlCellEditor *editor = self->editor;

  if (editor == NULL)
    return;
  self->editor = NULL;
  g_signal_handlers_disconnect_by_func (editor, done_cb, self);
  gtk_overlay_remove_overlay (self->overlay, GTK_WIDGET (editor));
  g_clear_object (&self->edited_item);
  tl_table_update_actions (self);
}

static gboolean
get_cell_bounds (TlTableView *self, graphene_rect_t *bounds)
{
  const TlTableColumn *column
      = tl_table_columns_find_field (tl_table_model_get_kind (self->model), self->edited_field);
  TlTableCell *cell = tl_table_find_cell (self, self->edited_item, column);

  return cell != NULL
         && gtk_widget_compute_bounds (gtk_widget_get_parent (GTK_WIDGET (cell)),
                                       GTK_WIDGET (self->overlay), bounds);
}

/* Over the cell, and moved as far as it must be to be all in sight. */
gboolean
tl_table_place_editor (TlTableView *self, GtkWidget *widget, GdkRectangle *place)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->overlay));
  int height = gtk_widget_get_height (GTK_WIDGET (self->overlay));
  graphene_rect_t bounds;
  int minimum;
  int natural;

  if (!get_cell_bounds (self, &bounds))
    return FALSE;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  place->width = MAX ((int) bounds.size.width + 1, MAX (minimum, EDITOR_WIDTH_MIN));
  place->width = MAX (MIN (place->width, width), minimum);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, place->width, &minimum, &natural, NULL,
                      NULL);
  place->height = MAX (MIN (natural, height), minimum);
  place->x = CLAMP ((int) bounds.origin.x, 0, MAX (width - place->width - FRAME_WIDTH, 0));
  place->y = CLAMP ((int) bounds.origin.y, 0, MAX (height - place->height - FRAME_WIDTH, 0));
  return TRUE;
}

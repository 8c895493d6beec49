/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n-lib.h>

#include "tl-bulk-window.h"
#include "tl-commands-row.h"
#include "tl-commands.h"
#include "tl-compat.h"
#include "tl-table-private.h"
#include "tl-table-words.h"

/* What is done to the selected cells and rows. */

/* When an action can be used. */
typedef enum
{
  NEEDS_NOTHING = 0,
  NEEDS_SESSION = 1 << 0,
  NEEDS_EDITABLE = 1 << 1,
  NEEDS_ROW = 1 << 2,
  NEEDS_ROWS = 1 << 3, /* at least two */
  NEEDS_CURSOR = 1 << 4,
} Needs;

typedef struct
{
  const char *name;
  void (*activate) (TlTableView *self);
  Needs needs;
} Action;

/* Says so when nothing can be changed. */
gboolean
tl_table_refuse_read_only (TlTableView *self)
{
  if (self->session == NULL || tl_session_is_editable (self->session))
    return self->session == NULL;
  tl_session_say (self->session, _ ("The document is open for reading only."), FALSE);
  return TRUE;
}

/* Nothing was done, and why. */
void
tl_table_tell_refusals (TlTableView *self, TlCellEdits *edits, const char *heading)
{
  TlAnswer close = { "close", C_ ("answer", "_Close"), TL_ANSWER_PLAIN };
  g_autofree char *refusals = tl_edits_dup_refusals (edits, 0);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  tl_ask (GTK_WINDOW (root), heading, refusals, NULL, &close, 1, NULL, NULL);
}

/* Many cells. */

static void
apply (TlTableView *self, TlCellEdits *edits, const char *label, const char *heading)
{
  g_autofree char *words = NULL;
  guint n;

  tl_cell_edits_check (edits);
  n = tl_cell_edits_get_n_changes (edits);
  if (tl_cell_edits_get_n_refusals (edits) > 0)
    {
      tl_table_tell_refusals (self, edits, heading);
      return;
    }
  if (n == 0)
    return;
  tl_cell_edits_apply (edits, label, FALSE);
  if (n == 1)
    return;
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cell changed", "%u cells changed", n),
                           n);
  tl_session_say (self->session, words, TRUE);
}

static const TlTableColumn *
get_block_column (TlTableView *self, guint index)
{
  guint first;
  guint n_columns;

  tl_table_get_block (self, &first, &n_columns);
  return index < n_columns ? tl_table_get_column (self, first + index)->column : NULL;
}

static void
fill_row (TlTableView *self, TlCellEdits *edits, TlItem *item, TlItem *source)
{
  const TlTableColumn *column;

  tl_cell_edits_begin_row (edits, item);
  for (guint i = 0; (column = get_block_column (self, i)) != NULL; i++)
    if (tl_table_column_is_editable (column))
      tl_cell_edits_set (edits, column->field,
                         source != NULL ? tl_item_get_value (source, column->field)
                                        : &TL_VALUE_INIT,
                         NULL);
}

static void
fill_down (TlTableView *self)
{
  g_autoptr (GPtrArray) items = tl_table_dup_rows (self);
  g_autoptr (TlCellEdits) edits
      = tl_cell_edits_new (self->session, tl_table_model_get_kind (self->model));

  for (guint i = 1; i < items->len; i++)
    fill_row (self, edits, items->pdata[i], items->pdata[0]);
  apply (self, edits, C_ ("undo", "Fill Down"), _ ("Nothing Was Filled"));
}

static void
clear (TlTableView *self)
{
  g_autoptr (GPtrArray) items = tl_table_dup_rows (self);
  g_autoptr (TlCellEdits) edits
      = tl_cell_edits_new (self->session, tl_table_model_get_kind (self->model));

  for (guint i = 0; i < items->len; i++)
    fill_row (self, edits, items->pdata[i], NULL);
  apply (self, edits, C_ ("undo", "Clear Cells"), _ ("Nothing Was Cleared"));
}

static void
bulk_set (TlTableView *self)
{
  g_autoptr (GPtrArray) items = tl_table_dup_rows (self);
  TlField first = self->cursor_column != NULL ? self->cursor_column->field : TL_N_FIELDS;
  TlBulkWindow *window = tl_bulk_window_new (self->session, items, first);

  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (window));
}

/* Rows. */

/* Where one goes on: the title, or for what has none, what it cannot be without. */
static const TlTableColumn *
find_first_column (TlTableView *self)
{
  const TlTableColumn *column
      = tl_table_columns_find_field (tl_table_model_get_kind (self->model), TL_ITEM_TITLE);

  if (tl_kind_needs_title (tl_table_model_get_kind (self->model))
      && tl_table_find_column (self, column) != GTK_INVALID_LIST_POSITION)
    return column;
  for (guint i = 0; i < tl_table_count_columns (self); i++)
    if (tl_table_column_is_editable (tl_table_get_column (self, i)->column))
      return tl_table_get_column (self, i)->column;
  return tl_table_get_column (self, 0)->column;
}

static void
add_row (TlTableView *self)
{
  TlItem *item;

  tl_table_end_edit (self);
  item = tl_command_add_row (self->session, tl_table_model_get_kind (self->model));
  if (item == NULL)
    return;
  tl_table_move_cursor (self, item, find_first_column (self), FALSE);
  tl_table_begin_edit (self, NULL);
}

/* The keyboard goes to the row that takes the place of the first that goes. */
static void
delete_rows (TlTableView *self)
{
  g_autoptr (GPtrArray) items = tl_table_dup_rows (self);
  guint row;

  if (items->len == 0)
    return;
  row = tl_table_model_find (self->model, items->pdata[0]);
  tl_command_delete (self->session, items);
  row = MIN (row, MAX (tl_table_model_get_n_items (self->model), 1) - 1);
  if (tl_table_model_get_item (self->model, row) != NULL && self->cursor_column != NULL)
    tl_table_move_cursor (self, tl_table_model_get_item (self->model, row), self->cursor_column,
                          FALSE);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->kind_button));
}

static void
select_all (TlTableView *self)
{
  tl_table_view_select_all (self);
}

static void
select_row (TlTableView *self)
{
  guint n_columns = tl_table_count_columns (self);

  if (n_columns == 0)
    return;
  self->anchor_column = tl_table_get_column (self, 0)->column;
  self->cursor_column = tl_table_get_column (self, n_columns - 1)->column;
  tl_table_update_cells (self);
  tl_table_focus_cursor (self);
}

static void
toggle_row (TlTableView *self)
{
  if (self->cursor_item != NULL)
    tl_table_toggle_row (self, self->cursor_item);
}

static void
edit (TlTableView *self)
{
  tl_table_begin_edit (self, NULL);
}

static void
reveal (TlTableView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-in-map", "s",
                              tl_item_get_id (self->cursor_item));
}

static void
open_menu (TlTableView *self)
{
  TlTableCell *cell = tl_table_find_cell (self, self->cursor_item, self->cursor_column);
  graphene_rect_t bounds;

  if (cell != NULL && gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &bounds))
    tl_table_show_menu (self, bounds.origin.x + bounds.size.width / 2,
                        bounds.origin.y + bounds.size.height);
}

static void
clear_filter (TlTableView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  if (self->session != NULL)
    tl_lens_set_query (tl_session_get_lens (self->session), "");
}

static void
focus_filter (TlTableView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

static const Action actions[] = {
  { "table.add-row", add_row, NEEDS_EDITABLE },
  { "table.delete-rows", delete_rows, NEEDS_EDITABLE | NEEDS_ROW },
  { "table.edit", edit, NEEDS_SESSION | NEEDS_CURSOR },
  { "table.fill-down", fill_down, NEEDS_EDITABLE | NEEDS_ROWS | NEEDS_CURSOR },
  { "table.bulk-set", bulk_set, NEEDS_EDITABLE | NEEDS_ROW },
  { "table.clear", clear, NEEDS_EDITABLE | NEEDS_ROW | NEEDS_CURSOR },
  { "table.copy", tl_table_copy, NEEDS_SESSION | NEEDS_ROW | NEEDS_CURSOR },
  { "table.cut", tl_table_cut, NEEDS_EDITABLE | NEEDS_ROW | NEEDS_CURSOR },
  { "table.paste", tl_table_paste, NEEDS_EDITABLE },
  { "table.select-all", select_all, NEEDS_SESSION },
  { "table.select-row", select_row, NEEDS_SESSION | NEEDS_ROW },
  { "table.toggle-row", toggle_row, NEEDS_SESSION | NEEDS_CURSOR },
  { "table.reveal", reveal, NEEDS_SESSION | NEEDS_CURSOR },
  { "table.menu", open_menu, NEEDS_SESSION | NEEDS_CURSOR },
  { "table.clear-filter", clear_filter, NEEDS_NOTHING },
  { "table.filter", focus_filter, NEEDS_NOTHING },
};

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].activate (TL_TABLE_VIEW (widget));
}

static Needs
get_what_there_is (TlTableView *self)
{
  TlSelection *selection;
  Needs there_is = NEEDS_NOTHING;
  guint n_rows = 0;

  if (self->session == NULL)
    return NEEDS_NOTHING;
  there_is |= NEEDS_SESSION;
  if (tl_session_is_editable (self->session))
    there_is |= NEEDS_EDITABLE;
  selection = tl_session_get_selection (self->session);
  for (guint i = 0; i < tl_selection_get_n_items (selection) && n_rows < 2; i++)
    n_rows += tl_table_model_find (self->model, tl_selection_get_item (selection, i))
              != GTK_INVALID_LIST_POSITION;
  if (n_rows > 1)
    there_is |= NEEDS_ROWS;
  if (tl_table_model_find (self->model, self->cursor_item) != GTK_INVALID_LIST_POSITION)
    there_is |= NEEDS_ROW | (self->cursor_column != NULL ? NEEDS_CURSOR : NEEDS_NOTHING);
  if (n_rows > 0)
    there_is |= NEEDS_ROW;
  return there_is;
}

/* Enables what can be done as things stand. */
void
tl_table_update_actions (TlTableView *self)
{
  Needs there_is = get_what_there_is (self);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   (actions[i].needs & ~there_is) == 0);
}

void
tl_table_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, activate_cb);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-cell-edits.h"
#include "tl-cell-editor.h"
#include "tl-menu-owner.h"
#include "tl-table-cell.h"
#include "tl-table-model.h"
#include "tl-table-view.h"

G_BEGIN_DECLS

/* A column as the table shows it. */
typedef struct
{
  TlTableView *view; /* borrowed */
  const TlTableColumn *column;
  GtkColumnViewColumn *widget; /* owned; in the column view while it is shown */
  GtkOrdering answer;          /* of its sorter, to find out what the view sorts by */
  int width;
} TlShownColumn;

/* What the parts of the table view share: tl-table-view.c builds it and follows the document,
 * tl-table-columns.c has the columns and their order, tl-table-cursor.c the cursor and the block,
 * tl-table-input.c keys and the pointer, tl-table-edit.c edits a cell in place,
 * tl-table-actions.c and tl-table-clipboard.c do things to many cells.
 *
 * The block is what is common to the selected rows, which are those of the session, and the columns
 * between the anchor and the cursor. */
struct _TlTableView
{
  GtkWidget parent_instance;

  /* Owned. */
  TlSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *selection_signals;
  GSignalGroup *lens_signals;
  GSettings *settings; /* NULL where the schema is not installed */
  TlTableModel *model;
  GPtrArray *columns; /* of TlShownColumn, all of the kind, in their order */
  GPtrArray *cells;   /* of TlTableCell, borrowed: those that show something */
  TlItem *cursor_item;
  TlItem *anchor_item;
  TlItem *edited_item;
  GCancellable *reading; /* of the clipboard */

  /* Borrowed. */
  const TlTableColumn *cursor_column;
  const TlTableColumn *anchor_column;
  TlCellEditor *editor; /* NULL while nothing is edited */

  /* Template. */
  GtkWidget *bar;
  GtkMenuButton *kind_button;
  GtkLabel *kind_label;
  GtkSearchEntry *filter;
  GtkMenuButton *columns_button;
  GtkBox *columns_list;
  GtkStack *stack;
  GtkOverlay *overlay;
  GtkScrolledWindow *scroller;
  GtkColumnView *table;
  GtkLabel *empty_title;
  GtkLabel *empty_words;
  GtkLabel *status;
  GtkPopoverMenu *context_menu;

  TlTableSort sorts[TL_N_KINDS]; /* by which each kind is sorted first */
  TlField edited_field;
  guint save_source;
  guint reveal_source;
  guint is_arranging : 1;  /* columns come and go, which the user has not done */
  guint is_moving : 1;     /* the selection changes because the cursor does */
  guint is_unrevealed : 1; /* the cursor is to be in sight as soon as rows have a size */
  guint is_unfilled : 1;   /* nobody has looked at this document as a table yet */
};

/* tl-table-view.c */
void tl_table_refilter (TlTableView *self);

/* tl-table-columns.c */
void tl_table_install_columns (GtkWidgetClass *widget_class);
void tl_table_build_columns (TlTableView *self);
void tl_table_drop_columns (TlTableView *self);
void tl_table_watch_columns (TlTableView *self);
guint tl_table_count_columns (TlTableView *self);
TlShownColumn *tl_table_get_column (TlTableView *self, guint index);
guint tl_table_find_column (TlTableView *self, const TlTableColumn *column);
void tl_table_show_column (TlTableView *self, const TlTableColumn *column, gboolean is_shown);
void tl_table_name_row (TlTableView *self, TlTableCell *cell);
void tl_table_save_columns (TlTableView *self);
void tl_table_fill_column_list (TlTableView *self);

/* tl-table-cursor.c */
void tl_table_move_cursor (TlTableView *self,
                           TlItem *item,
                           const TlTableColumn *column,
                           gboolean extends);
void tl_table_put_cursor (TlTableView *self, TlItem *item, const TlTableColumn *column);
void tl_table_toggle_row (TlTableView *self, TlItem *item);
void tl_table_step_cursor (TlTableView *self, int rows, int columns, gboolean extends);
GPtrArray *tl_table_dup_rows (TlTableView *self);
void tl_table_get_block (TlTableView *self, guint *first, guint *n_columns);
gboolean tl_table_has_focus (TlTableView *self);
gboolean tl_table_focus_cursor (TlTableView *self);
GtkWidget *tl_table_find_rows (TlTableView *self);
void tl_table_reveal_cursor (TlTableView *self);
void tl_table_queue_reveal (TlTableView *self);
TlTableCell *tl_table_find_cell (TlTableView *self, TlItem *item, const TlTableColumn *column);
void tl_table_update_cells (TlTableView *self);
void tl_table_mark_cell (TlTableView *self, TlTableCell *cell);

/* tl-table-input.c */
void tl_table_add_controllers (TlTableView *self);
void tl_table_init_menu_owner (TlMenuOwnerInterface *iface);
GMenuModel *tl_table_create_kind_menu (TlTableView *self);
void tl_table_show_menu (TlTableView *self, double x, double y);

/* tl-table-edit.c */
void tl_table_begin_edit (TlTableView *self, const char *text);
void tl_table_end_edit (TlTableView *self);
gboolean tl_table_place_editor (TlTableView *self, GtkWidget *widget, GdkRectangle *place);

/* tl-table-actions.c */
void tl_table_install_actions (GtkWidgetClass *widget_class);
void tl_table_update_actions (TlTableView *self);
gboolean tl_table_refuse_read_only (TlTableView *self);
void tl_table_tell_refusals (TlTableView *self, TlCellEdits *edits, const char *heading);

/* tl-table-clipboard.c */
void tl_table_copy (TlTableView *self);
void tl_table_cut (TlTableView *self);
void tl_table_paste (TlTableView *self);
void tl_table_paste_text (TlTableView *self, const char *text);

G_END_DECLS

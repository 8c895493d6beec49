/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-table-column.h"

G_BEGIN_DECLS

#define TL_TYPE_TABLE_CELL (tl_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (TlTableCell, tl_table_cell, TL, TABLE_CELL, GtkWidget)

/* A cell of a table: a text on one line, drawn by the widget itself, which has no children and no
 * controllers. A table has thousands of them. It can have the focus: the cell that has it is the
 * one that keys are about. */
GtkWidget *tl_table_cell_new (const TlTableColumn *column);

void tl_table_cell_bind (TlTableCell *self, TlSession *session, TlItem *item);
void tl_table_cell_unbind (TlTableCell *self);
void tl_table_cell_refresh (TlTableCell *self, TlSession *session);
void tl_table_cell_set_in_block (TlTableCell *self, gboolean is_in_block);
void tl_table_cell_set_cursor (TlTableCell *self, gboolean is_cursor);

const TlTableColumn *tl_table_cell_get_column (TlTableCell *self);
TlItem *tl_table_cell_get_item (TlTableCell *self);
const char *tl_table_cell_get_text (TlTableCell *self);

G_END_DECLS

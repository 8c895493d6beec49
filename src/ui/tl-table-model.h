/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-table-column.h"

G_BEGIN_DECLS

#define TL_TYPE_TABLE_MODEL (tl_table_model_get_type ())
G_DECLARE_FINAL_TYPE (TlTableModel, tl_table_model, TL, TABLE_MODEL, GObject)

typedef struct
{
  const TlTableColumn *column;
  gboolean is_descending;
} TlTableSort;

/* The items of one kind, as a list that is sorted, and filtered by a text of its own and by the
 * lens of the session. It is a selection model, too, and what is selected in it is what is selected
 * in the session: there is no second selection that would have to be kept in step.
 *
 * It follows the document by what each transaction has touched. A row that is edited or added stays
 * in the list, whether it matches or not, until the filter changes. */
TlTableModel *tl_table_model_new (void);

void tl_table_model_set_source (TlTableModel *self, TlSession *session, TlKind kind);
TlKind tl_table_model_get_kind (TlTableModel *self);
void tl_table_model_update (TlTableModel *self, TlTransaction *transaction);

void tl_table_model_set_sort (TlTableModel *self, const TlTableSort *sort, guint n_sort);
guint tl_table_model_get_n_sort (TlTableModel *self);
TlTableSort tl_table_model_get_sort (TlTableModel *self, guint index);

void tl_table_model_set_filter (TlTableModel *self, const char *text, GPtrArray *columns);
gboolean tl_table_model_is_filtered (TlTableModel *self);
void tl_table_model_look (TlTableModel *self);
void tl_table_model_keep (TlTableModel *self, TlItem *item);

TlItem *tl_table_model_get_item (TlTableModel *self, guint position);
guint tl_table_model_get_n_items (TlTableModel *self);
guint tl_table_model_find (TlTableModel *self, TlItem *item);
GPtrArray *tl_table_model_dup_selected (TlTableModel *self);

G_END_DECLS

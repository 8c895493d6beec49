/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_TABLE_VIEW (tl_table_view_get_type ())
G_DECLARE_FINAL_TYPE (TlTableView, tl_table_view, TL, TABLE_VIEW, GtkWidget)

/* The registers of a document: a table of each kind, in which everything can be edited. Its actions
 * are "table.…". Properties: "session"; "kind", the name in the file of the kind that is shown. */
GtkWidget *tl_table_view_new (void);
void tl_table_view_set_session (TlTableView *self, TlSession *session);

TlKind tl_table_view_get_kind (TlTableView *self);
void tl_table_view_show_kind (TlTableView *self, TlKind kind);
void tl_table_view_select_all (TlTableView *self);
void tl_table_view_begin_edit (TlTableView *self, TlItem *item, TlField field);

G_END_DECLS

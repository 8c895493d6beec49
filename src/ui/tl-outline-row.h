/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-outline-node.h"

G_BEGIN_DECLS

#define TL_TYPE_OUTLINE_ROW (tl_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (TlOutlineRow, tl_outline_row, TL, OUTLINE_ROW, GtkWidget)

/* What a row of the outline looks like. Signal: "toggled" (GtkTreeListRow *), when it was opened or
 * closed. */
GtkWidget *tl_outline_row_new (void);
void tl_outline_row_bind (TlOutlineRow *self, TlSession *session, GtkTreeListRow *row);
void tl_outline_row_unbind (TlOutlineRow *self);

GtkTreeListRow *tl_outline_row_get_row (TlOutlineRow *self);
TlItem *tl_outline_row_get_item (TlOutlineRow *self);
void tl_outline_row_begin_rename (TlOutlineRow *self);
gboolean tl_outline_row_is_renaming (TlOutlineRow *self);

G_END_DECLS

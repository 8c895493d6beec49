/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-finding-node.h"
#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDING_ROW (tl_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (TlFindingRow, tl_finding_row, TL, FINDING_ROW, GtkWidget)

/* What a row of the list of findings looks like: a card for a group, a paragraph in it for a
 * finding, with a button for what is best done about it. Signals: "fix", when that is wanted;
 * "menu", when the other ways are. */
GtkWidget *tl_finding_row_new (void);
void tl_finding_row_bind (TlFindingRow *self, TlSession *session, GtkTreeListRow *row);
void tl_finding_row_unbind (TlFindingRow *self);
GtkTreeListRow *tl_finding_row_get_row (TlFindingRow *self);

G_END_DECLS

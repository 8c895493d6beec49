/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_RENAME_ENTRY (tl_rename_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlRenameEntry, tl_rename_entry, TL, RENAME_ENTRY, GtkWidget)

/* An entry over a card or in a row, for its title. Signal "done" (const char *title, nullable):
 * with the text on Return and when the focus leaves, with NULL on Escape; while nothing is written
 * the focus can go to another window. It comes once, unless the handler has refused the text. */
GtkWidget *tl_rename_entry_new (const char *title);
void tl_rename_entry_set_hint (TlRenameEntry *self, const char *hint, const char *help);
gboolean tl_rename_entry_refuse (TlRenameEntry *self, const char *reason);

G_END_DECLS

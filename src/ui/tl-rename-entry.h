/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_RENAME_ENTRY (tl_rename_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlRenameEntry, tl_rename_entry, TL, RENAME_ENTRY, GtkWidget)

/* An entry over a card, for its title. Signal "done" (const char *title, nullable) once: with the
 * text on Return and when the focus leaves, with NULL on Escape. */
GtkWidget *tl_rename_entry_new (const char *title);

G_END_DECLS

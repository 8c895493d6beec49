/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_TITLE (tl_title_get_type ())
G_DECLARE_FINAL_TYPE (TlTitle, tl_title, TL, TITLE, GtkWidget)

/* What a document is called, where it lies, and whether it has changes that are not saved.
 */
GtkWidget *tl_title_new (void);
void tl_title_set (TlTitle *self, const char *title, const char *folder, gboolean is_dirty);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the keyboard is; also while a dialog is in front, which gives it back. */
gboolean tl_focus_is_in (GtkWidget *widget);
GtkWidget *tl_focus_find_item (GtkListView *list);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_PANE_HANDLE (tl_pane_handle_get_type ())
G_DECLARE_FINAL_TYPE (TlPaneHandle, tl_pane_handle, TL, PANE_HANDLE, GtkWidget)

/* The line between two panes, to be taken hold of. The arrow keys, Home and End emit "stepped"
 * (int pixels): to the right is more, and G_MININT and G_MAXINT are as far as it goes. */
GtkWidget *tl_pane_handle_new (const char *label);
void tl_pane_handle_set_range (TlPaneHandle *self, int now, int minimum, int maximum);

G_END_DECLS

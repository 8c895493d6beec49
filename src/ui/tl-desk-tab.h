/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_DESK_TAB (tl_desk_tab_get_type ())
G_DECLARE_FINAL_TYPE (TlDeskTab, tl_desk_tab, TL, DESK_TAB, GtkWidget)

/* The button that shows one desk, with the number of findings that wait there. */
GtkWidget *tl_desk_tab_new (const char *name, const char *label);
const char *tl_desk_tab_get_name (TlDeskTab *self);
void tl_desk_tab_set_waiting (TlDeskTab *self, guint n_waiting);

G_END_DECLS

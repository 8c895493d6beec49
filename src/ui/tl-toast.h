/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_TOAST (tl_toast_get_type ())
G_DECLARE_FINAL_TYPE (TlToast, tl_toast, TL, TOAST, GtkWidget)

/* A word at the foot of the window that goes by itself, with at most one thing to do about it. It
 * looks as libadwaita's, whose overlay uses what it has freed (1.2.2) when a toast is put away
 * while it still comes in. Property: "action-name", what its button does. */
GtkWidget *tl_toast_new (void);
void tl_toast_show (TlToast *self, const char *text, const char *button);
void tl_toast_hide (TlToast *self);
void tl_toast_drop_button (TlToast *self);
const char *tl_toast_get_button (TlToast *self);

G_END_DECLS

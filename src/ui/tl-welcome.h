/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_WELCOME (tl_welcome_get_type ())
G_DECLARE_FINAL_TYPE (TlWelcome, tl_welcome, TL, WELCOME, GtkWidget)

/* What stands where a map would be as long as there is nothing on it: how to begin. */
GtkWidget *tl_welcome_new (void);

G_END_DECLS

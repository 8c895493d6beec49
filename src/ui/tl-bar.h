/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_BAR (tl_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlBar, tl_bar, TL, BAR, GtkWidget)

/* A part of a whole as a bar, in the hue of a goal or in that of the text. What it says stands
 * beside it in words. */
void tl_bar_show (TlBar *self, double fraction, guint rank);

G_END_DECLS

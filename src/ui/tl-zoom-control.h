/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_ZOOM_CONTROL (tl_zoom_control_get_type ())
G_DECLARE_FINAL_TYPE (TlZoomControl, tl_zoom_control, TL, ZOOM_CONTROL, GtkWidget)

/* Out, percentage, in, fit: buttons for the actions "canvas.zoom-…" of the canvas that it is in.
 * Property: "zoom" (1 is 100 %). */
GtkWidget *tl_zoom_control_new (void);

G_END_DECLS

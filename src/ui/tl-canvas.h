/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_CANVAS (tl_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TlCanvas, tl_canvas, TL, CANVAS, GtkWidget)

/* The map, to look at and to work on. Properties: "session", "zoom" (1 is 100 %),
 * "colour-by", "show", "hide-rest", "legend-shown", "overview-shown", "move-mode". It looks through
 * the lens of the session. It asks the window for what is not its own through the actions win.link
 * (opens the picker for the selected project), win.delete, win.undo … */
GtkWidget *tl_canvas_new (void);
void tl_canvas_set_session (TlCanvas *self, TlSession *session);
double tl_canvas_get_zoom (TlCanvas *self);
void tl_canvas_set_zoom (TlCanvas *self, double zoom);
void tl_canvas_zoom_in (TlCanvas *self);
void tl_canvas_zoom_out (TlCanvas *self);
void tl_canvas_zoom_to_fit (TlCanvas *self);
void tl_canvas_zoom_to_selection (TlCanvas *self);
void tl_canvas_go (TlCanvas *self, gboolean is_back);
void tl_canvas_go_home (TlCanvas *self);
void tl_canvas_reveal (TlCanvas *self, TlItem *item);
void tl_canvas_begin_rename (TlCanvas *self, TlItem *item);
void tl_canvas_name_new (TlCanvas *self, TlItem *item);
void tl_canvas_select_all (TlCanvas *self);
void tl_canvas_focus_selection (TlCanvas *self);
gboolean tl_canvas_unfocus (TlCanvas *self);

G_END_DECLS

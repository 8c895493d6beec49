/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-geometry.h"

G_BEGIN_DECLS

#define TL_TYPE_OVERVIEW (tl_overview_get_type ())
G_DECLARE_FINAL_TYPE (TlOverview, tl_overview, TL, OVERVIEW, GtkWidget)

/* A small picture of a whole map, with a frame round the part that is in sight. Signals: "moved"
 * (double x, double y, gboolean is_jump), with a point of the map that should be in the middle;
 * "stepped" (double x, double y), with how far to go on in shares of what is in sight. */
GtkWidget *tl_overview_new (void);
void tl_overview_set_content (TlOverview *self, TlRect content, double room_x, double room_y);
TlPoint tl_overview_get_size (TlOverview *self);
TlRect tl_overview_get_frame (TlOverview *self);
GdkTexture *tl_overview_get_picture (TlOverview *self);
void tl_overview_set_picture (TlOverview *self, GdkTexture *picture);
void tl_overview_set_view (TlOverview *self, TlRect view);
void tl_overview_set_marks (TlOverview *self, GArray *marks);
void tl_overview_describe (TlOverview *self, const char *text);

G_END_DECLS

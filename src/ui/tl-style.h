/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-theme.h"

G_BEGIN_DECLS

const TlTheme *tl_style_get_theme (void);
double tl_style_get_text_scale (void);
void tl_style_connect (gpointer object, GCallback changed);
PangoContext *tl_style_create_picture_context (GtkWidget *widget);
void tl_style_align_layout (PangoLayout *layout, GtkTextDirection direction, gboolean is_end);

G_END_DECLS

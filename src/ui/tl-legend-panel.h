/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-legend.h"

G_BEGIN_DECLS

#define TL_TYPE_LEGEND_PANEL (tl_legend_panel_get_type ())
G_DECLARE_FINAL_TYPE (TlLegendPanel, tl_legend_panel, TL, LEGEND_PANEL, GtkWidget)

/* What is on a map, by colours, lines, marks and signs, each with how often it is there. Signal
 * "activated" (guint): the key at that place was clicked. */
GtkWidget *tl_legend_panel_new (void);
void tl_legend_panel_set_scene (TlLegendPanel *self, const TlScene *scene, const char *title);
const TlLegendKey *tl_legend_panel_get_key (TlLegendPanel *self, guint index);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-legend.h"

G_BEGIN_DECLS

#define TL_TYPE_LEGEND_SYMBOL (tl_legend_symbol_get_type ())
G_DECLARE_FINAL_TYPE (TlLegendSymbol, tl_legend_symbol, TL, LEGEND_SYMBOL, GtkWidget)

/* A symbol of the map beside what it means. */
GtkWidget *tl_legend_symbol_new (const TlLegendKey *key, const TlColouring *colouring);

G_END_DECLS

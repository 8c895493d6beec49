/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-chart.h"

G_BEGIN_DECLS

#define TL_TYPE_CHART_VIEW (tl_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TlChartView, tl_chart_view, TL, CHART_VIEW, GtkWidget)

/* Draws a chart into a place of so many pixels. */
typedef void (*TlChartFunc) (TlPainter *painter,
                             const TlTheme *theme,
                             TlRect place,
                             gpointer user_data);

/* A piece of a chart in a window, in the colours of the day. It tells nothing that the words beside
 * it do not tell, so that assistive technologies pass it by. Property: "height", in pixels. */
GtkWidget *tl_chart_view_new (void);
void tl_chart_view_set_func (TlChartView *self,
                             TlChartFunc func,
                             gpointer user_data,
                             GDestroyNotify destroy);

G_END_DECLS

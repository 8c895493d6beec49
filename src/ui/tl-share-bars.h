/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_SHARE_BARS (tl_share_bars_get_type ())
G_DECLARE_FINAL_TYPE (TlShareBars, tl_share_bars, TL, SHARE_BARS, GtkWidget)

/* The share of the effort above the share of what matters, at the same scale. */
void tl_share_bars_show (TlShareBars *self, double share, double weight, guint rank);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_FIGURES_PANEL (tl_figures_panel_get_type ())
G_DECLARE_FINAL_TYPE (TlFiguresPanel, tl_figures_panel, TL, FIGURES_PANEL, GtkWidget)

/* How aligned the work is: by count, by effort, and by the weight of the goals. */
GtkWidget *tl_figures_panel_new (void);
void tl_figures_panel_set_session (TlFiguresPanel *self, TlSession *session);

G_END_DECLS

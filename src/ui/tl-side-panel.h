/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_SIDE_PANEL (tl_side_panel_get_type ())
G_DECLARE_FINAL_TYPE (TlSidePanel, tl_side_panel, TL, SIDE_PANEL, GtkWidget)

/* The figures, and beneath them either the findings or the outline of the document. */
GtkWidget *tl_side_panel_new (void);
void tl_side_panel_set_session (TlSidePanel *self, TlSession *session);
void tl_side_panel_show_page (TlSidePanel *self, const char *name);

G_END_DECLS

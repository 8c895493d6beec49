/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-figure-items.h"
#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_FIGURE_POPOVER (tl_figure_popover_get_type ())
G_DECLARE_FINAL_TYPE (TlFigurePopover, tl_figure_popover, TL, FIGURE_POPOVER, GtkPopover)

/* What a figure is made of: how it is computed, the items above and below the line, and what would
 * change it most. */
GtkWidget *tl_figure_popover_new (TlSession *session, TlFigureId figure);

G_END_DECLS

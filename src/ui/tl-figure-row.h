/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-figure-items.h"

G_BEGIN_DECLS

#define TL_TYPE_FIGURE_ROW (tl_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (TlFigureRow, tl_figure_row, TL, FIGURE_ROW, GtkButton)

/* A figure and what it is of, in one line that explains itself when it is pressed. */
GtkWidget *tl_figure_row_new (TlFigureId figure);
TlFigureId tl_figure_row_get_figure (TlFigureRow *self);
void tl_figure_row_set_share (TlFigureRow *self, double share);
void tl_figure_row_set_caption (TlFigureRow *self, const char *caption);
GtkWidget *tl_figure_row_get_number (TlFigureRow *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"
#include "tl-figure-items.h"

G_BEGIN_DECLS

/* Figures in words. */
double tl_figures_get_value (const TlFigures *figures, TlFigureId figure);
char *tl_share_dup_percent (double share);
char *tl_figure_dup_amount (TlFigureId figure, double amount);
char *tl_figure_dup_division (TlAlignment *alignment, TlFigureId figure);
char *tl_figure_dup_gap (const TlFigures *figures, TlFigureId figure);
char *tl_figure_dup_gain (TlAlignment *alignment, TlFigureId figure);

G_END_DECLS

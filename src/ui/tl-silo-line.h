/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-brief.h"

G_BEGIN_DECLS

#define TL_TYPE_SILO_LINE (tl_silo_line_get_type ())
G_DECLARE_FINAL_TYPE (TlSiloLine, tl_silo_line, TL, SILO_LINE, GtkWidget)

/* The same thing of two projects, side by side; what both have comes first, with a sign. Property:
 * "stacked", one below the other, each with its letter. */
GtkWidget *tl_silo_line_new (void);
void tl_silo_line_show (TlSiloLine *self, const TlBriefRow *row);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tl-painter.h"

G_BEGIN_DECLS

/* The painter that takes down lines, and nothing else, to draw parts of them on any surface later,
 * in another thread as well. Of a line that goes far beyond what is drawn, the rest costs nothing.
 */
#define TL_TYPE_LINES (tl_lines_get_type ())
G_DECLARE_FINAL_TYPE (TlLines, tl_lines, TL, LINES, TlPainter)

TlLines *tl_lines_new (void);

void tl_lines_set_halo (TlLines *self, double width, TlColor color);
guint tl_lines_get_n_lines (TlLines *self);
void tl_lines_draw (TlLines *self,
                    const guint *which,
                    guint n,
                    TlRect area,
                    double scale,
                    cairo_surface_t *surface);

G_END_DECLS

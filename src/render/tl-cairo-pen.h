/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tl-painter.h"

G_BEGIN_DECLS

/* Our values on a cairo context, for every painter that has one. */
void tl_cairo_set_color (cairo_t *cr, TlColor color);
void tl_cairo_set_stroke (cairo_t *cr, TlStroke stroke, TlColor color);
void tl_cairo_add_path (cairo_t *cr, TlPath path);

G_END_DECLS

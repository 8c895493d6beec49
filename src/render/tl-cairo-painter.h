/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tl-painter.h"

G_BEGIN_DECLS

#define TL_TYPE_CAIRO_PAINTER (tl_cairo_painter_get_type ())
G_DECLARE_FINAL_TYPE (TlCairoPainter, tl_cairo_painter, TL, CAIRO_PAINTER, TlPainter)

TlPainter *tl_cairo_painter_new (cairo_t *cr);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-painter.h"

G_BEGIN_DECLS

#define TL_TYPE_SVG_PAINTER (tl_svg_painter_get_type ())
G_DECLARE_FINAL_TYPE (TlSvgPainter, tl_svg_painter, TL, SVG_PAINTER, TlPainter)

TlSvgPainter *tl_svg_painter_new (double width, double height, const char *title);
GBytes *tl_svg_painter_finish (TlSvgPainter *self);

G_END_DECLS

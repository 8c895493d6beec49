/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-painter.h"

G_BEGIN_DECLS

/* A picture of pixels in memory. */
typedef struct _TlPng TlPng;

TlPng *tl_png_new (double width, double height, double scale, GError **error);
void tl_png_free (TlPng *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPng, tl_png_free)

double tl_png_get_largest_scale (double width, double height);
TlPainter *tl_png_get_painter (TlPng *self);
GBytes *tl_png_finish (TlPng *self, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A colour in sRGB, not premultiplied; each channel from 0 to 1. */
typedef struct
{
  double r;
  double g;
  double b;
  double a;
} TlColor;

TlColor tl_color (guint32 rgb);
TlColor tl_color_with_alpha (TlColor color, double alpha);
TlColor tl_color_mix (TlColor from, TlColor to, double share);
TlColor tl_color_over (TlColor color, TlColor ground);
gboolean tl_color_equal (TlColor a, TlColor b);
double tl_color_get_contrast (TlColor a, TlColor b);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-color.h"

#include <math.h>

static double
linearize (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (TlColor color)
{
  return 0.2126 * linearize (color.r) + 0.7152 * linearize (color.g) + 0.0722 * linearize (color.b);
}

/**
 * tl_color:
 * @rgb: a colour as it is written in a style sheet, 0xRRGGBB
 *
 * Returns: the opaque colour
 */
TlColor
tl_color (guint32 rgb)
{
  return (TlColor) { ((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0,
                     (rgb & 0xff) / 255.0, 1 };
}

/**
 * tl_color_with_alpha:
 * @color: a colour
 * @alpha: the opacity that replaces the one of @color, 0 to 1
 *
 * Returns: @color with that opacity
 */
TlColor
tl_color_with_alpha (TlColor color, double alpha)
{
  color.a = alpha;
  return color;
}

/**
 * tl_color_mix:
 * @from: a colour
 * @to: another
 * @share: 0 for @from, 1 for @to
 *
 * Returns: the colour between them, opacity included
 */
TlColor
tl_color_mix (TlColor from, TlColor to, double share)
{
  double rest = 1 - share;

  return (TlColor) { from.r * rest + to.r * share, from.g * rest + to.g * share,
                     from.b * rest + to.b * share, from.a * rest + to.a * share };
}

/**
 * tl_color_over:
 * @color: a colour that may let the ground through
 * @ground: an opaque colour
 *
 * Returns: the opaque colour that is seen
 */
TlColor
tl_color_over (TlColor color, TlColor ground)
{
  return tl_color_mix (tl_color_with_alpha (ground, 1), tl_color_with_alpha (color, 1), color.a);
}

/**
 * tl_color_equal:
 * @a: a colour
 * @b: another
 *
 * Returns: whether they are the same to the precision of 8 bits a channel
 */
gboolean
tl_color_equal (TlColor a, TlColor b)
{
  const double step = 0.5 / 255;

  return fabs (a.r - b.r) < step && fabs (a.g - b.g) < step && fabs (a.b - b.b) < step
         && fabs (a.a - b.a) < step;
}

/**
 * tl_color_get_contrast:
 * @a: an opaque colour
 * @b: another
 *
 * The contrast ratio of WCAG 2.1: (L1 + 0.05) ÷ (L2 + 0.05), L being the relative luminance of the
 * lighter and the darker one.
 *
 * Returns: 1 for no contrast, up to 21
 */
double
tl_color_get_contrast (TlColor a, TlColor b)
{
  double la = get_luminance (a);
  double lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-cairo-pen.h"

/**
 * tl_cairo_set_color:
 * @cr: a cairo context
 * @color: what to draw with from now on
 */
void
tl_cairo_set_color (cairo_t *cr, TlColor color)
{
  cairo_set_source_rgba (cr, color.r, color.g, color.b, color.a);
}

/**
 * tl_cairo_set_stroke:
 * @cr: a cairo context
 * @stroke: width and dashes of the lines from now on; dashes shorter than wide become round dots
 * @color: their colour
 */
void
tl_cairo_set_stroke (cairo_t *cr, TlStroke stroke, TlColor color)
{
  const double dashes[] = { stroke.dash, stroke.gap };
  gboolean is_dashed = stroke.gap > 0;
  gboolean is_dotted = is_dashed && stroke.dash < stroke.width;

  tl_cairo_set_color (cr, color);
  cairo_set_line_width (cr, stroke.width);
  cairo_set_dash (cr, dashes, is_dashed ? 2 : 0, 0);
  cairo_set_line_cap (cr, is_dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
}

/**
 * tl_cairo_add_path:
 * @cr: a cairo context
 * @path: what to add to its current path
 */
void
tl_cairo_add_path (cairo_t *cr, TlPath path)
{
  for (guint i = 0; i < path.n_segments; i++)
    {
      const TlPoint *p = path.segments[i].p;

      switch (path.segments[i].verb)
        {
        case TL_PATH_MOVE:
          cairo_move_to (cr, p[0].x, p[0].y);
          break;
        case TL_PATH_LINE:
          cairo_line_to (cr, p[0].x, p[0].y);
          break;
        case TL_PATH_CUBIC:
          cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
          break;
        case TL_PATH_CLOSE:
          cairo_close_path (cr);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

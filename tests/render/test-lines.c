/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-cairo-pen.h"
#include "tl-lines.h"

#define SIDE 256
#define AREA_X 100.0
#define AREA_Y 300000.0 /* of a line that begins and ends far away */

static const TlStroke strokes[]
    = { { 5, 0, 0 }, { 3, 8, 6 }, { 1.5, 0, 3.5 }, { 1.5, 0, 3.5 }, { 3, 8, 6 } };
static const double scales[] = { 1, 1, 1, 0.2, 0.1 };

static TlPathBuilder *
create_path (double scale)
{
  TlPathBuilder *builder = tl_path_builder_new ();
  double side = SIDE / scale;

  tl_path_builder_add_link (builder, tl_point (AREA_X - side, AREA_Y - 9 * side),
                            tl_point (AREA_X + 2 * side, AREA_Y + 10 * side), FALSE);
  return builder;
}

static cairo_surface_t *
draw (TlLines *lines, TlRect area, double scale)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (area.width * scale + 0.5),
                                    (int) (area.height * scale + 0.5));
  const guint which = 0;

  g_assert_cmpuint (tl_lines_get_n_lines (lines), ==, 1);
  tl_lines_draw (lines, &which, 1, area, scale, surface);
  cairo_surface_flush (surface);
  return surface;
}

static TlLines *
take (TlPath path, TlStroke stroke)
{
  TlLines *lines = tl_lines_new ();

  tl_painter_fill_rect (TL_PAINTER (lines), tl_rect (0, 0, 1e6, 1e6), 0, tl_color (0xff));
  tl_painter_stroke_path (TL_PAINTER (lines), path, stroke,
                          tl_color_with_alpha (tl_color (0x3366cc), 0.5));
  return lines;
}

/* How much there is on a surface. */
static double
sum_up (cairo_surface_t *surface)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  double sum = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface) * 4; x++)
      sum += data[y * cairo_image_surface_get_stride (surface) + x];
  return sum;
}

/* As dark as what cairo makes of the whole line, with all that nobody sees. */
static void
test_cover (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
    {
      TlRect area = tl_rect (AREA_X, AREA_Y, SIDE / scales[i], SIDE / scales[i]);
      g_autoptr (TlPathBuilder) builder = create_path (scales[i]);
      TlPath path = tl_path_builder_get_path (builder);
      g_autoptr (TlLines) lines = take (path, strokes[i]);
      cairo_surface_t *own = draw (lines, area, scales[i]);
      cairo_surface_t *other = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
      cairo_t *cr = cairo_create (other);

      cairo_scale (cr, scales[i], scales[i]);
      cairo_translate (cr, -area.x, -area.y);
      tl_cairo_set_stroke (cr, strokes[i], tl_color_with_alpha (tl_color (0x3366cc), 0.5));
      cairo_set_tolerance (cr, 0.005); /* or a small dot is a triangle */
      tl_cairo_add_path (cr, path);
      cairo_stroke (cr);
      cairo_destroy (cr);
      cairo_surface_flush (other);

      g_assert_cmpfloat (sum_up (own), >, 0);
      g_assert_cmpfloat_with_epsilon (sum_up (own) / sum_up (other), 1, 0.06);
      cairo_surface_destroy (own);
      cairo_surface_destroy (other);
    }
}

/* Two halves are the whole: dashes go on from tile to tile. */
static void
test_halves (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
    {
      double side = SIDE / scales[i];
      g_autoptr (TlPathBuilder) builder = create_path (scales[i]);
      g_autoptr (TlLines) lines = take (tl_path_builder_get_path (builder), strokes[i]);
      cairo_surface_t *whole = draw (lines, tl_rect (AREA_X, AREA_Y, side, side), scales[i]);

      for (int half = 0; half < 2; half++)
        {
          cairo_surface_t *part
              = draw (lines, tl_rect (AREA_X, AREA_Y + half * side / 2, side, side / 2), scales[i]);
          const guchar *own = cairo_image_surface_get_data (part);
          const guchar *all = cairo_image_surface_get_data (whole) + half * SIDE / 2 * SIDE * 4;

          for (int k = 0; k < SIDE / 2 * SIDE * 4; k++)
            g_assert_cmpint (ABS (own[k] - all[k]), <=, 3);
          cairo_surface_destroy (part);
        }
      cairo_surface_destroy (whole);
    }
}

static void
test_halo (void)
{
  TlRect area = tl_rect (0, 0, SIDE, SIDE);
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  g_autoptr (TlLines) lines = tl_lines_new ();
  cairo_surface_t *surface;

  tl_path_builder_move_to (builder, 0, 100);
  tl_path_builder_line_to (builder, SIDE, 100);
  tl_lines_set_halo (lines, 3, tl_color (0xff));
  tl_painter_stroke_path (TL_PAINTER (lines), tl_path_builder_get_path (builder),
                          tl_stroke_dashed (2, 0, 9), tl_color (0xff0000));
  surface = draw (lines, area, 1);
  /* Without gaps, 8 pixels wide, and blue: two of four parts of each pixel. */
  g_assert_cmpfloat_with_epsilon (sum_up (surface), SIDE * 8 * 2 * 255, 1);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/lines/cover", test_cover);
  g_test_add_func ("/render/lines/halves", test_halves);
  g_test_add_func ("/render/lines/halo", test_halo);
  return g_test_run ();
}

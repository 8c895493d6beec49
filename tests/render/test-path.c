/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "tl-path.h"

static gboolean
is_in_rounded_rect (TlRect rect, double r, TlPoint p, double slack)
{
  double dx = MAX (MAX (rect.x + r - p.x, p.x - (rect.x + rect.width - r)), 0);
  double dy = MAX (MAX (rect.y + r - p.y, p.y - (rect.y + rect.height - r)), 0);

  return hypot (dx, dy) <= r + slack;
}

static void
test_distance (void)
{
  static const struct
  {
    TlPoint point;
    double distance;
  } cases[] = {
    { { 0, 0 }, 0 },    { { 50, 0 }, 0 },   { { 50, 7 }, 7 },
    { { -3, -4 }, 5 },  { { 103, -4 }, 5 }, { { 100, 50 }, 0 },
    { { 104, 50 }, 4 }, { { 50, 50 }, 0 }, /* on the closing line */
  };
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();

  g_assert_cmpfloat (tl_path_get_distance (tl_path_builder_get_path (builder), tl_point (0, 0)), ==,
                     G_MAXDOUBLE);
  tl_path_builder_move_to (builder, 0, 0);
  tl_path_builder_line_to (builder, 100, 0);
  tl_path_builder_line_to (builder, 100, 100);
  tl_path_builder_close (builder);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (tl_path_get_distance (tl_path_builder_get_path (builder),
                                                          cases[i].point),
                                    cases[i].distance, 1e-9);
}

static void
test_link (void)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  TlPath path;
  TlRect bounds;

  tl_path_builder_add_link (builder, tl_point (10, 20), tl_point (90, 220), FALSE);
  path = tl_path_builder_get_path (builder);
  bounds = tl_path_get_bounds (path);
  g_assert_cmpfloat (bounds.x, ==, 10);
  g_assert_cmpfloat (bounds.y, ==, 20);
  g_assert_cmpfloat (bounds.width, ==, 80);
  g_assert_cmpfloat (bounds.height, ==, 200);
  /* It leaves and arrives horizontally and passes the middle. */
  g_assert_cmpfloat (path.segments[1].p[0].y, ==, 20);
  g_assert_cmpfloat (path.segments[1].p[1].y, ==, 220);
  g_assert_cmpfloat_with_epsilon (tl_path_get_distance (path, tl_point (50, 120)), 0, 0.05);
}

static void
test_edge (void)
{
  const TlRect rect = { 100, 200, 160, 60 };
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  TlRect bounds;

  tl_path_builder_add_edge (builder, rect, 12, 5);
  bounds = tl_path_get_bounds (tl_path_builder_get_path (builder));
  g_assert_cmpfloat_with_epsilon (bounds.x, 100, 1e-6);
  g_assert_cmpfloat_with_epsilon (bounds.width, 5, 0.5);
  g_assert_cmpfloat (bounds.y, >, 200);
  for (guint i = 0; i < tl_path_builder_get_path (builder).n_segments; i++)
    {
      const TlPathSegment *segment = &tl_path_builder_get_path (builder).segments[i];
      TlPoint end = segment->verb == TL_PATH_CUBIC ? segment->p[2] : segment->p[0];

      if (segment->verb != TL_PATH_CLOSE)
        g_assert_true (is_in_rounded_rect (rect, 12, end, 1e-6));
    }
}

static void
test_hatch (void)
{
  static const struct
  {
    TlRect rect;
    double radius;
    double spacing;
  } cases[] = {
    { { 0, 0, 200, 100 }, 12, 16 }, { { 50, -30, 40, 300 }, 20, 9 }, { { 5, 5, 24, 24 }, 12, 3 },
    { { 0, 0, 100, 100 }, 0, 10 },  { { 0, 0, 1e6, 50 }, 12, 1 },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
      TlRect rect = cases[c].rect;
      double r = cases[c].radius;
      double slack = 1e-6 * (rect.width + rect.height);
      TlPath path;

      tl_path_builder_add_hatch (builder, rect, r, cases[c].spacing);
      path = tl_path_builder_get_path (builder);
      g_assert_cmpuint (path.n_segments, >, 4);
      g_assert_cmpuint (path.n_segments, <, 10000);
      for (guint i = 0; i < path.n_segments; i += 2)
        {
          TlPoint from = path.segments[i].p[0];
          TlPoint to = path.segments[i + 1].p[0];
          TlPoint beyond = tl_point (to.x + 0.1, to.y - 0.1);

          g_assert_true (is_in_rounded_rect (rect, r, from, slack));
          g_assert_true (is_in_rounded_rect (rect, r, to, slack));
          g_assert_false (
              is_in_rounded_rect (rect, r, beyond, -1e-3)
              && is_in_rounded_rect (rect, r, tl_point (from.x - 0.1, from.y + 0.1), -1e-3));
          g_assert_cmpfloat_with_epsilon (from.x + from.y, to.x + to.y, slack);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/path/distance", test_distance);
  g_test_add_func ("/path/link", test_link);
  g_test_add_func ("/path/edge", test_edge);
  g_test_add_func ("/path/hatch", test_hatch);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-spatial-index.h"

#define N_RECTS 800

static TlRect
draw_rect (GRand *rand)
{
  gboolean is_tall = g_rand_int_range (rand, 0, 5) == 0;

  return tl_rect (g_rand_double_range (rand, -2000, 6000), g_rand_double_range (rand, -9000, 9000),
                  g_rand_double_range (rand, 1, 300),
                  g_rand_double_range (rand, 1, is_tall ? 12000 : 80));
}

static void
assert_query (TlSpatialIndex *index, const TlRect *rects, const gboolean *present, TlRect area)
{
  g_autoptr (GArray) found = tl_spatial_index_query (index, area);
  guint next = 0;

  for (guint i = 0; i < N_RECTS; i++)
    if (present[i] && tl_rect_intersects (rects[i], area))
      {
        g_assert_cmpuint (next, <, found->len);
        g_assert_cmpuint (g_array_index (found, guint, next), ==, i);
        next++;
      }
  g_assert_cmpuint (next, ==, found->len);
}

static void
test_against_a_scan (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20250701);
  g_autoptr (TlSpatialIndex) index = tl_spatial_index_new ();
  g_autofree TlRect *rects = g_new0 (TlRect, N_RECTS);
  g_autofree gboolean *present = g_new0 (gboolean, N_RECTS);

  for (int step = 0; step < 4000; step++)
    {
      guint id = (guint) g_rand_int_range (rand, 0, N_RECTS);

      present[id] = g_rand_int_range (rand, 0, 4) > 0;
      rects[id] = draw_rect (rand);
      if (present[id])
        tl_spatial_index_set (index, id, rects[id]);
      else
        tl_spatial_index_remove (index, id);
      if (step % 20 == 0)
        assert_query (index, rects, present, draw_rect (rand));
    }
  assert_query (index, rects, present, tl_rect (-1e6, -1e6, 2e6, 2e6));
  assert_query (index, rects, present, tl_rect (100, 100, 0.5, 0.5));
  for (guint i = 0; i < N_RECTS; i++)
    {
      TlRect rect;

      g_assert_cmpint (tl_spatial_index_get (index, i, &rect), ==, present[i]);
      if (present[i])
        g_assert_cmpfloat (rect.x, ==, rects[i].x);
    }
}

static void
test_far_away (void)
{
  g_autoptr (TlSpatialIndex) index = tl_spatial_index_new ();
  g_autoptr (GArray) found = NULL;

  tl_spatial_index_set (index, 0, tl_rect (1e300, -1e300, 10, 10));
  tl_spatial_index_set (index, 1, tl_rect (0, 0, 1e12, 1e12));
  found = tl_spatial_index_query (index, tl_rect (10, 10, 5, 5));
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index (found, guint, 0), ==, 1);
  g_assert_false (tl_spatial_index_get (index, 2, NULL));
  tl_spatial_index_remove (index, 77);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spatial-index/against-a-scan", test_against_a_scan);
  g_test_add_func ("/spatial-index/far-away", test_far_away);
  return g_test_run ();
}

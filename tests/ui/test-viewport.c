/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "tl-viewport.h"

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon ((a), (b), 1e-6)

static const TlRect content = { 0, 0, 800, 3000 };

static TlViewport
start (void)
{
  TlViewport viewport = tl_viewport (1000, 600);

  viewport.scale = 0.8;
  viewport.origin = tl_point (40, -200);
  return viewport;
}

static void
test_round_trip (void)
{
  TlViewport viewport = start ();
  TlPoint there = tl_viewport_to_screen (viewport, tl_point (123, 456));
  TlPoint back = tl_viewport_to_map (viewport, there);
  TlRect rect
      = tl_viewport_rect_to_map (viewport,
                                 tl_viewport_rect_to_screen (viewport, tl_rect (1, 2, 30, 40)));
  TlRect visible = tl_viewport_get_visible (viewport);

  assert_near (there.x, 123 * 0.8 + 40);
  assert_near (back.x, 123);
  assert_near (back.y, 456);
  assert_near (rect.x, 1);
  assert_near (rect.height, 40);
  assert_near (visible.width, 1250);
  assert_near (visible.y, 250);
}

static void
test_zoom_keeps_point (void)
{
  static const double scales[] = { 0.001, 0.3, 1, 3.9, 90 };
  TlPoint fixed = tl_point (700, 80);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      TlViewport before = start ();
      TlViewport after = tl_viewport_zoom_at (before, scales[i], fixed);
      TlPoint a = tl_viewport_to_map (before, fixed);
      TlPoint b = tl_viewport_to_map (after, fixed);

      assert_near (a.x, b.x);
      assert_near (a.y, b.y);
      assert_near (after.scale, CLAMP (scales[i], TL_VIEWPORT_MIN_SCALE, TL_VIEWPORT_MAX_SCALE));
    }
}

static void
test_fit (void)
{
  TlViewport wide = tl_viewport_fit (start (), tl_rect (100, 100, 2000, 100), 20, 2);
  TlViewport tall = tl_viewport_fit (start (), content, 20, 2);
  TlViewport tiny = tl_viewport_fit (start (), tl_rect (5, 5, 10, 10), 20, 2);
  TlViewport none = tl_viewport_fit (start (), tl_rect (0, 0, 0, 0), 20, 2);
  TlPoint center = tl_viewport_to_screen (tiny, tl_point (10, 10));

  assert_near (wide.scale, 960.0 / 2000);
  assert_near (tall.scale, 560.0 / 3000);
  assert_near (tiny.scale, 2);
  assert_near (center.x, 500);
  assert_near (center.y, 300);
  assert_near (none.scale, 0.8);
}

/* Rows: what is to be seen, in pixels of a view that stands at the origin; how far it must move. */
static void
test_reveal (void)
{
  static const struct
  {
    TlRect rect;
    TlPoint moved;
  } rows[] = {
    { { 300, 200, 100, 50 }, { 0, 0 } },    { { -50, 200, 100, 50 }, { 70, 0 } },
    { { 950, 200, 100, 50 }, { -70, 0 } },  { { 300, 590, 100, 50 }, { 0, -60 } },
    { { 300, -900, 100, 50 }, { 0, 920 } }, { { -100, 100, 1500, 50 }, { 100, 0 } },
    { { 10, 100, 985, 50 }, { -2.5, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TlViewport viewport = tl_viewport_reveal (tl_viewport (1000, 600), rows[i].rect, 20);

      assert_near (viewport.origin.x, rows[i].moved.x);
      assert_near (viewport.origin.y, rows[i].moved.y);
    }
}

static void
test_never_lost (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < 2000; i++)
    {
      TlViewport viewport = start ();
      TlRect seen;

      viewport.scale = g_rand_double_range (random, TL_VIEWPORT_MIN_SCALE, TL_VIEWPORT_MAX_SCALE);
      viewport.origin.x = g_rand_double_range (random, -20000, 20000);
      viewport.origin.y = g_rand_double_range (random, -20000, 20000);
      viewport = tl_viewport_clamp (viewport, content);
      seen = tl_viewport_rect_to_screen (viewport, content);
      g_assert_cmpfloat (MIN (seen.x + seen.width, 1000) - MAX (seen.x, 0), >=,
                         MIN (96, seen.width) - 1e-6);
      g_assert_cmpfloat (MIN (seen.y + seen.height, 600) - MAX (seen.y, 0), >=,
                         MIN (96, seen.height) - 1e-6);
      g_assert_true (tl_viewport_equal (viewport, tl_viewport_clamp (viewport, content)));
    }
}

static void
test_clamp_leaves_alone (void)
{
  TlViewport nothing = tl_viewport_clamp (start (), tl_rect (0, 0, 0, 0));

  g_assert_true (tl_viewport_equal (tl_viewport_clamp (start (), content), start ()));
  g_assert_true (tl_viewport_equal (nothing, start ()));
}

/* The point that is at the same place at both ends does not move on the way. */
static void
test_mix (void)
{
  TlViewport from = start ();
  TlPoint fixed = tl_point (321, 123);
  TlViewport to = tl_viewport_zoom_at (from, 2.4, fixed);
  TlPoint anchor = tl_viewport_to_map (from, fixed);
  TlViewport panned = tl_viewport_mix (from, tl_viewport_pan (from, 100, -50), 0.5);

  g_assert_true (tl_viewport_equal (tl_viewport_mix (from, to, 0), from));
  g_assert_true (tl_viewport_equal (tl_viewport_mix (from, to, 1), to));
  for (double share = 0.1; share < 1; share += 0.1)
    {
      TlPoint at = tl_viewport_to_screen (tl_viewport_mix (from, to, share), anchor);

      assert_near (at.x, fixed.x);
      assert_near (at.y, fixed.y);
    }
  assert_near (panned.origin.x, from.origin.x + 50);
  assert_near (panned.origin.y, from.origin.y - 25);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/viewport/round-trip", test_round_trip);
  g_test_add_func ("/ui/viewport/zoom-keeps-point", test_zoom_keeps_point);
  g_test_add_func ("/ui/viewport/fit", test_fit);
  g_test_add_func ("/ui/viewport/reveal", test_reveal);
  g_test_add_func ("/ui/viewport/never-lost", test_never_lost);
  g_test_add_func ("/ui/viewport/clamp-leaves-alone", test_clamp_leaves_alone);
  g_test_add_func ("/ui/viewport/mix", test_mix);
  return g_test_run ();
}

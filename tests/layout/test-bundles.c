/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "tl-bundles.h"

#define GAP 80.0
#define MARGIN 16.0

static TlStretch
stretch (int card, double from, double to)
{
  return (TlStretch) {
    .card = card,
    .starts_at_card = TRUE,
    .from = { 0, from },
    .to = { GAP, to },
  };
}

/* What leads far has a rail, up or down; what does not, has none. */
static void
test_distance (void)
{
  static const struct
  {
    double distance;
    gboolean is_bundled;
  } cases[] = {
    { 0, FALSE },   { 100, FALSE },  { 140, FALSE }, { 141, TRUE },
    { 5000, TRUE }, { -140, FALSE }, { -141, TRUE }, { -5000, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlStretch one = stretch (0, 1000, 1000 + cases[i].distance);

      tl_bundles_find (&one, 1);
      g_assert_cmpint (one.is_bundled, ==, cases[i].is_bundled);
      g_assert_cmpfloat (one.from.y, ==, 1000);
      if (one.is_bundled)
        g_assert_cmpfloat (one.rail, ==, GAP / 2);
    }
}

/* Links of a card leave it as one upwards and as one downwards; near ones stay by themselves. */
static void
test_card (void)
{
  TlStretch all[] = {
    stretch (3, 1000, 200),  stretch (3, 1006, 500),  stretch (3, 1012, 1020),
    stretch (3, 1018, 1500), stretch (3, 1024, 4000),
  };

  tl_bundles_find (all, G_N_ELEMENTS (all));
  g_assert_cmpfloat (all[0].from.y, ==, 1003);
  g_assert_cmpfloat (all[1].from.y, ==, 1003);
  g_assert_cmpfloat (all[0].rail, ==, all[1].rail);
  g_assert_false (all[2].is_bundled);
  g_assert_cmpfloat (all[2].from.y, ==, 1012);
  g_assert_cmpfloat (all[3].from.y, ==, 1021);
  g_assert_cmpfloat (all[4].from.y, ==, 1021);
  g_assert_cmpfloat (all[3].rail, ==, all[4].rail);
  g_assert_cmpfloat (all[0].rail, !=, all[3].rail);
}

/* A link that comes from a column farther away stays on its level. */
static void
test_passing (void)
{
  TlStretch all[] = { stretch (3, 1000, 200), stretch (3, 1010, 500), stretch (3, 1020, 300) };

  all[2].starts_at_card = FALSE;
  tl_bundles_find (all, G_N_ELEMENTS (all));
  g_assert_cmpfloat (all[0].from.y, ==, 1005);
  g_assert_cmpfloat (all[1].from.y, ==, 1005);
  g_assert_cmpfloat (all[2].from.y, ==, 1020);
  g_assert_cmpfloat (all[2].rail, ==, all[0].rail);
}

/* Trunks that run beside each other have rails of their own, and others may have the same. */
static void
test_beside (void)
{
  TlStretch all[] = {
    stretch (0, 0, 400),
    stretch (1, 200, 600),
    stretch (2, 700, 1000),
    stretch (3, 900, 640),
  };

  tl_bundles_find (all, G_N_ELEMENTS (all));
  g_assert_cmpfloat (fabs (all[0].rail - all[1].rail), >=, 5);
  g_assert_cmpfloat (fabs (all[2].rail - all[3].rail), >=, 5);
  /* What leads up runs to the left of what leads down. */
  g_assert_cmpfloat (all[3].rail, <, all[2].rail);
}

/* Gaps know nothing of each other. */
static void
test_gaps (void)
{
  TlStretch all[] = { stretch (0, 0, 400), stretch (0, 0, 500), stretch (1, 0, 400) };

  for (int i = 1; i < 3; i++)
    {
      all[i].from.x += 1000;
      all[i].to.x += 1000;
    }
  tl_bundles_find (all, G_N_ELEMENTS (all));
  g_assert_cmpfloat (all[0].rail, ==, GAP / 2);
  g_assert_cmpfloat (all[1].rail, >, 1000);
  g_assert_cmpfloat (all[2].rail, >, 1000);
  g_assert_cmpfloat (all[1].rail, !=, all[2].rail);
}

/* However many there are, rails keep away from the cards. */
static void
test_crowd (void)
{
  const int n = 2000;
  g_autofree TlStretch *all = g_new0 (TlStretch, n);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int i = 0; i < n; i++)
    all[i] = stretch (g_rand_int_range (rand, 0, 400), g_rand_double_range (rand, 0, 9000),
                      g_rand_double_range (rand, 0, 9000));
  tl_bundles_find (all, n);
  for (int i = 0; i < n; i++)
    if (all[i].is_bundled)
      {
        g_assert_cmpfloat (all[i].rail, >=, MARGIN - 1e-9);
        g_assert_cmpfloat (all[i].rail, <=, GAP - MARGIN + 1e-9);
      }
}

static void
test_nothing (void)
{
  tl_bundles_find (NULL, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bundles/distance", test_distance);
  g_test_add_func ("/bundles/card", test_card);
  g_test_add_func ("/bundles/passing", test_passing);
  g_test_add_func ("/bundles/beside", test_beside);
  g_test_add_func ("/bundles/gaps", test_gaps);
  g_test_add_func ("/bundles/crowd", test_crowd);
  g_test_add_func ("/bundles/nothing", test_nothing);
  return g_test_run ();
}

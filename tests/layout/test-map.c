/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan.h"
#include "tl-layout.h"

#include <math.h>

#define GRID 8

/* A plan as the map shows it: goals in order, objectives under their goals, a stop-gap link now and
 * then. */
static TlLayoutGraph *
make_map (int n_goals, int n_projects, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TlLayoutGraph *graph = tl_layout_graph_new ();
  int n_objectives = 3 * n_goals;

  for (int g = 0; g < n_goals; g++)
    tl_layout_graph_fix_rank (graph, tl_layout_graph_add_node (graph, 0, 200, 72), n_goals - g);
  for (int o = 0; o < n_objectives; o++)
    {
      int goal = g_rand_int_range (rand, 0, n_goals);
      int node = tl_layout_graph_add_node (graph, 1, 208, 32);

      if (g_rand_int_range (rand, 0, 10) == 0)
        continue;
      tl_layout_graph_set_parent (graph, node, goal);
      tl_layout_graph_add_edge (graph, node, goal, 1);
    }
  for (int p = 0; p < n_projects; p++)
    {
      int node = tl_layout_graph_add_node (graph, 2, 216, g_rand_int_range (rand, 30, 70));
      int n_links = g_rand_int_range (rand, 0, 4);

      for (int k = 0; k < n_links; k++)
        tl_layout_graph_add_edge (graph, node, n_goals + g_rand_int_range (rand, 0, n_objectives),
                                  1 + k);
      if (p % 7 == 0)
        tl_layout_graph_add_edge (graph, node, g_rand_int_range (rand, 0, n_goals), 1);
    }
  return graph;
}

static void
assert_on_grid (double length)
{
  g_assert_cmpfloat (fmod (length, GRID), ==, 0);
}

/* No two cards of a column nearer than the gap, all inside their column and the map, tops on the
 * grid. */
static void
assert_cards_are_apart (const TlLayoutGraph *graph, const TlLayout *layout)
{
  int n = tl_layout_graph_get_n_nodes (graph);
  TlRect bounds = tl_layout_get_bounds (layout);

  for (int i = 0; i < n; i++)
    {
      TlLayoutNode node = tl_layout_graph_get_node (graph, i);
      TlRect rect = tl_layout_get_node (layout, i);

      assert_on_grid (rect.y);
      g_assert_cmpfloat (rect.width, ==, node.width);
      g_assert_cmpfloat (rect.height, >=, node.height);
      g_assert_true (tl_rect_contains_rect (bounds, rect));
      g_assert_true (tl_rect_contains_rect (tl_layout_get_column (layout, node.column), rect));
      for (int k = 0; k < i; k++)
        g_assert_false (tl_rect_intersects (tl_rect_grow (rect, 3.9),
                                            tl_rect_grow (tl_layout_get_node (layout, k), 3.9)));
    }
}

/* A goal stands beside all of its objectives and beside no other's; ranked goals rise. */
static void
assert_blocks_are_whole (const TlLayoutGraph *graph, const TlLayout *layout)
{
  for (int i = 0; i < tl_layout_graph_get_n_nodes (graph); i++)
    {
      TlRect rect = tl_layout_get_node (layout, i);

      if (tl_layout_graph_get_node (graph, i).column != 1)
        continue;
      for (int g = 0; tl_layout_graph_get_node (graph, g).column == 0; g++)
        {
          TlRect goal = tl_layout_get_node (layout, g);
          gboolean is_beside = rect.y < goal.y + goal.height && goal.y < rect.y + rect.height;
          gboolean is_within = rect.y >= goal.y && rect.y + rect.height <= goal.y + goal.height;
          gboolean is_own = tl_layout_graph_get_node (graph, i).parent == g;

          g_assert_true (is_own ? is_within : !is_beside);
        }
    }
}

static void
assert_ranks_rise (const TlLayoutGraph *graph, const TlLayout *layout)
{
  for (int i = 0; i < tl_layout_graph_get_n_nodes (graph); i++)
    for (int k = 0; k < i; k++)
      {
        TlLayoutNode a = tl_layout_graph_get_node (graph, i);
        TlLayoutNode b = tl_layout_graph_get_node (graph, k);

        if (a.column == 0 && b.column == 0 && a.rank < b.rank)
          g_assert_cmpint (tl_layout_get_place (layout, i), <, tl_layout_get_place (layout, k));
      }
}

/* Routes start and end at their cards, and pass under none on the way. */
static void
assert_routes_are_free (const TlLayoutGraph *graph, const TlLayout *layout)
{
  for (int e = 0; e < tl_layout_graph_get_n_edges (graph); e++)
    {
      TlLayoutEdge edge = tl_layout_graph_get_edge (graph, e);
      TlRect left = tl_layout_get_node (layout, edge.left);
      TlRect right = tl_layout_get_node (layout, edge.right);
      int n_points;
      const TlPoint *points = tl_layout_get_route (layout, e, &n_points);

      g_assert_cmpint (n_points % 2, ==, 0);
      g_assert_cmpfloat (points[0].x, ==, left.x + left.width);
      g_assert_true (points[0].y > left.y && points[0].y < left.y + left.height);
      g_assert_cmpfloat (points[n_points - 1].x, ==, right.x);
      g_assert_true (points[n_points - 1].y > right.y
                     && points[n_points - 1].y < right.y + right.height);
      for (int p = 1; p + 1 < n_points; p += 2)
        {
          TlRect way = tl_rect (points[p].x, points[p].y - 3, points[p + 1].x - points[p].x, 6);

          g_assert_cmpfloat (points[p].y, ==, points[p + 1].y);
          for (int i = 0; i < tl_layout_graph_get_n_nodes (graph); i++)
            g_assert_false (tl_rect_intersects (way, tl_layout_get_node (layout, i)));
        }
    }
}

static gboolean
is_rising (double from, double to, double other_from, double other_to)
{
  return (from < other_from) == (to < other_to);
}

/* Links that share a side of a card do not cross on the way to the next column. */
static void
assert_ports_are_in_order (const TlLayoutGraph *graph, const TlLayout *layout)
{
  for (int e = 0; e < tl_layout_graph_get_n_edges (graph); e++)
    for (int f = 0; f < e; f++)
      {
        TlLayoutEdge a = tl_layout_graph_get_edge (graph, e);
        TlLayoutEdge b = tl_layout_graph_get_edge (graph, f);
        int n;
        int m;
        const TlPoint *p = tl_layout_get_route (layout, e, &n);
        const TlPoint *q = tl_layout_get_route (layout, f, &m);

        if (a.left == b.left)
          g_assert_true (is_rising (p[0].y, p[1].y, q[0].y, q[1].y));
        if (a.right == b.right)
          g_assert_true (is_rising (p[n - 2].y, p[n - 1].y, q[m - 2].y, q[m - 1].y));
      }
}

static void
assert_is_sound (const TlLayoutGraph *graph, const TlLayout *layout)
{
  assert_cards_are_apart (graph, layout);
  assert_routes_are_free (graph, layout);
  assert_ports_are_in_order (graph, layout);
}

static void
test_map (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (TlLayoutGraph) graph = make_map (1 + (int) seed % 9, (int) seed * 2, seed);
      g_autoptr (TlLayout) layout = tl_layout_new (graph, NULL);

      assert_is_sound (graph, layout);
      assert_blocks_are_whole (graph, layout);
      assert_ranks_rise (graph, layout);
    }
}

static void
test_large (void)
{
  g_autoptr (TlLayoutGraph) graph = make_map (100, 1000, 1);
  g_autoptr (TlLayout) layout = tl_layout_new (graph, NULL);

  assert_is_sound (graph, layout);
  assert_ranks_rise (graph, layout);
}

static void
test_same_again (void)
{
  for (guint32 seed = 1; seed <= 10; seed++)
    {
      g_autoptr (TlLayoutGraph) graph = make_map (5, 60, seed);
      g_autoptr (TlLayoutGraph) twin = make_map (5, 60, seed);
      g_autoptr (TlLayout) first = tl_layout_new (graph, NULL);
      g_autoptr (TlLayout) second = tl_layout_new (twin, NULL);

      for (int i = 0; i < tl_layout_graph_get_n_nodes (graph); i++)
        {
          TlRect a = tl_layout_get_node (first, i);
          TlRect b = tl_layout_get_node (second, i);

          g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
        }
    }
}

/* The crossings of a plan with a hidden order grow as the plan does, not as its square. */
static void
test_growth (void)
{
  g_autoptr (TlLayoutGraph) small = plan_new (PLAN_CLUSTERED, 500, 1, PLAN_SHUFFLED);
  g_autoptr (TlLayoutGraph) large = plan_new (PLAN_CLUSTERED, 4000, 1, PLAN_SHUFFLED);
  g_autoptr (TlLayout) small_layout = tl_layout_new (small, NULL);
  g_autoptr (TlLayout) large_layout = tl_layout_new (large, NULL);

  g_assert_cmpuint (tl_layout_get_crossings (large_layout), <,
                    9 * tl_layout_get_crossings (small_layout));
}

static void
test_empty (void)
{
  g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
  g_autoptr (TlLayout) layout = tl_layout_new (graph, NULL);

  g_assert_cmpint (tl_layout_get_n_columns (layout), ==, 0);
  g_assert_true (tl_rect_is_empty (tl_layout_get_bounds (layout)));
  g_assert_cmpuint (tl_layout_get_crossings (layout), ==, 0);
}

static void
test_one_card (void)
{
  TlLayoutOptions options = TL_LAYOUT_OPTIONS_DEFAULT;
  g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
  g_autoptr (TlLayout) layout = NULL;
  TlRect rect;

  options.min_column_width = 120;
  tl_layout_graph_add_node (graph, 2, 100, 40);
  layout = tl_layout_new (graph, &options);
  rect = tl_layout_get_node (layout, 0);
  g_assert_cmpint (tl_layout_get_n_columns (layout), ==, 3);
  g_assert_cmpfloat (rect.x, ==, 2 * (120 + 80));
  g_assert_cmpfloat (rect.y, ==, 0);
  g_assert_cmpfloat (tl_layout_get_column (layout, 0).height, ==, 0);
  g_assert_cmpfloat (tl_layout_get_bounds (layout).width, ==, 2 * (120 + 80) + 120);
  g_assert_cmpfloat (tl_layout_get_bounds (layout).height, ==, 40);
}

static void
test_lonely_cards (void)
{
  g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
  g_autoptr (TlLayout) layout = NULL;

  for (int i = 0; i < 30; i++)
    tl_layout_graph_add_node (graph, i % 3, 100, 10 + i);
  layout = tl_layout_new (graph, NULL);
  assert_is_sound (graph, layout);
  for (int i = 0; i < 30; i++)
    g_assert_cmpint (tl_layout_get_place (layout, i), ==, i / 3);
}

static void
test_doubled_links (void)
{
  g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
  g_autoptr (TlLayout) layout = NULL;
  const TlPoint *first;
  const TlPoint *second;
  int n_points;

  tl_layout_graph_add_node (graph, 0, 100, 40);
  tl_layout_graph_add_node (graph, 1, 100, 40);
  tl_layout_graph_add_edge (graph, 0, 1, 1);
  tl_layout_graph_add_edge (graph, 1, 0, 1);
  layout = tl_layout_new (graph, NULL);
  g_assert_cmpuint (tl_layout_get_crossings (layout), ==, 0);
  first = tl_layout_get_route (layout, 0, &n_points);
  second = tl_layout_get_route (layout, 1, &n_points);
  g_assert_cmpint (n_points, ==, 2);
  g_assert_cmpfloat (second[0].y - first[0].y, ==, 6);
  g_assert_cmpfloat (second[1].y - first[1].y, ==, 6);
}

/* Three pairs whose links could only be crossed or level: they are level. */
static void
test_straight_runs (void)
{
  g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
  g_autoptr (TlLayout) layout = NULL;

  for (int i = 0; i < 3; i++)
    tl_layout_graph_add_node (graph, 0, 100, 80);
  for (int i = 0; i < 3; i++)
    tl_layout_graph_add_edge (graph, 2 - i, tl_layout_graph_add_node (graph, 1, 100, 32), 1);
  layout = tl_layout_new (graph, NULL);
  for (int i = 0; i < 3; i++)
    {
      int n_points;
      const TlPoint *points = tl_layout_get_route (layout, i, &n_points);

      g_assert_cmpfloat (points[0].y, ==, points[1].y);
    }
  g_assert_cmpfloat (tl_layout_get_bounds (layout).height, ==, 3 * 80 + 2 * 8);
}

static void
test_parent_stretches (void)
{
  g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
  g_autoptr (TlLayout) layout = NULL;
  int tall = tl_layout_graph_add_node (graph, 0, 100, 40);
  int small = tl_layout_graph_add_node (graph, 0, 100, 96);

  for (int i = 0; i < 4; i++)
    tl_layout_graph_set_parent (graph, tl_layout_graph_add_node (graph, 1, 100, 32),
                                i < 3 ? tall : small);
  layout = tl_layout_new (graph, NULL);
  g_assert_cmpfloat (tl_layout_get_node (layout, tall).height, ==, 3 * 32 + 2 * 8);
  g_assert_cmpfloat (tl_layout_get_node (layout, small).height, ==, 96);
  g_assert_cmpfloat (tl_rect_get_center (tl_layout_get_node (layout, small)).y, ==,
                     tl_rect_get_center (tl_layout_get_node (layout, 5)).y);
  g_assert_cmpfloat (tl_layout_get_node (layout, small).y, ==, 3 * 32 + 2 * 8 + 16);
}

/* Four columns, of which the last three hang together: blocks within blocks. */
static void
test_nested_blocks (void)
{
  g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
  g_autoptr (TlLayout) layout = NULL;
  int units[2];

  for (int u = 0; u < 2; u++)
    {
      units[u] = tl_layout_graph_add_node (graph, 1, 100, 40);
      for (int t = 0; t < 2; t++)
        {
          int team = tl_layout_graph_add_node (graph, 2, 100, 40);

          tl_layout_graph_set_parent (graph, team, units[u]);
          for (int p = 0; p < 3; p++)
            tl_layout_graph_set_parent (graph, tl_layout_graph_add_node (graph, 3, 100, 40), team);
        }
    }
  for (int i = 0; i < 2; i++)
    tl_layout_graph_add_edge (graph, tl_layout_graph_add_node (graph, 0, 100, 40), units[1 - i], 1);
  layout = tl_layout_new (graph, NULL);
  assert_is_sound (graph, layout);
  for (int i = 0; i < tl_layout_graph_get_n_nodes (graph); i++)
    {
      int parent = tl_layout_graph_get_node (graph, i).parent;
      TlRect rect = tl_layout_get_node (layout, i);
      TlRect around = parent < 0 ? rect : tl_layout_get_node (layout, parent);

      g_assert_true (rect.y >= around.y && rect.y + rect.height <= around.y + around.height);
    }
  g_assert_cmpuint (tl_layout_get_crossings (layout), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/map", test_map);
  g_test_add_func ("/layout/large", test_large);
  g_test_add_func ("/layout/same-again", test_same_again);
  g_test_add_func ("/layout/growth", test_growth);
  g_test_add_func ("/layout/empty", test_empty);
  g_test_add_func ("/layout/one-card", test_one_card);
  g_test_add_func ("/layout/lonely-cards", test_lonely_cards);
  g_test_add_func ("/layout/doubled-links", test_doubled_links);
  g_test_add_func ("/layout/straight-runs", test_straight_runs);
  g_test_add_func ("/layout/parent-stretches", test_parent_stretches);
  g_test_add_func ("/layout/nested-blocks", test_nested_blocks);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan.h"
#include "tl-layout.h"

static const TlLayoutOptions options = TL_LAYOUT_OPTIONS_DEFAULT;

#define N_LANES 5
#define COLUMN 2

static int
get_lane (int node)
{
  return node % (N_LANES + 1);
}

/* Every project in one of some lanes with a head each, or in none. */
static TlLayoutGraph *
create_lanes (int *heads)
{
  TlLayoutGraph *graph = plan_new (PLAN_CLUSTERED, 200, 1, PLAN_SHUFFLED);
  int n = tl_layout_graph_get_n_nodes (graph);

  for (int i = 0; i < n; i++)
    if (tl_layout_graph_get_node (graph, i).column == COLUMN && get_lane (i) < N_LANES)
      tl_layout_graph_set_lane (graph, i, get_lane (i), FALSE);
  for (int lane = 0; lane < N_LANES; lane++)
    {
      heads[lane] = tl_layout_graph_add_node (graph, COLUMN, 100, 40);
      tl_layout_graph_set_lane (graph, heads[lane], lane, TRUE);
    }
  return graph;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer layout)
{
  return tl_layout_get_place (layout, *(const int *) a)
         - tl_layout_get_place (layout, *(const int *) b);
}

static GArray *
list_column (const TlLayoutGraph *graph, TlLayout *layout)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < tl_layout_graph_get_n_nodes (graph); i++)
    if (tl_layout_graph_get_node (graph, i).column == COLUMN)
      g_array_append_val (nodes, i);
  g_array_sort_with_data (nodes, compare_places, layout);
  return nodes;
}

/* Lanes are whole and in order, each after its head, and those without a lane come last. */
static void
test_order (void)
{
  int heads[N_LANES];
  g_autoptr (TlLayoutGraph) graph = create_lanes (heads);
  g_autoptr (TlLayout) layout = tl_layout_new (graph, &options);
  g_autoptr (GArray) nodes = list_column (graph, layout);
  int lane = -1;

  for (guint i = 0; i < nodes->len; i++)
    {
      TlLayoutNode node = tl_layout_graph_get_node (graph, g_array_index (nodes, int, i));

      if (node.is_head)
        g_assert_cmpint (node.lane, ==, ++lane);
      else
        g_assert_cmpint (node.lane, ==, lane < N_LANES - 1 ? lane : MAX (node.lane, lane));
    }
  g_assert_cmpint (lane, ==, N_LANES - 1);
}

/* A head lies close to the first card under it. */
static void
test_heads (void)
{
  int heads[N_LANES];
  g_autoptr (TlLayoutGraph) graph = create_lanes (heads);
  g_autoptr (TlLayout) layout = tl_layout_new (graph, &options);
  g_autoptr (GArray) nodes = list_column (graph, layout);

  for (guint i = 0; i + 1 < nodes->len; i++)
    {
      int node = g_array_index (nodes, int, i);
      int next = g_array_index (nodes, int, i + 1);
      TlRect rect = tl_layout_get_node (layout, node);

      if (tl_layout_graph_get_node (graph, node).is_head)
        g_assert_cmpfloat (tl_layout_get_node (layout, next).y, ==,
                           rect.y + rect.height + options.row_gap);
    }
}

/* Lanes bend the order no more than they must. */
static void
test_crossings (void)
{
  g_autoptr (TlLayoutGraph) graph = plan_new (PLAN_CLUSTERED, 200, 1, PLAN_SHUFFLED);
  g_autoptr (TlLayout) free_layout = tl_layout_new (graph, &options);
  g_autoptr (TlLayout) layout = NULL;

  for (int i = 0; i < tl_layout_graph_get_n_nodes (graph); i++)
    if (tl_layout_graph_get_node (graph, i).column == COLUMN)
      tl_layout_graph_set_lane (graph, i, tl_layout_get_place (free_layout, i) < 100 ? 0 : 1,
                                FALSE);
  layout = tl_layout_new (graph, &options);
  g_assert_cmpuint (tl_layout_get_crossings (layout), <=,
                    tl_layout_get_crossings (free_layout) * 11 / 10);
}

/* Goals keep their rank within a lane, and their objectives go with them. */
static void
test_lanes_of_parents (void)
{
  g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
  g_autoptr (TlLayout) layout = NULL;
  static const int expected[] = { 1, 3, 0, 2 };
  double bottom = -1;

  for (int i = 0; i < 4; i++)
    {
      int goal = tl_layout_graph_add_node (graph, 0, 100, 40);
      int objective = tl_layout_graph_add_node (graph, 1, 100, 40);

      tl_layout_graph_fix_rank (graph, goal, i);
      tl_layout_graph_set_lane (graph, goal, 1 - i % 2, FALSE);
      tl_layout_graph_set_parent (graph, objective, goal);
    }
  layout = tl_layout_new (graph, &options);
  for (int i = 0; i < 4; i++)
    {
      TlRect goal = tl_layout_get_node (layout, 2 * expected[i]);

      g_assert_cmpfloat (goal.y, >, bottom);
      g_assert_cmpfloat (tl_layout_get_node (layout, 2 * expected[i] + 1).y, ==, goal.y);
      bottom = goal.y + goal.height;
    }
}

static TlRect
turn (TlRect rect)
{
  return tl_rect (rect.y, rect.x, rect.height, rect.width);
}

static void
assert_same (TlRect a, TlRect b)
{
  g_assert_cmpfloat (a.x, ==, b.x);
  g_assert_cmpfloat (a.y, ==, b.y);
  g_assert_cmpfloat (a.width, ==, b.width);
  g_assert_cmpfloat (a.height, ==, b.height);
}

/* From top to bottom, all is where it is from left to right, seen in a mirror. */
static void
test_transposed (void)
{
  TlLayoutOptions down = options;
  int heads[N_LANES];
  g_autoptr (TlLayoutGraph) graph = create_lanes (heads);
  g_autoptr (TlLayoutGraph) turned = tl_layout_graph_transpose (graph);
  g_autoptr (TlLayout) across = NULL;
  g_autoptr (TlLayout) layout = NULL;

  tl_layout_graph_pin_node (graph, 3, tl_point (40, 700));
  tl_layout_graph_pin_node (turned, 3, tl_point (700, 40));
  down.is_transposed = TRUE;
  across = tl_layout_new (graph, &options);
  layout = tl_layout_new (turned, &down);
  for (int i = 0; i < tl_layout_graph_get_n_nodes (graph); i++)
    assert_same (tl_layout_get_node (layout, i), turn (tl_layout_get_node (across, i)));
  for (int c = 0; c < tl_layout_get_n_columns (across); c++)
    assert_same (tl_layout_get_column (layout, c), turn (tl_layout_get_column (across, c)));
  for (int e = 0; e < tl_layout_graph_get_n_edges (graph); e++)
    {
      int n, n_across;
      const TlPoint *points = tl_layout_get_route (layout, e, &n);
      const TlPoint *points_across = tl_layout_get_route (across, e, &n_across);

      g_assert_cmpint (tl_layout_is_upright (layout, e), !=, tl_layout_is_upright (across, e));
      g_assert_cmpint (n, ==, n_across);
      for (int i = 0; i < n; i++)
        {
          g_assert_cmpfloat (points[i].x, ==, points_across[i].y);
          g_assert_cmpfloat (points[i].y, ==, points_across[i].x);
        }
    }
}

/* Along the way of the columns, where a link touches its left card and where it heads for. */
static void
get_start (const TlLayout *layout, int edge, gboolean is_transposed, double *at, double *toward)
{
  int n;
  const TlPoint *points = tl_layout_get_route (layout, edge, &n);

  *at = is_transposed ? points[0].x : points[0].y;
  *toward = is_transposed ? points[1].x : points[1].y;
}

static void
assert_ends_in_order (const TlLayoutGraph *graph, const TlLayout *layout, gboolean is_transposed)
{
  int n = tl_layout_graph_get_n_edges (graph);

  for (int e = 0; e < n; e++)
    for (int f = 0; f < e; f++)
      {
        TlLayoutEdge a = tl_layout_graph_get_edge (graph, e);
        TlLayoutEdge b = tl_layout_graph_get_edge (graph, f);
        double a_at, a_toward, b_at, b_toward;

        if (a.left != b.left || a.right == b.right)
          continue;
        get_start (layout, e, is_transposed, &a_at, &a_toward);
        get_start (layout, f, is_transposed, &b_at, &b_toward);
        g_assert_cmpint (a_at < b_at, ==, a_toward < b_toward);
      }
}

/* Links leave a side in the order of what they head for, with lanes, turned, and across columns. */
static void
test_ends (void)
{
  for (int round = 0; round < 4; round++)
    {
      TlLayoutOptions turned = options;
      int heads[N_LANES];
      g_autoptr (TlLayoutGraph) graph = create_lanes (heads);
      g_autoptr (TlLayout) layout = NULL;

      turned.is_transposed = round % 2 == 1;
      if (round >= 2)
        for (int i = 0; i < 20; i++)
          tl_layout_graph_add_edge (graph, i * 7 % 10, heads[i % N_LANES] - 1 - i * 3, 1);
      layout = tl_layout_new (graph, &turned);
      assert_ends_in_order (graph, layout, turned.is_transposed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lanes/order", test_order);
  g_test_add_func ("/lanes/heads", test_heads);
  g_test_add_func ("/lanes/crossings", test_crossings);
  g_test_add_func ("/lanes/lanes-of-parents", test_lanes_of_parents);
  g_test_add_func ("/lanes/transposed", test_transposed);
  g_test_add_func ("/lanes/ends", test_ends);
  return g_test_run ();
}

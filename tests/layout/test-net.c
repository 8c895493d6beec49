/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan.h"
#include "tl-isotonic.h"
#include "tl-net.h"
#include "tl-net-reduce.h"
#include "tl-sift.h"
#include "tl-spectral.h"
#include "tl-sweep.h"

#include <math.h>
#include <string.h>

/* Many shapes: sparse and dense, with doubled edges, skips and lonely nodes. */
static TlLayoutGraph *
make_random_graph (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TlLayoutGraph *graph = tl_layout_graph_new ();
  int n_columns = g_rand_int_range (rand, 2, 5);
  int n_nodes = g_rand_int_range (rand, n_columns, 40);
  int n_edges = g_rand_int_range (rand, 0, 120);

  for (int i = 0; i < n_nodes; i++)
    tl_layout_graph_add_node (graph, i < n_columns ? i : g_rand_int_range (rand, 0, n_columns), 100,
                              40);
  for (int i = 0; i < n_edges; i++)
    {
      int from = g_rand_int_range (rand, 0, n_nodes);
      int to = g_rand_int_range (rand, 0, n_nodes);

      if (tl_layout_graph_get_node (graph, from).column
          != tl_layout_graph_get_node (graph, to).column)
        tl_layout_graph_add_edge (graph, from, to, 1);
    }
  return graph;
}

/* Ranks and parents for some of the nodes. */
static void
constrain (TlLayoutGraph *graph, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  int n = tl_layout_graph_get_n_nodes (graph);

  for (int i = 0; i < n; i++)
    {
      int other = g_rand_int_range (rand, 0, n);

      if (g_rand_int_range (rand, 0, 3) == 0)
        tl_layout_graph_fix_rank (graph, i, g_rand_int_range (rand, 0, 5));
      if (tl_layout_graph_get_node (graph, other).column + 1
          == tl_layout_graph_get_node (graph, i).column)
        tl_layout_graph_set_parent (graph, i, other);
    }
}

static guint64
count_by_pairs (const TlNet *net)
{
  guint64 n = 0;

  for (int u = 0; u < net->n_nodes; u++)
    for (int v = 0; v < net->n_nodes; v++)
      {
        if (net->column[u] != net->column[v] || net->position[u] >= net->position[v])
          continue;
        for (int a = net->right.start[u]; a < net->right.start[u + 1]; a++)
          for (int b = net->right.start[v]; b < net->right.start[v + 1]; b++)
            n += net->position[net->right.node[a]] > net->position[net->right.node[b]];
      }
  return n;
}

/* Every node once, ranks in order, blocks whole and in the order of their parents. */
static void
assert_order_is_sound (const TlNet *net)
{
  for (int c = 0; c < net->n_columns; c++)
    {
      const int *nodes = tl_net_get_column (net, c);
      int last_block = -1;
      int last_rank = -1;

      for (int i = 0; i < tl_net_get_column_size (net, c); i++)
        {
          int parent = net->parent[nodes[i]];
          int block = parent < 0 ? G_MAXINT : net->position[parent];

          g_assert_cmpint (net->column[nodes[i]], ==, c);
          g_assert_cmpint (net->position[nodes[i]], ==, i);
          g_assert_cmpint (block, >=, last_block);
          if (block > last_block)
            last_rank = -1;
          if (net->rank[nodes[i]] != TL_LAYOUT_FREE)
            {
              g_assert_cmpint (net->rank[nodes[i]], >=, last_rank);
              last_rank = net->rank[nodes[i]];
            }
          last_block = block;
        }
    }
}

static void
test_count_crossings (void)
{
  for (guint32 seed = 1; seed <= 200; seed++)
    {
      g_autoptr (TlLayoutGraph) graph = make_random_graph (seed);
      g_autoptr (TlNet) net = tl_net_new (graph);

      g_assert_cmpuint (tl_net_count_crossings (net), ==, count_by_pairs (net));
    }
}

static void
test_virtual_nodes (void)
{
  g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
  g_autoptr (TlNet) net = NULL;
  int goal = tl_layout_graph_add_node (graph, 0, 100, 40);
  int objective = tl_layout_graph_add_node (graph, 1, 100, 40);
  int project = tl_layout_graph_add_node (graph, 2, 100, 40);

  tl_layout_graph_set_parent (graph, objective, goal);
  tl_layout_graph_add_edge (graph, project, objective, 1);
  tl_layout_graph_add_edge (graph, project, goal, 1);
  net = tl_net_new (graph);
  g_assert_cmpint (net->n_nodes, ==, 4);
  g_assert_cmpint (net->column[3], ==, 1);
  g_assert_cmpint (net->parent[3], ==, goal);
  g_assert_cmpint (net->first_virtual[0], ==, net->first_virtual[1]);
  g_assert_cmpint (net->first_virtual[1], ==, 3);
}

static void
test_reduce_keeps_constraints (void)
{
  for (guint32 seed = 1; seed <= 200; seed++)
    {
      g_autoptr (TlLayoutGraph) graph = make_random_graph (seed);
      g_autoptr (TlNet) net = NULL;
      guint64 before;
      guint64 after;

      if (seed % 4 != 0)
        constrain (graph, seed);
      net = tl_net_new (graph);
      assert_order_is_sound (net);
      before = tl_net_count_crossings (net);
      after = tl_net_reduce_crossings (net);
      assert_order_is_sound (net);
      g_assert_cmpuint (after, <=, before);
      g_assert_cmpuint (after, ==, count_by_pairs (net));
    }
}

static void
test_sweeps_keep_constraints (void)
{
  for (guint32 seed = 1; seed <= 100; seed++)
    {
      g_autoptr (TlLayoutGraph) graph = make_random_graph (seed);
      g_autoptr (TlNet) net = NULL;

      constrain (graph, seed);
      net = tl_net_new (graph);
      for (int i = 0; i < 3; i++)
        {
          tl_sweep_right (net);
          assert_order_is_sound (net);
          tl_sweep_left (net);
          assert_order_is_sound (net);
        }
    }
}

/* Two blocks that must change places, which only their parents can do. */
static void
test_sweep_moves_blocks (void)
{
  g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
  g_autoptr (TlNet) net = NULL;

  for (int c = 0; c < 3; c++)
    for (int i = 0; i < 2; i++)
      tl_layout_graph_add_node (graph, c, 100, 40);
  for (int i = 0; i < 2; i++)
    {
      tl_layout_graph_set_parent (graph, 2 + i, i);
      tl_layout_graph_add_edge (graph, 2 + i, i, 1);
      tl_layout_graph_add_edge (graph, 2 + i, 5 - i, 1);
      tl_layout_graph_fix_rank (graph, 4 + i, i);
    }
  net = tl_net_new (graph);
  g_assert_cmpuint (tl_net_count_crossings (net), ==, 1);
  tl_sweep_left (net);
  g_assert_cmpuint (tl_net_count_crossings (net), ==, 0);
  g_assert_cmpint (net->position[0], ==, 1);
}

/* What sifting says that it saved is what the counter no longer finds. */
static void
test_sift_saves_what_it_says (void)
{
  static const int REACHES[] = { 1, 3, 1000 };

  for (guint32 seed = 1; seed <= 150; seed++)
    {
      g_autoptr (TlLayoutGraph) graph = make_random_graph (seed);
      g_autoptr (TlNet) net = NULL;
      guint64 crossings;

      if (seed % 2 == 0)
        constrain (graph, seed);
      net = tl_net_new (graph);
      crossings = tl_net_count_crossings (net);
      for (int i = 0; i < 4; i++)
        {
          crossings -= tl_sift_columns (net, REACHES[seed % G_N_ELEMENTS (REACHES)]);
          g_assert_cmpuint (tl_net_count_crossings (net), ==, crossings);
          assert_order_is_sound (net);
        }
    }
}

/* Two stars of 100,000 links each: more crossings than an int can count. */
static void
test_sift_huge_stars (void)
{
  g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
  g_autoptr (TlNet) net = NULL;
  const int n = 100000;
  int first = tl_layout_graph_add_node (graph, 0, 100, 40);
  int second = tl_layout_graph_add_node (graph, 0, 100, 40);

  for (int i = 0; i < 2 * n; i++)
    tl_layout_graph_add_edge (graph, i < n ? second : first,
                              tl_layout_graph_add_node (graph, 1, 100, 40), 1);
  net = tl_net_new (graph);
  g_assert_cmpuint (tl_net_count_crossings (net), ==, (guint64) n * n);
  g_assert_cmpuint (tl_sift_columns (net, 2), ==, (guint64) n * n);
  g_assert_cmpuint (tl_net_count_crossings (net), ==, 0);
}

/* A path has no fold: its wave must put the nodes in their order, or in the reverse of it. */
static void
test_spectral_path (void)
{
  const int n = 2000;
  g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
  g_autoptr (TlNet) net = NULL;
  g_autofree double *places = g_new (double, n);

  for (int i = 0; i < n; i++)
    tl_layout_graph_add_node (graph, i % 2, 100, 40);
  for (int i = 0; i + 1 < n; i++)
    tl_layout_graph_add_edge (graph, i, i + 1, 1);
  net = tl_net_new (graph);
  tl_spectral_place (net, places);
  for (int i = 0; i + 1 < n; i++)
    g_assert_cmpfloat (places[i], <, places[i + 1]);
}

static void
test_spectral_parts (void)
{
  g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
  g_autoptr (TlNet) net = NULL;
  double places[7];

  for (int i = 0; i < 7; i++)
    tl_layout_graph_add_node (graph, i % 2, 100, 40);
  tl_layout_graph_add_edge (graph, 0, 5, 1);
  tl_layout_graph_add_edge (graph, 5, 0, 1);
  tl_layout_graph_add_edge (graph, 2, 3, 1);
  tl_layout_graph_add_edge (graph, 3, 4, 1);
  net = tl_net_new (graph);
  tl_spectral_place (net, places);
  for (int i = 0; i < 7; i++)
    g_assert_true (isfinite (places[i]));
  for (int i = 2; i <= 4; i++)
    {
      g_assert_cmpfloat (MAX (places[0], places[5]), <, places[i]);
      g_assert_cmpfloat (places[i], <, places[1]);
      g_assert_cmpfloat (places[i], <, places[6]);
    }
}

typedef struct
{
  const char *name;
  PlanKind kind;
  int n_projects;
  guint32 seed;
  double share; /* of the crossings of the planted order, at most */
} Planted;

static void
test_planted (const void *data)
{
  const Planted *test = data;
  g_autoptr (TlLayoutGraph) planted
      = plan_new (test->kind, test->n_projects, test->seed, PLAN_AS_PLANTED);
  g_autoptr (TlLayoutGraph) shuffled
      = plan_new (test->kind, test->n_projects, test->seed, PLAN_SHUFFLED);
  g_autoptr (TlNet) planted_net = tl_net_new (planted);
  g_autoptr (TlNet) net = tl_net_new (shuffled);
  double hidden = (double) tl_net_count_crossings (planted_net);
  double before = (double) tl_net_count_crossings (net);
  double found = (double) tl_net_reduce_crossings (net);

  g_test_message ("planted %.0f, shuffled %.0f, found %.0f", hidden, before, found);
  g_assert_cmpfloat (found, <=, hidden * test->share);
}

static const Planted PLANTED[] = {
  { "/net/planted/100", PLAN_CLUSTERED, 100, 1, 0.8 },
  { "/net/planted/100-other", PLAN_CLUSTERED, 100, 7, 0.8 },
  { "/net/planted/500", PLAN_CLUSTERED, 500, 2, 0.8 },
  { "/net/planted/1000", PLAN_CLUSTERED, 1000, 1, 0.8 },
  { "/net/planted/2000", PLAN_CLUSTERED, 2000, 3, 0.8 },
  { "/net/planted/4000", PLAN_CLUSTERED, 4000, 3, 0.8 },
  { "/net/planted/random", PLAN_RANDOM, 400, 1, 0.35 },
};

typedef struct
{
  double values[5];
  double weights[5];
  double fit[5];
} Isotonic;

static void
test_isotonic (void)
{
  static const Isotonic tests[] = {
    { { 1, 2, 3, 4, 5 }, { 1, 1, 1, 1, 1 }, { 1, 2, 3, 4, 5 } },
    { { 5, 4, 3, 2, 1 }, { 1, 1, 1, 1, 1 }, { 3, 3, 3, 3, 3 } },
    { { 1, 4, 2, 5, 6 }, { 1, 1, 1, 1, 1 }, { 1, 3, 3, 5, 6 } },
    { { 1, 4, 2, 5, 6 }, { 1, 3, 1, 1, 1 }, { 1, 3.5, 3.5, 5, 6 } },
    { { 2, 2, 0, 9, 8 }, { 1, 1, 2, 1, 1 }, { 1, 1, 1, 8.5, 8.5 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      double values[5];

      memcpy (values, tests[i].values, sizeof values);
      tl_isotonic_fit (values, tests[i].weights, 5);
      for (int k = 0; k < 5; k++)
        g_assert_cmpfloat_with_epsilon (values[k], tests[i].fit[k], 1e-9);
    }
  tl_isotonic_fit (NULL, NULL, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/count-crossings", test_count_crossings);
  g_test_add_func ("/net/virtual-nodes", test_virtual_nodes);
  g_test_add_func ("/net/reduce-keeps-constraints", test_reduce_keeps_constraints);
  g_test_add_func ("/net/sweeps-keep-constraints", test_sweeps_keep_constraints);
  g_test_add_func ("/net/sweep-moves-blocks", test_sweep_moves_blocks);
  g_test_add_func ("/net/sift-saves-what-it-says", test_sift_saves_what_it_says);
  g_test_add_func ("/net/sift-huge-stars", test_sift_huge_stars);
  g_test_add_func ("/net/spectral-path", test_spectral_path);
  g_test_add_func ("/net/spectral-parts", test_spectral_parts);
  for (gsize i = 0; i < G_N_ELEMENTS (PLANTED); i++)
    g_test_add_data_func (PLANTED[i].name, &PLANTED[i], test_planted);
  g_test_add_func ("/net/isotonic", test_isotonic);
  return g_test_run ();
}

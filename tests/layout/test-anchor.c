/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Layouts that begin from earlier ones. */

#include "plan.h"
#include "tl-layout.h"

#define N_LARGE 4000 /* projects: a plan whose order is not sought anew for each edit */
#define N_EDITS 150
#define MOST_LOSS 1.003 /* crossings against those of a layout from scratch */

/* A graph that can be edited. */
typedef struct
{
  GArray *nodes; /* of TlLayoutNode; those without a key are gone */
  GArray *edges; /* of TlLayoutEdge; those without a weight are gone */
} Plan;

static void
clear_plan (Plan *plan)
{
  g_array_unref (plan->nodes);
  g_array_unref (plan->edges);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, clear_plan)

static TlLayoutNode *
get_node (const Plan *plan, guint node)
{
  return &g_array_index (plan->nodes, TlLayoutNode, node);
}

static Plan
read_plan (PlanKind kind, int n_projects)
{
  Plan plan = { g_array_new (FALSE, FALSE, sizeof (TlLayoutNode)),
                g_array_new (FALSE, FALSE, sizeof (TlLayoutEdge)) };
  g_autoptr (TlLayoutGraph) graph = plan_new (kind, n_projects, 5, PLAN_SHUFFLED);

  for (int i = 0; i < tl_layout_graph_get_n_nodes (graph); i++)
    {
      TlLayoutNode node = tl_layout_graph_get_node (graph, i);

      node.key = (guint) i + 1;
      g_array_append_val (plan.nodes, node);
    }
  for (int i = 0; i < tl_layout_graph_get_n_edges (graph); i++)
    {
      TlLayoutEdge edge = tl_layout_graph_get_edge (graph, i);

      g_array_append_val (plan.edges, edge);
    }
  return plan;
}

static TlLayoutGraph *
create_graph (const Plan *plan)
{
  TlLayoutGraph *graph = tl_layout_graph_new ();
  g_autofree int *numbers = g_new0 (int, plan->nodes->len);

  for (guint i = 0; i < plan->nodes->len; i++)
    {
      const TlLayoutNode *node = get_node (plan, i);

      if (node->key == 0)
        continue;
      numbers[i] = tl_layout_graph_add_node (graph, node->column, node->width, node->height);
      tl_layout_graph_set_key (graph, numbers[i], node->key);
    }
  for (guint i = 0; i < plan->edges->len; i++)
    {
      TlLayoutEdge edge = g_array_index (plan->edges, TlLayoutEdge, i);

      if (edge.weight > 0 && get_node (plan, (guint) edge.left)->key != 0
          && get_node (plan, (guint) edge.right)->key != 0)
        tl_layout_graph_add_edge (graph, numbers[edge.left], numbers[edge.right], edge.weight);
    }
  return graph;
}

static TlLayout *
lay_out (const Plan *plan, const TlLayout *before)
{
  g_autoptr (TlLayoutGraph) graph = create_graph (plan);

  return tl_layout_new_after (graph, NULL, before);
}

static void
assert_same (const Plan *plan, const TlLayout *a, const TlLayout *b)
{
  g_autoptr (TlLayoutGraph) graph = create_graph (plan);

  g_assert_cmpuint (tl_layout_get_crossings (a), ==, tl_layout_get_crossings (b));
  for (int i = 0; i < tl_layout_graph_get_n_nodes (graph); i++)
    {
      TlRect first = tl_layout_get_node (a, i);
      TlRect second = tl_layout_get_node (b, i);

      g_assert_cmpmem (&first, sizeof first, &second, sizeof second);
    }
  for (int i = 0; i < tl_layout_graph_get_n_edges (graph); i++)
    {
      int n_first, n_second;
      const TlPoint *first = tl_layout_get_route (a, i, &n_first);
      const TlPoint *second = tl_layout_get_route (b, i, &n_second);

      g_assert_cmpmem (first, sizeof *first * (gsize) n_first, second,
                       sizeof *second * (gsize) n_second);
    }
}

static void
test_sizes (gconstpointer data)
{
  g_auto (Plan) plan = read_plan (PLAN_CLUSTERED, GPOINTER_TO_INT (data));
  g_autoptr (TlLayout) before = lay_out (&plan, NULL);
  g_autoptr (TlLayout) again = lay_out (&plan, before);
  g_autoptr (TlLayout) after = NULL;
  g_autoptr (TlLayout) scratch = NULL;

  assert_same (&plan, again, before);
  for (guint i = 0; i < plan.nodes->len; i += 7)
    get_node (&plan, i)->height += 24;
  after = lay_out (&plan, again);
  scratch = lay_out (&plan, NULL);
  assert_same (&plan, after, scratch);
}

/* Small graphs are always laid out from scratch: what a page shows is what the screen shows. */
static void
test_small (void)
{
  g_auto (Plan) plan = read_plan (PLAN_CLUSTERED, 200);
  g_autoptr (TlLayout) before = lay_out (&plan, NULL);
  g_autoptr (TlLayout) after = NULL;
  g_autoptr (TlLayout) scratch = NULL;

  g_array_index (plan.edges, TlLayoutEdge, 5).weight = 0;
  get_node (&plan, 100)->key = 0;
  after = lay_out (&plan, before);
  scratch = lay_out (&plan, NULL);
  assert_same (&plan, after, scratch);
}

static guint
find_node (const Plan *plan, GRand *rand, int column)
{
  guint node;

  do
    node = (guint) g_rand_int_range (rand, 0, (gint32) plan->nodes->len);
  while (get_node (plan, node)->key == 0 || get_node (plan, node)->column != column);
  return node;
}

/* The other end of one of the links of a node. */
static guint
find_partner (const Plan *plan, GRand *rand, guint node)
{
  guint first = (guint) g_rand_int_range (rand, 0, (gint32) plan->edges->len);

  for (guint i = 0; i < plan->edges->len; i++)
    {
      TlLayoutEdge edge = g_array_index (plan->edges, TlLayoutEdge, (first + i) % plan->edges->len);
      gboolean is_project = get_node (plan, node)->column == 2;

      if (edge.weight > 0 && (guint) (is_project ? edge.right : edge.left) == node
          && get_node (plan, (guint) edge.right)->column == 2)
        return (guint) (is_project ? edge.left : edge.right);
    }
  return node;
}

/* A link to what a project serves that serves the same as this one: most links are so. */
static void
add_edge (Plan *plan, GRand *rand, guint project, guint like)
{
  TlLayoutEdge edge = { 0, (int) project, 1 };
  guint end = find_partner (plan, rand, find_partner (plan, rand, find_partner (plan, rand, like)));

  if (get_node (plan, end)->column != 1)
    end = find_node (plan, rand, 1);
  edge.left = (int) end;
  g_array_append_val (plan->edges, edge);
}

static void
edit_plan (Plan *plan, GRand *rand)
{
  TlLayoutNode node = { .column = 2, .width = 208, .height = 48, .key = plan->nodes->len + 1 };
  guint project = find_node (plan, rand, 2);
  int what = g_rand_int_range (rand, 0, 10);

  if (what < 4)
    add_edge (plan, rand, project, project);
  else if (what < 7)
    g_array_index (plan->edges, TlLayoutEdge,
                   (guint) g_rand_int_range (rand, 0, (gint32) plan->edges->len))
        .weight
        = 0;
  else if (what < 9)
    get_node (plan, project)->key = 0;
  else
    {
      g_array_append_val (plan->nodes, node);
      add_edge (plan, rand, plan->nodes->len - 1, project);
    }
}

/* However long a large plan is edited, links cross little more than in a layout from scratch. */
static void
test_edits (void)
{
  g_auto (Plan) plan = read_plan (PLAN_CLUSTERED, N_LARGE);
  g_autoptr (TlLayout) layout = lay_out (&plan, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint n_kept = 0;

  for (int i = 0; i < N_EDITS; i++)
    {
      g_autoptr (TlLayout) scratch = NULL;
      TlLayout *after;

      edit_plan (&plan, rand);
      after = lay_out (&plan, layout);
      tl_layout_free (layout);
      layout = after;
      if (i % 10 != 9)
        continue;
      scratch = lay_out (&plan, NULL);
      n_kept += tl_layout_get_crossings (scratch) != tl_layout_get_crossings (layout);
      g_test_message ("after %d edits: %" G_GUINT64_FORMAT
                      " crossings, from scratch %" G_GUINT64_FORMAT,
                      i + 1, tl_layout_get_crossings (layout), tl_layout_get_crossings (scratch));
      g_assert_cmpfloat ((double) tl_layout_get_crossings (layout), <=,
                         MOST_LOSS * (double) tl_layout_get_crossings (scratch));
    }
  g_assert_cmpuint (n_kept, >, 0);
}

static guint
count_moved (const Plan *plan, const TlLayout *before, const TlLayout *after)
{
  guint n = 0;

  for (int i = 0; i < (int) plan->nodes->len; i++)
    n += tl_layout_get_place (before, i) != tl_layout_get_place (after, i);
  return n;
}

/* One link more moves what it leads to, and no more; and taken back, everything is as it was. */
static void
test_undo (void)
{
  g_auto (Plan) plan = read_plan (PLAN_CLUSTERED, N_LARGE);
  g_autoptr (TlLayout) before = lay_out (&plan, NULL);
  g_autoptr (TlLayout) linked = NULL;
  g_autoptr (TlLayout) undone = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint first = find_node (&plan, rand, 2);
  guint second = find_node (&plan, rand, 2);

  add_edge (&plan, rand, first, first);
  add_edge (&plan, rand, second, second);
  linked = lay_out (&plan, before);
  g_assert_cmpuint (count_moved (&plan, before, linked), <, plan.nodes->len);
  g_array_set_size (plan.edges, plan.edges->len - 2);
  undone = lay_out (&plan, linked);
  assert_same (&plan, undone, before);
}

/* What is hidden for a moment comes back to where it was. */
static void
test_hidden (void)
{
  g_auto (Plan) plan = read_plan (PLAN_CLUSTERED, N_LARGE);
  g_auto (Plan) few = read_plan (PLAN_CLUSTERED, N_LARGE);
  g_autoptr (TlLayout) before = lay_out (&plan, NULL);
  g_autoptr (TlLayout) filtered = NULL;
  g_autoptr (TlLayout) scratch = NULL;
  g_autoptr (TlLayout) after = NULL;

  for (guint i = 0; i < few.nodes->len; i++)
    if (i % 5 != 0)
      get_node (&few, i)->key = 0;
  filtered = lay_out (&few, before);
  scratch = lay_out (&few, NULL);
  assert_same (&few, filtered, scratch);
  after = lay_out (&plan, filtered);
  assert_same (&plan, after, before);
}

/* Where a filter finds nothing there is nothing to lay out, nor where cards are without links. */
static void
test_nothing (void)
{
  for (int n_nodes = 0; n_nodes < 3; n_nodes++)
    {
      g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
      g_autoptr (TlLayout) before = NULL;
      g_autoptr (TlLayout) after = NULL;

      for (int i = 0; i < n_nodes; i++)
        tl_layout_graph_add_node (graph, i, 100, 40);
      before = tl_layout_new (graph, NULL);
      after = tl_layout_new_after (graph, NULL, before);
      for (int i = 0; i < n_nodes; i++)
        {
          TlRect first = tl_layout_get_node (before, i);
          TlRect second = tl_layout_get_node (after, i);

          g_assert_cmpmem (&first, sizeof first, &second, sizeof second);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/anchor/sizes/small", GINT_TO_POINTER (150), test_sizes);
  g_test_add_data_func ("/anchor/sizes/large", GINT_TO_POINTER (N_LARGE), test_sizes);
  g_test_add_func ("/anchor/nothing", test_nothing);
  g_test_add_func ("/anchor/small", test_small);
  g_test_add_func ("/anchor/edits", test_edits);
  g_test_add_func ("/anchor/undo", test_undo);
  g_test_add_func ("/anchor/hidden", test_hidden);
  return g_test_run ();
}

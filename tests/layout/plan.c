/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan.h"

#define CARD_WIDTH 208
#define NEAR 2

static const int COLUMN_HEIGHTS[] = { 72, 32, 48 };

/* The nodes of a column: nodes[i] is the index in the graph of the i-th in the planted order. */
typedef struct
{
  int n;
  int *nodes;
} Column;

typedef struct
{
  int from;
  int to;
} Link;

static void
shuffle (int *values, int n, GRand *rand)
{
  for (int i = n - 1; i > 0; i--)
    {
      int j = g_rand_int_range (rand, 0, i + 1);
      int value = values[i];

      values[i] = values[j];
      values[j] = value;
    }
}

static Column
add_column (TlLayoutGraph *graph, int column, int n, PlanOrder order, GRand *rand)
{
  Column result = { n, g_new (int, n) };
  g_autofree int *turns = g_new (int, n);

  for (int i = 0; i < n; i++)
    turns[i] = i;
  shuffle (turns, n, rand);
  for (int i = 0; i < n; i++)
    {
      int place = order == PLAN_SHUFFLED ? turns[i] : i;

      result.nodes[place]
          = tl_layout_graph_add_node (graph, column, CARD_WIDTH, COLUMN_HEIGHTS[column]);
    }
  return result;
}

static void
add_link (GArray *links, int from, int to)
{
  Link link = { from, to };

  g_array_append_val (links, link);
}

/* Nine objectives of ten serve the goal of their place, the others a neighbour of it. */
static void
link_objectives (GArray *links, PlanKind kind, Column goals, Column objectives, GRand *rand)
{
  for (int o = 0; o < objectives.n; o++)
    {
      int goal = (int) ((gint64) o * goals.n / objectives.n);
      int chance = g_rand_int_range (rand, 0, 10);
      int side = g_rand_boolean (rand) ? 1 : -1;

      if (kind == PLAN_RANDOM)
        goal = g_rand_int_range (rand, 0, goals.n);
      else if (chance == 0)
        goal = CLAMP (goal + side, 0, goals.n - 1);
      add_link (links, objectives.nodes[o], goals.nodes[goal]);
    }
}

/* A project serves one, two or three objectives, no two times the same, all near its own place. */
static void
link_projects (GArray *links, PlanKind kind, Column objectives, Column projects, GRand *rand)
{
  static const int COUNTS[] = { 1, 1, 2, 2, 3 };

  for (int p = 0; p < projects.n; p++)
    {
      int home = (int) ((gint64) p * objectives.n / projects.n);
      int low = kind == PLAN_RANDOM ? 0 : MAX (home - NEAR, 0);
      int high = kind == PLAN_RANDOM ? objectives.n : MIN (home + NEAR + 1, objectives.n);
      int n_links = COUNTS[g_rand_int_range (rand, 0, G_N_ELEMENTS (COUNTS))];
      int chosen[3];

      for (int k = 0; k < n_links;)
        {
          gboolean is_new = TRUE;

          chosen[k] = g_rand_int_range (rand, low, high);
          for (int i = 0; i < k; i++)
            is_new = is_new && chosen[i] != chosen[k];
          if (!is_new)
            continue;
          add_link (links, projects.nodes[p], objectives.nodes[chosen[k]]);
          k++;
        }
    }
}

static int
compare_links (const void *a, const void *b)
{
  const Link *p = a;
  const Link *q = b;

  return p->from != q->from ? p->from - q->from : p->to - q->to;
}

/* In the order of the nodes, lest the order of the edges give the hidden one away. */
static void
add_edges (TlLayoutGraph *graph, GArray *links)
{
  g_array_sort (links, compare_links);
  for (guint i = 0; i < links->len; i++)
    {
      Link link = g_array_index (links, Link, i);

      tl_layout_graph_add_edge (graph, link.from, link.to, 1);
    }
}

/**
 * plan_new:
 * @kind: whether there is a hidden good order
 * @n_projects: at least 40
 * @seed: which of many plans
 * @order: whether nodes are added in the hidden order or in one that gives nothing away
 *
 * Makes a plan to judge layouts by, with a fourth as many objectives as projects and a twentieth as
 * many goals. The same plan comes in both orders.
 *
 * Returns: (transfer full): the plan; column 0 has the goals, 1 the objectives, 2 the projects
 */
TlLayoutGraph *
plan_new (PlanKind kind, int n_projects, guint32 seed, PlanOrder order)
{
  TlLayoutGraph *graph = tl_layout_graph_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));
  Column goals = add_column (graph, 0, MAX (2, n_projects / 20), order, rand);
  Column objectives = add_column (graph, 1, n_projects / 4, order, rand);
  Column projects = add_column (graph, 2, n_projects, order, rand);

  g_assert (n_projects >= 40);
  link_objectives (links, kind, goals, objectives, rand);
  link_projects (links, kind, objectives, projects, rand);
  add_edges (graph, links);
  g_free (goals.nodes);
  g_free (objectives.nodes);
  g_free (projects.nodes);
  return graph;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-matrix-order.h"

#include "tl-net-reduce.h"

/* Columns of the graph, from left to right. */
enum
{
  GROUPS,
  COLUMNS,
  ROWS,
};

/* The matrix as a graph: groups, their columns, the rows. */
typedef struct
{
  TlLayoutGraph *graph;
  int n_groups;
} Plan;

static int
count_groups (const int *groups, int n_columns)
{
  int n = 0;

  for (int i = 0; i < n_columns && groups != NULL; i++)
    n = MAX (n, groups[i] + 1);
  return n;
}

/* Nodes are numbered: the groups, then the columns, then the rows. */
static Plan
make_plan (const TlMatrixDot *dots, int n_dots, int n_rows, int n_columns, const int *groups)
{
  Plan plan = { tl_layout_graph_new (), count_groups (groups, n_columns) };

  for (int i = 0; i < plan.n_groups; i++)
    tl_layout_graph_fix_rank (plan.graph, tl_layout_graph_add_node (plan.graph, GROUPS, 1, 1), i);
  for (int i = 0; i < n_columns; i++)
    {
      int node = tl_layout_graph_add_node (plan.graph, COLUMNS, 1, 1);

      if (groups != NULL && groups[i] != TL_MATRIX_NO_GROUP)
        tl_layout_graph_set_parent (plan.graph, node, groups[i]);
    }
  for (int i = 0; i < n_rows; i++)
    tl_layout_graph_add_node (plan.graph, ROWS, 1, 1);
  for (int i = 0; i < n_dots; i++)
    tl_layout_graph_add_edge (plan.graph, plan.n_groups + dots[i].column,
                              plan.n_groups + n_columns + dots[i].row, 1);
  return plan;
}

/* Takes the order of a column of the net, with what has no dot behind the rest of its block. */
static void
take_order (const TlNet *net, int column, int first_node, const int *block, int *order)
{
  const int *nodes = tl_net_get_column (net, column);
  const TlAdjacency *dots = column == COLUMNS ? &net->right : &net->left;
  int n = tl_net_get_column_size (net, column);
  int n_taken = 0;

  for (int from = 0, to = 0; from < n; from = to)
    {
      while (to < n && block[nodes[to] - first_node] == block[nodes[from] - first_node])
        to++;
      for (int pass = 0; pass < 2; pass++)
        for (int i = from; i < to; i++)
          if ((tl_adjacency_get_degree (dots, nodes[i]) == 0) == (pass == 1))
            order[n_taken++] = nodes[i] - first_node;
    }
}

static void
take_given_order (int n, int *order)
{
  for (int i = 0; i < n; i++)
    order[i] = i;
}

/**
 * tl_matrix_order_cluster:
 * @dots: (array length=n_dots): what is filled; no place twice
 * @n_dots: how many
 * @n_rows: of the matrix
 * @n_columns: of the matrix
 * @groups: (nullable) (array): by column: the number of its group, or %TL_MATRIX_NO_GROUP. Groups
 *   keep their order and columns their group; those without one come last. %NULL lets all columns
 *   move.
 * @row_order: (out caller-allocates) (array): the rows by place
 * @column_order: (out caller-allocates) (array): the columns by place
 *
 * Orders rows and columns such that alike ones lie together and blocks appear. Rows and columns are
 * the two sides of a graph and dots its links; an order in which links cross little is one in which
 * dots lie in blocks along the diagonal. What has no dot comes last, rows in the given order.
 */
void
tl_matrix_order_cluster (const TlMatrixDot *dots,
                         int n_dots,
                         int n_rows,
                         int n_columns,
                         const int *groups,
                         int *row_order,
                         int *column_order)
{
  Plan plan;
  g_autoptr (TlLayoutGraph) graph = NULL;
  g_autoptr (TlNet) net = NULL;
  g_autofree int *one_block = NULL;

  g_return_if_fail (n_rows >= 0 && n_columns >= 0 && n_dots >= 0);

  take_given_order (n_rows, row_order);
  take_given_order (n_columns, column_order);
  if (n_dots == 0)
    return;
  plan = make_plan (dots, n_dots, n_rows, n_columns, groups);
  graph = plan.graph;
  net = tl_net_new (graph);
  tl_net_reduce_crossings (net);
  one_block = g_new0 (int, MAX (n_rows, n_columns));
  take_order (net, COLUMNS, plan.n_groups, groups != NULL ? groups : one_block, column_order);
  take_order (net, ROWS, plan.n_groups + n_columns, one_block, row_order);
}

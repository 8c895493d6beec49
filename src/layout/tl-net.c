/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-net.h"

/* One step of an edge, between neighbouring columns. */
typedef struct
{
  int left;
  int right;
  double weight;
} Step;

static void
copy_nodes (TlNet *net, const TlLayoutGraph *graph)
{
  for (int i = 0; i < net->n_real; i++)
    {
      TlLayoutNode node = tl_layout_graph_get_node (graph, i);

      net->column[i] = node.column;
      net->rank[i] = node.rank;
      net->key[i] = node.key;
      net->parent[i] = node.parent;
      net->block[i] = node.lane == TL_LAYOUT_NO_LANE ? G_MAXINT : 2 * node.lane + !node.is_head;
      net->is_head[i] = node.is_head;
      if (node.parent >= 0)
        net->is_parent_column[node.column - 1] = TRUE;
    }
}

/* A virtual node belongs to the block that the rest of its way leads to, so that blocks stay whole.
 */
static void
add_virtual_node (TlNet *net, int node, int column, int before)
{
  net->column[node] = column;
  net->rank[node] = TL_LAYOUT_FREE;
  net->block[node] = G_MAXINT;
  net->is_head[node] = FALSE;
  net->parent[node] = net->is_parent_column[column - 1] ? before : TL_LAYOUT_NO_PARENT;
}

static GArray *
make_steps (TlNet *net, const TlLayoutGraph *graph)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  int next = net->n_real;

  for (int e = 0; e < net->n_edges; e++)
    {
      TlLayoutEdge edge = tl_layout_graph_get_edge (graph, e);
      Step step = { edge.left, edge.right, edge.weight };

      net->first_virtual[e] = next;
      for (int c = net->column[edge.left] + 1; c < net->column[edge.right]; c++)
        {
          add_virtual_node (net, next, c, step.left);
          step.right = next++;
          g_array_append_val (steps, step);
          step.left = step.right;
        }
      step.right = edge.right;
      g_array_append_val (steps, step);
    }
  net->first_virtual[net->n_edges] = next;
  return steps;
}

static void
fill_adjacency (TlAdjacency *adjacency, const GArray *steps, int n_nodes, gboolean to_left)
{
  g_autofree int *fill = NULL;

  adjacency->start = g_new0 (int, n_nodes + 1);
  adjacency->node = g_new (int, MAX (steps->len, 1));
  adjacency->weight = g_new (double, MAX (steps->len, 1));
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);
      adjacency->start[(to_left ? step->right : step->left) + 1]++;
    }
  for (int i = 0; i < n_nodes; i++)
    adjacency->start[i + 1] += adjacency->start[i];

  fill = g_memdup2 (adjacency->start, sizeof (int) * (gsize) (n_nodes + 1));
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);
      int slot = fill[to_left ? step->right : step->left]++;

      adjacency->node[slot] = to_left ? step->left : step->right;
      adjacency->weight[slot] = step->weight;
    }
}

static void
clear_adjacency (TlAdjacency *adjacency)
{
  g_clear_pointer (&adjacency->start, g_free);
  g_clear_pointer (&adjacency->node, g_free);
  g_clear_pointer (&adjacency->weight, g_free);
}

static void
fill_columns (TlNet *net)
{
  g_autofree int *fill = NULL;

  for (int i = 0; i < net->n_nodes; i++)
    net->column_start[net->column[i] + 1]++;
  for (int c = 0; c < net->n_columns; c++)
    net->column_start[c + 1] += net->column_start[c];
  fill = g_memdup2 (net->column_start, sizeof (int) * (gsize) (net->n_columns + 1));
  for (int i = 0; i < net->n_nodes; i++)
    {
      int c = net->column[i];

      net->position[i] = fill[c] - net->column_start[c];
      net->order[fill[c]++] = i;
    }
}

static int
count_virtual_nodes (const TlLayoutGraph *graph)
{
  int n = 0;

  for (int e = 0; e < tl_layout_graph_get_n_edges (graph); e++)
    {
      TlLayoutEdge edge = tl_layout_graph_get_edge (graph, e);

      n += tl_layout_graph_get_node (graph, edge.right).column
           - tl_layout_graph_get_node (graph, edge.left).column - 1;
    }
  return n;
}

/**
 * tl_net_new:
 * @graph: a graph
 *
 * Makes the proper form of @graph. The first order is that in which the nodes were added, except
 * that ranks and blocks are obeyed.
 *
 * Returns: (transfer full): the net
 */
TlNet *
tl_net_new (const TlLayoutGraph *graph)
{
  TlNet *net = g_new0 (TlNet, 1);
  g_autoptr (GArray) steps = NULL;
  g_autofree double *keys = NULL;

  net->n_real = tl_layout_graph_get_n_nodes (graph);
  net->n_nodes = net->n_real + count_virtual_nodes (graph);
  net->n_edges = tl_layout_graph_get_n_edges (graph);
  net->n_columns = tl_layout_graph_get_n_columns (graph);
  net->column = g_new (int, net->n_nodes);
  net->rank = g_new (int, net->n_nodes);
  net->key = g_new (guint, net->n_real);
  net->parent = g_new (int, net->n_nodes);
  net->block = g_new (int, net->n_nodes);
  net->is_head = g_new (gboolean, net->n_nodes);
  net->position = g_new (int, net->n_nodes);
  net->order = g_new (int, net->n_nodes);
  net->column_start = g_new0 (int, net->n_columns + 1);
  net->is_parent_column = g_new0 (gboolean, net->n_columns + 1);
  net->first_virtual = g_new (int, net->n_edges + 1);

  copy_nodes (net, graph);
  steps = make_steps (net, graph);
  fill_adjacency (&net->left, steps, net->n_nodes, TRUE);
  fill_adjacency (&net->right, steps, net->n_nodes, FALSE);
  fill_columns (net);
  keys = g_new0 (double, MAX (net->n_nodes, 1));
  for (int c = 0; c < net->n_columns; c++)
    tl_net_sort_column (net, c, keys);
  return net;
}

static TlAdjacency
copy_adjacency (const TlAdjacency *adjacency, gsize n)
{
  gsize n_steps = (gsize) adjacency->start[n];

  return (TlAdjacency) {
    g_memdup2 (adjacency->start, sizeof *adjacency->start * (n + 1)),
    g_memdup2 (adjacency->node, sizeof *adjacency->node * n_steps),
    g_memdup2 (adjacency->weight, sizeof *adjacency->weight * n_steps),
  };
}

/**
 * tl_net_copy:
 * @net: a net
 *
 * Returns: (transfer full): the same in the same order
 */
TlNet *
tl_net_copy (const TlNet *net)
{
  TlNet *copy = g_memdup2 (net, sizeof *net);
  gsize n = (gsize) net->n_nodes;
  gsize n_columns = (gsize) net->n_columns;

  copy->column = g_memdup2 (net->column, sizeof *net->column * n);
  copy->rank = g_memdup2 (net->rank, sizeof *net->rank * n);
  copy->key = g_memdup2 (net->key, sizeof *net->key * (gsize) net->n_real);
  copy->parent = g_memdup2 (net->parent, sizeof *net->parent * n);
  copy->block = g_memdup2 (net->block, sizeof *net->block * n);
  copy->position = g_memdup2 (net->position, sizeof *net->position * n);
  copy->is_head = g_memdup2 (net->is_head, sizeof *net->is_head * n);
  copy->is_parent_column
      = g_memdup2 (net->is_parent_column, sizeof *net->is_parent_column * (n_columns + 1));
  copy->first_virtual
      = g_memdup2 (net->first_virtual, sizeof *net->first_virtual * ((gsize) net->n_edges + 1));
  copy->left = copy_adjacency (&net->left, n);
  copy->right = copy_adjacency (&net->right, n);
  copy->column_start = g_memdup2 (net->column_start, sizeof *net->column_start * (n_columns + 1));
  copy->order = g_memdup2 (net->order, sizeof *net->order * n);
  return copy;
}

/**
 * tl_net_free:
 * @net: (transfer full): a net
 */
void
tl_net_free (TlNet *net)
{
  clear_adjacency (&net->left);
  clear_adjacency (&net->right);
  g_free (net->column);
  g_free (net->rank);
  g_free (net->key);
  g_free (net->parent);
  g_free (net->block);
  g_free (net->is_head);
  g_free (net->position);
  g_free (net->is_parent_column);
  g_free (net->first_virtual);
  g_free (net->column_start);
  g_free (net->order);
  g_free (net);
}

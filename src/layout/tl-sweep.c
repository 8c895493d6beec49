/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-sweep.h"

/* The place of a node in its column as a share of the column, so that columns compare. */
static double
get_share (const TlNet *net, int node)
{
  return (net->position[node] + 0.5) / tl_net_get_column_size (net, net->column[node]);
}

static double
get_barycentre (const TlNet *net, const TlAdjacency *adjacency, int node)
{
  int degree = tl_adjacency_get_degree (adjacency, node);
  double sum = 0;

  if (degree == 0)
    return get_share (net, node);
  for (int a = adjacency->start[node]; a < adjacency->start[node + 1]; a++)
    sum += get_share (net, adjacency->node[a]);
  return sum / degree;
}

static void
fill_barycentres (const TlNet *net, const TlAdjacency *adjacency, int column, double *keys)
{
  const int *nodes = tl_net_get_column (net, column);

  for (int i = 0; i < tl_net_get_column_size (net, column); i++)
    keys[nodes[i]] = get_barycentre (net, adjacency, nodes[i]);
}

/* A block cannot pass another by the wishes of its members: their parents must carry them. */
static void
move_parents (TlNet *net, int column, double *keys)
{
  const int *nodes = tl_net_get_column (net, column);
  const int *parents = tl_net_get_column (net, column - 1);
  int n_parents = tl_net_get_column_size (net, column - 1);
  g_autofree int *n_members = g_new0 (int, MAX (n_parents, 1));
  g_autofree double *sums = g_new0 (double, MAX (n_parents, 1));

  for (int i = 0; i < tl_net_get_column_size (net, column); i++)
    {
      int parent = net->parent[nodes[i]];

      if (parent < 0)
        continue;
      n_members[net->position[parent]]++;
      sums[net->position[parent]] += keys[nodes[i]];
    }
  for (int p = 0; p < n_parents; p++)
    keys[parents[p]] = n_members[p] > 0 ? sums[p] / n_members[p] : get_share (net, parents[p]);
  tl_net_sort_column (net, column - 1, keys);
}

/**
 * tl_sweep_right:
 * @net: a net
 *
 * Goes through the columns from left to right and orders each by the mean place of the neighbours
 * to the left (the barycentre heuristic of Sugiyama, Tagawa and Toda, 1981).
 */
void
tl_sweep_right (TlNet *net)
{
  g_autofree double *keys = g_new (double, net->n_nodes + 1);

  for (int c = 1; c < net->n_columns; c++)
    {
      fill_barycentres (net, &net->left, c, keys);
      tl_net_sort_column (net, c, keys);
    }
}

/**
 * tl_sweep_left:
 * @net: a net
 *
 * The same from right to left.
 */
void
tl_sweep_left (TlNet *net)
{
  g_autofree double *keys = g_new (double, net->n_nodes + 1);

  for (int c = net->n_columns - 2; c >= 0; c--)
    {
      fill_barycentres (net, &net->right, c, keys);
      if (c > 0 && net->is_parent_column[c - 1])
        move_parents (net, c, keys);
      tl_net_sort_column (net, c, keys);
    }
}

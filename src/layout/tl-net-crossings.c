/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-net.h"

#include <string.h>

/* Counts, with a tree of partial sums, the links seen earlier that end further down than this one.
 */
static guint64
count_after_column (const TlNet *net, int column, int *tree)
{
  int n = tl_net_get_column_size (net, column + 1);
  const int *nodes = tl_net_get_column (net, column);
  const TlAdjacency *right = &net->right;
  guint64 crossings = 0;
  int seen = 0;

  memset (tree, 0, sizeof (int) * (gsize) (n + 1));
  for (int i = 0; i < tl_net_get_column_size (net, column); i++)
    {
      int from = right->start[nodes[i]];
      int to = right->start[nodes[i] + 1];

      for (int a = from; a < to; a++)
        {
          int before = 0;

          for (int k = net->position[right->node[a]] + 1; k > 0; k &= k - 1)
            before += tree[k];
          crossings += (guint64) (seen - before);
        }
      for (int a = from; a < to; a++)
        for (int k = net->position[right->node[a]] + 1; k <= n; k += k & -k)
          tree[k]++;
      seen += to - from;
    }
  return crossings;
}

/**
 * tl_net_count_crossings:
 * @net: a net
 *
 * Counts the pairs of links that cross when each is a straight line between its columns; links that
 * share an end do not. Takes O(E log V) (Barth, Jünger and Mutzel, "Simple and efficient bilayer
 * cross counting", 2002).
 *
 * Returns: the number of crossings
 */
guint64
tl_net_count_crossings (const TlNet *net)
{
  g_autofree int *tree = g_new (int, net->n_nodes + 1);
  guint64 crossings = 0;

  for (int c = 0; c + 1 < net->n_columns; c++)
    crossings += count_after_column (net, c, tree);
  return crossings;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-sift.h"

#include <string.h>

/* What sifting needs to know of one column: where the neighbours of its nodes are, in ascending
 * order. Those of the i-th node of the first order are ends[start[i]] .. ends[start[i + 1] - 1]. */
typedef struct
{
  int *start;
  int *ends;
} Side;

typedef struct
{
  TlNet *net;
  int n;
  int reach;
  int *slots;       /* the order of the column, as indices into the sides */
  const int *nodes; /* the nodes in the first order */
  Side left;
  Side right;
} Sifter;

static int
compare_ends (const void *a, const void *b)
{
  return *(const int *) a - *(const int *) b;
}

static void
sort_ends (int *ends, int n)
{
  if (n > 16)
    {
      qsort (ends, (gsize) n, sizeof *ends, compare_ends);
      return;
    }
  for (int i = 1; i < n; i++)
    {
      int end = ends[i];
      int j = i;

      for (; j > 0 && ends[j - 1] > end; j--)
        ends[j] = ends[j - 1];
      ends[j] = end;
    }
}

static void
fill_side (Side *side, const TlNet *net, const TlAdjacency *adjacency, const int *nodes, int n)
{
  int n_ends = 0;

  for (int i = 0; i < n; i++)
    n_ends += tl_adjacency_get_degree (adjacency, nodes[i]);
  side->start = g_new (int, n + 1);
  side->ends = g_new (int, MAX (n_ends, 1));
  n_ends = 0;
  for (int i = 0; i < n; i++)
    {
      side->start[i] = n_ends;
      for (int a = adjacency->start[nodes[i]]; a < adjacency->start[nodes[i] + 1]; a++)
        side->ends[n_ends++] = net->position[adjacency->node[a]];
      sort_ends (side->ends + side->start[i], n_ends - side->start[i]);
    }
  side->start[n] = n_ends;
}

static void
clear_side (Side *side)
{
  g_free (side->start);
  g_free (side->ends);
}

/* How many crossings on one side it would cost that u, now before v, goes behind it. */
static gint64
get_side_cost (const Side *side, int u, int v)
{
  const int *first = side->ends + side->start[v];
  const int *end = side->ends + side->start[v + 1];
  const int *low = first;
  const int *high = first;
  gint64 cost = 0;

  for (int i = side->start[u]; i < side->start[u + 1]; i++)
    {
      while (low < end && *low < side->ends[i])
        low++;
      high = MAX (high, low);
      while (high < end && *high == side->ends[i])
        high++;
      cost += (end - high) - (low - first);
    }
  return cost;
}

static gint64
get_cost (const Sifter *sifter, int u, int v)
{
  return get_side_cost (&sifter->left, u, v) + get_side_cost (&sifter->right, u, v);
}

static gboolean
may_swap (const Sifter *sifter, int u, int v)
{
  const TlNet *net = sifter->net;
  int first = sifter->nodes[u];
  int second = sifter->nodes[v];

  if (net->parent[first] != net->parent[second] || net->block[first] != net->block[second])
    return FALSE;
  return net->rank[first] == TL_LAYOUT_FREE || net->rank[second] == TL_LAYOUT_FREE;
}

/* Looks at the places within reach in one direction (+1 or -1). Returns the best, and what it
 * costs. */
static int
look (const Sifter *sifter, int from, int direction, gint64 *best_cost)
{
  int u = sifter->slots[from];
  int best = from;
  gint64 cost = 0;

  *best_cost = 0;
  for (int i = 1; i <= sifter->reach; i++)
    {
      int place = from + direction * i;
      int v;

      if (place < 0 || place >= sifter->n || !may_swap (sifter, u, sifter->slots[place]))
        break;
      v = sifter->slots[place];
      cost += direction > 0 ? get_cost (sifter, u, v) : get_cost (sifter, v, u);
      if (cost < *best_cost)
        {
          *best_cost = cost;
          best = place;
        }
    }
  return best;
}

static void
move_slot (Sifter *sifter, int from, int to)
{
  int slot = sifter->slots[from];
  int *slots = sifter->slots;

  if (to > from)
    memmove (slots + from, slots + from + 1, sizeof (int) * (gsize) (to - from));
  else
    memmove (slots + to + 1, slots + to, sizeof (int) * (gsize) (from - to));
  slots[to] = slot;
}

static guint64
sift_slots (Sifter *sifter)
{
  gint64 saved = 0;

  for (int i = 0; i < sifter->n; i++)
    {
      gint64 down_cost;
      gint64 up_cost;
      int down = look (sifter, i, 1, &down_cost);
      int up = look (sifter, i, -1, &up_cost);

      if (MIN (down_cost, up_cost) == 0)
        continue;
      saved -= MIN (down_cost, up_cost);
      move_slot (sifter, i, down_cost < up_cost ? down : up);
      /* Another node has come up to this place, and wants its turn. */
      if (down_cost < up_cost)
        i--;
    }
  return (guint64) saved;
}

static guint64
sift_column (TlNet *net, int column, int reach)
{
  int n = tl_net_get_column_size (net, column);
  int *nodes = tl_net_get_column (net, column);
  g_autofree int *first_order = g_memdup2 (nodes, sizeof (int) * (gsize) n);
  g_autofree int *slots = g_new (int, MAX (n, 1));
  Sifter sifter = { net, n, reach, slots, first_order };
  guint64 saved;

  for (int i = 0; i < n; i++)
    slots[i] = i;
  fill_side (&sifter.left, net, &net->left, first_order, n);
  fill_side (&sifter.right, net, &net->right, first_order, n);
  saved = sift_slots (&sifter);
  for (int i = 0; i < n; i++)
    {
      nodes[i] = first_order[slots[i]];
      net->position[nodes[i]] = i;
    }
  clear_side (&sifter.left);
  clear_side (&sifter.right);
  return saved;
}

/**
 * tl_sift_columns:
 * @net: a net
 * @reach: how many places up or down a node looks
 *
 * Takes each node in turn, with all others held, and puts it where the links of its column cross
 * least, counting those on both sides (sifting, after Matuszewski, Schönfeld and Molitor, "Using
 * sifting for k-layer straightline crossing minimization", 1999, within a window). Ranks and blocks
 * are kept; columns of parents are left as they are. The number of crossings never rises. Takes O(E
 * · @reach).
 *
 * Returns: by how much the number of crossings fell
 */
guint64
tl_sift_columns (TlNet *net, int reach)
{
  guint64 saved = 0;

  for (int c = 0; c < net->n_columns; c++)
    if (!net->is_parent_column[c])
      saved += sift_column (net, c, reach);
  return saved;
}

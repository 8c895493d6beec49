/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-sift.h"

#include <string.h>

#define FEW_ENDS 12 /* measured: with them, comparing each with each is quicker than merging */

/* Where the neighbours of a node in the next column are, in ascending order. */
typedef struct
{
  const int *ends;
  int n;
} Side;

/* All that sifting asks of a node, side by side. */
typedef struct
{
  Side left;
  Side right;
  int node;
  int parent;
  int block;
  gboolean is_free; /* has no rank */
} Slot;

typedef struct
{
  Slot *slots; /* the order of the column */
  int n;
  int reach;
  const gboolean *which; /* (nullable): by node: whether it is sifted */
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

/* Takes the room for the ends from @ends, and returns what is left of it. */
static int *
fill_side (Side *side, const TlNet *net, const TlAdjacency *adjacency, int node, int *ends)
{
  side->ends = ends;
  side->n = tl_adjacency_get_degree (adjacency, node);
  for (int i = 0; i < side->n; i++)
    ends[i] = net->position[adjacency->node[adjacency->start[node] + i]];
  sort_ends (ends, side->n);
  return ends + side->n;
}

static int
count_ends (const TlNet *net, const int *nodes, int n)
{
  int n_ends = 0;

  for (int i = 0; i < n; i++)
    n_ends += tl_adjacency_get_degree (&net->left, nodes[i])
              + tl_adjacency_get_degree (&net->right, nodes[i]);
  return n_ends;
}

static void
fill_slots (Slot *slots, const TlNet *net, const int *nodes, int n, int *ends)
{
  for (int i = 0; i < n; i++)
    {
      Slot *slot = &slots[i];

      slot->node = nodes[i];
      slot->parent = net->parent[nodes[i]];
      slot->block = net->block[nodes[i]];
      slot->is_free = net->rank[nodes[i]] == TL_LAYOUT_FREE;
      ends = fill_side (&slot->left, net, &net->left, nodes[i], ends);
      ends = fill_side (&slot->right, net, &net->right, nodes[i], ends);
    }
}

/* Both of these tell how many pairs of ends cross that do not cross now, without those that cross
 * now, when what has the ends of u goes behind what has those of v. The first one is for few ends:
 * it compares each with each, and has no branch that a processor would have to guess. */
static gint64
compare_each (const int *u, int n_u, const int *v, int n_v)
{
  int cost = 0;

  for (int i = 0; i < n_u; i++)
    for (int j = 0; j < n_v; j++)
      cost += (v[j] > u[i]) - (v[j] < u[i]);
  return cost;
}

static gint64
compare_sorted (const int *u, int n_u, const int *v, int n_v)
{
  int low = 0;
  int high = 0;
  gint64 cost = 0;

  for (int i = 0; i < n_u; i++)
    {
      while (low < n_v && v[low] < u[i])
        low++;
      high = MAX (high, low);
      while (high < n_v && v[high] == u[i])
        high++;
      cost += (n_v - high) - low;
    }
  return cost;
}

/* How many crossings on one side it would cost that u, now before v, goes behind it. */
static gint64
get_side_cost (const Side *u, const Side *v)
{
  if (u->n == 0 || v->n == 0)
    return 0;
  if (u->ends[u->n - 1] < v->ends[0])
    return (gint64) u->n * v->n;
  if (v->ends[v->n - 1] < u->ends[0])
    return -(gint64) u->n * v->n;
  if (u->n <= FEW_ENDS && v->n <= FEW_ENDS)
    return compare_each (u->ends, u->n, v->ends, v->n);
  return compare_sorted (u->ends, u->n, v->ends, v->n);
}

static gint64
get_cost (const Slot *u, const Slot *v)
{
  return get_side_cost (&u->left, &v->left) + get_side_cost (&u->right, &v->right);
}

static gboolean
may_swap (const Slot *u, const Slot *v)
{
  return u->parent == v->parent && u->block == v->block && (u->is_free || v->is_free);
}

/* Looks at the places within reach in one direction (+1 or -1). Returns the best, and what it
 * costs. */
static int
look (const Sifter *sifter, int from, int direction, gint64 *best_cost)
{
  const Slot *u = &sifter->slots[from];
  int best = from;
  gint64 cost = 0;

  *best_cost = 0;
  for (int i = 1; i <= sifter->reach; i++)
    {
      int place = from + direction * i;
      const Slot *v;

      if (place < 0 || place >= sifter->n)
        break;
      v = &sifter->slots[place];
      if (!may_swap (u, v))
        break;
      cost += direction > 0 ? get_cost (u, v) : get_cost (v, u);
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
  Slot slot = sifter->slots[from];
  Slot *slots = sifter->slots;

  if (to > from)
    memmove (slots + from, slots + from + 1, sizeof (Slot) * (gsize) (to - from));
  else
    memmove (slots + to + 1, slots + to, sizeof (Slot) * (gsize) (from - to));
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
      int down;
      int up;

      if (sifter->which != NULL && !sifter->which[sifter->slots[i].node])
        continue;
      down = look (sifter, i, 1, &down_cost);
      up = look (sifter, i, -1, &up_cost);
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
sift_column (TlNet *net, int column, const gboolean *which, int reach)
{
  int n = tl_net_get_column_size (net, column);
  int *nodes = tl_net_get_column (net, column);
  g_autofree Slot *slots = g_new (Slot, MAX (n, 1));
  g_autofree int *ends = g_new (int, MAX (count_ends (net, nodes, n), 1));
  Sifter sifter = { slots, n, reach, which };
  guint64 saved;

  fill_slots (slots, net, nodes, n, ends);
  saved = sift_slots (&sifter);
  for (int i = 0; i < n; i++)
    {
      nodes[i] = slots[i].node;
      net->position[nodes[i]] = i;
    }
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
      saved += sift_column (net, c, NULL, reach);
  return saved;
}

/**
 * tl_sift_nodes:
 * @net: a net
 * @which: (array): by node: whether to sift it
 * @reach: how many places up or down a node looks
 *
 * As tl_sift_columns(), for some nodes only.
 */
void
tl_sift_nodes (TlNet *net, const gboolean *which, int reach)
{
  for (int c = 0; c < net->n_columns; c++)
    if (!net->is_parent_column[c])
      sift_column (net, c, which, reach);
}

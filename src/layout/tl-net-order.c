/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-net.h"

#include <string.h>

#include "tl-isotonic.h"

/* What decides the place of a node in its column, in this order. */
typedef struct
{
  int block;
  double key;
  gboolean ranked;
  int tie;
  int node;
} Place;

static int
compare_places (const void *a, const void *b)
{
  const Place *p = a;
  const Place *q = b;

  if (p->block != q->block)
    return p->block < q->block ? -1 : 1;
  if (p->key < q->key || p->key > q->key)
    return p->key < q->key ? -1 : 1;
  if (p->ranked != q->ranked)
    return p->ranked ? 1 : -1;
  if (p->tie != q->tie)
    return p->tie < q->tie ? -1 : 1;
  return p->node - q->node;
}

static int
compare_ranks (const void *a, const void *b)
{
  const Place *p = *(Place *const *) a;
  const Place *q = *(Place *const *) b;

  if (p->block != q->block)
    return p->block < q->block ? -1 : 1;
  if (p->tie != q->tie)
    return p->tie < q->tie ? -1 : 1;
  return p->node - q->node;
}

/* Bends the keys of the ranked nodes of each block until they rise with the rank. */
static void
obey_ranks (Place *places, int n)
{
  g_autofree Place **ranked = g_new (Place *, MAX (n, 1));
  g_autofree double *keys = g_new (double, MAX (n, 1));
  g_autofree double *weights = g_new (double, MAX (n, 1));
  int n_ranked = 0;

  for (int i = 0; i < n; i++)
    if (places[i].ranked)
      ranked[n_ranked++] = &places[i];
  if (n_ranked == 0)
    return;

  qsort (ranked, (gsize) n_ranked, sizeof *ranked, compare_ranks);
  for (int i = 0; i < n_ranked; i++)
    {
      keys[i] = ranked[i]->key;
      weights[i] = 1;
    }
  for (int from = 0, to = 0; from < n_ranked; from = to)
    {
      while (to < n_ranked && ranked[to]->block == ranked[from]->block)
        to++;
      tl_isotonic_fit (keys + from, weights + from, to - from);
    }
  for (int i = 0; i < n_ranked; i++)
    ranked[i]->key = keys[i];
}

static void
keep_blocks_under_parents (TlNet *net, int column)
{
  g_autofree double *places = NULL;
  const int *nodes = tl_net_get_column (net, column + 1);

  if (!net->is_parent_column[column])
    return;
  places = g_new0 (double, net->n_nodes);
  for (int i = 0; i < tl_net_get_column_size (net, column + 1); i++)
    places[nodes[i]] = i;
  tl_net_sort_column (net, column + 1, places);
}

/**
 * tl_net_sort_column:
 * @net: a net
 * @column: a column
 * @keys: by node: where it wishes to be
 *
 * Orders a column by @keys as far as ranks and blocks allow; equal keys keep their order. Blocks in
 * the columns to the right follow their parents.
 */
void
tl_net_sort_column (TlNet *net, int column, const double *keys)
{
  int n = tl_net_get_column_size (net, column);
  int *nodes = tl_net_get_column (net, column);
  g_autofree Place *places = g_new (Place, MAX (n, 1));

  for (int i = 0; i < n; i++)
    {
      int node = nodes[i];
      int parent = net->parent[node];
      gboolean ranked = net->rank[node] != TL_LAYOUT_FREE;

      places[i].block = parent < 0 ? net->block[node] : net->position[parent];
      places[i].key = keys[node];
      places[i].ranked = ranked;
      places[i].tie = ranked ? net->rank[node] : i;
      places[i].node = node;
    }
  obey_ranks (places, n);
  qsort (places, (gsize) n, sizeof *places, compare_places);
  for (int i = 0; i < n; i++)
    {
      nodes[i] = places[i].node;
      net->position[nodes[i]] = i;
    }
  keep_blocks_under_parents (net, column);
}

/**
 * tl_net_set_order:
 * @net: a net
 * @order: (array): the nodes of all columns, one column after another, as in @net
 *
 * Returns to an order that was copied from @net earlier.
 */
void
tl_net_set_order (TlNet *net, const int *order)
{
  if (net->n_nodes > 0)
    memcpy (net->order, order, sizeof (int) * (gsize) net->n_nodes);
  for (int c = 0; c < net->n_columns; c++)
    for (int i = 0; i < tl_net_get_column_size (net, c); i++)
      net->position[tl_net_get_column (net, c)[i]] = i;
}

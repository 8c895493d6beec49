/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout-graph.h"

G_BEGIN_DECLS

/* The neighbours of node i are node[start[i]] .. node[start[i + 1] - 1]. */
typedef struct
{
  int *start;
  int *node;
  double *weight;
} TlAdjacency;

/* A graph made proper, and the order that is being sought for it. Every edge runs between
 * neighbouring columns: a longer one is a chain through virtual nodes, which are numbered after the
 * real ones. */
typedef struct
{
  int n_real;
  int n_nodes;
  int n_edges;
  int n_columns;

  /* By node, owned. */
  int *column;
  int *rank;
  guint *key; /* of the real ones, or 0 */
  int *parent;
  int *block;                 /* of a node without a parent: where its lane stands */
  int *position;              /* place in the column, from 0 */
  gboolean *is_head;          /* of its lane */
  gboolean *is_parent_column; /* by column: whether the next one is ordered in blocks */

  /* By edge of the graph, owned: its first virtual node, left to right; n_edges + 1 entries. */
  int *first_virtual;

  /* Owned. */
  TlAdjacency left;
  TlAdjacency right;

  /* The nodes of column c are order[column_start[c]] .. order[column_start[c + 1] - 1]; owned. */
  int *column_start;
  int *order;
} TlNet;

TlNet *tl_net_new (const TlLayoutGraph *graph);
TlNet *tl_net_copy (const TlNet *net);
void tl_net_free (TlNet *net);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlNet, tl_net_free)

void tl_net_sort_column (TlNet *net, int column, const double *keys);
void tl_net_set_order (TlNet *net, const int *order);
guint64 tl_net_count_crossings (const TlNet *net);

static inline int
tl_net_get_column_size (const TlNet *net, int column)
{
  return net->column_start[column + 1] - net->column_start[column];
}

static inline int *
tl_net_get_column (const TlNet *net, int column)
{
  return net->order + net->column_start[column];
}

static inline int
tl_adjacency_get_degree (const TlAdjacency *adjacency, int node)
{
  return adjacency->start[node + 1] - adjacency->start[node];
}

G_END_DECLS

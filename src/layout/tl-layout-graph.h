/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-geometry.h"

G_BEGIN_DECLS

#define TL_LAYOUT_FREE (-1)
#define TL_LAYOUT_NO_PARENT (-1)
#define TL_LAYOUT_NO_LANE G_MAXINT
#define TL_LAYOUT_MAX_COLUMNS 256

typedef struct _TlLayoutGraph TlLayoutGraph;

/* Sizes are in map units. */
typedef struct
{
  int column;
  int rank;
  int parent;
  int lane;
  gboolean is_head; /* of its lane */
  guint key;        /* by which it is known again, or 0 */
  double width;
  double height;
  gboolean is_pinned;
  gboolean is_held; /* pinned, and the others gather round it */
  TlPoint pin;      /* its upper left corner, where it is pinned */
} TlLayoutNode;

/* The left end lies in the column with the lower number, whichever way the edge was added. */
typedef struct
{
  int left;
  int right;
  double weight;
} TlLayoutEdge;

TlLayoutGraph *tl_layout_graph_new (void);
void tl_layout_graph_free (TlLayoutGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLayoutGraph, tl_layout_graph_free)
TlLayoutGraph *tl_layout_graph_transpose (const TlLayoutGraph *graph);

int tl_layout_graph_add_node (TlLayoutGraph *graph, int column, double width, double height);
void tl_layout_graph_fix_rank (TlLayoutGraph *graph, int node, int rank);
void tl_layout_graph_set_parent (TlLayoutGraph *graph, int node, int parent);
void tl_layout_graph_set_lane (TlLayoutGraph *graph, int node, int lane, gboolean is_head);
void tl_layout_graph_set_key (TlLayoutGraph *graph, int node, guint key);
void tl_layout_graph_pin_node (TlLayoutGraph *graph, int node, TlPoint corner);
void tl_layout_graph_hold_node (TlLayoutGraph *graph, int node, TlPoint corner);
void tl_layout_graph_widen_column (TlLayoutGraph *graph, int column, double width);
int tl_layout_graph_add_edge (TlLayoutGraph *graph, int from, int to, double weight);

int tl_layout_graph_get_n_nodes (const TlLayoutGraph *graph);
int tl_layout_graph_get_n_edges (const TlLayoutGraph *graph);
int tl_layout_graph_get_n_columns (const TlLayoutGraph *graph);
double tl_layout_graph_get_column_width (const TlLayoutGraph *graph, int column);
TlLayoutNode tl_layout_graph_get_node (const TlLayoutGraph *graph, int node);
TlLayoutEdge tl_layout_graph_get_edge (const TlLayoutGraph *graph, int edge);

G_END_DECLS

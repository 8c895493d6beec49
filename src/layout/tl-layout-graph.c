/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-layout-graph.h"

#include <math.h>

struct _TlLayoutGraph
{
  /* Owned. */
  GArray *nodes; /* TlLayoutNode */
  GArray *edges; /* TlLayoutEdge */

  double widths[TL_LAYOUT_MAX_COLUMNS]; /* of columns, at least */
  int n_columns;
};

static gboolean
has_node (const TlLayoutGraph *graph, int node)
{
  return node >= 0 && node < (int) graph->nodes->len;
}

static TlLayoutNode *
peek_node (const TlLayoutGraph *graph, int node)
{
  return &g_array_index (graph->nodes, TlLayoutNode, node);
}

/**
 * tl_layout_graph_new:
 *
 * Creates a graph without nodes: the pure geometry of a map, to be filled and given to
 * tl_layout_new().
 *
 * Returns: (transfer full): the graph
 */
TlLayoutGraph *
tl_layout_graph_new (void)
{
  TlLayoutGraph *graph = g_new0 (TlLayoutGraph, 1);

  graph->nodes = g_array_new (FALSE, FALSE, sizeof (TlLayoutNode));
  graph->edges = g_array_new (FALSE, FALSE, sizeof (TlLayoutEdge));
  return graph;
}

/**
 * tl_layout_graph_free:
 * @graph: (transfer full): a graph
 *
 * Frees the graph. Layouts made from it live on.
 */
void
tl_layout_graph_free (TlLayoutGraph *graph)
{
  g_return_if_fail (graph != NULL);

  g_array_unref (graph->nodes);
  g_array_unref (graph->edges);
  g_free (graph);
}

static void
transpose_node (TlLayoutNode *node)
{
  double width = node->width;

  node->width = node->height;
  node->height = width;
  node->pin = tl_point (node->pin.y, node->pin.x);
}

/**
 * tl_layout_graph_transpose:
 * @graph: a graph
 *
 * Returns: (transfer full): the same with widths and heights exchanged
 */
TlLayoutGraph *
tl_layout_graph_transpose (const TlLayoutGraph *graph)
{
  TlLayoutGraph *copy;

  g_return_val_if_fail (graph != NULL, NULL);

  copy = g_memdup2 (graph, sizeof *graph);
  copy->nodes = g_array_copy (graph->nodes);
  copy->edges = g_array_copy (graph->edges);
  for (int i = 0; i < (int) copy->nodes->len; i++)
    transpose_node (peek_node (copy, i));
  return copy;
}

/**
 * tl_layout_graph_add_node:
 * @graph: a graph
 * @column: the column of the card, from 0 at the left, below %TL_LAYOUT_MAX_COLUMNS
 * @width: the width of the card in map units, above 0
 * @height: the least height of the card in map units, above 0
 *
 * Adds a card. It may take any place in its column until it is given a rank or a parent. Among
 * places that are equally good, cards keep the order in which they were added.
 *
 * Returns: the index of the node; the first is 0
 */
int
tl_layout_graph_add_node (TlLayoutGraph *graph, int column, double width, double height)
{
  TlLayoutNode node = {
    .column = column,
    .rank = TL_LAYOUT_FREE,
    .parent = TL_LAYOUT_NO_PARENT,
    .lane = TL_LAYOUT_NO_LANE,
    .width = width,
    .height = height,
  };

  g_return_val_if_fail (graph != NULL, -1);
  g_return_val_if_fail (column >= 0 && column < TL_LAYOUT_MAX_COLUMNS, -1);
  g_return_val_if_fail (isfinite (width) && width > 0, -1);
  g_return_val_if_fail (isfinite (height) && height > 0, -1);

  graph->n_columns = MAX (graph->n_columns, column + 1);
  g_array_append_val (graph->nodes, node);
  return (int) graph->nodes->len - 1;
}

/**
 * tl_layout_graph_fix_rank:
 * @graph: a graph
 * @node: a node
 * @rank: its place among the ranked nodes of its column, or %TL_LAYOUT_FREE
 *
 * Ranked nodes of a column (of a parent, where there are parents) stay in ascending order of rank,
 * those of the same rank in the order they were added. Nodes without a rank may go between them.
 */
void
tl_layout_graph_fix_rank (TlLayoutGraph *graph, int node, int rank)
{
  g_return_if_fail (graph != NULL);
  g_return_if_fail (has_node (graph, node));
  g_return_if_fail (rank >= TL_LAYOUT_FREE);

  peek_node (graph, node)->rank = rank;
}

/**
 * tl_layout_graph_set_parent:
 * @graph: a graph
 * @node: a node
 * @parent: a node of the column to the left, or %TL_LAYOUT_NO_PARENT
 *
 * Puts @node in the block of @parent. A block is contiguous, blocks lie in the order of their
 * parents, and a parent becomes as high as its block. Nodes of the column that have no parent come
 * after all blocks. Whether a line is drawn is another question: it takes an edge.
 */
void
tl_layout_graph_set_parent (TlLayoutGraph *graph, int node, int parent)
{
  g_return_if_fail (graph != NULL);
  g_return_if_fail (has_node (graph, node));
  g_return_if_fail (parent == TL_LAYOUT_NO_PARENT || has_node (graph, parent));
  g_return_if_fail (parent == TL_LAYOUT_NO_PARENT
                    || peek_node (graph, parent)->column + 1 == peek_node (graph, node)->column);

  peek_node (graph, node)->parent = parent;
}

/**
 * tl_layout_graph_set_lane:
 * @graph: a graph
 * @node: a node without a parent
 * @lane: a number from 0 on, or %TL_LAYOUT_NO_LANE
 * @is_head: whether it stands first in the lane, close to what follows
 *
 * Puts @node in a lane of its column. A lane is contiguous, and lanes lie in ascending order; what
 * has no lane comes after them. Within the lane, ranks are obeyed. Other columns know nothing of
 * it.
 */
void
tl_layout_graph_set_lane (TlLayoutGraph *graph, int node, int lane, gboolean is_head)
{
  g_return_if_fail (graph != NULL);
  g_return_if_fail (has_node (graph, node));
  g_return_if_fail (lane >= 0);

  peek_node (graph, node)->lane = lane;
  peek_node (graph, node)->is_head = is_head;
}

/**
 * tl_layout_graph_set_key:
 * @graph: a graph
 * @node: a node
 * @key: a number that other graphs have for the same card; 0 for none
 *
 * Lets tl_layout_new_after() know the card again. Two with the same number are no fault: one of
 * them counts as new then.
 */
void
tl_layout_graph_set_key (TlLayoutGraph *graph, int node, guint key)
{
  g_return_if_fail (graph != NULL);
  g_return_if_fail (has_node (graph, node));

  peek_node (graph, node)->key = key;
}

/**
 * tl_layout_graph_pin_node:
 * @graph: a graph
 * @node: a node
 * @corner: where its upper left corner is to be, in map units
 *
 * Takes a card out of its column: it lies where it is pinned, and the cards of the columns give
 * way. Its links leave and arrive on the sides that face each other. The block of a pinned parent
 * stays together, in the order that the parent's rank gives it.
 */
void
tl_layout_graph_pin_node (TlLayoutGraph *graph, int node, TlPoint corner)
{
  g_return_if_fail (graph != NULL);
  g_return_if_fail (has_node (graph, node));
  g_return_if_fail (isfinite (corner.x) && isfinite (corner.y));

  peek_node (graph, node)->is_pinned = TRUE;
  peek_node (graph, node)->pin = corner;
}

/**
 * tl_layout_graph_hold_node:
 * @graph: a graph
 * @node: a node
 * @corner: where its upper left corner is, in map units
 *
 * Pins a card where it lies already. Where any card is held, the others are not laid out anew as a
 * whole: each goes to the nearest room beside what it is linked with, and blocks are not obeyed.
 */
void
tl_layout_graph_hold_node (TlLayoutGraph *graph, int node, TlPoint corner)
{
  tl_layout_graph_pin_node (graph, node, corner);
  peek_node (graph, node)->is_held = TRUE;
}

/**
 * tl_layout_graph_widen_column:
 * @graph: a graph
 * @column: a column, below %TL_LAYOUT_MAX_COLUMNS
 * @width: in map units
 *
 * Makes a column at least so wide, whether there is anything in it or not.
 */
void
tl_layout_graph_widen_column (TlLayoutGraph *graph, int column, double width)
{
  g_return_if_fail (graph != NULL);
  g_return_if_fail (column >= 0 && column < TL_LAYOUT_MAX_COLUMNS);
  g_return_if_fail (isfinite (width) && width >= 0);

  graph->n_columns = MAX (graph->n_columns, column + 1);
  graph->widths[column] = MAX (graph->widths[column], width);
}

/**
 * tl_layout_graph_get_column_width:
 * @graph: a graph
 * @column: a column
 *
 * Returns: how wide it has to be at least, as far as tl_layout_graph_widen_column() has said
 */
double
tl_layout_graph_get_column_width (const TlLayoutGraph *graph, int column)
{
  g_return_val_if_fail (graph != NULL, 0);
  g_return_val_if_fail (column >= 0 && column < graph->n_columns, 0);

  return graph->widths[column];
}

/**
 * tl_layout_graph_add_edge:
 * @graph: a graph
 * @from: a node
 * @to: a node of another column
 * @weight: how strongly the ends draw each other level, above 0
 *
 * Adds a link, in either direction. A link over several columns is led between the cards of those
 * that it passes. Links between the same ends may be added more than once.
 *
 * Returns: the index of the edge; the first is 0
 */
int
tl_layout_graph_add_edge (TlLayoutGraph *graph, int from, int to, double weight)
{
  TlLayoutEdge edge = { from, to, weight };

  g_return_val_if_fail (graph != NULL, -1);
  g_return_val_if_fail (has_node (graph, from) && has_node (graph, to), -1);
  g_return_val_if_fail (peek_node (graph, from)->column != peek_node (graph, to)->column, -1);
  g_return_val_if_fail (isfinite (weight) && weight > 0, -1);

  if (peek_node (graph, from)->column > peek_node (graph, to)->column)
    {
      edge.left = to;
      edge.right = from;
    }
  g_array_append_val (graph->edges, edge);
  return (int) graph->edges->len - 1;
}

/**
 * tl_layout_graph_get_n_nodes:
 * @graph: a graph
 *
 * Returns: the number of nodes
 */
int
tl_layout_graph_get_n_nodes (const TlLayoutGraph *graph)
{
  g_return_val_if_fail (graph != NULL, 0);

  return (int) graph->nodes->len;
}

/**
 * tl_layout_graph_get_n_edges:
 * @graph: a graph
 *
 * Returns: the number of edges
 */
int
tl_layout_graph_get_n_edges (const TlLayoutGraph *graph)
{
  g_return_val_if_fail (graph != NULL, 0);

  return (int) graph->edges->len;
}

/**
 * tl_layout_graph_get_n_columns:
 * @graph: a graph
 *
 * Returns: one more than the highest column that is in use or was given a width
 */
int
tl_layout_graph_get_n_columns (const TlLayoutGraph *graph)
{
  g_return_val_if_fail (graph != NULL, 0);

  return graph->n_columns;
}

/**
 * tl_layout_graph_get_node:
 * @graph: a graph
 * @node: the index of a node
 *
 * Returns: what is known of the node
 */
TlLayoutNode
tl_layout_graph_get_node (const TlLayoutGraph *graph, int node)
{
  g_return_val_if_fail (graph != NULL, (TlLayoutNode) { 0 });
  g_return_val_if_fail (has_node (graph, node), (TlLayoutNode) { 0 });

  return *peek_node (graph, node);
}

/**
 * tl_layout_graph_get_edge:
 * @graph: a graph
 * @edge: the index of an edge
 *
 * Returns: its ends, the left one first, and its weight
 */
TlLayoutEdge
tl_layout_graph_get_edge (const TlLayoutGraph *graph, int edge)
{
  g_return_val_if_fail (graph != NULL, (TlLayoutEdge) { 0 });
  g_return_val_if_fail (edge >= 0 && edge < (int) graph->edges->len, (TlLayoutEdge) { 0 });

  return g_array_index (graph->edges, TlLayoutEdge, edge);
}

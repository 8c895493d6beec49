/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-layout-flow.h"

/* Of what stands for a pinned parent in the order of the blocks; it is seen by nobody. */
#define STAND_IN_SIZE 1.0

/* Which pinned nodes are parents of what flows. */
static gboolean *
find_pinned_parents (const TlLayoutGraph *whole)
{
  int n = tl_layout_graph_get_n_nodes (whole);
  gboolean *are_parents = g_new0 (gboolean, n + 1);

  for (int i = 0; i < n; i++)
    {
      TlLayoutNode node = tl_layout_graph_get_node (whole, i);

      if (!node.is_pinned && node.parent >= 0)
        are_parents[node.parent] = tl_layout_graph_get_node (whole, node.parent).is_pinned;
    }
  return are_parents;
}

/* Returns, by node, the one in the flow or the one that stands in for it. */
static int *
add_nodes (TlLayoutFlow *self, const TlLayoutGraph *whole)
{
  g_autofree gboolean *are_parents = find_pinned_parents (whole);
  int n = tl_layout_graph_get_n_nodes (whole);
  int *stand_ins = g_new (int, n + 1);

  for (int i = 0; i < n; i++)
    {
      TlLayoutNode node = tl_layout_graph_get_node (whole, i);

      self->nodes[i] = stand_ins[i] = TL_LAYOUT_NOWHERE;
      if (node.is_pinned && are_parents[i])
        stand_ins[i]
            = tl_layout_graph_add_node (self->graph, node.column, STAND_IN_SIZE, STAND_IN_SIZE);
      else if (!node.is_pinned)
        self->nodes[i] = stand_ins[i]
            = tl_layout_graph_add_node (self->graph, node.column, node.width, node.height);
      if (stand_ins[i] < 0)
        continue;
      tl_layout_graph_fix_rank (self->graph, stand_ins[i], node.rank);
      tl_layout_graph_set_lane (self->graph, stand_ins[i], node.lane, node.is_head);
      tl_layout_graph_set_key (self->graph, stand_ins[i], node.key);
    }
  return stand_ins;
}

static void
add_edges (TlLayoutFlow *self, const TlLayoutGraph *whole)
{
  for (int e = 0; e < tl_layout_graph_get_n_edges (whole); e++)
    {
      TlLayoutEdge edge = tl_layout_graph_get_edge (whole, e);
      int left = self->nodes[edge.left];
      int right = self->nodes[edge.right];

      self->edges[e] = left >= 0 && right >= 0
                           ? tl_layout_graph_add_edge (self->graph, left, right, edge.weight)
                           : TL_LAYOUT_NOWHERE;
    }
}

/**
 * tl_layout_flow_new:
 * @whole: a graph
 *
 * Returns: (transfer full): what of it is not pinned. Where a pinned node is the parent of others,
 * a node of no size stands in for it, so that its block stays together and keeps its place.
 */
TlLayoutFlow *
tl_layout_flow_new (const TlLayoutGraph *whole)
{
  TlLayoutFlow *self = g_new0 (TlLayoutFlow, 1);
  g_autofree int *stand_ins = NULL;

  self->graph = tl_layout_graph_new ();
  self->nodes = g_new (int, tl_layout_graph_get_n_nodes (whole) + 1);
  self->edges = g_new (int, tl_layout_graph_get_n_edges (whole) + 1);
  for (int c = 0; c < tl_layout_graph_get_n_columns (whole); c++)
    tl_layout_graph_widen_column (self->graph, c, tl_layout_graph_get_column_width (whole, c));
  stand_ins = add_nodes (self, whole);
  for (int i = 0; i < tl_layout_graph_get_n_nodes (whole); i++)
    {
      int parent = tl_layout_graph_get_node (whole, i).parent;

      if (stand_ins[i] >= 0 && parent >= 0 && stand_ins[parent] >= 0)
        tl_layout_graph_set_parent (self->graph, stand_ins[i], stand_ins[parent]);
    }
  add_edges (self, whole);
  return self;
}

/**
 * tl_layout_flow_free:
 * @self: (transfer full): a flow
 */
void
tl_layout_flow_free (TlLayoutFlow *self)
{
  tl_layout_graph_free (self->graph);
  g_free (self->nodes);
  g_free (self->edges);
  g_free (self);
}

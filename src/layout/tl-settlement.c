/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-settlement.h"

#include "tl-room.h"

/* What draws a newcomer to its place: the levels of what it is linked with, as far as that has a
 * place. */
typedef struct
{
  double sum;
  double weight;
} Draw;

typedef struct
{
  const TlLayoutGraph *graph;
  const TlLayoutFlow *flow;
  const TlNet *net;

  /* By node of the net. */
  double *tops;
  double *heights;

  /* Owned: by node of the graph. */
  Draw *draws;
} Settlement;

/* The middle of a node of the graph that has its place. */
static double
get_level (const Settlement *self, int node)
{
  TlLayoutNode card = tl_layout_graph_get_node (self->graph, node);
  int in_flow = self->flow->nodes[node];

  if (in_flow < 0)
    return card.pin.y + card.height / 2;
  return self->tops[in_flow] + self->heights[in_flow] / 2;
}

static void
draw (Settlement *self, int node, double level, double weight)
{
  self->draws[node].sum += weight * level;
  self->draws[node].weight += weight;
}

/* Lets what has its place in one column draw what has none yet in others. @column: the one that was
 * settled last, or -1 for what is pinned */
static void
draw_others (Settlement *self, int column)
{
  for (int e = 0; e < tl_layout_graph_get_n_edges (self->graph); e++)
    {
      TlLayoutEdge edge = tl_layout_graph_get_edge (self->graph, e);
      const int ends[2] = { edge.left, edge.right };

      for (int i = 0; i < 2; i++)
        {
          TlLayoutNode from = tl_layout_graph_get_node (self->graph, ends[i]);
          gboolean is_new = !from.is_pinned;

          if (column < 0 ? !is_new : (is_new && from.column == column))
            draw (self, ends[1 - i], get_level (self, ends[i]), edge.weight);
        }
    }
}

static void
settle_column (Settlement *self, int column, TlRoom *room)
{
  for (int i = 0; i < tl_layout_graph_get_n_nodes (self->graph); i++)
    {
      TlLayoutNode node = tl_layout_graph_get_node (self->graph, i);
      int in_flow = self->flow->nodes[i];
      double wish;

      if (in_flow < 0 || node.column != column)
        continue;
      wish = self->draws[i].weight > 0
                 ? self->draws[i].sum / self->draws[i].weight - node.height / 2
                 : tl_room_get_bottom (room);
      self->heights[in_flow] = node.height;
      self->tops[in_flow] = tl_room_find_nearest (room, wish, node.height);
      tl_room_take (room, self->tops[in_flow], node.height);
    }
}

/* A link over several columns goes straight through them. */
static void
lead_through (Settlement *self)
{
  for (int e = 0; e < tl_layout_graph_get_n_edges (self->graph); e++)
    {
      TlLayoutEdge edge = tl_layout_graph_get_edge (self->graph, e);
      int in_flow = self->flow->edges[e];
      double from, to;
      int first, n;

      if (in_flow < 0)
        continue;
      from = get_level (self, edge.left);
      to = get_level (self, edge.right);
      first = self->net->first_virtual[in_flow];
      n = self->net->first_virtual[in_flow + 1] - first;
      for (int i = 0; i < n; i++)
        self->tops[first + i] = from + (to - from) * (i + 1) / (n + 1);
    }
}

/**
 * tl_settlement_find:
 * @graph: a graph of which some cards are held
 * @flow: what of it is not
 * @net: the net of the flow
 * @options: the distances
 * @columns: (array): the extent of each column
 * @obstacles: (element-type TlRect): all cards that have their places
 * @tops: (out caller-allocates) (array): the upper edge of each node of @net
 * @heights: (out caller-allocates) (array): the height of each node of @net
 *
 * Finds a place for each newcomer: the nearest room in its column to what it is linked with, from
 * left to right; at the end of the column where it is linked with nothing.
 */
void
tl_settlement_find (const TlLayoutGraph *graph,
                    const TlLayoutFlow *flow,
                    const TlNet *net,
                    const TlLayoutOptions *options,
                    const TlRect *columns,
                    const GArray *obstacles,
                    double *tops,
                    double *heights)
{
  g_autofree Draw *draws = g_new0 (Draw, tl_layout_graph_get_n_nodes (graph) + 1);
  Settlement self = { graph, flow, net, tops, heights, draws };

  draw_others (&self, -1);
  for (int c = 0; c < net->n_columns; c++)
    {
      g_autoptr (TlRoom) room
          = tl_room_new (columns[c], obstacles, options->row_gap, options->grid);

      settle_column (&self, c, room);
      draw_others (&self, c);
    }
  lead_through (&self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-routes.h"

#include "tl-ports.h"

/* Room between two cards in which a curve from side to side still looks like one. */
#define LEAST_ROOM 24.0

typedef struct
{
  const TlLayoutGraph *graph;
  const TlLayoutFlow *flow;
  const TlNet *net;

  /* By node of the net. */
  const double *tops;
  const double *heights;

  const TlRect *cards;   /* by node of the graph */
  const TlRect *columns; /* by column */
} Guide;

/* In the columns, links go from right to left sides, whatever is next on their way. */
static void
find_flow_ports (const Guide *guide, int edge, TlPort *ports)
{
  const TlNet *net = guide->net;
  TlLayoutEdge ends = tl_layout_graph_get_edge (guide->graph, edge);
  int in_flow = guide->flow->edges[edge];
  int first = net->first_virtual[in_flow];
  int end = net->first_virtual[in_flow + 1];
  int next = first < end ? first : guide->flow->nodes[ends.right];
  int last = first < end ? end - 1 : guide->flow->nodes[ends.left];

  ports[0] = (TlPort) { ends.left, TL_SIDE_RIGHT, guide->tops[next] + guide->heights[next] / 2 };
  ports[1] = (TlPort) { ends.right, TL_SIDE_LEFT, guide->tops[last] + guide->heights[last] / 2 };
}

/* Pinned cards may lie anywhere: links go between the sides with the most room between them. */
static void
find_free_ports (const Guide *guide, int edge, TlPort *ports)
{
  TlLayoutEdge ends = tl_layout_graph_get_edge (guide->graph, edge);
  TlRect a = guide->cards[ends.left];
  TlRect b = guide->cards[ends.right];
  TlPoint to_a = tl_rect_get_center (a);
  TlPoint to_b = tl_rect_get_center (b);
  double right = b.x - a.x - a.width;
  double left = a.x - b.x - b.width;
  double below = b.y - a.y - a.height;
  double above = a.y - b.y - b.height;

  if (MAX (right, left) >= MIN (LEAST_ROOM, MAX (below, above)))
    {
      ports[0] = (TlPort) { ends.left, right >= left ? TL_SIDE_RIGHT : TL_SIDE_LEFT, to_b.y };
      ports[1] = (TlPort) { ends.right, right >= left ? TL_SIDE_LEFT : TL_SIDE_RIGHT, to_a.y };
    }
  else
    {
      ports[0] = (TlPort) { ends.left, below >= above ? TL_SIDE_BOTTOM : TL_SIDE_TOP, to_b.x };
      ports[1] = (TlPort) { ends.right, below >= above ? TL_SIDE_TOP : TL_SIDE_BOTTOM, to_a.x };
    }
}

/* The two ends of each edge, the left one first. */
static TlPort *
find_ports (const Guide *guide, double gap)
{
  int n = tl_layout_graph_get_n_edges (guide->graph);
  TlPort *ports = g_new0 (TlPort, 2 * n + 1);

  for (int e = 0; e < n; e++)
    if (guide->flow->edges[e] >= 0)
      find_flow_ports (guide, e, &ports[2 * e]);
    else
      find_free_ports (guide, e, &ports[2 * e]);
  tl_ports_spread (ports, 2 * n, guide->cards, gap);
  return ports;
}

/* Through the columns that a link passes, between their cards. */
static void
add_passages (TlRoutes *self, const Guide *guide, int edge)
{
  const TlNet *net = guide->net;
  int in_flow = guide->flow->edges[edge];

  if (in_flow < 0)
    return;
  for (int v = net->first_virtual[in_flow]; v < net->first_virtual[in_flow + 1]; v++)
    {
      TlRect column = guide->columns[net->column[v]];
      TlPoint passage[2] = { tl_point (column.x, guide->tops[v]),
                             tl_point (column.x + column.width, guide->tops[v]) };

      g_array_append_vals (self->points, passage, 2);
    }
}

/**
 * tl_routes_new:
 * @graph: a graph
 * @flow: what of it flows in columns
 * @net: the net of the flow
 * @tops: (array): the upper edge of each node of @net
 * @heights: (array): the height of each node of @net
 * @cards: (array): the place of each node of @graph
 * @columns: (array): the extent of each column
 * @port_gap: between links at the side of a card, at most
 *
 * Leads each edge of @graph from card to card, as tl_layout_get_route() describes.
 *
 * Returns: (transfer full): the routes
 */
TlRoutes *
tl_routes_new (const TlLayoutGraph *graph,
               const TlLayoutFlow *flow,
               const TlNet *net,
               const double *tops,
               const double *heights,
               const TlRect *cards,
               const TlRect *columns,
               double port_gap)
{
  TlRoutes *self = g_new (TlRoutes, 1);
  Guide guide = { graph, flow, net, tops, heights, cards, columns };
  g_autofree TlPort *ports = find_ports (&guide, port_gap);

  self->points = g_array_new (FALSE, FALSE, sizeof (TlPoint));
  self->starts = g_array_new (FALSE, FALSE, sizeof (int));
  self->uprights = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (int e = 0; e < tl_layout_graph_get_n_edges (graph); e++)
    {
      gboolean is_upright = tl_side_is_upright (ports[2 * e].side);

      g_array_append_val (self->starts, self->points->len);
      g_array_append_val (self->uprights, is_upright);
      g_array_append_val (self->points, ports[2 * e].at);
      add_passages (self, &guide, e);
      g_array_append_val (self->points, ports[2 * e + 1].at);
    }
  g_array_append_val (self->starts, self->points->len);
  return self;
}

/**
 * tl_routes_free:
 * @self: (transfer full): routes
 */
void
tl_routes_free (TlRoutes *self)
{
  g_array_unref (self->points);
  g_array_unref (self->starts);
  g_array_unref (self->uprights);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-layout.h"

#include <math.h>

#include "tl-net.h"
#include "tl-net-reduce.h"
#include "tl-placement.h"
#include "tl-ports.h"

struct _TlLayout
{
  /* Owned: by node, by column. */
  GArray *rects;   /* TlRect */
  GArray *places;  /* int */
  GArray *columns; /* TlRect */

  /* Owned: the points of edge e are route_points[route_starts[e]] .. route_points[route_starts[e +
   * 1] - 1]. */
  GArray *route_points; /* TlPoint */
  GArray *route_starts; /* int */

  TlRect bounds;
  guint64 crossings;
};

static double
find_column_width (const TlNet *net, const TlLayoutGraph *graph, int column, double least)
{
  double width = least;

  for (int i = 0; i < tl_net_get_column_size (net, column); i++)
    {
      int node = tl_net_get_column (net, column)[i];

      if (node < net->n_real)
        width = MAX (width, tl_layout_graph_get_node (graph, node).width);
    }
  return width;
}

static void
add_columns (TlLayout *layout,
             const TlNet *net,
             const TlLayoutGraph *graph,
             const TlLayoutOptions *options)
{
  double x = 0;

  for (int c = 0; c < net->n_columns; c++)
    {
      double width = find_column_width (net, graph, c, options->min_column_width);
      TlRect column = tl_rect (x, 0, width, 0);

      g_array_append_val (layout->columns, column);
      layout->bounds.width = x + width;
      x += width + options->column_gap;
    }
}

static void
add_rects (TlLayout *layout,
           const TlNet *net,
           const TlLayoutGraph *graph,
           const double *tops,
           const double *heights)
{
  for (int i = 0; i < net->n_real; i++)
    {
      TlLayoutNode node = tl_layout_graph_get_node (graph, i);
      TlRect *column = &g_array_index (layout->columns, TlRect, node.column);
      TlRect rect = tl_rect (column->x, tops[i], node.width, heights[i]);

      g_array_append_val (layout->rects, rect);
      column->height = MAX (column->height, tops[i] + heights[i]);
      layout->bounds.height = MAX (layout->bounds.height, column->height);
    }
}

static void
add_places (TlLayout *layout, const TlNet *net)
{
  g_array_set_size (layout->places, (guint) net->n_real);
  for (int c = 0; c < net->n_columns; c++)
    for (int i = 0, place = 0; i < tl_net_get_column_size (net, c); i++)
      {
        int node = tl_net_get_column (net, c)[i];

        if (node < net->n_real)
          g_array_index (layout->places, int, node) = place++;
      }
}

/* The two ends of each edge, the left one first. */
static TlPort *
find_ports (const TlNet *net,
            const TlLayoutGraph *graph,
            const double *tops,
            const double *heights,
            double gap)
{
  TlPort *ports = g_new (TlPort, 2 * net->n_edges + 1);

  for (int e = 0; e < net->n_edges; e++)
    {
      TlLayoutEdge edge = tl_layout_graph_get_edge (graph, e);
      int first = net->first_virtual[e];
      int end = net->first_virtual[e + 1];
      int next = first < end ? first : edge.right;
      int last = first < end ? end - 1 : edge.left;

      ports[2 * e] = (TlPort) { edge.left, TRUE, tops[next] + heights[next] / 2, 0 };
      ports[2 * e + 1] = (TlPort) { edge.right, FALSE, tops[last] + heights[last] / 2, 0 };
    }
  tl_ports_spread (ports, 2 * net->n_edges, tops, heights, gap);
  return ports;
}

static void
add_point (TlLayout *layout, double x, double y)
{
  TlPoint point = tl_point (x, y);

  g_array_append_val (layout->route_points, point);
}

static void
add_routes (TlLayout *layout,
            const TlNet *net,
            const TlLayoutGraph *graph,
            const double *tops,
            const TlPort *ports)
{
  for (int e = 0; e < net->n_edges; e++)
    {
      TlLayoutEdge edge = tl_layout_graph_get_edge (graph, e);
      TlRect left = g_array_index (layout->rects, TlRect, edge.left);
      TlRect right = g_array_index (layout->rects, TlRect, edge.right);

      g_array_append_val (layout->route_starts, layout->route_points->len);
      add_point (layout, left.x + left.width, ports[2 * e].level);
      for (int v = net->first_virtual[e]; v < net->first_virtual[e + 1]; v++)
        {
          TlRect column = g_array_index (layout->columns, TlRect, net->column[v]);

          add_point (layout, column.x, tops[v]);
          add_point (layout, column.x + column.width, tops[v]);
        }
      add_point (layout, right.x, ports[2 * e + 1].level);
    }
  g_array_append_val (layout->route_starts, layout->route_points->len);
}

static gboolean
are_valid_options (const TlLayoutOptions *options)
{
  return isfinite (options->grid) && options->grid > 0 && isfinite (options->column_gap)
         && options->column_gap >= 0 && isfinite (options->row_gap) && options->row_gap >= 0
         && isfinite (options->block_gap) && options->block_gap >= 0
         && isfinite (options->min_column_width) && options->min_column_width >= 0
         && isfinite (options->port_gap) && options->port_gap >= 0;
}

/**
 * tl_layout_new:
 * @graph: what is to be laid out; it may be freed afterwards
 * @options: (nullable): the distances, or %NULL for %TL_LAYOUT_OPTIONS_DEFAULT
 *
 * Lays out a map in columns from left to right, starting at (0, 0): cards in an order in which
 * links cross as little as possible, none overlapping, linked cards level where that costs no
 * height. The same graph gets the same layout each time. Nothing is shared, so that layouts may be
 * made in threads. Takes near linear time.
 *
 * Returns: (transfer full): the layout
 */
TlLayout *
tl_layout_new (const TlLayoutGraph *graph, const TlLayoutOptions *options)
{
  static const TlLayoutOptions defaults = TL_LAYOUT_OPTIONS_DEFAULT;
  TlLayout *layout;
  g_autoptr (TlNet) net = NULL;
  g_autofree double *tops = NULL;
  g_autofree double *heights = NULL;
  g_autofree TlPort *ports = NULL;

  g_return_val_if_fail (graph != NULL, NULL);
  if (options == NULL)
    options = &defaults;
  g_return_val_if_fail (are_valid_options (options), NULL);

  layout = g_new0 (TlLayout, 1);
  layout->rects = g_array_new (FALSE, FALSE, sizeof (TlRect));
  layout->places = g_array_new (FALSE, FALSE, sizeof (int));
  layout->columns = g_array_new (FALSE, FALSE, sizeof (TlRect));
  layout->route_points = g_array_new (FALSE, FALSE, sizeof (TlPoint));
  layout->route_starts = g_array_new (FALSE, FALSE, sizeof (int));

  net = tl_net_new (graph);
  layout->crossings = tl_net_reduce_crossings (net);
  tops = g_new0 (double, net->n_nodes + 1);
  heights = g_new0 (double, net->n_nodes + 1);
  tl_placement_find (net, graph, options, tops, heights);
  ports = find_ports (net, graph, tops, heights, options->port_gap);

  add_columns (layout, net, graph, options);
  add_rects (layout, net, graph, tops, heights);
  add_places (layout, net);
  add_routes (layout, net, graph, tops, ports);
  return layout;
}

/**
 * tl_layout_free:
 * @layout: (transfer full): a layout
 */
void
tl_layout_free (TlLayout *layout)
{
  g_return_if_fail (layout != NULL);

  g_array_unref (layout->rects);
  g_array_unref (layout->places);
  g_array_unref (layout->columns);
  g_array_unref (layout->route_points);
  g_array_unref (layout->route_starts);
  g_free (layout);
}

/**
 * tl_layout_get_node:
 * @layout: a layout
 * @node: the index of a node of its graph
 *
 * Returns: the rectangle of the card: as wide as was asked, and as high, or higher if it is a
 * parent
 */
TlRect
tl_layout_get_node (const TlLayout *layout, int node)
{
  g_return_val_if_fail (layout != NULL, (TlRect) { 0 });
  g_return_val_if_fail (node >= 0 && node < (int) layout->rects->len, (TlRect) { 0 });

  return g_array_index (layout->rects, TlRect, node);
}

/**
 * tl_layout_get_place:
 * @layout: a layout
 * @node: the index of a node of its graph
 *
 * Returns: how many cards of its column are above it
 */
int
tl_layout_get_place (const TlLayout *layout, int node)
{
  g_return_val_if_fail (layout != NULL, 0);
  g_return_val_if_fail (node >= 0 && node < (int) layout->places->len, 0);

  return g_array_index (layout->places, int, node);
}

/**
 * tl_layout_get_n_columns:
 * @layout: a layout
 *
 * Returns: the number of columns, empty ones included
 */
int
tl_layout_get_n_columns (const TlLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return (int) layout->columns->len;
}

/**
 * tl_layout_get_column:
 * @layout: a layout
 * @column: a column
 *
 * Returns: the extent of the column from the top of the map to the lower edge of its last card
 */
TlRect
tl_layout_get_column (const TlLayout *layout, int column)
{
  g_return_val_if_fail (layout != NULL, (TlRect) { 0 });
  g_return_val_if_fail (column >= 0 && column < (int) layout->columns->len, (TlRect) { 0 });

  return g_array_index (layout->columns, TlRect, column);
}

/**
 * tl_layout_get_bounds:
 * @layout: a layout
 *
 * Returns: what all columns and cards take, from (0, 0)
 */
TlRect
tl_layout_get_bounds (const TlLayout *layout)
{
  g_return_val_if_fail (layout != NULL, (TlRect) { 0 });

  return layout->bounds;
}

/**
 * tl_layout_get_route:
 * @layout: a layout
 * @edge: the index of an edge of its graph
 * @n_points: (out): the number of points, an even one
 *
 * Tells where a link goes, from the right side of its left card to the left side of its right card.
 * Points come in pairs, each pair the two ends of a stretch between two columns, to be drawn as a
 * curve; from one pair to the next the link runs level through a column, between its cards.
 *
 * Returns: (transfer none) (array length=n_points): the points
 */
const TlPoint *
tl_layout_get_route (const TlLayout *layout, int edge, int *n_points)
{
  int start;

  g_return_val_if_fail (n_points != NULL, NULL);
  *n_points = 0;
  g_return_val_if_fail (layout != NULL, NULL);
  g_return_val_if_fail (edge >= 0 && edge + 1 < (int) layout->route_starts->len, NULL);

  start = g_array_index (layout->route_starts, int, edge);
  *n_points = g_array_index (layout->route_starts, int, edge + 1) - start;
  return &g_array_index (layout->route_points, TlPoint, start);
}

/**
 * tl_layout_get_crossings:
 * @layout: a layout
 *
 * Returns: how many pairs of links cross when each is drawn straight from column to column
 */
guint64
tl_layout_get_crossings (const TlLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return layout->crossings;
}

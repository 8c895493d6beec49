/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-layout.h"

#include <math.h>

#include "tl-anchor.h"
#include "tl-clearance.h"
#include "tl-net.h"
#include "tl-placement.h"
#include "tl-routes.h"
#include "tl-settlement.h"

struct _TlLayout
{
  /* Owned: by node, by column. */
  GArray *rects;   /* TlRect */
  GArray *places;  /* int */
  GArray *columns; /* TlRect */
  TlRoutes *routes;
  TlAnchor *anchor;

  TlRect bounds;
  guint64 crossings;
};

/* What is known while a layout is made; borrowed. */
typedef struct
{
  const TlLayoutGraph *graph;
  const TlLayoutFlow *flow;
  const TlNet *net;
  const TlLayoutOptions *options;

  /* By node of the net. */
  double *tops;
  double *heights;
} Plan;

/* A column is as wide as its widest card, pinned or not. */
static double *
find_widths (const Plan *plan)
{
  double *widths = g_new (double, plan->net->n_columns + 1);

  for (int c = 0; c < plan->net->n_columns; c++)
    widths[c]
        = MAX (plan->options->min_column_width, tl_layout_graph_get_column_width (plan->graph, c));
  for (int i = 0; i < tl_layout_graph_get_n_nodes (plan->graph); i++)
    {
      TlLayoutNode node = tl_layout_graph_get_node (plan->graph, i);

      widths[node.column] = MAX (widths[node.column], node.width);
    }
  return widths;
}

static void
add_columns (TlLayout *layout, const Plan *plan)
{
  g_autofree double *widths = find_widths (plan);
  double x = 0;

  for (int c = 0; c < plan->net->n_columns; c++)
    {
      TlRect column = tl_rect (x, 0, widths[c], 0);

      g_array_append_val (layout->columns, column);
      layout->bounds.width = x + widths[c];
      x += widths[c] + plan->options->column_gap;
    }
}

/* The cards of the columns give way to those that are pinned, or gather round those that are held.
 */
static void
make_clearance (TlLayout *layout, const Plan *plan)
{
  const TlRect *columns = (const TlRect *) (const void *) layout->columns->data;
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (TlRect));
  gboolean has_held = FALSE;

  for (int i = 0; i < tl_layout_graph_get_n_nodes (plan->graph); i++)
    {
      TlLayoutNode node = tl_layout_graph_get_node (plan->graph, i);
      TlRect rect = tl_rect (node.pin.x, node.pin.y, node.width, node.height);

      if (node.is_pinned)
        g_array_append_val (obstacles, rect);
      has_held |= node.is_held;
    }
  if (has_held)
    tl_settlement_find (plan->graph, plan->flow, plan->net, plan->options, columns, obstacles,
                        plan->tops, plan->heights);
  else if (obstacles->len > 0)
    tl_clearance_make (plan->net, plan->flow->graph, plan->options, columns, obstacles, plan->tops,
                       plan->heights);
}

static void
add_rects (TlLayout *layout, const Plan *plan)
{
  for (int i = 0; i < tl_layout_graph_get_n_nodes (plan->graph); i++)
    {
      TlLayoutNode node = tl_layout_graph_get_node (plan->graph, i);
      TlRect *column = &g_array_index (layout->columns, TlRect, node.column);
      TlRect rect = tl_rect (node.pin.x, node.pin.y, node.width, node.height);
      int in_flow = plan->flow->nodes[i];

      if (in_flow >= 0)
        {
          rect = tl_rect (column->x, plan->tops[in_flow], node.width, plan->heights[in_flow]);
          column->height = MAX (column->height, rect.y + rect.height);
        }
      g_array_append_val (layout->rects, rect);
      layout->bounds.width = MAX (layout->bounds.width, rect.x + rect.width);
      layout->bounds.height = MAX (layout->bounds.height, rect.y + rect.height);
    }
}

static void
add_places (TlLayout *layout, const Plan *plan)
{
  g_autofree int *places = g_new0 (int, plan->net->n_real + 1);

  for (int c = 0; c < plan->net->n_columns; c++)
    for (int i = 0, place = 0; i < tl_net_get_column_size (plan->net, c); i++)
      {
        int node = tl_net_get_column (plan->net, c)[i];

        if (node < plan->net->n_real)
          places[node] = place++;
      }
  for (int i = 0; i < tl_layout_graph_get_n_nodes (plan->graph); i++)
    {
      int in_flow = plan->flow->nodes[i];
      int place = in_flow >= 0 ? places[in_flow] : TL_LAYOUT_NOWHERE;

      g_array_append_val (layout->places, place);
    }
}

static void
place_all (TlLayout *layout, const Plan *plan)
{
  tl_placement_find (plan->net, plan->flow->graph, plan->options, plan->tops, plan->heights);
  add_columns (layout, plan);
  make_clearance (layout, plan);
  add_rects (layout, plan);
  add_places (layout, plan);
  layout->routes = tl_routes_new (plan->graph, plan->flow, plan->net, plan->tops, plan->heights,
                                  (const TlRect *) (const void *) layout->rects->data,
                                  (const TlRect *) (const void *) layout->columns->data,
                                  plan->options->port_gap);
}

static void
transpose_rects (GArray *rects)
{
  for (guint i = 0; i < rects->len; i++)
    {
      TlRect *rect = &g_array_index (rects, TlRect, i);

      *rect = tl_rect (rect->y, rect->x, rect->height, rect->width);
    }
}

static void
transpose (TlLayout *layout)
{
  TlRoutes *routes = layout->routes;
  TlRect bounds = layout->bounds;

  transpose_rects (layout->rects);
  transpose_rects (layout->columns);
  layout->bounds = tl_rect (bounds.y, bounds.x, bounds.height, bounds.width);
  for (guint i = 0; i < routes->points->len; i++)
    {
      TlPoint *point = &g_array_index (routes->points, TlPoint, i);

      *point = tl_point (point->y, point->x);
    }
  for (guint e = 0; e < routes->uprights->len; e++)
    g_array_index (routes->uprights, gboolean, e) = !g_array_index (routes->uprights, gboolean, e);
}

static TlLayout *
lay_out (const TlLayoutGraph *graph, const TlLayoutOptions *options, TlAnchor *before)
{
  TlLayout *layout = g_new0 (TlLayout, 1);
  g_autoptr (TlLayoutFlow) flow = tl_layout_flow_new (graph);
  g_autoptr (TlNet) net = tl_net_new (flow->graph);
  g_autofree double *tops = g_new0 (double, net->n_nodes + 1);
  g_autofree double *heights = g_new0 (double, net->n_nodes + 1);

  layout->rects = g_array_new (FALSE, FALSE, sizeof (TlRect));
  layout->places = g_array_new (FALSE, FALSE, sizeof (int));
  layout->columns = g_array_new (FALSE, FALSE, sizeof (TlRect));
  layout->anchor = tl_anchor_order (before, net, &layout->crossings);
  place_all (layout, &(Plan) { graph, flow, net, options, tops, heights });
  return layout;
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
 * Lays out a map in columns from left to right, or in rows from top to bottom, starting at (0, 0):
 * cards in an order in which links cross as little as possible, none overlapping, linked cards
 * level where that costs no height. Pinned cards lie where they are pinned; the others make room
 * for them. The same graph gets the same layout each time. Nothing is shared, so that layouts may
 * be made in threads. Takes near linear time.
 *
 * Returns: (transfer full): the layout
 */
TlLayout *
tl_layout_new (const TlLayoutGraph *graph, const TlLayoutOptions *options)
{
  return tl_layout_new_after (graph, options, NULL);
}

/**
 * tl_layout_new_after:
 * @graph: what is to be laid out
 * @options: (nullable): the distances
 * @before: (nullable): the layout of an earlier state of the same map
 *
 * As tl_layout_new(), but takes less time. Where nothing but sizes and pins has changed, the layout
 * is the same that tl_layout_new() would make. In a large graph that has changed a little, cards
 * keep their order, and those that are new or linked otherwise find their place among them.
 *
 * Returns: (transfer full): the layout
 */
TlLayout *
tl_layout_new_after (const TlLayoutGraph *graph,
                     const TlLayoutOptions *options,
                     const TlLayout *before)
{
  static const TlLayoutOptions defaults = TL_LAYOUT_OPTIONS_DEFAULT;
  g_autoptr (TlLayoutGraph) transposed = NULL;
  TlAnchor *anchor = before != NULL ? before->anchor : NULL;
  TlLayout *layout;

  g_return_val_if_fail (graph != NULL, NULL);
  if (options == NULL)
    options = &defaults;
  g_return_val_if_fail (are_valid_options (options), NULL);

  if (!options->is_transposed)
    return lay_out (graph, options, anchor);
  transposed = tl_layout_graph_transpose (graph);
  layout = lay_out (transposed, options, anchor);
  transpose (layout);
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
  tl_routes_free (layout->routes);
  tl_anchor_unref (layout->anchor);
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
 * Returns: how many cards of its column are above it; -1 for a pinned card, which is in none
 */
int
tl_layout_get_place (const TlLayout *layout, int node)
{
  g_return_val_if_fail (layout != NULL, TL_LAYOUT_NOWHERE);
  g_return_val_if_fail (node >= 0 && node < (int) layout->places->len, TL_LAYOUT_NOWHERE);

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
 * Returns: what all columns and cards take from (0, 0) on; cards that are pinned to the left of it
 *   or above it stick out
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
 * Tells where a link goes, from the right side of its left card to the left side of its right card,
 * or from the lower to the upper side in a layout that is transposed; a link of a pinned card goes
 * between the sides that face each other. Points come in pairs, each pair the two ends of a stretch
 * between two columns, to be drawn as a curve; from one pair to the next the link runs level
 * through a column, between its cards.
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
  g_return_val_if_fail (edge >= 0 && edge + 1 < (int) layout->routes->starts->len, NULL);

  start = g_array_index (layout->routes->starts, int, edge);
  *n_points = g_array_index (layout->routes->starts, int, edge + 1) - start;
  return &g_array_index (layout->routes->points, TlPoint, start);
}

/**
 * tl_layout_is_upright:
 * @layout: a layout
 * @edge: the index of an edge of its graph
 *
 * Returns: whether the link leaves and arrives upwards or downwards, and not to a side
 */
gboolean
tl_layout_is_upright (const TlLayout *layout, int edge)
{
  g_return_val_if_fail (layout != NULL, FALSE);
  g_return_val_if_fail (edge >= 0 && edge < (int) layout->routes->uprights->len, FALSE);

  return g_array_index (layout->routes->uprights, gboolean, edge);
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

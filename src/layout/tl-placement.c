/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-placement.h"

#include <math.h>

#include "tl-isotonic.h"

/* A unit without links leaves the choice to its neighbours. */
#define INDIFFERENT_WEIGHT 1e-6

/* With more than two bands the inner ones depend on both sides, which settles in a few rounds. */
#define N_ROUNDS 3

/* Columns that are tied by blocks, and move together. */
typedef struct
{
  int first_column;
  int end_column;
  int first_unit;
  int end_unit;
  double height; /* of all units, packed */
  gboolean is_placed;
} Band;

/* What keeps its inner form: a node without a parent and all that hangs on it. It has the height of
 * its band to itself. */
typedef struct
{
  int node;
  double packed_top;
  double top;
  /* The sum of the places wished for the top, and of the weights of the links that wish. */
  double wish;
  double weight;
} Unit;

typedef struct
{
  const TlNet *net;
  const TlLayoutOptions *options;

  /* By node. Borrowed: */
  double *tops;
  double *heights;
  /* Owned: */
  int *units;
  double *offsets; /* below the top of the unit */

  /* Owned. */
  GArray *bands;     /* Band */
  GArray *all_units; /* Unit */
} Placement;

static double
round_up (const Placement *placement, double length)
{
  return ceil (length / placement->options->grid) * placement->options->grid;
}

/* Below a node. A head stands close to its lane. */
static double
get_gap (const Placement *placement, int node)
{
  const TlNet *net = placement->net;
  gboolean is_wide = net->is_parent_column[net->column[node]] && !net->is_head[node];

  return round_up (placement,
                   is_wide ? placement->options->block_gap : placement->options->row_gap);
}

/* Children are consecutive in the next column. Returns how many there are, and the place of the
 * first. */
static int
find_children (const TlNet *net, int node, const int *first_children, int *first)
{
  int column = net->column[node] + 1;
  int n = 0;

  *first = first_children[node];
  if (*first < 0)
    return 0;
  while (*first + n < tl_net_get_column_size (net, column)
         && net->parent[tl_net_get_column (net, column)[*first + n]] == node)
    n++;
  return n;
}

static int *
index_children (const TlNet *net)
{
  int *first_children = g_new (int, net->n_nodes + 1);

  for (int i = 0; i < net->n_nodes; i++)
    first_children[i] = -1;
  for (int c = 1; c < net->n_columns; c++)
    for (int i = tl_net_get_column_size (net, c) - 1; i >= 0; i--)
      {
        int parent = net->parent[tl_net_get_column (net, c)[i]];

        if (parent >= 0)
          first_children[parent] = i;
      }
  return first_children;
}

/* The height of a block without the gap below it; offsets of its nodes are from its top. */
static double
stack_block (Placement *placement, int column, int first, int n)
{
  const int *nodes = tl_net_get_column (placement->net, column) + first;
  double gap = get_gap (placement, nodes[0]);
  double height = 0;

  for (int i = 0; i < n; i++)
    {
      placement->offsets[nodes[i]] = height;
      height += round_up (placement, placement->heights[nodes[i]]) + gap;
    }
  return height - gap;
}

/* Stretches parents over their blocks, from right to left; a block lower than its parent is
 * centred. */
static void
stretch_parents (Placement *placement, const int *first_children)
{
  const TlNet *net = placement->net;

  for (int c = net->n_columns - 2; c >= 0; c--)
    for (int i = 0; i < tl_net_get_column_size (net, c); i++)
      {
        int node = tl_net_get_column (net, c)[i];
        int first;
        int n = find_children (net, node, first_children, &first);
        double block;
        double spare;

        if (n == 0)
          continue;
        block = stack_block (placement, c + 1, first, n);
        placement->heights[node] = MAX (round_up (placement, placement->heights[node]), block);
        spare = placement->heights[node] - block;
        spare = floor (spare / 2 / placement->options->grid) * placement->options->grid;
        for (int k = 0; k < n; k++)
          placement->offsets[tl_net_get_column (net, c + 1)[first + k]] += spare;
      }
}

static void
add_units (Placement *placement, Band *band)
{
  const TlNet *net = placement->net;

  band->first_unit = (int) placement->all_units->len;
  for (int c = band->first_column; c < band->end_column; c++)
    for (int i = 0; i < tl_net_get_column_size (net, c); i++)
      {
        int node = tl_net_get_column (net, c)[i];
        Unit unit = { node, band->height };

        if (net->parent[node] >= 0)
          {
            placement->units[node] = placement->units[net->parent[node]];
            placement->offsets[node] += placement->offsets[net->parent[node]];
            continue;
          }
        placement->units[node] = (int) placement->all_units->len;
        placement->offsets[node] = 0;
        band->height += round_up (placement, placement->heights[node]) + get_gap (placement, node);
        g_array_append_val (placement->all_units, unit);
      }
  band->end_unit = (int) placement->all_units->len;
}

static void
add_bands (Placement *placement)
{
  const TlNet *net = placement->net;

  for (int c = 0; c < net->n_columns;)
    {
      Band band = { c };

      while (net->is_parent_column[c])
        c++;
      band.end_column = ++c;
      add_units (placement, &band);
      g_array_append_val (placement->bands, band);
    }
}

static int
find_tallest_band (const Placement *placement)
{
  const Band *bands = (const Band *) (const void *) placement->bands->data;
  int tallest = 0;

  for (guint i = 1; i < placement->bands->len; i++)
    if (bands[i].height > bands[tallest].height)
      tallest = (int) i;
  return tallest;
}

/* Each link wishes its ends level. */
static void
add_wishes (Placement *placement, int node, const TlAdjacency *adjacency)
{
  Unit *unit = &g_array_index (placement->all_units, Unit, placement->units[node]);
  double middle = placement->offsets[node] + placement->heights[node] / 2;

  for (int a = adjacency->start[node]; a < adjacency->start[node + 1]; a++)
    {
      int other = adjacency->node[a];
      double level = placement->tops[other] + placement->heights[other] / 2;

      unit->wish += adjacency->weight[a] * (level - middle);
      unit->weight += adjacency->weight[a];
    }
}

static void
collect_wishes (Placement *placement, int band_index)
{
  const TlNet *net = placement->net;
  const Band *bands = (const Band *) (const void *) placement->bands->data;
  const Band *band = &bands[band_index];

  for (int u = band->first_unit; u < band->end_unit; u++)
    {
      Unit *unit = &g_array_index (placement->all_units, Unit, u);

      unit->wish = 0;
      unit->weight = 0;
    }
  if (band_index > 0 && bands[band_index - 1].is_placed)
    for (int i = 0; i < tl_net_get_column_size (net, band->first_column); i++)
      add_wishes (placement, tl_net_get_column (net, band->first_column)[i], &net->left);
  if (band_index + 1 < (int) placement->bands->len && bands[band_index + 1].is_placed)
    for (int i = 0; i < tl_net_get_column_size (net, band->end_column - 1); i++)
      add_wishes (placement, tl_net_get_column (net, band->end_column - 1)[i], &net->right);
}

/* Heads go with what follows them, as others that wish nothing go with what is before them. */
static void
move_heads (const Placement *placement, const Unit *units, int n, double *shifts)
{
  for (int i = n - 2; i >= 0; i--)
    if (placement->net->is_head[units[i].node])
      shifts[i] = shifts[i + 1];
}

/* Wishes are measured from where the unit would be if all were packed: then "in order and not
 * overlapping" is "never falling", and the nearest such sequence has an exact solution. */
static void
fill_shifts (const Placement *placement, const Unit *units, int n, double *shifts, double *weights)
{
  double shift = 0;
  int first = 0;

  while (first < n && units[first].weight <= 0)
    first++;
  if (first < n)
    shift = units[first].wish / units[first].weight - units[first].packed_top;
  for (int i = 0; i < n; i++)
    {
      if (units[i].weight > 0)
        shift = units[i].wish / units[i].weight - units[i].packed_top;
      shifts[i] = shift;
      weights[i] = units[i].weight > 0 ? units[i].weight : INDIFFERENT_WEIGHT;
    }
  move_heads (placement, units, n, shifts);
}

static void
set_tops (Placement *placement, const Band *band)
{
  const TlNet *net = placement->net;

  for (int c = band->first_column; c < band->end_column; c++)
    for (int i = 0; i < tl_net_get_column_size (net, c); i++)
      {
        int node = tl_net_get_column (net, c)[i];
        const Unit *unit = &g_array_index (placement->all_units, Unit, placement->units[node]);

        placement->tops[node] = unit->top + placement->offsets[node];
      }
}

static void
place_band (Placement *placement, int band_index, double height)
{
  Band *band = &g_array_index (placement->bands, Band, band_index);
  Unit *units = (Unit *) (void *) placement->all_units->data + band->first_unit;
  int n = band->end_unit - band->first_unit;
  double grid = placement->options->grid;
  double spare = height - band->height;
  g_autofree double *shifts = g_new (double, n + 1);
  g_autofree double *weights = g_new (double, n + 1);

  collect_wishes (placement, band_index);
  fill_shifts (placement, units, n, shifts, weights);
  tl_isotonic_fit (shifts, weights, n);
  for (int i = 0; i < n; i++)
    units[i].top = units[i].packed_top + round (CLAMP (shifts[i], 0, spare) / grid) * grid;
  set_tops (placement, band);
  band->is_placed = TRUE;
}

static void
place_bands (Placement *placement)
{
  int n = (int) placement->bands->len;
  int tallest = find_tallest_band (placement);
  double height = g_array_index (placement->bands, Band, tallest).height;
  int n_rounds = n > 2 ? N_ROUNDS : 1;

  place_band (placement, tallest, height);
  for (int round = 0; round < n_rounds; round++)
    {
      for (int b = tallest + 1; b < n; b++)
        place_band (placement, b, height);
      for (int b = tallest - 1; b >= 0; b--)
        place_band (placement, b, height);
    }
}

/**
 * tl_placement_find:
 * @net: a net whose order is settled
 * @graph: the graph it was made from
 * @options: the distances
 * @tops: (out caller-allocates) (array): the upper edge of each node of @net, in map units
 * @heights: (out caller-allocates) (array): the height of each node, in map units; 0 for virtual
 * nodes
 *
 * Gives each node its vertical place. The tallest column (or columns, where blocks tie them) is
 * packed, so the map is as low as can be; the others are drawn level with the ends of their links,
 * as near as order, gaps and the height of the map allow in least squares. A block moves as a whole
 * and keeps even gaps inside.
 */
void
tl_placement_find (const TlNet *net,
                   const TlLayoutGraph *graph,
                   const TlLayoutOptions *options,
                   double *tops,
                   double *heights)
{
  Placement placement = { net, options, tops, heights };
  g_autofree int *first_children = index_children (net);
  g_autofree int *units = g_new0 (int, net->n_nodes + 1);
  g_autofree double *offsets = g_new0 (double, net->n_nodes + 1);
  g_autoptr (GArray) bands = g_array_new (FALSE, FALSE, sizeof (Band));
  g_autoptr (GArray) all_units = g_array_new (FALSE, FALSE, sizeof (Unit));

  placement.units = units;
  placement.offsets = offsets;
  placement.bands = bands;
  placement.all_units = all_units;
  for (int i = 0; i < net->n_nodes; i++)
    heights[i] = i < net->n_real ? tl_layout_graph_get_node (graph, i).height : 0;
  stretch_parents (&placement, first_children);
  add_bands (&placement);
  if (bands->len > 0)
    place_bands (&placement);
}

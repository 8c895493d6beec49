/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-clearance.h"

#include <math.h>

#include "tl-room.h"

typedef struct
{
  const TlNet *net;
  const TlLayoutGraph *graph;
  const TlLayoutOptions *options;

  /* By node. Borrowed: */
  double *tops;
  double *heights;

  TlRoom **rooms; /* owned: by column */
} Clearance;

static double
round_up (const Clearance *self, double length)
{
  return ceil (length / self->options->grid) * self->options->grid;
}

/* Below a node. A head stands close to its lane. */
static double
get_gap (const Clearance *self, int node)
{
  const TlNet *net = self->net;
  gboolean is_wide = net->is_parent_column[net->column[node]] && !net->is_head[node];

  return round_up (self, is_wide ? self->options->block_gap : self->options->row_gap);
}

static double place_unit (Clearance *self, int node, double floor_level, int *next_children);

/* Returns where the last of the children ends. @shift: how far the block went down as a whole;
 * @more: how much farther its first child had to go */
static double
place_children (Clearance *self, int node, double shift, double *more, int *next_children)
{
  const TlNet *net = self->net;
  int column = net->column[node] + 1;
  const int *children = tl_net_get_column (net, column);
  double floor_level = -G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  while (next_children[column] < tl_net_get_column_size (net, column)
         && net->parent[children[next_children[column]]] == node)
    {
      int child = children[next_children[column]++];
      double wish = self->tops[child] + shift;

      self->tops[child] = wish;
      bottom = place_unit (self, child, floor_level, next_children);
      if (floor_level == -G_MAXDOUBLE)
        *more = self->tops[child] - wish;
      floor_level = bottom + get_gap (self, child);
    }
  return bottom;
}

/* A parent stands beside its block, on the larger side of what is in its way; where that is too
 * little, it goes on down. */
static void
fit_parent (Clearance *self, int node, double bottom)
{
  double least = tl_layout_graph_get_node (self->graph, node).height;
  double top = self->tops[node];
  double height = MAX (bottom - top, self->heights[node]);

  tl_room_find_largest (self->rooms[self->net->column[node]], &top, &height);
  if (height < least)
    {
      top = tl_room_find_below (self->rooms[self->net->column[node]], self->tops[node], least);
      height = least;
    }
  self->tops[node] = top;
  self->heights[node] = height;
}

/* Moves a node and what hangs on it down to where there is room, from @floor_level on. Returns
 * where it ends. */
static double
place_unit (Clearance *self, int node, double floor_level, int *next_children)
{
  const TlNet *net = self->net;
  gboolean is_virtual = node >= net->n_real;
  double before = self->tops[node];
  double bottom = -G_MAXDOUBLE;
  double more = 0;

  self->tops[node] = MAX (before, floor_level);
  if (net->is_parent_column[net->column[node]])
    bottom = place_children (self, node, self->tops[node] - before, &more, next_children);
  self->tops[node] += more;
  if (bottom > -G_MAXDOUBLE)
    fit_parent (self, node, bottom);
  else if (!is_virtual)
    self->tops[node] = tl_room_find_below (self->rooms[net->column[node]], self->tops[node],
                                           self->heights[node]);
  return MAX (bottom, self->tops[node] + round_up (self, self->heights[node]));
}

/**
 * tl_clearance_make:
 * @net: a net whose order is settled
 * @graph: the graph it was made from
 * @options: the distances
 * @columns: (array): the extent of each column; heights do not matter
 * @obstacles: (element-type TlRect): what lies in the way
 * @tops: (inout) (array): the upper edge of each node of @net
 * @heights: (inout) (array): the height of each node
 *
 * Moves cards down until none lies under an obstacle, in the order and with the gaps that they
 * have, and no farther than needed.
 */
void
tl_clearance_make (const TlNet *net,
                   const TlLayoutGraph *graph,
                   const TlLayoutOptions *options,
                   const TlRect *columns,
                   const GArray *obstacles,
                   double *tops,
                   double *heights)
{
  Clearance self = { net, graph, options, tops, heights, g_new0 (TlRoom *, net->n_columns + 1) };
  g_autofree int *next_children = g_new0 (int, net->n_columns + 1);

  for (int c = 0; c < net->n_columns; c++)
    self.rooms[c] = tl_room_new (columns[c], obstacles, options->row_gap, options->grid);
  for (int c = 0; c < net->n_columns; c++)
    {
      double floor_level = -G_MAXDOUBLE;

      /* Children went with their parents, who stand before all that have none. */
      if (c > 0 && net->is_parent_column[c - 1] && next_children[c] > 0)
        {
          int last = tl_net_get_column (net, c)[next_children[c] - 1];

          floor_level = tops[last] + round_up (&self, heights[last]) + get_gap (&self, last);
        }
      for (int i = next_children[c]; i < tl_net_get_column_size (net, c); i++)
        {
          int node = tl_net_get_column (net, c)[i];

          floor_level
              = place_unit (&self, node, floor_level, next_children) + get_gap (&self, node);
        }
    }
  for (int c = 0; c < net->n_columns; c++)
    tl_room_free (self.rooms[c]);
  g_free (self.rooms);
}

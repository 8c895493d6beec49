/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-clearance.h"

#include <math.h>
#include <stdlib.h>

/* A stretch of a column that is taken. */
typedef struct
{
  double top;
  double bottom;
} Taken;

typedef struct
{
  const TlNet *net;
  const TlLayoutGraph *graph;
  const TlLayoutOptions *options;

  /* By node. Borrowed: */
  double *tops;
  double *heights;

  /* Owned: of Taken, by column, from top to bottom, none touching another. */
  GArray **taken;
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

static int
compare_taken (gconstpointer a, gconstpointer b)
{
  const Taken *ta = a;
  const Taken *tb = b;

  return ta->top < tb->top ? -1 : ta->top > tb->top;
}

static GArray *
find_taken (const Clearance *self, TlRect column, const GArray *obstacles)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (Taken));
  double gap = self->options->row_gap;
  guint n = 0;

  for (guint i = 0; i < obstacles->len; i++)
    {
      TlRect rect = tl_rect_grow (g_array_index (obstacles, TlRect, i), gap);
      Taken stretch = { rect.y, rect.y + rect.height };

      if (rect.x < column.x + column.width && rect.x + rect.width > column.x)
        g_array_append_val (taken, stretch);
    }
  g_array_sort (taken, compare_taken);
  for (guint i = 0; i < taken->len; i++)
    {
      Taken stretch = g_array_index (taken, Taken, i);
      Taken *last = n > 0 ? &g_array_index (taken, Taken, n - 1) : NULL;

      if (last != NULL && stretch.top <= last->bottom)
        last->bottom = MAX (last->bottom, stretch.bottom);
      else
        g_array_index (taken, Taken, n++) = stretch;
    }
  g_array_set_size (taken, n);
  return taken;
}

/* The first stretch that ends below @top. */
static guint
find_stretch (const GArray *taken, double top)
{
  guint low = 0;
  guint high = taken->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (taken, Taken, middle).bottom <= top)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The first place from @top on that has so much room. */
static double
find_room (const Clearance *self, int column, double top, double height)
{
  const GArray *taken = self->taken[column];

  for (guint i = find_stretch (taken, top); i < taken->len; i++)
    {
      Taken stretch = g_array_index (taken, Taken, i);

      if (stretch.top >= top + height)
        break;
      top = round_up (self, stretch.bottom);
    }
  return top;
}

/* The largest part of a stretch that is free. */
static void
find_largest_part (const Clearance *self, int column, double *top, double *height)
{
  const GArray *taken = self->taken[column];
  double bottom = *top + *height;
  double from = *top;

  *height = 0;
  for (guint i = find_stretch (taken, from); from < bottom; i++)
    {
      double to = i < taken->len ? MIN (g_array_index (taken, Taken, i).top, bottom) : bottom;

      if (to - from > *height)
        {
          *top = from;
          *height = to - from;
        }
      from = i < taken->len ? round_up (self, g_array_index (taken, Taken, i).bottom) : bottom;
    }
}

static double place_unit (Clearance *self, int node, double floor_level, int *next_children);

/* Returns where the last of the children ends. @shift: how far the block went down as a whole */
static double
place_children (Clearance *self, int node, double shift, int *next_children)
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

      self->tops[child] += shift;
      bottom = place_unit (self, child, floor_level, next_children);
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

  find_largest_part (self, self->net->column[node], &top, &height);
  if (height < least)
    {
      top = find_room (self, self->net->column[node], self->tops[node], least);
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

  self->tops[node] = MAX (before, floor_level);
  if (net->is_parent_column[net->column[node]])
    bottom = place_children (self, node, self->tops[node] - before, next_children);
  if (bottom > -G_MAXDOUBLE)
    fit_parent (self, node, bottom);
  else if (!is_virtual)
    self->tops[node] = find_room (self, net->column[node], self->tops[node], self->heights[node]);
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
  Clearance self = { net, graph, options, tops, heights, g_new0 (GArray *, net->n_columns + 1) };
  g_autofree int *next_children = g_new0 (int, net->n_columns + 1);

  for (int c = 0; c < net->n_columns; c++)
    self.taken[c] = find_taken (&self, columns[c], obstacles);
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
    g_array_unref (self.taken[c]);
  g_free (self.taken);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-geometry.h"
#include "tl-layout-graph.h"

G_BEGIN_DECLS

/* All in map units. */
typedef struct
{
  double grid;             /* tops of cards and what is stretched are multiples of it; above 0 */
  double column_gap;       /* between columns */
  double row_gap;          /* between cards, at least; multiples of the grid */
  double block_gap;        /* between blocks, at least; multiples of the grid */
  double min_column_width; /* of every column, empty ones too */
  gboolean is_transposed;  /* columns are rows from the top on, and what is above is to the left */
  double port_gap;         /* between links at the side of a card, at most; 0: all in the middle */
} TlLayoutOptions;

#define TL_LAYOUT_OPTIONS_DEFAULT                                                                  \
  {                                                                                                \
    .grid = 8, .column_gap = 80, .row_gap = 8, .block_gap = 16, .min_column_width = 0,             \
    .port_gap = 6                                                                                  \
  }

typedef struct _TlLayout TlLayout;

TlLayout *tl_layout_new (const TlLayoutGraph *graph, const TlLayoutOptions *options);
TlLayout *tl_layout_new_after (const TlLayoutGraph *graph,
                               const TlLayoutOptions *options,
                               const TlLayout *before);
void tl_layout_free (TlLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLayout, tl_layout_free)

TlRect tl_layout_get_node (const TlLayout *layout, int node);
int tl_layout_get_place (const TlLayout *layout, int node);
int tl_layout_get_n_columns (const TlLayout *layout);
TlRect tl_layout_get_column (const TlLayout *layout, int column);
TlRect tl_layout_get_bounds (const TlLayout *layout);
const TlPoint *tl_layout_get_route (const TlLayout *layout, int edge, int *n_points);
gboolean tl_layout_is_upright (const TlLayout *layout, int edge);
guint64 tl_layout_get_crossings (const TlLayout *layout);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout-graph.h"

G_BEGIN_DECLS

#define TL_LAYOUT_NOWHERE (-1)

/* What of a graph flows in columns: all but the pinned cards and their links. */
typedef struct
{
  /* Owned */
  TlLayoutGraph *graph;
  int *nodes; /* by node of the whole graph: that of this one, or TL_LAYOUT_NOWHERE */
  int *edges; /* by edge of the whole graph */
} TlLayoutFlow;

TlLayoutFlow *tl_layout_flow_new (const TlLayoutGraph *whole);
void tl_layout_flow_free (TlLayoutFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLayoutFlow, tl_layout_flow_free)

G_END_DECLS

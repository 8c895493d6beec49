/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout-flow.h"
#include "tl-net.h"

G_BEGIN_DECLS

/* Where links are led. The points of edge e are points[starts[e]] .. points[starts[e + 1] - 1]. */
typedef struct
{
  /* Owned */
  GArray *points;   /* TlPoint */
  GArray *starts;   /* int */
  GArray *uprights; /* gboolean, by edge */
} TlRoutes;

TlRoutes *tl_routes_new (const TlLayoutGraph *graph,
                         const TlLayoutFlow *flow,
                         const TlNet *net,
                         const double *tops,
                         const double *heights,
                         const TlRect *cards,
                         const TlRect *columns,
                         double port_gap);
void tl_routes_free (TlRoutes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRoutes, tl_routes_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout-flow.h"
#include "tl-layout.h"
#include "tl-net.h"

G_BEGIN_DECLS

void tl_settlement_find (const TlLayoutGraph *graph,
                         const TlLayoutFlow *flow,
                         const TlNet *net,
                         const TlLayoutOptions *options,
                         const TlRect *columns,
                         const GArray *obstacles,
                         double *tops,
                         double *heights);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"
#include "tl-net.h"

G_BEGIN_DECLS

void tl_clearance_make (const TlNet *net,
                        const TlLayoutGraph *graph,
                        const TlLayoutOptions *options,
                        const TlRect *columns,
                        const GArray *obstacles,
                        double *tops,
                        double *heights);

G_END_DECLS

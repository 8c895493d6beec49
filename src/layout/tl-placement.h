/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"
#include "tl-net.h"

G_BEGIN_DECLS

void tl_placement_find (const TlNet *net,
                        const TlLayoutGraph *graph,
                        const TlLayoutOptions *options,
                        double *tops,
                        double *heights);

G_END_DECLS

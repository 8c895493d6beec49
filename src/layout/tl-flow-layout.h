/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-geometry.h"

G_BEGIN_DECLS

/* All in map units. Rectangles keep their sizes and get their places. */
double tl_flow_layout (TlRect *rects, int n_rects, TlPoint origin, double row_width, double gap);

G_END_DECLS

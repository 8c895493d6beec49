/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"

G_BEGIN_DECLS

/* A small plan in which everything occurs that a filter can ask for, on 15 July 2026. */
TlAnalysis *filter_plan_new (void);

G_END_DECLS

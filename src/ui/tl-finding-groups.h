/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-finding-filter.h"

G_BEGIN_DECLS

/* How many findings there are. */
typedef struct
{
  guint n_open;
  guint n_waived;
  guint n_idle;                         /* waivers that hide nothing */
  guint n_of_severity[TL_N_SEVERITIES]; /* of the open ones, those that have the filter's words */
  guint n_shown;                        /* of all, those that pass the filter */
} TlFindingCounts;

/* The groups of an analysis, one for each rule. A group that still stands for the same thing
 * afterwards is the same node, so that what is open stays open. */
TlFindingCounts
tl_finding_groups_update (GListStore *groups, TlAnalysis *analysis, const TlFindingFilter *filter);

G_END_DECLS

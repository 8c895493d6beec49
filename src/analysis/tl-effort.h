/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alignment.h"

G_BEGIN_DECLS

/* A project and the days of it that go to a goal. */
typedef struct
{
  TlItem *project; /* borrowed */
  double days;
} TlPull;

/* Effort against priority: where the days go, and where they would go if each goal had as many as
 * it weighs. Days are person-days. */
GArray *tl_effort_list_pulls (TlAlignment *alignment, TlItem *goal);
double tl_effort_get_weight (TlAlignment *alignment, TlItem *goal);
double tl_effort_get_gap (TlAlignment *alignment, TlItem *goal);
double tl_effort_get_days_wanted (TlAlignment *alignment, TlItem *goal);
double tl_effort_get_days_to_move (TlAlignment *alignment);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alignment.h"

G_BEGIN_DECLS

/* How much of a move learning is to bring, as far as that is recorded. */
typedef struct
{
  double percent;     /* from 0 to 100; NaN when nothing is recorded to compute it from */
  guint n_unknown;    /* parts that say nothing: links without a percentage, or objectives */
  guint n_unsure;     /* links whose confidence is not recorded, taken as certain */
  gboolean is_agreed; /* it is the figure that the owner of the goal has agreed to */
} TlContribution;

TlContribution tl_contribution_get_for_objective (TlAlignment *alignment, TlItem *objective);
TlContribution tl_contribution_get_for_goal (TlAlignment *alignment, TlItem *goal);
int tl_contribution_get_band (double percent);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout-graph.h"

G_BEGIN_DECLS

typedef enum
{
  PLAN_CLUSTERED,
  PLAN_RANDOM,
} PlanKind;

typedef enum
{
  PLAN_AS_PLANTED,
  PLAN_SHUFFLED,
} PlanOrder;

TlLayoutGraph *plan_new (PlanKind kind, int n_projects, guint32 seed, PlanOrder order);

G_END_DECLS

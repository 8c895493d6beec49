/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-item.h"

G_BEGIN_DECLS

/* What has to be known before a solution is named, in the order in which it is found out. */
typedef enum
{
  TL_GATE_OBJECTIVE, /* the project serves an active objective */
  TL_GATE_GOAL,      /* which belongs to an active goal */
  TL_GATE_SHOULD,
  TL_GATE_IS,
  TL_GATE_CAUSE,
  TL_GATE_SPONSOR,
  TL_N_GATE_STEPS,
} TlGateStep;

/* Where a step is filled in: a field of an item; or, when the item's kind has no such field, a new
 * item whose field refers to it: a link of a project, a cause of an objective. */
typedef struct
{
  gboolean is_met;
  TlItem *item; /* borrowed; NULL when another step comes first */
  TlField field;
} TlGateNeed;

/* How far the analysis of a project has come. */
typedef struct
{
  TlItem *objective; /* borrowed; the best analysed of those it serves; NULL when there is none */
  TlGateNeed needs[TL_N_GATE_STEPS];
} TlGate;

void tl_gate_look (TlGate *self, TlItem *project);
gboolean tl_gate_is_open (const TlGate *self);
guint tl_gate_count_missing (const TlGate *self);
char *tl_gate_dup_missing (const TlGate *self);
const char *tl_gate_step_get_words (TlGateStep step);

/* The rule that stands at the gate. */
gboolean tl_gate_is_named (TlItem *project);
gboolean tl_gate_stops (TlItem *item, TlField field, const TlValue *value);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"

G_BEGIN_DECLS

/* A leader to talk to, and what about: the findings that this person can settle, weightiest
 * first. */
typedef struct
{
  TlItem *person;      /* borrowed */
  GPtrArray *findings; /* of TlFinding, each borrowed from the analysis */
  double weight;
} TlTalk;

/* Suggested next conversations (practice S4): who can settle most of what is open. */
GPtrArray *tl_talks_list (TlAnalysis *analysis);

TlItem *tl_talks_find_client (TlItem *item);
TlItem *tl_talks_find_candidate (TlAnalysis *analysis, TlItem *goal);

G_END_DECLS

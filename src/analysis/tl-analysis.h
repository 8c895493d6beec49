/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alignment.h"
#include "tl-duplicates.h"
#include "tl-figures.h"
#include "tl-rule.h"

G_BEGIN_DECLS

/* One hit of one rule. */
typedef struct
{
  const TlRule *rule;
  TlSeverity severity;
  guint n_items;    /* 0: about the workspace; 2: a pair */
  TlItem *items[2]; /* borrowed from the workspace */
  char *detail;     /* what is wrong here, in a sentence, translated */
  char *remedy;     /* what to do about it here, translated; a GRefString */
  TlItem *waiver;   /* (nullable): it is waived, and why is written there */
} TlFinding;

/* Alignment, figures and findings of a workspace at one revision, immutable. */
typedef struct _TlAnalysis TlAnalysis;

TlAnalysis *tl_analysis_new (TlWorkspace *workspace, TlDate today);
TlAnalysis *tl_analysis_new_with (TlWorkspace *workspace, TlDate today, TlDuplicates *duplicates);
TlAnalysis *tl_analysis_new_complete (TlWorkspace *workspace, TlDate today);
TlAnalysis *tl_analysis_complete (TlAnalysis *self, TlDuplicates *duplicates);
TlAnalysis *tl_analysis_ref (TlAnalysis *self);
void tl_analysis_unref (TlAnalysis *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAnalysis, tl_analysis_unref)

TlWorkspace *tl_analysis_get_workspace (TlAnalysis *self);
TlDate tl_analysis_get_today (TlAnalysis *self);
TlAlignment *tl_analysis_get_alignment (TlAnalysis *self);
const TlFigures *tl_analysis_get_figures (TlAnalysis *self);
TlDuplicates *tl_analysis_get_duplicates (TlAnalysis *self);
gboolean tl_analysis_is_complete (TlAnalysis *self);

/* Findings that are not waived, in the order of severity, rule and document; then those that are.
 */
guint tl_analysis_get_n_findings (TlAnalysis *self);
const TlFinding *tl_analysis_get_finding (TlAnalysis *self, guint index);
guint tl_analysis_get_n_waived (TlAnalysis *self);
const TlFinding *tl_analysis_get_waived (TlAnalysis *self, guint index);
GPtrArray *tl_analysis_find_item (TlAnalysis *self, TlItem *item);
gboolean tl_analysis_is_waived (TlAnalysis *self, TlItem *item);
guint tl_analysis_count (TlAnalysis *self, const TlRule *rule);
guint tl_analysis_count_from (TlAnalysis *self, const TlRule *rule, TlSeverity least);

G_END_DECLS

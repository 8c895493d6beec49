/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alignment-private.h"
#include "tl-analysis.h"
#include "tl-suggester.h"

G_BEGIN_DECLS

/* What a rule looks at and where it reports. Texts handed to it are owned by it. */
typedef struct
{
  /* Borrowed. */
  TlWorkspace *workspace;
  TlAlignment *alignment;
  const TlFigures *figures;
  TlDuplicates *duplicates; /* (nullable): of this revision or an older one; NULL: not compared */
  const TlRule *rule;       /* that is being checked */

  /* Owned. */
  GArray *findings[TL_N_SEVERITIES]; /* of TlFinding */
  TlSuggester *suggester;            /* NULL until it is asked */
  char *remedy;                      /* of the rule, a GRefString that its findings share */

  TlDate today;
  double settings[TL_SETTINGS_REVIEW_DAYS - TL_SETTINGS_RULES_OFF]; /* those that are numbers */
} TlCheck;

/* A row of the table: a rule and the function that looks for what breaks it. A family is an array
 * of rows that ends with an empty one. */
typedef struct
{
  TlRule rule;
  void (*run) (TlCheck *check);
} TlRuleRow;

extern const TlRuleRow tl_rules_alignment[];
extern const TlRuleRow tl_rules_links[];
extern const TlRuleRow tl_rules_goals[];
extern const TlRuleRow tl_rules_gaps[];
extern const TlRuleRow tl_rules_strategy[];
extern const TlRuleRow tl_rules_silo[];
extern const TlRuleRow tl_rules_work[];
extern const TlRuleRow tl_rules_partners[];
extern const TlRuleRow tl_rules_value[];
extern const TlRuleRow tl_rules_measures[];
extern const TlRuleRow tl_rules_plan[];

const TlRuleRow *tl_rule_get_row (guint index);

void tl_check_init (TlCheck *self,
                    TlAlignment *alignment,
                    const TlFigures *figures,
                    TlDuplicates *duplicates,
                    TlDate today);
void tl_check_clear (TlCheck *self);
void tl_check_run (TlCheck *self, const TlRuleRow *row);

void tl_check_report (TlCheck *self, TlSeverity severity, TlItem *item, char *detail, char *remedy);
void tl_check_report_pair (TlCheck *self,
                           TlSeverity severity,
                           TlItem *const *items,
                           char *detail,
                           char *remedy);
typedef void (*TlCheckFunc) (TlCheck *check, TlItem *item);

void tl_check_each_project (TlCheck *self, TlStanding standing, TlCheckFunc look);
typedef void (*TlCheckProjectFunc) (TlCheck *check, TlItem *project, const TlProjectRow *row);

void tl_check_each_counted (TlCheck *self, TlCheckProjectFunc look);
void tl_check_each_objective (TlCheck *self, TlCheckFunc look);
void tl_check_each_goal (TlCheck *self, TlCheckFunc look);
TlSuggester *tl_check_get_suggester (TlCheck *self);
double tl_check_get_setting (TlCheck *self, TlField field);
gint64 tl_check_get_days_since (TlCheck *self, TlDate date);

/* Long enough for any number that a text tells. */
#define TL_FIGURE_LENGTH 32

const char *tl_check_get_name (TlItem *item);
const char *tl_check_format_figure (double number, char *buffer);
gulong tl_check_get_plural (double number);
char *tl_check_join (const char *const *entries);
char *tl_check_add_missing (char *detail, const char *const *failed, const char *const *unknown);
char *tl_check_add_unknown_days (char *detail, const TlProjectRow *row);
gboolean tl_check_is_under_way (const TlProjectRow *row);
guint tl_check_count_active_objectives (TlCheck *self, TlItem *goal);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alignment-private.h"
#include "tl-analysis.h"
#include "tl-suggester.h"

G_BEGIN_DECLS

typedef struct _TlCheck TlCheck;

/* A row of the table: a rule and the functions that look for what breaks it. A family is an array
 * of rows that ends with an empty one. Items are looked at by one rule after the other before the
 * next item is, because fetching them from memory is what takes the time; each function is called
 * for its items in document order. */
typedef struct
{
  TlRule rule;

  /* Each is NULL where there is nothing to look at. What the first one finds comes first. */
  void (*run) (TlCheck *check);                                  /* looks at whatever it likes */
  void (*look_at_goal) (TlCheck *check, TlItem *goal);           /* each active one */
  void (*look_at_objective) (TlCheck *check, TlItem *objective); /* likewise, under any goal */
  /* Each that counts; in two threads, so it may report one thing at most and change only what the
   * check owns. */
  void (*look_at_project) (TlCheck *check, TlItem *project, const TlProjectRow *row);
  /* Each strong valid link of an aligned project. */
  void (*look_at_strong_link) (TlCheck *check, TlItem *link, const TlLinkRow *row);
} TlRuleRow;

/* What one rule has found. */
typedef struct
{
  const TlRuleRow *row;
  GArray *findings[TL_N_SEVERITIES]; /* of TlFinding; NULL until there is one */
  char *remedy;                      /* a GRefString that its findings share */
} TlRuleRun;

/* What a rule looks at and where it reports. Texts handed to it are owned by it. */
struct _TlCheck
{
  /* Borrowed. */
  TlWorkspace *workspace;
  TlAlignment *alignment;
  const TlFigures *figures;
  TlDuplicates *duplicates; /* (nullable): of this revision or an older one; NULL: not compared */
  TlRuleRun *running;       /* that of the rule which looks at something now */

  /* Owned. */
  GArray *runs;  /* of TlRuleRun: of the rules that are not switched off, in order */
  GArray *pairs; /* NULL until a rule asks: those of @duplicates that are still so */

  /* Owned, and only for what looks at projects, because each thread has its own. */
  TlSuggester *suggester; /* NULL until it is asked */
  GHashTable *marks;      /* NULL until there is one: answers → the sentence about them */
  GHashTable *clients; /* NULL until there is one: sponsor → what is wrong with it as a client */

  TlDate today;
  double settings[TL_SETTINGS_REVIEW_DAYS - TL_SETTINGS_RULES_OFF]; /* those that are numbers */
};

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
void tl_check_run (TlCheck *self);

void tl_check_report (TlCheck *self, TlSeverity severity, TlItem *item, char *detail, char *remedy);
void tl_check_report_pair (TlCheck *self,
                           TlSeverity severity,
                           TlItem *const *items,
                           char *detail,
                           char *remedy);
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

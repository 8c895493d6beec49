/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"

G_BEGIN_DECLS

/* One workspace for each branch of each rule, and what the rule finds in it: the severity and the
 * item, or a dash for the workspace, and a part of the sentence that says what is wrong. */
typedef struct
{
  const char *name;
  const char *rule;
  const char *document;
  const char *findings;
  const char *says;
} RuleCase;

/* The day on which all of them are checked. */
#define RULE_CASES_TODAY tl_date_from_ymd (2026, 11, 21)

/* clang-format off */

/* A goal, an objective under it, a project that serves nothing. */
#define GOAL      "'goals':[{'id':'G','title':'Grow','priority':1,'weight':50,'learningRole':'yes'}]"
#define OBJECTIVE "'objectives':[{'id':'O','title':'Sell more','goal':'G','level':4}]"
#define PROJECT   "'id':'P','status':'live','origin':'proactive','workCategory':'tactical','effortDays':20"
#define LINK(more) "'links':[{'id':'L','project':'P'," more "}]"
#define PLAN(project, link) "{" GOAL "," OBJECTIVE ",'projects':[{" project "}]," link "}"

/* clang-format on */

void rule_cases_add (const RuleCase *cases, guint n_cases);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-cases.h"

/* clang-format off */

#define WAIVED(rule, about) ",'waivers':[{'id':'W','rule':'" rule "','about':'" about "','reason':'Agreed with the board'}]"

static const RuleCase cases[] = {
  { "owner", "GOL-01", "{'people':[{'id':'W'}],'goals':[{'id':'G','owner':'W'}]}", "" },
  { "no-owner", "GOL-01", "{'goals':[{'id':'G'}]}", "high:G", "not recorded" },
  { "retired", "GOL-01", "{'goals':[{'id':'G','status':'retired'}]}", "" },

#define MEASURED "'measureName':'renewals','target':90,'byDate':'2027-01-01'"
  { "measured", "GOL-02", "{'goals':[{'id':'G'," MEASURED "}]}", "" },
  { "target-of-zero", "GOL-02", "{'goals':[{'id':'G','measureName':'accidents','target':0,'byDate':'2027-01-01'}]}", "" },
  { "no-target", "GOL-02", "{'goals':[{'id':'G','measureName':'renewals','byDate':'2027-01-01'}]}", "medium:G", "Not recorded: the target." },
  { "nothing", "GOL-02", "{'goals':[{'id':'G'}]}", "medium:G", "Not recorded: the measure, the target, the date." },
  { "retired", "GOL-02", "{'goals':[{'id':'G','status':'retired'}]}", "" },

  { "enough-goals", "GOL-03", "{'settings':{'maximumGoals':2},'goals':[{'id':'G'},{'id':'H'}]}", "" },
  { "many-goals", "GOL-03", "{'settings':{'maximumGoals':1},'goals':[{'id':'G'},{'id':'H'}]}", "low:-", "2 active goals, more than the 1 " },
  { "many-retired", "GOL-03", "{'settings':{'maximumGoals':1},'goals':[{'id':'G'},{'id':'H','status':'retired'}]}", "" },
  { "many-objectives", "GOL-03", "{'settings':{'maximumObjectives':1},'objectives':[{'id':'O'},{'id':'N'}]}", "low:-", "2 active objectives, more than the 1 " },
  { "many-of-both", "GOL-03", "{'settings':{'maximumGoals':1,'maximumObjectives':2},'goals':[{'id':'G'},{'id':'H'}],'objectives':[{'id':'O'},{'id':'N'},{'id':'M'}]}", "low:-", "2 active goals and 3 active objectives" },
  { "many-of-one-goal", "GOL-03", "{'settings':{'maximumObjectivesPerGoal':1}," GOAL ",'objectives':[{'id':'O','goal':'G'},{'id':'N','goal':'G'}]}", "low:G", "2 active objectives" },
  { "enough-of-one-goal", "GOL-03", "{'settings':{'maximumObjectivesPerGoal':1}," GOAL ",'objectives':[{'id':'O','goal':'G'},{'id':'N','goal':'G','status':'met'}]}", "" },

  { "level-3", "GOL-04", "{" GOAL ",'objectives':[{'id':'O','goal':'G','level':3},{'id':'N','goal':'G','level':0}]}", "" },
  { "level-2", "GOL-04", "{" GOAL ",'objectives':[{'id':'O','goal':'G','level':2},{'id':'N','goal':'G','level':0}]}", "medium:G", "is 2:" },
  { "level-0", "GOL-04", "{" GOAL ",'objectives':[{'id':'O','goal':'G','level':0}]}", "medium:G", "is 0:" },
  { "higher-but-closed", "GOL-04", "{" GOAL ",'objectives':[{'id':'O','goal':'G','level':2},{'id':'N','goal':'G','level':4,'status':'closed'}]}", "medium:G" },
  { "no-level", "GOL-04", "{" GOAL ",'objectives':[{'id':'O','goal':'G'}]}", "medium:G", "not recorded" },
  { "one-level-unknown", "GOL-04", "{" GOAL ",'objectives':[{'id':'O','goal':'G'},{'id':'N','goal':'G','level':1}]}", "medium:G", "is 1, as far as recorded; for 1" },
  { "no-objectives", "GOL-04", "{" GOAL "}", "" },

/* An objective with a project that serves it, and causes. */
#define GAP "'should':'Twice a week','is':'Never'"
#define SERVED(objective, project, causes) "{" GOAL ",'objectives':[{'id':'O','title':'Sell more','goal':'G'," objective "}],'causes':[" causes "],'projects':[{'id':'P','title':'Clinic'," project "}],'links':[{'id':'L','project':'P','target':'O'}]"
#define CAUSE(id, category) "{'id':'" id "','title':'Why " id "','objective':'O','category':'" category "'}"
  { "nothing-known", "GOL-05", SERVED ("'level':4", "'status':'live'", "") "}", "medium:O", "“Clinic” is being built or is running already. Not recorded: what should happen, what happens today, why." },
  { "no-cause", "GOL-05", SERVED (GAP, "'status':'design'", "") "}", "medium:O", "Not recorded: why." },
  { "no-should", "GOL-05", SERVED ("'is':'Never'", "'status':'live'", CAUSE ("A", "process")) "}", "medium:O", "Not recorded: what should happen." },
  { "known", "GOL-05", SERVED (GAP, "'status':'live'", CAUSE ("A", "process")) "}", "" },
  { "approved-only", "GOL-05", SERVED ("'level':4", "'status':'approved'", "") "}", "" },
  { "done", "GOL-05", SERVED ("'level':4", "'status':'done'", "") "}", "" },
  { "met", "GOL-05", SERVED ("'status':'met'", "'status':'live'", "") "}", "" },
  { "waived", "GOL-05", SERVED ("'level':4", "'status':'live'", "") WAIVED ("GOL-05", "O") "}", "" },

#define TYPE(type) "'status':'live','solutionType':'" type "'"
  { "course-for-a-process", "GOL-06", SERVED (GAP, TYPE ("course"), CAUSE ("A", "process")) "}", "high:O", "the 1 project that serves it is training" },
  { "onboarding", "GOL-06", SERVED (GAP, TYPE ("onboarding"), CAUSE ("A", "incentives") "," CAUSE ("B", "external")) "}", "high:O" },
  { "credential", "GOL-06", SERVED (GAP, TYPE ("credential"), CAUSE ("A", "coaching")) "}", "high:O" },
  { "skill", "GOL-06", SERVED (GAP, TYPE ("course"), CAUSE ("A", "process") "," CAUSE ("B", "skill-knowledge")) "}", "" },
  { "tool", "GOL-06", SERVED (GAP, TYPE ("tool"), CAUSE ("A", "process")) "}", "" },
  { "undecided", "GOL-06", SERVED (GAP, TYPE ("undecided"), CAUSE ("A", "process")) "}", "" },
  { "no-cause", "GOL-06", SERVED (GAP, TYPE ("course"), "") "}", "" },
  { "no-category", "GOL-06", SERVED (GAP, TYPE ("course"), CAUSE ("A", "process") ",{'id':'B','objective':'O'}") "}", "high:O", "not recorded" },
  { "no-type", "GOL-06", SERVED (GAP, "'status':'live'", CAUSE ("A", "process")) "}", "high:O", "not recorded" },
  { "no-project", "GOL-06", SERVED (GAP, "'status':'idea','solutionType':'course'", CAUSE ("A", "process")) "}", "" },
  { "other-cure-beside-it", "GOL-06", "{" GOAL "," OBJECTIVE ",'causes':[" CAUSE ("A", "process") "],'projects':[{'id':'P'," TYPE ("course") "},{'id':'Q'," TYPE ("coaching") "}],'links':[{'id':'L','project':'P','target':'O'},{'id':'M','project':'Q','target':'O'}]}", "" },
  { "closed", "GOL-06", SERVED (GAP ",'status':'closed'", TYPE ("course"), CAUSE ("A", "process")) "}", "" },
  { "waived", "GOL-06", SERVED (GAP, TYPE ("course"), CAUSE ("A", "process")) WAIVED ("GOL-06", "O") "}", "" },

#define CONFIRMED(id) "{'id':'" id "','title':'Why " id "','objective':'O','category':'process','confirmed':true}"
  { "open", "GOL-07", SERVED (GAP, "'status':'live'", CONFIRMED ("A") "," CAUSE ("B", "process")) "}", "medium:O", "1 confirmed cause: Why A." },
  { "two-open", "GOL-07", SERVED (GAP, "'status':'live'", CONFIRMED ("A") "," CONFIRMED ("B")) "}", "medium:O", "2 confirmed causes: Why A, Why B." },
  { "no-title", "GOL-07", SERVED (GAP, "'status':'live'", "{'id':'A','objective':'O','category':'incentives','confirmed':true}," CAUSE ("B", "process")) "}", "medium:O", "cause: Incentives." },
  { "addressed", "GOL-07", SERVED (GAP, "'status':'live','addresses':['A']", CONFIRMED ("A") "," CAUSE ("B", "process")) "}", "" },
  { "addressed-by-an-idea", "GOL-07", SERVED (GAP, "'status':'idea','addresses':['A']", CONFIRMED ("A") "," CAUSE ("B", "process")) "}", "medium:O" },
  { "one-cause", "GOL-07", SERVED (GAP, "'status':'live'", CONFIRMED ("A")) "}", "" },
  { "not-confirmed", "GOL-07", SERVED (GAP, "'status':'live'", CAUSE ("A", "process") "," CAUSE ("B", "process")) "}", "" },
  { "met", "GOL-07", SERVED (GAP ",'status':'met'", "'status':'live'", CONFIRMED ("A") "," CONFIRMED ("B")) "}", "" },
  { "waived", "GOL-07", SERVED (GAP, "'status':'live'", CONFIRMED ("A") "," CAUSE ("B", "process")) WAIVED ("GOL-07", "O") "}", "" },
};

/* clang-format on */

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  rule_cases_add (cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}

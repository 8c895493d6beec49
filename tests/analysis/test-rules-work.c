/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-cases.h"

/* clang-format off */

static const RuleCase cases[] = {
#define MARKS(whole, far, many) "'status':'live','workCategory':'strategic','wholeOrganisation':'" whole "','longTerm':'" far "','multipleSolutions':'" many "'"
#define SERVING(project) PLAN ("'id':'P'," project, LINK ("'target':'O'"))
  { "four-marks", "WRK-01", SERVING (MARKS ("yes", "yes", "yes")), "" },
  { "three-marks", "WRK-01", SERVING (MARKS ("yes", "yes", "no")), "medium:P", "bears 3 of the five marks. No: Several Solutions. Not recorded: Solution-Neutral Start." },
  { "one-mark-too-few", "WRK-01", SERVING (MARKS ("yes", "no", "no") ",'solutionNeutral':'yes'"), "medium:P", "bears 3 of the five marks. No: Long Term, Several Solutions." },
  { "no-goal", "WRK-01", PLAN ("'id':'P'," MARKS ("yes", "yes", "yes"), "'links':[]"), "medium:P", "bears 3 of the five marks. No: Business Goal. Not recorded: Solution-Neutral Start." },
  { "nothing-known", "WRK-01", SERVING ("'status':'intake','workCategory':'strategic'"), "medium:P", "bears 1 of the five marks. Not recorded: Whole Organisation," },
  { "tactical", "WRK-01", SERVING ("'status':'live','workCategory':'tactical'"), "" },
  { "no-category", "WRK-01", SERVING ("'status':'live'"), "" },
  { "idea", "WRK-01", SERVING ("'status':'idea','workCategory':'strategic'"), "" },
  { "stopped", "WRK-01", SERVING ("'status':'stopped','workCategory':'strategic'"), "" },
  { "own-limit", "WRK-01", "{'settings':{'strategicMarks':1},'projects':[{'id':'P'," MARKS ("yes", "no", "no") "}]}", "" },
  { "waived", "WRK-01", "{'projects':[{'id':'P','status':'live','workCategory':'strategic'}],'waivers':[{'id':'W','rule':'WRK-01','about':'P','reason':'A new field'}]}", "" },

#define CHOSEN(status, days, more) "{" GOAL "," OBJECTIVE ",'causes':[{'id':'A','objective':'O','recordedOn':'2026-03-10'},{'id':'B','objective':'O','recordedOn':'2026-03-01'}],'projects':[{'id':'P','status':'" status "'" days more "}],'links':[{'id':'L','project':'P','target':'O'}]"
#define DAYS(n) ",'effortDays':" #n
#define ON(day) ",'solutionChosenOn':'" day "'"
  { "never-chosen", "WRK-02", CHOSEN ("live", DAYS (20), "") "}", "medium:P", "When its solution was chosen is not recorded." },
  { "before-the-cause", "WRK-02", CHOSEN ("design", DAYS (20), ON ("2026-02-27")) "}", "medium:P", "chosen 2 days before the first cause" },
  { "same-day", "WRK-02", CHOSEN ("approved", DAYS (20), ON ("2026-03-01")) "}", "" },
  { "after-the-cause", "WRK-02", CHOSEN ("live", DAYS (20), ON ("2026-03-02")) "}", "" },
  { "small", "WRK-02", CHOSEN ("live", DAYS (19.5), "") "}", "" },
  { "no-days", "WRK-02", CHOSEN ("live", "", "") "}", "medium:P", "Its days are not recorded." },
  { "no-cause", "WRK-02", SERVING ("'status':'live','effortDays':20,'solutionChosenOn':'2026-03-01'"), "medium:P", "when a cause of the gap was found is not recorded" },
  { "cause-without-a-day", "WRK-02", "{" GOAL "," OBJECTIVE ",'causes':[{'id':'A','objective':'O'}],'projects':[{'id':'P','status':'live','effortDays':20,'solutionChosenOn':'2026-03-01'}],'links':[{'id':'L','project':'P','target':'O'}]}", "medium:P", "not recorded" },
  { "addressed-cause", "WRK-02", "{" GOAL "," OBJECTIVE ",'causes':[{'id':'A','objective':'O','recordedOn':'2026-02-01'}],'projects':[{'id':'P','status':'live','effortDays':20,'solutionChosenOn':'2026-03-01','addresses':['A']}]}", "" },
  { "analysis", "WRK-02", CHOSEN ("analysis", DAYS (20), "") "}", "" },
  { "paused", "WRK-02", CHOSEN ("paused", DAYS (20), "") "}", "" },
  { "done", "WRK-02", CHOSEN ("done", DAYS (20), "") "}", "" },
  { "own-limit", "WRK-02", CHOSEN ("live", DAYS (20), "") ",'settings':{'solutionFirstDays':21}}", "" },
  { "waived", "WRK-02", CHOSEN ("live", DAYS (20), "") ",'waivers':[{'id':'W','rule':'WRK-02','reason':'Inherited plan'}]}", "" },

#define WORK(category, days) "'status':'live','workCategory':'" category "','effortDays':" #days
  { "enough-strategic", "WRK-03", "{'projects':[{'id':'P'," WORK ("strategic", 25) "},{'id':'Q'," WORK ("tactical", 75) "}]}", "" },
  { "little-strategic", "WRK-03", "{'projects':[{'id':'P'," WORK ("strategic", 24) "},{'id':'Q'," WORK ("tactical", 76) "}]}", "medium:-", "Only 24 % of the days are strategic." },
  { "enough-transactional", "WRK-03", "{'projects':[{'id':'P'," WORK ("strategic", 80) "},{'id':'Q'," WORK ("transactional", 20) "}]}", "" },
  { "much-transactional", "WRK-03", "{'projects':[{'id':'P'," WORK ("strategic", 75) "},{'id':'Q'," WORK ("transactional", 25) "}]}", "medium:-", "25 %" },
  { "both", "WRK-03", "{'projects':[{'id':'Q'," WORK ("transactional", 25) "}]}", "medium:-", "Only 0 % of the days are strategic, and 100 %" },
  { "no-category", "WRK-03", "{'projects':[{'id':'P','status':'live','effortDays':5}]}", "medium:-", "for 1 project the category is not recorded" },
  { "no-days", "WRK-03", "{'projects':[{'id':'P','status':'live','workCategory':'strategic'}]}", "medium:-", "not recorded" },
  { "nothing-counted", "WRK-03", "{'projects':[{'id':'P','status':'idea'}]}", "" },

#define FROM(id, origin) "{'id':'" id "','status':'live','origin':'" origin "'}"
  { "three-of-five", "WRK-04", "{'projects':[" FROM ("P", "request") "," FROM ("Q", "request") "," FROM ("R", "request") "," FROM ("S", "proactive") "," FROM ("T", "proactive") "]}", "" },
  { "two-of-three", "WRK-04", "{'projects':[" FROM ("P", "request") "," FROM ("Q", "request") "," FROM ("S", "proactive") "]}", "medium:-", "Of 3 projects that no rule demands, 2" },
  { "mandates-apart", "WRK-04", "{'projects':[" FROM ("P", "request") "," FROM ("Q", "request") "," FROM ("S", "proactive") "," FROM ("T", "mandate") "," FROM ("U", "mandate") "]}", "medium:-" },
  { "mandates-alone", "WRK-04", "{'projects':[" FROM ("T", "mandate") "]}", "" },
  { "no-origin", "WRK-04", "{'projects':[{'id':'P','status':'live'},{'id':'R','status':'live'}," FROM ("S", "proactive") "]}", "medium:-", "Whether 2 of 3 projects" },
  { "little-unknown", "WRK-04", "{'projects':[{'id':'P','status':'live'}," FROM ("Q", "proactive") "," FROM ("S", "proactive") "]}", "" },
};

/* clang-format on */

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  rule_cases_add (cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-cases.h"

/* clang-format off */

#define WAIVED(rule, about) ",'waivers':[{'id':'W','rule':'" rule "','about':'" about "','reason':'Agreed with the board'}]"

#define THING(more) "{'projects':[{'id':'P'," more "}]"

static const RuleCase cases[] = {
  { "event", "VAL-01", THING ("'status':'live','solutionType':'event','reuse':'none'") "}", "medium:P", "used once" },
  { "course", "VAL-01", THING ("'status':'design','solutionType':'course'") "}", "medium:P", "not recorded" },
  { "possible", "VAL-01", THING ("'status':'live','solutionType':'event','reuse':'possible'") "}", "" },
  { "coaching", "VAL-01", THING ("'status':'live','solutionType':'coaching'") "}", "" },
  { "no-type", "VAL-01", THING ("'status':'live'") "}", "" },
  { "approved", "VAL-01", THING ("'status':'approved','solutionType':'event'") "}", "" },
  { "done", "VAL-01", THING ("'status':'done','solutionType':'event'") "}", "" },
  { "waived", "VAL-01", THING ("'status':'live','solutionType':'event'") WAIVED ("VAL-01", "P") "}", "" },

  { "project", "VAL-03", THING ("'status':'declined'") "}", "low:P", "not recorded" },
  { "project-with-note", "VAL-03", THING ("'status':'declined','redirectNote':'The guild helps'") "}", "" },
  { "project-redirected", "VAL-03", "{'solutions':[{'id':'S'}],'projects':[{'id':'P','status':'declined','redirect':'S'}]}", "" },
  { "project-stopped", "VAL-03", THING ("'status':'stopped'") "}", "" },
  { "request", "VAL-03", "{'requests':[{'id':'R','outcome':'decline'}]}", "low:R", "not recorded" },
  { "request-with-answer", "VAL-03", "{'requests':[{'id':'R','outcome':'decline','answer':'Try the guild'}]}", "" },
  { "request-with-solution", "VAL-03", "{'solutions':[{'id':'S'}],'requests':[{'id':'R','outcome':'decline','solution':'S'}]}", "" },
  { "request-with-project", "VAL-03", "{'projects':[{'id':'P','status':'live'}],'requests':[{'id':'R','outcome':'decline','project':'P'}]}", "" },
  { "request-guided", "VAL-03", "{'requests':[{'id':'R','outcome':'guide'}]}", "" },
  { "waived", "VAL-03", "{'requests':[{'id':'R','outcome':'decline'}]" WAIVED ("VAL-03", "R") "}", "" },

#define USED(now, before) THING ("'status':'live','cost':100" now before)
#define NOW(n) ",'useShare':" #n
#define BEFORE(n) ",'useSharePrevious':" #n
  { "idle", "VAL-04", USED (NOW (49.9), BEFORE (10)) "}", "medium:P", "49.9 % use it; 10 % did before" },
  { "half", "VAL-04", USED (NOW (50), BEFORE (10)) "}", "" },
  { "once-well-used", "VAL-04", USED (NOW (10), BEFORE (50)) "}", "" },
  { "no-use", "VAL-04", USED ("", "") "}", "medium:P", "how many use it is not recorded" },
  { "no-use-before", "VAL-04", USED (NOW (10), "") "}", "medium:P", "how many did before is not recorded" },
  { "no-use-now", "VAL-04", USED ("", BEFORE (10)) "}", "medium:P", "how many do now is not recorded" },
  { "well-used-before", "VAL-04", USED ("", BEFORE (80)) "}", "" },
  { "free", "VAL-04", THING ("'status':'live','cost':0,'useShare':1,'useSharePrevious':1") "}", "" },
  { "no-cost", "VAL-04", THING ("'status':'live','useShare':1,'useSharePrevious':1") "}", "" },
  { "design", "VAL-04", THING ("'status':'design','cost':9,'useShare':1,'useSharePrevious':1") "}", "" },
  { "stopped", "VAL-04", THING ("'status':'stopped','cost':9,'useShare':1,'useSharePrevious':1") "}", "" },
  { "own-limit", "VAL-04", USED (NOW (10), BEFORE (10)) ",'settings':{'lowUse':10}}", "" },
  { "waived", "VAL-04", USED (NOW (10), BEFORE (10)) WAIVED ("VAL-04", "P") "}", "" },

  { "fifteen-days", "VAL-06", "{'requests':[{'id':'R','receivedOn':'2026-11-06'}]}", "medium:R", "15 days" },
  { "fourteen-days", "VAL-06", "{'requests':[{'id':'R','receivedOn':'2026-11-07'}]}", "" },
  { "open", "VAL-06", "{'requests':[{'id':'R','outcome':'open','receivedOn':'2026-11-01'}]}", "medium:R" },
  { "no-day", "VAL-06", "{'requests':[{'id':'R'}]}", "medium:R", "not recorded" },
  { "answered", "VAL-06", "{'requests':[{'id':'R','outcome':'point','receivedOn':'2026-01-01'}]}", "" },
  { "from-tomorrow", "VAL-06", "{'requests':[{'id':'R','receivedOn':'2026-11-22'}]}", "" },
  { "own-limit", "VAL-06", "{'settings':{'requestDays':0},'requests':[{'id':'R','receivedOn':'2026-11-20'}]}", "medium:R", "1 day for" },
  { "waived", "VAL-06", "{'requests':[{'id':'R'}]" WAIVED ("VAL-06", "R") "}", "" },

#define KEY(status, more) "{" GOAL ",'objectives':[{'id':'O','goal':'G'},{'id':'N','goal':'G'}],'projects':[{'id':'P','status':'" status "'}],'links':[{'id':'L','project':'P','target':'O','strength':'strong'}]" more
#define MEASURE(of, category) ",'measures':[{'id':'M','of':'" of "','category':'" category "'}]"
  { "no-measure", "MEA-01", KEY ("live", "") "}", "medium:P", "not recorded" },
  { "on-the-project", "MEA-01", KEY ("live", MEASURE ("P", "outcome")) "}", "" },
  { "on-the-objective", "MEA-01", KEY ("intake", MEASURE ("O", "outcome")) "}", "" },
  { "on-another-objective", "MEA-01", KEY ("live", MEASURE ("N", "outcome")) "}", "medium:P" },
  { "on-the-goal-alone", "MEA-01", KEY ("live", MEASURE ("G", "outcome")) "}", "medium:P" },
  { "efficiency-alone", "MEA-01", KEY ("live", MEASURE ("P", "efficiency")) "}", "medium:P" },
  { "no-category", "MEA-01", KEY ("live", ",'measures':[{'id':'M','of':'P'}]") "}", "medium:P" },
  { "not-key", "MEA-01", PLAN ("'id':'P','status':'live'", LINK ("'target':'O','strength':'medium'")), "" },
  { "done", "MEA-01", KEY ("done", "") "}", "" },
  { "waived", "MEA-01", KEY ("live", WAIVED ("MEA-01", "P")) "}", "" },

#define EVALUATED(status, days, level) "{" GOAL ",'objectives':[{'id':'O','goal':'G','level':3},{'id':'N','goal':'G','level':2}],'projects':[{'id':'P','status':'" status "'" days level "}],'links':[{'id':'L','project':'P','target':'O'},{'id':'M','project':'P','target':'N'}]"
#define DAYS(n) ",'effortDays':" #n
#define LEVEL(n) ",'evaluationLevel':" #n
#define REACHING(level, more) "{" GOAL ",'objectives':[{'id':'O','goal':'G'" level "}],'projects':[{'id':'P','status':'live','effortDays':20" more "}],'links':[{'id':'L','project':'P','target':'O'}]}"
  { "below", "MEA-02", EVALUATED ("live", DAYS (20), LEVEL (2)) "}", "medium:P", "ends at level 2, and its objectives reach level 3" },
  { "at-level", "MEA-02", EVALUATED ("live", DAYS (20), LEVEL (3)) "}", "" },
  { "intake", "MEA-02", EVALUATED ("intake", DAYS (20), LEVEL (0)) "}", "medium:P" },
  { "no-evaluation", "MEA-02", EVALUATED ("live", DAYS (20), "") "}", "medium:P", "not recorded; its objectives reach level 3" },
  { "small", "MEA-02", EVALUATED ("live", DAYS (19), LEVEL (1)) "}", "" },
  { "no-days", "MEA-02", EVALUATED ("live", "", LEVEL (1)) "}", "medium:P", "Its days are not recorded." },
  { "level-5-asks-for-4", "MEA-02", REACHING (",'level':5", LEVEL (4)), "" },
  { "level-5", "MEA-02", REACHING (",'level':5", LEVEL (3)), "medium:P", "reach level 4" },
  { "no-objective-level", "MEA-02", REACHING ("", LEVEL (3)), "medium:P", "the level of an objective that it serves is not recorded" },
  { "no-objective-level-matters", "MEA-02", REACHING ("", LEVEL (4)), "" },
  { "no-level-at-all", "MEA-02", REACHING ("", ""), "medium:P", "Neither" },
  { "unaligned", "MEA-02", "{'projects':[{'id':'P','status':'live','effortDays':50}]}", "" },
  { "done", "MEA-02", EVALUATED ("done", DAYS (20), LEVEL (1)) "}", "" },
  { "own-limit", "MEA-02", EVALUATED ("live", DAYS (20), LEVEL (1)) ",'settings':{'evaluationDays':21}}", "" },
  { "waived", "MEA-02", EVALUATED ("live", DAYS (20), LEVEL (1)) WAIVED ("MEA-02", "P") "}", "" },

  { "none", "MEA-03", "{" GOAL "}", "low:-", "None of the active goals" },
  { "one", "MEA-03", "{'goals':[{'id':'G'},{'id':'H','functionScorecard':true}]}", "" },
  { "one-retired", "MEA-03", "{'goals':[{'id':'G'},{'id':'H','functionScorecard':true,'status':'retired'}]}", "low:-" },
  { "no-goals", "MEA-03", "{'goals':[{'id':'G','status':'retired'}]}", "" },
  { "waived", "MEA-03", "{" GOAL ",'waivers':[{'id':'W','rule':'MEA-03','reason':'Next year'}]}", "" },

#define REVIEWED(day) "{'people':[{'id':'A','title':'Ada'}],'goals':[{'id':'G','priority':1,'owner':'A','reviewedOn':'" day "'},{'id':'H','priority':2,'reviewedOn':'2020-01-01'},{'id':'I','priority':3}]"
  { "stale", "PLN-01", REVIEWED ("2026-08-22") "}", "low:G", "last reviewed 91 days ago" },
  { "fresh", "PLN-01", REVIEWED ("2026-08-23") "}", "" },
  { "never", "PLN-01", "{" GOAL "}", "" },
  { "achieved", "PLN-01", "{'goals':[{'id':'G','priority':1,'status':'achieved','reviewedOn':'2020-01-01'}]}", "" },
  { "own-limit", "PLN-01", REVIEWED ("2026-11-19") ",'settings':{'reviewDays':1}}", "low:G", "2 days" },
  { "waived", "PLN-01", REVIEWED ("2026-01-01") WAIVED ("PLN-01", "G") "}", "" },
};

/* clang-format on */

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  rule_cases_add (cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}

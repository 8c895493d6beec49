/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-cases.h"

/* clang-format off */

#define WAIVED(rule, about) ",'waivers':[{'id':'W','rule':'" rule "','about':'" about "','reason':'Agreed with the board'}]"

/* A live project with one link to the objective of the goal. */
#define STATUS(status) "'id':'P','title':'Clinic','status':'" status "','origin':'proactive','workCategory':'tactical','effortDays':20"
#define LINKED(project, more) "{" GOAL "," OBJECTIVE ",'projects':[{" project "}],'links':[{'id':'L','project':'P','target':'O'," more "}]"

static const RuleCase cases[] = {
#define BEGUN(day) STATUS ("live") ",'start':'" day "'"
  { "late", "ALN-10", LINKED (BEGUN ("2026-01-01"), "'created':'2026-01-16'") "}", "medium:P", "15 days before" },
  { "in-time", "ALN-10", LINKED (BEGUN ("2026-01-01"), "'created':'2026-01-15'") "}", "" },
  { "before", "ALN-10", LINKED (BEGUN ("2026-01-01"), "'created':'2025-11-01'") "}", "" },
  { "no-start", "ALN-10", LINKED (STATUS ("live"), "'created':'2026-01-16'") "}", "" },
  { "no-creation", "ALN-10", LINKED (BEGUN ("2026-01-01"), "'strength':'weak'") "}", "" },
  { "first-of-two", "ALN-10", LINKED (BEGUN ("2026-01-01"), "'created':'2026-06-01'},{'id':'M','project':'P','target':'O','created':'2026-01-01'") "}", "" },
  { "one-could-be-older", "ALN-10", LINKED (BEGUN ("2026-01-01"), "'created':'2026-06-01'},{'id':'M','project':'P','target':'O'") "}", "" },
  { "older-to-what-is-closed", "ALN-10", "{" GOAL ",'objectives':[{'id':'O','goal':'G'},{'id':'N','goal':'G','status':'met'}],'projects':[{" BEGUN ("2026-01-01") "}],'links':[{'id':'L','project':'P','target':'O','created':'2026-06-01'},{'id':'M','project':'P','target':'N','created':'2025-06-01'}]}", "medium:P", "151 days" },
  { "done", "ALN-10", LINKED ("'id':'P','status':'done','start':'2026-01-01'", "'created':'2026-06-01'") "}", "" },
  { "own-limit", "ALN-10", LINKED (BEGUN ("2026-01-01"), "'created':'2026-01-02'") ",'settings':{'lateLinkDays':0}}", "medium:P", "1 day before" },
  { "waived", "ALN-10", LINKED (BEGUN ("2026-01-01"), "'created':'2026-06-01'") WAIVED ("ALN-10", "P") "}", "" },

  { "strong", "ALN-11", LINKED (STATUS ("live"), "'strength':'strong'") "}", "medium:L", "“Clinic” is to move “Sell more” strongly; when that was agreed is not recorded" },
  { "approved", "ALN-11", LINKED (STATUS ("approved"), "'strength':'strong'") "}", "medium:L" },
  { "design", "ALN-11", LINKED (STATUS ("design"), "'strength':'strong'") "}", "medium:L" },
  { "agreed", "ALN-11", LINKED (STATUS ("live"), "'strength':'strong','agreedOn':'2026-02-01'") "}", "" },
  { "medium", "ALN-11", LINKED (STATUS ("live"), "'strength':'medium'") "}", "" },
  { "no-strength", "ALN-11", LINKED (STATUS ("live"), "'status':'proposed'") "}", "" },
  { "analysis", "ALN-11", LINKED (STATUS ("analysis"), "'strength':'strong'") "}", "" },
  { "paused", "ALN-11", LINKED (STATUS ("paused"), "'strength':'strong'") "}", "" },
  { "done", "ALN-11", LINKED (STATUS ("done"), "'strength':'strong'") "}", "" },
  { "to-what-is-closed", "ALN-11", "{" GOAL ",'objectives':[{'id':'O','goal':'G','status':'closed'}],'projects':[{" STATUS ("live") "}],'links':[{'id':'L','project':'P','target':'O','strength':'strong'}]}", "" },
  { "to-a-goal", "ALN-11", "{" GOAL ",'projects':[{" STATUS ("live") "}],'links':[{'id':'L','project':'P','target':'G','strength':'strong'}]}", "" },
  { "waived", "ALN-11", LINKED (STATUS ("live"), "'strength':'strong'") WAIVED ("ALN-11", "L") "}", "" },

#define CLAIMS(first, second) "{" GOAL "," OBJECTIVE ",'projects':[{'id':'P','status':'live'},{'id':'Q','status':'intake'},{'id':'R','status':'done'}],'links':[{'id':'L','project':'P','target':'O'" first "},{'id':'M','project':'Q','target':'O'" second "},{'id':'N','project':'R','target':'O','contributionPercent':90}]"
#define PERCENT(n) ",'contributionPercent':" #n
  { "too-much", "ALN-12", CLAIMS (PERCENT (60), PERCENT (40.5)) "}", "high:O", "2 projects together claim 100.5 %" },
  { "all-of-it", "ALN-12", CLAIMS (PERCENT (60), PERCENT (40)) "}", "" },
  { "one-unknown", "ALN-12", CLAIMS (PERCENT (100), "") "}", "" },
  { "own-limit", "ALN-12", CLAIMS (PERCENT (60), "") ",'settings':{'contributionLimit':50}}", "high:O", "1 project claims 60 %" },
  { "objective-met", "ALN-12", "{" GOAL ",'objectives':[{'id':'O','goal':'G','status':'met'}],'projects':[{'id':'P','status':'live'}],'links':[{'id':'L','project':'P','target':'O','contributionPercent':100},{'id':'M','project':'P','target':'O','contributionPercent':100}]}", "" },
  { "waived", "ALN-12", CLAIMS (PERCENT (60), PERCENT (41)) WAIVED ("ALN-12", "O") "}", "" },

  { "no-reason", "ALN-13", LINKED (STATUS ("live"), "'strength':'strong'") "}", "low:L", "How “Clinic” moves “Sell more” is not recorded" },
  { "intake", "ALN-13", LINKED (STATUS ("intake"), "'strength':'strong'") "}", "low:L" },
  { "reason", "ALN-13", LINKED (STATUS ("live"), "'strength':'strong','mechanism':'They ask first'") "}", "" },
  { "medium", "ALN-13", LINKED (STATUS ("live"), "'strength':'medium'") "}", "" },
  { "idea", "ALN-13", LINKED (STATUS ("idea"), "'strength':'strong'") "}", "" },
  { "stopped", "ALN-13", LINKED (STATUS ("stopped"), "'strength':'strong'") "}", "" },
  { "in-document-order", "ALN-13", "{" GOAL "," OBJECTIVE ",'projects':[{'id':'P','status':'live'},{'id':'Q','status':'live'}],'links':[{'id':'K','project':'Q','target':'O','strength':'strong'},{'id':'L','project':'P','target':'O','strength':'strong'}]}", "low:K low:L" },
  { "waived", "ALN-13", LINKED (STATUS ("live"), "'strength':'strong'") WAIVED ("ALN-13", "L") "}", "" },
};

/* clang-format on */

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  rule_cases_add (cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}

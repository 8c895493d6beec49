/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-cases.h"

/* clang-format off */

#define WAIVED(rule, about) ",'waivers':[{'id':'W','rule':'" rule "','about':'" about "','reason':'Agreed with the board'}]"

#define CLIENT(status, origin, more) "'id':'P','status':'" status "','origin':'" origin "'" more
#define ONE(project) "{'people':[{'id':'A','title':'Ada'}],'projects':[{" project "}]"

static const RuleCase cases[] = {
  { "no-sponsor", "PRT-01", ONE (CLIENT ("live", "request", "")) "}", "medium:P", "Its sponsor is not recorded." },
  { "approved", "PRT-01", ONE (CLIENT ("approved", "proactive", "")) "}", "medium:P" },
  { "design", "PRT-01", ONE (CLIENT ("design", "proactive", "")) "}", "medium:P" },
  { "no-origin", "PRT-01", ONE ("'id':'P','status':'live'") "}", "medium:P" },
  { "sponsor", "PRT-01", ONE (CLIENT ("live", "request", ",'sponsor':'A'")) "}", "" },
  { "mandate", "PRT-01", ONE (CLIENT ("live", "mandate", "")) "}", "" },
  { "strategic", "PRT-01", ONE (CLIENT ("live", "request", ",'workCategory':'strategic'")) "}", "high:P", "called strategic" },
  { "key", "PRT-01", PLAN (CLIENT ("live", "request", ""), LINK ("'target':'O','strength':'strong'")), "high:P", "move a top goal" },
  { "not-key", "PRT-01", PLAN (CLIENT ("live", "request", ""), LINK ("'target':'O','strength':'medium'")), "medium:P" },
  { "analysis", "PRT-01", ONE (CLIENT ("analysis", "request", "")) "}", "" },
  { "paused", "PRT-01", ONE (CLIENT ("paused", "request", "")) "}", "" },
  { "done", "PRT-01", ONE (CLIENT ("done", "request", "")) "}", "" },
  { "waived", "PRT-01", ONE (CLIENT ("live", "request", "")) WAIVED ("PRT-01", "P") "}", "" },

#define TESTS(owns, stake, authority, resources) "{'people':[{'id':'A','title':'Ada'" owns stake authority resources "}],'projects':[{'id':'P','status':'live','sponsor':'A'},{'id':'Q','status':'intake','sponsor':'A'},{'id':'R','status':'done','sponsor':'A'}]"
#define OWNS(answer) ",'ownsGoal':'" answer "'"
#define STAKE(answer) ",'hasStake':'" answer "'"
#define AUTHORITY(answer) ",'hasAuthority':'" answer "'"
#define RESOURCES(answer) ",'hasResources':'" answer "'"
  { "all-four", "PRT-02", TESTS (OWNS ("yes"), STAKE ("yes"), AUTHORITY ("yes"), RESOURCES ("yes")) "}", "" },
  { "three", "PRT-02", TESTS (OWNS ("yes"), STAKE ("yes"), AUTHORITY ("yes"), RESOURCES ("no")) "}", "medium:P medium:Q", "Ada, meets 3 of the four tests of a client. No: Has Resources." },
  { "two", "PRT-02", TESTS (OWNS ("yes"), STAKE ("yes"), AUTHORITY ("no"), RESOURCES ("no")) "}", "high:P high:Q", "No: Has Authority, Has Resources." },
  { "three-and-one-unknown", "PRT-02", TESTS (OWNS ("yes"), STAKE ("yes"), AUTHORITY ("yes"), "") "}", "medium:P medium:Q", "Not recorded: Has Resources." },
  { "two-unknown", "PRT-02", TESTS (OWNS ("yes"), "", AUTHORITY ("no"), "") "}", "high:P high:Q", "meets 1 of the four tests of a client. No: Has Authority. Not recorded: Has Most at Stake, Has Resources." },
  { "none-recorded", "PRT-02", TESTS ("", "", "", "") "}", "" },
  { "no-sponsor", "PRT-02", ONE (CLIENT ("live", "request", "")) "}", "" },
  { "waived", "PRT-02", TESTS (OWNS ("no"), "", "", "") ",'waivers':[{'id':'W','rule':'PRT-02','reason':'Until the new board sits'}]}", "" },

#define TOP(person) "{'people':[{'id':'A','title':'Ada'" person "}],'goals':[{'id':'G','priority':1,'owner':'A'},{'id':'H','priority':2,'owner':'A'},{'id':'I','priority':3,'owner':'A'}]"
#define RATED(access, credibility, trust) ",'access':" #access ",'credibility':" #credibility ",'trust':" #trust
  { "strong", "PRT-03", TOP (RATED (2, 3, 4)) "}", "" },
  { "no-access", "PRT-03", TOP (RATED (1, 3, 4)) "}", "medium:G", "Access to its owner, Ada, is rated 1 of 4." },
  { "no-credibility", "PRT-03", TOP (RATED (3, 0, 1)) "}", "medium:G", "Credibility with its owner, Ada, is rated 0 of 4." },
  { "no-trust", "PRT-03", TOP (RATED (2, 2, 1)) "}", "medium:G", "The trust of its owner, Ada, is rated 1 of 4." },
  { "unrated", "PRT-03", TOP ("") "}", "medium:G", "Ada, is not recorded: Access, Credibility, Trust." },
  { "one-unrated", "PRT-03", TOP (",'access':3,'trust':3") "}", "medium:G", "not recorded: Credibility." },
  { "one-low-one-unrated", "PRT-03", TOP (",'access':1,'trust':3") "}", "medium:G", "rated 1 of 4." },
  { "no-owner", "PRT-03", "{'goals':[{'id':'G','priority':1}]}", "" },
  { "own-floor", "PRT-03", TOP (RATED (2, 3, 4)) ",'settings':{'partnerFloor':3}}", "medium:G", "rated 2 of 4." },
  { "retired", "PRT-03", "{'people':[{'id':'A'}],'goals':[{'id':'G','priority':1,'owner':'A','status':'retired'}]}", "" },
  { "waived", "PRT-03", TOP (RATED (1, 3, 4)) WAIVED ("PRT-03", "G") "}", "" },

#define OWNER(person, goal) "{'people':[{'id':'B'},{'id':'A'" person "}],'goals':[{'id':'H','priority':2,'owner':'A','weight':40},{'id':'G','title':'Grow','priority':1,'owner':'A'" goal "}]"
  { "quiet", "PRT-04", OWNER (",'lastContact':'2026-09-21'", ",'weight':10") "}", "low:A", "Owner of “Grow”. The last contact was 61 days ago; it was to be 60 at most." },
  { "just-in-time", "PRT-04", OWNER (",'lastContact':'2026-09-22'", ",'weight':10") "}", "" },
  { "own-cadence", "PRT-04", OWNER (",'lastContact':'2026-11-10','cadenceDays':10", ",'weight':10") "}", "low:A", "11 days ago; it was to be 10 at most." },
  { "no-contact", "PRT-04", OWNER ("", ",'weight':10") "}", "" },
  { "to-come", "PRT-04", OWNER (",'lastContact':'2026-12-24'", ",'weight':10") "}", "" },
  { "light-goal", "PRT-04", "{'people':[{'id':'A','lastContact':'2026-01-01'}],'goals':[{'id':'G','owner':'A','weight':9.9}]}", "" },
  { "no-weight", "PRT-04", "{'people':[{'id':'A','lastContact':'2026-01-01'}],'goals':[{'id':'G','owner':'A'}]}", "" },
  { "retired", "PRT-04", "{'people':[{'id':'A','lastContact':'2026-01-01'}],'goals':[{'id':'G','owner':'A','weight':50,'status':'retired'}]}", "" },
  { "own-weight", "PRT-04", "{'settings':{'quietGoalWeight':5},'people':[{'id':'A','lastContact':'2026-01-01'}],'goals':[{'id':'G','owner':'A','weight':5}]}", "low:A" },
  { "waived", "PRT-04", OWNER (",'lastContact':'2026-01-21'", ",'weight':10") WAIVED ("PRT-04", "A") "}", "" },
};

/* clang-format on */

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  rule_cases_add (cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}

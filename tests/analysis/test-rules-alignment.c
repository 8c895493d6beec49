/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-cases.h"

/* clang-format off */

static const RuleCase cases[] = {
  { "unlinked", "ALN-01", PLAN (PROJECT, "'links':[]"), "high:P", "20 days" },
  { "one-day", "ALN-01", PLAN ("'id':'P','status':'live','origin':'request','effortDays':1", "'links':[]"), "high:P", "1 day and" },
  { "half-days", "ALN-01", PLAN ("'id':'P','status':'live','origin':'request','effortDays':0.5", "'links':[]"), "high:P", "0.5 days" },
  { "no-days", "ALN-01", PLAN ("'id':'P','status':'live','origin':'request'", "'links':[]"), "high:P", "not recorded" },
  { "no-origin", "ALN-01", PLAN ("'id':'P','status':'live','effortDays':20", "'links':[]"), "high:P", "not recorded" },
  { "mandate", "ALN-01", PLAN ("'id':'P','status':'live','origin':'mandate'", "'links':[]"), "" },
  { "idea", "ALN-01", PLAN ("'id':'P','status':'idea'", "'links':[]"), "" },
  { "done", "ALN-01", PLAN ("'id':'P','status':'done'", "'links':[]"), "" },
  { "stopped", "ALN-01", PLAN ("'id':'P','status':'stopped'", "'links':[]"), "" },
  { "declined", "ALN-01", PLAN ("'id':'P','status':'declined'", "'links':[]"), "" },
  { "no-status", "ALN-01", PLAN ("'id':'P'", "'links':[]"), "" },
  { "intake", "ALN-01", PLAN ("'id':'P','status':'intake'", "'links':[]"), "high:P" },
  { "paused", "ALN-01", PLAN ("'id':'P','status':'paused'", "'links':[]"), "high:P" },
  { "linked", "ALN-01", PLAN (PROJECT, LINK ("'target':'O'")), "" },
  { "link-to-nothing", "ALN-01", PLAN (PROJECT, LINK ("'strength':'weak'")), "high:P" },

  { "valid", "ALN-02", PLAN (PROJECT, LINK ("'target':'O'")), "" },
  { "goal-only", "ALN-02", PLAN (PROJECT, LINK ("'target':'G'")), "" },
  { "unlinked", "ALN-02", PLAN (PROJECT, "'links':[]"), "" },
  { "objective-met", "ALN-02", "{" GOAL ",'objectives':[{'id':'O','title':'Sell more','goal':'G','status':'met'}],'projects':[{" PROJECT "}]," LINK ("'target':'O'") "}", "high:P", "“Sell more”, which is no longer" },
  { "goal-retired", "ALN-02", "{'goals':[{'id':'G','status':'retired'}]," OBJECTIVE ",'projects':[{" PROJECT "}]," LINK ("'target':'O'") "}", "high:P", "“Sell more”, whose goal" },
  { "no-goal", "ALN-02", "{'objectives':[{'id':'O','title':'Sell more'}],'projects':[{" PROJECT "}]," LINK ("'target':'O'") "}", "high:P", "“Sell more”, which stands under no goal" },
  { "to-retired-goal", "ALN-02", "{'goals':[{'id':'G','status':'retired'}],'projects':[{" PROJECT "}]," LINK ("'target':'G'") "}", "high:P", "“G”, which is no longer" },
  { "two-closed", "ALN-02", "{'goals':[{'id':'G','status':'achieved'}]," OBJECTIVE ",'projects':[{" PROJECT "}],'links':[{'id':'L','project':'P','target':'O'},{'id':'M','project':'P','target':'G'}]}", "high:P", "2 links" },
  { "one-still-open", "ALN-02", "{" GOAL ",'objectives':[{'id':'O','goal':'G'},{'id':'N','goal':'G','status':'closed'}],'projects':[{" PROJECT "}],'links':[{'id':'L','project':'P','target':'N'},{'id':'M','project':'P','target':'O'}]}", "" },
  { "mandate", "ALN-02", "{'goals':[{'id':'G','status':'retired'}],'projects':[{'id':'P','status':'live','origin':'mandate'}]," LINK ("'target':'G'") "}", "high:P" },

  { "goal-only", "ALN-03", PLAN (PROJECT, LINK ("'target':'G'")), "medium:P", "“Grow”" },
  { "with-objective", "ALN-03", PLAN (PROJECT, "'links':[{'id':'L','project':'P','target':'G'},{'id':'M','project':'P','target':'O'}]"), "" },
  { "with-closed-objective", "ALN-03", "{" GOAL ",'objectives':[{'id':'O','goal':'G','status':'closed'}],'projects':[{" PROJECT "}],'links':[{'id':'L','project':'P','target':'O'},{'id':'M','project':'P','target':'G'}]}", "medium:P", "“Grow”" },
  { "retired-goal", "ALN-03", "{'goals':[{'id':'G','status':'retired'}],'projects':[{" PROJECT "}]," LINK ("'target':'G'") "}", "" },

  { "weak", "ALN-04", PLAN (PROJECT, LINK ("'target':'O','strength':'weak'")), "medium:P", "20 days" },
  { "medium", "ALN-04", PLAN (PROJECT, LINK ("'target':'O','strength':'medium'")), "" },
  { "weak-and-medium", "ALN-04", PLAN (PROJECT, "'links':[{'id':'L','project':'P','target':'O','strength':'weak'},{'id':'M','project':'P','target':'O','strength':'medium'}]"), "" },
  { "strong-but-closed", "ALN-04", "{" GOAL ",'objectives':[{'id':'O','goal':'G'},{'id':'N','goal':'G','status':'closed'}],'projects':[{" PROJECT "}],'links':[{'id':'L','project':'P','target':'O','strength':'weak'},{'id':'M','project':'P','target':'N','strength':'strong'}]}", "medium:P" },
  { "five-days", "ALN-04", PLAN ("'id':'P','status':'live','effortDays':5", LINK ("'target':'O','strength':'weak'")), "medium:P" },
  { "four-days", "ALN-04", PLAN ("'id':'P','status':'live','effortDays':4.9", LINK ("'target':'O','strength':'weak'")), "" },
  { "no-days", "ALN-04", PLAN ("'id':'P','status':'live'", LINK ("'target':'O','strength':'weak'")), "medium:P", "not recorded" },
  { "no-strength", "ALN-04", PLAN (PROJECT, LINK ("'target':'O'")), "medium:P", "how strongly it helps is not recorded" },

  { "under-goal", "ALN-05", "{" GOAL "," OBJECTIVE "}", "" },
  { "no-goal", "ALN-05", "{'objectives':[{'id':'O'}]}", "high:O", "not recorded" },
  { "retired-goal", "ALN-05", "{'goals':[{'id':'G','title':'Grow','status':'retired'}]," OBJECTIVE "}", "high:O", "“Grow”" },
  { "met", "ALN-05", "{'objectives':[{'id':'O','status':'met'}]}", "" },

  { "uncovered-top", "ALN-06", "{" GOAL "," OBJECTIVE "}", "high:O", "top goal" },
  { "uncovered", "ALN-06", "{'goals':[{'id':'G','title':'Grow','priority':2},{'id':'H','priority':1}]," OBJECTIVE "}", "medium:O", "“Grow”" },
  { "role-no", "ALN-06", "{'goals':[{'id':'G','priority':1,'learningRole':'no'}]," OBJECTIVE "}", "" },
  { "covered", "ALN-06", PLAN (PROJECT, LINK ("'target':'O'")), "" },
  { "only-an-idea", "ALN-06", PLAN ("'id':'P','status':'idea'", LINK ("'target':'O'")), "high:O" },
  { "closed", "ALN-06", "{" GOAL ",'objectives':[{'id':'O','goal':'G','status':'closed'}]}", "" },
  { "retired-goal", "ALN-06", "{'goals':[{'id':'G','status':'retired'}]," OBJECTIVE "}", "" },

  { "no-objective", "ALN-07", "{" GOAL "}", "high:G", "no active objective" },
  { "one-objective", "ALN-07", "{" GOAL "," OBJECTIVE "}", "high:G", "1 active objective," },
  { "not-top", "ALN-07", "{'goals':[{'id':'H','priority':1,'learningRole':'no'},{'id':'G','priority':2}]}", "medium:G" },
  { "role-no", "ALN-07", "{'goals':[{'id':'G','learningRole':'no'}]}", "" },
  { "covered", "ALN-07", PLAN (PROJECT, LINK ("'target':'O'")), "" },
  { "goal-only", "ALN-07", PLAN (PROJECT, LINK ("'target':'G'")), "high:G" },
  { "retired", "ALN-07", "{'goals':[{'id':'G','status':'retired'}]}", "" },

  { "undecided-top", "ALN-08", "{'goals':[{'id':'G','priority':1}]}", "medium:G", "not recorded" },
  { "undecided", "ALN-08", "{'goals':[{'id':'G','priority':2},{'id':'H','priority':1,'learningRole':'yes'}]}", "low:G", "not recorded" },
  { "no", "ALN-08", "{'goals':[{'id':'G','learningRole':'no'}]}", "" },
  { "achieved", "ALN-08", "{'goals':[{'id':'G','status':'achieved'}]}", "" },

#define TWO(first, second) "{'goals':[{'id':'H','priority':1" first "},{'id':'G','priority':2" second "}]," OBJECTIVE ",'projects':[{" PROJECT "}]," LINK ("'target':'O'") "}"
  { "exactly-15", "ALN-09", TWO (",'weight':15", ",'weight':85"), "high:H medium:G" },
  { "under-15", "ALN-09", TWO (",'weight':14.9", ",'weight':85.1"), "" },
  { "own-limit", "ALN-09", "{'settings':{'effortGapPoints':14},'goals':[{'id':'H','priority':1,'weight':14.5},{'id':'G','priority':2,'weight':85.5}]," OBJECTIVE ",'projects':[{" PROJECT "}]," LINK ("'target':'O'") "}", "high:H medium:G" },
  { "top-and-over", "ALN-09", "{'goals':[{'id':'G','priority':1,'weight':40}]," OBJECTIVE ",'projects':[{" PROJECT "}]," LINK ("'target':'O'") "}", "medium:G", "100 % of the days and weighs 40 %" },
  { "no-weight", "ALN-09", TWO ("", ""), "medium:G", "not recorded" },
  { "no-days", "ALN-09", "{" GOAL "," OBJECTIVE ",'projects':[{'id':'P','status':'live'}]," LINK ("'target':'O'") "}", "" },
};

/* clang-format on */

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  rule_cases_add (cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}

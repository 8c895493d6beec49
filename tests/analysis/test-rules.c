/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"
#include "tl-analysis.h"

/* One workspace for each branch of each rule, and what the rule finds in it: the severity and the
 * item, or a dash for the workspace, and a part of the sentence that says what is wrong. */

#define TODAY tl_date_from_ymd (2026, 11, 21)

typedef struct
{
  const char *name;
  const char *rule;
  const char *document;
  const char *findings;
  const char *says;
} Case;

/* clang-format off */

/* A goal, an objective under it, a project that serves nothing. */
#define GOAL      "'goals':[{'id':'G','title':'Grow','priority':1,'weight':50,'learningRole':'yes'}]"
#define OBJECTIVE "'objectives':[{'id':'O','title':'Sell more','goal':'G','level':4}]"
#define PROJECT   "'id':'P','status':'live','origin':'proactive','workCategory':'tactical','effortDays':20"
#define LINK(more) "'links':[{'id':'L','project':'P'," more "}]"
#define PLAN(project, link) "{" GOAL "," OBJECTIVE ",'projects':[{" project "}]," link "}"

static const Case cases[] = {
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

static void
append_finding (GString *text, const TlFinding *finding)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, "%s:%s", tl_severity_get_name (finding->severity),
                          finding->n_items > 0 ? tl_item_get_id (finding->items[0]) : "-");
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TlWorkspace) workspace = sample_read_text (test->document);
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, TODAY);
  g_autoptr (GString) found = g_string_new (NULL);
  const TlRule *rule = tl_rule_find (test->rule);

  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (analysis, i);

      if (finding->rule != rule)
        continue;
      append_finding (found, finding);
      g_test_message ("%s", finding->detail);
      if (test->says != NULL)
        g_assert_nonnull (strstr (finding->detail, test->says));
    }
  g_assert_cmpstr (found->str, ==, test->findings);
}

/* A rule that is switched off says nothing, and the others go on. */
static void
test_switched_off (void)
{
  g_autoptr (TlWorkspace) workspace
      = sample_read_text ("{'goals':[{'id':'G'}],'settings':{'rulesOff':['GOL-01','GOL-99']}}");
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, TODAY);

  g_assert_cmpuint (tl_analysis_count (analysis, tl_rule_find ("GOL-01")), ==, 0);
  g_assert_cmpuint (tl_analysis_count (analysis, tl_rule_find ("GOL-02")), ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, TODAY);

  g_assert_cmpuint (tl_analysis_get_n_findings (analysis), ==, 0);
  g_assert_cmpuint (tl_analysis_get_n_waived (analysis), ==, 0);
}

/* The remedies that name somebody or something. */
static void
test_remedies (void)
{
  static const struct
  {
    const char *rule;
    const char *remedy;
  } expected[] = {
    { "ALN-01", "“Managers coach every week” sounds close" },
    { "ALN-06", "Ask the owner, Ada," },
    { "ALN-07", "the owner, Ada," },
    { "ALN-08", "the owner, Ada." },
    { "WRK-03", "“Booking rooms”, the largest transactional work (6 days)" },
  };
  g_autoptr (TlWorkspace) workspace = sample_read_text (
      "{'people':[{'id':'W','title':'Ada'}],'goals':[{'id':'G','owner':'W'}],"
      "'objectives':[{'id':'O','goal':'G','title':'Managers coach every week'}],"
      "'projects':[{'id':'P','status':'live','origin':'request','title':'Coach the managers'},"
      "{'id':'Q','status':'live','origin':'mandate','workCategory':'transactional','effortDays':2},"
      "{'id':'R','status':'live','origin':'mandate','workCategory':'transactional','effortDays':6,"
      "'title':'Booking rooms'}]}");
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, TODAY);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      guint n_found = 0;

      for (guint j = 0; j < tl_analysis_get_n_findings (analysis); j++)
        {
          const TlFinding *finding = tl_analysis_get_finding (analysis, j);

          if (!g_str_equal (finding->rule->id, expected[i].rule))
            continue;
          g_assert_nonnull (strstr (finding->remedy, expected[i].remedy));
          n_found++;
        }
      g_assert_cmpuint (n_found, ==, 1);
    }
}

static void
test_find_item (void)
{
  g_autoptr (TlWorkspace) workspace = sample_read_text ("{'goals':[{'id':'G'},{'id':'H'}]}");
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, TODAY);
  g_autoptr (GPtrArray) found
      = tl_analysis_find_item (analysis, tl_workspace_lookup (workspace, "H"));
  g_autoptr (GPtrArray) none = tl_analysis_find_item (analysis, tl_workspace_get_root (workspace));

  g_assert_cmpuint (found->len, ==, 4);
  for (guint i = 0; i < found->len; i++)
    {
      const TlFinding *finding = found->pdata[i];

      g_assert_cmpstr (tl_item_get_id (finding->items[0]), ==, "H");
      if (i > 0)
        g_assert_true (finding > (const TlFinding *) found->pdata[i - 1]);
    }
  g_assert_cmpuint (none->len, ==, 0);
}

/* An analysis stays what it was, and what it points to stays alive. */
static void
test_outlives_changes (void)
{
  g_autoptr (TlWorkspace) workspace = sample_read_text (PLAN (PROJECT, "'links':[]"));
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, TODAY);
  guint n = tl_analysis_get_n_findings (analysis);

  tl_workspace_remove (workspace, tl_workspace_lookup (workspace, "P"));
  tl_workspace_remove (workspace, tl_workspace_lookup (workspace, "G"));
  g_assert_cmpuint (tl_analysis_get_n_findings (analysis), ==, n);
  g_assert_cmpstr (tl_item_get_id (tl_analysis_get_finding (analysis, 0)->items[0]), ==, "P");
}

static void
add_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/%s/%s", cases[i].rule, cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_cases ();
  g_test_add_func ("/rules/switched-off", test_switched_off);
  g_test_add_func ("/rules/empty", test_empty);
  g_test_add_func ("/rules/remedies", test_remedies);
  g_test_add_func ("/rules/find-item", test_find_item);
  g_test_add_func ("/rules/outlives-changes", test_outlives_changes);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "rule-cases.h"
#include "sample.h"

/* A rule that is switched off says nothing, and the others go on. */
static void
test_switched_off (void)
{
  g_autoptr (TlWorkspace) workspace
      = sample_read_text ("{'goals':[{'id':'G'}],'settings':{'rulesOff':['GOL-01','GOL-99']}}");
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, RULE_CASES_TODAY);

  g_assert_cmpuint (tl_analysis_count (analysis, tl_rule_find ("GOL-01")), ==, 0);
  g_assert_cmpuint (tl_analysis_count (analysis, tl_rule_find ("GOL-02")), ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, RULE_CASES_TODAY);

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
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, RULE_CASES_TODAY);

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
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, RULE_CASES_TODAY);
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
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, RULE_CASES_TODAY);
  guint n = tl_analysis_get_n_findings (analysis);

  tl_workspace_remove (workspace, tl_workspace_lookup (workspace, "P"));
  tl_workspace_remove (workspace, tl_workspace_lookup (workspace, "G"));
  g_assert_cmpuint (tl_analysis_get_n_findings (analysis), ==, n);
  g_assert_cmpstr (tl_item_get_id (tl_analysis_get_finding (analysis, 0)->items[0]), ==, "P");
}

/* The same for what only findings point to. */
static void
test_keeps_people (void)
{
  g_autoptr (TlWorkspace) workspace = sample_read_text (
      "{'people':[{'id':'A','lastContact':'2020-01-01'}],'goals':[{'id':'G','owner':'A',"
      "'weight':50}],'requests':[{'id':'R'}]}");
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, RULE_CASES_TODAY);
  guint n_seen = 0;

  tl_workspace_remove (workspace, tl_workspace_lookup (workspace, "A"));
  tl_workspace_remove (workspace, tl_workspace_lookup (workspace, "R"));
  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (analysis, i);

      if (g_str_equal (finding->rule->id, "PRT-04") || g_str_equal (finding->rule->id, "VAL-06"))
        n_seen += *tl_item_get_id (finding->items[0]) != '\0' ? 1 : 0;
    }
  g_assert_cmpuint (n_seen, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/switched-off", test_switched_off);
  g_test_add_func ("/rules/empty", test_empty);
  g_test_add_func ("/rules/remedies", test_remedies);
  g_test_add_func ("/rules/find-item", test_find_item);
  g_test_add_func ("/rules/outlives-changes", test_outlives_changes);
  g_test_add_func ("/rules/keeps-people", test_keeps_people);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"
#include "tl-analysis.h"

/* In the sample of the railway every check finds something, and one finding is waived. */

static TlAnalysis *
analyse (TlWorkspace **workspace)
{
  g_autoptr (JsonNode) document = sample_load_data ("regional-railway.throughline.json");

  *workspace = sample_read (document);
  return tl_analysis_new_complete (*workspace, tl_date_from_ymd (2026, 11, 21));
}

static void
test_every_rule (void)
{
  g_autoptr (TlWorkspace) workspace = NULL;
  g_autoptr (TlAnalysis) analysis = analyse (&workspace);

  for (guint i = 0; i < tl_rule_get_n_rules (); i++)
    if (tl_analysis_count (analysis, tl_rule_get (i)) == 0)
      g_error ("%s finds nothing", tl_rule_get (i)->id);
}

/* Rules with two severities show both where the sample can. */
static void
test_severities (void)
{
  static const char *const both[] = { "PRT-01", "PRT-02" };
  g_autoptr (TlWorkspace) workspace = NULL;
  g_autoptr (TlAnalysis) analysis = analyse (&workspace);

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      guint seen[TL_N_SEVERITIES] = { 0 };

      for (guint j = 0; j < tl_analysis_get_n_findings (analysis); j++)
        {
          const TlFinding *finding = tl_analysis_get_finding (analysis, j);

          if (g_str_equal (finding->rule->id, both[i]))
            seen[finding->severity]++;
        }
      g_assert_cmpuint (seen[TL_SEVERITY_HIGH], >, 0);
      g_assert_cmpuint (seen[TL_SEVERITY_MEDIUM], >, 0);
    }
}

static void
test_waivers (void)
{
  g_autoptr (TlWorkspace) workspace = NULL;
  g_autoptr (TlAnalysis) analysis = analyse (&workspace);
  guint n = tl_analysis_get_n_waived (analysis);

  g_assert_cmpuint (n, ==, tl_workspace_get_n_items (workspace, TL_KIND_WAIVER));
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (tl_item_get_text (tl_analysis_get_waived (analysis, i)->waiver,
                                       TL_WAIVER_REASON),
                     !=, "");
}

/* Every finding says something, and nothing that it says has a hole in it. */
static void
test_texts (void)
{
  g_autoptr (TlWorkspace) workspace = NULL;
  g_autoptr (TlAnalysis) analysis = analyse (&workspace);

  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (analysis, i);
      g_autofree char *text = g_strjoin (" ", finding->detail, finding->remedy, NULL);

      g_test_message ("%s %s", finding->rule->id, text);
      g_assert_false (g_regex_match_simple ("\\(null\\)|\\bnan\\b|\\binf\\b|%%", text, 0, 0));
      g_assert_true (g_regex_match_simple ("[.?]$", finding->detail, 0, 0));
      g_assert_true (g_regex_match_simple ("[.?]$", finding->remedy, 0, 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/second-sample/every-rule", test_every_rule);
  g_test_add_func ("/second-sample/severities", test_severities);
  g_test_add_func ("/second-sample/waivers", test_waivers);
  g_test_add_func ("/second-sample/texts", test_texts);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-cases.h"

#include <string.h>

#include "sample.h"

static void
append_finding (GString *text, const TlFinding *finding)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, "%s:%s", tl_severity_get_name (finding->severity),
                          finding->n_items > 0 ? tl_item_get_id (finding->items[0]) : "-");
}

static void
run_case (gconstpointer data)
{
  const RuleCase *test = data;
  g_autoptr (TlWorkspace) workspace = sample_read_text (test->document);
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, RULE_CASES_TODAY);
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

/* Adds a test for each of @cases, which outlive the run. */
void
rule_cases_add (const RuleCase *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/%s/%s", cases[i].rule, cases[i].name);

      g_test_add_data_func (path, &cases[i], run_case);
    }
}

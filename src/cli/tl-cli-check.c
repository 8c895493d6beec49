/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-cli"

#include <glib/gi18n.h>

#include "tl-cli-private.h"
#include "tl-report.h"

static gboolean
has_failed (TlAnalysis *analysis, TlSeverity limit, const char *const *rules)
{
  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (analysis, i);

      if (finding->severity <= limit && tl_report_wants_rule (rules, finding->rule))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_rules (const char *const *rules)
{
  for (guint i = 0; rules != NULL && rules[i] != NULL; i++)
    if (tl_rule_find (rules[i]) == NULL)
      {
        tl_cli_fail (_ ("There is no check “%s”."), rules[i]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
parse_limit (const char *text, gboolean *fails, TlSeverity *limit)
{
  *fails = text != NULL && !g_str_equal (text, "never");
  if (!*fails || tl_severity_parse (text, limit))
    return TRUE;
  tl_cli_fail (_ ("--fail-on takes high, medium, low or never, not “%s”."), text);
  return FALSE;
}

int
tl_cli_check (int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *today_text = NULL;
  g_autofree char *limit_text = NULL;
  g_auto (GStrv) rules = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("Form of the report"), "text|json" },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today_text, N_ ("The day to check on"), N_ ("DATE") },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &limit_text,
      N_ ("Exit with 1 when a finding is as severe"), "high|medium|low|never" },
    { "rule", 0, 0, G_OPTION_ARG_STRING_ARRAY, &rules,
      N_ ("Report this check only; may be repeated"), N_ ("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (TlDocument) document = NULL;
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (GBytes) report = NULL;
  gboolean as_json, fails;
  TlSeverity limit = TL_SEVERITY_HIGH;
  TlDate today;

  if (!tl_cli_parse ("check", entries, 1, &argc, &argv) || !tl_cli_parse_today (today_text, &today)
      || !parse_limit (limit_text, &fails, &limit) || !check_rules ((const char *const *) rules))
    return TL_EXIT_FAILED;
  as_json = g_strcmp0 (format, "json") == 0;
  if (!as_json && format != NULL && !g_str_equal (format, "text"))
    return tl_cli_fail (_ ("--format takes text or json, not “%s”."), format);

  document = tl_cli_load (argv[1]);
  if (document == NULL)
    return TL_EXIT_FAILED;
  analysis = tl_analysis_new_complete (tl_document_get_workspace (document), today);
  report = as_json ? tl_report_to_json (analysis, (const char *const *) rules)
                   : tl_report_to_text (analysis, (const char *const *) rules);
  tl_cli_print_bytes (report);
  return fails && has_failed (analysis, limit, (const char *const *) rules) ? TL_EXIT_FOUND
                                                                            : TL_EXIT_DONE;
}

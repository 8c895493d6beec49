/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-cli"

#include "tl-report.h"

#include <glib/gi18n.h>
#include <math.h>

/* A figure that cannot be computed is said to be so, never shown as zero. */
static void
append_share (GString *text, const char *label, double share, const char *more)
{
  g_autofree char *percent = isnan (share) ? g_strdup (_ ("not known"))
                                           /* Translators: a share, such as 64 % */
                                           : g_strdup_printf (_ ("%.0f %%"), share * 100);

  g_string_append_printf (text, "  %-26s %9s  %s\n", label, percent, more != NULL ? more : "");
}

static void
append_figures (GString *text, TlAnalysis *analysis)
{
  const TlFigures *figures = tl_analysis_get_figures (analysis);
  TlBand band = tl_figures_get_band (figures, tl_analysis_get_workspace (analysis));
  g_autofree char *aligned = NULL;
  g_autofree char *effort = NULL;
  g_autofree char *objectives = NULL;

  aligned = g_strdup_printf (ngettext ("%u of %u project, %s %s", "%u of %u projects, %s %s",
                                       figures->n_counted),
                             figures->n_aligned, figures->n_counted, tl_band_get_sign (band),
                             tl_band_get_word (band));
  effort = g_strdup_printf (_ ("%u of %u projects have days, %.15g in all"), figures->n_with_effort,
                            figures->n_counted, figures->effort_days);
  objectives = g_strdup_printf (_ ("%u of %u active"), figures->n_covered_objectives,
                                figures->n_active_objectives);
  append_share (text, _ ("Aligned"), figures->alignment_rate, aligned);
  append_share (text, _ ("Aligned by effort"), figures->effort_weighted_alignment, effort);
  append_share (text, _ ("Objectives covered"), figures->objective_coverage, objectives);
  append_share (text, _ ("Goals covered"), figures->goal_coverage, NULL);
  append_share (text, _ ("Goals covered by weight"), figures->goal_coverage_by_weight, NULL);
  append_share (text, _ ("Effort follows priority"), figures->focus_index, NULL);
  append_share (text, _ ("Proactive"), figures->proactive_share, NULL);
}

static void
append_rule (GString *text, const TlFinding *finding)
{
  g_string_append_printf (text, "\n%s %s  %s  %s\n", tl_severity_get_sign (finding->severity),
                          tl_severity_get_label (finding->severity), finding->rule->id,
                          tl_rule_get_title (finding->rule));
}

static void
append_finding (GString *text, const TlFinding *finding, const char *remark)
{
  for (guint i = 0; i < finding->n_items; i++)
    {
      const char *title = tl_item_get_title (finding->items[i]);

      g_string_append_printf (text, *title != '\0' ? "  %s  %s\n" : "  %s\n",
                              tl_item_get_id (finding->items[i]), title);
    }
  g_string_append_printf (text, "    %s\n", finding->detail);
  if (remark != NULL)
    g_string_append_printf (text, "    → %s\n", remark);
}

static void
append_findings (GString *text, TlAnalysis *analysis, const char *const *rules)
{
  const TlFinding *last = NULL;

  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (analysis, i);

      if (!tl_report_wants_rule (rules, finding->rule))
        continue;
      if (last == NULL || last->rule != finding->rule || last->severity != finding->severity)
        append_rule (text, finding);
      append_finding (text, finding, finding->remedy);
      last = finding;
    }
  if (last == NULL)
    g_string_append_printf (text, "\n%s\n", _ ("Nothing found."));
}

static void
append_waived (GString *text, TlAnalysis *analysis, const char *const *rules)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < tl_analysis_get_n_waived (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_waived (analysis, i);
      g_autofree char *reason = NULL;

      if (!tl_report_wants_rule (rules, finding->rule))
        continue;
      if (!has_heading)
        g_string_append_printf (text, "\n%s\n", _ ("Waived"));
      has_heading = TRUE;
      reason = g_strdup_printf (_ ("waived: %s"),
                                tl_item_get_text (finding->waiver, TL_WAIVER_REASON));
      append_finding (text, finding, reason);
    }
}

/**
 * tl_report_wants_rule:
 * @rules: (nullable) (array zero-terminated=1): ids of checks; %NULL for all
 * @rule: a check
 *
 * Returns: whether @rule is among them
 */
gboolean
tl_report_wants_rule (const char *const *rules, const TlRule *rule)
{
  return rules == NULL || g_strv_contains (rules, rule->id);
}

/**
 * tl_report_to_text:
 * @analysis: the analysis of a workspace
 * @rules: (nullable) (array zero-terminated=1): ids of the checks to report; %NULL for all
 *
 * Returns: (transfer full): the figures and findings for a person at a terminal, UTF-8
 */
GBytes *
tl_report_to_text (TlAnalysis *analysis, const char *const *rules)
{
  GString *text = g_string_new (NULL);
  TlItem *root = tl_workspace_get_root (tl_analysis_get_workspace (analysis));
  g_autofree char *today = tl_date_format (tl_analysis_get_today (analysis));
  const char *title = tl_item_get_title (root);
  guint n_findings = tl_analysis_get_n_findings (analysis);

  g_string_append_printf (text, "%s · %s\n\n", *title != '\0' ? title : _ ("Untitled plan"), today);
  append_figures (text, analysis);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, ngettext ("%u finding", "%u findings", n_findings), n_findings);
  g_string_append_printf (text, _ (", %u waived"), tl_analysis_get_n_waived (analysis));
  g_string_append_c (text, '\n');
  append_findings (text, analysis, rules);
  append_waived (text, analysis, rules);
  return g_string_free_to_bytes (text);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-cli"

#include "tl-report.h"

#include <math.h>

#include "tl-json-output.h"

#define DECIMALS 1e6 /* six decimals are the contract of the report */

static void
write_count (TlJsonOutput *out, const char *name, guint count)
{
  tl_json_output_name (out, name);
  tl_json_output_number (out, count);
}

static void
write_figure (TlJsonOutput *out, const char *name, double figure)
{
  tl_json_output_name (out, name);
  if (isnan (figure))
    tl_json_output_json (out, "null");
  else
    tl_json_output_number (out, round (figure * DECIMALS) / DECIMALS);
}

static void
write_text (TlJsonOutput *out, const char *name, const char *text)
{
  tl_json_output_name (out, name);
  tl_json_output_string (out, text != NULL ? text : "");
}

static void
write_ids (TlJsonOutput *out, const char *name, TlItem *const *items, guint n_items)
{
  g_autofree const char **ids = g_new0 (const char *, n_items + 1);

  for (guint i = 0; i < n_items; i++)
    ids[i] = tl_item_get_id (items[i]);
  tl_json_output_name (out, name);
  tl_json_output_strings (out, ids);
}

static void
write_unaligned (TlJsonOutput *out, TlAlignment *alignment)
{
  g_autoptr (GPtrArray) unaligned = g_ptr_array_new ();
  guint n_projects;
  TlItem *const *projects = tl_alignment_get_counted_projects (alignment, &n_projects);

  for (guint i = 0; i < n_projects; i++)
    if (!tl_alignment_is_aligned (alignment, projects[i]))
      g_ptr_array_add (unaligned, projects[i]);
  write_ids (out, "unalignedProjects", (TlItem *const *) unaligned->pdata, unaligned->len);
}

static void
write_uncovered (TlJsonOutput *out, TlAlignment *alignment)
{
  TlWorkspace *workspace = tl_alignment_get_workspace (alignment);
  g_autoptr (GPtrArray) uncovered = g_ptr_array_new ();

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_OBJECTIVE); i++)
    {
      TlItem *objective = tl_workspace_get_item (workspace, TL_KIND_OBJECTIVE, i);

      if (tl_alignment_is_active_objective (alignment, objective)
          && !tl_alignment_is_covered (alignment, objective))
        g_ptr_array_add (uncovered, objective);
    }
  write_ids (out, "uncoveredObjectives", (TlItem *const *) uncovered->pdata, uncovered->len);
}

static void
write_goals (TlJsonOutput *out, TlAlignment *alignment)
{
  TlWorkspace *workspace = tl_alignment_get_workspace (alignment);

  tl_json_output_name (out, "goals");
  tl_json_output_begin_array (out);
  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_GOAL); i++)
    {
      TlItem *goal = tl_workspace_get_item (workspace, TL_KIND_GOAL, i);

      if (!tl_alignment_is_active_goal (alignment, goal))
        continue;
      tl_json_output_begin_object (out);
      write_text (out, "id", tl_item_get_id (goal));
      write_figure (out, "weight", tl_item_get_number (goal, TL_GOAL_WEIGHT));
      write_figure (out, "effortDays", tl_alignment_get_goal_effort (alignment, goal));
      write_figure (out, "effortShare", tl_alignment_get_goal_share (alignment, goal));
      tl_json_output_end_object (out);
    }
  tl_json_output_end_array (out);
}

static void
write_mix (TlJsonOutput *out, const TlFigures *figures)
{
  tl_json_output_name (out, "effortMix");
  tl_json_output_begin_object (out);
  write_figure (out, "strategic", figures->mix_strategic);
  write_figure (out, "tacticalAligned", figures->mix_tactical_aligned);
  write_figure (out, "tacticalUnaligned", figures->mix_tactical_unaligned);
  write_figure (out, "transactional", figures->mix_transactional);
  tl_json_output_end_object (out);
}

static void
write_metrics (TlJsonOutput *out, TlAnalysis *analysis)
{
  const TlFigures *figures = tl_analysis_get_figures (analysis);
  TlAlignment *alignment = tl_analysis_get_alignment (analysis);

  tl_json_output_name (out, "metrics");
  tl_json_output_begin_object (out);
  write_count (out, "projects", figures->n_projects);
  write_count (out, "countedProjects", figures->n_counted);
  write_count (out, "alignedProjects", figures->n_aligned);
  write_figure (out, "alignmentRate", figures->alignment_rate);
  write_figure (out, "alignmentRateWithoutMandates", figures->alignment_rate_without_mandates);
  write_figure (out, "effortDays", figures->effort_days);
  write_figure (out, "effortWeightedAlignment", figures->effort_weighted_alignment);
  write_figure (out, "strengthWeightedAlignment", figures->strength_weighted_alignment);
  write_count (out, "activeObjectives", figures->n_active_objectives);
  write_figure (out, "objectiveCoverage", figures->objective_coverage);
  write_figure (out, "goalCoverage", figures->goal_coverage);
  write_figure (out, "goalCoverageByWeight", figures->goal_coverage_by_weight);
  write_figure (out, "focusIndex", figures->focus_index);
  write_mix (out, figures);
  write_figure (out, "proactiveShare", figures->proactive_share);
  write_unaligned (out, alignment);
  write_uncovered (out, alignment);
  write_goals (out, alignment);
  tl_json_output_end_object (out);
}

static void
write_findings (TlJsonOutput *out, TlAnalysis *analysis, const char *const *rules)
{
  tl_json_output_name (out, "findings");
  tl_json_output_begin_array (out);
  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (analysis, i);

      if (!tl_report_wants_rule (rules, finding->rule))
        continue;
      tl_json_output_begin_object (out);
      write_text (out, "rule", finding->rule->id);
      write_text (out, "severity", tl_severity_get_name (finding->severity));
      write_ids (out, "items", finding->items, finding->n_items);
      write_text (out, "title", tl_rule_get_title (finding->rule));
      write_text (out, "detail", finding->detail);
      write_text (out, "remedy", finding->remedy);
      tl_json_output_end_object (out);
    }
  tl_json_output_end_array (out);
}

static void
write_waived (TlJsonOutput *out, TlAnalysis *analysis, const char *const *rules)
{
  tl_json_output_name (out, "waived");
  tl_json_output_begin_array (out);
  for (guint i = 0; i < tl_analysis_get_n_waived (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_waived (analysis, i);

      if (!tl_report_wants_rule (rules, finding->rule))
        continue;
      tl_json_output_begin_object (out);
      write_text (out, "rule", finding->rule->id);
      write_ids (out, "items", finding->items, finding->n_items);
      write_text (out, "reason", tl_item_get_text (finding->waiver, TL_WAIVER_REASON));
      tl_json_output_end_object (out);
    }
  tl_json_output_end_array (out);
}

/**
 * tl_report_to_json:
 * @analysis: the analysis of a workspace
 * @rules: (nullable) (array zero-terminated=1): ids of the checks to report; %NULL for all
 *
 * Figures are rounded to six decimals; one that cannot be computed is null.
 *
 * Returns: (transfer full): one JSON object, of which names and values are a contract
 */
GBytes *
tl_report_to_json (TlAnalysis *analysis, const char *const *rules)
{
  g_autoptr (TlJsonOutput) out = tl_json_output_new ();
  g_autofree char *today = tl_date_format (tl_analysis_get_today (analysis));
  TlItem *root = tl_workspace_get_root (tl_analysis_get_workspace (analysis));

  tl_json_output_begin_object (out);
  write_text (out, "workspace", tl_item_get_title (root));
  write_text (out, "today", today);
  write_metrics (out, analysis);
  write_findings (out, analysis, rules);
  write_waived (out, analysis, rules);
  tl_json_output_end_object (out);
  return tl_json_output_free_to_bytes (g_steal_pointer (&out));
}

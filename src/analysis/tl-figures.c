/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-alignment-private.h"
#include "tl-workspace.h"

#define PERCENT 100.0
#define TOLERANCE                                                                                  \
  1e-9 /* of percent: a rate that is a threshold but for rounding has reached it                   \
        */

/* What is added up over the projects, in days where not said otherwise. */
typedef struct
{
  double aligned;
  double by_strength;
  double strategic;
  double tactical_aligned;
  double tactical_unaligned;
  double transactional;
  guint n_mandates; /* of all counted mandates, linked or not */
  guint n_aligned_mandates;
  guint n_proactive;
} Sums;

static double
divide (double part, double whole)
{
  return whole > 0 ? part / whole : (double) NAN;
}

static void
add_work_category (Sums *sums, int category, gboolean is_aligned, double effort)
{
  if (category == TL_WORK_STRATEGIC)
    sums->strategic += effort;
  else if (category == TL_WORK_TRANSACTIONAL)
    sums->transactional += effort;
  else if (category == TL_WORK_TACTICAL && is_aligned)
    sums->tactical_aligned += effort;
  else if (category == TL_WORK_TACTICAL)
    sums->tactical_unaligned += effort;
}

static void
add_standing (TlFigures *figures, Sums *sums, TlStanding standing, double effort)
{
  if (standing == TL_STANDING_ALIGNED)
    {
      figures->n_aligned++;
      sums->aligned += effort;
    }
  else if (standing == TL_STANDING_MANDATE)
    {
      figures->n_mandates++;
      figures->mandate_days += effort;
    }
  else
    {
      figures->n_unaligned++;
      figures->unaligned_days += effort;
    }
}

static void
add_project (TlFigures *figures, Sums *sums, const TlProjectRow *project)
{
  gboolean is_aligned = project->standing == TL_STANDING_ALIGNED;

  figures->effort_days += project->effort;
  figures->n_with_effort += project->has_effort;
  add_standing (figures, sums, project->standing, project->effort);
  add_work_category (sums, project->category, is_aligned, project->effort);
  sums->by_strength += project->effort * project->strength;
  if (project->origin == TL_ORIGIN_PROACTIVE)
    sums->n_proactive++;
  if (project->origin == TL_ORIGIN_MANDATE)
    {
      sums->n_mandates++;
      sums->n_aligned_mandates += is_aligned ? 1 : 0;
    }
}

static void
compute_projects (TlFigures *figures, TlAlignment *alignment)
{
  Sums sums = { 0 };
  double effort;

  figures->n_counted = alignment->n_counted;
  for (guint i = 0; i < figures->n_counted; i++)
    add_project (figures, &sums, tl_alignment_get_counted_row (alignment, i));

  effort = figures->effort_days;
  figures->alignment_rate = divide (figures->n_aligned, figures->n_counted);
  figures->alignment_rate_without_mandates
      = divide (figures->n_aligned - sums.n_aligned_mandates, figures->n_counted - sums.n_mandates);
  figures->effort_weighted_alignment = divide (sums.aligned, effort);
  figures->strength_weighted_alignment = divide (sums.by_strength, effort);
  figures->mix_strategic = divide (sums.strategic, effort);
  figures->mix_tactical_aligned = divide (sums.tactical_aligned, effort);
  figures->mix_tactical_unaligned = divide (sums.tactical_unaligned, effort);
  figures->mix_transactional = divide (sums.transactional, effort);
  figures->proactive_share = divide (sums.n_proactive, figures->n_counted);
}

static void
compute_objectives (TlFigures *figures, TlAlignment *alignment)
{
  for (guint i = 0; i < alignment->rolls[TL_ROLL_OBJECTIVE].n; i++)
    {
      const TlObjectiveRow *objective = &alignment->objectives[i];

      if (!objective->is_active)
        continue;
      figures->n_active_objectives++;
      if (objective->is_covered)
        figures->n_covered_objectives++;
    }
  figures->objective_coverage
      = divide (figures->n_covered_objectives, figures->n_active_objectives);
}

static void
compute_goals (TlFigures *figures, TlAlignment *alignment)
{
  guint n_goals;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n_goals);
  guint n_open = 0, n_covered = 0; /* of the goals that learning may have a role in */
  double open_weight = 0, covered_weight = 0, focus = 0;

  for (guint i = 0; i < n_goals && tl_alignment_is_active_goal (alignment, goals[i]); i++)
    {
      double recorded = tl_item_get_number (goals[i], TL_GOAL_WEIGHT);
      double weight = isnan (recorded) ? 0 : recorded / PERCENT;

      figures->n_active_goals++;
      focus += MIN (tl_alignment_get_goal_share (alignment, goals[i]), weight);
      if (tl_item_get_choice (goals[i], TL_GOAL_ROLE) == TL_ROLE_NO)
        continue;
      n_open++;
      open_weight += weight;
      if (!tl_alignment_is_goal_covered (alignment, goals[i]))
        continue;
      n_covered++;
      covered_weight += weight;
    }
  figures->goal_coverage = divide (n_covered, n_open);
  figures->goal_coverage_by_weight = divide (covered_weight, open_weight);
  if (figures->n_active_goals == 0 || isnan (tl_alignment_get_goal_share (alignment, goals[0])))
    focus = (double) NAN;
  figures->focus_index = focus;
}

/**
 * tl_figures_compute:
 * @figures: (out caller-allocates): the figures
 * @alignment: what they are computed from
 *
 * The formulas, with C the counted projects, A the aligned ones, e(p) a project's days, σ the
 * strength of a link and w(g) a goal's weight ÷ 100; days and weights that are not recorded add
 * nothing:
 *
 * - alignment rate: count (A) ÷ count (C); without mandates: the same over projects of another
 *   origin, whether the mandates are linked or not;
 * - weighted by effort: Σ e(A) ÷ Σ e(C); by strength: Σ e(p) · max σ ÷ Σ e(C);
 * - objective coverage: covered ÷ active objectives, whatever their goals' status;
 * - goal coverage: covered ÷ active goals where the role of learning is not "no", and the same over
 *   their weights;
 * - focus index: Σ min (share of effort (g), w(g)) over active goals;
 * - effort mix: Σ e of strategic, tactical aligned, tactical unaligned and transactional projects,
 *   each ÷ Σ e(C); work without a category is in the whole alone;
 * - proactive share: counted projects of proactive origin ÷ count (C).
 */
void
tl_figures_compute (TlFigures *figures, TlAlignment *alignment)
{
  g_return_if_fail (figures != NULL && alignment != NULL);

  *figures = (TlFigures) { 0 };
  figures->n_projects = alignment->rolls[TL_ROLL_PROJECT].n;
  compute_projects (figures, alignment);
  compute_objectives (figures, alignment);
  compute_goals (figures, alignment);
}

/**
 * tl_figures_get_band:
 * @figures: the figures of @workspace
 * @workspace: the workspace, which may have thresholds of its own
 *
 * Returns: the band of the alignment rate: good from 90 %, to be watched from 75 %, unless the
 * settings say otherwise
 */
TlBand
tl_figures_get_band (const TlFigures *figures, TlWorkspace *workspace)
{
  double percent = figures->alignment_rate * PERCENT + TOLERANCE;

  if (isnan (percent))
    return TL_BAND_UNKNOWN;
  if (percent >= tl_workspace_get_setting (workspace, TL_SETTINGS_RATE_GOOD))
    return TL_BAND_GOOD;
  if (percent >= tl_workspace_get_setting (workspace, TL_SETTINGS_RATE_WATCH))
    return TL_BAND_WATCH;
  return TL_BAND_ACT;
}

/**
 * tl_band_get_word:
 * @band: a band
 *
 * Returns: (transfer none): a word for it, translated, with a capital
 */
const char *
tl_band_get_word (TlBand band)
{
  switch (band)
    {
    case TL_BAND_GOOD:
      return C_ ("alignment band", "Good");
    case TL_BAND_WATCH:
      return C_ ("alignment band", "Watch");
    case TL_BAND_ACT:
      return C_ ("alignment band", "Act");
    case TL_BAND_UNKNOWN:
    default:
      return C_ ("alignment band", "Not known");
    }
}

/**
 * tl_band_get_sign:
 * @band: a band
 *
 * Returns: (transfer none): a shape that tells it without colour
 */
const char *
tl_band_get_sign (TlBand band)
{
  switch (band)
    {
    case TL_BAND_GOOD:
      return "✓";
    case TL_BAND_WATCH:
      return "△";
    case TL_BAND_ACT:
      return "▲";
    case TL_BAND_UNKNOWN:
    default:
      return "–";
    }
}

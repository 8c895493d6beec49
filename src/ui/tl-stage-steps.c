/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-stage-steps.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-item-words.h"

static void
free_step (gpointer pointer)
{
  TlStageStep *step = pointer;

  g_free (step->id);
  g_free (step->heading);
  g_free (step->lead);
  g_free (step->text);
  g_free (step);
}

static void
free_figure (gpointer pointer)
{
  TlStageFigure *figure = pointer;

  g_free (figure->value);
  g_free (figure->name);
  g_free (figure->text);
  g_free (figure);
}

static TlStageStep *
add_step (GPtrArray *steps, TlStageScene scene)
{
  TlStageStep *step = g_new0 (TlStageStep, 1);

  step->scene = scene;
  g_ptr_array_add (steps, step);
  return step;
}

static int
to_percent (double share)
{
  return (int) lround (share * 100);
}

static char *
dup_nonempty (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static char *
dup_percent (double share)
{
  if (isnan (share))
    /* Translators: stands for a figure that nothing can be computed from. */
    return g_strdup (C_ ("figure", "–"));
  /* Translators: a share; the space before the sign is a narrow one. */
  return g_strdup_printf (C_ ("figure", "%d\u202f%%"), to_percent (share));
}

static char *
dup_days (double days)
{
  return g_strdup_printf (ngettext ("%'.0f day", "%'.0f days", (gulong) lround (days)), days);
}

/* Goals. */

static void
add_goals (GPtrArray *steps, TlAnalysis *analysis)
{
  TlItem *root = tl_workspace_get_root (tl_analysis_get_workspace (analysis));
  TlStageStep *step = add_step (steps, TL_STAGE_GOALS);
  guint n = tl_analysis_get_figures (analysis)->n_active_goals;

  if (n == 0)
    step->heading = g_strdup (C_ ("stage", "No goal is written down yet"));
  else
    step->heading = g_strdup_printf (ngettext ("%u goal", "%u goals, in order of priority", n), n);
  step->lead = dup_nonempty (tl_item_get_text (root, TL_WORKSPACE_ORGANISATION));
  step->text = dup_nonempty (tl_item_get_text (root, TL_WORKSPACE_MISSION));
}

/* Of the objectives that are still pursued. */
static guint
count_covered (TlAlignment *alignment, TlItem *goal, guint *n_objectives)
{
  guint n_all;
  TlItem *const *objectives = tl_alignment_get_objectives (alignment, goal, &n_all);
  guint n = 0;

  *n_objectives = 0;
  for (guint i = 0; i < n_all; i++)
    if (tl_alignment_is_active_objective (alignment, objectives[i]))
      {
        *n_objectives += 1;
        n += tl_alignment_is_covered (alignment, objectives[i]) ? 1 : 0;
      }
  return n;
}

static char *
dup_coverage (TlAlignment *alignment, TlItem *goal)
{
  guint n_objectives;
  guint n_covered = count_covered (alignment, goal, &n_objectives);
  double share = tl_alignment_get_goal_share (alignment, goal);

  if (tl_item_get_choice (goal, TL_GOAL_ROLE) == TL_ROLE_NO && n_covered == 0)
    return g_strdup (C_ ("stage", "Learning has no part in this goal, and that is a decision."));
  if (n_objectives == 0)
    return g_strdup (C_ ("stage", "No objective says yet what has to change."));
  if (n_covered == 0)
    return g_strdup_printf (ngettext ("No learning serves its %u objective.",
                                      "No learning serves any of its %u objectives.", n_objectives),
                            n_objectives);
  if (isnan (share))
    return g_strdup_printf (ngettext ("Learning serves %1$u of its %2$u objective.",
                                      "Learning serves %1$u of its %2$u objectives.", n_objectives),
                            n_covered, n_objectives);
  return g_strdup_printf (
      ngettext ("Learning serves %1$u of its %2$u objective, with %3$d %% of the effort.",
                "Learning serves %1$u of its %2$u objectives, with %3$d %% of the effort.",
                n_objectives),
      n_covered, n_objectives, to_percent (share));
}

static void
add_goal (GPtrArray *steps, TlAlignment *alignment, TlItem *goal)
{
  TlStageStep *step = add_step (steps, TL_STAGE_GOAL);
  g_autofree char *name = tl_item_dup_name (goal);

  step->id = g_strdup (tl_item_get_id (goal));
  step->heading
      = g_strdup_printf (C_ ("stage", "%1$u. %2$s"), tl_alignment_get_rank (alignment, goal), name);
  step->lead = tl_stage_dup_owner_line (alignment, goal);
  step->text = dup_coverage (alignment, goal);
}

/* Tray. */

static void
add_tray (GPtrArray *steps, TlAnalysis *analysis)
{
  const TlFigures *figures = tl_analysis_get_figures (analysis);
  g_autofree char *days = dup_days (figures->unaligned_days);
  TlStageStep *step;

  if (figures->n_unaligned == 0)
    return;
  step = add_step (steps, TL_STAGE_TRAY);
  step->heading
      = g_strdup_printf (ngettext ("%u project serves no objective",
                                   "%u projects serve no objective", figures->n_unaligned),
                         figures->n_unaligned);
  if (figures->effort_days > 0)
    /* Translators: days, and the share of all days. */
    step->lead = g_strdup_printf (C_ ("stage", "%1$s of work, %2$d %% of all"), days,
                                  to_percent (figures->unaligned_days / figures->effort_days));
  step->text = g_strdup (C_ ("stage", "For each: link it, return it to analysis, redirect it or "
                                      "stop it."));
}

/* Figures. */

static void
add_figures (GPtrArray *steps, TlAnalysis *analysis)
{
  const TlFigures *figures = tl_analysis_get_figures (analysis);
  TlStageStep *step = add_step (steps, TL_STAGE_FIGURES);

  if (isnan (figures->alignment_rate))
    {
      step->heading = g_strdup (C_ ("stage", "There is no work to measure yet"));
      return;
    }
  step->heading
      = g_strdup_printf (ngettext ("%1$u of %2$u project is aligned",
                                   "%1$u of %2$u projects are aligned", figures->n_counted),
                         figures->n_aligned, figures->n_counted);
}

static void
add_figure (GPtrArray *list, double share, const char *name, char *text)
{
  TlStageFigure *figure = g_new0 (TlStageFigure, 1);

  figure->value = dup_percent (share);
  figure->name = g_strdup (name);
  figure->text = text;
  g_ptr_array_add (list, figure);
}

static char *
dup_band (TlAnalysis *analysis)
{
  TlBand band = tl_figures_get_band (tl_analysis_get_figures (analysis),
                                     tl_analysis_get_workspace (analysis));

  /* Translators: a sign and a word for how well it stands, as "▲ act". */
  return g_strdup_printf (C_ ("stage", "%1$s %2$s"), tl_band_get_sign (band),
                          tl_band_get_word (band));
}

static char *
dup_effort_basis (const TlFigures *figures)
{
  if (figures->n_with_effort < figures->n_counted)
    return g_strdup_printf (ngettext ("%1$u of %2$u project has its days recorded",
                                      "%1$u of %2$u projects have their days recorded",
                                      figures->n_counted),
                            figures->n_with_effort, figures->n_counted);
  return dup_days (figures->effort_days);
}

/**
 * tl_stage_dup_owner_line:
 * @alignment: the alignment
 * @goal: a goal
 *
 * Returns: (transfer full) (nullable): whose goal it is and what it weighs; %NULL when neither is
 *   recorded
 */
char *
tl_stage_dup_owner_line (TlAlignment *alignment, TlItem *goal)
{
  TlItem *owner = tl_item_get_ref (goal, TL_GOAL_OWNER);
  gboolean is_weighed = tl_item_is_set (goal, TL_GOAL_WEIGHT);
  double weight = is_weighed ? tl_item_get_number (goal, TL_GOAL_WEIGHT) : 0;
  g_autofree char *name = owner != NULL ? tl_item_dup_name (owner) : NULL;

  if (owner != NULL && is_weighed)
    /* Translators: who owns a goal, and what it weighs among all goals. */
    return g_strdup_printf (C_ ("stage", "%1$s · weight %2$.0f %%"), name, weight);
  if (owner != NULL)
    return g_steal_pointer (&name);
  if (is_weighed)
    return g_strdup_printf (C_ ("stage", "No owner · weight %.0f %%"), weight);
  return NULL;
}

/**
 * tl_stage_steps_new:
 * @analysis: of the workspace to be presented
 *
 * The talk in its order: the goals, each goal with what serves it, the work that serves nothing,
 * and the figures.
 *
 * Returns: (transfer full) (element-type TlStageStep): the steps, two at least
 */
GPtrArray *
tl_stage_steps_new (TlAnalysis *analysis)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (free_step);
  TlAlignment *alignment = tl_analysis_get_alignment (analysis);
  guint n_goals;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n_goals);

  add_goals (steps, analysis);
  for (guint i = 0; i < n_goals; i++)
    if (tl_alignment_is_active_goal (alignment, goals[i]))
      add_goal (steps, alignment, goals[i]);
  add_tray (steps, analysis);
  add_figures (steps, analysis);
  return steps;
}

/**
 * tl_stage_figures_new:
 * @analysis: of the workspace to be presented
 *
 * Returns: (transfer full) (element-type TlStageFigure): the figures for the last step, in the
 *   order of reading
 */
GPtrArray *
tl_stage_figures_new (TlAnalysis *analysis)
{
  const TlFigures *figures = tl_analysis_get_figures (analysis);
  GPtrArray *list = g_ptr_array_new_with_free_func (free_figure);
  guint n = figures->n_active_objectives;

  add_figure (list, figures->alignment_rate, C_ ("figure", "of projects are aligned"),
              dup_band (analysis));
  add_figure (list, figures->effort_weighted_alignment, C_ ("figure", "of the effort is aligned"),
              dup_effort_basis (figures));
  add_figure (list, figures->objective_coverage, C_ ("figure", "of objectives are served"),
              g_strdup_printf (ngettext ("%1$u of %2$u objective", "%1$u of %2$u objectives", n),
                               figures->n_covered_objectives, n));
  add_figure (list, figures->goal_coverage_by_weight,
              C_ ("figure", "of the goals are served, by weight"),
              g_strdup_printf (ngettext ("%u active goal", "%u active goals",
                                         figures->n_active_goals),
                               figures->n_active_goals));
  return list;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Will anybody be able to tell whether it worked? */

/* The level of impact: the highest that an evaluation is asked for. */
#define HIGHEST_LEVEL 4.0

/* MEA-01 */

static gboolean
has_outcome (TlCheck *check, const TlProjectRow *row)
{
  guint n;
  const guint *links = tl_alignment_get_row_links (check->alignment, row, &n);

  if (row->has_outcome)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (check->alignment->objectives[check->alignment->links[links[i]].objective].has_outcome)
      return TRUE;
  return FALSE;
}

static void
look_for_no_outcome (TlCheck *check, TlItem *project, const TlProjectRow *row)
{
  if (row->is_key && !has_outcome (check, row))
    tl_check_report (check, TL_SEVERITY_MEDIUM, project,
                     g_strdup (_ ("It is to move a top goal; an outcome measure for it or for its "
                                  "objectives is not recorded.")),
                     NULL);
}

/* MEA-02: an evaluation that is not recorded is none, and a level that is not recorded could be the
 * highest. */

typedef struct
{
  double highest; /* of those that are recorded, at most 4; NaN when none is */
  gboolean is_incomplete;
} Levels;

static Levels
collect_levels (TlCheck *check, const TlProjectRow *row)
{
  Levels levels = { .highest = (double) NAN };
  guint n;
  const guint *links = tl_alignment_get_row_links (check->alignment, row, &n);

  for (guint i = 0; i < n; i++)
    {
      const TlLinkRow *link = &check->alignment->links[links[i]];
      TlItem *objective = tl_alignment_get_row_objective (check->alignment, link);
      double level = tl_item_get_number (objective, TL_OBJECTIVE_LEVEL);

      if (isnan (level))
        levels.is_incomplete = TRUE;
      else
        levels.highest = fmax (levels.highest, fmin (level, HIGHEST_LEVEL));
    }
  return levels;
}

static char *
describe_evaluation (double planned, const Levels *levels)
{
  if (isnan (planned) && isnan (levels->highest))
    return g_strdup (_ ("Neither the level of its evaluation nor that of its objectives is "
                        "recorded."));
  if (isnan (planned))
    return g_strdup_printf (_ ("How far it will be evaluated is not recorded; its objectives reach "
                               "level %d."),
                            (int) levels->highest);
  if (planned < levels->highest)
    return g_strdup_printf (_ ("Its evaluation ends at level %1$d, and its objectives reach "
                               "level %2$d."),
                            (int) planned, (int) levels->highest);
  return g_strdup_printf (_ ("Its evaluation ends at level %d; the level of an objective that it "
                             "serves is not recorded."),
                          (int) planned);
}

static void
look_for_short_evaluation (TlCheck *check, TlItem *project, const TlProjectRow *row)
{
  double planned;
  Levels levels;

  if (row->standing != TL_STANDING_ALIGNED
      || (row->has_effort
          && row->effort < tl_check_get_setting (check, TL_SETTINGS_EVALUATION_DAYS)))
    return;
  planned = tl_item_get_number (project, TL_PROJECT_EVALUATION_LEVEL);
  if (planned >= HIGHEST_LEVEL)
    return;
  levels = collect_levels (check, row);
  if (planned >= levels.highest && !levels.is_incomplete)
    return;
  tl_check_report (check, TL_SEVERITY_MEDIUM, project,
                   tl_check_add_unknown_days (describe_evaluation (planned, &levels), row), NULL);
}

/* MEA-03 */

static void
run_no_own_goal (TlCheck *check)
{
  guint n;
  TlItem *const *goals = tl_alignment_get_goals (check->alignment, &n);
  guint n_active = check->figures->n_active_goals;

  for (guint i = 0; i < n_active; i++)
    if (tl_item_get_flag (goals[i], TL_GOAL_FUNCTION_SCORECARD))
      return;
  if (n_active > 0)
    tl_check_report (check, TL_SEVERITY_LOW, NULL,
                     g_strdup (_ ("None of the active goals is recorded as a goal of the learning "
                                  "function itself.")),
                     NULL);
}

/* clang-format off */
const TlRuleRow tl_rules_measures[] = {
  {
    {
      .id = "MEA-01",
      .title = N_("Key project without an outcome measure"),
      .why = N_("Without the goal's own number nobody can tell whether the largest bets pay."),
      .remedy = N_("Take the number by which the goal is judged, and agree with its owner which part of it this is to move."),
      .source = "TDRp",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_ADD,
      .field = TL_MEASURE_OF,
    },
    .look_at_project = look_for_no_outcome,
  },
  {
    {
      .id = "MEA-02",
      .title = N_("Evaluation stops short"),
      .why = N_("Data from a lower level cannot show that the objective was met."),
      .remedy = N_("Plan how to find out at the level of the objective, before the work begins."),
      .source = "Phillips",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_EDIT,
      .field = TL_PROJECT_EVALUATION_LEVEL,
    },
    .look_at_project = look_for_short_evaluation,
  },
  {
    {
      .id = "MEA-03",
      .title = N_("Learning is not on the scorecard"),
      .why = N_("Who measures everybody else and not itself is no partner among equals."),
      .remedy = N_("Add a goal or two by which the learning function is judged, with numbers."),
      .source = "S2",
      .severity = TL_SEVERITY_LOW,
      .fix = TL_FIX_ADD,
      .field = TL_GOAL_FUNCTION_SCORECARD,
    },
    .run = run_no_own_goal,
  },
  { { NULL } },
};
/* clang-format on */

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-contribution.h"

#include <math.h>

#define WHOLE 100.0 /* percent */

/**
 * tl_contribution_get_for_objective:
 * @alignment: how the projects stand to the goals
 * @objective: an objective
 *
 * min (100, Σ percent · confidence) over the valid links of counted projects to it (TDRp). Where
 * nothing serves it, that is nothing; where something does and no link says how much, it is
 * unknown.
 *
 * Returns: the planned contribution
 */
TlContribution
tl_contribution_get_for_objective (TlAlignment *alignment, TlItem *objective)
{
  TlContribution result = { 0 };
  guint n;
  TlItem *const *links = tl_alignment_get_supporters (alignment, objective, &n);

  for (guint i = 0; i < n; i++)
    {
      double percent = tl_item_get_number (links[i], TL_LINK_CONTRIBUTION);
      double confidence = tl_item_get_number (links[i], TL_LINK_CONFIDENCE);

      if (isnan (percent))
        {
          result.n_unknown++;
          continue;
        }
      result.n_unsure += isnan (confidence) ? 1 : 0;
      result.percent += percent * (isnan (confidence) ? 1 : confidence);
    }
  if (n > 0 && result.n_unknown == n)
    result.percent = (double) NAN;
  result.percent = isnan (result.percent) ? result.percent : MIN (result.percent, WHOLE);
  return result;
}

/* What the owner of the goal has agreed to: a percentage, or else a band. */
static double
get_agreed (TlItem *goal)
{
  double percent = tl_item_get_number (goal, TL_GOAL_CONTRIBUTION);
  int band = tl_item_get_choice (goal, TL_GOAL_CONTRIBUTION_BAND);

  if (!tl_item_is_set (goal, TL_GOAL_CONTRIBUTION_AGREED))
    return (double) NAN;
  if (isnan (percent) && band != TL_CHOICE_NONE)
    return tl_field_get_spec (TL_GOAL_CONTRIBUTION_BAND)->choices[band].value;
  return percent;
}

/**
 * tl_contribution_get_for_goal:
 * @alignment: how the projects stand to the goals
 * @goal: a goal
 *
 * The figure that its owner has agreed to, or the mean over its active objectives (TDRp); an
 * objective of which nothing is known is left out, and counted.
 *
 * Returns: the planned contribution
 */
TlContribution
tl_contribution_get_for_goal (TlAlignment *alignment, TlItem *goal)
{
  TlContribution result = { .percent = get_agreed (goal) };
  guint n, n_known = 0;
  TlItem *const *objectives = tl_alignment_get_objectives (alignment, goal, &n);
  double sum = 0;

  result.is_agreed = !isnan (result.percent);
  if (result.is_agreed)
    return result;
  for (guint i = 0; i < n; i++)
    {
      TlContribution part;

      if (!tl_alignment_is_active_objective (alignment, objectives[i]))
        continue;
      part = tl_contribution_get_for_objective (alignment, objectives[i]);
      result.n_unsure += part.n_unsure;
      if (isnan (part.percent))
        {
          result.n_unknown++;
          continue;
        }
      sum += part.percent;
      n_known++;
    }
  if (n_known > 0)
    result.percent = sum / n_known;
  return result;
}

/**
 * tl_contribution_get_band:
 * @percent: a planned contribution, or NaN
 *
 * Returns: the band that it reaches: high from 40 %, medium from 20 %, low from 5 %, as the table
 *   of fields has it; %TL_CHOICE_NONE for less, and for what is not known
 */
int
tl_contribution_get_band (double percent)
{
  const TlFieldSpec *spec = tl_field_get_spec (TL_GOAL_CONTRIBUTION_BAND);

  for (int band = 0; band < spec->n_choices; band++)
    if (percent >= spec->choices[band].value)
      return band;
  return TL_CHOICE_NONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-effort.h"

#include <math.h>

static int
compare_pulls (gconstpointer a, gconstpointer b)
{
  double first = ((const TlPull *) a)->days;
  double second = ((const TlPull *) b)->days;

  return (first < second) - (first > second);
}

/* The weights of the active goals together. */
static double
sum_weights (TlAlignment *alignment)
{
  guint n_goals;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n_goals);
  double sum = 0;

  for (guint i = 0; i < n_goals; i++)
    {
      double weight = tl_item_get_number (goals[i], TL_GOAL_WEIGHT);

      if (tl_alignment_is_active_goal (alignment, goals[i]) && !isnan (weight))
        sum += weight;
    }
  return sum;
}

static double
sum_effort (TlAlignment *alignment)
{
  guint n_goals;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n_goals);
  double sum = 0;

  for (guint i = 0; i < n_goals; i++)
    sum += tl_alignment_get_goal_effort (alignment, goals[i]);
  return sum;
}

/* The part of a project's days that goes to a goal: by the strength of its valid links. */
static double
get_part (TlAlignment *alignment, TlItem *project, TlItem *goal)
{
  guint n_links;
  TlItem *const *links = tl_alignment_get_valid_links (alignment, project, &n_links);
  double into = 0;
  double all = 0;

  for (guint i = 0; i < n_links; i++)
    {
      TlItem *objective = tl_item_get_ref (links[i], TL_LINK_TARGET);
      double sigma = tl_link_get_sigma (links[i]);

      all += sigma;
      if (tl_alignment_get_goal (alignment, objective) == goal)
        into += sigma;
    }
  return all > 0 ? into / all : 0;
}

/* A project may serve several objectives of the goal; it is to be told once. */
static void
add_pulls (TlAlignment *alignment, TlItem *goal, TlItem *objective, GHashTable *seen, GArray *pulls)
{
  guint n_links;
  TlItem *const *links = tl_alignment_get_supporters (alignment, objective, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      TlItem *project = tl_item_get_ref (links[i], TL_LINK_PROJECT);
      TlPull pull = { project, 0 };

      if (!g_hash_table_add (seen, project))
        continue;
      pull.days
          = tl_alignment_get_effort (alignment, project) * get_part (alignment, project, goal);
      g_array_append_val (pulls, pull);
    }
}

/**
 * tl_effort_list_pulls:
 * @alignment: how the projects stand to the goals
 * @goal: an active goal
 *
 * The days of a project are divided among the goals that it serves by the strength of its valid
 * links, as the figure "effort per goal" has it.
 *
 * Returns: (transfer full) (element-type TlPull): the projects that serve the goal, the one with
 *   the most days in it first; those whose days are not recorded come last, with none
 */
GArray *
tl_effort_list_pulls (TlAlignment *alignment, TlItem *goal)
{
  GArray *pulls = g_array_new (FALSE, FALSE, sizeof (TlPull));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_objectives;
  TlItem *const *objectives;

  g_return_val_if_fail (TL_IS_ITEM (goal), pulls);

  objectives = tl_alignment_get_objectives (alignment, goal, &n_objectives);
  for (guint i = 0; i < n_objectives; i++)
    add_pulls (alignment, goal, objectives[i], seen, pulls);
  g_array_sort (pulls, compare_pulls);
  return pulls;
}

/**
 * tl_effort_get_weight:
 * @alignment: how the projects stand to the goals
 * @goal: an active goal
 *
 * Returns: the goal's part of all the weight that is given, from 0 to 1; NaN when no weight is
 */
double
tl_effort_get_weight (TlAlignment *alignment, TlItem *goal)
{
  double weight = tl_item_get_number (goal, TL_GOAL_WEIGHT);
  double sum = sum_weights (alignment);

  return sum > 0 ? (isnan (weight) ? 0 : weight) / sum : (double) NAN;
}

/**
 * tl_effort_get_gap:
 * @alignment: how the projects stand to the goals
 * @goal: an active goal
 *
 * Returns: the goal's share of the days less its weight as it is recorded, as the check ALN-09 has
 *   it, from -1 to 1; NaN when no days or no weight are recorded
 */
double
tl_effort_get_gap (TlAlignment *alignment, TlItem *goal)
{
  return tl_alignment_get_goal_share (alignment, goal)
         - tl_item_get_number (goal, TL_GOAL_WEIGHT) / 100;
}

/**
 * tl_effort_get_days_wanted:
 * @alignment: how the projects stand to the goals
 * @goal: an active goal
 *
 * Returns: by how many days the goal falls short of its part of the weight; negative when it has
 *   more than that; NaN when there are no days or no weights
 */
double
tl_effort_get_days_wanted (TlAlignment *alignment, TlItem *goal)
{
  double effort = sum_effort (alignment);

  if (effort <= 0)
    return (double) NAN;
  return tl_effort_get_weight (alignment, goal) * effort
         - tl_alignment_get_goal_effort (alignment, goal);
}

/**
 * tl_effort_get_days_to_move:
 * @alignment: how the projects stand to the goals
 *
 * Returns: how many days would have to go to another goal for each to have as much of the effort
 *   as of the weight; NaN when there are no days or no weights
 */
double
tl_effort_get_days_to_move (TlAlignment *alignment)
{
  guint n_goals;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n_goals);
  double effort = sum_effort (alignment);
  double weights = sum_weights (alignment);
  double days = 0;

  if (effort <= 0 || weights <= 0)
    return (double) NAN;
  for (guint i = 0; i < n_goals; i++)
    {
      double weight = tl_item_get_number (goals[i], TL_GOAL_WEIGHT);
      double wanted = 0;

      if (!tl_alignment_is_active_goal (alignment, goals[i]))
        continue;
      if (!isnan (weight))
        wanted = weight / weights * effort;
      days += fmax (0, tl_alignment_get_goal_effort (alignment, goals[i]) - wanted);
    }
  return days;
}

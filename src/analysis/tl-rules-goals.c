/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Can the goals be steered by, and are they measured? */

/* GOL-01 */

static void
look_for_no_owner (TlCheck *check, TlItem *goal)
{
  if (!tl_item_is_set (goal, TL_GOAL_OWNER))
    tl_check_report (check, TL_SEVERITY_HIGH, goal, g_strdup (_ ("Its owner is not recorded.")),
                     NULL);
}

/* GOL-02 */

static const struct
{
  TlField field;
  const char *name;
} wanted[] = {
  { TL_GOAL_MEASURE_NAME, NC_ ("what is missing of a goal", "the measure") },
  { TL_GOAL_TARGET, NC_ ("what is missing of a goal", "the target") },
  { TL_GOAL_BY_DATE, NC_ ("what is missing of a goal", "the date") },
};

static void
look_for_unmeasured (TlCheck *check, TlItem *goal)
{
  const char *missing[G_N_ELEMENTS (wanted) + 1] = { NULL };
  g_autofree char *list = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (!tl_item_is_set (goal, wanted[i].field))
      missing[n++] = g_dpgettext2 (GETTEXT_PACKAGE, "what is missing of a goal", wanted[i].name);
  if (n == 0)
    return;
  list = tl_check_join (missing);
  tl_check_report (check, TL_SEVERITY_MEDIUM, goal,
                   g_strdup_printf (C_ ("what is missing of a goal", "Not recorded: %s."), list),
                   NULL);
}

/* GOL-03 */

static void
look_for_too_many_goals (TlCheck *check)
{
  guint n_goals = check->figures->n_active_goals;
  guint n_objectives = check->figures->n_active_objectives;
  guint most_goals = (guint) tl_check_get_setting (check, TL_SETTINGS_MAX_GOALS);
  guint most_objectives = (guint) tl_check_get_setting (check, TL_SETTINGS_MAX_OBJECTIVES);
  char *detail;

  if (n_goals > most_goals && n_objectives > most_objectives)
    detail
        = g_strdup_printf (_ ("There are %u active goals and %u active objectives, more than the "
                              "%u and %u that can be kept in view."),
                           n_goals, n_objectives, most_goals, most_objectives);
  else if (n_goals > most_goals)
    detail = g_strdup_printf (_ ("There are %u active goals, more than the %u that can be kept in "
                                 "view."),
                              n_goals, most_goals);
  else if (n_objectives > most_objectives)
    detail
        = g_strdup_printf (_ ("There are %u active objectives, more than the %u that can be kept "
                              "in view."),
                           n_objectives, most_objectives);
  else
    return;
  tl_check_report (check, TL_SEVERITY_LOW, NULL, detail, NULL);
}

static void
look_for_too_many (TlCheck *check, TlItem *goal)
{
  guint most = (guint) tl_check_get_setting (check, TL_SETTINGS_MAX_PER_GOAL);
  guint n = tl_check_count_active_objectives (check, goal);

  if (n > most)
    tl_check_report (
        check, TL_SEVERITY_LOW, goal,
        g_strdup_printf (_ ("It has %u active objectives, more than the %u that can be "
                            "kept in view."),
                         n, most),
        NULL);
}

/* GOL-04 */

typedef struct
{
  guint n_active;
  guint n_unknown;
  double highest; /* -1 when no level is recorded */
} Levels;

static Levels
collect_levels (TlCheck *check, TlItem *goal)
{
  guint n;
  TlItem *const *objectives = tl_alignment_get_objectives (check->alignment, goal, &n);
  Levels levels = { 0, 0, -1 };

  for (guint i = 0; i < n; i++)
    {
      double level = tl_item_get_number (objectives[i], TL_OBJECTIVE_LEVEL);

      if (!tl_alignment_is_active_objective (check->alignment, objectives[i]))
        continue;
      levels.n_active++;
      if (isnan (level))
        levels.n_unknown++;
      else
        levels.highest = MAX (levels.highest, level);
    }
  return levels;
}

static char *
describe_levels (const Levels *levels)
{
  if (levels->n_unknown == levels->n_active)
    return g_strdup_printf (ngettext ("The level of its %u objective is not recorded.",
                                      "The levels of its %u objectives are not recorded.",
                                      levels->n_active),
                            levels->n_active);
  if (levels->n_unknown > 0)
    return g_strdup_printf (ngettext ("The highest level of its objectives is %d, as far as "
                                      "recorded; for %u it is not recorded.",
                                      "The highest level of its objectives is %d, as far as "
                                      "recorded; for %u it is not recorded.",
                                      levels->n_unknown),
                            (int) levels->highest, levels->n_unknown);
  return g_strdup_printf (_ ("The highest level of its objectives is %d: no work has to change "
                             "for them to be met."),
                          (int) levels->highest);
}

static void
look_for_low_level (TlCheck *check, TlItem *goal)
{
  double least = tl_check_get_setting (check, TL_SETTINGS_MIN_LEVEL);
  Levels levels = collect_levels (check, goal);

  if (levels.n_active > 0 && levels.highest < least)
    tl_check_report (check, TL_SEVERITY_MEDIUM, goal, describe_levels (&levels), NULL);
}

/* clang-format off */
const TlRuleRow tl_rules_goals[] = {
  {
    {
      .id = "GOL-01",
      .title = N_("Nobody answers for the goal"),
      .why = N_("Learning that serves it has no partner to agree anything with."),
      .remedy = N_("Find the leader who is held to account for it, and record the name."),
      .source = "S14",
      .severity = TL_SEVERITY_HIGH,
      .fix = TL_FIX_EDIT,
      .field = TL_GOAL_OWNER,
    },
    .look_at_goal = look_for_no_owner,
  },
  {
    {
      .id = "GOL-02",
      .title = N_("Goal without a measure"),
      .why = N_("Without a number and a day nobody will be able to tell whether it was reached, or what learning did for it."),
      .remedy = N_("Ask its owner by which number it is judged, where that stands today, and where it has to be by when."),
      .source = "S2",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_FILL,
      .field = TL_GOAL_MEASURE_NAME,
      .more = { { TL_FIX_FILL, TL_GOAL_TARGET }, { TL_FIX_FILL, TL_GOAL_BY_DATE } },
    },
    .look_at_goal = look_for_unmeasured,
  },
  {
    {
      .id = "GOL-03",
      .title = N_("More than can be steered by"),
      .why = N_("Where everything matters, nothing is decided by it."),
      .remedy = N_("Merge what belongs together, or give each unit its own."),
      .source = "TDRp",
      .severity = TL_SEVERITY_LOW,
      .fix = TL_FIX_EDIT,
      .field = TL_OBJECTIVE_STATUS,
      .more = { { TL_FIX_EDIT, TL_GOAL_STATUS } },
    },
    .run = look_for_too_many_goals,
    .look_at_goal = look_for_too_many,
  },
  {
    {
      .id = "GOL-04",
      .title = N_("Objectives end in the classroom"),
      .why = N_("People who liked it and learned it have changed nothing yet."),
      .remedy = N_("Add an objective for what people will do at work (level 3), and one for the number that it moves (level 4)."),
      .source = "Phillips",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_OBJECTIVE,
      .field = TL_OBJECTIVE_LEVEL,
    },
    .look_at_goal = look_for_low_level,
  },
  { { NULL } },
};
/* clang-format on */

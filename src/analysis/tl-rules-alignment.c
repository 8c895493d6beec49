/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Does the work lead to the goals, and is every goal served? */

#define PERCENT 100.0
#define TOLERANCE 1e-9 /* of percent */

/* ALN-01 */

static char *
describe_unlinked (TlCheck *check, TlItem *project)
{
  double days = tl_alignment_get_effort (check->alignment, project);
  char figure[TL_FIGURE_LENGTH];

  if (!tl_item_is_set (project, TL_PROJECT_ORIGIN))
    return g_strdup (_ ("It is linked to nothing, and whether a rule demands it is not recorded."));
  if (!tl_item_is_set (project, TL_PROJECT_EFFORT))
    return g_strdup (_ ("It is linked to nothing, and its days are not recorded."));
  return g_strdup_printf (ngettext ("It takes %s day and is linked to nothing.",
                                    "It takes %s days and is linked to nothing.",
                                    tl_check_get_plural (days)),
                          tl_check_format_figure (days, figure));
}

static char *
advise_unlinked (TlCheck *check, TlItem *project)
{
  gboolean is_alike;
  TlItem *objective = tl_suggester_find (tl_check_get_suggester (check), project, &is_alike);

  if (objective == NULL)
    return NULL;
  if (is_alike)
    return g_strdup_printf (
        _ ("“%s” sounds close to it and has no project yet: link it there, or stop it. Back in "
           "analysis it stays on this list until its objective is found."),
        tl_check_get_name (objective));
  return g_strdup_printf (
      _ ("Stop it, or take it back to analysis until its objective is found: it sounds like none "
         "of the objectives that wait for a project. Should it stay, its days would count most for "
         "“%s”."),
      tl_check_get_name (objective));
}

static void
look_for_unlinked (TlCheck *check, TlItem *project, const TlProjectRow *row)
{
  if (row->standing != TL_STANDING_UNLINKED)
    return;
  tl_check_report (check, TL_SEVERITY_HIGH, project, describe_unlinked (check, project),
                   advise_unlinked (check, project));
}

/* ALN-02 */

static char *
describe_closed_target (TlCheck *check, TlItem *target)
{
  const char *name = tl_check_get_name (target);

  if (!tl_alignment_is_active_objective (check->alignment, target))
    return g_strdup_printf (_ ("All that it serves is “%s”, which is no longer active."), name);
  if (tl_alignment_get_goal (check->alignment, target) == NULL)
    return g_strdup_printf (_ ("All that it serves is “%s”, which stands under no goal."), name);
  return g_strdup_printf (_ ("All that it serves is “%s”, whose goal is no longer active."), name);
}

static char *
describe_closed (TlCheck *check, TlItem *project)
{
  guint n;
  TlItem *const *links = tl_alignment_get_links (check->alignment, project, &n);

  if (n == 1)
    return describe_closed_target (check, tl_item_get_ref (links[0], TL_LINK_TARGET));
  return g_strdup_printf (ngettext ("It has %u link, to nothing that is active any more.",
                                    "It has %u links, none to anything that is active any more.",
                                    n),
                          n);
}

static void
look_for_closed (TlCheck *check, TlItem *project, const TlProjectRow *row)
{
  if (row->standing != TL_STANDING_CLOSED)
    return;
  tl_check_report (check, TL_SEVERITY_HIGH, project, describe_closed (check, project), NULL);
}

/* ALN-03 */

static TlItem *
find_linked_goal (TlCheck *check, TlItem *project)
{
  guint n;
  TlItem *const *links = tl_alignment_get_links (check->alignment, project, &n);

  for (guint i = 0; i < n; i++)
    {
      TlItem *target = tl_item_get_ref (links[i], TL_LINK_TARGET);

      if (tl_item_get_kind (target) == TL_KIND_GOAL
          && tl_alignment_is_active_goal (check->alignment, target))
        return target;
    }
  g_assert_not_reached ();
}

static void
look_for_goal_only (TlCheck *check, TlItem *project, const TlProjectRow *row)
{
  TlItem *goal;

  if (row->standing != TL_STANDING_GOAL_ONLY)
    return;
  goal = find_linked_goal (check, project);
  tl_check_report (check, TL_SEVERITY_MEDIUM, project,
                   g_strdup_printf (_ ("It is linked straight to “%s”, and nothing says what it is "
                                       "to change there."),
                                    tl_check_get_name (goal)),
                   NULL);
}

/* ALN-04 */

static gboolean
is_strength_recorded (TlCheck *check, TlItem *project)
{
  guint n;
  TlItem *const *links = tl_alignment_get_valid_links (check->alignment, project, &n);

  for (guint i = 0; i < n; i++)
    if (!tl_item_is_set (links[i], TL_LINK_STRENGTH))
      return FALSE;
  return TRUE;
}

static char *
describe_weak (TlCheck *check, TlItem *project)
{
  double days = tl_alignment_get_effort (check->alignment, project);
  char figure[TL_FIGURE_LENGTH];

  if (!tl_item_is_set (project, TL_PROJECT_EFFORT))
    return g_strdup (_ ("Only weak links hold it, and its days are not recorded."));
  if (!is_strength_recorded (check, project))
    return g_strdup_printf (
        ngettext ("It takes %s day, and how strongly it helps is not recorded.",
                  "It takes %s days, and how strongly it helps is not recorded.",
                  tl_check_get_plural (days)),
        tl_check_format_figure (days, figure));
  return g_strdup_printf (ngettext ("It takes %s day and is held by weak links alone.",
                                    "It takes %s days and is held by weak links alone.",
                                    tl_check_get_plural (days)),
                          tl_check_format_figure (days, figure));
}

/* A link whose strength is not recorded counts as weak, and days that are not recorded as many. */
static void
look_for_weak (TlCheck *check, TlItem *project, const TlProjectRow *row)
{
  double weak = tl_field_get_spec (TL_LINK_STRENGTH)->choices[TL_STRENGTH_WEAK].value;
  double limit = tl_check_get_setting (check, TL_SETTINGS_WEAK_DAYS);

  if (row->standing != TL_STANDING_ALIGNED || row->strength > weak
      || tl_item_get_number (project, TL_PROJECT_EFFORT) < limit)
    return;
  tl_check_report (check, TL_SEVERITY_MEDIUM, project, describe_weak (check, project), NULL);
}

/* ALN-05 */

static void
look_for_no_goal (TlCheck *check, TlItem *objective)
{
  TlItem *goal = tl_alignment_get_goal (check->alignment, objective);

  if (goal == NULL)
    tl_check_report (check, TL_SEVERITY_HIGH, objective,
                     g_strdup (_ ("Which goal it serves is not recorded.")), NULL);
  else if (!tl_alignment_is_active_goal (check->alignment, goal))
    tl_check_report (check, TL_SEVERITY_HIGH, objective,
                     g_strdup_printf (_ ("Its goal “%s” is no longer active."),
                                      tl_check_get_name (goal)),
                     NULL);
}

/* ALN-06 */

static TlItem *
find_owner (TlItem *objective, TlItem *goal)
{
  TlItem *owner = tl_item_get_ref (objective, TL_OBJECTIVE_OWNER);

  return owner != NULL ? owner : tl_item_get_ref (goal, TL_GOAL_OWNER);
}

static void
report_unsupported (TlCheck *check, TlItem *objective, TlItem *goal)
{
  TlItem *owner = find_owner (objective, goal);
  gboolean is_top = tl_alignment_is_top_goal (check->alignment, goal);
  char *remedy = NULL;

  if (owner != NULL)
    remedy = g_strdup_printf (_ ("Ask the owner, %s, whether learning can move it. If it can, "
                                 "begin the analysis; if not, record that it has no role."),
                              tl_check_get_name (owner));
  tl_check_report (check, is_top ? TL_SEVERITY_HIGH : TL_SEVERITY_MEDIUM, objective,
                   g_strdup_printf (is_top ? _ ("No project works on it, and “%s” is a top goal.")
                                           : _ ("No project works on it, for the goal “%s”."),
                                    tl_check_get_name (goal)),
                   remedy);
}

static gboolean
may_have_role (TlItem *goal)
{
  return tl_item_get_choice (goal, TL_GOAL_ROLE) != TL_ROLE_NO;
}

static void
look_for_unsupported (TlCheck *check, TlItem *objective)
{
  TlItem *goal = tl_alignment_get_goal (check->alignment, objective);

  if (goal != NULL && tl_alignment_is_active_goal (check->alignment, goal) && may_have_role (goal)
      && !tl_alignment_is_covered (check->alignment, objective))
    report_unsupported (check, objective, goal);
}

/* ALN-07 */

static void
report_unreached (TlCheck *check, TlItem *goal)
{
  TlItem *owner = tl_item_get_ref (goal, TL_GOAL_OWNER);
  guint n = tl_check_count_active_objectives (check, goal);
  gboolean is_top = tl_alignment_is_top_goal (check->alignment, goal);
  char *detail, *remedy = NULL;

  if (n == 0)
    detail = g_strdup (_ ("It has no active objective that a project could serve."));
  else
    detail = g_strdup_printf (ngettext ("It has %u active objective, and no project works on it.",
                                        "It has %u active objectives, and no project works on any.",
                                        n),
                              n);
  if (owner != NULL)
    remedy = g_strdup_printf (_ ("Settle with the owner, %s, whether learning has a part in it, "
                                 "and record the answer."),
                              tl_check_get_name (owner));
  tl_check_report (check, is_top ? TL_SEVERITY_HIGH : TL_SEVERITY_MEDIUM, goal, detail, remedy);
}

static void
look_for_unreached (TlCheck *check, TlItem *goal)
{
  if (may_have_role (goal) && !tl_alignment_is_goal_covered (check->alignment, goal))
    report_unreached (check, goal);
}

/* ALN-08 */

static void
report_undecided (TlCheck *check, TlItem *goal)
{
  TlItem *owner = tl_item_get_ref (goal, TL_GOAL_OWNER);
  gboolean is_top = tl_alignment_is_top_goal (check->alignment, goal);
  char *remedy = NULL;

  if (owner != NULL)
    remedy = g_strdup_printf (_ ("Bring it up when you next meet the owner, %s."),
                              tl_check_get_name (owner));
  tl_check_report (check, is_top ? TL_SEVERITY_MEDIUM : TL_SEVERITY_LOW, goal,
                   g_strdup (is_top ? _ ("It is a top goal, and whether learning has a part in it "
                                         "is not recorded.")
                                    : _ ("Whether learning has a part in it is not recorded.")),
                   remedy);
}

static void
look_for_undecided (TlCheck *check, TlItem *goal)
{
  if (tl_item_get_choice (goal, TL_GOAL_ROLE) == TL_ROLE_UNDECIDED)
    report_undecided (check, goal);
}

/* ALN-09: a goal whose weight is not recorded is measured as one that weighs nothing. */

static char *
describe_gap (double share, double weight)
{
  char share_figure[TL_FIGURE_LENGTH], weight_figure[TL_FIGURE_LENGTH];

  tl_check_format_figure (share, share_figure);
  if (isnan (weight))
    return g_strdup_printf (_ ("It gets %s %% of the days, and its weight is not recorded."),
                            share_figure);
  return g_strdup_printf (_ ("It gets %s %% of the days and weighs %s %%."), share_figure,
                          tl_check_format_figure (weight, weight_figure));
}

static const char *
advise_on_gap (double share, double weight)
{
  if (isnan (weight))
    return _ ("Record what it weighs; then see whether the days fit.");
  if (share < weight)
    return _ ("Move days to it from goals that weigh less, or lower its weight and note the "
              "reason.");
  return _ ("Move days from it to goals that weigh more, or raise its weight and note the reason.");
}

static void
report_gap (TlCheck *check, TlItem *goal, double share, double weight)
{
  gboolean is_under = share < weight;
  gboolean is_top = tl_alignment_is_top_goal (check->alignment, goal);

  tl_check_report (check, is_top && is_under ? TL_SEVERITY_HIGH : TL_SEVERITY_MEDIUM, goal,
                   describe_gap (share, weight), g_strdup (advise_on_gap (share, weight)));
}

static void
look_for_gap (TlCheck *check, TlItem *goal)
{
  double limit = tl_check_get_setting (check, TL_SETTINGS_EFFORT_GAP) - TOLERANCE;
  double share = tl_alignment_get_goal_share (check->alignment, goal) * PERCENT;
  double weight = tl_item_get_number (goal, TL_GOAL_WEIGHT);

  if (fabs (share - (isnan (weight) ? 0 : weight)) >= limit)
    report_gap (check, goal, share, weight);
}

/* clang-format off */
const TlRuleRow tl_rules_alignment[] = {
  {
    {
      .id = "ALN-01",
      .title = N_("Work that serves no objective"),
      .why = N_("Days that lead to no objective cannot be explained to those who pay for them."),
      .remedy = N_("Link it to the objective that it moves, or stop it. Back in analysis it stays on this list until its objective is found."),
      .source = "S1",
      .severity = TL_SEVERITY_HIGH,
      .fix = TL_FIX_LINK,
      .more = { { TL_FIX_STOP }, { TL_FIX_ANALYSIS } },
    },
    .look_at_project = look_for_unlinked,
  },
  {
    {
      .id = "ALN-02",
      .title = N_("Serves only what is closed"),
      .why = N_("The business has moved on, and this work has not moved with it."),
      .remedy = N_("Point it to an objective that is still open, or close it as well."),
      .source = "S5",
      .severity = TL_SEVERITY_HIGH,
      .fix = TL_FIX_LINK,
      .more = { { TL_FIX_STOP } },
    },
    .look_at_project = look_for_closed,
  },
  {
    {
      .id = "ALN-03",
      .title = N_("No objective between project and goal"),
      .why = N_("A goal is too large to be moved by a project; an objective says which part of it is meant."),
      .remedy = N_("Write down what has to change for the goal, and link the project to that."),
      .source = "S11",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_OBJECTIVE,
      .more = { { TL_FIX_LINK }, { TL_FIX_STOP } },
    },
    .look_at_project = look_for_goal_only,
  },
  {
    {
      .id = "ALN-04",
      .title = N_("Held by weak links alone"),
      .why = N_("Much work for a little help is hard to defend."),
      .remedy = N_("Say in a sentence how it moves the objective, and the link may be stronger than it seems; or spend fewer days on it."),
      .source = "S1",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_EDIT,
      .field = TL_LINK_STRENGTH,
      .more = { { TL_FIX_EDIT, TL_PROJECT_EFFORT }, { TL_FIX_STOP } },
    },
    .look_at_project = look_for_weak,
  },
  {
    {
      .id = "ALN-05",
      .title = N_("Objective under no active goal"),
      .why = N_("What is done for it counts for nobody."),
      .remedy = N_("Put it under a goal that is active, or drop it."),
      .source = "S12",
      .severity = TL_SEVERITY_HIGH,
      .fix = TL_FIX_EDIT,
      .field = TL_OBJECTIVE_GOAL,
      .more = { { TL_FIX_EDIT, TL_OBJECTIVE_STATUS } },
    },
    .look_at_objective = look_for_no_goal,
  },
  {
    {
      .id = "ALN-06",
      .title = N_("Objective without support"),
      .why = N_("Somebody expects this change. That learning does nothing for it may be right, but then it is a choice to be recorded."),
      .remedy = N_("Find out who answers for it, and ask whether learning can move it."),
      .source = "S4",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_LINK,
      .more = { { TL_FIX_EDIT, TL_GOAL_ROLE }, { TL_FIX_EDIT, TL_OBJECTIVE_STATUS } },
    },
    .look_at_objective = look_for_unsupported,
  },
  {
    {
      .id = "ALN-07",
      .title = N_("Goal that no project reaches"),
      .why = N_("Its owner will look for learning in it, and find none."),
      .remedy = N_("Find its owner, settle whether learning has a part in it, and record the answer."),
      .source = "TDRp",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_EDIT,
      .field = TL_GOAL_ROLE,
      .more = { { TL_FIX_EDIT, TL_GOAL_STATUS } },
    },
    .look_at_goal = look_for_unreached,
  },
  {
    {
      .id = "ALN-08",
      .title = N_("Part of learning not settled"),
      .why = N_("Until it is settled, nobody knows whether a gap here is a fault or a choice."),
      .remedy = N_("Bring it up with the goal's owner."),
      .source = "TDRp",
      .severity = TL_SEVERITY_LOW,
      .fix = TL_FIX_EDIT,
      .field = TL_GOAL_ROLE,
    },
    .look_at_goal = look_for_undecided,
  },
  {
    {
      .id = "ALN-09",
      .title = N_("Days and weight disagree"),
      .why = N_("Where the days go is the strategy that people see."),
      .remedy = N_("Move days, or change the weight and note the reason."),
      .source = "S1",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_EDIT,
      .field = TL_GOAL_WEIGHT,
    },
    .look_at_goal = look_for_gap,
  },
  { { NULL } },
};
/* clang-format on */

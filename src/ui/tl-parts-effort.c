/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-parts.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-effort.h"
#include "tl-pack-words.h"

#define PERCENT 100.0

static void
add_pulls (TlPart *part, TlAlignment *alignment, TlItem *goal)
{
  g_autoptr (GArray) pulls = tl_effort_list_pulls (alignment, goal);

  for (guint i = 0; i < pulls->len; i++)
    {
      const TlPull *pull = &g_array_index (pulls, TlPull, i);
      TlPart *project = tl_part_add (part, tl_part_new_for (pull->project));

      if (tl_item_is_set (pull->project, TL_PROJECT_EFFORT))
        project->number = tl_pack_format_days (pull->days);
      else
        project->number = g_strdup (C_ ("days", "not recorded"));
    }
}

/* Which way the days would have to go. */
static char *
tell_move (double days)
{
  g_autofree char *number = tl_pack_format_days (round (fabs (days)));

  if (isnan (days) || round (days) == 0)
    return NULL;
  if (days > 0)
    /* Translators: so many days: "12 days short of its weight". */
    return g_strdup_printf (C_ ("effort", "%s short of its weight"), number);
  /* Translators: so many days: "12 days more than its weight". */
  return g_strdup_printf (C_ ("effort", "%s more than its weight"), number);
}

static char *
tell_detail (TlAlignment *alignment, TlItem *goal)
{
  double weight = tl_item_get_number (goal, TL_GOAL_WEIGHT) / PERCENT;
  g_autofree char *share = tl_pack_format_share (tl_alignment_get_goal_share (alignment, goal));
  g_autofree char *number = tl_pack_format_share (weight);
  g_autofree char *move = tell_move (tl_effort_get_days_wanted (alignment, goal));
  g_autofree char *held = NULL;

  if (isnan (weight))
    /* Translators: a share of the days. */
    return g_strdup_printf (C_ ("effort", "%s of effort · weight not recorded"), share);
  /* Translators: a share of the days and the weight of a goal: "12 % of effort · 20 % of weight".
   */
  held = g_strdup_printf (C_ ("effort", "%s of effort · weight %s"), share, number);
  return move != NULL ? g_strdup_printf ("%s · %s", held, move) : g_steal_pointer (&held);
}

static gboolean
is_flagged (TlSession *session, TlItem *goal)
{
  g_autoptr (GPtrArray) findings = tl_analysis_find_item (tl_session_get_analysis (session), goal);

  for (guint i = 0; i < findings->len; i++)
    {
      const TlFinding *finding = findings->pdata[i];

      if (finding->waiver == NULL && g_str_equal (finding->rule->id, "ALN-09"))
        return TRUE;
    }
  return FALSE;
}

static void
add_goal (TlPart *root, TlSession *session, TlItem *goal, double longest)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  TlPart *part = tl_part_add (root, tl_part_new_for (goal));
  double share = tl_alignment_get_goal_share (alignment, goal);
  double gap = tl_effort_get_gap (alignment, goal);

  part->look = TL_PART_GOAL;
  part->rank = tl_alignment_get_rank (alignment, goal);
  part->share = isnan (share) ? 0 : share / longest;
  part->mark = tl_item_get_number (goal, TL_GOAL_WEIGHT) / PERCENT / longest;
  part->number = tl_pack_format_days (tl_alignment_get_goal_effort (alignment, goal));
  part->detail = tell_detail (alignment, goal);
  if (is_flagged (session, goal) && !isnan (gap))
    {
      g_autofree char *points = tl_pack_format_points (gap);

      /* Translators: a difference in points of percent, with its sign. */
      part->note = g_strdup_printf (C_ ("gap", "▲ %s points"), points);
      tl_part_add_action (part, "win.edit-field",
                          g_variant_new ("(si)", tl_item_get_id (goal), TL_GOAL_WEIGHT),
                          C_ ("button", "Change Weight…"));
    }
  add_pulls (part, alignment, goal);
}

static double
find_longest (TlAlignment *alignment, TlItem *const *goals, guint n_goals)
{
  double longest = 0;

  for (guint i = 0; i < n_goals; i++)
    longest = fmax (longest, fmax (tl_alignment_get_goal_share (alignment, goals[i]),
                                   tl_item_get_number (goals[i], TL_GOAL_WEIGHT) / PERCENT));
  return longest > 0 ? longest : 1;
}

static char *
say_effort (TlSession *session)
{
  TlAnalysis *analysis = tl_session_get_analysis (session);
  const TlRule *rule = tl_rule_find ("ALN-09");
  guint n_flagged = rule != NULL ? tl_analysis_count (analysis, rule) : 0;
  double days = tl_effort_get_days_to_move (tl_session_get_alignment (session));

  if (isnan (days))
    return g_strdup (_ ("Effort and priority cannot be compared before goals have weights and "
                        "projects have days"));
  if (n_flagged == 0)
    return g_strdup (_ ("Effort goes where the priorities are"));
  return g_strdup_printf (ngettext ("%u goal gets far more or far less effort than it weighs",
                                    "%u goals get far more or far less effort than they weigh",
                                    n_flagged),
                          n_flagged);
}

static char *
say_move (TlSession *session)
{
  const TlFigures *figures = tl_analysis_get_figures (tl_session_get_analysis (session));
  double days = tl_effort_get_days_to_move (tl_session_get_alignment (session));
  g_autofree char *number = NULL;
  g_autofree char *focus = NULL;

  if (isnan (days))
    return NULL;
  number = tl_pack_format_days (round (days));
  focus = tl_pack_format_share (figures->focus_index);
  /* Translators: a number of days, and a share of the effort. */
  return g_strdup_printf (_ ("%s would have to move to match the weights. %s of the effort lies "
                             "where the priorities do: the bar is a goal's share of the days, the "
                             "stroke across it its weight."),
                          number, focus);
}

/**
 * tl_parts_of_effort:
 * @session: a session
 *
 * Where the days go, against where the priorities are, with what pulls them there (practice S1).
 *
 * Returns: what the desk says, to be cleared with tl_parts_clear()
 */
TlParts
tl_parts_of_effort (TlSession *session)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  guint n_goals;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n_goals);
  double longest = find_longest (alignment, goals, n_goals);
  TlParts parts
      = { say_effort (session), say_move (session), tl_part_new ("effort", C_ ("desk", "Effort")) };

  for (guint i = 0; i < n_goals; i++)
    {
      if (tl_alignment_is_active_goal (alignment, goals[i]))
        add_goal (parts.root, session, goals[i], longest);
    }
  return parts;
}

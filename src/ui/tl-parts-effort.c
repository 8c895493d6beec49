/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-parts.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-balance.h"
#include "tl-effort.h"
#include "tl-pack-words.h"

#define PERCENT 100.0

static void
add_pulls (TlPart *part, TlAlignment *alignment, TlItem *goal)
{
  g_autoptr (GArray) pulls = tl_effort_list_parts (alignment, goal);

  for (guint i = 0; i < pulls->len; i++)
    {
      const TlEffortPart *pull = &g_array_index (pulls, TlEffortPart, i);
      TlPart *project = tl_part_add (part, tl_part_new_for (pull->project));

      if (tl_item_is_set (pull->project, TL_PROJECT_EFFORT))
        project->number = tl_pack_format_days (pull->days);
      else
        project->number = g_strdup (C_ ("days", "not recorded"));
    }
}

/* Which way the days would have to go. */
static char *
tell_move (double excess)
{
  g_autofree char *number = tl_pack_format_days (round (fabs (excess)));

  if (isnan (excess) || round (fabs (excess)) < 1)
    return NULL;
  if (excess < 0)
    /* Translators: so many days: "12 days short of its weight". */
    return g_strdup_printf (C_ ("effort", "%s short of its weight"), number);
  /* Translators: so many days: "12 days more than its weight". */
  return g_strdup_printf (C_ ("effort", "%s more than its weight"), number);
}

static char *
tell_detail (const TlPull *pull)
{
  g_autofree char *share = tl_pack_format_share (pull->share / PERCENT);
  g_autofree char *number = tl_pack_format_share (pull->weight / PERCENT);
  g_autofree char *move = tell_move (pull->excess);
  g_autofree char *held = NULL;

  if (isnan (pull->weight))
    /* Translators: a share of the days. */
    return g_strdup_printf (C_ ("effort", "%s of effort · weight not recorded"), share);
  /* Translators: a share of the days and the weight of a goal: "12 % of effort · weight 20 %". */
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
add_goal (TlPart *root, TlSession *session, const TlPull *pull, double longest)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  TlPart *part = tl_part_add (root, tl_part_new_for (pull->goal));

  part->look = TL_PART_GOAL;
  part->rank = tl_alignment_get_rank (alignment, pull->goal);
  part->share = isnan (pull->share) ? 0 : pull->share / longest;
  part->mark = pull->weight / longest;
  part->number = tl_pack_format_days (pull->days);
  part->detail = tell_detail (pull);
  if (is_flagged (session, pull->goal) && !isnan (pull->points))
    {
      g_autofree char *points = tl_pack_format_points (pull->points / PERCENT);

      /* Translators: a difference in points of percent, with its sign. */
      part->note = g_strdup_printf (C_ ("gap", "▲ %s points"), points);
      tl_part_add_action (part, "win.edit-field",
                          g_variant_new ("(si)", tl_item_get_id (pull->goal), TL_GOAL_WEIGHT),
                          C_ ("button", "Change Weight…"));
    }
  add_pulls (part, alignment, pull->goal);
}

static double
find_longest (const TlBalance *balance)
{
  double longest = 0;

  for (guint i = 0; i < balance->pulls->len; i++)
    {
      const TlPull *pull = &g_array_index (balance->pulls, TlPull, i);

      longest = fmax (longest, fmax (pull->share, pull->weight));
    }
  return longest > 0 ? longest : PERCENT;
}

static char *
say_effort (TlSession *session, const TlBalance *balance)
{
  const TlRule *rule = tl_rule_find ("ALN-09");
  guint n_flagged = tl_analysis_count (tl_session_get_analysis (session), rule);

  if (!balance->is_known)
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
say_move (TlSession *session, TlBalance *balance)
{
  const TlFigures *figures = tl_analysis_get_figures (tl_session_get_analysis (session));
  g_autofree char *days = tl_pack_format_days (round (balance->to_move));
  g_autofree char *focus = tl_pack_format_share (figures->focus_index);

  if (!balance->is_known)
    return NULL;
  /* Translators: a number of days, and a share of the effort. */
  return g_strdup_printf (_ ("%s would have to move to match the weights. %s of the effort lies "
                             "where the priorities do: the bar is a goal's share of the days, the "
                             "stroke across it its weight."),
                          days, focus);
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
  g_auto (TlBalance) balance = { 0 };
  TlParts parts = { .root = tl_part_new ("effort", C_ ("desk", "Effort")) };
  double longest;

  tl_balance_init (&balance, tl_session_get_alignment (session));
  longest = find_longest (&balance);
  parts.headline = say_effort (session, &balance);
  parts.text = say_move (session, &balance);
  for (guint i = 0; i < balance.pulls->len; i++)
    add_goal (parts.root, session, &g_array_index (balance.pulls, TlPull, i), longest);
  return parts;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-pack-sentences.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-pack-words.h"
#include "tl-partner.h"

#define PERCENT 100.0
#define TOLERANCE 1e-9 /* a gap that is the threshold but for rounding has reached it */

/* The most important active goal that learning may serve and does not. */
static TlItem *
find_goal_without_learning (const TlPack *pack)
{
  guint n_goals;
  TlItem *const *goals = tl_pack_get_goals (pack, &n_goals);

  for (guint i = 0; i < n_goals; i++)
    if (tl_item_get_choice (goals[i], TL_GOAL_ROLE) != TL_ROLE_NO
        && !tl_alignment_is_goal_covered (pack->alignment, goals[i]))
      return goals[i];
  return NULL;
}

/* The goal that has most effort over its weight, or under it, when that is more than the settings
 * allow. */
static TlItem *
find_notable_gap (const TlPack *pack, gboolean over)
{
  double limit = tl_workspace_get_setting (pack->workspace, TL_SETTINGS_EFFORT_GAP) / PERCENT;
  TlItem *goal = tl_pack_find_widest_gap (pack, over);

  return goal != NULL && fabs (tl_pack_get_gap (pack, goal)) + TOLERANCE >= limit ? goal : NULL;
}

static gboolean
is_effort_shared (const TlPack *pack)
{
  guint n_goals;
  TlItem *const *goals = tl_pack_get_goals (pack, &n_goals);

  return n_goals > 0 && !isnan (tl_alignment_get_goal_share (pack->alignment, goals[0]));
}

/**
 * tl_pack_has_weights:
 * @pack: the summary
 *
 * Returns: whether any active goal has a weight
 */
gboolean
tl_pack_has_weights (const TlPack *pack)
{
  guint n_goals;
  TlItem *const *goals = tl_pack_get_goals (pack, &n_goals);

  for (guint i = 0; i < n_goals; i++)
    if (tl_item_get_number (goals[i], TL_GOAL_WEIGHT) > 0)
      return TRUE;
  return FALSE;
}

/**
 * tl_pack_count_high:
 * @pack: the summary
 *
 * Returns: how many findings of high severity it tells of and are not waived
 */
guint
tl_pack_count_high (const TlPack *pack)
{
  guint n_high = 0;

  for (guint i = 0; i < tl_analysis_get_n_findings (pack->analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (pack->analysis, i);

      if (tl_pack_shows (pack, finding) && finding->severity == TL_SEVERITY_HIGH)
        n_high++;
    }
  return n_high;
}

/**
 * tl_pack_say_alignment:
 * @pack: the summary
 *
 * Returns: (transfer full): the conclusion of the first page, by the band of the alignment rate
 */
char *
tl_pack_say_alignment (const TlPack *pack)
{
  const TlFigures *f = pack->figures;

  if (f->n_counted == 0)
    return g_strdup (_ ("No project is under way yet, so there is no alignment to judge"));
  if (f->n_aligned == f->n_counted)
    return g_strdup_printf (ngettext ("Everything is aligned: the %u project under way serves an "
                                      "active objective",
                                      "Everything is aligned: all %u projects under way serve an "
                                      "active objective",
                                      f->n_counted),
                            f->n_counted);
  if (f->n_aligned == 0)
    return g_strdup_printf (ngettext ("Nothing is aligned: the %u project under way serves no "
                                      "active objective",
                                      "Nothing is aligned: none of the %u projects under way "
                                      "serves an active objective",
                                      f->n_counted),
                            f->n_counted);

  switch (tl_figures_get_band (f, pack->workspace))
    {
    case TL_BAND_GOOD:
      return g_strdup_printf (ngettext ("Learning serves the strategy: %1$u of %2$u project has "
                                        "an active objective",
                                        "Learning serves the strategy: %1$u of %2$u projects have "
                                        "an active objective",
                                        f->n_counted),
                              f->n_aligned, f->n_counted);
    case TL_BAND_WATCH:
      return g_strdup_printf (ngettext ("Alignment wants watching: %1$u of %2$u project has an "
                                        "active objective",
                                        "Alignment wants watching: %1$u of %2$u projects have an "
                                        "active objective",
                                        f->n_counted),
                              f->n_aligned, f->n_counted);
    case TL_BAND_ACT:
    case TL_BAND_UNKNOWN:
    default:
      return g_strdup_printf (ngettext ("Alignment needs decisions: only %1$u of %2$u project "
                                        "serves an active objective",
                                        "Alignment needs decisions: only %1$u of %2$u projects "
                                        "serve an active objective",
                                        f->n_counted),
                              f->n_aligned, f->n_counted);
    }
}

/**
 * tl_pack_say_goals:
 * @pack: the summary
 *
 * Returns: (transfer full): the conclusion of the page of goals
 */
char *
tl_pack_say_goals (const TlPack *pack)
{
  guint n_covered;
  guint n_open = tl_pack_count_open_goals (pack, &n_covered);
  guint n_active = pack->figures->n_active_goals;
  g_autofree char *first = NULL;

  if (n_active == 0)
    return g_strdup (_ ("No goal is active yet; the plan begins with the goals of its leaders"));
  if (n_open == 0)
    return g_strdup_printf (ngettext ("Learning has no role in the %u active goal, by choice",
                                      "Learning has no role in the %u active goals, by choice",
                                      n_active),
                            n_active);
  if (n_covered == n_open)
    return g_strdup_printf (ngettext ("Learning supports the %u goal in which it has a role",
                                      "Learning supports all %u goals in which it has a role",
                                      n_open),
                            n_open);
  first = tl_pack_quote (find_goal_without_learning (pack));
  if (n_covered == 0)
    return g_strdup_printf (ngettext ("No project supports the %1$u goal in which learning may "
                                      "have a role: %2$s",
                                      "No project supports any of the %1$u goals in which "
                                      "learning may have a role; the first is %2$s",
                                      n_open),
                            n_open, first);
  if (n_open - n_covered == 1)
    return g_strdup_printf (ngettext ("Learning supports %1$u of %2$u goal in which it may have a "
                                      "role; nothing supports %3$s",
                                      "Learning supports %1$u of %2$u goals in which it may have "
                                      "a role; nothing supports %3$s",
                                      n_open),
                            n_covered, n_open, first);
  return g_strdup_printf (ngettext ("Learning supports %1$u of %2$u goal in which it may have a "
                                    "role; the first without support is %3$s",
                                    "Learning supports %1$u of %2$u goals in which it may have a "
                                    "role; the first without support is %3$s",
                                    n_open),
                          n_covered, n_open, first);
}

/**
 * tl_pack_say_map:
 * @pack: the summary
 *
 * Returns: (transfer full): the conclusion of the page of the map
 */
char *
tl_pack_say_map (const TlPack *pack)
{
  const TlFigures *f = pack->figures;
  guint n_bare = f->n_active_objectives - f->n_covered_objectives;

  if (f->n_active_objectives == 0)
    return g_strdup (_ ("No objective is active yet that a project could serve"));
  if (n_bare == 0 && f->n_unaligned == 0)
    return g_strdup (_ ("Every active objective has a project behind it, and the tray of unaligned "
                        "work is empty"));
  if (n_bare == 0)
    return g_strdup_printf (ngettext ("Every active objective has a project behind it; %u project "
                                      "in the tray serves none",
                                      "Every active objective has a project behind it; %u "
                                      "projects in the tray serve none",
                                      f->n_unaligned),
                            f->n_unaligned);
  if (f->n_unaligned == 0)
    return g_strdup_printf (ngettext ("Every project has its place, but %1$u of %2$u active "
                                      "objective has no project behind it",
                                      "Every project has its place, but %1$u of %2$u active "
                                      "objectives have no project behind them",
                                      f->n_active_objectives),
                            n_bare, f->n_active_objectives);
  return g_strdup_printf (ngettext ("%1$u of %2$u active objectives lack a project, and %3$u "
                                    "project in the tray lacks an objective",
                                    "%1$u of %2$u active objectives lack a project, and %3$u "
                                    "projects in the tray lack an objective",
                                    f->n_unaligned),
                          n_bare, f->n_active_objectives, f->n_unaligned);
}

/* Effort and weights are there: how well they agree. */
static char *
say_balance (const TlPack *pack)
{
  TlItem *over = find_notable_gap (pack, TRUE);
  TlItem *under = find_notable_gap (pack, FALSE);
  g_autofree char *focus = tl_pack_format_share (pack->figures->focus_index);
  g_autofree char *most = over != NULL ? tl_pack_quote (over) : NULL;
  g_autofree char *least = under != NULL ? tl_pack_quote (under) : NULL;

  if (over != NULL && under != NULL)
    return g_strdup_printf (_ ("Effort and priority agree for %1$s; %2$s has more than its weight, "
                               "%3$s less"),
                            focus, most, least);
  if (over != NULL)
    return g_strdup_printf (
        _ ("Effort and priority agree for %1$s; %2$s has most above its weight"), focus, most);
  if (under != NULL)
    return g_strdup_printf (_ ("Effort and priority agree for %1$s; %2$s lacks most of its weight"),
                            focus, least);
  return g_strdup_printf (_ ("Effort follows priority: they agree for %s"), focus);
}

/**
 * tl_pack_say_effort:
 * @pack: the summary
 *
 * Returns: (transfer full): the conclusion of the page of effort
 */
char *
tl_pack_say_effort (const TlPack *pack)
{
  if (pack->figures->n_active_goals == 0)
    return g_strdup (_ ("Without active goals there is nothing that effort could be held against"));
  if (pack->figures->effort_days <= 0)
    return g_strdup (_ ("No days are recorded yet, so effort cannot be held against priority"));
  if (!is_effort_shared (pack))
    return g_strdup (_ ("None of the recorded days goes to an active goal"));
  if (!tl_pack_has_weights (pack))
    return g_strdup (
        _ ("The goals have no weights yet, so effort cannot be held against priority"));
  return say_balance (pack);
}

/**
 * tl_pack_say_findings:
 * @pack: the summary
 *
 * Returns: (transfer full): the conclusion of the page of findings
 */
char *
tl_pack_say_findings (const TlPack *pack)
{
  guint n_findings = tl_pack_count_findings (pack);
  guint n_high = tl_pack_count_high (pack);
  double days = pack->figures->unaligned_days;
  g_autofree char *freed = tl_pack_format_days (days);

  if (n_findings == 0)
    return g_strdup (_ ("Nothing is open: the plan passes every check"));
  if (n_high == 0)
    return g_strdup_printf (ngettext ("%u point is open, and it is not urgent",
                                      "%u points are open, none of them urgent", n_findings),
                            n_findings);
  if (days > 0)
    return g_strdup_printf (ngettext ("%1$u of %2$u open point is urgent; to stop what serves "
                                      "nothing would free %3$s",
                                      "%1$u of %2$u open points are urgent; to stop what serves "
                                      "nothing would free %3$s",
                                      n_findings),
                            n_high, n_findings, freed);
  return g_strdup_printf (ngettext ("%1$u of %2$u open point is urgent",
                                    "%1$u of %2$u open points are urgent", n_findings),
                          n_high, n_findings);
}

/* Whether the owner of a goal is the right client for it, as far as is recorded. */
static gboolean
has_client (TlItem *goal)
{
  TlItem *owner = tl_item_get_ref (goal, TL_GOAL_OWNER);

  return owner != NULL && tl_client_tests_get (owner).n_met == TL_N_CLIENT_TESTS;
}

/**
 * tl_pack_say_partners:
 * @pack: the summary, with what is private
 *
 * Returns: (transfer full): the conclusion of the page of partnerships
 */
char *
tl_pack_say_partners (const TlPack *pack)
{
  guint n_goals, n_clients = 0;
  TlItem *const *goals = tl_pack_get_goals (pack, &n_goals);

  if (n_goals == 0)
    return g_strdup (_ ("Without active goals there is nobody to be a partner of"));
  for (guint i = 0; i < n_goals; i++)
    n_clients += has_client (goals[i]) ? 1 : 0;
  return g_strdup_printf (ngettext ("%1$u of %2$u goal has an owner who passes all four tests of a "
                                    "client",
                                    "%1$u of %2$u goals have an owner who passes all four tests of "
                                    "a client",
                                    n_goals),
                          n_clients, n_goals);
}

/**
 * tl_pack_say_rate:
 * @pack: the summary
 *
 * Returns: (transfer full): what the alignment rate is made of
 */
char *
tl_pack_say_rate (const TlPack *pack)
{
  const TlFigures *f = pack->figures;
  g_autofree char *without = tl_pack_format_share (f->alignment_rate_without_mandates);

  if (f->n_counted == 0)
    return g_strdup (_ ("No project is in intake, analysis, approved, in design, live or paused."));
  if (f->n_mandates == 0)
    return g_strdup_printf (ngettext ("%1$u of %2$u project serves an active objective.",
                                      "%1$u of %2$u projects serve an active objective.",
                                      f->n_counted),
                            f->n_aligned, f->n_counted);
  return g_strdup_printf (ngettext ("%1$u of %2$u project serves an active objective; without "
                                    "mandated work it is %3$s.",
                                    "%1$u of %2$u projects serve an active objective; without "
                                    "mandated work it is %3$s.",
                                    f->n_counted),
                          f->n_aligned, f->n_counted, without);
}

/**
 * tl_pack_say_effort_rate:
 * @pack: the summary
 *
 * Returns: (transfer full): what the alignment by effort is made of, and how much of it is recorded
 */
char *
tl_pack_say_effort_rate (const TlPack *pack)
{
  const TlFigures *f = pack->figures;
  g_autofree char *aligned = NULL;
  g_autofree char *all = NULL;

  if (isnan (f->effort_weighted_alignment))
    return g_strdup (_ ("No project has days recorded."));
  aligned = tl_pack_format_number (f->effort_weighted_alignment * f->effort_days);
  all = tl_pack_format_days (f->effort_days);
  if (f->n_with_effort == f->n_counted)
    return g_strdup_printf (_ ("%1$s of %2$s go to aligned projects."), aligned, all);
  return g_strdup_printf (ngettext ("%1$s of %2$s go to aligned projects; %3$u of %4$u project has "
                                    "days recorded.",
                                    "%1$s of %2$s go to aligned projects; %3$u of %4$u projects "
                                    "have days recorded.",
                                    f->n_counted),
                          aligned, all, f->n_with_effort, f->n_counted);
}

/**
 * tl_pack_say_coverage:
 * @pack: the summary
 *
 * Returns: (transfer full): what the coverage of goals is made of
 */
char *
tl_pack_say_coverage (const TlPack *pack)
{
  guint n_covered;
  guint n_open = tl_pack_count_open_goals (pack, &n_covered);

  if (n_open == 0)
    return g_strdup (_ ("Learning has a role in no active goal."));
  if (!tl_pack_has_weights (pack))
    return g_strdup_printf (ngettext ("%1$u of %2$u goal for learning has a project; no weights "
                                      "are recorded.",
                                      "%1$u of %2$u goals for learning have a project; no weights "
                                      "are recorded.",
                                      n_open),
                            n_covered, n_open);
  return g_strdup_printf (ngettext ("%1$u of %2$u goal for learning has a project, counted by "
                                    "weight.",
                                    "%1$u of %2$u goals for learning have a project, counted by "
                                    "weight.",
                                    n_open),
                          n_covered, n_open);
}

/**
 * tl_pack_say_unaligned:
 * @pack: the summary
 *
 * Returns: (transfer full): what lies in the tray
 */
char *
tl_pack_say_unaligned (const TlPack *pack)
{
  const TlFigures *f = pack->figures;
  g_autofree char *share = NULL;

  if (f->n_unaligned == 0)
    return g_strdup (_ ("No project lies in the tray of unaligned work."));
  if (f->unaligned_days <= 0)
    return g_strdup_printf (ngettext ("%u project serves no objective; its days are not recorded.",
                                      "%u projects serve no objective; their days are not "
                                      "recorded.",
                                      f->n_unaligned),
                            f->n_unaligned);
  share = tl_pack_format_share (f->unaligned_days / f->effort_days);
  return g_strdup_printf (ngettext ("%1$u project serves no objective and takes %2$s of the "
                                    "effort.",
                                    "%1$u projects serve no objective and take %2$s of the "
                                    "effort.",
                                    f->n_unaligned),
                          f->n_unaligned, share);
}

/**
 * tl_pack_say_focus:
 * @pack: the summary
 *
 * Returns: (transfer full): what the focus index means here
 */
char *
tl_pack_say_focus (const TlPack *pack)
{
  g_autofree char *rest = NULL;
  double focus = pack->figures->focus_index;

  if (isnan (focus) || !tl_pack_has_weights (pack))
    return g_strdup (_ ("It needs days on aligned projects, and weights on goals."));
  rest = tl_pack_format_share (1 - MIN (focus, 1));
  return g_strdup_printf (_ ("The part of the effort that lies where the weights put it. %s would "
                             "have to move for a full match."),
                          rest);
}

static void
add_gap_answer (const TlPack *pack, GPtrArray *answers, gboolean over)
{
  TlItem *goal = find_notable_gap (pack, over);
  g_autofree char *title = NULL;
  g_autofree char *share = NULL;
  g_autofree char *weight = NULL;

  if (goal == NULL)
    return;
  title = tl_pack_quote (goal);
  share = tl_pack_format_share (tl_alignment_get_goal_share (pack->alignment, goal));
  weight = tl_pack_format_share (tl_item_get_number (goal, TL_GOAL_WEIGHT) / PERCENT);
  if (over)
    /* Translators: title of a goal, its share of effort, its weight. */
    g_ptr_array_add (answers, g_strdup_printf (_ ("%1$s takes %2$s of the effort for goals, at a "
                                                  "weight of %3$s."),
                                               title, share, weight));
  else
    /* Translators: title of a goal, its share of effort, its weight. */
    g_ptr_array_add (answers, g_strdup_printf (_ ("%1$s gets %2$s of the effort for goals, against "
                                                  "a weight of %3$s."),
                                               title, share, weight));
}

/**
 * tl_pack_list_answers:
 * @pack: the summary
 *
 * Returns: (transfer full) (element-type utf8): what else is to be known at once, a sentence each;
 *   empty when nothing is
 */
GPtrArray *
tl_pack_list_answers (const TlPack *pack)
{
  const TlFigures *f = pack->figures;
  GPtrArray *answers = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *strength = tl_pack_format_share (f->strength_weighted_alignment);
  g_autofree char *proactive = tl_pack_format_share (f->proactive_share);
  g_autofree char *strategic = tl_pack_format_share (f->mix_strategic);

  if (f->n_active_objectives > 0)
    g_ptr_array_add (answers,
                     g_strdup_printf (ngettext ("%1$u of %2$u active objective has a project "
                                                "behind it.",
                                                "%1$u of %2$u active objectives have a project "
                                                "behind them.",
                                                f->n_active_objectives),
                                      f->n_covered_objectives, f->n_active_objectives));
  add_gap_answer (pack, answers, FALSE);
  add_gap_answer (pack, answers, TRUE);
  if (!isnan (f->strength_weighted_alignment))
    g_ptr_array_add (answers, g_strdup_printf (_ ("Counted by the strength of its links, %s of the "
                                                  "effort is aligned."),
                                               strength));
  if (!isnan (f->mix_strategic))
    g_ptr_array_add (answers,
                     g_strdup_printf (_ ("%s of the effort is strategic work."), strategic));
  if (!isnan (f->proactive_share))
    g_ptr_array_add (answers,
                     g_strdup_printf (_ ("%s of the projects were proposed by learning itself."),
                                      proactive));
  return answers;
}

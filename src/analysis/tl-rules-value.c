/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Is what is built used, used again, and what is asked for answered? */

/* VAL-01 */

static void
look_for_one_off (TlCheck *check, TlItem *project, const TlProjectRow *row)
{
  int type, reuse;

  if (row->status != TL_STATUS_DESIGN && row->status != TL_STATUS_LIVE)
    return;
  type = tl_item_get_choice (project, TL_PROJECT_SOLUTION_TYPE);
  reuse = tl_item_get_choice (project, TL_PROJECT_REUSE);
  if ((type != TL_SOLUTION_EVENT && type != TL_SOLUTION_COURSE)
      || (reuse != TL_CHOICE_NONE && reuse != TL_REUSE_NONE))
    return;
  tl_check_report (check, TL_SEVERITY_MEDIUM, project,
                   g_strdup (
                       reuse == TL_REUSE_NONE
                           ? _ ("It is to be used once, and nothing is to follow.")
                           : _ (
                               "Whether it will be used again, or what follows, is not recorded.")),
                   NULL);
}

/* VAL-03 */

static void
look_at_declined_project (TlCheck *check, TlItem *project)
{
  if (tl_item_get_choice (project, TL_PROJECT_STATUS) == TL_STATUS_DECLINED
      && !tl_item_is_set (project, TL_PROJECT_REDIRECT)
      && !tl_item_is_set (project, TL_PROJECT_REDIRECT_NOTE))
    tl_check_report (check, TL_SEVERITY_LOW, project,
                     g_strdup (_ ("It was declined, and what was offered instead is not "
                                  "recorded.")),
                     NULL);
}

static void
look_at_declined_request (TlCheck *check, TlItem *request)
{
  if (tl_item_get_choice (request, TL_REQUEST_OUTCOME) == TL_OUTCOME_DECLINE
      && !tl_item_is_set (request, TL_REQUEST_SOLUTION)
      && !tl_item_is_set (request, TL_REQUEST_PROJECT)
      && !tl_item_is_set (request, TL_REQUEST_ANSWER))
    tl_check_report (check, TL_SEVERITY_LOW, request,
                     g_strdup (_ ("The answer was no, and what was offered instead is not "
                                  "recorded.")),
                     NULL);
}

static void
run_bare_no (TlCheck *check)
{
  const TlRoll *projects = &check->alignment->rolls[TL_ROLL_PROJECT];
  const TlRoll *requests = &check->alignment->rolls[TL_ROLL_REQUEST];

  for (guint i = 0; i < projects->n; i++)
    if (check->alignment->projects[i].status == TL_STATUS_DECLINED)
      look_at_declined_project (check, projects->items[i]);
  for (guint i = 0; i < requests->n; i++)
    look_at_declined_request (check, requests->items[i]);
}

/* VAL-04: a use that is not recorded could be low; one that is high settles it. */

static char *
describe_use (double now, double before)
{
  char now_figure[TL_FIGURE_LENGTH], before_figure[TL_FIGURE_LENGTH];

  tl_check_format_figure (now, now_figure);
  tl_check_format_figure (before, before_figure);
  if (isnan (now) && isnan (before))
    return g_strdup (_ ("It is paid for, and how many use it is not recorded."));
  if (isnan (now))
    return g_strdup_printf (_ ("It is paid for, and %s %% used it before; how many do now is not "
                               "recorded."),
                            before_figure);
  if (isnan (before))
    return g_strdup_printf (_ ("It is paid for, and %s %% use it; how many did before is not "
                               "recorded."),
                            now_figure);
  return g_strdup_printf (_ ("It is paid for, and %1$s %% use it; %2$s %% did before."), now_figure,
                          before_figure);
}

static void
look_for_idle (TlCheck *check, TlItem *project, const TlProjectRow *row)
{
  double limit = tl_check_get_setting (check, TL_SETTINGS_LOW_USE);
  double now, before;

  if (row->status != TL_STATUS_LIVE || !(tl_item_get_number (project, TL_PROJECT_COST) > 0))
    return;
  now = tl_item_get_number (project, TL_PROJECT_USE_SHARE);
  before = tl_item_get_number (project, TL_PROJECT_USE_SHARE_PREVIOUS);
  if (now >= limit || before >= limit)
    return;
  tl_check_report (check, TL_SEVERITY_MEDIUM, project, describe_use (now, before),
                   isnan (now) ? g_strdup (_ ("Find out how many of those who could use it do."))
                               : NULL);
}

/* VAL-06 */

static void
look_for_waiting (TlCheck *check, TlItem *request)
{
  TlDate received = tl_item_get_date (request, TL_REQUEST_RECEIVED_ON);
  gint64 days = tl_check_get_days_since (check, received);

  if (tl_item_get_choice (request, TL_REQUEST_OUTCOME) != TL_OUTCOME_OPEN)
    return;
  if (received == TL_DATE_NONE)
    tl_check_report (check, TL_SEVERITY_MEDIUM, request,
                     g_strdup (_ ("It has no answer yet, and when it came in is not recorded.")),
                     NULL);
  else if (days > tl_check_get_setting (check, TL_SETTINGS_REQUEST_DAYS))
    tl_check_report (check, TL_SEVERITY_MEDIUM, request,
                     g_strdup_printf (ngettext ("It has waited %u day for an answer.",
                                                "It has waited %u days for an answer.",
                                                (gulong) days),
                                      (guint) days),
                     NULL);
}

static void
run_waiting (TlCheck *check)
{
  const TlRoll *requests = &check->alignment->rolls[TL_ROLL_REQUEST];

  for (guint i = 0; i < requests->n; i++)
    look_for_waiting (check, requests->items[i]);
}

/* clang-format off */
const TlRuleRow tl_rules_value[] = {
  {
    {
      .id = "VAL-01",
      .title = N_("Held once, then gone"),
      .why = N_("What is built for one day costs as much as what serves for years."),
      .remedy = N_("Name who could use it next, or what keeps it alive afterwards."),
      .source = "S8",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_EDIT,
      .field = TL_PROJECT_REUSE,
    },
    .look_at_project = look_for_one_off,
  },
  {
    {
      .id = "VAL-03",
      .title = N_("Declined without help"),
      .why = N_("Who hears only a no will not ask again, and will buy elsewhere."),
      .remedy = N_("Record what was offered instead; if nothing was, offer it now."),
      .source = "S6",
      .severity = TL_SEVERITY_LOW,
      .fix = TL_FIX_EDIT,
      .field = TL_PROJECT_REDIRECT_NOTE,
      .more = { { TL_FIX_EDIT, TL_PROJECT_REDIRECT }, { TL_FIX_EDIT, TL_REQUEST_ANSWER } },
    },
    .run = run_bare_no,
  },
  {
    {
      .id = "VAL-04",
      .title = N_("Paid for, hardly used"),
      .why = N_("Every seat that stays empty is money that the goals do not get."),
      .remedy = N_("Pay for fewer seats, or let the contract end when it comes up for renewal."),
      .source = "S2",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_STOP,
      .more = { { TL_FIX_EDIT, TL_PROJECT_USE_SHARE } },
    },
    .look_at_project = look_for_idle,
  },
  {
    {
      .id = "VAL-06",
      .title = N_("A request waits for an answer"),
      .why = N_("Silence is an answer too, and the worst one."),
      .remedy = N_("Answer it: point to what exists, guide, equip, find out more together, or decline and help otherwise."),
      .source = "S6",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_EDIT,
      .field = TL_REQUEST_OUTCOME,
    },
    .run = run_waiting,
  },
  { { NULL } },
};
/* clang-format on */

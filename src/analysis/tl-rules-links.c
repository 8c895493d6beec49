/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Can the links be relied on: made in time, agreed, shared fairly, and with a reason? */

#define TOLERANCE 1e-9 /* of percent */

/* ALN-10 */

/* The day on which the first of the links was made; unknown when one of them could be older. */
static TlDate
find_first_link (TlCheck *check, const TlProjectRow *row)
{
  TlDate first = TL_DATE_NONE;
  guint n;
  const guint *links = tl_alignment_get_row_links (check->alignment, row, &n);

  for (guint i = 0; i < n; i++)
    {
      TlDate created = check->alignment->links[links[i]].created;

      if (created == TL_DATE_NONE)
        return TL_DATE_NONE;
      if (first == TL_DATE_NONE || created < first)
        first = created;
    }
  return first;
}

static void
look_for_afterthought (TlCheck *check, TlItem *project, const TlProjectRow *row)
{
  TlDate start, first;
  gint64 days;

  if (row->standing != TL_STANDING_ALIGNED)
    return;
  start = tl_item_get_date (project, TL_PROJECT_START);
  if (start == TL_DATE_NONE)
    return;
  first = find_first_link (check, row);
  days = (gint64) first - (gint64) start;
  if (first == TL_DATE_NONE || days <= tl_check_get_setting (check, TL_SETTINGS_LATE_LINK))
    return;
  tl_check_report (check, TL_SEVERITY_MEDIUM, project,
                   g_strdup_printf (ngettext ("It had begun %u day before its first link was made.",
                                              "It had begun %u days before its first link was "
                                              "made.",
                                              (gulong) days),
                                    (guint) days),
                   NULL);
}

/* ALN-11 */

static TlItem *
find_partner (TlCheck *check, TlItem *objective)
{
  TlItem *owner = tl_item_get_ref (objective, TL_OBJECTIVE_OWNER);
  TlItem *goal = tl_alignment_get_goal (check->alignment, objective);

  return owner != NULL ? owner : tl_item_get_ref (goal, TL_GOAL_OWNER);
}

static void
look_for_no_yes (TlCheck *check, TlItem *link, const TlLinkRow *row)
{
  TlItem *project, *objective, *partner;
  char *remedy = NULL;

  if (row->is_agreed || !tl_check_is_under_way (&check->alignment->projects[row->project]))
    return;
  project = tl_alignment_get_row_project (check->alignment, row);
  objective = tl_alignment_get_row_objective (check->alignment, row);
  partner = find_partner (check, objective);
  if (partner != NULL)
    remedy = g_strdup_printf (_ ("Ask %s for a yes or a no, and record the day."),
                              tl_check_get_name (partner));
  tl_check_report (check, TL_SEVERITY_MEDIUM, link,
                   g_strdup_printf (_ ("“%s” is to move “%s” strongly; when that was agreed is "
                                       "not recorded."),
                                    tl_check_get_name (project), tl_check_get_name (objective)),
                   remedy);
}

/* ALN-12 */

static void
look_for_double_claim (TlCheck *check, TlItem *objective)
{
  guint n, n_claims = 0;
  const guint *links = tl_alignment_get_row_supporters (check->alignment, objective, &n);
  char figure[TL_FIGURE_LENGTH];
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      double percent = check->alignment->links[links[i]].contribution;

      if (isnan (percent))
        continue;
      sum += percent;
      n_claims++;
    }
  if (sum <= tl_check_get_setting (check, TL_SETTINGS_CONTRIBUTION_LIMIT) + TOLERANCE)
    return;
  tl_check_report (
      check, TL_SEVERITY_HIGH, objective,
      g_strdup_printf (ngettext ("%1$u project claims %2$s %% of what is to change.",
                                 "%1$u projects together claim %2$s %% of what is to change.",
                                 n_claims),
                       n_claims, tl_check_format_figure (sum, figure)),
      NULL);
}

/* ALN-13 */

static void
look_for_no_reason (TlCheck *check, TlItem *link, const TlLinkRow *row)
{
  if (row->has_reason)
    return;
  tl_check_report (check, TL_SEVERITY_LOW, link,
                   g_strdup_printf (_ ("How “%s” moves “%s” is not recorded."),
                                    tl_check_get_name (
                                        tl_alignment_get_row_project (check->alignment, row)),
                                    tl_check_get_name (
                                        tl_alignment_get_row_objective (check->alignment, row))),
                   NULL);
}

/* clang-format off */
const TlRuleRow tl_rules_links[] = {
  {
    {
      .id = "ALN-10",
      .title = N_("Linked after it had begun"),
      .why = N_("A purpose that is found afterwards has shaped nothing about the work."),
      .remedy = N_("Ask what the project would look like had it begun with the objective, and make the next link before the start."),
      .source = "TDRp",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_EDIT,
      .field = TL_PROJECT_START,
    },
    .look_at_project = look_for_afterthought,
  },
  {
    {
      .id = "ALN-11",
      .title = N_("Strong link that nobody agreed to"),
      .why = N_("As long as only learning says so, it is a hope and no commitment."),
      .remedy = N_("Get a yes from whoever owns the objective, and record the day."),
      .source = "TDRp",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_EDIT,
      .field = TL_LINK_AGREED_ON,
      .more = { { TL_FIX_ANALYSIS } },
    },
    .look_at_strong_link = look_for_no_yes,
  },
  {
    {
      .id = "ALN-12",
      .title = N_("More claimed than there is to move"),
      .why = N_("When the shares make more than the whole, no share is believed."),
      .remedy = N_("Bring those who claim it together, and lower the shares until they fit."),
      .source = "TDRp",
      .severity = TL_SEVERITY_HIGH,
      .fix = TL_FIX_EDIT,
      .field = TL_LINK_CONTRIBUTION,
    },
    .look_at_objective = look_for_double_claim,
  },
  {
    {
      .id = "ALN-13",
      .title = N_("Strong link without a reason"),
      .why = N_("A line on a map convinces nobody; a sentence about how the work changes may."),
      .remedy = N_("Write one sentence: what will people do differently, and what does that do to the objective?"),
      .source = "S1",
      .severity = TL_SEVERITY_LOW,
      .fix = TL_FIX_EDIT,
      .field = TL_LINK_MECHANISM,
    },
    .look_at_strong_link = look_for_no_reason,
  },
  { { NULL } },
};
/* clang-format on */

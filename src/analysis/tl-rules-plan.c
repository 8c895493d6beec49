/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-check.h"

#include <glib/gi18n-lib.h>

/* Is the plan still the plan? */

/* PLN-01 */

static void
look_for_stale (TlCheck *check, TlItem *goal)
{
  TlDate reviewed = tl_item_get_date (goal, TL_GOAL_REVIEWED_ON);
  gint64 days = tl_check_get_days_since (check, reviewed);
  TlItem *owner = tl_item_get_ref (goal, TL_GOAL_OWNER);
  char *remedy = NULL;

  if (reviewed == TL_DATE_NONE || !tl_alignment_is_top_goal (check->alignment, goal)
      || days <= tl_check_get_setting (check, TL_SETTINGS_REVIEW_DAYS))
    return;
  if (owner != NULL)
    remedy = g_strdup_printf (_ ("Ask the owner, %s: is it still the goal, and still the number?"),
                              tl_check_get_name (owner));
  tl_check_report (check, TL_SEVERITY_LOW, goal,
                   g_strdup_printf (ngettext ("It is a top goal, and was last reviewed %u day ago.",
                                              "It is a top goal, and was last reviewed %u days "
                                              "ago.",
                                              (gulong) days),
                                    (guint) days),
                   remedy);
}

/* clang-format off */
const TlRuleRow tl_rules_plan[] = {
  {
    {
      .id = "PLN-01",
      .title = N_("Top goal not looked at for a while"),
      .why = N_("A plan that nobody holds against the world any more is a record of last quarter."),
      .remedy = N_("Ask its owner: is it still the goal, and still the number?"),
      .source = "S5",
      .severity = TL_SEVERITY_LOW,
      .fix = TL_FIX_EDIT,
      .field = TL_GOAL_REVIEWED_ON,
    },
    .look_at_goal = look_for_stale,
  },
  { { NULL } },
};
/* clang-format on */

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-waiver-words.h"

#include <glib/gi18n-lib.h>

#include "tl-item-words.h"
#include "tl-workspace.h"

static gboolean
is_switched_off (TlItem *waiver, const TlRule *rule)
{
  TlItem *settings = tl_workspace_get_settings (tl_item_get_workspace (waiver));

  return g_strv_contains (tl_item_get_words (settings, TL_SETTINGS_RULES_OFF), rule->id);
}

static gboolean
has_reason (TlItem *waiver)
{
  const char *reason = tl_item_get_text (waiver, TL_WAIVER_REASON);
  g_autofree char *tidy = g_strdup (reason != NULL ? reason : "");

  return *g_strstrip (tidy) != '\0';
}

/**
 * tl_waiver_dup_terms:
 * @waiver: a waiver
 *
 * Returns: (transfer full): who has waived and for how long, such as “Waived by Jane until 3 March
 *   2026”
 */
char *
tl_waiver_dup_terms (TlItem *waiver)
{
  TlItem *by = tl_item_get_ref (waiver, TL_WAIVER_BY);
  g_autofree char *name = by != NULL ? tl_item_dup_name (by) : NULL;
  g_autofree char *until = tl_date_format_for_people (tl_item_get_date (waiver, TL_WAIVER_UNTIL));

  if (name != NULL && until != NULL)
    /* Translators: a person, and a day. */
    return g_strdup_printf (C_ ("waiver", "Waived by %1$s until %2$s"), name, until);
  if (name != NULL)
    return g_strdup_printf (C_ ("waiver", "Waived by %s"), name);
  if (until != NULL)
    return g_strdup_printf (C_ ("waiver", "Waived until %s"), until);
  return g_strdup (C_ ("waiver", "Waived without an end"));
}

/**
 * tl_waiver_dup_state:
 * @waiver: a waiver that hides no finding
 * @today: the day on which it would have to hold
 *
 * Returns: (transfer full): why it hides none
 */
char *
tl_waiver_dup_state (TlItem *waiver, TlDate today)
{
  const TlRule *rule = tl_rule_find (tl_item_get_text (waiver, TL_WAIVER_RULE));
  TlDate until = tl_item_get_date (waiver, TL_WAIVER_UNTIL);
  g_autofree char *day = tl_date_format_for_people (until);

  if (rule == NULL)
    return g_strdup (C_ ("waiver", "There is no such check."));
  if (until != TL_DATE_NONE && until < today)
    return g_strdup_printf (C_ ("waiver", "It ran out on %s."), day);
  if (!has_reason (waiver))
    return g_strdup (C_ ("waiver", "It gives no reason, and so it does not hold."));
  if (is_switched_off (waiver, rule))
    return g_strdup (C_ ("waiver", "The check is switched off."));
  return g_strdup (C_ ("waiver", "The check finds nothing there any more."));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-commands-waiver.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
G_DEFINE_QUARK (tl-waiver-error-quark, tl_waiver_error)
/* clang-format on */

/* NULL where nothing but blanks is left of it. */
static char *
dup_tidy (const char *reason)
{
  g_autofree char *tidy = g_strdup (reason != NULL ? reason : "");
  const char *at = g_strchomp (tidy);

  while (g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return *at != '\0' ? g_strdup (at) : NULL;
}

static gboolean
check (TlSession *session, const char *reason, TlDate until, GError **error)
{
  TlDate today = tl_analysis_get_today (tl_session_get_analysis (session));

  if (!tl_session_is_editable (session))
    g_set_error_literal (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_READ_ONLY,
                         _ ("The document is open for reading only."));
  else if (reason == NULL)
    g_set_error_literal (error, TL_WAIVER_ERROR, TL_WAIVER_ERROR_REASON,
                         _ ("Say why: without a reason, a waiver does not hold."));
  else if (until != TL_DATE_NONE && until < today)
    g_set_error_literal (error, TL_WAIVER_ERROR, TL_WAIVER_ERROR_UNTIL,
                         _ ("That day is past. A waiver holds up to its last day."));
  else
    return TRUE;
  return FALSE;
}

/* What was checked before is taken. */
static void
fill (TlWorkspace *workspace,
      TlItem *waiver,
      const TlRule *rule,
      TlItem *about,
      TlItem *with,
      const char *reason,
      TlItem *by,
      TlDate until)
{
  gboolean taken = tl_workspace_set_text (workspace, waiver, TL_WAIVER_RULE, rule->id, NULL)
                   && tl_workspace_set_text (workspace, waiver, TL_WAIVER_REASON, reason, NULL);

  if (about != NULL)
    taken = taken && tl_workspace_set_ref (workspace, waiver, TL_WAIVER_ABOUT, about, NULL);
  if (with != NULL)
    taken = taken && tl_workspace_set_ref (workspace, waiver, TL_WAIVER_WITH, with, NULL);
  if (by != NULL)
    taken = taken && tl_workspace_set_ref (workspace, waiver, TL_WAIVER_BY, by, NULL);
  if (until != TL_DATE_NONE)
    taken = taken && tl_workspace_set_date (workspace, waiver, TL_WAIVER_UNTIL, until, NULL);
  g_assert (taken);
}

/**
 * tl_command_waive:
 * @session: a session
 * @rule: the rule that may be broken
 * @about: (nullable): what may break it; %NULL for whatever does, or the plan as a whole
 * @with: (nullable): of a pair, the other one; %NULL for @about with whatever else
 * @reason: why
 * @by: (nullable): the person who says so
 * @until: the last day on which it holds; %TL_DATE_NONE for no end
 * @error: return location for a #TlWaiverError, or read-only
 *
 * Records a waiver, and says so.
 *
 * Returns: (transfer none) (nullable): the waiver
 */
TlItem *
tl_command_waive (TlSession *session,
                  const TlRule *rule,
                  TlItem *about,
                  TlItem *with,
                  const char *reason,
                  TlItem *by,
                  TlDate until,
                  GError **error)
{
  g_autofree char *tidy = dup_tidy (reason);
  g_autofree char *words = NULL;
  TlWorkspace *workspace;
  TlItem *waiver;

  g_return_val_if_fail (TL_IS_SESSION (session) && rule != NULL, NULL);

  if (!check (session, tidy, until, error))
    return NULL;
  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Waive Finding"));
  waiver = tl_workspace_add (workspace, TL_KIND_WAIVER, NULL, TL_POSITION_END, NULL);
  g_assert (waiver != NULL);
  tl_workspace_set_date (workspace, waiver, TL_ITEM_CREATED,
                         tl_analysis_get_today (tl_session_get_analysis (session)), NULL);
  fill (workspace, waiver, rule, about, with, tidy, by, until);
  tl_workspace_commit (workspace);
  /* Translators: the title of a check. */
  words = g_strdup_printf (_ ("Waived “%s”"), tl_rule_get_title (rule));
  tl_session_say (session, words, TRUE);
  return waiver;
}

/**
 * tl_command_end_waiver:
 * @session: a session
 * @waiver: a waiver
 * @error: return location when the document is read-only
 *
 * Removes the waiver, and says so.
 *
 * Returns: whether it is gone
 */
gboolean
tl_command_end_waiver (TlSession *session, TlItem *waiver, GError **error)
{
  TlWorkspace *workspace;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (tl_item_get_kind (waiver) == TL_KIND_WAIVER, FALSE);

  if (!tl_session_is_editable (session))
    {
      g_set_error_literal (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_READ_ONLY,
                           _ ("The document is open for reading only."));
      return FALSE;
    }
  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "End Waiver"));
  tl_workspace_remove (workspace, waiver);
  tl_workspace_commit (workspace);
  tl_session_say (session, _ ("Ended the waiver"), TRUE);
  return TRUE;
}

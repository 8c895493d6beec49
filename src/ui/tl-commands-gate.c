/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-commands-gate.h"

#include <glib/gi18n-lib.h>

#include "tl-gate.h"
#include "tl-item-words.h"

static TlDate
get_today (TlSession *session)
{
  return tl_analysis_get_today (tl_session_get_analysis (session));
}

/* What was asked for, in the words of the plan's owner. */
static char *
dup_ask (TlItem *project, TlField field, int choice)
{
  g_autofree char *name = tl_item_dup_name (project);
  const char *label = tl_field_get_choice_label (field, choice);

  if (field == TL_PROJECT_SOLUTION_TYPE)
    /* Translators: the title of a decision; a type of solution and a project. */
    return g_strdup_printf (_ ("Name “%s” as the solution for “%s” before the gap is known"), label,
                            name);
  /* Translators: the title of a decision; a status and a project. */
  return g_strdup_printf (_ ("Go on to “%s” with “%s” before the gap is known"), label, name);
}

static char *
dup_recommendation (TlItem *project)
{
  g_autofree char *missing = NULL;
  TlGate gate;

  tl_gate_look (&gate, project);
  missing = tl_gate_dup_missing (&gate);
  /* Translators: a list of what is missing. */
  return g_strdup_printf (_ ("First find out: %s."), missing);
}

/* Nobody owns it yet: who has agreed is for the user to fill in. */
static void
add_decision (TlSession *session, TlItem *project, TlField field, int choice, const char *reason)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlItem *decision = tl_workspace_add (workspace, TL_KIND_DECISION, NULL, TL_POSITION_END, NULL);
  g_autofree char *ask = dup_ask (project, field, choice);
  g_autofree char *recommendation = dup_recommendation (project);
  /* Translators: the outcome of a decision; the reason that was given. */
  g_autofree char *outcome = g_strdup_printf (_ ("Yes: %s"), reason);
  const char *const about[] = { tl_item_get_id (project), NULL };

  tl_workspace_set_text (workspace, decision, TL_ITEM_TITLE, ask, NULL);
  tl_workspace_set_date (workspace, decision, TL_ITEM_CREATED, get_today (session), NULL);
  tl_workspace_set_text (workspace, decision, TL_DECISION_ASK, ask, NULL);
  tl_workspace_set_text (workspace, decision, TL_DECISION_RECOMMENDATION, recommendation, NULL);
  tl_workspace_set_words (workspace, decision, TL_DECISION_ABOUT, about, NULL);
  tl_workspace_set_text (workspace, decision, TL_DECISION_OUTCOME, outcome, NULL);
  tl_workspace_set_date (workspace, decision, TL_DECISION_DECIDED_ON, get_today (session), NULL);
}

static char *
dup_tidy_reason (const char *reason)
{
  return g_strstrip (g_strdelimit (g_strdup (reason), "\r\n\t\f\v", ' '));
}

/**
 * tl_command_check_gate:
 * @session: a session
 * @item: an item of any kind
 * @field: one of its fields
 * @value: what it is to hold
 * @error: return location for %TL_COMMAND_ERROR_GATE, with what is missing
 *
 * Returns: whether the gate lets the change through
 */
gboolean
tl_command_check_gate (TlSession *session,
                       TlItem *item,
                       TlField field,
                       const TlValue *value,
                       GError **error)
{
  g_autofree char *missing = NULL;
  TlGate gate;

  g_return_val_if_fail (TL_IS_SESSION (session) && TL_IS_ITEM (item) && value != NULL, FALSE);

  if (!tl_gate_stops (item, field, value))
    return TRUE;
  tl_gate_look (&gate, item);
  missing = tl_gate_dup_missing (&gate);
  if (field == TL_PROJECT_SOLUTION_TYPE)
    /* Translators: a list of what is missing. */
    g_set_error (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_GATE,
                 _ ("Too early to name a solution without a reason. Not known yet: %s."), missing);
  else
    /* Translators: a list of what is missing. */
    g_set_error (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_GATE,
                 _ ("Too early to approve a solution without a reason. Not known yet: %s."),
                 missing);
  return FALSE;
}

/**
 * tl_command_follow_gate:
 * @session: a session
 * @item: an item of any kind
 * @field: the field that has been set in the transaction that goes on
 * @was_named: whether @item had a solution before
 *
 * Keeps the day on which the solution of a project was chosen. What was named early, and is only
 * named otherwise now, keeps its day.
 */
void
tl_command_follow_gate (TlSession *session, TlItem *item, TlField field, gboolean was_named)
{
  TlWorkspace *workspace;
  gboolean is_named;
  TlGate gate;

  g_return_if_fail (TL_IS_SESSION (session) && TL_IS_ITEM (item));

  if (field != TL_PROJECT_SOLUTION_TYPE)
    return;
  workspace = tl_session_get_workspace (session);
  is_named = tl_gate_is_named (item);
  tl_gate_look (&gate, item);
  if (!is_named)
    tl_workspace_set_date (workspace, item, TL_PROJECT_SOLUTION_CHOSEN, TL_DATE_NONE, NULL);
  else if (!was_named || tl_gate_is_open (&gate))
    tl_workspace_set_date (workspace, item, TL_PROJECT_SOLUTION_CHOSEN, get_today (session), NULL);
}

/**
 * tl_command_pass_gate:
 * @session: a session
 * @project: a project
 * @field: %TL_PROJECT_SOLUTION_TYPE or %TL_PROJECT_STATUS
 * @value: what the gate does not let through without a reason
 * @reason: why it is to happen all the same
 * @error: return location for %TL_COMMAND_ERROR_GATE when nothing is in @reason, or as in
 *   tl_workspace_set()
 *
 * Makes the change and keeps the reason as a decision about the project, both as one step of undo.
 *
 * Returns: whether @value was taken
 */
gboolean
tl_command_pass_gate (TlSession *session,
                      TlItem *project,
                      TlField field,
                      const TlValue *value,
                      const char *reason,
                      GError **error)
{
  TlWorkspace *workspace;
  g_autofree char *tidy = NULL;
  gboolean was_named;

  g_return_val_if_fail (TL_IS_SESSION (session) && value != NULL && reason != NULL, FALSE);
  g_return_val_if_fail (field == TL_PROJECT_SOLUTION_TYPE || field == TL_PROJECT_STATUS, FALSE);
  g_return_val_if_fail (tl_item_get_kind (project) == TL_KIND_PROJECT, FALSE);

  workspace = tl_session_get_workspace (session);
  tidy = dup_tidy_reason (reason);
  if (*tidy == '\0')
    {
      g_set_error_literal (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_GATE,
                           _ ("Without a reason nothing was changed."));
      return FALSE;
    }
  if (!tl_gate_stops (project, field, value))
    return tl_command_set_field (session, project, field, value, error);
  if (!tl_workspace_check (workspace, project, field, value, error))
    return FALSE;
  was_named = tl_gate_is_named (project);
  tl_workspace_begin (workspace, field == TL_PROJECT_SOLUTION_TYPE
                                     ? C_ ("undo", "Name a Solution Early")
                                     : C_ ("undo", "Approve a Solution Early"));
  add_decision (session, project, field, value->choice, tidy);
  tl_workspace_set (workspace, project, field, value, NULL);
  tl_command_follow_gate (session, project, field, was_named);
  tl_workspace_commit (workspace);
  return TRUE;
}

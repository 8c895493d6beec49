/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-commands-silo.h"

#include <glib/gi18n.h>

#include "tl-item-words.h"
#include "tl-merge.h"

/* clang-format off */
G_DEFINE_QUARK (tl-silo-error-quark, tl_silo_error)
/* clang-format on */

static gboolean
is_project (TlSession *session, TlItem *item)
{
  return item != NULL && tl_item_get_kind (item) == TL_KIND_PROJECT
         && tl_item_get_workspace (item) == tl_session_get_workspace (session);
}

static gboolean
check (TlSession *session, TlItem *first, TlItem *second, GError **error)
{
  if (!tl_session_is_editable (session))
    g_set_error_literal (error, TL_SILO_ERROR, TL_SILO_ERROR_READ_ONLY,
                         _ ("The document is open for reading only."));
  else if (first == second || !is_project (session, first) || !is_project (session, second))
    g_set_error_literal (error, TL_SILO_ERROR, TL_SILO_ERROR_SAME,
                         _ ("It takes two projects of the plan."));
  else
    return TRUE;
  return FALSE;
}

/**
 * tl_command_merge:
 * @session: a session
 * @kept: the project that stays
 * @other: the project that is gone then
 * @flags: which numbers of @other are added
 * @error: return location for a #TlSiloError
 *
 * Makes one project of two as tl_merge_projects() does, and says so.
 *
 * Returns: whether they are one now
 */
gboolean
tl_command_merge (TlSession *session,
                  TlItem *kept,
                  TlItem *other,
                  TlMergeFlags flags,
                  GError **error)
{
  TlWorkspace *workspace;
  g_autofree char *name = NULL;
  g_autofree char *other_name = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);

  if (!check (session, kept, other, error))
    return FALSE;
  workspace = tl_session_get_workspace (session);
  name = tl_item_dup_short_name (kept);
  other_name = tl_item_dup_short_name (other);
  tl_workspace_begin (workspace, C_ ("undo", "Merge Projects"));
  tl_merge_projects (kept, other, flags);
  tl_workspace_commit (workspace);
  /* Translators: the project that is gone, and the one that stays. */
  words = g_strdup_printf (_ ("Merged “%1$s” into “%2$s”"), other_name, name);
  tl_session_say (session, words, TRUE);
  return TRUE;
}

static gboolean
contains (const char *const *words, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (; words != NULL && *words != NULL; words++)
    {
      g_autofree char *other = g_utf8_casefold (*words, -1);

      if (g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

/* The audience of @project without @taken; NULL-terminated, the words borrowed. */
static GPtrArray *
list_left (TlItem *project, const char *const *taken)
{
  GPtrArray *left = g_ptr_array_new ();
  const char *const *audience = tl_item_get_words (project, TL_PROJECT_AUDIENCE);

  for (; *audience != NULL; audience++)
    if (!contains (taken, *audience))
      g_ptr_array_add (left, (gpointer) *audience);
  g_ptr_array_add (left, NULL);
  return left;
}

static gboolean
check_left (TlItem *const *projects, GPtrArray *const *left, GError **error)
{
  gboolean changes = FALSE;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = tl_item_dup_short_name (projects[i]);
      guint n = g_strv_length ((char **) tl_item_get_words (projects[i], TL_PROJECT_AUDIENCE));

      changes |= left[i]->len - 1 < n;
      if (left[i]->len > 1 || n == 0)
        continue;
      g_set_error (error, TL_SILO_ERROR, TL_SILO_ERROR_AUDIENCE,
                   _ ("“%s” would be left without an audience. Merge the two instead."), name);
      return FALSE;
    }
  if (!changes)
    g_set_error_literal (error, TL_SILO_ERROR, TL_SILO_ERROR_AUDIENCE,
                         _ ("Choose who goes to one of the two alone."));
  return changes;
}

/**
 * tl_command_divide_audience:
 * @session: a session
 * @projects: (array fixed-size=2): two projects
 * @taken: (array fixed-size=2): for each of them, the words that its audience loses
 * @error: return location for a #TlSiloError
 *
 * Divides an audience between two projects, and says so. Neither can be left with nobody.
 *
 * Returns: whether it is divided now
 */
gboolean
tl_command_divide_audience (TlSession *session,
                            TlItem *const *projects,
                            const char *const *const *taken,
                            GError **error)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  TlWorkspace *workspace;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);

  if (!check (session, projects[0], projects[1], error))
    return FALSE;
  first = list_left (projects[0], taken[0]);
  second = list_left (projects[1], taken[1]);
  if (!check_left (projects, (GPtrArray *const[]) { first, second }, error))
    return FALSE;
  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Divide Audience"));
  tl_workspace_set_words (workspace, projects[0], TL_PROJECT_AUDIENCE,
                          (const char *const *) first->pdata, NULL);
  tl_workspace_set_words (workspace, projects[1], TL_PROJECT_AUDIENCE,
                          (const char *const *) second->pdata, NULL);
  tl_workspace_commit (workspace);
  tl_session_say (session, _ ("Divided the audience"), TRUE);
  return TRUE;
}

static void
set_refs (TlItem *item, TlField field, TlItem *const *targets)
{
  const char *ids[] = { tl_item_get_id (targets[0]), tl_item_get_id (targets[1]), NULL };

  tl_workspace_set_words (tl_item_get_workspace (item), item, field, ids, NULL);
}

static void
set_created (TlSession *session, TlItem *item)
{
  tl_workspace_set_date (tl_session_get_workspace (session), item, TL_ITEM_CREATED,
                         tl_analysis_get_today (tl_session_get_analysis (session)), NULL);
}

static void
write_decision (TlItem *decision, TlItem *const *projects)
{
  TlWorkspace *workspace = tl_item_get_workspace (decision);
  const char *const options[] = { _ ("Merge the two"), _ ("One uses what the other makes"),
                                  _ ("Divide the audience"), NULL };
  g_autofree char *first = tl_item_dup_short_name (projects[0]);
  g_autofree char *second = tl_item_dup_short_name (projects[1]);
  /* Translators: two projects. */
  g_autofree char *title = g_strdup_printf (_ ("One or two: “%1$s” and “%2$s”"), first, second);
  g_autofree char *ask
      = g_strdup_printf (_ ("Do “%1$s” and “%2$s” become one, does one use what the other makes, "
                            "or do they divide the audience?"),
                         first, second);

  tl_workspace_set_text (workspace, decision, TL_ITEM_TITLE, title, NULL);
  tl_workspace_set_text (workspace, decision, TL_DECISION_ASK, ask, NULL);
  tl_workspace_set_words (workspace, decision, TL_DECISION_OPTIONS, options, NULL);
  set_refs (decision, TL_DECISION_ABOUT, projects);
}

/**
 * tl_command_bring_together:
 * @session: a session
 * @projects: (array fixed-size=2): two projects
 * @owner: (nullable): who decides
 * @due: by when, or %TL_DATE_NONE
 * @error: return location for a #TlSiloError
 *
 * Adds a decision about the two, which their owners have to take together, and says so.
 *
 * Returns: (transfer none) (nullable): the decision
 */
TlItem *
tl_command_bring_together (TlSession *session,
                           TlItem *const *projects,
                           TlItem *owner,
                           TlDate due,
                           GError **error)
{
  TlWorkspace *workspace;
  TlItem *decision;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);
  g_return_val_if_fail (owner == NULL || tl_item_get_kind (owner) == TL_KIND_PERSON, NULL);

  if (!check (session, projects[0], projects[1], error))
    return NULL;
  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Add Decision"));
  decision = tl_workspace_add (workspace, TL_KIND_DECISION, NULL, TL_POSITION_END, NULL);
  set_created (session, decision);
  write_decision (decision, projects);
  if (owner != NULL)
    tl_workspace_set_ref (workspace, decision, TL_DECISION_OWNER, owner, NULL);
  if (due != TL_DATE_NONE)
    tl_workspace_set_date (workspace, decision, TL_DECISION_DUE, due, NULL);
  tl_workspace_commit (workspace);
  tl_session_say (session, _ ("Added a decision about both"), TRUE);
  return decision;
}

static void
add_waiver (TlSession *session,
            TlItem *const *projects,
            const TlRule *rule,
            const char *reason,
            TlItem *by,
            TlDate until)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlItem *waiver = tl_workspace_add (workspace, TL_KIND_WAIVER, NULL, TL_POSITION_END, NULL);

  tl_workspace_set_text (workspace, waiver, TL_ITEM_TITLE, tl_rule_get_title (rule), NULL);
  set_created (session, waiver);
  tl_workspace_set_text (workspace, waiver, TL_WAIVER_RULE, rule->id, NULL);
  tl_workspace_set_ref (workspace, waiver, TL_WAIVER_ABOUT, projects[0], NULL);
  tl_workspace_set_ref (workspace, waiver, TL_WAIVER_WITH, projects[1], NULL);
  tl_workspace_set_text (workspace, waiver, TL_WAIVER_REASON, reason, NULL);
  if (by != NULL)
    tl_workspace_set_ref (workspace, waiver, TL_WAIVER_BY, by, NULL);
  if (until != TL_DATE_NONE)
    tl_workspace_set_date (workspace, waiver, TL_WAIVER_UNTIL, until, NULL);
}

/**
 * tl_command_waive_pair:
 * @session: a session
 * @projects: (array fixed-size=2): two projects
 * @rules: (array zero-terminated=1): ids of the checks whose findings about the pair are waived
 * @reason: why
 * @by: (nullable): the person who says so
 * @until: the last day on which that holds, or %TL_DATE_NONE
 * @error: return location for a #TlSiloError
 *
 * Adds a waiver for each check: it is about the first project, with the second, and hides what is
 * found of the pair alone. Says so.
 *
 * Returns: whether the pair is waived now
 */
gboolean
tl_command_waive_pair (TlSession *session,
                       TlItem *const *projects,
                       const char *const *rules,
                       const char *reason,
                       TlItem *by,
                       TlDate until,
                       GError **error)
{
  TlWorkspace *workspace;
  g_autofree char *tidy = NULL;

  g_return_val_if_fail (TL_IS_SESSION (session) && rules != NULL, FALSE);

  if (!check (session, projects[0], projects[1], error))
    return FALSE;
  tidy = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  if (*tidy == '\0' || rules[0] == NULL)
    {
      g_set_error_literal (error, TL_SILO_ERROR, TL_SILO_ERROR_REASON,
                           _ ("A waiver needs a reason."));
      return FALSE;
    }
  if (until != TL_DATE_NONE && until < tl_analysis_get_today (tl_session_get_analysis (session)))
    {
      g_set_error_literal (error, TL_SILO_ERROR, TL_SILO_ERROR_UNTIL,
                           _ ("That day is past. A waiver holds up to its last day."));
      return FALSE;
    }
  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Waive Pair"));
  for (guint i = 0; rules[i] != NULL; i++)
    if (tl_rule_find (rules[i]) != NULL)
      add_waiver (session, projects, tl_rule_find (rules[i]), tidy, by, until);
  tl_workspace_commit (workspace);
  tl_session_say (session, _ ("Waived the pair"), TRUE);
  return TRUE;
}

/**
 * tl_command_withdraw_waivers:
 * @session: a session
 * @waivers: (element-type TlItem): waivers
 * @error: return location for a #TlSiloError
 *
 * Removes the waivers, so that what they hid is found again, and says so.
 *
 * Returns: whether they are gone
 */
gboolean
tl_command_withdraw_waivers (TlSession *session, GPtrArray *waivers, GError **error)
{
  TlWorkspace *workspace;

  g_return_val_if_fail (TL_IS_SESSION (session) && waivers != NULL, FALSE);

  if (!tl_session_is_editable (session))
    {
      g_set_error_literal (error, TL_SILO_ERROR, TL_SILO_ERROR_READ_ONLY,
                           _ ("The document is open for reading only."));
      return FALSE;
    }
  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Withdraw Waiver"));
  for (guint i = 0; i < waivers->len; i++)
    if (tl_item_get_workspace (waivers->pdata[i]) != NULL)
      tl_workspace_remove (workspace, waivers->pdata[i]);
  tl_workspace_commit (workspace);
  tl_session_say (session, _ ("Withdrew the waiver"), TRUE);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-commands-practice.h"

#include <glib/gi18n-lib.h>

#include "tl-commands.h"

static TlDate
get_today (TlSession *session)
{
  return tl_analysis_get_today (tl_session_get_analysis (session));
}

static gboolean
add_to_refs (TlWorkspace *workspace, TlItem *item, TlField field, TlItem *target, GError **error)
{
  const char *const *old = tl_item_get_words (item, field);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) new = NULL;

  if (old != NULL && g_strv_contains (old, tl_item_get_id (target)))
    return TRUE;
  for (guint i = 0; old != NULL && old[i] != NULL; i++)
    g_strv_builder_add (ids, old[i]);
  g_strv_builder_add (ids, tl_item_get_id (target));
  new = g_strv_builder_end (ids);
  return tl_workspace_set_words (workspace, item, field, (const char *const *) new, error);
}

/**
 * tl_command_record_talk:
 * @session: a session
 * @person: a person
 * @error: return location when the document is read-only
 *
 * Notes that there was a talk today.
 *
 * Returns: whether it is noted
 */
gboolean
tl_command_record_talk (TlSession *session, TlItem *person, GError **error)
{
  TlWorkspace *workspace;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (tl_item_get_kind (person) == TL_KIND_PERSON, FALSE);

  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Record a Talk"));
  return tl_workspace_finish (workspace,
                              tl_workspace_set_date (workspace, person, TL_PERSON_LAST_CONTACT,
                                                     get_today (session), error));
}

/**
 * tl_command_add_insight:
 * @session: a session
 * @title: what was heard
 *
 * Notes what was heard today.
 *
 * Returns: (transfer none) (nullable): the insight; %NULL when the document is read-only, which has
 *   been said
 */
TlItem *
tl_command_add_insight (TlSession *session, const char *title)
{
  TlWorkspace *workspace;
  TlItem *insight;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);

  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Add Insight"));
  insight = tl_command_add (session, TL_KIND_INSIGHT, title);
  if (insight != NULL)
    tl_workspace_set_date (workspace, insight, TL_INSIGHT_HEARD_ON, get_today (session), NULL);
  tl_workspace_commit (workspace);
  return insight;
}

/**
 * tl_command_attach_insight:
 * @session: a session
 * @insight: what was heard
 * @item: what it is about
 * @error: return location when the document is read-only
 *
 * Returns: whether @insight is about @item now
 */
gboolean
tl_command_attach_insight (TlSession *session, TlItem *insight, TlItem *item, GError **error)
{
  TlWorkspace *workspace;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (tl_item_get_kind (insight) == TL_KIND_INSIGHT, FALSE);

  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Attach Insight"));
  return tl_workspace_finish (workspace,
                              add_to_refs (workspace, insight, TL_INSIGHT_ABOUT, item, error));
}

/* What was heard becomes a cause of the gap, which is to be confirmed; who said it stays in the
 * insight, which is private in that. */
static TlItem *
add_cause (TlSession *session, TlItem *insight, TlItem *objective, GError **error)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlDate heard = tl_item_get_date (insight, TL_INSIGHT_HEARD_ON);
  TlItem *cause = tl_workspace_add (workspace, TL_KIND_CAUSE, NULL, TL_POSITION_END, error);

  if (cause == NULL)
    return NULL;
  tl_workspace_set_text (workspace, cause, TL_ITEM_TITLE, tl_item_get_title (insight), NULL);
  tl_workspace_set_date (workspace, cause, TL_ITEM_CREATED, get_today (session), NULL);
  tl_workspace_set_ref (workspace, cause, TL_CAUSE_OBJECTIVE, objective, NULL);
  tl_workspace_set_text (workspace, cause, TL_CAUSE_EVIDENCE,
                         tl_item_get_text (insight, TL_ITEM_NOTES), NULL);
  tl_workspace_set_date (workspace, cause, TL_CAUSE_RECORDED_ON,
                         heard != TL_DATE_NONE ? heard : get_today (session), NULL);
  return cause;
}

/**
 * tl_command_use_insight:
 * @session: a session
 * @insight: what was heard
 * @target: an objective, to whose gap it is a cause, or anything else that it is evidence for
 * @error: return location when the document is read-only
 *
 * Promotes an insight: for an objective a cause is written from it, anything else has it as its
 * evidence. The insight keeps the trail.
 *
 * Returns: (transfer none) (nullable): what it was promoted to; %NULL when @error is set
 */
TlItem *
tl_command_use_insight (TlSession *session, TlItem *insight, TlItem *target, GError **error)
{
  TlWorkspace *workspace;
  TlItem *result = target;
  gboolean is_done;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);
  g_return_val_if_fail (tl_item_get_kind (insight) == TL_KIND_INSIGHT, NULL);
  g_return_val_if_fail (TL_IS_ITEM (target), NULL);

  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Use Insight"));
  if (tl_item_get_kind (target) == TL_KIND_OBJECTIVE)
    result = add_cause (session, insight, target, error);
  is_done = result != NULL && add_to_refs (workspace, insight, TL_INSIGHT_ABOUT, target, error)
            && tl_workspace_set_ref (workspace, insight, TL_INSIGHT_PROMOTED_TO, result, error);
  return tl_workspace_finish (workspace, is_done) ? result : NULL;
}

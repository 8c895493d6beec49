/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-commands-parts.h"

#include <glib/gi18n-lib.h>

#include "tl-commands.h"

static TlDate
get_today (TlSession *session)
{
  return tl_analysis_get_today (tl_session_get_analysis (session));
}

/* A new item that refers to @owner by @field, within the transaction that goes on. */
static void
attach (TlSession *session, TlItem *item, TlField field, TlItem *owner)
{
  gboolean taken
      = tl_workspace_set_ref (tl_session_get_workspace (session), item, field, owner, NULL);

  g_assert (taken);
}

/**
 * tl_command_add_cause:
 * @session: a session
 * @objective: an objective
 * @title: (nullable): as in tl_command_add()
 *
 * Adds a cause of the objective's gap, recorded today.
 *
 * Returns: (transfer none) (nullable): as in tl_command_add()
 */
TlItem *
tl_command_add_cause (TlSession *session, TlItem *objective, const char *title)
{
  TlWorkspace *workspace;
  TlItem *cause;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);
  g_return_val_if_fail (tl_item_get_kind (objective) == TL_KIND_OBJECTIVE, NULL);

  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Add Cause"));
  cause = tl_command_add (session, TL_KIND_CAUSE, title);
  if (cause != NULL)
    {
      attach (session, cause, TL_CAUSE_OBJECTIVE, objective);
      tl_workspace_set_date (workspace, cause, TL_CAUSE_RECORDED_ON, get_today (session), NULL);
    }
  tl_workspace_commit (workspace);
  return cause;
}

/* What a project is judged by may be of any sort; what is above it has outcomes. */
static int
get_usual_category (TlKind kind)
{
  return kind == TL_KIND_PROJECT ? TL_CHOICE_NONE : TL_MEASURE_OUTCOME;
}

/**
 * tl_command_add_measure:
 * @session: a session
 * @of: a goal, an objective or a project
 * @title: (nullable): as in tl_command_add()
 *
 * Adds a measure. That of a goal or an objective is taken for one of outcome.
 *
 * Returns: (transfer none) (nullable): as in tl_command_add()
 */
TlItem *
tl_command_add_measure (TlSession *session, TlItem *of, const char *title)
{
  TlWorkspace *workspace;
  TlItem *measure;

  g_return_val_if_fail (TL_IS_SESSION (session) && TL_IS_ITEM (of), NULL);

  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Add Measure"));
  measure = tl_command_add (session, TL_KIND_MEASURE, title);
  if (measure != NULL)
    {
      attach (session, measure, TL_MEASURE_OF, of);
      tl_workspace_set_choice (workspace, measure, TL_MEASURE_CATEGORY,
                               get_usual_category (tl_item_get_kind (of)), NULL);
    }
  tl_workspace_commit (workspace);
  return measure;
}

/**
 * tl_command_set_addressed:
 * @session: a session
 * @project: a project
 * @cause: a cause
 * @is_addressed: whether the project is to address it
 * @error: return location when the document is read-only
 *
 * Returns: whether that is so now
 */
gboolean
tl_command_set_addressed (TlSession *session,
                          TlItem *project,
                          TlItem *cause,
                          gboolean is_addressed,
                          GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  TlWorkspace *workspace;
  gboolean taken;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (tl_item_get_kind (project) == TL_KIND_PROJECT, FALSE);
  g_return_val_if_fail (tl_item_get_kind (cause) == TL_KIND_CAUSE, FALSE);

  for (const char *const *id = tl_item_get_words (project, TL_PROJECT_ADDRESSES); *id != NULL; id++)
    if (!g_str_equal (*id, tl_item_get_id (cause)))
      g_strv_builder_add (builder, *id);
  if (is_addressed)
    g_strv_builder_add (builder, tl_item_get_id (cause));
  ids = g_strv_builder_end (builder);
  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, is_addressed ? C_ ("undo", "Address a Cause")
                                              : C_ ("undo", "Take a Cause Off"));
  taken = tl_workspace_set_words (workspace, project, TL_PROJECT_ADDRESSES,
                                  (const char *const *) ids, error);
  tl_workspace_commit (workspace);
  return taken;
}

/**
 * tl_command_agree:
 * @session: a session
 * @link: a link
 * @error: return location when the document is read-only
 *
 * The link is agreed, as of today. By whom stays as it is.
 *
 * Returns: whether that is so now
 */
gboolean
tl_command_agree (TlSession *session, TlItem *link, GError **error)
{
  TlWorkspace *workspace;
  gboolean taken;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (tl_item_get_kind (link) == TL_KIND_LINK, FALSE);

  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Agree on Link"));
  taken = tl_workspace_set_choice (workspace, link, TL_LINK_STATUS, TL_LINK_STATUS_AGREED, error)
          && tl_workspace_set_date (workspace, link, TL_LINK_AGREED_ON, get_today (session), error);
  tl_workspace_commit (workspace);
  return taken;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-commands-request.h"

#include <glib/gi18n-lib.h>

#include "tl-commands.h"

static TlDate
get_today (TlSession *session)
{
  return tl_analysis_get_today (tl_session_get_analysis (session));
}

/**
 * tl_command_add_request:
 * @session: a session
 * @title: (nullable): what is asked, in a few words
 *
 * Notes a request that came in today.
 *
 * Returns: (transfer none) (nullable): the request; %NULL when the document is read-only, which has
 *   been said
 */
TlItem *
tl_command_add_request (TlSession *session, const char *title)
{
  TlWorkspace *workspace;
  TlItem *request;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);

  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Add Request"));
  request = tl_command_add (session, TL_KIND_REQUEST, title);
  if (request != NULL)
    tl_workspace_set_date (workspace, request, TL_REQUEST_RECEIVED_ON, get_today (session), NULL);
  tl_workspace_commit (workspace);
  return request;
}

static gboolean
set_help (TlWorkspace *workspace, TlItem *request, TlItem *help, GError **error)
{
  if (help == NULL)
    return TRUE;
  return tl_workspace_set_ref (workspace, request,
                               tl_item_get_kind (help) == TL_KIND_SOLUTION ? TL_REQUEST_SOLUTION
                                                                           : TL_REQUEST_PROJECT,
                               help, error);
}

/**
 * tl_command_answer_request:
 * @session: a session
 * @request: a request
 * @outcome: how it is answered
 * @help: (nullable): the solution or project that is pointed to; %NULL leaves what there is
 * @error: return location when the document is read-only
 *
 * Decides today, and proposes an answer where nobody has written one.
 *
 * Returns: whether it is decided
 */
gboolean
tl_command_answer_request (TlSession *session,
                           TlItem *request,
                           int outcome,
                           TlItem *help,
                           GError **error)
{
  TlWorkspace *workspace;
  gboolean is_free;
  gboolean is_done;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (tl_item_get_kind (request) == TL_KIND_REQUEST, FALSE);

  workspace = tl_session_get_workspace (session);
  is_free = tl_request_is_answer_proposed (request);
  tl_workspace_begin (workspace, C_ ("undo", "Answer Request"));
  is_done = set_help (workspace, request, help, error)
            && tl_workspace_set_choice (workspace, request, TL_REQUEST_OUTCOME, outcome, error)
            && tl_workspace_set_date (workspace, request, TL_REQUEST_DECIDED_ON,
                                      get_today (session), error);
  if (is_done && is_free)
    {
      g_autofree char *answer
          = tl_request_dup_answer (request, outcome, tl_request_get_help (request));

      is_done = tl_workspace_set_text (workspace, request, TL_REQUEST_ANSWER, answer, error);
    }
  return tl_workspace_finish (workspace, is_done);
}

/**
 * tl_command_reopen_request:
 * @session: a session
 * @request: a request
 * @error: return location when the document is read-only
 *
 * Takes the decision back. An answer of one's own words stays; one that was proposed goes.
 *
 * Returns: whether it is open
 */
gboolean
tl_command_reopen_request (TlSession *session, TlItem *request, GError **error)
{
  const TlValue nothing = { .form = TL_VALUE_UNSET };
  TlWorkspace *workspace;
  gboolean is_free;
  gboolean is_done;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (tl_item_get_kind (request) == TL_KIND_REQUEST, FALSE);

  workspace = tl_session_get_workspace (session);
  is_free = tl_request_is_answer_proposed (request);
  tl_workspace_begin (workspace, C_ ("undo", "Reopen Request"));
  is_done
      = tl_workspace_set_choice (workspace, request, TL_REQUEST_OUTCOME, TL_OUTCOME_OPEN, error)
        && tl_workspace_set (workspace, request, TL_REQUEST_DECIDED_ON, &nothing, error)
        && (!is_free || tl_workspace_set (workspace, request, TL_REQUEST_ANSWER, &nothing, error));
  return tl_workspace_finish (workspace, is_done);
}

/* What the request says about the work goes along. */
static gboolean
fill_project (TlSession *session, TlItem *project, TlItem *request, GError **error)
{
  const struct
  {
    TlField from;
    TlField to;
  } fields[] = {
    { TL_REQUEST_REQUESTER, TL_PROJECT_REQUESTER },
    { TL_REQUEST_UNIT, TL_PROJECT_UNIT },
    { TL_REQUEST_AUDIENCE, TL_PROJECT_AUDIENCE },
    { TL_REQUEST_TOPICS, TL_PROJECT_TOPICS },
    { TL_REQUEST_AUDIENCE_SIZE, TL_PROJECT_PARTICIPANTS },
    { TL_REQUEST_PROBLEM, TL_PROJECT_SUMMARY },
  };
  TlWorkspace *workspace = tl_session_get_workspace (session);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (tl_item_is_set (request, fields[i].from)
          && !tl_workspace_set (workspace, project, fields[i].to,
                                tl_item_get_value (request, fields[i].from), error))
        return FALSE;
    }
  return tl_workspace_set_choice (workspace, project, TL_PROJECT_STATUS, TL_STATUS_ANALYSIS, error)
         && tl_workspace_set_choice (workspace, project, TL_PROJECT_ORIGIN, TL_ORIGIN_REQUEST,
                                     error);
}

/**
 * tl_command_promote_request:
 * @session: a session
 * @request: a request
 * @error: return location when the document is read-only
 *
 * Makes a project of it that is to be analysed together, without a solution yet; the request keeps
 * the trail and is answered so.
 *
 * Returns: (transfer none) (nullable): the project; %NULL when @error is set
 */
TlItem *
tl_command_promote_request (TlSession *session, TlItem *request, GError **error)
{
  TlWorkspace *workspace;
  TlItem *project;
  gboolean is_done;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);
  g_return_val_if_fail (tl_item_get_kind (request) == TL_KIND_REQUEST, NULL);

  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Start Discovery"));
  project = tl_workspace_add (workspace, TL_KIND_PROJECT, NULL, TL_POSITION_END, error);
  is_done
      = project != NULL
        && tl_workspace_set_text (workspace, project, TL_ITEM_TITLE, tl_item_get_title (request),
                                  error)
        && tl_workspace_set_date (workspace, project, TL_ITEM_CREATED, get_today (session), error)
        && fill_project (session, project, request, error)
        && tl_command_answer_request (session, request, TL_OUTCOME_DISCOVER, project, error);
  return tl_workspace_finish (workspace, is_done) ? project : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-commands-link.h"

#include <glib/gi18n-lib.h>

#include "tl-commands.h"

/**
 * tl_link_list_between:
 * @project: a project
 * @target: an objective or goal
 *
 * Returns: (transfer full) (element-type TlItem): the links from one to the other; a document may
 *   have more than one
 */
GPtrArray *
tl_link_list_between (TlItem *project, TlItem *target)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TL_IS_ITEM (project) && TL_IS_ITEM (target), links);

  for (guint i = 0; i < tl_item_get_n_referrers (project); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (project, i, &field);

      if (field == TL_LINK_PROJECT && tl_item_get_ref (link, TL_LINK_TARGET) == target)
        g_ptr_array_add (links, g_object_ref (link));
    }
  return links;
}

/**
 * tl_link_is_bare:
 * @link: a link
 *
 * Returns: whether nobody has written more about it than how strong it is, so that nothing is lost
 *   with it
 */
gboolean
tl_link_is_bare (TlItem *link)
{
  static const TlField told[] = {
    TL_ITEM_NOTES,      TL_LINK_MECHANISM, TL_LINK_EVIDENCE,  TL_LINK_CONTRIBUTION,
    TL_LINK_CONFIDENCE, TL_LINK_AGREED_BY, TL_LINK_AGREED_ON,
  };
  int status = tl_item_get_choice (link, TL_LINK_STATUS);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (tl_kind_has_field (TL_KIND_LINK, told[i]) && tl_item_is_set (link, told[i]))
      return FALSE;
  return status == TL_CHOICE_NONE || status == TL_LINK_STATUS_PROPOSED;
}

/**
 * tl_command_link_as:
 * @session: a session
 * @project: a project
 * @target: an active objective or goal that it does not serve yet
 * @strength: how strong the link is to be
 * @error: return location, as of tl_command_link()
 *
 * As tl_command_link(), with a strength.
 *
 * Returns: (transfer none) (nullable): the new link
 */
TlItem *
tl_command_link_as (TlSession *session,
                    TlItem *project,
                    TlItem *target,
                    int strength,
                    GError **error)
{
  TlWorkspace *workspace;
  TlItem *link;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);
  g_return_val_if_fail (strength >= 0 && strength < TL_N_STRENGTH, NULL);

  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Link Project"));
  link = tl_command_link (session, project, target, error);
  if (link != NULL)
    tl_workspace_set_choice (workspace, link, TL_LINK_STRENGTH, strength, NULL);
  tl_workspace_commit (workspace);
  return link;
}

/**
 * tl_command_set_strengths:
 * @session: a session
 * @links: (element-type TlItem): links
 * @strength: how strong each is to be
 * @error: return location, as of tl_command_set_strength()
 *
 * Returns: whether all of them are that strong now
 */
gboolean
tl_command_set_strengths (TlSession *session, GPtrArray *links, int strength, GError **error)
{
  TlWorkspace *workspace;
  gboolean taken = TRUE;

  g_return_val_if_fail (TL_IS_SESSION (session) && links != NULL, FALSE);

  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Change Strength"));
  for (guint i = 0; i < links->len && taken; i++)
    taken = tl_command_set_strength (session, links->pdata[i], strength, error);
  tl_workspace_commit (workspace);
  return taken;
}

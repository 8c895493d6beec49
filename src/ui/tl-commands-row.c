/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-commands-row.h"

#include <glib/gi18n-lib.h>

#include "tl-commands.h"

/* Goals. */

static double
find_last_priority (TlWorkspace *workspace)
{
  double last = 0;

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_GOAL); i++)
    {
      TlItem *goal = tl_workspace_get_item (workspace, TL_KIND_GOAL, i);
      const TlValue *priority = tl_item_get_value (goal, TL_GOAL_PRIORITY);

      if (priority->form == TL_VALUE_NUMBER)
        last = MAX (last, priority->number);
    }
  return last;
}

/* A new goal comes last: what is first is a decision. */
static TlItem *
add_goal (TlRowMaker *self)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);
  TlItem *goal = tl_command_add (self->session, TL_KIND_GOAL, NULL);

  if (isnan (self->last_priority))
    self->last_priority = find_last_priority (workspace);
  self->last_priority++;
  tl_workspace_set_number (workspace, goal, TL_GOAL_PRIORITY, self->last_priority, NULL);
  return goal;
}

/* The other kinds. */

static TlItem *
add_link (TlRowMaker *self)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);
  TlItem *link = tl_command_add (self->session, TL_KIND_LINK, NULL);

  /* What a link is called follows from what it joins. */
  tl_workspace_set_text (workspace, link, TL_ITEM_TITLE, NULL, NULL);
  tl_workspace_set_choice (workspace, link, TL_LINK_STRENGTH, TL_STRENGTH_MEDIUM, NULL);
  tl_workspace_set_choice (workspace, link, TL_LINK_STATUS, TL_LINK_STATUS_PROPOSED, NULL);
  return link;
}

/* What is written down today was most likely received or heard today. */
static TlItem *
add_dated (TlRowMaker *self, TlField field)
{
  TlItem *item = tl_command_add (self->session, self->kind, NULL);
  TlDate today = tl_analysis_get_today (tl_session_get_analysis (self->session));

  tl_workspace_set_date (tl_session_get_workspace (self->session), item, field, today, NULL);
  return item;
}

/**
 * tl_kind_needs_title:
 * @kind: a kind of item
 *
 * Returns: whether an item of that kind cannot be told from others without a title
 */
gboolean
tl_kind_needs_title (TlKind kind)
{
  return kind != TL_KIND_LINK;
}

/**
 * tl_row_maker_add:
 * @self: a maker of rows, in a workspace that can be changed and in a transaction
 *
 * Returns: (transfer none): a new item, with what is taken for granted of its kind
 */
TlItem *
tl_row_maker_add (TlRowMaker *self)
{
  switch (self->kind)
    {
    case TL_KIND_GOAL:
      return add_goal (self);
    case TL_KIND_PROJECT:
      return tl_command_add_project (self->session, NULL, NULL);
    case TL_KIND_LINK:
      return add_link (self);
    case TL_KIND_REQUEST:
      return add_dated (self, TL_REQUEST_RECEIVED_ON);
    case TL_KIND_INSIGHT:
      return add_dated (self, TL_INSIGHT_HEARD_ON);
    case TL_KIND_CAUSE:
      return add_dated (self, TL_CAUSE_RECORDED_ON);
    default:
      return tl_command_add (self->session, self->kind, NULL);
    }
}

/**
 * tl_command_add_row:
 * @session: a session
 * @kind: a kind of which there can be many
 *
 * Adds an item that its register is then to say more about.
 *
 * Returns: (transfer none) (nullable): the new item; %NULL when the document is read-only, which
 *   has been said
 */
TlItem *
tl_command_add_row (TlSession *session, TlKind kind)
{
  TlRowMaker maker = TL_ROW_MAKER_INIT (session, kind);
  TlWorkspace *workspace;
  g_autofree char *label = NULL;
  TlItem *item;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);

  if (!tl_session_is_editable (session))
    {
      tl_session_say (session, _ ("The document is open for reading only."), FALSE);
      return NULL;
    }
  workspace = tl_session_get_workspace (session);
  /* Translators: a kind of item, such as “Person”. */
  label = g_strdup_printf (C_ ("undo", "Add %s"), tl_kind_get_label (kind));
  tl_workspace_begin (workspace, label);
  item = tl_row_maker_add (&maker);
  tl_workspace_commit (workspace);
  return item;
}

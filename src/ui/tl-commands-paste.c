/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-commands-paste.h"

#include <glib/gi18n-lib.h>

#include "tl-clipping.h"
#include "tl-commands.h"
#include "tl-item-words.h"

static gboolean
check_editable (TlSession *session, GError **error)
{
  if (tl_session_is_editable (session))
    return TRUE;
  g_set_error_literal (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_READ_ONLY,
                       _ ("The document is open for reading only."));
  return FALSE;
}

static double
get_priority (TlItem *goal)
{
  return tl_item_is_set (goal, TL_GOAL_PRIORITY) ? tl_item_get_number (goal, TL_GOAL_PRIORITY)
                                                 : G_MAXDOUBLE;
}

static gint
compare_priorities (gconstpointer a, gconstpointer b)
{
  double first = get_priority (*(TlItem *const *) a);
  double second = get_priority (*(TlItem *const *) b);

  return first < second ? -1 : first > second;
}

/* What is new comes last in priority, in the order that it had among itself. */
static gboolean
rank_goals (TlWorkspace *workspace, GPtrArray *copies, GError **error)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  g_autoptr (GHashTable) are_new = g_hash_table_new (NULL, NULL);
  double last = 0;

  for (guint i = 0; i < copies->len; i++)
    if (tl_item_get_kind (copies->pdata[i]) == TL_KIND_GOAL)
      {
        g_ptr_array_add (goals, copies->pdata[i]);
        g_hash_table_add (are_new, copies->pdata[i]);
      }
  if (goals->len == 0)
    return TRUE;
  g_ptr_array_sort (goals, compare_priorities);
  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_GOAL); i++)
    {
      TlItem *goal = tl_workspace_get_item (workspace, TL_KIND_GOAL, i);

      if (!g_hash_table_contains (are_new, goal) && tl_item_is_set (goal, TL_GOAL_PRIORITY))
        last = MAX (last, tl_item_get_number (goal, TL_GOAL_PRIORITY));
    }
  for (guint i = 0; i < goals->len; i++)
    if (!tl_workspace_set_number (workspace, goals->pdata[i], TL_GOAL_PRIORITY, last + i + 1,
                                  error))
      return FALSE;
  return TRUE;
}

/* A copy is of today, whatever it is a copy of. */
static gboolean
date_copies (TlSession *session, GPtrArray *copies, GError **error)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlDate today = tl_analysis_get_today (tl_session_get_analysis (session));

  for (guint i = 0; i < copies->len; i++)
    if (!tl_workspace_set_date (workspace, copies->pdata[i], TL_ITEM_CREATED, today, error)
        || !tl_workspace_set_date (workspace, copies->pdata[i], TL_ITEM_CHANGED, TL_DATE_NONE,
                                   error))
      return FALSE;
  return TRUE;
}

static gboolean
serves_something (TlItem *project)
{
  for (guint i = 0; i < tl_item_get_n_referrers (project); i++)
    {
      TlField field;

      tl_item_get_referrer (project, i, &field);
      if (field == TL_LINK_PROJECT)
        return TRUE;
    }
  return FALSE;
}

static gboolean
hang (TlSession *session, TlItem *copy, TlItem *under, gboolean had_goal, GError **error)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlKind kind = tl_item_get_kind (copy);

  if (kind == TL_KIND_OBJECTIVE && tl_item_get_kind (under) == TL_KIND_GOAL && !had_goal)
    return tl_workspace_set_ref (workspace, copy, TL_OBJECTIVE_GOAL, under, error);
  if (kind == TL_KIND_PROJECT && !serves_something (copy)
      && tl_command_check_link (session, copy, under, NULL))
    return tl_command_put_link (session, copy, under, error) != NULL;
  return TRUE;
}

/* Objectives whose goal has come along stay with it. */
static gboolean
hang_all (TlSession *session, GPtrArray *copies, TlItem *under, GError **error)
{
  g_autoptr (GHashTable) are_new = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < copies->len; i++)
    g_hash_table_add (are_new, copies->pdata[i]);
  for (guint i = 0; i < copies->len; i++)
    {
      TlItem *copy = copies->pdata[i];
      TlItem *goal = tl_item_get_kind (copy) == TL_KIND_OBJECTIVE
                         ? tl_item_get_ref (copy, TL_OBJECTIVE_GOAL)
                         : NULL;

      if (!hang (session, copy, under, goal != NULL && g_hash_table_contains (are_new, goal),
                 error))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
put (TlSession *session, TlWorkspace *clipping, TlItem *under, const char *label, GError **error)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  g_autoptr (GPtrArray) copies = NULL;
  gboolean is_done;

  tl_workspace_begin (workspace, label);
  copies = tl_clipping_put (clipping, workspace, error);
  is_done = copies != NULL && rank_goals (workspace, copies, error)
            && date_copies (session, copies, error)
            && (under == NULL || hang_all (session, copies, under, error));
  return tl_workspace_finish (workspace, is_done) ? g_steal_pointer (&copies) : NULL;
}

/* What a user would count: links and measures come along. */
static guint
count_cards (GPtrArray *items)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      TlKind kind = tl_item_get_kind (items->pdata[i]);

      n += kind != TL_KIND_LINK && kind != TL_KIND_CAUSE && kind != TL_KIND_MEASURE;
    }
  return n;
}

static void
say_taking (TlSession *session, char *words)
{
  tl_session_say (session, words, TRUE);
  g_free (words);
}

/**
 * tl_command_paste:
 * @session: a session
 * @clipping: what was copied, here or in another document
 * @under: (nullable): where to: a goal for objectives, a goal or an objective for projects
 * @error: return location: read-only, or a #TlWorkspaceError
 *
 * Puts copies into the document, as tl_clipping_put(), and says so. Objectives that have left their
 * goal behind and projects that serve nothing go under @under, where they can.
 *
 * Returns: (transfer full) (nullable) (element-type TlItem): the copies
 */
GPtrArray *
tl_command_paste (TlSession *session, TlWorkspace *clipping, TlItem *under, GError **error)
{
  GPtrArray *copies;
  guint n;

  g_return_val_if_fail (TL_IS_SESSION (session) && TL_IS_WORKSPACE (clipping), NULL);

  if (!check_editable (session, error))
    return NULL;
  copies = put (session, clipping, under, C_ ("undo", "Paste"), error);
  if (copies == NULL)
    return NULL;
  n = count_cards (copies);
  say_taking (session, g_strdup_printf (ngettext ("Pasted %u item", "Pasted %u items", n), n));
  return copies;
}

/**
 * tl_command_duplicate:
 * @session: a session
 * @items: (element-type TlItem): items of it
 * @error: return location, as of tl_command_paste()
 *
 * Adds a copy of each, with the links among them, and says so.
 *
 * Returns: (transfer full) (nullable) (element-type TlItem): the copies; none where nothing of
 *   @items can be copied
 */
GPtrArray *
tl_command_duplicate (TlSession *session, GPtrArray *items, GError **error)
{
  g_autoptr (TlWorkspace) clipping = NULL;
  GPtrArray *copies;
  guint n;

  g_return_val_if_fail (TL_IS_SESSION (session) && items != NULL, NULL);

  if (!check_editable (session, error))
    return NULL;
  clipping = tl_clipping_new (items);
  copies = put (session, clipping, NULL, C_ ("undo", "Duplicate"), error);
  if (copies == NULL)
    return NULL;
  n = count_cards (copies);
  if (n > 0)
    say_taking (session,
                g_strdup_printf (ngettext ("Duplicated %u item", "Duplicated %u items", n), n));
  return copies;
}

/**
 * tl_command_cut:
 * @session: a session
 * @items: (element-type TlItem): items of it, which have been copied
 *
 * Deletes them, as tl_command_delete().
 */
void
tl_command_cut (TlSession *session, GPtrArray *items)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);

  tl_workspace_begin (workspace, C_ ("undo", "Cut"));
  tl_command_delete (session, items);
  tl_workspace_commit (workspace);
}

/* Lists. */

/**
 * tl_kind_get_fitting:
 * @kind: a kind of item
 *
 * Returns: of which kind an item is that is added to one of @kind and hangs together with it;
 *   %TL_N_KINDS when there is none
 */
TlKind
tl_kind_get_fitting (TlKind kind)
{
  switch ((int) kind)
    {
    case TL_KIND_GOAL:
    case TL_KIND_PROJECT:
      return TL_KIND_OBJECTIVE;
    case TL_KIND_OBJECTIVE:
      return TL_KIND_PROJECT;
    default:
      return TL_N_KINDS;
    }
}

static gboolean
check_under (TlSession *session, TlKind kind, TlItem *under, GError **error)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  g_autofree char *name = NULL;

  if (!check_editable (session, error))
    return FALSE;
  if (under == NULL || kind != TL_KIND_PROJECT
      || (tl_item_get_kind (under) == TL_KIND_OBJECTIVE
              ? tl_item_get_choice (under, TL_OBJECTIVE_STATUS) == TL_OBJECTIVE_STATUS_ACTIVE
              : tl_alignment_is_active_goal (alignment, under)))
    return TRUE;
  name = tl_item_dup_short_name (under);
  g_set_error (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_CLOSED,
               _ ("“%s” is no longer active. Open it again before something serves it."), name);
  return FALSE;
}

/**
 * tl_command_can_add_under:
 * @session: a session
 * @under: an item
 *
 * Returns: whether items of the kind that fits can be added to it with tl_command_add_list()
 */
gboolean
tl_command_can_add_under (TlSession *session, TlItem *under)
{
  TlKind kind = tl_kind_get_fitting (tl_item_get_kind (under));

  return kind != TL_N_KINDS && check_under (session, kind, under, NULL);
}

static TlItem *
add_one (TlSession *session, TlKind kind, TlItem *under, const char *title, GError **error)
{
  TlItem *item;

  if (kind == TL_KIND_GOAL)
    return tl_command_add_goal (session, title);
  if (kind == TL_KIND_PROJECT)
    return tl_command_add_project (session, under, title);
  if (under == NULL || tl_item_get_kind (under) == TL_KIND_GOAL)
    return tl_command_add_objective (session, under, title);
  item = tl_command_add_objective (session, NULL, title);
  return tl_command_put_link (session, under, item, error) != NULL ? item : NULL;
}

static char *
dup_add_label (TlKind kind, guint n)
{
  if (n > 1)
    return g_strdup_printf (ngettext ("Add %u Card", "Add %u Cards", n), n);
  /* Translators: a kind of item, such as “Person”. */
  return g_strdup_printf (C_ ("undo", "Add %s"), tl_kind_get_label (kind));
}

/**
 * tl_command_add_list:
 * @session: a session
 * @kind: %TL_KIND_GOAL, %TL_KIND_OBJECTIVE or %TL_KIND_PROJECT
 * @under: (nullable): what the new items hang together with: the goal or a project of new
 *   objectives, what new projects serve
 * @titles: (array zero-terminated=1): one for each
 * @error: return location: %TL_COMMAND_ERROR_CLOSED when @under can no longer be served, an error
 *   of tl_command_link(), or read-only
 *
 * Returns: (transfer full) (nullable) (element-type TlItem): the new items
 */
GPtrArray *
tl_command_add_list (TlSession *session,
                     TlKind kind,
                     TlItem *under,
                     const char *const *titles,
                     GError **error)
{
  TlWorkspace *workspace;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *label = NULL;
  TlItem *item = NULL;
  guint n;

  g_return_val_if_fail (TL_IS_SESSION (session) && titles != NULL, NULL);

  if (!check_under (session, kind, under, error))
    return NULL;
  n = g_strv_length ((GStrv) titles);
  workspace = tl_session_get_workspace (session);
  label = dup_add_label (kind, n);
  tl_workspace_begin (workspace, label);
  for (guint i = 0; i < n; i++)
    {
      item = add_one (session, kind, under, titles[i], error);
      if (item == NULL)
        break;
      g_ptr_array_add (items, g_object_ref (item));
    }
  if (!tl_workspace_finish (workspace, item != NULL))
    return NULL;
  if (n > 1)
    say_taking (session, g_strdup_printf (ngettext ("Added %u card", "Added %u cards", n), n));
  return g_steal_pointer (&items);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-commands.h"

#include <glib/gi18n-lib.h>

#include "tl-commands-gate.h"
#include "tl-gate.h"
#include "tl-item-words.h"
#include "tl-painter.h"

/* clang-format off */
G_DEFINE_QUARK (tl-command-error-quark, tl_command_error)
/* clang-format on */

/* Titles are one line: what was pasted or typed over several lines becomes one. NULL when nothing
 * is left. */
static char *
dup_tidy_title (const char *title)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) tidy = NULL;

  if (title == NULL)
    return NULL;
  words = g_strsplit_set (title, " \t\r\n\f\v", -1);
  for (GStrv word = words; *word != NULL; word++)
    if (**word != '\0')
      g_strv_builder_add (kept, *word);
  tidy = g_strv_builder_end (kept);
  return tidy[0] != NULL ? g_strjoinv (" ", tidy) : NULL;
}

static gboolean
refers_to_itself (TlItem *item, TlField field, const TlValue *value)
{
  if (tl_field_get_spec (field)->refers_to == 0)
    return FALSE;
  if (value->form == TL_VALUE_WORDS)
    return g_strv_contains ((const char *const *) value->words, tl_item_get_id (item));
  return value->form == TL_VALUE_TEXT && g_str_equal (value->text, tl_item_get_id (item));
}

/* What no field of any item may hold, whatever the workspace would take. */
static gboolean
check_words (TlItem *item, TlField field, const TlValue *value, GError **error)
{
  if (field == TL_ITEM_TITLE && value->form == TL_VALUE_UNSET
      && tl_item_get_kind (item) != TL_KIND_LINK)
    g_set_error_literal (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_TITLE,
                         _ ("A title cannot be empty."));
  else if (refers_to_itself (item, field, value))
    g_set_error_literal (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_CYCLE,
                         _ ("An item cannot refer to itself."));
  else if (field == TL_SOLUTION_ADDRESS && value->form == TL_VALUE_TEXT
           && !tl_painter_link_is_safe (value->text))
    g_set_error_literal (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_FORM,
                         _ ("An address begins with https://, http:// or mailto:, and has no "
                            "blanks."));
  else
    return TRUE;
  return FALSE;
}

/* For changes that cannot be refused once the document is known to be editable. */
static void
set_choice (TlItem *item, TlField field, int choice)
{
  gboolean taken
      = tl_workspace_set_choice (tl_item_get_workspace (item), item, field, choice, NULL);

  g_assert (taken);
}

static void
set_ref (TlItem *item, TlField field, TlItem *target)
{
  gboolean taken = tl_workspace_set_ref (tl_item_get_workspace (item), item, field, target, NULL);

  g_assert (taken);
}

static TlDate
get_today (TlSession *session)
{
  return tl_analysis_get_today (tl_session_get_analysis (session));
}

static gboolean
refuse_when_read_only (TlSession *session)
{
  const char *reason;

  if (tl_session_is_editable (session))
    return FALSE;
  reason = tl_document_get_read_only_reason (tl_session_get_document (session));
  tl_session_say (session, reason != NULL ? reason : _ ("The document is open for reading only."),
                  FALSE);
  return TRUE;
}

/* The new item, in a transaction that has begun and in a workspace that can be changed. */
static TlItem *
add_item (TlSession *session, TlKind kind, const char *title)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  g_autofree char *tidy = dup_tidy_title (title);
  TlItem *item = tl_workspace_add (workspace, kind, NULL, TL_POSITION_END, NULL);

  g_assert (item != NULL);
  if (tl_kind_has_field (kind, TL_ITEM_TITLE))
    tl_workspace_set_text (workspace, item, TL_ITEM_TITLE,
                           tidy != NULL ? tidy : tl_kind_get_new_title (kind), NULL);
  if (tl_kind_has_field (kind, TL_ITEM_CREATED))
    tl_workspace_set_date (workspace, item, TL_ITEM_CREATED, get_today (session), NULL);
  return item;
}

static TlItem *
add_link (TlSession *session, TlItem *project, TlItem *target)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlItem *link = tl_workspace_add (workspace, TL_KIND_LINK, NULL, TL_POSITION_END, NULL);

  g_assert (link != NULL);
  tl_workspace_set_date (workspace, link, TL_ITEM_CREATED, get_today (session), NULL);
  set_ref (link, TL_LINK_PROJECT, project);
  set_ref (link, TL_LINK_TARGET, target);
  set_choice (link, TL_LINK_STRENGTH, TL_STRENGTH_MEDIUM);
  set_choice (link, TL_LINK_STATUS, TL_LINK_STATUS_PROPOSED);
  return link;
}

/* A new goal comes last: what is first is a decision. */
static int
get_next_priority (TlWorkspace *workspace)
{
  double last = 0;

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_GOAL); i++)
    {
      TlItem *goal = tl_workspace_get_item (workspace, TL_KIND_GOAL, i);

      if (tl_item_is_set (goal, TL_GOAL_PRIORITY))
        last = MAX (last, tl_item_get_number (goal, TL_GOAL_PRIORITY));
    }
  return (int) MIN (last, G_MAXINT - 1) + 1;
}

static gboolean
is_target_kind (TlItem *item)
{
  return tl_item_get_kind (item) == TL_KIND_OBJECTIVE || tl_item_get_kind (item) == TL_KIND_GOAL;
}

static gboolean
is_open_target (TlItem *target)
{
  if (tl_item_get_kind (target) == TL_KIND_GOAL)
    return tl_item_get_choice (target, TL_GOAL_STATUS) == TL_GOAL_STATUS_ACTIVE;
  return tl_item_get_choice (target, TL_OBJECTIVE_STATUS) == TL_OBJECTIVE_STATUS_ACTIVE;
}

static gboolean
is_linked (TlItem *project, TlItem *target)
{
  for (guint i = 0; i < tl_item_get_n_referrers (project); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (project, i, &field);

      if (field == TL_LINK_PROJECT && tl_item_get_ref (link, TL_LINK_TARGET) == target)
        return TRUE;
    }
  return FALSE;
}

/* A gesture may begin at either end. */
static void
put_project_first (TlItem **project, TlItem **target)
{
  TlItem *swap = *project;

  if (tl_item_get_kind (*target) != TL_KIND_PROJECT)
    return;
  *project = *target;
  *target = swap;
}

/* What undo would take back. */
static char *
dup_delete_label (GPtrArray *items)
{
  TlItem *first = items->pdata[0];

  if (items->len > 1)
    return g_strdup_printf (ngettext ("Delete %u Item", "Delete %u Items", items->len), items->len);
  if (tl_item_get_kind (first) == TL_KIND_LINK)
    return g_strdup (C_ ("undo", "Remove Link"));
  /* Translators: a kind of item, such as “Goal”. */
  return g_strdup_printf (C_ ("undo", "Delete %s"), tl_kind_get_label (tl_item_get_kind (first)));
}

static char *
dup_deleted_words (GPtrArray *items)
{
  TlItem *first = items->pdata[0];
  g_autofree char *name = tl_item_dup_short_name (first);

  if (items->len > 1)
    return g_strdup_printf (ngettext ("Deleted %u item", "Deleted %u items", items->len),
                            items->len);
  if (tl_item_get_kind (first) == TL_KIND_LINK)
    return g_strdup (_ ("Removed the link"));
  return g_strdup_printf (_ ("Deleted “%s”"), name);
}

/* Each once, and without the workspace itself, which cannot be deleted. */
static GPtrArray *
collect_deletable (TlSession *session, GPtrArray *items)
{
  GPtrArray *deletable = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      TlItem *item = items->pdata[i];

      if (tl_item_get_workspace (item) == tl_session_get_workspace (session)
          && !tl_kind_get_spec (tl_item_get_kind (item))->is_single
          && g_hash_table_add (known, item))
        g_ptr_array_add (deletable, g_object_ref (item));
    }
  return deletable;
}

/* The first link of @project that goes straight to an active goal. */
static TlItem *
find_goal_link (TlItem *project)
{
  for (guint i = 0; i < tl_item_get_n_referrers (project); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (project, i, &field);
      TlItem *target = field == TL_LINK_PROJECT ? tl_item_get_ref (link, TL_LINK_TARGET) : NULL;

      if (target != NULL && tl_item_get_kind (target) == TL_KIND_GOAL && is_open_target (target))
        return link;
    }
  return NULL;
}

/**
 * tl_command_add:
 * @session: a session
 * @kind: a kind of which there can be many
 * @title: (nullable): its title; when there is nothing in it the item gets one like “New Person”
 *
 * Adds an item that stands for itself: a person, a unit, a theme.
 *
 * Returns: (transfer none) (nullable): the new item; %NULL when the document is read-only, which
 * has been said
 */
TlItem *
tl_command_add (TlSession *session, TlKind kind, const char *title)
{
  TlWorkspace *workspace;
  g_autofree char *label = NULL;
  TlItem *item;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);
  g_return_val_if_fail (kind < TL_N_KINDS && !tl_kind_get_spec (kind)->is_single, NULL);

  if (refuse_when_read_only (session))
    return NULL;
  workspace = tl_session_get_workspace (session);
  /* Translators: a kind of item, such as “Person”. */
  label = g_strdup_printf (C_ ("undo", "Add %s"), tl_kind_get_label (kind));
  tl_workspace_begin (workspace, label);
  item = add_item (session, kind, title);
  tl_workspace_commit (workspace);
  return item;
}

/**
 * tl_command_add_goal:
 * @session: a session
 * @title: (nullable): as in tl_command_add()
 *
 * The new goal stands last in priority.
 *
 * Returns: (transfer none) (nullable): as in tl_command_add()
 */
TlItem *
tl_command_add_goal (TlSession *session, const char *title)
{
  TlWorkspace *workspace;
  TlItem *goal;
  int priority;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);

  if (refuse_when_read_only (session))
    return NULL;
  workspace = tl_session_get_workspace (session);
  priority = get_next_priority (workspace);
  tl_workspace_begin (workspace, C_ ("undo", "Add Goal"));
  goal = add_item (session, TL_KIND_GOAL, title);
  tl_workspace_set_number (workspace, goal, TL_GOAL_PRIORITY, priority, NULL);
  tl_workspace_commit (workspace);
  return goal;
}

/**
 * tl_command_add_objective:
 * @session: a session
 * @goal: (nullable): the goal it is for
 * @title: (nullable): as in tl_command_add()
 *
 * Returns: (transfer none) (nullable): as in tl_command_add()
 */
TlItem *
tl_command_add_objective (TlSession *session, TlItem *goal, const char *title)
{
  TlWorkspace *workspace;
  TlItem *objective;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);
  g_return_val_if_fail (goal == NULL || tl_item_get_kind (goal) == TL_KIND_GOAL, NULL);

  if (refuse_when_read_only (session))
    return NULL;
  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Add Objective"));
  objective = add_item (session, TL_KIND_OBJECTIVE, title);
  if (goal != NULL)
    set_ref (objective, TL_OBJECTIVE_GOAL, goal);
  tl_workspace_commit (workspace);
  return objective;
}

/**
 * tl_command_add_project:
 * @session: a session
 * @target: (nullable): an active objective or goal that it is to serve
 * @title: (nullable): as in tl_command_add()
 *
 * A new project is proposed by learning and being analysed, and so it counts. What nobody has
 * decided yet, such as its work category, stays unknown.
 *
 * Returns: (transfer none) (nullable): as in tl_command_add()
 */
TlItem *
tl_command_add_project (TlSession *session, TlItem *target, const char *title)
{
  TlWorkspace *workspace;
  TlItem *project;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);
  g_return_val_if_fail (target == NULL || is_target_kind (target), NULL);

  if (refuse_when_read_only (session))
    return NULL;
  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Add Project"));
  project = add_item (session, TL_KIND_PROJECT, title);
  set_choice (project, TL_PROJECT_ORIGIN, TL_ORIGIN_PROACTIVE);
  set_choice (project, TL_PROJECT_STATUS, TL_STATUS_ANALYSIS);
  if (target != NULL && is_open_target (target))
    add_link (session, project, target);
  tl_workspace_commit (workspace);
  return project;
}

/**
 * tl_command_rename:
 * @session: a session
 * @item: an item with a title
 * @title: the new title; blanks around it and line breaks in it are tidied
 * @error: return location: %TL_COMMAND_ERROR_TITLE when nothing is in it, or read-only
 *
 * Returns: whether @item has that title now
 */
gboolean
tl_command_rename (TlSession *session, TlItem *item, const char *title, GError **error)
{
  g_autofree char *tidy = dup_tidy_title (title);
  g_autofree char *label = NULL;
  TlWorkspace *workspace;
  gboolean taken;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (tl_kind_has_field (tl_item_get_kind (item), TL_ITEM_TITLE), FALSE);

  if (tidy == NULL)
    {
      g_set_error_literal (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_TITLE,
                           _ ("A title cannot be empty."));
      return FALSE;
    }
  workspace = tl_session_get_workspace (session);
  /* Translators: a kind of item, such as “Goal”. */
  label = g_strdup_printf (C_ ("undo", "Rename %s"), tl_kind_get_label (tl_item_get_kind (item)));
  tl_workspace_begin (workspace, label);
  taken = tl_workspace_set_text (workspace, item, TL_ITEM_TITLE, tidy, error);
  tl_workspace_commit (workspace);
  return taken;
}

/**
 * tl_command_put_field:
 * @session: a session
 * @item: an item in it
 * @field: a field of its kind
 * @value: what it is to hold
 * @error: return location: as in tl_workspace_set(), %TL_COMMAND_ERROR_TITLE for a title with
 *   nothing in it, or %TL_COMMAND_ERROR_GATE for a solution that is named too early
 *
 * The part of an edit that is the same wherever it is made: a cell of many in a transaction that
 * has begun, or a field alone with tl_command_set_field(). Naming the solution of a project keeps
 * the day as well.
 *
 * Returns: whether @value was taken
 */
gboolean
tl_command_put_field (TlSession *session,
                      TlItem *item,
                      TlField field,
                      const TlValue *value,
                      GError **error)
{
  TlWorkspace *workspace;
  gboolean was_named;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (TL_IS_ITEM (item) && value != NULL, FALSE);

  workspace = tl_session_get_workspace (session);
  if (!check_words (item, field, value, error)
      || !tl_workspace_check (workspace, item, field, value, error)
      || !tl_command_check_gate (session, item, field, value, error))
    return FALSE;
  was_named = tl_item_get_kind (item) == TL_KIND_PROJECT && tl_gate_is_named (item);
  if (!tl_workspace_set (workspace, item, field, value, error))
    return FALSE;
  tl_command_follow_gate (session, item, field, was_named);
  return TRUE;
}

/**
 * tl_command_set_field:
 * @session: a session
 * @item: an item in it
 * @field: a field of its kind
 * @value: what it is to hold
 * @error: return location: as in tl_command_put_field()
 *
 * What a form does while somebody types: changes of the same field in a row are one step of undo,
 * until tl_history_seal(). Where the gate wants a reason, tl_command_pass_gate() goes on.
 *
 * Returns: whether @value was taken
 */
gboolean
tl_command_set_field (TlSession *session,
                      TlItem *item,
                      TlField field,
                      const TlValue *value,
                      GError **error)
{
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;
  TlWorkspace *workspace;
  gboolean taken;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (TL_IS_ITEM (item) && value != NULL, FALSE);

  workspace = tl_session_get_workspace (session);
  /* Translators: the name of a field, such as “Effort”. */
  label = g_strdup_printf (C_ ("undo", "Change %s"), tl_field_get_label (field));
  key = g_strdup_printf ("%s:%s", tl_item_get_id (item), tl_field_get_spec (field)->name);
  tl_workspace_begin_merging (workspace, label, key);
  taken = tl_command_put_field (session, item, field, value, error);
  tl_workspace_commit (workspace);
  return taken;
}

static gint
compare_from_end (gconstpointer a, gconstpointer b, gpointer workspace)
{
  TlItem *const *first = a;
  TlItem *const *second = b;
  guint position = tl_workspace_get_position (workspace, *first);
  guint other = tl_workspace_get_position (workspace, *second);

  return position < other ? 1 : position > other ? -1 : 0;
}

/**
 * tl_command_delete:
 * @session: a session
 * @items: (element-type TlItem): any mixture of kinds; what has left the workspace is passed over
 *
 * Deletes the items, and says so with an offer to undo. Links and other things that are nothing
 * without a deleted item go with it.
 */
void
tl_command_delete (TlSession *session, GPtrArray *items)
{
  g_autoptr (GPtrArray) deletable = NULL;
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;
  TlWorkspace *workspace;

  g_return_if_fail (TL_IS_SESSION (session) && items != NULL);

  deletable = collect_deletable (session, items);
  if (deletable->len == 0 || refuse_when_read_only (session))
    return;
  workspace = tl_session_get_workspace (session);
  label = dup_delete_label (deletable);
  words = dup_deleted_words (deletable);
  tl_workspace_begin (workspace, label);
  /* From the end, so that little has to close up each time, and to open again for an undo. */
  g_ptr_array_sort_with_data (deletable, compare_from_end, workspace);
  /* A deletion may have taken another of them along. */
  for (guint i = 0; i < deletable->len; i++)
    if (tl_item_get_workspace (deletable->pdata[i]) != NULL)
      tl_workspace_remove (workspace, deletable->pdata[i]);
  tl_workspace_commit (workspace);
  tl_session_say (session, words, TRUE);
}

/**
 * tl_command_stop:
 * @session: a session
 * @project: a project
 * @error: return location when the document is read-only
 *
 * Returns: whether the project is stopped now; it has been said
 */
gboolean
tl_command_stop (TlSession *session, TlItem *project, GError **error)
{
  TlWorkspace *workspace;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  gboolean taken;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (tl_item_get_kind (project) == TL_KIND_PROJECT, FALSE);

  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Stop Project"));
  taken = tl_workspace_set_choice (workspace, project, TL_PROJECT_STATUS, TL_STATUS_STOPPED, error);
  tl_workspace_commit (workspace);
  if (!taken)
    return FALSE;
  name = tl_item_dup_short_name (project);
  words = g_strdup_printf (_ ("Stopped “%s”"), name);
  tl_session_say (session, words, TRUE);
  return TRUE;
}

/**
 * tl_command_return_to_analysis:
 * @session: a session
 * @project: a project
 * @error: return location when the document is read-only
 *
 * Returns: whether the project is being analysed now; it has been said
 */
gboolean
tl_command_return_to_analysis (TlSession *session, TlItem *project, GError **error)
{
  TlWorkspace *workspace;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  gboolean taken;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (tl_item_get_kind (project) == TL_KIND_PROJECT, FALSE);

  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Return to Analysis"));
  taken
      = tl_workspace_set_choice (workspace, project, TL_PROJECT_STATUS, TL_STATUS_ANALYSIS, error);
  tl_workspace_commit (workspace);
  if (!taken)
    return FALSE;
  name = tl_item_dup_short_name (project);
  words = g_strdup_printf (_ ("“%s” is back in analysis"), name);
  tl_session_say (session, words, TRUE);
  return TRUE;
}

/**
 * tl_command_check_link:
 * @session: a session
 * @project: a project
 * @target: an active objective or goal that the project does not serve yet
 * @error: return location for a #TlCommandError, or read-only
 *
 * Returns: whether the two can be linked
 */
gboolean
tl_command_check_link (TlSession *session, TlItem *project, TlItem *target, GError **error)
{
  g_autofree char *project_name = tl_item_dup_name (project);
  g_autofree char *target_name = tl_item_dup_name (target);

  if (!tl_session_is_editable (session))
    g_set_error_literal (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_READ_ONLY,
                         _ ("The document is open for reading only."));
  else if (tl_item_get_kind (project) != TL_KIND_PROJECT || !is_target_kind (target))
    g_set_error_literal (
        error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_KIND,
        _ ("Only a project can serve, and only an objective or a goal is served."));
  else if (is_linked (project, target))
    /* Translators: a project and an objective or goal. */
    g_set_error (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_LINKED, _ ("“%s” already serves “%s”."),
                 project_name, target_name);
  else if (!is_open_target (target))
    g_set_error (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_CLOSED,
                 _ ("“%s” is no longer active. Open it again before something serves it."),
                 target_name);
  else
    return TRUE;
  return FALSE;
}

/**
 * tl_command_can_link:
 * @session: a session
 * @project: a project, or an objective or goal when @target is the project
 * @target: an active objective or goal that the project does not serve yet
 *
 * Returns: whether tl_command_link() would link them
 */
gboolean
tl_command_can_link (TlSession *session, TlItem *project, TlItem *target)
{
  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (TL_IS_ITEM (project) && TL_IS_ITEM (target), FALSE);

  put_project_first (&project, &target);
  return tl_command_check_link (session, project, target, NULL);
}

/**
 * tl_command_put_link:
 * @session: a session
 * @project: as in tl_command_can_link()
 * @target: as in tl_command_can_link()
 * @error: return location for a #TlCommandError, or read-only
 *
 * The part of linking that is the same wherever it is done: alone with tl_command_link(), or for
 * one of many in a transaction that has begun. It says nothing.
 *
 * Returns: (transfer none) (nullable): the new link, of medium strength and proposed
 */
TlItem *
tl_command_put_link (TlSession *session, TlItem *project, TlItem *target, GError **error)
{
  TlWorkspace *workspace;
  TlItem *link;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);
  g_return_val_if_fail (TL_IS_ITEM (project) && TL_IS_ITEM (target), NULL);

  put_project_first (&project, &target);
  if (!tl_command_check_link (session, project, target, error))
    return NULL;
  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Link Project"));
  link = add_link (session, project, target);
  tl_workspace_commit (workspace);
  return link;
}

/**
 * tl_command_link:
 * @session: a session
 * @project: as in tl_command_can_link()
 * @target: as in tl_command_can_link()
 * @error: return location for a #TlCommandError, or read-only
 *
 * Makes a link as tl_command_put_link(), and says so.
 *
 * Returns: (transfer none) (nullable): the new link
 */
TlItem *
tl_command_link (TlSession *session, TlItem *project, TlItem *target, GError **error)
{
  TlItem *link = tl_command_put_link (session, project, target, error);
  g_autofree char *target_name = NULL;
  g_autofree char *words = NULL;

  if (link == NULL)
    return NULL;
  target_name = tl_item_dup_short_name (tl_item_get_ref (link, TL_LINK_TARGET));
  /* Translators: an objective or goal, which a project now serves. */
  words = g_strdup_printf (_ ("Linked to “%s”"), target_name);
  tl_session_say (session, words, TRUE);
  return link;
}

/**
 * tl_command_write_objective:
 * @session: a session
 * @item: a goal that lacks an objective, or a project that is linked straight to a goal
 * @title: (nullable): as in tl_command_add()
 *
 * Adds an objective to the goal. A project's link to the goal then goes to the objective, with all
 * that was said of it.
 *
 * Returns: (transfer none) (nullable): the new objective; %NULL when the document is read-only or
 * the project has no link to an active goal
 */
TlItem *
tl_command_write_objective (TlSession *session, TlItem *item, const char *title)
{
  TlWorkspace *workspace;
  TlItem *link = NULL;
  TlItem *goal = item;
  TlItem *objective;

  g_return_val_if_fail (TL_IS_SESSION (session) && TL_IS_ITEM (item), NULL);

  if (tl_item_get_kind (item) == TL_KIND_PROJECT)
    {
      link = find_goal_link (item);
      goal = link != NULL ? tl_item_get_ref (link, TL_LINK_TARGET) : NULL;
    }
  if (goal == NULL || tl_item_get_kind (goal) != TL_KIND_GOAL || refuse_when_read_only (session))
    return NULL;
  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Write Objective"));
  objective = tl_command_add_objective (session, goal, title);
  if (link != NULL)
    set_ref (link, TL_LINK_TARGET, objective);
  tl_workspace_commit (workspace);
  return objective;
}

/**
 * tl_command_set_strength:
 * @session: a session
 * @link: a link
 * @strength: one of %TL_STRENGTH_WEAK, %TL_STRENGTH_MEDIUM, %TL_STRENGTH_STRONG
 * @error: return location when there is no such strength or the document is read-only
 *
 * Returns: whether the link has that strength now
 */
gboolean
tl_command_set_strength (TlSession *session, TlItem *link, int strength, GError **error)
{
  TlWorkspace *workspace;
  gboolean taken;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (tl_item_get_kind (link) == TL_KIND_LINK, FALSE);

  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Change Strength"));
  taken = tl_workspace_set_choice (workspace, link, TL_LINK_STRENGTH, strength, error);
  tl_workspace_commit (workspace);
  return taken;
}

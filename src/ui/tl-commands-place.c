/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-commands-place.h"

#include <glib/gi18n-lib.h>

#include "tl-commands-parts.h"
#include "tl-commands-row.h"
#include "tl-commands.h"
#include "tl-item-words.h"

/* What hangs on what, by a field. Projects hang on what they serve by links. */
typedef struct
{
  TlKind kind;
  TlKind parent;
  TlField field;
} Hold;

static const Hold holds[] = {
  { TL_KIND_GOAL, TL_KIND_THEME, TL_GOAL_THEME },
  { TL_KIND_OBJECTIVE, TL_KIND_GOAL, TL_OBJECTIVE_GOAL },
  { TL_KIND_CAUSE, TL_KIND_OBJECTIVE, TL_CAUSE_OBJECTIVE },
  { TL_KIND_UNIT, TL_KIND_UNIT, TL_UNIT_PARENT },
  { TL_KIND_STEP, TL_KIND_STORY, TL_STEP_STORY },
};

static const Hold *
find_hold (TlKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (holds); i++)
    if (holds[i].kind == kind)
      return &holds[i];
  return NULL;
}

static gboolean
check_editable (TlSession *session, GError **error)
{
  if (tl_session_is_editable (session))
    return TRUE;
  g_set_error_literal (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_READ_ONLY,
                       _ ("The document is open for reading only."));
  return FALSE;
}

/* Order. */

static gboolean
counts (TlAlignment *alignment, TlItem *item)
{
  switch ((int) tl_item_get_kind (item))
    {
    case TL_KIND_GOAL:
      return tl_alignment_is_active_goal (alignment, item);
    case TL_KIND_OBJECTIVE:
      return tl_alignment_is_active_objective (alignment, item);
    case TL_KIND_LINK:
      return tl_item_get_ref (item, TL_LINK_PROJECT) != NULL
             && tl_alignment_is_counted (alignment, tl_item_get_ref (item, TL_LINK_PROJECT));
    default:
      return TRUE;
    }
}

static double
get_priority (TlItem *goal)
{
  return tl_item_is_set (goal, TL_GOAL_PRIORITY) ? tl_item_get_number (goal, TL_GOAL_PRIORITY) : 0;
}

/* Whether the goals from @first to @last have priorities that tell them apart. */
static gboolean
are_told_apart (TlItem *const *goals, guint first, guint last)
{
  for (guint i = first; i <= last; i++)
    if (get_priority (goals[i]) < 1
        || (i > first && get_priority (goals[i]) <= get_priority (goals[i - 1])))
      return FALSE;
  return TRUE;
}

/* Goals stand by priority. Those between the two places hand theirs on; where priorities are equal
 * or not recorded, all are counted anew. */
static void
take_rank (TlSession *session, TlItem *goal, TlItem *neighbour)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  guint n;
  TlAlignment *alignment = tl_session_get_alignment (session);
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autofree double *priorities = g_new (double, n);
  guint from = tl_alignment_get_rank (alignment, goal) - 1;
  guint to = tl_alignment_get_rank (alignment, neighbour) - 1;
  guint first = MIN (from, to);
  guint last = MAX (from, to);
  gboolean is_told;

  while (n > 0 && !tl_alignment_is_active_goal (alignment, goals[n - 1]))
    n--;
  is_told = are_told_apart (goals, first > 0 ? first - 1 : 0, MIN (last + 1, n - 1));
  for (guint i = 0; i < n; i++)
    {
      priorities[i] = is_told ? get_priority (goals[i]) : i + 1;
      g_ptr_array_add (order, goals[i]);
    }
  g_ptr_array_remove_index (order, from);
  g_ptr_array_insert (order, (int) to, goal);
  for (guint i = is_told ? first : 0; i < (is_told ? last + 1 : n); i++)
    tl_workspace_set_number (workspace, order->pdata[i], TL_GOAL_PRIORITY, priorities[i], NULL);
}

/**
 * tl_command_take_place:
 * @session: a session
 * @item: an item
 * @neighbour: another of its kind
 * @error: return location: %TL_COMMAND_ERROR_KIND when the two have no common order, or read-only
 *
 * Moves @item to where @neighbour stands, and what is between them up or down. Active goals have
 * the order of their priorities; all else has that of the document.
 *
 * Returns: whether it stands there now
 */
gboolean
tl_command_take_place (TlSession *session, TlItem *item, TlItem *neighbour, GError **error)
{
  TlWorkspace *workspace;
  TlAlignment *alignment;
  g_autofree char *label = NULL;
  TlKind kind;

  g_return_val_if_fail (TL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (TL_IS_ITEM (item) && TL_IS_ITEM (neighbour), FALSE);

  if (!check_editable (session, error))
    return FALSE;
  kind = tl_item_get_kind (item);
  alignment = tl_session_get_alignment (session);
  if (tl_item_get_kind (neighbour) != kind
      || counts (alignment, item) != counts (alignment, neighbour))
    {
      g_set_error_literal (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_KIND,
                           _ ("What counts stands before what does not, kind by kind."));
      return FALSE;
    }
  workspace = tl_session_get_workspace (session);
  /* Translators: a kind of item, such as “Goal”. */
  label = g_strdup_printf (C_ ("undo", "Move %s"), tl_kind_get_label (kind));
  tl_workspace_begin (workspace, label);
  if (kind == TL_KIND_GOAL && tl_alignment_is_active_goal (alignment, item))
    take_rank (session, item, neighbour);
  else
    tl_workspace_move (workspace, item, tl_workspace_get_position (workspace, neighbour));
  tl_workspace_commit (workspace);
  return TRUE;
}

/* Under what. */

static const char *
get_rule (TlKind kind)
{
  switch ((int) kind)
    {
    case TL_KIND_GOAL:
      return _ ("A goal belongs to a theme.");
    case TL_KIND_OBJECTIVE:
      return _ ("An objective belongs to a goal.");
    case TL_KIND_CAUSE:
      return _ ("A cause belongs to an objective.");
    case TL_KIND_PROJECT:
    case TL_KIND_LINK:
      return _ ("A project serves an objective or a goal.");
    case TL_KIND_UNIT:
      return _ ("A unit is part of another unit.");
    case TL_KIND_STEP:
      return _ ("A step belongs to a story.");
    default:
      return _ ("An item of this kind stands by itself.");
    }
}

static void
say_moved (TlSession *session, TlItem *item, TlItem *parent)
{
  g_autofree char *name = tl_item_dup_short_name (item);
  g_autofree char *parent_name = parent != NULL ? tl_item_dup_short_name (parent) : NULL;
  g_autofree char *words = NULL;

  if (parent != NULL)
    /* Translators: an item, and what it is under now. */
    words = g_strdup_printf (_ ("Moved “%s” to “%s”"), name, parent_name);
  else
    words = g_strdup_printf (_ ("“%s” stands by itself now"), name);
  tl_session_say (session, words, TRUE);
}

/**
 * tl_item_get_holder:
 * @item: an item
 *
 * Returns: (transfer none) (nullable): what it hangs on: the goal of an objective, the theme of a
 *   goal, the unit that a unit is part of
 */
TlItem *
tl_item_get_holder (TlItem *item)
{
  const Hold *hold = find_hold (tl_item_get_kind (item));

  return hold != NULL ? tl_item_get_ref (item, hold->field) : NULL;
}

/**
 * tl_kind_goes_under:
 * @kind: a kind of item
 * @parent: another, or the same
 *
 * Returns: whether an item of the one kind can stand under one of the other
 */
gboolean
tl_kind_goes_under (TlKind kind, TlKind parent)
{
  const Hold *hold = find_hold (kind);

  if (kind == TL_KIND_PROJECT)
    return parent == TL_KIND_OBJECTIVE || parent == TL_KIND_GOAL;
  return hold != NULL && hold->parent == parent;
}

static gboolean
set_parent (TlSession *session, TlItem *item, TlField field, TlItem *parent, GError **error)
{
  g_auto (TlValue) value = TL_VALUE_INIT;

  if (parent != NULL)
    value = tl_value_from_text (tl_item_get_id (parent));
  return tl_command_put_field (session, item, field, &value, error);
}

/**
 * tl_command_check_under:
 * @session: a session
 * @item: an item
 * @parent: (nullable): what it is to stand under; %NULL for nothing
 * @error: return location: %TL_COMMAND_ERROR_KIND with the rule when it cannot stand there, or
 *   read-only
 *
 * Returns: whether items of the two kinds go together; a project may still have to be linked
 */
gboolean
tl_command_check_under (TlSession *session, TlItem *item, TlItem *parent, GError **error)
{
  TlKind kind = tl_item_get_kind (item);

  if (!check_editable (session, error))
    return FALSE;
  if (parent != NULL ? tl_kind_goes_under (kind, tl_item_get_kind (parent))
                     : find_hold (kind) != NULL)
    return TRUE;
  g_set_error_literal (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_KIND, get_rule (kind));
  return FALSE;
}

/**
 * tl_command_put_under:
 * @session: a session
 * @item: an item
 * @parent: (nullable): what it is to stand under; %NULL for nothing, where it can
 * @error: return location: %TL_COMMAND_ERROR_KIND when it cannot stand there, an error of
 *   tl_command_link() for a project, or of the workspace
 *
 * Moves @item, and says so. A project that goes under an objective or a goal serves it as well.
 *
 * Returns: whether it stands there now
 */
gboolean
tl_command_put_under (TlSession *session, TlItem *item, TlItem *parent, GError **error)
{
  TlWorkspace *workspace;
  const Hold *hold;
  TlKind kind;
  g_autofree char *label = NULL;
  gboolean taken;

  g_return_val_if_fail (TL_IS_SESSION (session) && TL_IS_ITEM (item), FALSE);

  if (!tl_command_check_under (session, item, parent, error))
    return FALSE;
  kind = tl_item_get_kind (item);
  hold = find_hold (kind);
  if (hold == NULL)
    return tl_command_link (session, item, parent, error) != NULL;
  workspace = tl_session_get_workspace (session);
  /* Translators: a kind of item, such as “Goal”. */
  label = g_strdup_printf (C_ ("undo", "Move %s"), tl_kind_get_label (kind));
  tl_workspace_begin (workspace, label);
  taken = set_parent (session, item, hold->field, parent, error);
  tl_workspace_commit (workspace);
  if (taken)
    say_moved (session, item, parent);
  return taken;
}

/**
 * tl_command_relink:
 * @session: a session
 * @link: a link of a project
 * @target: what it is to go to
 * @error: return location, as of tl_command_check_link()
 *
 * The project serves @target instead, with all that was said of the link, and that is said.
 *
 * Returns: whether it does now
 */
gboolean
tl_command_relink (TlSession *session, TlItem *link, TlItem *target, GError **error)
{
  TlWorkspace *workspace;
  TlItem *project;
  gboolean taken;

  g_return_val_if_fail (TL_IS_SESSION (session) && TL_IS_ITEM (target), FALSE);
  g_return_val_if_fail (tl_item_get_kind (link) == TL_KIND_LINK, FALSE);

  project = tl_item_get_ref (link, TL_LINK_PROJECT);
  g_return_val_if_fail (project != NULL, FALSE);
  if (!tl_command_check_link (session, project, target, error))
    return FALSE;
  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Move Link"));
  taken = tl_workspace_set_ref (workspace, link, TL_LINK_TARGET, target, error);
  tl_workspace_commit (workspace);
  if (taken)
    say_moved (session, project, target);
  return taken;
}

/**
 * tl_command_relink_from:
 * @session: a session
 * @link: a link to an objective or a goal
 * @project: what it is to come from
 * @error: return location, as of tl_command_check_link()
 *
 * @project serves the target instead, with all that was said of the link, and that is said.
 *
 * Returns: whether it does now
 */
gboolean
tl_command_relink_from (TlSession *session, TlItem *link, TlItem *project, GError **error)
{
  TlWorkspace *workspace;
  TlItem *target;
  gboolean taken;

  g_return_val_if_fail (TL_IS_SESSION (session) && TL_IS_ITEM (project), FALSE);
  g_return_val_if_fail (tl_item_get_kind (link) == TL_KIND_LINK, FALSE);

  target = tl_item_get_ref (link, TL_LINK_TARGET);
  g_return_val_if_fail (target != NULL, FALSE);
  if (!tl_command_check_link (session, project, target, error))
    return FALSE;
  workspace = tl_session_get_workspace (session);
  tl_workspace_begin (workspace, C_ ("undo", "Move Link"));
  taken = tl_workspace_set_ref (workspace, link, TL_LINK_PROJECT, project, error);
  tl_workspace_commit (workspace);
  if (taken)
    say_moved (session, project, target);
  return taken;
}

/* New items. */

static TlItem *
add (TlSession *session, TlKind kind, TlItem *parent)
{
  const Hold *hold = find_hold (kind);
  TlItem *item;

  if (kind == TL_KIND_PROJECT)
    return tl_command_add_project (session, parent, NULL);
  if (kind == TL_KIND_CAUSE && parent != NULL)
    return tl_command_add_cause (session, parent, NULL);
  item = tl_command_add_row (session, kind);
  if (item != NULL && hold != NULL && parent != NULL)
    tl_workspace_set_ref (tl_session_get_workspace (session), item, hold->field, parent, NULL);
  return item;
}

/**
 * tl_command_add_under:
 * @session: a session
 * @kind: a kind of which there can be many
 * @parent: (nullable): what the new item is to stand under
 *
 * Returns: (transfer none) (nullable): the new item; %NULL when the document is read-only, which
 *   has been said
 */
TlItem *
tl_command_add_under (TlSession *session, TlKind kind, TlItem *parent)
{
  TlWorkspace *workspace;
  g_autofree char *label = NULL;
  TlItem *item;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);
  g_return_val_if_fail (parent == NULL || tl_kind_goes_under (kind, tl_item_get_kind (parent)),
                        NULL);

  workspace = tl_session_get_workspace (session);
  /* Translators: a kind of item, such as “Person”. */
  label = g_strdup_printf (C_ ("undo", "Add %s"), tl_kind_get_label (kind));
  tl_workspace_begin (workspace, label);
  item = add (session, kind, parent);
  tl_workspace_commit (workspace);
  return item;
}

/**
 * tl_command_add_after:
 * @session: a session
 * @item: an item
 * @parent: (nullable): what it stands under
 *
 * Adds another of the kind under the same, behind it in the order of the document. A new goal comes
 * last in priority: what is first is a decision.
 *
 * Returns: (transfer none) (nullable): as tl_command_add_under()
 */
TlItem *
tl_command_add_after (TlSession *session, TlItem *item, TlItem *parent)
{
  TlWorkspace *workspace;
  TlKind kind;
  g_autofree char *label = NULL;
  TlItem *added;

  g_return_val_if_fail (TL_IS_SESSION (session) && TL_IS_ITEM (item), NULL);

  workspace = tl_session_get_workspace (session);
  kind = tl_item_get_kind (item);
  /* Translators: a kind of item, such as “Person”. */
  label = g_strdup_printf (C_ ("undo", "Add %s"), tl_kind_get_label (kind));
  tl_workspace_begin (workspace, label);
  added = tl_command_add_under (session, kind, parent);
  if (added != NULL && kind != TL_KIND_GOAL)
    tl_workspace_move (workspace, added, tl_workspace_get_position (workspace, item) + 1);
  tl_workspace_commit (workspace);
  return added;
}

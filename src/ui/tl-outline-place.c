/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-outline-place.h"

#include "tl-commands-place.h"

/* Kinds that have a heading below the plan, in the order of the outline. */
static const TlOutlinePlace headings[] = {
  { TL_OUTLINE_LOOSE, TL_KIND_OBJECTIVE, NULL, NULL },
  { TL_OUTLINE_UNALIGNED, TL_KIND_PROJECT, NULL, NULL },
  { TL_OUTLINE_MANDATED, TL_KIND_PROJECT, NULL, NULL },
  { TL_OUTLINE_IDEAS, TL_KIND_PROJECT, NULL, NULL },
  { TL_OUTLINE_ENDED, TL_KIND_PROJECT, NULL, NULL },
  { TL_OUTLINE_LOOSE, TL_KIND_CAUSE, NULL, NULL },
  { TL_OUTLINE_LOOSE, TL_KIND_LINK, NULL, NULL },
  { TL_OUTLINE_KIND, TL_KIND_PERSON, NULL, NULL },
  { TL_OUTLINE_KIND, TL_KIND_UNIT, NULL, NULL },
  { TL_OUTLINE_KIND, TL_KIND_REQUEST, NULL, NULL },
  { TL_OUTLINE_KIND, TL_KIND_SOLUTION, NULL, NULL },
  { TL_OUTLINE_KIND, TL_KIND_MEASURE, NULL, NULL },
  { TL_OUTLINE_KIND, TL_KIND_INSIGHT, NULL, NULL },
  { TL_OUTLINE_KIND, TL_KIND_DECISION, NULL, NULL },
  { TL_OUTLINE_KIND, TL_KIND_WAIVER, NULL, NULL },
  { TL_OUTLINE_KIND, TL_KIND_NOTE, NULL, NULL },
  { TL_OUTLINE_KIND, TL_KIND_VIEW, NULL, NULL },
  { TL_OUTLINE_KIND, TL_KIND_STORY, NULL, NULL },
  { TL_OUTLINE_LOOSE, TL_KIND_STEP, NULL, NULL },
  { TL_OUTLINE_KIND, TL_KIND_SNAPSHOT, NULL, NULL },
  { TL_OUTLINE_KIND, TL_KIND_PLACE, NULL, NULL },
};

static TlOutlinePlace
place_of (TlItem *item)
{
  return (TlOutlinePlace) { TL_OUTLINE_ITEM, tl_item_get_kind (item), item, NULL };
}

static TlOutlinePlace
linked_by (TlItem *link)
{
  return (TlOutlinePlace) { TL_OUTLINE_LINKED, TL_KIND_PROJECT,
                            tl_item_get_ref (link, TL_LINK_PROJECT), link };
}

static TlOutlinePlace
plan_of (TlSession *session)
{
  return (TlOutlinePlace) { TL_OUTLINE_PLAN, TL_KIND_WORKSPACE,
                            tl_workspace_get_root (tl_session_get_workspace (session)), NULL };
}

static TlOutlinePlace
gap_of (TlItem *objective)
{
  return (TlOutlinePlace) { TL_OUTLINE_GAP, TL_KIND_CAUSE, objective, NULL };
}

/* A link that joins two ends stands where its project does. */
static gboolean
is_joined (TlItem *link)
{
  return tl_item_is_set (link, TL_LINK_PROJECT) && tl_item_is_set (link, TL_LINK_TARGET);
}

static gboolean
is_over (TlItem *project)
{
  int status = tl_item_get_choice (project, TL_PROJECT_STATUS);

  return status == TL_STATUS_DONE || status == TL_STATUS_STOPPED || status == TL_STATUS_DECLINED;
}

/* Where a project stands that is under no objective. */
static TlOutlineType
get_project_heading (TlAlignment *alignment, TlItem *project)
{
  switch (tl_alignment_get_standing (alignment, project))
    {
    case TL_STANDING_UNCOUNTED:
      return is_over (project) ? TL_OUTLINE_ENDED : TL_OUTLINE_IDEAS;
    case TL_STANDING_MANDATE:
      return TL_OUTLINE_MANDATED;
    case TL_STANDING_ALIGNED:
      return TL_OUTLINE_LINKED;
    case TL_STANDING_GOAL_ONLY:
    case TL_STANDING_CLOSED:
    case TL_STANDING_UNLINKED:
    default:
      return TL_OUTLINE_UNALIGNED;
    }
}

static gboolean
belongs_under (const TlOutlinePlace *heading, TlAlignment *alignment, TlItem *item)
{
  if (heading->kind == TL_KIND_PROJECT)
    return get_project_heading (alignment, item) == heading->type;
  if (heading->kind == TL_KIND_LINK)
    return !is_joined (item);
  return tl_item_get_holder (item) == NULL;
}

static gboolean
is_left_out_itself (TlSession *session, const TlOutlinePlace *place)
{
  TlLens *lens = tl_session_get_lens (session);
  TlItem *item = tl_outline_place_get_item (place);

  return item != NULL && tl_filter_is_searched (tl_item_get_kind (item))
         && tl_lens_get_emphasis (lens, item) == TL_LENS_HIDDEN;
}

/* What is hidden is left out, unless something is under it that is not. */
static gboolean
is_left_out (TlSession *session, const TlOutlinePlace *place)
{
  g_autoptr (GArray) under = NULL;

  if (!tl_lens_get_hides (tl_session_get_lens (session)) || place->type == TL_OUTLINE_PLAN)
    return FALSE;
  if (tl_outline_place_get_item (place) != NULL && !is_left_out_itself (session, place))
    return FALSE;
  if (!tl_outline_place_can_hold (place))
    return TRUE;
  under = tl_outline_place_list (place, session);
  return under->len == 0;
}

static void
append (GArray *places, TlSession *session, TlOutlinePlace place)
{
  if (!is_left_out (session, &place))
    g_array_append_val (places, place);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  TlItem *item = *(TlItem *const *) a;
  TlItem *other = *(TlItem *const *) b;
  TlWorkspace *workspace = tl_item_get_workspace (item);
  guint position = tl_workspace_get_position (workspace, item);
  guint other_position = tl_workspace_get_position (workspace, other);

  return position < other_position ? -1 : position > other_position;
}

/* What refers to @item by @field, in the order of the document. */
static GPtrArray *
list_referrers (TlItem *item, TlField field)
{
  GPtrArray *referrers = g_ptr_array_new ();

  for (guint i = 0; i < tl_item_get_n_referrers (item); i++)
    {
      TlField by;
      TlItem *referrer = tl_item_get_referrer (item, i, &by);

      if (by == field)
        g_ptr_array_add (referrers, referrer);
    }
  g_ptr_array_sort (referrers, compare_positions);
  return referrers;
}

static void
append_referrers (GArray *places, TlSession *session, TlItem *item, TlField field)
{
  g_autoptr (GPtrArray) referrers = list_referrers (item, field);

  for (guint i = 0; i < referrers->len; i++)
    append (places, session, place_of (referrers->pdata[i]));
}

/* Counted projects come first, as on the map, and those that are over or not begun after them. */
static void
append_linked (GArray *places, TlSession *session, TlItem *target)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  g_autoptr (GPtrArray) links = list_referrers (target, TL_LINK_TARGET);

  for (int counts = 1; counts >= 0; counts--)
    for (guint i = 0; i < links->len; i++)
      {
        TlItem *project = tl_item_get_ref (links->pdata[i], TL_LINK_PROJECT);

        if (project != NULL && tl_alignment_is_counted (alignment, project) == counts)
          append (places, session, linked_by (links->pdata[i]));
      }
}

/* The objectives that count come first, as they do on the map, and the others after them. */
static void
append_under_goal (GArray *places, TlSession *session, TlItem *goal)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  g_autoptr (GPtrArray) objectives = list_referrers (goal, TL_OBJECTIVE_GOAL);

  for (int counts = 1; counts >= 0; counts--)
    for (guint i = 0; i < objectives->len; i++)
      if (tl_alignment_is_active_objective (alignment, objectives->pdata[i]) == counts)
        append (places, session, place_of (objectives->pdata[i]));
  append_linked (places, session, goal);
}

static gboolean
has_gap (TlItem *objective)
{
  g_autoptr (GPtrArray) causes = list_referrers (objective, TL_CAUSE_OBJECTIVE);

  return causes->len > 0 || tl_item_is_set (objective, TL_OBJECTIVE_SHOULD)
         || tl_item_is_set (objective, TL_OBJECTIVE_IS);
}

static void
append_under_objective (GArray *places, TlSession *session, TlItem *objective)
{
  if (has_gap (objective))
    append (places, session, gap_of (objective));
  append_linked (places, session, objective);
}

/* The goals of a theme, of none, or all of them: active ones by rank, and the others after them. */
static void
append_goals (GArray *places, TlSession *session, gboolean all, TlItem *theme)
{
  guint n;
  TlItem *const *goals = tl_alignment_get_goals (tl_session_get_alignment (session), &n);

  for (guint i = 0; i < n; i++)
    if (all || tl_item_get_ref (goals[i], TL_GOAL_THEME) == theme)
      append (places, session, place_of (goals[i]));
}

static void
append_kind (GArray *places, TlSession *session, const TlOutlinePlace *heading)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlAlignment *alignment = tl_session_get_alignment (session);
  guint n = tl_workspace_get_n_items (workspace, heading->kind);

  for (guint i = 0; i < n; i++)
    {
      TlItem *item = tl_workspace_get_item (workspace, heading->kind, i);

      if (belongs_under (heading, alignment, item))
        append (places, session, place_of (item));
    }
}

static gboolean
has_any (TlSession *session, const TlOutlinePlace *heading)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlAlignment *alignment = tl_session_get_alignment (session);
  guint n = tl_workspace_get_n_items (workspace, heading->kind);

  for (guint i = 0; i < n; i++)
    if (belongs_under (heading, alignment, tl_workspace_get_item (workspace, heading->kind, i)))
      return TRUE;
  return FALSE;
}

static void
append_under_plan (GArray *places, TlSession *session)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  guint n = tl_workspace_get_n_items (workspace, TL_KIND_THEME);
  TlOutlinePlace without = { TL_OUTLINE_NO_THEME, TL_KIND_GOAL, NULL, NULL };

  if (n == 0)
    append_goals (places, session, TRUE, NULL);
  for (guint i = 0; i < n; i++)
    append (places, session, place_of (tl_workspace_get_item (workspace, TL_KIND_THEME, i)));
  if (n > 0 && has_any (session, &without))
    append (places, session, without);
}

static void
append_top (GArray *places, TlSession *session)
{
  append (places, session, plan_of (session));
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (has_any (session, &headings[i]))
      append (places, session, headings[i]);
}

static void
append_under_item (GArray *places, TlSession *session, TlItem *item)
{
  switch ((int) tl_item_get_kind (item))
    {
    case TL_KIND_THEME:
      append_goals (places, session, FALSE, item);
      break;
    case TL_KIND_GOAL:
      append_under_goal (places, session, item);
      break;
    case TL_KIND_OBJECTIVE:
      append_under_objective (places, session, item);
      break;
    case TL_KIND_UNIT:
      append_referrers (places, session, item, TL_UNIT_PARENT);
      break;
    case TL_KIND_STORY:
      append_referrers (places, session, item, TL_STEP_STORY);
      break;
    default:
      break;
    }
}

/**
 * tl_outline_place_equal:
 * @a: a #TlOutlinePlace
 * @b: another
 *
 * Returns: whether both are the same place
 */
gboolean
tl_outline_place_equal (gconstpointer a, gconstpointer b)
{
  const TlOutlinePlace *place = a;
  const TlOutlinePlace *other = b;

  return place->type == other->type && place->kind == other->kind && place->item == other->item
         && place->link == other->link;
}

/**
 * tl_outline_place_hash:
 * @place: a #TlOutlinePlace
 *
 * Returns: a hash that goes with tl_outline_place_equal()
 */
guint
tl_outline_place_hash (gconstpointer place)
{
  const TlOutlinePlace *self = place;

  return g_direct_hash (self->link != NULL ? self->link : self->item) * 31 + self->type * TL_N_KINDS
         + self->kind;
}

/**
 * tl_outline_place_get_item:
 * @place: a place
 *
 * Returns: (transfer none) (nullable): the item that stands there; %NULL for a heading
 */
TlItem *
tl_outline_place_get_item (const TlOutlinePlace *place)
{
  return place->type != TL_OUTLINE_GAP ? place->item : NULL;
}

/**
 * tl_outline_place_is_alive:
 * @place: a place
 *
 * Returns: whether all that makes the place is still in the workspace
 */
gboolean
tl_outline_place_is_alive (const TlOutlinePlace *place)
{
  return (place->item == NULL || tl_item_get_workspace (place->item) != NULL)
         && (place->link == NULL || tl_item_get_workspace (place->link) != NULL);
}

/**
 * tl_outline_place_can_hold:
 * @place: a place
 *
 * Returns: whether something can come to stand under it
 */
gboolean
tl_outline_place_can_hold (const TlOutlinePlace *place)
{
  if (place->type == TL_OUTLINE_ITEM)
    return place->kind == TL_KIND_THEME || place->kind == TL_KIND_GOAL
           || place->kind == TL_KIND_OBJECTIVE || place->kind == TL_KIND_UNIT
           || place->kind == TL_KIND_STORY;
  return place->type != TL_OUTLINE_LINKED;
}

/**
 * tl_outline_place_list:
 * @place: a place
 * @session: the session it is about
 *
 * What the lens hides is left out, as on the map.
 *
 * Returns: (transfer full) (element-type TlOutlinePlace): what is under it, in order
 */
GArray *
tl_outline_place_list (const TlOutlinePlace *place, TlSession *session)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (TlOutlinePlace));

  switch (place->type)
    {
    case TL_OUTLINE_ROOT:
      append_top (places, session);
      break;
    case TL_OUTLINE_PLAN:
      append_under_plan (places, session);
      break;
    case TL_OUTLINE_ITEM:
      append_under_item (places, session, place->item);
      break;
    case TL_OUTLINE_NO_THEME:
      append_goals (places, session, FALSE, NULL);
      break;
    case TL_OUTLINE_GAP:
      append_referrers (places, session, place->item, TL_CAUSE_OBJECTIVE);
      break;
    case TL_OUTLINE_LINKED:
      break;
    case TL_OUTLINE_LOOSE:
    case TL_OUTLINE_UNALIGNED:
    case TL_OUTLINE_MANDATED:
    case TL_OUTLINE_IDEAS:
    case TL_OUTLINE_ENDED:
    case TL_OUTLINE_KIND:
    default:
      append_kind (places, session, place);
      break;
    }
  return places;
}

/* Ways to an item. */

static void
step (GArray *path, TlOutlinePlace place)
{
  g_array_append_val (path, place);
}

static void
step_to_kind (GArray *path, TlOutlineType type, TlKind kind)
{
  step (path, (TlOutlinePlace) { type, kind, NULL, NULL });
}

static void
step_to_goal (GArray *path, TlSession *session, TlItem *goal)
{
  TlItem *theme = tl_item_get_ref (goal, TL_GOAL_THEME);

  step (path, plan_of (session));
  if (theme != NULL)
    step (path, place_of (theme));
  else if (tl_workspace_get_n_items (tl_session_get_workspace (session), TL_KIND_THEME) > 0)
    step_to_kind (path, TL_OUTLINE_NO_THEME, TL_KIND_GOAL);
  step (path, place_of (goal));
}

static void
step_to_branch (GArray *path, TlSession *session, TlItem *item)
{
  TlKind kind = tl_item_get_kind (item);
  TlItem *parent = tl_item_get_holder (item);

  if (kind == TL_KIND_GOAL)
    {
      step_to_goal (path, session, item);
      return;
    }
  if (parent != NULL)
    step_to_branch (path, session, parent);
  else
    step_to_kind (path,
                  kind == TL_KIND_UNIT || kind == TL_KIND_STORY ? TL_OUTLINE_KIND
                                                                : TL_OUTLINE_LOOSE,
                  kind);
  if (parent != NULL && kind == TL_KIND_CAUSE)
    step (path, gap_of (parent));
  step (path, place_of (item));
}

static void
step_to_link (GArray *path, TlSession *session, TlItem *link)
{
  if (!is_joined (link))
    {
      step_to_kind (path, TL_OUTLINE_LOOSE, TL_KIND_LINK);
      step (path, place_of (link));
      return;
    }
  step_to_branch (path, session, tl_item_get_ref (link, TL_LINK_TARGET));
  step (path, linked_by (link));
}

static void
step_to_project (GArray *path, TlSession *session, TlItem *project)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  TlOutlineType heading = get_project_heading (alignment, project);
  guint n;
  TlItem *const *links = tl_alignment_get_valid_links (alignment, project, &n);

  if (heading == TL_OUTLINE_LINKED)
    {
      step_to_link (path, session, links[0]);
      return;
    }
  step_to_kind (path, heading, TL_KIND_PROJECT);
  step (path, place_of (project));
}

/**
 * tl_outline_dup_path:
 * @session: a session
 * @item: an item of the workspace
 *
 * Returns: (transfer full) (element-type TlOutlinePlace): the places that lead from the top of the
 *   outline to the item, the last its own; empty where it has none
 */
GArray *
tl_outline_dup_path (TlSession *session, TlItem *item)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (TlOutlinePlace));
  TlKind kind = tl_item_get_kind (item);

  switch ((int) kind)
    {
    case TL_KIND_WORKSPACE:
      step (path, plan_of (session));
      break;
    case TL_KIND_SETTINGS:
      break;
    case TL_KIND_THEME:
      step (path, plan_of (session));
      step (path, place_of (item));
      break;
    case TL_KIND_GOAL:
    case TL_KIND_OBJECTIVE:
    case TL_KIND_CAUSE:
    case TL_KIND_UNIT:
    case TL_KIND_STORY:
    case TL_KIND_STEP:
      step_to_branch (path, session, item);
      break;
    case TL_KIND_PROJECT:
      step_to_project (path, session, item);
      break;
    case TL_KIND_LINK:
      step_to_link (path, session, item);
      break;
    default:
      step_to_kind (path, TL_OUTLINE_KIND, kind);
      step (path, place_of (item));
      break;
    }
  return path;
}

/**
 * tl_outline_is_moved_by:
 * @transaction: what has changed
 *
 * Returns: whether something may stand in another place after it, or under another; what is
 *   written about an item, such as its title, moves nothing
 */
gboolean
tl_outline_is_moved_by (TlTransaction *transaction)
{
  for (guint i = 0; i < tl_transaction_get_n_changes (transaction); i++)
    {
      const TlChange *change = tl_transaction_get_change (transaction, i);
      TlFieldType type = tl_field_get_spec (change->field)->type;

      if (change->type != TL_CHANGE_SET || type == TL_FIELD_TYPE_REF || type == TL_FIELD_TYPE_CHOICE
          || change->field == TL_GOAL_PRIORITY || change->field == TL_OBJECTIVE_SHOULD
          || change->field == TL_OBJECTIVE_IS)
        return TRUE;
    }
  return FALSE;
}

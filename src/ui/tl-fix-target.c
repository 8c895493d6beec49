/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-fix-target.h"

#include <math.h>

/* What stands next to a project. */

/* Of its links the first that has a gap there. */
static TlItem *
find_link (TlAlignment *alignment, TlItem *project, TlField field)
{
  guint n;
  TlItem *const *links = tl_alignment_get_valid_links (alignment, project, &n);

  for (guint i = 0; i < n; i++)
    if (!tl_item_is_set (links[i], field))
      return links[i];
  return n > 0 ? links[0] : NULL;
}

static TlItem *
look_from_project (TlAlignment *alignment, TlItem *project, TlField field)
{
  if (tl_kind_has_field (TL_KIND_LINK, field))
    return find_link (alignment, project, field);
  if (tl_kind_has_field (TL_KIND_PERSON, field))
    return tl_item_get_ref (project, TL_PROJECT_SPONSOR);
  return NULL;
}

/* Next to an objective. */

/* The link that claims most of it. */
static TlItem *
find_largest_claim (TlAlignment *alignment, TlItem *objective)
{
  guint n;
  TlItem *const *links = tl_alignment_get_supporters (alignment, objective, &n);
  TlItem *largest = NULL;
  double most = -1;

  for (guint i = 0; i < n; i++)
    {
      double claim = tl_item_get_number (links[i], TL_LINK_CONTRIBUTION);

      if (!isnan (claim) && claim > most)
        {
          largest = links[i];
          most = claim;
        }
    }
  return largest;
}

static gboolean
is_addressed (TlAlignment *alignment, TlItem *cause)
{
  for (guint i = 0; i < tl_item_get_n_referrers (cause); i++)
    {
      TlField field;
      TlItem *referrer = tl_item_get_referrer (cause, i, &field);

      if (field == TL_PROJECT_ADDRESSES && tl_alignment_is_counted (alignment, referrer))
        return TRUE;
    }
  return FALSE;
}

/* The first of which nobody knows what sort it is, or that is confirmed and nobody works on. */
static TlItem *
find_cause (TlAlignment *alignment, TlItem *objective, TlField field)
{
  guint n;
  TlItem *const *causes = tl_alignment_get_causes (alignment, objective, &n);

  for (guint i = 0; i < n; i++)
    if (field == TL_CAUSE_CONFIRMED
            ? tl_item_get_flag (causes[i], field) && !is_addressed (alignment, causes[i])
            : !tl_item_is_set (causes[i], field))
      return causes[i];
  return n > 0 ? causes[0] : NULL;
}

static TlItem *
find_project (TlAlignment *alignment, TlItem *objective)
{
  guint n;
  TlItem *const *links = tl_alignment_get_supporters (alignment, objective, &n);

  return n > 0 ? tl_item_get_ref (links[0], TL_LINK_PROJECT) : NULL;
}

static TlItem *
look_from_objective (TlAlignment *alignment, TlItem *objective, TlField field)
{
  if (tl_kind_has_field (TL_KIND_GOAL, field))
    return tl_item_get_ref (objective, TL_OBJECTIVE_GOAL);
  if (tl_kind_has_field (TL_KIND_LINK, field))
    return find_largest_claim (alignment, objective);
  if (tl_kind_has_field (TL_KIND_CAUSE, field))
    return find_cause (alignment, objective, field);
  if (tl_kind_has_field (TL_KIND_PROJECT, field))
    return find_project (alignment, objective);
  return NULL;
}

/* Next to a goal. */

static TlItem *
find_last_objective (TlAlignment *alignment, TlItem *goal)
{
  guint n;
  TlItem *const *objectives = tl_alignment_get_objectives (alignment, goal, &n);

  while (n > 0)
    if (tl_alignment_is_active_objective (alignment, objectives[--n]))
      return objectives[n];
  return NULL;
}

static TlItem *
look_from_goal (TlAlignment *alignment, TlItem *goal, TlField field)
{
  if (tl_kind_has_field (TL_KIND_PERSON, field))
    return tl_item_get_ref (goal, TL_GOAL_OWNER);
  if (tl_kind_has_field (TL_KIND_OBJECTIVE, field))
    return find_last_objective (alignment, goal);
  return NULL;
}

/* What a finding about the plan as a whole begins with. */

static guint
count_active_goals (TlAlignment *alignment, TlItem *const **goals)
{
  guint n_all;
  guint n = 0;

  *goals = tl_alignment_get_goals (alignment, &n_all);
  while (n < n_all && tl_alignment_is_active_goal (alignment, (*goals)[n]))
    n++;
  return n;
}

static gboolean
is_above (TlAlignment *alignment, guint n, TlField setting)
{
  return n > tl_workspace_get_setting (tl_alignment_get_workspace (alignment), setting);
}

/* The goal that ranks last, where there are too many. */
static TlItem *
find_last_goal (TlAlignment *alignment)
{
  TlItem *const *goals;
  guint n = count_active_goals (alignment, &goals);

  return is_above (alignment, n, TL_SETTINGS_MAX_GOALS) ? goals[n - 1] : NULL;
}

/* The last objective of the goal that ranks last, where there are too many. */
static TlItem *
find_least_objective (TlAlignment *alignment)
{
  TlItem *const *goals;
  guint n_goals = count_active_goals (alignment, &goals);
  TlItem *last = NULL;
  guint n_active = 0;

  for (guint i = 0; i < n_goals; i++)
    {
      guint n;
      TlItem *const *objectives = tl_alignment_get_objectives (alignment, goals[i], &n);

      for (guint j = 0; j < n; j++)
        if (tl_alignment_is_active_objective (alignment, objectives[j]))
          {
            last = objectives[j];
            n_active++;
          }
    }
  return is_above (alignment, n_active, TL_SETTINGS_MAX_OBJECTIVES) ? last : NULL;
}

/* Transactional work first; then whatever else is not strategic. */
static TlItem *
find_heaviest (TlAlignment *alignment)
{
  static const int categories[] = { TL_WORK_TRANSACTIONAL, TL_WORK_TACTICAL, TL_CHOICE_NONE };
  guint n;
  TlItem *const *projects = tl_alignment_get_counted_projects (alignment, &n);
  TlItem *heaviest = NULL;

  for (guint c = 0; c < G_N_ELEMENTS (categories) && heaviest == NULL; c++)
    for (guint i = 0; i < n; i++)
      if (tl_item_get_choice (projects[i], TL_PROJECT_WORK_CATEGORY) == categories[c]
          && (heaviest == NULL
              || tl_alignment_get_effort (alignment, projects[i])
                     > tl_alignment_get_effort (alignment, heaviest)))
        heaviest = projects[i];
  return heaviest;
}

static TlItem *
find_unrecorded (TlAlignment *alignment, TlField field)
{
  guint n;
  TlItem *const *projects = tl_alignment_get_counted_projects (alignment, &n);

  for (guint i = 0; i < n; i++)
    if (!tl_item_is_set (projects[i], field))
      return projects[i];
  return NULL;
}

/* The leader of the goal that matters most. */
static TlItem *
find_leader (TlAlignment *alignment)
{
  TlItem *const *goals;
  guint n = count_active_goals (alignment, &goals);

  for (guint i = 0; i < n; i++)
    if (tl_item_get_ref (goals[i], TL_GOAL_OWNER) != NULL)
      return tl_item_get_ref (goals[i], TL_GOAL_OWNER);
  return NULL;
}

static TlItem *
look_from_workspace (TlAlignment *alignment, TlField field)
{
  if (tl_kind_has_field (TL_KIND_GOAL, field))
    return find_last_goal (alignment);
  if (tl_kind_has_field (TL_KIND_OBJECTIVE, field))
    return find_least_objective (alignment);
  if (field == TL_PROJECT_EFFORT)
    return find_heaviest (alignment);
  if (tl_kind_has_field (TL_KIND_PROJECT, field))
    return find_unrecorded (alignment, field);
  if (tl_kind_has_field (TL_KIND_PERSON, field))
    return find_leader (alignment);
  return NULL;
}

/**
 * tl_fix_find_target:
 * @alignment: the alignment that a finding rests on
 * @item: what the finding is about; the root of the workspace for the plan as a whole
 * @field: the field by which it is mended
 *
 * Returns: (transfer none) (nullable): the item whose field that is: @item, or one that stands next
 *   to it
 */
TlItem *
tl_fix_find_target (TlAlignment *alignment, TlItem *item, TlField field)
{
  g_return_val_if_fail (alignment != NULL && TL_IS_ITEM (item), NULL);

  if (tl_kind_has_field (tl_item_get_kind (item), field))
    return item;
  switch (tl_item_get_kind (item))
    {
    case TL_KIND_PROJECT:
      return look_from_project (alignment, item, field);
    case TL_KIND_OBJECTIVE:
      return look_from_objective (alignment, item, field);
    case TL_KIND_GOAL:
      return look_from_goal (alignment, item, field);
    case TL_KIND_WORKSPACE:
      return look_from_workspace (alignment, field);
    default:
      return NULL;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-alignment.h"

#include <math.h>

#include "tl-alignment-private.h"
#include "tl-workspace.h"

/* The number of @item on the roll; an item of another kind is on another roll. */
static guint
find (TlAlignment *self, TlRollName name, TlItem *item)
{
  TlRoll *roll = &self->rolls[name];
  guint number = tl_item_numbers_find (&self->numbers, item);

  return number < roll->n && roll->items[number] == item ? number : TL_NOBODY;
}

static const TlProjectRow *
get_project (TlAlignment *self, TlItem *project)
{
  static const TlProjectRow nothing = { .standing = TL_STANDING_UNCOUNTED };
  guint index = find (self, TL_ROLL_PROJECT, project);

  return index != TL_NOBODY ? &self->projects[index] : &nothing;
}

static const TlObjectiveRow *
get_objective (TlAlignment *self, TlItem *objective)
{
  static const TlObjectiveRow nothing = { .goal = TL_NOBODY };
  guint index = find (self, TL_ROLL_OBJECTIVE, objective);

  return index != TL_NOBODY ? &self->objectives[index] : &nothing;
}

static const TlGoalRow *
get_goal (TlAlignment *self, TlItem *goal)
{
  static const TlGoalRow nothing = { 0 };
  guint index = find (self, TL_ROLL_GOAL, goal);

  return index != TL_NOBODY ? &self->goals[index] : &nothing;
}

/**
 * tl_alignment_new:
 * @workspace: a workspace
 *
 * Works out how the projects of @workspace stand to its goals, as it is now. Nothing of it changes
 * when the workspace does.
 *
 * Returns: (transfer full): the answers
 */
TlAlignment *
tl_alignment_new (TlWorkspace *workspace)
{
  TlAlignment *self;

  g_return_val_if_fail (TL_IS_WORKSPACE (workspace), NULL);

  self = g_new0 (TlAlignment, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->workspace = g_object_ref (workspace);
  self->revision = tl_workspace_get_revision (workspace);
  tl_alignment_build (self);
  return self;
}

/**
 * tl_alignment_ref:
 * @self: an alignment
 *
 * Returns: (transfer full): @self
 */
TlAlignment *
tl_alignment_ref (TlAlignment *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
clear_roll (TlRoll *roll)
{
  for (guint i = 0; i < roll->n; i++)
    g_object_unref (roll->items[i]);
  g_free (roll->items);
}

/**
 * tl_alignment_unref:
 * @self: (transfer full): an alignment
 */
void
tl_alignment_unref (TlAlignment *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  tl_item_numbers_clear (&self->numbers);
  tl_relation_clear (&self->objectives_of_goal);
  tl_relation_clear (&self->causes_of_objective);
  tl_relation_clear (&self->supporters_of_objective);
  tl_relation_clear (&self->links_of_project);
  tl_relation_clear (&self->valid_links_of_project);
  g_free (self->ranked_goals);
  g_free (self->counted_projects);
  g_free (self->counted_rows);
  g_free (self->goals);
  g_free (self->objectives);
  g_free (self->projects);
  g_free (self->links);
  for (TlRollName name = 0; name < TL_N_ROLLS; name++)
    clear_roll (&self->rolls[name]);
  g_object_unref (self->workspace);
  g_free (self);
}

/**
 * tl_alignment_get_workspace:
 * @self: an alignment
 *
 * Returns: (transfer none): the workspace that it is about
 */
TlWorkspace *
tl_alignment_get_workspace (TlAlignment *self)
{
  return self->workspace;
}

/**
 * tl_alignment_get_revision:
 * @self: an alignment
 *
 * Returns: the revision of the workspace that it describes
 */
guint64
tl_alignment_get_revision (TlAlignment *self)
{
  return self->revision;
}

/**
 * tl_alignment_get_standing:
 * @self: an alignment
 * @project: a project
 *
 * A project has the standing of its best link. A link without a target is no link.
 *
 * Returns: what @project is to the goals
 */
TlStanding
tl_alignment_get_standing (TlAlignment *self, TlItem *project)
{
  return get_project (self, project)->standing;
}

/**
 * tl_alignment_is_counted:
 * @self: an alignment
 * @project: a project
 *
 * Returns: whether its status is intake, analysis, approved, design, live or paused; one without a
 * status is not counted
 */
gboolean
tl_alignment_is_counted (TlAlignment *self, TlItem *project)
{
  return tl_alignment_get_standing (self, project) != TL_STANDING_UNCOUNTED;
}

/**
 * tl_alignment_is_aligned:
 * @self: an alignment
 * @project: a project
 *
 * Returns: whether it is counted and has a valid link: to an active objective of an active goal
 */
gboolean
tl_alignment_is_aligned (TlAlignment *self, TlItem *project)
{
  return tl_alignment_get_standing (self, project) == TL_STANDING_ALIGNED;
}

/**
 * tl_alignment_is_key:
 * @self: an alignment
 * @project: a project
 *
 * Returns: whether it is counted and has a strong valid link into a top goal
 */
gboolean
tl_alignment_is_key (TlAlignment *self, TlItem *project)
{
  return get_project (self, project)->is_key;
}

/**
 * tl_alignment_get_effort:
 * @self: an alignment
 * @project: a project
 *
 * Returns: its person-days, 0 when none are recorded: for sums. Whether they are recorded is asked
 * of the item itself.
 */
double
tl_alignment_get_effort (TlAlignment *self, TlItem *project)
{
  return get_project (self, project)->effort;
}

/**
 * tl_alignment_get_strength:
 * @self: an alignment
 * @project: a project
 *
 * Returns: the strength of its strongest valid link, from 0 to 1; 0 when it has none
 */
double
tl_alignment_get_strength (TlAlignment *self, TlItem *project)
{
  return get_project (self, project)->strength;
}

/**
 * tl_alignment_get_links:
 * @self: an alignment
 * @project: a project
 * @n_links: (out): how many
 *
 * Returns: (transfer none) (array length=n_links): all its links that have a target, in document
 * order
 */
TlItem *const *
tl_alignment_get_links (TlAlignment *self, TlItem *project, guint *n_links)
{
  return tl_relation_get (&self->links_of_project, find (self, TL_ROLL_PROJECT, project), n_links);
}

/**
 * tl_alignment_get_valid_links:
 * @self: an alignment
 * @project: a project, counted or not
 * @n_links: (out): how many
 *
 * Returns: (transfer none) (array length=n_links): its links to active objectives of active goals,
 * in document order
 */
TlItem *const *
tl_alignment_get_valid_links (TlAlignment *self, TlItem *project, guint *n_links)
{
  return tl_relation_get (&self->valid_links_of_project, find (self, TL_ROLL_PROJECT, project),
                          n_links);
}

/**
 * tl_alignment_get_counted_projects:
 * @self: an alignment
 * @n_projects: (out): how many
 *
 * Returns: (transfer none) (array length=n_projects): the counted projects, in document order
 */
TlItem *const *
tl_alignment_get_counted_projects (TlAlignment *self, guint *n_projects)
{
  *n_projects = self->n_counted;
  return self->counted_projects;
}

/**
 * tl_alignment_get_counted_row:
 * @self: an alignment
 * @index: place among tl_alignment_get_counted_projects()
 *
 * Returns: (transfer none): what is known of that project, without asking the item again
 */
const TlProjectRow *
tl_alignment_get_counted_row (TlAlignment *self, guint index)
{
  return &self->projects[self->counted_rows[index]];
}

/**
 * tl_alignment_get_row_links:
 * @self: an alignment
 * @row: what is known of a project
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the numbers of the links that
 *   tl_alignment_get_valid_links() returns for that project
 */
const guint *
tl_alignment_get_row_links (TlAlignment *self, const TlProjectRow *row, guint *n)
{
  return tl_relation_get_numbers (&self->valid_links_of_project, (guint) (row - self->projects), n);
}

/**
 * tl_alignment_get_row_supporters:
 * @self: an alignment
 * @objective: an objective
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the numbers of the links that
 *   tl_alignment_get_supporters() returns for it
 */
const guint *
tl_alignment_get_row_supporters (TlAlignment *self, TlItem *objective, guint *n)
{
  return tl_relation_get_numbers (&self->supporters_of_objective,
                                  find (self, TL_ROLL_OBJECTIVE, objective), n);
}

/**
 * tl_alignment_get_row_project:
 * @self: an alignment
 * @row: what is known of a link that has a project
 *
 * Returns: (transfer none): its project
 */
TlItem *
tl_alignment_get_row_project (TlAlignment *self, const TlLinkRow *row)
{
  return self->rolls[TL_ROLL_PROJECT].items[row->project];
}

/**
 * tl_alignment_get_row_objective:
 * @self: an alignment
 * @row: what is known of a link that has an objective
 *
 * Returns: (transfer none): its objective
 */
TlItem *
tl_alignment_get_row_objective (TlAlignment *self, const TlLinkRow *row)
{
  return self->rolls[TL_ROLL_OBJECTIVE].items[row->objective];
}

/**
 * tl_alignment_get_link_project:
 * @self: an alignment
 * @link: a link
 *
 * Returns: (transfer none) (nullable): the project of @link, without looking up its id
 */
TlItem *
tl_alignment_get_link_project (TlAlignment *self, TlItem *link)
{
  guint index = find (self, TL_ROLL_LINK, link);
  guint project = index != TL_NOBODY ? self->links[index].project : TL_NOBODY;

  return project != TL_NOBODY ? self->rolls[TL_ROLL_PROJECT].items[project] : NULL;
}

/**
 * tl_alignment_get_link_objective:
 * @self: an alignment
 * @link: a link
 *
 * Returns: (transfer none) (nullable): the objective of @link, without looking up its id; %NULL
 *   for a link to a goal
 */
TlItem *
tl_alignment_get_link_objective (TlAlignment *self, TlItem *link)
{
  guint index = find (self, TL_ROLL_LINK, link);
  guint objective = index != TL_NOBODY ? self->links[index].objective : TL_NOBODY;

  return objective != TL_NOBODY ? self->rolls[TL_ROLL_OBJECTIVE].items[objective] : NULL;
}

/**
 * tl_alignment_is_active_objective:
 * @self: an alignment
 * @objective: an objective
 *
 * Returns: whether its own status is active, whatever its goal's is
 */
gboolean
tl_alignment_is_active_objective (TlAlignment *self, TlItem *objective)
{
  return get_objective (self, objective)->is_active;
}

/**
 * tl_alignment_is_covered:
 * @self: an alignment
 * @objective: an objective
 *
 * Returns: whether an aligned project has a valid link to it
 */
gboolean
tl_alignment_is_covered (TlAlignment *self, TlItem *objective)
{
  return get_objective (self, objective)->is_covered;
}

/**
 * tl_alignment_get_goal:
 * @self: an alignment
 * @objective: an objective
 *
 * Returns: (transfer none) (nullable): the goal that it stands under, active or not
 */
TlItem *
tl_alignment_get_goal (TlAlignment *self, TlItem *objective)
{
  guint goal = get_objective (self, objective)->goal;

  return goal != TL_NOBODY ? self->rolls[TL_ROLL_GOAL].items[goal] : NULL;
}

/**
 * tl_alignment_get_supporters:
 * @self: an alignment
 * @objective: an objective
 * @n_links: (out): how many
 *
 * Returns: (transfer none) (array length=n_links): the valid links of counted projects to it, in
 * document order
 */
TlItem *const *
tl_alignment_get_supporters (TlAlignment *self, TlItem *objective, guint *n_links)
{
  return tl_relation_get (&self->supporters_of_objective, find (self, TL_ROLL_OBJECTIVE, objective),
                          n_links);
}

/**
 * tl_alignment_get_causes:
 * @self: an alignment
 * @objective: an objective
 * @n_causes: (out): how many
 *
 * Returns: (transfer none) (array length=n_causes): the causes recorded for its gap, in document
 * order
 */
TlItem *const *
tl_alignment_get_causes (TlAlignment *self, TlItem *objective, guint *n_causes)
{
  return tl_relation_get (&self->causes_of_objective, find (self, TL_ROLL_OBJECTIVE, objective),
                          n_causes);
}

/**
 * tl_alignment_is_active_goal:
 * @self: an alignment
 * @goal: a goal
 *
 * Returns: whether its status is active
 */
gboolean
tl_alignment_is_active_goal (TlAlignment *self, TlItem *goal)
{
  return get_goal (self, goal)->is_active;
}

/**
 * tl_alignment_get_rank:
 * @self: an alignment
 * @goal: a goal
 *
 * A goal without a priority ranks behind all that have one.
 *
 * Returns: its place among the active goals from 1, 0 when it is not one of them
 */
guint
tl_alignment_get_rank (TlAlignment *self, TlItem *goal)
{
  return get_goal (self, goal)->rank;
}

/**
 * tl_alignment_is_top_goal:
 * @self: an alignment
 * @goal: a goal
 *
 * Returns: whether it is active and among the first third by rank, rounded up; the setting
 * %TL_SETTINGS_TOP_GOALS may divide by another number
 */
gboolean
tl_alignment_is_top_goal (TlAlignment *self, TlItem *goal)
{
  return get_goal (self, goal)->is_top;
}

/**
 * tl_alignment_is_goal_covered:
 * @self: an alignment
 * @goal: a goal
 *
 * Returns: whether it is active and one of its active objectives is covered
 */
gboolean
tl_alignment_is_goal_covered (TlAlignment *self, TlItem *goal)
{
  return get_goal (self, goal)->is_covered;
}

/**
 * tl_alignment_get_goal_effort:
 * @self: an alignment
 * @goal: a goal
 *
 * Returns: the person-days that go into it: those of each aligned project are divided among its
 * valid links by their strength
 */
double
tl_alignment_get_goal_effort (TlAlignment *self, TlItem *goal)
{
  return get_goal (self, goal)->effort;
}

/**
 * tl_alignment_get_goal_share:
 * @self: an alignment
 * @goal: a goal
 *
 * Returns: its part of the days that go into any goal, from 0 to 1; NaN when no days do
 */
double
tl_alignment_get_goal_share (TlAlignment *self, TlItem *goal)
{
  return self->goal_effort > 0 ? get_goal (self, goal)->effort / self->goal_effort : (double) NAN;
}

/**
 * tl_alignment_get_goals:
 * @self: an alignment
 * @n_goals: (out): how many
 *
 * Returns: (transfer none) (array length=n_goals): all goals: the active ones by rank, then the
 * others in document order
 */
TlItem *const *
tl_alignment_get_goals (TlAlignment *self, guint *n_goals)
{
  *n_goals = self->rolls[TL_ROLL_GOAL].n;
  return self->ranked_goals;
}

/**
 * tl_alignment_get_objectives:
 * @self: an alignment
 * @goal: a goal
 * @n_objectives: (out): how many
 *
 * Returns: (transfer none) (array length=n_objectives): all objectives of @goal, active or not, in
 * document order
 */
TlItem *const *
tl_alignment_get_objectives (TlAlignment *self, TlItem *goal, guint *n_objectives)
{
  return tl_relation_get (&self->objectives_of_goal, find (self, TL_ROLL_GOAL, goal), n_objectives);
}

/**
 * tl_link_get_sigma:
 * @link: a link
 *
 * Returns: the weight of its strength in formulas, from 0 to 1. A link whose strength is not
 * recorded counts as a weak one: nobody has claimed more.
 */
double
tl_link_get_sigma (TlItem *link)
{
  const TlFieldSpec *spec = tl_field_get_spec (TL_LINK_STRENGTH);
  int strength = tl_item_get_choice (link, TL_LINK_STRENGTH);

  return spec->choices[strength != TL_CHOICE_NONE ? strength : TL_STRENGTH_WEAK].value;
}

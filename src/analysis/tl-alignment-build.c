/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-alignment-private.h"

#include <math.h>
#include <stdlib.h>

#include "tl-sharing.h"
#include "tl-workspace.h"

/* Every reference is followed once, from its target: who refers to an item is known there, so that
 * no id has to be looked up. What is found is kept by number. */

/* What only the building needs. */
typedef struct
{
  TlAlignment *alignment;
  guint *owners; /* scratch: as long as the longest roll */
} Builder;

static void
enrol (TlRoll *roll, TlWorkspace *workspace, TlKind kind)
{
  roll->n = tl_workspace_get_n_items (workspace, kind);
  roll->items = g_new (TlItem *, roll->n);
  for (guint i = 0; i < roll->n; i++)
    roll->items[i] = g_object_ref (tl_workspace_get_item (workspace, kind, i));
}

static void
enrol_all (TlAlignment *self)
{
  static const TlKind kinds[TL_N_ROLLS] = {
    [TL_ROLL_GOAL] = TL_KIND_GOAL,       [TL_ROLL_OBJECTIVE] = TL_KIND_OBJECTIVE,
    [TL_ROLL_CAUSE] = TL_KIND_CAUSE,     [TL_ROLL_PROJECT] = TL_KIND_PROJECT,
    [TL_ROLL_LINK] = TL_KIND_LINK,       [TL_ROLL_PERSON] = TL_KIND_PERSON,
    [TL_ROLL_REQUEST] = TL_KIND_REQUEST,
  };

  for (TlRollName name = 0; name < TL_N_ROLLS; name++)
    enrol (&self->rolls[name], self->workspace, kinds[name]);
}

static guint
get_longest_roll (TlAlignment *self)
{
  guint longest = 0;

  for (TlRollName name = 0; name < TL_N_ROLLS; name++)
    longest = MAX (longest, self->rolls[name].n);
  return longest;
}

static void
number_all (TlAlignment *self)
{
  guint n = 0;

  for (TlRollName name = 0; name < TL_N_ROLLS; name++)
    n += self->rolls[name].n;
  tl_item_numbers_init (&self->numbers, n);
  for (TlRollName name = 0; name < TL_N_ROLLS; name++)
    for (guint i = 0; i < self->rolls[name].n; i++)
      tl_item_numbers_add (&self->numbers, self->rolls[name].items[i], i);
}

static void
forget_ends (Builder *builder)
{
  TlAlignment *self = builder->alignment;

  for (guint i = 0; i < self->rolls[TL_ROLL_LINK].n; i++)
    self->links[i] = (TlLinkRow) { TL_NOBODY, TL_NOBODY, TL_NOBODY };
  for (guint i = 0; i < self->rolls[TL_ROLL_OBJECTIVE].n; i++)
    self->objectives[i].goal = TL_NOBODY;
}

static gboolean
is_outcome (TlItem *measure)
{
  return tl_item_get_choice (measure, TL_MEASURE_CATEGORY) == TL_MEASURE_OUTCOME;
}

static void
follow_to_goal (Builder *builder, guint goal)
{
  TlAlignment *self = builder->alignment;
  TlItem *item = self->rolls[TL_ROLL_GOAL].items[goal];

  for (guint i = 0; i < tl_item_get_n_referrers (item); i++)
    {
      TlField field;
      TlItem *referrer = tl_item_get_referrer (item, i, &field);

      if (field == TL_OBJECTIVE_GOAL)
        self->objectives[tl_item_numbers_find (&self->numbers, referrer)].goal = goal;
      else if (field == TL_LINK_TARGET)
        self->links[tl_item_numbers_find (&self->numbers, referrer)].goal = goal;
    }
}

static void
follow_to_objective (Builder *builder, guint objective)
{
  TlAlignment *self = builder->alignment;
  TlItem *item = self->rolls[TL_ROLL_OBJECTIVE].items[objective];

  for (guint i = 0; i < tl_item_get_n_referrers (item); i++)
    {
      TlField field;
      TlItem *referrer = tl_item_get_referrer (item, i, &field);

      if (field == TL_LINK_TARGET)
        self->links[tl_item_numbers_find (&self->numbers, referrer)].objective = objective;
      else if (field == TL_CAUSE_OBJECTIVE)
        builder->owners[tl_item_numbers_find (&self->numbers, referrer)] = objective;
      else if (field == TL_MEASURE_OF && is_outcome (referrer))
        self->objectives[objective].has_outcome = TRUE;
    }
}

static void
follow_references (Builder *builder)
{
  TlAlignment *self = builder->alignment;
  TlRoll *causes = &self->rolls[TL_ROLL_CAUSE];

  for (guint i = 0; i < causes->n; i++)
    builder->owners[i] = TL_NOBODY;
  for (guint i = 0; i < self->rolls[TL_ROLL_GOAL].n; i++)
    follow_to_goal (builder, i);
  for (guint i = 0; i < self->rolls[TL_ROLL_OBJECTIVE].n; i++)
    follow_to_objective (builder, i);
  tl_relation_init (&self->causes_of_objective, self->rolls[TL_ROLL_OBJECTIVE].n, causes->items,
                    builder->owners, causes->n);
}

static void
follow_to_project (TlAlignment *self, guint project)
{
  TlItem *item = self->rolls[TL_ROLL_PROJECT].items[project];

  for (guint i = 0; i < tl_item_get_n_referrers (item); i++)
    {
      TlField field;
      TlItem *referrer = tl_item_get_referrer (item, i, &field);

      if (field == TL_LINK_PROJECT)
        self->links[tl_item_numbers_find (&self->numbers, referrer)].project = project;
      else if (field == TL_MEASURE_OF && is_outcome (referrer))
        self->projects[project].has_outcome = TRUE;
    }
}

static void
read_project (TlAlignment *self, guint index)
{
  TlItem *item = self->rolls[TL_ROLL_PROJECT].items[index];
  TlProjectRow *project = &self->projects[index];
  double effort = tl_item_get_number (item, TL_PROJECT_EFFORT);

  project->has_effort = !isnan (effort);
  project->effort = isnan (effort) ? 0 : effort;
  project->status = tl_item_get_choice (item, TL_PROJECT_STATUS);
  project->origin = tl_item_get_choice (item, TL_PROJECT_ORIGIN);
  project->category = tl_item_get_choice (item, TL_PROJECT_WORK_CATEGORY);
  follow_to_project (self, index);
}

/* All that rules ask of a link. Its ends are written to other members meanwhile. */
static void
read_link (TlAlignment *self, guint index)
{
  TlItem *item = self->rolls[TL_ROLL_LINK].items[index];
  TlLinkRow *link = &self->links[index];
  double strong = tl_field_get_spec (TL_LINK_STRENGTH)->choices[TL_STRENGTH_STRONG].value;

  link->sigma = tl_link_get_sigma (item);
  link->is_strong = link->sigma >= strong;
  link->is_agreed = tl_item_is_set (item, TL_LINK_AGREED_ON);
  link->has_reason = tl_item_is_set (item, TL_LINK_MECHANISM);
  link->created = tl_item_get_date (item, TL_ITEM_CREATED);
  link->contribution = tl_item_get_number (item, TL_LINK_CONTRIBUTION);
}

/* Links are counted on from the last project. */
static void
read_project_or_link (guint index, gpointer data)
{
  TlAlignment *self = data;
  guint n_projects = self->rolls[TL_ROLL_PROJECT].n;

  if (index < n_projects)
    read_project (self, index);
  else
    read_link (self, index - n_projects);
}

typedef struct
{
  gboolean is_active;
  double priority; /* the greatest when none is recorded, and for goals that are not active */
  guint goal;
} Contender;

static int
compare_contenders (const void *left, const void *right)
{
  const Contender *a = left;
  const Contender *b = right;

  if (a->is_active != b->is_active)
    return a->is_active ? -1 : 1;
  if (a->priority != b->priority)
    return a->priority < b->priority ? -1 : 1;
  return a->goal < b->goal ? -1 : a->goal > b->goal;
}

static Contender
make_contender (TlItem *item, guint goal)
{
  gboolean is_active = tl_item_get_choice (item, TL_GOAL_STATUS) == TL_GOAL_STATUS_ACTIVE;
  double priority = tl_item_get_number (item, TL_GOAL_PRIORITY);

  return (Contender) { is_active, is_active && !isnan (priority) ? priority : G_MAXDOUBLE, goal };
}

static guint
count_top_goals (TlAlignment *self)
{
  guint one_in = (guint) tl_workspace_get_setting (self->workspace, TL_SETTINGS_TOP_GOALS);

  return (self->n_active_goals + one_in - 1) / one_in;
}

static void
rank_goals (TlAlignment *self)
{
  TlRoll *roll = &self->rolls[TL_ROLL_GOAL];
  g_autofree Contender *contenders = g_new (Contender, roll->n);
  guint n_top;

  if (roll->n == 0)
    return;
  for (guint i = 0; i < roll->n; i++)
    {
      contenders[i] = make_contender (roll->items[i], i);
      self->n_active_goals += contenders[i].is_active ? 1 : 0;
    }
  qsort (contenders, roll->n, sizeof (Contender), compare_contenders);

  n_top = count_top_goals (self);
  self->ranked_goals = g_new (TlItem *, roll->n);
  for (guint i = 0; i < roll->n; i++)
    {
      TlGoalRow *goal = &self->goals[contenders[i].goal];

      self->ranked_goals[i] = roll->items[contenders[i].goal];
      goal->is_active = contenders[i].is_active != FALSE;
      goal->rank = goal->is_active ? i + 1 : 0;
      goal->is_top = goal->is_active && i < n_top;
    }
}

static void
judge_objectives (Builder *builder)
{
  TlAlignment *self = builder->alignment;
  TlRoll *roll = &self->rolls[TL_ROLL_OBJECTIVE];

  for (guint i = 0; i < roll->n; i++)
    {
      int status = tl_item_get_choice (roll->items[i], TL_OBJECTIVE_STATUS);

      self->objectives[i].is_active = status == TL_OBJECTIVE_STATUS_ACTIVE;
      builder->owners[i] = self->objectives[i].goal;
    }
  tl_relation_init (&self->objectives_of_goal, self->rolls[TL_ROLL_GOAL].n, roll->items,
                    builder->owners, roll->n);
}

static gboolean
is_counted_status (int status)
{
  return status >= TL_STATUS_INTAKE && status <= TL_STATUS_PAUSED;
}

/* Until its links were seen, a project counts as one that has none. */
static void
count_projects (TlAlignment *self)
{
  TlRoll *roll = &self->rolls[TL_ROLL_PROJECT];

  self->counted_projects = g_new (TlItem *, roll->n);
  self->counted_rows = g_new (guint, roll->n);
  for (guint i = 0; i < roll->n; i++)
    {
      TlProjectRow *project = &self->projects[i];

      if (!is_counted_status (project->status))
        continue;
      project->standing
          = project->origin == TL_ORIGIN_MANDATE ? TL_STANDING_MANDATE : TL_STANDING_UNLINKED;
      self->counted_rows[self->n_counted] = i;
      self->counted_projects[self->n_counted++] = roll->items[i];
    }
}

static TlStanding
judge_link (TlAlignment *self, TlLinkRow *link)
{
  guint goal = link->goal;

  if (link->objective != TL_NOBODY)
    goal = self->objectives[link->objective].goal;
  if (goal == TL_NOBODY || !self->goals[goal].is_active)
    return TL_STANDING_CLOSED;
  if (link->objective == TL_NOBODY)
    return TL_STANDING_GOAL_ONLY;
  return self->objectives[link->objective].is_active ? TL_STANDING_ALIGNED : TL_STANDING_CLOSED;
}

/* The standings are declared from the best to the worst, and a project has that of its best link.
 */
static void
add_link_to_project (TlAlignment *self, TlLinkRow *link, TlStanding standing)
{
  TlProjectRow *project = &self->projects[link->project];

  if (link->is_valid)
    {
      project->strength = MAX (project->strength, link->sigma);
      project->sum += link->sigma;
    }
  if (project->standing == TL_STANDING_UNCOUNTED)
    return;
  project->standing = MIN (project->standing, standing);
  if (link->is_valid)
    self->objectives[link->objective].is_covered = TRUE;
}

static void
judge_links (Builder *builder)
{
  TlAlignment *self = builder->alignment;
  TlRoll *roll = &self->rolls[TL_ROLL_LINK];

  for (guint i = 0; i < roll->n; i++)
    {
      TlLinkRow *link = &self->links[i];
      TlStanding standing;

      /* A link that lost an end says nothing about the other. */
      if (link->objective == TL_NOBODY && link->goal == TL_NOBODY)
        link->project = TL_NOBODY;
      if (link->project == TL_NOBODY)
        continue;
      standing = judge_link (self, link);
      link->is_valid = standing == TL_STANDING_ALIGNED;
      add_link_to_project (self, link, standing);
    }
}

/* A project's days are divided among the goals by the strengths of its links. */
static void
judge_goals (Builder *builder)
{
  TlAlignment *self = builder->alignment;

  for (guint i = 0; i < self->rolls[TL_ROLL_LINK].n; i++)
    {
      TlLinkRow *link = &self->links[i];
      TlProjectRow *project;
      TlGoalRow *goal;
      double effort;

      if (!link->is_valid || self->projects[link->project].standing != TL_STANDING_ALIGNED)
        continue;
      project = &self->projects[link->project];
      goal = &self->goals[self->objectives[link->objective].goal];
      effort = project->effort * link->sigma / project->sum;
      goal->effort += effort;
      goal->is_covered = TRUE;
      self->goal_effort += effort;
      project->is_key |= goal->is_top && link->is_strong;
    }
}

static void
relate_links (Builder *builder)
{
  TlAlignment *self = builder->alignment;
  TlRoll *roll = &self->rolls[TL_ROLL_LINK];
  guint n_projects = self->rolls[TL_ROLL_PROJECT].n;
  guint n_objectives = self->rolls[TL_ROLL_OBJECTIVE].n;
  TlLinkRow *links = self->links;
  guint *owners = builder->owners;

  for (guint i = 0; i < roll->n; i++)
    owners[i] = links[i].project;
  tl_relation_init (&self->links_of_project, n_projects, roll->items, owners, roll->n);

  for (guint i = 0; i < roll->n; i++)
    owners[i] = links[i].is_valid ? links[i].project : TL_NOBODY;
  tl_relation_init (&self->valid_links_of_project, n_projects, roll->items, owners, roll->n);

  for (guint i = 0; i < roll->n; i++)
    if (owners[i] != TL_NOBODY && self->projects[owners[i]].standing == TL_STANDING_ALIGNED)
      owners[i] = links[i].objective;
    else
      owners[i] = TL_NOBODY;
  tl_relation_init (&self->supporters_of_objective, n_objectives, roll->items, owners, roll->n);
}

/**
 * tl_alignment_build:
 * @self: an alignment that knows its workspace and nothing else
 *
 * Works out everything that it answers, in time that grows with the number of items and links. Two
 * threads read projects and links, so nothing may change the workspace meanwhile.
 */
void
tl_alignment_build (TlAlignment *self)
{
  Builder builder = { self, NULL };
  g_autofree guint *owners = NULL;
  TlSharing reading;

  enrol_all (self);
  number_all (self);
  self->goals = g_new0 (TlGoalRow, self->rolls[TL_ROLL_GOAL].n);
  self->objectives = g_new0 (TlObjectiveRow, self->rolls[TL_ROLL_OBJECTIVE].n);
  self->projects = g_new0 (TlProjectRow, self->rolls[TL_ROLL_PROJECT].n);
  self->links = g_new (TlLinkRow, self->rolls[TL_ROLL_LINK].n);
  builder.owners = owners = g_new (guint, get_longest_roll (self));

  forget_ends (&builder);
  tl_sharing_begin (&reading, "reading",
                    self->rolls[TL_ROLL_PROJECT].n + self->rolls[TL_ROLL_LINK].n,
                    read_project_or_link, self);
  follow_references (&builder);
  rank_goals (self);
  judge_objectives (&builder);
  tl_sharing_end (&reading, self);
  count_projects (self);
  judge_links (&builder);
  judge_goals (&builder);
  relate_links (&builder);
}

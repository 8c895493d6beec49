/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <glib/gi18n.h>

#include "tl-map.h"
#include "tl-matrix-private.h"

/* What columns are made from. */
typedef struct
{
  TlMatrix *matrix;
  const TlMatrixOptions *options;
  GHashTable *straight; /* goals to which a link goes straight */
} Maker;

static const char *
keep_title (TlMatrix *self, TlItem *item)
{
  g_autofree char *title = tl_map_dup_title (item);

  return g_string_chunk_insert (self->strings, title);
}

static GHashTable *
find_straight (TlWorkspace *workspace)
{
  GHashTable *goals = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_LINK); i++)
    {
      TlItem *link = tl_workspace_get_item (workspace, TL_KIND_LINK, i);
      TlItem *target = tl_item_get_ref (link, TL_LINK_TARGET);

      if (target != NULL && tl_item_get_kind (target) == TL_KIND_GOAL)
        g_hash_table_add (goals, target);
    }
  return goals;
}

static gboolean
is_open (TlItem *objective)
{
  return tl_item_get_choice (objective, TL_OBJECTIVE_STATUS) == TL_OBJECTIVE_STATUS_ACTIVE;
}

static void
set_column_of (TlMatrix *self, TlItem *item)
{
  g_hash_table_insert (self->column_of, item, GUINT_TO_POINTER (self->columns->len));
}

static TlMatrixGroup *
begin_group (const Maker *maker, TlItem *goal, gboolean is_inactive)
{
  TlMatrix *self = maker->matrix;
  TlMatrixGroup group = {
    .goal = goal,
    .id = "",
    .title = C_ ("matrix", "No Active Goal"),
    .hue = TL_MATRIX_NONE,
    .first_column = (int) self->columns->len,
    .is_inactive = is_inactive,
  };

  if (goal != NULL)
    {
      group.id = g_string_chunk_insert (self->strings, tl_item_get_id (goal));
      group.title = keep_title (self, goal);
      group.sign = g_hash_table_lookup (self->signs, goal);
      group.rank = tl_alignment_get_rank (tl_matrix_get_alignment (self), goal);
      group.hue = (int) self->groups->len;
      group.weight = tl_item_get_number (goal, TL_GOAL_WEIGHT);
    }
  group.is_folded = maker->options->fold_all
                    || (maker->options->folded != NULL
                        && g_hash_table_contains (maker->options->folded, group.id));
  g_array_append_val (self->groups, group);
  return tl_matrix_peek_group (self, (int) self->groups->len - 1);
}

static void
add_goal_column (TlMatrix *self, TlMatrixGroup *group)
{
  TlMatrixColumn column = {
    .item = group->goal,
    .id = group->id,
    .title = group->title,
    .sign = group->sign,
    .group = (int) self->groups->len - 1,
    .is_goal = TRUE,
    .is_inactive = group->is_inactive,
    .width = group->is_folded ? TL_MATRIX_FOLDED_WIDTH : TL_MATRIX_COLUMN_WIDTH,
  };

  g_array_append_val (self->columns, column);
  if (group->goal != NULL)
    set_column_of (self, group->goal);
  group->n_columns++;
}

static void
add_objective (TlMatrix *self, TlMatrixGroup *group, TlItem *item)
{
  TlMatrixColumn column = {
    .item = item,
    .group = (int) self->groups->len - 1,
    .is_inactive = !is_open (item),
    .width = TL_MATRIX_COLUMN_WIDTH,
  };

  if (group->is_folded)
    {
      set_column_of (self, item);
      return;
    }
  column.id = g_string_chunk_insert (self->strings, tl_item_get_id (item));
  column.title = keep_title (self, item);
  column.sign = g_hash_table_lookup (self->signs, item);
  g_array_append_val (self->columns, column);
  set_column_of (self, item);
  group->n_columns++;
}

static gboolean
is_shown (const Maker *maker, TlItem *objective)
{
  return (maker->options->include_uncounted || is_open (objective))
         && tl_matrix_keeps (maker->matrix, objective);
}

/* An unfolded goal has a column of its own only where it needs one: for links that should lead to
 * an objective, or because it has no objectives. */
static void
collect_goal (const Maker *maker, TlItem *goal)
{
  TlAlignment *alignment = tl_matrix_get_alignment (maker->matrix);
  gboolean is_active = tl_alignment_is_active_goal (alignment, goal);
  guint n;
  TlItem *const *objectives = tl_alignment_get_objectives (alignment, goal, &n);
  TlMatrixGroup *group;
  guint n_shown = 0;

  if (!is_active && !maker->options->include_uncounted)
    return;
  for (guint i = 0; i < n; i++)
    n_shown += is_shown (maker, objectives[i]) ? 1 : 0;
  if (n_shown == 0 && !tl_matrix_keeps (maker->matrix, goal))
    return;
  group = begin_group (maker, goal, !is_active);
  if (group->is_folded || n_shown == 0 || g_hash_table_contains (maker->straight, goal))
    add_goal_column (maker->matrix, group);
  for (guint i = 0; i < n; i++)
    if (is_shown (maker, objectives[i]))
      add_objective (maker->matrix, group, objectives[i]);
}

/* Objectives whose goal is not shown, or that have none. */
static void
collect_rest (const Maker *maker)
{
  TlMatrix *self = maker->matrix;
  TlWorkspace *workspace = tl_analysis_get_workspace (self->analysis);
  TlMatrixGroup *group = NULL;

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_OBJECTIVE); i++)
    {
      TlItem *item = tl_workspace_get_item (workspace, TL_KIND_OBJECTIVE, i);

      if (!is_shown (maker, item) || tl_matrix_find_column (self, item) != TL_MATRIX_NONE)
        continue;
      if (group == NULL)
        {
          group = begin_group (maker, NULL, FALSE);
          if (group->is_folded)
            add_goal_column (self, group);
        }
      add_objective (self, group, item);
    }
}

/**
 * tl_matrix_collect_columns:
 * @self: a matrix without any
 * @options: what to show
 *
 * Adds the goals in priority order with their objectives in document order.
 */
void
tl_matrix_collect_columns (TlMatrix *self, const TlMatrixOptions *options)
{
  g_autoptr (GHashTable) straight = find_straight (tl_analysis_get_workspace (self->analysis));
  Maker maker = { self, options, straight };
  guint n;
  TlItem *const *goals = tl_alignment_get_goals (tl_matrix_get_alignment (self), &n);

  for (guint i = 0; i < n; i++)
    collect_goal (&maker, goals[i]);
  collect_rest (&maker);
}

/**
 * tl_matrix_place_columns:
 * @self: a matrix whose columns have their order
 *
 * Says where each column is and where each group begins.
 */
void
tl_matrix_place_columns (TlMatrix *self)
{
  double x = 0;
  int group = TL_MATRIX_NONE;

  for (int i = 0; i < (int) self->columns->len; i++)
    {
      TlMatrixColumn *column = tl_matrix_peek_column (self, i);

      if (column->group != group)
        tl_matrix_peek_group (self, column->group)->first_column = i;
      group = column->group;
      column->x = x;
      x += column->width;
    }
}

/**
 * tl_matrix_link_is_valid:
 * @self: a matrix
 * @link: a link
 *
 * Returns: whether it leads to an active objective of an active goal, or to an active goal
 */
gboolean
tl_matrix_link_is_valid (const TlMatrix *self, TlItem *link)
{
  TlAlignment *alignment = tl_matrix_get_alignment (self);
  TlItem *target = tl_item_get_ref (link, TL_LINK_TARGET);
  TlItem *goal;

  if (target == NULL)
    return FALSE;
  if (tl_item_get_kind (target) == TL_KIND_GOAL)
    return tl_alignment_is_active_goal (alignment, target);
  goal = tl_alignment_get_goal (alignment, target);
  return tl_alignment_is_active_objective (alignment, target) && goal != NULL
         && tl_alignment_is_active_goal (alignment, goal);
}

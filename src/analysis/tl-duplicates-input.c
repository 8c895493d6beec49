/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include <stdlib.h>

#include "tl-duplicates-private.h"

/* The 64-bit FNV-1a hash, a number at a time. */
#define HASH_START G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define HASH_PRIME G_GUINT64_CONSTANT (0x100000001b3)

#define THRESHOLD_STEPS 1e9 /* that are told apart */

static void
row_clear (gpointer data)
{
  TlDuplicatesRow *row = data;

  tl_value_clear (&row->title);
  tl_value_clear (&row->audience);
  tl_value_clear (&row->topics);
  tl_value_clear (&row->skills);
}

static guint64
mix (guint64 hash, guint64 number)
{
  return (hash ^ number) * HASH_PRIME;
}

/* The goal that a link leads to, by way of its objective or straight. */
static TlItem *
get_goal (TlAlignment *alignment, TlItem *target)
{
  if (tl_item_get_kind (target) == TL_KIND_GOAL)
    return tl_alignment_is_active_goal (alignment, target) ? target : NULL;
  return tl_alignment_get_goal (alignment, target);
}

/* A link straight to a goal is no valid link, and yet it names what both are for. */
static gboolean
leads_somewhere (TlAlignment *alignment, TlItem *target)
{
  if (target == NULL)
    return FALSE;
  if (tl_item_get_kind (target) == TL_KIND_GOAL)
    return tl_alignment_is_active_goal (alignment, target);
  return tl_alignment_is_active_objective (alignment, target)
         && tl_alignment_get_goal (alignment, target) != NULL
         && tl_alignment_is_active_goal (alignment, tl_alignment_get_goal (alignment, target));
}

/* All that a comparison reads of a project is in its own fields and in where its links lead; the
 * rest is the same for all. */
guint64
tl_duplicates_get_state (TlAlignment *alignment, TlItem *project)
{
  TlWorkspace *workspace = tl_alignment_get_workspace (alignment);
  guint n_links;
  TlItem *const *links = tl_alignment_get_links (alignment, project, &n_links);
  double threshold = tl_workspace_get_setting (workspace, TL_SETTINGS_DUPLICATE_SCORE);
  guint64 hash = mix (HASH_START, tl_item_get_revision (project));

  hash = mix (hash, tl_workspace_get_n_items (workspace, TL_KIND_UNIT) > 1);
  hash = mix (hash, (guint64) (threshold * THRESHOLD_STEPS));
  for (guint i = 0; i < n_links; i++)
    {
      TlItem *target = tl_item_get_ref (links[i], TL_LINK_TARGET);

      if (!leads_somewhere (alignment, target))
        continue;
      hash = mix (hash, g_str_hash (tl_item_get_id (target)));
      hash = mix (hash, g_str_hash (tl_item_get_id (get_goal (alignment, target))));
    }
  return hash;
}

/* Numbers for items as they come. */
typedef struct
{
  GHashTable *numbers; /* TlItem → number */
  GPtrArray *ids;      /* (nullable): where to note their ids */
} Roll;

static guint
number_item (Roll *roll, TlItem *item, GStringChunk *chunk)
{
  gpointer number;

  if (g_hash_table_lookup_extended (roll->numbers, item, NULL, &number))
    return GPOINTER_TO_UINT (number);
  number = GUINT_TO_POINTER (g_hash_table_size (roll->numbers));
  g_hash_table_insert (roll->numbers, item, number);
  if (roll->ids != NULL)
    g_ptr_array_add (roll->ids, g_string_chunk_insert (chunk, tl_item_get_id (item)));
  return GPOINTER_TO_UINT (number);
}

static void
add_number (GArray *pool, TlSlice *slice, guint number)
{
  g_array_append_val (pool, number);
  slice->n++;
}

static TlValue
copy_value (TlItem *project, TlField field)
{
  return tl_value_copy (tl_item_get_value (project, field));
}

static void
add_ends (TlDuplicatesInput *self,
          TlAlignment *alignment,
          TlDuplicatesRow *row,
          TlDuplicatesSpan *span,
          TlItem *project,
          Roll *objectives,
          Roll *goals)
{
  guint n_links;
  TlItem *const *links = tl_alignment_get_links (alignment, project, &n_links);

  row->objectives.start = self->pool->len;
  for (guint i = 0; i < n_links; i++)
    {
      TlItem *target = tl_item_get_ref (links[i], TL_LINK_TARGET);

      if (leads_somewhere (alignment, target) && tl_item_get_kind (target) == TL_KIND_OBJECTIVE)
        add_number (self->pool, &row->objectives, number_item (objectives, target, self->ids));
    }
  span->goals.start = self->pool->len;
  for (guint i = 0; i < n_links; i++)
    {
      TlItem *target = tl_item_get_ref (links[i], TL_LINK_TARGET);

      if (leads_somewhere (alignment, target))
        add_number (self->pool, &span->goals,
                    number_item (goals, get_goal (alignment, target), self->ids));
    }
  if (span->goals.n > 1)
    qsort (&g_array_index (self->pool, guint, span->goals.start), span->goals.n, sizeof (guint),
           tl_numbers_compare);
}

static void
add_row (TlDuplicatesInput *self,
         TlAlignment *alignment,
         TlItem *project,
         Roll *objectives,
         Roll *goals,
         Roll *units)
{
  TlItem *unit = tl_item_get_ref (project, TL_PROJECT_UNIT);
  TlDuplicatesRow row = {
    .id = g_string_chunk_insert (self->ids, tl_item_get_id (project)),
    .title = copy_value (project, TL_ITEM_TITLE),
    .audience = copy_value (project, TL_PROJECT_AUDIENCE),
    .topics = copy_value (project, TL_PROJECT_TOPICS),
    .skills = copy_value (project, TL_PROJECT_SKILLS),
    .state = tl_duplicates_get_state (alignment, project),
    .days = tl_item_get_number (project, TL_PROJECT_EFFORT),
  };
  TlDuplicatesSpan span = {
    .start = tl_item_get_date (project, TL_PROJECT_START),
    .end = tl_item_get_date (project, TL_PROJECT_END),
    .unit = unit != NULL ? number_item (units, unit, NULL) : TL_NOBODY,
  };

  add_ends (self, alignment, &row, &span, project, objectives, goals);
  g_array_append_val (self->rows, row);
  g_array_append_val (self->spans, span);
}

/**
 * tl_duplicates_input_new:
 * @alignment: how the workspace stands
 *
 * Reads what is to be compared, as it is now: the counted projects, with the objectives that their
 * valid links lead to. Texts are shared, not copied, so that this takes
 * less than a frame.
 *
 * Returns: (transfer full): the input, which no change of the workspace reaches
 */
TlDuplicatesInput *
tl_duplicates_input_new (TlAlignment *alignment)
{
  TlDuplicatesInput *self = g_new0 (TlDuplicatesInput, 1);
  TlWorkspace *workspace = tl_alignment_get_workspace (alignment);
  g_autoptr (GHashTable) objectives = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) goals = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) units = g_hash_table_new (NULL, NULL);
  guint n_projects;
  TlItem *const *projects = tl_alignment_get_counted_projects (alignment, &n_projects);
  Roll rolls[] = { { objectives, NULL }, { goals, NULL }, { units, NULL } };

  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (TlDuplicatesRow), n_projects);
  g_array_set_clear_func (self->rows, row_clear);
  self->spans = g_array_sized_new (FALSE, FALSE, sizeof (TlDuplicatesSpan), n_projects);
  self->pool = g_array_new (FALSE, FALSE, sizeof (guint));
  self->objectives = rolls[0].ids = g_ptr_array_new ();
  self->ids = g_string_chunk_new (4096);
  self->revision = tl_alignment_get_revision (alignment);
  self->threshold = tl_workspace_get_setting (workspace, TL_SETTINGS_DUPLICATE_SCORE);
  self->has_silos = tl_workspace_get_n_items (workspace, TL_KIND_UNIT) > 1;
  for (guint i = 0; i < n_projects; i++)
    add_row (self, alignment, projects[i], &rolls[0], &rolls[1], &rolls[2]);
  return self;
}

/**
 * tl_duplicates_input_free:
 * @self: (transfer full): an input
 */
void
tl_duplicates_input_free (TlDuplicatesInput *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->spans);
  g_array_unref (self->pool);
  g_ptr_array_unref (self->objectives);
  g_string_chunk_free (self->ids);
  g_free (self);
}

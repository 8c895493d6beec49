/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-completeness.h"

#include <math.h>

#include "tl-alignment-private.h"
#include "tl-workspace.h"

/* Which items a field is wanted of: those that the checks look at. */
typedef gboolean (*IsWanted) (TlAlignment *alignment, TlItem *item);

typedef struct
{
  TlField field;
  IsWanted is_wanted;
} Wanted;

static gboolean
is_live_objective (TlAlignment *alignment, TlItem *objective)
{
  TlItem *goal = tl_alignment_get_goal (alignment, objective);

  return tl_alignment_is_active_objective (alignment, objective) && goal != NULL
         && tl_alignment_is_active_goal (alignment, goal);
}

static gboolean
is_live_cause (TlAlignment *alignment, TlItem *cause)
{
  TlItem *objective = tl_item_get_ref (cause, TL_CAUSE_OBJECTIVE);

  return objective != NULL && is_live_objective (alignment, objective);
}

static gboolean
is_strategic (TlAlignment *alignment, TlItem *project)
{
  return tl_alignment_is_counted (alignment, project)
         && tl_item_get_choice (project, TL_PROJECT_WORK_CATEGORY) == TL_WORK_STRATEGIC;
}

static gboolean
wants_sponsor (TlAlignment *alignment, TlItem *project)
{
  int status = tl_item_get_choice (project, TL_PROJECT_STATUS);

  return status >= TL_STATUS_APPROVED && status <= TL_STATUS_LIVE
         && tl_item_get_choice (project, TL_PROJECT_ORIGIN) != TL_ORIGIN_MANDATE;
}

/* Rules about much work are for work of at least so many days, or of a number that nobody knows. */
static gboolean
is_large (TlAlignment *alignment, TlItem *project, TlField setting)
{
  TlWorkspace *workspace = tl_alignment_get_workspace (alignment);

  return !(tl_item_get_number (project, TL_PROJECT_EFFORT)
           < tl_workspace_get_setting (workspace, setting));
}

static gboolean
wants_choice_day (TlAlignment *alignment, TlItem *project)
{
  int status = tl_item_get_choice (project, TL_PROJECT_STATUS);

  return status >= TL_STATUS_APPROVED && status <= TL_STATUS_LIVE
         && is_large (alignment, project, TL_SETTINGS_SOLUTION_DAYS);
}

static gboolean
wants_evaluation (TlAlignment *alignment, TlItem *project)
{
  return tl_alignment_is_aligned (alignment, project)
         && is_large (alignment, project, TL_SETTINGS_EVALUATION_DAYS);
}

static gboolean
wants_reuse (TlAlignment *alignment, TlItem *project)
{
  int status = tl_item_get_choice (project, TL_PROJECT_STATUS);
  int type = tl_item_get_choice (project, TL_PROJECT_SOLUTION_TYPE);

  return (status == TL_STATUS_DESIGN || status == TL_STATUS_LIVE)
         && (type == TL_SOLUTION_EVENT || type == TL_SOLUTION_COURSE);
}

static gboolean
wants_use (TlAlignment *alignment, TlItem *project)
{
  return tl_item_get_choice (project, TL_PROJECT_STATUS) == TL_STATUS_LIVE
         && tl_item_get_number (project, TL_PROJECT_COST) > 0;
}

static gboolean
is_supporter (TlAlignment *alignment, TlItem *link)
{
  TlItem *project = tl_alignment_get_link_project (alignment, link);
  TlItem *objective = tl_alignment_get_link_objective (alignment, link);

  return project != NULL && objective != NULL && tl_alignment_is_counted (alignment, project)
         && is_live_objective (alignment, objective);
}

static gboolean
is_strong_supporter (TlAlignment *alignment, TlItem *link)
{
  return tl_item_get_choice (link, TL_LINK_STRENGTH) == TL_STRENGTH_STRONG
         && is_supporter (alignment, link);
}

static gboolean
refers_as (TlAlignment *alignment, TlItem *person, TlField field)
{
  for (guint i = 0; i < tl_item_get_n_referrers (person); i++)
    {
      TlField by;
      TlItem *referrer = tl_item_get_referrer (person, i, &by);

      if (by != field)
        continue;
      if (field == TL_GOAL_OWNER ? tl_alignment_is_active_goal (alignment, referrer)
                                 : tl_alignment_is_counted (alignment, referrer))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_sponsor (TlAlignment *alignment, TlItem *person)
{
  return refers_as (alignment, person, TL_PROJECT_SPONSOR);
}

static gboolean
is_goal_owner (TlAlignment *alignment, TlItem *person)
{
  return refers_as (alignment, person, TL_GOAL_OWNER);
}

static gboolean
is_open_request (TlAlignment *alignment, TlItem *request)
{
  return tl_item_get_choice (request, TL_REQUEST_OUTCOME) == TL_OUTCOME_OPEN;
}

static gboolean
is_any (TlAlignment *alignment, TlItem *item)
{
  return TRUE;
}

/* In the order of the kinds, so that the rows of one stand together. */
static const Wanted table[] = {
  { TL_PERSON_OWNS_GOAL, is_sponsor },
  { TL_PERSON_HAS_STAKE, is_sponsor },
  { TL_PERSON_HAS_AUTHORITY, is_sponsor },
  { TL_PERSON_HAS_RESOURCES, is_sponsor },
  { TL_PERSON_ACCESS, is_goal_owner },
  { TL_PERSON_CREDIBILITY, is_goal_owner },
  { TL_PERSON_TRUST, is_goal_owner },
  { TL_PERSON_LAST_CONTACT, is_goal_owner },
  { TL_GOAL_PRIORITY, tl_alignment_is_active_goal },
  { TL_GOAL_WEIGHT, tl_alignment_is_active_goal },
  { TL_GOAL_MEASURE_NAME, tl_alignment_is_active_goal },
  { TL_GOAL_TARGET, tl_alignment_is_active_goal },
  { TL_GOAL_BY_DATE, tl_alignment_is_active_goal },
  { TL_GOAL_OWNER, tl_alignment_is_active_goal },
  { TL_GOAL_ROLE, tl_alignment_is_active_goal },
  { TL_GOAL_REVIEWED_ON, tl_alignment_is_top_goal },
  { TL_OBJECTIVE_GOAL, tl_alignment_is_active_objective },
  { TL_OBJECTIVE_LEVEL, is_live_objective },
  { TL_OBJECTIVE_SHOULD, is_live_objective },
  { TL_OBJECTIVE_IS, is_live_objective },
  { TL_CAUSE_CATEGORY, is_live_cause },
  { TL_CAUSE_RECORDED_ON, is_live_cause },
  { TL_PROJECT_WORK_CATEGORY, tl_alignment_is_counted },
  { TL_PROJECT_WHOLE_ORGANISATION, is_strategic },
  { TL_PROJECT_LONG_TERM, is_strategic },
  { TL_PROJECT_MULTIPLE_SOLUTIONS, is_strategic },
  { TL_PROJECT_SOLUTION_NEUTRAL, is_strategic },
  { TL_PROJECT_SOLUTION_TYPE, tl_alignment_is_counted },
  { TL_PROJECT_ORIGIN, tl_alignment_is_counted },
  { TL_PROJECT_SPONSOR, wants_sponsor },
  { TL_PROJECT_UNIT, tl_alignment_is_counted },
  { TL_PROJECT_START, tl_alignment_is_counted },
  { TL_PROJECT_END, tl_alignment_is_counted },
  { TL_PROJECT_SOLUTION_CHOSEN, wants_choice_day },
  { TL_PROJECT_EFFORT, tl_alignment_is_counted },
  { TL_PROJECT_AUDIENCE, tl_alignment_is_counted },
  { TL_PROJECT_TOPICS, tl_alignment_is_counted },
  { TL_PROJECT_EVALUATION_LEVEL, wants_evaluation },
  { TL_PROJECT_REUSE, wants_reuse },
  { TL_PROJECT_USE_SHARE, wants_use },
  { TL_PROJECT_USE_SHARE_PREVIOUS, wants_use },
  { TL_LINK_STRENGTH, is_supporter },
  { TL_LINK_MECHANISM, is_strong_supporter },
  { TL_LINK_AGREED_ON, is_strong_supporter },
  { TL_REQUEST_RECEIVED_ON, is_open_request },
  { TL_MEASURE_CATEGORY, is_any },
};

/* A role that is not settled is not recorded, even where a file says so. */
static gboolean
is_filled (TlItem *item, TlField field)
{
  if (field == TL_GOAL_ROLE)
    return tl_item_get_choice (item, field) != TL_ROLE_UNDECIDED;
  return tl_item_is_set (item, field);
}

static TlKind
get_kind (guint row)
{
  return tl_field_get_spec (table[row].field)->kind;
}

/* The first row of the kind that wants its field of the same items. */
static guint
find_same (guint first, guint row)
{
  guint same = first;

  while (table[same].is_wanted != table[row].is_wanted)
    same++;
  return same;
}

/* Counts the rows of one kind, from @first to before @end. An item is fetched from memory once for
 * all of them, and asked but once where several rows ask the same. */
static void
count_rows (TlAlignment *alignment, guint first, guint end, TlCompletenessRow *rows)
{
  TlWorkspace *workspace = tl_alignment_get_workspace (alignment);
  guint n = tl_workspace_get_n_items (workspace, get_kind (first));
  guint same[G_N_ELEMENTS (table)];
  gboolean is_wanted[G_N_ELEMENTS (table)];

  for (guint row = first; row < end; row++)
    same[row] = find_same (first, row);
  for (guint i = 0; i < n; i++)
    {
      TlItem *item = tl_workspace_get_item (workspace, get_kind (first), i);

      for (guint row = first; row < end; row++)
        {
          is_wanted[row]
              = same[row] < row ? is_wanted[same[row]] : table[row].is_wanted (alignment, item);
          if (!is_wanted[row])
            continue;
          rows[row].n_items++;
          rows[row].n_filled += is_filled (item, table[row].field) ? 1 : 0;
        }
    }
}

static void
count_all (TlAlignment *alignment, TlCompletenessRow *rows)
{
  guint end;

  for (guint row = 0; row < G_N_ELEMENTS (table); row++)
    rows[row] = (TlCompletenessRow) { .field = table[row].field };
  for (guint first = 0; first < G_N_ELEMENTS (table); first = end)
    {
      for (end = first; end < G_N_ELEMENTS (table) && get_kind (end) == get_kind (first);)
        end++;
      count_rows (alignment, first, end, rows);
    }
}

/**
 * tl_completeness_init:
 * @self: (out caller-allocates): what is recorded, to be cleared
 * @alignment: how the projects stand to the goals, of the workspace as it is now
 *
 * Filled fields that the checks read ÷ all such fields. A field is wanted of an item where a check
 * would look at it there: the marks of strategic work of what is called strategic, a sponsor of
 * what is under way and no mandate, and so on. Fields that may be empty for good reasons, such as
 * the cost, are not counted.
 */
void
tl_completeness_init (TlCompleteness *self, TlAlignment *alignment)
{
  TlCompletenessRow rows[G_N_ELEMENTS (table)];

  *self = (TlCompleteness) {
    .rows = g_array_new (FALSE, FALSE, sizeof (TlCompletenessRow)),
    .share = (double) NAN,
  };
  count_all (alignment, rows);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (rows[i].n_items == 0)
        continue;
      self->n_filled += rows[i].n_filled;
      self->n_fields += rows[i].n_items;
      g_array_append_val (self->rows, rows[i]);
    }
  if (self->n_fields > 0)
    self->share = (double) self->n_filled / self->n_fields;
}

/**
 * tl_completeness_clear:
 * @self: what is recorded, empty afterwards
 */
void
tl_completeness_clear (TlCompleteness *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
}

/**
 * tl_completeness_dup_items:
 * @alignment: how the projects stand to the goals, of the workspace as it is now
 * @field: a field
 *
 * Returns: (transfer full) (element-type TlItem): the items of which a check wants that field and
 *   which do not have it, each with a reference, in document order
 */
GPtrArray *
tl_completeness_dup_items (TlAlignment *alignment, TlField field)
{
  TlWorkspace *workspace = tl_alignment_get_workspace (alignment);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  TlKind kind = tl_field_get_spec (field)->kind;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (guint k = 0; table[i].field == field && k < tl_workspace_get_n_items (workspace, kind);
         k++)
      {
        TlItem *item = tl_workspace_get_item (workspace, kind, k);

        if (table[i].is_wanted (alignment, item) && !is_filled (item, field))
          g_ptr_array_add (items, g_object_ref (item));
      }
  return items;
}

/**
 * tl_completeness_dup_fields:
 * @alignment: how the projects stand to the goals, of the workspace as it is now
 * @item: an item
 *
 * Returns: (transfer full) (element-type TlField): the fields that a check wants of @item and that
 *   are not recorded
 */
GArray *
tl_completeness_dup_fields (TlAlignment *alignment, TlItem *item)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (TlField));

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (tl_field_get_spec (table[i].field)->kind == tl_item_get_kind (item)
        && table[i].is_wanted (alignment, item) && !is_filled (item, table[i].field))
      g_array_append_val (fields, table[i].field);
  return fields;
}

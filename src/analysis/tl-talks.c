/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-talks.h"

#include "tl-partner.h"

/* What a finding weighs when it is decided whom to talk to first. */
static const double weights[TL_N_SEVERITIES] = {
  [TL_SEVERITY_HIGH] = 4,
  [TL_SEVERITY_MEDIUM] = 2,
  [TL_SEVERITY_LOW] = 1,
};

/* What is about a top goal weighs more. */
#define TOP_FACTOR 2.0

static void
talk_free (gpointer data)
{
  TlTalk *self = data;

  g_ptr_array_unref (self->findings);
  g_free (self);
}

static TlItem *
find_goal (TlItem *item)
{
  switch ((int) tl_item_get_kind (item))
    {
    case TL_KIND_GOAL:
      return item;
    case TL_KIND_OBJECTIVE:
      return tl_item_get_ref (item, TL_OBJECTIVE_GOAL);
    case TL_KIND_LINK:
      item = tl_item_get_ref (item, TL_LINK_TARGET);
      return item != NULL ? find_goal (item) : NULL;
    default:
      return NULL;
    }
}

static TlItem *
get_goal_owner (TlItem *item)
{
  TlItem *goal = find_goal (item);

  return goal != NULL ? tl_item_get_ref (goal, TL_GOAL_OWNER) : NULL;
}

/**
 * tl_talks_find_client:
 * @item: what is open
 *
 * Returns: (transfer none) (nullable): the leader who can settle it: the owner of the goal, the
 *   sponsor of the project, whoever asked; %NULL where none is recorded
 */
TlItem *
tl_talks_find_client (TlItem *item)
{
  TlItem *owner;

  g_return_val_if_fail (TL_IS_ITEM (item), NULL);

  switch ((int) tl_item_get_kind (item))
    {
    case TL_KIND_PERSON:
      return item;
    case TL_KIND_OBJECTIVE:
      owner = tl_item_get_ref (item, TL_OBJECTIVE_OWNER);
      return owner != NULL ? owner : get_goal_owner (item);
    case TL_KIND_PROJECT:
      return tl_item_get_ref (item, TL_PROJECT_SPONSOR);
    case TL_KIND_REQUEST:
      return tl_item_get_ref (item, TL_REQUEST_REQUESTER);
    default:
      return get_goal_owner (item);
    }
}

static double
weigh (TlAnalysis *analysis, const TlFinding *finding)
{
  TlItem *goal = find_goal (finding->items[0]);
  gboolean is_top
      = goal != NULL && tl_alignment_is_top_goal (tl_analysis_get_alignment (analysis), goal);

  return weights[finding->severity] * (is_top ? TOP_FACTOR : 1);
}

static TlTalk *
get_talk (GHashTable *by_person, GPtrArray *talks, TlItem *person)
{
  TlTalk *talk = g_hash_table_lookup (by_person, person);

  if (talk == NULL)
    {
      talk = g_new0 (TlTalk, 1);
      talk->person = person;
      talk->findings = g_ptr_array_new ();
      g_hash_table_insert (by_person, person, talk);
      g_ptr_array_add (talks, talk);
    }
  return talk;
}

static int
compare_talks (gconstpointer a, gconstpointer b)
{
  const TlTalk *first = *(const TlTalk *const *) a;
  const TlTalk *second = *(const TlTalk *const *) b;

  return (first->weight < second->weight) - (first->weight > second->weight);
}

static int
compare_findings (gconstpointer a, gconstpointer b, gpointer analysis)
{
  double first = weigh (analysis, *(const TlFinding *const *) a);
  double second = weigh (analysis, *(const TlFinding *const *) b);

  return (first < second) - (first > second);
}

/**
 * tl_talks_list:
 * @analysis: what is open
 *
 * A talk weighs what its findings do: 4, 2 and 1 by severity, twice as much under a top goal. Those
 * that are waived are settled. The learning team's own people are no clients.
 *
 * Returns: (transfer full) (element-type TlTalk): the weightiest first
 */
GPtrArray *
tl_talks_list (TlAnalysis *analysis)
{
  GPtrArray *talks = g_ptr_array_new_with_free_func (talk_free);
  g_autoptr (GHashTable) by_person = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (analysis, i);
      TlItem *person = finding->n_items > 0 ? tl_talks_find_client (finding->items[0]) : NULL;
      TlTalk *talk;

      if (person == NULL || tl_item_get_choice (person, TL_PERSON_PART) == TL_PART_LEARNING)
        continue;
      talk = get_talk (by_person, talks, person);
      g_ptr_array_add (talk->findings, (gpointer) finding);
      talk->weight += weigh (analysis, finding);
    }
  for (guint i = 0; i < talks->len; i++)
    {
      TlTalk *talk = talks->pdata[i];

      g_ptr_array_sort_with_data (talk->findings, compare_findings, analysis);
    }
  g_ptr_array_sort (talks, compare_talks);
  return talks;
}

/* A candidate is of the goal's own unit, where it has one. */
static gboolean
is_near (TlItem *person, TlItem *goal)
{
  TlItem *unit = tl_item_get_ref (goal, TL_GOAL_UNIT);

  return unit == NULL || tl_item_get_ref (person, TL_PERSON_UNIT) == unit;
}

/**
 * tl_talks_find_candidate:
 * @analysis: what is known
 * @goal: a goal
 *
 * Returns: (transfer none) (nullable): somebody of the goal's unit who meets more of the four tests
 *   of a client than its owner does, and the most of all; %NULL when nobody is known to
 */
TlItem *
tl_talks_find_candidate (TlAnalysis *analysis, TlItem *goal)
{
  TlWorkspace *workspace = tl_analysis_get_workspace (analysis);
  TlItem *owner = tl_item_get_ref (goal, TL_GOAL_OWNER);
  guint most = owner != NULL ? tl_client_tests_get (owner).n_met : 0;
  TlItem *best = NULL;

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_PERSON); i++)
    {
      TlItem *person = tl_workspace_get_item (workspace, TL_KIND_PERSON, i);
      guint n_met = tl_client_tests_get (person).n_met;

      if (person == owner || n_met <= most || !is_near (person, goal)
          || tl_item_get_choice (person, TL_PERSON_PART) == TL_PART_LEARNING)
        continue;
      most = n_met;
      best = person;
    }
  return best;
}

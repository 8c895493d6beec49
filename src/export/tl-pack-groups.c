/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-pack-groups.h"

static void
group_free (gpointer data)
{
  TlPackGroup *group = data;

  g_ptr_array_unref (group->findings);
  g_free (group);
}

/* Projects by their days, goals and objectives by the rank of the goal. The smaller comes first. */
static double
get_order (TlAlignment *alignment, const TlFinding *finding)
{
  TlItem *item = finding->n_items > 0 ? finding->items[0] : NULL;

  if (item == NULL)
    return 0;
  if (tl_item_get_kind (item) == TL_KIND_PROJECT)
    return -tl_alignment_get_effort (alignment, item);
  if (tl_item_get_kind (item) == TL_KIND_OBJECTIVE)
    item = tl_item_get_ref (item, TL_OBJECTIVE_GOAL);
  if (item != NULL && tl_item_get_kind (item) == TL_KIND_GOAL)
    return tl_alignment_get_rank (alignment, item);
  return G_MAXUINT;
}

static gint
compare_findings (gconstpointer a, gconstpointer b, gpointer alignment)
{
  const TlFinding *first = *(const TlFinding *const *) a;
  const TlFinding *second = *(const TlFinding *const *) b;
  double order = get_order (alignment, first) - get_order (alignment, second);

  return order < 0 ? -1 : order > 0;
}

static TlPackGroup *
add_group (GPtrArray *groups, const TlFinding *finding)
{
  TlPackGroup *group = g_new0 (TlPackGroup, 1);

  group->rule = finding->rule;
  group->severity = finding->severity;
  group->findings = g_ptr_array_new ();
  for (guint i = 0; i < groups->len; i++)
    if (((TlPackGroup *) g_ptr_array_index (groups, i))->rule == finding->rule)
      group->is_explained = TRUE;
  g_ptr_array_add (groups, group);
  return group;
}

/**
 * tl_pack_list_groups:
 * @pack: the summary
 *
 * Groups the findings that it tells of and that are not waived, in the order of severity and rule.
 * In a group, projects come by their days, and what belongs to a goal by its rank; otherwise the
 * order of the document stays.
 *
 * Returns: (transfer full) (element-type TlPackGroup): the groups
 */
GPtrArray *
tl_pack_list_groups (const TlPack *pack)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  TlPackGroup *group = NULL;

  for (guint i = 0; i < tl_analysis_get_n_findings (pack->analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (pack->analysis, i);

      if (!tl_pack_shows (pack, finding))
        continue;
      if (group == NULL || group->rule != finding->rule || group->severity != finding->severity)
        group = add_group (groups, finding);
      g_ptr_array_add (group->findings, (gpointer) finding);
    }
  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      g_ptr_array_sort_with_data (group->findings, compare_findings, pack->alignment);
    }
  return groups;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-effort.h"

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  double first = ((const TlEffortPart *) a)->days;
  double second = ((const TlEffortPart *) b)->days;

  return (first < second) - (first > second);
}

/* The part of a project's days that goes to a goal: by the strength of its valid links. */
static double
get_part (TlAlignment *alignment, TlItem *project, TlItem *goal)
{
  guint n_links;
  TlItem *const *links = tl_alignment_get_valid_links (alignment, project, &n_links);
  double into = 0;
  double all = 0;

  for (guint i = 0; i < n_links; i++)
    {
      TlItem *objective = tl_item_get_ref (links[i], TL_LINK_TARGET);
      double sigma = tl_link_get_sigma (links[i]);

      all += sigma;
      if (tl_alignment_get_goal (alignment, objective) == goal)
        into += sigma;
    }
  return all > 0 ? into / all : 0;
}

/* A project may serve several objectives of the goal; it is to be told once. */
static void
add_parts (TlAlignment *alignment, TlItem *goal, TlItem *objective, GHashTable *seen, GArray *parts)
{
  guint n_links;
  TlItem *const *links = tl_alignment_get_supporters (alignment, objective, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      TlItem *project = tl_item_get_ref (links[i], TL_LINK_PROJECT);
      TlEffortPart part = { project, 0 };

      if (!g_hash_table_add (seen, project))
        continue;
      part.days
          = tl_alignment_get_effort (alignment, project) * get_part (alignment, project, goal);
      g_array_append_val (parts, part);
    }
}

/**
 * tl_effort_list_parts:
 * @alignment: how the projects stand to the goals
 * @goal: an active goal
 *
 * The days of a project are divided among the goals that it serves by the strength of its valid
 * links, as the figure "effort per goal" has it.
 *
 * Returns: (transfer full) (element-type TlEffortPart): the projects that serve the goal, the one
 * with the most days in it first; those whose days are not recorded come last, with none
 */
GArray *
tl_effort_list_parts (TlAlignment *alignment, TlItem *goal)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (TlEffortPart));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_objectives;
  TlItem *const *objectives;

  g_return_val_if_fail (TL_IS_ITEM (goal), parts);

  objectives = tl_alignment_get_objectives (alignment, goal, &n_objectives);
  for (guint i = 0; i < n_objectives; i++)
    add_parts (alignment, goal, objectives[i], seen, parts);
  g_array_sort (parts, compare_parts);
  return parts;
}

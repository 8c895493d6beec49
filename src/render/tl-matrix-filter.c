/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-matrix-private.h"

typedef struct
{
  const TlMatrixOptions *options;
  GHashTable *kept; /* of TlItem */
} Filter;

static gboolean
is_asked_for (const Filter *filter, TlItem *item)
{
  return filter->options->shows (item, filter->options->shows_data);
}

/* What stands at the other end of its links. */
static void
keep_partners (const Filter *filter, TlItem *item, TlField end, TlField other)
{
  for (guint i = 0; i < tl_item_get_n_referrers (item); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (item, i, &field);
      TlItem *partner = field == end ? tl_item_get_ref (link, other) : NULL;

      if (partner != NULL)
        g_hash_table_add (filter->kept, partner);
    }
}

static void
keep_objectives (const Filter *filter, TlItem *goal)
{
  for (guint i = 0; i < tl_item_get_n_referrers (goal); i++)
    {
      TlField field;
      TlItem *objective = tl_item_get_referrer (goal, i, &field);

      if (field != TL_OBJECTIVE_GOAL)
        continue;
      g_hash_table_add (filter->kept, objective);
      keep_partners (filter, objective, TL_LINK_TARGET, TL_LINK_PROJECT);
    }
}

static void
keep (const Filter *filter, TlItem *item)
{
  g_hash_table_add (filter->kept, item);
  if (tl_item_get_kind (item) == TL_KIND_PROJECT)
    keep_partners (filter, item, TL_LINK_PROJECT, TL_LINK_TARGET);
  else
    keep_partners (filter, item, TL_LINK_TARGET, TL_LINK_PROJECT);
  if (tl_item_get_kind (item) == TL_KIND_GOAL)
    keep_objectives (filter, item);
}

/**
 * tl_matrix_filter:
 * @workspace: a workspace
 * @options: with a filter
 *
 * What is asked for is shown with what it is linked to: a row without its columns would say
 * nothing.
 *
 * Returns: (transfer full) (element-type TlItem): the items that are shown
 */
GHashTable *
tl_matrix_filter (TlWorkspace *workspace, const TlMatrixOptions *options)
{
  static const TlKind kinds[] = { TL_KIND_GOAL, TL_KIND_OBJECTIVE, TL_KIND_PROJECT };
  Filter filter = { options, g_hash_table_new (NULL, NULL) };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < tl_workspace_get_n_items (workspace, kinds[k]); i++)
      {
        TlItem *item = tl_workspace_get_item (workspace, kinds[k], i);

        if (is_asked_for (&filter, item))
          keep (&filter, item);
      }
  return filter.kept;
}

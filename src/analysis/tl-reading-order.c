/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-reading-order.h"

typedef struct
{
  TlAlignment *alignment;
  GPtrArray *items;
  GHashTable *seen;
} Order;

static void
add (Order *order, TlItem *item)
{
  if (g_hash_table_add (order->seen, item))
    g_ptr_array_add (order->items, g_object_ref (item));
}

/* The links that name @target, whether they count or not, and the projects behind them. */
static void
add_linked (Order *order, TlItem *target)
{
  for (guint i = 0; i < tl_item_get_n_referrers (target); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (target, i, &field);
      TlItem *project = NULL;

      if (field == TL_LINK_TARGET)
        project = tl_item_get_ref (link, TL_LINK_PROJECT);
      if (project != NULL)
        add (order, project);
    }
}

static void
add_goal (Order *order, TlItem *goal)
{
  guint n_objectives;
  TlItem *const *objectives = tl_alignment_get_objectives (order->alignment, goal, &n_objectives);

  add (order, goal);
  for (guint i = 0; i < n_objectives; i++)
    {
      guint n_causes;
      TlItem *const *causes = tl_alignment_get_causes (order->alignment, objectives[i], &n_causes);

      add (order, objectives[i]);
      for (guint j = 0; j < n_causes; j++)
        add (order, causes[j]);
      add_linked (order, objectives[i]);
    }
  add_linked (order, goal);
}

static void
add_kind (Order *order, TlKind kind)
{
  TlWorkspace *workspace = tl_alignment_get_workspace (order->alignment);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
    add (order, tl_workspace_get_item (workspace, kind, i));
}

/**
 * tl_reading_order_new:
 * @alignment: how the projects of a workspace stand to its goals
 *
 * Puts the items of the workspace into the order in which one tells a plan: the goals by rank,
 * behind each its objectives with their causes and projects, then the projects that name the goal
 * itself; each item where it comes first. All others follow by kind, the goals' own kinds before
 * the rest, and by document.
 *
 * Returns: (transfer full) (element-type TlItem): the items, each once
 */
GPtrArray *
tl_reading_order_new (TlAlignment *alignment)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  Order order = { alignment, items, seen };
  guint n_goals;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n_goals);

  for (guint i = 0; i < n_goals; i++)
    add_goal (&order, goals[i]);
  for (TlKind kind = TL_KIND_GOAL; kind <= TL_KIND_PROJECT; kind++)
    add_kind (&order, kind);
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    if (!tl_kind_get_spec (kind)->is_single)
      add_kind (&order, kind);
  return g_steal_pointer (&items);
}

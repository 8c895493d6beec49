/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-reach.h"

/* What leads from an item to its neighbours: a step each. */
static const TlField ways[] = {
  TL_OBJECTIVE_GOAL, TL_GOAL_PARENT,        TL_CAUSE_OBJECTIVE, TL_PROJECT_ADDRESSES,
  TL_LINK_PROJECT,   TL_PROJECT_INITIATIVE, TL_LINK_TARGET,
};

typedef struct
{
  GHashTable *reached; /* of TlItem, owned */
  GQueue next;         /* of TlItem, borrowed from reached */
} Wave;

static gboolean
is_way (TlField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i] == field)
      return TRUE;
  return FALSE;
}

static void
reach (Wave *wave, TlItem *item)
{
  if (g_hash_table_contains (wave->reached, item))
    return;
  g_hash_table_add (wave->reached, g_object_ref (item));
  g_queue_push_tail (&wave->next, item);
}

/* A link is no stop of its own: to go over it is one step. Which links are reached is found out at
 * the end. */
static void
cross (Wave *wave, TlItem *link, TlField from)
{
  TlItem *end = tl_item_get_ref (link, from == TL_LINK_PROJECT ? TL_LINK_TARGET : TL_LINK_PROJECT);

  if (end != NULL)
    reach (wave, end);
}

static void
reach_refs (Wave *wave, TlItem *item)
{
  TlKind kind = tl_item_get_kind (item);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      const TlFieldSpec *spec = tl_field_get_spec (ways[i]);
      g_autoptr (GPtrArray) targets = NULL;
      TlItem *target = NULL;

      if (spec->kind != kind)
        continue;
      if (spec->type == TL_FIELD_TYPE_REFS)
        targets = tl_item_dup_refs (item, ways[i]);
      else
        target = tl_item_get_ref (item, ways[i]);
      for (guint j = 0; targets != NULL && j < targets->len; j++)
        reach (wave, targets->pdata[j]);
      if (target != NULL)
        reach (wave, target);
    }
}

static void
reach_referrers (Wave *wave, TlItem *item)
{
  for (guint i = 0; i < tl_item_get_n_referrers (item); i++)
    {
      TlField field;
      TlItem *referrer = tl_item_get_referrer (item, i, &field);

      if (tl_item_get_kind (referrer) == TL_KIND_LINK && is_way (field))
        cross (wave, referrer, field);
      else if (is_way (field))
        reach (wave, referrer);
    }
}

static void
take_step (Wave *wave)
{
  guint n = g_queue_get_length (&wave->next);

  for (guint i = 0; i < n; i++)
    {
      TlItem *item = g_queue_pop_head (&wave->next);

      reach_refs (wave, item);
      reach_referrers (wave, item);
    }
}

static void
add_links_of (GHashTable *reached, TlItem *item)
{
  for (guint i = 0; i < tl_item_get_n_referrers (item); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (item, i, &field);
      TlItem *target;

      if (field != TL_LINK_PROJECT)
        continue;
      target = tl_item_get_ref (link, TL_LINK_TARGET);
      if (target != NULL && g_hash_table_contains (reached, target))
        g_hash_table_add (reached, g_object_ref (link));
    }
}

static void
add_links (GHashTable *reached)
{
  g_autofree gpointer *items = NULL;
  guint n_items;

  items = g_hash_table_get_keys_as_array (reached, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (tl_item_get_kind (items[i]) == TL_KIND_PROJECT)
      add_links_of (reached, items[i]);
}

/**
 * tl_reach_find:
 * @from: (element-type TlItem): where to start
 * @steps: how far to go
 *
 * Finds what is at most @steps steps away from any of @from. A step leads, either way, from a
 * project over a link to what it serves, from an objective to its goal, from a cause to its
 * objective or to the projects that address it, and from a part to the whole. Links count as
 * reached when both of their ends are.
 *
 * Returns: (transfer full) (element-type TlItem): the set of all items that were reached, @from
 * among them
 */
GHashTable *
tl_reach_find (GPtrArray *from, guint steps)
{
  g_autoptr (GHashTable) reached = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  Wave wave = { reached, G_QUEUE_INIT };

  for (guint i = 0; i < from->len; i++)
    reach (&wave, from->pdata[i]);
  for (guint i = 0; i < steps && !g_queue_is_empty (&wave.next); i++)
    take_step (&wave);
  g_queue_clear (&wave.next);
  add_links (reached);
  return g_steal_pointer (&reached);
}

static void
add_linked (GHashTable *served, TlItem *project)
{
  for (guint i = 0; i < tl_item_get_n_referrers (project); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (project, i, &field);

      if (field == TL_LINK_PROJECT)
        tl_reach_add_served (served, link);
    }
}

static void
add_target (GHashTable *served, TlItem *item, TlField field)
{
  TlItem *target = tl_item_get_ref (item, field);

  if (target == NULL)
    return;
  g_hash_table_add (served, target);
  tl_reach_add_served (served, target);
}

/**
 * tl_reach_add_served:
 * @served: (element-type TlItem): a set
 * @item: an item
 *
 * Adds to @served what @item serves: of a project its links and where they lead, of a link its
 * target, of an objective its goal.
 */
void
tl_reach_add_served (GHashTable *served, TlItem *item)
{
  g_return_if_fail (served != NULL && TL_IS_ITEM (item));

  switch (tl_item_get_kind (item))
    {
    case TL_KIND_PROJECT:
      add_linked (served, item);
      break;
    case TL_KIND_LINK:
      g_hash_table_add (served, item);
      add_target (served, item, TL_LINK_TARGET);
      break;
    case TL_KIND_OBJECTIVE:
      add_target (served, item, TL_OBJECTIVE_GOAL);
      break;
    default:
      break;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-list-update.h"

static gboolean
is_same (GListStore *list, guint at, GPtrArray *wanted, guint wanted_at)
{
  g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (list), at);

  return object == wanted->pdata[wanted_at];
}

static GHashTable *
index_by_key (GListStore *list, TlKeyFunc get_key)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++)
    {
      GObject *object = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_hash_table_replace (index, g_strdup (get_key (object)), object);
    }
  return index;
}

/* The wanted objects, those that there are already taking the place of their newer likes. */
static GPtrArray *
merge (GListStore *list, GListModel *wanted, TlKeyFunc get_key, TlTakeOverFunc take_over)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) there = index_by_key (list, get_key);
  guint n = g_list_model_get_n_items (wanted);

  for (guint i = 0; i < n; i++)
    {
      GObject *newer = g_list_model_get_item (wanted, i);
      GObject *older = g_hash_table_lookup (there, get_key (newer));

      if (older == NULL)
        {
          g_ptr_array_add (merged, newer);
          continue;
        }
      take_over (older, newer);
      g_ptr_array_add (merged, g_object_ref (older));
      g_hash_table_remove (there, get_key (newer));
      g_object_unref (newer);
    }
  return merged;
}

static GHashTable *
set_of (GPtrArray *objects)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < objects->len; i++)
    g_hash_table_add (set, objects->pdata[i]);
  return set;
}

/* Drops what is wanted no longer, and tells which objects stay. */
static GHashTable *
keep_only (GListStore *list, GPtrArray *wanted)
{
  g_autoptr (GHashTable) set = set_of (wanted);
  GHashTable *kept = g_hash_table_new (NULL, NULL);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (list)); i > 0; i--)
    {
      g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (list), i - 1);

      if (g_hash_table_contains (set, object))
        g_hash_table_add (kept, object);
      else
        g_list_store_remove (list, i - 1);
    }
  return kept;
}

/**
 * tl_list_update:
 * @list: what is there
 * @wanted: what should be there
 * @get_key: tells what an object stands for; no two of a list have the same key
 * @take_over: called for each object that stays
 *
 * Makes @list hold what @wanted holds, and keeps the objects that stand for the same thing. What
 * stays in its order is not touched, so a view of the list keeps its focus and what is open.
 */
void
tl_list_update (GListStore *list, GListModel *wanted, TlKeyFunc get_key, TlTakeOverFunc take_over)
{
  g_autoptr (GPtrArray) merged = merge (list, wanted, get_key, take_over);
  g_autoptr (GHashTable) kept = keep_only (list, merged);

  for (guint i = 0; i < merged->len; i++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

      if (i < n && is_same (list, i, merged, i))
        continue;
      if (!g_hash_table_contains (kept, merged->pdata[i]))
        {
          g_list_store_insert (list, i, merged->pdata[i]);
          continue;
        }
      /* Another order: what follows is laid out anew. */
      g_list_store_splice (list, i, n - i, merged->pdata + i, merged->len - i);
      return;
    }
}

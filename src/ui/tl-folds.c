/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-folds.h"

struct _TlFolds
{
  GHashTable *ids; /* owned: of char *, the set's own */
};

static GHashTable *
create_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * tl_folds_new:
 *
 * Returns: (transfer full): a set in which nothing is folded
 */
TlFolds *
tl_folds_new (void)
{
  TlFolds *self = g_new0 (TlFolds, 1);

  self->ids = create_set ();
  return self;
}

/**
 * tl_folds_free:
 * @self: (transfer full): a set
 */
void
tl_folds_free (TlFolds *self)
{
  g_hash_table_unref (self->ids);
  g_free (self);
}

/**
 * tl_folds_contains:
 * @self: a set
 * @item: an item
 *
 * Returns: whether @item is folded
 */
gboolean
tl_folds_contains (const TlFolds *self, TlItem *item)
{
  return g_hash_table_contains (self->ids, tl_item_get_id (item));
}

/**
 * tl_folds_set:
 * @self: a set
 * @item: an item
 * @is_folded: whether it hides what is under it from now on
 *
 * Returns: whether that is new
 */
gboolean
tl_folds_set (TlFolds *self, TlItem *item, gboolean is_folded)
{
  if (is_folded)
    return g_hash_table_add (self->ids, g_strdup (tl_item_get_id (item)));
  return g_hash_table_remove (self->ids, tl_item_get_id (item));
}

/**
 * tl_folds_set_all:
 * @self: a set
 * @items: (element-type TlItem): those that are folded from now on, and no others
 *
 * Returns: whether that is new
 */
gboolean
tl_folds_set_all (TlFolds *self, GPtrArray *items)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->ids);
  gboolean is_new = FALSE;

  self->ids = create_set ();
  for (guint i = 0; i < items->len; i++)
    {
      tl_folds_set (self, items->pdata[i], TRUE);
      is_new = is_new || !g_hash_table_contains (before, tl_item_get_id (items->pdata[i]));
    }
  return is_new || g_hash_table_size (before) != g_hash_table_size (self->ids);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (tl_item_get_id (*(TlItem *const *) a), tl_item_get_id (*(TlItem *const *) b));
}

/**
 * tl_folds_list:
 * @self: a set
 * @workspace: of its items
 *
 * Returns: (transfer full) (element-type TlItem): those that are folded and there, the same list
 *   each time
 */
GPtrArray *
tl_folds_list (const TlFolds *self, TlWorkspace *workspace)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      TlItem *item = tl_workspace_lookup (workspace, id);

      if (item != NULL)
        g_ptr_array_add (items, g_object_ref (item));
    }
  g_ptr_array_sort (items, compare_ids);
  return items;
}

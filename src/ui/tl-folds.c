/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-folds.h"

#include <string.h>

struct _TlFolds
{
  GHashTable *ids; /* owned: of char *, the set's own */
  guint64 serial;
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
 * @id: of an item or a lane
 *
 * Returns: whether that is folded
 */
gboolean
tl_folds_contains (const TlFolds *self, const char *id)
{
  return g_hash_table_contains (self->ids, id);
}

/**
 * tl_folds_is_empty:
 * @self: a set
 *
 * Returns: whether nothing is folded
 */
gboolean
tl_folds_is_empty (const TlFolds *self)
{
  return g_hash_table_size (self->ids) == 0;
}

/**
 * tl_folds_get_serial:
 * @self: a set
 *
 * Returns: a number that is another one after each change
 */
guint64
tl_folds_get_serial (const TlFolds *self)
{
  return self->serial;
}

/**
 * tl_folds_set:
 * @self: a set
 * @id: of an item or a lane
 * @is_folded: whether it hides what is under it from now on
 *
 * Returns: whether that is new
 */
gboolean
tl_folds_set (TlFolds *self, const char *id, gboolean is_folded)
{
  gboolean is_new = is_folded ? g_hash_table_add (self->ids, g_strdup (id))
                              : g_hash_table_remove (self->ids, id);

  self->serial += is_new ? 1 : 0;
  return is_new;
}

/**
 * tl_folds_set_all:
 * @self: a set
 * @ids: (element-type utf8): of what is folded from now on, and nothing else
 *
 * Returns: whether that is new
 */
gboolean
tl_folds_set_all (TlFolds *self, GPtrArray *ids)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->ids);
  gboolean is_new = FALSE;

  self->ids = create_set ();
  for (guint i = 0; i < ids->len; i++)
    {
      g_hash_table_add (self->ids, g_strdup (ids->pdata[i]));
      is_new = is_new || !g_hash_table_contains (before, ids->pdata[i]);
    }
  is_new = is_new || g_hash_table_size (before) != g_hash_table_size (self->ids);
  self->serial += is_new ? 1 : 0;
  return is_new;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * tl_folds_list:
 * @self: a set
 *
 * Returns: (transfer full) (element-type utf8): the ids of what is folded, the same list each time
 */
GPtrArray *
tl_folds_list (const TlFolds *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, g_strdup (id));
  g_ptr_array_sort (ids, compare_ids);
  return ids;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-core"

#include "tl-forest.h"

struct _TlForest
{
  GHashTable *above; /* node → one that stands above it, not always the next */
};

/**
 * tl_forest_new:
 *
 * Returns: (transfer full): a forest in which every node stands alone
 */
TlForest *
tl_forest_new (void)
{
  TlForest *self = g_new (TlForest, 1);

  self->above = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * tl_forest_free:
 * @self: (transfer full): a forest
 */
void
tl_forest_free (TlForest *self)
{
  g_hash_table_unref (self->above);
  g_free (self);
}

/* Ways that are walked become shorter, so that long chains cost no more than short ones
 * (path splitting; Tarjan and van Leeuwen, 1984). */
static gpointer
find_top (TlForest *self, gpointer node)
{
  gpointer above;

  while ((above = g_hash_table_lookup (self->above, node)) != NULL)
    {
      gpointer next = g_hash_table_lookup (self->above, above);

      if (next != NULL)
        g_hash_table_insert (self->above, node, next);
      node = above;
    }
  return node;
}

/**
 * tl_forest_is_below:
 * @self: a forest
 * @node: a node
 * @top: a node that stands under no other
 *
 * Returns: whether @node is @top or stands under it, at any distance
 */
gboolean
tl_forest_is_below (TlForest *self, gpointer node, gpointer top)
{
  return find_top (self, node) == top;
}

/**
 * tl_forest_put_below:
 * @self: a forest
 * @node: a node that stands under no other
 * @above: a node that is not below @node
 *
 * From now on @node stands under @above, with all that is below it.
 */
void
tl_forest_put_below (TlForest *self, gpointer node, gpointer above)
{
  g_return_if_fail (!tl_forest_is_below (self, above, node));

  g_hash_table_insert (self->above, node, above);
}

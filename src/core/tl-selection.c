/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-core"

#include "tl-selection.h"

struct _TlSelection
{
  GObject parent_instance;

  /* Owned. */
  TlWorkspace *workspace;
  GPtrArray *items;   /* of TlItem; the last one is the primary */
  GHashTable *member; /* the same as a set */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlSelection, tl_selection, G_TYPE_OBJECT)

static void
emit_changed (TlSelection *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
append (TlSelection *self, TlItem *item)
{
  if (!g_hash_table_add (self->member, item))
    return;
  g_ptr_array_add (self->items, g_object_ref (item));
}

static void
empty (TlSelection *self)
{
  g_hash_table_remove_all (self->member);
  g_ptr_array_set_size (self->items, 0);
}

/* What has left the workspace leaves the selection. */
static void
workspace_changed_cb (TlSelection *self)
{
  guint n_before = self->items->len;

  for (guint i = n_before; i > 0; i--)
    {
      TlItem *item = self->items->pdata[i - 1];

      if (tl_item_get_workspace (item) != NULL)
        continue;
      g_hash_table_remove (self->member, item);
      g_ptr_array_remove_index (self->items, i - 1);
    }
  if (self->items->len != n_before)
    emit_changed (self);
}

static void
tl_selection_dispose (GObject *object)
{
  TlSelection *self = TL_SELECTION (object);

  g_clear_pointer (&self->member, g_hash_table_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (tl_selection_parent_class)->dispose (object);
}

static void
tl_selection_class_init (TlSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_selection_dispose;

  /**
   * TlSelection::changed:
   * @self: the selection
   *
   * Another set of items is selected, or another one is the primary.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TL_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_selection_init (TlSelection *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->member = g_hash_table_new (NULL, NULL);
}

/**
 * tl_selection_new:
 * @workspace: where the items are
 *
 * One selection serves all views of a workspace.
 *
 * Returns: (transfer full): an empty selection
 */
TlSelection *
tl_selection_new (TlWorkspace *workspace)
{
  TlSelection *self = g_object_new (TL_TYPE_SELECTION, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_selection_get_n_items:
 * @self: a selection
 *
 * Returns: how many items are selected
 */
guint
tl_selection_get_n_items (TlSelection *self)
{
  g_return_val_if_fail (TL_IS_SELECTION (self), 0);

  return self->items->len;
}

/**
 * tl_selection_get_item:
 * @self: a selection
 * @index: less than tl_selection_get_n_items()
 *
 * Returns: (transfer none): the item, in the order in which they were selected
 */
TlItem *
tl_selection_get_item (TlSelection *self, guint index)
{
  g_return_val_if_fail (index < tl_selection_get_n_items (self), NULL);

  return self->items->pdata[index];
}

/**
 * tl_selection_get_primary:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the item that was selected last: what the inspector shows
 */
TlItem *
tl_selection_get_primary (TlSelection *self)
{
  guint n = tl_selection_get_n_items (self);

  return n > 0 ? self->items->pdata[n - 1] : NULL;
}

/**
 * tl_selection_contains:
 * @self: a selection
 * @item: an item
 *
 * Returns: whether it is selected; O(1)
 */
gboolean
tl_selection_contains (TlSelection *self, TlItem *item)
{
  g_return_val_if_fail (TL_IS_SELECTION (self), FALSE);

  return g_hash_table_contains (self->member, item);
}

/**
 * tl_selection_select:
 * @self: a selection
 * @item: (nullable): the only item to be selected from now on; %NULL for none
 */
void
tl_selection_select (TlSelection *self, TlItem *item)
{
  g_return_if_fail (TL_IS_SELECTION (self));

  if (item == NULL)
    {
      tl_selection_clear (self);
      return;
    }
  if (self->items->len == 1 && self->items->pdata[0] == item)
    return;
  empty (self);
  append (self, item);
  emit_changed (self);
}

/**
 * tl_selection_add:
 * @self: a selection
 * @item: an item to select as well; it becomes the primary
 */
void
tl_selection_add (TlSelection *self, TlItem *item)
{
  g_return_if_fail (TL_IS_SELECTION (self) && TL_IS_ITEM (item));

  if (tl_selection_get_primary (self) == item)
    return;
  if (g_hash_table_remove (self->member, item))
    g_ptr_array_remove (self->items, item);
  append (self, item);
  emit_changed (self);
}

/**
 * tl_selection_remove:
 * @self: a selection
 * @item: an item that is selected no longer
 */
void
tl_selection_remove (TlSelection *self, TlItem *item)
{
  g_return_if_fail (TL_IS_SELECTION (self));

  if (!g_hash_table_remove (self->member, item))
    return;
  g_ptr_array_remove (self->items, item);
  emit_changed (self);
}

/**
 * tl_selection_toggle:
 * @self: a selection
 * @item: an item
 */
void
tl_selection_toggle (TlSelection *self, TlItem *item)
{
  if (tl_selection_contains (self, item))
    tl_selection_remove (self, item);
  else
    tl_selection_add (self, item);
}

/**
 * tl_selection_set_items:
 * @self: a selection
 * @items: (element-type TlItem): what is selected from now on; the last becomes the primary
 */
void
tl_selection_set_items (TlSelection *self, GPtrArray *items)
{
  g_return_if_fail (TL_IS_SELECTION (self));

  empty (self);
  for (guint i = 0; i < items->len; i++)
    append (self, items->pdata[i]);
  emit_changed (self);
}

/**
 * tl_selection_clear:
 * @self: a selection
 */
void
tl_selection_clear (TlSelection *self)
{
  g_return_if_fail (TL_IS_SELECTION (self));

  if (self->items->len == 0)
    return;
  empty (self);
  emit_changed (self);
}

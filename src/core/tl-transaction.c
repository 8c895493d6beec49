/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-core"

#include "tl-transaction.h"

struct _TlTransaction
{
  gatomicrefcount ref_count;
  char *label;
  char *merge_key;
  GArray *changes; /* of TlChange */
};

G_DEFINE_BOXED_TYPE (TlTransaction, tl_transaction, tl_transaction_ref, tl_transaction_unref)

static void
change_clear (gpointer data)
{
  TlChange *change = data;

  g_clear_object (&change->item);
  tl_value_clear (&change->before);
  tl_value_clear (&change->after);
}

static TlChange
change_invert (const TlChange *change)
{
  TlChange inverse = *change;

  inverse.item = g_object_ref (change->item);
  inverse.before = tl_value_copy (&change->after);
  inverse.after = tl_value_copy (&change->before);
  inverse.from = change->to;
  inverse.to = change->from;
  if (change->type == TL_CHANGE_ADD)
    inverse.type = TL_CHANGE_REMOVE;
  else if (change->type == TL_CHANGE_REMOVE)
    inverse.type = TL_CHANGE_ADD;
  return inverse;
}

/**
 * tl_transaction_new:
 * @label: what the user did, translated, in header capitals: "Link Project"
 * @merge_key: (nullable): transactions in a row with the same key become one step; %NULL: never
 *
 * Returns: (transfer full): an empty transaction
 */
TlTransaction *
tl_transaction_new (const char *label, const char *merge_key)
{
  TlTransaction *self = g_new0 (TlTransaction, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->label = g_strdup (label);
  self->merge_key = g_strdup (merge_key);
  self->changes = g_array_new (FALSE, FALSE, sizeof (TlChange));
  g_array_set_clear_func (self->changes, change_clear);
  return self;
}

/**
 * tl_transaction_ref:
 * @self: a transaction
 *
 * Returns: (transfer full): @self
 */
TlTransaction *
tl_transaction_ref (TlTransaction *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tl_transaction_unref:
 * @self: (transfer full): a transaction
 */
void
tl_transaction_unref (TlTransaction *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->label);
  g_free (self->merge_key);
  g_array_unref (self->changes);
  g_free (self);
}

/**
 * tl_transaction_get_label:
 * @self: a transaction
 *
 * Returns: (nullable): what the user did, translated
 */
const char *
tl_transaction_get_label (TlTransaction *self)
{
  return self->label;
}

/**
 * tl_transaction_get_merge_key:
 * @self: a transaction
 *
 * Returns: (nullable): the key by which it merges with its neighbour
 */
const char *
tl_transaction_get_merge_key (TlTransaction *self)
{
  return self->merge_key;
}

/**
 * tl_transaction_get_n_changes:
 * @self: a transaction
 *
 * Returns: how many changes it has
 */
guint
tl_transaction_get_n_changes (TlTransaction *self)
{
  return self->changes->len;
}

/**
 * tl_transaction_get_change:
 * @self: a transaction
 * @index: less than tl_transaction_get_n_changes()
 *
 * Returns: (transfer none): the change, in the order in which they were made
 */
const TlChange *
tl_transaction_get_change (TlTransaction *self, guint index)
{
  g_return_val_if_fail (index < self->changes->len, NULL);

  return &g_array_index (self->changes, TlChange, index);
}

/**
 * tl_transaction_touches:
 * @self: a transaction
 * @item: an item
 *
 * Returns: whether a change is about @item
 */
gboolean
tl_transaction_touches (TlTransaction *self, TlItem *item)
{
  for (guint i = 0; i < self->changes->len; i++)
    if (g_array_index (self->changes, TlChange, i).item == item)
      return TRUE;
  return FALSE;
}

/**
 * tl_transaction_touches_kind:
 * @self: a transaction
 * @kind: a kind of item
 *
 * Returns: whether a change is about an item of @kind
 */
gboolean
tl_transaction_touches_kind (TlTransaction *self, TlKind kind)
{
  for (guint i = 0; i < self->changes->len; i++)
    if (tl_item_get_kind (g_array_index (self->changes, TlChange, i).item) == kind)
      return TRUE;
  return FALSE;
}

/**
 * tl_transaction_has_removed:
 * @self: a transaction
 * @item: an item
 *
 * Returns: whether @item was in the workspace before and is not after
 */
gboolean
tl_transaction_has_removed (TlTransaction *self, TlItem *item)
{
  gboolean removed = FALSE;

  for (guint i = 0; i < self->changes->len; i++)
    {
      const TlChange *change = &g_array_index (self->changes, TlChange, i);

      if (change->item == item && change->type == TL_CHANGE_REMOVE)
        removed = TRUE;
      else if (change->item == item && change->type == TL_CHANGE_ADD)
        removed = FALSE;
    }
  return removed;
}

/**
 * tl_transaction_append:
 * @self: a transaction
 * @change: (transfer full): what was done; left empty
 *
 * A second change of the same field follows into the first when nothing else came between, so that
 * typing a word keeps two values and not one a letter.
 */
void
tl_transaction_append (TlTransaction *self, TlChange *change)
{
  TlChange *last = NULL;

  if (self->changes->len > 0)
    last = &g_array_index (self->changes, TlChange, self->changes->len - 1);
  if (last != NULL && change->type == TL_CHANGE_SET && last->type == TL_CHANGE_SET
      && last->item == change->item && last->field == change->field)
    {
      tl_value_clear (&last->after);
      last->after = change->after;
      change->after = TL_VALUE_INIT;
      change_clear (change);
      return;
    }
  g_array_append_val (self->changes, *change);
  *change = (TlChange) { 0 };
}

/**
 * tl_transaction_absorb:
 * @self: a transaction
 * @later: the one that came after it, which stays as it is
 *
 * Makes one step of the two.
 */
void
tl_transaction_absorb (TlTransaction *self, TlTransaction *later)
{
  for (guint i = 0; i < later->changes->len; i++)
    {
      TlChange copy = g_array_index (later->changes, TlChange, i);

      g_object_ref (copy.item);
      copy.before = tl_value_copy (&copy.before);
      copy.after = tl_value_copy (&copy.after);
      tl_transaction_append (self, &copy);
    }
}

/**
 * tl_transaction_invert:
 * @self: a transaction
 *
 * Returns: (transfer full): the changes that take @self back, last first
 */
TlTransaction *
tl_transaction_invert (TlTransaction *self)
{
  TlTransaction *inverse = tl_transaction_new (self->label, self->merge_key);

  for (guint i = self->changes->len; i > 0; i--)
    {
      TlChange change = change_invert (&g_array_index (self->changes, TlChange, i - 1));

      g_array_append_val (inverse->changes, change);
    }
  return inverse;
}

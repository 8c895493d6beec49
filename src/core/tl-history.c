/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-core"

#include "tl-history.h"

struct _TlHistory
{
  GObject parent_instance;

  /* Owned. */
  TlWorkspace *workspace;
  GPtrArray *steps; /* of TlTransaction, oldest first; those from n_done on can be redone */

  guint n_done;
  int saved_at; /* n_done when the document was saved; -1 when no undo leads back to it */
  guint is_applying : 1;
  guint is_sealed : 1; /* the last step takes no more */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlHistory, tl_history, G_TYPE_OBJECT)

static gboolean
merges (TlHistory *self, TlTransaction *transaction)
{
  const char *key = tl_transaction_get_merge_key (transaction);

  return !self->is_sealed && self->n_done > 0 && key != NULL && self->saved_at != (int) self->n_done
         && g_strcmp0 (tl_transaction_get_merge_key (self->steps->pdata[self->n_done - 1]), key)
                == 0;
}

/* The step was told to others, so it is not changed but replaced. */
static void
merge (TlHistory *self, TlTransaction *transaction)
{
  gpointer *last = &self->steps->pdata[self->n_done - 1];
  TlTransaction *merged
      = tl_transaction_new (tl_transaction_get_label (*last), tl_transaction_get_merge_key (*last));

  tl_transaction_absorb (merged, *last);
  tl_transaction_absorb (merged, transaction);
  tl_transaction_unref (*last);
  *last = merged;
}

static void
drop_redo (TlHistory *self)
{
  g_ptr_array_set_size (self->steps, (int) self->n_done);
  if (self->saved_at > (int) self->n_done)
    self->saved_at = -1;
}

static void
workspace_changed_cb (TlHistory *self, TlTransaction *transaction)
{
  if (self->is_applying)
    return;
  drop_redo (self);
  if (merges (self, transaction))
    {
      merge (self, transaction);
    }
  else
    {
      g_ptr_array_add (self->steps, tl_transaction_ref (transaction));
      self->n_done++;
    }
  self->is_sealed = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
apply (TlHistory *self, TlTransaction *transaction, guint n_done)
{
  self->n_done = n_done;
  self->is_sealed = TRUE;
  self->is_applying = TRUE;
  tl_workspace_apply (self->workspace, transaction);
  self->is_applying = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
tl_history_dispose (GObject *object)
{
  TlHistory *self = TL_HISTORY (object);

  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (tl_history_parent_class)->dispose (object);
}

static void
tl_history_class_init (TlHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_history_dispose;

  /**
   * TlHistory::changed:
   * @self: the history
   *
   * What can be undone or redone, or whether it is saved, may have changed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TL_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_history_init (TlHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_transaction_unref);
}

/**
 * tl_history_new:
 * @workspace: the workspace whose transactions to keep
 *
 * Returns: (transfer full): a history that is empty and saved
 */
TlHistory *
tl_history_new (TlWorkspace *workspace)
{
  TlHistory *self = g_object_new (TL_TYPE_HISTORY, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_history_can_undo:
 * @self: a history
 *
 * Returns: whether there is a step to take back
 */
gboolean
tl_history_can_undo (TlHistory *self)
{
  g_return_val_if_fail (TL_IS_HISTORY (self), FALSE);

  return self->n_done > 0;
}

/**
 * tl_history_can_redo:
 * @self: a history
 *
 * Returns: whether there is a step to do again
 */
gboolean
tl_history_can_redo (TlHistory *self)
{
  g_return_val_if_fail (TL_IS_HISTORY (self), FALSE);

  return self->n_done < self->steps->len;
}

/**
 * tl_history_get_undo_label:
 * @self: a history
 *
 * Returns: (nullable): what undo would take back, translated
 */
const char *
tl_history_get_undo_label (TlHistory *self)
{
  g_return_val_if_fail (TL_IS_HISTORY (self), NULL);

  return self->n_done > 0 ? tl_transaction_get_label (self->steps->pdata[self->n_done - 1]) : NULL;
}

/**
 * tl_history_get_redo_label:
 * @self: a history
 *
 * Returns: (nullable): what redo would do again, translated
 */
const char *
tl_history_get_redo_label (TlHistory *self)
{
  g_return_val_if_fail (TL_IS_HISTORY (self), NULL);

  return self->n_done < self->steps->len
             ? tl_transaction_get_label (self->steps->pdata[self->n_done])
             : NULL;
}

/**
 * tl_history_undo:
 * @self: a history of a workspace that is not in a transaction
 *
 * Takes the last step back.
 *
 * Returns: (transfer full) (nullable): what was done to the workspace, %NULL when there was no step
 */
TlTransaction *
tl_history_undo (TlHistory *self)
{
  g_autoptr (TlTransaction) inverse = NULL;

  g_return_val_if_fail (TL_IS_HISTORY (self), NULL);
  g_return_val_if_fail (!tl_workspace_is_in_transaction (self->workspace), NULL);

  if (!tl_history_can_undo (self))
    return NULL;
  inverse = tl_transaction_invert (self->steps->pdata[self->n_done - 1]);
  apply (self, inverse, self->n_done - 1);
  return g_steal_pointer (&inverse);
}

/**
 * tl_history_redo:
 * @self: a history of a workspace that is not in a transaction
 *
 * Does the step again that was taken back last.
 *
 * Returns: (transfer full) (nullable): what was done to the workspace, %NULL when there was no step
 */
TlTransaction *
tl_history_redo (TlHistory *self)
{
  g_autoptr (TlTransaction) step = NULL;

  g_return_val_if_fail (TL_IS_HISTORY (self), NULL);
  g_return_val_if_fail (!tl_workspace_is_in_transaction (self->workspace), NULL);

  if (!tl_history_can_redo (self))
    return NULL;
  step = tl_transaction_ref (self->steps->pdata[self->n_done]);
  apply (self, step, self->n_done + 1);
  return g_steal_pointer (&step);
}

/**
 * tl_history_seal:
 * @self: a history
 *
 * Ends merging: the next transaction is a step of its own. Called when an entry loses the focus and
 * when a gesture ends.
 */
void
tl_history_seal (TlHistory *self)
{
  g_return_if_fail (TL_IS_HISTORY (self));

  self->is_sealed = TRUE;
}

/**
 * tl_history_is_saved:
 * @self: a history
 *
 * Returns: whether the workspace is as it was when it was last saved; also true after undoing back
 * to it
 */
gboolean
tl_history_is_saved (TlHistory *self)
{
  g_return_val_if_fail (TL_IS_HISTORY (self), TRUE);

  return self->saved_at == (int) self->n_done;
}

static void
set_saved_at (TlHistory *self, int saved_at)
{
  if (self->saved_at == saved_at)
    return;
  self->saved_at = saved_at;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * tl_history_mark_saved:
 * @self: a history
 *
 * The workspace as it stands now is what is on disk.
 */
void
tl_history_mark_saved (TlHistory *self)
{
  g_return_if_fail (TL_IS_HISTORY (self));

  set_saved_at (self, (int) self->n_done);
}

/**
 * tl_history_mark_unsaved:
 * @self: a history
 *
 * Nothing on disk is what any undo leads to: the document was repaired, recovered, or its file is
 * gone.
 */
void
tl_history_mark_unsaved (TlHistory *self)
{
  g_return_if_fail (TL_IS_HISTORY (self));

  set_saved_at (self, -1);
}

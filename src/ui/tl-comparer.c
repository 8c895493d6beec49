/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-comparer.h"

#define PAUSE_MS 150 /* without a change, before the work begins */

struct _TlComparer
{
  GObject parent_instance;

  /* Owned. */
  TlAlignment *alignment;    /* what is to be compared; NULL when nothing waits */
  GCancellable *cancellable; /* of the thread that works; NULL when none does */

  guint pause_source;
};

enum
{
  SIGNAL_COMPARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlComparer, tl_comparer, G_TYPE_OBJECT)

/* A thread holds nothing of the window: neither the comparer nor any item. */
static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TlDuplicates *duplicates = tl_duplicates_find (data, cancellable);

  g_task_return_pointer (task, duplicates, (GDestroyNotify) tl_duplicates_unref);
}

/* What was asked before it was answered has been cancelled, and is nobody's answer. */
static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TlComparer) self = g_weak_ref_get (user_data);
  g_autoptr (TlDuplicates) duplicates = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self != NULL && g_task_get_cancellable (G_TASK (result)) == self->cancellable)
    {
      g_clear_object (&self->cancellable);
      g_signal_emit (self, signals[SIGNAL_COMPARED], 0, duplicates);
    }
  weak_ref_free (user_data);
}

static void
cancel (TlComparer *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
paused_cb (gpointer user_data)
{
  TlComparer *self = user_data;
  g_autoptr (GTask) task = NULL;
  GWeakRef *weak;

  /* In the middle of a gesture the plan is not what it will be. */
  if (tl_workspace_is_in_transaction (tl_alignment_get_workspace (self->alignment)))
    return G_SOURCE_CONTINUE;
  self->pause_source = 0;
  self->cancellable = g_cancellable_new ();
  weak = g_new (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, self->cancellable, found_cb, weak);
  g_task_set_source_tag (task, tl_comparer_compare);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, tl_duplicates_input_new (self->alignment),
                        (GDestroyNotify) tl_duplicates_input_free);
  g_clear_pointer (&self->alignment, tl_alignment_unref);
  g_task_run_in_thread (task, find_in_thread);
  return G_SOURCE_REMOVE;
}

static void
tl_comparer_dispose (GObject *object)
{
  TlComparer *self = TL_COMPARER (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  cancel (self);
  g_clear_pointer (&self->alignment, tl_alignment_unref);

  G_OBJECT_CLASS (tl_comparer_parent_class)->dispose (object);
}

static void
tl_comparer_class_init (TlComparerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_comparer_dispose;

  /**
   * TlComparer::compared:
   * @self: the comparer
   * @duplicates: the pairs
   *
   * What was asked last has been answered.
   */
  signals[SIGNAL_COMPARED] = g_signal_new ("compared", TL_TYPE_COMPARER, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
tl_comparer_init (TlComparer *self)
{
}

/**
 * tl_comparer_new:
 *
 * Returns: (transfer full): a comparer that has nothing to do
 */
TlComparer *
tl_comparer_new (void)
{
  return g_object_new (TL_TYPE_COMPARER, NULL);
}

/**
 * tl_comparer_compare:
 * @self: a comparer
 * @alignment: how the workspace stands, until this is called again
 *
 * Begins to compare when nothing more comes for a moment. What is being compared is given up.
 */
void
tl_comparer_compare (TlComparer *self, TlAlignment *alignment)
{
  g_return_if_fail (TL_IS_COMPARER (self) && alignment != NULL);

  cancel (self);
  g_clear_pointer (&self->alignment, tl_alignment_unref);
  self->alignment = tl_alignment_ref (alignment);
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE_MS, paused_cb, self);
}

/**
 * tl_comparer_is_busy:
 * @self: a comparer
 *
 * Returns: whether an answer is on its way
 */
gboolean
tl_comparer_is_busy (TlComparer *self)
{
  g_return_val_if_fail (TL_IS_COMPARER (self), FALSE);

  return self->alignment != NULL || self->cancellable != NULL;
}

/**
 * tl_comparer_is_working:
 * @self: a comparer
 *
 * Returns: whether the pause is over and a thread is at work
 */
gboolean
tl_comparer_is_working (TlComparer *self)
{
  g_return_val_if_fail (TL_IS_COMPARER (self), FALSE);

  return self->cancellable != NULL;
}

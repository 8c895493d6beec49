/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-sharing.h"

/* Few enough steps for both threads to end at about the same time, and enough of them for the
 * taking to cost nothing. */
#define BLOCK 64u

static gboolean
take_block (TlSharing *self)
{
  return g_atomic_int_add (&self->n_left, -1) > 0;
}

static gpointer
go_from_start (gpointer data)
{
  TlSharing *self = data;

  for (guint start = 0; take_block (self); start += BLOCK)
    for (guint i = start; i < MIN (start + BLOCK, self->n_steps); i++)
      self->function (i, self->data);
  return NULL;
}

static void
go_from_end (TlSharing *self, gpointer data)
{
  guint end = self->n_steps;

  while (take_block (self))
    for (guint start = (end - 1) / BLOCK * BLOCK; end > start; end--)
      self->function (end - 1, data);
}

/**
 * tl_sharing_begin:
 * @self: what tl_sharing_end() is called for
 * @name: what the thread is called
 * @n_steps: how many steps there are
 * @function: takes one of them
 * @data: (nullable): what @function gets in the thread
 *
 * Begins to take the steps in a thread, from the first one on.
 */
void
tl_sharing_begin (TlSharing *self,
                  const char *name,
                  guint n_steps,
                  TlSharingFunc function,
                  gpointer data)
{
  *self = (TlSharing) {
    .function = function,
    .data = data,
    .n_steps = n_steps,
    .n_left = (int) ((n_steps + BLOCK - 1) / BLOCK),
  };
  self->thread = g_thread_try_new (name, go_from_start, self, NULL);
}

/**
 * tl_sharing_end:
 * @self: steps that were begun
 * @data: (nullable): what the function gets here
 *
 * Takes the steps that are left, from the last one back, until those of the thread are met. All
 * have been taken afterwards, and where there is no thread to be had, all of them here.
 */
void
tl_sharing_end (TlSharing *self, gpointer data)
{
  go_from_end (self, data);
  g_clear_pointer (&self->thread, g_thread_join);
}

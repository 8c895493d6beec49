/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-compat.h"

/* What a window says, to eyes and ears: an edit changes something away from the keyboard, and who
 * cannot see it is told. A sentence that is said of an edit is enough; without one, its name is
 * told, as the button for undo has it. */

static gboolean
tell_cb (gpointer user_data)
{
  TlWindow *self = user_data;
  g_autofree char *words = g_steal_pointer (&self->untold);

  self->tell_source = 0;
  if (words != NULL)
    tl_announce (GTK_WIDGET (self), words);
  return G_SOURCE_REMOVE;
}

/* Not at once: what the edit leads to may say more. */
static void
tell_later (TlWindow *self, char *words)
{
  g_free (self->untold);
  self->untold = words;
  if (self->tell_source == 0)
    self->tell_source = g_idle_add (tell_cb, self);
}

static void
said_cb (TlWindow *self, const char *text, gboolean can_undo)
{
  g_clear_pointer (&self->untold, g_free);
  tl_window_toast (self, text, can_undo);
}

/* What is being written is heard as it is written. */
static gboolean
is_writing (TlWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (GTK_IS_TEXT_VIEW (focus))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (focus));
  return GTK_IS_EDITABLE (focus) && gtk_editable_get_editable (GTK_EDITABLE (focus));
}

static void
analysed_cb (TlWindow *self, TlTransaction *transaction)
{
  if (transaction != NULL && !is_writing (self))
    tell_later (self, g_strdup (tl_transaction_get_label (transaction)));
}

/**
 * tl_window_undo:
 * @self: a window
 *
 * Takes the last step back, and tells which.
 */
void
tl_window_undo (TlWindow *self)
{
  const char *label = tl_history_get_undo_label (tl_session_get_history (self->session));
  /* Translators: what was undone, such as “Link Project”, for screen readers. */
  char *words = label != NULL ? g_strdup_printf (C_ ("accessible", "Undone: %s"), label) : NULL;

  tl_session_undo (self->session);
  if (words != NULL)
    tell_later (self, words);
}

/**
 * tl_window_redo:
 * @self: a window
 *
 * Does the step again that was taken back last, and tells which.
 */
void
tl_window_redo (TlWindow *self)
{
  const char *label = tl_history_get_redo_label (tl_session_get_history (self->session));
  /* Translators: what was done again, such as “Link Project”, for screen readers. */
  char *words = label != NULL ? g_strdup_printf (C_ ("accessible", "Redone: %s"), label) : NULL;

  tl_session_redo (self->session);
  if (words != NULL)
    tell_later (self, words);
}

/**
 * tl_window_toast:
 * @self: a window
 * @text: a sentence, plain text
 * @can_undo: whether to offer to undo what it is about
 *
 * Says something that can be missed without harm.
 */
void
tl_window_toast (TlWindow *self, const char *text, gboolean can_undo)
{
  tl_toast_show (self->toast, text, can_undo ? C_ ("button", "_Undo") : NULL);
  tl_announce (GTK_WIDGET (self), text);
}

/**
 * tl_window_init_said:
 * @self: a window that has the signals of its session
 *
 * Has it tell of what is done.
 */
void
tl_window_init_said (TlWindow *self)
{
  g_signal_group_connect_swapped (self->session_signals, "said", G_CALLBACK (said_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "analysed", G_CALLBACK (analysed_cb),
                                  self);
}

/**
 * tl_window_dispose_said:
 * @self: a window that goes
 *
 * Keeps to itself what is not told yet.
 */
void
tl_window_dispose_said (TlWindow *self)
{
  g_clear_handle_id (&self->tell_source, g_source_remove);
  g_clear_pointer (&self->untold, g_free);
}

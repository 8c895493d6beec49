/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-session.h"

#include "tl-comparer.h"

#define LATER_MS 300 /* when an edit has been shown */

/* A day to take for today, so that a test of what depends on it can be repeated. */
#define TODAY_VARIABLE "THROUGHLINE_TODAY"

struct _TlSession
{
  GObject parent_instance;

  /* Owned. */
  TlDocument *document;
  TlSelection *selection;
  TlAnalysis *analysis;
  TlDuplicates *duplicates; /* the last that arrived; NULL until then */
  TlComparer *comparer;
  TlLens *lens;
  TlAnalysis *past; /* (nullable): the one before, which goes when there is time */

  guint past_source;
};

enum
{
  SIGNAL_ANALYSED,
  SIGNAL_COMPARED,
  SIGNAL_REVEALED,
  SIGNAL_SAID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlSession, tl_session, G_TYPE_OBJECT)

static TlDate
get_today (void)
{
  const char *given = g_getenv (TODAY_VARIABLE);
  TlDate today = given != NULL ? tl_date_parse (given) : TL_DATE_NONE;

  return today != TL_DATE_NONE ? today : tl_date_today ();
}

static gboolean
past_cb (gpointer user_data)
{
  TlSession *self = user_data;

  self->past_source = 0;
  g_clear_pointer (&self->past, tl_analysis_unref);
  return G_SOURCE_REMOVE;
}

/* To free tens of thousands of findings takes longer than an edit has to wait for. */
static void
retire_analysis (TlSession *self)
{
  g_clear_pointer (&self->past, tl_analysis_unref);
  self->past = g_steal_pointer (&self->analysis);
  if (self->past_source == 0)
    self->past_source = g_timeout_add_full (G_PRIORITY_LOW, LATER_MS, past_cb, self, NULL);
}

static void
analyse (TlSession *self)
{
  retire_analysis (self);
  self->analysis
      = tl_analysis_new_with (tl_session_get_workspace (self), get_today (), self->duplicates);
  tl_comparer_compare (self->comparer, tl_analysis_get_alignment (self->analysis));
}

/* The next pair from @index on that is still so, or NULL. */
static const TlPair *
find_held (TlDuplicates *duplicates, guint *index, TlAlignment *alignment)
{
  TlItem *items[2];

  while (duplicates != NULL && *index < tl_duplicates_get_n_pairs (duplicates))
    {
      const TlPair *pair = tl_duplicates_get_pair (duplicates, (*index)++);

      if (tl_pair_holds (pair, alignment, items))
        return pair;
    }
  return NULL;
}

static gboolean
tell_the_same (TlDuplicates *before, TlDuplicates *after, TlAlignment *alignment)
{
  guint i = 0, j = 0;
  const TlPair *old, *new;

  do
    {
      old = find_held (before, &i, alignment);
      new = find_held (after, &j, alignment);
      if ((old == NULL) != (new == NULL) || (old != NULL && !tl_pair_equal (old, new)))
        return FALSE;
    }
  while (old != NULL);
  return TRUE;
}

/* The lens answers by the new analysis at once, but those who listen to it learn of the edit before
 * they learn what it did to the lens. */
static void
tell_analysed (TlSession *self, TlTransaction *transaction)
{
  tl_lens_begin (self->lens);
  tl_lens_set_analysis (self->lens, self->analysis);
  g_signal_emit (self, signals[SIGNAL_ANALYSED], 0, transaction);
  tl_lens_end (self->lens);
}

/* Most edits change no pair, and then the findings are what they were. */
static void
compared_cb (TlSession *self, TlDuplicates *duplicates)
{
  TlAlignment *alignment = tl_session_get_alignment (self);
  gboolean is_new = !tell_the_same (self->duplicates, duplicates, alignment);
  TlAnalysis *before;

  g_clear_pointer (&self->duplicates, tl_duplicates_unref);
  self->duplicates = tl_duplicates_ref (duplicates);
  if (is_new)
    {
      before = self->analysis;
      self->analysis = tl_analysis_complete (before, duplicates);
      tl_analysis_unref (before);
      tell_analysed (self, NULL);
    }
  g_signal_emit (self, signals[SIGNAL_COMPARED], 0);
}

static void
workspace_changed_cb (TlSession *self, TlTransaction *transaction)
{
  analyse (self);
  tell_analysed (self, transaction);
}

static void
tl_session_dispose (GObject *object)
{
  TlSession *self = TL_SESSION (object);

  g_clear_handle_id (&self->past_source, g_source_remove);
  g_clear_pointer (&self->past, tl_analysis_unref);
  g_clear_object (&self->comparer);
  g_clear_pointer (&self->duplicates, tl_duplicates_unref);
  g_clear_object (&self->lens);
  g_clear_pointer (&self->analysis, tl_analysis_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_session_parent_class)->dispose (object);
}

static void
tl_session_class_init (TlSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_session_dispose;

  /**
   * TlSession::analysed:
   * @self: the session
   * @transaction: (nullable): what has changed; %NULL when nothing has, but the findings about
   *   pairs of projects have come
   *
   * The analysis is new, and is that of the workspace as it stands now.
   */
  signals[SIGNAL_ANALYSED] = g_signal_new ("analysed", TL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, TL_TYPE_TRANSACTION);

  /**
   * TlSession::compared:
   * @self: the session
   *
   * All projects have been compared with each other as they are now.
   */
  signals[SIGNAL_COMPARED] = g_signal_new ("compared", TL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TlSession::revealed:
   * @self: the session
   * @item: what to bring into sight
   */
  signals[SIGNAL_REVEALED] = g_signal_new ("revealed", TL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, TL_TYPE_ITEM);

  /**
   * TlSession::said:
   * @self: the session
   * @text: a sentence for the user, plain text
   * @can_undo: whether to offer to undo what was done last
   */
  signals[SIGNAL_SAID]
      = g_signal_new ("said", TL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                      2, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_BOOLEAN);
}

static void
tl_session_init (TlSession *self)
{
}

/**
 * tl_session_new:
 * @document: the document to work on
 *
 * Returns: (transfer full): a session with nothing selected, its analysis made
 */
TlSession *
tl_session_new (TlDocument *document)
{
  TlSession *self;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);

  self = g_object_new (TL_TYPE_SESSION, NULL);
  self->document = g_object_ref (document);
  self->comparer = tl_comparer_new ();
  g_signal_connect_object (self->comparer, "compared", G_CALLBACK (compared_cb), self,
                           G_CONNECT_SWAPPED);
  analyse (self);
  self->lens = tl_lens_new (self->analysis);

  /* Before the selection listens: when it tells that it has lost a removed item, the analysis is
   * new already. */
  g_signal_connect_object (tl_session_get_workspace (self), "changed",
                           G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  self->selection = tl_selection_new (tl_session_get_workspace (self));
  return self;
}

/**
 * tl_session_get_document:
 * @self: a session
 *
 * Returns: (transfer none): the document
 */
TlDocument *
tl_session_get_document (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return self->document;
}

/**
 * tl_session_get_workspace:
 * @self: a session
 *
 * Returns: (transfer none): the workspace of the document
 */
TlWorkspace *
tl_session_get_workspace (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return tl_document_get_workspace (self->document);
}

/**
 * tl_session_get_history:
 * @self: a session
 *
 * Returns: (transfer none): the history of the document
 */
TlHistory *
tl_session_get_history (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return tl_document_get_history (self->document);
}

/**
 * tl_session_get_selection:
 * @self: a session
 *
 * Returns: (transfer none): what is selected, in every view
 */
TlSelection *
tl_session_get_selection (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return self->selection;
}

/**
 * tl_session_get_analysis:
 * @self: a session
 *
 * Returns: (transfer none): the analysis of the workspace as it stands; another one after each
 *   change
 */
TlAnalysis *
tl_session_get_analysis (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return self->analysis;
}

/**
 * tl_session_get_alignment:
 * @self: a session
 *
 * Returns: (transfer none): the alignment that the analysis rests on
 */
TlAlignment *
tl_session_get_alignment (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return tl_analysis_get_alignment (self->analysis);
}

/**
 * tl_session_get_duplicates:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the pairs of projects that were found last; tl_pair_holds()
 *   tells which of them are still so, and those alone are among the findings
 */
TlDuplicates *
tl_session_get_duplicates (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return self->duplicates;
}

/**
 * tl_session_is_comparing:
 * @self: a session
 *
 * Returns: whether the pairs of the workspace as it stands are still being looked for
 */
gboolean
tl_session_is_comparing (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), FALSE);

  return tl_comparer_is_busy (self->comparer);
}

/**
 * tl_session_get_lens:
 * @self: a session
 *
 * Returns: (transfer none): how the document is looked at, in every view
 */
TlLens *
tl_session_get_lens (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return self->lens;
}

/**
 * tl_session_is_editable:
 * @self: a session
 *
 * Returns: whether the workspace can be changed
 */
gboolean
tl_session_is_editable (TlSession *self)
{
  return !tl_workspace_is_read_only (tl_session_get_workspace (self));
}

/**
 * tl_session_undo:
 * @self: a session
 *
 * Takes the last step back, if there is one.
 */
void
tl_session_undo (TlSession *self)
{
  g_autoptr (TlTransaction) done = NULL;

  g_return_if_fail (TL_IS_SESSION (self));

  done = tl_history_undo (tl_session_get_history (self));
}

/**
 * tl_session_redo:
 * @self: a session
 *
 * Does the step again that was taken back last, if there is one.
 */
void
tl_session_redo (TlSession *self)
{
  g_autoptr (TlTransaction) done = NULL;

  g_return_if_fail (TL_IS_SESSION (self));

  done = tl_history_redo (tl_session_get_history (self));
}

/**
 * tl_session_reveal:
 * @self: a session
 * @item: an item of the workspace
 *
 * Selects the item and has every view bring it into sight.
 */
void
tl_session_reveal (TlSession *self, TlItem *item)
{
  g_return_if_fail (TL_IS_SESSION (self) && TL_IS_ITEM (item));

  tl_selection_select (self->selection, item);
  g_signal_emit (self, signals[SIGNAL_REVEALED], 0, item);
}

/**
 * tl_session_say:
 * @self: a session
 * @text: a sentence for the user, plain text
 * @can_undo: whether what was done last is what the sentence is about, and can be undone
 *
 * Tells the user what has happened.
 */
void
tl_session_say (TlSession *self, const char *text, gboolean can_undo)
{
  g_return_if_fail (TL_IS_SESSION (self) && text != NULL);

  g_signal_emit (self, signals[SIGNAL_SAID], 0, text, can_undo);
}

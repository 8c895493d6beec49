/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-session.h"

/* A day to take for today, so that a test of what depends on it can be repeated. */
#define TODAY_VARIABLE "THROUGHLINE_TODAY"

struct _TlSession
{
  GObject parent_instance;

  /* Owned. */
  TlDocument *document;
  TlSelection *selection;
  TlAnalysis *analysis;
};

enum
{
  SIGNAL_ANALYSED,
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

static void
analyse (TlSession *self)
{
  g_clear_pointer (&self->analysis, tl_analysis_unref);
  self->analysis = tl_analysis_new (tl_session_get_workspace (self), get_today ());
}

static void
workspace_changed_cb (TlSession *self, TlTransaction *transaction)
{
  analyse (self);
  g_signal_emit (self, signals[SIGNAL_ANALYSED], 0, transaction);
}

static void
tl_session_dispose (GObject *object)
{
  TlSession *self = TL_SESSION (object);

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
   * @transaction: (nullable): what has changed
   *
   * The workspace has changed, and the analysis is that of the workspace as it stands now.
   */
  signals[SIGNAL_ANALYSED] = g_signal_new ("analysed", TL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, TL_TYPE_TRANSACTION);

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
  analyse (self);

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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"
#include "tl-document.h"
#include "tl-lens.h"
#include "tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_SESSION (tl_session_get_type ())
G_DECLARE_FINAL_TYPE (TlSession, tl_session, TL, SESSION, GObject)

/* One document being worked on: what every view of it shares. It knows no widget. Its analysis is
 * that of the workspace as it stands, always.
 *
 * Projects are compared with each other in a thread. Until the answer comes, the analysis has those
 * of the pairs known before of which nothing has changed, so that findings stay where they are.
 *
 * Signals: "analysed" (TlTransaction *, nullable) after each change, once the analysis is new, and
 * with %NULL when the answer has made it new; "compared": all pairs are known again;
 * "revealed" (TlItem *): views bring the item into sight; "said" (const char *text, gboolean
 * can_undo): the window tells it in a toast and to assistive technologies. */
TlSession *tl_session_new (TlDocument *document);

TlDocument *tl_session_get_document (TlSession *self);
TlWorkspace *tl_session_get_workspace (TlSession *self);
TlHistory *tl_session_get_history (TlSession *self);
TlSelection *tl_session_get_selection (TlSession *self);
TlAnalysis *tl_session_get_analysis (TlSession *self);
TlAlignment *tl_session_get_alignment (TlSession *self);
TlDuplicates *tl_session_get_duplicates (TlSession *self);
gboolean tl_session_is_comparing (TlSession *self);
TlLens *tl_session_get_lens (TlSession *self);
gboolean tl_session_is_editable (TlSession *self);

void tl_session_undo (TlSession *self);
void tl_session_redo (TlSession *self);
void tl_session_reveal (TlSession *self, TlItem *item);
void tl_session_say (TlSession *self, const char *text, gboolean can_undo);

G_END_DECLS

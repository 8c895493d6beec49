/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workspace.h"

G_BEGIN_DECLS

#define TL_TYPE_HISTORY (tl_history_get_type ())
G_DECLARE_FINAL_TYPE (TlHistory, tl_history, TL, HISTORY, GObject)

TlHistory *tl_history_new (TlWorkspace *workspace);

gboolean tl_history_can_undo (TlHistory *self);
gboolean tl_history_can_redo (TlHistory *self);
const char *tl_history_get_undo_label (TlHistory *self);
const char *tl_history_get_redo_label (TlHistory *self);
TlTransaction *tl_history_undo (TlHistory *self);
TlTransaction *tl_history_redo (TlHistory *self);
void tl_history_seal (TlHistory *self);

gboolean tl_history_is_saved (TlHistory *self);
void tl_history_mark_saved (TlHistory *self);
void tl_history_mark_unsaved (TlHistory *self);

G_END_DECLS

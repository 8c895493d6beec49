/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workspace.h"

G_BEGIN_DECLS

/* A plain picture of a workspace and its history, without an index, a change or a signal: a state
 * is a list of items with their values as text, and the history is a list of whole states. */

typedef struct _Model Model;

Model *model_new (void);
void model_free (Model *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Model, model_free)

char *model_dump (Model *self);

/* Edits say whether they were taken, as the workspace does. */
void model_begin (Model *self, const char *label, const char *key);
void model_commit (Model *self);
void model_rollback (Model *self);
gboolean model_add (Model *self, TlKind kind, const char *id, guint position);
void model_remove (Model *self, const char *id);
void model_move (Model *self, const char *id, guint position);
gboolean model_set (Model *self, const char *id, TlField field, const TlValue *value);

gboolean model_undo (Model *self);
gboolean model_redo (Model *self);
void model_seal (Model *self);
void model_mark_saved (Model *self);
void model_mark_unsaved (Model *self);
gboolean model_is_saved (Model *self);
const char *model_get_undo_label (Model *self);
const char *model_get_redo_label (Model *self);

G_END_DECLS

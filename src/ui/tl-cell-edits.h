/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

/* A cell that the document would not take. */
typedef struct
{
  guint row;    /* among the rows of the edits, from 1 */
  TlItem *item; /* owned; NULL in a row that would be new */
  TlField field;
  char *text; /* (nullable): what was to be there */
  char *reason;
} TlRefusal;

/* Many cells that are to be changed in one step of undo: all of them, or none. What is put in is
 * first tried, so that all that would be refused is known before anything is done. */
typedef struct _TlCellEdits TlCellEdits;

TlCellEdits *tl_cell_edits_new (TlSession *session, TlKind kind);
void tl_cell_edits_free (TlCellEdits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCellEdits, tl_cell_edits_free)

void tl_cell_edits_begin_row (TlCellEdits *self, TlItem *item);
void tl_cell_edits_set (TlCellEdits *self, TlField field, const TlValue *value, const char *text);
void tl_cell_edits_refuse (TlCellEdits *self, TlField field, const char *text, const char *reason);

void tl_cell_edits_check (TlCellEdits *self);
guint tl_cell_edits_get_n_changes (TlCellEdits *self);
guint tl_cell_edits_get_n_changed_rows (TlCellEdits *self);
guint tl_cell_edits_get_n_new_rows (TlCellEdits *self);
guint tl_cell_edits_get_n_refusals (TlCellEdits *self);
const TlRefusal *tl_cell_edits_get_refusal (TlCellEdits *self, guint index);

gboolean tl_cell_edits_apply (TlCellEdits *self, const char *label, gboolean leaves_out);
GPtrArray *tl_cell_edits_get_added (TlCellEdits *self);

G_END_DECLS

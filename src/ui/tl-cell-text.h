/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workspace.h"

G_BEGIN_DECLS

/* What stands in the cells of a table, and what somebody has put there. */
char *tl_cell_dup_text (TlItem *item, TlField field);
char *tl_cell_dup_choices (TlField field);

/* Reads texts as values. It looks titles up in an index that it makes when it first needs it, so
 * that a reader is good until the titles change. */
typedef struct _TlCellReader TlCellReader;

TlCellReader *tl_cell_reader_new (TlWorkspace *workspace);
void tl_cell_reader_free (TlCellReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCellReader, tl_cell_reader_free)

gboolean tl_cell_reader_parse (TlCellReader *self,
                               TlField field,
                               const char *text,
                               TlValue *value,
                               GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of texts, as they are on the clipboard when they come from a spreadsheet or go to one. Rows
 * may differ in length. */
typedef struct _TlCellBlock TlCellBlock;

TlCellBlock *tl_cell_block_new (void);
TlCellBlock *tl_cell_block_parse (const char *text);
void tl_cell_block_free (TlCellBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCellBlock, tl_cell_block_free)

void tl_cell_block_begin_row (TlCellBlock *self);
void tl_cell_block_add (TlCellBlock *self, const char *text);
char *tl_cell_block_to_text (TlCellBlock *self);

guint tl_cell_block_get_n_rows (TlCellBlock *self);
guint tl_cell_block_get_n_columns (TlCellBlock *self);
const char *tl_cell_block_get (TlCellBlock *self, guint row, guint column);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-cell-block.h"
#include "tl-cell-edits.h"

G_BEGIN_DECLS

/* Where a block is to go: the rows from the first on that is to be changed, in the order in which
 * they are shown, and the fields in which the columns of the block go; TL_N_FIELDS is a column that
 * cannot be edited. */
typedef struct
{
  TlSession *session;
  TlKind kind;
  GPtrArray *items; /* of TlItem */
  const TlField *fields;
  guint n_fields;
} TlPasteTarget;

TlCellEdits *tl_paste_plan (const TlPasteTarget *target, TlCellBlock *block, guint *n_left_out);
TlCellEdits *
tl_paste_plan_fill (const TlPasteTarget *target, TlCellBlock *block, guint *n_left_out);

G_END_DECLS

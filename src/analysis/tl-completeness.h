/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alignment.h"

G_BEGIN_DECLS

/* How much is recorded of one field that the checks read. */
typedef struct
{
  TlField field;
  guint n_filled;
  guint n_items; /* that should have it */
} TlCompletenessRow;

/* How much is recorded of all of them. */
typedef struct
{
  GArray *rows; /* of TlCompletenessRow, in the order of the kinds and their fields; owned */
  guint n_filled;
  guint n_fields;
  double share; /* from 0 to 1; NaN when there is nothing to fill in */
} TlCompleteness;

void tl_completeness_init (TlCompleteness *self, TlAlignment *alignment);
void tl_completeness_clear (TlCompleteness *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlCompleteness, tl_completeness_clear)

GPtrArray *tl_completeness_dup_items (TlAlignment *alignment, TlField field);
GArray *tl_completeness_dup_fields (TlAlignment *alignment, TlItem *item);

G_END_DECLS

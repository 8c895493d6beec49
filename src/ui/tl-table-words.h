/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-cell-edits.h"

G_BEGIN_DECLS

/* What tables say. */
char *tl_edits_dup_refusals (TlCellEdits *edits, guint first_row);
char *tl_edits_dup_preview (TlCellEdits *edits, guint n_left_out);
const char *tl_kind_get_purpose (TlKind kind);

G_END_DECLS

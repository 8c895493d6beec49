/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-editor.h"

G_BEGIN_DECLS

#define TL_TYPE_FIELD_PROSE (tl_field_prose_get_type ())
G_DECLARE_FINAL_TYPE (TlFieldProse, tl_field_prose, TL, FIELD_PROSE, TlFieldEditor)

/* Text over as many lines as it needs. A field of one line wraps, and Enter ends it. */
void tl_field_prose_set_placeholder (TlFieldProse *self, const char *placeholder);

G_END_DECLS

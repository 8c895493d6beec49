/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-editor.h"

G_BEGIN_DECLS

#define TL_TYPE_FIELD_ENTRY (tl_field_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlFieldEntry, tl_field_entry, TL, FIELD_ENTRY, TlFieldEditor)

/* One line: text, words with commas between, numbers with their unit, days with a calendar. */

G_END_DECLS

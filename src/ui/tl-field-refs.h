/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-editor.h"

G_BEGIN_DECLS

#define TL_TYPE_FIELD_REFS (tl_field_refs_get_type ())
G_DECLARE_FINAL_TYPE (TlFieldRefs, tl_field_refs, TL, FIELD_REFS, TlFieldEditor)

/* Several other items: their titles, each to be taken off, and a button for more. */

G_END_DECLS

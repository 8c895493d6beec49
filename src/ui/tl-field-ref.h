/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-editor.h"

G_BEGIN_DECLS

#define TL_TYPE_FIELD_REF (tl_field_ref_get_type ())
G_DECLARE_FINAL_TYPE (TlFieldRef, tl_field_ref, TL, FIELD_REF, TlFieldEditor)

/* Another item: a button with its title that opens a picker. */

G_END_DECLS

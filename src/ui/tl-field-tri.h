/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-editor.h"

G_BEGIN_DECLS

#define TL_TYPE_FIELD_TRI (tl_field_tri_get_type ())
G_DECLARE_FINAL_TYPE (TlFieldTri, tl_field_tri, TL, FIELD_TRI, TlFieldEditor)

/* Yes, no, or not recorded: three buttons. */

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-editor.h"

G_BEGIN_DECLS

#define TL_TYPE_FIELD_FLAG (tl_field_flag_get_type ())
G_DECLARE_FINAL_TYPE (TlFieldFlag, tl_field_flag, TL, FIELD_FLAG, TlFieldEditor)

/* Yes or no, where nothing said is no: a switch. */

G_END_DECLS

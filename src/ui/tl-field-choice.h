/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-editor.h"

G_BEGIN_DECLS

#define TL_TYPE_FIELD_CHOICE (tl_field_choice_get_type ())
G_DECLARE_FINAL_TYPE (TlFieldChoice, tl_field_choice, TL, FIELD_CHOICE, TlFieldEditor)

/* One of a few: a list that drops down, with “not recorded” where that is an answer. */

G_END_DECLS

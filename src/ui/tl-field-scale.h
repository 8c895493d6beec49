/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-editor.h"

G_BEGIN_DECLS

#define TL_TYPE_FIELD_SCALE (tl_field_scale_get_type ())
G_DECLARE_FINAL_TYPE (TlFieldScale, tl_field_scale, TL, FIELD_SCALE, TlFieldEditor)

/* A whole number of a few, such as a level or a rating: a button each. The one that is down comes
 * up again when it is pressed, and nothing is recorded. */
GtkWidget *tl_field_scale_new (TlField field);

G_END_DECLS

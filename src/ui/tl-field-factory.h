/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-editor.h"

G_BEGIN_DECLS

/* Which editor suits a field. */
gboolean tl_field_has_editor (TlField field);
GtkWidget *tl_field_create_editor (TlField field);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-value.h"

G_BEGIN_DECLS

/* What people type for a value, and how a value stands in an entry. */
gboolean tl_field_parse (TlField field, const char *text, TlValue *value, GError **error);
char *tl_field_format (TlField field, const TlValue *value);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-part.h"

G_BEGIN_DECLS

/* What is in a part, without a widget. */
TlPart *ui_parts_find (TlPart *part, const char *key);
guint ui_parts_count (TlPart *part);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-fold.h"
#include "tl-item.h"

G_BEGIN_DECLS

gboolean tl_item_text_contains (TlItem *item, const TlNeedle *needle, gboolean with_private);
const char *tl_item_text_get_title (TlItem *item);

G_END_DECLS

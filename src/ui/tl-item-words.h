/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

/* Characters of a name, in whatever place. */
#define TL_NAME_MAX 240

/* Items in words: the same everywhere that an item is spoken of. */
char *tl_item_dup_name (TlItem *item);
char *tl_item_dup_short_name (TlItem *item);
const char *tl_kind_get_new_title (TlKind kind);
char *tl_item_dup_standing_line (TlSession *session, TlItem *item);
char *tl_item_dup_detail (TlItem *item);
char *tl_goal_dup_coverage (TlSession *session, TlItem *goal);
char *tl_item_dup_chain (TlSession *session, TlItem *item);

G_END_DECLS

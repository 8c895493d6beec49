/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-outline-node.h"

G_BEGIN_DECLS

/* What a row of the outline says. */
char *tl_outline_dup_title (TlOutlineNode *node);
char *tl_outline_dup_subtitle (TlOutlineNode *node);
char *tl_outline_dup_detail (TlOutlineNode *node, TlSession *session);
char *tl_outline_dup_tooltip (TlOutlineNode *node);
char *tl_outline_dup_label (TlOutlineNode *node, TlSession *session);

G_END_DECLS

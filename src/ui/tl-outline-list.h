/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-outline-node.h"

G_BEGIN_DECLS

#define TL_TYPE_OUTLINE_LIST (tl_outline_list_get_type ())
G_DECLARE_FINAL_TYPE (TlOutlineList, tl_outline_list, TL, OUTLINE_LIST, GObject)

/* What is under a place: a list of TlOutlineNode, each of which is made when somebody asks for it,
 * because there may be ten thousand of them. */
TlOutlineList *tl_outline_list_new (const TlOutlinePlace *place, TlSession *session);
gboolean tl_outline_list_update (TlOutlineList *self, TlSession *session);
void tl_outline_list_refresh (TlOutlineList *self);

const TlOutlinePlace *tl_outline_list_get_place (TlOutlineList *self, guint position);
gboolean tl_outline_list_find (TlOutlineList *self, const TlOutlinePlace *place, guint *position);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

/* Where an item stands: under what, and in what order. Each is one transaction. */
gboolean
tl_command_take_place (TlSession *session, TlItem *item, TlItem *neighbour, GError **error);
gboolean tl_command_check_under (TlSession *session, TlItem *item, TlItem *parent, GError **error);
gboolean tl_command_put_under (TlSession *session, TlItem *item, TlItem *parent, GError **error);
gboolean tl_command_relink (TlSession *session, TlItem *link, TlItem *target, GError **error);
gboolean tl_command_relink_from (TlSession *session, TlItem *link, TlItem *project, GError **error);

TlItem *tl_item_get_holder (TlItem *item);
gboolean tl_kind_goes_under (TlKind kind, TlKind parent);
TlItem *tl_command_add_under (TlSession *session, TlKind kind, TlItem *parent);
TlItem *tl_command_add_after (TlSession *session, TlItem *item, TlItem *parent);

G_END_DECLS

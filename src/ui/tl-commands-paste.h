/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

/* Several items at a time: copies, and new ones with the titles of a list. Each is one transaction,
 * which fails as a whole, and says what it did. */
GPtrArray *
tl_command_paste (TlSession *session, TlWorkspace *clipping, TlItem *under, GError **error);
GPtrArray *tl_command_duplicate (TlSession *session, GPtrArray *items, GError **error);
void tl_command_cut (TlSession *session, GPtrArray *items);

TlKind tl_kind_get_fitting (TlKind kind);
gboolean tl_command_can_add_under (TlSession *session, TlItem *under);
GPtrArray *tl_command_add_list (TlSession *session,
                                TlKind kind,
                                TlItem *under,
                                const char *const *titles,
                                GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-geometry.h"
#include "tl-session.h"

G_BEGIN_DECLS

/* Cards that stay where the user has put them, and giving them back to the layout, each one
 * transaction with a label. Places are in map units; see tl-pin.h. */
gboolean tl_command_pin_cards (TlSession *session,
                               GPtrArray *items,
                               const TlPoint *points,
                               const char *label);
gboolean tl_command_unpin_cards (TlSession *session, GPtrArray *items);
gboolean tl_command_tidy_all (TlSession *session);

guint tl_session_count_pinned (TlSession *session, GPtrArray *items);

G_END_DECLS

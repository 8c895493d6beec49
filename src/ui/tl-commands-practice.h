/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

/* What is done at the desks, each one transaction with a label. */
gboolean tl_command_record_talk (TlSession *session, TlItem *person, GError **error);

TlItem *tl_command_add_insight (TlSession *session, const char *title);
gboolean
tl_command_attach_insight (TlSession *session, TlItem *insight, TlItem *item, GError **error);
TlItem *
tl_command_use_insight (TlSession *session, TlItem *insight, TlItem *target, GError **error);

G_END_DECLS

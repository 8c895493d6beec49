/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

/* What hangs on an item and is added or taken off where that item is looked at. */
TlItem *tl_command_add_cause (TlSession *session, TlItem *objective, const char *title);
TlItem *tl_command_add_measure (TlSession *session, TlItem *of, const char *title);
gboolean tl_command_set_addressed (TlSession *session,
                                   TlItem *project,
                                   TlItem *cause,
                                   gboolean is_addressed,
                                   GError **error);
gboolean tl_command_agree (TlSession *session, TlItem *link, GError **error);

G_END_DECLS

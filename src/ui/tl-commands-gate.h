/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-commands.h"

G_BEGIN_DECLS

/* The discovery gate as a rule of every edit: tl_command_set_field() asks it before, and lets it
 * follow up after. */
gboolean tl_command_check_gate (TlSession *session,
                                TlItem *item,
                                TlField field,
                                const TlValue *value,
                                GError **error);
void tl_command_follow_gate (TlSession *session, TlItem *item, TlField field, gboolean was_named);

/* Going through it while it is shut, with a reason. */
gboolean tl_command_pass_gate (TlSession *session,
                               TlItem *project,
                               TlField field,
                               const TlValue *value,
                               const char *reason,
                               GError **error);

G_END_DECLS

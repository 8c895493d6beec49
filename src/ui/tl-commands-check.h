/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

/* What a plan is checked by. */
gboolean tl_rule_is_on (TlSession *session, const TlRule *rule);
guint tl_rules_count_off (TlSession *session);
gboolean
tl_command_switch_rule (TlSession *session, const TlRule *rule, gboolean is_on, GError **error);
gboolean tl_command_reset_setting (TlSession *session, TlField field, GError **error);

G_END_DECLS

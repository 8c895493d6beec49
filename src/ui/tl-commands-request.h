/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

/* What is done with a request, each one transaction with a label. Outcomes are those of the field
 * TL_REQUEST_OUTCOME. */
TlItem *tl_command_add_request (TlSession *session, const char *title);
gboolean tl_command_answer_request (TlSession *session,
                                    TlItem *request,
                                    int outcome,
                                    TlItem *help,
                                    GError **error);
gboolean tl_command_reopen_request (TlSession *session, TlItem *request, GError **error);
TlItem *tl_command_promote_request (TlSession *session, TlItem *request, GError **error);

char *tl_request_dup_answer (TlItem *request, int outcome, TlItem *help);
const char *tl_request_get_outcome_hint (int outcome);
TlItem *tl_request_get_help (TlItem *request);
gboolean tl_request_is_answer_proposed (TlItem *request);
gint64 tl_request_count_days (TlItem *request, TlDate today);

G_END_DECLS

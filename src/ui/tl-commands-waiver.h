/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_WAIVER_ERROR (tl_waiver_error_quark ())
GQuark tl_waiver_error_quark (void);

typedef enum
{
  TL_WAIVER_ERROR_REASON, /* nothing says why */
  TL_WAIVER_ERROR_UNTIL,  /* its last day is past */
} TlWaiverError;

/* Letting something pass that a check finds, with a reason, and no longer doing so. */
TlItem *tl_command_waive (TlSession *session,
                          const TlRule *rule,
                          TlItem *about,
                          TlItem *with,
                          const char *reason,
                          TlItem *by,
                          TlDate until,
                          GError **error);
gboolean tl_command_end_waiver (TlSession *session, TlItem *waiver, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_SILO_ERROR (tl_silo_error_quark ())
GQuark tl_silo_error_quark (void);

typedef enum
{
  TL_SILO_ERROR_READ_ONLY, /* the document cannot be changed */
  TL_SILO_ERROR_SAME,      /* the two are one, or not both projects of the document */
  TL_SILO_ERROR_AUDIENCE,  /* nothing would change, or nobody would be left */
  TL_SILO_ERROR_REASON,    /* a waiver without a reason, or for no check */
  TL_SILO_ERROR_UNTIL,     /* its last day is past */
} TlSiloError;

/* What the other project has and the one that stays is to get on top of its own. */
typedef enum
{
  TL_MERGE_KEEP = 0,
  TL_MERGE_ADD_DAYS = 1 << 0,
  TL_MERGE_ADD_COST = 1 << 1,
  TL_MERGE_ADD_PARTICIPANTS = 1 << 2,
} TlMergeFlags;

/* What can be done about two projects that do the same, each one step of undo. */
gboolean tl_command_merge (TlSession *session,
                           TlItem *kept,
                           TlItem *other,
                           TlMergeFlags flags,
                           GError **error);
gboolean tl_command_divide_audience (TlSession *session,
                                     TlItem *const *projects,
                                     const char *const *const *taken,
                                     GError **error);
TlItem *tl_command_bring_together (TlSession *session,
                                   TlItem *const *projects,
                                   TlItem *owner,
                                   TlDate due,
                                   GError **error);
gboolean tl_command_waive_pair (TlSession *session,
                                TlItem *const *projects,
                                const char *const *rules,
                                const char *reason,
                                TlItem *by,
                                TlDate until,
                                GError **error);
gboolean tl_command_withdraw_waivers (TlSession *session, GPtrArray *waivers, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

/* What is done to the links between one project and one objective or goal, each one transaction. */
GPtrArray *tl_link_list_between (TlItem *project, TlItem *target);
gboolean tl_link_is_bare (TlItem *link);
TlItem *tl_command_link_as (TlSession *session,
                            TlItem *project,
                            TlItem *target,
                            int strength,
                            GError **error);
gboolean
tl_command_set_strengths (TlSession *session, GPtrArray *links, int strength, GError **error);

G_END_DECLS

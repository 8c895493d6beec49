/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-finding-node.h"
#include "tl-session.h"

G_BEGIN_DECLS

/* All that can be done about a finding or a waiver, as a menu of the actions "findings.…". */
GMenuModel *tl_finding_menu_new (TlSession *session, TlFindingNode *node);

G_END_DECLS

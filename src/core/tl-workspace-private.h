/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workspace.h"

G_BEGIN_DECLS

gboolean tl_workspace_check_writable (TlWorkspace *self, GError **error);
gboolean tl_workspace_is_below (TlWorkspace *self, TlItem *target, TlItem *item, TlField field);

G_END_DECLS

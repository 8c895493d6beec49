/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workspace.h"

G_BEGIN_DECLS

gboolean tl_workspace_check_writable (TlWorkspace *self, GError **error);

G_END_DECLS

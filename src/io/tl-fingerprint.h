/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workspace.h"

G_BEGIN_DECLS

guint64 tl_fingerprint_bytes (guint64 seed, const void *bytes, gsize length);
guint64 tl_fingerprint_workspace (TlWorkspace *workspace);

G_END_DECLS

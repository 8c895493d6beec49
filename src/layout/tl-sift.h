/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-net.h"

G_BEGIN_DECLS

guint64 tl_sift_columns (TlNet *net, int reach);
void tl_sift_nodes (TlNet *net, const gboolean *which, int reach);

G_END_DECLS

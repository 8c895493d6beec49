/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-net.h"

G_BEGIN_DECLS

guint64 tl_sift_columns (TlNet *net, int reach);

G_END_DECLS

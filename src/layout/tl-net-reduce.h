/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-net.h"

G_BEGIN_DECLS

guint64 tl_net_reduce_crossings (TlNet *net);

G_END_DECLS

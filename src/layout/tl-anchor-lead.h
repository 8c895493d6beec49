/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-net.h"

G_BEGIN_DECLS

gboolean tl_anchor_lead (const TlNet *then, TlNet *net);

G_END_DECLS

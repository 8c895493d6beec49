/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-net.h"

G_BEGIN_DECLS

/* A net in the order that was found for it, and from which the orders of others like it begin. */
typedef struct _TlAnchor TlAnchor;

TlAnchor *tl_anchor_ref (TlAnchor *self);
void tl_anchor_unref (TlAnchor *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAnchor, tl_anchor_unref)

TlAnchor *tl_anchor_order (TlAnchor *before, TlNet *net, guint64 *crossings);

G_END_DECLS

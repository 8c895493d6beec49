/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-item.h"

G_BEGIN_DECLS

GHashTable *tl_reach_find (GPtrArray *from, guint steps);
void tl_reach_add_served (GHashTable *served, TlItem *item);

G_END_DECLS

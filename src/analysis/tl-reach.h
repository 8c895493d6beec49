/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-item.h"

G_BEGIN_DECLS

GHashTable *tl_reach_find (GPtrArray *from, guint steps);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Trees that grow from any end: who stands under whom, each node under one other at most. It tells
 * in nearly no time whether a further step would close a circle. Nodes are borrowed pointers. */
typedef struct _TlForest TlForest;

TlForest *tl_forest_new (void);
void tl_forest_free (TlForest *self);
gboolean tl_forest_is_below (TlForest *self, gpointer node, gpointer top);
void tl_forest_put_below (TlForest *self, gpointer node, gpointer above);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlForest, tl_forest_free)

G_END_DECLS

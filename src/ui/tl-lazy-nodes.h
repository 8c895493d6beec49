/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Objects that stand for the entries of an array, made when somebody asks: NULL until then. */
GPtrArray *tl_lazy_nodes_new (guint n);
void tl_lazy_nodes_free (GPtrArray *nodes);
void tl_lazy_nodes_compare (GArray *older,
                            GArray *newer,
                            GEqualFunc is_same,
                            guint *n_start,
                            guint *n_end);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_MATRIX_NODE (tl_matrix_node_get_type ())
G_DECLARE_FINAL_TYPE (TlMatrixNode, tl_matrix_node, TL, MATRIX_NODE, GtkWidget)

/* Stands over the place of the matrix that has the keyboard, so that it has a name and actions. It
 * paints nothing and takes no pointer. Signals: "entered" (); "action" (const char *name). */
GtkWidget *tl_matrix_node_new (GtkAccessibleRole role);
const char *tl_matrix_node_get_label (TlMatrixNode *self);
void tl_matrix_node_describe (TlMatrixNode *self, const char *label, const char *description);
void tl_matrix_node_set_selected (TlMatrixNode *self, gboolean is_selected);

G_END_DECLS

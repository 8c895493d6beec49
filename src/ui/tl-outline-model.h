/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-outline-node.h"

G_BEGIN_DECLS

#define TL_TYPE_OUTLINE_MODEL (tl_outline_model_get_type ())
G_DECLARE_FINAL_TYPE (TlOutlineModel, tl_outline_model, TL, OUTLINE_MODEL, GObject)

/* The open rows of the outline, as a list that answers from the selection of the session which of
 * them are selected: so there is nothing to be kept in step, and a project that stands in several
 * places is selected in all of them. Headings are selected here alone, one at a time, and only
 * while no item is. Signal "picked" (guint position): the user selects by that row. */
TlOutlineModel *tl_outline_model_new (void);
void tl_outline_model_set_source (TlOutlineModel *self, TlSession *session, GtkTreeListModel *tree);

TlOutlineNode *tl_outline_model_dup_node (TlOutlineModel *self, guint position);
gboolean tl_outline_model_is_picking (TlOutlineModel *self);
void tl_outline_model_select (TlOutlineModel *self, guint position);

G_END_DECLS

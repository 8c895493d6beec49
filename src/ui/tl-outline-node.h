/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-outline-place.h"

G_BEGIN_DECLS

#define TL_TYPE_OUTLINE_NODE (tl_outline_node_get_type ())
G_DECLARE_FINAL_TYPE (TlOutlineNode, tl_outline_node, TL, OUTLINE_NODE, GObject)

/* A row of the outline: what stands in a place. What is under it is looked up when it is asked for,
 * and kept up to date from then on. Signal: "changed", when the row says something else. */
TlOutlineNode *tl_outline_node_new (const TlOutlinePlace *place);
gboolean tl_outline_node_update (TlOutlineNode *self, TlSession *session);
void tl_outline_node_refresh (TlOutlineNode *self);

const TlOutlinePlace *tl_outline_node_get_place (TlOutlineNode *self);
TlItem *tl_outline_node_get_item (TlOutlineNode *self);
TlItem *tl_outline_node_get_link (TlOutlineNode *self);
void tl_outline_node_set_cut (TlOutlineNode *self, gboolean is_cut);
gboolean tl_outline_node_is_cut (TlOutlineNode *self);
GListModel *tl_outline_node_get_children (TlOutlineNode *self, TlSession *session);
guint tl_outline_node_count_children (TlOutlineNode *self, TlSession *session);

G_END_DECLS

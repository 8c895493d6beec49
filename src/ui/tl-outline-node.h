/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_OUTLINE_NODE (tl_outline_node_get_type ())
G_DECLARE_FINAL_TYPE (TlOutlineNode, tl_outline_node, TL, OUTLINE_NODE, GObject)

/* A row of the outline: an item in its place, or a heading. What is under it is looked up when it
 * is asked for, and kept up to date from then on. Signal: "changed", when the row says something
 * else. */
TlOutlineNode *tl_outline_node_new_root (void);
void tl_outline_node_update (TlOutlineNode *self, TlSession *session);

const char *tl_outline_node_get_key (gpointer node);
TlItem *tl_outline_node_get_item (TlOutlineNode *self);
TlItem *tl_outline_node_get_link (TlOutlineNode *self);
GListModel *tl_outline_node_get_children (TlOutlineNode *self, TlSession *session);
gboolean tl_outline_node_has_children (TlOutlineNode *self, TlSession *session);
char *tl_outline_node_dup_title (TlOutlineNode *self);
char *tl_outline_node_dup_detail (TlOutlineNode *self, TlSession *session);
char *tl_outline_node_dup_label (TlOutlineNode *self, TlSession *session);

GPtrArray *tl_outline_dup_path (TlSession *session, TlItem *item);

G_END_DECLS

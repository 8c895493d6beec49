/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-geometry.h"

G_BEGIN_DECLS

#define TL_TYPE_CARD_NODE (tl_card_node_get_type ())
G_DECLARE_FINAL_TYPE (TlCardNode, tl_card_node, TL, CARD_NODE, GtkWidget)

/* A thin widget over a card that is painted by the canvas: it takes the keyboard, and stands for
 * the card before assistive technologies. Signal "entered": the keyboard has come. */
GtkWidget *tl_card_node_new (void);
const char *tl_card_node_get_id (TlCardNode *self);
void tl_card_node_set_id (TlCardNode *self, const char *id);
void tl_card_node_describe (TlCardNode *self, const char *label, const char *description);
void tl_card_node_set_expanded (TlCardNode *self, int is_expanded);
void tl_card_node_set_selected (TlCardNode *self, gboolean is_selected);

G_END_DECLS

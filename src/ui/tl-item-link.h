/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_ITEM_LINK (tl_item_link_get_type ())
G_DECLARE_FINAL_TYPE (TlItemLink, tl_item_link, TL, ITEM_LINK, GtkWidget)

/* An item that is spoken of, as a button that leads to it. */
GtkWidget *tl_item_link_new (void);
void tl_item_link_show (TlItemLink *self, TlSession *session, TlItem *item, const char *words);
TlItem *tl_item_link_get_item (TlItemLink *self);

/* Selects an item and brings it into sight. */
void tl_item_open (TlSession *session, TlItem *item);

G_END_DECLS

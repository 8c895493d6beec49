/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-card-node.h"
#include "tl-map-view.h"
#include "tl-session.h"

G_BEGIN_DECLS

/* The nodes of the cards that are in sight, and of what has the keyboard or is selected: never more
 * than a few hundred, however large the map. */
typedef struct _TlCardPool TlCardPool;

TlCardPool *tl_card_pool_new (GtkWidget *canvas, GCallback entered, GCallback action);
void tl_card_pool_free (TlCardPool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCardPool, tl_card_pool_free)

void tl_card_pool_sync (TlCardPool *self, TlSession *session, TlMapView *view, const char *focused);
TlCardNode *tl_card_pool_find (TlCardPool *self, const char *id);
TlCardNode *
tl_card_pool_ensure (TlCardPool *self, TlSession *session, TlMapView *view, const char *id);
void tl_card_pool_forget (TlCardPool *self);
void tl_card_pool_update_selected (TlCardPool *self, TlSession *session);
void tl_card_pool_allocate (TlCardPool *self, TlMapView *view);

G_END_DECLS

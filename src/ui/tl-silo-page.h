/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-silo-pair.h"

G_BEGIN_DECLS

#define TL_TYPE_SILO_PAGE (tl_silo_page_get_type ())
G_DECLARE_FINAL_TYPE (TlSiloPage, tl_silo_page, TL, SILO_PAGE, GtkWidget)

/* Two projects side by side: what they share, what each is, and what can be done about both. It
 * says what the brief for their owners says. Properties: "folded", there is a way back to the list;
 * "stacked", the two are one below the other. */
GtkWidget *tl_silo_page_new (void);
void tl_silo_page_show (TlSiloPage *self, TlSession *session, TlSiloPair *pair);
void tl_silo_page_refresh (TlSiloPage *self);
void tl_silo_page_focus (TlSiloPage *self);
TlSiloPair *tl_silo_page_get_pair (TlSiloPage *self);

G_END_DECLS

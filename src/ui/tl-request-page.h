/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_REQUEST_PAGE (tl_request_page_get_type ())
G_DECLARE_FINAL_TYPE (TlRequestPage, tl_request_page, TL, REQUEST_PAGE, GtkWidget)

/* One request, from what is asked to the answer: what is known of it, what exists already, and five
 * ways to answer. Property: "outcome", the name of the one that is chosen. */
GtkWidget *tl_request_page_new (void);
void tl_request_page_show (TlRequestPage *self, TlSession *session, TlItem *request);
void tl_request_page_refresh (TlRequestPage *self);
void tl_request_page_focus (TlRequestPage *self);
TlItem *tl_request_page_get_request (TlRequestPage *self);

G_END_DECLS

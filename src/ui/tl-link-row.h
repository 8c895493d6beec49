/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_LINK_ROW (tl_link_row_get_type ())
G_DECLARE_FINAL_TYPE (TlLinkRow, tl_link_row, TL, LINK_ROW, GtkWidget)

/* A link seen from one of its ends: the other end, how strong it is, and how it helps. */
GtkWidget *tl_link_row_new (TlSession *session, TlItem *link, TlItem *end);
TlItem *tl_link_row_get_link (TlLinkRow *self);
void tl_link_row_refresh (TlLinkRow *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_VIEW_ROW (tl_view_row_get_type ())
G_DECLARE_FINAL_TYPE (TlViewRow, tl_view_row, TL, VIEW_ROW, AdwActionRow)

/* A saved view, and what can be done with it. */
GtkWidget *tl_view_row_new (TlSession *session, TlItem *view, int place);
TlItem *tl_view_row_get_view (TlViewRow *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-desk.h"

G_BEGIN_DECLS

#define TL_TYPE_REQUEST_DESK (tl_request_desk_get_type ())
G_DECLARE_FINAL_TYPE (TlRequestDesk, tl_request_desk, TL, REQUEST_DESK, TlDesk)

/* All requests, and one of them at a time to be answered. */
GtkWidget *tl_request_desk_new (void);

G_END_DECLS

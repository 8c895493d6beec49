/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_BULK_WINDOW (tl_bulk_window_get_type ())
G_DECLARE_FINAL_TYPE (TlBulkWindow, tl_bulk_window, TL, BULK_WINDOW, AdwWindow)

/* Asks for one value of a field, and sets it on many items in one step. What cannot be taken is
 * refused in the window, with every item and its reason, and nothing is changed. */
TlBulkWindow *tl_bulk_window_new (TlSession *session, GPtrArray *items, TlField first);

G_END_DECLS

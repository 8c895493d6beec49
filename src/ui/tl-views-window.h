/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_VIEWS_WINDOW (tl_views_window_get_type ())
G_DECLARE_FINAL_TYPE (TlViewsWindow, tl_views_window, TL, VIEWS_WINDOW, AdwWindow)

/* The saved views of a document, to be renamed, changed to what is seen now, and deleted. A row
 * that is activated shows its view, by the action win.show-saved-view of the window it belongs to.
 */
GtkWidget *tl_views_window_new (GtkWindow *parent, TlSession *session, int place);

G_END_DECLS

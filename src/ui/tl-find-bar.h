/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_FIND_BAR (tl_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlFindBar, tl_find_bar, TL, FIND_BAR, GtkWidget)

/* What is searched for, above all views of a document: the query of the lens, how much of it there
 * is, and the way from match to match. It is shown while anything is searched for, so that nothing
 * is dim without a reason in sight. "compact" puts the buttons under the line. */
void tl_find_bar_set_session (TlFindBar *self, TlSession *session);
GMenu *tl_find_bar_get_views_menu (TlFindBar *self);
void tl_find_bar_open (TlFindBar *self);
void tl_find_bar_close (TlFindBar *self);
gboolean tl_find_bar_is_shown (TlFindBar *self);
void tl_find_bar_step (TlFindBar *self, int step);

G_END_DECLS

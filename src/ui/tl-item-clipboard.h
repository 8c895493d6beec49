/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

typedef void (*TlPastedFunc) (TlSession *session, GPtrArray *items, gpointer user_data);

/* Items on the clipboard of the desktop: as they are for this program, in whatever window, and as a
 * list of titles for all others. */
GdkContentProvider *tl_item_clipboard_provide (GPtrArray *items);
void tl_item_clipboard_paste (GdkClipboard *clipboard,
                              TlSession *session,
                              TlItem *under,
                              TlPastedFunc pasted,
                              GObject *owner);

G_END_DECLS

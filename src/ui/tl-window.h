/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_WINDOW (tl_window_get_type ())
G_DECLARE_FINAL_TYPE (TlWindow, tl_window, TL, WINDOW, AdwApplicationWindow)

/* One document, its map and its panels. */
TlWindow *tl_window_new (GtkApplication *application);

TlSession *tl_window_get_session (TlWindow *self);
GFile *tl_window_get_file (TlWindow *self);
gboolean tl_window_is_untouched (TlWindow *self);
void tl_window_set_document (TlWindow *self, TlDocument *document);
void tl_window_load (TlWindow *self, GFile *file);
void tl_window_present_loaded (TlWindow *self);

void tl_window_leave_async (TlWindow *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean tl_window_leave_finish (TlWindow *self, GAsyncResult *result);

G_END_DECLS

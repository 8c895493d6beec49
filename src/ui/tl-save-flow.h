/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"

G_BEGIN_DECLS

/* The talk with the user that brings a document onto the disk: where to, and what to do when that
 * fails. The finish functions say whether it is safe now; what went wrong has been told. */
void tl_save_flow_save_async (GtkWindow *parent,
                              TlDocument *document,
                              gboolean is_save_as,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
void tl_save_flow_leave_async (GtkWindow *parent,
                               TlDocument *document,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean tl_save_flow_finish (GAsyncResult *result);

char *tl_save_flow_suggest_name (TlDocument *document, const char *suffix);

G_END_DECLS

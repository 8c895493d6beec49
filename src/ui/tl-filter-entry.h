/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_FILTER_ENTRY (tl_filter_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlFilterEntry, tl_filter_entry, TL, FILTER_ENTRY, GtkWidget)

/* A line for a filter, with a list of what the word at the cursor may become. Down and Up walk in
 * the list, Tab takes the first or the chosen of it, Enter the chosen, Escape puts it away.
 *
 * Signals: "changed" (); "next" () and "previous" (), Enter and Shift+Enter where nothing is chosen
 * in the list; "stopped" (), Escape where there is no list; "completing" (), the list has come or
 * gone. */
void tl_filter_entry_set_session (TlFilterEntry *self, TlSession *session);
const char *tl_filter_entry_get_text (TlFilterEntry *self);
void tl_filter_entry_set_text (TlFilterEntry *self, const char *text);
void tl_filter_entry_underline (TlFilterEntry *self, TlFilterSpan span);
void tl_filter_entry_focus (TlFilterEntry *self);
gboolean tl_filter_entry_is_completing (TlFilterEntry *self);

G_END_DECLS

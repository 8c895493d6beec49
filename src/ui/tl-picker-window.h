/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-picker-entry.h"

G_BEGIN_DECLS

#define TL_TYPE_PICKER_WINDOW (tl_picker_window_get_type ())
G_DECLARE_FINAL_TYPE (TlPickerWindow, tl_picker_window, TL, PICKER_WINDOW, AdwWindow)

typedef void (*TlEntryPickedFunc) (TlPickerEntry *entry, gpointer user_data);

/* The window behind tl-picker.h and the command palette: a line to search with, and a list of what
 * matches. It closes itself when something is picked. */
TlPickerWindow *tl_picker_window_new (TlSession *session,
                                      const char *title,
                                      TlEntryPickedFunc picked,
                                      gpointer user_data,
                                      GDestroyNotify destroy);
void tl_picker_window_add (TlPickerWindow *self, TlItem *item, const char *reason);
void tl_picker_window_add_entry (TlPickerWindow *self, TlPickerEntry *entry);
void tl_picker_window_set_hint (TlPickerWindow *self, const char *hint);
void tl_picker_window_set_subject (TlPickerWindow *self, const char *subject);
void tl_picker_window_set_empty_words (TlPickerWindow *self, const char *words);
void tl_picker_window_offer_new (TlPickerWindow *self, TlKind kind);
void tl_picker_window_present (TlPickerWindow *self, GtkWidget *parent);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-picker.h"

G_BEGIN_DECLS

#define TL_TYPE_PICKER_WINDOW (tl_picker_window_get_type ())
G_DECLARE_FINAL_TYPE (TlPickerWindow, tl_picker_window, TL, PICKER_WINDOW, AdwWindow)

/* The window behind tl-picker.h. It closes itself when an item is picked. */
TlPickerWindow *tl_picker_window_new (TlSession *session,
                                      const char *title,
                                      TlPickedFunc picked,
                                      gpointer user_data,
                                      GDestroyNotify destroy);
void tl_picker_window_add (TlPickerWindow *self, TlItem *item, const char *reason);
void tl_picker_window_set_subject (TlPickerWindow *self, const char *subject);
void tl_picker_window_set_empty_words (TlPickerWindow *self, const char *words);
void tl_picker_window_offer_new (TlPickerWindow *self, TlKind kind);
void tl_picker_window_present (TlPickerWindow *self, GtkWidget *parent);

G_END_DECLS

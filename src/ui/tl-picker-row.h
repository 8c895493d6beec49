/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-picker-entry.h"

G_BEGIN_DECLS

#define TL_TYPE_PICKER_ROW (tl_picker_row_get_type ())
G_DECLARE_FINAL_TYPE (TlPickerRow, tl_picker_row, TL, PICKER_ROW, GtkWidget)

/* What can be picked: its goal's badge, title, where it belongs, why it is offered or refused, and
 * at the end whether it is on, and the keys that do the same. */
GtkWidget *tl_picker_row_new (void);
void tl_picker_row_set_entry (TlPickerRow *self, TlPickerEntry *entry);

G_END_DECLS

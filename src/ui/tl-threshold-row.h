/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_THRESHOLD_ROW (tl_threshold_row_get_type ())
G_DECLARE_FINAL_TYPE (TlThresholdRow, tl_threshold_row, TL, THRESHOLD_ROW, GtkWidget)

/* One number among the settings, what it is by default, and a button that goes back to that. */
GtkWidget *tl_threshold_row_new (TlSession *session, TlField field);
void tl_threshold_row_update (TlThresholdRow *self);

G_END_DECLS

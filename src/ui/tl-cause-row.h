/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_CAUSE_ROW (tl_cause_row_get_type ())
G_DECLARE_FINAL_TYPE (TlCauseRow, tl_cause_row, TL, CAUSE_ROW, GtkWidget)

/* A cause at its objective: what sort it is, what proves it, and what is done about it. */
GtkWidget *tl_cause_row_new (void);
void tl_cause_row_show (TlCauseRow *self, TlSession *session, TlItem *cause);

G_END_DECLS

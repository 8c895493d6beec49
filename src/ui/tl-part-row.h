/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-part.h"

G_BEGIN_DECLS

#define TL_TYPE_PART_ROW (tl_part_row_get_type ())
G_DECLARE_FINAL_TYPE (TlPartRow, tl_part_row, TL, PART_ROW, GtkWidget)

/* A row of a tree of TlPart. */
GtkWidget *tl_part_row_new (void);
void tl_part_row_bind (TlPartRow *self, GtkTreeListRow *row);
void tl_part_row_unbind (TlPartRow *self);
GtkTreeListRow *tl_part_row_get_row (TlPartRow *self);
TlPart *tl_part_row_get_part (TlPartRow *self);
guint tl_part_row_get_focus (TlPartRow *self);
void tl_part_row_set_focus (TlPartRow *self, guint button);

G_END_DECLS

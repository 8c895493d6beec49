/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-part.h"

G_BEGIN_DECLS

/* Where in a tree of parts the keyboard is, so that it is still there when the rows have changed.
 */
typedef struct
{
  TlPart *part;   /* owned; NULL: nowhere */
  guint position; /* of its row */
  guint button;   /* in the row, as tl_part_row_get_focus() tells it */
} TlPartSpot;

void tl_part_spot_take (TlPartSpot *self, GtkListView *list);
void tl_part_spot_return (TlPartSpot *self, GtkListView *list);

G_END_DECLS

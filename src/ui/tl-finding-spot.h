/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-finding-row.h"

G_BEGIN_DECLS

/* Where in the list of findings the keyboard is, or has been, so that it can go on from there when
 * what it was on has gone. */
typedef struct
{
  char *key; /* owned; NULL: nowhere */
  guint position;
} TlFindingSpot;

void tl_finding_spot_clear (TlFindingSpot *self);
gboolean tl_finding_spot_take (TlFindingSpot *self, GtkListView *list);
void tl_finding_spot_set (TlFindingSpot *self, GtkTreeListRow *row);
void tl_finding_spot_return (const TlFindingSpot *self, GtkListView *list);
TlFindingRow *tl_finding_spot_find_row (GtkListView *list, const char *key);

G_END_DECLS

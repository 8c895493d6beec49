/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-silo-pair.h"

G_BEGIN_DECLS

#define TL_TYPE_SILO_ROW (tl_silo_row_get_type ())
G_DECLARE_FINAL_TYPE (TlSiloRow, tl_silo_row, TL, SILO_ROW, GtkWidget)

/* Two projects in a list of such pairs: how alike they are, and whose they are. A click opens them.
 */
GtkWidget *tl_silo_row_new (void);
void tl_silo_row_bind (TlSiloRow *self, TlSiloPair *pair);
void tl_silo_row_unbind (TlSiloRow *self);

G_END_DECLS

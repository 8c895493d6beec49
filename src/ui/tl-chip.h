/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-item.h"

G_BEGIN_DECLS

#define TL_TYPE_CHIP (tl_chip_get_type ())
G_DECLARE_FINAL_TYPE (TlChip, tl_chip, TL, CHIP, GtkWidget)

/* The title of an item, and a button that takes it off. Signals: "opened", "removed". */
GtkWidget *tl_chip_new (TlItem *item);
TlItem *tl_chip_get_item (TlChip *self);

G_END_DECLS

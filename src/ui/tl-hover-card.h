/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-essentials.h"
#include "tl-geometry.h"

G_BEGIN_DECLS

#define TL_TYPE_HOVER_CARD (tl_hover_card_get_type ())
G_DECLARE_FINAL_TYPE (TlHoverCard, tl_hover_card, TL, HOVER_CARD, GtkWidget)

/* The essentials of an item, beside where it is shown. The pointer goes through it. */
GtkWidget *tl_hover_card_new (void);
void tl_hover_card_set_essentials (TlHoverCard *self, const TlEssentials *essentials);
TlRect tl_hover_card_find_place (TlRect subject, TlRect room, double width, double height);

G_END_DECLS

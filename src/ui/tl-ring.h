/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_RING (tl_ring_get_type ())
G_DECLARE_FINAL_TYPE (TlRing, tl_ring, TL, RING, GtkWidget)

/* A share as a part of a circle, with its number in the middle. */
GtkWidget *tl_ring_new (void);
void tl_ring_set_share (TlRing *self, double share, const char *text);

G_END_DECLS

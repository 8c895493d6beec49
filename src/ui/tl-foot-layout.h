/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_FOOT_LAYOUT (tl_foot_layout_get_type ())
G_DECLARE_FINAL_TYPE (TlFootLayout, tl_foot_layout, TL, FOOT_LAYOUT, GtkLayoutManager)

/* The first child, a text, with the others, buttons, beside it at the end; where that leaves the
 * text no room to be read, they stand below it. */

G_END_DECLS

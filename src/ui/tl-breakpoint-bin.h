/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_BREAKPOINT_BIN (tl_breakpoint_bin_get_type ())
G_DECLARE_FINAL_TYPE (TlBreakpointBin, tl_breakpoint_bin, TL, BREAKPOINT_BIN, GtkWidget)

/* One child, and two properties that tell how wide the bin is: "narrow" (no room for panels beside
 * the middle) and "compact" (no room for more than a few buttons in a row). Templates bind them. */
GtkWidget *tl_breakpoint_bin_new (void);
void tl_breakpoint_bin_set_child (TlBreakpointBin *self, GtkWidget *child);
void tl_breakpoint_bin_expect_width (TlBreakpointBin *self, int width);
gboolean tl_breakpoint_bin_is_narrow (TlBreakpointBin *self);
gboolean tl_breakpoint_bin_is_compact (TlBreakpointBin *self);

G_END_DECLS

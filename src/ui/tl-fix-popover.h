/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_FIX_POPOVER (tl_fix_popover_get_type ())
G_DECLARE_FINAL_TYPE (TlFixPopover, tl_fix_popover, TL, FIX_POPOVER, GtkPopover)

/* Asks for a field where a finding misses it, and for what belongs to it: with the strength of a
 * link the sentence on how it helps, with the measure of a goal its target and day. */
GtkWidget *tl_fix_popover_new (TlSession *session, TlItem *item, TlField field);
gboolean tl_fix_popover_can_ask (TlField field);

G_END_DECLS

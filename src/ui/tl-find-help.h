/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_FIND_HELP (tl_find_help_get_type ())
G_DECLARE_FINAL_TYPE (TlFindHelp, tl_find_help, TL, FIND_HELP, GtkPopover)

/* What can be searched for, by examples. Signal "chosen" (const char *example): one of them was
 * clicked. */

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The documents that were open last, as the desktop remembers them. */
void tl_recent_add (GFile *file);
void tl_recent_bind_menu (GMenu *menu);

G_END_DECLS

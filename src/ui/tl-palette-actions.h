/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-palette-action.h"

G_BEGIN_DECLS

/* All that can be done in a window by an action, from what its menus, its buttons and the window of
 * shortcuts say. */
GPtrArray *tl_palette_actions_new (GtkWidget *window, GtkWidget *focus);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_OUTLINE (tl_outline_get_type ())
G_DECLARE_FINAL_TYPE (TlOutline, tl_outline, TL, OUTLINE, GtkWidget)

/* The whole document as a tree: themes, goals by priority, their objectives with gap and causes,
 * the projects linked to those, what is linked to nothing, and all other items by kind. In step
 * with the selection, and to be edited with the keyboard. Actions: "outline.…". */
GtkWidget *tl_outline_new (void);
void tl_outline_set_session (TlOutline *self, TlSession *session);

G_END_DECLS

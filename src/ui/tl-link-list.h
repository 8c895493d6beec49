/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_LINK_LIST (tl_link_list_get_type ())
G_DECLARE_FINAL_TYPE (TlLinkList, tl_link_list, TL, LINK_LIST, GtkWidget)

/* The links of a project, an objective or a goal, and the way to another one. */
void tl_link_list_bind (TlLinkList *self, TlSession *session, TlItem *item);
void tl_link_list_refresh (TlLinkList *self);

G_END_DECLS

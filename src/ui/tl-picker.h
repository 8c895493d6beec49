/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

typedef void (*TlPickedFunc) (TlItem *item, gpointer user_data);

/* A small window with a search entry and the items that match, for a keyboard first. */
void tl_picker_choose (GtkWidget *parent,
                       TlSession *session,
                       const char *title,
                       GPtrArray *items,
                       TlPickedFunc picked,
                       gpointer user_data,
                       GDestroyNotify destroy);

/* The same for what a reference field may hold; people, units and themes can be added on the way.
 */
void tl_picker_choose_for_field (GtkWidget *parent,
                                 TlSession *session,
                                 TlItem *item,
                                 TlField field,
                                 TlPickedFunc picked,
                                 gpointer user_data,
                                 GDestroyNotify destroy);

/* What win.link does: asks which objective (or goal) the project is to serve, and links it. For an
 * objective, asks which project. */
void tl_picker_link (GtkWidget *parent, TlSession *session, TlItem *item);

/* The same for one end of a link that there is. */
void tl_picker_move_link (GtkWidget *parent, TlSession *session, TlItem *link, TlField end);

G_END_DECLS

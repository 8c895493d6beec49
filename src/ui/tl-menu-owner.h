/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_MENU_OWNER (tl_menu_owner_get_type ())
G_DECLARE_INTERFACE (TlMenuOwner, tl_menu_owner, TL, MENU_OWNER, GtkWidget)

/* A widget with a menu that opens over it, not under a button: what can be done there as things
 * stand can then be found by name, too. */
struct _TlMenuOwnerInterface
{
  GTypeInterface parent_interface;

  GMenuModel *(*create_menu) (TlMenuOwner *self);
};

GMenuModel *tl_menu_owner_create_menu (TlMenuOwner *self);
GMenuModel *tl_menu_owner_wrap (const char *label, GMenuModel *menu);

G_END_DECLS

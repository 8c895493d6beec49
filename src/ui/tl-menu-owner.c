/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-menu-owner.h"

G_DEFINE_INTERFACE (TlMenuOwner, tl_menu_owner, GTK_TYPE_WIDGET)

static void
tl_menu_owner_default_init (TlMenuOwnerInterface *iface)
{
}

/**
 * tl_menu_owner_create_menu:
 * @self: a widget
 *
 * Brings the actions of the menu up to date as well, as if it were opened.
 *
 * Returns: (transfer full) (nullable): the menu, in a submenu with the name of what it is about;
 *   %NULL when none would open
 */
GMenuModel *
tl_menu_owner_create_menu (TlMenuOwner *self)
{
  g_return_val_if_fail (TL_IS_MENU_OWNER (self), NULL);

  return TL_MENU_OWNER_GET_IFACE (self)->create_menu (self);
}

/**
 * tl_menu_owner_wrap:
 * @label: what the menu is about, translated
 * @menu: (transfer none): a menu without a name
 *
 * Returns: (transfer full): what tl_menu_owner_create_menu() is to return
 */
GMenuModel *
tl_menu_owner_wrap (const char *label, GMenuModel *menu)
{
  GMenu *named = g_menu_new ();

  g_menu_append_submenu (named, label, menu);
  return G_MENU_MODEL (named);
}

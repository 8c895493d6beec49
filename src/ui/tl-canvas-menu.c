/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "tl-commands.h"

#define MENUS "/io/github/throughline/Throughline/ui/tl-canvas-menus.ui"

/* Actions on what is selected: "item." */

static TlItem *
get_primary (TlCanvas *self)
{
  return self->session != NULL ? tl_selection_get_primary (tl_session_get_selection (self->session))
                               : NULL;
}

static void
rename_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlCanvas *self = user_data;
  TlItem *item = get_primary (self);

  if (item != NULL)
    tl_canvas_begin_rename (self, item);
}

static void
essentials_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tl_canvas_show_essentials (user_data);
}

static void
link_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (user_data), "win.link", NULL);
}

static void
delete_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (user_data), "win.delete", NULL);
}

static void
strength_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlCanvas *self = user_data;
  TlItem *item = get_primary (self);
  int strength = tl_field_find_choice (TL_LINK_STRENGTH, g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;

  if (item != NULL && tl_item_get_kind (item) == TL_KIND_LINK
      && !tl_command_set_strength (self->session, item, strength, &error))
    tl_session_say (self->session, error->message, FALSE);
  tl_canvas_update_actions (self);
}

static const GActionEntry item_entries[] = {
  { "essentials", essentials_activated },
  { "rename", rename_activated },
  { "link", link_activated },
  { "delete", delete_activated },
  { "strength", strength_activated, "s", "'medium'" },
};

/* Actions on the canvas: "canvas." */

static void
zoom_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (g_str_equal (name, "canvas.zoom-in"))
    tl_canvas_zoom_in (self);
  else if (g_str_equal (name, "canvas.zoom-out"))
    tl_canvas_zoom_out (self);
  else if (g_str_equal (name, "canvas.zoom-normal"))
    tl_canvas_set_zoom (self, 1);
  else
    tl_canvas_zoom_to_fit (self);
}

static void
enable (TlCanvas *self, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->item_actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static void
show_strength (TlCanvas *self, TlItem *link)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->item_actions), "strength");
  int strength = tl_item_get_choice (link, TL_LINK_STRENGTH);
  const char *name
      = strength != TL_CHOICE_NONE ? tl_field_get_choice_name (TL_LINK_STRENGTH, strength) : "";

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (name));
}

static void
menu_closed_cb (TlCanvas *self)
{
  TlItem *item = get_primary (self);

  /* The entry of a rename that the menu began keeps the keyboard. */
  if (self->rename_entry == NULL && item != NULL)
    tl_canvas_focus_item (self, item);
  else if (item == NULL && tl_canvas_is_on_lane (self))
    tl_canvas_focus_id (self, self->focused);
}

static const char *
get_menu_name (TlItem *item)
{
  if (item == NULL)
    return "canvas_menu";
  return tl_item_get_kind (item) == TL_KIND_LINK ? "link_menu" : "card_menu";
}

static const char *
get_menu_label (TlItem *item)
{
  if (item == NULL)
    return C_ ("menu", "Map");
  return tl_kind_get_label (tl_item_get_kind (item));
}

static GMenuModel *
create_menu (TlMenuOwner *owner)
{
  TlItem *item = get_primary (TL_CANVAS (owner));
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (MENUS);
  GObject *model = gtk_builder_get_object (builder, get_menu_name (item));

  return tl_menu_owner_wrap (get_menu_label (item), G_MENU_MODEL (model));
}

/**
 * tl_canvas_init_menu_owner:
 * @iface: of the canvas
 */
void
tl_canvas_init_menu_owner (TlMenuOwnerInterface *iface)
{
  iface->create_menu = create_menu;
}

/**
 * tl_canvas_class_add_actions:
 * @widget_class: of the canvas
 *
 * Installs the actions that are the canvas's own.
 */
void
tl_canvas_class_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.zoom-in", NULL, zoom_activated);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-out", NULL, zoom_activated);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-normal", NULL, zoom_activated);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-fit", NULL, zoom_activated);
  gtk_widget_class_install_property_action (widget_class, "canvas.fold-tray", "tray-folded");
  gtk_widget_class_install_property_action (widget_class, "canvas.tray-groups", "tray-groups");
}

/**
 * tl_canvas_init_actions:
 * @self: a new canvas
 *
 * Adds the actions on what is selected.
 */
void
tl_canvas_init_actions (TlCanvas *self)
{
  self->item_actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->item_actions), item_entries,
                                   G_N_ELEMENTS (item_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "item", G_ACTION_GROUP (self->item_actions));
  tl_canvas_update_actions (self);
}

/**
 * tl_canvas_update_actions:
 * @self: a canvas
 *
 * Enables what can be done with what is selected.
 */
void
tl_canvas_update_actions (TlCanvas *self)
{
  TlItem *item = get_primary (self);
  gboolean is_editable = item != NULL && tl_session_is_editable (self->session);
  gboolean is_link = item != NULL && tl_item_get_kind (item) == TL_KIND_LINK;

  enable (self, "essentials", item != NULL);
  enable (self, "rename", is_editable && !is_link);
  enable (self, "link", is_editable && !is_link);
  enable (self, "delete", is_editable);
  enable (self, "strength", is_editable && is_link);
  tl_canvas_update_arrange_actions (self);
  tl_canvas_update_edits (self);
  tl_canvas_update_moves (self);
  if (is_link)
    show_strength (self, item);
}

/**
 * tl_canvas_popup_menu:
 * @self: a canvas
 * @at: what it points to, in pixels
 *
 * Opens the menu for what is selected, or for the map when nothing is.
 */
void
tl_canvas_popup_menu (TlCanvas *self, TlPoint at)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (MENUS);
  GObject *model = gtk_builder_get_object (builder, get_menu_name (get_primary (self)));

  tl_canvas_stop_hover (self);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (model));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) at.x, (int) at.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

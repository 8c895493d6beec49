/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n-lib.h>

#include "tl-commands.h"
#include "tl-matrix-grid-private.h"

#define MENUS "/io/github/throughline/Throughline/ui/tl-matrix-menus.ui"

static TlMatrixSpot
hit (TlMatrixGrid *self, double x, double y)
{
  TlMatrixSpot nowhere = { TL_MATRIX_NOWHERE, TL_MATRIX_NONE, TL_MATRIX_NONE };

  return tl_matrix_grid_ensure (self) ? tl_matrix_hit (self->matrix, &self->frame,
                                                       tl_point (x / self->scale, y / self->scale))
                                      : nowhere;
}

static void
put_cursor (TlMatrixGrid *self, const TlMatrixSpot *spot)
{
  int row = spot->row;
  int column = spot->column;

  if (spot->part == TL_MATRIX_ROW)
    column = TL_MATRIX_TITLES;
  else if (spot->part == TL_MATRIX_COLUMN)
    row = TL_MATRIX_TITLES;
  else if (spot->part != TL_MATRIX_CELL)
    row = TL_MATRIX_GOALS;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  tl_matrix_grid_set_cursor (self, row, column);
}

static int
get_group (TlMatrixGrid *self, const TlMatrixSpot *spot)
{
  return tl_matrix_get_column (self->matrix, spot->column)->group;
}

static void
released_cb (TlMatrixGrid *self, int n_press, double x, double y, GtkGesture *gesture)
{
  TlMatrixSpot spot = hit (self, x, y);
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (spot.part == TL_MATRIX_NOWHERE)
    {
      if (self->session != NULL)
        tl_selection_clear (tl_session_get_selection (self->session));
      return;
    }
  put_cursor (self, &spot);
  if (spot.part == TL_MATRIX_CELL)
    tl_matrix_grid_edit (self, TL_MATRIX_EDIT_CYCLE);
  else if (spot.part == TL_MATRIX_FOLD)
    {
      int group = get_group (self, &spot);

      tl_matrix_grid_set_folded (self, group,
                                 !tl_matrix_get_group (self->matrix, group)->is_folded);
    }
  else
    tl_matrix_grid_select (self, &spot, (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0);
}

static void
popup_at (TlMatrixGrid *self, double x, double y)
{
  TlMatrixSpot spot = hit (self, x, y);

  if (spot.part == TL_MATRIX_NOWHERE)
    return;
  put_cursor (self, &spot);
  tl_matrix_grid_popup_menu (self);
}

static void
secondary_cb (TlMatrixGrid *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup_at (self, x, y);
}

static void
long_press_cb (TlMatrixGrid *self, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup_at (self, x, y);
}

static void
hover (TlMatrixGrid *self, TlMatrixSpot spot)
{
  if (self->hovered.part == spot.part && self->hovered.row == spot.row
      && self->hovered.column == spot.column)
    return;
  self->hovered = spot;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (TlMatrixGrid *self, double x, double y)
{
  hover (self, hit (self, x, y));
}

static void
leave_cb (TlMatrixGrid *self)
{
  hover (self, (TlMatrixSpot) { TL_MATRIX_NOWHERE, TL_MATRIX_NONE, TL_MATRIX_NONE });
}

/* Actions on what is at the cursor: "place." */

static void
strength_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  int strength = tl_field_find_choice (TL_LINK_STRENGTH, g_variant_get_string (parameter, NULL));

  if (tl_matrix_grid_ensure (user_data) && strength != TL_CHOICE_NONE)
    tl_matrix_grid_edit (user_data, strength);
}

static void
unlink_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (tl_matrix_grid_ensure (user_data))
    tl_matrix_grid_edit (user_data, TL_MATRIX_EDIT_UNLINK);
}

static void
open_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlMatrixGrid *self = user_data;
  TlMatrixSpot spot;

  if (!tl_matrix_grid_ensure (self))
    return;
  spot = tl_matrix_grid_get_cursor (self);
  tl_matrix_grid_select (self, &spot, FALSE);
}

static void
fold_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlMatrixGrid *self = user_data;
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (action));

  if (tl_matrix_grid_ensure (self) && self->column >= 0)
    tl_matrix_grid_set_folded (self, tl_matrix_get_column (self->matrix, self->column)->group,
                               !g_variant_get_boolean (state));
}

/* What the window does with the selection, for the title at the cursor. */
static void
window_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  open_activated (action, parameter, user_data);
  gtk_widget_activate_action (user_data, g_str_equal (name, "link") ? "win.link" : "win.delete",
                              NULL);
}

static const GActionEntry entries[] = {
  { "strength", strength_activated, "s", "''" },
  { "unlink", unlink_activated },
  { "open", open_activated },
  { "fold", fold_activated, NULL, "false" },
  { "link", window_activated },
  { "delete", window_activated },
};

static void
set_state (TlMatrixGrid *self, const char *name, GVariant *state, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  if (state != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static void
update_actions (TlMatrixGrid *self, const TlMatrixSpot *spot)
{
  gboolean is_editable = tl_session_is_editable (self->session);
  const TlMatrixCell *cell = spot->part == TL_MATRIX_CELL
                                 ? tl_matrix_get_cell (self->matrix, spot->row, spot->column)
                                 : NULL;
  int strength = cell != NULL ? cell->strength : TL_CHOICE_NONE;
  const char *name
      = strength != TL_CHOICE_NONE ? tl_field_get_choice_name (TL_LINK_STRENGTH, strength) : "";
  gboolean is_folded
      = self->column >= 0 && tl_matrix_get_group (self->matrix, get_group (self, spot))->is_folded;

  set_state (self, "strength", g_variant_new_string (name), is_editable);
  set_state (self, "unlink", NULL, is_editable && cell != NULL);
  set_state (self, "open", NULL, cell != NULL);
  set_state (self, "fold", g_variant_new_boolean (is_folded), self->column >= 0);
  set_state (self, "link", NULL, is_editable);
  set_state (self, "delete", NULL, is_editable);
}

static const char *
get_menu_name (TlMatrixPart part)
{
  if (part == TL_MATRIX_CELL)
    return "place_menu";
  return part == TL_MATRIX_ROW ? "row_menu" : "column_menu";
}

static const char *
get_menu_label (TlMatrixPart part)
{
  if (part == TL_MATRIX_CELL)
    return tl_kind_get_label (TL_KIND_LINK);
  return tl_kind_get_label (part == TL_MATRIX_ROW ? TL_KIND_PROJECT : TL_KIND_OBJECTIVE);
}

static GMenuModel *
create_menu (TlMenuOwner *owner)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (owner);
  g_autoptr (GtkBuilder) builder = NULL;
  TlMatrixSpot spot;

  if (!tl_matrix_grid_ensure (self))
    return NULL;
  spot = tl_matrix_grid_get_cursor (self);
  builder = gtk_builder_new_from_resource (MENUS);
  update_actions (self, &spot);
  return tl_menu_owner_wrap (get_menu_label (spot.part),
                             G_MENU_MODEL (
                                 gtk_builder_get_object (builder, get_menu_name (spot.part))));
}

static void
menu_closed_cb (TlMatrixGrid *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * tl_matrix_grid_init_menu_owner:
 * @iface: of the grid
 */
void
tl_matrix_grid_init_menu_owner (TlMenuOwnerInterface *iface)
{
  iface->create_menu = create_menu;
}

/**
 * tl_matrix_grid_init_pointer:
 * @self: a new grid
 */
void
tl_matrix_grid_init_pointer (TlMatrixGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_press_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * tl_matrix_grid_init_actions:
 * @self: a new grid
 *
 * Adds the actions on what is at the cursor.
 */
void
tl_matrix_grid_init_actions (TlMatrixGrid *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "place", G_ACTION_GROUP (self->actions));
}

/**
 * tl_matrix_grid_popup_menu:
 * @self: a grid with a matrix
 *
 * Opens the menu of what is at the cursor.
 */
void
tl_matrix_grid_popup_menu (TlMatrixGrid *self)
{
  TlMatrixSpot spot = tl_matrix_grid_get_cursor (self);
  TlRect rect = tl_matrix_get_rect (self->matrix, &self->frame, &spot);
  TlPoint at = tl_rect_get_center (rect);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (MENUS);
  GMenuModel *model = G_MENU_MODEL (gtk_builder_get_object (builder, get_menu_name (spot.part)));

  update_actions (self, &spot);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  at.x = CLAMP (at.x, 0, self->frame.width) * self->scale;
  at.y = CLAMP (at.y, 0, self->frame.height) * self->scale;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) at.x, (int) at.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static char *
dup_tooltip (TlMatrixGrid *self, const TlMatrixSpot *spot)
{
  switch (spot->part)
    {
    case TL_MATRIX_CELL:
      return tl_matrix_name_cell (self->matrix, spot->row, spot->column);
    case TL_MATRIX_ROW:
      return tl_matrix_name_row (self->matrix, spot->row);
    case TL_MATRIX_COLUMN:
      return tl_matrix_name_column (self->matrix, spot->column);
    case TL_MATRIX_GROUP:
    case TL_MATRIX_FOLD:
      return tl_matrix_name_group (self->matrix, get_group (self, spot));
    case TL_MATRIX_NOWHERE:
    default:
      return NULL;
    }
}

/**
 * tl_matrix_grid_query_tooltip:
 * @widget: a grid
 * @x: of the pointer
 * @y: of the pointer
 * @keyboard: whether the keyboard asks; then the cursor is meant
 * @tooltip: where to write
 *
 * Tells the whole titles of what is there, and the totals.
 *
 * Returns: whether there is anything
 */
gboolean
tl_matrix_grid_query_tooltip (GtkWidget *widget,
                              int x,
                              int y,
                              gboolean keyboard,
                              GtkTooltip *tooltip)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);
  TlMatrixSpot spot = hit (self, x, y);
  g_autofree char *text = NULL;
  TlRect rect;

  if (keyboard && self->matrix != NULL && !self->is_stale)
    spot = tl_matrix_grid_get_cursor (self);
  if (spot.part == TL_MATRIX_NOWHERE)
    return FALSE;
  text = dup_tooltip (self, &spot);
  rect = tl_matrix_grid_get_pixels (self, tl_matrix_get_rect (self->matrix, &self->frame, &spot));
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) rect.x, (int) rect.y, (int) rect.width,
                                                       (int) rect.height });
  return TRUE;
}

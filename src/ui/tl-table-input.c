/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n-lib.h>

#include "tl-table-private.h"

/* Keys, the pointer and touch, for the table as a whole: cells have no controllers. */

#define FAR G_MAXINT /* steps to the edge */

/* What a key does with the cursor. */
typedef struct
{
  guint key;
  guint keypad;
  int rows;
  int columns;
  int far_rows; /* with Control */
  int far_columns;
} Step;

static const Step steps[] = {
  { GDK_KEY_Up, GDK_KEY_KP_Up, -1, 0, -FAR, 0 },
  { GDK_KEY_Down, GDK_KEY_KP_Down, 1, 0, FAR, 0 },
  { GDK_KEY_Left, GDK_KEY_KP_Left, 0, -1, 0, -FAR },
  { GDK_KEY_Right, GDK_KEY_KP_Right, 0, 1, 0, FAR },
  { GDK_KEY_Home, GDK_KEY_KP_Home, 0, -FAR, -FAR, -FAR },
  { GDK_KEY_End, GDK_KEY_KP_End, 0, FAR, FAR, FAR },
};

/* What a key does by an action. */
typedef struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} Key;

static const Key keys[] = {
  { GDK_KEY_F2, 0, "table.edit" },
  { GDK_KEY_Return, 0, "table.edit" },
  { GDK_KEY_KP_Enter, 0, "table.edit" },
  { GDK_KEY_Return, GDK_CONTROL_MASK, "table.add-row" },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "table.add-row" },
  { GDK_KEY_Delete, 0, "table.clear" },
  { GDK_KEY_KP_Delete, 0, "table.clear" },
  { GDK_KEY_BackSpace, 0, "table.clear" },
  { GDK_KEY_Delete, GDK_CONTROL_MASK, "table.delete-rows" },
  { GDK_KEY_KP_Delete, GDK_CONTROL_MASK, "table.delete-rows" },
  { GDK_KEY_a, GDK_CONTROL_MASK, "table.select-all" },
  { GDK_KEY_d, GDK_CONTROL_MASK, "table.fill-down" },
  { GDK_KEY_c, GDK_CONTROL_MASK, "table.copy" },
  { GDK_KEY_Insert, GDK_CONTROL_MASK, "table.copy" },
  { GDK_KEY_x, GDK_CONTROL_MASK, "table.cut" },
  { GDK_KEY_Delete, GDK_SHIFT_MASK, "table.cut" },
  { GDK_KEY_v, GDK_CONTROL_MASK, "table.paste" },
  { GDK_KEY_Insert, GDK_SHIFT_MASK, "table.paste" },
  { GDK_KEY_space, GDK_SHIFT_MASK, "table.select-row" },
  { GDK_KEY_space, GDK_CONTROL_MASK, "table.toggle-row" },
  { GDK_KEY_Menu, 0, "table.menu" },
  { GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu" },
};

static gboolean
is_on_cell (TlTableView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return TL_IS_TABLE_CELL (focus) && self->editor == NULL && self->session != NULL;
}

/* A page less a row, so that one sees where one came from. */
static int
count_page_rows (TlTableView *self)
{
  TlTableCell *cell = tl_table_find_cell (self, self->cursor_item, self->cursor_column);
  int height = cell != NULL ? gtk_widget_get_height (
                   gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (cell))))
                            : 0;
  double page = gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (self->scroller));

  return height > 0 ? MAX ((int) page / height - 2, 1) : 10;
}

static gboolean
handle_step (TlTableView *self, guint key, GdkModifierType state)
{
  gboolean is_far = (state & GDK_CONTROL_MASK) != 0;
  gboolean extends = (state & GDK_SHIFT_MASK) != 0;
  int side = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if ((state & GDK_ALT_MASK) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].key == key || steps[i].keypad == key)
      {
        gboolean is_arrow = key != GDK_KEY_Home && key != GDK_KEY_End && key != GDK_KEY_KP_Home
                            && key != GDK_KEY_KP_End;
        int columns = is_far ? steps[i].far_columns : steps[i].columns;

        tl_table_step_cursor (self, is_far ? steps[i].far_rows : steps[i].rows,
                              is_arrow ? columns * side : columns, extends);
        return TRUE;
      }
  if (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up)
    tl_table_step_cursor (self, -count_page_rows (self), 0, extends);
  else if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
    tl_table_step_cursor (self, count_page_rows (self), 0, extends);
  else
    return FALSE;
  return TRUE;
}

static gboolean
handle_action (TlTableView *self, guint key, GdkModifierType state)
{
  guint lower = gdk_keyval_to_lower (key);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == lower && keys[i].modifiers == state)
      {
        gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
        return TRUE;
      }
  return FALSE;
}

/* A block becomes the cell of the cursor again; one cell leaves the key to the window. */
static gboolean
handle_escape (TlTableView *self)
{
  guint first;
  guint n_columns;

  tl_table_get_block (self, &first, &n_columns);
  if (n_columns < 2 && tl_selection_get_n_items (tl_session_get_selection (self->session)) < 2)
    return FALSE;
  tl_table_move_cursor (self, self->cursor_item, self->cursor_column, FALSE);
  return TRUE;
}

/* What is typed starts an edit, with all that an input method makes of it. */
static gboolean
handle_typing (TlTableView *self,
               GtkEventControllerKey *controller,
               guint key,
               GdkModifierType state)
{
  gunichar c = gdk_keyval_to_unicode (key);
  gboolean is_dead = key >= GDK_KEY_dead_grave && key <= GDK_KEY_dead_greek;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (!is_dead && (c == 0 || !g_unichar_isprint (c) || key == GDK_KEY_space))
    return FALSE;
  tl_table_begin_edit (self, "");
  if (self->editor != NULL)
    {
      GtkWidget *target = tl_cell_editor_get_target (self->editor);

      if (GTK_IS_ENTRY (target))
        target = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (target)));
      gtk_event_controller_key_forward (controller, target);
    }
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                TlTableView *self)
{
  GdkModifierType state = modifiers & gtk_accelerator_get_default_mod_mask ();

  if (!is_on_cell (self))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape)
    return handle_escape (self);
  return handle_step (self, key, state) || handle_action (self, key, state)
         || handle_typing (self, controller, key, state);
}

/* The pointer. */

static TlTableCell *
pick_cell (TlTableView *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->table), x, y, GTK_PICK_DEFAULT);

  if (picked == NULL)
    return NULL;
  /* The padding around a cell is its parent's. */
  if (!TL_IS_TABLE_CELL (picked))
    picked = gtk_widget_get_first_child (picked);
  return TL_IS_TABLE_CELL (picked) ? TL_TABLE_CELL (picked) : NULL;
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device
      = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
press_cell (TlTableView *self, TlTableCell *cell, GdkModifierType state)
{
  TlItem *item = tl_table_cell_get_item (cell);
  const TlTableColumn *column = tl_table_cell_get_column (cell);

  if ((state & GDK_CONTROL_MASK) != 0)
    {
      self->cursor_column = self->anchor_column = column;
      tl_table_toggle_row (self, item);
    }
  else
    {
      tl_table_move_cursor (self, item, column, (state & GDK_SHIFT_MASK) != 0);
    }
}

/* Only with the pointer: a finger that goes on moving wants to scroll. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, TlTableView *self)
{
  TlTableCell *cell = pick_cell (self, x, y);
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (cell == NULL || self->session == NULL || is_touch (GTK_GESTURE (gesture)))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (n_press == 1)
    press_cell (self, cell, state);
  else if (n_press == 2)
    tl_table_begin_edit (self, NULL);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, TlTableView *self)
{
  TlTableCell *cell = pick_cell (self, x, y);

  if (cell == NULL || self->session == NULL || !is_touch (GTK_GESTURE (gesture)))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  /* A second touch of the cell with the cursor edits it. */
  if (tl_table_cell_get_item (cell) == self->cursor_item
      && tl_table_cell_get_column (cell) == self->cursor_column)
    tl_table_begin_edit (self, NULL);
  else
    press_cell (self, cell, 0);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, TlTableView *self)
{
  TlTableCell *cell;
  double x;
  double y;

  if (self->editor != NULL || is_touch (GTK_GESTURE (gesture)))
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  cell = pick_cell (self, x, y);
  if (cell == NULL)
    return;
  cell = pick_cell (self, x + dx, y + dy);
  if (cell != NULL
      && (tl_table_cell_get_item (cell) != self->cursor_item
          || tl_table_cell_get_column (cell) != self->cursor_column))
    tl_table_move_cursor (self, tl_table_cell_get_item (cell), tl_table_cell_get_column (cell),
                          TRUE);
}

static gboolean
is_in_block (TlTableView *self, TlTableCell *cell)
{
  guint place = tl_table_find_column (self, tl_table_cell_get_column (cell));
  guint first;
  guint n_columns;

  tl_table_get_block (self, &first, &n_columns);
  return place >= first && place - first < n_columns
         && tl_selection_contains (tl_session_get_selection (self->session),
                                   tl_table_cell_get_item (cell));
}

static void
open_menu_at (TlTableView *self, double x, double y)
{
  TlTableCell *cell = pick_cell (self, x, y);
  graphene_point_t at;

  if (cell == NULL || self->session == NULL)
    return;
  if (!is_in_block (self, cell))
    press_cell (self, cell, 0);
  if (gtk_widget_compute_point (GTK_WIDGET (self->table), GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    tl_table_show_menu (self, at.x, at.y);
}

static void
secondary_cb (GtkGestureClick *gesture, int n_press, double x, double y, TlTableView *self)
{
  if (pick_cell (self, x, y) == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu_at (self, x, y);
}

static void
long_press_cb (GtkGestureLongPress *gesture, double x, double y, TlTableView *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu_at (self, x, y);
}

static void
add_gesture (TlTableView *self, GtkGesture *gesture, guint button)
{
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->table), GTK_EVENT_CONTROLLER (gesture));
}

void
tl_table_add_controllers (TlTableView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->table), key);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  add_gesture (self, click, GDK_BUTTON_PRIMARY);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  add_gesture (self, drag, GDK_BUTTON_PRIMARY);
  gtk_gesture_group (drag, click);
  g_signal_connect (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  add_gesture (self, secondary, GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_press_cb), self);
  add_gesture (self, press, GDK_BUTTON_PRIMARY);
}

/* The menu of the selected cells. */

static void
append_action (GMenu *menu, const char *label, const char *action, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static GMenuModel *
create_menu (TlTableView *self)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();
  TlShownColumn *shown
      = tl_table_get_column (self, tl_table_find_column (self, self->cursor_column));

  append_action (section, C_ ("table menu", "Edit"), "table.edit", "F2");
  append_action (section, C_ ("table menu", "Set a Value for the Selected Rows…"), "table.bulk-set",
                 NULL);
  append_action (section, C_ ("table menu", "Fill Down"), "table.fill-down", "<Control>d");
  append_action (section, C_ ("table menu", "Clear Cells"), "table.clear", "Delete");
  append_section (menu, section);
  section = g_menu_new ();
  append_action (section, C_ ("table menu", "Cut"), "table.cut", "<Control>x");
  append_action (section, C_ ("table menu", "Copy"), "table.copy", "<Control>c");
  append_action (section, C_ ("table menu", "Paste"), "table.paste", "<Control>v");
  append_section (menu, section);
  section = g_menu_new ();
  append_action (section, C_ ("table menu", "Add a Row"), "table.add-row", "<Control>Return");
  append_action (section, C_ ("table menu", "Delete Rows"), "table.delete-rows", "<Control>Delete");
  append_action (section, C_ ("table menu", "Show on the Map"), "table.reveal", NULL);
  append_section (menu, section);
  if (shown != NULL)
    g_menu_append_submenu (menu, C_ ("table menu", "Column"),
                           gtk_column_view_column_get_header_menu (shown->widget));
  return G_MENU_MODEL (menu);
}

/* The registers as well: their menu is made when it opens. */
static GMenuModel *
create_owned_menu (TlMenuOwner *owner)
{
  TlTableView *self = TL_TABLE_VIEW (owner);
  g_autoptr (GMenuModel) cells = create_menu (self);
  g_autoptr (GMenuModel) kinds = tl_table_create_kind_menu (self);
  GMenu *menu = g_menu_new ();

  g_menu_append_submenu (menu, C_ ("table menu", "Table"), cells);
  g_menu_append_submenu (menu, C_ ("table menu", "Register"), kinds);
  return G_MENU_MODEL (menu);
}

void
tl_table_init_menu_owner (TlMenuOwnerInterface *iface)
{
  iface->create_menu = create_owned_menu;
}

void
tl_table_show_menu (TlTableView *self, double x, double y)
{
  g_autoptr (GMenuModel) menu = create_menu (self);
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  gtk_popover_menu_set_menu_model (self->context_menu, menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n-lib.h>

#include "tl-fold.h"
#include "tl-outline-private.h"
#include "tl-outline-words.h"

/* After so long, a letter begins another title. */
#define TYPING_PAUSE_US 1200000

/* Keys, menus and touch. */

typedef struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} Key;

static const Key keys[] = {
  { GDK_KEY_F2, 0, "outline.rename" },
  { GDK_KEY_Insert, 0, "outline.add-sibling" },
  { GDK_KEY_KP_Insert, 0, "outline.add-sibling" },
  { GDK_KEY_Return, GDK_CONTROL_MASK, "outline.add-sibling" },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "outline.add-sibling" },
  { GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "outline.add-child" },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "outline.add-child" },
  { GDK_KEY_Delete, 0, "outline.delete" },
  { GDK_KEY_KP_Delete, 0, "outline.delete" },
  { GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "outline.unlink" },
  { GDK_KEY_Up, GDK_ALT_MASK, "outline.move-up" },
  { GDK_KEY_KP_Up, GDK_ALT_MASK, "outline.move-up" },
  { GDK_KEY_Down, GDK_ALT_MASK, "outline.move-down" },
  { GDK_KEY_KP_Down, GDK_ALT_MASK, "outline.move-down" },
  { GDK_KEY_x, GDK_CONTROL_MASK, "outline.cut" },
  { GDK_KEY_Delete, GDK_SHIFT_MASK, "outline.cut" },
  { GDK_KEY_c, GDK_CONTROL_MASK, "outline.copy" },
  { GDK_KEY_Insert, GDK_CONTROL_MASK, "outline.copy" },
  { GDK_KEY_v, GDK_CONTROL_MASK, "outline.paste" },
  { GDK_KEY_Insert, GDK_SHIFT_MASK, "outline.paste" },
  { GDK_KEY_asterisk, 0, "outline.open-all" },
  { GDK_KEY_asterisk, GDK_SHIFT_MASK, "outline.open-all" },
  { GDK_KEY_KP_Multiply, 0, "outline.open-all" },
};

static gboolean
handle_action (TlOutline *self, guint key, GdkModifierType state)
{
  guint lower = gdk_keyval_to_lower (key);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == lower && keys[i].modifiers == state)
      {
        tl_outline_update_actions (self);
        if (!gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL))
          gtk_widget_error_bell (GTK_WIDGET (self));
        return TRUE;
      }
  return FALSE;
}

/* Into and out of a branch. */

static void
go_to (TlOutline *self, GtkTreeListRow *row)
{
  tl_outline_model_select (self->model, gtk_tree_list_row_get_position (row));
  tl_outline_go_to_row (self, row, TL_OUTLINE_FOCUS);
}

static guint
count_children (TlOutline *self, GtkTreeListRow *row)
{
  g_autoptr (TlOutlineNode) node = gtk_tree_list_row_get_item (row);

  return tl_outline_node_count_children (node, self->session);
}

static void
go_in (TlOutline *self, GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) child = NULL;

  if (count_children (self, row) == 0)
    return;
  if (!gtk_tree_list_row_get_expanded (row))
    {
      gtk_tree_list_row_set_expanded (row, TRUE);
      return;
    }
  child = gtk_tree_list_row_get_child_row (row, 0);
  go_to (self, child);
}

static void
go_out (TlOutline *self, GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (row);

  if (gtk_tree_list_row_get_expanded (row) && count_children (self, row) > 0)
    gtk_tree_list_row_set_expanded (row, FALSE);
  else if (parent != NULL)
    go_to (self, parent);
}

static gboolean
handle_branch (TlOutline *self, guint key, GdkModifierType state)
{
  g_autoptr (GtkTreeListRow) row = tl_outline_dup_current_row (self);
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean is_left = key == GDK_KEY_Left || key == GDK_KEY_KP_Left;
  gboolean is_right = key == GDK_KEY_Right || key == GDK_KEY_KP_Right;

  if (row == NULL || state != 0 || (!is_left && !is_right))
    return FALSE;
  if (is_right != is_rtl)
    go_in (self, row);
  else
    go_out (self, row);
  return TRUE;
}

/* Letters look for a title. */

static gboolean
begins_with_typed (TlOutline *self, guint position)
{
  g_autoptr (TlOutlineNode) node = tl_outline_model_dup_node (self->model, position);
  g_autofree char *title = node != NULL ? tl_outline_dup_title (node) : NULL;
  g_autofree char *folded = title != NULL ? tl_fold (title) : NULL;
  g_autofree char *wanted = tl_fold (self->typed->str);

  return folded != NULL && g_str_has_prefix (folded, wanted);
}

static void
look_for_typed (TlOutline *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autoptr (GtkTreeListRow) row = tl_outline_dup_current_row (self);
  guint start = row != NULL ? gtk_tree_list_row_get_position (row) : 0;
  guint first = g_utf8_strlen (self->typed->str, -1) > 1 ? 0 : 1;

  for (guint i = first; i < n + first; i++)
    if (begins_with_typed (self, (start + i) % n))
      {
        g_autoptr (GtkTreeListRow) found
            = g_list_model_get_item (G_LIST_MODEL (self->model), (start + i) % n);

        go_to (self, found);
        return;
      }
  gtk_widget_error_bell (GTK_WIDGET (self));
}

/* The same letter again goes on to the next title that begins with it. */
static void
append_typed (TlOutline *self, gunichar letter)
{
  gint64 now = g_get_monotonic_time ();

  if (now - self->typed_at > TYPING_PAUSE_US)
    g_string_truncate (self->typed, 0);
  self->typed_at = now;
  if (g_utf8_strlen (self->typed->str, -1) == 1
      && g_unichar_tolower (g_utf8_get_char (self->typed->str)) == g_unichar_tolower (letter))
    return;
  g_string_append_unichar (self->typed, letter);
}

static gboolean
handle_typing (TlOutline *self, guint key, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  gboolean goes_on
      = self->typed->len > 0 && g_get_monotonic_time () - self->typed_at <= TYPING_PAUSE_US;

  if ((state & ~GDK_SHIFT_MASK) != 0 || letter == 0 || !g_unichar_isgraph (letter))
    if (!(goes_on && letter == ' ' && state == 0))
      return FALSE;
  if (key == GDK_KEY_plus || key == GDK_KEY_minus || key == GDK_KEY_KP_Add
      || key == GDK_KEY_KP_Subtract)
    return FALSE;
  append_typed (self, letter);
  look_for_typed (self);
  return TRUE;
}

/* Menus. */

static gboolean
is_renaming (TlOutline *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && GTK_IS_EDITABLE (focus);
}

static void
menu_closed_cb (TlOutline *self)
{
  g_autoptr (GtkTreeListRow) row = NULL;

  /* What the menu began goes on where it is. */
  if (self->waiting != NULL || is_renaming (self))
    return;
  row = tl_outline_dup_current_row (self);
  if (row != NULL)
    tl_outline_go_to_row (self, row, TL_OUTLINE_FOCUS);
}

static GdkRectangle
get_menu_spot (TlOutline *self)
{
  g_autoptr (GtkTreeListRow) row = tl_outline_dup_current_row (self);
  TlOutlineRow *widget = row != NULL ? tl_outline_find_widget (self, row) : NULL;
  graphene_rect_t bounds;

  if (widget == NULL
      || !gtk_widget_compute_bounds (GTK_WIDGET (widget), GTK_WIDGET (self), &bounds))
    return (GdkRectangle) { 0, 0, 1, 1 };
  return (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                          (int) bounds.size.height };
}

static void
popup (TlOutline *self, GMenuModel *menu)
{
  GdkRectangle spot = get_menu_spot (self);

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &spot);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
append_action (GMenu *menu, const char *label, const char *action, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
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

static void
append_additions (GMenu *menu, const TlOutlinePlace *place)
{
  TlKind kinds[2];
  guint n = tl_outline_list_child_kinds (place, kinds);

  for (guint i = 0; i < n; i++)
    {
      /* Translators: a kind of item, such as “Project”. */
      g_autofree char *label
          = g_strdup_printf (C_ ("menu", "Add %s"), tl_kind_get_label (kinds[i]));
      g_autofree char *action
          = g_strdup_printf ("outline.add::%s", tl_kind_get_spec (kinds[i])->array);

      append_action (menu, label, action, n == 1 ? "<Control><Shift>Return" : NULL);
    }
}

/*
 * tl_outline_popup_additions:
 * @self: an outline
 * @place: that of the row with the keyboard
 *
 * Asks what to add under it.
 */
void
tl_outline_popup_additions (TlOutline *self, const TlOutlinePlace *place)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_additions (menu, place);
  popup (self, G_MENU_MODEL (menu));
}

static GMenuModel *
create_menu (const TlOutlinePlace *place)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();

  append_action (section, C_ ("menu", "_Rename"), "outline.rename", "F2");
  append_action (section, C_ ("menu", "_Link…"), "win.link", "<Control>l");
  append_section (menu, section);
  section = g_menu_new ();
  append_additions (section, place);
  append_action (section, C_ ("menu", "Add Beside"), "outline.add-sibling", "<Control>Return");
  append_section (menu, section);
  section = g_menu_new ();
  append_action (section, C_ ("menu", "Cu_t"), "outline.cut", "<Control>x");
  append_action (section, C_ ("menu", "_Copy"), "outline.copy", "<Control>c");
  append_action (section, C_ ("menu", "_Paste"), "outline.paste", "<Control>v");
  append_section (menu, section);
  section = g_menu_new ();
  append_action (section, C_ ("menu", "Move _Up"), "outline.move-up", "<Alt>Up");
  append_action (section, C_ ("menu", "Move _Down"), "outline.move-down", "<Alt>Down");
  append_action (section, C_ ("menu", "_Expand All"), "outline.open-all", "asterisk");
  append_section (menu, section);
  section = g_menu_new ();
  append_action (section, C_ ("menu", "_Unlink"), "outline.unlink", "<Control><Shift>l");
  append_action (section, C_ ("menu", "_Delete"), "outline.delete", "Delete");
  append_section (menu, section);
  return G_MENU_MODEL (menu);
}

/*
 * tl_outline_popup_menu:
 * @self: an outline
 *
 * Opens the menu of what can be done to the row with the keyboard.
 */
void
tl_outline_popup_menu (TlOutline *self)
{
  g_autoptr (GtkTreeListRow) row = tl_outline_dup_current_row (self);
  g_autoptr (TlOutlineNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  g_autoptr (GMenuModel) menu = NULL;
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->model);

  if (node == NULL)
    return;
  /* Menus of the window are for what is selected. */
  if (!gtk_selection_model_is_selected (model, gtk_tree_list_row_get_position (row)))
    tl_outline_model_select (self->model, gtk_tree_list_row_get_position (row));
  tl_outline_update_actions (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.paste",
                                 tl_outline_holds_something (self));
  menu = create_menu (tl_outline_node_get_place (node));
  popup (self, menu);
}

static gboolean
key_pressed_cb (TlOutline *self, guint key, guint code, GdkModifierType modifiers)
{
  GdkModifierType state = modifiers & gtk_accelerator_get_default_mod_mask ();

  if (self->session == NULL || is_renaming (self))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && state == GDK_SHIFT_MASK))
    {
      tl_outline_popup_menu (self);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Escape)
    return tl_outline_let_go (self);
  return handle_action (self, key, state) || handle_branch (self, key, state)
         || handle_typing (self, key, state);
}

/*
 * tl_outline_pick:
 * @self: an outline
 * @x: pixels from the left of the list
 * @y: pixels from its top
 *
 * Returns: (transfer none) (nullable): the row there
 */
TlOutlineRow *
tl_outline_pick (TlOutline *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, TL_TYPE_OUTLINE_ROW) : NULL;

  /* The padding around a row is its parent's. */
  if (row == NULL && picked != NULL)
    row = gtk_widget_get_first_child (picked);
  if (!TL_IS_OUTLINE_ROW (row) || tl_outline_row_get_row (TL_OUTLINE_ROW (row)) == NULL)
    return NULL;
  return TL_OUTLINE_ROW (row);
}

/* The row is the current one from here on, whatever has the keyboard. */
static void
open_menu_at (TlOutline *self, double x, double y)
{
  TlOutlineRow *row = tl_outline_pick (self, x, y);

  if (row == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  tl_outline_set_current (self, tl_outline_row_get_row (row));
  tl_outline_popup_menu (self);
}

static void
secondary_cb (GtkGesture *gesture, int n_press, double x, double y, TlOutline *self)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu_at (self, x, y);
}

static void
long_press_cb (GtkGesture *gesture, double x, double y, TlOutline *self)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu_at (self, x, y);
}

/*
 * tl_outline_init_input:
 * @self: a new outline
 *
 * Lets it listen to keys, to the second button and to a finger that stays.
 */
void
tl_outline_init_input (TlOutline *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (secondary), GTK_PHASE_CAPTURE);
  g_signal_connect (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (secondary));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_press_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (press));
}

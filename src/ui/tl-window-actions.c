/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include <glib/gi18n.h>

#include "tl-accels.h"
#include "tl-checks-window.h"
#include "tl-commands.h"
#include "tl-compat.h"
#include "tl-picker.h"
#include "tl-stage.h"
#include "tl-window-private.h"

/* When an action can be used. */
typedef enum
{
  NEEDS_NOTHING = 0,
  NEEDS_EDITABLE = 1 << 0,
  NEEDS_MAP = 1 << 1,
  NEEDS_SELECTION = 1 << 2,
  NEEDS_SINGLE = 1 << 3, /* one item, and no more */
  NEEDS_LINKABLE = 1 << 4,
  NEEDS_UNDO = 1 << 5,
  NEEDS_REDO = 1 << 6,
  NEEDS_PLAN = 1 << 7,
  NEEDS_CARDS = 1 << 8, /* or rows, all of which can be selected */
} Needs;

typedef struct
{
  const char *name;
  void (*activate) (TlWindow *self);
  Needs needs;
} Action;

static gboolean
is_kind (TlItem *item, TlKind kind)
{
  return item != NULL && tl_item_get_kind (item) == kind;
}

/* The map names an item in place; where it does not show it, the inspector does. */
static void
name_item (TlWindow *self, TlItem *item, void (*begin) (TlCanvas *canvas, TlItem *item))
{
  tl_session_reveal (self->session, item);
  if (tl_window_shows_map (self)
      && (is_kind (item, TL_KIND_GOAL) || is_kind (item, TL_KIND_OBJECTIVE)
          || is_kind (item, TL_KIND_PROJECT)))
    {
      begin (self->canvas, item);
      return;
    }
  tl_panes_set_shown (self->panes, TL_SIDE_END, TRUE);
  tl_inspector_focus_field (self->inspector, TL_ITEM_TITLE);
}

static void
name_new (TlWindow *self, TlItem *item)
{
  if (item != NULL)
    name_item (self, item, tl_canvas_name_new);
}

static TlItem *
get_primary (TlWindow *self)
{
  return tl_selection_get_primary (tl_session_get_selection (self->session));
}

static void
add_goal (TlWindow *self)
{
  name_new (self, tl_command_add_goal (self->session, NULL));
}

static void
add_objective (TlWindow *self)
{
  TlItem *primary = get_primary (self);
  TlItem *goal = NULL;

  if (is_kind (primary, TL_KIND_GOAL))
    goal = primary;
  else if (is_kind (primary, TL_KIND_OBJECTIVE))
    goal = tl_item_get_ref (primary, TL_OBJECTIVE_GOAL);
  name_new (self, tl_command_add_objective (self->session, goal, NULL));
}

static void
add_project (TlWindow *self)
{
  TlItem *primary = get_primary (self);
  TlAlignment *alignment = tl_session_get_alignment (self->session);
  gboolean is_target = is_kind (primary, TL_KIND_OBJECTIVE)
                       && tl_alignment_is_active_objective (alignment, primary);

  name_new (self, tl_command_add_project (self->session, is_target ? primary : NULL, NULL));
}

static void
link_item (TlWindow *self)
{
  tl_picker_link (GTK_WIDGET (self), self->session, get_primary (self));
}

static void
rename_item (TlWindow *self)
{
  name_item (self, get_primary (self), tl_canvas_begin_rename);
}

static void
delete_items (TlWindow *self)
{
  TlSelection *selection = tl_session_get_selection (self->session);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tl_selection_get_n_items (selection); i++)
    g_ptr_array_add (items, g_object_ref (tl_selection_get_item (selection, i)));
  tl_command_delete (self->session, items);
}

static void
select_all (TlWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
    return;
  if (tl_window_shows_map (self))
    tl_canvas_select_all (self->canvas);
  else
    tl_table_view_select_all (self->table);
}

static void
deselect (TlWindow *self)
{
  tl_selection_clear (tl_session_get_selection (self->session));
}

static void
focus (TlWindow *self)
{
  tl_canvas_focus_selection (self->canvas);
}

static void
go_back (TlWindow *self)
{
  tl_inspector_go_back (self->inspector);
}

static void
place_back (TlWindow *self)
{
  tl_canvas_go (self->canvas, TRUE);
}

static void
place_forward (TlWindow *self)
{
  tl_canvas_go (self->canvas, FALSE);
}

static void
go_home (TlWindow *self)
{
  tl_canvas_go_home (self->canvas);
}

static void
zoom_in (TlWindow *self)
{
  tl_canvas_zoom_in (self->canvas);
}

static void
zoom_out (TlWindow *self)
{
  tl_canvas_zoom_out (self->canvas);
}

static void
zoom_normal (TlWindow *self)
{
  tl_canvas_set_zoom (self->canvas, 1);
}

static void
zoom_fit (TlWindow *self)
{
  tl_canvas_zoom_to_fit (self->canvas);
}

static void
zoom_selection (TlWindow *self)
{
  tl_canvas_zoom_to_selection (self->canvas);
}

static void
present (TlWindow *self)
{
  if (self->stage == NULL)
    {
      g_set_weak_pointer (&self->stage, tl_stage_new (self->session));
      gtk_window_set_transient_for (GTK_WINDOW (self->stage), GTK_WINDOW (self));
    }
  gtk_window_present (GTK_WINDOW (self->stage));
}

static void
show_checks (TlWindow *self)
{
  if (self->checks == NULL)
    {
      g_set_weak_pointer (&self->checks, tl_checks_window_new (self->session));
      gtk_window_set_transient_for (GTK_WINDOW (self->checks), GTK_WINDOW (self));
    }
  gtk_window_present (GTK_WINDOW (self->checks));
}

static void
open_menu (TlWindow *self)
{
  gtk_menu_button_popup (self->menu_button);
}

static const Action actions[] = {
  { "win.add-goal", add_goal, NEEDS_EDITABLE },
  { "win.add-objective", add_objective, NEEDS_EDITABLE },
  { "win.add-project", add_project, NEEDS_EDITABLE },
  { "win.link", link_item, NEEDS_EDITABLE | NEEDS_PLAN | NEEDS_LINKABLE },
  { "win.rename", rename_item, NEEDS_EDITABLE | NEEDS_PLAN | NEEDS_SINGLE },
  { "win.delete", delete_items, NEEDS_EDITABLE | NEEDS_PLAN | NEEDS_SELECTION },
  { "win.undo", tl_window_undo, NEEDS_EDITABLE | NEEDS_UNDO },
  { "win.redo", tl_window_redo, NEEDS_EDITABLE | NEEDS_REDO },
  { "win.find", tl_window_find, NEEDS_PLAN },
  { "win.find-next", tl_window_find_next, NEEDS_PLAN },
  { "win.find-previous", tl_window_find_previous, NEEDS_PLAN },
  { "win.save-view", tl_window_save_view, NEEDS_EDITABLE | NEEDS_PLAN },
  { "win.manage-views", tl_window_manage_views, NEEDS_PLAN },
  { "win.select-all", select_all, NEEDS_CARDS },
  { "win.deselect", deselect, NEEDS_PLAN | NEEDS_SELECTION },
  { "win.focus", focus, NEEDS_PLAN | NEEDS_SELECTION },
  { "win.go-back", go_back, NEEDS_PLAN },
  { "win.place-back", place_back, NEEDS_MAP },
  { "win.place-forward", place_forward, NEEDS_MAP },
  { "win.home", go_home, NEEDS_MAP },
  { "win.zoom-in", zoom_in, NEEDS_MAP },
  { "win.zoom-out", zoom_out, NEEDS_MAP },
  { "win.zoom-normal", zoom_normal, NEEDS_MAP },
  { "win.zoom-fit", zoom_fit, NEEDS_MAP },
  { "win.zoom-selection", zoom_selection, NEEDS_MAP | NEEDS_SELECTION },
  { "win.present", present, NEEDS_PLAN },
  { "win.checks", show_checks, NEEDS_PLAN },
  { "win.menu", open_menu, NEEDS_NOTHING },
  { "win.palette", tl_window_open_palette, NEEDS_NOTHING },
};

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (g_str_equal (actions[i].name, name))
        actions[i].activate (TL_WINDOW (widget));
    }
}

static TlItem *
lookup (TlWindow *self, const char *id)
{
  return tl_workspace_lookup (tl_session_get_workspace (self->session), id);
}

static void
show_in_map_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  TlItem *item = lookup (self, g_variant_get_string (parameter, NULL));

  if (item == NULL)
    return;
  tl_window_set_view (self, "map");
  tl_session_reveal (self->session, item);
}

static void
edit_field_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  const char *id;
  TlItem *item;
  int field;

  g_variant_get (parameter, "(&si)", &id, &field);
  item = lookup (self, id);
  if (item == NULL || field < 0 || field >= TL_N_FIELDS
      || !tl_kind_has_field (tl_item_get_kind (item), field))
    return;
  tl_session_reveal (self->session, item);
  tl_panes_set_shown (self->panes, TL_SIDE_END, TRUE);
  tl_inspector_focus_field (self->inspector, field);
}

static gboolean
is_linkable (TlItem *item)
{
  return is_kind (item, TL_KIND_PROJECT) || is_kind (item, TL_KIND_OBJECTIVE)
         || is_kind (item, TL_KIND_GOAL);
}

static gboolean
shows_table (TlWindow *self)
{
  return tl_window_shows_plan (self) && g_strcmp0 (tl_window_get_view (self), "table") == 0;
}

static Needs
get_what_there_is (TlWindow *self)
{
  TlHistory *history = tl_session_get_history (self->session);
  guint n_selected = tl_selection_get_n_items (tl_session_get_selection (self->session));
  Needs there_is = NEEDS_NOTHING;

  if (tl_session_is_editable (self->session) && self->loading == NULL)
    there_is |= NEEDS_EDITABLE;
  if (tl_window_shows_plan (self))
    there_is |= NEEDS_PLAN;
  if (tl_window_shows_map (self))
    there_is |= NEEDS_MAP;
  if (tl_window_shows_map (self) || shows_table (self))
    there_is |= NEEDS_CARDS;
  if (n_selected > 0)
    there_is |= NEEDS_SELECTION;
  if (n_selected == 1)
    there_is |= NEEDS_SINGLE;
  if (is_linkable (get_primary (self)))
    there_is |= NEEDS_LINKABLE;
  if (tl_history_can_undo (history))
    there_is |= NEEDS_UNDO;
  if (tl_history_can_redo (history))
    there_is |= NEEDS_REDO;
  return there_is;
}

/* Says on the buttons what would be undone and redone. */
static void
update_tooltips (TlWindow *self)
{
  TlHistory *history = tl_session_get_history (self->session);
  const char *undo_label = tl_history_get_undo_label (history);
  const char *redo_label = tl_history_get_redo_label (history);
  g_autofree char *undo_text = NULL;
  g_autofree char *redo_text = NULL;

  if (undo_label != NULL)
    /* Translators: what is undone, such as "Link project". */
    undo_text = g_strdup_printf (C_ ("tooltip", "Undo: %s (Ctrl+Z)"), undo_label);
  if (redo_label != NULL)
    /* Translators: what is done again, such as "Link project". */
    redo_text = g_strdup_printf (C_ ("tooltip", "Redo: %s (Ctrl+Shift+Z)"), redo_label);
  gtk_widget_set_tooltip_text (self->undo_button,
                               undo_text != NULL ? undo_text : C_ ("tooltip", "Undo (Ctrl+Z)"));
  gtk_widget_set_tooltip_text (self->redo_button, redo_text != NULL
                                                      ? redo_text
                                                      : C_ ("tooltip", "Redo (Ctrl+Shift+Z)"));
}

/*
 * tl_window_update_edit_actions:
 * @self: a window
 *
 * Enables what can be done as things stand: the one place where that is decided.
 */
void
tl_window_update_edit_actions (TlWindow *self)
{
  Needs there_is = get_what_there_is (self);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   (actions[i].needs & ~there_is) == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.left-panel", tl_window_shows_plan (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.right-panel", tl_window_shows_plan (self));
  update_tooltips (self);
}

/* In the order in which one would see to them. */
static const struct
{
  Needs need;
  const char *reason;
} reasons[] = {
  { NEEDS_EDITABLE, N_ ("The document is open for reading only") },
  { NEEDS_PLAN, N_ ("There is no plan yet") },
  { NEEDS_MAP, N_ ("Only on the map") },
  { NEEDS_CARDS, N_ ("Only on the map and in the table") },
  { NEEDS_SELECTION, N_ ("Nothing is selected") },
  { NEEDS_SINGLE, N_ ("Select one item") },
  { NEEDS_LINKABLE, N_ ("Select a goal, an objective or a project") },
  { NEEDS_UNDO, N_ ("Nothing to undo") },
  { NEEDS_REDO, N_ ("Nothing to redo") },
};

/*
 * tl_window_get_refusal:
 * @self: a window
 * @name: the name of an action
 *
 * Returns: (nullable): why it cannot be used now, translated, as far as the window knows
 */
const char *
tl_window_get_refusal (TlWindow *self, const char *name)
{
  Needs missing = NEEDS_NOTHING;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      missing = actions[i].needs & ~get_what_there_is (self);
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if ((missing & reasons[i].need) != 0)
      return _ (reasons[i].reason);
  return NULL;
}

/*
 * tl_window_install_edit_actions:
 * @widget_class: the class of the window
 *
 * Installs the actions that change the plan, or how it is looked at.
 */
void
tl_window_install_edit_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, activate_cb);
  tl_accels_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "win.show-in-map", "s", show_in_map_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-field", "(si)", edit_field_cb);
}

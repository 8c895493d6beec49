/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "tl-application.h"
#include "tl-commands-view.h"
#include "tl-commands.h"
#include "tl-palette-actions.h"
#include "tl-picker-window.h"
#include "tl-table-cell.h"
#include "tl-window-private.h"
#include "ui-sample.h"
#include "ui-widgets.h"

static TlApplication *application;

typedef struct
{
  TlWindow *window;
  TlSession *session;
} Fixture;

static void
wait_for_map (GtkWidget *widget)
{
  while (!gtk_widget_get_mapped (widget))
    g_main_context_iteration (NULL, TRUE);
  ui_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlSession) sample = ui_sample_open ();

  fixture->window = tl_window_new (GTK_APPLICATION (application));
  tl_window_set_document (fixture->window, tl_session_get_document (sample));
  fixture->session = tl_window_get_session (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_map (GTK_WIDGET (fixture->window->canvas));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *palette = ui_find_window (TL_TYPE_PICKER_WINDOW);

  if (palette != NULL)
    ui_window_close (palette);
  tl_window_set_view (fixture->window, "map");
  g_settings_reset (fixture->window->settings, "recent-commands");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_settle ();
}

static GtkWidget *
open_palette (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.palette", NULL);
  ui_settle ();
  return ui_find_window (TL_TYPE_PICKER_WINDOW);
}

static GtkWidget *
get_search (GtkWidget *palette)
{
  return ui_find_type (palette, GTK_TYPE_SEARCH_ENTRY);
}

/* What is listed. */
static GListModel *
get_found (GtkWidget *palette)
{
  GtkWidget *list = NULL;

  for (GtkWidget *at = get_search (palette); list == NULL; at = gtk_widget_get_parent (at))
    list = ui_find_type (at, GTK_TYPE_LIST_VIEW);
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static void
type (GtkWidget *palette, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (get_search (palette)), words);
  ui_settle ();
}

/* What Enter would run. */
static TlPickerEntry *
get_first (GtkWidget *palette)
{
  GtkSingleSelection *found = GTK_SINGLE_SELECTION (get_found (palette));

  return gtk_single_selection_get_selected_item (found);
}

static void
press_enter (GtkWidget *palette)
{
  g_signal_emit_by_name (get_search (palette), "activate");
  ui_settle ();
}

static void
run (Fixture *fixture, const char *words)
{
  GtkWidget *palette = open_palette (fixture);

  type (palette, words);
  press_enter (palette);
  g_assert_null (ui_find_window (TL_TYPE_PICKER_WINDOW));
}

/* What is found first. */

typedef struct
{
  const char *words;
  const char *spoken;
} Finding;

static const Finding findings[] = {
  { "zoom fit", "Zoom to Fit, Main Menu › View, Ctrl+9" },
  { "FIT zo", "Zoom to Fit, Main Menu › View, Ctrl+9" },
  { "table", "View: Table, Main Menu › View, Alt+2" },
  { "view map", "View: Map, on, Main Menu › View, Alt+1" },
  { "add proj", "Add Project, Add, Shift+Ctrl+P" },
  { "left panel", "Left Panel, on, Main Menu › View, F9" },
  { "colour status", "Colour By: Status, Map › View of the Map › Colour By" },
  { "open all", "Open All, Menu of the Findings" },
  { "close the win", "Close the window, Documents, Ctrl+W" },
  { "quit", "Quit, Documents, Ctrl+Q" },
  /* By the name of the action, and by what the window of shortcuts says. */
  { "export pack", "Export Leadership Summary…, Main Menu, Shift+Ctrl+E" },
  { "export leadership", "Export Leadership Summary…, Main Menu, Shift+Ctrl+E" },
  /* What cannot be done, and why. */
  { "undo", "Undo, Main Menu › Edit, Nothing to undo, Ctrl+Z" },
  { "rename", "Rename, Main Menu › Edit, Select one item, F2" },
  { "start afresh", "Start Afresh, Cannot be used now" },
  /* It does not offer itself. */
  { "command palette", NULL },
};

static void
test_found_first (Fixture *fixture, gconstpointer data)
{
  GtkWidget *palette = open_palette (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      g_autofree char *spoken = NULL;
      TlPickerEntry *first;

      type (palette, findings[i].words);
      first = get_first (palette);
      spoken = first != NULL ? tl_picker_entry_dup_spoken (first) : NULL;
      g_assert_cmpstr (spoken, ==, findings[i].spoken);
    }
}

/* The same words in several places: the better the place, the earlier. */
static void
test_order (void)
{
  static const struct
  {
    const char *group;
    const char *name;
    const char *detail;
    const char *other_names;
  } entries[] = {
    { NULL, "Map", "", "" },          { "View", "Map", "", "" },
    { NULL, "Map of Goals", "", "" }, { NULL, "Export Map", "", "" },
    { NULL, "Legend", "Map", "" },    { NULL, "Atlas", "", "paper\nmap" },
    { NULL, "Roadmap", "", "" },      { NULL, "Guide", "", "roadmap" },
    { NULL, "Table", "", "" },
  };
  const char *const words[] = { "map", NULL };
  g_autoptr (GObject) subject = g_object_new (G_TYPE_OBJECT, NULL);
  guint before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (TlPickerEntry) entry
          = tl_picker_entry_new_plain (subject, entries[i].group, entries[i].name,
                                       entries[i].detail, entries[i].other_names);
      gboolean is_found = tl_picker_entry_search (entry, words);

      g_assert_cmpint (is_found, ==, i < G_N_ELEMENTS (entries) - 1);
      g_assert_cmpuint (tl_picker_entry_get_score (entry), >=, before);
      before = tl_picker_entry_get_score (entry);
    }
}

/* What can be used comes before what cannot, and commands before items. */
static void
test_order_of_equals (void)
{
  const char *const words[] = { "undo", NULL };
  g_autoptr (TlSession) session = ui_sample_open ();
  TlItem *item = ui_sample_get (session, "P17");
  g_autoptr (GObject) subject = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (TlPickerEntry) usable = tl_picker_entry_new_plain (subject, NULL, "Undo", "", "");
  g_autoptr (TlPickerEntry) refused = tl_picker_entry_new_plain (subject, NULL, "Undo", "", "");
  g_autoptr (TlPickerEntry) place = NULL;

  tl_command_rename (session, item, "Undo", NULL);
  place = tl_picker_entry_new_to_go_to (item);
  tl_picker_entry_refuse (refused, "Nothing to undo");
  g_assert_false (tl_picker_entry_search (place, NULL));
  g_assert_true (tl_picker_entry_search (refused, NULL));
  g_assert_true (tl_picker_entry_search (usable, words));
  g_assert_true (tl_picker_entry_search (refused, words));
  g_assert_true (tl_picker_entry_search (place, words));
  g_assert_cmpuint (tl_picker_entry_get_score (usable), <, tl_picker_entry_get_score (place));
  g_assert_cmpuint (tl_picker_entry_get_score (place), <, tl_picker_entry_get_score (refused));
}

/* Every action is there. */

/* Those that are about something that only a row, a menu or a file can name. */
static const char *const not_by_name[] = {
  "win.show-in-map",  /* the item */
  "win.edit-field",   /* the item and the field */
  "win.compare",      /* the two projects */
  "win.export-brief", /* the two projects */
  "win.desk",         /* the desk, which has a tab of its own */
  "app.open-uri",     /* the file; listed in the menu of recent ones */
  "app.new-window",   /* what the desktop calls “New” */
  "win.palette",      /* it is open */
};

static gboolean
has_action (GPtrArray *actions, const char *name)
{
  for (guint i = 0; i < actions->len; i++)
    if (g_str_equal (tl_palette_action_get_name (actions->pdata[i]), name))
      return TRUE;
  return FALSE;
}

static void
expect_action (GPtrArray *actions, const char *name)
{
  gboolean is_left_out = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (not_by_name); i++)
    is_left_out |= g_str_equal (not_by_name[i], name);
  if (!is_left_out && !has_action (actions, name))
    g_error ("the palette does not find %s", name);
}

static void
test_every_action (Fixture *fixture, gconstpointer data)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (fixture->window);
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (application));
  g_autoptr (GPtrArray) actions = NULL;
  GType owner;
  const char *name;
  const GVariantType *parameter;
  const char *property;

  /* With a selection, so that what the map does with it does not stand for what the window does. */
  tl_session_reveal (fixture->session, ui_sample_get (fixture->session, "P17"));
  g_assert_nonnull (tl_command_save_view (fixture->session, "Mine", 0));
  ui_settle ();
  actions = tl_palette_actions_new (GTK_WIDGET (fixture->window), NULL);
  for (guint i = 0;
       gtk_widget_class_query_action (widget_class, i, &owner, &name, &parameter, &property); i++)
    if (owner == TL_TYPE_WINDOW)
      expect_action (actions, name);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *full = g_strconcat ("app.", names[i], NULL);

      expect_action (actions, full);
    }
}

/* No two rows say the same. */
static void
test_no_doubles (Fixture *fixture, gconstpointer data)
{
  static const char *const views[] = { "map", "table", "matrix", "practice" };

  for (guint k = 0; k < G_N_ELEMENTS (views); k++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      GtkWidget *palette;
      GListModel *found;

      tl_window_set_view (fixture->window, views[k]);
      ui_settle ();
      palette = open_palette (fixture);
      found = get_found (palette);
      g_assert_cmpuint (g_list_model_get_n_items (found), >, 40);
      for (guint i = 0; i < g_list_model_get_n_items (found); i++)
        {
          g_autoptr (TlPickerEntry) entry = g_list_model_get_item (found, i);

          if (!g_hash_table_add (seen, g_strdup (tl_picker_entry_get_title (entry))))
            g_error ("in the %s, “%s” is there twice", views[k], tl_picker_entry_get_title (entry));
        }
      ui_window_close (palette);
    }
}

/* Running. */

static void
test_runs (Fixture *fixture, gconstpointer data)
{
  run (fixture, "view table");
  g_assert_cmpstr (tl_window_get_view (fixture->window), ==, "table");
  run (fixture, "left panel");
  g_assert_false (tl_panes_get_shown (fixture->window->panes, TL_SIDE_START));
  run (fixture, "left panel");
  g_assert_true (tl_panes_get_shown (fixture->window->panes, TL_SIDE_START));
}

/* What cannot be used now stays where it is. */
static void
test_refused_does_not_run (Fixture *fixture, gconstpointer data)
{
  GtkWidget *palette = open_palette (fixture);

  type (palette, "undo");
  g_assert_true (tl_picker_entry_is_refused (get_first (palette)));
  press_enter (palette);
  g_assert_true (ui_find_window (TL_TYPE_PICKER_WINDOW) == palette);
  ui_window_close (palette);

  tl_command_rename (fixture->session, ui_sample_get (fixture->session, "P17"), "Other", NULL);
  run (fixture, "undo");
  g_assert_false (tl_history_can_undo (tl_session_get_history (fixture->session)));
}

static void
test_goes_to_item (Fixture *fixture, gconstpointer data)
{
  TlItem *project = ui_sample_get (fixture->session, "P17");
  TlItem *person
      = tl_workspace_get_item (tl_session_get_workspace (fixture->session), TL_KIND_PERSON, 0);

  run (fixture, tl_item_get_title (project));
  g_assert_true (tl_selection_get_primary (tl_session_get_selection (fixture->session)) == project);
  tl_panes_set_shown (fixture->window->panes, TL_SIDE_END, FALSE);
  run (fixture, tl_item_get_title (person));
  g_assert_true (tl_selection_get_primary (tl_session_get_selection (fixture->session)) == person);
  g_assert_true (tl_panes_get_shown (fixture->window->panes, TL_SIDE_END));
}

/* An action of the map is run on the card that had the keyboard, one of the table on the cell. */
static void
test_runs_on_former_focus (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) actions = NULL;
  TlItem *link
      = tl_workspace_get_item (tl_session_get_workspace (fixture->session), TL_KIND_LINK, 0);
  GtkWidget *focus;
  guint n_projects;

  tl_selection_select (tl_session_get_selection (fixture->session), link);
  run (fixture, "strength weak");
  g_assert_cmpint (tl_item_get_choice (link, TL_LINK_STRENGTH), ==,
                   tl_field_find_choice (TL_LINK_STRENGTH, "weak"));
  run (fixture, "strength strong");
  g_assert_cmpint (tl_item_get_choice (link, TL_LINK_STRENGTH), ==,
                   tl_field_find_choice (TL_LINK_STRENGTH, "strong"));

  run (fixture, "view table");
  run (fixture, "register projects");
  wait_for_map (GTK_WIDGET (fixture->window->table));
  tl_session_reveal (fixture->session, ui_sample_get (fixture->session, "P17"));
  tl_window_focus_page (fixture->window);
  ui_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->window->table)));
  actions = tl_palette_actions_new (GTK_WIDGET (fixture->window), focus);
  for (guint i = 0; i < actions->len; i++)
    if (g_str_has_prefix (tl_palette_action_get_name (actions->pdata[i]), "table."))
      g_assert_true (
          tl_palette_action_get_origin (actions->pdata[i]) == focus
          || !gtk_widget_is_ancestor (focus, tl_palette_action_get_origin (actions->pdata[i])));
  n_projects
      = tl_workspace_get_n_items (tl_session_get_workspace (fixture->session), TL_KIND_PROJECT);
  run (fixture, "add row");
  g_assert_cmpuint (tl_workspace_get_n_items (tl_session_get_workspace (fixture->session),
                                              TL_KIND_PROJECT),
                    ==, n_projects + 1);
}

static void
expect_title (GtkWidget *palette, guint position, const char *title)
{
  g_autoptr (TlPickerEntry) entry = g_list_model_get_item (get_found (palette), position);

  g_assert_cmpstr (tl_picker_entry_get_title (entry), ==, title);
}

/* The latest first, each one once. */
static void
test_recent_first (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "zoom in", "select all", "zoom in" };
  GtkWidget *palette;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    run (fixture, words[i]);
  palette = open_palette (fixture);
  expect_title (palette, 0, "Zoom In");
  expect_title (palette, 1, "Select All");
  expect_title (palette, 2, "Add Goal");
}

static char *
dup_titles (GtkWidget *palette, const char *words)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  GListModel *found;

  type (palette, words);
  found = get_found (palette);
  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (TlPickerEntry) entry = g_list_model_get_item (found, i);

      g_ptr_array_add (titles, (char *) tl_picker_entry_get_title (entry));
    }
  g_ptr_array_add (titles, NULL);
  return g_strjoinv ("\n", (char **) titles->pdata);
}

/* What comes first is in sight, wherever the list was before. */
static void
test_first_is_in_sight (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "t", "ta", "table", "" };
  GtkAdjustment *adjustment;
  GtkWidget *palette;

  tl_window_set_view (fixture->window, "table");
  wait_for_map (GTK_WIDGET (fixture->window->table));
  palette = open_palette (fixture);
  wait_for_map (palette);
  adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (ui_find_type (palette, GTK_TYPE_SCROLLED_WINDOW)));
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      type (palette, typed[i]);
      ui_wait (200);
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
    }
}

/* A long list is searched as one types, and finds the same as if all were typed at once. */
static void
test_many_items (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[]
      = { "z", "zzyzx", "zzyzx a", "zzyzx ab", "zzyzx a", "zzyzx ac", "e", "ex", "exp" };
  TlWorkspace *workspace = tl_session_get_workspace (fixture->session);
  GtkWidget *palette;
  char *titles[G_N_ELEMENTS (typed)];

  tl_workspace_begin (workspace, "Many");
  for (guint i = 0; i < 700; i++)
    {
      g_autofree char *title
          = g_strdup_printf ("Zzyzx %c%c", (char) ('a' + i % 26), (char) ('a' + i / 26 % 26));

      tl_command_add (fixture->session, TL_KIND_THEME, title);
    }
  tl_workspace_commit (workspace);
  palette = open_palette (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    titles[i] = dup_titles (palette, typed[i]);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *again = NULL;

      type (palette, "");
      again = dup_titles (palette, typed[i]);
      g_assert_cmpstr (again, ==, titles[i]);
      g_free (titles[i]);
    }
}

#define ADD(path, func) g_test_add ("/palette/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  int status;

  ui_widgets_init ();
  g_test_init (&argc, &argv, NULL);
  application = ui_application_new (G_APPLICATION_HANDLES_OPEN);

  ADD ("found-first", test_found_first);
  g_test_add_func ("/palette/order", test_order);
  g_test_add_func ("/palette/order-of-equals", test_order_of_equals);
  ADD ("every-action", test_every_action);
  ADD ("no-doubles", test_no_doubles);
  ADD ("runs", test_runs);
  ADD ("refused-does-not-run", test_refused_does_not_run);
  ADD ("goes-to-item", test_goes_to_item);
  ADD ("runs-on-former-focus", test_runs_on_former_focus);
  ADD ("recent-first", test_recent_first);
  ADD ("first-is-in-sight", test_first_is_in_sight);
  ADD ("many-items", test_many_items);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}

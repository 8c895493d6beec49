/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-application.h"
#include "tl-bulk-window.h"
#include "tl-divide-window.h"
#include "tl-merge-window.h"
#include "tl-parts-desk.h"
#include "tl-request-desk.h"
#include "tl-request-page.h"
#include "tl-silo-desk.h"
#include "tl-silo-page.h"
#include "tl-together-window.h"
#include "tl-canvas-private.h"
#include "tl-figure-popover.h"
#include "tl-view-row.h"
#include "tl-window-private.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define RESOURCES "/io/github/throughline/Throughline/ui/"

static TlApplication *application;

static TlWindow *
open_window (void)
{
  g_autoptr (TlSession) sample = ui_sample_open ();
  TlWindow *window = tl_window_new (GTK_APPLICATION (application));

  tl_window_set_document (window, tl_session_get_document (sample));
  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();
  return window;
}

static void
close_window (TlWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
}

/* The actions that files of the interface name. */

static void
collect (GHashTable *names, const char *xml, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, xml, 0, &match);
  while (g_match_info_matches (match))
    {
      g_hash_table_add (names, g_match_info_fetch (match, 1));
      g_match_info_next (match, NULL);
    }
}

static GHashTable *
list_named (void)
{
  GHashTable *named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) files = g_resources_enumerate_children (RESOURCES, 0, NULL);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCES, files[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
      g_autofree char *xml = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      collect (named, xml, "name=\"action\">([a-z.-]+)(?:::\\w+)?<");
      collect (named, xml, "\"action-name\">([a-z.-]+)(?:::\\w+)?<");
      collect (named, xml, "action\\(([a-z.-]+)\\)");
    }
  return named;
}

/* The actions that there are. */

static void
collect_of_class (GHashTable *known, GType type)
{
  g_autoptr (GTypeClass) type_class = G_TYPE_IS_ABSTRACT (type) ? NULL : g_type_class_ref (type);
  g_autofree GType *children = g_type_children (type, NULL);
  const GVariantType *parameter;
  const char *property;
  const char *name;
  GType owner;

  for (guint i = 0; type_class != NULL
                    && gtk_widget_class_query_action ((GtkWidgetClass *) type_class, i, &owner,
                                                      &name, &parameter, &property);
       i++)
    g_hash_table_add (known, g_strdup (name));
  for (guint i = 0; children[i] != 0; i++)
    collect_of_class (known, children[i]);
}

static GHashTable *
list_known (void)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (application));

  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_add (known, g_strconcat ("app.", names[i], NULL));
  /* These are made when they are asked for. */
  g_type_ensure (TL_TYPE_BULK_WINDOW);
  g_type_ensure (TL_TYPE_DIVIDE_WINDOW);
  g_type_ensure (TL_TYPE_MERGE_WINDOW);
  g_type_ensure (TL_TYPE_PARTS_DESK);
  g_type_ensure (TL_TYPE_REQUEST_DESK);
  g_type_ensure (TL_TYPE_REQUEST_PAGE);
  g_type_ensure (TL_TYPE_SILO_DESK);
  g_type_ensure (TL_TYPE_SILO_PAGE);
  g_type_ensure (TL_TYPE_TOGETHER_WINDOW);
  g_type_ensure (TL_TYPE_VIEW_ROW);
  collect_of_class (known, GTK_TYPE_WIDGET);
  return known;
}

static gboolean
is_menu_row (GtkWidget *widget, gpointer data)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton");
}

static gboolean
has_row (GtkWidget *widget, GMenuItem *row)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover;
  gboolean is_shown;

  g_menu_item_set_attribute (row, "hidden-when", "s", "action-missing");
  g_menu_append_item (menu, row);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, widget);
  is_shown = ui_find (gtk_widget_get_first_child (popover), is_menu_row, NULL) != NULL;
  gtk_widget_unparent (popover);
  return is_shown;
}

/* Whether a group that @widget has holds the action: a menu does not show what is missing, nor what
 * needs a target and has none. */
static gboolean
has_in_group (GtkWidget *widget, const char *action)
{
  g_autoptr (GMenuItem) plain = g_menu_item_new ("Row", action);
  g_autoptr (GMenuItem) choice = g_menu_item_new ("Row", NULL);

  g_menu_item_set_action_and_target (choice, action, "s", "");
  return has_row (widget, plain) || has_row (widget, choice);
}

/* Groups that come and go with a view. */
static gboolean
has_view_action (TlWindow *window, const char *action)
{
  static const struct
  {
    const char *view;
    const char *type;
  } places[]
      = { { "map", "TlCanvas" }, { "matrix", "TlMatrixView" }, { "matrix", "TlMatrixGrid" } };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWidget *widget;

      tl_window_set_view (window, places[i].view);
      ui_settle ();
      widget = ui_find_type (GTK_WIDGET (window), g_type_from_name (places[i].type));
      if (has_in_group (widget, action))
        return TRUE;
    }
  return FALSE;
}

/* A row of a menu, a button or a key that names an action which does not exist does nothing, and
 * nobody tells. */
static void
test_named_actions_exist (void)
{
  TlWindow *window = open_window ();
  g_autoptr (GHashTable) named = list_named ();
  g_autoptr (GHashTable) known = list_known ();
  GHashTableIter iter;
  gpointer name;
  guint n_missing = 0;

  g_assert_cmpuint (g_hash_table_size (named), >, 70);
  g_assert_false (has_view_action (window, "item.fly"));
  g_hash_table_iter_init (&iter, named);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (known, name) && !has_view_action (window, name))
      {
        g_test_message ("there is no action %s", (const char *) name);
        n_missing++;
      }
  g_assert_cmpuint (n_missing, ==, 0);
  close_window (window);
}

/* What a figure is made of, in the table. */

static void
show_in_table (TlWindow *window, TlFigureId figure)
{
  GtkWidget *popover = tl_figure_popover_new (tl_window_get_session (window), figure);

  gtk_widget_set_parent (popover, GTK_WIDGET (window->panes));
  g_signal_emit_by_name (ui_find_button (gtk_widget_get_first_child (popover), "Show in Table"),
                         "clicked");
  ui_settle ();
  gtk_widget_unparent (popover);
}

static void
assert_shown (TlWindow *window, TlKind kind)
{
  TlSelection *selection = tl_session_get_selection (tl_window_get_session (window));

  g_assert_cmpstr (tl_window_get_view (window), ==, "table");
  g_assert_cmpint (tl_table_view_get_kind (window->table), ==, kind);
  g_assert_cmpuint (tl_selection_get_n_items (selection), >, 1);
  for (guint i = 0; i < tl_selection_get_n_items (selection); i++)
    g_assert_cmpint (tl_item_get_kind (tl_selection_get_item (selection, i)), ==, kind);
}

/* From the map, and where the table shows another register. */
static void
test_figure_in_table (void)
{
  TlWindow *window = open_window ();

  show_in_table (window, TL_FIGURE_ALIGNED);
  assert_shown (window, TL_KIND_PROJECT);
  show_in_table (window, TL_FIGURE_COVERED_OBJECTIVES);
  assert_shown (window, TL_KIND_OBJECTIVE);
  close_window (window);
}

/* Where one was. */

/* The map is looked at from near, away from where it begins. */
static TlViewport
look_closely (TlWindow *window)
{
  TlViewport viewport = tl_canvas_get_viewport (window->canvas);

  viewport.scale = 1.5;
  tl_canvas_set_viewport (window->canvas, tl_viewport_pan (viewport, -150, -200));
  ui_settle ();
  g_assert_cmpfloat (tl_canvas_get_viewport (window->canvas).scale, ==, 1.5);
  return tl_canvas_get_viewport (window->canvas);
}

static gboolean
is_scrolled (GtkWidget *widget, gpointer data)
{
  return GTK_IS_SCROLLED_WINDOW (widget)
         && gtk_adjustment_get_value (
                gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget)))
                > 0;
}

/* Other views, and another document in another window, leave the map where it was, what is selected
 * and what the inspector tells of. */
static void
test_places_are_kept (void)
{
  static const char *const views[] = { "table", "matrix", "practice" };
  TlWindow *window = open_window ();
  TlSelection *selection = tl_session_get_selection (tl_window_get_session (window));
  TlItem *project = ui_sample_get (tl_window_get_session (window), "P17");
  TlViewport before;

  tl_window_set_view (window, "map");
  tl_selection_select (selection, project);
  tl_inspector_follow (window->inspector);
  ui_settle ();
  before = look_closely (window);
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      tl_window_set_view (window, views[i]);
      ui_settle ();
      g_assert_true (tl_selection_get_primary (selection) == project);
      g_assert_nonnull (ui_find_editor (GTK_WIDGET (window->inspector), TL_PROJECT_EFFORT));
      tl_window_set_view (window, "map");
      ui_settle ();
      g_assert_cmpfloat (tl_canvas_get_viewport (window->canvas).scale, ==, before.scale);
      g_assert_true (tl_viewport_equal (tl_canvas_get_viewport (window->canvas), before));
      g_assert_true (tl_selection_get_primary (selection) == project);
    }
  close_window (window);
}

/* A list scrolls when it is drawn, as soon as that is. */
static GtkAdjustment *
wait_scrolled (GtkWidget *widget)
{
  GtkWidget *scroller;

  while ((scroller = ui_find (widget, is_scrolled, NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

/* A long table stays scrolled to where it was. */
static void
test_table_stays_scrolled (void)
{
  TlWindow *window = open_window ();
  GtkAdjustment *adjustment;
  double before;

  tl_window_set_view (window, "table");
  tl_table_view_show_kind (window->table, TL_KIND_PROJECT);
  ui_settle ();
  tl_selection_select (tl_session_get_selection (tl_window_get_session (window)),
                       ui_sample_get (tl_window_get_session (window), "P45"));
  adjustment = wait_scrolled (GTK_WIDGET (window->table));
  before = gtk_adjustment_get_value (adjustment);
  tl_window_set_view (window, "map");
  ui_settle ();
  tl_window_set_view (window, "table");
  ui_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, before);
  close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = ui_application_new (G_APPLICATION_DEFAULT_FLAGS);

  g_test_add_func ("/actions/named-actions-exist", test_named_actions_exist);
  g_test_add_func ("/actions/figure-in-table", test_figure_in_table);
  g_test_add_func ("/actions/places-are-kept", test_places_are_kept);
  g_test_add_func ("/actions/table-stays-scrolled", test_table_stays_scrolled);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}

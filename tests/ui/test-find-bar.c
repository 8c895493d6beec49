/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands-view.h"
#include "tl-filter-entry.h"
#include "tl-find-bar.h"
#include "tl-views-menu.h"
#include "ui-plan.h"
#include "ui-widgets.h"

typedef struct
{
  TlSession *session;
  TlLens *lens;
  GtkWidget *window;
  GtkWidget *other; /* something else that takes the keyboard */
  GtkWidget *widget;
  TlFindBar *bar;
  TlFilterEntry *entry;
} Fixture;

static gpointer
get_part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (fixture->widget, TL_TYPE_FIND_BAR, name);
}

static GtkEditable *
get_editable (Fixture *fixture)
{
  return GTK_EDITABLE (
      gtk_widget_get_template_child (GTK_WIDGET (fixture->entry), TL_TYPE_FILTER_ENTRY, "entry"));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->session = ui_plan_new ();
  fixture->lens = tl_session_get_lens (fixture->session);
  fixture->widget = g_object_new (TL_TYPE_FIND_BAR, NULL);
  fixture->bar = TL_FIND_BAR (fixture->widget);
  fixture->other = gtk_button_new_with_label ("Other");
  gtk_box_append (GTK_BOX (box), fixture->widget);
  gtk_box_append (GTK_BOX (box), fixture->other);
  tl_find_bar_set_session (fixture->bar, fixture->session);
  fixture->window = ui_window_new (box);
  fixture->entry = TL_FILTER_ENTRY (get_part (fixture, "entry"));
  gtk_widget_grab_focus (fixture->other);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_window_close (fixture->window);
  g_object_unref (fixture->session);
}

static const char *
get_count (Fixture *fixture)
{
  return gtk_label_get_label (get_part (fixture, "count"));
}

static const char *
get_error (Fixture *fixture)
{
  if (!gtk_widget_get_visible (get_part (fixture, "error_box")))
    return NULL;
  return gtk_label_get_label (get_part (fixture, "error"));
}

/* Opens the bar, and lets it find its place. */
static void
open_bar (Fixture *fixture)
{
  tl_find_bar_open (fixture->bar);
  ui_settle ();
}

static void
type (Fixture *fixture, const char *text)
{
  GtkEditable *editable = get_editable (fixture);
  int position = gtk_editable_get_position (editable);

  gtk_editable_insert_text (editable, text, -1, &position);
  gtk_editable_set_position (editable, position);
}

static void
clear (Fixture *fixture)
{
  gtk_editable_set_text (get_editable (fixture), "");
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static TlItem *
get_selected (Fixture *fixture)
{
  return tl_selection_get_primary (tl_session_get_selection (fixture->session));
}

static void
test_open_and_close (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (fixture->widget));
  open_bar (fixture);
  g_assert_true (tl_find_bar_is_shown (fixture->bar));
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), fixture->widget));

  type (fixture, "kind:goal ");
  tl_lens_set_hides (fixture->lens, TRUE);
  g_assert_cmpstr (tl_lens_get_query (fixture->lens), ==, "kind:goal ");
  tl_find_bar_close (fixture->bar);
  g_assert_false (tl_find_bar_is_shown (fixture->bar));
  g_assert_cmpstr (tl_lens_get_query (fixture->lens), ==, "");
  g_assert_false (tl_lens_get_hides (fixture->lens));
  g_assert_true (get_focus (fixture) == fixture->other);
  g_assert_cmpstr (tl_filter_entry_get_text (fixture->entry), ==, "");
}

static void
test_counts_and_steps (Fixture *fixture, gconstpointer data)
{
  open_bar (fixture);
  g_assert_cmpstr (get_count (fixture), ==, "");
  type (fixture, "kind:project ");
  g_assert_cmpstr (get_count (fixture), ==, "3 found");
  tl_find_bar_step (fixture->bar, 1);
  g_assert_cmpstr (get_count (fixture), ==, "1 of 3");
  g_assert_true (get_selected (fixture) == tl_lens_get_match (fixture->lens, 0));
  tl_find_bar_step (fixture->bar, -1);
  g_assert_cmpstr (get_count (fixture), ==, "3 of 3");
  tl_find_bar_step (fixture->bar, 1);
  g_assert_cmpstr (get_count (fixture), ==, "1 of 3");

  /* Where one stands is what is selected, whoever has selected it. */
  tl_selection_select (tl_session_get_selection (fixture->session),
                       tl_lens_get_match (fixture->lens, 1));
  g_assert_cmpstr (get_count (fixture), ==, "2 of 3");
  tl_selection_clear (tl_session_get_selection (fixture->session));
  g_assert_cmpstr (get_count (fixture), ==, "3 found");

  clear (fixture);
  type (fixture, "xyzzy");
  g_assert_cmpstr (get_count (fixture), ==, "Nothing found");
  tl_find_bar_step (fixture->bar, 1);
  g_assert_null (get_selected (fixture));
}

static void
test_tells_errors (Fixture *fixture, gconstpointer data)
{
  open_bar (fixture);
  type (fixture, "status:li");
  g_assert_true (tl_filter_entry_is_completing (fixture->entry));
  g_assert_null (get_error (fixture));
  type (fixture, "vx ");
  g_assert_false (tl_filter_entry_is_completing (fixture->entry));
  g_assert_nonnull (get_error (fixture));
  g_assert_nonnull (strstr (get_error (fixture), "live"));
  g_assert_cmpstr (get_count (fixture), ==, "");
  clear (fixture);
  g_assert_null (get_error (fixture));
}

/* A look that somebody else has set is seen in the bar. */
static void
test_follows_lens (Fixture *fixture, gconstpointer data)
{
  tl_lens_set_query (fixture->lens, "kind:goal");
  g_assert_true (tl_find_bar_is_shown (fixture->bar));
  g_assert_cmpstr (tl_filter_entry_get_text (fixture->entry), ==, "kind:goal");
  g_assert_cmpstr (get_count (fixture), ==, "2 found");
  g_assert_true (get_focus (fixture) == fixture->other);
  g_assert_false (tl_filter_entry_is_completing (fixture->entry));
}

static void
test_another_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlSession) session = ui_plan_new ();

  open_bar (fixture);
  type (fixture, "kind:goal ");
  tl_find_bar_set_session (fixture->bar, session);
  g_assert_cmpstr (tl_filter_entry_get_text (fixture->entry), ==, "");
  g_assert_false (tl_find_bar_is_shown (fixture->bar));
  tl_find_bar_set_session (fixture->bar, fixture->session);
}

static void
test_named (Fixture *fixture, gconstpointer data)
{
  g_autofree char *unnamed = NULL;

  open_bar (fixture);
  unnamed = ui_find_unnamed (fixture->widget);
  g_assert_cmpstr (unnamed, ==, NULL);
}

static guint
count_views (GMenu *menu)
{
  g_autoptr (GMenuModel) section
      = g_menu_model_get_item_link (G_MENU_MODEL (menu), 0, G_MENU_LINK_SECTION);

  return (guint) g_menu_model_get_n_items (section);
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  TlWorkspace *workspace = tl_session_get_workspace (fixture->session);
  GMenu *menu = tl_find_bar_get_views_menu (fixture->bar);
  g_autoptr (GMenuModel) before = NULL;
  g_autoptr (GMenuModel) after = NULL;

  tl_views_menu_fill (menu, workspace);
  g_assert_cmpuint (count_views (menu), ==, 0);
  tl_command_save_view (fixture->session, "One_two", TL_CHOICE_NONE);
  tl_views_menu_fill (menu, workspace);
  g_assert_cmpuint (count_views (menu), ==, 1);

  /* A menu that is right may be open, and is left alone. */
  before = g_menu_model_get_item_link (G_MENU_MODEL (menu), 0, G_MENU_LINK_SECTION);
  tl_views_menu_fill (menu, workspace);
  after = g_menu_model_get_item_link (G_MENU_MODEL (menu), 0, G_MENU_LINK_SECTION);
  g_assert_true (before == after);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();

  ADD ("/find-bar/open-and-close", test_open_and_close);
  ADD ("/find-bar/counts-and-steps", test_counts_and_steps);
  ADD ("/find-bar/tells-errors", test_tells_errors);
  ADD ("/find-bar/follows-lens", test_follows_lens);
  ADD ("/find-bar/another-document", test_another_document);
  ADD ("/find-bar/named", test_named);
  ADD ("/find-bar/menu", test_menu);

  return g_test_run ();
}

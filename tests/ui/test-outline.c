/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands.h"
#include "tl-outline-node.h"
#include "tl-outline.h"
#include "ui-sample.h"

#include <adwaita.h>

static TlSession *session;
static GtkWidget *window;
static GtkWidget *outline;

static void
settle (void)
{
  for (guint i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

static GListModel *
get_rows (void)
{
  GtkWidget *list = outline;

  while (list != NULL && !GTK_IS_LIST_VIEW (list))
    list = gtk_widget_get_first_child (list);
  g_assert_nonnull (list);
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static GPtrArray *
collect (TlKind kind)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
    g_ptr_array_add (items, tl_workspace_get_item (workspace, kind, i));
  return items;
}

static void
set_up (void)
{
  session = ui_sample_open ();
  window = gtk_window_new ();
  outline = tl_outline_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 320, 900);
  gtk_window_set_child (GTK_WINDOW (window), outline);
  tl_outline_set_session (TL_OUTLINE (outline), session);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
}

static void
tear_down (void)
{
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_clear_object (&session);
}

/* All goals go and come back, and with them the rows under the plan. */
static void
test_empty_and_back (void)
{
  g_autoptr (GPtrArray) goals = NULL;
  guint n_rows;

  set_up ();
  n_rows = g_list_model_get_n_items (get_rows ());
  goals = collect (TL_KIND_GOAL);
  g_assert_cmpuint (n_rows, >, goals->len);
  tl_command_delete (session, goals);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_rows ()), <, n_rows);
  tl_session_undo (session);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_rows ()), ==, n_rows);
  tear_down ();
}

static GtkTreeListRow *
find_row (TlItem *item)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_rows ()); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (get_rows (), i);
      g_autoptr (TlOutlineNode) node = gtk_tree_list_row_get_item (row);

      if (tl_outline_node_get_item (node) == item)
        return g_steal_pointer (&row);
    }
  return NULL;
}

/* What nothing served can be opened once something does. */
static void
test_first_supporter (void)
{
  TlItem *project;
  g_autoptr (GtkTreeListRow) objective = NULL;
  g_autoptr (GtkTreeListRow) supporter = NULL;

  set_up ();
  project = ui_sample_get (session, "P17");
  tl_session_reveal (session, ui_sample_get (session, "G1-2"));
  settle ();
  objective = find_row (ui_sample_get (session, "G1-2"));
  gtk_tree_list_row_set_expanded (objective, TRUE);
  ui_sample_link (session, "P17", "G1-2");
  settle ();
  g_assert_true (gtk_tree_list_row_is_expandable (objective));
  gtk_tree_list_row_set_expanded (objective, TRUE);
  supporter = find_row (project);
  g_assert_nonnull (supporter);
  g_assert_cmpuint (gtk_tree_list_row_get_depth (supporter), ==,
                    gtk_tree_list_row_get_depth (objective) + 1);
  tear_down ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/outline/empty-and-back", test_empty_and_back);
  g_test_add_func ("/outline/first-supporter", test_first_supporter);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "tl-save-flow.h"

typedef struct
{
  GtkWidget *window;
  TlDocument *document;
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("throughline-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "plan.throughline.json", NULL);
  file = g_file_new_for_path (fixture->path);
  fixture->window = gtk_window_new ();
  fixture->document = tl_document_new ();
  tl_document_save_as (fixture->document, file, NULL, &error);
  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->document);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
edit (Fixture *fixture)
{
  TlWorkspace *workspace = tl_document_get_workspace (fixture->document);

  g_assert_true (tl_workspace_set_text (workspace, tl_workspace_get_root (workspace), TL_ITEM_TITLE,
                                        "Edited", NULL));
  g_assert_true (tl_document_is_dirty (fixture->document));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  int *answer = user_data;

  *answer = tl_save_flow_finish (result);
}

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

/* Closing right after Ctrl+S asks nothing: the save that is under way is waited for. */
static void
test_leave_while_saving (Fixture *fixture, gconstpointer data)
{
  guint n_windows = count_windows ();
  int saved = -1;
  int left = -1;

  edit (fixture);
  tl_save_flow_save_async (GTK_WINDOW (fixture->window), fixture->document, FALSE, done_cb, &saved);
  g_assert_true (tl_document_is_busy (fixture->document));
  tl_save_flow_leave_async (GTK_WINDOW (fixture->window), fixture->document, done_cb, &left);
  g_assert_cmpuint (count_windows (), ==, n_windows);
  while (left < 0 || saved < 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_windows (), ==, n_windows);
  g_assert_cmpint (saved, ==, TRUE);
  g_assert_cmpint (left, ==, TRUE);
}

static void
test_leave_clean (Fixture *fixture, gconstpointer data)
{
  int left = -1;

  tl_save_flow_leave_async (GTK_WINDOW (fixture->window), fixture->document, done_cb, &left);
  while (left < 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (left, ==, TRUE);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/save-flow/leave-while-saving", test_leave_while_saving);
  ADD ("/save-flow/leave-clean", test_leave_clean);
  return g_test_run ();
}

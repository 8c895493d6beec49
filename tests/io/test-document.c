/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "random-workspace.h"
#include "tl-document.h"
#include "tl-reader.h"
#include "tl-save.h"
#include "tl-writer.h"

#define MARKER "\"format\": \"throughline-workspace\", \"version\": "
#define TEXT "{" MARKER "1, \"title\": \"Plan\", \"goals\": [{\"id\": \"G\"}]}"
#define TEXT_OF_ANOTHER "{" MARKER "1, \"title\": \"Plot\", \"goals\": [{\"id\": \"G\"}]}"
#define TEXT_TO_REPAIR "{" MARKER "1, \"goals\": [{\"id\": \"G\", \"weight\": 150}]}"
#define TEXT_NEWER "{" MARKER "2, \"goals\": [{\"id\": \"G\", \"status\": \"dreamt\"}]}"

typedef struct
{
  char *dir;
  GFile *file;
  TlDocument *document;

  /* What was heard. */
  GMainLoop *loop;
  GError *error;
  gboolean succeeded;
  guint n_dirty;
  guint n_busy;
  guint n_title;
  guint n_file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->dir = g_dir_make_tmp ("throughline-document-XXXXXX", NULL);
  path = g_build_filename (fixture->dir, "plan.throughline.json", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->loop = g_main_loop_new (NULL, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->dir, name, NULL);
      g_unlink (path);
    }
  g_rmdir (fixture->dir);
  if (fixture->document != NULL)
    g_assert_finalize_object (fixture->document);
  g_object_unref (fixture->file);
  g_main_loop_unref (fixture->loop);
  g_clear_error (&fixture->error);
  g_free (fixture->dir);
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
listen (Fixture *fixture)
{
  g_signal_connect (fixture->document, "notify::dirty", G_CALLBACK (count_cb), &fixture->n_dirty);
  g_signal_connect (fixture->document, "notify::busy", G_CALLBACK (count_cb), &fixture->n_busy);
  g_signal_connect (fixture->document, "notify::title", G_CALLBACK (count_cb), &fixture->n_title);
  g_signal_connect (fixture->document, "notify::file", G_CALLBACK (count_cb), &fixture->n_file);
}

static void
write_file (Fixture *fixture, const char *text)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), text, -1, NULL));
}

static void
load (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  write_file (fixture, text);
  fixture->document = tl_document_load (fixture->file, NULL, &error);
  g_assert_no_error (error);
  listen (fixture);
}

static void
rename_goal (Fixture *fixture, const char *title)
{
  TlWorkspace *workspace = tl_document_get_workspace (fixture->document);
  TlItem *goal = tl_workspace_lookup (workspace, "G");

  g_assert_true (tl_workspace_set_text (workspace, goal, TL_ITEM_TITLE, title, NULL));
}

static void
undo (Fixture *fixture)
{
  g_autoptr (TlTransaction) undone = tl_history_undo (tl_document_get_history (fixture->document));

  g_assert_nonnull (undone);
}

static void
assert_on_disk (Fixture *fixture, const char *goal_title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReadResult) result = tl_read_file (fixture->file, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tl_item_get_title (tl_workspace_lookup (result->workspace, "G")), ==,
                   goal_title);
}

static void
save_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_false (tl_document_is_busy (fixture->document));
  fixture->succeeded = tl_document_save_finish (fixture->document, result, &fixture->error);
  g_main_loop_quit (fixture->loop);
}

static void
load_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->document = tl_document_load_finish (result, &fixture->error);
  g_main_loop_quit (fixture->loop);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;

  fixture->document = tl_document_new ();
  title = tl_document_dup_title (fixture->document);
  g_assert_cmpstr (title, ==, "Untitled");
  g_assert_null (tl_document_get_file (fixture->document));
  g_assert_false (tl_document_is_dirty (fixture->document));
  g_assert_false (tl_document_is_busy (fixture->document));
  g_assert_false (tl_document_is_read_only (fixture->document));
  g_assert_cmpuint (tl_document_get_repairs (fixture->document)->len, ==, 0);
  g_assert_cmpint (tl_document_check_disk (fixture->document), ==, TL_DOCUMENT_DISK_NONE);
}

static void
test_dirty (Fixture *fixture, gconstpointer data)
{
  load (fixture, TEXT);
  g_assert_false (tl_document_is_dirty (fixture->document));
  rename_goal (fixture, "one");
  g_assert_true (tl_document_is_dirty (fixture->document));
  rename_goal (fixture, "two");
  g_assert_cmpuint (fixture->n_dirty, ==, 1);
  undo (fixture);
  g_assert_true (tl_document_is_dirty (fixture->document));
  undo (fixture);
  g_assert_false (tl_document_is_dirty (fixture->document));
  g_assert_cmpuint (fixture->n_dirty, ==, 2);
}

static void
test_title (Fixture *fixture, gconstpointer data)
{
  TlWorkspace *workspace;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  load (fixture, TEXT);
  g_object_get (fixture->document, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Plan");
  rename_goal (fixture, "one");
  g_assert_cmpuint (fixture->n_title, ==, 0);
  workspace = tl_document_get_workspace (fixture->document);
  tl_workspace_set_text (workspace, tl_workspace_get_root (workspace), TL_ITEM_TITLE, NULL, NULL);
  g_assert_cmpuint (fixture->n_title, ==, 1);
  name = tl_document_dup_title (fixture->document);
  g_assert_cmpstr (name, ==, "plan");
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  load (fixture, TEXT);
  rename_goal (fixture, "one");
  g_assert_true (tl_document_save (fixture->document, TL_DOCUMENT_SAVE_DEFAULT, NULL, &error));
  g_assert_no_error (error);
  assert_on_disk (fixture, "one");
  g_assert_false (tl_document_is_dirty (fixture->document));
  g_assert_cmpuint (fixture->n_dirty, ==, 2);
  g_assert_cmpuint (fixture->n_busy, ==, 2);
  g_assert_cmpint (tl_document_check_disk (fixture->document), ==, TL_DOCUMENT_DISK_SAME);

  /* What was written is what is expected the next time, and undo goes on behind a save. */
  g_assert_true (tl_history_can_undo (tl_document_get_history (fixture->document)));
  rename_goal (fixture, "two");
  g_assert_true (tl_document_save (fixture->document, TL_DOCUMENT_SAVE_DEFAULT, NULL, &error));
  assert_on_disk (fixture, "two");
}

static void
test_save_as (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "other.throughline.json", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->dir, "none", "plan.json", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  g_autoptr (GFile) bad = g_file_new_for_path (nowhere);
  g_autoptr (GError) error = NULL;

  load (fixture, TEXT);
  rename_goal (fixture, "one");
  g_assert_false (tl_document_save_as (fixture->document, bad, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (tl_document_get_file (fixture->document) == fixture->file
                 || g_file_equal (tl_document_get_file (fixture->document), fixture->file));
  g_assert_true (tl_document_is_dirty (fixture->document));
  g_clear_error (&error);

  g_assert_true (tl_document_save_as (fixture->document, other, NULL, &error));
  g_assert_true (g_file_equal (tl_document_get_file (fixture->document), other));
  g_assert_cmpuint (fixture->n_file, ==, 1);
  g_assert_false (tl_document_is_dirty (fixture->document));
  assert_on_disk (fixture, "");
}

static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  load (fixture, TEXT);
  rename_goal (fixture, "one");
  write_file (fixture, TEXT_OF_ANOTHER);
  g_assert_cmpint (tl_document_check_disk (fixture->document), ==, TL_DOCUMENT_DISK_CHANGED);
  g_assert_false (tl_document_save (fixture->document, TL_DOCUMENT_SAVE_DEFAULT, NULL, &error));
  g_assert_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_CONFLICT);
  g_assert_true (tl_document_is_dirty (fixture->document));
  assert_on_disk (fixture, "");

  g_assert_true (tl_document_save (fixture->document, TL_DOCUMENT_SAVE_OVERWRITE, NULL, NULL));
  g_assert_false (tl_document_is_dirty (fixture->document));
  assert_on_disk (fixture, "one");
}

static void
test_disk (Fixture *fixture, gconstpointer data)
{
  load (fixture, TEXT);
  g_assert_cmpint (tl_document_check_disk (fixture->document), ==, TL_DOCUMENT_DISK_SAME);
  write_file (fixture, TEXT); /* another file, the same content */
  g_assert_cmpint (tl_document_check_disk (fixture->document), ==, TL_DOCUMENT_DISK_SAME);
  g_unlink (g_file_peek_path (fixture->file));
  g_assert_cmpint (tl_document_check_disk (fixture->document), ==, TL_DOCUMENT_DISK_GONE);
}

static void
test_repaired (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  load (fixture, TEXT_TO_REPAIR);
  g_assert_cmpuint (tl_document_get_repairs (fixture->document)->len, ==, 1);
  g_assert_true (tl_document_is_dirty (fixture->document));
  g_file_get_contents (g_file_peek_path (fixture->file), &text, NULL, NULL);
  g_assert_cmpstr (text, ==, TEXT_TO_REPAIR);
  g_assert_true (tl_document_save (fixture->document, TL_DOCUMENT_SAVE_DEFAULT, NULL, NULL));
  g_assert_false (tl_document_is_dirty (fixture->document));
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  TlWorkspace *workspace;

  load (fixture, TEXT_NEWER);
  workspace = tl_document_get_workspace (fixture->document);
  g_assert_true (tl_document_is_read_only (fixture->document));
  g_assert_nonnull (tl_document_get_read_only_reason (fixture->document));
  g_assert_false (tl_document_is_dirty (fixture->document));
  g_assert_false (tl_workspace_set_text (workspace, tl_workspace_lookup (workspace, "G"),
                                         TL_ITEM_TITLE, "one", NULL));
  g_assert_false (tl_document_save_as (fixture->document, fixture->file, NULL, &error));
  g_assert_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_READ_ONLY);
  g_file_get_contents (g_file_peek_path (fixture->file), &text, NULL, NULL);
  g_assert_cmpstr (text, ==, TEXT_NEWER);
}

static void
test_load_async (Fixture *fixture, gconstpointer data)
{
  write_file (fixture, TEXT);
  tl_document_load_async (fixture->file, NULL, load_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_no_error (fixture->error);
  g_assert_true (g_file_equal (tl_document_get_file (fixture->document), fixture->file));
  g_assert_false (tl_document_is_dirty (fixture->document));
  rename_goal (fixture, "one");
  g_assert_true (tl_document_is_dirty (fixture->document));
}

static void
test_load_async_fails (Fixture *fixture, gconstpointer data)
{
  write_file (fixture, "{\n\"format\" 1}");
  tl_document_load_async (fixture->file, NULL, load_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_null (fixture->document);
  g_assert_nonnull (fixture->error);
  g_assert_true (strstr (fixture->error->message, "plan.throughline.json: line 2, column 10: ")
                 != NULL);
}

static void
test_save_async (Fixture *fixture, gconstpointer data)
{
  load (fixture, TEXT);
  rename_goal (fixture, "one");
  tl_document_save_async (fixture->document, TL_DOCUMENT_SAVE_DEFAULT, NULL, save_cb, fixture);
  g_assert_true (tl_document_is_busy (fixture->document));
  g_assert_true (tl_document_is_dirty (fixture->document));
  g_main_loop_run (fixture->loop);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->succeeded);
  g_assert_false (tl_document_is_dirty (fixture->document));
  g_assert_cmpuint (fixture->n_busy, ==, 2);
  assert_on_disk (fixture, "one");
}

/* What is saved is what was there when saving began; the rest keeps the document dirty, and no undo
 * makes it clean, for nothing on the way back is what is on disk. */
static void
test_edit_while_saving (Fixture *fixture, gconstpointer data)
{
  load (fixture, TEXT);
  rename_goal (fixture, "one");
  tl_document_save_async (fixture->document, TL_DOCUMENT_SAVE_DEFAULT, NULL, save_cb, fixture);
  rename_goal (fixture, "two");
  g_main_loop_run (fixture->loop);
  g_assert_true (fixture->succeeded);
  g_assert_true (tl_document_is_dirty (fixture->document));
  assert_on_disk (fixture, "one");

  undo (fixture);
  undo (fixture);
  g_assert_true (tl_document_is_dirty (fixture->document));
  g_assert_true (tl_document_save (fixture->document, TL_DOCUMENT_SAVE_DEFAULT, NULL, NULL));
  g_assert_false (tl_document_is_dirty (fixture->document));
  assert_on_disk (fixture, "");
}

static void
test_save_while_saving (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  load (fixture, TEXT);
  rename_goal (fixture, "one");
  tl_document_save_async (fixture->document, TL_DOCUMENT_SAVE_DEFAULT, NULL, save_cb, fixture);
  g_assert_false (tl_document_save (fixture->document, TL_DOCUMENT_SAVE_DEFAULT, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_main_loop_run (fixture->loop);
  g_assert_true (fixture->succeeded);
}

static void
test_save_async_fails (Fixture *fixture, gconstpointer data)
{
  load (fixture, TEXT);
  rename_goal (fixture, "one");
  write_file (fixture, TEXT_OF_ANOTHER);
  tl_document_save_async (fixture->document, TL_DOCUMENT_SAVE_DEFAULT, NULL, save_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_false (fixture->succeeded);
  g_assert_error (fixture->error, TL_SAVE_ERROR, TL_SAVE_ERROR_CONFLICT);
  g_assert_true (tl_document_is_dirty (fixture->document));
  g_assert_cmpuint (fixture->n_dirty, ==, 1);
  g_assert_cmpuint (fixture->n_busy, ==, 2);
}

/* Whoever lets go of a document when it is saved is the last to do so: the thread that wrote the
 * file would finish it off where nothing expects that. */
static void
test_thread_holds_nothing (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      load (fixture, TEXT);
      tl_document_save_async (fixture->document, TL_DOCUMENT_SAVE_DEFAULT, NULL, save_cb, fixture);
      g_main_loop_run (fixture->loop);
      g_assert_true (fixture->succeeded);
      g_assert_finalize_object (g_steal_pointer (&fixture->document));
    }
}

static void
test_save_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  load (fixture, TEXT);
  rename_goal (fixture, "one");
  g_cancellable_cancel (cancellable);
  tl_document_save_async (fixture->document, TL_DOCUMENT_SAVE_DEFAULT, cancellable, save_cb,
                          fixture);
  g_main_loop_run (fixture->loop);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (tl_document_is_dirty (fixture->document));
  assert_on_disk (fixture, "");
}

/* What cannot be read again must not replace what can. */
static void
test_unreadable_is_not_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  load (fixture, TEXT);
  rename_goal (fixture, "bad \xff byte");
  g_assert_false (tl_document_save (fixture->document, TL_DOCUMENT_SAVE_DEFAULT, NULL, &error));
  g_assert_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_VERIFY);
  assert_on_disk (fixture, "");
  g_assert_true (tl_document_is_dirty (fixture->document));
}

/* A writer that drops something is found out before the file is touched. */
static void
test_loss_is_not_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlWorkspace *workspace;
  TlItem *snapshot;

  load (fixture, TEXT);
  workspace = tl_document_get_workspace (fixture->document);
  snapshot = tl_workspace_add (workspace, TL_KIND_SNAPSHOT, NULL, TL_POSITION_END, NULL);
  tl_workspace_set_text (workspace, snapshot, TL_SNAPSHOT_FIGURES, "{ \"a\" : [ 1.0 ] }", NULL);
  g_assert_true (tl_document_save (fixture->document, TL_DOCUMENT_SAVE_DEFAULT, NULL, &error));

  tl_workspace_set_text (workspace, snapshot, TL_SNAPSHOT_FIGURES, "{ no JSON", NULL);
  g_test_expect_message ("throughline-io", G_LOG_LEVEL_CRITICAL, "*{ no JSON");
  g_assert_false (tl_document_save (fixture->document, TL_DOCUMENT_SAVE_DEFAULT, NULL, &error));
  g_test_assert_expected_messages ();
  g_assert_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_VERIFY);
  g_assert_true (tl_document_is_dirty (fixture->document));
  assert_on_disk (fixture, "");
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlWorkspace) workspace = random_workspace_new (5);

  fixture->document = tl_document_new_for_workspace (workspace);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TlReadResult) result = NULL;

      random_workspace_edit (workspace);
      tl_document_save_as (fixture->document, fixture->file, NULL, &error);
      g_assert_no_error (error);
      result = tl_read_file (fixture->file, NULL, NULL, &error);
      g_assert_no_error (error);
      assert_same_workspace (workspace, result->workspace);
    }
}

#define ADD(name, test) g_test_add ("/document/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new", test_new);
  ADD ("dirty", test_dirty);
  ADD ("title", test_title);
  ADD ("save", test_save);
  ADD ("save-as", test_save_as);
  ADD ("conflict", test_conflict);
  ADD ("disk", test_disk);
  ADD ("repaired", test_repaired);
  ADD ("newer", test_newer);
  ADD ("load-async", test_load_async);
  ADD ("load-async-fails", test_load_async_fails);
  ADD ("save-async", test_save_async);
  ADD ("edit-while-saving", test_edit_while_saving);
  ADD ("save-while-saving", test_save_while_saving);
  ADD ("save-async-fails", test_save_async_fails);
  ADD ("thread-holds-nothing", test_thread_holds_nothing);
  ADD ("save-cancelled", test_save_cancelled);
  ADD ("unreadable-is-not-written", test_unreadable_is_not_written);
  ADD ("loss-is-not-written", test_loss_is_not_written);
  ADD ("random", test_random);
  return g_test_run ();
}

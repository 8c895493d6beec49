/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "export-plan.h"

static void
test_table (void)
{
  g_assert_cmpuint (tl_exporter_get_n_exporters (), >=, 2);
  for (guint i = 0; i < tl_exporter_get_n_exporters (); i++)
    {
      const TlExporter *exporter = tl_exporter_get (i);

      g_assert_true (tl_exporter_find (exporter->what) == exporter);
      g_assert_nonnull (exporter->extensions[0]);
    }
  g_assert_null (tl_exporter_find ("minutes"));
  g_assert_null (tl_exporter_find (NULL));
}

/* Each type of file starts as its readers expect, whatever the plan holds. */
static void
test_types (void)
{
  static const struct
  {
    const char *what, *extension, *start;
  } cases[] = {
    { "map", "pdf", "%PDF-" },    { "map", "PDF", "%PDF-" },
    { "map", "svg", "<?xml" },    { "map", "png", "\x89PNG\r\n\x1a\n" },
    { "matrix", "pdf", "%PDF-" }, { "matrix", "svg", "<?xml" },
    { "pack", "pdf", "%PDF-" },   { "summary", "md", "# " },
  };
  g_autoptr (TlWorkspace) empty = tl_workspace_new ();
  g_autoptr (TlAnalysis) of_empty = export_plan_analyse (empty);
  g_autoptr (TlAnalysis) of_sample = export_plan_load_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) small = export_make (of_empty, cases[i].what, cases[i].extension);
      g_autoptr (GBytes) large = export_make (of_sample, cases[i].what, cases[i].extension);
      gsize length = strlen (cases[i].start);

      g_assert_cmpmem (g_bytes_get_data (small, NULL), length, cases[i].start, length);
      g_assert_cmpmem (g_bytes_get_data (large, NULL), length, cases[i].start, length);
      g_assert_cmpuint (g_bytes_get_size (large), >, g_bytes_get_size (small));
    }
}

static GPtrArray *
make_all (TlAnalysis *analysis)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < tl_exporter_get_n_exporters (); i++)
    for (const char *const *type = tl_exporter_get (i)->extensions; *type != NULL; type++)
      g_ptr_array_add (files, export_make (analysis, tl_exporter_get (i)->what, *type));
  return files;
}

/* Files that say when they were made say it to the second, and must not mean now. */
static void
test_repeatable (void)
{
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GPtrArray) first = make_all (analysis);
  g_autoptr (GPtrArray) second = NULL;

  g_usleep (G_USEC_PER_SEC + G_USEC_PER_SEC / 10);
  second = make_all (analysis);
  for (guint i = 0; i < first->len; i++)
    g_assert_true (g_bytes_equal (g_ptr_array_index (first, i), g_ptr_array_index (second, i)));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *what, *extension, *named;
  } cases[] = {
    { "map", "docx", "pdf, svg, png" },
    { "map", "", "pdf, svg, png" },
    { "pack", "svg", "pdf" },
    { "minutes", "pdf", "map, matrix, pack, summary, table" },
    { "table:people", "pdf", "csv" },
    { "table:settings", "csv", "units, people" },
    { "table:", "csv", "units, people" },
    { "matrix:goals", "pdf", "map, matrix" },
  };
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAnalysis) analysis = export_plan_analyse (workspace);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      GBytes *bytes
          = tl_export (analysis, cases[i].what, cases[i].extension, TL_EXPORT_PUBLIC, &error);

      g_assert_null (bytes);
      g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, cases[i].named));
    }
}

static void
test_files (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAnalysis) analysis = export_plan_analyse (workspace);
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("throughline-XXXXXX", &error);
  g_autofree char *path = g_build_filename (directory, "the.map.svg", NULL);
  g_autofree char *other = g_build_filename (directory, "map.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) refused = g_file_new_for_path (other);
  g_autoptr (GBytes) bytes = export_make (analysis, "map", "svg");
  g_autofree char *contents = NULL;
  gsize length;

  g_file_set_contents (path, "what was there", -1, &error);
  g_assert_no_error (error);
  g_assert_true (tl_export_to_file (analysis, "map", file, TL_EXPORT_PUBLIC, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (contents, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_false (tl_export_to_file (analysis, "map", refused, TL_EXPORT_PUBLIC, &error));
  g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_false (tl_export_to_file (analysis, "pack", file, TL_EXPORT_PUBLIC, &error));
  g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT);
  g_remove (path);
  g_rmdir (directory);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* What is changed while a thread exports is not in the file. */
static void
test_async (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("throughline-XXXXXX", &error);
  g_autofree char *path = g_build_filename (directory, "map.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  TlItem *goal = tl_workspace_add (workspace, TL_KIND_GOAL, "G", TL_POSITION_END, NULL);

  g_assert_no_error (error);
  tl_workspace_set_text (workspace, goal, TL_ITEM_TITLE, "Before", NULL);
  analysis = export_plan_analyse (workspace);
  tl_export_to_file_async (analysis, "map", file, TL_EXPORT_PUBLIC, done_cb, &result);
  tl_workspace_set_text (workspace, goal, TL_ITEM_TITLE, "After", NULL);
  g_assert_true (tl_export_to_file_finish (wait_for (&result), &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (contents, "Before"));
  g_assert_null (strstr (contents, "After"));

  tl_export_to_file_async (analysis, "pack", file, TL_EXPORT_PUBLIC, done_cb, &refusal);
  g_assert_false (tl_export_to_file_finish (wait_for (&refusal), &error));
  g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT);
  g_remove (path);
  g_rmdir (directory);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/table", test_table);
  g_test_add_func ("/export/types", test_types);
  g_test_add_func ("/export/repeatable", test_repeatable);
  g_test_add_func ("/export/refused", test_refused);
  g_test_add_func ("/export/files", test_files);
  g_test_add_func ("/export/async", test_async);
  return g_test_run ();
}

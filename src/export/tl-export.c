/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-export-private.h"
#include "tl-reader.h"
#include "tl-save.h"
#include "tl-writer.h"

G_DEFINE_QUARK (tl - export - error - quark, tl_export_error)

typedef struct
{
  TlExporter exporter;
  TlExportFunc function;
  gboolean has_parts; /* more may be said after a colon */
} Row;

static const char *const picture_extensions[] = { "pdf", "svg", "png", NULL };
static const char *const pack_extensions[] = { "pdf", NULL };
static const char *const summary_extensions[] = { "md", NULL };
static const char *const table_extensions[] = { "csv", NULL };

static const Row rows[] = {
  { { "map", picture_extensions }, tl_export_map, TRUE },
  { { "matrix", picture_extensions }, tl_export_matrix },
  { { "pack", pack_extensions }, tl_export_pack },
  { { "summary", summary_extensions }, tl_export_summary },
  { { "table", table_extensions }, tl_export_table, TRUE },
};

/* After a colon stands what the colours of a map are to stand for, or which table is meant. */
static gboolean
is_named (const Row *row, const char *what)
{
  gsize length = strlen (row->exporter.what);

  return what != NULL && strncmp (row->exporter.what, what, length) == 0
         && (what[length] == '\0' || (what[length] == ':' && row->has_parts));
}

static const Row *
find_row (const char *what, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (is_named (&rows[i], what))
        return &rows[i];
      g_ptr_array_add (names, (gpointer) rows[i].exporter.what);
    }
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT,
               _ ("Nothing named “%s” can be exported; there is: %s"), what, list);
  return NULL;
}

/* Returns the row's own spelling of @extension. */
static const char *
find_extension (const Row *row, const char *extension, GError **error)
{
  g_autofree char *list = g_strjoinv (", ", (char **) row->exporter.extensions);

  for (const char *const *known = row->exporter.extensions; *known != NULL; known++)
    if (g_ascii_strcasecmp (*known, extension) == 0)
      return *known;
  if (*extension == '\0')
    g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT,
                 _ ("The file name has no extension that tells its type; “%s” can become: %s"),
                 row->exporter.what, list);
  else
    g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT,
                 _ ("“%s” cannot become a file of type “%s”; it can become: %s"),
                 row->exporter.what, extension, list);
  return NULL;
}

/**
 * tl_export_dup_extension:
 * @file: a file, which need not exist
 *
 * Returns: (transfer full): what follows the last dot of its name; empty where there is none
 */
char *
tl_export_dup_extension (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;
  g_autofree char *extension = g_strdup (dot != NULL && dot != name ? dot + 1 : "");

  return g_utf8_make_valid (extension, -1);
}

/**
 * tl_exporter_get_n_exporters:
 *
 * Returns: how many kinds of content can be exported
 */
guint
tl_exporter_get_n_exporters (void)
{
  return G_N_ELEMENTS (rows);
}

/**
 * tl_exporter_get:
 * @index: below tl_exporter_get_n_exporters()
 *
 * Returns: (transfer none): the row of the table
 */
const TlExporter *
tl_exporter_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (rows), NULL);

  return &rows[index].exporter;
}

/**
 * tl_exporter_find:
 * @what: (nullable): a kind of content, such as "map"
 *
 * Returns: (transfer none) (nullable): the row of the table
 */
const TlExporter *
tl_exporter_find (const char *what)
{
  const Row *row = find_row (what, NULL);

  return row != NULL ? &row->exporter : NULL;
}

/**
 * tl_export:
 * @analysis: what to export; nothing is read but its workspace and what follows from it
 * @what: a kind of content, such as "map"; "map:status" for other colours than those of goals, and
 *   "table:people" for another register than that of projects
 * @extension: the type of file without a dot, such as "pdf"; case does not matter
 * @flags: whether fields that are declared private are read; only the pack and tables tell of
 *   them
 * @error: (nullable): a return location for a #TlExportError, or a #GIOErrorEnum where a library
 *   could not make the file
 *
 * Makes a file in memory. The same workspace on the same day gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
tl_export (TlAnalysis *analysis,
           const char *what,
           const char *extension,
           TlExportFlags flags,
           GError **error)
{
  const Row *row;
  TlExportOptions options = { .flags = flags };
  const char *colon;

  g_return_val_if_fail (analysis != NULL && what != NULL && extension != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  row = find_row (what, error);
  if (row == NULL)
    return NULL;
  colon = strchr (what, ':');
  options.part = colon != NULL ? colon + 1 : NULL;
  options.extension = find_extension (row, extension, error);
  if (options.extension == NULL)
    return NULL;
  return row->function (analysis, &options, error);
}

/**
 * tl_export_to_file:
 * @analysis: what to export
 * @what: a kind of content, such as "map"
 * @file: where to; its extension tells the type
 * @flags: as of tl_export()
 * @error: (nullable): a return location for a #TlExportError, #TlSaveError or #GIOErrorEnum
 *
 * Makes a file and replaces @file by it, in one step, as a document is saved. Blocks.
 *
 * Returns: whether the file is written
 */
gboolean
tl_export_to_file (TlAnalysis *analysis,
                   const char *what,
                   GFile *file,
                   TlExportFlags flags,
                   GError **error)
{
  g_autofree char *extension = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TlFileIdentity written;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  extension = tl_export_dup_extension (file);
  bytes = tl_export (analysis, what, extension, flags, error);
  return bytes != NULL && tl_save (file, bytes, NULL, &written, NULL, error);
}

/* A thread works on a document of its own, so that the user can go on with the other. */
typedef struct
{
  GBytes *document;
  TlDate today;
  char *what;
  GFile *file;
  TlExportFlags flags;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_bytes_unref (job->document);
  g_free (job->what);
  g_object_unref (job->file);
  g_free (job);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (TlReadResult) copy = tl_read_bytes (job->document, &error);
  g_autoptr (TlAnalysis) analysis = NULL;

  if (copy != NULL)
    analysis = tl_analysis_new_complete (copy->workspace, job->today);
  if (analysis != NULL && tl_export_to_file (analysis, job->what, job->file, job->flags, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tl_export_to_file_async:
 * @analysis: what to export, as it stands now
 * @what: a kind of content, such as "map"
 * @file: where to; its extension tells the type
 * @flags: as of tl_export()
 * @callback: called in the thread's default main context when it is done
 * @user_data: for @callback
 *
 * As tl_export_to_file(), in a thread and on a copy: what is changed meanwhile is not exported.
 */
void
tl_export_to_file_async (TlAnalysis *analysis,
                         const char *what,
                         GFile *file,
                         TlExportFlags flags,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new (Job, 1);

  job->document = tl_write_bytes (tl_analysis_get_workspace (analysis));
  job->today = tl_analysis_get_today (analysis);
  job->what = g_strdup (what);
  job->file = g_object_ref (file);
  job->flags = flags;
  g_task_set_source_tag (task, tl_export_to_file_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_job);
}

/**
 * tl_export_to_file_finish:
 * @result: what the callback was given
 * @error: (nullable): a return location for an error, as of tl_export_to_file()
 *
 * Returns: whether the file is written
 */
gboolean
tl_export_to_file_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tl_export_format_creation:
 * @analysis: what is exported
 *
 * Returns: (transfer full) (nullable): the date that a file says it was made on: the day of the
 *   analysis, so that the same input gives the same file
 */
char *
tl_export_format_creation (TlAnalysis *analysis)
{
  g_autofree char *day = tl_date_format (tl_analysis_get_today (analysis));

  return day != NULL ? g_strconcat (day, "T00:00:00Z", NULL) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-brief.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-export-private.h"
#include "tl-save.h"

/* A brief is plain data: the thread has it for itself. */
typedef struct
{
  TlBrief *brief;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  tl_brief_free (job->brief);
  g_object_unref (job->file);
  g_free (job);
}

static GBytes *
to_markdown (const TlBrief *self)
{
  char *text = tl_brief_to_markdown (self);

  return g_bytes_new_take (text, strlen (text));
}

/**
 * tl_brief_to_file:
 * @self: a brief
 * @file: where to; its extension tells the type, pdf or md
 * @error: return location for a #TlExportError, or why the file cannot be written
 *
 * Returns: whether the file is written
 */
gboolean
tl_brief_to_file (const TlBrief *self, GFile *file, GError **error)
{
  g_autofree char *extension = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TlFileIdentity written;

  g_return_val_if_fail (self != NULL && G_IS_FILE (file), FALSE);

  extension = tl_export_dup_extension (file);
  if (g_ascii_strcasecmp (extension, "pdf") == 0)
    bytes = tl_brief_to_pdf (self, error);
  else if (g_ascii_strcasecmp (extension, "md") == 0)
    bytes = to_markdown (self);
  else
    g_set_error_literal (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT,
                         _ ("A brief is written as a file that ends in .pdf or .md."));
  return bytes != NULL && tl_save (file, bytes, NULL, &written, NULL, error);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (tl_brief_to_file (job->brief, job->file, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tl_brief_to_file_async:
 * @self: (transfer full): a brief
 * @file: where to; its extension tells the type, pdf or md
 * @callback: called in the thread's default main context when it is done
 * @user_data: for @callback
 *
 * As tl_brief_to_file(), in a thread.
 */
void
tl_brief_to_file_async (TlBrief *self,
                        GFile *file,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new (Job, 1);

  job->brief = self;
  job->file = g_object_ref (file);
  g_task_set_source_tag (task, tl_brief_to_file_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_job);
}

/**
 * tl_brief_to_file_finish:
 * @result: what the callback was given
 * @error: (nullable): a return location for an error, as of tl_brief_to_file()
 *
 * Returns: whether the file is written
 */
gboolean
tl_brief_to_file_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

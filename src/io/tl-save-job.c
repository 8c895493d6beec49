/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-save-job.h"

#include <glib/gi18n-lib.h>

#include "tl-fingerprint.h"
#include "tl-reader.h"
#include "tl-writer.h"

/* A fault of the writer must show before the old file is gone, not when the new one is opened. */
static gboolean
verify_bytes (const TlSaveJob *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (TlReadResult) result = tl_read_bytes (self->bytes, &reason);
  g_autofree char *name = NULL;

  if (result != NULL && result->repairs->len == 0
      && tl_fingerprint_workspace (result->workspace) == self->fingerprint)
    return TRUE;
  name = g_file_get_parse_name (self->file);
  if (reason != NULL)
    g_set_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_VERIFY,
                 _ ("“%s” was not saved, because it could not be read again: %s"), name,
                 reason->message);
  else
    g_set_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_VERIFY,
                 _ ("“%s” was not saved, because it would not read as the same document."), name);
  return FALSE;
}

/**
 * tl_save_job_new:
 * @workspace: what to save, as it is now
 * @file: where
 * @expected: (nullable): what the file should hold before; %NULL to overwrite whatever is there
 *
 * Returns: (transfer full): a job that needs the workspace no more
 */
TlSaveJob *
tl_save_job_new (TlWorkspace *workspace, GFile *file, const TlFileIdentity *expected)
{
  TlSaveJob *self = g_new0 (TlSaveJob, 1);

  self->file = g_object_ref (file);
  self->bytes = tl_write_bytes (workspace);
  self->fingerprint = tl_fingerprint_workspace (workspace);
  self->revision = tl_workspace_get_revision (workspace);
  if (expected != NULL)
    self->expected = *expected;
  return self;
}

/**
 * tl_save_job_free:
 * @self: (transfer full): a job that does not run
 */
void
tl_save_job_free (TlSaveJob *self)
{
  g_object_unref (self->file);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * tl_save_job_run:
 * @self: a job
 * @cancellable: (nullable): to give up
 * @error: (nullable): as in tl_save()
 *
 * Reads the bytes back, compares them with the workspace that they were made from, and saves them.
 * Blocks; may be called in any thread.
 *
 * Returns: as tl_save(); the job's @written also tells when the file was written in spite of %FALSE
 */
gboolean
tl_save_job_run (TlSaveJob *self, GCancellable *cancellable, GError **error)
{
  return verify_bytes (self, error)
         && tl_save (self->file, self->bytes, self->expected.is_known ? &self->expected : NULL,
                     &self->written, cancellable, error);
}

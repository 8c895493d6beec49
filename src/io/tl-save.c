/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "tl-save-private.h"

#define CHUNK_BYTES ((gsize) 1024 * 1024) /* between two looks at the cancellable */
#define MAX_LINKS 40                      /* as the kernel counts */

G_DEFINE_QUARK (tl_save_error, tl_save_error)

/* Follows a link that leads to a file, also to one that does not exist yet. */
static char *
resolve_links (const char *path, GError **error)
{
  g_autofree char *resolved = g_strdup (path);
  TlSave failed = { .path = path };
  struct stat info;

  for (guint i = 0; lstat (resolved, &info) == 0 && S_ISLNK (info.st_mode); i++)
    {
      g_autofree char *target = g_file_read_link (resolved, NULL);
      g_autofree char *dir = g_path_get_dirname (resolved);

      if (target == NULL || i == MAX_LINKS)
        {
          tl_save_fail (&failed, ELOOP, error);
          return NULL;
        }
      g_free (resolved);
      resolved = g_path_is_absolute (target) ? g_steal_pointer (&target)
                                             : g_build_filename (dir, target, NULL);
    }
  return g_steal_pointer (&resolved);
}

/* A file that was taken away is no conflict: saving brings it back. */
static gboolean
check_conflict (GFile *file,
                const TlFileIdentity *expected,
                GCancellable *cancellable,
                GError **error)
{
  TlFileIdentity found;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (expected == NULL || !expected->is_known)
    return TRUE;
  bytes = tl_file_read (file, &found, cancellable, &local_error);
  if (bytes == NULL && g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (tl_file_identity_has_content (expected, &found))
    return TRUE;
  g_autofree char *name = g_file_get_parse_name (file);
  return tl_save_set_conflict (name, error);
}

/* Renaming would replace a write-protected file just as well; protection is there to be kept. */
static gboolean
look_at_target (TlSave *save, GError **error)
{
  save->exists = stat (save->path, &save->info) == 0;
  if (!save->exists)
    return errno == ENOENT || tl_save_fail (save, errno, error);
  if (!S_ISREG (save->info.st_mode))
    return tl_save_fail (save, S_ISDIR (save->info.st_mode) ? EISDIR : EINVAL, error);
  if (faccessat (AT_FDCWD, save->path, W_OK, AT_EACCESS) != 0)
    return tl_save_fail (save, errno, error);
  return TRUE;
}

static gboolean
save_native (TlSave *save, GError **error)
{
  gboolean must_write_in_place;

  if (!look_at_target (save, error))
    return FALSE;
  must_write_in_place = save->exists && save->info.st_nlink > 1;
  if (!must_write_in_place && tl_save_atomically (save, &must_write_in_place, error))
    return TRUE;
  if (!must_write_in_place)
    return FALSE;
  return tl_save_in_place (save, error);
}

/* Closing with a cancelled cancellable is how GIO is told to drop what was written. */
static void
abandon_stream (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

/**
 * tl_save_fail:
 * @save: a save
 * @code: the value of errno that tells why it failed
 * @error: (nullable): a return location for a #GIOErrorEnum
 *
 * Returns: %FALSE
 */
gboolean
tl_save_fail (const TlSave *save, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (save->path);

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code),
               _ ("“%s” could not be saved: %s."), name, g_strerror (code));
  return FALSE;
}

/**
 * tl_save_set_conflict:
 * @path: the file
 * @error: (nullable): a return location for %TL_SAVE_ERROR_CONFLICT
 *
 * Returns: %FALSE
 */
gboolean
tl_save_set_conflict (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_CONFLICT,
               _ ("“%s” was changed by another program since it was opened."), name);
  return FALSE;
}

/**
 * tl_save_set_unverified:
 * @path: the file
 * @error: (nullable): a return location for %TL_SAVE_ERROR_VERIFY
 *
 * Returns: %FALSE
 */
gboolean
tl_save_set_unverified (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_VERIFY,
               _ ("“%s” does not hold what was written to it."), name);
  return FALSE;
}

/**
 * tl_save_write_all:
 * @descriptor: a file that is open for writing, at the place to write to
 * @bytes: what to write
 * @cancellable: (nullable): to give up
 *
 * Returns: whether all was written; errno is set when not
 */
gboolean
tl_save_write_all (int descriptor, GBytes *bytes, GCancellable *cancellable)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      gssize n;

      if (g_cancellable_is_cancelled (cancellable))
        {
          errno = ECANCELED;
          return FALSE;
        }
      n = write (descriptor, data, MIN (length, CHUNK_BYTES));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/**
 * tl_save_sync_dir:
 * @path: a file in the folder whose names are to survive a loss of power
 *
 * Folders that cannot be opened for reading, or on file systems that do not sync folders, have no
 * more to give, so that is no fault.
 *
 * Returns: whether nothing failed; errno is set when something did
 */
gboolean
tl_save_sync_dir (const char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);
  int descriptor = open (dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int code;

  if (descriptor < 0)
    return errno == EACCES;
  code = fsync (descriptor) == 0 ? 0 : errno;
  close (descriptor);
  errno = code;
  return code == 0 || code == EINVAL || code == ENOTSUP || code == EROFS;
}

/**
 * tl_save_dup_recovery_dir:
 *
 * Returns: (transfer full): the folder in which the new content waits while a file is overwritten
 *   in place; whatever stands there was left by a save that was broken off
 */
char *
tl_save_dup_recovery_dir (void)
{
  return g_build_filename (g_get_user_state_dir (), "throughline", "recovery", NULL);
}

/**
 * tl_save_stream:
 * @file: any file
 * @bytes: all that it shall hold
 * @expected: (nullable): what it should hold before; %NULL to overwrite whatever is there
 * @written: (out): what it holds now; left alone unless it was written
 * @cancellable: (nullable): to give up; the file then is as it was
 * @error: (nullable): a return location for a #TlSaveError or #GIOErrorEnum
 *
 * Saves by GIO's streams alone, for files that have no path. How safe that is depends on who
 * serves the file; what was written is read back and compared.
 *
 * Returns: whether it was saved
 */
gboolean
tl_save_stream (GFile *file,
                GBytes *bytes,
                const TlFileIdentity *expected,
                TlFileIdentity *written,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GBytes) found = NULL;
  TlFileIdentity identity;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (!check_conflict (file, expected, cancellable, error))
    return FALSE;
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, cancellable, error))
    {
      abandon_stream (G_OUTPUT_STREAM (stream));
      return FALSE;
    }
  if (!g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return FALSE;

  found = tl_file_read (file, &identity, cancellable, error);
  if (found == NULL)
    return FALSE;
  *written = identity;
  if (!g_bytes_equal (found, bytes))
    {
      g_autofree char *name = g_file_get_parse_name (file);
      return tl_save_set_unverified (name, error);
    }
  return TRUE;
}

/**
 * tl_save:
 * @file: a file
 * @bytes: all that it shall hold
 * @expected: (nullable): what it should hold before; %NULL to overwrite whatever is there
 * @written: (out): what it holds now; also set when the file was written and only what came after
 *   failed, otherwise left alone
 * @cancellable: (nullable): to give up; the file then is as it was
 * @error: (nullable): a return location for a #TlSaveError or #GIOErrorEnum
 *
 * Saves so that a kill, a loss of power or a full disk leaves the old or the new content, never a
 * part: the bytes go to a new file in the same folder, are synced, and take the old file's name,
 * mode, owner and attributes in one step. Symbolic links are followed and stay. A file with
 * several names, or one that cannot be replaced because of its folder or its owner, is written in
 * place, after a copy of the new content was synced to tl_save_dup_recovery_dir(). Blocks; meant
 * to be called in a thread.
 *
 * Returns: whether it was saved and will survive a loss of power
 */
gboolean
tl_save (GFile *file,
         GBytes *bytes,
         const TlFileIdentity *expected,
         TlFileIdentity *written,
         GCancellable *cancellable,
         GError **error)
{
  g_autofree char *path = NULL;
  TlSave save = {
    .bytes = bytes,
    .expected = expected,
    .written = written,
    .cancellable = cancellable,
  };

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL && written != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!g_file_is_native (file))
    return tl_save_stream (file, bytes, expected, written, cancellable, error);
  if (!check_conflict (file, expected, cancellable, error))
    return FALSE;
  path = resolve_links (g_file_peek_path (file), error);
  if (path == NULL)
    return FALSE;
  save.path = path;
  return save_native (&save, error);
}

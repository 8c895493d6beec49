/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define RECOVERY_NAME_BYTES 200 /* of the file's own name, to stay below the limit of 255 */

static char *
build_recovery_path (const TlSave *save, const char *dir)
{
  g_autofree char *base = g_path_get_basename (save->path);
  g_autofree char *name = g_strdup_printf ("%08x%08x-%.*s", g_random_int (), g_random_int (),
                                           RECOVERY_NAME_BYTES, base);

  return g_build_filename (dir, name, NULL);
}

/* What is private in the document stays private in its copy: 0600 in a folder of 0700. */
static char *
write_recovery_copy (TlSave *save, GError **error)
{
  g_autofree char *dir = tl_save_dup_recovery_dir ();
  g_autofree char *path = build_recovery_path (save, dir);
  TlSave copy = { .path = path, .bytes = save->bytes, .cancellable = save->cancellable };
  int descriptor, code = 0;

  g_mkdir_with_parents (dir, 0700);
  descriptor = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0)
    {
      tl_save_fail (&copy, errno, error);
      return NULL;
    }
  if (!tl_save_write_all (descriptor, save->bytes, save->cancellable) || fsync (descriptor) != 0)
    code = errno;
  if (close (descriptor) != 0 && code == 0)
    code = errno;
  if (code == 0 && !tl_save_sync_dir (path))
    code = errno;
  if (code == 0)
    return g_steal_pointer (&path);
  unlink (path);
  tl_save_fail (&copy, code, error);
  return NULL;
}

/* Room is taken before the first old byte is touched. A file system that cannot promise room does
 * not stop the save; should it run out later, the old content is put back. */
static gboolean
reserve (int descriptor, GBytes *bytes)
{
  off_t length = (off_t) g_bytes_get_size (bytes);

  if (length == 0 || fallocate (descriptor, FALLOC_FL_KEEP_SIZE, 0, length) == 0)
    return TRUE;
  return errno != ENOSPC && errno != EDQUOT && errno != EFBIG && errno != EIO;
}

/* Not cancellable: from the first byte on there is no way but to the end. */
static gboolean
overwrite (int descriptor, GBytes *bytes)
{
  return lseek (descriptor, 0, SEEK_SET) == 0 && tl_save_write_all (descriptor, bytes, NULL)
         && ftruncate (descriptor, (off_t) g_bytes_get_size (bytes)) == 0
         && fsync (descriptor) == 0;
}

/* Reads by name, as the next program will. */
static gboolean
verify (TlSave *save, GError **error)
{
  g_autoptr (GBytes) found = tl_file_read_path (save->path, save->written, NULL, error);

  return found != NULL
         && (g_bytes_equal (found, save->bytes) || tl_save_set_unverified (save->path, error));
}

static gboolean
fail_half_way (TlSave *save, int code, const char *recovery, GError **error)
{
  g_autofree char *name = g_filename_display_name (save->path);
  g_autofree char *copy = g_filename_display_name (recovery);

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code),
               _ ("“%s” was damaged while saving: %s. A whole copy is in “%s”."), name,
               g_strerror (code), copy);
  return FALSE;
}

static gboolean
overwrite_or_put_back (TlSave *save, int descriptor, GBytes *before, GError **error)
{
  g_autofree char *recovery = write_recovery_copy (save, error);
  int code;

  if (recovery == NULL)
    return FALSE;
  if (!reserve (descriptor, save->bytes))
    {
      code = errno;
      unlink (recovery);
      return tl_save_fail (save, code, error);
    }
  if (!overwrite (descriptor, save->bytes))
    {
      code = errno;
      if (!overwrite (descriptor, before))
        return fail_half_way (save, code, recovery, error);
      unlink (recovery);
      return tl_save_fail (save, code, error);
    }
  if (!verify (save, error))
    return FALSE;
  unlink (recovery);
  return TRUE;
}

/**
 * tl_save_in_place:
 * @save: what to save; the file exists
 * @error: (nullable): a return location
 *
 * Writes into the file that is there, which keeps all of its names, its owner and its attributes,
 * and reads it back. A whole copy of the new content is on disk before the first byte is
 * overwritten, and is taken away only when all is well. When writing fails, the old content is put
 * back.
 *
 * Returns: whether it was saved
 */
gboolean
tl_save_in_place (TlSave *save, GError **error)
{
  g_autoptr (GBytes) before = tl_file_read_path (save->path, NULL, save->cancellable, error);
  gboolean saved;
  int descriptor;

  if (before == NULL)
    return FALSE;
  descriptor = open (save->path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0)
    return tl_save_fail (save, errno, error);
  saved = overwrite_or_put_back (save, descriptor, before, error);
  close (descriptor);
  return saved;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#define TEMP_PREFIX ".throughline-"
#define TEMP_SUFFIX ".tmp"
#define TEMP_TRIES 100
#define STALE_SECONDS (24 * 60 * 60) /* of a temporary file that nobody is writing any more */
#define NEW_FILE_MODE 0666           /* less the user's mask */

/* Only what is called like ours, is a plain file of ours and is old: a second instance may be
 * writing right now. */
static void
remove_stale_temps (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = NULL;
      struct stat info;

      if (!g_str_has_prefix (name, TEMP_PREFIX) || !g_str_has_suffix (name, TEMP_SUFFIX))
        continue;
      path = g_build_filename (dir, name, NULL);
      if (lstat (path, &info) == 0 && S_ISREG (info.st_mode) && info.st_uid == geteuid ()
          && info.st_mtime < now - STALE_SECONDS)
        unlink (path);
    }
}

/* A file that is replaced gets its mode at the end; until then nobody else may read along. */
static int
open_temp (const char *dir, mode_t mode, char **path)
{
  int descriptor = -1;

  for (int i = 0; i < TEMP_TRIES && descriptor < 0; i++)
    {
      g_autofree char *name
          = g_strdup_printf (TEMP_PREFIX "%08x%08x" TEMP_SUFFIX, g_random_int (), g_random_int ());

      g_free (*path);
      *path = g_build_filename (dir, name, NULL);
      descriptor = open (*path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
      if (descriptor < 0 && errno != EEXIST)
        break;
    }
  return descriptor;
}

static void
copy_attribute (const char *path, const char *name, int descriptor)
{
  gssize length = getxattr (path, name, NULL, 0);
  g_autofree char *value = length > 0 ? g_malloc ((gsize) length) : NULL;

  if (length > 0)
    length = getxattr (path, name, value, (gsize) length);
  if (length >= 0)
    fsetxattr (descriptor, name, value, (gsize) length, 0);
}

/* Access lists are attributes, too. Some attributes are the system's and not ours to set; these
 * the new file got when it was made. */
static void
copy_attributes (const char *path, int descriptor)
{
  gssize length = listxattr (path, NULL, 0);
  g_autofree char *names = NULL;

  if (length <= 0)
    return;
  names = g_malloc ((gsize) length);
  length = listxattr (path, names, (gsize) length);
  for (gssize i = 0; i < length; i += (gssize) strlen (names + i) + 1)
    copy_attribute (path, names + i, descriptor);
}

static gboolean
copy_nature (const TlSave *save, int descriptor)
{
  struct stat temp;

  if (!save->exists)
    return TRUE;
  if (fstat (descriptor, &temp) != 0)
    return FALSE;
  if ((temp.st_uid != save->info.st_uid || temp.st_gid != save->info.st_gid)
      && fchown (descriptor, save->info.st_uid, save->info.st_gid) != 0)
    return FALSE;
  copy_attributes (save->path, descriptor);
  return fchmod (descriptor, save->info.st_mode & 07777) == 0;
}

/* The time between the look at the content and the renaming is short, and this makes it shorter.
 * A file that was taken away is no conflict. */
static gboolean
is_untouched (const TlSave *save)
{
  struct stat info;

  if (save->expected == NULL || lstat (save->path, &info) != 0)
    return TRUE;
  return save->exists && save->info.st_dev == info.st_dev && save->info.st_ino == info.st_ino
         && save->info.st_size == info.st_size && save->info.st_mtim.tv_sec == info.st_mtim.tv_sec
         && save->info.st_mtim.tv_nsec == info.st_mtim.tv_nsec;
}

/* Reasons for which a folder does not let its files be replaced, but perhaps be written. */
static gboolean
is_about_the_folder (int code)
{
  return code == EACCES || code == EPERM || code == EROFS || code == EBUSY;
}

/* The steps below return 0, or the value of errno that tells why not. */

static int
fill_temp (TlSave *save, int descriptor, struct stat *info)
{
  if (!tl_save_write_all (descriptor, save->bytes, save->cancellable))
    return errno;
  return fsync (descriptor) == 0 && fstat (descriptor, info) == 0 ? 0 : errno;
}

static int
write_temp (TlSave *save,
            const char *dir,
            char **temp,
            struct stat *info,
            gboolean *must_write_in_place)
{
  int descriptor = open_temp (dir, save->exists ? 0600 : NEW_FILE_MODE, temp);
  int code;

  if (descriptor < 0)
    {
      g_clear_pointer (temp, g_free);
      *must_write_in_place = save->exists && is_about_the_folder (errno);
      return errno;
    }
  *must_write_in_place = !copy_nature (save, descriptor);
  code = *must_write_in_place ? EPERM : fill_temp (save, descriptor, info);
  if (close (descriptor) != 0 && code == 0)
    code = errno;
  return code;
}

static int
replace (TlSave *save, const char *temp, gboolean *must_write_in_place)
{
  if (!is_untouched (save))
    return ESTALE;
  if (rename (temp, save->path) == 0)
    return 0;
  *must_write_in_place = save->exists && is_about_the_folder (errno);
  return errno;
}

/**
 * tl_save_atomically:
 * @save: what to save
 * @must_write_in_place: (out): set when it failed for a reason that does not stand against writing
 *   into the file that is there
 * @error: (nullable): a return location; not set when @must_write_in_place is
 *
 * Writes a new file and gives it the old one's name.
 *
 * Returns: whether it was saved
 */
gboolean
tl_save_atomically (TlSave *save, gboolean *must_write_in_place, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (save->path);
  g_autofree char *temp = NULL;
  struct stat info;
  int code;

  remove_stale_temps (dir);
  code = write_temp (save, dir, &temp, &info, must_write_in_place);
  if (code == 0)
    code = replace (save, temp, must_write_in_place);
  if (code != 0 && temp != NULL)
    unlink (temp);
  if (*must_write_in_place)
    return FALSE;
  if (code == ESTALE)
    return tl_save_set_conflict (save->path, error);
  if (code != 0)
    return tl_save_fail (save, code, error);

  *save->written = tl_file_identity_of (save->bytes, &info);
  return tl_save_sync_dir (save->path) || tl_save_fail (save, errno, error);
}

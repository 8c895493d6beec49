/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "tl-fingerprint.h"
#include "tl-json-scanner.h"

#define CHUNK_BYTES (256 * 1024)

static gint64
modified_of (const struct stat *info)
{
  return (gint64) info->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + info->st_mtim.tv_nsec;
}

/* One byte more than a document may have is enough to see that it is too long. */
static gboolean
is_too_long (const GByteArray *array)
{
  return array->len > TL_JSON_MAX_BYTES;
}

static void
set_read_error (GError **error, const char *path)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code),
               _ ("“%s” cannot be read: %s."), name, g_strerror (code));
}

static void
set_too_long (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _ ("“%s” cannot be read: it is longer than 256 MiB."), name);
}

static GBytes *
read_descriptor (int descriptor, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();

  for (;;)
    {
      guint length = array->len;
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_byte_array_set_size (array, length + CHUNK_BYTES);
      do
        n = read (descriptor, array->data + length, CHUNK_BYTES);
      while (n < 0 && errno == EINTR);
      if (n < 0)
        {
          set_read_error (error, path);
          return NULL;
        }
      g_byte_array_set_size (array, length + (guint) n);
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&array));
      if (is_too_long (array))
        {
          set_too_long (error, path);
          return NULL;
        }
    }
}

static GBytes *
read_regular (int descriptor,
              const char *path,
              TlFileIdentity *identity,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat info;

  if (fstat (descriptor, &info) != 0)
    {
      set_read_error (error, path);
      return NULL;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   _ ("“%s” cannot be read: it is not a regular file."), name);
      return NULL;
    }
  bytes = read_descriptor (descriptor, path, cancellable, error);
  if (bytes != NULL && identity != NULL)
    *identity = tl_file_identity_of (bytes, &info);
  return g_steal_pointer (&bytes);
}

static GBytes *
read_stream (GFile *file, TlFileIdentity *identity, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  gssize n;

  if (stream == NULL)
    return NULL;
  do
    {
      guint length = array->len;

      g_byte_array_set_size (array, length + CHUNK_BYTES);
      n = g_input_stream_read (G_INPUT_STREAM (stream), array->data + length, CHUNK_BYTES,
                               cancellable, error);
      if (n < 0)
        return NULL;
      g_byte_array_set_size (array, length + (guint) n);
      if (is_too_long (array))
        {
          set_too_long (error, name);
          return NULL;
        }
    }
  while (n > 0);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  if (identity != NULL)
    *identity = tl_file_identity_of (bytes, NULL);
  return g_steal_pointer (&bytes);
}

/* Of chance, and the same as long as the program runs: nobody can write a file that is taken for
 * another one. */
static const guint64 *
get_seeds (void)
{
  static guint64 seeds[2];
  static gsize is_set;

  if (g_once_init_enter (&is_set))
    {
      for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
        seeds[i] = (guint64) g_random_int () << 32 | g_random_int ();
      g_once_init_leave (&is_set, TRUE);
    }
  return seeds;
}

/**
 * tl_file_identity_of:
 * @bytes: all that a file holds
 * @info: (nullable): what fstat() said of it; %NULL for a file that is not on a file system
 *
 * Returns: the file's identity
 */
TlFileIdentity
tl_file_identity_of (GBytes *bytes, const struct stat *info)
{
  TlFileIdentity self = { .size = g_bytes_get_size (bytes), .is_known = TRUE };
  gconstpointer data = g_bytes_get_data (bytes, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self.digest); i++)
    self.digest[i] = tl_fingerprint_bytes (get_seeds ()[i], data, self.size);
  if (info != NULL)
    {
      self.device = (guint64) info->st_dev;
      self.inode = (guint64) info->st_ino;
      self.modified = modified_of (info);
    }
  return self;
}

/**
 * tl_file_identity_has_stat:
 * @self: an identity
 * @info: what stat() says now
 *
 * Returns: whether nothing hints at a change; a write that keeps size and time of change, or that
 *   falls into one tick of the clock, is not seen, so this is no ground to overwrite a file
 */
gboolean
tl_file_identity_has_stat (const TlFileIdentity *self, const struct stat *info)
{
  return self->is_known && self->device == (guint64) info->st_dev
         && self->inode == (guint64) info->st_ino && self->size == (guint64) info->st_size
         && self->modified == modified_of (info);
}

/**
 * tl_file_identity_has_content:
 * @self: an identity
 * @other: another
 *
 * Returns: whether both files held the same bytes
 */
gboolean
tl_file_identity_has_content (const TlFileIdentity *self, const TlFileIdentity *other)
{
  return self->is_known && other->is_known && self->size == other->size
         && memcmp (self->digest, other->digest, sizeof self->digest) == 0;
}

/**
 * tl_file_read_path:
 * @path: a file's name in the encoding of the file system
 * @identity: (out) (optional): what was read
 * @cancellable: (nullable): to give up
 * @error: (nullable): a return location for a #GIOErrorEnum
 *
 * Reads a whole regular file of at most %TL_JSON_MAX_BYTES. The identity is that of the bytes
 * returned, even when the file changes meanwhile.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
tl_file_read_path (const char *path,
                   TlFileIdentity *identity,
                   GCancellable *cancellable,
                   GError **error)
{
  GBytes *bytes;
  /* Opening a pipe that nobody writes must not wait for ever. */
  int descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  if (descriptor < 0)
    {
      set_read_error (error, path);
      return NULL;
    }
  bytes = read_regular (descriptor, path, identity, cancellable, error);
  close (descriptor);
  return bytes;
}

/**
 * tl_file_read:
 * @file: a file, on a file system or elsewhere
 * @identity: (out) (optional): what was read
 * @cancellable: (nullable): to give up
 * @error: (nullable): a return location for a #GIOErrorEnum
 *
 * As tl_file_read_path(), for any #GFile.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
tl_file_read (GFile *file, TlFileIdentity *identity, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_file_is_native (file))
    return tl_file_read_path (g_file_peek_path (file), identity, cancellable, error);
  return read_stream (file, identity, cancellable, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* What a file was when it was read or written. The digest alone decides whether somebody else has
 * written it since; the rest says cheaply that nobody has. It means nothing to another run of the
 * program. */
typedef struct
{
  guint64 device;
  guint64 inode;
  guint64 size;    /* bytes */
  gint64 modified; /* nanoseconds since 1970 */
  guint64 digest[2];
  gboolean is_known;
} TlFileIdentity;

#define TL_FILE_IDENTITY_UNKNOWN ((TlFileIdentity) { .is_known = FALSE })

TlFileIdentity tl_file_identity_of (GBytes *bytes, const struct stat *info);
gboolean tl_file_identity_has_stat (const TlFileIdentity *self, const struct stat *info);
gboolean tl_file_identity_has_content (const TlFileIdentity *self, const TlFileIdentity *other);

GBytes *
tl_file_read (GFile *file, TlFileIdentity *identity, GCancellable *cancellable, GError **error);
GBytes *tl_file_read_path (const char *path,
                           TlFileIdentity *identity,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-save.h"

G_BEGIN_DECLS

/* One save to a file system, shared between the ways to do it. */
typedef struct
{
  const char *path;               /* borrowed; not a symbolic link */
  GBytes *bytes;                  /* borrowed */
  const TlFileIdentity *expected; /* borrowed; NULL to overwrite whatever is there */
  TlFileIdentity *written;        /* borrowed; set as soon as the file holds the bytes */
  GCancellable *cancellable;      /* borrowed, nullable */
  struct stat info;               /* of the file as it was found; valid when it exists */
  gboolean exists;
} TlSave;

gboolean tl_save_fail (const TlSave *save, int code, GError **error);
gboolean tl_save_set_conflict (const char *path, GError **error);
gboolean tl_save_set_unverified (const char *path, GError **error);
gboolean tl_save_write_all (int descriptor, GBytes *bytes, GCancellable *cancellable);
gboolean tl_save_sync_dir (const char *path);

gboolean tl_save_atomically (TlSave *save, gboolean *must_write_in_place, GError **error);
gboolean tl_save_in_place (TlSave *save, GError **error);

G_END_DECLS

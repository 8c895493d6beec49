/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-file.h"

G_BEGIN_DECLS

#define TL_SAVE_ERROR (tl_save_error_quark ())

/**
 * TlSaveError:
 * @TL_SAVE_ERROR_CONFLICT: the file no longer holds what was read or last written
 * @TL_SAVE_ERROR_READ_ONLY: the document must not be saved
 * @TL_SAVE_ERROR_VERIFY: what was written does not read back as what was meant
 *
 * What the file system refuses is a #GIOErrorEnum instead. All messages name the file.
 */
typedef enum
{
  TL_SAVE_ERROR_CONFLICT,
  TL_SAVE_ERROR_READ_ONLY,
  TL_SAVE_ERROR_VERIFY,
} TlSaveError;

GQuark tl_save_error_quark (void);

gboolean tl_save (GFile *file,
                  GBytes *bytes,
                  const TlFileIdentity *expected,
                  TlFileIdentity *written,
                  GCancellable *cancellable,
                  GError **error);
gboolean tl_save_stream (GFile *file,
                         GBytes *bytes,
                         const TlFileIdentity *expected,
                         TlFileIdentity *written,
                         GCancellable *cancellable,
                         GError **error);

char *tl_save_dup_recovery_dir (void);

G_END_DECLS

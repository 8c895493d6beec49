/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-history.h"
#include "tl-repair.h"
#include "tl-save.h"
#include "tl-workspace.h"

G_BEGIN_DECLS

/**
 * TlDocumentSaveFlags:
 * @TL_DOCUMENT_SAVE_DEFAULT: refuse with %TL_SAVE_ERROR_CONFLICT when the file is no longer the one
 *   that was read or last written
 * @TL_DOCUMENT_SAVE_OVERWRITE: replace the file whatever it holds now; only after the user has
 *   been asked
 */
typedef enum
{
  TL_DOCUMENT_SAVE_DEFAULT = 0,
  TL_DOCUMENT_SAVE_OVERWRITE = 1 << 0,
} TlDocumentSaveFlags;

/**
 * TlDocumentDiskState:
 * @TL_DOCUMENT_DISK_NONE: the document has no file yet
 * @TL_DOCUMENT_DISK_SAME: the file holds what was read or last written
 * @TL_DOCUMENT_DISK_CHANGED: somebody else has written the file
 * @TL_DOCUMENT_DISK_GONE: the file is no longer there or cannot be read
 */
typedef enum
{
  TL_DOCUMENT_DISK_NONE,
  TL_DOCUMENT_DISK_SAME,
  TL_DOCUMENT_DISK_CHANGED,
  TL_DOCUMENT_DISK_GONE,
} TlDocumentDiskState;

#define TL_TYPE_DOCUMENT (tl_document_get_type ())
G_DECLARE_FINAL_TYPE (TlDocument, tl_document, TL, DOCUMENT, GObject)

/* A document keeps its workspace for life; opening another file is another document. */
TlDocument *tl_document_new (void);
TlDocument *tl_document_new_for_workspace (TlWorkspace *workspace);

TlDocument *tl_document_load (GFile *file, GCancellable *cancellable, GError **error);
void tl_document_load_async (GFile *file,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
TlDocument *tl_document_load_finish (GAsyncResult *result, GError **error);

TlWorkspace *tl_document_get_workspace (TlDocument *self);
TlHistory *tl_document_get_history (TlDocument *self);
GFile *tl_document_get_file (TlDocument *self);
char *tl_document_dup_title (TlDocument *self);
gboolean tl_document_is_dirty (TlDocument *self);
gboolean tl_document_is_busy (TlDocument *self);
gboolean tl_document_is_read_only (TlDocument *self);
const char *tl_document_get_read_only_reason (TlDocument *self);
GPtrArray *tl_document_get_repairs (TlDocument *self);
TlDocumentDiskState tl_document_check_disk (TlDocument *self);

gboolean tl_document_save (TlDocument *self,
                           TlDocumentSaveFlags flags,
                           GCancellable *cancellable,
                           GError **error);
void tl_document_save_async (TlDocument *self,
                             TlDocumentSaveFlags flags,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean tl_document_save_finish (TlDocument *self, GAsyncResult *result, GError **error);

gboolean
tl_document_save_as (TlDocument *self, GFile *file, GCancellable *cancellable, GError **error);
void tl_document_save_as_async (TlDocument *self,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean tl_document_save_as_finish (TlDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS

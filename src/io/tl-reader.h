/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-file.h"
#include "tl-repair.h"
#include "tl-workspace.h"

G_BEGIN_DECLS

#define TL_READER_ERROR (tl_reader_error_quark ())

/**
 * TlReaderError:
 * @TL_READER_ERROR_FORMAT: JSON, but no document of this program
 * @TL_READER_ERROR_TYPE: a known member holds a value of another type
 * @TL_READER_ERROR_CHOICE: a choice that does not exist
 * @TL_READER_ERROR_ID: an item without an id, or with one that is taken
 *
 * What is no JSON is a #TlJsonError instead. All messages say line, column and a sentence.
 */
typedef enum
{
  TL_READER_ERROR_FORMAT,
  TL_READER_ERROR_TYPE,
  TL_READER_ERROR_CHOICE,
  TL_READER_ERROR_ID,
} TlReaderError;

typedef struct
{
  TlWorkspace *workspace; /* read-only when the file is newer */
  GPtrArray *repairs;     /* of TlRepair, in the order in which they were found */
  gboolean is_newer;      /* written by a later version of this program */
} TlReadResult;

GQuark tl_reader_error_quark (void);

TlReadResult *tl_read_bytes (GBytes *bytes, GError **error);
TlReadResult *
tl_read_file (GFile *file, TlFileIdentity *identity, GCancellable *cancellable, GError **error);
void tl_read_result_free (TlReadResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReadResult, tl_read_result_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-save.h"
#include "tl-workspace.h"

G_BEGIN_DECLS

/* What a save needs of a workspace, which can be edited meanwhile: the job may run in a thread. */
typedef struct
{
  GFile *file;             /* owned */
  GBytes *bytes;           /* owned */
  TlFileIdentity expected; /* not known: to overwrite whatever is there */
  TlFileIdentity written;  /* known once the file holds the bytes */
  guint64 fingerprint;     /* of the workspace that the bytes were made from */
  guint64 revision;        /* of the same */
} TlSaveJob;

TlSaveJob *tl_save_job_new (TlWorkspace *workspace, GFile *file, const TlFileIdentity *expected);
void tl_save_job_free (TlSaveJob *self);
gboolean tl_save_job_run (TlSaveJob *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSaveJob, tl_save_job_free)

G_END_DECLS

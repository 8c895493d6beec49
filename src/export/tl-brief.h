/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"

G_BEGIN_DECLS

/* One thing that is said of a project. */
typedef struct
{
  char *text;
  gboolean is_shared; /* the other has it, too */
} TlBriefPart;

/* The same thing of both projects, side by side. */
typedef struct
{
  const char *label;   /* translated */
  GPtrArray *parts[2]; /* of TlBriefPart; empty when it is not recorded */
} TlBriefRow;

/* What two owners need on the table when they meet: who does what, what is shared, what is
 * proposed, and the question to settle. */
typedef struct
{
  char *title; /* a sentence */
  char *names[2];
  char *owners[2];   /* NULL where not recorded */
  GPtrArray *rows;   /* of TlBriefRow */
  GPtrArray *shared; /* of char *: a line for each term of the score */
  char *proposal;
  char *question;
  char *place;   /* whose plan it is, and as of when */
  char *created; /* the day of it, for the file */
} TlBrief;

TlBrief *tl_brief_new (TlAnalysis *analysis, const TlPair *pair, TlItem *const *items);
void tl_brief_free (TlBrief *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlBrief, tl_brief_free)

char *tl_brief_to_markdown (const TlBrief *self);
GBytes *tl_brief_to_pdf (const TlBrief *self, GError **error);

/* Writes it as what the name of the file says: .pdf or .md. */
gboolean tl_brief_to_file (const TlBrief *self, GFile *file, GError **error);
void tl_brief_to_file_async (TlBrief *self,
                             GFile *file,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean tl_brief_to_file_finish (GAsyncResult *result, GError **error);

const char *tl_brief_get_term_label (TlDuplicateTerm term);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-alignment.h"

G_BEGIN_DECLS

/* What two projects are compared by. */
typedef enum
{
  TL_DUPLICATE_OBJECTIVES,
  TL_DUPLICATE_AUDIENCE,
  TL_DUPLICATE_TOPICS, /* and skills */
  TL_DUPLICATE_TITLE,
  TL_N_DUPLICATE_TERMS,
} TlDuplicateTerm;

/* How many pairs of each sort a result keeps: those with the highest scores. */
#define TL_DUPLICATES_MAX_PAIRS 2000

/* Less of the weight than this could be compared: the score is a hint. */
#define TL_DUPLICATES_FIRM_BASIS .5

/* Two projects that do the same, or that tell the same people different things. */
typedef struct
{
  const char *ids[2];                  /* in the order of the document */
  double score;                        /* 0 to 1 */
  double terms[TL_N_DUPLICATE_TERMS];  /* 0 to 1; NaN: recorded for neither */
  double basis;                        /* weight of the terms that are recorded, 0 to 1 */
  double saving;                       /* person-days; NaN when not recorded for both */
  char **shared[TL_N_DUPLICATE_TERMS]; /* ids of objectives, words; none for titles */
  guint64 states[2];                   /* what the projects were when they were compared */
  guint is_duplicate : 1;              /* the score reaches the threshold */
  guint is_mixed : 1;                  /* different units, same topic and people, no goal */
  guint has_dates : 1;                 /* that they overlap in time is recorded */
  guint has_units : 1;                 /* both units are recorded */
} TlPair;

/* What has to be read of a workspace to compare its projects: plain data, for a thread. */
typedef struct _TlDuplicatesInput TlDuplicatesInput;

TlDuplicatesInput *tl_duplicates_input_new (TlAlignment *alignment);
void tl_duplicates_input_free (TlDuplicatesInput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDuplicatesInput, tl_duplicates_input_free)

/* The pairs at one revision of a workspace, immutable. It holds no item, and may be made, kept and
 * freed in any thread. */
typedef struct _TlDuplicates TlDuplicates;

TlDuplicates *tl_duplicates_find (const TlDuplicatesInput *input, GCancellable *cancellable);
TlDuplicates *tl_duplicates_new (TlAlignment *alignment);
TlDuplicates *tl_duplicates_ref (TlDuplicates *self);
void tl_duplicates_unref (TlDuplicates *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDuplicates, tl_duplicates_unref)

guint64 tl_duplicates_get_revision (const TlDuplicates *self);
guint tl_duplicates_get_n_pairs (const TlDuplicates *self);
const TlPair *tl_duplicates_get_pair (const TlDuplicates *self, guint index);
const TlPair *tl_duplicates_find_pair (const TlDuplicates *self, const char *id, const char *other);
gboolean tl_duplicates_is_capped (const TlDuplicates *self);
guint tl_duplicates_get_n_found (const TlDuplicates *self);
const char *const *tl_duplicates_get_frequent_words (const TlDuplicates *self);

/* A pair in a workspace that may have gone on since. */
gboolean tl_pair_holds (const TlPair *self, TlAlignment *alignment, TlItem **items);
gboolean tl_pair_is_very_alike (const TlPair *self);
gboolean tl_pair_equal (const TlPair *self, const TlPair *other);
double tl_duplicate_term_get_weight (TlDuplicateTerm term);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-duplicates.h"
#include "tl-item-numbers.h"

G_BEGIN_DECLS

/* Some of a pool of numbers. */
typedef struct
{
  guint start;
  guint n;
} TlSlice;

/* A counted project, as it was. */
typedef struct
{
  const char *id;
  TlValue title; /* texts and lists are shared with the item, and never change */
  TlValue audience;
  TlValue topics;
  TlValue skills;
  TlSlice objectives; /* in the pool; numbers of the objectives that valid links lead to */
  guint64 state;
  double days; /* NaN when not recorded */
} TlDuplicatesRow;

/* What is asked of millions of pairs, by itself: so little stays near the processor. */
typedef struct
{
  TlDate start;
  TlDate end;
  guint unit;    /* a number, or TL_NOBODY when not recorded */
  TlSlice goals; /* in the pool; numbers of the goals that it serves, rising */
} TlDuplicatesSpan;

struct _TlDuplicatesInput
{
  /* Owned. */
  GArray *rows;          /* of TlDuplicatesRow, in document order */
  GArray *spans;         /* of TlDuplicatesSpan, of the same projects */
  GArray *pool;          /* of guint */
  GPtrArray *objectives; /* ids, by number */
  GStringChunk *ids;

  guint64 revision;
  double threshold;   /* the score from which projects are alike */
  gboolean has_silos; /* there is more than one unit */
};

/* One word, objective or piece of a title. The cheaper it is to look up for what it says, the
 * lower its number, the same in all sets. */
typedef struct
{
  const char *name; /* of a word: as it was first written; NULL for others */
  guint objective;  /* its number in the input, or TL_NOBODY */
  guint n_rows;     /* that have it */
  guint last_row;   /* that was given it, and one */
  double mass;      /* the weight that it has in all of them together */
} TlDuplicateToken;

/* The sets of a project in brief, which is enough to know of most pairs that they are not alike:
 * together, because to fetch them is what takes the time. */
typedef struct
{
  guint64 marks[TL_N_DUPLICATE_TERMS]; /* a bit for each token, not always its own */
  guint n[TL_N_DUPLICATE_TERMS];       /* tokens */
} TlDuplicateBrief;

/* The projects as sets of numbers. */
typedef struct
{
  GArray *tokens; /* of TlDuplicateToken */
  GArray *pool;   /* of guint, rising within a set */
  TlSlice *sets;  /* TL_N_DUPLICATE_SETS a row */
  TlDuplicateBrief *briefs;
} TlDuplicateSets;

/* One more than there are terms: a topic is no skill where messages are compared. */
#define TL_DUPLICATE_ONLY_TOPICS TL_N_DUPLICATE_TERMS
#define TL_N_DUPLICATE_SETS (TL_N_DUPLICATE_TERMS + 1)

guint64 tl_duplicates_get_state (TlAlignment *alignment, TlItem *project);

TlDuplicateSets *tl_duplicate_sets_new (const TlDuplicatesInput *input);
void tl_duplicate_sets_free (TlDuplicateSets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDuplicateSets, tl_duplicate_sets_free)

/* What is in a set of a row, rising. */
static inline const guint *
tl_duplicate_sets_get (const TlDuplicateSets *self, guint row, guint set, guint *n_tokens)
{
  const TlSlice *slice = &self->sets[(gsize) row * TL_N_DUPLICATE_SETS + set];

  *n_tokens = slice->n;
  return &g_array_index (self->pool, guint, slice->start);
}

/* Two projects by their rows, and how alike they are. */
typedef struct
{
  guint a;
  guint b;
  double score;
} TlMatch;

/* The best that were found. */
typedef struct
{
  GArray *kept; /* of TlMatch */
  double worst; /* what is kept of them is better, once there are too many */
  guint n_found;
  gboolean is_full;
} TlMatches;

/* A search for all pairs of one sort. */
typedef struct
{
  const TlDuplicatesInput *input;
  const TlDuplicateSets *sets;
  GCancellable *cancellable; /* (nullable) */
  TlMatches matches;
  GPtrArray *frequent; /* (element-type utf8): words that were not followed to the end */
  gboolean is_capped;
} TlDuplicateSearch;

extern const double tl_duplicate_weights[TL_N_DUPLICATE_TERMS];

double tl_duplicates_score (const TlDuplicateSets *sets,
                            guint a,
                            guint b,
                            double least,
                            double terms[TL_N_DUPLICATE_TERMS]);
gboolean tl_duplicates_overlap (const TlDuplicatesInput *input, guint a, guint b);
gboolean tl_duplicates_is_mixed (const TlDuplicatesInput *input,
                                 const TlDuplicateSets *sets,
                                 guint a,
                                 guint b);
int tl_numbers_compare (const void *left, const void *right);
guint tl_numbers_count_common (const guint *a, guint n_a, const guint *b, guint n_b);
guint tl_numbers_find_common (const guint *a, guint n_a, const guint *b, guint n_b);

void tl_duplicate_search_init (TlDuplicateSearch *self,
                               const TlDuplicatesInput *input,
                               const TlDuplicateSets *sets,
                               GCancellable *cancellable);
void tl_duplicate_search_clear (TlDuplicateSearch *self);
void tl_duplicate_search_add (TlDuplicateSearch *self, guint a, guint b, double score);
void tl_duplicate_search_finish (TlDuplicateSearch *self);
void tl_duplicate_search_run (TlDuplicateSearch *self);
void tl_mixed_search_run (TlDuplicateSearch *self);

G_END_DECLS

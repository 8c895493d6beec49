/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include <math.h>
#include <stdlib.h>

#include "tl-duplicates-private.h"

/* Looks that a search may take at pairs, some tenths of a second. A plan in which everything shares
 * everything would need one for each pair of projects. */
#define MAX_LOOKS 6000000

#define TOLERANCE 1e-9 /* of a score */

/* The part of each project that has to be looked up, and who has a token there so far. */
typedef struct
{
  TlDuplicateSearch *search;

  /* Owned. */
  GArray *prefixes; /* of guint: tokens, row by row */
  guint *ends;      /* of the prefix of each row */
  guint *n_rows;    /* that have a token in their prefix */
  guint *windows;   /* how many of them, counted back from a project, are compared with it */
  guint *starts;    /* of the token's rows in @rows */
  guint *n_seen;
  guint *rows;
  guint *last_met; /* the project, and one, with which a row was compared last */
} Join;

/* Numbers in rising order. */

int
tl_numbers_compare (const void *left, const void *right)
{
  guint a = *(const guint *) left;
  guint b = *(const guint *) right;

  return a < b ? -1 : a > b;
}

guint
tl_numbers_count_common (const guint *a, guint n_a, const guint *b, guint n_b)
{
  guint n = 0;

  for (guint i = 0, j = 0; i < n_a && j < n_b;)
    {
      guint x = a[i];
      guint y = b[j];

      n += x == y ? 1 : 0;
      i += x <= y ? 1 : 0;
      j += y <= x ? 1 : 0;
    }
  return n;
}

/* The lowest that both have, or TL_NOBODY. */
guint
tl_numbers_find_common (const guint *a, guint n_a, const guint *b, guint n_b)
{
  for (guint i = 0, j = 0; i < n_a && j < n_b;)
    {
      if (a[i] == b[j])
        return a[i];
      if (a[i] < b[j])
        i++;
      else
        j++;
    }
  return TL_NOBODY;
}

/* Matches. */

static int
compare_matches (gconstpointer left, gconstpointer right)
{
  const TlMatch *x = left;
  const TlMatch *y = right;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return x->b < y->b ? -1 : x->b > y->b;
}

static void
cut (TlMatches *self)
{
  g_array_sort (self->kept, compare_matches);
  if (self->kept->len < TL_DUPLICATES_MAX_PAIRS)
    return;
  g_array_set_size (self->kept, TL_DUPLICATES_MAX_PAIRS);
  self->worst = g_array_index (self->kept, TlMatch, TL_DUPLICATES_MAX_PAIRS - 1).score;
  self->is_full = TRUE;
}

void
tl_duplicate_search_init (TlDuplicateSearch *self,
                          const TlDuplicatesInput *input,
                          const TlDuplicateSets *sets,
                          GCancellable *cancellable)
{
  *self = (TlDuplicateSearch) { .input = input, .sets = sets, .cancellable = cancellable };
  self->matches.kept = g_array_new (FALSE, FALSE, sizeof (TlMatch));
  self->frequent = g_ptr_array_new ();
}

void
tl_duplicate_search_clear (TlDuplicateSearch *self)
{
  g_array_unref (self->matches.kept);
  g_ptr_array_unref (self->frequent);
}

void
tl_duplicate_search_add (TlDuplicateSearch *self, guint a, guint b, double score)
{
  TlMatches *matches = &self->matches;
  TlMatch match = { MIN (a, b), MAX (a, b), score };

  matches->n_found++;
  if (matches->is_full && score <= matches->worst)
    return;
  g_array_append_val (matches->kept, match);
  if (matches->kept->len == 2 * TL_DUPLICATES_MAX_PAIRS)
    cut (matches);
}

void
tl_duplicate_search_finish (TlDuplicateSearch *self)
{
  cut (&self->matches);
  self->is_capped |= self->matches.n_found > self->matches.kept->len;
}

/* Pairs. */

static double
get_jaccard (guint n_common, guint n_a, guint n_b)
{
  return (double) n_common / (n_a + n_b - n_common);
}

/* What a term adds to the score at most: a token whose bit the other set does not have, the other
 * does not have either. In line, or else it would be there for one sort of processor only. */
G_ALWAYS_INLINE static inline double
get_most (const TlDuplicateBrief *a, const TlDuplicateBrief *b, TlDuplicateTerm term)
{
  guint n = a->n[term] + b->n[term];
  guint n_common
      = a->n[term] < b->n[term]
            ? a->n[term] - (guint) __builtin_popcountll (a->marks[term] & ~b->marks[term])
            : b->n[term] - (guint) __builtin_popcountll (b->marks[term] & ~a->marks[term]);

  /* Mostly there is nothing in common, and a division takes long. */
  return n_common > 0 ? tl_duplicate_weights[term] * n_common / (n - n_common) : 0;
}

/* The score of two projects: the weighted mean of the terms that are recorded for either. Once it
 * cannot reach @least any more, the answer is -1 and @terms means nothing. */
TL_POPCOUNT_CLONES double
tl_duplicates_score (const TlDuplicateSets *sets,
                     guint a,
                     guint b,
                     double least,
                     double terms[TL_N_DUPLICATE_TERMS])
{
  const TlDuplicateBrief *x = &sets->briefs[a];
  const TlDuplicateBrief *y = &sets->briefs[b];
  double most[TL_N_DUPLICATE_TERMS];
  double weight = 0, best = 0, score = 0;

  for (guint i = 0; i < TL_N_DUPLICATE_TERMS; i++)
    weight += x->n[i] + y->n[i] > 0 ? tl_duplicate_weights[i] : 0;
  least = (least - TOLERANCE) * weight;
  best = weight;
  for (guint i = 0; i < TL_N_DUPLICATE_TERMS && best >= least; i++)
    {
      if (x->n[i] + y->n[i] == 0)
        continue;
      most[i] = get_most (x, y, i);
      best += most[i] - tl_duplicate_weights[i];
    }
  for (guint i = 0; i < TL_N_DUPLICATE_TERMS && best >= least; i++)
    {
      guint n_a, n_b;
      const guint *set_a = tl_duplicate_sets_get (sets, a, i, &n_a);
      const guint *set_b = tl_duplicate_sets_get (sets, b, i, &n_b);

      terms[i] = NAN;
      if (n_a + n_b == 0)
        continue;
      terms[i] = get_jaccard (tl_numbers_count_common (set_a, n_a, set_b, n_b), n_a, n_b);
      score += tl_duplicate_weights[i] * terms[i];
      best += tl_duplicate_weights[i] * terms[i] - most[i];
    }
  return best >= least && weight > 0 ? score / weight : -1;
}

/* Days that are not recorded may be any. */
gboolean
tl_duplicates_overlap (const TlDuplicatesInput *input, guint a, guint b)
{
  const TlDuplicatesSpan *x = &g_array_index (input->spans, TlDuplicatesSpan, a);
  const TlDuplicatesSpan *y = &g_array_index (input->spans, TlDuplicatesSpan, b);

  return (x->end == TL_DATE_NONE || y->start == TL_DATE_NONE || y->start <= x->end)
         && (y->end == TL_DATE_NONE || x->start == TL_DATE_NONE || x->start <= y->end);
}

/* Joining. */

typedef struct
{
  guint number;
  double mass;
} Weighed;

static int
compare_weighed (const void *left, const void *right)
{
  return tl_numbers_compare (&((const Weighed *) left)->number, &((const Weighed *) right)->number);
}

/* All tokens of a project in the one order, each with the weight that is lost without it. */
static void
weigh_row (const TlDuplicateSets *sets, guint row, GArray *weighed)
{
  double weight = 0;

  g_array_set_size (weighed, 0);
  for (guint term = 0; term < TL_N_DUPLICATE_TERMS; term++)
    {
      guint n;
      const guint *tokens = tl_duplicate_sets_get (sets, row, term, &n);

      weight += n > 0 ? tl_duplicate_term_get_weight (term) : 0;
      for (guint i = 0; i < n; i++)
        {
          Weighed token = { tokens[i], tl_duplicate_term_get_weight (term) / n };

          g_array_append_val (weighed, token);
        }
    }
  for (guint i = 0; i < weighed->len; i++)
    g_array_index (weighed, Weighed, i).mass /= weight;
  if (weighed->len > 1)
    qsort (weighed->data, weighed->len, sizeof (Weighed), compare_weighed);
}

/* Two projects that share nothing but tokens of one's rest score at most what that rest weighs: a
 * term is at most the part of its set that is in the rest. As long as that is too little, the rest
 * need not be looked up. Since the order is the same for all, the first token that a sufficient
 * pair shares is in what is looked up of both. */
static void
add_prefix (Join *self, guint row, GArray *weighed)
{
  double rest = 0;
  guint end;

  weigh_row (self->search->sets, row, weighed);
  for (end = weighed->len; end > 0; end--)
    {
      rest += g_array_index (weighed, Weighed, end - 1).mass;
      if (rest >= self->search->input->threshold - TOLERANCE)
        break;
    }
  for (guint i = 0; i < end; i++)
    {
      guint number = g_array_index (weighed, Weighed, i).number;

      g_array_append_val (self->prefixes, number);
      self->n_rows[number]++;
    }
  self->ends[row] = self->prefixes->len;
}

typedef struct
{
  guint n_rows;
  guint number;
} Frequency;

static int
compare_frequencies (const void *left, const void *right)
{
  const Frequency *a = left;
  const Frequency *b = right;

  if (a->n_rows != b->n_rows)
    return a->n_rows < b->n_rows ? -1 : 1;
  return tl_numbers_compare (&a->number, &b->number);
}

static void
note_frequent (TlDuplicateSearch *self, guint number)
{
  const TlDuplicateToken *token = &g_array_index (self->sets->tokens, TlDuplicateToken, number);

  self->is_capped = TRUE;
  if (token->name != NULL)
    g_ptr_array_add (self->frequent, (gpointer) token->name);
}

/* The rarest are followed to the end. Those for which too few looks are left compare each project
 * with the nearest before it in the document. */
static void
set_windows (Join *self, guint n_tokens)
{
  g_autofree Frequency *frequencies = g_new (Frequency, MAX (n_tokens, 1));
  guint64 n_left = MAX_LOOKS;

  for (guint i = 0; i < n_tokens; i++)
    frequencies[i] = (Frequency) { self->n_rows[i], i };
  qsort (frequencies, n_tokens, sizeof (Frequency), compare_frequencies);
  for (guint i = 0; i < n_tokens; i++)
    {
      guint64 n = frequencies[i].n_rows;
      guint64 n_looks = n < 2 ? 0 : n * (n - 1) / 2;

      self->windows[frequencies[i].number] = G_MAXUINT;
      if (n_looks > n_left)
        {
          self->windows[frequencies[i].number] = (guint) (n_left / n);
          n_looks = n_left / n * n;
          note_frequent (self->search, frequencies[i].number);
        }
      n_left -= n_looks;
    }
}

static void
join_init (Join *self, TlDuplicateSearch *search)
{
  guint n_rows = search->input->rows->len;
  guint n_tokens = search->sets->tokens->len;
  g_autoptr (GArray) weighed = g_array_new (FALSE, FALSE, sizeof (Weighed));

  self->search = search;
  self->prefixes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ends = g_new (guint, n_rows);
  self->n_rows = g_new0 (guint, n_tokens);
  self->windows = g_new (guint, n_tokens);
  self->n_seen = g_new0 (guint, n_tokens);
  self->starts = g_new (guint, n_tokens);
  self->last_met = g_new0 (guint, n_rows);
  for (guint row = 0; row < n_rows; row++)
    add_prefix (self, row, weighed);
  set_windows (self, n_tokens);
  for (guint i = 0, start = 0; i < n_tokens; i++)
    {
      self->starts[i] = start;
      start += self->n_rows[i];
    }
  self->rows = g_new (guint, self->prefixes->len);
}

static void
join_clear (Join *self)
{
  g_array_unref (self->prefixes);
  g_free (self->ends);
  g_free (self->n_rows);
  g_free (self->windows);
  g_free (self->starts);
  g_free (self->n_seen);
  g_free (self->rows);
  g_free (self->last_met);
}

static void
look_at (TlDuplicateSearch *self, guint a, guint b)
{
  double terms[TL_N_DUPLICATE_TERMS];
  double score;

  if (!tl_duplicates_overlap (self->input, a, b))
    return;
  score = tl_duplicates_score (self->sets, a, b, self->input->threshold, terms);
  if (score > 0)
    tl_duplicate_search_add (self, a, b, score);
}

/* Compares a project with those before it that have a token of its prefix in theirs. */
static void
join_row (Join *self, guint row)
{
  for (guint i = row > 0 ? self->ends[row - 1] : 0; i < self->ends[row]; i++)
    {
      guint token = g_array_index (self->prefixes, guint, i);
      const guint *rows = self->rows + self->starts[token];
      guint n = self->n_seen[token]++;

      for (guint j = n - MIN (n, self->windows[token]); j < n; j++)
        if (self->last_met[rows[j]] != row + 1)
          {
            self->last_met[rows[j]] = row + 1;
            look_at (self->search, rows[j], row);
          }
      self->rows[self->starts[token] + n] = row;
    }
}

/* All pairs that overlap in time and whose score reaches the threshold. A pair that has nothing in
 * common is none, whatever the threshold. */
void
tl_duplicate_search_run (TlDuplicateSearch *self)
{
  Join join = { NULL };

  join_init (&join, self);
  for (guint row = 0; row < self->input->rows->len; row++)
    {
      if (g_cancellable_is_cancelled (self->cancellable))
        break;
      join_row (&join, row);
    }
  join_clear (&join);
  tl_duplicate_search_finish (self);
}

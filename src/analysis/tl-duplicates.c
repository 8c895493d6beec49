/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-duplicates.h"

#include <math.h>

#include "tl-duplicates-private.h"

#define TOLERANCE 1e-9 /* of a score */
#define VERY_ALIKE .8  /* from this score on, one project is proposed in place of two */

struct _TlDuplicates
{
  gatomicrefcount ref_count;

  /* Owned. */
  GArray *pairs;       /* of TlPair */
  GStringChunk *texts; /* what they point to */
  GPtrArray *frequent; /* of words, NULL-terminated */

  guint64 revision;
  guint n_found;
  gboolean is_capped;
};

const double tl_duplicate_weights[TL_N_DUPLICATE_TERMS] = {
  [TL_DUPLICATE_OBJECTIVES] = .35,
  [TL_DUPLICATE_AUDIENCE] = .25,
  [TL_DUPLICATE_TOPICS] = .25,
  [TL_DUPLICATE_TITLE] = .15,
};

static void
pair_clear (gpointer data)
{
  TlPair *pair = data;

  for (guint i = 0; i < TL_N_DUPLICATE_TERMS; i++)
    g_free (pair->shared[i]);
}

/* What stands for a token in a pair; NULL for pieces of titles. */
static const char *
get_name (const TlDuplicatesInput *input, const TlDuplicateToken *token)
{
  if (token->objective != TL_NOBODY)
    return g_ptr_array_index (input->objectives, token->objective);
  return token->name;
}

static char **
list_shared (TlDuplicates *self,
             const TlDuplicatesInput *input,
             const TlDuplicateSets *sets,
             const TlMatch *match,
             TlDuplicateTerm term)
{
  g_autoptr (GPtrArray) shared = g_ptr_array_new ();
  guint n_a, n_b;
  const guint *a = tl_duplicate_sets_get (sets, match->a, term, &n_a);
  const guint *b = tl_duplicate_sets_get (sets, match->b, term, &n_b);

  for (guint i = 0, j = 0; term != TL_DUPLICATE_TITLE && i < n_a && j < n_b;)
    {
      guint x = a[i];
      guint y = b[j];

      if (x == y)
        g_ptr_array_add (shared,
                         g_string_chunk_insert_const (self->texts,
                                                      get_name (input,
                                                                &g_array_index (sets->tokens,
                                                                                TlDuplicateToken,
                                                                                x))));
      i += x <= y ? 1 : 0;
      j += y <= x ? 1 : 0;
    }
  g_ptr_array_add (shared, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&shared), FALSE);
}

static double
get_basis (const double terms[TL_N_DUPLICATE_TERMS])
{
  double basis = 0;

  for (guint i = 0; i < TL_N_DUPLICATE_TERMS; i++)
    basis += isnan (terms[i]) ? 0 : tl_duplicate_weights[i];
  return basis;
}

static void
add_pair (TlDuplicates *self,
          const TlDuplicatesInput *input,
          const TlDuplicateSets *sets,
          const TlMatch *match)
{
  const TlDuplicatesRow *a = &g_array_index (input->rows, TlDuplicatesRow, match->a);
  const TlDuplicatesRow *b = &g_array_index (input->rows, TlDuplicatesRow, match->b);
  const TlDuplicatesSpan *span_a = &g_array_index (input->spans, TlDuplicatesSpan, match->a);
  const TlDuplicatesSpan *span_b = &g_array_index (input->spans, TlDuplicatesSpan, match->b);
  TlPair pair = {
    .ids = { g_string_chunk_insert_const (self->texts, a->id),
             g_string_chunk_insert_const (self->texts, b->id) },
    .states = { a->state, b->state },
    .saving = isnan (a->days) || isnan (b->days) ? NAN : MIN (a->days, b->days),
    .is_mixed = tl_duplicates_is_mixed (input, sets, match->a, match->b),
    .has_dates = span_a->start != TL_DATE_NONE && span_a->end != TL_DATE_NONE
                 && span_b->start != TL_DATE_NONE && span_b->end != TL_DATE_NONE,
    .has_units = span_a->unit != TL_NOBODY && span_b->unit != TL_NOBODY,
  };

  pair.score = tl_duplicates_score (sets, match->a, match->b, 0, pair.terms);
  pair.basis = get_basis (pair.terms);
  pair.is_duplicate = pair.score > 0 && pair.score + TOLERANCE >= input->threshold;
  for (guint i = 0; i < TL_N_DUPLICATE_TERMS; i++)
    pair.shared[i] = list_shared (self, input, sets, match, i);
  g_array_append_val (self->pairs, pair);
}

static void
take_frequent (TlDuplicates *self, GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      char *word = g_string_chunk_insert_const (self->texts, words->pdata[i]);

      if (!g_ptr_array_find (self->frequent, word, NULL))
        g_ptr_array_add (self->frequent, word);
    }
}

/* Those that were found in both ways once. */
static void
add_matches (TlDuplicates *self, TlDuplicateSearch *search, GHashTable *known)
{
  for (guint i = 0; i < search->matches.kept->len; i++)
    {
      const TlMatch *match = &g_array_index (search->matches.kept, TlMatch, i);
      gint64 key = ((gint64) match->a << 32) | match->b;

      if (g_hash_table_add (known, g_memdup2 (&key, sizeof key)))
        add_pair (self, search->input, search->sets, match);
      else
        search->matches.n_found--;
    }
  self->n_found += search->matches.n_found;
  self->is_capped |= search->is_capped;
  take_frequent (self, search->frequent);
}

static int
compare_pairs (gconstpointer left, gconstpointer right)
{
  const TlPair *a = left;
  const TlPair *b = right;

  if (a->score != b->score)
    return a->score > b->score ? -1 : 1;
  return 0;
}

/**
 * tl_duplicates_find:
 * @input: what to compare
 * @cancellable: (nullable): to give up early
 *
 * Finds the pairs of counted projects that may overlap in time and either are alike, or tell the
 * same people different things. The score is .35·J(objectives) + .25·J(audience) + .25·J(topics and
 * skills) + .15·J(trigrams of the titles), where J is what two sets share of what they have
 * together; a term that is recorded for neither is left out and the others take its weight.
 *
 * All pairs are found, and no others, but for two limits which tl_duplicates_is_capped() tells of:
 * of each sort no more than %TL_DUPLICATES_MAX_PAIRS are kept, the best; and where what very many
 * projects share would ask for millions of comparisons, each is compared only with the nearest of
 * them.
 *
 * May be called in any thread.
 *
 * Returns: (transfer full) (nullable): the pairs, best first; %NULL when it was cancelled
 */
TlDuplicates *
tl_duplicates_find (const TlDuplicatesInput *input, GCancellable *cancellable)
{
  g_autoptr (TlDuplicateSets) sets = tl_duplicate_sets_new (input);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (TlDuplicates) self = g_new0 (TlDuplicates, 1);
  TlDuplicateSearch alike, mixed;

  g_atomic_ref_count_init (&self->ref_count);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (TlPair));
  g_array_set_clear_func (self->pairs, pair_clear);
  self->texts = g_string_chunk_new (1024);
  self->frequent = g_ptr_array_new ();
  self->revision = input->revision;

  tl_duplicate_search_init (&alike, input, sets, cancellable);
  tl_duplicate_search_run (&alike);
  add_matches (self, &alike, known);
  tl_duplicate_search_clear (&alike);
  tl_duplicate_search_init (&mixed, input, sets, cancellable);
  tl_mixed_search_run (&mixed);
  add_matches (self, &mixed, known);
  tl_duplicate_search_clear (&mixed);

  g_array_sort (self->pairs, compare_pairs);
  g_ptr_array_add (self->frequent, NULL);
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&self);
}

/**
 * tl_duplicates_new:
 * @alignment: how the workspace stands
 *
 * Returns: (transfer full): the pairs of tl_duplicates_find(), waited for
 */
TlDuplicates *
tl_duplicates_new (TlAlignment *alignment)
{
  g_autoptr (TlDuplicatesInput) input = tl_duplicates_input_new (alignment);

  return tl_duplicates_find (input, NULL);
}

/**
 * tl_duplicates_ref:
 * @self: pairs
 *
 * Returns: (transfer full): @self
 */
TlDuplicates *
tl_duplicates_ref (TlDuplicates *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tl_duplicates_unref:
 * @self: (transfer full): pairs
 */
void
tl_duplicates_unref (TlDuplicates *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->pairs);
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->frequent);
  g_free (self);
}

/**
 * tl_duplicates_get_revision:
 * @self: pairs
 *
 * Returns: the revision of the workspace that was compared
 */
guint64
tl_duplicates_get_revision (const TlDuplicates *self)
{
  return self->revision;
}

/**
 * tl_duplicates_get_n_pairs:
 * @self: pairs
 *
 * Returns: how many there are
 */
guint
tl_duplicates_get_n_pairs (const TlDuplicates *self)
{
  return self->pairs->len;
}

/**
 * tl_duplicates_get_pair:
 * @self: pairs
 * @index: less than tl_duplicates_get_n_pairs()
 *
 * Returns: (transfer none): a pair; those that are most alike come first
 */
const TlPair *
tl_duplicates_get_pair (const TlDuplicates *self, guint index)
{
  g_return_val_if_fail (index < self->pairs->len, NULL);

  return &g_array_index (self->pairs, TlPair, index);
}

/**
 * tl_duplicates_find_pair:
 * @self: pairs
 * @id: id of a project
 * @other: id of another
 *
 * Returns: (transfer none) (nullable): the pair of the two, in whatever order
 */
const TlPair *
tl_duplicates_find_pair (const TlDuplicates *self, const char *id, const char *other)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const TlPair *pair = &g_array_index (self->pairs, TlPair, i);

      if ((g_str_equal (pair->ids[0], id) && g_str_equal (pair->ids[1], other))
          || (g_str_equal (pair->ids[0], other) && g_str_equal (pair->ids[1], id)))
        return pair;
    }
  return NULL;
}

/**
 * tl_duplicates_is_capped:
 * @self: pairs
 *
 * Returns: whether there may be more of them
 */
gboolean
tl_duplicates_is_capped (const TlDuplicates *self)
{
  return self->is_capped;
}

/**
 * tl_duplicates_get_n_found:
 * @self: pairs
 *
 * Returns: how many were found, those that are not kept as well
 */
guint
tl_duplicates_get_n_found (const TlDuplicates *self)
{
  return self->n_found;
}

/**
 * tl_duplicates_get_frequent_words:
 * @self: pairs
 *
 * Returns: (transfer none) (array zero-terminated=1): the words that too many projects share for
 *   all of these to be compared with each other
 */
const char *const *
tl_duplicates_get_frequent_words (const TlDuplicates *self)
{
  return (const char *const *) self->frequent->pdata;
}

/**
 * tl_pair_holds:
 * @self: a pair
 * @alignment: how the workspace stands now
 * @items: (out caller-allocates) (array fixed-size=2): the two projects, in document order
 *
 * Whether what was found is still so: both projects are there, and nothing that was compared of
 * them has changed since. So a pair is never told of projects that are something else by now, and
 * the others stay while a new result is on its way.
 *
 * Returns: whether it is
 */
gboolean
tl_pair_holds (const TlPair *self, TlAlignment *alignment, TlItem **items)
{
  TlWorkspace *workspace = tl_alignment_get_workspace (alignment);

  for (guint i = 0; i < G_N_ELEMENTS (self->ids); i++)
    {
      items[i] = tl_workspace_lookup (workspace, self->ids[i]);
      if (items[i] == NULL || tl_item_get_kind (items[i]) != TL_KIND_PROJECT
          || !tl_alignment_is_counted (alignment, items[i])
          || tl_duplicates_get_state (alignment, items[i]) != self->states[i])
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_pair_equal:
 * @self: a pair
 * @other: another
 *
 * Returns: whether the two say the same of the same projects
 */
gboolean
tl_pair_equal (const TlPair *self, const TlPair *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->ids); i++)
    if (!g_str_equal (self->ids[i], other->ids[i]) || self->states[i] != other->states[i])
      return FALSE;
  return self->is_duplicate == other->is_duplicate && self->is_mixed == other->is_mixed;
}

/**
 * tl_pair_is_very_alike:
 * @self: a pair
 *
 * Returns: whether one project could do what the two do
 */
gboolean
tl_pair_is_very_alike (const TlPair *self)
{
  return self->score >= VERY_ALIKE - TOLERANCE;
}

/**
 * tl_duplicate_term_get_weight:
 * @term: a term
 *
 * Returns: its share of the score when all terms are recorded
 */
double
tl_duplicate_term_get_weight (TlDuplicateTerm term)
{
  g_return_val_if_fail (term < TL_N_DUPLICATE_TERMS, 0);

  return tl_duplicate_weights[term];
}

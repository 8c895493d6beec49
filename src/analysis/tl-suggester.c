/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-suggester.h"

#include <math.h>

#include "tl-words.h"
#include "tl-workspace.h"

/* A word of the objectives, and which of them have it. */
typedef struct
{
  GArray *candidates; /* of guint, rising */
  guint last_query;   /* in which the word was met last */
} Word;

typedef struct
{
  TlItem *objective; /* borrowed */
  double weight;
  guint rank;
  guint position;
} Candidate;

struct _TlSuggester
{
  /* Owned. */
  GArray *candidates; /* of Candidate, what needs help most first */
  GHashTable *words;  /* text → Word */
  GArray *n_shared;   /* of guint: words that a candidate shares with the project asked for */
  GArray *touched;    /* of guint: the candidates that share any */
  GString *scratch;

  guint query;
  guint adding; /* candidate whose words are being noted */
};

static void
word_free (gpointer data)
{
  Word *word = data;

  g_array_unref (word->candidates);
  g_free (word);
}

static int
compare_candidates (gconstpointer left, gconstpointer right)
{
  const Candidate *a = left;
  const Candidate *b = right;

  if (a->weight != b->weight)
    return a->weight > b->weight ? -1 : 1;
  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;
  return a->position < b->position ? -1 : a->position > b->position;
}

static void
add_goal (TlSuggester *self, TlAlignment *alignment, TlItem *goal)
{
  guint n;
  TlItem *const *objectives = tl_alignment_get_objectives (alignment, goal, &n);
  double weight = tl_item_get_number (goal, TL_GOAL_WEIGHT);

  for (guint i = 0; i < n; i++)
    {
      Candidate candidate = { objectives[i], isnan (weight) ? 0 : weight,
                              tl_alignment_get_rank (alignment, goal), i };

      if (tl_alignment_is_active_objective (alignment, objectives[i])
          && !tl_alignment_is_covered (alignment, objectives[i]))
        g_array_append_val (self->candidates, candidate);
    }
}

static void
collect_candidates (TlSuggester *self, TlAlignment *alignment)
{
  guint n;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n);

  for (guint i = 0; i < n && tl_alignment_is_active_goal (alignment, goals[i]); i++)
    if (tl_item_get_choice (goals[i], TL_GOAL_ROLE) != TL_ROLE_NO)
      add_goal (self, alignment, goals[i]);
  g_array_sort (self->candidates, compare_candidates);
}

static void
note_word (const char *text, gpointer data)
{
  TlSuggester *self = data;
  Word *word = g_hash_table_lookup (self->words, text);

  if (word == NULL)
    {
      word = g_new0 (Word, 1);
      word->candidates = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->words, g_strdup (text), word);
    }
  if (word->candidates->len == 0
      || g_array_index (word->candidates, guint, word->candidates->len - 1) != self->adding)
    g_array_append_val (word->candidates, self->adding);
}

/**
 * tl_suggester_new:
 * @alignment: how the workspace stands, which must outlive the suggester
 *
 * Returns: (transfer full): a suggester over the active objectives that nothing supports yet, under
 * active goals in which learning may have a role
 */
TlSuggester *
tl_suggester_new (TlAlignment *alignment)
{
  TlSuggester *self = g_new0 (TlSuggester, 1);

  self->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, word_free);
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint));
  self->scratch = g_string_new (NULL);
  collect_candidates (self, alignment);
  self->n_shared = g_array_sized_new (FALSE, TRUE, sizeof (guint), self->candidates->len);
  g_array_set_size (self->n_shared, self->candidates->len);
  for (; self->adding < self->candidates->len; self->adding++)
    tl_words_foreach_of (g_array_index (self->candidates, Candidate, self->adding).objective,
                         TL_OBJECTIVE_AUDIENCE, self->scratch, note_word, self);
  return self;
}

/**
 * tl_suggester_free:
 * @self: (transfer full): a suggester
 */
void
tl_suggester_free (TlSuggester *self)
{
  g_array_unref (self->candidates);
  g_hash_table_unref (self->words);
  g_array_unref (self->n_shared);
  g_array_unref (self->touched);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

static void
count_word (const char *text, gpointer data)
{
  TlSuggester *self = data;
  Word *word = g_hash_table_lookup (self->words, text);

  if (word == NULL || word->last_query == self->query)
    return;
  word->last_query = self->query;
  for (guint i = 0; i < word->candidates->len; i++)
    {
      guint candidate = g_array_index (word->candidates, guint, i);

      if (g_array_index (self->n_shared, guint, candidate)++ == 0)
        g_array_append_val (self->touched, candidate);
    }
}

/* The candidates stand in the order of their need, so that the first of the best is the best. */
static guint
take_best (TlSuggester *self)
{
  guint best = 0;
  guint best_shared = 0;

  for (guint i = 0; i < self->touched->len; i++)
    {
      guint candidate = g_array_index (self->touched, guint, i);
      guint n_shared = g_array_index (self->n_shared, guint, candidate);

      if (n_shared > best_shared || (n_shared == best_shared && candidate < best))
        {
          best = candidate;
          best_shared = n_shared;
        }
      g_array_index (self->n_shared, guint, candidate) = 0;
    }
  g_array_set_size (self->touched, 0);
  return best;
}

/**
 * tl_suggester_find:
 * @self: a suggester
 * @project: a project
 * @is_alike: (out): whether the two have a word in common
 *
 * The objective whose title and audience share most words with those of @project; among equals the
 * one whose goal weighs most, then the one whose goal ranks first.
 *
 * Returns: (transfer none) (nullable): the objective, %NULL when all are supported
 */
TlItem *
tl_suggester_find (TlSuggester *self, TlItem *project, gboolean *is_alike)
{
  *is_alike = FALSE;
  if (self->candidates->len == 0)
    return NULL;
  self->query++;
  tl_words_foreach_of (project, TL_PROJECT_AUDIENCE, self->scratch, count_word, self);
  *is_alike = self->touched->len > 0;
  return g_array_index (self->candidates, Candidate, take_best (self)).objective;
}

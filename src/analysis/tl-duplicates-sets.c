/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include <stdlib.h>

#include "tl-duplicates-private.h"

/* As in TlItemNumbers. */
#define SPREAD G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define FIRST_BITS 12

#define MARK_BITS 6 /* as many as number the bits of a mark */

#define CHARACTER_BITS 21 /* the largest code point has as many */

/* Three characters of a title in one number → token. Never empty: a blank is a character. */
typedef struct
{
  guint64 *grams; /* 0 where nothing is */
  guint *tokens;
  guint n;
  guint bits;
} Grams;

typedef struct
{
  const TlDuplicatesInput *input;
  TlDuplicateSets *sets;
  GHashTable *audience; /* folded word → token */
  GHashTable *topics;
  guint *objectives; /* token of each, or TL_NOBODY */
  Grams grams;
  GString *scratch;
  guint row;
} Builder;

static void
grams_init (Grams *self, guint bits)
{
  self->bits = bits;
  self->n = 0;
  self->grams = g_new0 (guint64, (gsize) 1 << bits);
  self->tokens = g_new (guint, (gsize) 1 << bits);
}

static void
grams_clear (Grams *self)
{
  g_free (self->grams);
  g_free (self->tokens);
}

static gsize
grams_probe (const Grams *self, guint64 gram)
{
  gsize mask = ((gsize) 1 << self->bits) - 1;
  gsize slot = (gsize) ((gram * SPREAD) >> (64 - self->bits));

  while (self->grams[slot] != 0 && self->grams[slot] != gram)
    slot = (slot + 1) & mask;
  return slot;
}

static void
grams_grow (Grams *self)
{
  Grams larger;

  grams_init (&larger, self->bits + 1);
  larger.n = self->n;
  for (gsize i = 0; i < (gsize) 1 << self->bits; i++)
    if (self->grams[i] != 0)
      {
        gsize slot = grams_probe (&larger, self->grams[i]);

        larger.grams[slot] = self->grams[i];
        larger.tokens[slot] = self->tokens[i];
      }
  grams_clear (self);
  *self = larger;
}

static guint
add_token (Builder *self, const char *name, guint objective)
{
  TlDuplicateToken token = { .name = name, .objective = objective };

  g_array_append_val (self->sets->tokens, token);
  return self->sets->tokens->len - 1;
}

/* Each token once a set: no set of a row shares a token with another of its sets, but for topics,
 * which are noted twice on purpose. */
static void
note_token (Builder *self, TlSlice *set, guint number)
{
  TlDuplicateToken *token = &g_array_index (self->sets->tokens, TlDuplicateToken, number);

  if (token->last_row == self->row + 1)
    return;
  token->last_row = self->row + 1;
  g_array_append_val (self->sets->pool, number);
  set->n++;
}

static void
note_gram (Builder *self, TlSlice *set, guint64 gram)
{
  gsize slot = grams_probe (&self->grams, gram);

  if (self->grams.grams[slot] == 0)
    {
      self->grams.grams[slot] = gram;
      self->grams.tokens[slot] = add_token (self, NULL, TL_NOBODY);
      self->grams.n++;
    }
  note_token (self, set, self->grams.tokens[slot]);
  if (self->grams.n > ((gsize) 1 << self->grams.bits) / 2)
    grams_grow (&self->grams);
}

/* In one spelling whatever the keyboard: composed, without case, with single blanks. */
static char *
fold (const char *text)
{
  g_autofree char *normal = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

static void
squeeze (const char *folded, GString *scratch)
{
  g_string_truncate (scratch, 0);
  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!g_unichar_isspace (character))
        g_string_append_unichar (scratch, character);
      else if (scratch->len > 0 && scratch->str[scratch->len - 1] != ' ')
        g_string_append_c (scratch, ' ');
    }
  if (scratch->len > 0 && scratch->str[scratch->len - 1] == ' ')
    g_string_truncate (scratch, scratch->len - 1);
}

static void
note_words (Builder *self, TlSlice *set, GHashTable *words, const TlValue *value)
{
  for (guint i = 0; value->form == TL_VALUE_WORDS && value->words[i] != NULL; i++)
    {
      g_autofree char *folded = fold (value->words[i]);
      gpointer number;

      squeeze (folded, self->scratch);
      if (self->scratch->len == 0)
        continue;
      if (!g_hash_table_lookup_extended (words, self->scratch->str, NULL, &number))
        {
          number = GUINT_TO_POINTER (add_token (self, value->words[i], TL_NOBODY));
          g_hash_table_insert (words, g_strdup (self->scratch->str), number);
        }
      note_token (self, set, GPOINTER_TO_UINT (number));
    }
}

/* Trigrams as PostgreSQL's pg_trgm has them: of each word, with two blanks before and one behind,
 * so that its beginning counts for more. */
static void
note_title (Builder *self, TlSlice *set, const char *title)
{
  g_autofree char *folded = fold (title);
  const guint64 mask = (G_GUINT64_CONSTANT (1) << (3 * CHARACTER_BITS)) - 1;
  const guint64 blanks = ((guint64) ' ' << CHARACTER_BITS) | ' ';
  guint64 gram = blanks;

  for (const char *c = folded;; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gboolean is_letter = g_unichar_isalnum (character) || g_unichar_ismark (character);

      if (is_letter || gram != blanks)
        {
          gram = ((gram << CHARACTER_BITS) | (is_letter ? character : ' ')) & mask;
          note_gram (self, set, gram);
        }
      if (!is_letter)
        gram = blanks;
      if (character == '\0')
        break;
    }
}

static void
note_objectives (Builder *self, TlSlice *set, TlSlice objectives)
{
  for (guint i = 0; i < objectives.n; i++)
    {
      guint number = g_array_index (self->input->pool, guint, objectives.start + i);

      if (self->objectives[number] == TL_NOBODY)
        self->objectives[number] = add_token (self, NULL, number);
      note_token (self, set, self->objectives[number]);
    }
}

/* The first @n_topics, without the skills behind them. */
static void
copy_topics (Builder *self, TlSlice *sets, guint n_topics)
{
  sets[TL_DUPLICATE_ONLY_TOPICS] = (TlSlice) { self->sets->pool->len, n_topics };
  for (guint i = 0; i < n_topics; i++)
    {
      guint number = g_array_index (self->sets->pool, guint, sets[TL_DUPLICATE_TOPICS].start + i);

      g_array_append_val (self->sets->pool, number);
    }
}

/* A token weighs in a project what would be lost of the score if it were not shared. */
static void
weigh (Builder *self, const TlSlice *sets)
{
  double weight = 0;

  for (guint term = 0; term < TL_N_DUPLICATE_TERMS; term++)
    weight += sets[term].n > 0 ? tl_duplicate_term_get_weight (term) : 0;
  for (guint term = 0; term < TL_N_DUPLICATE_TERMS; term++)
    for (guint i = 0; i < sets[term].n; i++)
      {
        guint number = g_array_index (self->sets->pool, guint, sets[term].start + i);
        TlDuplicateToken *token = &g_array_index (self->sets->tokens, TlDuplicateToken, number);

        token->n_rows++;
        token->mass += tl_duplicate_term_get_weight (term) / sets[term].n / weight;
      }
}

static void
add_row (Builder *self, const TlDuplicatesRow *row, TlSlice *sets)
{
  GArray *pool = self->sets->pool;
  guint n_topics;

  sets[TL_DUPLICATE_OBJECTIVES].start = pool->len;
  note_objectives (self, &sets[TL_DUPLICATE_OBJECTIVES], row->objectives);
  sets[TL_DUPLICATE_AUDIENCE].start = pool->len;
  note_words (self, &sets[TL_DUPLICATE_AUDIENCE], self->audience, &row->audience);
  sets[TL_DUPLICATE_TOPICS].start = pool->len;
  note_words (self, &sets[TL_DUPLICATE_TOPICS], self->topics, &row->topics);
  n_topics = sets[TL_DUPLICATE_TOPICS].n;
  note_words (self, &sets[TL_DUPLICATE_TOPICS], self->topics, &row->skills);
  sets[TL_DUPLICATE_TITLE].start = pool->len;
  if (row->title.form == TL_VALUE_TEXT)
    note_title (self, &sets[TL_DUPLICATE_TITLE], row->title.text);
  weigh (self, sets);
  copy_topics (self, sets, n_topics);
}

typedef struct
{
  double cost; /* rows to look at for a unit of weight */
  guint number;
} Ranked;

static int
compare_ranked (const void *left, const void *right)
{
  const Ranked *a = left;
  const Ranked *b = right;

  if (a->cost != b->cost)
    return a->cost < b->cost ? -1 : 1;
  return a->number < b->number ? -1 : a->number > b->number;
}

/* Numbers the tokens anew, in the order of what they cost. */
static void
rank_tokens (TlDuplicateSets *self, guint n_sets)
{
  guint n = self->tokens->len;
  g_autofree Ranked *ranked = g_new (Ranked, MAX (n, 1));
  g_autofree guint *places = g_new (guint, n);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (TlDuplicateToken), n);

  for (guint i = 0; i < n; i++)
    {
      const TlDuplicateToken *token = &g_array_index (self->tokens, TlDuplicateToken, i);

      ranked[i] = (Ranked) { (double) token->n_rows * token->n_rows / token->mass, i };
    }
  qsort (ranked, n, sizeof (Ranked), compare_ranked);
  for (guint i = 0; i < n; i++)
    {
      places[ranked[i].number] = i;
      g_array_append_val (sorted, g_array_index (self->tokens, TlDuplicateToken, ranked[i].number));
    }
  g_array_unref (self->tokens);
  self->tokens = sorted;
  for (guint i = 0; i < self->pool->len; i++)
    g_array_index (self->pool, guint, i) = places[g_array_index (self->pool, guint, i)];
  for (guint i = 0; i < n_sets; i++)
    if (self->sets[i].n > 1)
      qsort (&g_array_index (self->pool, guint, self->sets[i].start), self->sets[i].n,
             sizeof (guint), tl_numbers_compare);
}

static void
write_briefs (TlDuplicateSets *self, guint n_rows)
{
  for (guint row = 0; row < n_rows; row++)
    for (guint term = 0; term < TL_N_DUPLICATE_TERMS; term++)
      {
        TlDuplicateBrief *brief = &self->briefs[row];
        const guint *tokens = tl_duplicate_sets_get (self, row, term, &brief->n[term]);

        for (guint i = 0; i < brief->n[term]; i++)
          brief->marks[term] |= G_GUINT64_CONSTANT (1)
                                << ((tokens[i] * SPREAD) >> (64 - MARK_BITS));
      }
}

/**
 * tl_duplicate_sets_new:
 * @input: the projects, which outlive the sets
 *
 * Returns: (transfer full): the projects as sets of numbers
 */
TlDuplicateSets *
tl_duplicate_sets_new (const TlDuplicatesInput *input)
{
  TlDuplicateSets *self = g_new0 (TlDuplicateSets, 1);
  Builder builder = { input, self };

  self->tokens = g_array_new (FALSE, FALSE, sizeof (TlDuplicateToken));
  self->pool = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sets = g_new0 (TlSlice, (gsize) input->rows->len * TL_N_DUPLICATE_SETS);
  builder.audience = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  builder.topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  builder.objectives = g_new (guint, input->objectives->len);
  for (guint i = 0; i < input->objectives->len; i++)
    builder.objectives[i] = TL_NOBODY;
  grams_init (&builder.grams, FIRST_BITS);
  builder.scratch = g_string_new (NULL);

  for (; builder.row < input->rows->len; builder.row++)
    add_row (&builder, &g_array_index (input->rows, TlDuplicatesRow, builder.row),
             self->sets + (gsize) builder.row * TL_N_DUPLICATE_SETS);
  rank_tokens (self, input->rows->len * TL_N_DUPLICATE_SETS);
  self->briefs = g_new0 (TlDuplicateBrief, input->rows->len);
  write_briefs (self, input->rows->len);

  g_hash_table_unref (builder.audience);
  g_hash_table_unref (builder.topics);
  g_free (builder.objectives);
  grams_clear (&builder.grams);
  g_string_free (builder.scratch, TRUE);
  return self;
}

/**
 * tl_duplicate_sets_free:
 * @self: (transfer full): sets
 */
void
tl_duplicate_sets_free (TlDuplicateSets *self)
{
  g_array_unref (self->tokens);
  g_array_unref (self->pool);
  g_free (self->sets);
  g_free (self->briefs);
  g_free (self);
}

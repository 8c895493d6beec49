/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-ranking.h"

#include <math.h>
#include <string.h>

#include "tl-words.h"

/* Words that hold a sentence together are short in most languages: from this length on a word has
 * its full weight, and no word has less than half of it. */
#define FULL_LENGTH 8.0
#define LEAST_LENGTH_FACTOR .5

/* A word in more than this share of all texts says nothing. */
#define TOO_FREQUENT .5

#define PLURAL_LENGTH 4 /* bytes from which on an s at the end may be a plural */

static const double part_weights[TL_N_RANKING_PARTS] = {
  [TL_RANKING_WORDS] = .5,
  [TL_RANKING_AUDIENCE] = .2,
  [TL_RANKING_TOPICS] = .3,
};

/* A word, or a whole entry of a list, and what has it. */
typedef struct
{
  GArray *docs[TL_N_RANKING_PARTS]; /* of guint, rising; NULL when there are none */
  guint n_texts;                    /* that have it anywhere */
  guint last_text;
  double weight;
} Term;

typedef struct
{
  TlItem *item;                     /* owned */
  double norms[TL_N_RANKING_PARTS]; /* length as a vector of weights */
} Doc;

/* A word of the query that something has. */
typedef struct
{
  const Term *term;
  char *shown; /* as the query has it */
} Asked;

struct _TlRanking
{
  /* Owned. */
  GHashTable *terms; /* text → Term */
  GArray *docs;      /* of Doc */
  GString *scratch;

  guint64 revision;
  guint n_texts;
};

static void
term_free (gpointer data)
{
  Term *term = data;

  for (guint i = 0; i < TL_N_RANKING_PARTS; i++)
    g_clear_pointer (&term->docs[i], g_array_unref);
  g_free (term);
}

static void
doc_clear (gpointer data)
{
  g_clear_object (&((Doc *) data)->item);
}

static void
asked_clear (gpointer data)
{
  g_free (((Asked *) data)->shown);
}

static void
hit_free (gpointer data)
{
  TlRankingHit *hit = data;

  for (guint i = 0; i < TL_N_RANKING_PARTS; i++)
    g_strfreev (hit->shared[i]);
  g_free (hit);
}

/* Keys: a word without its case, and without the s of a plural, which is not told from other ones;
 * that does no harm, since it is taken from both sides. */

static char *
dup_key (const char *word)
{
  char *key = g_str_is_ascii (word) ? g_ascii_strdown (word, -1) : g_utf8_casefold (word, -1);
  gsize length = strlen (key);

  if (length >= PLURAL_LENGTH && g_str_has_suffix (key, "sses"))
    key[length - 2] = '\0';
  else if (length >= PLURAL_LENGTH && key[length - 1] == 's' && key[length - 2] != 's')
    key[length - 1] = '\0';
  return key;
}

typedef void (*KeyFunc) (const char *key, const char *shown, gpointer data);

typedef struct
{
  KeyFunc func;
  gpointer data;
} KeyClosure;

static void
pass_word (const char *word, gpointer data)
{
  const KeyClosure *closure = data;
  g_autofree char *key = dup_key (word);

  closure->func (key, word, closure->data);
}

static void
foreach_in_text (const char *text, GString *scratch, KeyFunc func, gpointer data)
{
  KeyClosure closure = { func, data };
  g_autofree char *normal = NULL;

  if (text != NULL && !g_str_is_ascii (text))
    normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  tl_words_foreach (normal != NULL ? normal : text, scratch, pass_word, &closure);
}

/* The entries as if they were said in a sentence. */
static void
foreach_in_entries (const char *const *list, GString *scratch, KeyFunc func, gpointer data)
{
  for (; list != NULL && *list != NULL; list++)
    foreach_in_text (*list, scratch, func, data);
}

/* An entry of a list counts as a whole, so that short ones do as well, and by its words. */
static void
foreach_in_list (const char *const *list, GString *scratch, KeyFunc func, gpointer data)
{
  for (; list != NULL && *list != NULL; list++)
    {
      g_autofree char *normal = g_utf8_normalize (*list, -1, G_NORMALIZE_ALL_COMPOSE);
      g_autofree char *entry = g_strstrip (g_strdup (normal != NULL ? normal : *list));
      g_autofree char *folded = dup_key (entry);
      g_autofree char *key = g_strconcat ("=", folded, NULL);

      if (*entry != '\0')
        func (key, entry, data);
      foreach_in_text (entry, scratch, func, data);
    }
}

/* Building. */

typedef struct
{
  TlRanking *ranking;
  TlRankingPart part;
  gboolean is_doc; /* whether the text can be found, or only tells how frequent its words are */
} Builder;

static void
note_key (const char *key, const char *shown, gpointer data)
{
  Builder *builder = data;
  TlRanking *self = builder->ranking;
  Term *term = g_hash_table_lookup (self->terms, key);
  guint doc = self->docs->len - 1;
  GArray **docs;

  if (term == NULL)
    {
      term = g_new0 (Term, 1);
      g_hash_table_insert (self->terms, g_strdup (key), term);
    }
  if (term->last_text != self->n_texts)
    term->n_texts++;
  term->last_text = self->n_texts;
  if (!builder->is_doc)
    return;
  docs = &term->docs[builder->part];
  if (*docs == NULL)
    *docs = g_array_new (FALSE, FALSE, sizeof (guint));
  if ((*docs)->len == 0 || g_array_index (*docs, guint, (*docs)->len - 1) != doc)
    g_array_append_val (*docs, doc);
}

static void
note_field (TlRanking *self, TlItem *item, TlField field, TlRankingPart part, gboolean is_doc)
{
  Builder builder = { self, part, is_doc };

  if (tl_field_get_form (field) != TL_VALUE_WORDS)
    foreach_in_text (tl_item_get_text (item, field), self->scratch, note_key, &builder);
  else if (part == TL_RANKING_WORDS)
    foreach_in_entries (tl_item_get_words (item, field), self->scratch, note_key, &builder);
  else
    foreach_in_list (tl_item_get_words (item, field), self->scratch, note_key, &builder);
}

/* What is read of each kind of item; by words of which part it is found. */
typedef struct
{
  TlKind kind;
  TlField field;
  TlRankingPart part;
} Source;

static const Source sources[] = {
  { TL_KIND_SOLUTION, TL_ITEM_TITLE, TL_RANKING_WORDS },
  { TL_KIND_SOLUTION, TL_ITEM_NOTES, TL_RANKING_WORDS },
  { TL_KIND_SOLUTION, TL_SOLUTION_TOPICS, TL_RANKING_WORDS },
  { TL_KIND_SOLUTION, TL_SOLUTION_SKILLS, TL_RANKING_WORDS },
  { TL_KIND_SOLUTION, TL_SOLUTION_AUDIENCE, TL_RANKING_AUDIENCE },
  { TL_KIND_SOLUTION, TL_SOLUTION_TOPICS, TL_RANKING_TOPICS },
  { TL_KIND_SOLUTION, TL_SOLUTION_SKILLS, TL_RANKING_TOPICS },
  { TL_KIND_PROJECT, TL_ITEM_TITLE, TL_RANKING_WORDS },
  { TL_KIND_PROJECT, TL_PROJECT_SUMMARY, TL_RANKING_WORDS },
  { TL_KIND_PROJECT, TL_PROJECT_TOPICS, TL_RANKING_WORDS },
  { TL_KIND_PROJECT, TL_PROJECT_SKILLS, TL_RANKING_WORDS },
  { TL_KIND_PROJECT, TL_PROJECT_AUDIENCE, TL_RANKING_AUDIENCE },
  { TL_KIND_PROJECT, TL_PROJECT_TOPICS, TL_RANKING_TOPICS },
  { TL_KIND_PROJECT, TL_PROJECT_SKILLS, TL_RANKING_TOPICS },
  { TL_KIND_REQUEST, TL_ITEM_TITLE, TL_RANKING_WORDS },
  { TL_KIND_REQUEST, TL_REQUEST_ASKED_FOR, TL_RANKING_WORDS },
  { TL_KIND_REQUEST, TL_REQUEST_PROBLEM, TL_RANKING_WORDS },
  { TL_KIND_REQUEST, TL_REQUEST_BEHAVIOUR, TL_RANKING_WORDS },
  { TL_KIND_GOAL, TL_ITEM_TITLE, TL_RANKING_WORDS },
  { TL_KIND_GOAL, TL_GOAL_STATEMENT, TL_RANKING_WORDS },
  { TL_KIND_OBJECTIVE, TL_ITEM_TITLE, TL_RANKING_WORDS },
  { TL_KIND_OBJECTIVE, TL_OBJECTIVE_SHOULD, TL_RANKING_WORDS },
  { TL_KIND_OBJECTIVE, TL_OBJECTIVE_IS, TL_RANKING_WORDS },
};

/* What somebody could be pointed to: what exists, is under way, or was done. */
static gboolean
can_be_found (TlAlignment *alignment, TlItem *item)
{
  if (tl_item_get_kind (item) == TL_KIND_PROJECT)
    return tl_alignment_is_counted (alignment, item)
           || tl_item_get_choice (item, TL_PROJECT_STATUS) == TL_STATUS_DONE;
  return tl_item_get_kind (item) == TL_KIND_SOLUTION;
}

static void
note_item (TlRanking *self, TlAlignment *alignment, TlItem *item)
{
  gboolean is_doc = can_be_found (alignment, item);
  Doc doc = { .item = item };

  if (is_doc)
    {
      g_object_ref (item);
      g_array_append_val (self->docs, doc);
    }
  self->n_texts++;
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (sources[i].kind == tl_item_get_kind (item))
      note_field (self, item, sources[i].field, sources[i].part, is_doc);
}

/* The rarer a word, the more it says (Spärck Jones 1972). */
static double
get_weight (const TlRanking *self, const char *key, const Term *term)
{
  double length = (double) g_utf8_strlen (*key == '=' ? key + 1 : key, -1);
  double factor = CLAMP (length / FULL_LENGTH, LEAST_LENGTH_FACTOR, 1);

  if (self->n_texts > 2 && term->n_texts > self->n_texts * TOO_FREQUENT)
    return 0;
  return factor * log (1 + (double) self->n_texts / term->n_texts);
}

static void
weigh_terms (TlRanking *self)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->terms);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Term *term = value;

      term->weight = get_weight (self, key, term);
      for (guint part = 0; part < TL_N_RANKING_PARTS; part++)
        for (guint i = 0; term->docs[part] != NULL && i < term->docs[part]->len; i++)
          {
            guint doc = g_array_index (term->docs[part], guint, i);

            g_array_index (self->docs, Doc, doc).norms[part] += term->weight * term->weight;
          }
    }
  for (guint i = 0; i < self->docs->len; i++)
    for (guint part = 0; part < TL_N_RANKING_PARTS; part++)
      g_array_index (self->docs, Doc, i).norms[part]
          = sqrt (g_array_index (self->docs, Doc, i).norms[part]);
}

/**
 * tl_ranking_new:
 * @alignment: how the workspace stands
 *
 * Indexes the solutions of the workspace, and its projects that are counted or done. How much a
 * word says follows from how few texts have it, those of goals, objectives and requests included.
 *
 * Returns: (transfer full): the index, which goes with this revision
 */
TlRanking *
tl_ranking_new (TlAlignment *alignment)
{
  static const TlKind kinds[]
      = { TL_KIND_SOLUTION, TL_KIND_PROJECT, TL_KIND_REQUEST, TL_KIND_GOAL, TL_KIND_OBJECTIVE };
  TlWorkspace *workspace = tl_alignment_get_workspace (alignment);
  TlRanking *self = g_new0 (TlRanking, 1);

  self->terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, term_free);
  self->docs = g_array_new (FALSE, FALSE, sizeof (Doc));
  g_array_set_clear_func (self->docs, doc_clear);
  self->scratch = g_string_new (NULL);
  self->revision = tl_alignment_get_revision (alignment);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < tl_workspace_get_n_items (workspace, kinds[i]); j++)
      note_item (self, alignment, tl_workspace_get_item (workspace, kinds[i], j));
  weigh_terms (self);
  return self;
}

/**
 * tl_ranking_free:
 * @self: (transfer full): an index
 */
void
tl_ranking_free (TlRanking *self)
{
  g_hash_table_unref (self->terms);
  g_array_unref (self->docs);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

/**
 * tl_ranking_get_revision:
 * @self: an index
 *
 * Returns: the revision of the workspace that is indexed
 */
guint64
tl_ranking_get_revision (TlRanking *self)
{
  return self->revision;
}

/* Asking. */

typedef struct
{
  TlRanking *ranking;
  GHashTable *seen;  /* Term, borrowed */
  GArray *asked;     /* of Asked */
  gboolean is_asked; /* whether anything was, known or not */
} Question;

static void
ask_key (const char *key, const char *shown, gpointer data)
{
  Question *question = data;
  Term *term = g_hash_table_lookup (question->ranking->terms, key);
  Asked asked = { term };

  question->is_asked = TRUE;
  if (term == NULL || term->weight == 0 || !g_hash_table_add (question->seen, term))
    return;
  asked.shown = g_strdup (shown);
  g_array_append_val (question->asked, asked);
}

static int
compare_asked (gconstpointer left, gconstpointer right)
{
  double a = ((const Asked *) left)->term->weight;
  double b = ((const Asked *) right)->term->weight;

  return a > b ? -1 : a < b;
}

static void
question_init (Question *self, TlRanking *ranking, const TlRankingQuery *query, TlRankingPart part)
{
  *self = (Question) { ranking, g_hash_table_new (NULL, NULL) };
  self->asked = g_array_new (FALSE, FALSE, sizeof (Asked));
  g_array_set_clear_func (self->asked, asked_clear);
  switch (part)
    {
    case TL_RANKING_AUDIENCE:
      foreach_in_list (query->audience, ranking->scratch, ask_key, self);
      break;
    case TL_RANKING_TOPICS:
      foreach_in_list (query->topics, ranking->scratch, ask_key, self);
      break;
    default:
      foreach_in_text (query->text, ranking->scratch, ask_key, self);
      foreach_in_entries (query->topics, ranking->scratch, ask_key, self);
    }
  g_array_sort (self->asked, compare_asked);
}

static void
question_clear (Question *self)
{
  g_hash_table_unref (self->seen);
  g_array_unref (self->asked);
}

/* The cosine of the angle between what is asked and what each document has. */
static void
score_part (const Question *self, TlRankingPart part, double *scores)
{
  double norm = 0;

  for (guint i = 0; i < self->asked->len; i++)
    {
      const Term *term = g_array_index (self->asked, Asked, i).term;
      GArray *docs = term->docs[part];

      norm += term->weight * term->weight;
      for (guint j = 0; docs != NULL && j < docs->len; j++)
        scores[g_array_index (docs, guint, j)] += term->weight * term->weight;
    }
  for (guint i = 0; norm > 0 && i < self->ranking->docs->len; i++)
    if (scores[i] > 0)
      scores[i] /= sqrt (norm) * g_array_index (self->ranking->docs, Doc, i).norms[part];
}

static int
compare_guints (gconstpointer left, gconstpointer right)
{
  guint a = *(const guint *) left;
  guint b = *(const guint *) right;

  return a < b ? -1 : a > b;
}

static gboolean
is_told (const GPtrArray *told, const char *word)
{
  for (guint i = 0; i < told->len; i++)
    {
      g_autofree char *entry = g_utf8_casefold (told->pdata[i], -1);
      g_autofree char *folded = g_utf8_casefold (word, -1);

      if (strstr (entry, folded) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The words that a document shares; not those of an entry that is shared as a whole. */
static char **
list_shared (const Question *self, TlRankingPart part, guint doc)
{
  GPtrArray *shared = g_ptr_array_new ();

  for (guint i = 0; i < self->asked->len; i++)
    {
      const Asked *asked = &g_array_index (self->asked, Asked, i);
      GArray *docs = asked->term->docs[part];

      if (docs != NULL && g_array_binary_search (docs, &doc, compare_guints, NULL)
          && !is_told (shared, asked->shown))
        g_ptr_array_add (shared, g_strdup (asked->shown));
    }
  g_ptr_array_add (shared, NULL);
  return (char **) g_ptr_array_free (shared, FALSE);
}

typedef struct
{
  guint doc;
  double score;
} Ranked;

static int
compare_ranked (gconstpointer left, gconstpointer right)
{
  const Ranked *a = left;
  const Ranked *b = right;

  if (a->score != b->score)
    return a->score > b->score ? -1 : 1;
  return a->doc < b->doc ? -1 : a->doc > b->doc;
}

/* What shares but the audience is not about the matter, unless that is all that was asked for. */
static GArray *
rank (TlRanking *self, const Question *questions, double *const *scores)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  gboolean by_audience
      = !questions[TL_RANKING_WORDS].is_asked && !questions[TL_RANKING_TOPICS].is_asked;
  double weight = 0;

  for (guint part = 0; part < TL_N_RANKING_PARTS; part++)
    weight += questions[part].is_asked ? part_weights[part] : 0;
  for (guint i = 0; i < self->docs->len; i++)
    {
      Ranked hit = { i, 0 };

      for (guint part = 0; part < TL_N_RANKING_PARTS; part++)
        hit.score += part_weights[part] * scores[part][i];
      hit.score /= weight;
      if (scores[TL_RANKING_WORDS][i] + scores[TL_RANKING_TOPICS][i] > 0
          || (by_audience && hit.score > 0))
        g_array_append_val (ranked, hit);
    }
  g_array_sort (ranked, compare_ranked);
  return ranked;
}

static TlRankingHit *
make_hit (TlRanking *self, const Question *questions, double *const *scores, const Ranked *ranked)
{
  TlRankingHit *hit = g_new0 (TlRankingHit, 1);

  hit->item = g_array_index (self->docs, Doc, ranked->doc).item;
  hit->score = MIN (ranked->score, 1);
  for (guint part = 0; part < TL_N_RANKING_PARTS; part++)
    {
      hit->parts[part] = questions[part].is_asked ? MIN (scores[part][ranked->doc], 1) : NAN;
      hit->shared[part] = list_shared (&questions[part], part, ranked->doc);
    }
  return hit;
}

/**
 * tl_ranking_find:
 * @self: an index
 * @query: what is asked for
 * @n_most: how many answers are wanted at most
 *
 * Finds what exists already and may be what is asked for. The score is .5 of how near the words
 * are, .2 the audience and .3 the topics and skills; what was not asked for is left out and the
 * others take its weight. How near is the cosine of two vectors, in which a word is the longer the
 * rarer it is.
 *
 * Returns: (transfer full) (element-type TlRankingHit): the hits, best first, in the order of the
 *   document among equals
 */
GPtrArray *
tl_ranking_find (TlRanking *self, const TlRankingQuery *query, guint n_most)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (hit_free);
  Question questions[TL_N_RANKING_PARTS];
  double *scores[TL_N_RANKING_PARTS];
  g_autoptr (GArray) ranked = NULL;

  g_return_val_if_fail (self != NULL && query != NULL, hits);

  for (guint part = 0; part < TL_N_RANKING_PARTS; part++)
    {
      question_init (&questions[part], self, query, part);
      scores[part] = g_new0 (double, self->docs->len);
      score_part (&questions[part], part, scores[part]);
    }
  ranked = rank (self, questions, scores);
  for (guint i = 0; i < ranked->len && i < n_most; i++)
    g_ptr_array_add (hits, make_hit (self, questions, scores, &g_array_index (ranked, Ranked, i)));
  for (guint part = 0; part < TL_N_RANKING_PARTS; part++)
    {
      question_clear (&questions[part]);
      g_free (scores[part]);
    }
  return hits;
}

/**
 * tl_ranking_find_for_request:
 * @self: an index
 * @request: a request
 * @n_most: how many answers are wanted at most
 *
 * Asks for what a request asks for: its title, what was asked for, the problem, the behaviour that
 * must change, the audience and the topics.
 *
 * Returns: (transfer full) (element-type TlRankingHit): as of tl_ranking_find()
 */
GPtrArray *
tl_ranking_find_for_request (TlRanking *self, TlItem *request, guint n_most)
{
  static const TlField fields[]
      = { TL_ITEM_TITLE, TL_REQUEST_ASKED_FOR, TL_REQUEST_PROBLEM, TL_REQUEST_BEHAVIOUR };
  g_autoptr (GString) text = g_string_new (NULL);
  TlRankingQuery query = {
    .audience = tl_item_get_words (request, TL_REQUEST_AUDIENCE),
    .topics = tl_item_get_words (request, TL_REQUEST_TOPICS),
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *part = tl_item_get_text (request, fields[i]);

      g_string_append_printf (text, "%s\n", part != NULL ? part : "");
    }
  query.text = text->str;
  return tl_ranking_find (self, &query, n_most);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include <stdlib.h>

#include "tl-duplicates-private.h"

/* As in tl-duplicates-search.c. */
#define MAX_LOOKS 4000000

/* A topic and an audience of one project: what it says to whom. */
typedef struct
{
  guint topic;
  guint audience;
  guint row;
} Message;

/* All projects that say the same thing to the same people. */
typedef struct
{
  guint start; /* among the messages */
  guint n;
} Choir;

static int
compare_messages (const void *left, const void *right)
{
  const Message *a = left;
  const Message *b = right;

  if (a->topic != b->topic)
    return tl_numbers_compare (&a->topic, &b->topic);
  if (a->audience != b->audience)
    return tl_numbers_compare (&a->audience, &b->audience);
  return tl_numbers_compare (&a->row, &b->row);
}

static int
compare_choirs (gconstpointer left, gconstpointer right)
{
  const Choir *a = left;
  const Choir *b = right;

  if (a->n != b->n)
    return tl_numbers_compare (&a->n, &b->n);
  return tl_numbers_compare (&a->start, &b->start);
}

/* A project with thousands of topics for thousands of audiences is no plan; what is beyond the
 * limit is left out, and told. */
static GArray *
list_messages (TlDuplicateSearch *self)
{
  GArray *messages = g_array_new (FALSE, FALSE, sizeof (Message));

  for (guint row = 0; row < self->input->rows->len; row++)
    {
      guint n_topics, n_audience;
      const guint *topics
          = tl_duplicate_sets_get (self->sets, row, TL_DUPLICATE_ONLY_TOPICS, &n_topics);
      const guint *audience
          = tl_duplicate_sets_get (self->sets, row, TL_DUPLICATE_AUDIENCE, &n_audience);

      if ((guint64) n_topics * n_audience > MAX_LOOKS - messages->len)
        {
          self->is_capped = TRUE;
          continue;
        }
      for (guint i = 0; i < n_topics; i++)
        for (guint j = 0; j < n_audience; j++)
          {
            Message message = { topics[i], audience[j], row };

            g_array_append_val (messages, message);
          }
    }
  if (messages->len > 1)
    qsort (messages->data, messages->len, sizeof (Message), compare_messages);
  return messages;
}

/* The smallest first. */
static GArray *
list_choirs (const GArray *messages)
{
  GArray *choirs = g_array_new (FALSE, FALSE, sizeof (Choir));

  for (guint i = 0; i < messages->len;)
    {
      const Message *first = &g_array_index (messages, Message, i);
      Choir choir = { i, 0 };

      for (; i < messages->len; i++, choir.n++)
        {
          const Message *message = &g_array_index (messages, Message, i);

          if (message->topic != first->topic || message->audience != first->audience)
            break;
        }
      if (choir.n > 1)
        g_array_append_val (choirs, choir);
    }
  g_array_sort (choirs, compare_choirs);
  return choirs;
}

static gboolean
share_goal (const TlDuplicatesInput *input, guint a, guint b)
{
  const guint *goals = (const guint *) (const void *) input->pool->data;
  TlSlice x = g_array_index (input->spans, TlDuplicatesSpan, a).goals;
  TlSlice y = g_array_index (input->spans, TlDuplicatesSpan, b).goals;

  return tl_numbers_find_common (goals + x.start, x.n, goals + y.start, y.n) != TL_NOBODY;
}

/* A unit that is not recorded may be another one, where there are several. */
static gboolean
may_clash (const TlDuplicatesInput *input, guint a, guint b)
{
  const TlDuplicatesSpan *x = &g_array_index (input->spans, TlDuplicatesSpan, a);
  const TlDuplicatesSpan *y = &g_array_index (input->spans, TlDuplicatesSpan, b);

  return input->has_silos && (x->unit != y->unit || x->unit == TL_NOBODY)
         && tl_duplicates_overlap (input, a, b) && !share_goal (input, a, b);
}

static guint
find_common (const TlDuplicateSets *sets, guint a, guint b, guint set)
{
  guint n_a, n_b;
  const guint *set_a = tl_duplicate_sets_get (sets, a, set, &n_a);
  const guint *set_b = tl_duplicate_sets_get (sets, b, set, &n_b);

  return tl_numbers_find_common (set_a, n_a, set_b, n_b);
}

/* Whether the two tell the same people something about the same topic, each for goals of its own.
 */
gboolean
tl_duplicates_is_mixed (const TlDuplicatesInput *input,
                        const TlDuplicateSets *sets,
                        guint a,
                        guint b)
{
  return may_clash (input, a, b) && find_common (sets, a, b, TL_DUPLICATE_ONLY_TOPICS) != TL_NOBODY
         && find_common (sets, a, b, TL_DUPLICATE_AUDIENCE) != TL_NOBODY;
}

/* Each pair is taken in the choir of the first topic and the first audience that it shares. How
 * alike two are that will not be kept need not be known. */
static void
look_at (TlDuplicateSearch *self, const Message *x, const Message *y)
{
  double least = self->matches.is_full ? self->matches.worst : 0;
  double terms[TL_N_DUPLICATE_TERMS];

  if (may_clash (self->input, x->row, y->row)
      && find_common (self->sets, x->row, y->row, TL_DUPLICATE_ONLY_TOPICS) == x->topic
      && find_common (self->sets, x->row, y->row, TL_DUPLICATE_AUDIENCE) == x->audience)
    tl_duplicate_search_add (self, x->row, y->row,
                             tl_duplicates_score (self->sets, x->row, y->row, least, terms));
}

/* As many pairs as @n_left allows: each with the nearest before it. */
static guint64
hear (TlDuplicateSearch *self, const Message *messages, guint n, guint64 n_left)
{
  guint64 n_pairs = (guint64) n * (n - 1) / 2;
  guint window = n_pairs > n_left ? (guint) (n_left / n) : n;

  if (n_pairs > n_left)
    {
      const TlDuplicateToken *topic
          = &g_array_index (self->sets->tokens, TlDuplicateToken, messages->topic);

      self->is_capped = TRUE;
      g_ptr_array_add (self->frequent, (gpointer) topic->name);
    }
  for (guint i = 1; i < n; i++)
    for (guint j = i - MIN (i, window); j < i; j++)
      look_at (self, &messages[j], &messages[i]);
  return n_pairs > n_left ? (guint64) window * n : n_pairs;
}

/* All pairs of which one may say the opposite of the other. */
void
tl_mixed_search_run (TlDuplicateSearch *self)
{
  g_autoptr (GArray) messages = NULL;
  g_autoptr (GArray) choirs = NULL;
  guint64 n_left = MAX_LOOKS;

  if (!self->input->has_silos)
    return;
  messages = list_messages (self);
  choirs = list_choirs (messages);
  for (guint i = 0; i < choirs->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      const Choir *choir = &g_array_index (choirs, Choir, i);

      n_left -= hear (self, &g_array_index (messages, Message, choir->start), choir->n, n_left);
    }
  tl_duplicate_search_finish (self);
}

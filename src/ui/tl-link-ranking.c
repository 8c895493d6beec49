/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-link-ranking.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "tl-commands.h"
#include "tl-words.h"

/* What makes a candidate promising. A need that nobody serves weighs more than one word in common
 * and less than two; the goal's place only decides between equals. */
#define SCORE_OF_NEED 3.0
#define SCORE_OF_WORD 2.0
#define MAX_WORDS_THAT_SCORE 3
#define SCORE_OF_FIRST_GOAL 1.0
#define PENALTY_OF_STOP_GAP 100.0 /* a goal comes after all objectives */

#define MAX_WORDS_NAMED 2

typedef struct
{
  TlSession *session;
  TlItem *item;
  GHashTable *words; /* of the item: a set */
  GString *scratch;
  guint n_goals;

  /* Of the candidate that is being looked at. */
  GHashTable *met;  /* set of its words that the item has, too */
  GPtrArray *named; /* of char *: the first of these */
} Ranking;

static void
candidate_free (gpointer data)
{
  TlLinkCandidate *candidate = data;

  g_object_unref (candidate->item);
  g_free (candidate->reason);
  g_free (candidate);
}

/* Words in common. */

static void
note_word (const char *word, gpointer data)
{
  Ranking *ranking = data;

  g_hash_table_add (ranking->words, g_strdup (word));
}

static void
match_word (const char *word, gpointer data)
{
  Ranking *ranking = data;

  if (!g_hash_table_contains (ranking->words, word)
      || !g_hash_table_add (ranking->met, g_strdup (word)))
    return;
  if (ranking->named->len < MAX_WORDS_NAMED)
    g_ptr_array_add (ranking->named, g_strdup (word));
}

static void
foreach_word (Ranking *ranking, TlItem *item, TlWordFunc func)
{
  switch (tl_item_get_kind (item))
    {
    case TL_KIND_PROJECT:
      tl_words_foreach_of (item, TL_PROJECT_AUDIENCE, ranking->scratch, func, ranking);
      break;
    case TL_KIND_OBJECTIVE:
      tl_words_foreach_of (item, TL_OBJECTIVE_AUDIENCE, ranking->scratch, func, ranking);
      break;
    default:
      tl_words_foreach_of (item, TL_ITEM_TAGS, ranking->scratch, func, ranking);
    }
}

static guint
match_words (Ranking *ranking, TlItem *candidate)
{
  g_hash_table_remove_all (ranking->met);
  g_ptr_array_set_size (ranking->named, 0);
  foreach_word (ranking, candidate, match_word);
  return g_hash_table_size (ranking->met);
}

/* Reasons. */

static char *
dup_words_reason (Ranking *ranking)
{
  if (ranking->named->len == 0)
    return NULL;
  if (ranking->named->len == 1)
    /* Translators: a word that a project and an objective have in common. */
    return g_strdup_printf (_ ("shares “%s”"), (char *) ranking->named->pdata[0]);
  /* Translators: two words that a project and an objective have in common. */
  return g_strdup_printf (_ ("shares “%s” and “%s”"), (char *) ranking->named->pdata[0],
                          (char *) ranking->named->pdata[1]);
}

/* Either may be missing. */
static char *
join_reasons (const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second != NULL ? second : "");
  /* Translators: two reasons for a suggestion. */
  return g_strdup_printf (C_ ("reasons", "%s · %s"), first, second);
}

static char *
dup_support_reason (TlAlignment *alignment, TlItem *objective)
{
  guint n;

  tl_alignment_get_supporters (alignment, objective, &n);
  if (n == 0)
    return g_strdup (_ ("nothing serves it yet"));
  return g_strdup_printf (ngettext ("%u project serves it", "%u projects serve it", n), n);
}

static char *
dup_standing_reason (TlAlignment *alignment, TlItem *project)
{
  double days = tl_alignment_get_effort (alignment, project);
  guint n;

  tl_alignment_get_valid_links (alignment, project, &n);
  if (!tl_alignment_is_counted (alignment, project))
    return g_strdup (_ ("not counted"));
  if (n > 0)
    return g_strdup_printf (ngettext ("serves %u objective", "serves %u objectives", n), n);
  if (isnan (days) || days <= 0)
    return g_strdup (_ ("serves nothing yet"));
  /* Translators: of a project; person-days. */
  return g_strdup_printf (_ ("serves nothing yet, %.15g days"), days);
}

/* Candidates. */

static double
score_goal (Ranking *ranking, TlItem *goal)
{
  guint rank = 0;

  if (goal != NULL)
    rank = tl_alignment_get_rank (tl_session_get_alignment (ranking->session), goal);
  if (rank == 0)
    return 0;
  return SCORE_OF_FIRST_GOAL * (1.0 - (rank - 1.0) / MAX (1, ranking->n_goals));
}

static void
rate (Ranking *ranking, TlLinkCandidate *candidate)
{
  TlAlignment *alignment = tl_session_get_alignment (ranking->session);
  guint n_words = match_words (ranking, candidate->item);
  g_autofree char *words = dup_words_reason (ranking);
  g_autofree char *standing = NULL;

  candidate->score = SCORE_OF_WORD * MIN (n_words, MAX_WORDS_THAT_SCORE);
  switch (tl_item_get_kind (candidate->item))
    {
    case TL_KIND_PROJECT:
      standing = dup_standing_reason (alignment, candidate->item);
      if (tl_alignment_is_counted (alignment, candidate->item)
          && !tl_alignment_is_aligned (alignment, candidate->item))
        candidate->score += SCORE_OF_NEED;
      break;
    case TL_KIND_OBJECTIVE:
      standing = dup_support_reason (alignment, candidate->item);
      if (!tl_alignment_is_covered (alignment, candidate->item))
        candidate->score += SCORE_OF_NEED;
      candidate->score
          += score_goal (ranking, tl_item_get_ref (candidate->item, TL_OBJECTIVE_GOAL));
      break;
    default:
      standing = g_strdup (_ ("a goal: only until its objective is written"));
      candidate->score += score_goal (ranking, candidate->item) - PENALTY_OF_STOP_GAP;
    }
  candidate->reason = join_reasons (standing, words);
}

static void
add_kind (Ranking *ranking, GPtrArray *candidates, TlKind kind)
{
  TlWorkspace *workspace = tl_session_get_workspace (ranking->session);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
    {
      TlItem *item = tl_workspace_get_item (workspace, kind, i);
      TlLinkCandidate *candidate;

      if (!tl_command_can_link (ranking->session, ranking->item, item))
        continue;
      candidate = g_new0 (TlLinkCandidate, 1);
      candidate->item = g_object_ref (item);
      rate (ranking, candidate);
      g_ptr_array_add (candidates, candidate);
    }
}

/* Equals stay in the order of the document. */
static int
compare_candidates (gconstpointer left, gconstpointer right)
{
  const TlLinkCandidate *a = *(const TlLinkCandidate *const *) left;
  const TlLinkCandidate *b = *(const TlLinkCandidate *const *) right;
  TlWorkspace *workspace = tl_item_get_workspace (a->item);

  if (a->score != b->score)
    return a->score > b->score ? -1 : 1;
  return (int) tl_workspace_get_position (workspace, a->item)
         - (int) tl_workspace_get_position (workspace, b->item);
}

/**
 * tl_link_ranking_new:
 * @session: a session
 * @item: a project that is to serve something, or an objective or goal that is to be served
 *
 * For a project, objectives that nothing serves come first, then those that share words with its
 * title and audience, then those of the first goals; goals themselves come last. For an objective
 * or a goal, projects that serve nothing come first.
 *
 * Returns: (transfer full) (element-type TlLinkCandidate): all that tl_command_link() would take,
 * best first
 */
GPtrArray *
tl_link_ranking_new (TlSession *session, TlItem *item)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *candidates = g_ptr_array_new_with_free_func (candidate_free);
  Ranking ranking = { session, item, words, g_string_new (NULL), 0, met, named };

  tl_alignment_get_goals (tl_session_get_alignment (session), &ranking.n_goals);
  foreach_word (&ranking, item, note_word);
  if (tl_item_get_kind (item) == TL_KIND_PROJECT)
    {
      add_kind (&ranking, candidates, TL_KIND_OBJECTIVE);
      add_kind (&ranking, candidates, TL_KIND_GOAL);
    }
  else
    {
      add_kind (&ranking, candidates, TL_KIND_PROJECT);
    }
  g_ptr_array_sort (candidates, compare_candidates);
  g_string_free (ranking.scratch, TRUE);
  return candidates;
}

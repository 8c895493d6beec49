/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "sample.h"
#include "tl-ranking.h"

/* What exists already, for what is asked: which hits, in which order, and why. */

typedef struct
{
  const char *name;
  const char *text;
  const char *audience; /* separated by | */
  const char *topics;
  const char *hits; /* the id of each with what it shares: words/audience/topics */
} Case;

#define N_MOST 10

/* Goals and requests tell how frequent the words are. */
#define PLAN                                                                                       \
  "{'goals':[{'id':'G','title':'Grow with our customers','statement':'More from every customer "   \
  "that we have'}],"                                                                               \
  "'objectives':[{'id':'O','title':'Renew with every customer','goal':'G','is':'Every third "      \
  "leaves from lack of help'}],"                                                                   \
  "'requests':[{'id':'Q','title':'Help with feedback','askedFor':'A course about feedback',"       \
  "'problem':'Managers avoid hard talks','behaviour':'Managers give feedback every week',"         \
  "'audience':['people managers'],'topics':['Feedback']}],"                                        \
  "'solutions':["                                                                                  \
  "{'id':'S','title':'Feedback workshops','audience':['People Managers'],'topics':['feedback']},"  \
  "{'id':'T','title':'Excel with every formula','audience':['analysts'],'topics':['xl']},"         \
  "{'id':'U','title':'Negotiation clinic','audience':['sales'],'skills':['negotiation']}],"        \
  "'projects':["                                                                                   \
  "{'id':'A','title':'Hard talks: a course','status':'live','audience':['people managers']},"      \
  "{'id':'B','title':'Feedback day','status':'done','topics':['feedback','culture']},"             \
  "{'id':'C','title':'Feedback club','status':'stopped'},"                                         \
  "{'id':'D','title':'\xc3\x9c"                                                                    \
  "bergabe im Schichtdienst','status':'live'},"                                                    \
  "{'id':'E','title':'Negotiations abroad','status':'design','skills':['Negotiation']}]}"

/* clang-format off */
static const Case cases[] = {
  { "nothing", NULL, NULL, NULL, "" },
  { "unknown", "quantum gardening", NULL, NULL, "" },
  { "one-word", "Something on feedback", NULL, NULL, "B:feedback// S:feedback// " },
  { "stopped-is-not-offered", "club", NULL, NULL, "" },
  { "plural", "a clinic for negotiations", NULL, NULL, "U:negotiations,clinic// E:negotiations// " },
  { "singular", "a workshop", NULL, NULL, "S:workshop// " },
  { "case", "FEEDBACK WORKSHOPS", NULL, NULL, "S:workshops,feedback// B:feedback// " },
  { "umlaut", "u\xcc\x88" "bergabe", NULL, NULL, "D:\xc3\xbc" "bergabe// " },
  { "audience", NULL, "Sales", NULL, "U:/Sales/ " },
  { "part-of-audience", NULL, "managers", NULL, "S:/managers/ A:/managers/ " },
  { "audience-alone-is-not-the-matter", "formula", "sales", NULL, "T:formula// " },
  { "topics", NULL, NULL, "feedback", "S:feedback//feedback B:feedback//feedback " },
  { "short-topic", NULL, NULL, "XL", "T://XL " },
  { "skills", NULL, NULL, "negotiation", "U:negotiation//negotiation E:negotiation//negotiation " },
  { "stop-words", "with every that from about feedback", NULL, NULL, "B:feedback// S:feedback// T:every,with// " },
};
/* clang-format on */

static GStrv
split (const char *list)
{
  return list != NULL ? g_strsplit (list, "|", -1) : NULL;
}

static char *
describe (GPtrArray *hits)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const TlRankingHit *hit = hits->pdata[i];
      g_autofree char *words = g_strjoinv (",", hit->shared[TL_RANKING_WORDS]);
      g_autofree char *audience = g_strjoinv (",", hit->shared[TL_RANKING_AUDIENCE]);
      g_autofree char *topics = g_strjoinv (",", hit->shared[TL_RANKING_TOPICS]);

      g_string_append_printf (text, "%s:%s/%s/%s ", tl_item_get_id (hit->item), words, audience,
                              topics);
      g_test_message ("%s %.3f", tl_item_get_id (hit->item), hit->score);
      g_assert_cmpfloat (hit->score, >, 0);
      g_assert_cmpfloat (hit->score, <=, 1);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static TlRanking *
create (TlWorkspace *workspace)
{
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);

  return tl_ranking_new (alignment);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TlWorkspace) workspace = sample_read_text (PLAN);
  g_autoptr (TlRanking) ranking = create (workspace);
  g_auto (GStrv) audience = split (test->audience);
  g_auto (GStrv) topics = split (test->topics);
  const TlRankingQuery query
      = { test->text, (const char *const *) audience, (const char *const *) topics };
  g_autoptr (GPtrArray) hits = tl_ranking_find (ranking, &query, N_MOST);
  g_autofree char *found = describe (hits);

  g_assert_cmpstr (found, ==, test->hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const TlRankingHit *hit = hits->pdata[i];

      g_assert_cmpint (isnan (hit->parts[TL_RANKING_WORDS]), ==,
                       test->text == NULL && test->topics == NULL);
      g_assert_cmpint (isnan (hit->parts[TL_RANKING_AUDIENCE]), ==, test->audience == NULL);
      g_assert_cmpint (isnan (hit->parts[TL_RANKING_TOPICS]), ==, test->topics == NULL);
    }
}

/* All that a request says is asked for, and what fits in every way comes first. */
static void
test_request (void)
{
  g_autoptr (TlWorkspace) workspace = sample_read_text (PLAN);
  g_autoptr (TlRanking) ranking = create (workspace);
  g_autoptr (GPtrArray) hits
      = tl_ranking_find_for_request (ranking, tl_workspace_lookup (workspace, "Q"), N_MOST);
  const TlRankingHit *first;

  g_assert_cmpuint (hits->len, >=, 3);
  first = hits->pdata[0];
  g_assert_cmpstr (tl_item_get_id (first->item), ==, "S");
  g_assert_cmpstr (first->shared[TL_RANKING_AUDIENCE][0], ==, "people managers");
  g_assert_null (first->shared[TL_RANKING_AUDIENCE][1]);
  g_assert_cmpfloat_with_epsilon (first->parts[TL_RANKING_AUDIENCE], 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (first->parts[TL_RANKING_TOPICS], 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (first->score,
                                  .5 * first->parts[TL_RANKING_WORDS]
                                      + .2 * first->parts[TL_RANKING_AUDIENCE]
                                      + .3 * first->parts[TL_RANKING_TOPICS],
                                  1e-9);
}

static void
test_n_most (void)
{
  g_autoptr (TlWorkspace) workspace = sample_read_text (PLAN);
  g_autoptr (TlRanking) ranking = create (workspace);
  const TlRankingQuery query = { .text = "feedback" };
  g_autoptr (GPtrArray) hits = tl_ranking_find (ranking, &query, 1);

  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpuint (tl_ranking_get_revision (ranking), ==, tl_workspace_get_revision (workspace));
}

static void
test_empty (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlRanking) ranking = create (workspace);
  const TlRankingQuery query = { .text = "feedback" };
  g_autoptr (GPtrArray) hits = tl_ranking_find (ranking, &query, N_MOST);

  g_assert_cmpuint (hits->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ranking/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/ranking/request", test_request);
  g_test_add_func ("/ranking/n-most", test_n_most);
  g_test_add_func ("/ranking/empty", test_empty);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sample.h"
#include "tl-duplicates.h"

/* Which projects are alike, by how much, and whether all of them are found. */

#define TOLERANCE 1e-9

typedef struct
{
  const char *name;
  const char *links;    /* pairs of ids: a project and what it serves */
  const char *projects; /* P and Q */
  double score;         /* 0: no pair */
  double terms[TL_N_DUPLICATE_TERMS];
  const char *shared; /* objectives | audience | topics */
} Case;

#define U NAN

/* clang-format off */
static const Case cases[] = {
  { "nothing", "", "{'id':'P'},{'id':'Q'}", 0, { 0 }, "" },
  { "same-title", "", "{'id':'P','title':'Ask'},{'id':'Q','title':'Ask'}", 1, { U, U, U, 1 }, "||" },
  /* Trigrams: "  a"," as","ask","sk " and "  a"," as","ass","ss " share 2 of 6. */
  { "titles", "", "{'id':'P','title':'Ask'},{'id':'Q','title':'ASS'}", 1 / 3.0, { U, U, U, 1 / 3.0 }, "||" },
  { "words-apart", "", "{'id':'P','title':'Ask, ask!'},{'id':'Q','title':'ask'}", 1, { U, U, U, 1 }, "||" },
  { "no-letters", "", "{'id':'P','title':'!!'},{'id':'Q','title':'--'}", 0, { 0 }, "" },
  { "audience", "", "{'id':'P','audience':['Sales','all  staff']},{'id':'Q','audience':['ALL STAFF ']}", .5, { U, .5, U, U }, "|all  staff|" },
  { "one-has-no-audience", "", "{'id':'P','title':'Ask','audience':['sales']},{'id':'Q','title':'ask'}", .15 / .40, { U, 0, U, 1 }, "||" },
  { "topics-and-skills", "", "{'id':'P','topics':['a'],'skills':['b']},{'id':'Q','topics':['B'],'skills':['a','c']}", 2 / 3.0, { U, U, 2 / 3.0, U }, "||a b" },
  { "repeated", "", "{'id':'P','topics':['a','A'],'skills':['a']},{'id':'Q','topics':['a']}", 1, { U, U, 1, U }, "||a" },
  { "audience-is-no-topic", "", "{'id':'P','topics':['a']},{'id':'Q','audience':['a']}", 0, { 0 }, "" },
  { "umlauts", "", "{'id':'P','audience':['\xc3\x84rzte']},{'id':'Q','audience':['a\xcc\x88rzte']}", 1, { U, 1, U, U }, "|\xc3\x84rzte|" },
  { "sharp-s", "", "{'id':'P','audience':['Stra\xc3\x9f" "e']},{'id':'Q','audience':['STRASSE']}", 1, { U, 1, U, U }, "|Stra\xc3\x9f" "e|" },
  { "objectives", "PO PN QO", "{'id':'P','audience':['a']},{'id':'Q','audience':['a']}", (.35 * .5 + .25) / .60, { .5, 1, U, U }, "O|a|" },
  { "closed-objective", "PO PC QO", "{'id':'P'},{'id':'Q'}", 1, { 1, U, U, U }, "O||" },
  { "goal-is-no-objective", "PG QG", "{'id':'P'},{'id':'Q'}", 0, { 0 }, "" },
  { "all", "PO QO", "{'id':'P','audience':['a','b'],'topics':['t'],'title':'Ask'},{'id':'Q','audience':['a'],'topics':['u'],'title':'Ask'}", .35 + .125 + .15, { 1, .5, 0, 1 }, "O|a|" },
  { "idea", "", "{'id':'P','title':'Ask','status':'idea'},{'id':'Q','title':'Ask'}", 0, { 0 }, "" },
  { "done", "", "{'id':'P','title':'Ask'},{'id':'Q','title':'Ask','status':'done'}", 0, { 0 }, "" },
  { "after", "", "{'id':'P','title':'Ask','start':'2026-01-01','end':'2026-03-31'},{'id':'Q','title':'Ask','start':'2026-04-01'}", 0, { 0 }, "" },
  { "before", "", "{'id':'P','title':'Ask','start':'2026-04-01'},{'id':'Q','title':'Ask','start':'2026-01-01','end':'2026-03-31'}", 0, { 0 }, "" },
  { "touch", "", "{'id':'P','title':'Ask','start':'2026-01-01','end':'2026-03-31'},{'id':'Q','title':'Ask','start':'2026-03-31','end':'2026-04-30'}", 1, { U, U, U, 1 }, "||" },
  { "open-end", "", "{'id':'P','title':'Ask','start':'2026-01-01'},{'id':'Q','title':'Ask','start':'2030-01-01'}", 1, { U, U, U, 1 }, "||" },
};
/* clang-format on */

/* Projects are live unless they are something else, and serve what @links says. */
static TlWorkspace *
read_plan (const char *links, const char *projects, double threshold)
{
  g_autofree char *document
      = g_strdup_printf ("{'goals':[{'id':'G'},{'id':'H','status':'retired'}],"
                         "'objectives':[{'id':'O','goal':'G'},{'id':'N','goal':'G'},"
                         "{'id':'C','goal':'H'}],'projects':[%s]}",
                         projects);
  TlWorkspace *workspace = sample_read_text (document);
  g_auto (GStrv) pairs = g_strsplit (links, " ", -1);

  tl_workspace_set_number (workspace, tl_workspace_get_settings (workspace),
                           TL_SETTINGS_DUPLICATE_SCORE, threshold, NULL);
  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_PROJECT); i++)
    {
      TlItem *project = tl_workspace_get_item (workspace, TL_KIND_PROJECT, i);

      if (!tl_item_is_set (project, TL_PROJECT_STATUS))
        tl_workspace_set_choice (workspace, project, TL_PROJECT_STATUS, TL_STATUS_LIVE, NULL);
    }
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char project[] = { pairs[i][0], '\0' };
      TlItem *link = tl_workspace_add (workspace, TL_KIND_LINK, NULL, TL_POSITION_END, NULL);

      g_assert_true (tl_workspace_set_text (workspace, link, TL_LINK_PROJECT, project, NULL));
      g_assert_true (tl_workspace_set_text (workspace, link, TL_LINK_TARGET, pairs[i] + 1, NULL));
    }
  return workspace;
}

static TlDuplicates *
compare (TlWorkspace *workspace)
{
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);

  return tl_duplicates_new (alignment);
}

static int
compare_words (const void *left, const void *right)
{
  return strcmp (*(char *const *) left, *(char *const *) right);
}

static char *
join_shared (const TlPair *pair)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint term = 0; term < TL_DUPLICATE_TITLE; term++)
    {
      g_autofree char *words = NULL;

      qsort (pair->shared[term], g_strv_length (pair->shared[term]), sizeof (char *),
             compare_words);
      words = g_strjoinv (" ", pair->shared[term]);
      g_string_append_printf (text, "%s%s", term > 0 ? "|" : "", words);
    }
  g_assert_null (pair->shared[TL_DUPLICATE_TITLE][0]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TlWorkspace) workspace = read_plan (test->links, test->projects, 0);
  g_autoptr (TlDuplicates) duplicates = compare (workspace);
  const TlPair *pair;
  g_autofree char *shared = NULL;

  g_assert_cmpuint (tl_duplicates_get_n_pairs (duplicates), ==, test->score > 0 ? 1 : 0);
  g_assert_false (tl_duplicates_is_capped (duplicates));
  if (test->score == 0)
    return;
  pair = tl_duplicates_get_pair (duplicates, 0);
  g_assert_cmpstr (pair->ids[0], ==, "P");
  g_assert_cmpstr (pair->ids[1], ==, "Q");
  g_assert_cmpfloat_with_epsilon (pair->score, test->score, TOLERANCE);
  for (guint i = 0; i < TL_N_DUPLICATE_TERMS; i++)
    if (isnan (test->terms[i]))
      g_assert_true (isnan (pair->terms[i]));
    else
      g_assert_cmpfloat_with_epsilon (pair->terms[i], test->terms[i], TOLERANCE);
  shared = join_shared (pair);
  g_assert_cmpstr (shared, ==, test->shared);
  g_assert_true (tl_duplicates_find_pair (duplicates, "Q", "P") == pair);
  g_assert_null (tl_duplicates_find_pair (duplicates, "Q", "O"));
}

/* The score that is reached to the last digit is enough. */
static void
test_threshold (void)
{
  static const struct
  {
    double threshold;
    guint n_pairs;
  } steps[] = { { .6, 1 }, { .600001, 0 }, { .599999, 1 }, { 1, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      /* .35 + .25, and nothing of the other two. */
      g_autoptr (TlWorkspace) workspace
          = read_plan ("PO QO",
                       "{'id':'P','title':'Bake','audience':['a'],'topics':['x']},"
                       "{'id':'Q','title':'Swim','audience':['a'],'topics':['y']}",
                       steps[i].threshold);
      g_autoptr (TlDuplicates) duplicates = compare (workspace);

      g_assert_cmpuint (tl_duplicates_get_n_pairs (duplicates), ==, steps[i].n_pairs);
    }
}

static void
test_saving (void)
{
  static const struct
  {
    const char *days;
    double saving;
  } steps[] = { { "'effortDays':8", 8 }, { "'effortDays':0", 0 }, { "'cost':1", NAN } };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *projects
          = g_strdup_printf ("{'id':'P','title':'Ask','effortDays':20},{'id':'Q','title':'Ask',%s}",
                             steps[i].days);
      g_autoptr (TlWorkspace) workspace = read_plan ("", projects, .6);
      g_autoptr (TlDuplicates) duplicates = compare (workspace);
      double saving = tl_duplicates_get_pair (duplicates, 0)->saving;

      g_assert_true (isnan (steps[i].saving) ? isnan (saving) : saving == steps[i].saving);
    }
}

/* Random plans, against all pairs compared one by one with sets of strings. */

#define N_PLANS 120

static const char *const title_words[]
    = { "coach", "couch", "sell", "selling", "bake", "lead", "leading", "Lead", "ask", "x" };

static void
set_random_words (TlWorkspace *workspace, TlItem *item, TlField field, int n_words)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
    /* Few are frequent, most are rare. */
    g_ptr_array_add (words,
                     g_strdup_printf ("%c%d", g_test_rand_bit () ? 'w' : 'W',
                                      g_test_rand_int_range (0,
                                                             g_test_rand_int_range (1,
                                                                                    n_words + 1))));
  g_ptr_array_add (words, NULL);
  tl_workspace_set_words (workspace, item, field, (const char *const *) words->pdata, NULL);
}

static void
add_random_project (TlWorkspace *workspace, int n_words)
{
  TlItem *item = tl_workspace_add (workspace, TL_KIND_PROJECT, NULL, TL_POSITION_END, NULL);
  g_autoptr (GString) title = g_string_new (NULL);
  TlDate start = tl_date_from_ymd (2026, 1, 1) + (TlDate) g_test_rand_int_range (0, 400);

  for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
    g_string_append_printf (title, "%s ",
                            title_words[g_test_rand_int_range (0, G_N_ELEMENTS (title_words))]);
  tl_workspace_set_text (workspace, item, TL_ITEM_TITLE, title->str, NULL);
  tl_workspace_set_choice (workspace, item, TL_PROJECT_STATUS,
                           g_test_rand_int_range (0, 8) == 0 ? TL_STATUS_DONE : TL_STATUS_LIVE,
                           NULL);
  set_random_words (workspace, item, TL_PROJECT_AUDIENCE, n_words);
  set_random_words (workspace, item, TL_PROJECT_TOPICS, n_words);
  if (g_test_rand_bit ())
    set_random_words (workspace, item, TL_PROJECT_SKILLS, n_words);
  if (g_test_rand_bit ())
    tl_workspace_set_date (workspace, item, TL_PROJECT_START, start, NULL);
  if (g_test_rand_bit ())
    tl_workspace_set_date (workspace, item, TL_PROJECT_END, start + 200, NULL);
  if (g_test_rand_bit ())
    tl_workspace_set_ref (
        workspace, item, TL_PROJECT_UNIT,
        tl_workspace_get_item (workspace, TL_KIND_UNIT,
                               (guint) g_test_rand_int_range (
                                   0, (int) tl_workspace_get_n_items (workspace, TL_KIND_UNIT))),
        NULL);
}

static TlWorkspace *
make_random_plan (void)
{
  TlWorkspace *workspace
      = sample_read_text ("{'goals':[{'id':'G'},{'id':'H'},{'id':'I','status':'retired'}]}");
  int n_projects = g_test_rand_int_range (2, 70);
  int n_words = g_test_rand_int_range (1, 40);

  for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
    tl_workspace_add (workspace, TL_KIND_UNIT, NULL, TL_POSITION_END, NULL);
  for (guint i = 0; i < 12; i++)
    {
      static const char *const goals[] = { "G", "H", "I" };
      TlItem *objective
          = tl_workspace_add (workspace, TL_KIND_OBJECTIVE, NULL, TL_POSITION_END, NULL);

      tl_workspace_set_text (workspace, objective, TL_OBJECTIVE_GOAL, goals[i % 3], NULL);
    }
  for (int i = 0; i < n_projects; i++)
    add_random_project (workspace, n_words);
  for (int n = n_projects; n > 0; n--)
    {
      TlItem *link = tl_workspace_add (workspace, TL_KIND_LINK, NULL, TL_POSITION_END, NULL);
      TlKind kind = g_test_rand_int_range (0, 6) == 0 ? TL_KIND_GOAL : TL_KIND_OBJECTIVE;

      tl_workspace_set_ref (workspace, link, TL_LINK_PROJECT,
                            tl_workspace_get_item (workspace, TL_KIND_PROJECT,
                                                   (guint) g_test_rand_int_range (0, n_projects)),
                            NULL);
      tl_workspace_set_ref (workspace, link, TL_LINK_TARGET,
                            tl_workspace_get_item (workspace, kind,
                                                   (guint) g_test_rand_int_range (
                                                       0, (int) tl_workspace_get_n_items (workspace,
                                                                                          kind))),
                            NULL);
    }
  tl_workspace_set_number (workspace, tl_workspace_get_settings (workspace),
                           TL_SETTINGS_DUPLICATE_SCORE, g_test_rand_int_range (0, 101) / 100.0,
                           NULL);
  return workspace;
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
add_words (GHashTable *set, TlItem *project, TlField field)
{
  for (const char *const *word = tl_item_get_words (project, field); *word != NULL; word++)
    g_hash_table_add (set, g_ascii_strdown (*word, -1));
}

static GHashTable *
list_ends (TlAlignment *alignment, TlItem *project, gboolean goals)
{
  GHashTable *set = new_set ();
  guint n;
  TlItem *const *links = tl_alignment_get_links (alignment, project, &n);

  for (guint i = 0; i < n; i++)
    {
      TlItem *target = tl_item_get_ref (links[i], TL_LINK_TARGET);
      gboolean is_goal = tl_item_get_kind (target) == TL_KIND_GOAL;
      TlItem *goal = is_goal ? target : tl_item_get_ref (target, TL_OBJECTIVE_GOAL);

      if (tl_item_get_choice (goal, TL_GOAL_STATUS) != TL_GOAL_STATUS_ACTIVE)
        continue;
      if (goals)
        g_hash_table_add (set, g_strdup (tl_item_get_id (goal)));
      else if (!is_goal)
        g_hash_table_add (set, g_strdup (tl_item_get_id (target)));
    }
  return set;
}

static GHashTable *
list_term (TlAlignment *alignment, TlItem *project, TlDuplicateTerm term)
{
  GHashTable *set;
  g_autofree char *title = g_ascii_strdown (tl_item_get_title (project), -1);
  g_auto (GStrv) words = g_strsplit (title, " ", -1);

  if (term == TL_DUPLICATE_OBJECTIVES)
    return list_ends (alignment, project, FALSE);
  set = new_set ();
  if (term == TL_DUPLICATE_AUDIENCE)
    add_words (set, project, TL_PROJECT_AUDIENCE);
  if (term == TL_DUPLICATE_TOPICS)
    {
      add_words (set, project, TL_PROJECT_TOPICS);
      add_words (set, project, TL_PROJECT_SKILLS);
    }
  for (guint i = 0; term == TL_DUPLICATE_TITLE && words[i] != NULL; i++)
    {
      g_autofree char *padded = g_strdup_printf ("  %s ", words[i]);

      for (gsize j = 0; *words[i] != '\0' && j + 3 <= strlen (padded); j++)
        g_hash_table_add (set, g_strndup (padded + j, 3));
    }
  return set;
}

static guint
count_common (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer key;
  guint n = 0;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    n += g_hash_table_contains (b, key) ? 1 : 0;
  return n;
}

static double
score_slowly (TlAlignment *alignment, TlItem *a, TlItem *b)
{
  static const double weights[] = { .35, .25, .25, .15 };
  double sum = 0, weight = 0;

  for (guint term = 0; term < TL_N_DUPLICATE_TERMS; term++)
    {
      g_autoptr (GHashTable) of_a = list_term (alignment, a, term);
      g_autoptr (GHashTable) of_b = list_term (alignment, b, term);
      guint n_common = count_common (of_a, of_b);
      guint n_all = g_hash_table_size (of_a) + g_hash_table_size (of_b) - n_common;

      if (n_all == 0)
        continue;
      weight += weights[term];
      sum += weights[term] * n_common / n_all;
    }
  return weight > 0 ? sum / weight : 0;
}

static gboolean
share (TlItem *a, TlItem *b, TlField field)
{
  g_autoptr (GHashTable) of_a = new_set ();
  g_autoptr (GHashTable) of_b = new_set ();

  add_words (of_a, a, field);
  add_words (of_b, b, field);
  return count_common (of_a, of_b) > 0;
}

static gboolean
overlap_slowly (TlItem *a, TlItem *b)
{
  TlDate end = tl_item_get_date (a, TL_PROJECT_END);
  TlDate start = tl_item_get_date (b, TL_PROJECT_START);

  return end == TL_DATE_NONE || start == TL_DATE_NONE || start <= end;
}

static gboolean
is_mixed_slowly (TlAlignment *alignment, TlItem *a, TlItem *b)
{
  TlItem *unit = tl_item_get_ref (a, TL_PROJECT_UNIT);
  g_autoptr (GHashTable) of_a = list_ends (alignment, a, TRUE);
  g_autoptr (GHashTable) of_b = list_ends (alignment, b, TRUE);

  return tl_workspace_get_n_items (tl_alignment_get_workspace (alignment), TL_KIND_UNIT) > 1
         && (unit == NULL || unit != tl_item_get_ref (b, TL_PROJECT_UNIT))
         && share (a, b, TL_PROJECT_TOPICS) && share (a, b, TL_PROJECT_AUDIENCE)
         && count_common (of_a, of_b) == 0;
}

static void
check_plan (TlWorkspace *workspace)
{
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
  g_autoptr (TlDuplicates) duplicates = tl_duplicates_new (alignment);
  double threshold = tl_workspace_get_setting (workspace, TL_SETTINGS_DUPLICATE_SCORE);
  guint n, n_expected = 0;
  TlItem *const *projects = tl_alignment_get_counted_projects (alignment, &n);

  g_assert_false (tl_duplicates_is_capped (duplicates));
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        const TlPair *pair = tl_duplicates_find_pair (duplicates, tl_item_get_id (projects[i]),
                                                      tl_item_get_id (projects[j]));
        double score = score_slowly (alignment, projects[i], projects[j]);
        gboolean overlap = overlap_slowly (projects[i], projects[j])
                           && overlap_slowly (projects[j], projects[i]);
        gboolean is_alike = overlap && score > 0 && score >= threshold - TOLERANCE;
        gboolean is_mixed = overlap && is_mixed_slowly (alignment, projects[i], projects[j]);

        n_expected += is_alike || is_mixed ? 1 : 0;
        g_assert_cmpint (pair != NULL, ==, is_alike || is_mixed);
        if (pair == NULL)
          continue;
        g_assert_cmpstr (pair->ids[0], ==, tl_item_get_id (projects[i]));
        g_assert_cmpfloat_with_epsilon (pair->score, score, TOLERANCE);
        g_assert_cmpint (pair->is_duplicate, ==, is_alike);
        g_assert_cmpint (pair->is_mixed, ==, is_mixed);
      }
  g_assert_cmpuint (tl_duplicates_get_n_pairs (duplicates), ==, n_expected);
  g_assert_cmpuint (tl_duplicates_get_n_found (duplicates), ==, n_expected);
  for (guint i = 1; i < n_expected; i++)
    g_assert_cmpfloat (tl_duplicates_get_pair (duplicates, i - 1)->score, >=,
                       tl_duplicates_get_pair (duplicates, i)->score);
}

static void
test_random (void)
{
  for (guint i = 0; i < N_PLANS; i++)
    {
      g_autoptr (TlWorkspace) workspace = make_random_plan ();

      check_plan (workspace);
    }
}

/* Everybody does the same: too many pairs to keep, and too many to look at. */
static void
test_degenerate (void)
{
  g_autoptr (TlWorkspace) workspace = sample_read_text ("{'units':[{'id':'U'},{'id':'V'}]}");
  const char *words[] = { "everybody", NULL };
  g_autoptr (TlDuplicates) duplicates = NULL;

  tl_workspace_begin_bulk (workspace);
  for (guint i = 0; i < 6000; i++)
    {
      TlItem *project = tl_workspace_add (workspace, TL_KIND_PROJECT, NULL, TL_POSITION_END, NULL);

      tl_workspace_set_choice (workspace, project, TL_PROJECT_STATUS, TL_STATUS_LIVE, NULL);
      tl_workspace_set_text (workspace, project, TL_ITEM_TITLE, "Take a course", NULL);
      tl_workspace_set_words (workspace, project, TL_PROJECT_AUDIENCE, words, NULL);
      tl_workspace_set_words (workspace, project, TL_PROJECT_TOPICS, words, NULL);
    }
  tl_workspace_end_bulk (workspace);
  duplicates = compare (workspace);
  g_assert_true (tl_duplicates_is_capped (duplicates));
  g_assert_cmpuint (tl_duplicates_get_n_pairs (duplicates), >=, TL_DUPLICATES_MAX_PAIRS);
  g_assert_cmpuint (tl_duplicates_get_n_pairs (duplicates), <=, 2 * TL_DUPLICATES_MAX_PAIRS);
  g_assert_cmpuint (tl_duplicates_get_n_found (duplicates), >, 1000000);
  g_assert_true (g_strv_contains (tl_duplicates_get_frequent_words (duplicates), "everybody"));
  for (guint i = 0; i < tl_duplicates_get_n_pairs (duplicates); i++)
    g_assert_cmpfloat (tl_duplicates_get_pair (duplicates, i)->score, ==, 1);
}

/* Of too many pairs the best are kept. */
static void
test_best_kept (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlDuplicates) duplicates = NULL;
  const char *words[] = { "everybody", NULL };

  for (guint i = 0; i < 200; i++)
    {
      TlItem *project = tl_workspace_add (workspace, TL_KIND_PROJECT, NULL, TL_POSITION_END, NULL);

      tl_workspace_set_choice (workspace, project, TL_PROJECT_STATUS, TL_STATUS_LIVE, NULL);
      tl_workspace_set_words (workspace, project, TL_PROJECT_AUDIENCE, words, NULL);
      tl_workspace_set_text (workspace, project, TL_ITEM_TITLE, i < 190 ? "Ask" : "Asked", NULL);
    }
  /* Like each other: 190 · 189 ÷ 2, 10 · 9 ÷ 2; and all others less so. */
  duplicates = compare (workspace);
  g_assert_true (tl_duplicates_is_capped (duplicates));
  g_assert_cmpuint (tl_duplicates_get_n_found (duplicates), ==, 200 * 199 / 2);
  g_assert_cmpuint (tl_duplicates_get_n_pairs (duplicates), ==, TL_DUPLICATES_MAX_PAIRS);
  for (guint i = 0; i < TL_DUPLICATES_MAX_PAIRS; i++)
    g_assert_cmpfloat (tl_duplicates_get_pair (duplicates, i)->score, ==, 1);
}

/* A pair is told of a later revision as long as nothing has changed that it rests on. */

typedef void (*EditFunc) (TlWorkspace *workspace);

static TlItem *
get (TlWorkspace *workspace, const char *id)
{
  return tl_workspace_lookup (workspace, id);
}

static void
rename_other (TlWorkspace *workspace)
{
  tl_workspace_set_text (workspace, get (workspace, "R"), TL_ITEM_TITLE, "Else", NULL);
}

static void
rename_one (TlWorkspace *workspace)
{
  tl_workspace_set_text (workspace, get (workspace, "Q"), TL_ITEM_TITLE, "Else", NULL);
}

static void
stop_one (TlWorkspace *workspace)
{
  tl_workspace_set_choice (workspace, get (workspace, "P"), TL_PROJECT_STATUS, TL_STATUS_STOPPED,
                           NULL);
}

static void
remove_one (TlWorkspace *workspace)
{
  tl_workspace_remove (workspace, get (workspace, "P"));
}

static void
link_one (TlWorkspace *workspace)
{
  TlItem *link = tl_workspace_add (workspace, TL_KIND_LINK, "L", TL_POSITION_END, NULL);

  tl_workspace_set_text (workspace, link, TL_LINK_PROJECT, "P", NULL);
  tl_workspace_set_text (workspace, link, TL_LINK_TARGET, "O", NULL);
}

static void
link_other (TlWorkspace *workspace)
{
  link_one (workspace);
  tl_workspace_set_text (workspace, get (workspace, "L"), TL_LINK_PROJECT, "R", NULL);
}

static void
unlink_one (TlWorkspace *workspace)
{
  tl_workspace_remove (workspace, tl_workspace_get_item (workspace, TL_KIND_LINK, 0));
}

static void
close_objective (TlWorkspace *workspace)
{
  tl_workspace_set_choice (workspace, get (workspace, "N"), TL_OBJECTIVE_STATUS,
                           TL_OBJECTIVE_STATUS_CLOSED, NULL);
}

static void
retire_goal (TlWorkspace *workspace)
{
  tl_workspace_set_choice (workspace, get (workspace, "G"), TL_GOAL_STATUS, TL_GOAL_STATUS_RETIRED,
                           NULL);
}

static void
raise_threshold (TlWorkspace *workspace)
{
  tl_workspace_set_number (workspace, tl_workspace_get_settings (workspace),
                           TL_SETTINGS_DUPLICATE_SCORE, .99, NULL);
}

static void
make_silos (TlWorkspace *workspace)
{
  tl_workspace_add (workspace, TL_KIND_UNIT, NULL, TL_POSITION_END, NULL);
  tl_workspace_add (workspace, TL_KIND_UNIT, NULL, TL_POSITION_END, NULL);
}

static const struct
{
  EditFunc edit;
  gboolean holds;
} edits[] = {
  { rename_other, TRUE }, { rename_one, FALSE },      { stop_one, FALSE },
  { remove_one, FALSE },  { link_one, FALSE },        { link_other, TRUE },
  { unlink_one, FALSE },  { close_objective, FALSE }, { retire_goal, FALSE },
  { make_silos, FALSE },  { raise_threshold, FALSE },
};

static void
test_holds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (TlWorkspace) workspace
          = read_plan ("PN", "{'id':'P','title':'Ask'},{'id':'Q','title':'Ask'},{'id':'R'}", .1);
      g_autoptr (TlDuplicates) before = compare (workspace);
      g_autoptr (TlAlignment) alignment = NULL;
      const TlPair *pair = tl_duplicates_find_pair (before, "P", "Q");
      TlItem *items[2];

      g_assert_nonnull (pair);
      edits[i].edit (workspace);
      alignment = tl_alignment_new (workspace);
      g_assert_cmpint (tl_pair_holds (pair, alignment, items), ==, edits[i].holds);
      if (edits[i].holds)
        g_assert_true (items[0] == get (workspace, "P") && items[1] == get (workspace, "Q"));
    }
}

/* The thread sees nothing of what is changed meanwhile. */
static void
test_input_is_immutable (void)
{
  g_autoptr (TlWorkspace) workspace
      = read_plan ("", "{'id':'P','title':'Ask'},{'id':'Q','title':'Ask'}", .6);
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
  g_autoptr (TlDuplicatesInput) input = tl_duplicates_input_new (alignment);
  g_autoptr (TlDuplicates) duplicates = NULL;

  rename_one (workspace);
  remove_one (workspace);
  duplicates = tl_duplicates_find (input, NULL);
  g_assert_cmpuint (tl_duplicates_get_n_pairs (duplicates), ==, 1);
  g_assert_cmpuint (tl_duplicates_get_revision (duplicates), <,
                    tl_workspace_get_revision (workspace));
}

static void
test_cancelled (void)
{
  g_autoptr (TlWorkspace) workspace
      = read_plan ("", "{'id':'P','title':'Ask'},{'id':'Q','title':'Ask'}", .6);
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
  g_autoptr (TlDuplicatesInput) input = tl_duplicates_input_new (alignment);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (tl_duplicates_find (input, cancellable));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/duplicates/score/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/duplicates/threshold", test_threshold);
  g_test_add_func ("/duplicates/saving", test_saving);
  g_test_add_func ("/duplicates/random", test_random);
  g_test_add_func ("/duplicates/degenerate", test_degenerate);
  g_test_add_func ("/duplicates/best-kept", test_best_kept);
  g_test_add_func ("/duplicates/holds", test_holds);
  g_test_add_func ("/duplicates/input-is-immutable", test_input_is_immutable);
  g_test_add_func ("/duplicates/cancelled", test_cancelled);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-bench"

#include <stdlib.h>

#include "tl-duplicates.h"
#include "tl-ranking.h"

/* How long does it take to compare all projects of a plan, and to rank what exists for a request,
 * and how does that grow? */

#define N_RUNS 11
#define COMPARE_GOAL_MS 300.0 /* for the larger plan */
#define QUERY_GOAL_MS 5.0

#define N_UNITS 25
#define N_AUDIENCES 60
#define N_TOPICS 200

/* As in bench-analysis.c. */
static guint
below (guint64 *state, guint limit)
{
  *state = *state * G_GUINT64_CONSTANT (6364136223846793005)
           + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint) ((*state >> 33) * limit >> 31);
}

/* The first are met far more often than the last. */
static guint
below_skewed (guint64 *state, guint limit)
{
  return below (state, 1 + below (state, limit));
}

static char *
make_title (guint64 *state)
{
  static const char *const verbs[]
      = { "Build", "Grow", "Improve", "Keep", "Lift", "Prepare", "Shorten", "Win" };
  static const char *const things[]
      = { "renewals", "leadership", "margin",     "markets", "adoption", "quality", "experts",
          "safety",   "rework",     "onboarding", "trust",   "planning", "sales",   "service" };
  static const char *const forms[]
      = { "course", "clinic", "guide", "programme", "series", "toolkit", "academy", "workshop" };

  return g_strdup_printf ("%s %s: %s, round %u", verbs[below (state, G_N_ELEMENTS (verbs))],
                          things[below (state, G_N_ELEMENTS (things))],
                          forms[below (state, G_N_ELEMENTS (forms))], 1 + below (state, 9000));
}

static TlItem *
add (TlWorkspace *workspace, TlKind kind, guint64 *state)
{
  g_autofree char *title = make_title (state);
  TlItem *item = tl_workspace_add (workspace, kind, NULL, TL_POSITION_END, NULL);

  tl_workspace_set_text (workspace, item, TL_ITEM_TITLE, title, NULL);
  return item;
}

static TlItem *
pick (TlWorkspace *workspace, TlKind kind, guint64 *state)
{
  return tl_workspace_get_item (workspace, kind,
                                below (state, tl_workspace_get_n_items (workspace, kind)));
}

static void
set_words (TlWorkspace *workspace, TlItem *item, TlField field, guint64 *state, guint n, guint pool)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (; n > 0; n--)
    g_ptr_array_add (words, g_strdup_printf ("words of number %u", below_skewed (state, pool)));
  g_ptr_array_add (words, NULL);
  tl_workspace_set_words (workspace, item, field, (const char *const *) words->pdata, NULL);
}

static void
add_project (TlWorkspace *workspace, guint64 *state)
{
  TlItem *project = add (workspace, TL_KIND_PROJECT, state);
  TlDate start = tl_date_from_ymd (2025, 1, 1) + below (state, 700);

  tl_workspace_set_choice (workspace, project, TL_PROJECT_STATUS, TL_STATUS_LIVE, NULL);
  tl_workspace_set_number (workspace, project, TL_PROJECT_EFFORT, below (state, 120), NULL);
  tl_workspace_set_ref (workspace, project, TL_PROJECT_UNIT, pick (workspace, TL_KIND_UNIT, state),
                        NULL);
  tl_workspace_set_date (workspace, project, TL_PROJECT_START, start, NULL);
  tl_workspace_set_date (workspace, project, TL_PROJECT_END, start + 30 + below (state, 300), NULL);
  set_words (workspace, project, TL_PROJECT_AUDIENCE, state, 1 + below (state, 2), N_AUDIENCES);
  set_words (workspace, project, TL_PROJECT_TOPICS, state, 1 + below (state, 3), N_TOPICS);
}

static void
add_link (TlWorkspace *workspace, guint64 *state)
{
  TlItem *link = tl_workspace_add (workspace, TL_KIND_LINK, NULL, TL_POSITION_END, NULL);

  tl_workspace_set_ref (workspace, link, TL_LINK_PROJECT, pick (workspace, TL_KIND_PROJECT, state),
                        NULL);
  tl_workspace_set_ref (workspace, link, TL_LINK_TARGET, pick (workspace, TL_KIND_OBJECTIVE, state),
                        NULL);
}

static TlWorkspace *
make_workspace (guint n_projects)
{
  TlWorkspace *workspace = tl_workspace_new ();
  guint64 state = n_projects;

  tl_workspace_begin_bulk (workspace);
  for (guint i = 0; i < N_UNITS; i++)
    add (workspace, TL_KIND_UNIT, &state);
  for (guint i = 0; i < n_projects / 20; i++)
    add (workspace, TL_KIND_GOAL, &state);
  for (guint i = 0; i < n_projects / 4; i++)
    tl_workspace_set_ref (workspace, add (workspace, TL_KIND_OBJECTIVE, &state), TL_OBJECTIVE_GOAL,
                          pick (workspace, TL_KIND_GOAL, &state), NULL);
  for (guint i = 0; i < n_projects; i++)
    add_project (workspace, &state);
  for (guint i = 0; i < n_projects; i++)
    add_link (workspace, &state);
  for (guint i = 0; i < n_projects / 5; i++)
    {
      TlItem *solution = add (workspace, TL_KIND_SOLUTION, &state);

      set_words (workspace, solution, TL_SOLUTION_AUDIENCE, &state, 1, N_AUDIENCES);
      set_words (workspace, solution, TL_SOLUTION_TOPICS, &state, 2, N_TOPICS);
    }
  tl_workspace_end_bulk (workspace);
  return workspace;
}

static int
compare_doubles (const void *left, const void *right)
{
  double a = *(const double *) left;
  double b = *(const double *) right;

  return a < b ? -1 : a > b;
}

static double
get_median (double *times)
{
  qsort (times, N_RUNS, sizeof (double), compare_doubles);
  return times[N_RUNS / 2];
}

static double
get_elapsed (gint64 *since)
{
  gint64 start = *since;

  *since = g_get_monotonic_time ();
  return (double) (*since - start) / 1000;
}

/* In milliseconds. */
typedef struct
{
  TlWorkspace *workspace;
  double read[N_RUNS];
  double compare[N_RUNS];
  double build[N_RUNS];
  double query[N_RUNS];
  guint n_found;
  gboolean is_capped;
} Series;

static void
run (Series *series, guint index)
{
  static const char *const audience[] = { "words of number 3", NULL };
  static const char *const topics[] = { "words of number 7", NULL };
  const TlRankingQuery query = {
    .text = "We want a leadership workshop, so that managers keep quality and win trust",
    .audience = audience,
    .topics = topics,
  };
  g_autoptr (TlAlignment) alignment = tl_alignment_new (series->workspace);
  g_autoptr (TlDuplicatesInput) input = NULL;
  g_autoptr (TlDuplicates) duplicates = NULL;
  g_autoptr (TlRanking) ranking = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  gint64 clock = g_get_monotonic_time ();

  input = tl_duplicates_input_new (alignment);
  series->read[index] = get_elapsed (&clock);
  duplicates = tl_duplicates_find (input, NULL);
  series->compare[index] = get_elapsed (&clock);
  ranking = tl_ranking_new (alignment);
  series->build[index] = get_elapsed (&clock);
  hits = tl_ranking_find (ranking, &query, 20);
  series->query[index] = get_elapsed (&clock);
  series->n_found = tl_duplicates_get_n_found (duplicates);
  series->is_capped = tl_duplicates_is_capped (duplicates);
}

static double
print_result (guint n_projects, Series *series)
{
  double compare = get_median (series->compare);
  double query = get_median (series->query);

  g_print ("%6u projects: read %.2f ms, compare %.2f ms (%u pairs%s; goal %.0f ms: %s); "
           "ranking: build %.2f ms, query %.3f ms (goal %.0f ms: %s)\n",
           n_projects, get_median (series->read), compare, series->n_found,
           series->is_capped ? ", capped" : "", COMPARE_GOAL_MS,
           compare <= COMPARE_GOAL_MS ? "reached" : "missed", get_median (series->build), query,
           QUERY_GOAL_MS, query <= QUERY_GOAL_MS ? "reached" : "missed");
  return compare;
}

int
main (int argc, char **argv)
{
  g_autoptr (TlWorkspace) small_workspace = make_workspace (1000);
  g_autoptr (TlWorkspace) large_workspace = make_workspace (10000);
  Series small = { small_workspace };
  Series large = { large_workspace };
  double small_ms;

  for (guint i = 0; i < N_RUNS; i++)
    {
      run (&small, i);
      run (&large, i);
    }
  small_ms = print_result (1000, &small);
  g_print ("growth of the comparison: %.1f times\n", print_result (10000, &large) / small_ms);
  return EXIT_SUCCESS;
}

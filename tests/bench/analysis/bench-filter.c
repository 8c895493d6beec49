/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-bench"

#include <stdlib.h>

#include "tl-document.h"
#include "tl-filter.h"

/* How long does a search of a plan take for each key that is pressed, against the analysis that
 * each edit costs anyway? */

#define N_RUNS 11
#define GOAL 4.0 /* analyses */

static const char *const queries[] = { "zebra", "onboarding", "kind:project status:live days>20",
                                       "owner:a or unit:b -paused", "goal:customers flagged" };

static int
compare_doubles (const void *left, const void *right)
{
  double a = *(const double *) left;
  double b = *(const double *) right;

  return a < b ? -1 : a > b;
}

static double
get_elapsed (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

static double
time_analysis (TlWorkspace *workspace)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, tl_date_from_ymd (2026, 1, 1));

  return get_elapsed (start);
}

static double
time_query (TlAnalysis *analysis, const char *query, guint *n_matches)
{
  TlWorkspace *workspace = tl_analysis_get_workspace (analysis);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TlFilter) filter = tl_filter_new (query, TL_FILTER_DEFAULT, NULL, NULL);

  *n_matches = 0;
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    for (guint i = 0;
         tl_filter_is_searched (kind) && i < tl_workspace_get_n_items (workspace, kind); i++)
      if (tl_filter_matches (filter, analysis, tl_workspace_get_item (workspace, kind, i)))
        (*n_matches)++;
  return get_elapsed (start);
}

static double
get_median (double *times)
{
  qsort (times, N_RUNS, sizeof (double), compare_doubles);
  return times[N_RUNS / 2];
}

static void
measure (TlWorkspace *workspace)
{
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, tl_date_from_ymd (2026, 1, 1));
  double times[N_RUNS];
  double whole;
  guint n_matches;

  for (guint i = 0; i < N_RUNS; i++)
    times[i] = time_analysis (workspace);
  whole = get_median (times);
  g_print ("%u projects: analysis %.2f ms; first search, which folds all texts, %.2f ms\n",
           tl_workspace_get_n_items (workspace, TL_KIND_PROJECT), whole,
           time_query (analysis, queries[0], &n_matches));
  for (guint q = 0; q < G_N_ELEMENTS (queries); q++)
    {
      double median;

      for (guint i = 0; i < N_RUNS; i++)
        times[i] = time_query (analysis, queries[q], &n_matches);
      median = get_median (times);
      g_print ("  %-36s %6u matches, %6.2f ms, %.2f analyses (goal %.0f): %s\n", queries[q],
               n_matches, median, median / whole, GOAL,
               median <= GOAL * whole ? "reached" : "missed");
    }
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlDocument) document = tl_document_load (file, NULL, &error);

      if (document == NULL)
        g_error ("%s", error->message);
      measure (tl_document_get_workspace (document));
    }
  return EXIT_SUCCESS;
}

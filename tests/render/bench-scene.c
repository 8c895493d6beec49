/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-workspace.h"
#include "tl-display-list.h"
#include "tl-scene.h"

#define N_RUNS 5
#define N_HITS 2000

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 ta = *(const gint64 *) a;
  gint64 tb = *(const gint64 *) b;

  return ta < tb ? -1 : ta > tb;
}

/* The median of some runs, in milliseconds. */
static double
time_scene (TlAnalysis *analysis)
{
  gint64 times[N_RUNS];

  for (int i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (TlScene) scene = tl_scene_new_map (analysis, NULL);

      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, N_RUNS, sizeof times[0], compare_times);
  return (double) times[N_RUNS / 2] / 1000;
}

/* Microseconds for one hit test, and for one query of a window's size. */
static void
time_queries (TlAnalysis *analysis, double *hit, double *query)
{
  g_autoptr (TlScene) scene = tl_scene_new_map (analysis, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  const TlDisplayList *list = tl_scene_get_list (scene);
  TlRect bounds = tl_scene_get_bounds (scene);
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < N_HITS; i++)
    {
      TlPoint point = tl_point (bounds.x + g_rand_double (rand) * bounds.width,
                                bounds.y + g_rand_double (rand) * bounds.height);
      guint index;

      tl_display_list_hit (list, point, 4, &index);
    }
  *hit = (double) (g_get_monotonic_time () - start) / N_HITS;
  start = g_get_monotonic_time ();
  for (int i = 0; i < N_HITS; i++)
    {
      TlRect window = tl_rect (0, bounds.y + g_rand_double (rand) * bounds.height, 1400, 900);
      g_autoptr (GArray) found = tl_display_list_query (list, window);
    }
  *query = (double) (g_get_monotonic_time () - start) / N_HITS;
}

int
main (void)
{
  static const guint sizes[] = { 100, 1000, 10000 };
  double last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TlWorkspace) workspace = sample_workspace_new_plan (sizes[i]);
      g_autoptr (TlAnalysis) analysis
          = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));
      double scene = time_scene (analysis);
      double hit, query;

      time_queries (analysis, &hit, &query);
      g_print ("%5u projects: scene %7.2f ms", sizes[i], scene);
      if (last > 0)
        g_print (" (%4.1f times the one before)", scene / last);
      g_print (", hit test %6.2f us, window query %6.2f us\n", hit, query);
      last = scene;
    }
  return 0;
}

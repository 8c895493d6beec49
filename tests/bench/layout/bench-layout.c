/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gv.h"
#include "plan.h"
#include "tl-layout.h"
#include "tl-net.h"

#include <locale.h>
#include <stdlib.h>

#define N_RUNS 9
#define SEED 1

static const char USAGE[]
    = "Usage: bench-layout                          time plans of 100, 1,000 and 10,000 projects\n"
      "       bench-layout write clustered|random N print a plan of N projects as a graph\n"
      "       bench-layout time GRAPH               print milliseconds and crossings of a layout\n"
      "       bench-layout count GRAPH DRAWING      print the crossings of somebody else's "
      "layout\n";

static int
compare_times (const void *a, const void *b)
{
  double s = *(const double *) a;
  double t = *(const double *) b;

  return (s > t) - (s < t);
}

/* Milliseconds; the median of several runs. */
static double
time_layout (const TlLayoutGraph *graph, guint64 *crossings)
{
  double times[N_RUNS];

  for (int i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (TlLayout) layout = tl_layout_new (graph, NULL);

      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
      *crossings = tl_layout_get_crossings (layout);
    }
  qsort (times, N_RUNS, sizeof *times, compare_times);
  return times[N_RUNS / 2];
}

/* Of the order in which the nodes were added. */
static guint64
count_as_added (const TlLayoutGraph *graph)
{
  g_autoptr (TlNet) net = tl_net_new (graph);

  return tl_net_count_crossings (net);
}

static double
run_plan (PlanKind kind, const char *name, int n_projects)
{
  g_autoptr (TlLayoutGraph) planted = plan_new (kind, n_projects, SEED, PLAN_AS_PLANTED);
  g_autoptr (TlLayoutGraph) graph = plan_new (kind, n_projects, SEED, PLAN_SHUFFLED);
  guint64 crossings;
  double time = time_layout (graph, &crossings);

  g_print ("%-10s %8d %8d %10.2f ms %12" G_GUINT64_FORMAT " %12" G_GUINT64_FORMAT "\n", name,
           n_projects, tl_layout_graph_get_n_edges (graph), time, crossings,
           count_as_added (planted));
  return time;
}

static int
run_plans (void)
{
  static const char *const names[] = { [PLAN_CLUSTERED] = "clustered", [PLAN_RANDOM] = "random" };
  double time[G_N_ELEMENTS (names)][3];

  g_print ("plan       projects    links          time    crossings       hidden\n");
  for (guint kind = 0; kind < G_N_ELEMENTS (names); kind++)
    for (int i = 0, n = 100; i < 3; i++, n *= 10)
      time[kind][i] = run_plan (kind, names[kind], n);
  for (guint kind = 0; kind < G_N_ELEMENTS (names); kind++)
    g_print ("%s, 10,000 against 1,000 projects: %.1f times as long\n", names[kind],
             time[kind][2] / time[kind][1]);
  return EXIT_SUCCESS;
}

static int
write_plan (const char *kind, const char *n_projects)
{
  gint64 n = g_ascii_strtoll (n_projects, NULL, 10);
  g_autoptr (TlLayoutGraph) graph = NULL;
  g_autofree char *text = NULL;

  if (n < 40 || n > 1000000)
    {
      g_printerr ("bench-layout: a plan has from 40 to 1000000 projects, not %s\n", n_projects);
      return EXIT_FAILURE;
    }
  graph = plan_new (g_str_equal (kind, "random") ? PLAN_RANDOM : PLAN_CLUSTERED, (int) n, SEED,
                    PLAN_SHUFFLED);
  text = gv_write (graph);
  g_print ("%s", text);
  return EXIT_SUCCESS;
}

static int
judge_file (const char *path, const char *drawing_path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLayoutGraph) graph = gv_read (path, drawing_path, &error);
  guint64 crossings;
  double time;

  if (graph == NULL)
    {
      g_printerr ("bench-layout: %s\n", error->message);
      return EXIT_FAILURE;
    }
  if (drawing_path != NULL)
    {
      g_print ("%" G_GUINT64_FORMAT "\n", count_as_added (graph));
      return EXIT_SUCCESS;
    }
  time = time_layout (graph, &crossings);
  g_print ("%.3f %" G_GUINT64_FORMAT "\n", time, crossings);
  return EXIT_SUCCESS;
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  if (argc == 1)
    return run_plans ();
  if (argc == 4 && g_str_equal (argv[1], "write"))
    return write_plan (argv[2], argv[3]);
  if (argc == 3 && g_str_equal (argv[1], "time"))
    return judge_file (argv[2], NULL);
  if (argc == 4 && g_str_equal (argv[1], "count"))
    return judge_file (argv[2], argv[3]);
  g_printerr ("%s", USAGE);
  return EXIT_FAILURE;
}

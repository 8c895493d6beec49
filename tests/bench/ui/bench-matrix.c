/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the matrix costs: to make it anew after an edit, to put it in each order, and to draw a
 * frame while it scrolls. The renderer is not in it. */

#include <gtk/gtk.h>

#include "tl-document.h"
#include "tl-matrix-scene.h"
#include "tl-snapshot-painter.h"

#define WIDTH 1280.0
#define HEIGHT 800.0
#define N_FRAMES 300
#define N_RUNS 5
#define STEP 23.0 /* pixels a frame */

typedef struct
{
  double orders[TL_N_MATRIX_ORDERS]; /* milliseconds */
  double edit;
  double frame;
} Cost;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
time_matrix (TlAnalysis *analysis, const TlMatrixOptions *options)
{
  double times[N_RUNS];

  for (int i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (TlMatrix) matrix = tl_matrix_new (analysis, options);

      times[i] = milliseconds_since (start);
    }
  qsort (times, N_RUNS, sizeof *times, compare_doubles);
  return times[N_RUNS / 2];
}

static double
time_frame (const TlMatrix *matrix, PangoContext *context)
{
  g_autoptr (TlSnapshotPainter) painter = tl_snapshot_painter_new (context);
  TlMatrixFrame frame = tl_matrix_frame (matrix, WIDTH, HEIGHT);
  double frames[N_FRAMES];

  for (int i = 0; i < N_FRAMES; i++)
    {
      gint64 start = g_get_monotonic_time ();
      GskRenderNode *node;

      frame.scroll_x = MIN (i * STEP, MAX (0, tl_matrix_get_columns_width (matrix) - 900));
      frame.scroll_y = MIN (i * STEP, MAX (0, tl_matrix_get_rows_height (matrix) - 500));
      tl_snapshot_painter_begin (painter);
      tl_matrix_paint (matrix, &frame, tl_theme_get (TL_THEME_LIGHT), TL_PAINTER (painter), FALSE);
      node = tl_snapshot_painter_end (painter);
      g_clear_pointer (&node, gsk_render_node_unref);
      frames[i] = milliseconds_since (start);
    }
  qsort (frames, N_FRAMES, sizeof *frames, compare_doubles);
  return frames[N_FRAMES / 2];
}

static Cost
measure (const char *path, PangoContext *context)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = tl_document_load (file, NULL, &error);
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (TlMatrix) matrix = NULL;
  TlMatrixOptions options = { 0 };
  Cost cost;

  g_assert_no_error (error);
  analysis
      = tl_analysis_new (tl_document_get_workspace (document), tl_date_from_ymd (2025, 11, 21));
  for (int order = 0; order < TL_N_MATRIX_ORDERS; order++)
    {
      options.order = (TlMatrixOrder) order;
      cost.orders[order] = time_matrix (analysis, &options);
    }
  matrix = tl_matrix_new (analysis, &options);
  options.previous = matrix;
  cost.edit = time_matrix (analysis, &options);
  cost.frame = time_frame (matrix, context);
  g_print (
      "%5d × %4d, %5u links: by goal %.1f, days %.1f, title %.1f, clustered %.1f, after an edit "
      "%.1f, frame %.2f ms\n",
      tl_matrix_get_n_rows (matrix), tl_matrix_get_n_columns (matrix),
      tl_matrix_get_n_links (matrix), cost.orders[0], cost.orders[1], cost.orders[2],
      cost.orders[3], cost.edit, cost.frame);
  return cost;
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkWidget) label = NULL;
  PangoContext *context;
  Cost first = { 0 };
  Cost last = { 0 };

  gtk_init ();
  label = g_object_ref_sink (gtk_label_new (NULL));
  context = gtk_widget_create_pango_context (label);
  for (int i = 1; i < argc; i++)
    {
      last = measure (argv[i], context);
      if (i == 1)
        first = last;
    }
  g_print ("largest against smallest: a frame %.1f times, an edit %.0f times\n",
           last.frame / first.frame, last.edit / first.edit);
  g_object_unref (context);
  return 0;
}

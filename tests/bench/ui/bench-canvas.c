/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a frame costs the canvas: finding what is in sight, making the nodes that are missing,
 * drawing the tiles of lines, which the program leaves to a thread, and putting all together; and
 * what it costs to make the scene anew after an edit. The renderer is not in it. */

#include <gtk/gtk.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "tl-document.h"
#include "tl-map-view.h"

#define WIDTH 1280.0
#define HEIGHT 800.0
#define N_FRAMES 400
#define STEP 23.0 /* pixels a frame */

typedef struct
{
  double scene; /* milliseconds */
  double median;
  double late; /* of twenty frames, one takes longer */
  double zoom_median;
  double zoom_late;
  double last;     /* of the frames that only repeat what is there */
  double recolour; /* another colouring, with the frame that shows it */
  double overview; /* the picture of the whole */
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
measure_frame (TlMapView *view)
{
  gint64 start = g_get_monotonic_time ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  tl_map_view_prepare (view, NULL, NULL);
  tl_map_view_snapshot (view, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_clear_pointer (&node, gsk_render_node_unref);
  return milliseconds_since (start);
}

/* What a frame costs in the middle of a run of them, and one of the slowest. */
static void
sum_up (double *frames, double *median, double *late)
{
  qsort (frames, N_FRAMES, sizeof *frames, compare_doubles);
  *median = frames[N_FRAMES / 2];
  *late = frames[N_FRAMES * 19 / 20];
}

/* From @scale on to ten times as near, about the middle: nodes are made anew on the way. */
static void
measure_zoom (TlMapView *view, double scale, Cost *cost)
{
  double frames[N_FRAMES];

  for (int i = 0; i < N_FRAMES; i++)
    {
      TlViewport viewport = tl_map_view_get_viewport (view);
      double next = scale * pow (10, (double) i / N_FRAMES);

      tl_map_view_set_viewport (view, tl_viewport_zoom_at (viewport, next,
                                                           tl_point (WIDTH / 2, HEIGHT / 2)));
      frames[i] = measure_frame (view);
    }
  sum_up (frames, &cost->zoom_median, &cost->zoom_late);
}

static double
measure_recolour (TlMapView *view, TlAnalysis *analysis)
{
  double total = 0;

  for (int by = TL_N_COLOUR_BY - 1; by >= 0; by--)
    {
      gint64 start = g_get_monotonic_time ();

      tl_map_view_colour_by (view, analysis, by);
      total += milliseconds_since (start) + measure_frame (view);
    }
  return total / TL_N_COLOUR_BY;
}

static double
measure_overview (TlMapView *view)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GdkTexture) picture = tl_map_view_create_picture (view, 416, 288, NULL, NULL);

  g_assert_nonnull (picture);
  return milliseconds_since (start);
}

static Cost
measure (TlAnalysis *analysis, double scale)
{
  TlSceneOptions options = { .tray = TL_TRAY_DOCKED, .tray_width = WIDTH - 24 };
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (TlMapView) view = tl_map_view_new (context);
  double frames[N_FRAMES];
  gint64 start = g_get_monotonic_time ();
  TlViewport viewport;
  Cost cost;

  tl_map_view_set_docked (view, TRUE);
  tl_map_view_set_size (view, WIDTH, HEIGHT);
  tl_map_view_set_scene (view, tl_scene_new_map (analysis, &options));
  cost.scene = milliseconds_since (start);
  viewport = tl_viewport_zoom_at (tl_map_view_get_viewport (view), scale, tl_point (0, 0));
  for (int i = 0; i < N_FRAMES; i++)
    {
      tl_map_view_set_viewport (view, tl_viewport_pan (viewport, 0, -STEP * i));
      frames[i] = measure_frame (view);
    }
  cost.last = measure_frame (view);
  cost.recolour = measure_recolour (view, analysis);
  cost.overview = measure_overview (view);
  sum_up (frames, &cost.median, &cost.late);
  measure_zoom (view, scale / 2, &cost);
  g_object_unref (context);
  return cost;
}

static TlAnalysis *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = tl_document_load (file, NULL, &error);

  if (document == NULL)
    g_error ("%s", error->message);
  return tl_analysis_new (tl_document_get_workspace (document), tl_date_parse ("2026-01-15"));
}

int
main (int argc, char *argv[])
{
  static const double scales[] = { 1, 0.3 };
  Cost first[G_N_ELEMENTS (scales)];

  gtk_init ();
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (TlAnalysis) analysis = load (argv[i]);
      g_autofree char *name = g_path_get_basename (argv[i]);

      for (guint j = 0; j < G_N_ELEMENTS (scales); j++)
        {
          Cost cost = measure (analysis, scales[j]);

          if (i == 1)
            first[j] = cost;
          g_print ("%s at %.0f %%: a new scene %.1f ms, panning %.2f ms a frame (late %.2f), "
                   "zooming %.2f (late %.2f), at rest %.2f ms, other colours %.1f ms, overview "
                   "%.1f ms; against the "
                   "first: scene %.1f, "
                   "panning %.1f\n",
                   name, scales[j] * 100, cost.scene, cost.median, cost.late, cost.zoom_median,
                   cost.zoom_late, cost.last, cost.recolour, cost.overview,
                   cost.scene / first[j].scene, cost.median / first[j].median);
        }
    }
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What hands feel of the map: how it runs on when it is let go, how it moves at its edges, and how
 * it grows between two fingers. */

#include <adwaita.h>
#include <math.h>

#include "ui-canvas.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define FRAMES_MS 120
#define FASTEST 900.0 /* pixels a second, at the very edge */
#define LATEST_S 20   /* for what must come to rest */

static void
set_up (UiCanvas *fixture, gconstpointer user_data)
{
  ui_canvas_animate (FALSE);
  ui_canvas_open (fixture, 1000, 760);
  tl_canvas_set_zoom (fixture->canvas, 2);
  ui_canvas_wait (fixture->canvas, FRAMES_MS);
}

/* Waits until the map stands still, and tells how far it has come. */
static TlPoint
come_to_rest (TlCanvas *canvas, TlViewport start)
{
  gint64 end = g_get_monotonic_time () + LATEST_S * G_USEC_PER_SEC;
  TlViewport before, after;

  do
    {
      before = tl_canvas_get_viewport (canvas);
      ui_canvas_wait (canvas, FRAMES_MS);
      after = tl_canvas_get_viewport (canvas);
      g_assert_cmpint (g_get_monotonic_time (), <, end);
    }
  while (!tl_viewport_equal (before, after));
  return tl_point (after.origin.x - start.origin.x, after.origin.y - start.origin.y);
}

/* A map that is let go in motion runs on in the same direction, slows down and stops; one that may
 * not move by itself does not. */
static void
test_fling (UiCanvas *fixture, gconstpointer user_data)
{
  static const struct
  {
    double vx, vy;
    gboolean is_animated;
    gboolean moves;
  } cases[] = {
    { 0, -900, TRUE, TRUE },
    { -500, -500, TRUE, TRUE },
    { 4, 4, TRUE, FALSE },
    { 0, -900, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlViewport start = tl_canvas_get_viewport (fixture->canvas);
      TlPoint way;

      ui_canvas_animate (cases[i].is_animated);
      tl_camera_fling (fixture->canvas->camera, cases[i].vx, cases[i].vy);
      way = come_to_rest (fixture->canvas, start);
      g_assert_cmpint (hypot (way.x, way.y) > 20, ==, cases[i].moves);
      g_assert_cmpfloat (way.x * cases[i].vx, >=, 0);
      g_assert_cmpfloat (way.y * cases[i].vy, >=, 0);
      /* Never further than it would come in a second without slowing down. */
      g_assert_cmpfloat (hypot (way.x, way.y), <=, hypot (cases[i].vx, cases[i].vy));
    }
}

/* A press stops it where it is. */
static void
test_stop (UiCanvas *fixture, gconstpointer user_data)
{
  TlViewport stopped;

  ui_canvas_animate (TRUE);
  tl_camera_fling (fixture->canvas->camera, 0, -3000);
  ui_canvas_wait (fixture->canvas, FRAMES_MS);
  g_signal_emit_by_name (fixture->canvas->drag, "drag-begin", 300.0, 300.0);
  stopped = tl_canvas_get_viewport (fixture->canvas);
  ui_canvas_wait (fixture->canvas, 2 * FRAMES_MS);
  g_assert_true (tl_viewport_equal (tl_canvas_get_viewport (fixture->canvas), stopped));
}

/* Rows: where a card is held, in shares of the map that is seen, and where the map goes. */
static void
test_edges (UiCanvas *fixture, gconstpointer user_data)
{
  static const struct
  {
    double x, y;
    int way_x, way_y;
  } rows[] = {
    { 0.5, 0.5, 0, 0 },   { 0.999, 0.5, -1, 0 }, { 0.5, 0.999, 0, -1 },
    { 0.001, 0.5, 1, 0 }, { 0.5, 0.001, 0, 1 },  { 1.2, 0.5, -1, 0 },
    { -0.2, 0.5, 1, 0 },  { 0.5, -0.2, 0, 1 },   { 0.5, 1.1, 0, 0 },
  };
  TlItem *item = ui_sample_get (fixture->session, "G4");

  tl_canvas_reveal (fixture->canvas, item);
  ui_canvas_wait (fixture->canvas, FRAMES_MS);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TlViewport start = tl_canvas_get_viewport (fixture->canvas);
      double top = tl_map_view_get_headings (fixture->canvas->view).height;
      TlPoint at = tl_point (rows[i].x * start.width, top + rows[i].y * (start.height - top));
      TlTool *tool = tl_tool_marquee_new (fixture->canvas, tl_point (400, 300), FALSE);
      gint64 began = g_get_monotonic_time ();
      TlViewport end;
      double seconds;

      tl_canvas_set_tool (fixture->canvas, tool);
      tl_tool_update (tool, at);
      ui_canvas_wait (fixture->canvas, 5 * FRAMES_MS);
      end = tl_canvas_get_viewport (fixture->canvas);
      seconds = (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;
      tl_canvas_cancel_tool (fixture->canvas);
      g_assert_cmpint ((end.origin.x > start.origin.x) - (end.origin.x < start.origin.x), ==,
                       rows[i].way_x);
      g_assert_cmpint ((end.origin.y > start.origin.y) - (end.origin.y < start.origin.y), ==,
                       rows[i].way_y);
      g_assert_cmpfloat (hypot (end.origin.x - start.origin.x, end.origin.y - start.origin.y), <=,
                         FASTEST * seconds);
    }
}

/* Two fingers: the map follows them, within its limits, and a gesture that went on ends. */
static void
test_pinch (UiCanvas *fixture, gconstpointer user_data)
{
  static const double factors[] = { 1.1, 0.5, 100, 0.001, 1 };
  double zoom = tl_canvas_get_zoom (fixture->canvas);
  TlPoint fixed = tl_point (400, 300);
  TlPoint before;

  tl_canvas_set_tool (fixture->canvas,
                      tl_tool_pan_new (fixture->canvas, tl_point (300, 300), TRUE));
  fixture->canvas->pointer = fixed;
  before = tl_viewport_to_map (tl_canvas_get_viewport (fixture->canvas), fixed);
  g_signal_emit_by_name (fixture->canvas->pinch, "begin", NULL);
  g_assert_null (fixture->canvas->tool);
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      TlPoint after;

      g_signal_emit_by_name (fixture->canvas->pinch, "scale-changed", factors[i]);
      after = tl_viewport_to_map (tl_canvas_get_viewport (fixture->canvas), fixed);
      g_assert_cmpfloat_with_epsilon (tl_canvas_get_zoom (fixture->canvas),
                                      CLAMP (zoom * factors[i], TL_VIEWPORT_MIN_SCALE,
                                             TL_VIEWPORT_MAX_SCALE),
                                      1e-6);
      /* At five percent the whole map may have to be moved into sight. */
      if (factors[i] > 0.01)
        g_assert_cmpfloat (hypot (after.x - before.x, after.y - before.y), <, 0.01);
      else
        before = after;
    }
}

/* A map that a finger pushes goes on when it is let go; one that a hand holds stays. */
static void
test_push (UiCanvas *fixture, gconstpointer user_data)
{
  ui_canvas_animate (TRUE);
  for (int runs_on = 0; runs_on < 2; runs_on++)
    {
      TlTool *tool = tl_tool_pan_new (fixture->canvas, tl_point (300, 300), runs_on);
      TlViewport let_go;
      TlPoint way;

      tl_canvas_set_tool (fixture->canvas, tool);
      for (int i = 1; i <= 3; i++)
        {
          ui_canvas_wait (fixture->canvas, 50);
          tl_tool_update (tool, tl_point (300, 300 - 60 * i));
        }
      g_object_ref (tool);
      tl_canvas_set_tool (fixture->canvas, NULL);
      tl_tool_finish (tool, tl_point (300, 120));
      g_object_unref (tool);
      let_go = tl_canvas_get_viewport (fixture->canvas);
      way = come_to_rest (fixture->canvas, let_go);
      g_assert_cmpfloat (way.x, ==, 0);
      g_assert_cmpint (way.y < -20, ==, runs_on);
    }
}

/* A finger that stays on a card selects it and asks what can be done with it. */
static void
test_long_press (UiCanvas *fixture, gconstpointer user_data)
{
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));
  TlItem *item = ui_sample_get (fixture->session, "G2");
  TlRect rect;
  TlPoint at;
  guint index;

  tl_canvas_reveal (fixture->canvas, item);
  ui_canvas_wait (fixture->canvas, FRAMES_MS);
  g_assert_true (tl_map_view_find (fixture->canvas->view, "G2", &index));
  g_assert_true (tl_map_view_get_seen_rect (fixture->canvas->view, index, &rect));
  at = tl_rect_get_center (rect);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_LONG_PRESS (controller))
        continue;
      g_assert_true (gtk_gesture_single_get_touch_only (GTK_GESTURE_SINGLE (controller)));
      g_signal_emit_by_name (controller, "pressed", at.x, at.y);
    }
  ui_canvas_wait (fixture->canvas, FRAMES_MS);
  g_assert_true (tl_selection_get_primary (tl_session_get_selection (fixture->session)) == item);
  g_assert_nonnull (fixture->canvas->menu);
  g_assert_true (gtk_widget_get_visible (fixture->canvas->menu));
}

#define ADD(path, function) g_test_add (path, UiCanvas, NULL, set_up, function, ui_canvas_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();

  ADD ("/ui/canvas-touch/fling", test_fling);
  ADD ("/ui/canvas-touch/stop", test_stop);
  ADD ("/ui/canvas-touch/edges", test_edges);
  ADD ("/ui/canvas-touch/pinch", test_pinch);
  ADD ("/ui/canvas-touch/push", test_push);
  ADD ("/ui/canvas-touch/long-press", test_long_press);
  return g_test_run ();
}

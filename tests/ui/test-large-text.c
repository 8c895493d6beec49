/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts of twice the usual size: everything is still in the window, and pictures of the document
 * are as large as the texts around them. */

#include "tl-application.h"
#include "tl-matrix-grid-private.h"
#include "tl-style.h"
#include "tl-window-private.h"
#include "ui-canvas.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define USUAL_DPI (96 * 1024)
#define FRAMES_MS 250

static TlApplication *application;

static void
set_text_scale (int scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", scale * USUAL_DPI, NULL);
}

static TlWindow *
open_window (int width, int height)
{
  g_autoptr (TlSession) sample = ui_sample_open ();
  TlWindow *window = tl_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  tl_window_set_document (window, tl_session_get_document (sample));
  gtk_window_present (GTK_WINDOW (window));
  ui_wait (FRAMES_MS);
  return window;
}

static void
close_window (TlWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
}

/* What a widget asks for at least must be there, or else something of it is cut off. */
static void
assert_fits (TlWindow *window, const char *what)
{
  GtkWidget *content = gtk_widget_get_first_child (window->breakpoints);
  int room = gtk_widget_get_width (window->breakpoints);
  int least;

  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_test_message ("%s: %d of %d pixels", what, least, room);
  if (least > room)
    g_test_fail ();
}

static void
test_everything_fits (gconstpointer user_data)
{
  static const char *const views[] = { "map", "table", "matrix", "practice" };
  static const char *const desks[]
      = { "requests", "discovery", "partners", "silos", "mix", "insights", "effort" };
  int width = GPOINTER_TO_INT (user_data);
  TlWindow *window;

  set_text_scale (2);
  window = open_window (width, 700);
  g_assert_cmpint (gtk_widget_get_width (window->breakpoints), <=, width);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      tl_window_set_view (window, views[i]);
      ui_wait (FRAMES_MS);
      assert_fits (window, views[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (desks); i++)
    {
      tl_practice_set_desk (window->practice, desks[i]);
      ui_wait (FRAMES_MS);
      assert_fits (window, desks[i]);
    }
  close_window (window);
  set_text_scale (1);
}

/* The map is seen first with texts that are twice as large, and follows the setting. */

static void
test_map_follows (UiCanvas *fixture, gconstpointer user_data)
{
  TlMapView *view = fixture->canvas->view;
  double usual = tl_canvas_get_zoom (fixture->canvas);
  double card = ui_canvas_get_rect (fixture, "P17").width;
  double head = tl_map_view_get_tray_head (view).height;

  g_assert_cmpfloat (usual, <=, 1);
  set_text_scale (2);
  ui_canvas_settle (fixture);
  g_assert_cmpfloat (tl_canvas_get_zoom (fixture->canvas), >=, 1.2);
  g_assert_cmpfloat (ui_canvas_get_rect (fixture, "P17").width, >, card);
  g_assert_cmpfloat (tl_map_view_get_tray_head (view).height, >=, 1.5 * head);
  set_text_scale (1);
  ui_canvas_settle (fixture);
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_zoom (fixture->canvas), usual, 1e-6);
}

/* Where the user has led the map to, it stays. */
static void
test_led_map_stays (UiCanvas *fixture, gconstpointer user_data)
{
  tl_canvas_set_zoom (fixture->canvas, 0.8);
  set_text_scale (2);
  ui_canvas_settle (fixture);
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_zoom (fixture->canvas), 0.8, 1e-6);
  set_text_scale (1);
}

/* In the matrix, what is seen, what the pointer meets and what a screen reader finds are one. */
static void
test_matrix_follows (void)
{
  TlWindow *window;
  TlMatrixGrid *grid;
  TlMatrixSpot spot;
  TlRect rect;
  graphene_rect_t bounds;

  set_text_scale (2);
  window = open_window (1200, 760);
  tl_window_set_view (window, "matrix");
  ui_wait (FRAMES_MS);
  grid = TL_MATRIX_GRID (ui_find_type (GTK_WIDGET (window), TL_TYPE_MATRIX_GRID));
  g_assert_cmpfloat (grid->scale, >=, 1.4);
  spot = tl_matrix_grid_get_cursor (grid);
  rect = tl_matrix_grid_get_pixels (grid, tl_matrix_get_rect (grid->matrix, &grid->frame, &spot));
  g_assert_true (gtk_widget_compute_bounds (grid->node, GTK_WIDGET (grid), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, rect.x, 1.5);
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, rect.y, 1.5);
  g_assert_cmpfloat_with_epsilon (bounds.size.width, rect.width, 1.5);
  g_assert_cmpfloat (rect.x + rect.width, <, gtk_widget_get_width (GTK_WIDGET (grid)));
  close_window (window);
  set_text_scale (1);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  application = ui_application_new (G_APPLICATION_DEFAULT_FLAGS);

  g_test_add_data_func ("/large-text/everything-fits/wide", GINT_TO_POINTER (1200),
                        test_everything_fits);
  g_test_add_data_func ("/large-text/everything-fits/narrow", GINT_TO_POINTER (400),
                        test_everything_fits);
  ui_canvas_add ("/large-text/map-follows", test_map_follows);
  ui_canvas_add ("/large-text/led-map-stays", test_led_map_stays);
  g_test_add_func ("/large-text/matrix-follows", test_matrix_follows);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}

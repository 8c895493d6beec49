/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole program on the renderer that most desktops have, with every complaint fatal. */

#include "tl-application.h"
#include "tl-canvas-private.h"
#include "tl-window-private.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define FRAMES_MS 40

static TlApplication *application;

static TlWindow *
open_window (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = ui_sample_get_file ();
  g_autoptr (TlDocument) document = tl_document_load (file, NULL, &error);
  TlWindow *window;

  g_assert_no_error (error);
  window = tl_window_new (GTK_APPLICATION (application));
  tl_window_set_document (window, document);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait (FRAMES_MS);
  return window;
}

static gboolean
is_on_gl (TlWindow *window)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));

  return g_strcmp0 (G_OBJECT_TYPE_NAME (renderer), "GskGLRenderer") == 0;
}

/* Every view is seen, and the map from near and far. */
static void
test_views (void)
{
  static const char *const views[] = { "table", "matrix", "practice", "map" };
  TlWindow *window = open_window ();

  if (!is_on_gl (window))
    {
      gtk_window_destroy (GTK_WINDOW (window));
      g_test_skip ("There is no GL on this display.");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_object_set (window, "view", views[i], NULL);
      ui_wait (FRAMES_MS);
    }
  for (double zoom = TL_VIEWPORT_MIN_SCALE; zoom < TL_VIEWPORT_MAX_SCALE; zoom *= 1.6)
    {
      tl_canvas_set_zoom (window->canvas, zoom);
      ui_wait (FRAMES_MS);
    }
  tl_canvas_set_zoom (window->canvas, TL_VIEWPORT_MAX_SCALE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.select-all", NULL);
  ui_wait (FRAMES_MS);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.present", NULL);
  ui_wait (FRAMES_MS);
  g_assert_nonnull (window->stage);
  gtk_window_destroy (GTK_WINDOW (window->stage));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait (FRAMES_MS);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  g_setenv ("GSK_RENDERER", "gl", TRUE);
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  application = tl_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/ui/gl/views", test_views);
  return g_test_run ();
}

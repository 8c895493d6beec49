/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "tl-commands.h"
#include "tl-overview.h"
#include "ui-canvas.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define FRAMES_MS 120 /* longer than the delay of the nodes */

static TlOverview *
get_overview (UiCanvas *fixture)
{
  return TL_OVERVIEW (fixture->canvas->overview);
}

static void
set_up (UiCanvas *fixture, gconstpointer user_data)
{
  ui_canvas_open (fixture, 1000, 760);
  g_assert_false (gtk_widget_get_mapped (fixture->canvas->overview));
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.overview", NULL);
  ui_canvas_wait (fixture->canvas, 2 * FRAMES_MS);
  tl_canvas_set_zoom (fixture->canvas, 1);
  ui_canvas_wait (fixture->canvas, FRAMES_MS);
}

static TlRect
get_visible (UiCanvas *fixture)
{
  return tl_viewport_get_visible (tl_canvas_get_viewport (fixture->canvas));
}

/* The picture is there, and has at least half of what it shows in colours. */
static void
test_picture (UiCanvas *fixture, gconstpointer user_data)
{
  GdkTexture *picture = tl_overview_get_picture (get_overview (fixture));
  TlRect frame = tl_overview_get_frame (get_overview (fixture));
  g_autofree guint32 *pixels = NULL;
  guint n, n_painted = 0;

  g_assert_true (gtk_widget_get_mapped (fixture->canvas->overview));
  g_assert_nonnull (picture);
  g_assert_cmpint (gdk_texture_get_width (picture), ==, (int) frame.width);
  g_assert_cmpint (gdk_texture_get_height (picture), ==, (int) frame.height);
  n = (guint) (frame.width * frame.height);
  pixels = g_new0 (guint32, n);
  gdk_texture_download (picture, (guchar *) pixels, (gsize) frame.width * sizeof *pixels);
  for (guint i = 0; i < n; i++)
    n_painted += pixels[i] != 0;
  g_assert_cmpuint (n_painted, >, n / 4);
}

static void
edit (UiCanvas *fixture)
{
  tl_command_rename (fixture->session, ui_sample_get (fixture->session, "P01"), "Another", NULL);
}

static void
pan (UiCanvas *fixture)
{
  tl_canvas_set_viewport (fixture->canvas,
                          tl_viewport_pan (tl_canvas_get_viewport (fixture->canvas), -40, -90));
}

static void
select_card (UiCanvas *fixture)
{
  tl_selection_select (tl_session_get_selection (fixture->session),
                       ui_sample_get (fixture->session, "P01"));
}

static void
ask (UiCanvas *fixture)
{
  tl_lens_set_query (tl_session_get_lens (fixture->session), "sales");
}

static void
recolour (UiCanvas *fixture)
{
  g_object_set (fixture->canvas, "colour-by", "status", NULL);
}

/* It is painted anew when the map looks otherwise, and not for anything else. */
static void
test_made_once (UiCanvas *fixture, gconstpointer user_data)
{
  static const struct
  {
    void (*change) (UiCanvas *fixture);
    gboolean is_new;
  } cases[] = {
    { pan, FALSE }, { select_card, FALSE }, { ask, TRUE }, { recolour, TRUE }, { edit, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GdkTexture) before
          = g_object_ref (tl_overview_get_picture (get_overview (fixture)));

      cases[i].change (fixture);
      ui_canvas_wait (fixture->canvas, FRAMES_MS);
      while (fixture->canvas->overview_source != 0)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true ((tl_overview_get_picture (get_overview (fixture)) != before)
                     == cases[i].is_new);
    }
}

/* Arrows move the view by a part of what is in sight, pages by all of it, ends to the corners. */
static void
test_keys (UiCanvas *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *key;
    int x;
    int y;
  } cases[] = {
    { "Down", 0, 1 },      { "Right", 1, 0 },    { "Up", 0, -1 },     { "Left", -1, 0 },
    { "Page_Down", 0, 1 }, { "Page_Up", 0, -1 }, { "KP_Down", 0, 1 },
  };
  TlRect content = tl_map_view_get_content (fixture->canvas->view);

  g_assert_true (gtk_widget_grab_focus (fixture->canvas->overview));
  tl_canvas_set_zoom (fixture->canvas, 2);
  ui_canvas_wait (fixture->canvas, FRAMES_MS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlRect before = get_visible (fixture);
      TlRect after;

      g_assert_true (ui_press_key (fixture->canvas->overview, cases[i].key));
      ui_canvas_wait (fixture->canvas, FRAMES_MS);
      after = get_visible (fixture);
      g_assert_cmpint ((after.x > before.x + 1) - (after.x < before.x - 1), ==, cases[i].x);
      g_assert_cmpint ((after.y > before.y + 1) - (after.y < before.y - 1), ==, cases[i].y);
    }
  g_assert_true (ui_press_key (fixture->canvas->overview, "End"));
  ui_canvas_wait (fixture->canvas, FRAMES_MS);
  g_assert_true (
      tl_rect_contains (get_visible (fixture),
                        tl_point (content.x + content.width - 1, content.y + content.height - 1)));
  g_assert_true (ui_press_key (fixture->canvas->overview, "Home"));
  ui_canvas_wait (fixture->canvas, FRAMES_MS);
  g_assert_true (tl_rect_contains (get_visible (fixture), tl_point (content.x + 1, content.y + 1)));
}

static GtkEventController *
find_drag (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return controller;
    }
  g_assert_not_reached ();
}

/* A press outside of the frame brings the view there. */
static void
test_press (UiCanvas *fixture, gconstpointer user_data)
{
  TlRect frame = tl_overview_get_frame (get_overview (fixture));
  TlRect content = tl_map_view_get_content (fixture->canvas->view);
  TlPoint center;

  g_signal_emit_by_name (find_drag (fixture->canvas->overview), "drag-begin",
                         frame.x + frame.width / 2, frame.y + frame.height * 0.75);
  ui_canvas_wait (fixture->canvas, FRAMES_MS);
  center = tl_rect_get_center (get_visible (fixture));
  g_assert_cmpfloat_with_epsilon (center.x, content.x + content.width / 2, content.width / 50);
  g_assert_cmpfloat_with_epsilon (center.y, content.y + content.height * 0.75, content.height / 25);
}

/* What the frame shows is said, and said anew when the view moves. */
static void
test_words (UiCanvas *fixture, gconstpointer user_data)
{
  static const char *whole = "65 cards in sight; height 0 to 100 %, width 0 to 100 %";
  GtkAccessible *accessible = GTK_ACCESSIBLE (get_overview (fixture));

  g_assert_true (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL));
  tl_canvas_zoom_to_fit (fixture->canvas);
  ui_canvas_wait (fixture->canvas, FRAMES_MS);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, whole);
}

/* Where there is no room for both, there is the map. */
static void
test_small (UiCanvas *fixture, gconstpointer user_data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 380, 500);
  ui_canvas_wait (fixture->canvas, 2 * FRAMES_MS);
  g_assert_false (gtk_widget_get_child_visible (fixture->canvas->overview));
}

#define ADD(path, function) g_test_add (path, UiCanvas, NULL, set_up, function, ui_canvas_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("/ui/canvas-overview/picture", test_picture);
  ADD ("/ui/canvas-overview/made-once", test_made_once);
  ADD ("/ui/canvas-overview/keys", test_keys);
  ADD ("/ui/canvas-overview/press", test_press);
  ADD ("/ui/canvas-overview/words", test_words);
  ADD ("/ui/canvas-overview/small", test_small);
  return g_test_run ();
}

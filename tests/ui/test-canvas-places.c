/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <math.h>

#include "tl-commands-view.h"
#include "tl-commands.h"
#include "tl-item-list.h"
#include "ui-canvas.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define FRAMES_MS 120
#define KEPT_PIXELS 96.0

static void
set_up (UiCanvas *fixture, gconstpointer user_data)
{
  ui_canvas_open (fixture, 1000, 700);
}

/* What is selected is noted only when nothing else is to be done, which can take longer. */
static void
come_to_rest (UiCanvas *fixture)
{
  ui_canvas_wait (fixture->canvas, FRAMES_MS);
  while (fixture->canvas->settle_source != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
reveal (UiCanvas *fixture, const char *id)
{
  tl_session_reveal (fixture->session, ui_sample_get (fixture->session, id));
  come_to_rest (fixture);
}

static void
activate (UiCanvas *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL);
  come_to_rest (fixture);
}

static const char *
get_primary (UiCanvas *fixture)
{
  TlItem *item = tl_selection_get_primary (tl_session_get_selection (fixture->session));

  return item != NULL ? tl_item_get_id (item) : NULL;
}

static void
assert_at (UiCanvas *fixture, TlViewport viewport)
{
  g_assert_true (tl_viewport_equal (tl_canvas_get_viewport (fixture->canvas), viewport));
}

/* What leads elsewhere can be gone back from, with what was selected. */
static void
test_back (UiCanvas *fixture, gconstpointer user_data)
{
  TlViewport first = tl_canvas_get_viewport (fixture->canvas);
  TlViewport second, third;

  activate (fixture, "canvas.back");
  assert_at (fixture, first);
  reveal (fixture, "G8");
  second = tl_canvas_get_viewport (fixture->canvas);
  g_assert_false (tl_viewport_equal (first, second));
  reveal (fixture, "G1");
  third = tl_canvas_get_viewport (fixture->canvas);

  activate (fixture, "canvas.back");
  assert_at (fixture, second);
  g_assert_cmpstr (get_primary (fixture), ==, "G8");
  activate (fixture, "canvas.back");
  assert_at (fixture, first);
  g_assert_null (get_primary (fixture));
  activate (fixture, "canvas.forward");
  activate (fixture, "canvas.forward");
  assert_at (fixture, third);
  g_assert_cmpstr (get_primary (fixture), ==, "G1");
}

/* Zooms that go elsewhere are left behind, too; and where the user went by hand, one returns to. */
static void
test_zooms (UiCanvas *fixture, gconstpointer user_data)
{
  TlViewport led;

  reveal (fixture, "G8");
  tl_canvas_set_viewport (fixture->canvas,
                          tl_viewport_pan (tl_canvas_get_viewport (fixture->canvas), -33, 44));
  led = tl_canvas_get_viewport (fixture->canvas);
  tl_canvas_zoom_to_fit (fixture->canvas);
  come_to_rest (fixture);
  g_assert_false (tl_viewport_equal (tl_canvas_get_viewport (fixture->canvas), led));
  tl_canvas_zoom_to_selection (fixture->canvas);
  come_to_rest (fixture);
  activate (fixture, "canvas.back");
  activate (fixture, "canvas.back");
  assert_at (fixture, led);
  g_assert_cmpstr (get_primary (fixture), ==, "G8");
}

/* A place whose card is gone is a place still. */
static void
test_deleted (UiCanvas *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  reveal (fixture, "G8");
  reveal (fixture, "G1");
  g_ptr_array_add (items, g_object_ref (ui_sample_get (fixture->session, "G8")));
  tl_command_delete (fixture->session, items);
  activate (fixture, "canvas.back");
  g_assert_null (get_primary (fixture));
}

/* Home is what was seen first, in whatever room there is, and is left behind like other places. */
static void
test_home (UiCanvas *fixture, gconstpointer user_data)
{
  TlViewport first = tl_canvas_get_viewport (fixture->canvas);
  TlViewport far;

  reveal (fixture, "G8");
  far = tl_canvas_get_viewport (fixture->canvas);
  tl_map_view_scroll_tray (fixture->canvas->view, 100);
  activate (fixture, "canvas.home");
  assert_at (fixture, first);
  g_assert_false (fixture->canvas->is_led);
  activate (fixture, "canvas.back");
  assert_at (fixture, far);
}

/* Has the first goal lie beside the middle of a column that is many times as high as the view. */
static void
support_first_goal (TlSession *session, guint n_projects)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  g_autoptr (GPtrArray) objectives
      = tl_item_collect_referrers (ui_sample_get (session, "G4"), TL_OBJECTIVE_GOAL);

  tl_workspace_begin (workspace, "Many");
  for (guint i = 0; i < n_projects; i++)
    {
      TlItem *project = tl_workspace_add (workspace, TL_KIND_PROJECT, NULL, TL_POSITION_END, NULL);
      TlItem *link = tl_workspace_add (workspace, TL_KIND_LINK, NULL, TL_POSITION_END, NULL);

      tl_workspace_set_choice (workspace, project, TL_PROJECT_STATUS, TL_STATUS_LIVE, NULL);
      tl_workspace_set_ref (workspace, link, TL_LINK_PROJECT, project, NULL);
      tl_workspace_set_ref (workspace, link, TL_LINK_TARGET, objectives->pdata[0], NULL);
    }
  tl_workspace_commit (workspace);
}

/* Goals come first: one is in sight from the beginning, right under the headings or beside them. */
static void
test_begins_with_goal (UiCanvas *fixture, gconstpointer user_data)
{
  support_first_goal (fixture->session, 300);
  for (int direction = TL_CHOICE_NONE; direction < TL_N_MAP_DIRECTION; direction++)
    {
      TlRect headings, goal;

      tl_lens_set_direction (fixture->lens, direction);
      activate (fixture, "canvas.home");
      headings = tl_map_view_get_headings (fixture->canvas->view);
      goal = ui_canvas_get_rect (fixture, "G4");
      g_assert_cmpfloat (goal.y, >=, headings.y + headings.height - 1);
      g_assert_cmpfloat (goal.y, <, headings.y + headings.height + 40);
      g_assert_cmpfloat (goal.x, >=, 0);
      g_assert_cmpfloat (goal.x, <, 200);
    }
}

/* However the camera moves, part of the cards stays in sight, and not under the headings. */

static void
pan_far (TlCanvas *canvas, double dx, double dy)
{
  tl_canvas_set_viewport (canvas, tl_viewport_pan (tl_canvas_get_viewport (canvas), dx, dy));
}

static void
drag_far (TlCanvas *canvas, double dx, double dy)
{
  TlTool *tool = tl_tool_pan_new (canvas, tl_point (300, 300), FALSE);

  tl_canvas_set_tool (canvas, tool);
  g_object_ref (tool);
  tl_tool_update (tool, tl_point (300 + dx, 300 + dy));
  tl_canvas_set_tool (canvas, NULL);
  tl_tool_finish (tool, tl_point (300 + dx, 300 + dy));
  g_object_unref (tool);
}

static void
animate (gboolean is_animated)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", is_animated, NULL);
}

static void
fling_far (TlCanvas *canvas, double dx, double dy)
{
  animate (TRUE);
  tl_camera_fling (canvas->camera, dx * 9, dy * 9);
}

static void
glide_far (TlCanvas *canvas, double dx, double dy)
{
  tl_camera_glide (canvas->camera, tl_viewport_pan (tl_canvas_get_viewport (canvas), dx, dy),
                   TL_CANVAS_GLIDE_MS);
}

static void
zoom_far (TlCanvas *canvas, double dx, double dy)
{
  TlViewport viewport = tl_canvas_get_viewport (canvas);

  tl_canvas_set_viewport (canvas, tl_viewport_zoom_at (viewport, dx > 0 ? 4 : 0.05,
                                                       tl_point (dx > 0 ? 9999 : -9999,
                                                                 dy > 0 ? 9999 : -9999)));
}

static void
step_far (TlCanvas *canvas, double dx, double dy)
{
  g_signal_emit_by_name (canvas->overview, "stepped", dx, dy);
}

static void
lead_far (TlCanvas *canvas, double dx, double dy)
{
  g_signal_emit_by_name (canvas->overview, "moved", dx, dy, FALSE);
}

static void
assert_in_sight (TlCanvas *canvas)
{
  TlViewport viewport = tl_canvas_get_viewport (canvas);
  double covered = tl_map_view_get_headings (canvas->view).height;
  TlRect seen = tl_viewport_rect_to_screen (viewport, tl_map_view_get_content (canvas->view));
  double least_x = MIN (MIN (KEPT_PIXELS, seen.width), viewport.width / 2);
  double least_y = MIN (MIN (KEPT_PIXELS, seen.height / 2), (viewport.height - covered) / 2);

  g_assert_cmpfloat (MIN (seen.x + seen.width, viewport.width) - MAX (seen.x, 0), >=, least_x - 1);
  g_assert_cmpfloat (MIN (seen.y + seen.height, viewport.height) - MAX (seen.y, covered), >=,
                     least_y - 1);
}

static void
test_never_lost (UiCanvas *fixture, gconstpointer user_data)
{
  static void (*const ways[]) (TlCanvas *, double, double)
      = { pan_far, drag_far, fling_far, glide_far, zoom_far, step_far, lead_far };
  static const double zooms[] = { 0.05, 0.5, 1, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    for (guint j = 0; j < 4; j++)
      {
        g_object_set (fixture->canvas, "zoom", zooms[j], NULL);
        ways[i](fixture->canvas, (j & 1) != 0 ? 9000 : -9000, (j & 2) != 0 ? 9000 : -9000);
        ui_wait (FRAMES_MS);
        animate (FALSE);
        assert_in_sight (fixture->canvas);
      }
}

/* Nor is it lost when the window, or the map itself, becomes small. */
static void
test_shrinking (UiCanvas *fixture, gconstpointer user_data)
{
  pan_far (fixture->canvas, -9000, -9000);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 420);
  ui_wait (FRAMES_MS);
  assert_in_sight (fixture->canvas);
  tl_selection_select (tl_session_get_selection (fixture->session),
                       ui_sample_get (fixture->session, "G1"));
  tl_canvas_focus_selection (fixture->canvas);
  tl_canvas_set_hides (fixture->canvas, TRUE);
  tl_selection_clear (tl_session_get_selection (fixture->session));
  pan_far (fixture->canvas, 9000, -9000);
  ui_wait (FRAMES_MS);
  assert_in_sight (fixture->canvas);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  ui_wait (FRAMES_MS);
  assert_in_sight (fixture->canvas);
}

#define ADD(path, function) g_test_add (path, UiCanvas, NULL, set_up, function, ui_canvas_tear_down)

/* A view that is saved remembers where one looked, and goes there in a window of another size. */
static void
test_saved_view (UiCanvas *fixture, gconstpointer user_data)
{
  TlViewport viewport = tl_canvas_get_viewport (fixture->canvas);
  TlLensCamera before, after;
  TlItem *view;

  viewport.scale = 0.8;
  tl_canvas_set_viewport (fixture->canvas, tl_viewport_pan (viewport, -100, -300));
  ui_settle ();
  before = tl_lens_get_camera (fixture->lens);
  view = tl_command_save_view (fixture->session, "Here", TL_PLACE_OF_VIEW_MAP);
  g_assert_cmpfloat (tl_item_get_number (view, TL_VIEW_ZOOM), ==, 0.8);
  tl_canvas_zoom_to_fit (fixture->canvas);
  ui_wait (2 * TL_CANVAS_GLIDE_MS);
  g_assert_cmpfloat (fabs (tl_lens_get_camera (fixture->lens).zoom - 0.8), >, 0.1);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 640);
  ui_wait (2 * TL_CANVAS_GLIDE_MS);
  tl_view_show (fixture->session, view);
  ui_wait (2 * TL_CANVAS_GLIDE_MS);
  after = tl_lens_get_camera (fixture->lens);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 1);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 1);
  g_assert_cmpfloat (after.zoom, ==, 0.8);

  view = tl_command_save_view (fixture->session, "Table", TL_PLACE_OF_VIEW_TABLE);
  g_assert_false (tl_item_is_set (view, TL_VIEW_ZOOM));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  animate (FALSE);

  ADD ("/ui/canvas-places/back", test_back);
  ADD ("/ui/canvas-places/zooms", test_zooms);
  ADD ("/ui/canvas-places/deleted", test_deleted);
  ADD ("/ui/canvas-places/home", test_home);
  ADD ("/ui/canvas-places/begins-with-goal", test_begins_with_goal);
  ADD ("/ui/canvas-places/never-lost", test_never_lost);
  ADD ("/ui/canvas-places/shrinking", test_shrinking);
  ADD ("/ui/canvas-places/saved-view", test_saved_view);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who asks for less motion gets none: whatever is done, everything is where it goes to before the
 * next frame, in the whole window. */

#include "tl-application.h"
#include "tl-canvas-private.h"
#include "tl-commands.h"
#include "tl-window-private.h"
#include "ui-canvas.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define FRAMES_MS 250

static TlApplication *application;

static gboolean
is_moving (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_STACK (widget))
    return gtk_stack_get_transition_running (GTK_STACK (widget));
  if (GTK_IS_REVEALER (widget))
    return gtk_revealer_get_child_revealed (GTK_REVEALER (widget))
           != gtk_revealer_get_reveal_child (GTK_REVEALER (widget));
  if (TL_IS_CANVAS (widget) && gtk_widget_get_mapped (widget))
    {
      TlCanvas *canvas = TL_CANVAS (widget);

      return canvas->glide != NULL
             || !tl_viewport_equal (tl_canvas_get_viewport (canvas),
                                    tl_camera_get_destination (canvas->camera));
    }
  return g_str_equal (gtk_widget_get_css_name (widget), "scrim")
         && gtk_widget_get_opacity (widget) > 0 && gtk_widget_get_opacity (widget) < 1;
}

static void
assert_still (TlWindow *window, const char *what)
{
  GtkWidget *moving = ui_find (GTK_WIDGET (window), is_moving, NULL);

  if (moving != NULL)
    g_error ("%s: %s is moving", what, G_OBJECT_TYPE_NAME (moving));
}

/* Each from where the one before has led to; what the map does is done on the map. */
static const char *const actions[] = {
  "win.zoom-in",     "win.zoom-in",    "win.zoom-out",     "win.zoom-fit",     "win.zoom-normal",
  "canvas.home",     "canvas.back",    "canvas.forward",   "canvas.focus",     "canvas.unfocus",
  "canvas.overview", "canvas.legend",  "canvas.fold-tray", "canvas.fold-tray", "win.delete",
  "win.undo",        "win.left-panel", "win.left-panel",   "win.right-panel",  "win.right-panel",
};

static void
test_actions_do_not_move (gconstpointer user_data)
{
  static const char *const views[] = { "table", "matrix", "practice", "map" };
  g_autoptr (TlSession) sample = ui_sample_open ();
  TlWindow *window;

  ui_canvas_animate (FALSE);
  window = tl_window_new (GTK_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (window), GPOINTER_TO_INT (user_data), 700);
  tl_window_set_document (window, tl_session_get_document (sample));
  gtk_window_present (GTK_WINDOW (window));
  ui_wait (FRAMES_MS);
  tl_session_reveal (tl_window_get_session (window),
                     ui_sample_get (tl_window_get_session (window), "P17"));
  assert_still (window, "reveal");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window->canvas), actions[i], NULL);
      assert_still (window, actions[i]);
      ui_wait (FRAMES_MS);
      assert_still (window, actions[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      tl_window_set_view (window, views[i]);
      assert_still (window, views[i]);
      ui_wait (FRAMES_MS);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
}

/* The test sees what moves: with motion something does. */
static void
test_motion_is_seen (void)
{
  g_autoptr (TlSession) sample = ui_sample_open ();
  TlWindow *window;

  ui_canvas_animate (TRUE);
  window = tl_window_new (GTK_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 700);
  tl_window_set_document (window, tl_session_get_document (sample));
  gtk_window_present (GTK_WINDOW (window));
  ui_wait (2 * FRAMES_MS);
  g_assert_null (ui_find (GTK_WIDGET (window), is_moving, NULL));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.zoom-in", NULL);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), is_moving, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
  ui_canvas_animate (FALSE);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  application = ui_application_new (G_APPLICATION_DEFAULT_FLAGS);

  g_test_add_data_func ("/motion/actions-do-not-move/wide", GINT_TO_POINTER (1200),
                        test_actions_do_not_move);
  g_test_add_data_func ("/motion/actions-do-not-move/narrow", GINT_TO_POINTER (560),
                        test_actions_do_not_move);
  g_test_add_func ("/motion/motion-is-seen", test_motion_is_seen);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "tl-stage.h"
#include "ui-plan.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define FRAMES_MS 60

static void
press (GtkWidget *stage, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (stage);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &is_handled);
    }
  ui_wait (FRAMES_MS);
}

static const char *
get_title (GtkWidget *stage)
{
  return gtk_window_get_title (GTK_WINDOW (stage));
}

/* From the first step to the last and back, by every key that a hand or a clicker has. */
static void
test_keys (void)
{
  static const struct
  {
    guint key;
    const char *title;
  } rows[] = {
    { GDK_KEY_Left, "2 goals, in order of priority" },
    { GDK_KEY_Right, "1. Win new customers" },
    { GDK_KEY_Page_Down, "2. Keep our people" },
    { GDK_KEY_space, "1 project serves no objective" },
    { GDK_KEY_Down, "1 of 3 projects are aligned" },
    { GDK_KEY_Right, "1 of 3 projects are aligned" },
    { GDK_KEY_BackSpace, "1 project serves no objective" },
    { GDK_KEY_Page_Up, "2. Keep our people" },
    { GDK_KEY_Home, "2 goals, in order of priority" },
    { GDK_KEY_End, "1 of 3 projects are aligned" },
  };
  g_autoptr (TlSession) session = ui_plan_new ();
  GtkWidget *stage = tl_stage_new (session);

  gtk_window_present (GTK_WINDOW (stage));
  ui_wait (FRAMES_MS);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      press (stage, rows[i].key);
      g_assert_cmpstr (get_title (stage), ==, rows[i].title);
    }
  gtk_window_destroy (GTK_WINDOW (stage));
}

/* What changes while it is shown is shown, and Escape leaves nothing behind. */
static void
test_follows_and_goes (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlWorkspace *workspace = tl_session_get_workspace (session);
  GtkWidget *stage = tl_stage_new (session);

  g_object_add_weak_pointer (G_OBJECT (stage), (gpointer *) &stage);
  gtk_window_present (GTK_WINDOW (stage));
  press (stage, GDK_KEY_Right);
  tl_workspace_set_text (workspace, ui_plan_get (session, "g1"), TL_ITEM_TITLE, "Win", NULL);
  g_assert_cmpstr (get_title (stage), ==, "1. Win");
  press (stage, GDK_KEY_End);
  tl_workspace_remove (workspace, ui_plan_get (session, "g2"));
  g_assert_cmpstr (get_title (stage), ==, "1 of 3 projects are aligned");
  press (stage, GDK_KEY_Escape);
  ui_wait (FRAMES_MS);
  g_assert_null (stage);
  g_assert_cmpuint (G_OBJECT (session)->ref_count, ==, 1);
}

/* No step asks for more than a small projector has, or the foot would be off the screen. */
static void
test_fits (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  GtkWidget *stage = tl_stage_new (session);
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  GtkWidget *content = gtk_window_get_child (GTK_WINDOW (stage));

  gtk_css_provider_load_from_resource (style, "/io/github/throughline/Throughline/style.css");
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (stage),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_window_present (GTK_WINDOW (stage));
  ui_wait (FRAMES_MS);
  for (int i = 0; i < 11; i++)
    {
      int least;

      gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
      g_test_message ("%s: %d", get_title (stage), least);
      g_assert_cmpint (least, <=, 700);
      press (stage, GDK_KEY_Right);
      ui_wait (5 * FRAMES_MS);
    }
  gtk_window_destroy (GTK_WINDOW (stage));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/stage/keys", test_keys);
  g_test_add_func ("/ui/stage/follows-and-goes", test_follows_and_goes);
  g_test_add_func ("/ui/stage/fits", test_fits);
  return g_test_run ();
}

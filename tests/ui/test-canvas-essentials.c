/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "tl-commands.h"
#include "tl-hover-card.h"
#include "ui-canvas.h"
#include "ui-plan.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define FRAMES_MS 120 /* longer than the delay of the nodes */
#define REST_MS 700   /* longer than a pointer has to rest */

/* The pointer of the display is anywhere, and not what the test is about. */
static void
ignore_pointer (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  int *n_left = user_data;

  gtk_widget_queue_draw (widget);
  return --*n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* However slow the machine is, frames are painted and everything has its place. */
static void
come_to_rest (TlCanvas *canvas)
{
  int n_left = 4;

  gtk_widget_add_tick_callback (GTK_WIDGET (canvas), tick_cb, &n_left, NULL);
  while (n_left > 0 || canvas->sync_source != 0 || canvas->controls_source != 0
         || canvas->scene_is_stale)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (UiCanvas *fixture, gconstpointer user_data)
{
  fixture->session = ui_sample_open ();
  fixture->canvas = TL_CANVAS (tl_canvas_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 760);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->canvas));
  ignore_pointer (GTK_WIDGET (fixture->canvas));
  tl_canvas_set_session (fixture->canvas, fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  come_to_rest (fixture->canvas);
  tl_canvas_focus_item (fixture->canvas, ui_sample_get (fixture->session, "G1-1"));
  come_to_rest (fixture->canvas);
}

static gboolean
is_shown (UiCanvas *fixture)
{
  return gtk_widget_get_mapped (fixture->canvas->hover_card);
}

static void
rest_on (UiCanvas *fixture, const char *id, guint milliseconds)
{
  come_to_rest (fixture->canvas);
  tl_canvas_rest_on (fixture->canvas, id);
  ui_wait (milliseconds);
}

/* They come when the pointer rests, stay while it does, and go with it. */
static void
test_rest (UiCanvas *fixture, gconstpointer user_data)
{
  rest_on (fixture, "G1-1", FRAMES_MS);
  g_assert_false (is_shown (fixture));
  rest_on (fixture, "G1-1", REST_MS);
  g_assert_true (is_shown (fixture));
  g_assert_cmpstr (fixture->canvas->essential_id, ==, "G1-1");
  rest_on (fixture, "G1-1", FRAMES_MS);
  g_assert_true (is_shown (fixture));
  rest_on (fixture, "G1", FRAMES_MS);
  g_assert_false (is_shown (fixture));
  rest_on (fixture, NULL, REST_MS);
  g_assert_false (is_shown (fixture));
}

static void
scroll (UiCanvas *fixture)
{
  tl_canvas_set_viewport (fixture->canvas,
                          tl_viewport_pan (tl_canvas_get_viewport (fixture->canvas), 0, -20));
}

static void
press_escape (UiCanvas *fixture)
{
  g_assert_true (ui_press_key (GTK_WIDGET (fixture->canvas), "Escape"));
}

static void
drag (UiCanvas *fixture)
{
  tl_canvas_set_tool (fixture->canvas,
                      tl_tool_pan_new (fixture->canvas, tl_point (300, 300), FALSE));
  tl_canvas_cancel_tool (fixture->canvas);
}

static void
edit (UiCanvas *fixture)
{
  tl_command_rename (fixture->session, ui_sample_get (fixture->session, "G1-1"), "Another", NULL);
}

static void
walk (UiCanvas *fixture)
{
  g_assert_true (ui_press_key (GTK_WIDGET (fixture->canvas), "Down"));
}

/* Whatever is done puts them away, and as long as the pointer stays, they do not come back. */
static void
test_put_away (UiCanvas *fixture, gconstpointer user_data)
{
  static void (*const ways[]) (UiCanvas *) = { scroll, press_escape, drag, edit, walk };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      rest_on (fixture, "G1-1", REST_MS);
      g_assert_true (is_shown (fixture));
      ways[i](fixture);
      come_to_rest (fixture->canvas);
      g_assert_false (is_shown (fixture));
      rest_on (fixture, "G1-1", REST_MS);
      g_assert_false (is_shown (fixture));
      rest_on (fixture, NULL, FRAMES_MS);
      tl_canvas_focus_item (fixture->canvas, ui_sample_get (fixture->session, "G1-1"));
    }
}

/* By keyboard: there and away, for the card that has it; the selection stays as it is. */
static void
test_keys (UiCanvas *fixture, gconstpointer user_data)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->canvas);

  g_assert_true (ui_press_key (canvas, "<Control>i"));
  come_to_rest (fixture->canvas);
  g_assert_true (is_shown (fixture));
  g_assert_cmpstr (fixture->canvas->essential_id, ==, "G1-1");
  g_assert_true (ui_press_key (canvas, "<Control>i"));
  come_to_rest (fixture->canvas);
  g_assert_false (is_shown (fixture));
  g_assert_true (ui_press_key (canvas, "<Control>i"));
  g_assert_true (ui_press_key (canvas, "Escape"));
  come_to_rest (fixture->canvas);
  g_assert_false (is_shown (fixture));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (fixture->canvas->hover_card),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
}

/* What they are about can go out of sight without anybody having done anything to the map. */
static void
test_out_of_sight (UiCanvas *fixture, gconstpointer user_data)
{
  tl_canvas_focus_item (fixture->canvas, ui_sample_get (fixture->session, "G8"));
  come_to_rest (fixture->canvas);
  g_assert_true (ui_press_key (GTK_WIDGET (fixture->canvas), "<Control>i"));
  fixture->canvas->is_led = FALSE;
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 420);
  come_to_rest (fixture->canvas);
  g_assert_false (is_shown (fixture));
}

/* Rows: what the card is about, and where the card lies, in a room of 800 by 600. */
static void
test_place (void)
{
  static const TlRect room = { 0, 0, 800, 600 };
  static const struct
  {
    TlRect subject;
    TlPoint place;
  } rows[] = {
    { { 10, 100, 200, 50 }, { 222, 100 } },  { { 590, 100, 200, 50 }, { 278, 100 } },
    { { 10, 560, 200, 30 }, { 222, 350 } },  { { 280, 100, 240, 50 }, { 280, 162 } },
    { { 280, 500, 240, 50 }, { 280, 238 } }, { { 300, 100, 480, 50 }, { 300, 162 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TlRect place = tl_hover_card_find_place (rows[i].subject, room, 300, 250);

      g_assert_cmpfloat_with_epsilon (place.x, rows[i].place.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (place.y, rows[i].place.y, 1e-6);
      g_assert_false (tl_rect_intersects (place, rows[i].subject));
      g_assert_true (tl_rect_contains_rect (room, place));
    }
}

/* Of all that is in the plan, what they say of each kind, word by word. */
static void
test_words (void)
{
  static const struct
  {
    const char *id;
    const char *words;
  } rows[] = {
    { "g", "Goal 1 · Active. Grow. Owner: Ada · Weight: 60 %. Objectives: Sell; Keep; "
           "and 2 more" },
    { "o1", "Objective · Active. Sell. It is a step to the goal “Grow”. Owner: Ada · Level: 4. "
            "Served by: Train · Strong" },
    { "p1", "◆ Strategic project · Live. Train. Owner: Ada · Effort: 12 days. Serves: Sell · "
            "Strong" },
    { "p2", "● Tactical project · Live. Idle. Serves nothing yet" },
  };
  g_autoptr (TlSession) session = ui_plan_open (
      "{'people': [{'id': 'x', 'title': 'Ada', 'trust': 1, 'evidence': 'secret'}],"
      " 'goals': [{'id': 'g', 'title': 'Grow', 'priority': 1, 'weight': 60, 'owner': 'x'}],"
      " 'objectives': [{'id': 'o1', 'title': 'Sell', 'goal': 'g', 'level': 4, 'owner': 'x'},"
      "  {'id': 'o2', 'title': 'Keep', 'goal': 'g'}, {'id': 'o3', 'title': 'C', 'goal': 'g'},"
      "  {'id': 'o4', 'title': 'D', 'goal': 'g'}],"
      " 'projects': [{'id': 'p1', 'title': 'Train', 'status': 'live', 'workCategory': 'strategic',"
      "   'effortDays': 12, 'owner': 'x'},"
      "  {'id': 'p2', 'title': 'Idle', 'status': 'live', 'workCategory': 'tactical'}],"
      " 'links': [{'id': 'l', 'project': 'p1', 'target': 'o1', 'strength': 'strong'}]}");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TlEssentials) essentials
          = tl_essentials_new (session, ui_plan_get (session, rows[i].id));
      g_autofree char *words = NULL;

      g_assert_cmpuint (essentials->findings->len, >, 0);
      g_assert_cmpuint (essentials->findings->len, <=, 3);
      g_ptr_array_set_size (essentials->findings, 0);
      words = tl_essentials_dup_spoken (essentials);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

/* What rests on what one thinks of people is not told where others can look on. */
static void
test_private (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlAnalysis *analysis = tl_session_get_analysis (session);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_GOAL); i++)
    {
      TlItem *goal = tl_workspace_get_item (workspace, TL_KIND_GOAL, i);
      g_autoptr (TlEssentials) essentials = tl_essentials_new (session, goal);
      g_autoptr (GPtrArray) findings = tl_analysis_find_item (analysis, goal);
      g_autofree char *words = tl_essentials_dup_spoken (essentials);

      for (guint j = 0; j < findings->len; j++)
        {
          const TlFinding *finding = findings->pdata[j];

          if (finding->rule->is_private)
            g_assert_null (strstr (words, finding->detail));
        }
    }
}

#define ADD(path, function) g_test_add (path, UiCanvas, NULL, set_up, function, ui_canvas_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("/ui/canvas-essentials/rest", test_rest);
  ADD ("/ui/canvas-essentials/put-away", test_put_away);
  ADD ("/ui/canvas-essentials/keys", test_keys);
  ADD ("/ui/canvas-essentials/out-of-sight", test_out_of_sight);
  g_test_add_func ("/ui/canvas-essentials/place", test_place);
  g_test_add_func ("/ui/canvas-essentials/words", test_words);
  g_test_add_func ("/ui/canvas-essentials/private", test_private);
  return g_test_run ();
}

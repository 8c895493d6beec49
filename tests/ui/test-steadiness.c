/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever a hand does to the map, in whatever order: nothing is complained about, nothing keeps
 * the session, and memory does not grow once what is kept for later is full. That takes the ten
 * thousand gestures of `-m slow`; otherwise there are as many as keep nobody waiting. */

#include <adwaita.h>
#include <malloc.h>

#include "tl-canvas-private.h"
#include "tl-commands.h"
#include "ui-sample.h"
#include "ui-widgets.h"

#define SEED 20260115
#define N_ROUNDS 6
#define N_SLOW 10000
#define N_QUICK 1200
#define FRAMES_MS 60
#define GESTURES_A_FRAME 40
#define GROWTH_MAX 1.1 /* of memory, from the second round to the last */

typedef struct
{
  TlSession *session;
  GtkWidget *window;
  TlCanvas *canvas;
  GRand *chance;
} Hand;

static TlPoint
pick_point (Hand *self)
{
  return tl_point (g_rand_double_range (self->chance, 0, 1200),
                   g_rand_double_range (self->chance, 0, 760));
}

static TlItem *
pick_item (Hand *self)
{
  TlWorkspace *workspace = tl_session_get_workspace (self->session);
  TlKind kind = (TlKind) g_rand_int_range (self->chance, TL_KIND_GOAL, TL_KIND_PROJECT + 1);
  guint n = tl_workspace_get_n_items (workspace, kind);

  if (n == 0)
    return NULL;
  return tl_workspace_get_item (workspace, kind, g_rand_int_range (self->chance, 0, (gint32) n));
}

static gpointer
find_controller (Hand *self, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_object (controllers, i);

      /* The canvas keeps it. */
      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

/* Where to look. */

static void
pan (Hand *self)
{
  TlViewport viewport = tl_canvas_get_viewport (self->canvas);

  tl_canvas_set_viewport (self->canvas,
                          tl_viewport_pan (viewport, g_rand_double_range (self->chance, -300, 300),
                                           g_rand_double_range (self->chance, -300, 300)));
}

static void
zoom (Hand *self)
{
  tl_canvas_set_zoom (self->canvas, g_rand_double_range (self->chance, 0.05, 3));
}

static void
fit (Hand *self)
{
  if (g_rand_boolean (self->chance))
    tl_canvas_zoom_to_fit (self->canvas);
  else
    tl_canvas_zoom_to_selection (self->canvas);
}

static void
fold_tray (Hand *self)
{
  g_object_set (self->canvas, "tray-folded", g_rand_boolean (self->chance), NULL);
}

static void
look_otherwise (Hand *self)
{
  static const char *const colours[] = { "goal", "status", "workCategory", "unit", "alignment" };
  static const char *const shows[] = { "counted", "all", "flagged" };
  static const char *const queries[] = { "", "coach", "is:unaligned", "status:" };
  guint by = g_rand_int_range (self->chance, 0, G_N_ELEMENTS (colours));

  g_object_set (self->canvas, "colour-by", colours[by], NULL);
  g_object_set (self->canvas, "show", shows[by % G_N_ELEMENTS (shows)], NULL);
  g_object_set (self->canvas, "hide-rest", g_rand_boolean (self->chance), NULL);
  tl_lens_set_query (tl_session_get_lens (self->session), queries[by % G_N_ELEMENTS (queries)]);
}

static void
hover (Hand *self)
{
  TlPoint at = pick_point (self);

  g_signal_emit_by_name (find_controller (self, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", at.x,
                         at.y);
}

/* What to work on. */

static void
click (Hand *self)
{
  TlPoint at = pick_point (self);

  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_CLICK), "released", 1, at.x, at.y);
}

static void
select_some (Hand *self)
{
  TlSelection *selection = tl_session_get_selection (self->session);
  TlItem *item = pick_item (self);

  if (g_rand_int_range (self->chance, 0, 10) == 0)
    tl_canvas_select_all (self->canvas);
  else if (item != NULL)
    tl_selection_toggle (selection, item);
}

static void
walk (Hand *self)
{
  TlItem *item = pick_item (self);

  if (item != NULL)
    tl_canvas_focus_item (self->canvas, item);
}

static void
focus (Hand *self)
{
  if (g_rand_boolean (self->chance))
    tl_canvas_focus_selection (self->canvas);
  else
    tl_canvas_unfocus (self->canvas);
}

/* From one place to another, and not always to the end. */
static void
drag (Hand *self, TlTool *tool)
{
  tl_canvas_set_tool (self->canvas, tool);
  for (int i = 0; i < 3 && self->canvas->tool != NULL; i++)
    tl_tool_update (tool, pick_point (self));
  ui_settle ();
  if (self->canvas->tool == NULL)
    return;
  if (g_rand_boolean (self->chance))
    {
      tl_canvas_cancel_tool (self->canvas);
      return;
    }
  g_object_ref (tool);
  tl_canvas_set_tool (self->canvas, NULL);
  tl_tool_finish (tool, pick_point (self));
  g_object_unref (tool);
}

static void
drag_marquee (Hand *self)
{
  drag (self, tl_tool_marquee_new (self->canvas, pick_point (self), TRUE));
}

static void
drag_ground (Hand *self)
{
  drag (self, tl_tool_pan_new (self->canvas, pick_point (self), FALSE));
}

static void
drag_link (Hand *self)
{
  TlPoint start = pick_point (self);
  TlItem *item = tl_canvas_get_item_at (self->canvas, start);

  if (item != NULL && tl_item_get_kind (item) != TL_KIND_LINK)
    drag (self, tl_tool_link_new (self->canvas, start, item));
}

/* What to change. */

static void
link_two (Hand *self)
{
  TlItem *project = pick_item (self);
  TlItem *target = pick_item (self);

  if (project != NULL && target != NULL && tl_command_can_link (self->session, project, target))
    tl_command_link (self->session, project, target, NULL);
}

static void
rename_one (Hand *self)
{
  static const char *const titles[]
      = { "A", "Another title that takes two lines of a card", "שלום" };
  TlItem *item = pick_item (self);

  if (item == NULL)
    return;
  tl_canvas_begin_rename (self->canvas, item);
  ui_settle ();
  tl_canvas_end_rename (self->canvas);
  tl_command_rename (self->session, item,
                     titles[g_rand_int_range (self->chance, 0, G_N_ELEMENTS (titles))], NULL);
}

static void
delete_one (Hand *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  TlItem *item = pick_item (self);

  if (item == NULL)
    return;
  g_ptr_array_add (items, g_object_ref (item));
  tl_command_delete (self->session, items);
}

static void
undo (Hand *self)
{
  tl_session_undo (self->session);
}

static void
redo (Hand *self)
{
  tl_session_redo (self->session);
}

/* With how often each is done. */
static const struct
{
  void (*make) (Hand *self);
  guint weight;
} gestures[] = {
  { pan, 12 },           { zoom, 8 },        { fit, 3 },          { fold_tray, 3 },
  { look_otherwise, 2 }, { hover, 12 },      { click, 10 },       { walk, 6 },
  { focus, 2 },          { select_some, 6 }, { drag_marquee, 4 }, { drag_ground, 4 },
  { drag_link, 6 },      { link_two, 4 },    { rename_one, 3 },   { delete_one, 2 },
  { undo, 8 },           { redo, 5 },
};

static void
make_gesture (Hand *self)
{
  guint total = 0;
  guint left;

  for (guint i = 0; i < G_N_ELEMENTS (gestures); i++)
    total += gestures[i].weight;
  left = g_rand_int_range (self->chance, 0, (gint32) total);
  for (guint i = 0; i < G_N_ELEMENTS (gestures); i++)
    {
      if (left < gestures[i].weight)
        {
          gestures[i].make (self);
          return;
        }
      left -= gestures[i].weight;
    }
}

/* What is allocated when nothing of a round is left but the window. */
static gsize
make_round (Hand *self, guint n_gestures)
{
  self->session = ui_sample_open ();
  tl_canvas_set_session (self->canvas, self->session);
  ui_wait (FRAMES_MS);
  for (guint i = 0; i < n_gestures; i++)
    {
      make_gesture (self);
      if (i % GESTURES_A_FRAME == 0)
        ui_wait (FRAMES_MS);
      else
        ui_settle ();
    }
  while (tl_session_is_comparing (self->session))
    g_main_context_iteration (NULL, TRUE);
  tl_canvas_set_session (self->canvas, NULL);
  ui_wait (2 * FRAMES_MS);
  g_assert_cmpuint (G_OBJECT (self->session)->ref_count, ==, 1);
  g_clear_object (&self->session);
  return mallinfo2 ().uordblks;
}

static void
test_steadiness (void)
{
  Hand hand = { .chance = g_rand_new_with_seed (SEED) };
  guint n_gestures = (g_test_slow () ? N_SLOW : N_QUICK) / N_ROUNDS;
  gsize steady = 0;

  hand.canvas = TL_CANVAS (tl_canvas_new ());
  hand.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (hand.window), 1200, 760);
  gtk_window_set_child (GTK_WINDOW (hand.window), GTK_WIDGET (hand.canvas));
  gtk_window_present (GTK_WINDOW (hand.window));
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gsize used = make_round (&hand, n_gestures);

      g_test_message ("after %u gestures: %" G_GSIZE_FORMAT " KB", (i + 1) * n_gestures,
                      used / 1024);
      if (i == 1)
        steady = used;
      if (i > 1 && g_test_slow ())
        g_assert_cmpfloat ((double) used, <=, (double) steady * GROWTH_MAX);
    }
  gtk_window_destroy (GTK_WINDOW (hand.window));
  ui_settle ();
  g_rand_free (hand.chance);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  g_test_add_func ("/steadiness/gestures", test_steadiness);
  return g_test_run ();
}

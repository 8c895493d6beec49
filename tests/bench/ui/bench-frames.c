/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the canvas itself does for a frame of a window, from the allocation to the end of the
 * snapshot, with about a thousand cards in sight: while it is panned and zoomed, and after a key;
 * and what the whole frame costs all threads of the process, the renderer with them. Next to it,
 * the same of a frame of which GTK does all: a viewport that scrolls a thousand labels. And whether
 * there are frames when nothing changes, and how much memory zooming takes that does not come
 * back. */

#include <math.h>
#include <unistd.h>

#include "tl-canvas-private.h"
#include "tl-viewport.h"
#include "window.h"

#define N_CARDS 1000
#define N_FRAMES 100
#define PAN_STEP 23.0 /* pixels a frame */
#define N_LABELS 1000
#define LABEL_COLUMNS 25
#define N_KEYS 40
#define KEY_GOAL_MS 16.0
#define WAIT_MS 1000

/* The frames of a widget, as they come. */
typedef struct
{
  double own;   /* of the frame that is being made */
  double end;   /* of the last snapshot, by the clock of the thread */
  double start; /* of the frame, by the clock of the process */
  GArray *frames;
  GArray *whole;
} Frames;

typedef struct
{
  double median;
  double late;
  double whole;
  double whole_late;
} Cost;

static void
allocated_cb (double milliseconds, gpointer user_data)
{
  Frames *self = user_data;

  self->own += milliseconds;
}

static void
painted_cb (double milliseconds, gpointer user_data)
{
  Frames *self = user_data;

  self->own += milliseconds;
  self->end = bench_thread_ms ();
  g_array_append_val (self->frames, self->own);
  self->own = 0;
}

static Frames *
frames_new (GType type)
{
  Frames *self = g_new0 (Frames, 1);

  self->frames = g_array_new (FALSE, FALSE, sizeof (double));
  self->whole = g_array_new (FALSE, FALSE, sizeof (double));
  bench_watch (type, allocated_cb, painted_cb, self);
  return self;
}

static void
before_cb (GdkFrameClock *clock, Frames *self)
{
  self->start = bench_process_ms ();
}

static void
after_cb (GdkFrameClock *clock, Frames *self)
{
  double taken = bench_process_ms () - self->start;

  g_array_append_val (self->whole, taken);
}

static void
frames_watch (Frames *self, GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), self);
}

static void
frames_begin (Frames *self)
{
  g_array_set_size (self->frames, 0);
  g_array_set_size (self->whole, 0);
  self->own = 0;
}

static Cost
frames_end (Frames *self)
{
  Cost cost;

  bench_sum_up (self->frames, &cost.median, &cost.late);
  bench_sum_up (self->whole, &cost.whole, &cost.whole_late);
  return cost;
}

/* Cards. */

static guint
count_cards (TlCanvas *canvas)
{
  GArray *visible = tl_map_view_get_visible (canvas->view);
  guint n = 0;

  for (guint i = 0; i < visible->len; i++)
    n += tl_map_view_get_entry (canvas->view, g_array_index (visible, guint, i))->item.role
         == TL_ENTRY_CARD;
  return n;
}

static void
zoom_to (TlCanvas *canvas, double scale)
{
  TlViewport viewport = tl_canvas_get_viewport (canvas);
  TlRect content = tl_map_view_get_content (canvas->view);

  viewport.scale = scale;
  tl_canvas_set_viewport (canvas, tl_viewport_center_on (viewport, tl_rect_get_center (content)));
  bench_next_frame (GTK_WIDGET (canvas));
}

/* Goes far enough away for so many cards to be in sight, where there are so many. */
static void
show_many (TlCanvas *canvas)
{
  double scale = 1;

  zoom_to (canvas, scale);
  while (count_cards (canvas) < N_CARDS && scale > TL_VIEWPORT_MIN_SCALE)
    {
      scale = MAX (scale * .92, TL_VIEWPORT_MIN_SCALE);
      zoom_to (canvas, scale);
    }
  bench_rest (canvas->session);
}

static Cost
measure_pan (TlCanvas *canvas, Frames *frames)
{
  frames_begin (frames);
  for (int i = 0; i < N_FRAMES; i++)
    {
      TlViewport viewport = tl_canvas_get_viewport (canvas);
      double step = i < N_FRAMES / 2 ? PAN_STEP : -PAN_STEP;

      tl_canvas_set_viewport (canvas, tl_viewport_pan (viewport, step / 4, step));
      bench_next_frame (GTK_WIDGET (canvas));
    }
  return frames_end (frames);
}

/* To twice as near, and back to where it was. */
static Cost
measure_zoom (TlCanvas *canvas, Frames *frames)
{
  TlViewport first = tl_canvas_get_viewport (canvas);

  frames_begin (frames);
  for (int i = 0; i < N_FRAMES; i++)
    {
      double share = 1 - fabs (1 - 2.0 * i / N_FRAMES);

      tl_canvas_set_viewport (canvas,
                              tl_viewport_zoom_at (first, first.scale * (1 + share),
                                                   tl_point (first.width / 2, first.height / 2)));
      bench_next_frame (GTK_WIDGET (canvas));
    }
  return frames_end (frames);
}

/* A frame in which nothing of the map is new. */
static Cost
measure_still (TlCanvas *canvas, Frames *frames)
{
  frames_begin (frames);
  for (int i = 0; i < N_FRAMES; i++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (canvas));
      bench_next_frame (GTK_WIDGET (canvas));
    }
  return frames_end (frames);
}

/* Keys. */

static GtkShortcut *
find_shortcut (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_object (controllers, i);
      guint n = GTK_IS_SHORTCUT_CONTROLLER (controller)
                    ? g_list_model_get_n_items (G_LIST_MODEL (controller))
                    : 0;

      for (guint j = 0; j < n; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0)
            return g_steal_pointer (&shortcut);
        }
    }
  g_assert_not_reached ();
}

/* From what a key does to the end of the snapshot that shows it; and what follows once no more keys
 * come, which is most of all the inspector, with its picture. */
static void
measure_key (TlCanvas *canvas, Frames *frames, guint key, Cost *seen, Cost *rest)
{
  GtkWidget *widget = GTK_WIDGET (canvas);
  g_autoptr (GtkShortcut) shortcut = find_shortcut (widget, key);
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) rests = g_array_new (FALSE, FALSE, sizeof (double));

  gtk_widget_grab_focus (widget);
  bench_rest (canvas->session);
  for (int i = 0; i < N_KEYS; i++)
    {
      double start = bench_thread_ms ();
      double taken, painted;

      frames_begin (frames);
      gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                    gtk_shortcut_get_arguments (shortcut));
      bench_next_frame (widget);
      taken = frames->end - start;
      painted = bench_thread_ms ();
      g_array_append_val (costs, taken);
      bench_rest (canvas->session);
      taken = bench_thread_ms () - painted;
      g_array_append_val (rests, taken);
    }
  bench_sum_up (costs, &seen->median, &seen->late);
  bench_sum_up (rests, &rest->median, &rest->late);
}

/* Frames for nothing. */

static gboolean
set_flag (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
count_cb (GdkFrameClock *clock, guint *n_frames)
{
  (*n_frames)++;
}

static guint
count_idle_frames (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean is_over = FALSE;
  guint n_frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (count_cb), &n_frames);

  g_timeout_add (WAIT_MS, set_flag, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  return n_frames;
}

/* The peer. */

static Cost
measure_labels (Frames *frames)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  Cost cost;

  for (int i = 0; i < N_LABELS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Label %d", i);

      gtk_grid_attach (GTK_GRID (grid), gtk_label_new (text), i % LABEL_COLUMNS, i / LABEL_COLUMNS,
                       1, 1);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 400);
  gtk_window_present (GTK_WINDOW (window));
  bench_rest (NULL);
  frames_watch (frames, window);
  frames_begin (frames);
  for (int i = 0; i < N_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, i % 2 == 0 ? i : i + 20);
      bench_next_frame (scroller);
    }
  cost = frames_end (frames);
  gtk_window_destroy (GTK_WINDOW (window));
  return cost;
}

/* In megabytes. */
static double
get_memory (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  words = g_strsplit (text, " ", 3);
  return (double) g_ascii_strtoull (words[1], NULL, 10) * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

static void
print_cost (const char *what, const Cost *cost, const Cost *labels)
{
  g_print (
      "  %s: own part %.2f ms a frame (late %.2f), whole %.2f (late %.2f); against the labels: "
      "%.2f, whole %.2f\n",
      what, cost->median, cost->late, cost->whole, cost->whole_late, cost->median / labels->median,
      cost->whole / labels->whole);
}

static void
measure (const char *path, Frames *frames, Cost labels)
{
  TlWindow *window = bench_window_open (path);
  TlCanvas *canvas = window->canvas;
  g_autofree char *name = g_path_get_basename (path);
  Cost still, pan, zoom, walk, rest;
  double before;

  frames_watch (frames, GTK_WIDGET (canvas));
  /* As large as the screen is: from the least zoom, a thousand cards need a large one. */
  gtk_window_maximize (GTK_WINDOW (window));
  bench_rest (canvas->session);
  show_many (canvas);
  g_print ("%s, %u cards in sight at %.0f %%\n", name, count_cards (canvas),
           tl_canvas_get_viewport (canvas).scale * 100);
  still = measure_still (canvas, frames);
  print_cost ("drawn as it is", &still, &labels);
  pan = measure_pan (canvas, frames);
  print_cost ("panning", &pan, &labels);
  zoom = measure_zoom (canvas, frames);
  print_cost ("zooming", &zoom, &labels);
  bench_rest (canvas->session);
  before = get_memory ();
  measure_zoom (canvas, frames);
  measure_zoom (canvas, frames);
  bench_rest (canvas->session);
  g_print ("  memory: %.0f MB, %+.0f after 200 more frames of zooming; %u frames while nothing "
           "changes\n",
           before, get_memory () - before, count_idle_frames (GTK_WIDGET (canvas)));
  measure_key (canvas, frames, GDK_KEY_Down, &walk, &rest);
  g_print ("  from a key to the picture of the next card: %.2f (late %.2f; goal %.0f: %s), and "
           "panels at rest %.2f (late %.2f)\n",
           walk.median, walk.late, KEY_GOAL_MS, walk.late <= KEY_GOAL_MS ? "reached" : "missed",
           rest.median, rest.late);
  bench_window_close (window);
}

int
main (int argc, char *argv[])
{
  Frames *canvas, *viewport;
  Cost labels;

  g_assert (argc > 2);
  bench_init (argv[1]);
  canvas = frames_new (TL_TYPE_CANVAS);
  viewport = frames_new (GTK_TYPE_VIEWPORT);
  labels = measure_labels (viewport);
  g_print ("%s: a viewport scrolls %d labels in %.2f ms a frame (late %.2f), whole %.2f (late "
           "%.2f)\n",
           argv[1], N_LABELS, labels.median, labels.late, labels.whole, labels.whole_late);
  for (int i = 2; i < argc; i++)
    measure (argv[i], canvas, labels);
  return 0;
}

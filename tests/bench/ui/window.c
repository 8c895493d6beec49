/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window.h"

#include <time.h>

#include "tl-application.h"

#define WIDTH 1280
#define HEIGHT 800
#define REST_MS 150

/* What is watched of one class. */
typedef struct
{
  GType type;
  void (*allocate) (GtkWidget *widget, int width, int height, int baseline);
  void (*snapshot) (GtkWidget *widget, GtkSnapshot *snapshot);
  BenchFunc allocated;
  BenchFunc painted;
  gpointer user_data;
} Watch;

static GArray *watches; /* of Watch */
static TlApplication *application;

static double
read_clock (clockid_t id)
{
  struct timespec now;

  clock_gettime (id, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

double
bench_thread_ms (void)
{
  return read_clock (CLOCK_THREAD_CPUTIME_ID);
}

double
bench_process_ms (void)
{
  return read_clock (CLOCK_PROCESS_CPUTIME_ID);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* What is in the middle, and what one of twenty exceeds. */
void
bench_sum_up (GArray *values, double *median, double *late)
{
  g_assert (values->len > 0);
  g_array_sort (values, compare_doubles);
  *median = g_array_index (values, double, values->len / 2);
  *late = g_array_index (values, double, values->len * 19 / 20);
}

static gboolean
set_flag (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until what comes a moment after an edit has come, and the pairs of projects with it. */
void
bench_rest (TlSession *session)
{
  gboolean is_over = FALSE;

  g_timeout_add (REST_MS, set_flag, &is_over);
  while (!is_over || (session != NULL && tl_session_is_comparing (session)))
    g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (GdkFrameClock *clock, guint *n_frames)
{
  (*n_frames)++;
}

/* Lets the main loop run until a frame is ready. Returns how many were. */
guint
bench_next_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  guint n_frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (count_cb), &n_frames);
  gboolean is_late = FALSE;
  guint timer = g_timeout_add_seconds (5, set_flag, &is_late);

  while (n_frames == 0 && !is_late)
    g_main_context_iteration (NULL, TRUE);
  if (!is_late)
    g_source_remove (timer);
  g_signal_handler_disconnect (clock, handler);
  return n_frames;
}

static const Watch *
find_watch (GtkWidget *widget)
{
  for (guint i = 0; i < watches->len; i++)
    if (g_type_is_a (G_OBJECT_TYPE (widget), g_array_index (watches, Watch, i).type))
      return &g_array_index (watches, Watch, i);
  g_assert_not_reached ();
}

static void
watched_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  const Watch *watch = find_watch (widget);
  double start = bench_thread_ms ();

  watch->allocate (widget, width, height, baseline);
  watch->allocated (bench_thread_ms () - start, watch->user_data);
}

static void
watched_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const Watch *watch = find_watch (widget);
  double start = bench_thread_ms ();

  watch->snapshot (widget, snapshot);
  watch->painted (bench_thread_ms () - start, watch->user_data);
}

/* Tells what each allocation and each snapshot of the widgets of a class costs, their children
 * counted in. */
void
bench_watch (GType type, BenchFunc allocated, BenchFunc painted, gpointer user_data)
{
  GtkWidgetClass *class = g_type_class_ref (type);
  Watch watch = { type, class->size_allocate, class->snapshot, allocated, painted, user_data };

  if (watches == NULL)
    watches = g_array_new (FALSE, FALSE, sizeof (Watch));
  g_array_append_val (watches, watch);
  class->size_allocate = watched_allocate;
  class->snapshot = watched_snapshot;
}

/* The environment says which renderer draws, unless a benchmark chooses one. */
void
bench_init (const char *renderer)
{
  g_autoptr (GError) error = NULL;

  if (renderer != NULL)
    g_setenv ("GSK_RENDERER", renderer, TRUE);
  g_setenv ("THROUGHLINE_TODAY", "2026-01-15", TRUE);
  application = tl_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

/* Shows the plan and waits until all about it is found out. */
TlWindow *
bench_window_open (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = tl_document_load (file, NULL, &error);
  TlWindow *window;

  if (document == NULL)
    g_error ("%s", error->message);
  window = tl_window_new (GTK_APPLICATION (application));
  tl_window_set_document (window, document);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  bench_rest (window->session);
  return window;
}

void
bench_window_close (TlWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  bench_rest (NULL);
}

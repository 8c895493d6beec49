/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a table costs: to show a register, to go on by a page, to sort, and to follow an edit. The
 * renderer is not in it; what it is given is. */

#include <adwaita.h>

#include "tl-table-private.h"

#define WIDTH 1280
#define HEIGHT 800
#define N_PAGES 40
#define N_SORTS 6
#define N_EDITS 40

typedef struct
{
  double show; /* milliseconds */
  double page; /* the median, and one of the slowest */
  double late_page;
  double sort;
  double edit;
} Cost;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* All that a frame does: sizes, places, and the nodes that are drawn. */
static void
draw (GtkWidget *window)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkPaintable *paintable;
  GskRenderNode *node;

  while (g_main_context_iteration (NULL, FALSE))
    continue;
  paintable = gtk_widget_paintable_new (window);
  gdk_paintable_snapshot (paintable, snapshot, WIDTH, HEIGHT);
  node = gtk_snapshot_free_to_node (snapshot);
  g_clear_pointer (&node, gsk_render_node_unref);
  g_object_unref (paintable);
}

static double
take_median (double *times, guint n, double *late)
{
  qsort (times, n, sizeof *times, compare_doubles);
  if (late != NULL)
    *late = times[n * 19 / 20];
  return times[n / 2];
}

static void
measure_pages (TlTableView *view, GtkWidget *window, Cost *cost)
{
  double times[N_PAGES];

  for (guint i = 0; i < N_PAGES; i++)
    {
      gint64 start = g_get_monotonic_time ();

      tl_table_step_cursor (view, 20, 0, FALSE);
      draw (window);
      times[i] = milliseconds_since (start);
    }
  cost->page = take_median (times, N_PAGES, &cost->late_page);
}

/* The sorting alone: keys and order, of the title and of the days in turn. */
static double
measure_sort (TlTableView *view)
{
  static const char *const names[] = { "title", "effortDays" };
  double times[N_SORTS];

  for (guint i = 0; i < N_SORTS; i++)
    {
      TlTableSort sort = { tl_table_columns_find (TL_KIND_PROJECT, names[i % 2]), i % 3 == 0 };
      gint64 start = g_get_monotonic_time ();

      tl_table_model_set_sort (view->model, &sort, 1);
      times[i] = milliseconds_since (start);
    }
  return take_median (times, N_SORTS, NULL);
}

/* What the table adds to an edit: the analysis is not its own. */
static double
measure_edits (TlTableView *view)
{
  double times[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (TlTransaction) transaction = tl_transaction_new ("", NULL);
      TlItem *item = tl_table_model_get_item (view->model, i * 7);
      TlChange change = { .type = TL_CHANGE_SET, .field = TL_PROJECT_EFFORT };
      gint64 start = g_get_monotonic_time ();

      change.item = g_object_ref (item);
      tl_transaction_append (transaction, &change);
      g_signal_emit_by_name (view->session, "analysed", transaction);
      times[i] = milliseconds_since (start);
    }
  return take_median (times, N_EDITS, NULL);
}

static Cost
measure (TlDocument *document)
{
  g_autoptr (TlSession) session = tl_session_new (document);
  GtkWidget *window = adw_window_new ();
  TlTableView *view = TL_TABLE_VIEW (tl_table_view_new ());
  gint64 start = g_get_monotonic_time ();
  Cost cost;

  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (view));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  tl_table_view_set_session (view, session);
  gtk_window_present (GTK_WINDOW (window));
  draw (window);
  cost.show = milliseconds_since (start);
  measure_pages (view, window, &cost);
  cost.edit = measure_edits (view);
  cost.sort = measure_sort (view);
  gtk_window_destroy (GTK_WINDOW (window));
  return cost;
}

int
main (int argc, char *argv[])
{
  Cost first = { 0 };

  adw_init ();
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlDocument) document = tl_document_load (file, NULL, &error);
      g_autofree char *name = g_path_get_basename (argv[i]);
      Cost cost;

      if (document == NULL)
        g_error ("%s", error->message);
      cost = measure (document);
      if (i == 1)
        first = cost;
      g_print ("%s: shown in %.1f ms, a page on in %.2f ms (late %.2f), sorted in %.2f ms, an edit "
               "followed in %.2f ms; against the first: shown %.1f, page %.1f, sorted %.1f, edit "
               "%.1f\n",
               name, cost.show, cost.page, cost.late_page, cost.sort, cost.edit,
               cost.show / first.show, cost.page / first.page, cost.sort / first.sort,
               cost.edit / first.edit);
    }
  return 0;
}

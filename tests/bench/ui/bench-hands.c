/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the hands do to a whole map: to select, copy, paste, duplicate, move and delete all of it,
 * and to undo that. Each is the time until the map shows it. */

#include <adwaita.h>

#include "tl-canvas-private.h"
#include "tl-clipping.h"
#include "tl-commands-paste.h"
#include "tl-commands.h"
#include "tl-writer.h"

#define WIDTH 1280
#define HEIGHT 800
#define DRAG_STEPS 20

typedef struct
{
  TlSession *session;
  TlCanvas *canvas;
  GtkWidget *window;
} Bench;

static double
milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* All that a frame does: sizes, places, and the nodes that are drawn. */
static void
draw (Bench *bench)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkPaintable *paintable;
  GskRenderNode *node;

  tl_canvas_end_glide (bench->canvas);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  paintable = gtk_widget_paintable_new (bench->window);
  gdk_paintable_snapshot (paintable, snapshot, WIDTH, HEIGHT);
  node = gtk_snapshot_free_to_node (snapshot);
  g_clear_pointer (&node, gsk_render_node_unref);
  g_object_unref (paintable);
}

static void
measure (Bench *bench, const char *what, void (*func) (Bench *bench))
{
  gint64 start = g_get_monotonic_time ();

  func (bench);
  draw (bench);
  g_print ("  %-12s %8.0f ms\n", what, milliseconds_since (start));
}

static void
select_all (Bench *bench)
{
  tl_canvas_select_all (bench->canvas);
}

static void
copy (Bench *bench)
{
  tl_canvas_copy (bench->canvas);
}

static void
paste (Bench *bench)
{
  g_autoptr (GPtrArray) items = tl_canvas_dup_chosen (bench->canvas);
  g_autoptr (TlWorkspace) clipping = tl_clipping_new (items);
  g_autoptr (GBytes) bytes = tl_write_bytes (clipping);
  g_autoptr (TlWorkspace) read = tl_clipping_read (bytes, NULL);
  g_autoptr (GPtrArray) copies = tl_command_paste (bench->session, read, NULL, NULL);

  tl_canvas_select_new (bench->canvas, copies);
}

static void
duplicate (Bench *bench)
{
  tl_canvas_duplicate (bench->canvas);
}

static void
undo (Bench *bench)
{
  tl_session_undo (bench->session);
}

static void
nudge (Bench *bench)
{
  tl_canvas_nudge (bench->canvas, 1, 0);
}

static void
drag (Bench *bench)
{
  TlItem *item = tl_selection_get_primary (tl_session_get_selection (bench->session));
  g_autoptr (TlTool) tool = tl_tool_move_new (bench->canvas, tl_point (300, 300), item);
  gint64 start = g_get_monotonic_time ();

  tl_canvas_set_tool (bench->canvas, g_object_ref (tool));
  for (int i = 1; i <= DRAG_STEPS; i++)
    {
      tl_tool_update (tool, tl_point (300 + 5 * i, 300 + 3 * i));
      draw (bench);
    }
  g_print ("  %-12s %8.1f ms\n", "drag, a step", milliseconds_since (start) / DRAG_STEPS);
  tl_canvas_set_tool (bench->canvas, NULL);
  tl_tool_finish (tool, tl_point (400, 360));
}

static void
delete_all (Bench *bench)
{
  g_autoptr (GPtrArray) items = tl_canvas_dup_chosen (bench->canvas);

  tl_command_delete (bench->session, items);
}

static void
run (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = tl_document_load (file, NULL, &error);
  Bench bench;

  g_assert_no_error (error);
  bench.session = tl_session_new (document);
  bench.canvas = TL_CANVAS (tl_canvas_new ());
  bench.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench.window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (bench.window), GTK_WIDGET (bench.canvas));
  tl_canvas_set_session (bench.canvas, bench.session);
  gtk_window_present (GTK_WINDOW (bench.window));
  draw (&bench);
  tl_canvas_select_all (bench.canvas);
  g_print ("%s: %u cards\n", path,
           tl_selection_get_n_items (tl_session_get_selection (bench.session)));
  measure (&bench, "select all", select_all);
  measure (&bench, "copy", copy);
  measure (&bench, "paste", paste);
  measure (&bench, "undo", undo);
  measure (&bench, "select all", select_all);
  measure (&bench, "duplicate", duplicate);
  measure (&bench, "undo", undo);
  measure (&bench, "select all", select_all);
  measure (&bench, "nudge", nudge);
  measure (&bench, "nudge again", nudge);
  measure (&bench, "drag", drag);
  measure (&bench, "undo", undo);
  measure (&bench, "delete", delete_all);
  measure (&bench, "undo", undo);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_object_unref (bench.session);
}

int
main (int argc, char *argv[])
{
  adw_init ();
  for (int i = 1; i < argc; i++)
    run (argv[i]);
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands-paste.h"
#include "tl-commands.h"
#include "ui-canvas.h"
#include "ui-sample.h"
#include "ui-widgets.h"

static guint
count (UiCanvas *ui, TlKind kind)
{
  return tl_workspace_get_n_items (tl_session_get_workspace (ui->session), kind);
}

static guint
count_selected (UiCanvas *ui)
{
  return tl_selection_get_n_items (tl_session_get_selection (ui->session));
}

static void
said_cb (GString *said, const char *text, gboolean can_undo)
{
  g_string_assign (said, text);
}

/* Waits for the clipboard, which answers when it has the time. */
static void
wait_for (UiCanvas *ui, TlKind kind, guint n)
{
  for (int i = 0; count (ui, kind) != n && i < 200; i++)
    ui_wait (20);
  g_assert_cmpuint (count (ui, kind), ==, n);
}

/* The clipboard. */

static void
test_copy_and_paste (UiCanvas *ui, gconstpointer user_data)
{
  guint n_projects = count (ui, TL_KIND_PROJECT);
  guint n_links = count (ui, TL_KIND_LINK);
  TlItem *copy;

  ui_canvas_select (ui, "G7-1 P01");
  g_assert_true (ui_canvas_press (ui, "<Control>c"));
  g_assert_true (ui_canvas_press (ui, "<Control>v"));
  wait_for (ui, TL_KIND_PROJECT, n_projects + 1);
  ui_canvas_settle (ui);
  g_assert_cmpuint (count_selected (ui), ==, 2);
  copy = ui_canvas_get_primary (ui);
  g_assert_cmpstr (tl_item_get_id (copy), !=, "P01");
  g_assert_cmpuint (count (ui, TL_KIND_LINK), ==, n_links + 1);
  g_assert_nonnull (ui->canvas->focused);
  tl_session_undo (ui->session);
  g_assert_cmpuint (count (ui, TL_KIND_PROJECT), ==, n_projects);
  g_assert_cmpuint (count (ui, TL_KIND_LINK), ==, n_links);
}

static void
test_cut_and_paste (UiCanvas *ui, gconstpointer user_data)
{
  guint n_projects = count (ui, TL_KIND_PROJECT);

  ui_canvas_select (ui, "P01");
  g_assert_true (ui_canvas_press (ui, "<Control>x"));
  g_assert_cmpuint (count (ui, TL_KIND_PROJECT), ==, n_projects - 1);
  g_assert_true (ui_canvas_press (ui, "<Control>v"));
  wait_for (ui, TL_KIND_PROJECT, n_projects);
  ui_sample_get (ui->session, "P01");
  tl_session_undo (ui->session);
  tl_session_undo (ui->session);
  g_assert_cmpuint (count (ui, TL_KIND_PROJECT), ==, n_projects);
}

static void
test_duplicate (UiCanvas *ui, gconstpointer user_data)
{
  guint n_projects = count (ui, TL_KIND_PROJECT);

  ui_canvas_select (ui, "P01 P02 P17");
  g_assert_true (ui_canvas_press (ui, "<Control>d"));
  g_assert_cmpuint (count (ui, TL_KIND_PROJECT), ==, n_projects + 3);
  g_assert_cmpuint (count_selected (ui), ==, 3);
}

/* From any program: a line a project, or an objective of the goal that is selected. */
static void
test_paste_text (UiCanvas *ui, gconstpointer user_data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (ui->canvas));
  guint n_projects = count (ui, TL_KIND_PROJECT);
  guint n_objectives = count (ui, TL_KIND_OBJECTIVE);

  gdk_clipboard_set_text (clipboard, "- Story days\n- Partner days\n");
  ui_canvas_select (ui, "G1-1");
  g_assert_true (ui_canvas_press (ui, "<Control>v"));
  wait_for (ui, TL_KIND_PROJECT, n_projects + 2);
  g_assert_cmpuint (count_selected (ui), ==, 2);
  g_assert_false (tl_command_can_link (ui->session, ui_canvas_get_primary (ui),
                                       ui_sample_get (ui->session, "G1-1")));
  ui_canvas_select (ui, "G1");
  g_assert_true (ui_canvas_press (ui, "<Control>v"));
  wait_for (ui, TL_KIND_OBJECTIVE, n_objectives + 2);
  g_assert_true (tl_item_get_ref (ui_canvas_get_primary (ui), TL_OBJECTIVE_GOAL)
                 == ui_sample_get (ui->session, "G1"));
}

/* What is no plan changes nothing, and why is said. */
static void
test_paste_refused (UiCanvas *ui, gconstpointer user_data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (ui->canvas));
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\"goals\": 1}", 12);
  g_autoptr (GdkContentProvider) content
      = gdk_content_provider_new_for_bytes ("application/vnd.throughline.clipping+json", bytes);
  guint64 revision = tl_workspace_get_revision (tl_session_get_workspace (ui->session));
  gulong handler = g_signal_connect_swapped (ui->session, "said", G_CALLBACK (said_cb), said);

  gdk_clipboard_set_content (clipboard, content);
  ui_canvas_select (ui, "G1-1");
  g_assert_true (ui_canvas_press (ui, "<Control>v"));
  for (int i = 0; said->len == 0 && i < 200; i++)
    ui_wait (20);
  g_assert_cmpstr (said->str, ==,
                   "This cannot be pasted: line 1, column 1: This is not a Throughline document.");
  g_assert_cmpuint (tl_workspace_get_revision (tl_session_get_workspace (ui->session)), ==,
                    revision);
  g_signal_handler_disconnect (ui->session, handler);
}

static void
add (const char *path, void (*test) (UiCanvas *ui, gconstpointer user_data))
{
  g_test_add (path, UiCanvas, NULL, ui_canvas_set_up, test, ui_canvas_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  add ("/canvas-hands/copy-and-paste", test_copy_and_paste);
  add ("/canvas-hands/cut-and-paste", test_cut_and_paste);
  add ("/canvas-hands/duplicate", test_duplicate);
  add ("/canvas-hands/paste-text", test_paste_text);
  add ("/canvas-hands/paste-refused", test_paste_refused);
  return g_test_run ();
}

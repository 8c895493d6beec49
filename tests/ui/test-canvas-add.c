/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands-paste.h"
#include "tl-commands.h"
#include "ui-canvas.h"
#include "ui-sample.h"
#include "ui-widgets.h"

static void
said_cb (GString *said, const char *text, gboolean can_undo)
{
  g_string_assign (said, text);
}

/* Waits for the clipboard, which answers when it has the time. */
static void
wait_for (UiCanvas *ui, TlKind kind, guint n)
{
  for (int i = 0; ui_canvas_count (ui, kind) != n && i < 200; i++)
    ui_wait (20);
  g_assert_cmpuint (ui_canvas_count (ui, kind), ==, n);
}

/* The clipboard. */

static void
test_copy_and_paste (UiCanvas *ui, gconstpointer user_data)
{
  guint n_projects = ui_canvas_count (ui, TL_KIND_PROJECT);
  guint n_links = ui_canvas_count (ui, TL_KIND_LINK);
  TlItem *copy;

  ui_canvas_select (ui, "G7-1 P01");
  g_assert_true (ui_canvas_press (ui, "<Control>c"));
  g_assert_true (ui_canvas_press (ui, "<Control>v"));
  wait_for (ui, TL_KIND_PROJECT, n_projects + 1);
  ui_canvas_settle (ui);
  g_assert_cmpuint (ui_canvas_count_selected (ui), ==, 2);
  copy = ui_canvas_get_primary (ui);
  g_assert_cmpstr (tl_item_get_id (copy), !=, "P01");
  g_assert_cmpuint (ui_canvas_count (ui, TL_KIND_LINK), ==, n_links + 1);
  g_assert_nonnull (ui->canvas->focused);
  tl_session_undo (ui->session);
  g_assert_cmpuint (ui_canvas_count (ui, TL_KIND_PROJECT), ==, n_projects);
  g_assert_cmpuint (ui_canvas_count (ui, TL_KIND_LINK), ==, n_links);
}

static void
test_cut_and_paste (UiCanvas *ui, gconstpointer user_data)
{
  guint n_projects = ui_canvas_count (ui, TL_KIND_PROJECT);

  ui_canvas_select (ui, "P01");
  g_assert_true (ui_canvas_press (ui, "<Control>x"));
  g_assert_cmpuint (ui_canvas_count (ui, TL_KIND_PROJECT), ==, n_projects - 1);
  g_assert_true (ui_canvas_press (ui, "<Control>v"));
  wait_for (ui, TL_KIND_PROJECT, n_projects);
  ui_sample_get (ui->session, "P01");
  tl_session_undo (ui->session);
  tl_session_undo (ui->session);
  g_assert_cmpuint (ui_canvas_count (ui, TL_KIND_PROJECT), ==, n_projects);
}

static void
test_duplicate (UiCanvas *ui, gconstpointer user_data)
{
  guint n_projects = ui_canvas_count (ui, TL_KIND_PROJECT);

  ui_canvas_select (ui, "P01 P02 P17");
  g_assert_true (ui_canvas_press (ui, "<Control>d"));
  g_assert_cmpuint (ui_canvas_count (ui, TL_KIND_PROJECT), ==, n_projects + 3);
  g_assert_cmpuint (ui_canvas_count_selected (ui), ==, 3);
}

/* From any program: a line a project, or an objective of the goal that is selected. */
static void
test_paste_text (UiCanvas *ui, gconstpointer user_data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (ui->canvas));
  guint n_projects = ui_canvas_count (ui, TL_KIND_PROJECT);
  guint n_objectives = ui_canvas_count (ui, TL_KIND_OBJECTIVE);

  gdk_clipboard_set_text (clipboard, "- Story days\n- Partner days\n");
  ui_canvas_select (ui, "G1-1");
  g_assert_true (ui_canvas_press (ui, "<Control>v"));
  wait_for (ui, TL_KIND_PROJECT, n_projects + 2);
  g_assert_cmpuint (ui_canvas_count_selected (ui), ==, 2);
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

/* What is copied in one window is pasted in another, which has another plan. */
static void
test_two_windows (UiCanvas *ui, gconstpointer user_data)
{
  UiCanvas other;
  guint n;

  ui_canvas_select (ui, "G7-1 P01");
  g_assert_true (ui_canvas_press (ui, "<Control>c"));
  ui_canvas_set_up_still (&other, NULL);
  n = ui_canvas_count (&other, TL_KIND_PROJECT);
  g_assert_true (ui_canvas_press (&other, "<Control>v"));
  wait_for (&other, TL_KIND_PROJECT, n + 1);
  g_assert_cmpuint (ui_canvas_count (ui, TL_KIND_PROJECT), ==, n);
  ui_canvas_settle (&other);
  ui_canvas_tear_down (&other, NULL);
}

/* Titles, one after the other. */

static GtkEditable *
get_entry (UiCanvas *ui)
{
  g_assert_nonnull (ui->canvas->rename_entry);
  return GTK_EDITABLE (gtk_widget_get_first_child (ui->canvas->rename_entry));
}

static void
write_title (UiCanvas *ui, const char *title)
{
  GtkEditable *entry = get_entry (ui);

  gtk_editable_set_text (entry, title);
  g_signal_emit_by_name (entry, "activate");
  ui_canvas_settle (ui);
}

static void
escape (UiCanvas *ui)
{
  g_signal_emit_by_name (ui->canvas->rename_entry, "done", NULL);
  g_assert_null (ui->canvas->rename_entry);
}

/* What is new is named, and then the next one is asked for, until there is no title. */
static void
test_type_to_add (UiCanvas *ui, gconstpointer user_data)
{
  guint n = ui_canvas_count (ui, TL_KIND_PROJECT);
  TlItem *first = tl_command_add_project (ui->session, ui_sample_get (ui->session, "G1-1"), NULL);

  tl_canvas_name_new (ui->canvas, first);
  write_title (ui, "First");
  g_assert_cmpstr (tl_item_get_title (first), ==, "First");
  g_assert_cmpuint (ui_canvas_count (ui, TL_KIND_PROJECT), ==, n + 1);
  write_title (ui, "Second");
  g_assert_cmpuint (ui_canvas_count (ui, TL_KIND_PROJECT), ==, n + 2);
  g_assert_true (ui_canvas_serves (ui, ui_canvas_get_primary (ui), "G1-1"));
  write_title (ui, "Third\nFourth\n\n- Fifth");
  g_assert_cmpuint (ui_canvas_count (ui, TL_KIND_PROJECT), ==, n + 5);
  g_assert_cmpstr (tl_item_get_title (ui_canvas_get_primary (ui)), ==, "Fifth");
  write_title (ui, " ");
  g_assert_null (ui->canvas->rename_entry);
  g_assert_cmpuint (ui_canvas_count (ui, TL_KIND_PROJECT), ==, n + 5);
  tl_session_undo (ui->session);
  g_assert_cmpuint (ui_canvas_count (ui, TL_KIND_PROJECT), ==, n + 2);
}

/* A new card that hangs together with another, by the keyboard. */
static const struct
{
  const char *id;
  TlKind kind;
} linked[] = {
  { "G1", TL_KIND_OBJECTIVE },
  { "G1-1", TL_KIND_PROJECT },
  { "P01", TL_KIND_OBJECTIVE },
};

static void
test_add_linked (UiCanvas *ui, gconstpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (linked); i++)
    {
      TlItem *item = ui_sample_get (ui->session, linked[i].id);
      guint n = ui_canvas_count (ui, linked[i].kind);

      ui_canvas_select (ui, linked[i].id);
      g_assert_true (ui_canvas_press (ui, "<Control><Shift>Return"));
      escape (ui);
      g_assert_cmpuint (ui_canvas_count (ui, linked[i].kind), ==, n);
      g_assert_cmpstr (ui->canvas->focused, ==, linked[i].id);
      g_assert_true (ui_canvas_press (ui, "<Control><Shift>Return"));
      write_title (ui, "Something new");
      g_assert_cmpuint (ui_canvas_count (ui, linked[i].kind), ==, n + 1);
      if (linked[i].kind == TL_KIND_PROJECT)
        g_assert_true (ui_canvas_serves (ui, ui_canvas_get_primary (ui), linked[i].id));
      else if (tl_item_get_kind (item) == TL_KIND_GOAL)
        g_assert_true (tl_item_get_ref (ui_canvas_get_primary (ui), TL_OBJECTIVE_GOAL) == item);
      else
        g_assert_true (ui_canvas_serves (ui, item, tl_item_get_id (ui_canvas_get_primary (ui))));
      escape (ui);
      tl_session_undo (ui->session);
      g_assert_cmpuint (ui_canvas_count (ui, linked[i].kind), ==, n);
    }
}

static void
test_add_beside (UiCanvas *ui, gconstpointer user_data)
{
  ui_canvas_select (ui, "G1-1");
  g_assert_true (ui_canvas_press (ui, "<Control>Return"));
  write_title (ui, "Another");
  g_assert_cmpint (tl_item_get_kind (ui_canvas_get_primary (ui)), ==, TL_KIND_OBJECTIVE);
  g_assert_true (tl_item_get_ref (ui_canvas_get_primary (ui), TL_OBJECTIVE_GOAL)
                 == ui_sample_get (ui->session, "G1"));
}

/* What it was to hang together with is deleted elsewhere: the entry goes. */
static void
test_add_to_deleted (UiCanvas *ui, gconstpointer user_data)
{
  ui_canvas_select (ui, "G1-1");
  g_assert_true (ui_canvas_press (ui, "<Control><Shift>Return"));
  tl_workspace_remove (tl_session_get_workspace (ui->session), ui_sample_get (ui->session, "G1-1"));
  ui_canvas_settle (ui);
  g_assert_null (ui->canvas->rename_entry);
}

/* Titles that cannot be taken stay where they were written, with the reason. */
static void
test_add_refused (UiCanvas *ui, gconstpointer user_data)
{
  g_autofree char *line = g_strnfill (2000, 'a');
  guint n = ui_canvas_count (ui, TL_KIND_PROJECT);

  ui_canvas_select (ui, "G1-1");
  g_assert_true (ui_canvas_press (ui, "<Control><Shift>Return"));
  write_title (ui, line);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (ui)), ==, line);
  g_assert_cmpuint (ui_canvas_count (ui, TL_KIND_PROJECT), ==, n);
  escape (ui);
}

/* A link to nowhere is one to a new card. */
static void
test_drag_to_empty (UiCanvas *ui, gconstpointer user_data)
{
  guint n = ui_canvas_count (ui, TL_KIND_PROJECT);
  TlItem *source = ui_sample_get (ui->session, "G4-1");
  guint64 revision;

  ui_canvas_select (ui, "G4-1");
  revision = tl_workspace_get_revision (tl_session_get_workspace (ui->session));
  ui_canvas_drag (ui, tl_tool_link_new (ui->canvas, ui_canvas_get_middle (ui, "G4-1"), source),
                  ui_canvas_find_empty (ui));
  escape (ui);
  g_assert_cmpuint (tl_workspace_get_revision (tl_session_get_workspace (ui->session)), ==,
                    revision);
  ui_canvas_drag (ui, tl_tool_link_new (ui->canvas, ui_canvas_get_middle (ui, "G4-1"), source),
                  ui_canvas_find_empty (ui));
  write_title (ui, "Drawn out of nothing");
  g_assert_null (ui->canvas->rename_entry);
  g_assert_cmpuint (ui_canvas_count (ui, TL_KIND_PROJECT), ==, n + 1);
  g_assert_true (ui_canvas_serves (ui, ui_canvas_get_primary (ui), "G4-1"));
  tl_session_undo (ui->session);
  g_assert_cmpuint (tl_workspace_get_n_items (tl_session_get_workspace (ui->session),
                                              TL_KIND_PROJECT),
                    ==, n);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  ui_canvas_add ("/canvas-add/copy-and-paste", test_copy_and_paste);
  ui_canvas_add ("/canvas-add/cut-and-paste", test_cut_and_paste);
  ui_canvas_add ("/canvas-add/duplicate", test_duplicate);
  ui_canvas_add ("/canvas-add/two-windows", test_two_windows);
  ui_canvas_add ("/canvas-add/paste-text", test_paste_text);
  ui_canvas_add ("/canvas-add/paste-refused", test_paste_refused);
  ui_canvas_add ("/canvas-add/type-to-add", test_type_to_add);
  ui_canvas_add ("/canvas-add/add-linked", test_add_linked);
  ui_canvas_add ("/canvas-add/add-beside", test_add_beside);
  ui_canvas_add ("/canvas-add/add-to-deleted", test_add_to_deleted);
  ui_canvas_add ("/canvas-add/add-refused", test_add_refused);
  ui_canvas_add ("/canvas-add/drag-to-empty", test_drag_to_empty);
  return g_test_run ();
}

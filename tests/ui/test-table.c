/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands.h"
#include "tl-table-private.h"
#include "ui-plan.h"
#include "ui-widgets.h"

static TlSession *session;
static GtkWidget *window;
static TlTableView *view;
static char *said;

static void
said_cb (TlSession *saying, const char *text)
{
  g_free (said);
  said = g_strdup (text);
}

static void
set_up (void)
{
  session = ui_plan_new ();
  g_signal_connect (session, "said", G_CALLBACK (said_cb), NULL);
  view = TL_TABLE_VIEW (tl_table_view_new ());
  tl_table_view_set_session (view, session);
  tl_table_view_show_kind (view, TL_KIND_PROJECT);
  window = ui_window_new (GTK_WIDGET (view));
  gtk_widget_grab_focus (GTK_WIDGET (view));
  ui_settle ();
}

static void
tear_down (void)
{
  ui_window_close (window);
  g_clear_object (&session);
  g_clear_pointer (&said, g_free);
}

static TlItem *
get (const char *id)
{
  return ui_plan_get (session, id);
}

/* As if the key had been pressed where the keyboard is. */
static gboolean
press_on (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller)
          || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &is_handled);
      if (is_handled)
        return TRUE;
    }
  return FALSE;
}

static void
press (guint key, GdkModifierType state)
{
  GtkWidget *target = GTK_WIDGET (view->table);

  if (view->editor != NULL)
    target = tl_cell_editor_get_target (view->editor);
  press_on (target, key, state);
  ui_settle ();
}

static void
type (const char *text)
{
  g_assert_nonnull (view->editor);
  gtk_editable_set_text (GTK_EDITABLE (tl_cell_editor_get_target (view->editor)), text);
  ui_settle ();
}

static const char *
get_focused_cell (void)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return TL_IS_TABLE_CELL (focus) ? tl_table_cell_get_text (TL_TABLE_CELL (focus)) : NULL;
}

static const char *
get_cursor_name (void)
{
  return view->cursor_column->name;
}

static double
get_days (const char *id)
{
  return tl_item_get_number (get (id), TL_PROJECT_EFFORT);
}

static int
get_status (const char *id)
{
  return tl_item_get_choice (get (id), TL_PROJECT_STATUS);
}

static void
go_to (const char *id, TlField field)
{
  tl_table_move_cursor (view, get (id), tl_table_columns_find_field (TL_KIND_PROJECT, field),
                        FALSE);
  ui_settle ();
}

static void
test_keys (void)
{
  TlSelection *selection;

  set_up ();
  selection = tl_session_get_selection (session);
  g_assert_cmpstr (get_focused_cell (), ==, "Story training");
  press (GDK_KEY_Down, 0);
  g_assert_cmpstr (get_focused_cell (), ==, "Coaching for managers");
  g_assert_true (tl_selection_get_primary (selection) == get ("p2"));
  press (GDK_KEY_Right, 0);
  g_assert_cmpstr (get_cursor_name (), ==, "status");
  press (GDK_KEY_Down, GDK_SHIFT_MASK);
  press (GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_cmpuint (tl_selection_get_n_items (selection), ==, 2);
  g_assert_true (tl_selection_get_primary (selection) == get ("p3"));
  press (GDK_KEY_Escape, 0);
  g_assert_cmpuint (tl_selection_get_n_items (selection), ==, 1);
  press (GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_cmpstr (get_focused_cell (), ==, "Story training");
  press (GDK_KEY_End, GDK_CONTROL_MASK);
  g_assert_true (view->cursor_item == get ("p3"));
  g_assert_cmpstr (get_cursor_name (), ==, "unit");
  press (GDK_KEY_a, GDK_CONTROL_MASK);
  g_assert_cmpuint (tl_selection_get_n_items (selection), ==, 3);
  press (GDK_KEY_Page_Up, 0);
  g_assert_true (view->cursor_item == get ("p1"));
  tear_down ();
}

static void
test_edit (void)
{
  set_up ();
  go_to ("p1", TL_PROJECT_EFFORT);
  press (GDK_KEY_Return, 0);
  type ("12.5");
  press (GDK_KEY_Return, 0);
  g_assert_cmpfloat (get_days ("p1"), ==, 12.5);
  g_assert_null (view->editor);
  g_assert_cmpstr (get_focused_cell (), ==, "5");

  /* Tab takes it and goes on; Escape takes nothing. */
  press (GDK_KEY_F2, 0);
  type ("6");
  press (GDK_KEY_Tab, 0);
  g_assert_cmpfloat (get_days ("p2"), ==, 6);
  g_assert_cmpstr (get_cursor_name (), ==, "workCategory");
  go_to ("p2", TL_PROJECT_EFFORT);
  press (GDK_KEY_F2, 0);
  type ("99");
  press (GDK_KEY_Escape, 0);
  g_assert_cmpfloat (get_days ("p2"), ==, 6);
  g_assert_cmpstr (get_focused_cell (), ==, "6");

  /* Each edit is a step of its own. */
  tl_session_undo (session);
  g_assert_cmpfloat (get_days ("p2"), ==, 5);
  g_assert_cmpfloat (get_days ("p1"), ==, 12.5);
  g_assert_cmpstr (get_focused_cell (), ==, "5");
  tear_down ();
}

static const struct
{
  TlField field;
  const char *text;
} refused[] = {
  { TL_PROJECT_EFFORT, "many" },      { TL_PROJECT_EFFORT, "-1" },
  { TL_PROJECT_START, "2026-02-30" }, { TL_PROJECT_STATUS, "Ready" },
  { TL_PROJECT_OWNER, "Nobody" },     { TL_ITEM_TITLE, "  " },
};

/* The document never hears of it, and the editor says why. */
static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      set_up ();
      before = ui_plan_dump (session);
      go_to ("p1", refused[i].field);
      press (GDK_KEY_F2, 0);
      type (refused[i].text);
      press (GDK_KEY_Return, 0);
      g_test_message ("“%s”", refused[i].text);
      g_assert_nonnull (view->editor);
      g_assert_nonnull (tl_cell_editor_get_reason (view->editor));
      after = ui_plan_dump (session);
      g_assert_cmpstr (before, ==, after);

      /* Left as it is, it is given up, which is said. */
      gtk_widget_grab_focus (GTK_WIDGET (view->kind_button));
      ui_settle ();
      g_assert_null (view->editor);
      g_assert_nonnull (said);
      tear_down ();
    }
}

static void
test_choose (void)
{
  set_up ();
  go_to ("p1", TL_PROJECT_STATUS);
  press (GDK_KEY_F2, 0);
  press (GDK_KEY_Down, 0);
  press (GDK_KEY_Return, 0);
  g_assert_cmpint (get_status ("p1"), ==, TL_STATUS_PAUSED);
  go_to ("p1", TL_PROJECT_STATUS);
  press (GDK_KEY_F2, 0);
  type ("des");
  press (GDK_KEY_Return, 0);
  g_assert_cmpint (get_status ("p1"), ==, TL_STATUS_DESIGN);
  go_to ("p1", TL_PROJECT_OWNER);
  press (GDK_KEY_F2, 0);
  type ("pa");
  press (GDK_KEY_Return, 0);
  g_assert_true (tl_item_get_ref (get ("p1"), TL_PROJECT_OWNER) == get ("pat"));
  go_to ("p1", TL_PROJECT_OWNER);
  press (GDK_KEY_F2, 0);
  type ("");
  press (GDK_KEY_Return, 0);
  g_assert_false (tl_item_is_set (get ("p1"), TL_PROJECT_OWNER));
  tear_down ();
}

static void
test_computed (void)
{
  set_up ();
  tl_table_move_cursor (view, get ("p1"), tl_table_columns_find (TL_KIND_PROJECT, "=standing"),
                        FALSE);
  press (GDK_KEY_F2, 0);
  g_assert_null (view->editor);
  g_assert_nonnull (said);
  tear_down ();
}

static void
test_fill_and_clear (void)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_up ();
  before = ui_plan_dump (session);
  go_to ("p1", TL_PROJECT_EFFORT);
  press (GDK_KEY_Down, GDK_SHIFT_MASK);
  press (GDK_KEY_Down, GDK_SHIFT_MASK);
  press (GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_cmpfloat (get_days ("p2"), ==, 10);
  g_assert_cmpfloat (get_days ("p3"), ==, 10);
  press (GDK_KEY_Delete, 0);
  g_assert_false (tl_item_is_set (get ("p1"), TL_PROJECT_EFFORT));
  tl_session_undo (session);
  tl_session_undo (session);
  after = ui_plan_dump (session);
  g_assert_cmpstr (before, ==, after);
  tear_down ();
}

/* All or nothing: the title of none can go. */
static void
test_clear_refused (void)
{
  GtkWidget *dialog;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_up ();
  before = ui_plan_dump (session);
  press (GDK_KEY_a, GDK_CONTROL_MASK);
  press (GDK_KEY_Delete, 0);
  after = ui_plan_dump (session);
  g_assert_cmpstr (before, ==, after);
  dialog = ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (
      strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "Story training, Title"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle ();
  tear_down ();
}

static void
answer (const char *response)
{
  GtkWidget *dialog = ui_find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle ();
}

static void
test_paste (void)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_up ();
  before = ui_plan_dump (session);
  go_to ("p2", TL_ITEM_TITLE);

  /* One row goes in at once. */
  tl_table_paste_text (view, "Talks for managers");
  g_assert_cmpstr (tl_item_get_title (get ("p2")), ==, "Talks for managers");
  tl_session_undo (session);

  /* Several are shown first, and can be left. */
  tl_table_paste_text (view, "A\tidea\nB\tlive\nC\tdone\n");
  answer ("cancel");
  after = ui_plan_dump (session);
  g_assert_cmpstr (before, ==, after);

  tl_table_paste_text (view, "A\tidea\nB\tready\nC\tdone\n");
  answer ("paste");
  g_assert_cmpstr (tl_item_get_title (get ("p3")), ==, "B");
  g_assert_cmpint (get_status ("p2"), ==, TL_STATUS_IDEA);
  g_assert_cmpint (get_status ("p3"), ==, TL_STATUS_LIVE);
  g_assert_cmpuint (tl_workspace_get_n_items (tl_session_get_workspace (session), TL_KIND_PROJECT),
                    ==, 4);
  g_clear_pointer (&after, g_free);
  tl_session_undo (session);
  after = ui_plan_dump (session);
  g_assert_cmpstr (before, ==, after);
  tear_down ();
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (void)
{
  g_autofree char *text = NULL;

  set_up ();
  go_to ("p1", TL_ITEM_TITLE);
  press (GDK_KEY_Down, GDK_SHIFT_MASK);
  press (GDK_KEY_Right, GDK_SHIFT_MASK);
  press (GDK_KEY_Right, GDK_SHIFT_MASK);
  press (GDK_KEY_Right, GDK_SHIFT_MASK);
  press (GDK_KEY_c, GDK_CONTROL_MASK);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, copied_cb,
                                 &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==,
                   "Story training\tLive\t✓ Aligned\t10\n"
                   "Coaching for managers\tLive\t▲ Serves nothing\t5\n");
  tear_down ();
}

static void
test_rows (void)
{
  TlWorkspace *workspace;
  TlItem *added;

  set_up ();
  workspace = tl_session_get_workspace (session);
  press (GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_nonnull (view->editor);
  type ("Something new");
  press (GDK_KEY_Return, 0);
  added = tl_workspace_get_item (workspace, TL_KIND_PROJECT, 3);
  g_assert_cmpstr (tl_item_get_title (added), ==, "Something new");
  g_assert_cmpstr (get_focused_cell (), ==, "Something new");
  press (GDK_KEY_Delete, GDK_CONTROL_MASK);
  g_assert_cmpuint (tl_workspace_get_n_items (workspace, TL_KIND_PROJECT), ==, 3);
  g_assert_cmpstr (get_focused_cell (), ==, "Fire safety");
  tear_down ();
}

/* A link is filled in through its cells. */
static void
test_link (void)
{
  TlItem *link;

  set_up ();
  tl_table_view_show_kind (view, TL_KIND_LINK);
  ui_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (view));
  press (GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_nonnull (view->editor);
  type ("fire");
  press (GDK_KEY_Tab, 0);
  press (GDK_KEY_F2, 0);
  type ("sellers");
  press (GDK_KEY_Return, 0);
  link = tl_workspace_get_item (tl_session_get_workspace (session), TL_KIND_LINK, 1);
  g_assert_true (tl_item_get_ref (link, TL_LINK_PROJECT) == get ("p3"));
  g_assert_true (tl_item_get_ref (link, TL_LINK_TARGET) == get ("o1"));
  g_assert_true (tl_alignment_is_aligned (tl_session_get_alignment (session), get ("p3")));
  tear_down ();
}

/* The selection of the session is where one goes on, and no more happens. */
static void
test_follow (void)
{
  set_up ();
  tl_selection_select (tl_session_get_selection (session), get ("p3"));
  ui_settle ();
  g_assert_true (view->cursor_item == get ("p3"));
  tl_selection_select (tl_session_get_selection (session), get ("g1"));
  g_assert_true (view->cursor_item == get ("p3"));
  tl_session_reveal (session, get ("o2"));
  ui_settle ();
  g_assert_cmpint (tl_table_view_get_kind (view), ==, TL_KIND_OBJECTIVE);
  g_assert_true (view->cursor_item == get ("o2"));
  tear_down ();
}

/* What changes elsewhere shows here. */
static void
test_refresh (void)
{
  TlTableCell *cell;

  set_up ();
  tl_command_link (session, get ("p2"), get ("o3"), NULL);
  cell
      = tl_table_find_cell (view, get ("p2"), tl_table_columns_find (TL_KIND_PROJECT, "=standing"));
  g_assert_cmpstr (tl_table_cell_get_text (cell), ==, "✓ Aligned");
  tear_down ();
}

static void
test_sort_by_header (void)
{
  set_up ();
  gtk_widget_activate_action (GTK_WIDGET (view), "table.sort", "(sb)", "effortDays", TRUE);
  g_assert_cmpuint (tl_table_model_get_n_sort (view->model), ==, 1);
  g_assert_true (tl_table_model_get_sort (view->model, 0).is_descending);
  g_assert_true (tl_table_model_get_item (view->model, 0) == get ("p1"));
  gtk_widget_activate_action (GTK_WIDGET (view), "table.sort", "(sb)", "effortDays", FALSE);
  g_assert_true (tl_table_model_get_item (view->model, 0) == get ("p2"));
  gtk_widget_activate_action (GTK_WIDGET (view), "table.unsort", NULL);
  g_assert_cmpuint (tl_table_model_get_n_sort (view->model), ==, 0);
  tear_down ();
}

static void
assert_columns (const char *first, const char *second)
{
  g_assert_cmpstr (tl_table_get_column (view, 0)->column->name, ==, first);
  g_assert_cmpstr (tl_table_get_column (view, 1)->column->name, ==, second);
}

static void
test_columns (void)
{
  guint n;

  set_up ();
  n = tl_table_count_columns (view);
  assert_columns ("title", "status");
  gtk_widget_activate_action (GTK_WIDGET (view), "table.move-column", "(si)", "status", -1);
  assert_columns ("status", "title");
  gtk_widget_activate_action (GTK_WIDGET (view), "table.hide-column", "s", "status");
  assert_columns ("title", "=standing");
  g_assert_cmpuint (tl_table_count_columns (view), ==, n - 1);
  tl_table_show_column (view, tl_table_columns_find (TL_KIND_PROJECT, "status"), TRUE);
  assert_columns ("status", "title");
  gtk_widget_activate_action (GTK_WIDGET (view), "table.reset-columns", NULL);
  assert_columns ("title", "status");

  /* The last one stays. */
  while (tl_table_count_columns (view) > 1)
    tl_table_show_column (view, tl_table_get_column (view, 0)->column, FALSE);
  tl_table_show_column (view, tl_table_get_column (view, 0)->column, FALSE);
  g_assert_cmpuint (tl_table_count_columns (view), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (view), "table.reset-columns", NULL);
  tear_down ();
}

/* As dragging a header does. */
static void
test_drag_column (void)
{
  g_autoptr (GtkColumnViewColumn) dragged = NULL;

  set_up ();
  dragged = g_list_model_get_item (gtk_column_view_get_columns (view->table), 3);
  gtk_column_view_insert_column (view->table, 0, dragged);
  assert_columns ("effortDays", "title");
  g_assert_cmpstr (tl_table_get_column (view, 3)->column->name, ==, "=standing");
  tl_table_show_column (view, tl_table_columns_find (TL_KIND_PROJECT, "title"), FALSE);
  assert_columns ("effortDays", "status");
  gtk_widget_activate_action (GTK_WIDGET (view), "table.reset-columns", NULL);
  tear_down ();
}

static guint
count_rows (void)
{
  return tl_table_model_get_n_items (view->model);
}

/* The filter looks into what is shown. */
static void
test_filter (void)
{
  set_up ();
  gtk_editable_set_text (GTK_EDITABLE (view->filter), "mandate");
  tl_table_refilter (view);
  g_assert_cmpuint (count_rows (), ==, 1);
  tl_table_show_column (view, tl_table_columns_find (TL_KIND_PROJECT, "origin"), FALSE);
  g_assert_cmpuint (count_rows (), ==, 1);
  tl_table_show_column (view, tl_table_columns_find (TL_KIND_PROJECT, "=standing"), FALSE);
  g_assert_cmpuint (count_rows (), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (view->stack), ==, "no-match");
  gtk_widget_activate_action (GTK_WIDGET (view), "table.clear-filter", NULL);
  tl_table_refilter (view);
  g_assert_cmpuint (count_rows (), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (view), "table.reset-columns", NULL);
  tear_down ();
}

/* What is searched for in all views, and what is shown all the same. */
static void
test_lens (void)
{
  TlLens *lens;

  set_up ();
  lens = tl_session_get_lens (session);
  tl_lens_set_query (lens, "training");
  ui_settle ();
  g_assert_cmpuint (count_rows (), ==, 1);
  g_assert_true (view->cursor_item == get ("p1"));
  tl_session_reveal (session, get ("p3"));
  g_assert_cmpuint (count_rows (), ==, 2);
  g_assert_true (view->cursor_item == get ("p3"));
  /* What is edited stays, until something else is searched for. */
  tl_command_rename (session, get ("p1"), "Story telling", NULL);
  g_assert_cmpuint (count_rows (), ==, 2);
  tl_lens_set_query (lens, "telling");
  g_assert_cmpuint (count_rows (), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (view), "table.clear-filter", NULL);
  g_assert_cmpuint (count_rows (), ==, 3);
  tear_down ();
}

/* Where nothing is selected, it goes to where the keyboard is. */
static void
test_paste_at_cursor (void)
{
  set_up ();
  tl_selection_clear (tl_session_get_selection (session));
  tl_table_paste_text (view, "At the cursor");
  g_assert_cmpstr (tl_item_get_title (get ("p1")), ==, "At the cursor");
  tear_down ();
}

/* What was arranged is there again in the next window. */
static void
test_columns_are_remembered (void)
{
  set_up ();
  g_assert_nonnull (view->settings);
  gtk_widget_activate_action (GTK_WIDGET (view), "table.hide-column", "s", "status");
  tear_down ();
  set_up ();
  assert_columns ("title", "=standing");
  gtk_widget_activate_action (GTK_WIDGET (view), "table.reset-columns", NULL);
  tear_down ();
}

/* Every register can be shown, edited and named. */
static void
test_registers (void)
{
  set_up ();
  for (TlKind kind = TL_KIND_UNIT; kind < TL_KIND_SNAPSHOT; kind++)
    {
      TlItem *item;
      g_autofree char *unnamed = NULL;

      tl_table_view_show_kind (view, kind);
      ui_settle ();
      gtk_widget_activate_action (GTK_WIDGET (view), "table.add-row", NULL);
      ui_settle ();
      g_assert_nonnull (view->editor);
      unnamed = ui_find_unnamed (GTK_WIDGET (view));
      g_assert_cmpstr (unnamed, ==, NULL);
      press (GDK_KEY_Escape, 0);
      g_assert_nonnull (get_focused_cell ());
      item = view->cursor_item;
      g_assert_cmpint (tl_item_get_kind (item), ==, kind);
      tl_session_undo (session);
      ui_settle ();
      g_assert_null (tl_item_get_workspace (item));
    }
  tear_down ();
}

static void
test_cell_name (void)
{
  TlTableCell *cell;

  set_up ();
  cell = tl_table_find_cell (view, get ("p1"),
                             tl_table_columns_find_field (TL_KIND_PROJECT, TL_PROJECT_EFFORT));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Effort, row Story training: 10");
  tear_down ();
}

static void
test_read_only (void)
{
  set_up ();
  tl_workspace_set_read_only (tl_session_get_workspace (session), TRUE);
  tl_table_update_actions (view);
  press (GDK_KEY_F2, 0);
  g_assert_null (view->editor);
  press (GDK_KEY_Return, GDK_CONTROL_MASK);
  press (GDK_KEY_Delete, 0);
  tl_table_paste_text (view, "A\nB");
  g_assert_cmpstr (tl_item_get_title (get ("p1")), ==, "Story training");
  g_assert_nonnull (said);
  tear_down ();
}

static void
test_bulk (void)
{
  GtkWidget *bulk;
  TlCellEditor *editor;

  set_up ();
  go_to ("p1", TL_PROJECT_EFFORT);
  press (GDK_KEY_Down, GDK_SHIFT_MASK);
  gtk_widget_activate_action (GTK_WIDGET (view), "table.bulk-set", NULL);
  ui_settle ();
  bulk = ui_find_window (g_type_from_name ("TlBulkWindow"));
  editor = TL_CELL_EDITOR (ui_find_type (bulk, TL_TYPE_CELL_EDITOR));
  tl_cell_editor_set_text (editor, "many");
  gtk_widget_activate_action (bulk, "bulk.set", NULL);
  g_assert_nonnull (tl_cell_editor_get_reason (editor));
  tl_cell_editor_set_text (editor, "-3");
  gtk_widget_activate_action (bulk, "bulk.set", NULL);
  g_assert_cmpfloat (get_days ("p1"), ==, 10);
  tl_cell_editor_set_text (editor, "3");
  gtk_widget_activate_action (bulk, "bulk.set", NULL);
  ui_settle ();
  g_assert_cmpfloat (get_days ("p1"), ==, 3);
  g_assert_cmpfloat (get_days ("p2"), ==, 3);
  g_assert_null (ui_find_window (g_type_from_name ("TlBulkWindow")));
  tear_down ();
}

/* The ways to put one value into many rows: all are stopped at the discovery gate. */

static gboolean
says (GtkWidget *widget, gpointer data)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), data) != NULL;
}

static void
assert_told (GtkWidget *root)
{
  g_assert_nonnull (root);
  g_assert_nonnull (ui_find (root, says, (gpointer) "Too early to name a solution"));
}

static void
begin_filling (void)
{
  go_to ("p1", TL_PROJECT_SOLUTION_TYPE);
  press (GDK_KEY_Down, GDK_SHIFT_MASK);
}

static void
fill_solutions (void)
{
  begin_filling ();
  press (GDK_KEY_d, GDK_CONTROL_MASK);
  assert_told (ui_find_window (ADW_TYPE_MESSAGE_DIALOG));
  answer ("close");
}

static void
paste_solutions (void)
{
  go_to ("p2", TL_PROJECT_SOLUTION_TYPE);
  tl_table_paste_text (view, "Course\nEvent\n");
  assert_told (ui_find_window (ADW_TYPE_MESSAGE_DIALOG));
  answer ("cancel");
}

static void
set_solutions (void)
{
  GtkWidget *bulk;

  begin_filling ();
  gtk_widget_activate_action (GTK_WIDGET (view), "table.bulk-set", NULL);
  ui_settle ();
  bulk = ui_find_window (g_type_from_name ("TlBulkWindow"));
  tl_cell_editor_set_text (TL_CELL_EDITOR (ui_find_type (bulk, TL_TYPE_CELL_EDITOR)), "Coaching");
  gtk_widget_activate_action (bulk, "bulk.set", NULL);
  assert_told (bulk);
  gtk_window_destroy (GTK_WINDOW (bulk));
  ui_settle ();
}

static void
type_solution (void)
{
  go_to ("p2", TL_PROJECT_SOLUTION_TYPE);
  press (GDK_KEY_F2, 0);
  type ("Coaching");
  press (GDK_KEY_Return, 0);
  g_assert_nonnull (view->editor);
  g_assert_nonnull (strstr (tl_cell_editor_get_reason (view->editor), "Too early"));
}

static void
test_gate (void)
{
  static void (*const ways[]) (void)
      = { fill_solutions, paste_solutions, set_solutions, type_solution };
  const TlTableColumn *column
      = tl_table_columns_find_field (TL_KIND_PROJECT, TL_PROJECT_SOLUTION_TYPE);

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      set_up ();
      tl_table_show_column (view, column, TRUE);
      tl_workspace_set_choice (tl_session_get_workspace (session), get ("p1"),
                               TL_PROJECT_SOLUTION_TYPE, TL_SOLUTION_COURSE, NULL);
      before = ui_plan_dump (session);
      ways[i]();
      after = ui_plan_dump (session);
      g_assert_cmpstr (before, ==, after);
      gtk_widget_activate_action (GTK_WIDGET (view), "table.reset-columns", NULL);
      tear_down ();
    }
}

/* It goes while it is edited, and while its row is where the keyboard is. */
static void
test_gone (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  set_up ();
  go_to ("p2", TL_PROJECT_EFFORT);
  press (GDK_KEY_F2, 0);
  g_ptr_array_add (items, get ("p2"));
  tl_command_delete (session, items);
  ui_settle ();
  g_assert_null (view->editor);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  g_assert_true (view->cursor_item == get ("p3"));
  tear_down ();
}

int
main (int argc, char *argv[])
{
  g_autofree char *schemas = NULL;

  g_test_init (&argc, &argv, NULL);
  schemas = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "data", NULL);
  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  ui_widgets_init ();

  g_test_add_func ("/table/keys", test_keys);
  g_test_add_func ("/table/edit", test_edit);
  g_test_add_func ("/table/refusals", test_refusals);
  g_test_add_func ("/table/choose", test_choose);
  g_test_add_func ("/table/computed", test_computed);
  g_test_add_func ("/table/fill-and-clear", test_fill_and_clear);
  g_test_add_func ("/table/clear-refused", test_clear_refused);
  g_test_add_func ("/table/paste", test_paste);
  g_test_add_func ("/table/copy", test_copy);
  g_test_add_func ("/table/rows", test_rows);
  g_test_add_func ("/table/link", test_link);
  g_test_add_func ("/table/follow", test_follow);
  g_test_add_func ("/table/refresh", test_refresh);
  g_test_add_func ("/table/sort-by-header", test_sort_by_header);
  g_test_add_func ("/table/columns", test_columns);
  g_test_add_func ("/table/drag-column", test_drag_column);
  g_test_add_func ("/table/filter", test_filter);
  g_test_add_func ("/table/lens", test_lens);
  g_test_add_func ("/table/paste-at-cursor", test_paste_at_cursor);
  g_test_add_func ("/table/columns-are-remembered", test_columns_are_remembered);
  g_test_add_func ("/table/registers", test_registers);
  g_test_add_func ("/table/cell-name", test_cell_name);
  g_test_add_func ("/table/read-only", test_read_only);
  g_test_add_func ("/table/bulk", test_bulk);
  g_test_add_func ("/table/gate", test_gate);
  g_test_add_func ("/table/gone", test_gone);
  return g_test_run ();
}

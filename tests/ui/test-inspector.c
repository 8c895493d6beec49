/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands.h"
#include "tl-field-text.h"
#include "tl-inspector.h"
#include "tl-link-row.h"
#include "tl-picker-window.h"
#include "tl-picker.h"
#include "ui-plan.h"
#include "ui-widgets.h"

typedef struct
{
  TlSession *session;
  GtkWidget *window;
  GtkWidget *inspector;
} Fixture;

/* The window's part: it shows the inspector, which then leads to the field. */
static void
edit_field_cb (GSimpleAction *action, GVariant *parameter, gpointer inspector)
{
  const char *id;
  int field;

  g_variant_get (parameter, "(&si)", &id, &field);
  tl_inspector_focus_field (inspector, (TlField) field);
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("edit-field", G_VARIANT_TYPE ("(si)"));

  fixture->session = ui_plan_new ();
  fixture->inspector = tl_inspector_new ();
  tl_inspector_set_session (TL_INSPECTOR (fixture->inspector), fixture->session);
  fixture->window = ui_window_new (fixture->inspector);
  g_signal_connect (action, "activate", G_CALLBACK (edit_field_cb), fixture->inspector);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
}

/* Nothing keeps the inspector or the session once the window is closed. */
static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *picker = ui_find_window (TL_TYPE_PICKER_WINDOW);
  gpointer inspector = fixture->inspector;
  gpointer session = fixture->session;

  if (picker != NULL)
    ui_window_close (picker);
  g_object_add_weak_pointer (inspector, &inspector);
  g_object_add_weak_pointer (session, &session);
  ui_window_close (fixture->window);
  g_assert_null (inspector);
  g_object_unref (fixture->session);
  ui_settle ();
  g_assert_null (session);
}

static TlItem *
select_item (Fixture *fixture, const char *id)
{
  TlItem *item = ui_plan_get (fixture->session, id);

  tl_selection_select (tl_session_get_selection (fixture->session), item);
  tl_inspector_follow (TL_INSPECTOR (fixture->inspector));
  ui_settle ();
  return item;
}

/* Opens the group of @field, and gives its editor the focus. */
static TlFieldEditor *
open_editor (Fixture *fixture, TlField field)
{
  TlFieldEditor *editor;

  tl_inspector_focus_field (TL_INSPECTOR (fixture->inspector), field);
  ui_settle ();
  editor = ui_find_editor (fixture->inspector, field);
  g_assert_nonnull (editor);
  return editor;
}

static GtkEditable *
get_entry (TlFieldEditor *editor)
{
  GtkWidget *entry = ui_find_type (GTK_WIDGET (editor), GTK_TYPE_ENTRY);

  g_assert_nonnull (entry);
  return GTK_EDITABLE (entry);
}

static GtkTextBuffer *
get_buffer (TlFieldEditor *editor)
{
  GtkWidget *view = ui_find_type (GTK_WIDGET (editor), GTK_TYPE_TEXT_VIEW);

  g_assert_nonnull (view);
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

/* Fields. */

static const struct
{
  TlField field;
  const char *good;
  const char *shown; /* in the document */
  const char *bad;
} typed[] = {
  { TL_PROJECT_EFFORT, "7,5", "7.5", "many" },
  { TL_PROJECT_EFFORT, "12 days", "12", "-1" },
  { TL_PROJECT_PARTICIPANTS, "30", "30", "1.5" },
  { TL_PROJECT_CONFIDENCE, "0.3", "0.3", "2" },
  { TL_PROJECT_REACH, "400", "400", "-6" },
  { TL_PROJECT_START, "2025-03-31", "2025-03-31", "2025-02-30" },
  { TL_PROJECT_TOPICS, "sales, talk", "sales, talk", NULL },
  { TL_PROJECT_EVALUATION_METHOD, "A cake", "A cake", NULL },
};

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  TlItem *project = select_item (fixture, "p2");

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      TlFieldEditor *editor = open_editor (fixture, typed[i].field);
      GtkEditable *entry = get_entry (editor);
      g_autofree char *shown = NULL;
      g_autofree char *kept = NULL;

      g_test_message ("%s", tl_field_get_label (typed[i].field));
      gtk_editable_set_text (entry, typed[i].good);
      shown = tl_field_format (typed[i].field, tl_item_get_value (project, typed[i].field));
      g_assert_cmpstr (shown, ==, typed[i].shown);
      g_assert_false (tl_field_editor_is_refused (editor));
      tl_field_editor_settle (editor);
      if (typed[i].bad == NULL)
        continue;
      gtk_editable_set_text (entry, typed[i].bad);
      kept = tl_field_format (typed[i].field, tl_item_get_value (project, typed[i].field));
      g_assert_cmpstr (kept, ==, typed[i].shown);
      g_assert_true (tl_field_editor_is_refused (editor));
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (editor), "error"));
      gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                        GTK_ACCESSIBLE_INVALID_TRUE);
      tl_field_editor_settle (editor);
      g_assert_false (tl_field_editor_is_refused (editor));
      g_assert_cmpstr (gtk_editable_get_text (entry), !=, typed[i].bad);
    }
}

/* On the way to what is refused something may have fitted; leaving gives back what was there before
 * all of it. */
static void
test_refused_gives_back (Fixture *fixture, gconstpointer data)
{
  TlItem *project = select_item (fixture, "p2");
  TlFieldEditor *editor = open_editor (fixture, TL_PROJECT_EFFORT);
  GtkEditable *entry = get_entry (editor);

  gtk_editable_set_text (entry, "1");
  g_assert_cmpfloat (tl_item_get_number (project, TL_PROJECT_EFFORT), ==, 1);
  gtk_editable_set_text (entry, "1x");
  g_assert_cmpfloat (tl_item_get_number (project, TL_PROJECT_EFFORT), ==, 5);
  gtk_widget_grab_focus (ui_find_type (fixture->inspector, GTK_TYPE_TEXT_VIEW));
  ui_settle ();
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "5");
  g_assert_false (tl_field_editor_is_refused (editor));
}

static void
test_undo_reaches_editor (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry;

  select_item (fixture, "p2");
  entry = get_entry (open_editor (fixture, TL_PROJECT_EFFORT));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "5");
  gtk_editable_set_text (entry, "4");
  gtk_editable_set_text (entry, "42");
  tl_session_undo (fixture->session);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "5");
  tl_session_redo (fixture->session);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "42");
}

/* “1.” is one, and stays “1.” while somebody goes on typing; what others change meanwhile does not
 * move the caret. */
static void
test_caret_stays (Fixture *fixture, gconstpointer data)
{
  TlItem *project = select_item (fixture, "p2");
  TlFieldEditor *editor = open_editor (fixture, TL_PROJECT_EFFORT);
  GtkEditable *entry = get_entry (editor);

  gtk_editable_set_text (entry, "1.");
  gtk_editable_set_position (entry, 2);
  g_assert_cmpfloat (tl_item_get_number (project, TL_PROJECT_EFFORT), ==, 1);
  tl_command_rename (fixture->session, ui_plan_get (fixture->session, "p1"), "Other", NULL);
  tl_command_set_strength (fixture->session, ui_plan_get (fixture->session, "l1"), TL_STRENGTH_WEAK,
                           NULL);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "1.");
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 2);
  tl_workspace_set_number (tl_session_get_workspace (fixture->session), project, TL_PROJECT_EFFORT,
                           8, NULL);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "8");
}

/* A number that says what its absence says is not recorded, and is not taken from the typist. */
static void
test_default_number (Fixture *fixture, gconstpointer data)
{
  TlItem *person = select_item (fixture, "pat");
  GtkEditable *entry = get_entry (open_editor (fixture, TL_PERSON_CADENCE));

  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (entry)), ==, "60");
  gtk_editable_set_text (entry, "60");
  g_assert_false (tl_item_is_set (person, TL_PERSON_CADENCE));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "60");
  gtk_editable_set_text (entry, "600");
  g_assert_cmpfloat (tl_item_get_number (person, TL_PERSON_CADENCE), ==, 600);
}

static void
test_title (Fixture *fixture, gconstpointer data)
{
  TlItem *project = select_item (fixture, "p2");
  TlFieldEditor *editor = open_editor (fixture, TL_ITEM_TITLE);
  GtkTextBuffer *buffer = get_buffer (editor);

  gtk_text_buffer_set_text (buffer, "Talks\nthat work", -1);
  g_assert_cmpstr (tl_item_get_title (project), ==, "Talks that work");
  gtk_text_buffer_set_text (buffer, "", -1);
  g_assert_true (tl_field_editor_is_refused (editor));
  g_assert_cmpstr (tl_item_get_title (project), !=, "");
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  TlItem *project = select_item (fixture, "p2");
  TlFieldEditor *editor = open_editor (fixture, TL_PROJECT_STATUS);
  GtkDropDown *list = GTK_DROP_DOWN (ui_find_type (GTK_WIDGET (editor), GTK_TYPE_DROP_DOWN));

  g_assert_cmpuint (gtk_drop_down_get_selected (list), ==, TL_STATUS_LIVE + 1);
  gtk_drop_down_set_selected (list, TL_STATUS_PAUSED + 1);
  g_assert_cmpint (tl_item_get_choice (project, TL_PROJECT_STATUS), ==, TL_STATUS_PAUSED);
  gtk_drop_down_set_selected (list, 0);
  g_assert_false (tl_item_is_set (project, TL_PROJECT_STATUS));
}

static void
test_tri (Fixture *fixture, gconstpointer data)
{
  TlItem *project = select_item (fixture, "p2");
  GtkWidget *editor = GTK_WIDGET (open_editor (fixture, TL_PROJECT_LONG_TERM));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_button (editor, "No")), TRUE);
  g_assert_cmpint (tl_item_get_choice (project, TL_PROJECT_LONG_TERM), ==, TL_TRI_NO);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_button (editor, "Unknown")), TRUE);
  g_assert_false (tl_item_is_set (project, TL_PROJECT_LONG_TERM));
  tl_session_undo (fixture->session);
  g_assert_false (tl_item_is_set (project, TL_PROJECT_LONG_TERM));
  tl_session_redo (fixture->session);
}

static void
test_flag (Fixture *fixture, gconstpointer data)
{
  TlItem *goal = select_item (fixture, "g1");
  GtkWidget *editor = GTK_WIDGET (open_editor (fixture, TL_GOAL_FUNCTION_SCORECARD));
  GtkSwitch *toggle = GTK_SWITCH (ui_find_type (editor, GTK_TYPE_SWITCH));

  gtk_switch_set_active (toggle, TRUE);
  g_assert_true (tl_item_get_flag (goal, TL_GOAL_FUNCTION_SCORECARD));
  tl_session_undo (fixture->session);
  g_assert_false (gtk_switch_get_active (toggle));
}

/* A person who is not there yet is added from the picker, in one step of undo. */
static void
test_ref (Fixture *fixture, gconstpointer data)
{
  TlItem *project = select_item (fixture, "p2");
  GtkWidget *editor = GTK_WIDGET (open_editor (fixture, TL_PROJECT_OWNER));
  GtkWidget *picker;

  g_signal_emit_by_name (ui_find_button (editor, "Not recorded"), "clicked");
  ui_settle ();
  picker = ui_find_window (TL_TYPE_PICKER_WINDOW);
  g_assert_nonnull (picker);
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (picker, GTK_TYPE_SEARCH_ENTRY)), "Jo");
  ui_settle ();
  g_signal_emit_by_name (ui_find_button (picker, "New person: Jo"), "clicked");
  ui_settle ();
  g_assert_cmpstr (tl_item_get_title (tl_item_get_ref (project, TL_PROJECT_OWNER)), ==, "Jo");
  g_assert_nonnull (ui_find_button (editor, "Jo"));
  tl_session_undo (fixture->session);
  g_assert_null (tl_item_get_ref (project, TL_PROJECT_OWNER));
  g_assert_nonnull (ui_find_button (editor, "Not recorded"));
}

static gboolean
shows_field (Fixture *fixture, TlField field)
{
  TlFieldEditor *editor = ui_find_editor (fixture->inspector, field);

  return editor != NULL && gtk_widget_get_mapped (GTK_WIDGET (editor));
}

/* Only what a rule demands is asked for the rule. */
static void
test_on_demand (Fixture *fixture, gconstpointer data)
{
  TlItem *project = select_item (fixture, "p2");
  TlFieldEditor *editor;

  g_assert_true (shows_field (fixture, TL_PROJECT_ORIGIN));
  g_assert_false (shows_field (fixture, TL_PROJECT_MANDATE_BASIS));
  g_assert_false (shows_field (fixture, TL_PROJECT_MANDATE_REVIEW));
  tl_workspace_set_choice (tl_item_get_workspace (project), project, TL_PROJECT_ORIGIN,
                           TL_ORIGIN_MANDATE, NULL);
  ui_settle ();
  g_assert_true (shows_field (fixture, TL_PROJECT_MANDATE_BASIS));
  g_assert_true (shows_field (fixture, TL_PROJECT_MANDATE_REVIEW));

  /* What says something is not hidden, nor what somebody is emptying. */
  gtk_editable_set_text (get_entry (open_editor (fixture, TL_PROJECT_MANDATE_BASIS)), "Law");
  tl_workspace_set_choice (tl_item_get_workspace (project), project, TL_PROJECT_ORIGIN,
                           TL_ORIGIN_REQUEST, NULL);
  ui_settle ();
  g_assert_true (shows_field (fixture, TL_PROJECT_MANDATE_BASIS));
  g_assert_false (shows_field (fixture, TL_PROJECT_MANDATE_REVIEW));
  editor = open_editor (fixture, TL_PROJECT_MANDATE_BASIS);
  gtk_editable_set_text (get_entry (editor), "");
  ui_settle ();
  g_assert_true (shows_field (fixture, TL_PROJECT_MANDATE_BASIS));
  select_item (fixture, "p1");
  select_item (fixture, "p2");
  g_assert_false (shows_field (fixture, TL_PROJECT_MANDATE_BASIS));
}

/* The whole. */

/* Nothing of any kind asks for more than the panel is wide. */
static void
test_fits_panel (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "g1", "o1", "p1", "p2", "p3", "pat", "l1" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      TlItem *item = select_item (fixture, ids[i]);
      guint n_fields;
      const TlField *fields = tl_kind_get_fields (tl_item_get_kind (item), &n_fields);
      int least;

      for (guint k = 0; k < n_fields; k++)
        tl_inspector_focus_field (TL_INSPECTOR (fixture->inspector), fields[k]);
      ui_settle ();
      gtk_widget_measure (fixture->inspector, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                          NULL);
      g_test_message ("%s: %d px", ids[i], least);
      g_assert_cmpint (least, <=, 300);
    }
}

/* Whatever the kind, the form is made without a warning, and all that takes the focus has a
 * name. */
static void
test_every_kind (Fixture *fixture, gconstpointer data)
{
  TlWorkspace *workspace = tl_session_get_workspace (fixture->session);

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    {
      guint n_fields;
      const TlField *fields = tl_kind_get_fields (kind, &n_fields);
      TlItem *item;
      g_autofree char *unnamed = NULL;

      g_test_message ("%s", tl_kind_get_label (kind));
      if (tl_workspace_get_n_items (workspace, kind) == 0)
        tl_command_add (fixture->session, kind, "New");
      item = tl_workspace_get_item (workspace, kind, 0);
      tl_selection_select (tl_session_get_selection (fixture->session), item);
      for (guint i = 0; i < n_fields; i++)
        tl_inspector_focus_field (TL_INSPECTOR (fixture->inspector), fields[i]);
      ui_settle ();
      unnamed = ui_find_unnamed (fixture->inspector);
      g_assert_cmpstr (unnamed, ==, NULL);
    }
}

static guint
count_links (GtkWidget *widget)
{
  guint n = 0;

  if (!gtk_widget_get_visible (widget))
    return 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_links (child);
  return n + (TL_IS_LINK_ROW (widget) ? 1 : 0);
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  TlItem *project = select_item (fixture, "p1");
  TlItem *link = ui_plan_get (fixture->session, "l1");
  GtkWidget *row;
  GtkTextBuffer *mechanism;

  g_assert_cmpuint (count_links (fixture->inspector), ==, 1);
  tl_command_link (fixture->session, project, ui_plan_get (fixture->session, "o2"), NULL);
  g_assert_cmpuint (count_links (fixture->inspector), ==, 2);
  tl_session_undo (fixture->session);
  g_assert_cmpuint (count_links (fixture->inspector), ==, 1);

  row = ui_find_type (fixture->inspector, TL_TYPE_LINK_ROW);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_button (row, "Weak")), TRUE);
  g_assert_cmpint (tl_item_get_choice (link, TL_LINK_STRENGTH), ==, TL_STRENGTH_WEAK);
  mechanism = get_buffer (ui_find_editor (row, TL_LINK_MECHANISM));
  gtk_text_buffer_set_text (mechanism, "They practise it.", -1);
  g_assert_cmpstr (tl_item_get_text (link, TL_LINK_MECHANISM), ==, "They practise it.");
  g_assert_true (row == ui_find_type (fixture->inspector, TL_TYPE_LINK_ROW));
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  TlSelection *selection = tl_session_get_selection (fixture->session);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_assert_nonnull (ui_find_editor (fixture->inspector, TL_WORKSPACE_MISSION));
  select_item (fixture, "p1");
  g_assert_null (ui_find_editor (fixture->inspector, TL_WORKSPACE_MISSION));
  tl_selection_add (selection, ui_plan_get (fixture->session, "g1"));
  tl_inspector_follow (TL_INSPECTOR (fixture->inspector));
  ui_settle ();
  g_assert_null (ui_find_editor (fixture->inspector, TL_PROJECT_STATUS));
  g_signal_emit_by_name (ui_find_button (fixture->inspector, "Delete"), "clicked");
  ui_settle ();
  g_assert_cmpuint (tl_selection_get_n_items (selection), ==, 0);
  g_assert_null (tl_workspace_lookup (tl_session_get_workspace (fixture->session), "g1"));
  tl_inspector_follow (TL_INSPECTOR (fixture->inspector));
  g_assert_nonnull (ui_find_editor (fixture->inspector, TL_WORKSPACE_MISSION));
}

static void
test_link_both (Fixture *fixture, gconstpointer data)
{
  TlItem *project = select_item (fixture, "p2");

  tl_selection_add (tl_session_get_selection (fixture->session),
                    ui_plan_get (fixture->session, "o3"));
  tl_inspector_follow (TL_INSPECTOR (fixture->inspector));
  ui_settle ();
  g_signal_emit_by_name (ui_find_button (fixture->inspector, "Link Them"), "clicked");
  ui_settle ();
  g_assert_true (tl_alignment_is_aligned (tl_session_get_alignment (fixture->session), project));
  g_assert_null (ui_find_button (fixture->inspector, "Link Them"));
  tl_session_undo (fixture->session);
  g_assert_nonnull (ui_find_button (fixture->inspector, "Link Them"));
}

/* While an item is deleted in which somebody types, nothing is written to what is gone. */
static void
test_deleted_below (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, select_item (fixture, "p2"));
  gtk_editable_set_text (get_entry (open_editor (fixture, TL_PROJECT_EFFORT)), "x");
  tl_command_delete (fixture->session, items);
  ui_settle ();
  tl_session_undo (fixture->session);
  ui_settle ();
  g_assert_cmpfloat (tl_item_get_number (ui_plan_get (fixture->session, "p2"), TL_PROJECT_EFFORT),
                     ==, 5);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  tl_workspace_set_read_only (tl_session_get_workspace (fixture->session), TRUE);
  select_item (fixture, "p2");
  entry = GTK_WIDGET (get_entry (open_editor (fixture, TL_PROJECT_EFFORT)));
  g_assert_false (gtk_widget_is_sensitive (entry));
}

/* One click on a finding leads to the field that settles it. */
static void
test_fix (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  select_item (fixture, "g2");
  g_signal_emit_by_name (ui_find_button (fixture->inspector, "Fill In “Role of Learning”"),
                         "clicked");
  ui_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_get_ancestor (focus, TL_TYPE_FIELD_EDITOR)
                 == GTK_WIDGET (ui_find_editor (fixture->inspector, TL_GOAL_ROLE)));
}

/* The picker. */

static void
test_picker_links (Fixture *fixture, gconstpointer data)
{
  TlItem *project = select_item (fixture, "p2");
  GtkWidget *picker;
  GtkWidget *search;
  g_autofree char *unnamed = NULL;
  TlField field;

  g_signal_emit_by_name (ui_find_button (fixture->inspector, "Link to an Objective…"), "clicked");
  ui_settle ();
  picker = ui_find_window (TL_TYPE_PICKER_WINDOW);
  g_assert_nonnull (picker);
  unnamed = ui_find_unnamed (picker);
  g_assert_cmpstr (unnamed, ==, NULL);
  search = ui_find_type (picker, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "PARTNERS sell");
  g_signal_emit_by_name (search, "activate");
  ui_settle ();
  g_assert_null (ui_find_window (TL_TYPE_PICKER_WINDOW));
  g_assert_cmpuint (tl_item_get_n_referrers (project), ==, 1);
  g_assert_true (tl_item_get_ref (tl_item_get_referrer (project, 0, &field), TL_LINK_TARGET)
                 == ui_plan_get (fixture->session, "o2"));
  g_assert_cmpuint (count_links (fixture->inspector), ==, 1);
}

/* What the arrow keys have chosen is what Enter picks. */
static void
test_picker_keeps_choice (Fixture *fixture, gconstpointer data)
{
  TlItem *project = select_item (fixture, "p2");
  GtkWidget *picker;
  GtkWidget *search;
  GtkSelectionModel *model;
  TlField field;

  tl_picker_link (fixture->inspector, fixture->session, project);
  ui_settle ();
  picker = ui_find_window (TL_TYPE_PICKER_WINDOW);
  search = ui_find_type (picker, GTK_TYPE_SEARCH_ENTRY);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (ui_find_type (picker, GTK_TYPE_LIST_VIEW)));
  gtk_editable_set_text (GTK_EDITABLE (search), "sell");
  ui_settle ();
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (model), 1);
  g_signal_emit_by_name (search, "activate");
  ui_settle ();
  g_assert_true (tl_item_get_ref (tl_item_get_referrer (project, 0, &field), TL_LINK_TARGET)
                 == ui_plan_get (fixture->session, "o1"));
}

/* Two objectives lie under a goal with the word in its title; the goal itself is called so. */
static void
test_picker_title_first (Fixture *fixture, gconstpointer data)
{
  TlItem *project = select_item (fixture, "p2");
  GtkWidget *search;
  TlField field;

  tl_command_rename (fixture->session, ui_plan_get (fixture->session, "g1"), "Partners win", NULL);
  tl_picker_link (fixture->inspector, fixture->session, project);
  ui_settle ();
  search = ui_find_type (ui_find_window (TL_TYPE_PICKER_WINDOW), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "win");
  g_signal_emit_by_name (search, "activate");
  ui_settle ();
  g_assert_true (tl_item_get_ref (tl_item_get_referrer (project, 0, &field), TL_LINK_TARGET)
                 == ui_plan_get (fixture->session, "g1"));
}

static void
test_picker_finds_nothing (Fixture *fixture, gconstpointer data)
{
  TlItem *project = select_item (fixture, "p2");
  GtkWidget *picker;
  GtkWidget *search;

  tl_picker_link (fixture->inspector, fixture->session, project);
  ui_settle ();
  picker = ui_find_window (TL_TYPE_PICKER_WINDOW);
  search = ui_find_type (picker, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "zzz");
  g_signal_emit_by_name (search, "activate");
  ui_settle ();
  g_assert_nonnull (ui_find_type (picker, ADW_TYPE_STATUS_PAGE));
  gtk_window_close (GTK_WINDOW (picker));
  ui_settle ();
  g_assert_null (ui_find_window (TL_TYPE_PICKER_WINDOW));
  g_assert_cmpuint (tl_item_get_n_referrers (project), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/inspector/typing", test_typing);
  ADD ("/inspector/refused-gives-back", test_refused_gives_back);
  ADD ("/inspector/undo-reaches-editor", test_undo_reaches_editor);
  ADD ("/inspector/caret-stays", test_caret_stays);
  ADD ("/inspector/default-number", test_default_number);
  ADD ("/inspector/title", test_title);
  ADD ("/inspector/choice", test_choice);
  ADD ("/inspector/tri", test_tri);
  ADD ("/inspector/flag", test_flag);
  ADD ("/inspector/ref", test_ref);
  ADD ("/inspector/on-demand", test_on_demand);
  ADD ("/inspector/fits-panel", test_fits_panel);
  ADD ("/inspector/every-kind", test_every_kind);
  ADD ("/inspector/links", test_links);
  ADD ("/inspector/selection", test_selection);
  ADD ("/inspector/link-both", test_link_both);
  ADD ("/inspector/deleted-below", test_deleted_below);
  ADD ("/inspector/read-only", test_read_only);
  ADD ("/inspector/fix", test_fix);
  ADD ("/picker/links", test_picker_links);
  ADD ("/picker/keeps-choice", test_picker_keeps_choice);
  ADD ("/picker/title-first", test_picker_title_first);
  ADD ("/picker/finds-nothing", test_picker_finds_nothing);
  return g_test_run ();
}

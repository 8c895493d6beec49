/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands-parts.h"
#include "tl-commands.h"
#include "tl-picker-window.h"
#include "ui-inspector.h"

/* The sections of a project. */

/* Marks. */

static void
test_marks (UiInspector *ui, gconstpointer data)
{
  TlItem *project = ui_inspector_select (ui, "p1");
  GtkWidget *section = ui_inspector_get_section (ui, "Marks of Strategic Work");

  g_assert_true (ui_says (section, "1 of 5"));
  g_assert_true (ui_says (section, "Too little is recorded to tell."));
  g_assert_null (ui_find_button (section, "Call It “Tactical”"));
  ui_toggle (section, TL_PROJECT_LONG_TERM, "No");
  ui_toggle (section, TL_PROJECT_WHOLE_ORGANISATION, "No");
  g_assert_cmpint (tl_item_get_choice (project, TL_PROJECT_LONG_TERM), ==, TL_TRI_NO);
  g_assert_true (ui_says (section, "▲ It is called strategic, which takes 4 marks. What fails: "
                                   "Whole Organisation, Long Term."));

  /* One click calls it what it is, in a step of its own. */
  ui_press (section, "Call It “Tactical”");
  g_assert_cmpint (tl_item_get_choice (project, TL_PROJECT_WORK_CATEGORY), ==, TL_WORK_TACTICAL);
  g_assert_null (ui_find_button (section, "Call It “Tactical”"));
  g_assert_true (ui_says (section, "The marks fit what it is called: Tactical."));
  tl_session_undo (ui->session);
  g_assert_cmpint (tl_item_get_choice (project, TL_PROJECT_WORK_CATEGORY), ==, TL_WORK_STRATEGIC);
  g_assert_cmpint (tl_item_get_choice (project, TL_PROJECT_WHOLE_ORGANISATION), ==, TL_TRI_NO);
}

static void
test_marks_too_low (UiInspector *ui, gconstpointer data)
{
  static const TlField fields[]
      = { TL_PROJECT_WHOLE_ORGANISATION, TL_PROJECT_LONG_TERM, TL_PROJECT_MULTIPLE_SOLUTIONS };
  TlItem *project = ui_plan_get (ui->session, "p1");

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tl_workspace_set_choice (ui_inspector_get_workspace (ui), project, fields[i], TL_TRI_YES, NULL);
  tl_workspace_set_choice (ui_inspector_get_workspace (ui), project, TL_PROJECT_WORK_CATEGORY,
                           TL_WORK_TACTICAL, NULL);
  ui_inspector_select (ui, "p1");
  g_assert_true (
      ui_says (ui->inspector, "It bears 4 marks, as strategic work does, and is called Tactical."));
  ui_press (ui->inspector, "Call It “Strategic”");
  g_assert_cmpint (tl_item_get_choice (project, TL_PROJECT_WORK_CATEGORY), ==, TL_WORK_STRATEGIC);
}

/* The button that was pressed is gone; the keyboard is still somewhere. */
static void
test_call_keeps_focus (UiInspector *ui, gconstpointer data)
{
  GtkWidget *section;

  ui_inspector_select (ui, "p1");
  section = ui_inspector_get_section (ui, "Marks of Strategic Work");
  ui_toggle (section, TL_PROJECT_LONG_TERM, "No");
  ui_toggle (section, TL_PROJECT_WHOLE_ORGANISATION, "No");
  gtk_widget_grab_focus (ui_find_button (section, "Call It “Tactical”"));
  ui_press (section, "Call It “Tactical”");
  g_assert_true (gtk_widget_is_ancestor (ui_inspector_get_focus (ui), section));
}

/* The gate. */

static void
test_gate_list (UiInspector *ui, gconstpointer data)
{
  TlItem *objective = ui_plan_get (ui->session, "o1");
  TlItem *project = ui_inspector_select (ui, "p1");
  GtkWidget *section = ui_inspector_get_section (ui, "Before a Solution Is Named");

  g_assert_true (ui_says (section, "2 of 6 known"));
  tl_workspace_set_text (ui_inspector_get_workspace (ui), objective, TL_OBJECTIVE_IS, "Few", NULL);
  tl_workspace_set_text (ui_inspector_get_workspace (ui), objective, TL_OBJECTIVE_SHOULD, "All",
                         NULL);
  tl_command_add_cause (ui->session, objective, "Nobody knows");
  g_assert_true (ui_says (section, "5 of 6 known"));
  tl_workspace_set_ref (ui_inspector_get_workspace (ui), project, TL_PROJECT_SPONSOR,
                        ui_plan_get (ui->session, "pat"), NULL);
  g_assert_true (ui_says (section, "All of it is known: a solution can be named now."));
  tl_workspace_set_choice (ui_inspector_get_workspace (ui), project, TL_PROJECT_SOLUTION_TYPE,
                           TL_SOLUTION_COURSE, NULL);
  g_assert_null (ui_inspector_find_section (ui, "Before a Solution Is Named"));
}

/* Each button leads to where its step is filled in. */
static void
test_gate_leads (UiInspector *ui, gconstpointer data)
{
  GtkWidget *focus;

  ui_inspector_select (ui, "p1");
  ui_press (ui_inspector_get_section (ui, "Before a Solution Is Named"), "Write");
  g_assert_true (tl_selection_get_primary (tl_session_get_selection (ui->session))
                 == ui_plan_get (ui->session, "o1"));
  focus = gtk_widget_get_ancestor (ui_inspector_get_focus (ui), TL_TYPE_FIELD_EDITOR);
  g_assert_cmpint (tl_field_editor_get_field (TL_FIELD_EDITOR (focus)), ==, TL_OBJECTIVE_SHOULD);

  ui_inspector_select (ui, "p1");
  ui_press (ui_inspector_get_section (ui, "Before a Solution Is Named"), "Add");
  g_assert_cmpuint (tl_workspace_get_n_items (ui_inspector_get_workspace (ui), TL_KIND_CAUSE), ==,
                    1);

  ui_inspector_select (ui, "p2");
  ui_press (ui_inspector_get_section (ui, "Before a Solution Is Named"), "Link…");
  g_assert_nonnull (ui_find_window (TL_TYPE_PICKER_WINDOW));
}

static GtkDropDown *
get_solutions (UiInspector *ui)
{
  TlFieldEditor *editor = ui_find_editor (ui->inspector, TL_PROJECT_SOLUTION_TYPE);

  g_assert_nonnull (editor);
  return GTK_DROP_DOWN (ui_find_type (GTK_WIDGET (editor), GTK_TYPE_DROP_DOWN));
}

static void
answer (const char *reason, const char *response)
{
  GtkWidget *dialog = ui_find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (dialog, GTK_TYPE_ENTRY)), reason);
  ui_press (dialog, response);
}

/* Through the gate with a reason, and not without one. */
static void
test_gate_asks (UiInspector *ui, gconstpointer data)
{
  static const struct
  {
    const char *reason;
    const char *response;
    guint n_decisions;
  } answers[] = {
    { "The board wants it", "Cancel", 0 },
    { "", "Go On", 0 },
    { "The board wants it", "Go On", 1 },
  };
  TlItem *project = ui_inspector_select (ui, "p1");
  TlWorkspace *workspace = ui_inspector_get_workspace (ui);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      gboolean goes = answers[i].n_decisions > 0;

      gtk_drop_down_set_selected (get_solutions (ui), TL_SOLUTION_COURSE + 1);
      ui_settle ();
      g_assert_false (tl_item_is_set (project, TL_PROJECT_SOLUTION_TYPE));
      answer (answers[i].reason, answers[i].response);
      g_assert_cmpuint (tl_workspace_get_n_items (workspace, TL_KIND_DECISION), ==,
                        answers[i].n_decisions);
      g_assert_cmpint (tl_item_is_set (project, TL_PROJECT_SOLUTION_TYPE), ==, goes);
      g_assert_cmpuint (gtk_drop_down_get_selected (get_solutions (ui)), ==,
                        goes ? TL_SOLUTION_COURSE + 1 : 0);
    }
  g_assert_nonnull (ui_inspector_find_section (ui, "Decisions"));
  g_assert_true (ui_says (ui->inspector, "▲ A solution is named, and this is not known yet."));
  tl_session_undo (ui->session);
  g_assert_null (ui_inspector_find_section (ui, "Decisions"));
  g_assert_cmpuint (gtk_drop_down_get_selected (get_solutions (ui)), ==, 0);
}

/* The project goes while somebody thinks of a reason. */
static void
test_gate_gone (UiInspector *ui, gconstpointer data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, ui_inspector_select (ui, "p1"));
  gtk_drop_down_set_selected (get_solutions (ui), TL_SOLUTION_COURSE + 1);
  ui_settle ();
  tl_command_delete (ui->session, items);
  answer ("The board wants it", "Go On");
  g_assert_cmpuint (tl_workspace_get_n_items (ui_inspector_get_workspace (ui), TL_KIND_DECISION),
                    ==, 0);
}

/* Sponsor, causes, effort, measures, links. */

static void
test_sponsor (UiInspector *ui, gconstpointer data)
{
  TlWorkspace *workspace = ui_inspector_get_workspace (ui);
  TlItem *person = ui_plan_get (ui->session, "pat");
  TlItem *project = ui_inspector_select (ui, "p1");
  GtkWidget *section = ui_inspector_get_section (ui, "Sponsor");

  g_assert_true (ui_says (section, "▲ No leader stands behind it."));
  tl_workspace_set_choice (workspace, person, TL_PERSON_OWNS_GOAL, TL_TRI_YES, NULL);
  tl_workspace_set_choice (workspace, person, TL_PERSON_HAS_STAKE, TL_TRI_NO, NULL);
  tl_workspace_set_number (workspace, person, TL_PERSON_TRUST, 3, NULL);
  tl_workspace_set_ref (workspace, project, TL_PROJECT_SPONSOR, person, NULL);
  g_assert_false (ui_says (section, "▲ No leader stands behind it."));
  g_assert_true (ui_says (section, "Owns the goal\u00a0✓ · stake\u00a0✕ · authority\u00a0? · "
                                   "resources\u00a0?\nTrust\u00a0●●●○"));
}

/* What a rule demands has no leader to be missed. */
static void
test_sponsor_of_mandate (UiInspector *ui, gconstpointer data)
{
  ui_inspector_select (ui, "p3");
  g_assert_false (
      ui_says (ui_inspector_get_section (ui, "Sponsor"), "▲ No leader stands behind it."));
}

static void
test_addressed (UiInspector *ui, gconstpointer data)
{
  TlItem *cause = tl_command_add_cause (ui->session, ui_plan_get (ui->session, "o1"), "Bonus");
  TlItem *project = ui_inspector_select (ui, "p1");
  GtkWidget *section = ui_inspector_get_section (ui, "Causes It Addresses");
  GtkWidget *picker;

  tl_workspace_set_choice (ui_inspector_get_workspace (ui), cause, TL_CAUSE_CATEGORY,
                           TL_CAUSE_INCENTIVES, NULL);
  g_assert_true (ui_says (section, "It addresses no cause yet."));
  ui_press (section, "Add a Cause…");
  picker = ui_find_window (TL_TYPE_PICKER_WINDOW);
  g_signal_emit_by_name (ui_find_type (picker, GTK_TYPE_SEARCH_ENTRY), "activate");
  ui_settle ();
  g_assert_cmpstr (tl_item_get_words (project, TL_PROJECT_ADDRESSES)[0], ==,
                   tl_item_get_id (cause));
  g_assert_true (ui_says (section, "Learning alone does not cure it: Incentives."));
  g_assert_true (ui_says (section, "▲ None of these is known to be cured by learning."));
  g_assert_false (gtk_widget_is_sensitive (ui_find_button (section, "Add a Cause…")));

  /* The chip leads to the cause, and back. */
  ui_press (section, "Bonus");
  g_assert_true (tl_selection_get_primary (tl_session_get_selection (ui->session)) == cause);
  g_assert_true (tl_inspector_go_back (TL_INSPECTOR (ui->inspector)));
  g_assert_true (tl_selection_get_primary (tl_session_get_selection (ui->session)) == project);
  g_assert_false (tl_inspector_go_back (TL_INSPECTOR (ui->inspector)));
}

static const struct
{
  double planned; /* -1: not recorded */
  double wanted;
  const char *words;
} levels[] = {
  { -1, -1, "How far results will be shown is not recorded." },
  { -1, 4,
    "▲ How far results will be shown is not recorded. Its objectives reach level 4, impact." },
  { 2, -1, "Results will be shown up to level 2, learning." },
  { 2, 4,
    "▲ Results will be shown up to level 2, learning, but its objectives reach level 4, "
    "impact." },
  { 4, 4, "Results will be shown up to level 4, impact, as far as its objectives reach." },
  { 5, 4, "Results will be shown up to level 5, return, as far as its objectives reach." },
};

static void
set_level (UiInspector *ui, const char *id, TlField field, double level)
{
  TlValue value = level < 0 ? TL_VALUE_INIT : tl_value_from_number (level);

  tl_workspace_set (ui_inspector_get_workspace (ui), ui_plan_get (ui->session, id), field, &value,
                    NULL);
}

static void
test_evaluation (UiInspector *ui, gconstpointer data)
{
  ui_inspector_select (ui, "p1");
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      set_level (ui, "p1", TL_PROJECT_EVALUATION_LEVEL, levels[i].planned);
      set_level (ui, "o1", TL_OBJECTIVE_LEVEL, levels[i].wanted);
      g_test_message ("%s", levels[i].words);
      g_assert_true (
          ui_says (ui_inspector_get_section (ui, "Effort and Evidence"), levels[i].words));
    }
}

static void
test_measures (UiInspector *ui, gconstpointer data)
{
  TlWorkspace *workspace = ui_inspector_get_workspace (ui);
  TlItem *measure;

  ui_inspector_select (ui, "p1");
  g_assert_true (ui_says (ui_inspector_get_section (ui, "Measures"), "Nothing measures it yet."));
  ui_press (ui_inspector_get_section (ui, "Measures"), "Add a Measure");
  measure = tl_workspace_get_item (workspace, TL_KIND_MEASURE, 0);
  g_assert_true (tl_selection_get_primary (tl_session_get_selection (ui->session)) == measure);
  tl_workspace_set_number (workspace, measure, TL_MEASURE_PLAN, 80, NULL);
  tl_workspace_set_number (workspace, measure, TL_MEASURE_TO_DATE, 60, NULL);
  tl_workspace_set_text (workspace, measure, TL_MEASURE_UNIT_OF_MEASURE, "people", NULL);
  ui_inspector_select (ui, "p1");
  g_assert_true (ui_says (ui_inspector_get_section (ui, "Measures"),
                          "Plan 80 people · To Date 60 people, 75 % of plan"));
}

static void
test_agreement (UiInspector *ui, gconstpointer data)
{
  TlItem *link = ui_plan_get (ui->session, "l1");

  ui_inspector_select (ui, "p1");
  g_assert_true (ui_says (ui->inspector, "Not known to be agreed"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                    ui_find_button (ui->inspector, "Not known to be agreed")),
                                TRUE);
  ui_settle ();
  ui_press (ui->inspector, "Agreed Today");
  g_assert_true (ui_says (ui->inspector, "✓ Agreed on 31 March 2025"));
  tl_workspace_set_ref (ui_inspector_get_workspace (ui), link, TL_LINK_AGREED_BY,
                        ui_plan_get (ui->session, "pat"), NULL);
  g_assert_true (ui_says (ui->inspector, "✓ Agreed by Pat on 31 March 2025"));
  tl_session_undo (ui->session);
  tl_session_undo (ui->session);
  g_assert_true (ui_says (ui->inspector, "Not known to be agreed"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();

#define ADD(path, test)                                                                            \
  g_test_add (path, UiInspector, NULL, ui_inspector_set_up, test, ui_inspector_tear_down)
  ADD ("/project/marks", test_marks);
  ADD ("/project/marks-too-low", test_marks_too_low);
  ADD ("/project/call-keeps-focus", test_call_keeps_focus);
  ADD ("/project/gate-list", test_gate_list);
  ADD ("/project/gate-leads", test_gate_leads);
  ADD ("/project/gate-asks", test_gate_asks);
  ADD ("/project/gate-gone", test_gate_gone);
  ADD ("/project/sponsor", test_sponsor);
  ADD ("/project/sponsor-of-mandate", test_sponsor_of_mandate);
  ADD ("/project/addressed", test_addressed);
  ADD ("/project/evaluation", test_evaluation);
  ADD ("/project/measures", test_measures);
  ADD ("/project/agreement", test_agreement);
  return g_test_run ();
}

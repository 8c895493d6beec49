/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands-parts.h"
#include "tl-commands.h"
#include "tl-picker-window.h"
#include "ui-inspector.h"

/* The sections of a goal and of an objective. */

static void
test_target (UiInspector *ui, gconstpointer data)
{
  TlWorkspace *workspace = ui_inspector_get_workspace (ui);
  TlItem *goal = ui_inspector_select (ui, "g1");
  GtkWidget *section = ui_inspector_get_section (ui, "Number");

  g_assert_false (ui_says (section, "→"));
  tl_workspace_set_number (workspace, goal, TL_GOAL_TARGET, 60, NULL);
  g_assert_true (ui_says (section, "? → 60"));
  tl_workspace_set_number (workspace, goal, TL_GOAL_BASELINE, 20, NULL);
  tl_workspace_set_text (workspace, goal, TL_GOAL_UNIT_OF_MEASURE, "%", NULL);
  tl_workspace_set_date (workspace, goal, TL_GOAL_BY_DATE, tl_date_from_ymd (2026, 6, 30), NULL);
  g_assert_true (ui_says (section, "20 % → 60 % by 30 June 2026"));
}

static void
test_owner (UiInspector *ui, gconstpointer data)
{
  ui_inspector_select (ui, "g2");
  g_assert_true (
      ui_says (ui_inspector_get_section (ui, "Owner"), "▲ Nobody answers for this goal."));
  ui_inspector_select (ui, "g1");
  g_assert_true (ui_says (ui_inspector_get_section (ui, "Owner"), "Owns the goal\u00a0?"));
}

static void
test_role (UiInspector *ui, gconstpointer data)
{
  TlWorkspace *workspace = ui_inspector_get_workspace (ui);
  TlItem *goal = ui_inspector_select (ui, "g1");
  GtkWidget *section = ui_inspector_get_section (ui, "Role of Learning");

  g_assert_true (ui_says (section, "▲ Not settled"));
  tl_workspace_set_choice (workspace, goal, TL_GOAL_ROLE, TL_ROLE_YES, NULL);
  g_assert_true (ui_says (section, "What learning is to contribute is not recorded."));
  tl_workspace_set_number (workspace, ui_plan_get (ui->session, "l1"), TL_LINK_CONTRIBUTION, 50,
                           NULL);
  g_assert_true (ui_says (section, "Planned: learning brings 25 % of the move (Medium)"));
  tl_workspace_set_number (workspace, goal, TL_GOAL_CONTRIBUTION, 40, NULL);
  tl_workspace_set_date (workspace, goal, TL_GOAL_CONTRIBUTION_AGREED,
                         tl_date_from_ymd (2025, 3, 1), NULL);
  g_assert_true (ui_says (section, "Agreed: learning brings 40 % of the move (High)."));
  tl_workspace_set_choice (workspace, goal, TL_GOAL_ROLE, TL_ROLE_NO, NULL);
  g_assert_false (ui_says (section, "learning brings"));
}

/* All recorded days that reach a goal reach the first: 100 against 60. */
static void
test_share (UiInspector *ui, gconstpointer data)
{
  TlItem *goal = ui_inspector_select (ui, "g1");
  GtkWidget *section = ui_inspector_get_section (ui, "Effort and Weight");

  g_assert_true (ui_says (section, "40 points more effort than its weight"));
  g_assert_true (ui_says (section, "100 %"));
  ui_inspector_select (ui, "g2");
  g_assert_true (ui_says (section, "40 points less effort than its weight"));
  ui_inspector_select (ui, "g1");
  tl_workspace_set_number (ui_inspector_get_workspace (ui), goal, TL_GOAL_WEIGHT, 100, NULL);
  g_assert_true (ui_says (section, "Effort and weight agree."));
  tl_workspace_set (ui_inspector_get_workspace (ui), goal, TL_GOAL_WEIGHT, &TL_VALUE_INIT, NULL);
  g_assert_true (ui_says (section, "What it weighs is not recorded."));
  tl_workspace_set_choice (ui_inspector_get_workspace (ui), goal, TL_GOAL_STATUS,
                           TL_GOAL_STATUS_RETIRED, NULL);
  g_assert_null (ui_inspector_find_section (ui, "Effort and Weight"));
}

static TlItem *
add_about (UiInspector *ui, TlKind kind, TlField field, const char *title, const char *about)
{
  const char *const ids[] = { about, NULL };
  TlItem *item = tl_command_add (ui->session, kind, title);

  tl_workspace_set_words (ui_inspector_get_workspace (ui), item, field, ids, NULL);
  return item;
}

static void
test_about (UiInspector *ui, gconstpointer data)
{
  ui_inspector_select (ui, "g1");
  g_assert_null (ui_inspector_find_section (ui, "Insights"));
  add_about (ui, TL_KIND_INSIGHT, TL_INSIGHT_ABOUT, "They lose on price", "g1");
  add_about (ui, TL_KIND_DECISION, TL_DECISION_ABOUT, "Pay for wins", "g1");
  g_assert_true (ui_says (ui_inspector_get_section (ui, "Insights"), "They lose on price"));
  g_assert_true (ui_says (ui_inspector_get_section (ui, "Decisions"),
                          "It is not decided, and no day is set."));
}

/* The gap and its causes. */

static void
test_gap (UiInspector *ui, gconstpointer data)
{
  static const struct
  {
    const char *should;
    const char *is;
    const char *note; /* NULL: nothing is missing */
  } gaps[] = {
    { NULL, NULL, "▲ No gap is recorded" },
    { "All", NULL, "▲ What happens today is not recorded." },
    { NULL, "Few", "▲ What should happen is not recorded." },
    { "All", "Few", NULL },
  };
  TlItem *objective = ui_inspector_select (ui, "o1");
  GtkWidget *section = ui_inspector_get_section (ui, "Gap");

  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      tl_workspace_set_text (ui_inspector_get_workspace (ui), objective, TL_OBJECTIVE_SHOULD,
                             gaps[i].should, NULL);
      tl_workspace_set_text (ui_inspector_get_workspace (ui), objective, TL_OBJECTIVE_IS,
                             gaps[i].is, NULL);
      g_assert_cmpint (ui_says (section, "▲"), ==, gaps[i].note != NULL);
      if (gaps[i].note != NULL)
        g_assert_true (ui_says (section, gaps[i].note));
    }
  g_assert_true (ui_says (section, "level 4, impact"));
}

static void
test_causes (UiInspector *ui, gconstpointer data)
{
  TlItem *objective = ui_inspector_select (ui, "o1");
  GtkWidget *section = ui_inspector_get_section (ui, "Causes of the Gap");
  TlItem *project = ui_plan_get (ui->session, "p1");
  TlItem *cause;
  GtkWidget *picker;

  g_assert_true (ui_says (section, "No cause is recorded."));
  cause = tl_command_add_cause (ui->session, objective, "Nobody knows the story");
  g_assert_true (ui_says (section, "▲ Nothing addresses it yet"));
  ui_press (section, "Link a Project…");
  picker = ui_find_window (TL_TYPE_PICKER_WINDOW);
  /* What serves the objective is the first offer. */
  g_signal_emit_by_name (ui_find_type (picker, GTK_TYPE_SEARCH_ENTRY), "activate");
  ui_settle ();
  g_assert_cmpstr (tl_item_get_words (project, TL_PROJECT_ADDRESSES)[0], ==,
                   tl_item_get_id (cause));
  g_assert_false (ui_says (section, "▲ Nothing addresses it yet"));
  g_assert_true (ui_says (section, "Story training"));
  tl_session_undo (ui->session);
  g_assert_true (ui_says (section, "▲ Nothing addresses it yet"));
}

/* A new cause is to be named at once. */
static void
test_add_cause (UiInspector *ui, gconstpointer data)
{
  GtkWidget *focus;

  ui_inspector_select (ui, "o1");
  ui_press (ui_inspector_get_section (ui, "Causes of the Gap"), "Add a Cause");
  focus = gtk_widget_get_ancestor (ui_inspector_get_focus (ui), TL_TYPE_FIELD_EDITOR);
  g_assert_cmpint (tl_field_editor_get_field (TL_FIELD_EDITOR (focus)), ==, TL_ITEM_TITLE);
  g_assert_cmpint (tl_item_get_kind (tl_field_editor_get_item (TL_FIELD_EDITOR (focus))), ==,
                   TL_KIND_CAUSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();

#define ADD(path, test)                                                                            \
  g_test_add (path, UiInspector, NULL, ui_inspector_set_up, test, ui_inspector_tear_down)
  ADD ("/goal/target", test_target);
  ADD ("/goal/owner", test_owner);
  ADD ("/goal/role", test_role);
  ADD ("/goal/share", test_share);
  ADD ("/goal/about", test_about);
  ADD ("/objective/gap", test_gap);
  ADD ("/objective/causes", test_causes);
  ADD ("/objective/add-cause", test_add_cause);
  return g_test_run ();
}

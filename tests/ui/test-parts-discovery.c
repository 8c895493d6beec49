/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands-gate.h"
#include "tl-commands-request.h"
#include "tl-gate.h"
#include "tl-parts-desk.h"
#include "tl-parts.h"
#include "ui-parts.h"
#include "ui-sample.h"
#include "ui-widgets.h"

static void
set (TlSession *session, const char *id, TlField field, int choice)
{
  g_assert_true (tl_workspace_set_choice (tl_session_get_workspace (session),
                                          ui_sample_get (session, id), field, choice, NULL));
}

static TlItem *
add (TlSession *session, TlKind kind, const char *id)
{
  return tl_workspace_add (tl_session_get_workspace (session), kind, id, TL_POSITION_END, NULL);
}

static TlItem *
add_project (TlSession *session, const char *id, int status)
{
  TlItem *project = add (session, TL_KIND_PROJECT, id);

  set (session, id, TL_PROJECT_STATUS, status);
  tl_workspace_set_number (tl_session_get_workspace (session), project, TL_PROJECT_EFFORT, 10,
                           NULL);
  return project;
}

/* All that has to be known of a project before its solution is named. */
static void
open_gate (TlSession *session, const char *id)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlItem *objective = ui_sample_get (session, "G1-2");
  TlItem *cause = add (session, TL_KIND_CAUSE, "cause");

  ui_sample_link (session, id, "G1-2");
  tl_workspace_set_text (workspace, objective, TL_OBJECTIVE_SHOULD, "always", NULL);
  tl_workspace_set_text (workspace, objective, TL_OBJECTIVE_IS, "seldom", NULL);
  tl_workspace_set_ref (workspace, cause, TL_CAUSE_OBJECTIVE, objective, NULL);
  tl_workspace_set_ref (workspace, ui_sample_get (session, id), TL_PROJECT_SPONSOR,
                        ui_sample_get (session, "who-ceo"), NULL);
}

/* Where a project stands, by what it is and what is known of it; NULL for nowhere. */
static void
test_groups (void)
{
  static const struct
  {
    int status;
    int type;
    gboolean is_known;
    const char *group;
  } cases[] = {
    { TL_STATUS_IDEA, TL_CHOICE_NONE, FALSE, NULL },
    { TL_STATUS_INTAKE, TL_CHOICE_NONE, FALSE, "shut" },
    { TL_STATUS_ANALYSIS, TL_CHOICE_NONE, FALSE, "shut" },
    { TL_STATUS_ANALYSIS, TL_SOLUTION_UNDECIDED, FALSE, "shut" },
    { TL_STATUS_ANALYSIS, TL_SOLUTION_UNDECIDED, TRUE, "ready" },
    { TL_STATUS_INTAKE, TL_SOLUTION_COURSE, FALSE, "early" },
    { TL_STATUS_ANALYSIS, TL_SOLUTION_COURSE, TRUE, NULL },
    /* A small project is not asked when its solution was chosen. */
    { TL_STATUS_LIVE, TL_SOLUTION_COURSE, FALSE, NULL },
    { TL_STATUS_LIVE, TL_CHOICE_NONE, FALSE, NULL },
    { TL_STATUS_STOPPED, TL_SOLUTION_COURSE, FALSE, NULL },
  };
  const char *groups[] = { "shut", "ready", "early" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlSession) session = ui_sample_open ();
      TlParts parts;

      add_project (session, "new", cases[i].status);
      if (cases[i].type != TL_CHOICE_NONE)
        set (session, "new", TL_PROJECT_SOLUTION_TYPE, cases[i].type);
      if (cases[i].is_known)
        open_gate (session, "new");
      parts = tl_parts_of_discovery (session);
      for (guint j = 0; j < G_N_ELEMENTS (groups); j++)
        {
          TlPart *group = ui_parts_find (parts.root, groups[j]);
          gboolean is_there = group != NULL && ui_parts_find (group, "new") != NULL;

          g_test_message ("case %u in %s", i, groups[j]);
          g_assert_true (is_there == (g_strcmp0 (groups[j], cases[i].group) == 0));
        }
      tl_parts_clear (&parts);
    }
}

/* What is missing, in order, each with a way to fill it in; the goal only once there is an
 * objective. */
static void
test_steps (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlParts parts;
  TlPart *project;

  add_project (session, "new", TL_STATUS_ANALYSIS);
  parts = tl_parts_of_discovery (session);
  g_assert_nonnull (strstr (parts.headline, "2 projects still look"));
  project = ui_parts_find (ui_parts_find (parts.root, "shut"), "new");
  g_assert_cmpuint (ui_parts_count (project), ==, TL_N_GATE_STEPS);
  g_assert_cmpfloat_with_epsilon (project->share, 0, 1e-9);
  g_assert_cmpstr (ui_parts_find (project, "step-0")->actions[0].name, ==, "part.fill(('new', 0))");
  g_assert_null (ui_parts_find (project, "step-1")->actions[0].name);
  tl_parts_clear (&parts);

  ui_sample_link (session, "new", "G1-2");
  parts = tl_parts_of_discovery (session);
  project = ui_parts_find (ui_parts_find (parts.root, "shut"), "new");
  g_assert_cmpuint (ui_parts_count (project), ==, TL_N_GATE_STEPS - 2);
  g_assert_cmpfloat_with_epsilon (project->share, 2. / 6, 1e-9);
  g_assert_null (ui_parts_find (project, "step-0"));
  g_assert_nonnull (ui_parts_find (project, "step-2")->actions[0].name);
  tl_parts_clear (&parts);

  open_gate (session, "new");
  parts = tl_parts_of_discovery (session);
  project = ui_parts_find (ui_parts_find (parts.root, "ready"), "new");
  g_assert_nonnull (strstr (project->actions[0].name, "win.edit-field"));
  g_assert_nonnull (strstr (parts.text, "1 project is ready"));
  tl_parts_clear (&parts);
}

/* The reason that was given at the gate stands under the project; a decision about something else
 * does not. */
static void
test_reasons (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlItem *project = add_project (session, "new", TL_STATUS_ANALYSIS);
  TlWorkspace *workspace = tl_session_get_workspace (session);
  const TlValue course = tl_value_from_choice (TL_SOLUTION_COURSE);
  const char *const both[] = { "new", "P10", NULL };
  TlItem *other = add (session, TL_KIND_DECISION, "other");
  TlParts parts;
  TlPart *part;
  TlPart *reason = NULL;

  tl_workspace_set_words (workspace, other, TL_DECISION_ABOUT, both, NULL);
  tl_workspace_set_text (workspace, other, TL_DECISION_OUTCOME, "Yes", NULL);
  g_assert_true (tl_command_pass_gate (session, project, TL_PROJECT_SOLUTION_TYPE, &course,
                                       "The board has said so", NULL));
  parts = tl_parts_of_discovery (session);
  part = ui_parts_find (ui_parts_find (parts.root, "early"), "new");
  g_assert_cmpstr (part->number, ==, "Course");
  g_assert_null (ui_parts_find (part, "other"));
  for (guint i = 0; i < ui_parts_count (part) && reason == NULL; i++)
    {
      g_autoptr (TlPart) child = g_list_model_get_item (G_LIST_MODEL (part->parts), i);

      if (child->item != NULL && tl_item_get_kind (child->item) == TL_KIND_DECISION)
        reason = child;
    }
  g_assert_nonnull (reason);
  g_assert_nonnull (strstr (reason->detail, "The board has said so"));
  tl_parts_clear (&parts);
}

/* Every finding of the rules behind the number on the tab is somewhere on the desk. */
static void
test_findings (void)
{
  static const struct
  {
    const char *rule;
    const char *group;
  } cases[] = {
    { "WRK-02", "early" },
    { "GOL-05", "gaps" },
    { "GOL-06", "gaps" },
    { "GOL-07", "gaps" },
  };
  g_autoptr (TlSession) session = ui_sample_open ();
  TlAnalysis *analysis = tl_session_get_analysis (session);
  TlParts parts = tl_parts_of_discovery (session);

  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
      {
        const TlFinding *finding = tl_analysis_get_finding (analysis, i);
        g_autofree char *topic = NULL;
        TlPart *group = ui_parts_find (parts.root, cases[j].group);

        if (!g_str_equal (finding->rule->id, cases[j].rule))
          continue;
        topic = g_strdup_printf ("%s %s", cases[j].rule, tl_item_get_id (finding->items[0]));
        g_assert_nonnull (group);
        g_assert_nonnull (
            ui_parts_find (group, j == 0 ? tl_item_get_id (finding->items[0]) : topic));
      }
  tl_parts_clear (&parts);
}

/* What was promised to somebody is begun from here. */
static void
test_promised (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlItem *request = tl_command_add_request (session, "Better meetings");
  GtkWidget *desk = tl_parts_desk_new ("discovery");
  GtkWidget *window;
  TlItem *project;
  TlParts parts;

  g_assert_true (tl_command_answer_request (session, request, TL_OUTCOME_DISCOVER, NULL, NULL));
  parts = tl_parts_of_discovery (session);
  g_assert_nonnull (
      ui_parts_find (ui_parts_find (parts.root, "promised"), tl_item_get_id (request)));
  tl_parts_clear (&parts);

  tl_desk_set_session (TL_DESK (desk), session);
  window = ui_window_new (desk);
  ui_settle ();
  gtk_widget_activate_action (desk, "part.begin", "s", tl_item_get_id (request));
  ui_settle ();
  project = tl_item_get_ref (request, TL_REQUEST_PROJECT);
  g_assert_nonnull (project);
  parts = tl_parts_of_discovery (session);
  g_assert_null (ui_parts_find (parts.root, "promised"));
  g_assert_nonnull (ui_parts_find (ui_parts_find (parts.root, "shut"), tl_item_get_id (project)));
  tl_parts_clear (&parts);
  ui_window_close (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  g_test_add_func ("/discovery/groups", test_groups);
  g_test_add_func ("/discovery/steps", test_steps);
  g_test_add_func ("/discovery/reasons", test_reasons);
  g_test_add_func ("/discovery/findings", test_findings);
  g_test_add_func ("/discovery/promised", test_promised);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-cell-edits.h"
#include "tl-commands-gate.h"
#include "tl-commands-parts.h"
#include "tl-commands-silo.h"
#include "ui-plan.h"

/* The project p1 serves the objective o1 of the goal g1; nothing else is known. */

static TlWorkspace *
get_workspace (TlSession *session)
{
  return tl_session_get_workspace (session);
}

static TlItem *
open_gate (TlSession *session)
{
  TlWorkspace *workspace = get_workspace (session);
  TlItem *objective = ui_plan_get (session, "o1");
  TlItem *project = ui_plan_get (session, "p1");

  tl_workspace_set_text (workspace, objective, TL_OBJECTIVE_SHOULD, "All tell it", NULL);
  tl_workspace_set_text (workspace, objective, TL_OBJECTIVE_IS, "Few do", NULL);
  tl_command_add_cause (session, objective, "Nobody knows the story");
  tl_workspace_set_ref (workspace, project, TL_PROJECT_SPONSOR, ui_plan_get (session, "pat"), NULL);
  return project;
}

static gboolean
set_choice (TlSession *session, TlItem *item, TlField field, int choice, GError **error)
{
  TlValue value = tl_value_from_choice (choice);

  return tl_command_set_field (session, item, field, &value, error);
}

/* Open, the gate only keeps the day. */
static void
test_open (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *project = open_gate (session);
  g_autofree char *before = ui_plan_dump (session);
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;
  g_autoptr (GError) error = NULL;

  set_choice (session, project, TL_PROJECT_SOLUTION_TYPE, TL_SOLUTION_COURSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tl_item_get_date (project, TL_PROJECT_SOLUTION_CHOSEN), ==,
                    tl_date_parse (UI_PLAN_TODAY));
  g_assert_cmpuint (tl_workspace_get_n_items (get_workspace (session), TL_KIND_DECISION), ==, 0);
  after = ui_plan_dump (session);
  g_assert_cmpstr (after, !=, before);
  tl_session_undo (session);
  back = ui_plan_dump (session);
  g_assert_cmpstr (back, ==, before);
}

/* Neutral again, it was not chosen on any day. */
static void
test_back_to_neutral (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *project = open_gate (session);

  set_choice (session, project, TL_PROJECT_SOLUTION_TYPE, TL_SOLUTION_COURSE, NULL);
  set_choice (session, project, TL_PROJECT_SOLUTION_TYPE, TL_SOLUTION_UNDECIDED, NULL);
  g_assert_false (tl_item_is_set (project, TL_PROJECT_SOLUTION_CHOSEN));
}

static void
test_shut (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *project = ui_plan_get (session, "p1");
  g_autofree char *before = ui_plan_dump (session);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (
      set_choice (session, project, TL_PROJECT_SOLUTION_TYPE, TL_SOLUTION_COURSE, &error));
  g_assert_error (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_GATE);
  g_assert_cmpstr (error->message, ==,
                   "Too early to name a solution without a reason. Not known yet: what should "
                   "happen, what happens today, a cause of the gap, a sponsor.");
  after = ui_plan_dump (session);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (tl_history_can_undo (tl_session_get_history (session)));
}

static void
test_approving (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *project = ui_plan_get (session, "p1");
  g_autoptr (GError) error = NULL;

  tl_workspace_set_choice (get_workspace (session), project, TL_PROJECT_SOLUTION_TYPE,
                           TL_SOLUTION_TOOL, NULL);
  tl_workspace_set_choice (get_workspace (session), project, TL_PROJECT_STATUS, TL_STATUS_ANALYSIS,
                           NULL);
  g_assert_false (set_choice (session, project, TL_PROJECT_STATUS, TL_STATUS_DESIGN, &error));
  g_assert_error (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_GATE);
  g_assert_cmpint (tl_item_get_choice (project, TL_PROJECT_STATUS), ==, TL_STATUS_ANALYSIS);
}

static const struct
{
  TlField field;
  int choice;
  const char *label;
  const char *title;
} passes[] = {
  { TL_PROJECT_SOLUTION_TYPE, TL_SOLUTION_COURSE, "Name a Solution Early",
    "Name “Course” as the solution for “Story training” before the gap is known" },
  { TL_PROJECT_STATUS, TL_STATUS_DESIGN, "Approve a Solution Early",
    "Go on to “Design” with “Story training” before the gap is known" },
};

static void
check_decision (TlSession *session, const char *title)
{
  TlWorkspace *workspace = get_workspace (session);
  TlItem *decision;
  g_autoptr (GPtrArray) about = NULL;

  g_assert_cmpuint (tl_workspace_get_n_items (workspace, TL_KIND_DECISION), ==, 1);
  decision = tl_workspace_get_item (workspace, TL_KIND_DECISION, 0);
  about = tl_item_dup_refs (decision, TL_DECISION_ABOUT);
  g_assert_cmpstr (tl_item_get_title (decision), ==, title);
  g_assert_cmpstr (tl_item_get_text (decision, TL_DECISION_ASK), ==, title);
  g_assert_cmpstr (tl_item_get_text (decision, TL_DECISION_RECOMMENDATION), ==,
                   "First find out: what should happen, what happens today, a cause of the gap, a "
                   "sponsor.");
  g_assert_cmpstr (tl_item_get_text (decision, TL_DECISION_OUTCOME), ==, "Yes: The board wants it");
  g_assert_cmpuint (tl_item_get_date (decision, TL_DECISION_DECIDED_ON), ==,
                    tl_date_parse (UI_PLAN_TODAY));
  g_assert_null (tl_item_get_ref (decision, TL_DECISION_OWNER));
  g_assert_cmpuint (about->len, ==, 1);
  g_assert_true (about->pdata[0] == ui_plan_get (session, "p1"));
}

/* With a reason it goes on, in one step with the decision. */
static void
test_pass (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      g_autoptr (TlSession) session = ui_plan_new ();
      TlItem *project = ui_plan_get (session, "p1");
      TlValue value = tl_value_from_choice (passes[i].choice);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      if (passes[i].field == TL_PROJECT_STATUS)
        {
          tl_workspace_set_choice (get_workspace (session), project, TL_PROJECT_SOLUTION_TYPE,
                                   TL_SOLUTION_TOOL, NULL);
          tl_workspace_set_choice (get_workspace (session), project, TL_PROJECT_STATUS,
                                   TL_STATUS_IDEA, NULL);
        }
      before = ui_plan_dump (session);
      tl_command_pass_gate (session, project, passes[i].field, &value, "The board\nwants it ",
                            &error);
      g_assert_no_error (error);
      g_assert_cmpint (tl_item_get_choice (project, passes[i].field), ==, passes[i].choice);
      g_assert_cmpint (tl_item_is_set (project, TL_PROJECT_SOLUTION_CHOSEN), ==,
                       passes[i].field == TL_PROJECT_SOLUTION_TYPE);
      check_decision (session, passes[i].title);
      g_assert_cmpstr (tl_history_get_undo_label (tl_session_get_history (session)), ==,
                       passes[i].label);
      tl_session_undo (session);
      after = ui_plan_dump (session);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_no_reason (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *project = ui_plan_get (session, "p1");
  TlValue value = tl_value_from_choice (TL_SOLUTION_COURSE);
  g_autofree char *before = ui_plan_dump (session);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (
      tl_command_pass_gate (session, project, TL_PROJECT_SOLUTION_TYPE, &value, " \n", &error));
  g_assert_error (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_GATE);
  after = ui_plan_dump (session);
  g_assert_cmpstr (after, ==, before);
}

/* The gap was analysed while somebody thought of a reason: none is needed, and none is kept. */
static void
test_pass_open (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *project = open_gate (session);
  TlValue value = tl_value_from_choice (TL_SOLUTION_COURSE);

  g_assert_true (
      tl_command_pass_gate (session, project, TL_PROJECT_SOLUTION_TYPE, &value, "Now", NULL));
  g_assert_cmpuint (tl_workspace_get_n_items (get_workspace (session), TL_KIND_DECISION), ==, 0);
}

/* What was named early keeps its day when it is only named otherwise. */
static void
test_renamed (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *project = ui_plan_get (session, "p1");
  TlDate early = tl_date_from_ymd (2024, 1, 1);

  tl_workspace_set_choice (get_workspace (session), project, TL_PROJECT_SOLUTION_TYPE,
                           TL_SOLUTION_COURSE, NULL);
  tl_workspace_set_date (get_workspace (session), project, TL_PROJECT_SOLUTION_CHOSEN, early, NULL);
  g_assert_true (set_choice (session, project, TL_PROJECT_SOLUTION_TYPE, TL_SOLUTION_TOOL, NULL));
  g_assert_cmpuint (tl_item_get_date (project, TL_PROJECT_SOLUTION_CHOSEN), ==, early);
}

/* Many cells at once are told the same, and the day goes along with what is taken. */
static void
test_cells (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *known = open_gate (session);
  TlItem *unknown = ui_plan_get (session, "p2");
  g_autoptr (TlCellEdits) edits = tl_cell_edits_new (session, TL_KIND_PROJECT);
  TlValue value = tl_value_from_choice (TL_SOLUTION_COURSE);

  tl_cell_edits_begin_row (edits, unknown);
  tl_cell_edits_set (edits, TL_PROJECT_SOLUTION_TYPE, &value, "Course");
  tl_cell_edits_begin_row (edits, known);
  tl_cell_edits_set (edits, TL_PROJECT_SOLUTION_TYPE, &value, "Course");
  tl_cell_edits_check (edits);
  g_assert_cmpuint (tl_cell_edits_get_n_refusals (edits), ==, 1);
  g_assert_true (g_str_has_prefix (tl_cell_edits_get_refusal (edits, 0)->reason,
                                   "Too early to name a solution without a reason."));
  g_assert_true (tl_cell_edits_apply (edits, "Fill", TRUE));
  g_assert_false (tl_item_is_set (unknown, TL_PROJECT_SOLUTION_TYPE));
  g_assert_cmpuint (tl_item_get_date (known, TL_PROJECT_SOLUTION_CHOSEN), ==,
                    tl_date_parse (UI_PLAN_TODAY));
}

/* Merging goes through the gate like everything else. The other project has a solution, chosen on
 * a day, and is live; the one that stays has neither, and is what the gap is known of or not. */
static const struct
{
  const char *name;
  gboolean is_known;
  int own; /* the solution of the project that stays */
  int type;
  int status;
  const char *chosen;
  const char *noted;
} merges[] = {
  { "shut", FALSE, TL_CHOICE_NONE, TL_CHOICE_NONE, TL_STATUS_LIVE, NULL, "Solution Type: Course" },
  { "shut-undecided", FALSE, TL_SOLUTION_UNDECIDED, TL_SOLUTION_UNDECIDED, TL_STATUS_LIVE, NULL,
    "Solution Type: Course" },
  { "open", TRUE, TL_CHOICE_NONE, TL_SOLUTION_COURSE, TL_STATUS_LIVE, "2024-05-01", NULL },
  { "open-undecided", TRUE, TL_SOLUTION_UNDECIDED, TL_SOLUTION_COURSE, TL_STATUS_LIVE, "2024-05-01",
    NULL },
  { "named", FALSE, TL_SOLUTION_TOOL, TL_SOLUTION_TOOL, TL_CHOICE_NONE, NULL, "Status: Live" },
};

static void
test_merge (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (TlSession) session = ui_plan_new ();
  TlWorkspace *workspace = get_workspace (session);
  TlItem *kept = merges[index].is_known ? open_gate (session) : ui_plan_get (session, "p1");
  TlItem *other = ui_plan_get (session, "p2");
  const char *notes;
  g_autoptr (GError) error = NULL;

  tl_workspace_set (workspace, kept, TL_PROJECT_STATUS, &TL_VALUE_INIT, NULL);
  if (merges[index].own != TL_CHOICE_NONE)
    tl_workspace_set_choice (workspace, kept, TL_PROJECT_SOLUTION_TYPE, merges[index].own, NULL);
  tl_workspace_set_choice (workspace, other, TL_PROJECT_SOLUTION_TYPE, TL_SOLUTION_COURSE, NULL);
  tl_workspace_set_date (workspace, other, TL_PROJECT_SOLUTION_CHOSEN, tl_date_parse ("2024-05-01"),
                         NULL);
  g_assert_true (tl_command_merge (session, kept, other, TL_MERGE_KEEP, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tl_item_get_choice (kept, TL_PROJECT_SOLUTION_TYPE), ==, merges[index].type);
  g_assert_cmpint (tl_item_get_choice (kept, TL_PROJECT_STATUS), ==, merges[index].status);
  g_assert_cmpuint (tl_item_get_date (kept, TL_PROJECT_SOLUTION_CHOSEN), ==,
                    merges[index].chosen != NULL ? tl_date_parse (merges[index].chosen)
                                                 : TL_DATE_NONE);
  notes = tl_item_get_text (kept, TL_ITEM_NOTES);
  g_assert_nonnull (notes);
  if (merges[index].noted != NULL)
    g_assert_nonnull (strstr (notes, merges[index].noted));
  else
    g_assert_null (strstr (notes, "Solution Type"));
}

/* What hangs on an item. */

static void
add_cause (TlSession *session)
{
  TlItem *cause = tl_command_add_cause (session, ui_plan_get (session, "o1"), NULL);

  g_assert_cmpstr (tl_item_get_title (cause), ==, "New cause");
  g_assert_true (tl_item_get_ref (cause, TL_CAUSE_OBJECTIVE) == ui_plan_get (session, "o1"));
  g_assert_cmpuint (tl_item_get_date (cause, TL_CAUSE_RECORDED_ON), ==,
                    tl_date_parse (UI_PLAN_TODAY));
}

static void
add_measure (TlSession *session)
{
  TlItem *measure = tl_command_add_measure (session, ui_plan_get (session, "g1"), "Wins");

  g_assert_true (tl_item_get_ref (measure, TL_MEASURE_OF) == ui_plan_get (session, "g1"));
  g_assert_cmpint (tl_item_get_choice (measure, TL_MEASURE_CATEGORY), ==, TL_MEASURE_OUTCOME);
}

static void
agree (TlSession *session)
{
  TlItem *link = ui_plan_get (session, "l1");

  g_assert_true (tl_command_agree (session, link, NULL));
  g_assert_cmpint (tl_item_get_choice (link, TL_LINK_STATUS), ==, TL_LINK_STATUS_AGREED);
  g_assert_cmpuint (tl_item_get_date (link, TL_LINK_AGREED_ON), ==, tl_date_parse (UI_PLAN_TODAY));
}

static const struct
{
  const char *name;
  void (*run) (TlSession *session);
  const char *label;
} steps[] = {
  { "add-cause", add_cause, "Add Cause" },
  { "add-measure", add_measure, "Add Measure" },
  { "agree", agree, "Agree on Link" },
};

static void
test_step (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (TlSession) session = ui_plan_new ();
  g_autofree char *before = ui_plan_dump (session);
  g_autofree char *after = NULL;

  steps[index].run (session);
  g_assert_cmpstr (tl_history_get_undo_label (tl_session_get_history (session)), ==,
                   steps[index].label);
  tl_session_undo (session);
  after = ui_plan_dump (session);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (tl_history_can_undo (tl_session_get_history (session)));
}

static void
test_addressed (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *project = ui_plan_get (session, "p1");
  TlItem *first = tl_command_add_cause (session, ui_plan_get (session, "o1"), "One");
  TlItem *second = tl_command_add_cause (session, ui_plan_get (session, "o1"), "Two");
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GPtrArray) left = NULL;

  g_assert_true (tl_command_set_addressed (session, project, first, TRUE, NULL));
  g_assert_true (tl_command_set_addressed (session, project, second, TRUE, NULL));
  g_assert_true (tl_command_set_addressed (session, project, second, TRUE, NULL));
  both = tl_item_dup_refs (project, TL_PROJECT_ADDRESSES);
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_true (tl_command_set_addressed (session, project, first, FALSE, NULL));
  left = tl_item_dup_refs (project, TL_PROJECT_ADDRESSES);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_true (left->pdata[0] == second);
  tl_session_undo (session);
  g_assert_cmpstr (tl_history_get_undo_label (tl_session_get_history (session)), ==,
                   "Address a Cause");
}

static void
test_read_only (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *project = ui_plan_get (session, "p1");
  TlItem *cause = tl_command_add_cause (session, ui_plan_get (session, "o1"), "One");
  TlValue value = tl_value_from_choice (TL_SOLUTION_COURSE);
  g_autofree char *before = ui_plan_dump (session);
  g_autofree char *after = NULL;

  tl_workspace_set_read_only (get_workspace (session), TRUE);
  g_assert_null (tl_command_add_cause (session, ui_plan_get (session, "o1"), NULL));
  g_assert_null (tl_command_add_measure (session, project, NULL));
  g_assert_false (tl_command_set_addressed (session, project, cause, TRUE, NULL));
  g_assert_false (tl_command_agree (session, ui_plan_get (session, "l1"), NULL));
  g_assert_false (
      tl_command_pass_gate (session, project, TL_PROJECT_SOLUTION_TYPE, &value, "Now", NULL));
  after = ui_plan_dump (session);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gate/open", test_open);
  g_test_add_func ("/gate/back-to-neutral", test_back_to_neutral);
  g_test_add_func ("/gate/shut", test_shut);
  g_test_add_func ("/gate/approving", test_approving);
  g_test_add_func ("/gate/pass", test_pass);
  g_test_add_func ("/gate/no-reason", test_no_reason);
  g_test_add_func ("/gate/pass-open", test_pass_open);
  g_test_add_func ("/gate/renamed", test_renamed);
  g_test_add_func ("/gate/cells", test_cells);
  for (guint i = 0; i < G_N_ELEMENTS (merges); i++)
    {
      g_autofree char *path = g_strconcat ("/gate/merge/", merges[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_merge);
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *path = g_strconcat ("/parts/step/", steps[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_step);
    }
  g_test_add_func ("/parts/addressed", test_addressed);
  g_test_add_func ("/parts/read-only", test_read_only);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands.h"
#include "ui-plan.h"

/* What the session has said last. */
typedef struct
{
  char *text;
  gboolean can_undo;
  guint n;
} Said;

static void
said_cb (Said *said, const char *text, gboolean can_undo)
{
  g_free (said->text);
  said->text = g_strdup (text);
  said->can_undo = can_undo;
  said->n++;
}

static GPtrArray *
collect (TlSession *session, const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);
  GPtrArray *items = g_ptr_array_new ();

  for (GStrv id = list; *id != NULL; id++)
    g_ptr_array_add (items, ui_plan_get (session, *id));
  return items;
}

/* Every command is one step: undo leads back to what was, redo to what became. */

static void
add_person (TlSession *session)
{
  tl_command_add (session, TL_KIND_PERSON, "Jo");
}

static void
add_goal (TlSession *session)
{
  tl_command_add_goal (session, NULL);
}

static void
add_objective (TlSession *session)
{
  tl_command_add_objective (session, ui_plan_get (session, "g2"), "Talks are good");
}

static void
add_project (TlSession *session)
{
  tl_command_add_project (session, ui_plan_get (session, "o2"), "Partner days");
}

static void
rename_goal (TlSession *session)
{
  tl_command_rename (session, ui_plan_get (session, "g1"), "  Win\nmore ", NULL);
}

static void
delete_one (TlSession *session)
{
  g_autoptr (GPtrArray) items = collect (session, "p1");

  tl_command_delete (session, items);
}

static void
delete_mixture (TlSession *session)
{
  g_autoptr (GPtrArray) items = collect (session, "g1 p1 l1 p1 pat");

  tl_command_delete (session, items);
}

static void
delete_link (TlSession *session)
{
  g_autoptr (GPtrArray) items = collect (session, "l1");

  tl_command_delete (session, items);
}

static void
link_project (TlSession *session)
{
  tl_command_link (session, ui_plan_get (session, "p2"), ui_plan_get (session, "o3"), NULL);
}

static void
set_strength (TlSession *session)
{
  tl_command_set_strength (session, ui_plan_get (session, "l1"), TL_STRENGTH_WEAK, NULL);
}

static void
stop_project (TlSession *session)
{
  tl_command_stop (session, ui_plan_get (session, "p2"), NULL);
}

static void
set_field (TlSession *session)
{
  TlValue value = tl_value_from_number (12);

  tl_command_set_field (session, ui_plan_get (session, "p2"), TL_PROJECT_EFFORT, &value, NULL);
}

static const struct
{
  const char *name;
  void (*run) (TlSession *session);
  const char *label;
  const char *said;
} steps[] = {
  { "add-person", add_person, "Add Person", NULL },
  { "add-goal", add_goal, "Add Goal", NULL },
  { "add-objective", add_objective, "Add Objective", NULL },
  { "add-project", add_project, "Add Project", NULL },
  { "rename", rename_goal, "Rename Goal", NULL },
  { "delete-one", delete_one, "Delete Project", "Deleted “Story training”" },
  { "delete-mixture", delete_mixture, "Delete 4 Items", "Deleted 4 items" },
  { "delete-link", delete_link, "Remove Link", "Removed the link" },
  { "link", link_project, "Link Project", "Linked to “Managers hold talks”" },
  { "strength", set_strength, "Change Strength", NULL },
  { "stop", stop_project, "Stop Project", "Stopped “Coaching for managers”" },
  { "set-field", set_field, "Change Effort", NULL },
};

static void
test_step (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (TlSession) session = ui_plan_new ();
  TlHistory *history = tl_session_get_history (session);
  g_autofree char *before = ui_plan_dump (session);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  Said said = { NULL, FALSE, 0 };

  g_signal_connect_swapped (session, "said", G_CALLBACK (said_cb), &said);
  steps[index].run (session);
  after = ui_plan_dump (session);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpstr (tl_history_get_undo_label (history), ==, steps[index].label);
  g_assert_cmpstr (said.text, ==, steps[index].said);
  g_assert_cmpint (said.can_undo, ==, steps[index].said != NULL);

  tl_session_undo (session);
  undone = ui_plan_dump (session);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (tl_history_can_undo (history));

  tl_session_redo (session);
  redone = ui_plan_dump (session);
  g_assert_cmpstr (redone, ==, after);
  g_free (said.text);
}

static void
test_new_goal (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *goal = tl_command_add_goal (session, "   ");

  g_assert_cmpstr (tl_item_get_title (goal), ==, "New goal");
  g_assert_cmpfloat (tl_item_get_number (goal, TL_GOAL_PRIORITY), ==, 3);
  g_assert_cmpuint (tl_item_get_date (goal, TL_ITEM_CREATED), ==, tl_date_parse (UI_PLAN_TODAY));
}

static void
test_new_objective (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *goal = ui_plan_get (session, "g2");
  TlItem *objective = tl_command_add_objective (session, goal, NULL);

  g_assert_true (tl_item_get_ref (objective, TL_OBJECTIVE_GOAL) == goal);
  g_assert_true (tl_alignment_is_active_objective (tl_session_get_alignment (session), objective));
  objective = tl_command_add_objective (session, NULL, NULL);
  g_assert_null (tl_item_get_ref (objective, TL_OBJECTIVE_GOAL));
}

static void
test_new_project (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *target = ui_plan_get (session, "o2");
  TlItem *project = tl_command_add_project (session, target, "Partner days");
  TlField field;
  TlItem *link = tl_item_get_referrer (project, 0, &field);

  g_assert_cmpint (tl_item_get_choice (project, TL_PROJECT_STATUS), ==, TL_STATUS_ANALYSIS);
  g_assert_cmpint (tl_item_get_choice (project, TL_PROJECT_ORIGIN), ==, TL_ORIGIN_PROACTIVE);
  g_assert_false (tl_item_is_set (project, TL_PROJECT_WORK_CATEGORY));
  g_assert_true (tl_item_get_ref (link, TL_LINK_TARGET) == target);
  g_assert_cmpint (tl_item_get_choice (link, TL_LINK_STRENGTH), ==, TL_STRENGTH_MEDIUM);
  g_assert_cmpint (tl_item_get_choice (link, TL_LINK_STATUS), ==, TL_LINK_STATUS_PROPOSED);
  g_assert_true (tl_item_is_set (link, TL_ITEM_CREATED));
  g_assert_true (tl_alignment_is_aligned (tl_session_get_alignment (session), project));
}

static void
test_rename_refuses_nothing (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *goal = ui_plan_get (session, "g1");
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_command_rename (session, goal, " \n ", &error));
  g_assert_error (error, TL_COMMAND_ERROR, TL_COMMAND_ERROR_TITLE);
  g_assert_cmpstr (tl_item_get_title (goal), ==, "Win new customers");
  g_assert_true (tl_command_rename (session, goal, " Win \n again", NULL));
  g_assert_cmpstr (tl_item_get_title (goal), ==, "Win again");
}

/* Deleting nothing says nothing, and leaves no step. */
static void
test_delete_nothing (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  Said said = { NULL, FALSE, 0 };

  g_signal_connect_swapped (session, "said", G_CALLBACK (said_cb), &said);
  g_ptr_array_add (items, tl_workspace_get_root (tl_session_get_workspace (session)));
  tl_command_delete (session, items);
  g_assert_cmpuint (said.n, ==, 0);
  g_assert_false (tl_history_can_undo (tl_session_get_history (session)));
}

static const struct
{
  const char *from;
  const char *to;
  int code; /* -1: they can be linked */
} pairs[] = {
  { "p2", "o3", -1 },
  { "o3", "p2", -1 },
  { "p2", "g1", -1 },
  { "p1", "o2", -1 },
  { "p1", "o1", TL_COMMAND_ERROR_LINKED },
  { "o1", "p1", TL_COMMAND_ERROR_LINKED },
  { "p1", "o4", TL_COMMAND_ERROR_CLOSED },
  { "p1", "p2", TL_COMMAND_ERROR_KIND },
  { "g1", "o1", TL_COMMAND_ERROR_KIND },
  { "p1", "pat", TL_COMMAND_ERROR_KIND },
};

static void
test_can_link (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (TlSession) session = ui_plan_new ();
      TlItem *from = ui_plan_get (session, pairs[i].from);
      TlItem *to = ui_plan_get (session, pairs[i].to);
      g_autoptr (GError) error = NULL;
      gboolean can_link = tl_command_can_link (session, from, to);
      TlItem *link = tl_command_link (session, from, to, &error);

      g_test_message ("%s to %s", pairs[i].from, pairs[i].to);
      g_assert_cmpint (can_link, ==, pairs[i].code == -1);
      g_assert_cmpint (link != NULL, ==, can_link);
      if (!can_link)
        g_assert_error (error, TL_COMMAND_ERROR, pairs[i].code);
    }
}

/* What is typed in a row is one step; what comes after a pause is another. */
static void
test_typing (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *project = ui_plan_get (session, "p2");

  for (int days = 1; days <= 3; days++)
    {
      TlValue value = tl_value_from_number (days);

      g_assert_true (tl_command_set_field (session, project, TL_PROJECT_EFFORT, &value, NULL));
      if (days == 2)
        tl_history_seal (tl_session_get_history (session));
    }
  tl_session_undo (session);
  g_assert_cmpfloat (tl_item_get_number (project, TL_PROJECT_EFFORT), ==, 2);
  tl_session_undo (session);
  g_assert_cmpfloat (tl_item_get_number (project, TL_PROJECT_EFFORT), ==, 5);
}

static void
test_read_only (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  g_autofree char *before = ui_plan_dump (session);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  tl_workspace_set_read_only (tl_session_get_workspace (session), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    steps[i].run (session);
  after = ui_plan_dump (session);
  g_assert_cmpstr (before, ==, after);
  g_assert_null (
      tl_command_link (session, ui_plan_get (session, "p2"), ui_plan_get (session, "o3"), &error));
  g_assert_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_READ_ONLY);
}

/* The objective comes between the project and the goal, and the link keeps what it says. */
static void
test_write_objective (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *project = ui_plan_get (session, "p2");
  TlItem *goal = ui_plan_get (session, "g2");
  TlItem *link = tl_command_link (session, project, goal, NULL);
  TlItem *objective;

  tl_command_set_strength (session, link, TL_STRENGTH_STRONG, NULL);
  objective = tl_command_write_objective (session, project, "Talks happen");
  g_assert_true (tl_item_get_ref (objective, TL_OBJECTIVE_GOAL) == goal);
  g_assert_true (tl_item_get_ref (link, TL_LINK_TARGET) == objective);
  g_assert_cmpint (tl_item_get_choice (link, TL_LINK_STRENGTH), ==, TL_STRENGTH_STRONG);
  tl_session_undo (session);
  g_assert_true (tl_item_get_ref (link, TL_LINK_TARGET) == goal);
  g_assert_null (tl_command_write_objective (session, ui_plan_get (session, "p1"), NULL));
}

static const struct
{
  const char *id;
  const char *words;
} descriptions[] = {
  { "p1", "Project, Story training, serves 1 objective" },
  { "p2", "Project, Coaching for managers, not aligned: serves no objective" },
  { "p3", "Project, Fire safety, demanded by a rule, serves no objective" },
  { "o1", "Objective, Sellers tell the story, of the goal Win new customers, supported by 1 "
          "project" },
  { "o2", "Objective, Partners sell with us, of the goal Win new customers, nothing supports it" },
  { "o4", "Objective, The old one, status: Met" },
  { "g1", "Goal, Win new customers, rank 1, 1 of 2 objectives supported" },
  { "l1", "Link, Story training serves Sellers tell the story, strength: Strong" },
  { "pat", "Person, Pat" },
};

static void
test_describe (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();

  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    {
      g_autofree char *words
          = tl_item_describe (session, ui_plan_get (session, descriptions[i].id));

      g_assert_cmpstr (words, ==, descriptions[i].words);
    }
}

static void
test_describe_standings (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlItem *project = ui_plan_get (session, "p2");
  g_autofree char *goal_only = NULL;
  g_autofree char *stopped = NULL;

  tl_command_link (session, project, ui_plan_get (session, "g1"), NULL);
  goal_only = tl_item_describe (session, project);
  g_assert_cmpstr (goal_only, ==,
                   "Project, Coaching for managers, not aligned: serves a goal but no objective");
  tl_command_stop (session, project, NULL);
  stopped = tl_item_describe (session, project);
  g_assert_cmpstr (stopped, ==, "Project, Coaching for managers, status: Stopped, not counted");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *path = g_strconcat ("/commands/step/", steps[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_step);
    }
  g_test_add_func ("/commands/new-goal", test_new_goal);
  g_test_add_func ("/commands/new-objective", test_new_objective);
  g_test_add_func ("/commands/new-project", test_new_project);
  g_test_add_func ("/commands/rename-refuses-nothing", test_rename_refuses_nothing);
  g_test_add_func ("/commands/delete-nothing", test_delete_nothing);
  g_test_add_func ("/commands/can-link", test_can_link);
  g_test_add_func ("/commands/typing", test_typing);
  g_test_add_func ("/commands/read-only", test_read_only);
  g_test_add_func ("/commands/write-objective", test_write_objective);
  g_test_add_func ("/commands/describe", test_describe);
  g_test_add_func ("/commands/describe-standings", test_describe_standings);
  return g_test_run ();
}

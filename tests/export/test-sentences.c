/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "export-plan.h"
#include "tl-pack-sentences.h"

/* A plan in a few numbers: a goal, its objectives, and projects; aligned ones serve the first
 * objectives in turn. */
typedef struct
{
  guint n_goals; /* the objectives belong to the first */
  guint n_objectives;
  guint n_aligned;
  guint n_stray;
  double days;   /* of each project; 0 for none recorded */
  double weight; /* of each goal; 0 for none recorded */
  int role;      /* of learning, in all goals */
} Plan;

typedef char *(*Say) (const TlPack *pack);

static TlWorkspace *
create_workspace (const Plan *plan)
{
  TlWorkspace *workspace = tl_workspace_new ();
  g_autoptr (GPtrArray) objectives = g_ptr_array_new ();
  TlItem *first = NULL;

  for (guint i = 0; i < plan->n_goals; i++)
    {
      g_autofree char *title = g_strdup_printf ("Goal %u", i + 1);
      TlItem *goal = export_plan_add_goal (workspace, title, plan->weight);

      export_plan_set_choice (goal, TL_GOAL_ROLE, plan->role);
      first = first != NULL ? first : goal;
    }
  for (guint i = 0; i < plan->n_objectives; i++)
    g_ptr_array_add (objectives, export_plan_add_objective (first, "Objective"));
  for (guint i = 0; i < plan->n_aligned; i++)
    export_plan_link (export_plan_add_project (workspace, "Project", plan->days),
                      g_ptr_array_index (objectives, i % objectives->len));
  for (guint i = 0; i < plan->n_stray; i++)
    export_plan_add_project (workspace, "Stray", plan->days);
  return workspace;
}

static char *
say (const Plan *plan, Say function)
{
  g_autoptr (TlWorkspace) workspace = create_workspace (plan);
  g_autoptr (TlAnalysis) analysis = export_plan_analyse (workspace);
  TlPack pack = {
    .analysis = analysis,
    .workspace = workspace,
    .alignment = tl_analysis_get_alignment (analysis),
    .figures = tl_analysis_get_figures (analysis),
  };

  return function (&pack);
}

/* Each row: the plan, who speaks, and a part of what has to be said. */
static void
test_sentences (void)
{
  static const struct
  {
    Plan plan;
    Say say;
    const char *part;
  } cases[] = {
    { { 0 }, tl_pack_say_alignment, "No project is under way" },
    { { 1, 1, 1, 0 }, tl_pack_say_alignment, "the 1 project under way serves" },
    { { 1, 1, 5, 0 }, tl_pack_say_alignment, "all 5 projects" },
    { { 1, 1, 0, 3 }, tl_pack_say_alignment, "none of the 3 projects" },
    { { 1, 1, 19, 1 }, tl_pack_say_alignment, "serves the strategy: 19 of 20" },
    { { 1, 1, 8, 2 }, tl_pack_say_alignment, "watching: 8 of 10" },
    { { 1, 1, 5, 5 }, tl_pack_say_alignment, "decisions: only 5 of 10" },

    { { 0 }, tl_pack_say_goals, "No goal is active" },
    { { 2, .role = TL_ROLE_NO }, tl_pack_say_goals, "no role in the 2 active goals" },
    { { 1, 1, 1 }, tl_pack_say_goals, "the 1 goal in which" },
    { { 2 }, tl_pack_say_goals, "any of the 2 goals" },
    { { 2, 1, 1 },
      tl_pack_say_goals,
      "1 of 2 goals in which it may have a role; nothing supports "
      "“Goal 2”" },
    { { 4, 1, 1 }, tl_pack_say_goals, "the first without support is “Goal 2”" },

    { { 1 }, tl_pack_say_map, "No objective is active" },
    { { 1, 2, 2 }, tl_pack_say_map, "tray of unaligned work is empty" },
    { { 1, 2, 2, 1 }, tl_pack_say_map, "1 project in the tray serves none" },
    { { 1, 2, 2, 3 }, tl_pack_say_map, "3 projects in the tray serve none" },
    { { 1, 5, 2 }, tl_pack_say_map, "3 of 5 active objectives have no project" },
    { { 1, 5, 2, 4 }, tl_pack_say_map, "3 of 5 active objectives lack a project, and 4 projects" },

    { { 0 }, tl_pack_say_effort, "Without active goals" },
    { { 1, 1, 1, 0 }, tl_pack_say_effort, "No days are recorded" },
    { { 1, 1, 0, 2, 5 }, tl_pack_say_effort, "None of the recorded days" },
    { { 1, 1, 2, 0, 5 }, tl_pack_say_effort, "no weights" },
    { { 1, 1, 2, 0, 5, 100 }, tl_pack_say_effort, "follows priority" },
    { { 2, 1, 2, 0, 5, 50 },
      tl_pack_say_effort,
      "“Goal 1” has more than its weight, “Goal 2” less" },

    { { 1, 1, 0, 2, 0 }, tl_pack_say_findings, "open points are urgent" },
    { { 1, 1, 0, 2, 7 }, tl_pack_say_findings, "would free 14 days" },

    { { 0 }, tl_pack_say_rate, "No project is in intake" },
    { { 1, 1, 1, 1 }, tl_pack_say_rate, "1 of 2 projects serve" },
    { { 1, 1, 1, 1 }, tl_pack_say_effort_rate, "No project has days" },
    { { 1, 1, 1, 1, 5 }, tl_pack_say_effort_rate, "5 of 10 days go to aligned" },
    { { 0 }, tl_pack_say_coverage, "no active goal" },
    { { 2, 1, 1 }, tl_pack_say_coverage, "no weights" },
    { { 2, 1, 1, 0, 0, 50 }, tl_pack_say_coverage, "1 of 2 goals" },
    { { 1, 1, 1 }, tl_pack_say_unaligned, "No project lies in the tray" },
    { { 1, 1, 0, 1 }, tl_pack_say_unaligned, "days are not recorded" },
    { { 1, 1, 1, 1, 5 }, tl_pack_say_unaligned, "50\xe2\x80\xaf% of the effort" },
    { { 1, 1, 1, 1, 5 }, tl_pack_say_focus, "needs days" },
    { { 1, 1, 1, 1, 5, 100 }, tl_pack_say_focus, "would have to move" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = say (&cases[i].plan, cases[i].say);

      if (strstr (sentence, cases[i].part) == NULL)
        g_error ("Row %u: “%s” does not say “%s”", i, sentence, cases[i].part);
    }
}

/* A plan in order has nothing to find. */
static void
test_no_findings (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAnalysis) analysis = export_plan_analyse (workspace);
  TlPack pack = { .analysis = analysis, .figures = tl_analysis_get_figures (analysis) };
  g_autofree char *sentence = tl_pack_say_findings (&pack);

  g_assert_cmpuint (tl_analysis_get_n_findings (analysis), ==, 0);
  g_assert_nonnull (strstr (sentence, "Nothing is open"));
}

static void
test_answers (void)
{
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  TlPack pack = {
    .analysis = analysis,
    .workspace = tl_analysis_get_workspace (analysis),
    .alignment = tl_analysis_get_alignment (analysis),
    .figures = tl_analysis_get_figures (analysis),
  };
  g_autoptr (GPtrArray) answers = tl_pack_list_answers (&pack);
  g_autoptr (TlWorkspace) empty = tl_workspace_new ();
  g_autoptr (TlAnalysis) of_empty = export_plan_analyse (empty);
  g_autoptr (GPtrArray) none = NULL;

  g_assert_cmpuint (answers->len, ==, 6);
  g_assert_nonnull (strstr (g_ptr_array_index (answers, 0), "14 of 28"));
  pack.analysis = of_empty;
  pack.workspace = empty;
  pack.alignment = tl_analysis_get_alignment (of_empty);
  pack.figures = tl_analysis_get_figures (of_empty);
  none = tl_pack_list_answers (&pack);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack-sentences/table", test_sentences);
  g_test_add_func ("/pack-sentences/no-findings", test_no_findings);
  g_test_add_func ("/pack-sentences/answers", test_answers);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-stage-steps.h"
#include "ui-plan.h"
#include "ui-sample.h"

static const TlStageStep *
get_step (GPtrArray *steps, guint index)
{
  g_assert_cmpuint (index, <, steps->len);
  return steps->pdata[index];
}

static void
test_plan (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  g_autoptr (GPtrArray) steps = tl_stage_steps_new (tl_session_get_analysis (session));
  static const struct
  {
    TlStageScene scene;
    const char *id;
    const char *heading;
    const char *lead;
    const char *text;
  } rows[] = {
    { TL_STAGE_GOALS, NULL, "2 goals, in order of priority", NULL, "Everyone can build." },
    { TL_STAGE_GOAL, "g1", "1. Win new customers", "Pat · weight 60 %",
      "Learning serves 1 of its 2 objectives, with 100 % of the effort." },
    { TL_STAGE_GOAL, "g2", "2. Keep our people", "No owner · weight 40 %",
      "No learning serves its 1 objective." },
    { TL_STAGE_TRAY, NULL, "1 project serves no objective", "5 days of work, 33 % of all",
      "For each: link it, return it to analysis, redirect it or stop it." },
    { TL_STAGE_FIGURES, NULL, "1 of 3 projects are aligned", NULL, NULL },
  };

  g_assert_cmpuint (steps->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TlStageStep *step = get_step (steps, i);

      g_assert_cmpint (step->scene, ==, rows[i].scene);
      g_assert_cmpstr (step->id, ==, rows[i].id);
      g_assert_cmpstr (step->heading, ==, rows[i].heading);
      g_assert_cmpstr (step->lead, ==, rows[i].lead);
      g_assert_cmpstr (step->text, ==, rows[i].text);
    }
}

static void
test_sample (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  g_autoptr (GPtrArray) steps = tl_stage_steps_new (tl_session_get_analysis (session));
  g_autoptr (GPtrArray) figures = tl_stage_figures_new (tl_session_get_analysis (session));
  const TlStageFigure *rate = figures->pdata[0];

  g_assert_cmpuint (steps->len, ==, 11);
  g_assert_cmpstr (get_step (steps, 9)->heading, ==, "13 projects serve no objective");
  g_assert_cmpstr (get_step (steps, 10)->heading, ==, "29 of 45 projects are aligned");
  g_assert_cmpuint (figures->len, ==, 4);
  g_assert_cmpstr (rate->value, ==, "64\u202f%");
  g_assert_cmpstr (rate->text, ==, "▲ Act");
}

/* An empty plan can be presented, too, and a plan without stray work has no step for it. */
static void
test_empty (void)
{
  g_autoptr (TlDocument) document = tl_document_new ();
  g_autoptr (TlSession) session = tl_session_new (document);
  g_autoptr (GPtrArray) steps = tl_stage_steps_new (tl_session_get_analysis (session));
  g_autoptr (GPtrArray) figures = tl_stage_figures_new (tl_session_get_analysis (session));

  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpint (get_step (steps, 0)->scene, ==, TL_STAGE_GOALS);
  g_assert_cmpint (get_step (steps, 1)->scene, ==, TL_STAGE_FIGURES);
  g_assert_cmpstr (((TlStageFigure *) figures->pdata[0])->value, ==, "–");
}

/* Ratings of a partner are nobody's business but the planner's. */
static void
test_nothing_private (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlWorkspace *workspace = tl_session_get_workspace (session);
  g_autoptr (GPtrArray) steps = NULL;

  tl_workspace_set_text (workspace, ui_plan_get (session, "pat"), TL_PERSON_EVIDENCE, "Secret",
                         NULL);
  tl_workspace_set_text (workspace, ui_plan_get (session, "pat"), TL_PERSON_NEXT_STEP, "Secret",
                         NULL);
  tl_workspace_set_text (workspace, ui_plan_get (session, "g1"), TL_ITEM_NOTES, "Secret", NULL);
  steps = tl_stage_steps_new (tl_session_get_analysis (session));
  for (guint i = 0; i < steps->len; i++)
    {
      const TlStageStep *step = get_step (steps, i);

      g_assert_null (strstr (step->heading, "Secret"));
      g_assert_true (step->lead == NULL || strstr (step->lead, "Secret") == NULL);
      g_assert_true (step->text == NULL || strstr (step->text, "Secret") == NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/stage-steps/plan", test_plan);
  g_test_add_func ("/ui/stage-steps/sample", test_sample);
  g_test_add_func ("/ui/stage-steps/empty", test_empty);
  g_test_add_func ("/ui/stage-steps/nothing-private", test_nothing_private);
  return g_test_run ();
}

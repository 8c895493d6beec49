/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-parts-desk.h"
#include "tl-parts.h"
#include "ui-sample.h"
#include "ui-widgets.h"

static TlPart *
find_part (TlPart *root, const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (root->parts)); i++)
    {
      g_autoptr (TlPart) part = g_list_model_get_item (G_LIST_MODEL (root->parts), i);

      if (g_str_equal (part->key, key))
        return part;
    }
  return NULL;
}

static guint
count (TlPart *part)
{
  return g_list_model_get_n_items (G_LIST_MODEL (part->parts));
}

static void
set (TlSession *session, const char *id, TlField field, int choice)
{
  g_assert_true (tl_workspace_set_choice (tl_session_get_workspace (session),
                                          ui_sample_get (session, id), field, choice, NULL));
}

/* The largest project that is called strategic, answered mark by mark. */
static void
test_marks (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  const TlField marks[] = { TL_PROJECT_WHOLE_ORGANISATION, TL_PROJECT_LONG_TERM,
                            TL_PROJECT_MULTIPLE_SOLUTIONS, TL_PROJECT_SOLUTION_NEUTRAL };
  const char *id = "P10";
  TlParts parts;
  TlPart *heading;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    set (session, id, marks[i], TL_TRI_NO);
  set (session, id, TL_PROJECT_WORK_CATEGORY, TL_WORK_STRATEGIC);
  parts = tl_parts_of_mix (session);
  heading = find_part (parts.root, "too-high");
  g_assert_nonnull (heading);
  g_assert_nonnull (find_part (heading, id));
  g_assert_cmpstr (find_part (heading, id)->action, ==, "part.call-tactical::P10");
  tl_parts_clear (&parts);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    set (session, id, marks[i], TL_TRI_YES);
  set (session, id, TL_PROJECT_WORK_CATEGORY, TL_WORK_TACTICAL);
  parts = tl_parts_of_mix (session);
  heading = find_part (parts.root, "too-low");
  g_assert_nonnull (heading);
  g_assert_cmpstr (find_part (heading, id)->action, ==, "part.call-strategic::P10");
  tl_parts_clear (&parts);
}

/* The figures of the sample, as an independent program has them. */
static void
test_mix (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlParts parts = tl_parts_of_mix (session);
  TlPart *strategic = find_part (parts.root, "mix-strategic");

  g_assert_cmpfloat_with_epsilon (strategic->share, 410. / 1546, 1e-6);
  g_assert_cmpfloat_with_epsilon (strategic->mark, .25, 1e-9);
  g_assert_null (strategic->note);
  g_assert_cmpstr (strategic->number, ==, "410 days · 27\u202f%");
  g_assert_cmpuint (count (find_part (parts.root, "automate")), <=, 5);
  tl_parts_clear (&parts);

  tl_workspace_set_number (tl_session_get_workspace (session),
                           tl_workspace_get_settings (tl_session_get_workspace (session)),
                           TL_SETTINGS_STRATEGIC_SHARE, 30, NULL);
  parts = tl_parts_of_mix (session);
  g_assert_nonnull (find_part (parts.root, "mix-strategic")->note);
  tl_parts_clear (&parts);
}

/* Goals by rank, with what pulls into them; those that differ too much can be changed at once. */
static void
test_effort (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlParts parts = tl_parts_of_effort (session);
  guint n_flagged = 0;

  g_assert_cmpuint (count (parts.root), ==, 8);
  for (guint i = 0; i < count (parts.root); i++)
    {
      g_autoptr (TlPart) part = g_list_model_get_item (G_LIST_MODEL (parts.root->parts), i);

      g_assert_cmpuint (part->rank, ==, i + 1);
      /* The third goal and the sixth are those that no project serves. */
      g_assert_true ((count (part) == 0) == (i == 2 || i == 5));
      g_assert_true ((part->note != NULL) == (part->action != NULL));
      n_flagged += part->note != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_flagged, ==,
                    tl_analysis_count (tl_session_get_analysis (session), tl_rule_find ("ALN-09")));
  g_assert_cmpuint (count (find_part (parts.root, "G1")), >, 0);
  tl_parts_clear (&parts);
}

static void
test_nothing_recorded (void)
{
  g_autoptr (TlDocument) document = tl_document_new ();
  g_autoptr (TlSession) session = tl_session_new (document);
  TlParts mix = tl_parts_of_mix (session);
  TlParts effort = tl_parts_of_effort (session);

  g_assert_nonnull (strstr (mix.headline, "No days"));
  g_assert_nonnull (strstr (effort.headline, "cannot be compared"));
  g_assert_cmpuint (count (effort.root), ==, 0);
  tl_parts_clear (&mix);
  tl_parts_clear (&effort);
}

/* What a part says is brought up to date where it stands, so that what is open stays open. */
static void
test_update_keeps_parts (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlParts before = tl_parts_of_effort (session);
  TlPart *goal = find_part (before.root, "G1");
  guint n_pulls = count (goal);
  TlParts after;

  ui_sample_link (session, "P17", "G1-2");
  after = tl_parts_of_effort (session);
  tl_part_update (before.root, after.root);
  g_assert_true (find_part (before.root, "G1") == goal);
  g_assert_cmpuint (count (goal), ==, n_pulls + 1);
  tl_parts_clear (&before);
  tl_parts_clear (&after);
}

/* In a window: everything has a name, and the button does what it says, which can be undone. */
static void
test_desk (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  GtkWidget *desk = tl_parts_desk_new ("mix");
  GtkWidget *window;
  TlItem *project = ui_sample_get (session, "P10");
  g_autofree char *unnamed = NULL;

  set (session, "P10", TL_PROJECT_WHOLE_ORGANISATION, TL_TRI_NO);
  set (session, "P10", TL_PROJECT_LONG_TERM, TL_TRI_NO);
  set (session, "P10", TL_PROJECT_WORK_CATEGORY, TL_WORK_STRATEGIC);
  tl_desk_set_session (TL_DESK (desk), session);
  window = ui_window_new (desk);
  ui_settle ();
  unnamed = ui_find_unnamed (window);
  g_assert_cmpstr (unnamed, ==, NULL);

  gtk_widget_activate_action (desk, "part.call-tactical", "s", "P10");
  g_assert_cmpint (tl_item_get_choice (project, TL_PROJECT_WORK_CATEGORY), ==, TL_WORK_TACTICAL);
  ui_settle ();
  tl_session_undo (session);
  g_assert_cmpint (tl_item_get_choice (project, TL_PROJECT_WORK_CATEGORY), ==, TL_WORK_STRATEGIC);
  ui_settle ();
  ui_window_close (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  g_test_add_func ("/parts/marks", test_marks);
  g_test_add_func ("/parts/mix", test_mix);
  g_test_add_func ("/parts/effort", test_effort);
  g_test_add_func ("/parts/nothing-recorded", test_nothing_recorded);
  g_test_add_func ("/parts/update-keeps-parts", test_update_keeps_parts);
  g_test_add_func ("/parts/desk", test_desk);
  return g_test_run ();
}

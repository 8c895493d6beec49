/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands-practice.h"
#include "tl-paragraph.h"
#include "tl-part-row.h"
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
  heading = ui_parts_find (parts.root, "too-high");
  g_assert_nonnull (heading);
  g_assert_nonnull (ui_parts_find (heading, id));
  g_assert_cmpstr (ui_parts_find (heading, id)->actions[0].name, ==, "part.call-tactical::P10");
  tl_parts_clear (&parts);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    set (session, id, marks[i], TL_TRI_YES);
  set (session, id, TL_PROJECT_WORK_CATEGORY, TL_WORK_TACTICAL);
  parts = tl_parts_of_mix (session);
  heading = ui_parts_find (parts.root, "too-low");
  g_assert_nonnull (heading);
  g_assert_cmpstr (ui_parts_find (heading, id)->actions[0].name, ==, "part.call-strategic::P10");
  tl_parts_clear (&parts);
}

/* The figures of the sample, as an independent program has them. */
static void
test_mix (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlParts parts = tl_parts_of_mix (session);
  TlPart *strategic = ui_parts_find (parts.root, "mix-strategic");

  g_assert_cmpfloat_with_epsilon (strategic->share, 410. / 1546, 1e-6);
  g_assert_cmpfloat_with_epsilon (strategic->mark, .25, 1e-9);
  g_assert_null (strategic->note);
  g_assert_cmpstr (strategic->number, ==, "410 days · 27\u202f%");
  g_assert_cmpuint (ui_parts_count (ui_parts_find (parts.root, "automate")), <=, 5);
  tl_parts_clear (&parts);

  tl_workspace_set_number (tl_session_get_workspace (session),
                           tl_workspace_get_settings (tl_session_get_workspace (session)),
                           TL_SETTINGS_STRATEGIC_SHARE, 30, NULL);
  parts = tl_parts_of_mix (session);
  g_assert_nonnull (ui_parts_find (parts.root, "mix-strategic")->note);
  tl_parts_clear (&parts);
}

/* Goals by rank, with what pulls into them; those that differ too much can be changed at once. */
static void
test_effort (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlParts parts = tl_parts_of_effort (session);
  guint n_flagged = 0;

  g_assert_cmpuint (ui_parts_count (parts.root), ==, 8);
  for (guint i = 0; i < ui_parts_count (parts.root); i++)
    {
      g_autoptr (TlPart) part = g_list_model_get_item (G_LIST_MODEL (parts.root->parts), i);

      g_assert_cmpuint (part->rank, ==, i + 1);
      /* The third goal and the sixth are those that no project serves. */
      g_assert_true ((ui_parts_count (part) == 0) == (i == 2 || i == 5));
      g_assert_true ((part->note != NULL) == (part->actions[0].name != NULL));
      n_flagged += part->note != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_flagged, ==,
                    tl_analysis_count (tl_session_get_analysis (session), tl_rule_find ("ALN-09")));
  g_assert_cmpuint (ui_parts_count (ui_parts_find (parts.root, "G1")), >, 0);
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
  g_assert_cmpuint (ui_parts_count (effort.root), ==, 0);
  tl_parts_clear (&mix);
  tl_parts_clear (&effort);
}

static TlItem *
add (TlSession *session, TlKind kind, const char *id, const char *title)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlItem *item = tl_workspace_add (workspace, kind, id, TL_POSITION_END, NULL);

  g_assert_true (tl_workspace_set_text (workspace, item, TL_ITEM_TITLE, title, NULL));
  return item;
}

/* Long ago: more than two of the usual cadences. */
static TlDate
get_day (TlSession *session)
{
  return tl_analysis_get_today (tl_session_get_analysis (session)) - 200;
}

/* A leader who owns the first goal, meets two tests, and has long not been spoken to. */
static TlItem *
add_leader (TlSession *session)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlItem *leader = add (session, TL_KIND_PERSON, "W1", "Maria");
  const TlField tests[] = { TL_PERSON_OWNS_GOAL, TL_PERSON_HAS_STAKE, TL_PERSON_HAS_AUTHORITY,
                            TL_PERSON_HAS_RESOURCES };
  const TlField ratings[] = { TL_PERSON_ACCESS, TL_PERSON_CREDIBILITY, TL_PERSON_TRUST };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    set (session, "W1", tests[i], i < 2 ? TL_TRI_YES : TL_TRI_NO);
  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    tl_workspace_set_number (workspace, leader, ratings[i], 2, NULL);
  tl_workspace_set_date (workspace, leader, TL_PERSON_LAST_CONTACT, get_day (session), NULL);
  tl_workspace_set_ref (workspace, ui_sample_get (session, "G1"), TL_GOAL_OWNER, leader, NULL);
  return leader;
}

static void
test_partners (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlItem *leader = add_leader (session);
  TlParts parts = tl_parts_of_partners (session);
  TlPart *goal = ui_parts_find (ui_parts_find (parts.root, "goals"), "G1");
  TlPart *quiet = ui_parts_find (parts.root, "quiet");

  /* Two of four tests, ratings of two, and quiet for more than two cadences: 100/2 · 2/4 / 2. */
  g_assert_cmpfloat_with_epsilon (goal->share, .125, 1e-9);
  g_assert_nonnull (goal->note);
  g_assert_nonnull (ui_parts_find (ui_parts_find (parts.root, "talks"), "W1"));
  g_assert_nonnull (ui_parts_find (quiet, "W1"));
  tl_parts_clear (&parts);

  g_assert_true (tl_command_record_talk (session, leader, NULL));
  parts = tl_parts_of_partners (session);
  quiet = ui_parts_find (parts.root, "quiet");
  g_assert_true (quiet == NULL || ui_parts_find (quiet, "W1") == NULL);
  tl_parts_clear (&parts);
  tl_session_undo (session);
  g_assert_cmpint (tl_item_get_date (leader, TL_PERSON_LAST_CONTACT), ==, get_day (session));
}

/* What was heard, from the note to its use, and back. */
static void
test_insights (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlItem *insight = tl_command_add_insight (session, "No time to practise");
  TlItem *goal = ui_sample_get (session, "G1");
  TlItem *objective = ui_sample_get (session, "G1-2");
  guint n_causes = tl_workspace_get_n_items (workspace, TL_KIND_CAUSE);
  TlParts parts = tl_parts_of_insights (session);
  TlItem *cause;

  g_assert_nonnull (ui_parts_find (ui_parts_find (parts.root, "unused"), tl_item_get_id (insight)));
  g_assert_nonnull (ui_parts_find (ui_parts_find (parts.root, "silent"), "G1"));
  tl_parts_clear (&parts);

  g_assert_true (tl_command_attach_insight (session, insight, goal, NULL));
  g_assert_true (tl_command_attach_insight (session, insight, goal, NULL));
  g_assert_cmpuint (g_strv_length ((char **) tl_item_get_words (insight, TL_INSIGHT_ABOUT)), ==, 1);
  parts = tl_parts_of_insights (session);
  g_assert_null (ui_parts_find (ui_parts_find (parts.root, "silent"), "G1"));
  tl_parts_clear (&parts);

  cause = tl_command_use_insight (session, insight, objective, NULL);
  g_assert_nonnull (cause);
  g_assert_cmpstr (tl_item_get_title (cause), ==, "No time to practise");
  g_assert_true (tl_item_get_ref (cause, TL_CAUSE_OBJECTIVE) == objective);
  g_assert_true (tl_item_get_ref (insight, TL_INSIGHT_PROMOTED_TO) == cause);
  parts = tl_parts_of_insights (session);
  g_assert_null (ui_parts_find (parts.root, "unused"));
  g_assert_nonnull (ui_parts_find (ui_parts_find (parts.root, "used"), tl_item_get_id (insight)));
  tl_parts_clear (&parts);

  tl_session_undo (session);
  g_assert_cmpuint (tl_workspace_get_n_items (workspace, TL_KIND_CAUSE), ==, n_causes);
  g_assert_null (tl_item_get_ref (insight, TL_INSIGHT_PROMOTED_TO));

  g_assert_true (tl_command_use_insight (session, insight, goal, NULL) == goal);
  g_assert_cmpuint (tl_workspace_get_n_items (workspace, TL_KIND_CAUSE), ==, n_causes);
}

static gboolean
is_part_row (GtkWidget *widget, gpointer title)
{
  return TL_IS_PARAGRAPH (widget) && gtk_widget_get_mapped (widget)
         && g_str_equal (tl_paragraph_get_text (TL_PARAGRAPH (widget)), title);
}

/* A heading that comes into being while the desk is looked at is open, as those from before are. */
static void
test_new_heading_is_open (void)
{
  g_autoptr (TlDocument) document = tl_document_new ();
  g_autoptr (TlSession) session = tl_session_new (document);
  GtkWidget *desk = tl_parts_desk_new ("insights");
  GtkWidget *window;

  tl_desk_set_session (TL_DESK (desk), session);
  window = ui_window_new (desk);
  ui_settle ();
  tl_command_add_insight (session, "No time to practise");
  ui_settle ();
  g_assert_nonnull (ui_find (window, is_part_row, (gpointer) "No time to practise"));
  ui_window_close (window);
}

/* With nothing to show a desk says what to do first, and has the way to it. */
static void
test_nothing_to_show (gconstpointer subject)
{
  g_autoptr (TlDocument) document = tl_document_new ();
  g_autoptr (TlSession) session = tl_session_new (document);
  GtkWidget *desk = tl_parts_desk_new (subject);
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *entry;
  GtkWidget *button;
  g_autofree char *unnamed = NULL;

  tl_desk_set_session (TL_DESK (desk), session);
  window = ui_window_new (desk);
  ui_settle ();
  page = ui_find_type (window, ADW_TYPE_STATUS_PAGE);
  entry = ui_find_type (window, GTK_TYPE_ENTRY);
  button = ui_find_type (page, GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_cmpuint (strlen (adw_status_page_get_title (ADW_STATUS_PAGE (page))), >, 0);
  g_assert_cmpuint (strlen (adw_status_page_get_description (ADW_STATUS_PAGE (page))), >, 0);
  g_assert_true ((entry != NULL && gtk_widget_get_mapped (entry))
                 || (button != NULL && gtk_widget_get_mapped (button)));
  unnamed = ui_find_unnamed (window);
  g_assert_cmpstr (unnamed, ==, NULL);
  ui_window_close (window);
}

/* A document that cannot be changed refuses, with a reason, and stays as it is. */
static void
test_read_only (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlItem *leader = add_leader (session);
  TlItem *insight = tl_command_add_insight (session, "Heard");
  g_autoptr (GError) error = NULL;

  tl_workspace_set_read_only (tl_session_get_workspace (session), TRUE);
  g_assert_false (tl_command_record_talk (session, leader, &error));
  g_assert_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (
      tl_command_use_insight (session, insight, ui_sample_get (session, "G1-2"), &error));
  g_assert_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_READ_ONLY);
}

/* What a part says is brought up to date where it stands, so that what is open stays open. */
static void
test_update_keeps_parts (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlParts before = tl_parts_of_effort (session);
  TlPart *goal = ui_parts_find (before.root, "G1");
  guint n_pulls = ui_parts_count (goal);
  TlParts after;

  ui_sample_link (session, "P17", "G1-2");
  after = tl_parts_of_effort (session);
  tl_part_update (before.root, after.root);
  g_assert_true (ui_parts_find (before.root, "G1") == goal);
  g_assert_cmpuint (ui_parts_count (goal), ==, n_pulls + 1);
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

static void
test_desks_have_names (gconstpointer subject)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  GtkWidget *desk = tl_parts_desk_new (subject);
  GtkWidget *window;
  g_autofree char *unnamed = NULL;

  add_leader (session);
  tl_command_add_insight (session, "Heard");
  tl_desk_set_session (TL_DESK (desk), session);
  window = ui_window_new (desk);
  ui_settle ();
  unnamed = ui_find_unnamed (window);
  g_assert_cmpstr (unnamed, ==, NULL);
  tl_desk_set_session (TL_DESK (desk), NULL);
  ui_settle ();
  ui_window_close (window);
}

/* From right to left nothing warns, and the words stay within the desk. */
static void
test_mirrored (gconstpointer subject)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  GtkWidget *desk = tl_parts_desk_new (subject);
  GtkWidget *window;
  GtkWidget *row;
  graphene_rect_t bounds;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  add_leader (session);
  tl_command_add_insight (session, "Heard");
  tl_desk_set_session (TL_DESK (desk), session);
  window = ui_window_new (desk);
  ui_settle ();
  row = ui_find_type (window, TL_TYPE_PART_ROW);
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_compute_bounds (row, desk, &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (desk));
  ui_window_close (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  static const char *const subjects[]
      = { "requests", "discovery", "partners", "mix", "insights", "effort" };

  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  g_test_add_func ("/parts/marks", test_marks);
  g_test_add_func ("/parts/mix", test_mix);
  g_test_add_func ("/parts/effort", test_effort);
  g_test_add_func ("/parts/partners", test_partners);
  g_test_add_func ("/parts/insights", test_insights);
  g_test_add_func ("/parts/new-heading-is-open", test_new_heading_is_open);
  g_test_add_func ("/parts/read-only", test_read_only);
  g_test_add_func ("/parts/nothing-recorded", test_nothing_recorded);
  g_test_add_func ("/parts/update-keeps-parts", test_update_keeps_parts);
  g_test_add_func ("/parts/desk", test_desk);
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autofree char *path = g_strconcat ("/parts/nothing-to-show/", subjects[i], NULL);

      g_test_add_data_func (path, subjects[i], test_nothing_to_show);
    }
  for (guint i = 1; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autofree char *path = g_strconcat ("/parts/mirrored/", subjects[i], NULL);

      g_test_add_data_func (path, subjects[i], test_mirrored);
    }
  g_test_add_data_func ("/parts/desks/discovery", "discovery", test_desks_have_names);
  g_test_add_data_func ("/parts/desks/effort", "effort", test_desks_have_names);
  g_test_add_data_func ("/parts/desks/insights", "insights", test_desks_have_names);
  g_test_add_data_func ("/parts/desks/mix", "mix", test_desks_have_names);
  g_test_add_data_func ("/parts/desks/partners", "partners", test_desks_have_names);
  return g_test_run ();
}

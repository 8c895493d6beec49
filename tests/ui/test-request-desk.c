/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands-practice.h"
#include "tl-commands-request.h"
#include "tl-match-row.h"
#include "tl-request-desk.h"
#include "tl-request-page.h"
#include "ui-sample.h"
#include "ui-widgets.h"

typedef struct
{
  TlSession *session;
  TlWorkspace *workspace;
  TlItem *request;
  TlItem *solution;
} Fixture;

static TlItem *
add (TlWorkspace *workspace, TlKind kind, const char *id, const char *title)
{
  TlItem *item = tl_workspace_add (workspace, kind, id, TL_POSITION_END, NULL);

  g_assert_true (tl_workspace_set_text (workspace, item, TL_ITEM_TITLE, title, NULL));
  return item;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *const audience[] = { "account executives", NULL };
  TlItem *person;

  fixture->session = ui_sample_open ();
  fixture->workspace = tl_session_get_workspace (fixture->session);
  person = add (fixture->workspace, TL_KIND_PERSON, "W1", "Maria");
  fixture->solution = add (fixture->workspace, TL_KIND_SOLUTION, "S1", "Discount toolkit");
  tl_workspace_set_text (fixture->workspace, fixture->solution, TL_SOLUTION_ADDRESS,
                         "https://example.org/discount", NULL);
  tl_workspace_set_ref (fixture->workspace, fixture->solution, TL_SOLUTION_OWNER, person, NULL);
  tl_workspace_set_words (fixture->workspace, fixture->solution, TL_SOLUTION_AUDIENCE, audience,
                          NULL);
  fixture->request = tl_command_add_request (fixture->session, "A course on giving discount");
  tl_workspace_set_ref (fixture->workspace, fixture->request, TL_REQUEST_REQUESTER, person, NULL);
  tl_workspace_set_words (fixture->workspace, fixture->request, TL_REQUEST_AUDIENCE, audience,
                          NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->session);
}

static const char *
get_answer (Fixture *fixture)
{
  const char *answer = tl_item_get_text (fixture->request, TL_REQUEST_ANSWER);

  return answer != NULL ? answer : "";
}

/* Each way to answer writes an answer of its own, which names who asked and what helps, is dated,
 * and goes with one undo. */
static void
test_outcomes (Fixture *fixture, gconstpointer data)
{
  const int outcomes[] = { TL_OUTCOME_POINT, TL_OUTCOME_GUIDE, TL_OUTCOME_EQUIP,
                           TL_OUTCOME_DISCOVER, TL_OUTCOME_DECLINE };
  g_autoptr (GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      TlItem *help = outcomes[i] != TL_OUTCOME_DISCOVER ? fixture->solution : NULL;

      g_assert_true (
          tl_command_answer_request (fixture->session, fixture->request, outcomes[i], help, NULL));
      g_assert_cmpint (tl_item_get_choice (fixture->request, TL_REQUEST_OUTCOME), ==, outcomes[i]);
      g_assert_cmpint (tl_item_get_date (fixture->request, TL_REQUEST_DECIDED_ON), ==,
                       tl_analysis_get_today (tl_session_get_analysis (fixture->session)));
      g_assert_nonnull (strstr (get_answer (fixture), "Maria"));
      g_assert_nonnull (strstr (get_answer (fixture), "A course on giving discount"));
      g_assert_true ((strstr (get_answer (fixture), "https://example.org/discount") != NULL)
                     == (help != NULL));
      g_assert_true (g_hash_table_add (answers, g_strdup (get_answer (fixture))));
      tl_session_undo (fixture->session);
      g_assert_cmpstr (get_answer (fixture), ==, "");
      g_assert_cmpint (tl_item_get_choice (fixture->request, TL_REQUEST_OUTCOME), ==,
                       TL_OUTCOME_OPEN);
    }
}

/* Somebody's own words are never replaced; what was proposed is. */
static void
test_own_words_stay (Fixture *fixture, gconstpointer data)
{
  tl_command_answer_request (fixture->session, fixture->request, TL_OUTCOME_GUIDE, NULL, NULL);
  g_assert_true (tl_request_is_answer_proposed (fixture->request));
  tl_command_answer_request (fixture->session, fixture->request, TL_OUTCOME_POINT,
                             fixture->solution, NULL);
  g_assert_nonnull (strstr (get_answer (fixture), "exists already"));

  tl_workspace_set_text (fixture->workspace, fixture->request, TL_REQUEST_ANSWER, "Mine", NULL);
  g_assert_false (tl_request_is_answer_proposed (fixture->request));
  tl_command_answer_request (fixture->session, fixture->request, TL_OUTCOME_EQUIP, NULL, NULL);
  g_assert_cmpstr (get_answer (fixture), ==, "Mine");
  g_assert_true (tl_command_reopen_request (fixture->session, fixture->request, NULL));
  g_assert_cmpstr (get_answer (fixture), ==, "Mine");
  g_assert_false (tl_item_is_set (fixture->request, TL_REQUEST_DECIDED_ON));

  tl_workspace_set_text (fixture->workspace, fixture->request, TL_REQUEST_ANSWER, "", NULL);
  tl_command_answer_request (fixture->session, fixture->request, TL_OUTCOME_EQUIP, NULL, NULL);
  tl_command_reopen_request (fixture->session, fixture->request, NULL);
  g_assert_cmpstr (get_answer (fixture), ==, "");
}

/* Discovery makes a project without a solution that knows where it comes from. */
static void
test_promote (Fixture *fixture, gconstpointer data)
{
  guint n = tl_workspace_get_n_items (fixture->workspace, TL_KIND_PROJECT);
  TlItem *project = tl_command_promote_request (fixture->session, fixture->request, NULL);

  g_assert_nonnull (project);
  g_assert_cmpstr (tl_item_get_title (project), ==, "A course on giving discount");
  g_assert_cmpint (tl_item_get_choice (project, TL_PROJECT_STATUS), ==, TL_STATUS_ANALYSIS);
  g_assert_cmpint (tl_item_get_choice (project, TL_PROJECT_ORIGIN), ==, TL_ORIGIN_REQUEST);
  g_assert_cmpstr (tl_item_get_words (project, TL_PROJECT_AUDIENCE)[0], ==, "account executives");
  g_assert_true (tl_item_get_ref (project, TL_PROJECT_REQUESTER)
                 == tl_item_get_ref (fixture->request, TL_REQUEST_REQUESTER));
  g_assert_true (tl_item_get_ref (fixture->request, TL_REQUEST_PROJECT) == project);
  g_assert_cmpint (tl_item_get_choice (fixture->request, TL_REQUEST_OUTCOME), ==,
                   TL_OUTCOME_DISCOVER);
  tl_session_undo (fixture->session);
  g_assert_cmpuint (tl_workspace_get_n_items (fixture->workspace, TL_KIND_PROJECT), ==, n);
  g_assert_null (tl_item_get_ref (fixture->request, TL_REQUEST_PROJECT));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tl_workspace_set_read_only (fixture->workspace, TRUE);
  g_assert_false (tl_command_answer_request (fixture->session, fixture->request, TL_OUTCOME_GUIDE,
                                             NULL, &error));
  g_assert_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (tl_command_promote_request (fixture->session, fixture->request, &error));
  g_assert_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_READ_ONLY);
}

static gboolean
is_first_match (GtkWidget *widget, gpointer data)
{
  return TL_IS_MATCH_ROW (widget);
}

/* From the list to the answer, by the actions that buttons and keys name. */
static void
test_desk (Fixture *fixture, gconstpointer data)
{
  GtkWidget *desk = tl_request_desk_new ();
  g_autofree char *unnamed = NULL;
  GtkWidget *window;
  GtkWidget *page;

  tl_desk_set_session (TL_DESK (desk), fixture->session);
  window = ui_window_new (desk);
  ui_settle ();
  gtk_widget_activate_action (desk, "request.open", "s", tl_item_get_id (fixture->request));
  ui_settle ();
  page = ui_find_type (desk, TL_TYPE_REQUEST_PAGE);
  g_assert_true (tl_request_page_get_request (TL_REQUEST_PAGE (page)) == fixture->request);
  g_assert_nonnull (ui_find (page, is_first_match, NULL));
  unnamed = ui_find_unnamed (window);
  g_assert_cmpstr (unnamed, ==, NULL);

  gtk_widget_activate_action (page, "request.point", "s", "S1");
  g_assert_cmpint (tl_item_get_choice (fixture->request, TL_REQUEST_OUTCOME), ==, TL_OUTCOME_POINT);
  gtk_widget_activate_action (page, "request.outcome", "s", "decline");
  g_assert_cmpint (tl_item_get_choice (fixture->request, TL_REQUEST_OUTCOME), ==,
                   TL_OUTCOME_DECLINE);
  gtk_widget_activate_action (page, "request.outcome", "s", "decline");
  g_assert_cmpint (tl_item_get_choice (fixture->request, TL_REQUEST_OUTCOME), ==, TL_OUTCOME_OPEN);
  ui_settle ();

  /* What is gone is shown no longer. */
  tl_workspace_remove (fixture->workspace, fixture->request);
  ui_settle ();
  g_assert_null (tl_request_page_get_request (TL_REQUEST_PAGE (page)));
  ui_window_close (window);
}

static gboolean
is_match_for (GtkWidget *widget, gpointer title)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_ancestor (widget, TL_TYPE_MATCH_ROW) != NULL
         && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), title) == 0;
}

/* The project that a request became is no match for it, and the keyboard is still on the page when
 * the button that was used is of no more use. */
static void
test_promoted (Fixture *fixture, gconstpointer data)
{
  GtkWidget *desk = tl_request_desk_new ();
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *button;

  tl_desk_set_session (TL_DESK (desk), fixture->session);
  window = ui_window_new (desk);
  ui_settle ();
  gtk_widget_activate_action (desk, "request.open", "s", tl_item_get_id (fixture->request));
  ui_settle ();
  page = ui_find_type (desk, TL_TYPE_REQUEST_PAGE);
  button = ui_find_button (page, "Start Discovery");
  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
  g_assert_nonnull (tl_item_get_ref (fixture->request, TL_REQUEST_PROJECT));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), page));
  tl_request_page_show (TL_REQUEST_PAGE (page), fixture->session, fixture->request);
  ui_settle ();
  g_assert_null (ui_find (page, is_match_for, (gpointer) tl_item_get_title (fixture->request)));
  ui_window_close (window);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  ADD ("/requests/outcomes", test_outcomes);
  ADD ("/requests/own-words-stay", test_own_words_stay);
  ADD ("/requests/promote", test_promote);
  ADD ("/requests/promoted", test_promoted);
  ADD ("/requests/read-only", test_read_only);
  ADD ("/requests/desk", test_desk);
  return g_test_run ();
}

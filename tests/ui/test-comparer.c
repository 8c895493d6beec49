/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-comparer.h"
#include "ui-sample.h"

/* Pairs of projects come from a thread: the last question alone is answered, and the findings stay
 * as steady meanwhile as they can. */

typedef struct
{
  guint n_compared;
  guint64 revision; /* of the last answer */
  guint n_pairs;
} Heard;

static void
compared_cb (TlComparer *comparer, TlDuplicates *duplicates, gpointer user_data)
{
  Heard *heard = user_data;

  heard->n_compared++;
  heard->revision = tl_duplicates_get_revision (duplicates);
  heard->n_pairs = tl_duplicates_get_n_pairs (duplicates);
}

static TlWorkspace *
make_plan (guint n_projects)
{
  TlWorkspace *workspace = tl_workspace_new ();

  for (guint i = 0; i < n_projects; i++)
    {
      TlItem *project = tl_workspace_add (workspace, TL_KIND_PROJECT, NULL, TL_POSITION_END, NULL);

      tl_workspace_set_choice (workspace, project, TL_PROJECT_STATUS, TL_STATUS_LIVE, NULL);
      tl_workspace_set_text (workspace, project, TL_ITEM_TITLE, "Coaching", NULL);
    }
  return workspace;
}

static void
ask (TlComparer *comparer, TlWorkspace *workspace)
{
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);

  tl_comparer_compare (comparer, alignment);
}

static void
wait_until_working (TlComparer *comparer)
{
  while (!tl_comparer_is_working (comparer))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_until_idle (TlComparer *comparer)
{
  while (tl_comparer_is_busy (comparer))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_answers (void)
{
  g_autoptr (TlWorkspace) workspace = make_plan (3);
  g_autoptr (TlComparer) comparer = tl_comparer_new ();
  Heard heard = { 0 };

  g_signal_connect (comparer, "compared", G_CALLBACK (compared_cb), &heard);
  g_assert_false (tl_comparer_is_busy (comparer));
  ask (comparer, workspace);
  g_assert_true (tl_comparer_is_busy (comparer));
  g_assert_false (tl_comparer_is_working (comparer));
  wait_until_idle (comparer);
  g_assert_cmpuint (heard.n_compared, ==, 1);
  g_assert_cmpuint (heard.n_pairs, ==, 3);
}

/* What is asked while a thread is at work makes its answer nobody's. */
static void
test_drops_stale (void)
{
  g_autoptr (TlWorkspace) workspace = make_plan (3);
  g_autoptr (TlComparer) comparer = tl_comparer_new ();
  Heard heard = { 0 };

  g_signal_connect (comparer, "compared", G_CALLBACK (compared_cb), &heard);
  ask (comparer, workspace);
  wait_until_working (comparer);
  tl_workspace_remove (workspace, tl_workspace_get_item (workspace, TL_KIND_PROJECT, 0));
  ask (comparer, workspace);
  wait_until_idle (comparer);
  g_assert_cmpuint (heard.n_compared, ==, 1);
  g_assert_cmpuint (heard.revision, ==, tl_workspace_get_revision (workspace));
  g_assert_cmpuint (heard.n_pairs, ==, 1);
}

/* Many questions in a row are one. */
static void
test_waits_for_a_pause (void)
{
  g_autoptr (TlWorkspace) workspace = make_plan (2);
  g_autoptr (TlComparer) comparer = tl_comparer_new ();
  Heard heard = { 0 };

  g_signal_connect (comparer, "compared", G_CALLBACK (compared_cb), &heard);
  for (guint i = 0; i < 20; i++)
    ask (comparer, workspace);
  wait_until_idle (comparer);
  g_assert_cmpuint (heard.n_compared, ==, 1);
}

/* In the middle of a gesture nothing begins. */
static void
test_waits_for_a_transaction (void)
{
  g_autoptr (TlWorkspace) workspace = make_plan (2);
  g_autoptr (TlComparer) comparer = tl_comparer_new ();
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
  Heard heard = { 0 };

  g_signal_connect (comparer, "compared", G_CALLBACK (compared_cb), &heard);
  tl_workspace_begin (workspace, "Drag");
  tl_comparer_compare (comparer, alignment);
  for (guint i = 0; i < 3; i++)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_false (tl_comparer_is_working (comparer));
    }
  tl_workspace_rollback (workspace);
  wait_until_idle (comparer);
  g_assert_cmpuint (heard.n_compared, ==, 1);
}

/* It may go at any time; the thread comes to an end by itself. */
static void
test_goes_while_working (void)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (TlWorkspace) workspace = make_plan (i < 2 ? 400 : 2);
      TlComparer *comparer = tl_comparer_new ();
      Heard heard = { 0 };

      g_signal_connect (comparer, "compared", G_CALLBACK (compared_cb), &heard);
      g_object_add_weak_pointer (G_OBJECT (comparer), (gpointer *) &comparer);
      ask (comparer, workspace);
      if (i % 2 == 0)
        wait_until_working (comparer);
      g_object_unref (comparer);
      g_assert_null (comparer);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_cmpuint (heard.n_compared, ==, 0);
    }
}

/* The session. */

typedef struct
{
  guint n_edited; /* "analysed" with a transaction */
  guint n_completed;
  guint n_compared;
} Told;

static void
analysed_cb (TlSession *session, TlTransaction *transaction, gpointer user_data)
{
  Told *told = user_data;

  told->n_edited += transaction != NULL ? 1 : 0;
  told->n_completed += transaction == NULL ? 1 : 0;
}

static void
session_compared_cb (TlSession *session, gpointer user_data)
{
  ((Told *) user_data)->n_compared++;
}

static void
settle (TlSession *session)
{
  while (tl_session_is_comparing (session))
    g_main_context_iteration (NULL, TRUE);
}

static guint
count (TlSession *session)
{
  return tl_analysis_count (tl_session_get_analysis (session), tl_rule_find ("VAL-02"));
}

static guint
count_of (TlSession *session, const char *id)
{
  g_autoptr (GPtrArray) findings
      = tl_analysis_find_item (tl_session_get_analysis (session), ui_sample_get (session, id));
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (((const TlFinding *) findings->pdata[i])->rule->id, "VAL-02") ? 1 : 0;
  return n;
}

/* An edit hides the pairs of the project that it touches, and no others, until they are known
 * again. */
static void
test_findings_stay (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  Told told = { 0 };
  guint n_all, n_of_p27;

  g_signal_connect (session, "analysed", G_CALLBACK (analysed_cb), &told);
  g_signal_connect (session, "compared", G_CALLBACK (session_compared_cb), &told);
  g_assert_cmpuint (count (session), ==, 0);
  g_assert_null (tl_session_get_duplicates (session));
  settle (session);
  n_all = count (session);
  n_of_p27 = count_of (session, "P27");
  g_assert_cmpuint (n_all, >, n_of_p27);
  g_assert_cmpuint (n_of_p27, >, 0);
  g_assert_cmpuint (told.n_completed, ==, 1);
  g_assert_cmpuint (told.n_compared, ==, 1);

  tl_workspace_set_number (tl_session_get_workspace (session), ui_sample_get (session, "P27"),
                           TL_PROJECT_COST, 100, NULL);
  g_assert_cmpuint (told.n_edited, ==, 1);
  g_assert_cmpuint (count (session), ==, n_all - n_of_p27);
  g_assert_cmpuint (count_of (session, "P27"), ==, 0);
  settle (session);
  g_assert_cmpuint (count (session), ==, n_all);
  g_assert_cmpuint (told.n_completed, ==, 2);
  g_assert_cmpuint (told.n_compared, ==, 2);
}

/* When nothing has changed for the pairs, nobody is bothered. */
static void
test_no_news (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlAnalysis *analysis;
  Told told = { 0 };
  guint n;

  settle (session);
  n = count (session);
  g_signal_connect (session, "analysed", G_CALLBACK (analysed_cb), &told);
  g_signal_connect (session, "compared", G_CALLBACK (session_compared_cb), &told);
  tl_workspace_set_text (tl_session_get_workspace (session), ui_sample_get (session, "G1"),
                         TL_ITEM_TITLE, "Another", NULL);
  analysis = tl_session_get_analysis (session);
  g_assert_cmpuint (count (session), ==, n);
  settle (session);
  g_assert_true (tl_session_get_analysis (session) == analysis);
  g_assert_cmpuint (count (session), ==, n);
  g_assert_cmpuint (told.n_edited, ==, 1);
  g_assert_cmpuint (told.n_completed, ==, 0);
  g_assert_cmpuint (told.n_compared, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparer/answers", test_answers);
  g_test_add_func ("/comparer/drops-stale", test_drops_stale);
  g_test_add_func ("/comparer/waits-for-a-pause", test_waits_for_a_pause);
  g_test_add_func ("/comparer/waits-for-a-transaction", test_waits_for_a_transaction);
  g_test_add_func ("/comparer/goes-while-working", test_goes_while_working);
  g_test_add_func ("/comparer/findings-stay", test_findings_stay);
  g_test_add_func ("/comparer/no-news", test_no_news);
  return g_test_run ();
}

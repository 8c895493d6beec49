/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-save-flow.h"
#include "tl-session.h"
#include "ui-sample.h"

typedef struct
{
  guint n_analysed;
  guint n_aligned; /* as the listener found it */
  guint n_said;
  gboolean could_undo;
  char *text;
  TlItem *revealed;
} Heard;

static void
analysed_cb (TlSession *session, TlTransaction *transaction, gpointer user_data)
{
  Heard *heard = user_data;

  heard->n_analysed++;
  heard->n_aligned = tl_analysis_get_figures (tl_session_get_analysis (session))->n_aligned;
  g_assert_nonnull (transaction);
}

static void
said_cb (TlSession *session, const char *text, gboolean can_undo, gpointer user_data)
{
  Heard *heard = user_data;

  heard->n_said++;
  heard->could_undo = can_undo;
  heard->text = g_strdup (text);
}

static void
revealed_cb (TlSession *session, TlItem *item, gpointer user_data)
{
  ((Heard *) user_data)->revealed = item;
}

static guint
count (TlSession *session, const char *rule)
{
  return tl_analysis_count (tl_session_get_analysis (session), tl_rule_find (rule));
}

static void
test_follows_changes (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  Heard heard = { 0 };

  g_signal_connect (session, "analysed", G_CALLBACK (analysed_cb), &heard);
  g_assert_cmpuint (tl_analysis_get_figures (tl_session_get_analysis (session))->n_aligned, ==, 29);
  g_assert_cmpuint (count (session, "ALN-01"), ==, 12);

  ui_sample_link (session, "P17", "G1-2");
  g_assert_cmpuint (heard.n_analysed, ==, 1);
  g_assert_cmpuint (heard.n_aligned, ==, 30);
  g_assert_cmpuint (count (session, "ALN-01"), ==, 11);

  tl_session_undo (session);
  g_assert_cmpuint (heard.n_analysed, ==, 2);
  g_assert_cmpuint (heard.n_aligned, ==, 29);
  g_assert_cmpuint (count (session, "ALN-01"), ==, 12);

  tl_session_redo (session);
  g_assert_cmpuint (heard.n_aligned, ==, 30);
  tl_session_redo (session);
  g_assert_cmpuint (heard.n_analysed, ==, 3);
}

/* Whoever hears that the selection has lost an item must not find it in the analysis. */
static void
selection_changed_cb (TlSelection *selection, gpointer user_data)
{
  TlSession *session = user_data;

  g_assert_cmpuint (tl_analysis_get_figures (tl_session_get_analysis (session))->n_projects, ==,
                    51);
}

static void
test_analysis_before_selection (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlItem *project = ui_sample_get (session, "P17");

  tl_selection_select (tl_session_get_selection (session), project);
  g_signal_connect (tl_session_get_selection (session), "changed",
                    G_CALLBACK (selection_changed_cb), session);
  tl_workspace_remove (tl_session_get_workspace (session), project);
  g_assert_cmpuint (tl_selection_get_n_items (tl_session_get_selection (session)), ==, 0);
}

static void
test_reveal (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  TlItem *project = ui_sample_get (session, "P17");
  Heard heard = { 0 };

  g_signal_connect (session, "revealed", G_CALLBACK (revealed_cb), &heard);
  tl_session_reveal (session, project);
  g_assert_true (heard.revealed == project);
  g_assert_true (tl_selection_get_primary (tl_session_get_selection (session)) == project);
}

static void
test_say (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  Heard heard = { 0 };

  g_signal_connect (session, "said", G_CALLBACK (said_cb), &heard);
  tl_session_say (session, "<b>&", TRUE);
  g_assert_cmpuint (heard.n_said, ==, 1);
  g_assert_cmpstr (heard.text, ==, "<b>&");
  g_assert_true (heard.could_undo);
  g_free (heard.text);
}

static void
test_today (void)
{
  static const struct
  {
    const char *given;
    gboolean holds;
  } cases[] = { { "2025-02-28", TRUE }, { "2025-02-30", FALSE }, { "tomorrow", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlDocument) document = tl_document_new ();
      g_autoptr (TlSession) session = NULL;
      TlDate today;

      g_setenv ("THROUGHLINE_TODAY", cases[i].given, TRUE);
      session = tl_session_new (document);
      today = tl_analysis_get_today (tl_session_get_analysis (session));
      g_assert_cmpint (today == tl_date_parse (cases[i].given), ==, cases[i].holds);
      g_assert_cmpuint (today, !=, TL_DATE_NONE);
    }
}

static void
test_finalizes (void)
{
  TlSession *session = ui_sample_open ();
  TlDocument *document = g_object_ref (tl_session_get_document (session));

  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  g_object_unref (session);
  g_assert_null (session);

  /* Nothing of it hears of the document any more. */
  tl_workspace_set_text (tl_document_get_workspace (document),
                         tl_workspace_get_root (tl_document_get_workspace (document)),
                         TL_ITEM_TITLE, "Another", NULL);
  g_object_unref (document);
}

/* A name for a file, whatever the document's own is called. */
static void
test_suggested_names (void)
{
  static const struct
  {
    const char *name;
    const char *suggested;
  } cases[] = {
    { "plan.throughline.json", "plan.pdf" },
    { "plan.json", "plan.pdf" },
    { "plan", "plan.pdf" },
    { "2025.json.throughline.json", "2025.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("throughline-XXXXXX", NULL);
      g_autoptr (GFile) sample = ui_sample_get_file ();
      g_autoptr (GFile) parent = g_file_new_for_path (folder);
      g_autoptr (GFile) file = g_file_get_child (parent, cases[i].name);
      g_autoptr (TlDocument) document = NULL;
      g_autofree char *suggested = NULL;

      g_assert_true (g_file_copy (sample, file, 0, NULL, NULL, NULL, NULL));
      document = tl_document_load (file, NULL, NULL);
      suggested = tl_save_flow_suggest_name (document, ".pdf");
      g_assert_cmpstr (suggested, ==, cases[i].suggested);
      g_assert_true (g_file_delete (file, NULL, NULL));
      g_assert_true (g_file_delete (parent, NULL, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/follows-changes", test_follows_changes);
  g_test_add_func ("/session/analysis-before-selection", test_analysis_before_selection);
  g_test_add_func ("/session/reveal", test_reveal);
  g_test_add_func ("/session/say", test_say);
  g_test_add_func ("/session/today", test_today);
  g_test_add_func ("/session/suggested-names", test_suggested_names);
  g_test_add_func ("/session/finalizes", test_finalizes);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "tl-commands-silo.h"
#include "tl-divide-window.h"
#include "tl-merge-window.h"
#include "tl-silo-desk.h"
#include "tl-silo-line.h"
#include "tl-silo-page.h"
#include "tl-silo-row.h"
#include "tl-silo-term.h"
#include "tl-split-row.h"
#include "tl-together-window.h"
#include "tl-waive-window.h"
#include "ui-plan.h"
#include "ui-widgets.h"

#define NARROW_SPACE "\xe2\x80\xaf"

/* Two that are alike (P and Q), two that tell the same people different things (R and S), and two
 * of which little is known (X and Y). */
static const char plan[]
    = "{'units':[{'id':'U','title':'Sales'},{'id':'V','title':'Service'}],"
      "'goals':[{'id':'G','title':'Grow','priority':1},{'id':'H','title':'Keep','priority':2}],"
      "'objectives':[{'id':'O','title':'Renew','goal':'G'},{'id':'N','title':'Stay','goal':'H'}],"
      "'projects':["
      "{'id':'P','title':'Coaching for leads','unit':'U','status':'live','effortDays':20,"
      "'audience':['Team leads','Sales'],'topics':['coaching']},"
      "{'id':'Q','title':'Coaching for leads','unit':'V','status':'live','effortDays':8,"
      "'audience':['team leads'],'topics':['coaching']},"
      "{'id':'R','title':'Feedback days','unit':'V','status':'live',"
      "'audience':['new hires'],'topics':['feedback']},"
      "{'id':'S','title':'Plain talk','unit':'U','status':'live',"
      "'audience':['new hires'],'topics':['feedback']},"
      "{'id':'X','title':'Yearly gathering','status':'live','audience':['everyone']},"
      "{'id':'Y','title':'Yearly gathering','status':'live','audience':['everyone']}],"
      "'links':[{'id':'1','project':'P','target':'O'},{'id':'2','project':'Q','target':'O'},"
      "{'id':'3','project':'R','target':'N'},{'id':'4','project':'S','target':'O'}]}";

typedef struct
{
  TlSession *session;
  TlWorkspace *workspace;
  GtkWidget *desk;
  GtkWidget *window;
} Fixture;

static void
settle (TlSession *session)
{
  while (tl_session_is_comparing (session))
    g_main_context_iteration (NULL, TRUE);
  ui_settle ();
}

static void
open_desk (Fixture *fixture, const char *text)
{
  fixture->session = ui_plan_open (text);
  fixture->workspace = tl_session_get_workspace (fixture->session);
  fixture->desk = tl_silo_desk_new ();
  tl_desk_set_session (TL_DESK (fixture->desk), fixture->session);
  fixture->window = ui_window_new (fixture->desk);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  open_desk (fixture, plan);
  settle (fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_window_close (fixture->window);
  g_object_unref (fixture->session);
}

static gboolean
has_text (GtkWidget *widget, gpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_text (GTK_LABEL (widget)), data) != NULL;
}

static gboolean
shows (GtkWidget *root, const char *text)
{
  return ui_find (root, has_text, (gpointer) text) != NULL;
}

static TlSiloPage *
get_page (Fixture *fixture)
{
  return TL_SILO_PAGE (ui_find_type (fixture->desk, TL_TYPE_SILO_PAGE));
}

static TlSiloPage *
open_pair (Fixture *fixture, const char *id, const char *other)
{
  gtk_widget_activate_action (fixture->desk, "silo.open", "(ss)", id, other);
  ui_settle ();
  g_assert_nonnull (get_page (fixture));
  return get_page (fixture);
}

/* Presses a button on the page, which opens a window of the type. */
static GtkWidget *
press (Fixture *fixture, const char *action, GType type)
{
  GtkWidget *window;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), action, NULL));
  ui_settle ();
  window = ui_find_window (type);
  g_assert_nonnull (window);
  g_assert_null (ui_find_unnamed (window));
  return window;
}

/* What a row says of each pair, those that are most alike first. */
static void
test_words (void)
{
  static const struct
  {
    const char *ids[2];
    const char *percent;
    const char *likeness;
    const char *saving;
    const char *units;
    gboolean is_mixed;
  } rows[] = {
    { { "X", "Y" }, "100" NARROW_SPACE "%", "a hint", NULL, "Units not recorded", FALSE },
    { { "P", "Q" },
      "87" NARROW_SPACE "%",
      "very alike",
      "8 days",
      "Two units: Sales · Service",
      FALSE },
    { { "R", "S" },
      "50" NARROW_SPACE "%",
      "mixed message",
      NULL,
      "Two units: Service · Sales",
      TRUE },
  };
  g_autoptr (TlSession) session = ui_plan_open (plan);
  g_autoptr (GListStore) list = NULL;

  settle (session);
  list = tl_silo_pair_list (session);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TlSiloPair) pair = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autofree char *words = tl_silo_pair_dup_words (pair);

      g_test_message ("%s", words);
      g_assert_cmpstr (tl_item_get_id (pair->items[0]), ==, rows[i].ids[0]);
      g_assert_cmpstr (tl_item_get_id (pair->items[1]), ==, rows[i].ids[1]);
      g_assert_cmpstr (pair->percent, ==, rows[i].percent);
      g_assert_cmpstr (pair->likeness, ==, rows[i].likeness);
      g_assert_cmpstr (pair->saving, ==, rows[i].saving);
      g_assert_cmpstr (pair->units, ==, rows[i].units);
      g_assert_cmpint (pair->is_mixed, ==, rows[i].is_mixed);
      g_assert_cmpint (pair->is_duplicate, !=, rows[i].is_mixed);
      g_assert_false (pair->is_waived);
      g_assert_nonnull (strstr (words, rows[i].likeness));
    }
}

static void
waive (TlSession *session, const char *id, const char *other, const char *rule)
{
  const char *const rules[] = { rule, NULL };
  TlItem *projects[] = { ui_plan_get (session, id), ui_plan_get (session, other) };

  g_assert_true (
      tl_command_waive_pair (session, projects, rules, "Agreed", NULL, TL_DATE_NONE, NULL));
}

/* A pair that is waived is listed last, and where it is asked for. */
static void
test_filters (void)
{
  static const struct
  {
    TlSiloFilter filter;
    const char *before;
    const char *after;
  } cases[] = {
    { TL_SILO_ALL, "XY PQ RS ", "PQ RS XY " },
    { TL_SILO_ALIKE, "XY PQ ", "PQ " },
    { TL_SILO_MIXED, "RS ", "RS " },
    { TL_SILO_WAIVED, "", "XY " },
  };
  g_autoptr (TlSession) session = ui_plan_open (plan);

  settle (session);
  for (guint step = 0; step < 2; step++)
    {
      g_autoptr (GListStore) list = tl_silo_pair_list (session);

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autoptr (GString) listed = g_string_new (NULL);

          for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (list)); j++)
            {
              g_autoptr (TlSiloPair) pair = g_list_model_get_item (G_LIST_MODEL (list), j);

              if (tl_silo_pair_passes (pair, cases[i].filter))
                g_string_append_printf (listed, "%s%s ", tl_item_get_id (pair->items[0]),
                                        tl_item_get_id (pair->items[1]));
            }
          g_assert_cmpstr (listed->str, ==, step == 0 ? cases[i].before : cases[i].after);
        }
      waive (session, "X", "Y", "VAL-02");
    }
}

/* What the page says: shared things first and with a sign, each term with its part of the score,
 * and what is not recorded. */
static void
test_page (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *ids[2];
    const char *says[7];
  } cases[] = {
    { { "P", "Q" },
      { "= Team leads\nSales", "= team leads", "35 of 35 points", "12.5 of 25 points", "= Renew",
        "= Grow", "Near-duplicate" } },
    { { "R", "S" },
      { "What it tells them", "= new hires", "Objectives: nothing shared", "0 of 35 points",
        "Agree on one message", "Mixed message", "Keep" } },
    { { "X", "Y" },
      { "Objectives: not recorded for either", "not counted", "62.5 of 62.5 points",
        "37.5 of 37.5 points", "Near-duplicate", "not recorded", "= everyone" } },
  };

  g_assert_null (ui_find_unnamed (fixture->window));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlSiloPage *page = open_pair (fixture, cases[i].ids[0], cases[i].ids[1]);

      for (guint j = 0; j < G_N_ELEMENTS (cases[i].says); j++)
        if (!shows (GTK_WIDGET (page), cases[i].says[j]))
          g_error ("%s %s: “%s” is not told", cases[i].ids[0], cases[i].ids[1], cases[i].says[j]);
      g_assert_null (ui_find_unnamed (fixture->window));
      g_assert_nonnull (ui_find_type (GTK_WIDGET (page), TL_TYPE_SILO_TERM));
      g_assert_nonnull (ui_find_type (GTK_WIDGET (page), TL_TYPE_SILO_LINE));
      gtk_widget_activate_action (fixture->desk, "silo.back", NULL);
      ui_settle ();
      g_assert_null (get_page (fixture));
      g_assert_nonnull (ui_find_type (fixture->desk, TL_TYPE_SILO_ROW));
    }
}

/* What is compared anew stays where it is until it is known, and is the same row then. */
static void
test_stays (Fixture *fixture, gconstpointer data)
{
  TlSiloPage *page = open_pair (fixture, "P", "Q");
  TlSiloPair *pair = tl_silo_page_get_pair (page);

  tl_workspace_set_number (fixture->workspace, ui_plan_get (fixture->session, "P"),
                           TL_PROJECT_EFFORT, 5, NULL);
  g_assert_true (tl_session_is_comparing (fixture->session));
  g_assert_true (tl_silo_page_get_pair (page) == pair);
  settle (fixture->session);
  g_assert_true (tl_silo_page_get_pair (page) == pair);
  g_assert_cmpstr (pair->saving, ==, "5 days");
  g_assert_true (shows (GTK_WIDGET (page), "save up to 5 days"));

  /* They are alike no longer. */
  tl_workspace_set_text (fixture->workspace, ui_plan_get (fixture->session, "P"), TL_ITEM_TITLE,
                         "Discounts", NULL);
  tl_workspace_set_words (fixture->workspace, ui_plan_get (fixture->session, "P"),
                          TL_PROJECT_AUDIENCE, (const char *const[]) { "Sales", NULL }, NULL);
  tl_workspace_set_words (fixture->workspace, ui_plan_get (fixture->session, "P"),
                          TL_PROJECT_TOPICS, NULL, NULL);
  settle (fixture->session);
  g_assert_null (get_page (fixture));
  tl_session_undo (fixture->session);
  settle (fixture->session);
}

static gboolean
is_button_of (GtkWidget *widget, gpointer data)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), data) == 0;
}

/* From the two projects, the keyboard goes on in both directions. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    GtkDirectionType direction;
    guint n_steps;
    const char *action; /* of the button that has the keyboard then */
  } cases[] = {
    { GTK_DIR_TAB_FORWARD, 2, "silo.merge" },
    { GTK_DIR_TAB_BACKWARD, 3, "silo.back" },
  };

  open_pair (fixture, "P", "Q");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint j = 0; j < cases[i].n_steps; j++)
        gtk_widget_child_focus (fixture->window, cases[i].direction);
      g_assert_true (is_button_of (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                   (gpointer) cases[i].action));
    }
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = ui_plan_dump (fixture->session);
  g_autofree char *after = NULL;
  GtkWidget *window;

  open_pair (fixture, "P", "Q");
  window = press (fixture, "silo.merge", TL_TYPE_MERGE_WINDOW);
  g_assert_true (shows (window, "Effort: 20"));
  g_assert_true (shows (window, "Audience: Team leads, Sales")
                 || shows (window, "Audience: Team leads; Sales"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                   gtk_widget_get_ancestor (ui_find (window, has_text,
                                                                     (gpointer) "20 + 8 = 28"),
                                                            GTK_TYPE_CHECK_BUTTON)),
                               TRUE);
  g_assert_true (shows (window, "Effort: 28"));
  /* Showing it has changed nothing. */
  after = ui_plan_dump (fixture->session);
  g_assert_cmpstr (after, ==, before);

  gtk_widget_activate_action (window, "merge.merge", NULL);
  ui_settle ();
  g_assert_null (tl_workspace_lookup (fixture->workspace, "Q"));
  g_assert_cmpfloat (tl_item_get_number (ui_plan_get (fixture->session, "P"), TL_PROJECT_EFFORT),
                     ==, 28);
  g_assert_null (ui_find_window (TL_TYPE_MERGE_WINDOW));
  g_assert_null (get_page (fixture));

  tl_session_undo (fixture->session);
  settle (fixture->session);
  g_free (after);
  after = ui_plan_dump (fixture->session);
  g_assert_cmpstr (after, ==, before);
  open_pair (fixture, "P", "Q");
}

static TlSplitRow *
find_row (GtkWidget *window)
{
  return TL_SPLIT_ROW (ui_find_type (window, TL_TYPE_SPLIT_ROW));
}

static void
test_divide (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    TlSplit choice;
    const char *refusal; /* NULL: it is done */
  } steps[] = {
    { TL_SPLIT_BOTH, "Choose who goes to one of the two alone." },
    { TL_SPLIT_FIRST, "would be left without an audience" },
    { TL_SPLIT_SECOND, NULL },
  };
  GtkWidget *window;

  open_pair (fixture, "P", "Q");
  window = press (fixture, "silo.divide", TL_TYPE_DIVIDE_WINDOW);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      tl_split_row_set_choice (find_row (window), steps[i].choice);
      g_assert_cmpint (tl_split_row_get_choice (find_row (window)), ==, steps[i].choice);
      gtk_widget_activate_action (window, "divide.divide", NULL);
      if (steps[i].refusal != NULL)
        g_assert_true (shows (window, steps[i].refusal));
      ui_settle ();
    }
  g_assert_null (ui_find_window (TL_TYPE_DIVIDE_WINDOW));
  g_assert_cmpstr (tl_item_get_words (ui_plan_get (fixture->session, "P"), TL_PROJECT_AUDIENCE)[0],
                   ==, "Sales");
  g_assert_null (tl_item_get_words (ui_plan_get (fixture->session, "P"), TL_PROJECT_AUDIENCE)[1]);
  settle (fixture->session);
}

static gboolean
is_entry (GtkWidget *widget, gpointer data)
{
  return GTK_IS_ENTRY (widget);
}

static void
test_together (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window;
  GtkWidget *due;
  TlItem *decision;

  open_pair (fixture, "R", "S");
  window = press (fixture, "silo.together", TL_TYPE_TOGETHER_WINDOW);
  due = ui_find (window, is_entry, NULL);
  gtk_editable_set_text (GTK_EDITABLE (due), "soon");
  gtk_widget_activate_action (window, "together.add", NULL);
  g_assert_true (shows (window, "That is no day."));
  g_assert_cmpuint (tl_workspace_get_n_items (fixture->workspace, TL_KIND_DECISION), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (due), "2027-01-15");
  g_assert_false (shows (window, "That is no day."));
  gtk_widget_activate_action (window, "together.add", NULL);
  ui_settle ();
  g_assert_null (ui_find_window (TL_TYPE_TOGETHER_WINDOW));
  g_assert_cmpuint (tl_workspace_get_n_items (fixture->workspace, TL_KIND_DECISION), ==, 1);
  decision = tl_workspace_get_item (fixture->workspace, TL_KIND_DECISION, 0);
  g_assert_cmpint (tl_item_get_date (decision, TL_DECISION_DUE), ==,
                   tl_date_from_ymd (2027, 1, 15));
  tl_session_undo (fixture->session);
  g_assert_cmpuint (tl_workspace_get_n_items (fixture->workspace, TL_KIND_DECISION), ==, 0);
}

static gboolean
is_text (GtkWidget *widget, gpointer data)
{
  return GTK_IS_TEXT_VIEW (widget);
}

/* Waived with a reason, it stays as such and can be withdrawn. */
static void
test_waive (Fixture *fixture, gconstpointer data)
{
  TlSiloPage *page = open_pair (fixture, "P", "Q");
  GtkWidget *window = press (fixture, "silo.waive", TL_TYPE_WAIVE_WINDOW);
  GtkTextView *reason = GTK_TEXT_VIEW (ui_find (window, is_text, NULL));
  GtkWidget *until = ui_find (window, is_entry, NULL);

  g_assert_true (shows (window, "Coaching for leads with Coaching for leads"));
  g_signal_emit_by_name (ui_find_button (window, "Waive"), "clicked");
  g_assert_true (shows (window, "A waiver needs a reason."));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (reason), "Other people", -1);
  gtk_editable_set_text (GTK_EDITABLE (until), "2020-01-01");
  g_signal_emit_by_name (ui_find_button (window, "Waive"), "clicked");
  g_assert_true (shows (window, "That day is past."));
  g_assert_cmpuint (tl_workspace_get_n_items (fixture->workspace, TL_KIND_WAIVER), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (until), "");
  g_signal_emit_by_name (ui_find_button (window, "Waive"), "clicked");
  ui_settle ();

  g_assert_true (tl_silo_page_get_pair (page)->is_waived);
  g_assert_true (shows (GTK_WIDGET (page), "Waived without an end: Other people"));
  g_assert_null (ui_find_button (GTK_WIDGET (page), "Waive…"));
  gtk_widget_activate_action (GTK_WIDGET (page), "silo.withdraw", NULL);
  ui_settle ();
  g_assert_false (tl_silo_page_get_pair (page)->is_waived);
  g_assert_cmpuint (tl_workspace_get_n_items (fixture->workspace, TL_KIND_WAIVER), ==, 0);
  g_assert_nonnull (ui_find_button (GTK_WIDGET (page), "Waive…"));
}

/* What cannot be done cannot be pressed, and the page says why. */
static void
test_refusals (void)
{
  static const struct
  {
    const char *ids[2];
    gboolean is_read_only;
    gboolean can_merge;
    gboolean can_divide;
    const char *reason;
  } cases[] = {
    { { "P", "Q" }, FALSE, TRUE, TRUE, NULL },
    { { "P", "Q" }, TRUE, FALSE, FALSE, "The document is open for reading only." },
    { { "A", "B" }, FALSE, TRUE, FALSE, "no audience in common" },
  };
  static const char no_people[]
      = "{'projects':[{'id':'A','title':'Yearly gathering','status':'live','topics':['x']},"
        "{'id':'B','title':'Yearly gathering','status':'live','topics':['x']}]}";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      GtkWidget *page;

      open_desk (&fixture, *cases[i].ids[0] == 'A' ? no_people : plan);
      settle (fixture.session);
      tl_workspace_set_read_only (fixture.workspace, cases[i].is_read_only);
      page = GTK_WIDGET (open_pair (&fixture, cases[i].ids[0], cases[i].ids[1]));
      g_assert_cmpint (gtk_widget_is_sensitive (ui_find_button (page, "Merge…")), ==,
                       cases[i].can_merge);
      g_assert_cmpint (gtk_widget_is_sensitive (ui_find_button (page, "Divide Audience…")), ==,
                       cases[i].can_divide);
      g_assert_true (gtk_widget_is_sensitive (ui_find_button (page, "Save Brief…")));
      if (cases[i].reason != NULL)
        g_assert_true (shows (page, cases[i].reason));
      tear_down (&fixture, NULL);
    }
}

/* While nothing is known yet it works, and then it says what that means. */
static void
test_empty (void)
{
  Fixture fixture;

  open_desk (&fixture, "{'projects':[{'id':'P','title':'Coach','status':'live'}]}");
  settle (fixture.session);
  tl_workspace_set_text (fixture.workspace, ui_plan_get (fixture.session, "P"), TL_ITEM_TITLE,
                         "Mentor", NULL);
  g_assert_true (shows (fixture.desk, "Comparing the projects…"));
  settle (fixture.session);
  g_assert_false (shows (fixture.desk, "Comparing the projects…"));
  g_assert_true (shows (fixture.desk, "Nothing Is Done Twice"));
  gtk_widget_activate_action (fixture.desk, "silo.filter", "s", "waived");
  ui_settle ();
  g_assert_true (shows (fixture.desk, "Nothing Is Done Twice"));
  tear_down (&fixture, NULL);
}

/* What is asked for before it is known is opened when it is, whatever is listed. */
static void
test_wanted (void)
{
  Fixture fixture;
  g_autofree char *filter = NULL;

  fixture.session = ui_plan_open (plan);
  fixture.workspace = tl_session_get_workspace (fixture.session);
  fixture.desk = tl_silo_desk_new ();
  g_object_set (fixture.desk, "filter", "mixed", NULL);
  tl_desk_set_session (TL_DESK (fixture.desk), fixture.session);
  tl_silo_desk_open (TL_SILO_DESK (fixture.desk), "Q", "P");
  fixture.window = ui_window_new (fixture.desk);
  settle (fixture.session);
  g_assert_cmpstr (tl_item_get_id (tl_silo_page_get_pair (get_page (&fixture))->items[0]), ==, "P");
  g_object_get (fixture.desk, "filter", &filter, NULL);
  g_assert_cmpstr (filter, ==, "all");

  /* What goes is shown no longer. */
  tl_workspace_remove (fixture.workspace, ui_plan_get (fixture.session, "Q"));
  ui_settle ();
  g_assert_null (get_page (&fixture));
  settle (fixture.session);
  tear_down (&fixture, NULL);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  g_test_add_func ("/silo/words", test_words);
  g_test_add_func ("/silo/filters", test_filters);
  ADD ("/silo/page", test_page);
  ADD ("/silo/stays", test_stays);
  ADD ("/silo/keyboard", test_keyboard);
  ADD ("/silo/merge", test_merge);
  ADD ("/silo/divide", test_divide);
  ADD ("/silo/together", test_together);
  ADD ("/silo/waive", test_waive);
  g_test_add_func ("/silo/refusals", test_refusals);
  g_test_add_func ("/silo/empty", test_empty);
  g_test_add_func ("/silo/wanted", test_wanted);
  return g_test_run ();
}

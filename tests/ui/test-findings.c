/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "tl-check-row.h"
#include "tl-checks-window.h"
#include "tl-commands-check.h"
#include "tl-commands-waiver.h"
#include "tl-finding-filter.h"
#include "tl-finding-groups.h"
#include "tl-finding-node.h"
#include "tl-finding-row.h"
#include "tl-findings-panel.h"
#include "tl-fix-popover.h"
#include "tl-threshold-row.h"
#include "tl-waive-window.h"
#include "ui-plan.h"
#include "ui-sample.h"
#include "ui-widgets.h"

/* Projects of the large plan, and what a list may have of widgets at most: GTK keeps about two
 * hundred rows of a list, whatever its length. */
#define N_MANY 10000
#define MAX_ROWS 300
#define N_SETTLE 12
#define SETTLE_US 5000

typedef struct
{
  TlSession *session;
  GtkWidget *panel;
  GtkWidget *window;
} Fixture;

static void
settle (void)
{
  for (guint i = 0; i < N_SETTLE; i++)
    {
      ui_settle ();
      g_usleep (SETTLE_US);
    }
}

static void
show (Fixture *fixture, TlSession *session)
{
  fixture->session = session;
  fixture->panel = tl_findings_panel_new ();
  tl_findings_panel_set_session (TL_FINDINGS_PANEL (fixture->panel), session);
  fixture->window = ui_window_new (fixture->panel);
  settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  show (fixture, ui_sample_open ());
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_window_close (fixture->window);
  g_clear_object (&fixture->session);
}

static GtkListView *
get_list (Fixture *fixture)
{
  return GTK_LIST_VIEW (ui_find_type (fixture->panel, GTK_TYPE_LIST_VIEW));
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (get_list (fixture))));
}

static guint
count_widgets (GtkWidget *root)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

static TlFindingNode *
dup_node_at (Fixture *fixture, guint position)
{
  g_autoptr (GtkTreeListRow) row
      = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (get_list (fixture))),
                               position);

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

static guint
find_key (Fixture *fixture, const char *key)
{
  for (guint i = 0; i < count_rows (fixture); i++)
    {
      g_autoptr (TlFindingNode) node = dup_node_at (fixture, i);

      if (g_str_equal (tl_finding_node_get_key (node), key))
        return i;
    }
  return G_MAXUINT;
}

static void
activate (Fixture *fixture, guint position)
{
  g_assert_cmpuint (position, !=, G_MAXUINT);
  g_signal_emit_by_name (get_list (fixture), "activate", position);
  settle ();
}

static gboolean
shows_node (GtkWidget *widget, gpointer key)
{
  GtkTreeListRow *row
      = TL_IS_FINDING_ROW (widget) ? tl_finding_row_get_row (TL_FINDING_ROW (widget)) : NULL;
  g_autoptr (TlFindingNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return node != NULL && g_str_equal (tl_finding_node_get_key (node), key);
}

static GtkWidget *
find_row (Fixture *fixture, const char *key)
{
  return ui_find (fixture->panel, shows_node, (gpointer) key);
}

static const char *
get_focused_key (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  g_autoptr (TlFindingNode) node = NULL;

  if (child == NULL || !TL_IS_FINDING_ROW (child))
    return NULL;
  node = gtk_tree_list_row_get_item (tl_finding_row_get_row (TL_FINDING_ROW (child)));
  return tl_finding_node_get_key (node);
}

/* Groups. */

/* A rule whose findings are of several severities is one group, which counts them. */
static void
test_one_group_a_rule (void)
{
  static const TlFindingFilter everything = { NULL, 0 };
  g_autoptr (TlSession) session = ui_sample_open ();
  TlAnalysis *analysis = tl_session_get_analysis (session);
  g_autoptr (GListStore) groups = g_list_store_new (TL_TYPE_FINDING_NODE);
  g_autoptr (GHashTable) rules = g_hash_table_new (NULL, NULL);
  guint n_mixed = 0;

  tl_finding_groups_update (groups, analysis, &everything);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (groups)); i++)
    {
      g_autoptr (TlFindingNode) group = g_list_model_get_item (G_LIST_MODEL (groups), i);
      guint n_kinds = 0;
      guint n = 0;

      g_assert_true (g_hash_table_add (rules, (gpointer) tl_finding_node_get_rule (group)));
      for (TlSeverity severity = 0; severity < TL_N_SEVERITIES; severity++)
        {
          n += tl_finding_node_get_n_of (group, severity);
          n_kinds += tl_finding_node_get_n_of (group, severity) > 0 ? 1 : 0;
        }
      g_assert_cmpuint (n, ==, tl_finding_node_get_n_findings (group));
      n_mixed += n_kinds > 1 ? 1 : 0;
    }
  g_assert_cmpuint (n_mixed, >, 0);
}

static void
test_filter (void)
{
  static const struct
  {
    const char *text;
    guint severities;
    gboolean finds;
  } cases[] = {
    { "", 0, TRUE },
    { "radical", 0, TRUE },
    { "CANDOR radical", 0, TRUE },
    { "no objective", 0, TRUE }, /* the title of the rule */
    { "aln-01", 0, TRUE },
    { "radical", 1 << TL_SEVERITY_HIGH, TRUE },
    { "aln-08", 1 << TL_SEVERITY_HIGH, FALSE },
    { "radical zebra", 0, FALSE },
  };
  g_autoptr (TlSession) session = ui_sample_open ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) groups = g_list_store_new (TL_TYPE_FINDING_NODE);
      TlFindingFilter filter = { NULL, cases[i].severities };
      TlFindingCounts counts;

      tl_finding_filter_set_text (&filter, cases[i].text);
      counts = tl_finding_groups_update (groups, tl_session_get_analysis (session), &filter);
      g_assert_cmpint (counts.n_shown > 0, ==, cases[i].finds);
      g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (groups)) > 0, ==, cases[i].finds);
      g_assert_cmpuint (counts.n_open, ==,
                        tl_analysis_get_n_findings (tl_session_get_analysis (session)));
      tl_finding_filter_clear (&filter);
    }
}

/* Waivers that hold, that have run out and that have nothing to hide are told apart. */
static void
test_waivers (void)
{
  static const TlFindingFilter everything = { NULL, 0 };
  g_autoptr (TlSession) session = ui_sample_open ();
  g_autoptr (GListStore) groups = g_list_store_new (TL_TYPE_FINDING_NODE);
  const TlRule *rule = tl_rule_find ("ALN-01");
  TlItem *old;
  TlFindingCounts counts;

  tl_command_waive (session, rule, ui_sample_get (session, "P17"), NULL, "why", NULL, TL_DATE_NONE,
                    NULL);
  old = tl_command_waive (session, rule, ui_sample_get (session, "P01"), NULL, "why", NULL,
                          TL_DATE_NONE, NULL);
  tl_workspace_set_date (tl_session_get_workspace (session), old, TL_WAIVER_UNTIL,
                         tl_date_parse ("2020-01-01"), NULL);
  counts = tl_finding_groups_update (groups, tl_session_get_analysis (session), &everything);
  g_assert_cmpuint (counts.n_waived, ==, 1);
  g_assert_cmpuint (counts.n_idle, ==, 1);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (groups)); i++)
    {
      g_autoptr (TlFindingNode) group = g_list_model_get_item (G_LIST_MODEL (groups), i);
      g_autoptr (TlFindingNode) first = NULL;
      g_autofree char *detail = NULL;

      if (tl_finding_node_get_kind (group) != TL_FINDING_ROW_IDLE)
        continue;
      first = g_list_model_get_item (tl_finding_node_get_children (group), 0);
      detail = tl_finding_node_dup_detail (first);
      g_assert_nonnull (strstr (detail, "It ran out on"));
      g_assert_true (tl_finding_node_get_waiver (first) == old);
      return;
    }
  g_assert_not_reached ();
}

/* Commands. */

static void
test_waive_refused (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  const TlRule *rule = tl_rule_find ("ALN-01");
  TlItem *about = ui_sample_get (session, "P17");
  static const char *const reasons[] = { NULL, "", " \t\n " };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_assert_null (
          tl_command_waive (session, rule, about, NULL, reasons[i], NULL, TL_DATE_NONE, &error));
      g_assert_error (error, TL_WAIVER_ERROR, TL_WAIVER_ERROR_REASON);
      g_clear_error (&error);
    }
  g_assert_null (tl_command_waive (session, rule, about, NULL, "why", NULL,
                                   tl_date_parse ("2020-01-01"), &error));
  g_assert_error (error, TL_WAIVER_ERROR, TL_WAIVER_ERROR_UNTIL);
  g_clear_error (&error);
  tl_workspace_set_read_only (tl_session_get_workspace (session), TRUE);
  g_assert_null (tl_command_waive (session, rule, about, NULL, "why", NULL, TL_DATE_NONE, &error));
  g_assert_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_READ_ONLY);
  g_assert_cmpuint (tl_workspace_get_n_items (tl_session_get_workspace (session), TL_KIND_WAIVER),
                    ==, 0);
}

static void
test_switch_rule (void)
{
  g_autoptr (TlSession) session = ui_sample_open ();
  const TlRule *rule = tl_rule_find ("ALN-01");
  g_autofree char *before = ui_plan_dump (session);
  g_autofree char *after = NULL;

  g_assert_cmpuint (tl_analysis_count (tl_session_get_analysis (session), rule), ==, 12);
  g_assert_true (tl_command_switch_rule (session, rule, FALSE, NULL));
  g_assert_false (tl_rule_is_on (session, rule));
  g_assert_cmpuint (tl_rules_count_off (session), ==, 1);
  g_assert_cmpuint (tl_analysis_count (tl_session_get_analysis (session), rule), ==, 0);
  g_assert_true (tl_command_switch_rule (session, rule, TRUE, NULL));
  after = ui_plan_dump (session);
  g_assert_cmpstr (before, ==, after);
  tl_session_undo (session);
  g_assert_false (tl_rule_is_on (session, rule));
}

/* The panel. */

/* What was open stays open when something is mended, and the keyboard goes on to the next. */
static void
test_goes_on (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *next = NULL;
  g_autoptr (TlFindingNode) node = NULL;
  guint group;

  activate (fixture, find_key (fixture, "ALN-01"));
  group = find_key (fixture, "ALN-01");
  node = dup_node_at (fixture, group + 2);
  first = g_strdup ("ALN-01 P17 ");
  g_assert_cmpuint (find_key (fixture, first), ==, group + 1);
  next = g_strdup (tl_finding_node_get_key (node));

  gtk_widget_grab_focus (gtk_widget_get_parent (find_row (fixture, first)));
  g_assert_cmpstr (get_focused_key (fixture), ==, first);
  ui_sample_link (fixture->session, "P17", "G1-1");
  settle ();
  g_assert_cmpuint (find_key (fixture, first), ==, G_MAXUINT);
  g_assert_cmpuint (find_key (fixture, next), ==, group + 1);
  g_assert_cmpstr (get_focused_key (fixture), ==, next);

  tl_session_undo (fixture->session);
  settle ();
  g_assert_cmpuint (find_key (fixture, first), ==, group + 1);
  g_assert_cmpstr (get_focused_key (fixture), ==, next);
}

/* A group comes back open after a search that it had no part in. */
static void
test_stays_open (Fixture *fixture, gconstpointer data)
{
  GtkEditable *search = GTK_EDITABLE (ui_find_type (fixture->panel, GTK_TYPE_SEARCH_ENTRY));
  guint n_rows;

  activate (fixture, find_key (fixture, "ALN-01"));
  n_rows = count_rows (fixture);
  gtk_editable_set_text (search, "zebra");
  g_signal_emit_by_name (search, "search-changed");
  settle ();
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  gtk_editable_set_text (search, "");
  g_signal_emit_by_name (search, "search-changed");
  settle ();
  g_assert_cmpuint (count_rows (fixture), ==, n_rows);
}

static void
test_popover (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover;
  GtkWidget *button;
  TlFieldEditor *editor;

  tl_session_undo (fixture->session);
  activate (fixture, find_key (fixture, "ALN-08"));
  button = ui_find_button (find_row (fixture, "ALN-08 G2 "), "Fill In “Role of Learning”");
  g_assert_nonnull (button);
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
  popover = ui_find_type (fixture->panel, TL_TYPE_FIX_POPOVER);
  g_assert_nonnull (popover);
  editor = ui_find_editor (popover, TL_GOAL_ROLE);
  g_assert_true (tl_field_editor_get_item (editor) == ui_sample_get (fixture->session, "G2"));
  g_assert_nonnull (ui_find_editor (popover, TL_GOAL_ROLE_REASON));
  tl_field_editor_commit (editor, &(TlValue) { TL_VALUE_CHOICE, .choice = TL_ROLE_YES });
  gtk_popover_popdown (GTK_POPOVER (popover));
  settle ();
  g_assert_null (ui_find_type (fixture->panel, TL_TYPE_FIX_POPOVER));
  g_assert_cmpuint (find_key (fixture, "ALN-08 G2 "), ==, G_MAXUINT);
  g_assert_nonnull (get_focused_key (fixture));
}

/* The reason why something was refused, where it was. */
static gboolean
is_refusal (GtkWidget *widget, gpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "error")
         && *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
}

static void
test_waive_window (Fixture *fixture, gconstpointer data)
{
  TlAnalysis *analysis = tl_session_get_analysis (fixture->session);
  TlWorkspace *workspace = tl_session_get_workspace (fixture->session);
  GtkWidget *window;
  GtkTextView *reason;

  tl_waive_window_present (fixture->panel, fixture->session, tl_analysis_get_finding (analysis, 0));
  settle ();
  window = ui_find_window (TL_TYPE_WAIVE_WINDOW);
  g_assert_nonnull (window);
  g_signal_emit_by_name (ui_find_button (window, "Waive"), "clicked");
  settle ();
  g_assert_true (ui_find_window (TL_TYPE_WAIVE_WINDOW) == window);
  g_assert_nonnull (ui_find (window, is_refusal, NULL));
  g_assert_cmpuint (tl_workspace_get_n_items (workspace, TL_KIND_WAIVER), ==, 0);

  reason = GTK_TEXT_VIEW (ui_find_type (window, GTK_TYPE_TEXT_VIEW));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (reason), "It was agreed", -1);
  g_assert_null (ui_find (window, is_refusal, NULL));
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (window, GTK_TYPE_ENTRY)), "soon");
  g_signal_emit_by_name (ui_find_button (window, "Waive"), "clicked");
  settle ();
  g_assert_nonnull (ui_find (window, is_refusal, NULL));
  g_assert_cmpuint (tl_workspace_get_n_items (workspace, TL_KIND_WAIVER), ==, 0);

  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (window, GTK_TYPE_ENTRY)), "2030-01-01");
  g_signal_emit_by_name (ui_find_button (window, "Waive"), "clicked");
  settle ();
  g_assert_null (ui_find_window (TL_TYPE_WAIVE_WINDOW));
  g_assert_cmpuint (tl_workspace_get_n_items (workspace, TL_KIND_WAIVER), ==, 1);
  g_assert_cmpuint (find_key (fixture, "group 1"), !=, G_MAXUINT);
}

static gboolean
is_threshold (GtkWidget *widget, gpointer data)
{
  return TL_IS_THRESHOLD_ROW (widget) && ui_find_editor (widget, TL_SETTINGS_WEAK_DAYS) != NULL;
}

/* A key that only those know who have read where it comes from. */
static gboolean
has_key (GtkWidget *widget, gpointer data)
{
  return GTK_IS_LABEL (widget)
         && g_regex_match_simple ("\\bS[0-9]+\\b|TDRp", gtk_label_get_text (GTK_LABEL (widget)), 0,
                                  0);
}

/* Every rule is in the list, and every threshold is somewhere once. */
static void
test_checks_window (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = tl_checks_window_new (fixture->session);
  TlAnalysis *analysis = tl_session_get_analysis (fixture->session);
  const TlRule *weak = tl_rule_find ("ALN-04");
  guint n_before = tl_analysis_count (analysis, weak);
  GtkWidget *entry;
  g_autofree char *unnamed = NULL;

  gtk_window_present (GTK_WINDOW (window));
  settle ();
  unnamed = ui_find_unnamed (window);
  g_assert_cmpstr (unnamed, ==, NULL);
  g_assert_null (ui_find (window, has_key, NULL));
  for (TlField field = 0; field < TL_N_FIELDS; field++)
    if (tl_kind_has_field (TL_KIND_SETTINGS, field) && tl_field_get_form (field) == TL_VALUE_NUMBER)
      g_assert_nonnull (ui_find_editor (window, field));

  entry = ui_find_type (ui_find (window, is_threshold, NULL), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "-1");
  ui_settle ();
  g_assert_true (tl_field_editor_is_refused (ui_find_editor (window, TL_SETTINGS_WEAK_DAYS)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "1000");
  settle ();
  analysis = tl_session_get_analysis (fixture->session);
  g_assert_cmpuint (n_before, >, 0);
  g_assert_cmpuint (tl_analysis_count (analysis, weak), <, n_before);
  g_assert_true (tl_command_reset_setting (fixture->session, TL_SETTINGS_WEAK_DAYS, NULL));
  settle ();
  analysis = tl_session_get_analysis (fixture->session);
  g_assert_cmpuint (tl_analysis_count (analysis, weak), ==, n_before);
  ui_window_close (window);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *unnamed = NULL;

  activate (fixture, find_key (fixture, "ALN-01"));
  unnamed = ui_find_unnamed (fixture->panel);
  g_assert_cmpstr (unnamed, ==, NULL);
}

/* However many findings there are, there are only as many widgets as can be seen. */
static void
test_many (void)
{
  Fixture fixture;
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlDocument) document = NULL;
  guint n_closed;

  tl_workspace_begin_bulk (workspace);
  for (guint i = 0; i < N_MANY; i++)
    {
      TlItem *project = tl_workspace_add (workspace, TL_KIND_PROJECT, NULL, TL_POSITION_END, NULL);

      tl_workspace_set_text (workspace, project, TL_ITEM_TITLE, "Project", NULL);
      tl_workspace_set_choice (workspace, project, TL_PROJECT_STATUS, TL_STATUS_LIVE, NULL);
    }
  tl_workspace_end_bulk (workspace);
  document = tl_document_new_for_workspace (workspace);
  show (&fixture, tl_session_new (document));
  n_closed = count_widgets (GTK_WIDGET (get_list (&fixture)));

  activate (&fixture, find_key (&fixture, "ALN-01"));
  g_assert_cmpuint (count_rows (&fixture), >, N_MANY);
  g_assert_cmpuint (count_widgets (GTK_WIDGET (get_list (&fixture))), >, n_closed);
  g_assert_cmpuint (count_widgets (GTK_WIDGET (get_list (&fixture))), <,
                    MAX_ROWS * count_widgets (find_row (&fixture, "ALN-01")));
  tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();
  g_test_add_func ("/findings/one-group-a-rule", test_one_group_a_rule);
  g_test_add_func ("/findings/filter", test_filter);
  g_test_add_func ("/findings/waivers", test_waivers);
  g_test_add_func ("/findings/waive-refused", test_waive_refused);
  g_test_add_func ("/findings/switch-rule", test_switch_rule);
  g_test_add ("/findings/goes-on", Fixture, NULL, set_up, test_goes_on, tear_down);
  g_test_add ("/findings/stays-open", Fixture, NULL, set_up, test_stays_open, tear_down);
  g_test_add ("/findings/popover", Fixture, NULL, set_up, test_popover, tear_down);
  g_test_add ("/findings/waive-window", Fixture, NULL, set_up, test_waive_window, tear_down);
  g_test_add ("/findings/checks-window", Fixture, NULL, set_up, test_checks_window, tear_down);
  g_test_add ("/findings/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add_func ("/findings/many", test_many);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands.h"
#include "tl-finding-card.h"
#include "tl-item-lead.h"
#include "tl-item-link.h"
#include "ui-inspector.h"

/* People, the workspace, all other kinds; the way back; what is many. */

static void
test_person (UiInspector *ui, gconstpointer data)
{
  TlWorkspace *workspace = ui_inspector_get_workspace (ui);
  TlItem *person = ui_inspector_select (ui, "pat");
  GtkWidget *section = ui_inspector_get_section (ui, "As a Partner");
  gboolean is_private;

  g_object_get (section, "private", &is_private, NULL);
  g_assert_true (is_private);
  g_assert_true (ui_says (section, "How strong the partnership is, is not rated."));
  g_assert_true (ui_says (ui_inspector_get_section (ui, "Goals Owned"), "Win new customers"));
  g_assert_null (ui_inspector_find_section (ui, "Projects Sponsored"));
  ui_toggle (section, TL_PERSON_HAS_AUTHORITY, "Yes");
  g_assert_cmpint (tl_item_get_choice (person, TL_PERSON_HAS_AUTHORITY), ==, TL_TRI_YES);
  tl_workspace_set_date (workspace, person, TL_PERSON_LAST_CONTACT, tl_date_from_ymd (2025, 1, 1),
                         NULL);
  g_assert_true (ui_says (section, "▲ Last talk 89 days ago, more than 60"));
  tl_workspace_set_date (workspace, person, TL_PERSON_LAST_CONTACT, tl_date_from_ymd (2025, 3, 30),
                         NULL);
  g_assert_true (ui_says (section, "Last talk 1 day ago"));
  for (TlField field = TL_PERSON_OWNS_GOAL; field <= TL_PERSON_HAS_RESOURCES; field++)
    if (field != TL_PERSON_HAS_AUTHORITY)
      tl_workspace_set_choice (workspace, person, field, TL_TRI_NO, NULL);
  for (TlField field = TL_PERSON_ACCESS; field <= TL_PERSON_TRUST; field++)
    tl_workspace_set_number (workspace, person, field, 4, NULL);
  g_assert_true (ui_says (section, "Strength 25 of 100 · Last talk 1 day ago"));
}

static void
test_workspace (UiInspector *ui, gconstpointer data)
{
  TlWorkspace *workspace = ui_inspector_get_workspace (ui);
  TlItem *root = tl_workspace_get_root (workspace);
  GtkWidget *section = ui_inspector_get_section (ui, "Plan");

  g_assert_true (ui_says (ui->inspector, "Everyone can build."));
  g_assert_true (ui_says (section, "of what the checks look at is recorded"));
  tl_workspace_set_date (workspace, root, TL_WORKSPACE_PERIOD_START, tl_date_from_ymd (2025, 1, 1),
                         NULL);
  tl_workspace_set_date (workspace, root, TL_WORKSPACE_PERIOD_END, tl_date_from_ymd (2025, 4, 10),
                         NULL);
  g_assert_true (ui_says (section, "1 January 2025 – 10 April 2025 · 10 days left"));
  tl_workspace_set_date (workspace, root, TL_WORKSPACE_PERIOD_START, tl_date_from_ymd (2025, 4, 1),
                         NULL);
  g_assert_true (ui_says (section, "begins in 1 day"));
}

/* How each kind stands, in a sentence. */

static const struct
{
  TlKind kind;
  TlField field; /* %TL_ITEM_TITLE: nothing is set */
  const char *text;
  const char *lead;
} leads[] = {
  { TL_KIND_CAUSE, TL_ITEM_TITLE, NULL, "▲ What sort of cause it is, is not recorded." },
  { TL_KIND_CAUSE, TL_CAUSE_CATEGORY, "skill-knowledge",
    "Learning can cure it. It is not confirmed yet." },
  { TL_KIND_CAUSE, TL_CAUSE_CATEGORY, "process",
    "Learning alone does not cure it: Process. It is not confirmed yet." },
  { TL_KIND_REQUEST, TL_ITEM_TITLE, NULL, "It is open." },
  { TL_KIND_REQUEST, TL_REQUEST_RECEIVED_ON, "2025-03-21", "It has been open for 10 days." },
  { TL_KIND_REQUEST, TL_REQUEST_OUTCOME, "guide", "Answered: Guide." },
  { TL_KIND_SOLUTION, TL_ITEM_TITLE, NULL,
    "It exists already: point to it before something new is made." },
  { TL_KIND_SOLUTION, TL_SOLUTION_REVIEW_BY, "2025-03-30",
    "▲ It was to be reviewed by 30 March 2025." },
  { TL_KIND_MEASURE, TL_ITEM_TITLE, NULL, "▲ No number is recorded" },
  { TL_KIND_MEASURE, TL_MEASURE_TO_DATE, "12", "To Date 12" },
  { TL_KIND_INSIGHT, TL_INSIGHT_HEARD_ON, "2025-03-01", "Heard: 1 March 2025." },
  { TL_KIND_DECISION, TL_ITEM_TITLE, NULL, "It is not decided, and no day is set." },
  { TL_KIND_DECISION, TL_DECISION_DUE, "2025-03-30",
    "▲ It was due on 30 March 2025, and is not decided." },
  { TL_KIND_DECISION, TL_DECISION_DUE, "2025-04-30", "It is to be decided by 30 April 2025." },
  { TL_KIND_DECISION, TL_DECISION_DECIDED_ON, "2025-03-30", "It was decided on 30 March 2025." },
  { TL_KIND_WAIVER, TL_ITEM_TITLE, NULL, "▲ It names no check, and lets nothing pass." },
  { TL_KIND_WAIVER, TL_WAIVER_RULE, "ALN-01", "▲ It gives no reason, and lets nothing pass." },
  { TL_KIND_UNIT, TL_UNIT_SIZE, "1", "1 person" },
  { TL_KIND_PERSON, TL_PERSON_ROLE, "Director", "Director" },
};

static TlValue
read_value (TlField field, const char *text)
{
  switch (tl_field_get_form (field))
    {
    case TL_VALUE_NUMBER:
      return tl_value_from_number (g_ascii_strtod (text, NULL));
    case TL_VALUE_DATE:
      return tl_value_from_date (tl_date_parse (text));
    case TL_VALUE_CHOICE:
      return tl_value_from_choice (tl_field_find_choice (field, text));
    default:
      return tl_value_from_text (text);
    }
}

static void
test_leads (UiInspector *ui, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      TlItem *item = tl_command_add (ui->session, leads[i].kind, "New");
      g_autofree char *lead = NULL;
      g_autoptr (GError) error = NULL;

      if (leads[i].text != NULL)
        {
          g_auto (TlValue) value = read_value (leads[i].field, leads[i].text);

          tl_workspace_set (ui_inspector_get_workspace (ui), item, leads[i].field, &value, &error);
          g_assert_no_error (error);
        }
      lead = tl_item_dup_lead (ui->session, item);
      g_assert_cmpstr (lead, ==, leads[i].lead);
      ui_inspector_select_item (ui, item);
      g_assert_true (ui_says (ui->inspector, leads[i].lead));
    }
}

/* What is related is a link that leads there. */
static void
test_related (UiInspector *ui, gconstpointer data)
{
  ui_inspector_select (ui, "l1");
  ui_press (ui_inspector_get_section (ui, "Project"), "Story training");
  g_assert_true (tl_selection_get_primary (tl_session_get_selection (ui->session))
                 == ui_plan_get (ui->session, "p1"));
}

static guint
count_type (GtkWidget *widget, GType type)
{
  guint n = G_OBJECT_TYPE (widget) == type ? 1 : 0;

  if (!gtk_widget_get_visible (widget))
    return 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_type (child, type);
  return n;
}

/* Of a thousand people only some are shown, and the rest on demand. */
static void
test_many (UiInspector *ui, gconstpointer data)
{
  TlWorkspace *workspace = ui_inspector_get_workspace (ui);
  TlItem *unit = tl_command_add (ui->session, TL_KIND_UNIT, "Sales");
  TlItem *other = tl_command_add (ui->session, TL_KIND_UNIT, "Field");
  GtkWidget *section;

  tl_workspace_begin (workspace, "");
  for (guint i = 0; i < 1000; i++)
    {
      TlItem *person = tl_workspace_add (workspace, TL_KIND_PERSON, NULL, TL_POSITION_END, NULL);

      tl_workspace_set_ref (workspace, person, TL_PERSON_UNIT, i % 2 == 0 ? unit : other, NULL);
    }
  tl_workspace_commit (workspace);
  ui_inspector_select_item (ui, unit);
  section = ui_inspector_get_section (ui, "People");
  g_assert_true (ui_says (section, "500"));
  g_assert_cmpuint (count_type (section, TL_TYPE_ITEM_LINK), ==, 6);
  gtk_widget_grab_focus (ui_find_button (section, "Show 494 More"));
  ui_press (section, "Show 494 More");
  g_assert_cmpuint (count_type (section, TL_TYPE_ITEM_LINK), ==, 26);
  g_assert_true (gtk_widget_is_ancestor (ui_inspector_get_focus (ui), section));
  ui_inspector_select_item (ui, other);
  g_assert_cmpuint (count_type (section, TL_TYPE_ITEM_LINK), ==, 6);
}

/* Sections are made for the kinds that are looked at. */
static void
test_lazy (UiInspector *ui, gconstpointer data)
{
  ui_inspector_select (ui, "g1");
  g_assert_null (ui_inspector_find_section (ui, "Marks of Strategic Work"));
  ui_inspector_select (ui, "p1");
  g_assert_nonnull (ui_inspector_find_section (ui, "Marks of Strategic Work"));
  g_assert_null (ui_inspector_find_section (ui, "Role of Learning"));
}

/* Of many findings some stand open. */
static void
test_findings (UiInspector *ui, gconstpointer data)
{
  TlItem *goal = ui_inspector_select (ui, "g2");
  g_autoptr (GPtrArray) findings
      = tl_analysis_find_item (tl_session_get_analysis (ui->session), goal);
  g_autofree char *more = g_strdup_printf ("Show %u More", findings->len - 2);

  g_assert_cmpuint (findings->len, >, 3);
  g_assert_cmpuint (count_type (ui->inspector, TL_TYPE_FINDING_CARD), ==, 2);
  gtk_widget_grab_focus (ui_find_button (ui->inspector, more));
  ui_press (ui->inspector, more);
  g_assert_cmpuint (count_type (ui->inspector, TL_TYPE_FINDING_CARD), ==, findings->len);
  ui_inspector_get_focus (ui);
}

/* The way back leads over what is still there, and never in a circle. */
static void
test_back (UiInspector *ui, gconstpointer data)
{
  TlInspector *inspector = TL_INSPECTOR (ui->inspector);
  TlSelection *selection = tl_session_get_selection (ui->session);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_assert_false (tl_inspector_go_back (inspector));
  ui_inspector_select (ui, "g1");
  g_ptr_array_add (items, ui_inspector_select (ui, "o2"));
  ui_inspector_select (ui, "p1");
  tl_command_delete (ui->session, items);
  g_assert_true (tl_inspector_go_back (inspector));
  g_assert_true (tl_selection_get_primary (selection) == ui_plan_get (ui->session, "g1"));
  g_assert_false (tl_inspector_go_back (inspector));
}

/* Whatever is selected next, the keyboard stays in the inspector when it was there. */
static void
test_focus_stays (UiInspector *ui, gconstpointer data)
{
  static const char *const ids[] = { "p1", "g1", "l1", "o1", "pat", "p2" };

  ui_inspector_select (ui, "g2");
  tl_inspector_focus_field (TL_INSPECTOR (ui->inspector), TL_GOAL_ROLE);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      ui_inspector_select (ui, ids[i]);
      g_test_message ("%s", ids[i]);
      g_assert_true (gtk_widget_is_ancestor (ui_inspector_get_focus (ui), ui->inspector));
    }
  tl_selection_clear (tl_session_get_selection (ui->session));
  ui_settle ();
  g_assert_true (gtk_widget_is_ancestor (ui_inspector_get_focus (ui), ui->inspector));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ui_widgets_init ();

#define ADD(path, test)                                                                            \
  g_test_add (path, UiInspector, NULL, ui_inspector_set_up, test, ui_inspector_tear_down)
  ADD ("/others/person", test_person);
  ADD ("/others/workspace", test_workspace);
  ADD ("/others/leads", test_leads);
  ADD ("/others/related", test_related);
  ADD ("/others/many", test_many);
  ADD ("/others/lazy", test_lazy);
  ADD ("/others/findings", test_findings);
  ADD ("/others/back", test_back);
  ADD ("/others/focus-stays", test_focus_stays);
  return g_test_run ();
}

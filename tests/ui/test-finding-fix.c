/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands-waiver.h"
#include "tl-commands.h"
#include "tl-finding-fix.h"
#include "tl-link-ranking.h"
#include "ui-plan.h"
#include "ui-sample.h"

#define MAX_VALUES 64

/* Fixes that are steps on the way and do not settle the finding by themselves: a project in
 * analysis still waits for its objective, a next step with a partner has to be taken, and about two
 * that are compared somebody has to decide. */
static const struct
{
  const char *rule;
  TlFix fix;
  TlField field;
} steps[] = {
  { "ALN-01", TL_FIX_ANALYSIS, 0 },
  { "PRT-03", TL_FIX_EDIT, TL_PERSON_NEXT_STEP },
  { "WRK-04", TL_FIX_EDIT, TL_PERSON_NEXT_STEP },
  { "VAL-02", TL_FIX_COMPARE, 0 },
  { "VAL-05", TL_FIX_COMPARE, 0 },
};

static gboolean
is_step (const TlRule *rule, const TlFindingFix *fix)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].rule, rule->id) && steps[i].fix == fix->fix
        && (fix->fix == TL_FIX_ANALYSIS || fix->fix == TL_FIX_COMPARE
            || steps[i].field == fix->field))
      return TRUE;
  return FALSE;
}

static const TlFinding *
find (TlSession *session, const TlRule *rule, TlItem *first, TlItem *second)
{
  TlAnalysis *analysis = tl_session_get_analysis (session);

  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (analysis, i);

      if (finding->rule == rule && finding->items[0] == first && finding->items[1] == second)
        return finding;
    }
  return NULL;
}

/* Ways to fill in a field, as a user might. */

static void
set (TlSession *session, TlItem *item, TlField field, const TlValue *value)
{
  tl_command_set_field (session, item, field, value, NULL);
  tl_history_seal (tl_session_get_history (session));
}

static guint
list_refs (TlSession *session, TlField field, TlValue *values)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  guint n = 0;

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    if ((tl_field_get_spec (field)->refers_to & (1u << kind)) != 0)
      for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind) && n < MAX_VALUES; i++)
        values[n++]
            = tl_value_from_text (tl_item_get_id (tl_workspace_get_item (workspace, kind, i)));
  return n;
}

/* All there are, in one list. */
static guint
list_all (TlSession *session, TlField field, TlValue *values)
{
  TlWorkspace *workspace = tl_session_get_workspace (session);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    if ((tl_field_get_spec (field)->refers_to & (1u << kind)) != 0)
      for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
        g_ptr_array_add (ids,
                         (gpointer) tl_item_get_id (tl_workspace_get_item (workspace, kind, i)));
  g_ptr_array_add (ids, NULL);
  values[0] = tl_value_from_words ((const char *const *) ids->pdata);
  return 1;
}

static guint
list_numbers (TlField field, TlValue *values)
{
  const TlFieldSpec *spec = tl_field_get_spec (field);
  guint n = 0;

  for (int number = 0; number <= 20; number++)
    if (number >= spec->minimum && number <= spec->maximum)
      values[n++] = tl_value_from_number (number);
  for (int number = 25; number <= 100; number += 5)
    if (number >= spec->minimum && number <= spec->maximum)
      values[n++] = tl_value_from_number (number);
  return n;
}

static guint
list_values (TlSession *session, TlField field, TlValue *values)
{
  const TlFieldSpec *spec = tl_field_get_spec (field);
  TlDate today = tl_analysis_get_today (tl_session_get_analysis (session));

  if (spec->type == TL_FIELD_TYPE_REFS)
    return list_all (session, field, values);
  if (spec->refers_to != 0)
    return list_refs (session, field, values);
  switch (tl_field_get_form (field))
    {
    case TL_VALUE_CHOICE:
      for (int i = 0; i < spec->n_choices; i++)
        values[i] = tl_value_from_choice (i);
      return (guint) spec->n_choices;
    case TL_VALUE_NUMBER:
      return list_numbers (field, values);
    case TL_VALUE_DATE:
      values[0] = tl_value_from_date (today);
      return 1;
    default:
      values[0] = tl_value_from_text ("As it was agreed");
      return 1;
    }
}

/* What the popover asks for together is filled in by the fixes after this one. */
static void
fill_others (TlSession *session, const TlFinding *finding, TlField but)
{
  TlAlignment *alignment = tl_session_get_alignment (session);
  g_autoptr (GPtrArray) fixes = tl_finding_list_fixes (alignment, finding);

  for (guint i = 0; i < fixes->len; i++)
    {
      const TlFindingFix *fix = fixes->pdata[i];
      TlItem *edited = fix->fix == TL_FIX_FILL
                           ? tl_finding_fix_get_edited (tl_session_get_alignment (session), fix)
                           : NULL;
      TlValue values[MAX_VALUES];
      guint n;

      if (edited == NULL || fix->field == but)
        continue;
      n = list_values (session, fix->field, values);
      set (session, edited, fix->field, &values[n - 1]);
      for (guint j = 0; j < n; j++)
        tl_value_clear (&values[j]);
    }
}

static gboolean
try_edit (TlSession *session, const TlRule *rule, TlItem *const *items, const TlFindingFix *fix)
{
  TlItem *edited = tl_finding_fix_get_edited (tl_session_get_alignment (session), fix);
  TlValue values[MAX_VALUES];
  guint n = list_values (session, fix->field, values);
  gboolean is_gone = FALSE;

  for (guint i = n; i > 0 && !is_gone; i--)
    {
      set (session, edited, fix->field, &values[i - 1]);
      is_gone = find (session, rule, items[0], items[1]) == NULL;
    }
  for (guint i = 0; i < n; i++)
    tl_value_clear (&values[i]);
  return is_gone;
}

static gboolean
try_link (TlSession *session, const TlRule *rule, TlItem *const *items, TlItem *item)
{
  g_autoptr (GPtrArray) candidates = tl_link_ranking_new (session, item);
  TlLinkCandidate *first = candidates->len > 0 ? candidates->pdata[0] : NULL;

  return first != NULL && tl_command_link (session, item, first->item, NULL) != NULL
         && find (session, rule, items[0], items[1]) == NULL;
}

static gboolean
try_run (TlSession *session, const TlRule *rule, TlItem *const *items, const TlFindingFix *fix)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));

  tl_finding_fix_run (widget, session, fix);
  g_object_unref (widget);
  return find (session, rule, items[0], items[1]) == NULL;
}

static gboolean
try_fix (TlSession *session, const TlFinding *finding, const TlFindingFix *fix)
{
  const TlRule *rule = finding->rule;
  TlItem *items[] = { finding->items[0], finding->items[1] };

  switch (fix->fix)
    {
    case TL_FIX_FILL:
      fill_others (session, finding, fix->field);
      return try_edit (session, rule, items, fix);
    case TL_FIX_EDIT:
      return try_edit (session, rule, items, fix);
    case TL_FIX_LINK:
      return try_link (session, rule, items, fix->item);
    default:
      return try_run (session, rule, items, fix);
    }
}

/* Plans that break rules. */

typedef struct
{
  const char *id;
  TlField field;
  const char *text;
} Cell;

/* On top of the small plan: what breaks the rules that neither it nor the sample breaks. */
static const struct
{
  TlKind kind;
  const char *id;
} more_items[] = {
  { TL_KIND_GOAL, "old" },        { TL_KIND_OBJECTIVE, "loose" },  { TL_KIND_OBJECTIVE, "gap" },
  { TL_KIND_CAUSE, "cause" },     { TL_KIND_PROJECT, "direct" },   { TL_KIND_LINK, "to-goal" },
  { TL_KIND_PROJECT, "late" },    { TL_KIND_LINK, "l2" },          { TL_KIND_PROJECT, "weak" },
  { TL_KIND_LINK, "l3" },         { TL_KIND_PROJECT, "declined" }, { TL_KIND_REQUEST, "asked" },
  { TL_KIND_REQUEST, "refused" }, { TL_KIND_PERSON, "wrong" },     { TL_KIND_PROJECT, "unused" },
  { TL_KIND_LINK, "l4" },         { TL_KIND_OBJECTIVE, "o5" },     { TL_KIND_OBJECTIVE, "o6" },
  { TL_KIND_OBJECTIVE, "o7" },    { TL_KIND_CAUSE, "process" },    { TL_KIND_CAUSE, "incentives" },
  { TL_KIND_PROJECT, "chores" },
};

static const Cell more_cells[] = {
  { "old", TL_GOAL_STATUS, "retired" },
  { "g1", TL_GOAL_REVIEWED_ON, "2024-01-01" },
  { "pat", TL_PERSON_LAST_CONTACT, "2024-01-01" },
  { "pat", TL_PERSON_ACCESS, "4" },
  { "wrong", TL_PERSON_OWNS_GOAL, "no" },
  { "loose", TL_OBJECTIVE_GOAL, "old" },
  { "gap", TL_OBJECTIVE_GOAL, "g1" },
  { "gap", TL_OBJECTIVE_LEVEL, "4" },
  { "cause", TL_CAUSE_OBJECTIVE, "gap" },
  { "cause", TL_CAUSE_CATEGORY, "skill-knowledge" },
  { "cause", TL_CAUSE_RECORDED_ON, "2024-06-01" },
  { "direct", TL_PROJECT_STATUS, "live" },
  { "to-goal", TL_LINK_PROJECT, "direct" },
  { "to-goal", TL_LINK_TARGET, "g1" },
  { "late", TL_PROJECT_STATUS, "live" },
  { "late", TL_PROJECT_EFFORT, "40" },
  { "late", TL_PROJECT_SOLUTION_TYPE, "course" },
  { "late", TL_PROJECT_WORK_CATEGORY, "strategic" },
  { "late", TL_PROJECT_SPONSOR, "wrong" },
  { "l2", TL_LINK_PROJECT, "late" },
  { "l2", TL_LINK_TARGET, "gap" },
  { "l2", TL_LINK_STRENGTH, "strong" },
  { "weak", TL_PROJECT_STATUS, "live" },
  { "weak", TL_PROJECT_EFFORT, "40" },
  { "l3", TL_LINK_PROJECT, "weak" },
  { "l3", TL_LINK_TARGET, "gap" },
  { "l3", TL_LINK_STRENGTH, "weak" },
  { "declined", TL_PROJECT_STATUS, "declined" },
  { "asked", TL_REQUEST_RECEIVED_ON, "2025-01-01" },
  { "refused", TL_REQUEST_OUTCOME, "decline" },
  { "unused", TL_PROJECT_STATUS, "live" },
  { "unused", TL_PROJECT_COST, "9000" },
  { "unused", TL_PROJECT_USE_SHARE, "10" },
  { "unused", TL_PROJECT_USE_SHARE_PREVIOUS, "12" },
  { "l4", TL_LINK_PROJECT, "unused" },
  { "l4", TL_LINK_TARGET, "o4" },
  { "pat", TL_PERSON_CREDIBILITY, "1" },
  { "o5", TL_OBJECTIVE_GOAL, "g1" },
  { "o6", TL_OBJECTIVE_GOAL, "g1" },
  { "o7", TL_OBJECTIVE_GOAL, "g1" },
  { "process", TL_CAUSE_OBJECTIVE, "o1" },
  { "process", TL_CAUSE_CATEGORY, "process" },
  { "process", TL_CAUSE_CONFIRMED, "yes" },
  { "incentives", TL_CAUSE_OBJECTIVE, "o1" },
  { "incentives", TL_CAUSE_CATEGORY, "incentives" },
  { "late", TL_PROJECT_START, "2024-06-01" },
  { "l2", TL_ITEM_CREATED, "2025-03-01" },
  { "l2", TL_LINK_CONTRIBUTION, "70" },
  { "l3", TL_LINK_CONTRIBUTION, "60" },
  { "chores", TL_PROJECT_STATUS, "live" },
  { "chores", TL_PROJECT_EFFORT, "60" },
  { "chores", TL_PROJECT_WORK_CATEGORY, "transactional" },
  { "p2", TL_PROJECT_SOLUTION_TYPE, "tool" },
  { "direct", TL_PROJECT_SOLUTION_TYPE, "tool" },
  { "weak", TL_PROJECT_SOLUTION_TYPE, "tool" },
  { "unused", TL_PROJECT_SOLUTION_TYPE, "platform" },
  { "chores", TL_PROJECT_SOLUTION_TYPE, "process" },
  { "p1", TL_PROJECT_ORIGIN, "request" },
  { "p2", TL_PROJECT_ORIGIN, "request" },
  { "direct", TL_PROJECT_ORIGIN, "request" },
  { "late", TL_PROJECT_ORIGIN, "request" },
  { "weak", TL_PROJECT_ORIGIN, "proactive" },
  { "unused", TL_PROJECT_ORIGIN, "proactive" },
};

static TlValue
read_cell (const Cell *cell)
{
  switch (tl_field_get_form (cell->field))
    {
    case TL_VALUE_NUMBER:
      return tl_value_from_number (g_ascii_strtod (cell->text, NULL));
    case TL_VALUE_CHOICE:
      return tl_value_from_choice (tl_field_find_choice (cell->field, cell->text));
    case TL_VALUE_DATE:
      return tl_value_from_date (tl_date_parse (cell->text));
    default:
      return tl_value_from_text (cell->text);
    }
}

static TlSession *
broken_new (void)
{
  TlSession *session = ui_plan_new ();
  TlWorkspace *workspace = tl_session_get_workspace (session);

  tl_workspace_begin (workspace, "Break");
  for (gsize i = 0; i < G_N_ELEMENTS (more_items); i++)
    tl_workspace_add (workspace, more_items[i].kind, more_items[i].id, TL_POSITION_END, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (more_cells); i++)
    {
      g_auto (TlValue) value = read_cell (&more_cells[i]);
      g_autoptr (GError) error = NULL;

      tl_workspace_set (workspace, ui_plan_get (session, more_cells[i].id), more_cells[i].field,
                        &value, &error);
      g_assert_no_error (error);
    }
  tl_workspace_commit (workspace);
  return session;
}

/* Two that are alike, and two that tell the same people different things. */
static TlSession *
alike_new (void)
{
  TlSession *session = ui_plan_open (
      "{'units':[{'id':'u'},{'id':'v'}],'projects':["
      "{'id':'p','title':'Yearly gathering','status':'live','audience':['all']},"
      "{'id':'q','title':'Yearly gathering','status':'live','audience':['all']},"
      "{'id':'r','title':'Feedback days','status':'live','unit':'u','audience':['new hires'],"
      "'topics':['feedback']},"
      "{'id':'s','title':'Plain talk','status':'live','unit':'v','audience':['new hires'],"
      "'topics':['feedback']}]}");

  while (tl_session_is_comparing (session))
    g_main_context_iteration (NULL, TRUE);
  return session;
}

static TlSession *(*const plans[]) (void) = { broken_new, ui_sample_open, alike_new };

static const TlFinding *
find_first (TlSession *session, const TlRule *rule, guint nth)
{
  TlAnalysis *analysis = tl_session_get_analysis (session);

  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    if (tl_analysis_get_finding (analysis, i)->rule == rule && nth-- == 0)
      return tl_analysis_get_finding (analysis, i);
  return NULL;
}

/* Whether some finding in some plan goes by the fix; and none by more than one step of undo where
 * one click is all it takes. */
static gboolean
is_mended (const TlRule *rule, TlRuleFix way, gboolean *is_offered)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    for (guint nth = 0; nth < 40; nth++)
      {
        g_autoptr (TlSession) session = plans[i]();
        const TlFinding *finding = find_first (session, rule, nth);
        g_autoptr (GPtrArray) fixes = NULL;

        if (finding == NULL)
          break;
        fixes = tl_finding_list_fixes (tl_session_get_alignment (session), finding);
        for (guint j = 0; j < fixes->len; j++)
          {
            const TlFindingFix *fix = fixes->pdata[j];

            if (fix->fix != way.fix || fix->field != way.field)
              continue;
            *is_offered = TRUE;
            if (is_step (rule, fix) || try_fix (session, finding, fix))
              return TRUE;
            break;
          }
      }
  return FALSE;
}

static void
test_fixes_mend (void)
{
  guint n_failed = 0;

  for (guint i = 0; i < tl_rule_get_n_rules (); i++)
    for (guint j = 0; j < TL_RULE_MAX_FIXES; j++)
      {
        const TlRule *rule = tl_rule_get (i);
        TlRuleFix way = tl_rule_get_fix (rule, j);
        gboolean is_offered = FALSE;
        gboolean is_done;

        if (way.fix == TL_FIX_NONE)
          continue;
        is_done = is_mended (rule, way, &is_offered);
        if (!is_offered)
          g_test_message ("%s: no plan breaks it so that fix %u is offered", rule->id, j);
        else if (!is_done)
          g_test_message ("%s: fix %u does not mend it", rule->id, j);
        n_failed += is_offered && is_done ? 0 : 1;
      }
  g_assert_cmpuint (n_failed, ==, 0);
}

/* Whatever a rule finds, somebody may let it pass. */
static void
test_waivers_hide (void)
{
  guint n_rules = 0;

  for (gsize p = 0; p < G_N_ELEMENTS (plans); p++)
    for (guint i = 0; i < tl_rule_get_n_rules (); i++)
      {
        g_autoptr (TlSession) session = plans[p]();
        const TlRule *rule = tl_rule_get (i);
        const TlFinding *finding = find_first (session, rule, 0);
        g_autoptr (GError) error = NULL;
        TlItem *items[2];

        if (finding == NULL)
          continue;
        n_rules++;
        items[0] = finding->items[0];
        items[1] = finding->items[1];
        tl_command_waive (session, rule, items[0], items[1], "It was agreed", NULL, TL_DATE_NONE,
                          &error);
        g_assert_no_error (error);
        g_assert_null (find (session, rule, items[0], items[1]));
        g_assert_cmpuint (tl_analysis_get_n_waived (tl_session_get_analysis (session)), >, 0);
        tl_session_undo (session);
        g_assert_nonnull (find (session, rule, items[0], items[1]));
      }
  g_assert_cmpuint (n_rules, >=, tl_rule_get_n_rules ());
}

/* What one click does is one step of undo. */
static void
test_one_step (void)
{
  static const TlRuleFix clicks[] = {
    { TL_FIX_STOP }, { TL_FIX_ANALYSIS }, { TL_FIX_OBJECTIVE }, { TL_FIX_ADD, TL_MEASURE_OF }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (clicks); i++)
    {
      g_autoptr (TlSession) session = broken_new ();
      g_autofree char *before = ui_plan_dump (session);
      g_autofree char *after = NULL;
      TlFindingFix fix = { ui_plan_get (session, "direct"), clicks[i].fix, clicks[i].field, FALSE };
      GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));

      tl_finding_fix_run (widget, session, &fix);
      after = ui_plan_dump (session);
      g_assert_cmpstr (before, !=, after);
      tl_session_undo (session);
      g_free (after);
      after = ui_plan_dump (session);
      g_assert_cmpstr (before, ==, after);
      g_object_unref (widget);
    }
}

static void
test_labels (void)
{
  static const struct
  {
    const char *rule;
    const char *item;
    const char *label;
  } cases[] = {
    { "ALN-01", "P17", "Link to an Objective…" },
    { "ALN-04", "P03", "Change “Strength”" }, /* of its link, which the project has not */
    { "ALN-06", "G1-2", "Link a Project…" },
    { "ALN-08", "G2", "Fill In “Role of Learning”" },
    { "ALN-11", "P01-L1", "Fill In “Agreed On”" },
    { "PRT-03", "G1", "Fill In “Access”: CEO" }, /* of its owner */
  };
  g_autoptr (TlSession) session = ui_sample_open ();
  TlAlignment *alignment = tl_session_get_alignment (session);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) fixes = tl_item_list_fixes (alignment, tl_rule_find (cases[i].rule),
                                                        ui_sample_get (session, cases[i].item));
      g_autofree char *label = NULL;

      g_assert_cmpuint (fixes->len, >, 0);
      label = tl_finding_fix_dup_label (alignment, fixes->pdata[0]);
      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

/* Where the finding leaves it open which item is meant, the button names it. */
static void
test_named (void)
{
  static const struct
  {
    const char *rule;
    guint index; /* of the way */
    const char *label;
  } cases[] = {
    { "ALN-10", 0, "Change “Starts”" },
    { "ALN-12", 0, "Change “Contribution”: Untitled → Untitled" },
    { "GOL-03", 0, "Change “Status”: Untitled" },
    { "GOL-06", 0, "Link a Project…" },
    { "GOL-06", 1, "Change “Category”: Untitled" },
    { "GOL-07", 0, "Fill In “Addresses”: Story training" },
    { "GOL-07", 1, "Change “Confirmed”: Untitled" },
    { "MEA-01", 0, "Add an Outcome Measure" },
    { "MEA-03", 0, "Add a Goal for Learning" },
    { "WRK-03", 0, "Change “Effort”: Untitled" },
    { "WRK-04", 0, "Fill In “Origin”: Untitled" },
    { "WRK-04", 1, "Fill In “Next Step”: Pat" },
    { "PRT-03", 0, "Change “Credibility”: Pat" },
  };
  g_autoptr (TlSession) session = broken_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlAlignment *alignment = tl_session_get_alignment (session);
      const TlFinding *finding = find_first (session, tl_rule_find (cases[i].rule), 0);
      g_autoptr (GPtrArray) fixes = tl_finding_list_fixes (alignment, finding);
      g_autofree char *label = NULL;

      g_assert_cmpuint (fixes->len, >, cases[i].index);
      label = tl_finding_fix_dup_label (alignment, fixes->pdata[cases[i].index]);
      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

/* Where nothing is left to be edited, no button promises it. */
static void
test_not_offered (void)
{
  static const struct
  {
    const char *rule;
    const char *item;
    TlFix fix;
  } cases[] = {
    { "ALN-03", "p2", TL_FIX_OBJECTIVE },      /* linked to no goal */
    { "VAL-04", "declined", TL_FIX_STOP },     /* stopped already */
    { "WRK-02", "declined", TL_FIX_ANALYSIS }, /* not at work */
    { "GOL-02", "p2", TL_FIX_FILL },           /* a project has no such field */
  };
  g_autoptr (TlSession) session = broken_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) fixes
          = tl_item_list_fixes (tl_session_get_alignment (session), tl_rule_find (cases[i].rule),
                                ui_plan_get (session, cases[i].item));

      for (guint j = 0; j < fixes->len; j++)
        g_assert_cmpint (((TlFindingFix *) fixes->pdata[j])->fix, !=, cases[i].fix);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/finding-fix/mend", test_fixes_mend);
  g_test_add_func ("/finding-fix/waivers", test_waivers_hide);
  g_test_add_func ("/finding-fix/one-step", test_one_step);
  g_test_add_func ("/finding-fix/labels", test_labels);
  g_test_add_func ("/finding-fix/named", test_named);
  g_test_add_func ("/finding-fix/not-offered", test_not_offered);
  return g_test_run ();
}

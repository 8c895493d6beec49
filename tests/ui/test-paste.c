/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-paste.h"
#include "ui-plan.h"

static const TlField fields[]
    = { TL_ITEM_TITLE, TL_N_FIELDS, TL_PROJECT_EFFORT, TL_PROJECT_STATUS };

/* Pastes over the projects from @first on, whose columns are title, one that is worked out, days
 * and status. */
static TlCellEdits *
plan (TlSession *session, guint first, const char *text, guint *n_left_out)
{
  g_autoptr (TlCellBlock) block = tl_cell_block_parse (text);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlPasteTarget target = { session, TL_KIND_PROJECT, items, fields, G_N_ELEMENTS (fields) };

  for (guint i = first; i < tl_workspace_get_n_items (workspace, TL_KIND_PROJECT); i++)
    g_ptr_array_add (items, tl_workspace_get_item (workspace, TL_KIND_PROJECT, i));
  return tl_paste_plan (&target, block, n_left_out);
}

static const struct
{
  guint first;
  const char *text;
  guint n_changes;
  guint n_changed_rows;
  guint n_new_rows;
  guint n_refusals;
  guint n_left_out;
} plans[] = {
  { 0, "A\nB", 2, 2, 0, 0, 0 },
  { 0, "Story training\nB", 1, 1, 0, 0, 0 },
  { 1, "A\t\t3\tIdea\nB\t\t4\tIdea\nC\t\t5\tIdea\n", 9, 2, 1, 0, 1 },
  { 2, "A\nB\nC\n\n", 3, 1, 2, 0, 0 },
  { 0, "A\t\tmany\nB\t\t-4\nC\t\t5", 4, 3, 0, 2, 1 },
  { 0, "\t\t3", 1, 1, 0, 1, 1 },
  { 3, "\t\t3", 1, 0, 1, 0, 1 },
  { 3, "\t\tmany", 0, 0, 0, 1, 1 },
  { 0, "A\t\t\t\tbeyond", 3, 1, 0, 0, 2 },
  { 0, "", 0, 0, 0, 0, 0 },
};

static void
test_plans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (TlSession) session = ui_plan_new ();
      g_autofree char *before = ui_plan_dump (session);
      g_autofree char *after = NULL;
      guint n_left_out;
      g_autoptr (TlCellEdits) edits = plan (session, plans[i].first, plans[i].text, &n_left_out);

      g_test_message ("“%s”", plans[i].text);
      g_assert_cmpuint (tl_cell_edits_get_n_changes (edits), ==, plans[i].n_changes);
      g_assert_cmpuint (tl_cell_edits_get_n_changed_rows (edits), ==, plans[i].n_changed_rows);
      g_assert_cmpuint (tl_cell_edits_get_n_new_rows (edits), ==, plans[i].n_new_rows);
      g_assert_cmpuint (tl_cell_edits_get_n_refusals (edits), ==, plans[i].n_refusals);
      g_assert_cmpuint (n_left_out, ==, plans[i].n_left_out);

      /* To plan is to change nothing, and to leave nothing to undo. */
      after = ui_plan_dump (session);
      g_assert_cmpstr (before, ==, after);
      g_assert_false (tl_history_can_undo (tl_session_get_history (session)));
    }
}

/* One step of undo, whatever was pasted. */
static void
test_undo (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  g_autofree char *before = ui_plan_dump (session);
  g_autofree char *after = NULL;
  guint n_left_out;
  g_autoptr (TlCellEdits) edits = plan (session, 2, "A\t\t3\nB\t\t4\n", &n_left_out);
  TlItem *added;

  g_assert_true (tl_cell_edits_apply (edits, "Paste", FALSE));
  g_assert_cmpuint (tl_cell_edits_get_added (edits)->len, ==, 1);
  added = tl_cell_edits_get_added (edits)->pdata[0];
  g_assert_cmpstr (tl_item_get_title (added), ==, "B");
  g_assert_cmpfloat (tl_item_get_number (added, TL_PROJECT_EFFORT), ==, 4);
  g_assert_cmpint (tl_item_get_choice (added, TL_PROJECT_STATUS), ==, TL_STATUS_ANALYSIS);
  tl_session_undo (session);
  after = ui_plan_dump (session);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (tl_history_can_undo (tl_session_get_history (session)));
}

/* What is refused is left out only when that is asked for. */
static void
test_only_good (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  guint n_left_out;
  g_autoptr (TlCellEdits) edits = plan (session, 0, "A\t\tmany\n", &n_left_out);
  const TlRefusal *refusal = tl_cell_edits_get_refusal (edits, 0);

  g_assert_cmpuint (refusal->row, ==, 1);
  g_assert_true (refusal->item == ui_plan_get (session, "p1"));
  g_assert_cmpint (refusal->field, ==, TL_PROJECT_EFFORT);
  g_assert_cmpstr (refusal->text, ==, "many");
  g_assert_nonnull (strstr (refusal->reason, "many"));
  g_assert_false (tl_cell_edits_apply (edits, "Paste", FALSE));
  g_assert_cmpstr (tl_item_get_title (ui_plan_get (session, "p1")), ==, "Story training");
  g_assert_true (tl_cell_edits_apply (edits, "Paste", TRUE));
  g_assert_cmpstr (tl_item_get_title (ui_plan_get (session, "p1")), ==, "A");
  g_assert_cmpfloat (tl_item_get_number (ui_plan_get (session, "p1"), TL_PROJECT_EFFORT), ==, 10);
}

/* What fits alone does not fit together. */
static void
test_circle (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  g_autoptr (TlCellEdits) edits = tl_cell_edits_new (session, TL_KIND_PROJECT);
  g_auto (TlValue) first = tl_value_from_text ("p1");
  g_auto (TlValue) second = tl_value_from_text ("p2");

  tl_cell_edits_begin_row (edits, ui_plan_get (session, "p1"));
  tl_cell_edits_set (edits, TL_PROJECT_INITIATIVE, &second, NULL);
  tl_cell_edits_begin_row (edits, ui_plan_get (session, "p2"));
  tl_cell_edits_set (edits, TL_PROJECT_INITIATIVE, &first, NULL);
  tl_cell_edits_check (edits);
  g_assert_cmpuint (tl_cell_edits_get_n_refusals (edits), ==, 1);
  g_assert_cmpuint (tl_cell_edits_get_refusal (edits, 0)->row, ==, 2);
}

/* A title cannot go; what has a name of its own needs none. */
static void
test_titles (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  g_autoptr (TlCellEdits) projects = tl_cell_edits_new (session, TL_KIND_PROJECT);
  g_autoptr (TlCellEdits) links = tl_cell_edits_new (session, TL_KIND_LINK);

  tl_cell_edits_begin_row (projects, ui_plan_get (session, "p1"));
  tl_cell_edits_set (projects, TL_ITEM_TITLE, &TL_VALUE_INIT, NULL);
  tl_cell_edits_check (projects);
  g_assert_cmpuint (tl_cell_edits_get_n_refusals (projects), ==, 1);
  tl_cell_edits_begin_row (links, ui_plan_get (session, "l1"));
  tl_cell_edits_set (links, TL_ITEM_TITLE, &TL_VALUE_INIT, NULL);
  tl_cell_edits_check (links);
  g_assert_cmpuint (tl_cell_edits_get_n_refusals (links), ==, 0);
}

/* New goals come one after the other in priority. */
static void
test_new_goals (void)
{
  static const TlField title[] = { TL_ITEM_TITLE };
  g_autoptr (TlSession) session = ui_plan_new ();
  g_autoptr (TlCellBlock) block = tl_cell_block_parse ("A\nB");
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  TlPasteTarget target = { session, TL_KIND_GOAL, items, title, 1 };
  guint n_left_out;
  g_autoptr (TlCellEdits) edits = tl_paste_plan (&target, block, &n_left_out);
  GPtrArray *added;

  tl_cell_edits_apply (edits, "Paste", FALSE);
  added = tl_cell_edits_get_added (edits);
  g_assert_cmpuint (added->len, ==, 2);
  g_assert_cmpfloat (tl_item_get_number (added->pdata[0], TL_GOAL_PRIORITY), ==, 3);
  g_assert_cmpfloat (tl_item_get_number (added->pdata[1], TL_GOAL_PRIORITY), ==, 4);
}

/* A cell that is pasted over many goes into all of them. */
static void
test_fill (void)
{
  static const TlField two[] = { TL_PROJECT_EFFORT, TL_PROJECT_COST };
  g_autoptr (TlSession) session = ui_plan_new ();
  g_autoptr (TlCellBlock) block = tl_cell_block_parse ("7");
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  TlPasteTarget target = { session, TL_KIND_PROJECT, items, two, 2 };
  guint n_left_out;
  g_autoptr (TlCellEdits) edits = NULL;

  g_ptr_array_add (items, ui_plan_get (session, "p1"));
  g_ptr_array_add (items, ui_plan_get (session, "p3"));
  edits = tl_paste_plan_fill (&target, block, &n_left_out);
  g_assert_cmpuint (tl_cell_edits_get_n_changes (edits), ==, 4);
  tl_cell_edits_apply (edits, "Paste", FALSE);
  g_assert_cmpfloat (tl_item_get_number (ui_plan_get (session, "p3"), TL_PROJECT_COST), ==, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paste/plans", test_plans);
  g_test_add_func ("/paste/undo", test_undo);
  g_test_add_func ("/paste/only-good", test_only_good);
  g_test_add_func ("/paste/circle", test_circle);
  g_test_add_func ("/paste/titles", test_titles);
  g_test_add_func ("/paste/new-goals", test_new_goals);
  g_test_add_func ("/paste/fill", test_fill);
  return g_test_run ();
}

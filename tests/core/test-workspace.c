/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dump.h"

typedef struct
{
  TlWorkspace *workspace;
  guint n_signals;
  guint n_changes; /* in the last one */
  char *label;     /* of the last one */
} Fixture;

static void
changed_cb (TlWorkspace *workspace, TlTransaction *transaction, gpointer data)
{
  Fixture *fixture = data;

  g_assert_false (tl_workspace_is_in_transaction (workspace));
  fixture->n_signals++;
  fixture->n_changes = tl_transaction_get_n_changes (transaction);
  g_free (fixture->label);
  fixture->label = g_strdup (tl_transaction_get_label (transaction));
}

static TlItem *
add (Fixture *fixture, TlKind kind, const char *id)
{
  g_autoptr (GError) error = NULL;
  TlItem *item = tl_workspace_add (fixture->workspace, kind, id, TL_POSITION_END, &error);

  g_assert_no_error (error);
  return item;
}

static void
refer (Fixture *fixture, const char *from, TlField field, const char *to)
{
  g_autoptr (GError) error = NULL;

  tl_workspace_set_text (fixture->workspace, tl_workspace_lookup (fixture->workspace, from), field,
                         to, &error);
  g_assert_no_error (error);
}

/* Goal G with parent-to-be H, objective O with cause C, project P that addresses C and D and has
 * two links, a measure, a waiver, a request and an insight about some of them. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const causes[] = { "C", "D", NULL };
  static const char *const subjects[] = { "P", "G", "O", NULL };

  fixture->workspace = tl_workspace_new ();
  add (fixture, TL_KIND_GOAL, "G");
  add (fixture, TL_KIND_GOAL, "H");
  add (fixture, TL_KIND_OBJECTIVE, "O");
  add (fixture, TL_KIND_CAUSE, "C");
  add (fixture, TL_KIND_CAUSE, "D");
  add (fixture, TL_KIND_PROJECT, "P");
  add (fixture, TL_KIND_LINK, "L");
  add (fixture, TL_KIND_LINK, "M");
  add (fixture, TL_KIND_MEASURE, "E");
  add (fixture, TL_KIND_WAIVER, "W");
  add (fixture, TL_KIND_REQUEST, "R");
  add (fixture, TL_KIND_INSIGHT, "I");
  refer (fixture, "H", TL_GOAL_PARENT, "G");
  refer (fixture, "O", TL_OBJECTIVE_GOAL, "G");
  refer (fixture, "C", TL_CAUSE_OBJECTIVE, "O");
  refer (fixture, "L", TL_LINK_PROJECT, "P");
  refer (fixture, "L", TL_LINK_TARGET, "O");
  refer (fixture, "M", TL_LINK_PROJECT, "P");
  refer (fixture, "M", TL_LINK_TARGET, "G");
  refer (fixture, "E", TL_MEASURE_OF, "O");
  refer (fixture, "W", TL_WAIVER_ABOUT, "P");
  refer (fixture, "R", TL_REQUEST_PROJECT, "P");
  tl_workspace_set_words (fixture->workspace, tl_workspace_lookup (fixture->workspace, "P"),
                          TL_PROJECT_ADDRESSES, causes, NULL);
  tl_workspace_set_words (fixture->workspace, tl_workspace_lookup (fixture->workspace, "I"),
                          TL_INSIGHT_ABOUT, subjects, NULL);
  dump_assert_indices (fixture->workspace);
  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->workspace);
  g_free (fixture->label);
}

static void
assert_ids (TlWorkspace *workspace, TlKind kind, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            tl_item_get_id (tl_workspace_get_item (workspace, kind, i)));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_empty (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();

  g_assert_true (tl_workspace_is_empty (workspace));
  g_assert_nonnull (tl_workspace_get_root (workspace));
  g_assert_nonnull (tl_workspace_get_settings (workspace));
  g_assert_null (tl_workspace_lookup (workspace, ""));
  g_assert_cmpuint (tl_workspace_get_revision (workspace), ==, 0);
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  TlWorkspace *workspace = fixture->workspace;

  tl_workspace_add (workspace, TL_KIND_GOAL, "first", 0, NULL);
  tl_workspace_add (workspace, TL_KIND_GOAL, "between", 2, NULL);
  tl_workspace_add (workspace, TL_KIND_GOAL, "last", 99, NULL);
  assert_ids (workspace, TL_KIND_GOAL, "first G between H last");
  g_assert_cmpuint (fixture->n_signals, ==, 3);
  g_assert_false (tl_workspace_is_empty (workspace));
  dump_assert_indices (workspace);
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    guint to;
    const char *order;
  } moves[] = {
    { "a", 4, "b c d e a" }, { "a", 0, "a b c d e" },  { "b", 2, "a c b d e" },
    { "e", 1, "a e c b d" }, { "c", 99, "a e b d c" }, { "b", 2, "a e b d c" },
  };
  TlWorkspace *workspace = fixture->workspace;
  guint n_signals;

  for (const char *id = "abcde"; *id != '\0'; id++)
    {
      char text[] = { *id, '\0' };

      add (fixture, TL_KIND_UNIT, text);
    }
  n_signals = fixture->n_signals;
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      tl_workspace_move (workspace, tl_workspace_lookup (workspace, moves[i].id), moves[i].to);
      assert_ids (workspace, TL_KIND_UNIT, moves[i].order);
      dump_assert_indices (workspace);
    }
  /* The last one went nowhere, and nobody was told of it. */
  g_assert_cmpuint (fixture->n_signals, ==, n_signals + G_N_ELEMENTS (moves) - 1);
}

static void
test_remove_project (Fixture *fixture, gconstpointer data)
{
  TlWorkspace *workspace = fixture->workspace;

  tl_workspace_remove (workspace, tl_workspace_lookup (workspace, "P"));
  g_assert_null (tl_workspace_lookup (workspace, "P"));
  /* Links and waivers are nothing without it; a request is, and an insight has other subjects. */
  assert_ids (workspace, TL_KIND_LINK, "");
  assert_ids (workspace, TL_KIND_WAIVER, "");
  g_assert_false (tl_item_is_set (tl_workspace_lookup (workspace, "R"), TL_REQUEST_PROJECT));
  g_assert_cmpstr (tl_item_get_words (tl_workspace_lookup (workspace, "I"), TL_INSIGHT_ABOUT)[0],
                   ==, "G");
  assert_ids (workspace, TL_KIND_CAUSE, "C D");
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  dump_assert_indices (workspace);
}

static void
test_remove_objective (Fixture *fixture, gconstpointer data)
{
  static const char *const left[] = { "D", NULL };
  TlWorkspace *workspace = fixture->workspace;

  tl_workspace_remove (workspace, tl_workspace_lookup (workspace, "O"));
  assert_ids (workspace, TL_KIND_LINK, "M");
  assert_ids (workspace, TL_KIND_CAUSE, "D");
  assert_ids (workspace, TL_KIND_MEASURE, "");
  g_assert_true (
      g_strv_equal (tl_item_get_words (tl_workspace_lookup (workspace, "P"), TL_PROJECT_ADDRESSES),
                    left));
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  dump_assert_indices (workspace);
}

static void
test_remove_goal (Fixture *fixture, gconstpointer data)
{
  TlWorkspace *workspace = fixture->workspace;

  tl_workspace_remove (workspace, tl_workspace_lookup (workspace, "G"));
  assert_ids (workspace, TL_KIND_GOAL, "H");
  assert_ids (workspace, TL_KIND_LINK, "L");
  g_assert_false (tl_item_is_set (tl_workspace_lookup (workspace, "H"), TL_GOAL_PARENT));
  g_assert_false (tl_item_is_set (tl_workspace_lookup (workspace, "O"), TL_OBJECTIVE_GOAL));
  dump_assert_indices (workspace);
}

/* A list loses its last entry and is absent. */
static void
test_remove_last_of_list (Fixture *fixture, gconstpointer data)
{
  TlWorkspace *workspace = fixture->workspace;
  TlItem *project = tl_workspace_lookup (workspace, "P");

  tl_workspace_remove (workspace, tl_workspace_lookup (workspace, "C"));
  tl_workspace_remove (workspace, tl_workspace_lookup (workspace, "D"));
  g_assert_false (tl_item_is_set (project, TL_PROJECT_ADDRESSES));
}

/* An id may stand in a list twice, and leaves it twice. */
static void
test_remove_twice_in_list (Fixture *fixture, gconstpointer data)
{
  static const char *const twice[] = { "C", "D", "C", NULL };
  TlWorkspace *workspace = fixture->workspace;
  TlItem *project = tl_workspace_lookup (workspace, "P");

  g_assert_true (tl_workspace_set_words (workspace, project, TL_PROJECT_ADDRESSES, twice, NULL));
  dump_assert_indices (workspace);
  tl_workspace_remove (workspace, tl_workspace_lookup (workspace, "C"));
  g_assert_cmpuint (g_strv_length ((GStrv) tl_item_get_words (project, TL_PROJECT_ADDRESSES)), ==,
                    1);
  dump_assert_indices (workspace);
}

/* Two waivers about each other hold each other up; removing one removes both, and comes to an end.
 */
static void
test_remove_circle (Fixture *fixture, gconstpointer data)
{
  TlWorkspace *workspace = fixture->workspace;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add (fixture, TL_KIND_WAIVER, "X");
  add (fixture, TL_KIND_WAIVER, "Y");
  add (fixture, TL_KIND_WAIVER, "Z");
  refer (fixture, "X", TL_WAIVER_ABOUT, "Y");
  refer (fixture, "Y", TL_WAIVER_ABOUT, "Z");
  refer (fixture, "Z", TL_WAIVER_ABOUT, "X");
  before = dump_workspace (workspace);

  tl_workspace_begin (workspace, "Delete");
  tl_workspace_remove (workspace, tl_workspace_lookup (workspace, "Y"));
  assert_ids (workspace, TL_KIND_WAIVER, "W");
  dump_assert_indices (workspace);
  tl_workspace_rollback (workspace);
  after = dump_workspace (workspace);
  g_assert_cmpstr (before, ==, after);
  dump_assert_indices (workspace);
}

static void
test_set_nothing_new (Fixture *fixture, gconstpointer data)
{
  TlWorkspace *workspace = fixture->workspace;
  TlItem *goal = tl_workspace_lookup (workspace, "G");
  guint64 revision;

  tl_workspace_set_text (workspace, goal, TL_ITEM_TITLE, "Grow", NULL);
  revision = tl_workspace_get_revision (workspace);
  tl_workspace_set_text (workspace, goal, TL_ITEM_TITLE, "Grow", NULL);
  tl_workspace_set_choice (workspace, goal, TL_GOAL_STATUS, TL_GOAL_STATUS_ACTIVE, NULL);
  tl_workspace_begin (workspace, "Nothing");
  tl_workspace_commit (workspace);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (tl_workspace_get_revision (workspace), ==, revision);
}

static void
test_transaction (Fixture *fixture, gconstpointer data)
{
  TlWorkspace *workspace = fixture->workspace;
  guint64 revision = tl_workspace_get_revision (workspace);

  tl_workspace_begin (workspace, "Outer");
  refer (fixture, "H", TL_ITEM_TITLE, "a");
  tl_workspace_begin (workspace, "Inner");
  add (fixture, TL_KIND_GOAL, "N");
  tl_workspace_commit (workspace);
  g_assert_true (tl_workspace_is_in_transaction (workspace));
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  refer (fixture, "N", TL_ITEM_TITLE, "b");
  tl_workspace_commit (workspace);

  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (fixture->n_changes, ==, 3);
  g_assert_cmpstr (fixture->label, ==, "Outer");
  g_assert_cmpuint (tl_workspace_get_revision (workspace), ==, revision + 1);
}

/* Typing keeps the first and the last value, and not one a letter. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  TlWorkspace *workspace = fixture->workspace;

  tl_workspace_begin (workspace, "Rename");
  refer (fixture, "G", TL_ITEM_TITLE, "G");
  refer (fixture, "G", TL_ITEM_TITLE, "Gr");
  refer (fixture, "G", TL_ITEM_TITLE, "Gro");
  tl_workspace_commit (workspace);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

static void
test_rollback (Fixture *fixture, gconstpointer data)
{
  TlWorkspace *workspace = fixture->workspace;
  g_autofree char *before = dump_workspace (workspace);
  g_autofree char *after = NULL;
  guint64 revision = tl_workspace_get_revision (workspace);
  TlItem *goal = tl_workspace_lookup (workspace, "G");

  tl_workspace_begin (workspace, "Gesture");
  tl_workspace_move (workspace, goal, 1);
  refer (fixture, "G", TL_ITEM_TITLE, "Grow");
  add (fixture, TL_KIND_LINK, "N");
  refer (fixture, "N", TL_LINK_PROJECT, "P");
  refer (fixture, "N", TL_LINK_TARGET, "O");
  tl_workspace_remove (workspace, tl_workspace_lookup (workspace, "P"));
  tl_workspace_remove (workspace, goal);
  tl_workspace_rollback (workspace);

  after = dump_workspace (workspace);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  g_assert_cmpuint (tl_workspace_get_revision (workspace), ==, revision + 1);
  g_assert_false (tl_workspace_is_in_transaction (workspace));
  g_assert_true (tl_workspace_lookup (workspace, "G") == goal);
  dump_assert_indices (workspace);
}

/* What could not be done whole is taken back whole, also where the part that failed was a
 * transaction of its own. */
static void
test_finish (Fixture *fixture, gconstpointer data)
{
  TlWorkspace *workspace = fixture->workspace;
  g_autofree char *before = dump_workspace (workspace);
  g_autofree char *after = NULL;

  for (guint i = 0; i < 2; i++)
    {
      gboolean is_done = i == 1;

      tl_workspace_begin (workspace, "Outer");
      refer (fixture, "G", TL_ITEM_TITLE, "Grow");
      tl_workspace_begin (workspace, "Inner");
      refer (fixture, "O", TL_ITEM_TITLE, "Open");
      g_assert_true (tl_workspace_finish (workspace, is_done) == is_done);
      g_assert_true (tl_workspace_is_in_transaction (workspace));
      g_assert_true (tl_workspace_finish (workspace, is_done) == is_done);
      g_assert_false (tl_workspace_is_in_transaction (workspace));
      g_clear_pointer (&after, g_free);
      after = dump_workspace (workspace);
      g_assert_true (g_str_equal (before, after) == !is_done);
    }
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpstr (fixture->label, ==, "Outer");
}

/* Who keeps something by item and revision must not take what was rolled back for what came next.
 */
static void
test_rollback_revision (Fixture *fixture, gconstpointer data)
{
  TlItem *goal = tl_workspace_lookup (fixture->workspace, "G");
  guint64 in_gesture;

  tl_workspace_begin (fixture->workspace, "Gesture");
  refer (fixture, "G", TL_ITEM_TITLE, "Grow");
  in_gesture = tl_item_get_revision (goal);
  tl_workspace_rollback (fixture->workspace);
  refer (fixture, "G", TL_ITEM_TITLE, "Shrink");
  g_assert_cmpuint (tl_item_get_revision (goal), >, in_gesture);
}

/* The transaction says what was done to whom. */
static void
inspect_cb (TlWorkspace *workspace, TlTransaction *transaction, gpointer data)
{
  TlItem *project = data;

  g_assert_true (tl_transaction_touches (transaction, project));
  g_assert_true (tl_transaction_has_removed (transaction, project));
  g_assert_true (tl_transaction_touches_kind (transaction, TL_KIND_LINK));
  g_assert_true (tl_transaction_touches_kind (transaction, TL_KIND_REQUEST));
  g_assert_false (tl_transaction_touches_kind (transaction, TL_KIND_GOAL));
  g_assert_false (tl_transaction_has_removed (transaction, tl_workspace_lookup (workspace, "R")));
}

static void
test_touches (Fixture *fixture, gconstpointer data)
{
  TlItem *project = tl_workspace_lookup (fixture->workspace, "P");

  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (inspect_cb), project);
  tl_workspace_remove (fixture->workspace, project);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
}

/* What was done can be done again from its value alone. */
static void
keep_cb (TlWorkspace *workspace, TlTransaction *transaction, gpointer data)
{
  TlTransaction **kept = data;

  if (*kept == NULL)
    *kept = tl_transaction_ref (transaction);
}

static void
test_apply (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlTransaction) kept = NULL;
  g_autoptr (TlTransaction) inverse = NULL;
  g_autofree char *before = dump_workspace (fixture->workspace);
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;

  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (keep_cb), &kept);
  tl_workspace_remove (fixture->workspace, tl_workspace_lookup (fixture->workspace, "P"));
  after = dump_workspace (fixture->workspace);
  inverse = tl_transaction_invert (kept);
  tl_workspace_apply (fixture->workspace, inverse);
  back = dump_workspace (fixture->workspace);
  g_assert_cmpstr (back, ==, before);
  dump_assert_indices (fixture->workspace);
  tl_workspace_apply (fixture->workspace, kept);
  again = dump_workspace (fixture->workspace);
  g_assert_cmpstr (again, ==, after);
  g_assert_cmpuint (fixture->n_signals, ==, 3);
}

/* A document that is being read is told to nobody, and is indexed all the same. */
/* While a document is read, its trees grow from any end, and no order of links closes a circle. */
static void
test_bulk_cycle (Fixture *fixture, gconstpointer data)
{
  static const char *const orders[][4]
      = { { "A", "B", "C", "D" }, { "D", "C", "B", "A" }, { "B", "D", "A", "C" } };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
      guint n_refused = 0;

      tl_workspace_begin_bulk (workspace);
      for (char id[] = "A"; *id <= 'D'; (*id)++)
        tl_workspace_add (workspace, TL_KIND_UNIT, id, TL_POSITION_END, NULL);
      for (int k = 0; k < 4; k++)
        {
          const char *id = orders[i][k];
          const char next[] = { *id == 'D' ? 'A' : (char) (*id + 1), '\0' };
          g_autoptr (GError) error = NULL;

          if (tl_workspace_set_text (workspace, tl_workspace_lookup (workspace, id), TL_UNIT_PARENT,
                                     next, &error))
            continue;
          g_assert_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_CYCLE);
          g_assert_cmpint (k, ==, 3);
          n_refused++;
        }
      tl_workspace_end_bulk (workspace);
      g_assert_cmpuint (n_refused, ==, 1);
    }
}

static void
test_bulk (Fixture *fixture, gconstpointer data)
{
  guint64 revision = tl_workspace_get_revision (fixture->workspace);

  tl_workspace_begin_bulk (fixture->workspace);
  add (fixture, TL_KIND_LINK, "N");
  refer (fixture, "N", TL_LINK_PROJECT, "P");
  tl_workspace_end_bulk (fixture->workspace);
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  g_assert_cmpuint (tl_workspace_get_revision (fixture->workspace), ==, revision + 1);
  dump_assert_indices (fixture->workspace);
}

/* However many have gone or moved, each item knows where it is. */
static void
test_positions (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n = 1000;

  for (guint i = 0; i < n; i++)
    tl_workspace_add (workspace, TL_KIND_PROJECT, NULL, TL_POSITION_END, NULL);
  tl_workspace_begin (workspace, "Edit");
  for (; n > 500; n--)
    {
      TlItem *item = tl_workspace_get_item (workspace, TL_KIND_PROJECT,
                                            (guint) g_rand_int_range (rand, 0, (gint32) n));
      guint asked = (guint) g_rand_int_range (rand, 0, (gint32) n - 1);

      tl_workspace_move (workspace, item, (guint) g_rand_int_range (rand, 0, (gint32) n));
      tl_workspace_remove (workspace, tl_workspace_get_item (workspace, TL_KIND_PROJECT, asked));
      g_assert_cmpuint (tl_workspace_get_position (workspace,
                                                   tl_workspace_get_item (workspace,
                                                                          TL_KIND_PROJECT, asked)),
                        ==, asked);
    }
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (tl_workspace_get_position (workspace,
                                                 tl_workspace_get_item (workspace, TL_KIND_PROJECT,
                                                                        i)),
                      ==, i);
  tl_workspace_commit (workspace);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  g_test_add_func ("/workspace/empty", test_empty);
  g_test_add_func ("/workspace/positions", test_positions);
  ADD ("/workspace/add", test_add);
  ADD ("/workspace/move", test_move);
  ADD ("/workspace/remove-project", test_remove_project);
  ADD ("/workspace/remove-objective", test_remove_objective);
  ADD ("/workspace/remove-goal", test_remove_goal);
  ADD ("/workspace/remove-last-of-list", test_remove_last_of_list);
  ADD ("/workspace/remove-twice-in-list", test_remove_twice_in_list);
  ADD ("/workspace/remove-circle", test_remove_circle);
  ADD ("/workspace/set-nothing-new", test_set_nothing_new);
  ADD ("/workspace/transaction", test_transaction);
  ADD ("/workspace/typing", test_typing);
  ADD ("/workspace/rollback", test_rollback);
  ADD ("/workspace/finish", test_finish);
  ADD ("/workspace/rollback-revision", test_rollback_revision);
  ADD ("/workspace/touches", test_touches);
  ADD ("/workspace/apply", test_apply);
  ADD ("/workspace/bulk", test_bulk);
  ADD ("/workspace/bulk-cycle", test_bulk_cycle);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-history.h"

/* Each test is a script of commands with what must hold after it: the title of the one goal, what
 * undo and redo would say, and whether the document is saved. */

typedef enum
{
  TYPE,    /* sets the title in a step of its own */
  TYPE_ON, /* sets the title in a step that merges by the key */
  UNDO,
  REDO,
  SEAL,
  SAVE,
  UNSAVE,
  ROLL_BACK, /* sets the title and takes it back before anybody knows */
  TYPE_SAME, /* sets the title to what it is */
  END,
} Verb;

typedef struct
{
  Verb verb;
  const char *text;
  const char *key;
} Command;

typedef struct
{
  const char *name;
  Command commands[12];
  const char *title;
  const char *undo;
  const char *redo;
  gboolean is_saved;
} Script;

/* clang-format off */
static const Script scripts[] = {
  { "nothing", { { END } }, "", NULL, NULL, TRUE },
  { "type", { { TYPE, "a" }, { END } }, "a", "a", NULL, FALSE },
  { "undo", { { TYPE, "a" }, { UNDO }, { END } }, "", NULL, "a", TRUE },
  { "redo", { { TYPE, "a" }, { UNDO }, { REDO }, { END } }, "a", "a", NULL, FALSE },
  { "undo-too-often", { { TYPE, "a" }, { UNDO }, { UNDO }, { END } }, "", NULL, "a", TRUE },
  { "redo-too-often", { { TYPE, "a" }, { REDO }, { END } }, "a", "a", NULL, FALSE },
  { "two-undone", { { TYPE, "a" }, { TYPE, "b" }, { UNDO }, { UNDO }, { REDO }, { END } }, "a", "a", "b", FALSE },
  { "typing-drops-redo", { { TYPE, "a" }, { TYPE, "b" }, { UNDO }, { TYPE, "c" }, { REDO }, { END } }, "c", "c", NULL, FALSE },
  { "nothing-typed", { { TYPE, "a" }, { UNDO }, { TYPE_SAME }, { END } }, "", NULL, "a", TRUE },
  { "rolled-back", { { TYPE, "a" }, { UNDO }, { ROLL_BACK, "b" }, { END } }, "", NULL, "a", TRUE },

  { "merge", { { TYPE_ON, "a", "title" }, { TYPE_ON, "b", "title" }, { UNDO }, { END } }, "", NULL, "a", TRUE },
  { "merge-redo", { { TYPE_ON, "a", "title" }, { TYPE_ON, "b", "title" }, { UNDO }, { REDO }, { END } }, "b", "a", NULL, FALSE },
  { "other-key", { { TYPE_ON, "a", "title" }, { TYPE_ON, "b", "notes" }, { UNDO }, { END } }, "a", "a", "b", FALSE },
  { "no-key-between", { { TYPE_ON, "a", "title" }, { TYPE, "b" }, { TYPE_ON, "c", "title" }, { UNDO }, { END } }, "b", "b", "c", FALSE },
  { "no-key-never", { { TYPE, "a" }, { TYPE, "b" }, { UNDO }, { END } }, "a", "a", "b", FALSE },
  { "seal", { { TYPE_ON, "a", "title" }, { SEAL }, { TYPE_ON, "b", "title" }, { UNDO }, { END } }, "a", "a", "b", FALSE },
  { "seal-once", { { TYPE_ON, "a", "title" }, { SEAL }, { TYPE_ON, "b", "title" }, { TYPE_ON, "c", "title" }, { UNDO }, { END } }, "a", "a", "b", FALSE },
  { "undo-seals", { { TYPE_ON, "a", "title" }, { TYPE, "b" }, { UNDO }, { TYPE_ON, "c", "title" }, { UNDO }, { END } }, "a", "a", "c", FALSE },
  { "redo-seals", { { TYPE_ON, "a", "title" }, { UNDO }, { REDO }, { TYPE_ON, "b", "title" }, { UNDO }, { END } }, "a", "a", "b", FALSE },

  { "save", { { TYPE, "a" }, { SAVE }, { END } }, "a", "a", NULL, TRUE },
  { "save-and-type", { { TYPE, "a" }, { SAVE }, { TYPE, "b" }, { END } }, "b", "b", NULL, FALSE },
  { "back-to-saved", { { TYPE, "a" }, { SAVE }, { TYPE, "b" }, { UNDO }, { END } }, "a", "a", "b", TRUE },
  { "before-saved", { { TYPE, "a" }, { SAVE }, { UNDO }, { END } }, "", NULL, "a", FALSE },
  { "forward-to-saved", { { TYPE, "a" }, { SAVE }, { UNDO }, { REDO }, { END } }, "a", "a", NULL, TRUE },
  { "saved-was-dropped", { { TYPE, "a" }, { SAVE }, { UNDO }, { TYPE, "b" }, { END } }, "b", "b", NULL, FALSE },
  { "saved-stays-dropped", { { TYPE, "a" }, { SAVE }, { UNDO }, { TYPE, "b" }, { UNDO }, { END } }, "", NULL, "b", FALSE },
  { "save-ends-merging", { { TYPE_ON, "a", "title" }, { SAVE }, { TYPE_ON, "b", "title" }, { UNDO }, { END } }, "a", "a", "b", TRUE },
  { "saved-in-the-past", { { TYPE, "a" }, { SAVE }, { TYPE, "b" }, { TYPE, "c" }, { UNDO }, { TYPE, "d" }, { UNDO }, { UNDO }, { END } }, "a", "a", "b", TRUE },
  { "unsave", { { TYPE, "a" }, { SAVE }, { UNSAVE }, { END } }, "a", "a", NULL, FALSE },
  { "unsave-for-good", { { UNSAVE }, { TYPE, "a" }, { UNDO }, { END } }, "", NULL, "a", FALSE },
};
/* clang-format on */

typedef struct
{
  TlWorkspace *workspace;
  TlItem *goal;
  TlHistory *history;
  guint n_signals;
} Fixture;

static void
changed_cb (TlHistory *history, Fixture *fixture)
{
  fixture->n_signals++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = tl_workspace_new ();
  fixture->goal = tl_workspace_add (fixture->workspace, TL_KIND_GOAL, "G", TL_POSITION_END, NULL);
  fixture->history = tl_history_new (fixture->workspace);
  g_signal_connect (fixture->history, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->history);
  g_object_unref (fixture->workspace);
}

static void
type (Fixture *fixture, const Command *command)
{
  tl_workspace_begin_merging (fixture->workspace, command->text, command->key);
  tl_workspace_set_text (fixture->workspace, fixture->goal, TL_ITEM_TITLE, command->text, NULL);
  if (command->verb == ROLL_BACK)
    tl_workspace_rollback (fixture->workspace);
  else
    tl_workspace_commit (fixture->workspace);
}

static void
run_command (Fixture *fixture, const Command *command)
{
  g_autoptr (TlTransaction) done = NULL;

  switch (command->verb)
    {
    case TYPE:
    case TYPE_ON:
    case ROLL_BACK:
      type (fixture, command);
      break;
    case TYPE_SAME:
      tl_workspace_set_text (fixture->workspace, fixture->goal, TL_ITEM_TITLE,
                             tl_item_get_title (fixture->goal), NULL);
      break;
    case UNDO:
      done = tl_history_undo (fixture->history);
      break;
    case REDO:
      done = tl_history_redo (fixture->history);
      break;
    case SEAL:
      tl_history_seal (fixture->history);
      break;
    case SAVE:
      tl_history_mark_saved (fixture->history);
      break;
    case UNSAVE:
      tl_history_mark_unsaved (fixture->history);
      break;
    case END:
    default:
      g_assert_not_reached ();
    }
}

static void
test_script (Fixture *fixture, gconstpointer data)
{
  const Script *script = data;

  for (const Command *command = script->commands; command->verb != END; command++)
    run_command (fixture, command);
  g_assert_cmpstr (tl_item_get_title (fixture->goal), ==, script->title);
  g_assert_cmpstr (tl_history_get_undo_label (fixture->history), ==, script->undo);
  g_assert_cmpstr (tl_history_get_redo_label (fixture->history), ==, script->redo);
  g_assert_cmpint (tl_history_can_undo (fixture->history), ==, script->undo != NULL);
  g_assert_cmpint (tl_history_can_redo (fixture->history), ==, script->redo != NULL);
  g_assert_cmpint (tl_history_is_saved (fixture->history), ==, script->is_saved);
}

/* Undo says what it did, so that a view can show where. */
static void
test_returned (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlTransaction) nothing = tl_history_undo (fixture->history);
  g_autoptr (TlTransaction) undone = NULL;
  g_autoptr (TlTransaction) redone = NULL;

  g_assert_null (nothing);
  run_command (fixture, &(Command) { TYPE, "a" });
  undone = tl_history_undo (fixture->history);
  g_assert_true (tl_transaction_touches (undone, fixture->goal));
  g_assert_cmpint (tl_transaction_get_change (undone, 0)->after.form, ==, TL_VALUE_UNSET);
  redone = tl_history_redo (fixture->history);
  g_assert_cmpstr (tl_transaction_get_change (redone, 0)->after.text, ==, "a");
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    Command command;
    guint n_signals;
  } steps[] = {
    { { TYPE, "a" }, 1 },      { { TYPE_SAME }, 1 }, { { SAVE }, 2 }, { { SAVE }, 2 },
    { { ROLL_BACK, "b" }, 2 }, { { UNDO }, 3 },      { { UNDO }, 3 }, { { REDO }, 4 },
    { { UNSAVE }, 5 },         { { SEAL }, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      run_command (fixture, &steps[i].command);
      g_assert_cmpuint (fixture->n_signals, ==, steps[i].n_signals);
    }
}

/* A step without a name can be taken back like any other. */
static void
test_no_label (Fixture *fixture, gconstpointer data)
{
  run_command (fixture, &(Command) { TYPE, "a" });
  tl_workspace_begin (fixture->workspace, NULL);
  tl_workspace_set_text (fixture->workspace, fixture->goal, TL_ITEM_TITLE, "b", NULL);
  tl_workspace_commit (fixture->workspace);
  g_assert_true (tl_history_can_undo (fixture->history));
  run_command (fixture, &(Command) { UNDO });
  g_assert_cmpstr (tl_item_get_title (fixture->goal), ==, "a");
  g_assert_true (tl_history_can_redo (fixture->history));
}

/* A gesture that has not ended is no place to undo from: nothing happens, and nothing is lost. */
static void
test_in_transaction (Fixture *fixture, gconstpointer data)
{
  run_command (fixture, &(Command) { TYPE, "a" });
  tl_workspace_begin (fixture->workspace, "Gesture");
  g_test_expect_message ("throughline-core", G_LOG_LEVEL_CRITICAL, "*is_in_transaction*");
  g_assert_null (tl_history_undo (fixture->history));
  g_test_assert_expected_messages ();
  tl_workspace_rollback (fixture->workspace);
  g_assert_cmpstr (tl_history_get_undo_label (fixture->history), ==, "a");
  run_command (fixture, &(Command) { UNDO });
  g_assert_cmpstr (tl_item_get_title (fixture->goal), ==, "");
}

/* What was removed comes back as the same thing, at its place, with all that referred to it. */
static void
test_same_item (Fixture *fixture, gconstpointer data)
{
  TlItem *objective
      = tl_workspace_add (fixture->workspace, TL_KIND_OBJECTIVE, "O", TL_POSITION_END, NULL);

  tl_workspace_set_ref (fixture->workspace, objective, TL_OBJECTIVE_GOAL, fixture->goal, NULL);
  tl_workspace_remove (fixture->workspace, fixture->goal);
  g_assert_null (tl_item_get_workspace (fixture->goal));
  run_command (fixture, &(Command) { UNDO });
  g_assert_true (tl_workspace_lookup (fixture->workspace, "G") == fixture->goal);
  g_assert_true (tl_item_get_ref (objective, TL_OBJECTIVE_GOAL) == fixture->goal);
}

/* The history holds on to the workspace, and lets go of it. */
static void
test_lifetime (void)
{
  TlWorkspace *workspace = tl_workspace_new ();
  TlHistory *history = tl_history_new (workspace);

  g_object_add_weak_pointer (G_OBJECT (workspace), (gpointer *) &workspace);
  tl_workspace_add (workspace, TL_KIND_GOAL, "G", TL_POSITION_END, NULL);
  g_object_unref (workspace);
  g_assert_nonnull (workspace);
  g_object_add_weak_pointer (G_OBJECT (history), (gpointer *) &history);
  g_object_unref (history);
  g_assert_null (history);
  g_assert_null (workspace);
}

static void
keep_cb (TlWorkspace *workspace, TlTransaction *transaction, GPtrArray *kept)
{
  g_ptr_array_add (kept, tl_transaction_ref (transaction));
}

/* Whoever was told of a step and keeps it does not see it grow when the next one merges with it. */
static void
test_told_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) kept
      = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_transaction_unref);
  const Command first = { TYPE_ON, "a", "title" };
  const Command second = { TYPE_ON, "ab", "title" };

  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (keep_cb), kept);
  type (fixture, &first);
  type (fixture, &second);
  g_assert_cmpuint (kept->len, ==, 2);
  g_assert_cmpstr (tl_transaction_get_change (kept->pdata[0], 0)->after.text, ==, "a");
  g_signal_handlers_disconnect_by_data (fixture->workspace, kept);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/history/%s", scripts[i].name);

      g_test_add (path, Fixture, &scripts[i], set_up, test_script, tear_down);
    }
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/history/returned", test_returned);
  ADD ("/history/signals", test_signals);
  ADD ("/history/no-label", test_no_label);
  ADD ("/history/in-transaction", test_in_transaction);
  ADD ("/history/same-item", test_same_item);
  ADD ("/history/told-stays", test_told_stays);
  g_test_add_func ("/history/lifetime", test_lifetime);

  return g_test_run ();
}

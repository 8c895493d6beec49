/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-history.h"
#include "tl-selection.h"

/* Scripts of one letter a command and item, with the selection that they lead to, the primary last,
 * and how often it was told. */

typedef struct
{
  const char *name;
  const char *commands;
  const char *selected;
  guint n_signals;
} Script;

/* s select · a add · r remove · t toggle · d delete from the workspace · c clear · 0 select nothing
 */
static const Script scripts[] = {
  { "nothing", "", "", 0 },
  { "select", "sA", "A", 1 },
  { "select-again", "sA sA", "A", 1 },
  { "select-another", "sA sB", "B", 2 },
  { "add", "sA aB", "AB", 2 },
  { "add-again-makes-primary", "sA aB aA", "BA", 3 },
  { "add-the-primary", "sA aB aB", "AB", 2 },
  { "select-one-of-many", "sA aB sA", "A", 3 },
  { "remove", "sA aB rA", "B", 3 },
  { "remove-what-is-not", "sA rB", "A", 1 },
  { "toggle-on", "sA tB", "AB", 2 },
  { "toggle-off", "sA tB tB", "A", 3 },
  { "clear", "sA aB c-", "", 3 },
  { "clear-nothing", "c-", "", 0 },
  { "select-nothing", "sA 0-", "", 2 },
  { "select-nothing-again", "0-", "", 0 },
  { "delete", "sA aB dA", "B", 3 },
  { "delete-primary", "sA aB dB", "A", 3 },
  { "delete-another", "sA dC", "A", 1 },
  { "delete-all", "sA aB aC dB dA dC", "", 6 },
};

typedef struct
{
  TlWorkspace *workspace;
  TlSelection *selection;
  TlItem *items[3];
  guint n_signals;
} Fixture;

static void
changed_cb (TlSelection *selection, Fixture *fixture)
{
  fixture->n_signals++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "A", "B", "C" };

  fixture->workspace = tl_workspace_new ();
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    fixture->items[i] = g_object_ref (
        tl_workspace_add (fixture->workspace, TL_KIND_GOAL, ids[i], TL_POSITION_END, NULL));
  fixture->selection = tl_selection_new (fixture->workspace);
  g_signal_connect (fixture->selection, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->selection);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->items); i++)
    g_object_unref (fixture->items[i]);
  g_object_unref (fixture->workspace);
}

static void
run_command (Fixture *fixture, char verb, char id)
{
  TlItem *item = id != '-' ? fixture->items[id - 'A'] : NULL;

  if (verb == 's')
    tl_selection_select (fixture->selection, item);
  else if (verb == 'a')
    tl_selection_add (fixture->selection, item);
  else if (verb == 'r')
    tl_selection_remove (fixture->selection, item);
  else if (verb == 't')
    tl_selection_toggle (fixture->selection, item);
  else if (verb == 'd')
    tl_workspace_remove (fixture->workspace, item);
  else if (verb == 'c')
    tl_selection_clear (fixture->selection);
  else
    tl_selection_select (fixture->selection, NULL);
}

static void
assert_selected (Fixture *fixture, const char *expected)
{
  guint n = tl_selection_get_n_items (fixture->selection);
  TlItem *primary = tl_selection_get_primary (fixture->selection);

  g_assert_cmpuint (n, ==, strlen (expected));
  for (guint i = 0; i < n; i++)
    g_assert_true (tl_selection_get_item (fixture->selection, i)
                   == fixture->items[expected[i] - 'A']);
  g_assert_true (primary == (n > 0 ? tl_selection_get_item (fixture->selection, n - 1) : NULL));
  for (guint i = 0; i < G_N_ELEMENTS (fixture->items); i++)
    g_assert_cmpint (tl_selection_contains (fixture->selection, fixture->items[i]), ==,
                     strchr (expected, (int) ('A' + i)) != NULL);
}

static void
test_script (Fixture *fixture, gconstpointer data)
{
  const Script *script = data;

  for (const char *at = script->commands; *at != '\0'; at += at[2] == ' ' ? 3 : 2)
    run_command (fixture, at[0], at[1]);
  assert_selected (fixture, script->selected);
  g_assert_cmpuint (fixture->n_signals, ==, script->n_signals);
}

static void
test_set_items (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  tl_selection_select (fixture->selection, fixture->items[0]);
  g_ptr_array_add (items, fixture->items[2]);
  g_ptr_array_add (items, fixture->items[1]);
  g_ptr_array_add (items, fixture->items[2]);
  tl_selection_set_items (fixture->selection, items);
  assert_selected (fixture, "CB");
  g_assert_cmpuint (fixture->n_signals, ==, 2);
}

/* Undoing a deletion brings the item back, and leaves the selection alone. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlHistory) history = tl_history_new (fixture->workspace);
  g_autoptr (TlTransaction) undone = NULL;

  tl_selection_select (fixture->selection, fixture->items[0]);
  tl_workspace_remove (fixture->workspace, fixture->items[0]);
  undone = tl_history_undo (history);
  assert_selected (fixture, "");
  g_assert_true (tl_item_get_workspace (fixture->items[0]) == fixture->workspace);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/selection/%s", scripts[i].name);

      g_test_add (path, Fixture, &scripts[i], set_up, test_script, tear_down);
    }
  g_test_add ("/selection/set-items", Fixture, NULL, set_up, test_set_items, tear_down);
  g_test_add ("/selection/undo", Fixture, NULL, set_up, test_undo, tear_down);

  return g_test_run ();
}

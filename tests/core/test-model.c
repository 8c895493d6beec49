/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dump.h"
#include "model.h"
#include "tl-history.h"

/* Workspace and history against a plain model: what random edits, undos, redos and saves do to both
 * must be the same after every single step. A failure is repeated with the seed that the program
 * prints: test-core-model --seed=… */

#define N_ROUNDS 40
#define N_STEPS 250 /* a round */
#define N_NAMES 24  /* ids that items may have, so that ids are used again */
#define MOST_IN_TRANSACTION 6

typedef struct
{
  TlWorkspace *workspace;
  TlHistory *history;
  Model *model;
  guint64 revision;
} Pair;

static guint
below (guint limit)
{
  return (guint) g_test_rand_int_range (0, (int) limit);
}

static const char *
pick_id (void)
{
  static char ids[4][8];
  static guint next = 0;
  char *id = ids[next++ % G_N_ELEMENTS (ids)];

  g_snprintf (id, sizeof ids[0], "i%u", below (N_NAMES));
  return id;
}

/* Kinds that refer to each other in every way there is. */
static TlKind
pick_kind (void)
{
  static const TlKind kinds[] = { TL_KIND_UNIT,    TL_KIND_PERSON,  TL_KIND_GOAL, TL_KIND_OBJECTIVE,
                                  TL_KIND_CAUSE,   TL_KIND_PROJECT, TL_KIND_LINK, TL_KIND_MEASURE,
                                  TL_KIND_INSIGHT, TL_KIND_WAIVER,  TL_KIND_PLACE };

  return kinds[below (G_N_ELEMENTS (kinds))];
}

/* References are picked half of the time, for they are what can go wrong. */
static TlField
pick_field (TlKind kind)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (kind, &n_fields);
  TlField field = fields[below (n_fields)];

  for (guint i = 0; i < 4; i++)
    if (tl_field_get_spec (field)->refers_to == 0)
      field = fields[below (n_fields)];
  return field;
}

static TlValue
make_words (void)
{
  const char *words[4] = { NULL };
  guint n = below (4);

  for (guint i = 0; i < n; i++)
    words[i] = pick_id ();
  return tl_value_from_words (words);
}

/* Mostly values that fit, and some that do not. */
static TlValue
make_value (TlField field)
{
  static const char *const texts[] = { "", "a", "b", "Grow", "größer" };
  const TlFieldSpec *spec = tl_field_get_spec (field);

  if (below (6) == 0)
    return TL_VALUE_INIT;
  switch (tl_field_get_form (field))
    {
    case TL_VALUE_NUMBER:
      return tl_value_from_number (below (12) - 1.0 + (below (4) == 0 ? .5 : 0));
    case TL_VALUE_DATE:
      return tl_value_from_date (tl_date_from_ymd (2026, 1 + (int) below (3), 1));
    case TL_VALUE_CHOICE:
      return tl_value_from_choice ((int) below ((guint) spec->n_choices + 1));
    case TL_VALUE_WORDS:
      return make_words ();
    default:
      if (spec->type == TL_FIELD_TYPE_REF)
        return tl_value_from_text (pick_id ());
      return tl_value_from_text (texts[below (G_N_ELEMENTS (texts))]);
    }
}

static void
edit_add (Pair *pair)
{
  TlKind kind = pick_kind ();
  const char *id = pick_id ();
  guint position = below (5) == 0 ? TL_POSITION_END : below (4);
  gboolean was_added = tl_workspace_add (pair->workspace, kind, id, position, NULL) != NULL;

  g_assert_cmpint (model_add (pair->model, kind, id, position), ==, was_added);
}

static void
edit_set (Pair *pair, TlItem *item)
{
  TlField field = pick_field (tl_item_get_kind (item));
  g_auto (TlValue) value = make_value (field);
  gboolean was_set = tl_workspace_set (pair->workspace, item, field, &value, NULL);

  g_assert_cmpint (model_set (pair->model, tl_item_get_id (item), field, &value), ==, was_set);
}

static void
edit_move (Pair *pair, TlItem *item)
{
  guint position = below (5);

  tl_workspace_move (pair->workspace, item, position);
  model_move (pair->model, tl_item_get_id (item), position);
}

static void
edit_remove (Pair *pair, TlItem *item)
{
  model_remove (pair->model, tl_item_get_id (item));
  tl_workspace_remove (pair->workspace, item);
}

static void
edit (Pair *pair)
{
  TlItem *item = tl_workspace_lookup (pair->workspace, pick_id ());
  guint chance = below (20);

  if (item == NULL)
    edit_add (pair);
  else if (chance < 14)
    edit_set (pair, item);
  else if (chance < 16)
    edit_move (pair, item);
  else if (chance < 18)
    edit_add (pair);
  else
    edit_remove (pair, item);
}

/* Most transactions have one edit, some merge, and some are taken back. */
static void
transact (Pair *pair)
{
  static const char *const labels[] = { "Add", "Link", "Rename" };
  static const char *const keys[] = { NULL, NULL, "title", "place" };
  const char *label = labels[below (G_N_ELEMENTS (labels))];
  const char *key = keys[below (G_N_ELEMENTS (keys))];
  guint n = below (3) == 0 ? below (MOST_IN_TRANSACTION) : 1;

  tl_workspace_begin_merging (pair->workspace, label, key);
  model_begin (pair->model, label, key);
  for (guint i = 0; i < n; i++)
    edit (pair);
  if (below (10) == 0)
    {
      tl_workspace_rollback (pair->workspace);
      model_rollback (pair->model);
    }
  else
    {
      tl_workspace_commit (pair->workspace);
      model_commit (pair->model);
    }
}

static void
undo (Pair *pair)
{
  g_autoptr (TlTransaction) undone = tl_history_undo (pair->history);

  g_assert_cmpint (model_undo (pair->model), ==, undone != NULL);
}

static void
redo (Pair *pair)
{
  g_autoptr (TlTransaction) redone = tl_history_redo (pair->history);

  g_assert_cmpint (model_redo (pair->model), ==, redone != NULL);
}

static void
mark (Pair *pair)
{
  guint chance = below (6);

  if (chance < 3)
    {
      tl_history_mark_saved (pair->history);
      model_mark_saved (pair->model);
    }
  else if (chance < 5)
    {
      tl_history_seal (pair->history);
      model_seal (pair->model);
    }
  else
    {
      tl_history_mark_unsaved (pair->history);
      model_mark_unsaved (pair->model);
    }
}

static void
assert_alike (Pair *pair)
{
  g_autofree char *found = dump_workspace (pair->workspace);
  g_autofree char *expected = model_dump (pair->model);
  guint64 revision = tl_workspace_get_revision (pair->workspace);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (tl_history_is_saved (pair->history), ==, model_is_saved (pair->model));
  g_assert_cmpstr (tl_history_get_undo_label (pair->history), ==,
                   model_get_undo_label (pair->model));
  g_assert_cmpstr (tl_history_get_redo_label (pair->history), ==,
                   model_get_redo_label (pair->model));
  g_assert_cmpuint (revision, >=, pair->revision);
  pair->revision = revision;
  dump_assert_indices (pair->workspace);
}

static void
step (Pair *pair)
{
  guint chance = below (20);

  if (chance < 12)
    transact (pair);
  else if (chance < 15)
    undo (pair);
  else if (chance < 18)
    redo (pair);
  else
    mark (pair);
  assert_alike (pair);
}

static void
run_round (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlHistory) history = tl_history_new (workspace);
  g_autoptr (Model) model = model_new ();
  Pair pair = { workspace, history, model, 0 };

  for (guint i = 0; i < N_STEPS; i++)
    step (&pair);

  /* All the way back to the empty workspace, and all the way forth. */
  while (tl_history_can_undo (history))
    {
      undo (&pair);
      assert_alike (&pair);
    }
  g_assert_true (tl_workspace_is_empty (workspace));
  while (tl_history_can_redo (history))
    {
      redo (&pair);
      assert_alike (&pair);
    }
}

static void
test_model (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    run_round ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model", test_model);

  return g_test_run ();
}

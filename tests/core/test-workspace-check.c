/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "tl-workspace.h"

/* What a workspace refuses, and that a refusal leaves everything as it was. */

/* A person W, goals G ← H ← I by "part of", objective O, causes C and D, project P, insight N. */
static TlWorkspace *
make_workspace (void)
{
  static const struct
  {
    TlKind kind;
    const char *id;
  } items[] = {
    { TL_KIND_PERSON, "W" },  { TL_KIND_GOAL, "G" },      { TL_KIND_GOAL, "H" },
    { TL_KIND_GOAL, "I" },    { TL_KIND_OBJECTIVE, "O" }, { TL_KIND_CAUSE, "C" },
    { TL_KIND_CAUSE, "D" },   { TL_KIND_PROJECT, "P" },   { TL_KIND_LINK, "L" },
    { TL_KIND_INSIGHT, "N" },
  };
  TlWorkspace *workspace = tl_workspace_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    tl_workspace_add (workspace, items[i].kind, items[i].id, TL_POSITION_END, NULL);
  tl_workspace_set_text (workspace, tl_workspace_lookup (workspace, "H"), TL_GOAL_PARENT, "G",
                         NULL);
  tl_workspace_set_text (workspace, tl_workspace_lookup (workspace, "I"), TL_GOAL_PARENT, "H",
                         NULL);
  return workspace;
}

#define TAKEN (-1)

typedef struct
{
  const char *name;
  const char *item;
  TlField field;
  TlValueForm form;
  int error;
  const char *text; /* or words, with spaces between them */
  double number;    /* or a choice */
} Case;

/* clang-format off */
static const Case cases[] = {
  { "text", "G", TL_ITEM_TITLE, TL_VALUE_TEXT, TAKEN, "Grow" },
  { "text-as-number", "G", TL_ITEM_TITLE, TL_VALUE_NUMBER, TL_WORKSPACE_ERROR_FORM, NULL, 1 },
  { "number-as-text", "G", TL_GOAL_WEIGHT, TL_VALUE_TEXT, TL_WORKSPACE_ERROR_FORM, "1" },
  { "date-as-text", "G", TL_GOAL_BY_DATE, TL_VALUE_TEXT, TL_WORKSPACE_ERROR_FORM, "2026-11-21" },
  { "choice-as-number", "G", TL_GOAL_STATUS, TL_VALUE_NUMBER, TL_WORKSPACE_ERROR_FORM, NULL, 1 },
  { "words-as-text", "P", TL_PROJECT_TOPICS, TL_VALUE_TEXT, TL_WORKSPACE_ERROR_FORM, "sales" },
  { "lowest", "G", TL_GOAL_WEIGHT, TL_VALUE_NUMBER, TAKEN, NULL, 0 },
  { "highest", "G", TL_GOAL_WEIGHT, TL_VALUE_NUMBER, TAKEN, NULL, 100 },
  { "too-low", "G", TL_GOAL_WEIGHT, TL_VALUE_NUMBER, TL_WORKSPACE_ERROR_RANGE, NULL, -.001 },
  { "too-high", "G", TL_GOAL_WEIGHT, TL_VALUE_NUMBER, TL_WORKSPACE_ERROR_RANGE, NULL, 100.001 },
  { "open-ended", "P", TL_PROJECT_COST, TL_VALUE_NUMBER, TAKEN, NULL, 1e300 },
  { "less-than-least", "P", TL_PROJECT_COST, TL_VALUE_NUMBER, TL_WORKSPACE_ERROR_RANGE, NULL, -1 },
  { "no-range", "G", TL_GOAL_TARGET, TL_VALUE_NUMBER, TAKEN, NULL, -1e300 },
  { "infinite", "G", TL_GOAL_TARGET, TL_VALUE_NUMBER, TL_WORKSPACE_ERROR_RANGE, NULL, INFINITY },
  { "minus-infinite", "G", TL_GOAL_TARGET, TL_VALUE_NUMBER, TL_WORKSPACE_ERROR_RANGE, NULL, -INFINITY },
  { "whole", "G", TL_GOAL_PRIORITY, TL_VALUE_NUMBER, TAKEN, NULL, 3 },
  { "not-whole", "G", TL_GOAL_PRIORITY, TL_VALUE_NUMBER, TL_WORKSPACE_ERROR_RANGE, NULL, 1.5 },
  { "largest-whole", "G", TL_GOAL_PRIORITY, TL_VALUE_NUMBER, TAKEN, NULL, 9007199254740992.0 },
  { "beyond-whole", "G", TL_GOAL_PRIORITY, TL_VALUE_NUMBER, TL_WORKSPACE_ERROR_RANGE, NULL, 9007199254740994.0 },
  { "last-choice", "P", TL_PROJECT_STATUS, TL_VALUE_CHOICE, TAKEN, NULL, TL_N_STATUS - 1 },
  { "past-choices", "P", TL_PROJECT_STATUS, TL_VALUE_CHOICE, TL_WORKSPACE_ERROR_CHOICE, NULL, TL_N_STATUS },
  { "negative-choice", "P", TL_PROJECT_STATUS, TL_VALUE_CHOICE, TL_WORKSPACE_ERROR_CHOICE, NULL, -2 },
  { "flag", "C", TL_CAUSE_CONFIRMED, TL_VALUE_CHOICE, TAKEN, NULL, TL_TRI_YES },
  { "no-flag", "C", TL_CAUSE_CONFIRMED, TL_VALUE_CHOICE, TL_WORKSPACE_ERROR_CHOICE, NULL, 2 },
  { "reference", "G", TL_GOAL_OWNER, TL_VALUE_TEXT, TAKEN, "W" },
  { "dangling", "G", TL_GOAL_OWNER, TL_VALUE_TEXT, TL_WORKSPACE_ERROR_DANGLING, "nobody" },
  { "wrong-kind", "G", TL_GOAL_OWNER, TL_VALUE_TEXT, TL_WORKSPACE_ERROR_DANGLING, "O" },
  { "first-kind", "L", TL_LINK_TARGET, TL_VALUE_TEXT, TAKEN, "O" },
  { "second-kind", "L", TL_LINK_TARGET, TL_VALUE_TEXT, TAKEN, "G" },
  { "third-kind", "L", TL_LINK_TARGET, TL_VALUE_TEXT, TL_WORKSPACE_ERROR_DANGLING, "P" },
  { "any-kind", "N", TL_INSIGHT_PROMOTED_TO, TL_VALUE_TEXT, TAKEN, "P" },
  { "self", "G", TL_GOAL_PARENT, TL_VALUE_TEXT, TL_WORKSPACE_ERROR_CYCLE, "G" },
  { "self-by-any", "N", TL_INSIGHT_PROMOTED_TO, TL_VALUE_TEXT, TL_WORKSPACE_ERROR_CYCLE, "N" },
  { "child", "G", TL_GOAL_PARENT, TL_VALUE_TEXT, TL_WORKSPACE_ERROR_CYCLE, "H" },
  { "grandchild", "G", TL_GOAL_PARENT, TL_VALUE_TEXT, TL_WORKSPACE_ERROR_CYCLE, "I" },
  { "grandparent", "I", TL_GOAL_PARENT, TL_VALUE_TEXT, TAKEN, "G" },
  { "references", "P", TL_PROJECT_ADDRESSES, TL_VALUE_WORDS, TAKEN, "C D" },
  { "one-dangling", "P", TL_PROJECT_ADDRESSES, TL_VALUE_WORDS, TL_WORKSPACE_ERROR_DANGLING, "C nobody" },
  { "one-wrong-kind", "P", TL_PROJECT_ADDRESSES, TL_VALUE_WORDS, TL_WORKSPACE_ERROR_DANGLING, "C O" },
  { "one-self", "N", TL_INSIGHT_ABOUT, TL_VALUE_WORDS, TL_WORKSPACE_ERROR_CYCLE, "C N" },
  { "nothing", "H", TL_GOAL_PARENT, TL_VALUE_UNSET, TAKEN },
};
/* clang-format on */

static TlValue
make_value (const Case *test)
{
  g_auto (GStrv) words = NULL;

  switch (test->form)
    {
    case TL_VALUE_TEXT:
      return tl_value_from_text (test->text);
    case TL_VALUE_NUMBER:
      return tl_value_from_number (test->number);
    case TL_VALUE_CHOICE:
      return (TlValue) { .form = TL_VALUE_CHOICE, .choice = (int) test->number };
    case TL_VALUE_WORDS:
      words = g_strsplit (test->text, " ", -1);
      return tl_value_from_words ((const char *const *) words);
    default:
      return TL_VALUE_INIT;
    }
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TlWorkspace) workspace = make_workspace ();
  TlItem *item = tl_workspace_lookup (workspace, test->item);
  g_auto (TlValue) value = make_value (test);
  g_auto (TlValue) before = tl_value_copy (tl_item_get_value (item, test->field));
  guint64 revision = tl_workspace_get_revision (workspace);
  g_autoptr (GError) asked = NULL;
  g_autoptr (GError) told = NULL;
  gboolean fits = tl_workspace_check (workspace, item, test->field, &value, &asked);
  gboolean taken = tl_workspace_set (workspace, item, test->field, &value, &told);

  g_assert_cmpint (fits, ==, taken);
  if (test->error == TAKEN)
    {
      g_assert_no_error (told);
      g_assert_true (taken);
      g_assert_true (tl_value_equal (tl_item_get_value (item, test->field), &value));
      return;
    }
  g_assert_false (taken);
  g_assert_error (asked, TL_WORKSPACE_ERROR, test->error);
  g_assert_error (told, TL_WORKSPACE_ERROR, test->error);
  g_assert_true (g_str_has_suffix (told->message, "."));
  g_assert_true (tl_value_equal (tl_item_get_value (item, test->field), &before));
  g_assert_cmpuint (tl_workspace_get_revision (workspace), ==, revision);
}

static void
test_ids (void)
{
  g_autoptr (TlWorkspace) workspace = make_workspace ();
  static const char *const taken[] = { "G", "P", "" };

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_workspace_add (workspace, TL_KIND_GOAL, taken[i], TL_POSITION_END, &error));
      g_assert_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_ID);
    }
  g_assert_cmpuint (tl_workspace_get_n_items (workspace, TL_KIND_GOAL), ==, 3);
}

static void
test_new_ids (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();

  for (guint i = 0; i < 500; i++)
    {
      TlItem *item = tl_workspace_add (workspace, TL_KIND_GOAL, NULL, TL_POSITION_END, NULL);

      g_assert_true (
          g_regex_match_simple ("^goal-[0-9a-hjkmnp-tv-z]{6}$", tl_item_get_id (item), 0, 0));
      g_assert_true (tl_workspace_lookup (workspace, tl_item_get_id (item)) == item);
    }
}

static void
test_read_only (void)
{
  g_autoptr (TlWorkspace) workspace = make_workspace ();
  TlItem *goal = tl_workspace_lookup (workspace, "G");
  g_autoptr (GError) set_error = NULL;
  g_autoptr (GError) add_error = NULL;

  tl_workspace_set_read_only (workspace, TRUE);
  g_assert_true (tl_workspace_is_read_only (workspace));
  g_assert_false (tl_workspace_set_text (workspace, goal, TL_ITEM_TITLE, "Grow", &set_error));
  g_assert_error (set_error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_READ_ONLY);
  g_assert_null (tl_workspace_add (workspace, TL_KIND_GOAL, "Z", TL_POSITION_END, &add_error));
  g_assert_error (add_error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_READ_ONLY);
  g_assert_cmpstr (tl_item_get_title (goal), ==, "");

  tl_workspace_set_read_only (workspace, FALSE);
  g_assert_true (tl_workspace_set_text (workspace, goal, TL_ITEM_TITLE, "Grow", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/workspace-check/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/workspace-check/ids", test_ids);
  g_test_add_func ("/workspace-check/new-ids", test_new_ids);
  g_test_add_func ("/workspace-check/read-only", test_read_only);

  return g_test_run ();
}

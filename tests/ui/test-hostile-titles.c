/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-commands.h"
#include "tl-item-words.h"
#include "tl-stage-steps.h"
#include "ui-plan.h"

/* A name in a sentence takes some words around it, and a sentence has two names at most. */
#define NAME_CHARACTERS (TL_NAME_MAX + 2)
#define SENTENCE_CHARACTERS 700

/* Titles that nobody writes but a file can have. */
static const struct
{
  const char *unit;
  guint n;
} titles[] = {
  { "supercalifragilistic", 512 },
  { "line\n", 50000 },
  { "\n", 3 },
  { "left שמאל يسار ", 700 },
  { "👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈", 400 },
  { "e\u0301\u0323\u0308", 2500 },
};

static char *
repeat (const char *unit, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);
  return g_string_free (text, FALSE);
}

static void
assert_is_line (const char *text, glong limit)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, limit);
  g_assert_cmpint (g_utf8_strlen (text, -1), >, 0);
  g_assert_null (strchr (text, '\n'));
}

static void
check_item (TlSession *session, TlItem *item)
{
  g_autofree char *name = tl_item_dup_name (item);
  g_autofree char *said = tl_item_dup_short_name (item);
  g_autofree char *description = tl_item_describe (session, item);
  g_autofree char *standing = tl_item_dup_standing_line (session, item);

  assert_is_line (name, tl_item_get_kind (item) == TL_KIND_LINK ? 2 * NAME_CHARACTERS + 3
                                                                : NAME_CHARACTERS);
  assert_is_line (said, NAME_CHARACTERS);
  g_assert_cmpint (g_utf8_strlen (description, -1), <, SENTENCE_CHARACTERS);
  g_assert_cmpint (g_utf8_strlen (standing, -1), <, SENTENCE_CHARACTERS);
}

/* Whatever an item is called, what a widget is given to lay out is a line of some length. */
static void
test_names (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *title = repeat (titles[i].unit, titles[i].n);
  g_autoptr (TlSession) session = ui_plan_new ();
  TlWorkspace *workspace = tl_session_get_workspace (session);
  g_autoptr (GPtrArray) steps = NULL;

  tl_workspace_begin (workspace, "Titles");
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    for (guint k = 0; k < tl_workspace_get_n_items (workspace, kind); k++)
      if (tl_kind_has_field (kind, TL_ITEM_TITLE))
        tl_workspace_set_text (workspace, tl_workspace_get_item (workspace, kind, k), TL_ITEM_TITLE,
                               title, NULL);
  tl_workspace_commit (workspace);
  for (TlKind kind = TL_KIND_GOAL; kind <= TL_KIND_LINK; kind++)
    for (guint k = 0; k < tl_workspace_get_n_items (workspace, kind); k++)
      check_item (session, tl_workspace_get_item (workspace, kind, k));
  steps = tl_stage_steps_new (tl_session_get_analysis (session));
  for (guint k = 0; k < steps->len; k++)
    g_assert_cmpint (g_utf8_strlen (((TlStageStep *) steps->pdata[k])->heading, -1), <,
                     SENTENCE_CHARACTERS);
}

/* What is short and in one line is left as it is, blanks and all. */
static void
test_kept (void)
{
  g_autoptr (TlSession) session = ui_plan_new ();
  TlWorkspace *workspace = tl_session_get_workspace (session);
  TlItem *goal = tl_workspace_get_item (workspace, TL_KIND_GOAL, 0);
  g_autofree char *name = NULL;

  tl_workspace_set_text (workspace, goal, TL_ITEM_TITLE, "Two  blanks & “quotes”", NULL);
  name = tl_item_dup_name (goal);
  g_assert_cmpstr (name, ==, "Two  blanks & “quotes”");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *path = g_strdup_printf ("/hostile-titles/names/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_names);
    }
  g_test_add_func ("/hostile-titles/kept", test_kept);
  return g_test_run ();
}

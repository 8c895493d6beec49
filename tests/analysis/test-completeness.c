/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "sample.h"
#include "tl-completeness.h"

/* What is recorded of what the checks read. */

/* clang-format off */
#define PLAN "{'people':[{'id':'A','ownsGoal':'yes','access':2},{'id':'B'}]," \
  "'goals':[{'id':'G','priority':1,'weight':50,'owner':'A','learningRole':'yes'},{'id':'J','status':'retired'}]," \
  "'objectives':[{'id':'O','goal':'G','level':3},{'id':'N','goal':'J'}]," \
  "'projects':[{'id':'P','status':'live','workCategory':'strategic','longTerm':'no','origin':'request','sponsor':'A','effortDays':20,'solutionType':'event'}," \
  "{'id':'Q','status':'intake','workCategory':'tactical','effortDays':5},{'id':'R','status':'done'}]," \
  "'links':[{'id':'L','project':'P','target':'O','strength':'strong'},{'id':'M','project':'R','target':'O'}]}"

static const struct
{
  TlField field;
  guint n_filled;
  guint n_items;
} cases[] = {
  { TL_PERSON_OWNS_GOAL, 1, 1 },        /* A is a sponsor, B is nothing */
  { TL_PERSON_HAS_STAKE, 0, 1 },
  { TL_PERSON_ACCESS, 1, 1 },
  { TL_GOAL_TARGET, 0, 1 },
  { TL_GOAL_OWNER, 1, 1 },
  { TL_GOAL_ROLE, 1, 1 },
  { TL_OBJECTIVE_LEVEL, 1, 1 },         /* N stands under a goal that is retired */
  { TL_OBJECTIVE_GOAL, 2, 2 },
  { TL_PROJECT_LONG_TERM, 1, 1 },       /* Q is not called strategic */
  { TL_PROJECT_ORIGIN, 1, 2 },
  { TL_PROJECT_SPONSOR, 1, 1 },         /* Q is not under way */
  { TL_PROJECT_SOLUTION_CHOSEN, 0, 1 },
  { TL_PROJECT_REUSE, 0, 1 },
  { TL_LINK_STRENGTH, 1, 1 },           /* M is of a project that is done */
  { TL_LINK_MECHANISM, 0, 1 },
};
/* clang-format on */

static const TlCompletenessRow *
find_row (TlCompleteness *completeness, TlField field)
{
  for (guint i = 0; i < completeness->rows->len; i++)
    {
      TlCompletenessRow *row = &g_array_index (completeness->rows, TlCompletenessRow, i);

      if (row->field == field)
        return row;
    }
  return NULL;
}

static void
test_rows (void)
{
  g_autoptr (TlWorkspace) workspace = sample_read_text (PLAN);
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
  g_auto (TlCompleteness) completeness = { NULL };

  tl_completeness_init (&completeness, alignment);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TlCompletenessRow *row = find_row (&completeness, cases[i].field);

      g_test_message ("%s", tl_field_get_spec (cases[i].field)->name);
      if (row == NULL)
        g_error ("Nothing is told of it");
      g_assert_cmpuint (row->n_filled, ==, cases[i].n_filled);
      g_assert_cmpuint (row->n_items, ==, cases[i].n_items);
    }
  g_assert_null (find_row (&completeness, TL_PROJECT_USE_SHARE));
  g_assert_null (find_row (&completeness, TL_CAUSE_CATEGORY));
}

/* The sums are those of the rows, and what is missing is listed. */
static void
test_sums (void)
{
  g_autoptr (TlWorkspace) workspace = sample_read_text (PLAN);
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
  g_auto (TlCompleteness) completeness = { NULL };
  guint n_filled = 0, n_items = 0;

  tl_completeness_init (&completeness, alignment);
  for (guint i = 0; i < completeness.rows->len; i++)
    {
      TlCompletenessRow *row = &g_array_index (completeness.rows, TlCompletenessRow, i);
      g_autoptr (GPtrArray) missing = tl_completeness_dup_items (alignment, row->field);

      n_filled += row->n_filled;
      n_items += row->n_items;
      g_assert_cmpuint (missing->len, ==, row->n_items - row->n_filled);
    }
  g_assert_cmpuint (completeness.n_filled, ==, n_filled);
  g_assert_cmpuint (completeness.n_fields, ==, n_items);
  g_assert_cmpfloat (completeness.share, ==, (double) n_filled / n_items);
}

static void
test_item (void)
{
  g_autoptr (TlWorkspace) workspace = sample_read_text (PLAN);
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
  g_autoptr (GArray) of_link
      = tl_completeness_dup_fields (alignment, tl_workspace_lookup (workspace, "L"));
  g_autoptr (GArray) of_done
      = tl_completeness_dup_fields (alignment, tl_workspace_lookup (workspace, "R"));

  g_assert_cmpuint (of_link->len, ==, 2);
  g_assert_cmpint (g_array_index (of_link, TlField, 0), ==, TL_LINK_MECHANISM);
  g_assert_cmpint (g_array_index (of_link, TlField, 1), ==, TL_LINK_AGREED_ON);
  g_assert_cmpuint (of_done->len, ==, 0);
}

static void
test_nothing (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
  g_auto (TlCompleteness) completeness = { NULL };

  tl_completeness_init (&completeness, alignment);
  g_assert_true (isnan (completeness.share));
  g_assert_cmpuint (completeness.rows->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/completeness/rows", test_rows);
  g_test_add_func ("/completeness/sums", test_sums);
  g_test_add_func ("/completeness/item", test_item);
  g_test_add_func ("/completeness/nothing", test_nothing);

  return g_test_run ();
}

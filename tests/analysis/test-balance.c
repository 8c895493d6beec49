/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "sample.h"
#include "tl-balance.h"
#include "tl-figures.h"

/* Days to move so that effort follows the weights. */

#define TOLERANCE 1e-9

/* Of 200 days 120, 60, 20 and 0 go to four goals; the last two have a weight and none. */
/* clang-format off */
#define PLAN "{'goals':[{'id':'G','priority':1,'weight':40},{'id':'H','priority':2,'weight':20},{'id':'I','priority':3},{'id':'J','priority':4,'weight':40},{'id':'K','status':'retired','weight':9}]," \
  "'objectives':[{'id':'O','goal':'G'},{'id':'N','goal':'H'},{'id':'M','goal':'I'}]," \
  "'projects':[{'id':'P','status':'live','effortDays':120},{'id':'Q','status':'live','effortDays':60},{'id':'R','status':'live','effortDays':20},{'id':'S','status':'live','effortDays':500}]," \
  "'links':[{'id':'a','project':'P','target':'O'},{'id':'b','project':'Q','target':'N'},{'id':'c','project':'R','target':'M'}]}"
/* clang-format on */

static void
test_pulls (void)
{
  static const struct
  {
    const char *goal;
    double days, share, points, excess;
  } expected[] = {
    { "G", 120, 60, 20, 40 },
    { "H", 60, 30, 10, 20 },
    { "I", 20, 10, (double) NAN, (double) NAN },
    { "J", 0, 0, -40, -80 },
  };
  g_autoptr (TlWorkspace) workspace = sample_read_text (PLAN);
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
  g_auto (TlBalance) balance = { NULL };

  tl_balance_init (&balance, alignment);
  g_assert_cmpuint (balance.pulls->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      TlPull *pull = &g_array_index (balance.pulls, TlPull, i);

      g_assert_cmpstr (tl_item_get_id (pull->goal), ==, expected[i].goal);
      g_assert_cmpfloat_with_epsilon (pull->days, expected[i].days, TOLERANCE);
      g_assert_cmpfloat_with_epsilon (pull->share, expected[i].share, TOLERANCE);
      g_assert_cmpint (isnan (pull->excess), ==, isnan (expected[i].excess));
      if (isnan (pull->excess))
        continue;
      g_assert_cmpfloat_with_epsilon (pull->points, expected[i].points, TOLERANCE);
      g_assert_cmpfloat_with_epsilon (pull->excess, expected[i].excess, TOLERANCE);
    }
}

static void
test_sums (void)
{
  g_autoptr (TlWorkspace) workspace = sample_read_text (PLAN);
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
  g_auto (TlBalance) balance = { NULL };
  g_autoptr (GPtrArray) largest = NULL;

  tl_balance_init (&balance, alignment);
  g_assert_true (balance.is_known);
  g_assert_cmpuint (balance.n_unknown, ==, 1);
  g_assert_cmpfloat_with_epsilon (balance.days, 200, TOLERANCE);
  g_assert_cmpfloat_with_epsilon (balance.over, 60, TOLERANCE);
  g_assert_cmpfloat_with_epsilon (balance.under, 80, TOLERANCE);
  g_assert_cmpfloat_with_epsilon (balance.to_move, 60, TOLERANCE);
  largest = tl_balance_dup_largest (&balance, 2);
  g_assert_cmpuint (largest->len, ==, 2);
  g_assert_cmpstr (tl_item_get_id (((TlPull *) largest->pdata[0])->goal), ==, "J");
  g_assert_cmpstr (tl_item_get_id (((TlPull *) largest->pdata[1])->goal), ==, "G");
}

/* Where the weights make 100, what is to be moved is what the focus index lacks. */
static void
test_focus (void)
{
  g_autoptr (JsonNode) document = sample_load_data ("software-company.throughline.json");
  g_autoptr (TlWorkspace) workspace = sample_read (document);
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
  g_auto (TlBalance) balance = { NULL };
  TlFigures figures;

  tl_balance_init (&balance, alignment);
  tl_figures_compute (&figures, alignment);
  g_assert_cmpfloat_with_epsilon (balance.over / balance.days, 1 - figures.focus_index, 1e-6);
  g_assert_cmpfloat_with_epsilon (balance.over, balance.under, 1e-6);
}

static void
test_nothing (void)
{
  static const char *const documents[]
      = { "{}", "{'goals':[{'id':'G','weight':50}]}",
          "{'goals':[{'id':'G'}],'objectives':[{'id':'O','goal':'G'}],"
          "'projects':[{'id':'P','status':'live','effortDays':9}],"
          "'links':[{'id':'L','project':'P','target':'O'}]}" };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (TlWorkspace) workspace = sample_read_text (documents[i]);
      g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
      g_auto (TlBalance) balance = { NULL };
      g_autoptr (GPtrArray) largest = NULL;

      tl_balance_init (&balance, alignment);
      largest = tl_balance_dup_largest (&balance, 9);
      g_assert_false (balance.is_known);
      g_assert_cmpfloat (balance.to_move, ==, 0);
      g_assert_cmpuint (largest->len, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/balance/pulls", test_pulls);
  g_test_add_func ("/balance/sums", test_sums);
  g_test_add_func ("/balance/focus", test_focus);
  g_test_add_func ("/balance/nothing", test_nothing);

  return g_test_run ();
}

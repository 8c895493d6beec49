/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "sample.h"
#include "tl-contribution.h"

/* What learning plans to bring to an objective and to a goal. */

/* clang-format off */
#define PLAN(goal, first, second) "{'goals':[{'id':'G'" goal "}],'objectives':[{'id':'O','goal':'G'},{'id':'N','goal':'G'},{'id':'M','goal':'G','status':'met'}]," \
  "'projects':[{'id':'P','status':'live'},{'id':'Q','status':'intake'},{'id':'R','status':'done'}]," \
  "'links':[{'id':'A','project':'P','target':'O'" first "},{'id':'B','project':'Q','target':'O'" second "},{'id':'C','project':'R','target':'O','contributionPercent':50,'confidence':1}]}"
#define CLAIM(percent, confidence) ",'contributionPercent':" #percent ",'confidence':" #confidence
#define UNKNOWN ((double) NAN)

static const struct
{
  const char *document;
  double objective;
  double goal; /* of two active objectives, of which nothing serves the second */
  guint n_unknown;
  guint n_unsure;
} cases[] = {
  { PLAN ("", CLAIM (20, .5), CLAIM (30, 1)), 40, 20, 0, 0 },
  { PLAN ("", CLAIM (80, 1), CLAIM (60, 1)), 100, 50, 0, 0 },
  { PLAN ("", CLAIM (20, .5), ""), 10, 5, 1, 0 },
  { PLAN ("", ",'contributionPercent':20", CLAIM (10, .5)), 25, 12.5, 0, 1 },
  { PLAN ("", "", ""), UNKNOWN, 0, 2, 0 },
  { PLAN (",'contributionPercent':30,'contributionAgreedOn':'2026-01-01'", "", ""), UNKNOWN, 30, 2, 0 },
  { PLAN (",'contributionBand':'medium','contributionAgreedOn':'2026-01-01'", "", ""), UNKNOWN, 20, 2, 0 },
  { PLAN (",'contributionPercent':30", CLAIM (20, 1), CLAIM (20, 1)), 40, 20, 0, 0 },
};
/* clang-format on */

static void
assert_percent (double found, double expected)
{
  g_assert_cmpint (isnan (found), ==, isnan (expected));
  if (!isnan (expected))
    g_assert_cmpfloat_with_epsilon (found, expected, 1e-9);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlWorkspace) workspace = sample_read_text (cases[i].document);
      g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
      TlContribution objective
          = tl_contribution_get_for_objective (alignment, tl_workspace_lookup (workspace, "O"));
      TlContribution goal
          = tl_contribution_get_for_goal (alignment, tl_workspace_lookup (workspace, "G"));

      g_test_message ("case %u", i);
      assert_percent (objective.percent, cases[i].objective);
      assert_percent (goal.percent, cases[i].goal);
      g_assert_cmpuint (objective.n_unknown, ==, cases[i].n_unknown);
      g_assert_cmpuint (objective.n_unsure, ==, cases[i].n_unsure);
    }
}

/* A goal says whether its figure was agreed, and of how many objectives nothing is known. */
static void
test_goal (void)
{
  g_autoptr (TlWorkspace) agreed = sample_read_text (
      PLAN (",'contributionPercent':30,'contributionAgreedOn':'2026-01-01'", "", ""));
  g_autoptr (TlWorkspace) open = sample_read_text (PLAN ("", "", ""));
  g_autoptr (TlWorkspace) empty = sample_read_text ("{'goals':[{'id':'G'}]}");
  g_autoptr (TlAlignment) of_agreed = tl_alignment_new (agreed);
  g_autoptr (TlAlignment) of_open = tl_alignment_new (open);
  g_autoptr (TlAlignment) of_empty = tl_alignment_new (empty);
  TlContribution first
      = tl_contribution_get_for_goal (of_agreed, tl_workspace_lookup (agreed, "G"));
  TlContribution second = tl_contribution_get_for_goal (of_open, tl_workspace_lookup (open, "G"));
  TlContribution third = tl_contribution_get_for_goal (of_empty, tl_workspace_lookup (empty, "G"));

  g_assert_true (first.is_agreed);
  g_assert_false (second.is_agreed);
  g_assert_cmpuint (second.n_unknown, ==, 1);
  g_assert_true (isnan (third.percent));
}

static void
test_bands (void)
{
  g_assert_cmpint (tl_contribution_get_band (40), ==, TL_BAND_HIGH);
  g_assert_cmpint (tl_contribution_get_band (39.9), ==, TL_BAND_MEDIUM);
  g_assert_cmpint (tl_contribution_get_band (20), ==, TL_BAND_MEDIUM);
  g_assert_cmpint (tl_contribution_get_band (5), ==, TL_BAND_LOW);
  g_assert_cmpint (tl_contribution_get_band (4.9), ==, TL_CHOICE_NONE);
  g_assert_cmpint (tl_contribution_get_band (UNKNOWN), ==, TL_CHOICE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contribution/cases", test_cases);
  g_test_add_func ("/contribution/goal", test_goal);
  g_test_add_func ("/contribution/bands", test_bands);

  return g_test_run ();
}

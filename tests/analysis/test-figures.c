/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "sample.h"
#include "tl-figures.h"

/* What the sample does not show: nothing to compute from, things that are not recorded, bands. */

static TlFigures
compute (TlWorkspace *workspace)
{
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
  TlFigures figures;

  tl_figures_compute (&figures, alignment);
  return figures;
}

static TlFigures
compute_text (const char *text)
{
  g_autoptr (TlWorkspace) workspace = sample_read_text (text);

  return compute (workspace);
}

static void
test_nothing (void)
{
  TlFigures figures = compute_text ("{}");

  g_assert_true (isnan (figures.alignment_rate));
  g_assert_true (isnan (figures.alignment_rate_without_mandates));
  g_assert_true (isnan (figures.effort_weighted_alignment));
  g_assert_true (isnan (figures.strength_weighted_alignment));
  g_assert_true (isnan (figures.objective_coverage));
  g_assert_true (isnan (figures.goal_coverage));
  g_assert_true (isnan (figures.goal_coverage_by_weight));
  g_assert_true (isnan (figures.focus_index));
  g_assert_true (isnan (figures.mix_strategic));
  g_assert_true (isnan (figures.proactive_share));
  g_assert_cmpfloat (figures.effort_days, ==, 0);
}

static void
test_no_days (void)
{
  TlFigures figures = compute_text (
      "{'goals':[{'id':'G','weight':100}],'objectives':[{'id':'O','goal':'G'}],"
      "'projects':[{'id':'P','status':'live'},{'id':'Q','status':'live','effortDays':0}],"
      "'links':[{'id':'L','project':'P','target':'O'}]}");

  g_assert_cmpfloat (figures.alignment_rate, ==, .5);
  g_assert_true (isnan (figures.effort_weighted_alignment));
  g_assert_true (isnan (figures.focus_index));
  g_assert_true (isnan (figures.mix_tactical_aligned));
  g_assert_cmpuint (figures.n_with_effort, ==, 1);
  g_assert_cmpfloat (figures.objective_coverage, ==, 1);
  g_assert_cmpfloat (figures.goal_coverage_by_weight, ==, 1);
}

/* A mandate that is linked is aligned, and is left out of the rate without mandates all the same.
 */
static void
test_mandates (void)
{
  TlFigures figures
      = compute_text ("{'goals':[{'id':'G'}],'objectives':[{'id':'O','goal':'G'}],"
                      "'projects':[{'id':'P','status':'live','origin':'mandate','effortDays':7},"
                      "{'id':'Q','status':'live','origin':'mandate','effortDays':3},"
                      "{'id':'R','status':'live','origin':'request','effortDays':10},"
                      "{'id':'S','status':'live','effortDays':20}],"
                      "'links':[{'id':'L','project':'P','target':'O'}]}");

  g_assert_cmpfloat (figures.alignment_rate, ==, .25);
  g_assert_cmpfloat (figures.alignment_rate_without_mandates, ==, 0);
  g_assert_cmpuint (figures.n_mandates, ==, 1);
  g_assert_cmpfloat (figures.mandate_days, ==, 3);
  g_assert_cmpuint (figures.n_unaligned, ==, 2);
  g_assert_cmpfloat (figures.unaligned_days, ==, 30);
  g_assert_cmpuint (figures.n_aligned + figures.n_unaligned + figures.n_mandates, ==,
                    figures.n_counted);
}

/* Days without a category are in the whole and in no part. */
static void
test_mix (void)
{
  TlFigures figures = compute_text (
      "{'goals':[{'id':'G'}],'objectives':[{'id':'O','goal':'G'}],"
      "'projects':[{'id':'P','status':'live','workCategory':'tactical','effortDays':10},"
      "{'id':'Q','status':'live','workCategory':'tactical','effortDays':20},"
      "{'id':'R','status':'live','workCategory':'strategic','effortDays':30},"
      "{'id':'S','status':'live','effortDays':40},"
      "{'id':'T','status':'done','workCategory':'strategic','effortDays':500}],"
      "'links':[{'id':'L','project':'P','target':'O','strength':'medium'}]}");

  g_assert_cmpfloat (figures.effort_days, ==, 100);
  g_assert_cmpfloat (figures.mix_tactical_aligned, ==, .1);
  g_assert_cmpfloat (figures.mix_tactical_unaligned, ==, .2);
  g_assert_cmpfloat (figures.mix_strategic, ==, .3);
  g_assert_cmpfloat (figures.mix_transactional, ==, 0);
  g_assert_cmpfloat (figures.effort_weighted_alignment, ==, .1);
  g_assert_cmpfloat (figures.strength_weighted_alignment, ==, .05);
}

/* An active objective of a retired goal is still to be covered; a goal without a role is not. */
static void
test_coverage (void)
{
  TlFigures figures = compute_text (
      "{'goals':[{'id':'G','weight':40},{'id':'H','weight':40,'learningRole':'no'},"
      "{'id':'I','weight':10},{'id':'J','weight':10,'status':'retired'},{'id':'K'}],"
      "'objectives':[{'id':'O','goal':'G'},{'id':'N','goal':'J'},{'id':'M','goal':'H'}],"
      "'projects':[{'id':'P','status':'live','effortDays':10}],"
      "'links':[{'id':'L','project':'P','target':'O'}]}");

  g_assert_cmpuint (figures.n_active_goals, ==, 4);
  g_assert_cmpuint (figures.n_active_objectives, ==, 3);
  g_assert_cmpfloat (figures.objective_coverage, ==, 1.0 / 3);
  g_assert_cmpfloat (figures.goal_coverage, ==, 1.0 / 3);
  g_assert_cmpfloat (figures.goal_coverage_by_weight, ==, .8);
  g_assert_cmpfloat (figures.focus_index, ==, .4);
}

static void
test_bands (void)
{
  static const struct
  {
    guint n_aligned;
    guint n_counted;
    TlBand band;
  } expected[] = {
    { 9, 10, TL_BAND_GOOD },    { 899, 1000, TL_BAND_WATCH }, { 3, 4, TL_BAND_WATCH },
    { 749, 1000, TL_BAND_ACT }, { 0, 7, TL_BAND_ACT },        { 0, 0, TL_BAND_UNKNOWN },
  };
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      TlFigures figures = {
        .alignment_rate = expected[i].n_counted > 0
                              ? (double) expected[i].n_aligned / expected[i].n_counted
                              : (double) NAN,
      };

      g_assert_cmpint (tl_figures_get_band (&figures, workspace), ==, expected[i].band);
    }
}

static void
test_own_bands (void)
{
  g_autoptr (TlWorkspace) workspace
      = sample_read_text ("{'settings':{'alignmentGood':60,'alignmentWatch':50}}");
  TlFigures figures = { .alignment_rate = .6 };

  g_assert_cmpint (tl_figures_get_band (&figures, workspace), ==, TL_BAND_GOOD);
  figures.alignment_rate = .59;
  g_assert_cmpint (tl_figures_get_band (&figures, workspace), ==, TL_BAND_WATCH);
}

/* No meaning rests on colour: each band has a word and a sign of its own. */
static void
test_signs (void)
{
  for (TlBand a = TL_BAND_UNKNOWN; a <= TL_BAND_ACT; a++)
    for (TlBand b = TL_BAND_UNKNOWN; b < a; b++)
      {
        g_assert_cmpstr (tl_band_get_word (a), !=, tl_band_get_word (b));
        g_assert_cmpstr (tl_band_get_sign (a), !=, tl_band_get_sign (b));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/nothing", test_nothing);
  g_test_add_func ("/figures/no-days", test_no_days);
  g_test_add_func ("/figures/mandates", test_mandates);
  g_test_add_func ("/figures/mix", test_mix);
  g_test_add_func ("/figures/coverage", test_coverage);
  g_test_add_func ("/figures/bands", test_bands);
  g_test_add_func ("/figures/own-bands", test_own_bands);
  g_test_add_func ("/figures/signs", test_signs);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "sample.h"
#include "tl-figure-items.h"
#include "tl-figures.h"

/* Every figure is made of the items that are told to stand behind it. */

#define TOLERANCE 1e-12

/* clang-format off */
#define PLAN "{'goals':[{'id':'G','priority':1,'weight':60,'learningRole':'yes'},{'id':'H','priority':2,'weight':30}," \
  "{'id':'I','priority':3,'learningRole':'no','weight':10},{'id':'J','status':'retired','weight':5}]," \
  "'objectives':[{'id':'O','goal':'G'},{'id':'N','goal':'H'},{'id':'M','goal':'J'},{'id':'L','goal':'G','status':'met'}]," \
  "'projects':[{'id':'P','status':'live','workCategory':'strategic','origin':'proactive','effortDays':40}," \
  "{'id':'Q','status':'design','workCategory':'tactical','origin':'request','effortDays':30}," \
  "{'id':'R','status':'intake','workCategory':'tactical','origin':'request','effortDays':20}," \
  "{'id':'S','status':'paused','workCategory':'transactional','origin':'mandate','effortDays':10}," \
  "{'id':'T','status':'live','origin':'mandate'},{'id':'U','status':'done','workCategory':'strategic','effortDays':99}]," \
  "'links':[{'id':'a','project':'P','target':'O','strength':'strong'},{'id':'b','project':'Q','target':'O','strength':'medium'}," \
  "{'id':'c','project':'T','target':'N','strength':'weak'},{'id':'d','project':'R','target':'L','strength':'strong'}]}"

static const struct
{
  TlFigureId figure;
  const char *part;
  const char *rest;
  double part_sum;
  double whole_sum;
} cases[] = {
  { TL_FIGURE_ALIGNED, "P Q T", "R S", 3, 5 },
  { TL_FIGURE_ALIGNED_WITHOUT_MANDATES, "P Q", "R", 2, 3 },
  { TL_FIGURE_ALIGNED_DAYS, "P Q T", "R S", 70, 100 },
  { TL_FIGURE_ALIGNED_BY_STRENGTH, "P Q T", "R S", 55, 100 },
  { TL_FIGURE_UNALIGNED, "R", "P Q S T", 1, 5 },
  { TL_FIGURE_UNALIGNED_DAYS, "R", "P Q S T", 20, 100 },
  { TL_FIGURE_MANDATES, "S", "P Q R T", 1, 5 },
  { TL_FIGURE_WITH_DAYS, "P Q R S", "T", 4, 5 },
  { TL_FIGURE_COVERED_OBJECTIVES, "O N", "M", 2, 3 },
  { TL_FIGURE_COVERED_GOALS, "G H", "", 2, 2 },
  { TL_FIGURE_COVERED_WEIGHT, "G H", "", 90, 90 },
  { TL_FIGURE_FOCUS, "G", "H I", 60, 100 },
  { TL_FIGURE_MIX_STRATEGIC, "P", "Q R S T", 40, 100 },
  { TL_FIGURE_MIX_TACTICAL_ALIGNED, "Q", "P R S T", 30, 100 },
  { TL_FIGURE_MIX_TACTICAL_UNALIGNED, "R", "P Q S T", 20, 100 },
  { TL_FIGURE_MIX_TRANSACTIONAL, "S", "P Q R T", 10, 100 },
  { TL_FIGURE_MIX_UNKNOWN, "T", "P Q R S", 0, 100 },
  { TL_FIGURE_PROACTIVE, "P", "Q R S T", 1, 5 },
};
/* clang-format on */

static char *
join (GPtrArray *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", tl_item_get_id (items->pdata[i]));
  return g_string_free (text, FALSE);
}

static void
assert_items (TlAlignment *alignment, TlFigureId figure, TlFigureSet set, const char *expected)
{
  g_autoptr (GPtrArray) items = tl_figure_dup_items (alignment, figure, set);
  g_autofree char *ids = join (items);

  g_test_message ("%s, set %d", tl_figure_get_label (figure), set);
  g_assert_cmpstr (ids, ==, expected);
}

static void
test_items (void)
{
  g_autoptr (TlWorkspace) workspace = sample_read_text (PLAN);
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);

  G_STATIC_ASSERT (G_N_ELEMENTS (cases) == TL_N_FIGURES);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlFigureId figure = cases[i].figure;
      double part = tl_figure_get_sum (alignment, figure, TL_FIGURE_PART);
      double whole = tl_figure_get_sum (alignment, figure, TL_FIGURE_WHOLE);

      assert_items (alignment, figure, TL_FIGURE_PART, cases[i].part);
      assert_items (alignment, figure, TL_FIGURE_REST, cases[i].rest);
      g_assert_cmpfloat_with_epsilon (part, cases[i].part_sum, TOLERANCE);
      g_assert_cmpfloat_with_epsilon (whole, cases[i].whole_sum, TOLERANCE);
      g_assert_cmpfloat_with_epsilon (tl_figure_get_sum (alignment, figure, TL_FIGURE_REST),
                                      whole - part, TOLERANCE);
    }
}

/* Part ÷ whole is what the figures say, in the large sample and in the plan above. */
static void
assert_values (TlWorkspace *workspace)
{
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
  TlFigures figures;

  tl_figures_compute (&figures, alignment);
  const struct
  {
    TlFigureId figure;
    double value;
  } expected[] = {
    { TL_FIGURE_ALIGNED, figures.alignment_rate },
    { TL_FIGURE_ALIGNED_WITHOUT_MANDATES, figures.alignment_rate_without_mandates },
    { TL_FIGURE_ALIGNED_DAYS, figures.effort_weighted_alignment },
    { TL_FIGURE_ALIGNED_BY_STRENGTH, figures.strength_weighted_alignment },
    { TL_FIGURE_UNALIGNED, (double) figures.n_unaligned / figures.n_counted },
    { TL_FIGURE_UNALIGNED_DAYS, figures.unaligned_days / figures.effort_days },
    { TL_FIGURE_MANDATES, (double) figures.n_mandates / figures.n_counted },
    { TL_FIGURE_WITH_DAYS, (double) figures.n_with_effort / figures.n_counted },
    { TL_FIGURE_COVERED_OBJECTIVES, figures.objective_coverage },
    { TL_FIGURE_COVERED_GOALS, figures.goal_coverage },
    { TL_FIGURE_COVERED_WEIGHT, figures.goal_coverage_by_weight },
    { TL_FIGURE_FOCUS, figures.focus_index },
    { TL_FIGURE_MIX_STRATEGIC, figures.mix_strategic },
    { TL_FIGURE_MIX_TACTICAL_ALIGNED, figures.mix_tactical_aligned },
    { TL_FIGURE_MIX_TACTICAL_UNALIGNED, figures.mix_tactical_unaligned },
    { TL_FIGURE_MIX_TRANSACTIONAL, figures.mix_transactional },
    { TL_FIGURE_PROACTIVE, figures.proactive_share },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpfloat_with_epsilon (tl_figure_get_value (alignment, expected[i].figure),
                                    expected[i].value, TOLERANCE);
}

static void
test_values (void)
{
  g_autoptr (JsonNode) document = sample_load_data ("software-company.throughline.json");
  g_autoptr (TlWorkspace) sample = sample_read (document);
  g_autoptr (TlWorkspace) plan = sample_read_text (PLAN);

  assert_values (sample);
  assert_values (plan);
}

/* Where there is nothing, every figure is unknown and has no items. */
static void
test_nothing (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);

  for (TlFigureId i = 0; i < TL_N_FIGURES; i++)
    {
      g_assert_true (isnan (tl_figure_get_value (alignment, i)));
      assert_items (alignment, i, TL_FIGURE_WHOLE, "");
    }
}

/* An item of another kind, or one that is not counted, adds nothing. */
static void
test_strangers (void)
{
  g_autoptr (TlWorkspace) workspace = sample_read_text (PLAN);
  g_autoptr (TlAlignment) alignment = tl_alignment_new (workspace);
  TlItem *goal = tl_workspace_lookup (workspace, "G");
  TlItem *done = tl_workspace_lookup (workspace, "U");

  g_assert_cmpfloat (tl_figure_get_amount (alignment, TL_FIGURE_ALIGNED_DAYS, TL_FIGURE_WHOLE,
                                           goal),
                     ==, 0);
  g_assert_cmpfloat (tl_figure_get_amount (alignment, TL_FIGURE_ALIGNED_DAYS, TL_FIGURE_WHOLE,
                                           done),
                     ==, 0);
  g_assert_cmpfloat (tl_figure_get_amount (alignment, TL_FIGURE_COVERED_WEIGHT, TL_FIGURE_PART,
                                           goal),
                     ==, 60);
}

static void
test_table (void)
{
  for (TlFigureId i = 0; i < TL_N_FIGURES; i++)
    {
      const TlFigureSpec *spec = tl_figure_get_spec (i);

      g_assert_cmpint (spec->id, ==, i);
      g_assert_true (tl_figure_find (spec->name) == spec);
      g_assert_cmpstr (tl_figure_get_label (i), !=, "");
      g_assert_true (g_str_has_suffix (tl_figure_get_formula (i), "."));
      for (TlFigureId k = 0; k < i; k++)
        g_assert_cmpstr (tl_figure_get_label (i), !=, tl_figure_get_label (k));
    }
  g_assert_null (tl_figure_find ("nothing"));
  g_assert_null (tl_figure_find (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure-items/items", test_items);
  g_test_add_func ("/figure-items/values", test_values);
  g_test_add_func ("/figure-items/nothing", test_nothing);
  g_test_add_func ("/figure-items/strangers", test_strangers);
  g_test_add_func ("/figure-items/table", test_table);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "export-plan.h"
#include "tl-pack-words.h"

#define THIN "\xe2\x80\xaf"

static void
test_numbers (void)
{
  static const struct
  {
    double number;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { -0.01, "0" },
    { 7, "7" },
    { 7.5, "7.5" },
    { 999, "999" },
    { 1546, "1" THIN "546" },
    { 1234567.25, "1" THIN "234" THIN "567.2" },
    { -1000, "−1" THIN "000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tl_pack_format_number (cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* All or nothing is said only where it is true. */
static void
test_shares (void)
{
  static const struct
  {
    double share;
    const char *text;
  } cases[] = {
    { 0, "0" THIN "%" },      { 0.001, "1" THIN "%" },  { 0.644444, "64" THIN "%" },
    { 0.995, "99" THIN "%" }, { 0.999, "99" THIN "%" }, { 1, "100" THIN "%" },
    { (double) NAN, "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tl_pack_format_share (cases[i].share);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_shares_below (void)
{
  static const struct
  {
    double share, limit;
    const char *text;
  } cases[] = {
    { 0.745, 0.75, "74" THIN "%" }, { 0.7499, 0.75, "74" THIN "%" }, { 0.75, 0.75, "75" THIN "%" },
    { 0.745, 0.9, "75" THIN "%" },  { (double) NAN, 0.75, "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tl_pack_format_share_below (cases[i].share, cases[i].limit);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_days (void)
{
  static const struct
  {
    double days;
    const char *text;
  } cases[] = {
    { 0, "0 days" }, { 1, "1 day" }, { 1.5, "1.5 days" }, { 0.5, "0.5 days" }, { 40, "40 days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tl_pack_format_days (cases[i].days);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_points (void)
{
  static const struct
  {
    double gap;
    const char *text;
  } cases[] = {
    { 0.212, "+21" },
    { -0.16, "−16" },
    { 0.001, "±0" },
    { -0.001, "±0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tl_pack_format_points (cases[i].gap);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_periods (void)
{
  static const struct
  {
    const char *start, *end, *pattern;
  } cases[] = {
    { "2026-01-01", "2026-12-31", "S – E" },
    { "2026-01-01", NULL, "from S" },
    { NULL, "2026-12-31", "until E" },
    { NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
      TlItem *root = tl_workspace_get_root (workspace);
      g_autofree char *start = tl_date_format_for_people (tl_date_parse ("2026-01-01"));
      g_autofree char *end = tl_date_format_for_people (tl_date_parse ("2026-12-31"));
      g_autoptr (GString) expected = g_string_new (cases[i].pattern);
      g_autofree char *text = NULL;

      g_string_replace (expected, "S", start, 0);
      g_string_replace (expected, "E", end, 0);
      if (cases[i].start != NULL)
        export_plan_set_date (root, TL_WORKSPACE_PERIOD_START, cases[i].start);
      if (cases[i].end != NULL)
        export_plan_set_date (root, TL_WORKSPACE_PERIOD_END, cases[i].end);
      text = tl_pack_format_period (root);
      g_assert_cmpstr (text, ==, cases[i].pattern != NULL ? expected->str : NULL);
    }
}

static void
test_titles (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  TlItem *goal = export_plan_add (workspace, TL_KIND_GOAL, NULL);
  g_autofree char *untitled = tl_pack_quote (goal);
  g_autofree char *long_title = NULL;
  g_autofree char *quote = NULL;

  g_assert_cmpstr (untitled, ==, "“Untitled”");
  export_plan_set_text (goal, TL_ITEM_TITLE, " \n ");
  g_assert_cmpstr (tl_pack_get_title (goal), ==, "Untitled");
  long_title = g_strnfill (1000, 'x');
  export_plan_set_text (goal, TL_ITEM_TITLE, long_title);
  quote = tl_pack_quote (goal);
  g_assert_cmpint (g_utf8_strlen (quote, -1), <, 80);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack-words/numbers", test_numbers);
  g_test_add_func ("/pack-words/shares", test_shares);
  g_test_add_func ("/pack-words/shares-below", test_shares_below);
  g_test_add_func ("/pack-words/days", test_days);
  g_test_add_func ("/pack-words/points", test_points);
  g_test_add_func ("/pack-words/periods", test_periods);
  g_test_add_func ("/pack-words/titles", test_titles);
  return g_test_run ();
}

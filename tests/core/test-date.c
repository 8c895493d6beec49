/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-date.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gboolean is_date;
  } expected[] = {
    { "2026-11-21", TRUE },
    { "0001-01-01", TRUE },
    { "9999-12-31", TRUE },
    { "2024-02-29", TRUE },
    { "2000-02-29", TRUE },
    { "2023-02-29", FALSE },
    { "1900-02-29", FALSE },
    { "2026-04-31", FALSE },
    { "2026-13-01", FALSE },
    { "2026-00-10", FALSE },
    { "2026-10-00", FALSE },
    { "0000-01-01", FALSE },
    { "2026-1-1", FALSE },
    { "2026/11/21", FALSE },
    { "20261121", FALSE },
    { "2026-11-21 ", FALSE },
    { " 2026-11-21", FALSE },
    { "2026-11-2x", FALSE },
    { "-026-11-21", FALSE },
    { "2026-+1-21", FALSE },
    { "2026-11-21T00:00", FALSE },
    { "２026-11-21", FALSE },
    { "", FALSE },
    { NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      TlDate date = tl_date_parse (expected[i].text);
      g_autofree char *text = tl_date_format (date);

      g_test_message ("%s", expected[i].text);
      if (expected[i].is_date)
        g_assert_cmpstr (text, ==, expected[i].text);
      else
        {
          g_assert_cmpuint (date, ==, TL_DATE_NONE);
          g_assert_null (text);
        }
    }
}

static void
test_from_ymd (void)
{
  static const int no_days[][3] = {
    { 0, 1, 1 },      { 10000, 1, 1 },  { -1, 1, 1 },           { 2026, 0, 1 },
    { 2026, 13, 1 },  { 2026, 257, 1 }, { 2026, 1, 0 },         { 2026, 1, 32 },
    { 2026, 1, 257 }, { 2026, -1, -1 }, { 65537 + 2026, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (no_days); i++)
    g_assert_cmpuint (tl_date_from_ymd (no_days[i][0], no_days[i][1], no_days[i][2]), ==,
                      TL_DATE_NONE);
  g_assert_cmpuint (tl_date_from_ymd (2026, 11, 21), ==, tl_date_parse ("2026-11-21"));
}

/* Days can be subtracted across months, years and leap days. */
static void
test_distance (void)
{
  g_assert_cmpuint (tl_date_parse ("2026-03-01") - tl_date_parse ("2026-02-28"), ==, 1);
  g_assert_cmpuint (tl_date_parse ("2024-03-01") - tl_date_parse ("2024-02-28"), ==, 2);
  g_assert_cmpuint (tl_date_parse ("2027-01-01") - tl_date_parse ("2026-01-01"), ==, 365);
  g_assert_cmpuint (tl_date_parse ("2025-12-31"), <, tl_date_parse ("2026-01-01"));
}

static void
test_for_people (void)
{
  g_autofree char *text = tl_date_format_for_people (tl_date_parse ("2026-11-21"));

  g_assert_cmpstr (text, ==, "21 November 2026");
  g_assert_null (tl_date_format_for_people (TL_DATE_NONE));
}

static void
test_today (void)
{
  TlDate before = tl_date_today ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  TlDate day = tl_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                                 g_date_time_get_day_of_month (now));

  g_assert_cmpuint (before, <=, day);
  g_assert_cmpuint (day, <=, tl_date_today ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/from-ymd", test_from_ymd);
  g_test_add_func ("/date/distance", test_distance);
  g_test_add_func ("/date/for-people", test_for_people);
  g_test_add_func ("/date/today", test_today);

  return g_test_run ();
}

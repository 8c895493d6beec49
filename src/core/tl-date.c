/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-core"

#include "tl-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DATE_LENGTH 10 /* characters of YYYY-MM-DD */

static int
parse_digits (const char *text, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

/**
 * tl_date_parse:
 * @text: (nullable): a calendar date in the extended form of ISO 8601, `YYYY-MM-DD`
 *
 * Returns: the day, or %TL_DATE_NONE when @text is anything but a date that exists
 */
TlDate
tl_date_parse (const char *text)
{
  if (text == NULL || strlen (text) != DATE_LENGTH || text[4] != '-' || text[7] != '-')
    return TL_DATE_NONE;
  return tl_date_from_ymd (parse_digits (text, 4), parse_digits (text + 5, 2),
                           parse_digits (text + 8, 2));
}

/**
 * tl_date_from_ymd:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the day in the Gregorian calendar, or %TL_DATE_NONE when there is no such day
 */
TlDate
tl_date_from_ymd (int year, int month, int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return TL_DATE_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/**
 * tl_date_today:
 *
 * Returns: today in the local time zone
 */
TlDate
tl_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return tl_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                           g_date_time_get_day_of_month (now));
}

/**
 * tl_date_get_quarter:
 * @date: a day
 *
 * Returns: the quarter of the calendar that it is in, counted on through the years: four times the
 *   year, and from 0 for January to 3 for October
 */
int
tl_date_get_quarter (TlDate date)
{
  GDate day;

  g_return_val_if_fail (date != TL_DATE_NONE, 0);

  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);
  return 4 * g_date_get_year (&day) + ((int) g_date_get_month (&day) - 1) / 3;
}

/**
 * tl_date_format:
 * @date: a day
 *
 * Returns: (transfer full) (nullable): `YYYY-MM-DD`, as the document and its tests write it;
 *   %NULL for %TL_DATE_NONE
 */
char *
tl_date_format (TlDate date)
{
  GDate day;

  if (date == TL_DATE_NONE)
    return NULL;
  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day));
}

/**
 * tl_date_format_for_people:
 * @date: a day
 *
 * Returns: (transfer full) (nullable): the day with the month in words, so that nobody takes it for
 *   another; %NULL for %TL_DATE_NONE
 */
char *
tl_date_format_for_people (TlDate date)
{
  GDate day;
  char text[64];

  if (date == TL_DATE_NONE)
    return NULL;
  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);
  /* Translators: a day as strftime() writes it, such as 1 July 2026 */
  if (g_date_strftime (text, sizeof text, C_ ("date", "%-d %B %Y"), &day) == 0)
    return tl_date_format (date);
  return g_strdup (text);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include <glib/gi18n-lib.h>

#include "tl-filter-private.h"

/* The last day of the month before the one given, which may be the thirteenth. */
static TlDate
get_day_before_month (int year, int month)
{
  TlDate first = month > 12 ? tl_date_from_ymd (year + 1, 1, 1) : tl_date_from_ymd (year, month, 1);

  return first != TL_DATE_NONE ? first - 1 : TL_DATE_NONE;
}

static gboolean
read_digits (const char **at, guint n_digits, int *number)
{
  *number = 0;
  for (guint i = 0; i < n_digits; i++, (*at)++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      *number = *number * 10 + (**at - '0');
    }
  return TRUE;
}

/* Behind the year: nothing, a quarter, or a month. */
static gboolean
read_months (const char *at, int *first, int *n)
{
  int quarter;

  *first = 1;
  *n = 12;
  if (*at == '\0')
    return TRUE;
  if (*at++ != '-')
    return FALSE;
  if (*at == 'Q' || *at == 'q')
    {
      at++;
      if (!read_digits (&at, 1, &quarter) || *at != '\0' || quarter < 1 || quarter > 4)
        return FALSE;
      *first = 3 * quarter - 2;
      *n = 3;
      return TRUE;
    }
  *n = 1;
  return read_digits (&at, 2, first) && *at == '\0' && *first >= 1 && *first <= 12;
}

/*
 * tl_filter_read_days:
 * @text: a day as the file has it, a month, a quarter or a year of that form, or "today"
 * @from: (out): the first day that is meant
 * @to: (out): the last
 * @is_today: (out): whether it is today, whichever day that is; no other day is given then
 *
 * Returns: whether @text names any
 */
gboolean
tl_filter_read_days (const char *text, TlDate *from, TlDate *to, gboolean *is_today)
{
  g_autofree char *key = tl_filter_make_key (text);
  /* Translators: a word of the filter language, in small letters. */
  g_autofree char *today = tl_filter_make_key (C_ ("filter", "today"));
  const char *at = text;
  int year;
  int month;
  int n_months;

  *from = *to = tl_date_parse (text);
  *is_today = g_str_equal (key, "today") || g_str_equal (key, today);
  if (*from != TL_DATE_NONE || *is_today)
    return TRUE;
  if (!read_digits (&at, 4, &year) || !read_months (at, &month, &n_months))
    return FALSE;
  *from = tl_date_from_ymd (year, month, 1);
  *to = get_day_before_month (year, month + n_months);
  return *from != TL_DATE_NONE && *to != TL_DATE_NONE;
}

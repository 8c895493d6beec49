/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-field-text.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <time.h>

#include "tl-number-text.h"
#include "tl-workspace.h"

/* Days. */

static TlDate
parse_local_date (const char *text)
{
  struct tm day = { 0 };
  const char *end = strptime (text, "%x", &day);

  if (end == NULL || *end != '\0')
    return TL_DATE_NONE;
  return tl_date_from_ymd (day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

static gboolean
parse_date (const char *text, TlDate *date, GError **error)
{
  *date = tl_date_parse (text);
  if (*date == TL_DATE_NONE)
    *date = parse_local_date (text);
  if (*date != TL_DATE_NONE)
    return TRUE;
  g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_DATE,
               _ ("“%s” is not a day. Write year, month and day, such as 2025-03-31."), text);
  return FALSE;
}

/* Words. */

static TlValue
parse_words (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (GStrv part = parts; *part != NULL; part++)
    {
      g_strstrip (*part);
      if (**part != '\0' && !g_ptr_array_find_with_equal_func (words, *part, g_str_equal, NULL))
        g_ptr_array_add (words, *part);
    }
  g_ptr_array_add (words, NULL);
  return tl_value_from_words ((const char *const *) words->pdata);
}

/**
 * tl_field_parse:
 * @field: a text, prose, words, number, integer or date field
 * @text: what somebody has typed
 * @value: (out): what it says; unset when nothing is in it or it is refused
 * @error: return location for a #TlWorkspaceError with a sentence that tells what is wrong
 *
 * Numbers are taken with the decimal sign of the locale and, where that leaves no doubt, with the
 * other one; with signs or blanks between thousands; with their unit behind them. Days are taken
 * in the form of ISO 8601 and in that of the locale.
 *
 * Returns: whether @text can be read; tl_workspace_check() says whether the value fits
 */
gboolean
tl_field_parse (TlField field, const char *text, TlValue *value, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  double number;
  TlDate date;

  *value = TL_VALUE_INIT;
  if (*stripped == '\0')
    return TRUE;
  switch (tl_field_get_form (field))
    {
    case TL_VALUE_NUMBER:
      if (!tl_number_parse (stripped, tl_field_get_unit (field), *localeconv ()->decimal_point,
                            &number, error))
        return FALSE;
      *value = tl_value_from_number (number);
      return TRUE;
    case TL_VALUE_DATE:
      if (!parse_date (stripped, &date, error))
        return FALSE;
      *value = tl_value_from_date (date);
      return TRUE;
    case TL_VALUE_WORDS:
      *value = parse_words (stripped);
      return TRUE;
    case TL_VALUE_TEXT:
      *value = tl_value_from_text (stripped);
      return TRUE;
    case TL_VALUE_UNSET:
    case TL_VALUE_CHOICE:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * tl_field_format:
 * @field: as in tl_field_parse()
 * @value: a value of @field
 *
 * Returns: (transfer full): @value as it stands in an entry, which tl_field_parse() reads back;
 *   empty when it is unset
 */
char *
tl_field_format (TlField field, const TlValue *value)
{
  switch (value->form)
    {
    case TL_VALUE_DATE:
      return tl_date_format (value->date);
    case TL_VALUE_UNSET:
      return g_strdup ("");
    case TL_VALUE_TEXT:
    case TL_VALUE_NUMBER:
    case TL_VALUE_WORDS:
    case TL_VALUE_CHOICE:
    default:
      return tl_value_to_display (value, field);
    }
}

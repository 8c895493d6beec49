/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-number-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-workspace.h"

#define DIGITS_OF_A_GROUP 3 /* between two signs for thousands: 1.234.567 */
#define MINUS_SIGN 0x2212
#define APOSTROPHE 0x2019

/* The characters that say something: no blanks, which may stand between thousands, no apostrophes,
 * which do so in Switzerland, and a minus of the keyboard's kind. */
static char *
dup_bare_number (const char *text)
{
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == MINUS_SIGN)
        g_string_append_c (bare, '-');
      else if (!g_unichar_isspace (c) && c != '\'' && c != APOSTROPHE)
        g_string_append_unichar (bare, c);
    }
  return g_string_free (g_steal_pointer (&bare), FALSE);
}

/* "40 days" is forty where the unit is days. */
static void
cut_unit (char *bare, const char *unit)
{
  if (unit != NULL && g_str_has_suffix (bare, unit))
    bare[strlen (bare) - strlen (unit)] = '\0';
}

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/* Whether every sign of @bare has three digits behind it, as those between thousands have. */
static gboolean
is_grouped (const char *bare)
{
  const char *sign = strpbrk (bare, ".,");
  gsize n_first;

  if (*bare == '-' || *bare == '+')
    bare++;
  n_first = count_digits (bare);
  if (sign == NULL || bare + n_first != sign || n_first == 0 || n_first > DIGITS_OF_A_GROUP
      || *bare == '0')
    return FALSE;
  for (; *sign == '.' || *sign == ','; sign += 1 + DIGITS_OF_A_GROUP)
    if (count_digits (sign + 1) != DIGITS_OF_A_GROUP)
      return FALSE;
  return *sign == '\0';
}

static void
remove_character (char *text, char c)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != c)
      *to++ = *from;
  *to = '\0';
}

static guint
count_character (const char *text, char c)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == c;
  return n;
}

/* Leaves a point as the only sign in @bare, or refuses what can be read in two ways. */
static gboolean
settle_signs (char *bare, const char *text, char radix, GError **error)
{
  char *comma = strrchr (bare, ',');
  char *point = strrchr (bare, '.');
  char decimal = comma > point ? ',' : '.';

  if (comma == NULL && point == NULL)
    return TRUE;
  if (comma != NULL && point != NULL)
    {
      remove_character (bare, decimal == ',' ? '.' : ',');
    }
  else if (count_character (bare, decimal) > 1)
    {
      if (is_grouped (bare))
        remove_character (bare, decimal);
    }
  else if (decimal != radix && is_grouped (bare))
    {
      g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_FORM,
                   _ ("“%s” can be read in two ways. Write it without a sign between thousands."),
                   text);
      return FALSE;
    }
  g_strdelimit (bare, ",", '.');
  return TRUE;
}

/**
 * tl_number_parse:
 * @text: what somebody has typed, with no blanks around it
 * @unit: (nullable): a unit that may stand behind the number
 * @radix: the decimal sign of the locale, a point or a comma
 * @number: (out): the number
 * @error: return location for %TL_WORKSPACE_ERROR_FORM with a sentence that tells what is wrong
 *
 * Takes both decimal signs where they leave no doubt, and signs or blanks between thousands.
 * “1,234” is refused where a point is the decimal sign, for it may be one or a thousand.
 *
 * Returns: whether @text is a number
 */
gboolean
tl_number_parse (const char *text, const char *unit, char radix, double *number, GError **error)
{
  g_autofree char *bare = dup_bare_number (text);
  char *end;

  cut_unit (bare, unit);
  if (!settle_signs (bare, text, radix, error))
    return FALSE;
  *number = g_ascii_strtod (bare, &end);
  if (end != bare && *end == '\0' && strspn (bare, "+-.0123456789eE") == strlen (bare))
    return TRUE;
  g_set_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_FORM, _ ("“%s” is not a number."),
               text);
  return FALSE;
}

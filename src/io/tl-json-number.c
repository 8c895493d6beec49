/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-json-output.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define MAX_WHOLE 9007199254740992.0 /* 2^53: up to here every whole double is a plain integer */
#define MIN_PLAIN 1e-7               /* below it, and from 1e18, a number gets an exponent */
#define MAX_PLAIN_EXPONENT 17        /* so that what looks whole fits the 63 bits of a reader */
#define SURE_DIGITS 15 /* any decimal of so many digits survives a normal double and back */
#define MAX_DIGITS 17  /* so many tell all doubles apart */

/* digits · 10^(exponent - n_digits + 1), as in scientific notation */
typedef struct
{
  char digits[MAX_DIGITS + 2];
  int n_digits;
  int exponent;
} Decimal;

static Decimal
round_to (double number, int n_digits)
{
  Decimal decimal = { .n_digits = n_digits };
  char format[8], text[32];
  const char *exponent;

  g_snprintf (format, sizeof format, "%%.%de", n_digits - 1);
  g_ascii_formatd (text, sizeof text, format, number);
  exponent = strchr (text, 'e');
  decimal.exponent = (int) g_ascii_strtoll (exponent + 1, NULL, 10);
  decimal.digits[0] = text[0];
  if (n_digits > 1)
    memcpy (decimal.digits + 1, text + 2, (gsize) n_digits - 1);
  return decimal;
}

/* The decimal one unit in the last place further from zero. */
static Decimal
step_up (Decimal decimal)
{
  int i = decimal.n_digits - 1;

  while (i >= 0 && decimal.digits[i] == '9')
    decimal.digits[i--] = '0';
  if (i >= 0)
    {
      decimal.digits[i]++;
    }
  else
    {
      decimal.digits[0] = '1';
      decimal.exponent++;
    }
  return decimal;
}

static gboolean
reads_as (const Decimal *decimal, double number)
{
  char text[40];

  g_snprintf (text, sizeof text, "%c.%se%d", decimal->digits[0], decimal->digits + 1,
              decimal->exponent);
  return g_ascii_strtod (text, NULL) == number;
}

/* The fewest digits that read back as the same double. The nearest decimal of a length can miss
 * where the next one further out hits: the gap above a power of two is twice the gap below. */
static Decimal
shortest (double number)
{
  Decimal decimal;

  for (int n = number < DBL_MIN ? 1 : SURE_DIGITS; n < MAX_DIGITS; n++)
    {
      decimal = round_to (number, n);
      if (reads_as (&decimal, number))
        return decimal;
      decimal = step_up (decimal);
      if (reads_as (&decimal, number))
        return decimal;
    }
  return round_to (number, MAX_DIGITS);
}

static void
strip_zeros (Decimal *decimal)
{
  while (decimal->n_digits > 1 && decimal->digits[decimal->n_digits - 1] == '0')
    decimal->digits[--decimal->n_digits] = '\0';
}

static void
append_zeros (GString *text, int n)
{
  while (n-- > 0)
    g_string_append_c (text, '0');
}

static void
append_plain (GString *text, const Decimal *decimal)
{
  int n_whole = decimal->exponent + 1;

  if (n_whole <= 0)
    {
      g_string_append (text, "0.");
      append_zeros (text, -n_whole);
      g_string_append (text, decimal->digits);
    }
  else if (n_whole >= decimal->n_digits)
    {
      g_string_append (text, decimal->digits);
      append_zeros (text, n_whole - decimal->n_digits);
    }
  else
    {
      g_string_append_len (text, decimal->digits, n_whole);
      g_string_append_c (text, '.');
      g_string_append (text, decimal->digits + n_whole);
    }
}

static void
append_scientific (GString *text, const Decimal *decimal)
{
  g_string_append_c (text, decimal->digits[0]);
  if (decimal->n_digits > 1)
    g_string_append_printf (text, ".%s", decimal->digits + 1);
  g_string_append_printf (text, "e%d", decimal->exponent);
}

/**
 * tl_json_append_number:
 * @text: where to append
 * @number: a finite number
 *
 * Appends the shortest decimal that reads back as the same double, in any locale: whole numbers
 * without a point, no sign for zero, an exponent only below 1e-7 and from 1e18.
 */
void
tl_json_append_number (GString *text, double number)
{
  Decimal decimal;

  g_return_if_fail (isfinite (number));

  if (fabs (number) <= MAX_WHOLE && trunc (number) == number)
    {
      g_string_append_printf (text, "%" G_GINT64_FORMAT, (gint64) number);
      return;
    }
  if (number < 0)
    g_string_append_c (text, '-');
  number = fabs (number);
  decimal = shortest (number);
  strip_zeros (&decimal);
  if (number < MIN_PLAIN || decimal.exponent > MAX_PLAIN_EXPONENT)
    append_scientific (text, &decimal);
  else
    append_plain (text, &decimal);
}

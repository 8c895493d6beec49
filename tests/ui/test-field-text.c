/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-field-text.h"
#include "tl-number-text.h"
#include "tl-workspace.h"

/* How numbers are read where a point is the decimal sign, and where a comma is. */
static const struct
{
  const char *text;
  const char *point; /* NULL: refused */
  const char *comma;
} numbers[] = {
  { "12", "12", "12" },
  { " 12 ", "12", "12" },
  { "-3", "-3", "-3" },
  { "−3", "-3", "-3" },
  { "1.5", "1.5", "1.5" },
  { "1,5", "1.5", "1.5" },
  { ",5", "0.5", "0.5" },
  { "1,234", NULL, "1.234" },
  { "1.234", "1.234", NULL },
  { "0,234", "0.234", "0.234" },
  { "1,234,567", "1234567", "1234567" },
  { "1.234,5", "1234.5", "1234.5" },
  { "1,234.5", "1234.5", "1234.5" },
  { "1 234", "1234", "1234" },
  { "1\u202f234", "1234", "1234" },
  { "1’234", "1234", "1234" },
  { "40 days", "40", "40" },
  { "1e3", "1000", "1000" },
  { "1,2,3", NULL, NULL },
  { "12x", NULL, NULL },
  { "0x10", NULL, NULL },
  { "nan", NULL, NULL },
  { "infinity", NULL, NULL },
  { "-", NULL, NULL },
  { "e", NULL, NULL },
  { "days", NULL, NULL },
};

static void
check_number (const char *text, char radix, const char *expected)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GError) error = NULL;
  double number = 0;
  gboolean taken = tl_number_parse (stripped, "days", radix, &number, &error);

  g_test_message ("“%s”", text);
  g_assert_cmpint (taken, ==, expected != NULL);
  if (taken)
    {
      g_assert_cmpfloat (number, ==, g_ascii_strtod (expected, NULL));
    }
  else
    {
      g_assert_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_FORM);
      g_assert_nonnull (strstr (error->message, stripped));
    }
}

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      check_number (numbers[i].text, '.', numbers[i].point);
      check_number (numbers[i].text, ',', numbers[i].comma);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    const char *day;
  } rows[] = {
    { "2025-03-31", "2025-03-31" }, { " 2025-03-31 ", "2025-03-31" }, { "03/31/25", "2025-03-31" },
    { "2025-02-30", NULL },         { "31.03.2025", NULL },           { "soon", NULL },
    { "2025-3-1", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (TlValue) value = TL_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      gboolean taken = tl_field_parse (TL_PROJECT_START, rows[i].text, &value, &error);

      g_test_message ("“%s”", rows[i].text);
      g_assert_cmpint (taken, ==, rows[i].day != NULL);
      if (taken)
        g_assert_cmpuint (value.date, ==, tl_date_parse (rows[i].day));
      else
        g_assert_error (error, TL_WORKSPACE_ERROR, TL_WORKSPACE_ERROR_DATE);
    }
}

static void
test_words (void)
{
  g_auto (TlValue) value = TL_VALUE_INIT;
  g_autofree char *text = NULL;

  g_assert_true (tl_field_parse (TL_PROJECT_TOPICS, " sales, coaching ;; sales,", &value, NULL));
  text = tl_field_format (TL_PROJECT_TOPICS, &value);
  g_assert_cmpstr (text, ==, "sales, coaching");
}

/* What is written in an entry reads back as the same value. */
static void
test_round_trip (void)
{
  static const struct
  {
    TlField field;
    const char *text;
  } rows[] = {
    { TL_PROJECT_EFFORT, "1234567.25" }, { TL_PROJECT_EFFORT, "0.1" },
    { TL_PROJECT_START, "2025-03-31" },  { TL_PROJECT_TOPICS, "a, b" },
    { TL_PROJECT_EXTRA, "Cake, too" },   { TL_PROJECT_EXTRA, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (TlValue) value = TL_VALUE_INIT;
      g_autofree char *text = NULL;

      g_assert_true (tl_field_parse (rows[i].field, rows[i].text, &value, NULL));
      text = tl_field_format (rows[i].field, &value);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field-text/numbers", test_numbers);
  g_test_add_func ("/field-text/dates", test_dates);
  g_test_add_func ("/field-text/words", test_words);
  g_test_add_func ("/field-text/round-trip", test_round_trip);
  return g_test_run ();
}

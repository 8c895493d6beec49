/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "comma-locale.h"
#include "tl-json-output.h"
#include "tl-json-scanner.h"

#define N_RANDOM 100000

typedef struct
{
  double number;
  const char *text;
} NumberCase;

/* clang-format off */
static const NumberCase number_cases[] = {
  { 0, "0" },
  { -0.0, "0" },
  { 1, "1" },
  { -1, "-1" },
  { 100, "100" },
  { 1e5, "100000" },
  { 1e15, "1000000000000000" },
  { 9007199254740991, "9007199254740991" },
  { -9007199254740992, "-9007199254740992" },
  { 0.1, "0.1" },
  { 0.5, "0.5" },
  { 195.5, "195.5" },
  { -2.75, "-2.75" },
  { 0.1 + 0.2, "0.30000000000000004" },
  { 1.0 / 3, "0.3333333333333333" },
  { 2.0 / 3, "0.6666666666666666" },
  { 0.822122, "0.822122" },
  { 0.000123, "0.000123" },
  { 1e-7, "0.0000001" },
  { 1.5e-7, "0.00000015" },
  { 9.9e-8, "9.9e-8" },
  { 1e17, "100000000000000000" },
  { 1e18, "1e18" },
  { 1.25e18, "1.25e18" },
  { 123456789012345680, "123456789012345680" },
  { 1e22, "1e22" },
  { 1.7976931348623157e308, "1.7976931348623157e308" },
  { 2.2250738585072014e-308, "2.2250738585072014e-308" },
  { 5e-324, "5e-324" },
  { 1.5e-323, "1.5e-323" },
  /* The nearest decimal of 16 digits misses these; the one after it does not. */
  { 7.120236347223045e-307, "7.120236347223045e-307" },
  { 5.641232424577593e-278, "5.641232424577593e-278" },
};

static const struct
{
  const char *string;
  const char *text;
} string_cases[] = {
  { "", "\"\"" },
  { "plain", "\"plain\"" },
  { "a \"b\" c", "\"a \\\"b\\\" c\"" },
  { "back\\slash", "\"back\\\\slash\"" },
  { "one\ntwo\ttabs\r", "\"one\\ntwo\\ttabs\\r\"" },
  { "\b\f", "\"\\b\\f\"" },
  { "\x01\x1f", "\"\\u0001\\u001f\"" },
  { "\x7f", "\"\x7f\"" },
  { "and/or", "\"and/or\"" },
  { "</script>", "\"<\\/script>\"" },
  { "/<//", "\"/<\\//\"" },
  { "a\xe2\x80\xa8""b\xe2\x80\xa9""c", "\"a\\u2028b\\u2029c\"" },
  { "\xe2\x82\xac \xc3\xa4 \xf0\x9f\x98\x80", "\"\xe2\x82\xac \xc3\xa4 \xf0\x9f\x98\x80\"" },
};

/* A value that is known as text only, and its canonical layout. */
static const struct
{
  const char *json;
  const char *text;
} layout_cases[] = {
  { "1", "1\n" },
  { " \"a\\u0062\" ", "\"ab\"\n" },
  { "{}", "{}\n" },
  { "[ ]", "[]\n" },
  { "[1,2 , 3]", "[1, 2, 3]\n" },
  { "[null,true,\"x\"]", "[null, true, \"x\"]\n" },
  { "{\"a\":1,\"b\":[]}", "{\n  \"a\": 1,\n  \"b\": []\n}\n" },
  { "{\"a\":{\"b\":{}}}", "{\n  \"a\": {\n    \"b\": {}\n  }\n}\n" },
  { "[[1,2],[]]", "[\n  [1, 2],\n  []\n]\n" },
  { "[{\"a\":1},2]", "[\n  {\n    \"a\": 1\n  },\n  2\n]\n" },
  /* Numbers stay as they were written: who wrote them may have meant it. */
  { "[1.0, 1e2, 123456789012345678901234567890, -0]",
    "[1.0, 1e2, 123456789012345678901234567890, -0]\n" },
  { "{\"\\u2028<\\/\":\"</\"}", "{\n  \"\\u2028<\\/\": \"<\\/\"\n}\n" },
};
/* clang-format on */

static char *
print_number (double number)
{
  GString *text = g_string_new (NULL);

  tl_json_append_number (text, number);
  return g_string_free (text, FALSE);
}

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (number_cases); i++)
    {
      g_autofree char *text = print_number (number_cases[i].number);

      g_assert_cmpstr (text, ==, number_cases[i].text);
      g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, number_cases[i].number);
    }
}

static guint
count_digits (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (; *text != '\0' && *text != 'e'; text++)
    if (g_ascii_isdigit (*text))
      g_string_append_c (digits, *text);
  while (digits->len > 1 && digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  return (guint) (digits->len - strspn (digits->str, "0"));
}

/* The C library's own way to print so many digits, as a judge of the length. */
static gboolean
some_shorter_reads_back (double number, guint n_digits)
{
  for (guint n = 1; n < n_digits; n++)
    {
      char format[8], text[64];

      g_snprintf (format, sizeof format, "%%.%ue", n - 1);
      if (g_ascii_strtod (g_ascii_formatd (text, sizeof text, format, number), NULL) == number)
        return TRUE;
    }
  return FALSE;
}

static double
random_double (void)
{
  union
  {
    guint64 bits;
    double number;
  } any = { .bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int () };

  return isfinite (any.number) ? any.number : 0;
}

static void
test_random_numbers (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      double number = i % 2 == 0 ? random_double () : g_test_rand_int_range (0, 1000000) / 1000.0;
      g_autofree char *text = print_number (number);

      g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, number);
      g_assert_false (some_shorter_reads_back (number, count_digits (text)));
      g_assert_true (tl_json_scan (text, strlen (text), TL_JSON_SCAN_DOCUMENT, NULL, NULL));
    }
}

static void
test_numbers_in_comma_locale (void)
{
  if (comma_locale_enter ())
    test_numbers ();
  else
    g_test_skip ("There is no locale with a decimal comma, nor a way to make one.");
  comma_locale_leave ();
}

static void
test_strings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (string_cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) back = NULL;

      tl_json_append_string (text, string_cases[i].string);
      g_assert_cmpstr (text->str, ==, string_cases[i].text);
      g_assert_true (tl_json_scan (text->str, text->len, TL_JSON_SCAN_DOCUMENT, NULL, NULL));
      back = tl_json_unescape (text->str + 1, text->len - 2);
      g_assert_cmpstr (back->str, ==, string_cases[i].string);
    }
}

static char *
lay_out (const char *json)
{
  TlJsonOutput *output = tl_json_output_new ();
  g_autoptr (GBytes) bytes = NULL;

  tl_json_output_json (output, json);
  bytes = tl_json_output_free_to_bytes (output);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_layout (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (layout_cases); i++)
    {
      g_autofree char *text = lay_out (layout_cases[i].json);
      g_autofree char *again = lay_out (text);
      g_autofree char *compact = tl_json_compact (text, strlen (text));
      g_autofree char *from_compact = lay_out (compact);

      g_assert_cmpstr (text, ==, layout_cases[i].text);
      g_assert_cmpstr (again, ==, text);
      g_assert_cmpstr (from_compact, ==, text);
      g_assert_null (strpbrk (compact, "\n"));
    }
}

/* A list takes one line as long as its line, with room for a comma, has 100 characters. */
static void
test_long_lists (void)
{
  for (guint length = 80; length < 110; length++)
    {
      g_autofree char *word = g_strnfill (length, 'x');
      g_autofree char *wide = g_strdup_printf ("ä%s", word + 1);
      g_autofree char *json = g_strdup_printf ("{\"a\":[\"%s\"]}", wide);
      g_autofree char *text = lay_out (json);
      const char *const words[] = { wide, NULL };
      TlJsonOutput *output = tl_json_output_new ();
      g_autoptr (GBytes) bytes = NULL;
      gboolean fits = 2 + strlen ("\"a\": [\"") + length + strlen ("\"],") <= TL_JSON_COLUMNS;

      g_assert_true (fits == (strstr (text, "[\"") != NULL));
      tl_json_output_begin_object (output);
      tl_json_output_name (output, "a");
      tl_json_output_strings (output, words);
      tl_json_output_end_object (output);
      bytes = tl_json_output_free_to_bytes (output);
      g_assert_cmpmem (text, strlen (text), g_bytes_get_data (bytes, NULL),
                       g_bytes_get_size (bytes));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-output/numbers", test_numbers);
  g_test_add_func ("/json-output/random-numbers", test_random_numbers);
  g_test_add_func ("/json-output/numbers-in-comma-locale", test_numbers_in_comma_locale);
  g_test_add_func ("/json-output/strings", test_strings);
  g_test_add_func ("/json-output/layout", test_layout);
  g_test_add_func ("/json-output/long-lists", test_long_lists);
  return g_test_run ();
}

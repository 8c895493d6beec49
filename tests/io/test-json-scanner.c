/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "tl-json-scanner.h"

#define SUITE "json-test-suite"
#define N_ACCEPTED 95 /* cases that the public suite demands to be accepted, and refused */
#define N_REFUSED 188

/* The length is that of the literal, so that a case may hold NUL. */
#define TEXT(literal) literal, sizeof (literal) - 1

typedef struct
{
  const char *text;
  gsize length;
} GoodCase;

typedef struct
{
  const char *text;
  gsize length;
  TlJsonError code;
  guint line;
  guint column;
} BadCase;

/* clang-format off */
static const GoodCase good_cases[] = {
  /* Any value may stand alone. */
  { TEXT ("null") },
  { TEXT ("true") },
  { TEXT ("false") },
  { TEXT ("7") },
  { TEXT ("\"a word\"") },
  { TEXT ("\"\"") },
  { TEXT ("{}") },
  { TEXT ("[]") },
  /* Space is four characters, before, between and after. */
  { TEXT (" \t\r\n{ \t\r\n} \t\r\n") },
  { TEXT ("[ 1 ,\n2 ]") },
  { TEXT ("{ \"a\" : 1 , \"b\" : 2 }") },
  { TEXT ("\r\r1") },
  /* Numbers. */
  { TEXT ("0") },
  { TEXT ("-0") },
  { TEXT ("-1") },
  { TEXT ("10.25") },
  { TEXT ("0.0001") },
  { TEXT ("1e3") },
  { TEXT ("1E+3") },
  { TEXT ("1.5e-3") },
  { TEXT ("-0.0e-0") },
  { TEXT ("1e308") },
  { TEXT ("1e-999") },
  { TEXT ("0e999999999") },
  { TEXT ("9223372036854775807") },
  { TEXT ("123456789012345678901234567890") },
  { TEXT ("[-9]") },
  { TEXT ("{\"a\":0}") },
  /* Escapes. */
  { TEXT ("\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t\"") },
  { TEXT ("\"\\u0041\"") },
  { TEXT ("\"\\u00e9\\u00E9\"") },
  { TEXT ("\"\\ud83d\\ude00\"") },
  { TEXT ("\"\\uDBFF\\uDFFF\"") },
  { TEXT ("\"\\u0000\"") },
  { TEXT ("\"\\uffff\"") },
  /* What need not be escaped: all from a space on, delete and line separators among it. */
  { TEXT ("\"~ \x7f\"") },
  { TEXT ("\"\xe2\x80\xa8 \xe2\x80\xa9\"") },
  { TEXT ("\"'\"") },
  { TEXT ("\"/* no comment */\"") },
  { TEXT ("\"{[:,]}\"") },
  /* UTF-8 at the ends of each length. */
  { TEXT ("\"\xc2\x80 \xdf\xbf\"") },
  { TEXT ("\"\xe0\xa0\x80 \xed\x9f\xbf \xee\x80\x80 \xef\xbf\xbf\"") },
  { TEXT ("\"\xf0\x90\x80\x80 \xf4\x8f\xbf\xbf\"") },
  { TEXT ("\"\xef\xbb\xbf\"") },
  { TEXT ("{\"\xc3\xa4\":\"\xc3\xb6\"}") },
  /* Nests and names. */
  { TEXT ("[[],[[]],{}]") },
  { TEXT ("{\"a\":{\"a\":{\"a\":[]}}}") },
  { TEXT ("[{\"a\":1},{\"a\":1}]") },
  { TEXT ("{\"\":1}") },
  { TEXT ("{\"a\":1,\"a\":1}") },
};

static const BadCase bad_cases[] = {
  /* Nothing, or not all. */
  { TEXT (""), TL_JSON_ERROR_SYNTAX, 1, 1 },
  { TEXT (" \n "), TL_JSON_ERROR_SYNTAX, 2, 2 },
  { TEXT ("{"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("["), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("[1"), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("[1,"), TL_JSON_ERROR_SYNTAX, 1, 4 },
  { TEXT ("{\"a\""), TL_JSON_ERROR_SYNTAX, 1, 5 },
  { TEXT ("{\"a\":"), TL_JSON_ERROR_SYNTAX, 1, 6 },
  { TEXT ("{\"a\":1"), TL_JSON_ERROR_SYNTAX, 1, 7 },
  { TEXT ("\"open"), TL_JSON_ERROR_SYNTAX, 1, 6 },
  { TEXT ("\"open\\"), TL_JSON_ERROR_SYNTAX, 1, 7 },
  { TEXT ("\"\\u12"), TL_JSON_ERROR_SYNTAX, 1, 6 },
  { TEXT ("tru"), TL_JSON_ERROR_SYNTAX, 1, 4 },
  { TEXT ("-"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("1."), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("1e"), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("1e+"), TL_JSON_ERROR_SYNTAX, 1, 4 },
  /* Too much. */
  { TEXT ("1 2"), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("{} {}"), TL_JSON_ERROR_SYNTAX, 1, 4 },
  { TEXT ("[]]"), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("{}}"), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("true\0"), TL_JSON_ERROR_SYNTAX, 1, 5 },
  { TEXT ("nullnull"), TL_JSON_ERROR_SYNTAX, 1, 5 },
  /* Commas and colons. */
  { TEXT ("[1,]"), TL_JSON_ERROR_SYNTAX, 1, 4 },
  { TEXT ("[,1]"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("[1,,2]"), TL_JSON_ERROR_SYNTAX, 1, 4 },
  { TEXT ("[1 2]"), TL_JSON_ERROR_SYNTAX, 1, 4 },
  { TEXT ("[1:2]"), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("{\"a\":1,}"), TL_JSON_ERROR_SYNTAX, 1, 8 },
  { TEXT ("{,}"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("{\"a\",1}"), TL_JSON_ERROR_SYNTAX, 1, 5 },
  { TEXT ("{\"a\" 1}"), TL_JSON_ERROR_SYNTAX, 1, 6 },
  { TEXT ("{\"a\"::1}"), TL_JSON_ERROR_SYNTAX, 1, 6 },
  { TEXT ("{\"a\":}"), TL_JSON_ERROR_SYNTAX, 1, 6 },
  { TEXT ("{\"a\":1;}"), TL_JSON_ERROR_SYNTAX, 1, 7 },
  { TEXT ("[1}"), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("{\"a\":1]"), TL_JSON_ERROR_SYNTAX, 1, 7 },
  /* Names. */
  { TEXT ("{a:1}"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("{'a':1}"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("{1:1}"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("{null:1}"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  /* Numbers of other languages. */
  { TEXT ("01"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("-01"), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("00"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("+1"), TL_JSON_ERROR_SYNTAX, 1, 1 },
  { TEXT (".5"), TL_JSON_ERROR_SYNTAX, 1, 1 },
  { TEXT ("-.5"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("5.e1"), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("0x10"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("1_000"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("1,5"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("--1"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("NaN"), TL_JSON_ERROR_SYNTAX, 1, 1 },
  { TEXT ("Infinity"), TL_JSON_ERROR_SYNTAX, 1, 1 },
  { TEXT ("-Infinity"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("1e5.5"), TL_JSON_ERROR_SYNTAX, 1, 4 },
  /* Words. */
  { TEXT ("True"), TL_JSON_ERROR_SYNTAX, 1, 1 },
  { TEXT ("nil"), TL_JSON_ERROR_SYNTAX, 1, 1 },
  { TEXT ("[truth]"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("undefined"), TL_JSON_ERROR_SYNTAX, 1, 1 },
  /* Comments and spaces that are none. */
  { TEXT ("// no\n1"), TL_JSON_ERROR_SYNTAX, 1, 1 },
  { TEXT ("[1 /* no */]"), TL_JSON_ERROR_SYNTAX, 1, 4 },
  { TEXT ("# no"), TL_JSON_ERROR_SYNTAX, 1, 1 },
  { TEXT ("[\v1]"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("[\f1]"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("[\xc2\xa0]"), TL_JSON_ERROR_SYNTAX, 1, 2 },
  /* Strings. */
  { TEXT ("'a'"), TL_JSON_ERROR_SYNTAX, 1, 1 },
  { TEXT ("\"a\tb\""), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("\"a\nb\""), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("\"a\0b\""), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("\"\x1f\""), TL_JSON_ERROR_SYNTAX, 1, 2 },
  { TEXT ("\"\\a\""), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("\"\\x41\""), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("\"\\'\""), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("\"\\\n\""), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("\"\\U0041\""), TL_JSON_ERROR_SYNTAX, 1, 3 },
  { TEXT ("\"\\u004g\""), TL_JSON_ERROR_SYNTAX, 1, 7 },
  { TEXT ("\"\\u 041\""), TL_JSON_ERROR_SYNTAX, 1, 4 },
  /* Halves of surrogate pairs. */
  { TEXT ("\"\\ud800\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"ab\\udc00\""), TL_JSON_ERROR_ENCODING, 1, 4 },
  { TEXT ("\"\\ud800\\ud800\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"\\ud800\\u0041\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"\\ud800\\n\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"\\ud800x\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("{\"\\udfff\":1}"), TL_JSON_ERROR_ENCODING, 1, 3 },
  /* Bytes that are no UTF-8. */
  { TEXT ("\"\x80\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"\xbf\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"\xc0\x80\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"\xc1\xbf\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"\xc3\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"\xc3"), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"\xe0\x9f\xbf\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"\xe2\x82\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"\xed\xa0\x80\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"\xf0\x8f\xbf\xbf\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"\xf4\x90\x80\x80\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"\xf5\x80\x80\x80\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"\xf0\x9f\x98"), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"\xff\""), TL_JSON_ERROR_ENCODING, 1, 2 },
  { TEXT ("\"caf\xe9\""), TL_JSON_ERROR_ENCODING, 1, 5 },
  { TEXT ("\xef\xbb\xbf{}"), TL_JSON_ERROR_ENCODING, 1, 1 },
  { TEXT ("\xff\xfe{\0}\0"), TL_JSON_ERROR_SYNTAX, 1, 1 },
  /* Numbers that round to infinity. */
  { TEXT ("1e309"), TL_JSON_ERROR_NUMBER, 1, 1 },
  { TEXT ("[-1e999]"), TL_JSON_ERROR_NUMBER, 1, 2 },
  { TEXT ("1.8e308"), TL_JSON_ERROR_NUMBER, 1, 1 },
  { TEXT ("1e99999999999999999999"), TL_JSON_ERROR_NUMBER, 1, 1 },
  /* Lines and columns, in characters, as an editor counts them. */
  { TEXT ("{\n  \"a\": 1,\n  \"b\": oops\n}"), TL_JSON_ERROR_SYNTAX, 3, 8 },
  { TEXT ("[1,\r\n2,\r\n?]"), TL_JSON_ERROR_SYNTAX, 3, 1 },
  { TEXT ("[1,\r2,\r?]"), TL_JSON_ERROR_SYNTAX, 3, 1 },
  { TEXT ("[\"\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80\", ?]"), TL_JSON_ERROR_SYNTAX, 1, 9 },
  { TEXT ("\n\n\n   ?"), TL_JSON_ERROR_SYNTAX, 4, 4 },
};

/* What a document must not hold on top of that. */
static const BadCase document_cases[] = {
  { TEXT ("{\"a\":1,\"a\":2}"), TL_JSON_ERROR_DUPLICATE, 1, 8 },
  { TEXT ("{\"a\":1,\n \"b\":2,\n \"a\":1}"), TL_JSON_ERROR_DUPLICATE, 3, 2 },
  { TEXT ("{\"a\":1,\"\\u0061\":2}"), TL_JSON_ERROR_DUPLICATE, 1, 8 },
  { TEXT ("{\"\\u00e4\":1,\"\xc3\xa4\":2}"), TL_JSON_ERROR_DUPLICATE, 1, 13 },
  { TEXT ("{\"\\/\":1,\"/\":2}"), TL_JSON_ERROR_DUPLICATE, 1, 9 },
  { TEXT ("{\"\":1,\"\":2}"), TL_JSON_ERROR_DUPLICATE, 1, 7 },
  { TEXT ("{\"a\":{\"b\":1,\"b\":1}}"), TL_JSON_ERROR_DUPLICATE, 1, 13 },
  { TEXT ("{\"a\":{\"a\":1},\"a\":1}"), TL_JSON_ERROR_DUPLICATE, 1, 14 },
  { TEXT ("[{\"a\":1},{\"a\":1,\"a\":1}]"), TL_JSON_ERROR_DUPLICATE, 1, 17 },
  { TEXT ("\"a\\u0000b\""), TL_JSON_ERROR_NUL, 1, 3 },
  { TEXT ("{\"\\u0000\":1}"), TL_JSON_ERROR_NUL, 1, 3 },
};

/* Where the grammar leaves a choice: what we do with the cases of the public suite, and why. */
static const struct
{
  const char *name;
  gboolean is_accepted;
} open_cases[] = {
  /* Rounds to zero: the nearest double. */
  { "i_number_double_huge_neg_exp.json", TRUE },
  { "i_number_real_underflow.json", TRUE },
  /* Rounds to infinity: no double. */
  { "i_number_huge_exp.json", FALSE },
  { "i_number_neg_int_huge_exp.json", FALSE },
  { "i_number_pos_double_huge_exp.json", FALSE },
  { "i_number_real_neg_overflow.json", FALSE },
  { "i_number_real_pos_overflow.json", FALSE },
  /* Beyond 64 bits, but a double comes near enough. */
  { "i_number_too_big_neg_int.json", TRUE },
  { "i_number_too_big_pos_int.json", TRUE },
  { "i_number_very_big_negative_int.json", TRUE },
  /* Half a pair of surrogates is no character. */
  { "i_object_key_lone_2nd_surrogate.json", FALSE },
  { "i_string_1st_surrogate_but_2nd_missing.json", FALSE },
  { "i_string_1st_valid_surrogate_2nd_invalid.json", FALSE },
  { "i_string_incomplete_surrogate_and_escape_valid.json", FALSE },
  { "i_string_incomplete_surrogate_pair.json", FALSE },
  { "i_string_incomplete_surrogates_escape_valid.json", FALSE },
  { "i_string_invalid_lonely_surrogate.json", FALSE },
  { "i_string_invalid_surrogate.json", FALSE },
  { "i_string_inverted_surrogates_U+1D11E.json", FALSE },
  { "i_string_lone_second_surrogate.json", FALSE },
  /* Not UTF-8. */
  { "i_string_UTF-16LE_with_BOM.json", FALSE },
  { "i_string_UTF-8_invalid_sequence.json", FALSE },
  { "i_string_UTF8_surrogate_U+D800.json", FALSE },
  { "i_string_invalid_utf-8.json", FALSE },
  { "i_string_iso_latin_1.json", FALSE },
  { "i_string_lone_utf8_continuation_byte.json", FALSE },
  { "i_string_not_in_unicode_range.json", FALSE },
  { "i_string_overlong_sequence_2_bytes.json", FALSE },
  { "i_string_overlong_sequence_6_bytes.json", FALSE },
  { "i_string_overlong_sequence_6_bytes_null.json", FALSE },
  { "i_string_truncated-utf-8.json", FALSE },
  { "i_string_utf16BE_no_BOM.json", FALSE },
  { "i_string_utf16LE_no_BOM.json", FALSE },
  /* RFC 8259 forbids writing a byte order mark and leaves it to readers to look over it. The type
   * of a document must show from its first bytes, so here there is none. */
  { "i_structure_UTF-8_BOM_empty_object.json", FALSE },
  /* Deeper than 64. */
  { "i_structure_500_nested_arrays.json", FALSE },
};
/* clang-format on */

/* A copy of exactly its length, so that a sanitizer sees a read beyond the end. */
static gboolean
scan (const char *text, gsize length, TlJsonScanFlags flags, TlJsonPlace *place, GError **error)
{
  g_autofree char *copy = g_memdup2 (text, length);

  return tl_json_scan (copy, length, flags, place, error);
}

static void
test_accepts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok
          = scan (good_cases[i].text, good_cases[i].length, TL_JSON_SCAN_GRAMMAR, NULL, &error);

      if (!ok)
        g_test_message ("%s", good_cases[i].text);
      g_assert_no_error (error);
      g_assert_true (ok);
    }
}

static void
check_refused (const BadCase *bad, TlJsonScanFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *start = g_strdup_printf ("line %u, column %u: ", bad->line, bad->column);
  TlJsonPlace place = { 0 };
  gboolean ok = scan (bad->text, bad->length, flags, &place, &error);

  if (ok || !g_error_matches (error, TL_JSON_ERROR, (int) bad->code) || place.line != bad->line
      || place.column != bad->column)
    g_test_message ("%s: %s", bad->text, error != NULL ? error->message : "accepted");
  g_assert_false (ok);
  g_assert_error (error, TL_JSON_ERROR, (int) bad->code);
  g_assert_cmpuint (place.line, ==, bad->line);
  g_assert_cmpuint (place.column, ==, bad->column);
  g_assert_true (g_str_has_prefix (error->message, start));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_refuses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    check_refused (&bad_cases[i], TL_JSON_SCAN_GRAMMAR);
}

static void
test_refuses_in_documents (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (document_cases); i++)
    {
      check_refused (&document_cases[i], TL_JSON_SCAN_DOCUMENT);
      g_assert_true (scan (document_cases[i].text, document_cases[i].length, TL_JSON_SCAN_GRAMMAR,
                           NULL, NULL));
    }
}

/* Every beginning of a good text is bad, or good by itself; none may be read past its end. */
static void
test_beginnings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good_cases); i++)
    for (gsize length = 0; length < good_cases[i].length; length++)
      {
        g_autoptr (GError) error = NULL;
        gboolean ok = scan (good_cases[i].text, length, TL_JSON_SCAN_DOCUMENT, NULL, &error);

        g_assert_true (ok == (error == NULL));
      }
}

static char *
nest (gsize depth, char open, char close)
{
  char *text = g_malloc (2 * depth + 1);

  memset (text, open, depth);
  memset (text + depth, close, depth);
  text[2 * depth] = '\0';
  return text;
}

static void
test_depth (void)
{
  g_autofree char *allowed = nest (TL_JSON_MAX_DEPTH, '[', ']');
  g_autofree char *too_deep = nest (TL_JSON_MAX_DEPTH + 1, '[', ']');
  g_autofree char *hostile = nest (10 * 1000 * 1000, '[', ']');
  g_autoptr (GError) error = NULL;
  TlJsonPlace place;

  g_assert_true (scan (allowed, strlen (allowed), TL_JSON_SCAN_DOCUMENT, NULL, NULL));
  g_assert_false (scan (too_deep, strlen (too_deep), TL_JSON_SCAN_GRAMMAR, &place, &error));
  g_assert_error (error, TL_JSON_ERROR, TL_JSON_ERROR_DEPTH);
  g_assert_cmpuint (place.column, ==, TL_JSON_MAX_DEPTH + 1);
  g_assert_false (scan (hostile, strlen (hostile), TL_JSON_SCAN_GRAMMAR, NULL, NULL));
}

/* The bytes are never looked at, so there need not be as many. */
static void
test_size (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_json_scan ("1", TL_JSON_MAX_BYTES + 1, TL_JSON_SCAN_GRAMMAR, NULL, &error));
  g_assert_error (error, TL_JSON_ERROR, TL_JSON_ERROR_SIZE);
}

static void
test_many_names (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autoptr (GError) error = NULL;
  gsize unique;

  for (guint i = 0; i < 100 * 1000; i++)
    g_string_append_printf (text, "\"name-%u\":{\"name-%u\":%u},\n", i, i, i);
  unique = text->len;
  g_string_append (text, "\"last\":0}");
  g_assert_true (scan (text->str, text->len, TL_JSON_SCAN_DOCUMENT, NULL, NULL));

  g_string_truncate (text, unique);
  g_string_append (text, "\"name-4711\":0}");
  g_assert_false (scan (text->str, text->len, TL_JSON_SCAN_DOCUMENT, NULL, &error));
  g_assert_error (error, TL_JSON_ERROR, TL_JSON_ERROR_DUPLICATE);
  g_assert_true (g_str_has_prefix (error->message, "line 100001, column 1: "));
}

static gboolean
is_accepted (const char *dir, const char *name)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return scan (text, length, TL_JSON_SCAN_GRAMMAR, NULL, NULL);
}

static gboolean
is_open_case_accepted (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (open_cases); i++)
    if (g_str_equal (open_cases[i].name, name))
      return open_cases[i].is_accepted;
  g_error ("no decision on %s", name);
}

static void
test_suite (void)
{
  g_autofree char *dir = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "data", SUITE,
                                                "test_parsing", NULL);
  g_autoptr (GDir) files = g_dir_open (dir, 0, NULL);
  guint n_accepted = 0, n_refused = 0, n_open = 0;
  const char *name;

  if (files == NULL)
    {
      g_test_skip ("The public suite is not at ../shared/data/" SUITE
                   "; the cases of this file were run.");
      return;
    }
  while ((name = g_dir_read_name (files)) != NULL)
    {
      gboolean expected = name[0] == 'y' || (name[0] == 'i' && is_open_case_accepted (name));

      if (is_accepted (dir, name) != expected)
        g_error ("%s: %s", name, expected ? "refused" : "accepted");
      n_accepted += name[0] == 'y';
      n_refused += name[0] == 'n';
      n_open += name[0] == 'i';
    }
  g_assert_cmpuint (n_accepted, ==, N_ACCEPTED);
  g_assert_cmpuint (n_refused, ==, N_REFUSED);
  g_assert_cmpuint (n_open, ==, G_N_ELEMENTS (open_cases));
}

static void
test_unescape (void)
{
  static const char raw[] = "a\\n\\u00e4\\ud83d\\ude00\\/\\\"\\\\z";
  GString *string = tl_json_unescape (raw, strlen (raw));

  g_assert_cmpstr (string->str, ==, "a\nä😀/\"\\z");
  g_string_free (string, TRUE);
}

static void
test_spans (void)
{
  static const char text[] = " {\"a\" : [1, \"]\\\"\", {}] , \"b\\u0021\":-2.5e1 }\n";
  TlJsonSpan root, member, element;

  g_assert_true (scan (text, strlen (text), TL_JSON_SCAN_DOCUMENT, NULL, NULL));
  root = tl_json_span_root (text, strlen (text));
  g_assert_cmpuint (root.value, ==, 1);
  g_assert_cmpuint (root.end, ==, strlen (text) - 1);

  g_assert_true (tl_json_span_member (text, root, "a", &member));
  g_assert_cmpmem (text + member.value, member.end - member.value, "[1, \"]\\\"\", {}]", 14);
  g_assert_true (tl_json_span_first (text, member, &element));
  g_assert_cmpmem (text + element.value, element.end - element.value, "1", 1);
  g_assert_true (tl_json_span_next (text, &element));
  g_assert_cmpmem (text + element.value, element.end - element.value, "\"]\\\"\"", 5);
  g_assert_true (tl_json_span_next (text, &element));
  g_assert_false (tl_json_span_first (text, element, &member));
  g_assert_false (tl_json_span_next (text, &element));

  g_assert_true (tl_json_span_member (text, root, "b!", &member));
  g_assert_cmpmem (text + member.value, member.end - member.value, "-2.5e1", 6);
  g_assert_false (tl_json_span_member (text, root, "c", &member));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-scanner/accepts", test_accepts);
  g_test_add_func ("/json-scanner/refuses", test_refuses);
  g_test_add_func ("/json-scanner/refuses-in-documents", test_refuses_in_documents);
  g_test_add_func ("/json-scanner/beginnings", test_beginnings);
  g_test_add_func ("/json-scanner/depth", test_depth);
  g_test_add_func ("/json-scanner/size", test_size);
  g_test_add_func ("/json-scanner/many-names", test_many_names);
  g_test_add_func ("/json-scanner/public-suite", test_suite);
  g_test_add_func ("/json-scanner/unescape", test_unescape);
  g_test_add_func ("/json-scanner/spans", test_spans);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "tl-json-scanner.h"
#include "tl-reader.h"
#include "tl-save.h"
#include "tl-writer.h"

#define HEAD "{\"format\": \"throughline-workspace\", \"version\": 1"
#define LONG_NAME                                                                                  \
  "a-name-that-is-longer-than-any-name-that-some-version-of-this-program-will-ever-know-and-that-" \
  "goes-on-and-on-until-nobody-can-tell-any-more-what-it-was-about-when-it-began-a-while-ago"
#define HEAD_NEWER "{\"format\": \"throughline-workspace\", \"version\": 2"

static const struct
{
  const char *name;
  const char *text;
  TlReaderError code;
  const char *message;
} refusals[] = {
  { "no-object", "[]", TL_READER_ERROR_FORMAT,
    "line 1, column 1: This is not a Throughline document." },
  { "no-marker", "\n {\"version\": 1}", TL_READER_ERROR_FORMAT,
    "line 2, column 2: This is not a Throughline document." },
  { "another-format", "{\"format\": \"other\", \"version\": 1}", TL_READER_ERROR_FORMAT,
    "line 1, column 1: This is not a Throughline document." },
  { "format-is-no-text", "{\"format\": 1, \"version\": 1}", TL_READER_ERROR_FORMAT,
    "line 1, column 1: This is not a Throughline document." },
  { "no-version", "{\"format\": \"throughline-workspace\"}", TL_READER_ERROR_FORMAT,
    "line 1, column 1: The document does not say its version." },
  { "version-is-text", "{\"format\": \"throughline-workspace\", \"version\": \"1\"}",
    TL_READER_ERROR_FORMAT, "line 1, column 48: The version must be a whole number from 1." },
  { "version-zero", "{\"format\": \"throughline-workspace\", \"version\": 0}",
    TL_READER_ERROR_FORMAT, "line 1, column 48: The version must be a whole number from 1." },
  { "version-broken", "{\"format\": \"throughline-workspace\", \"version\": 1.5}",
    TL_READER_ERROR_FORMAT, "line 1, column 48: The version must be a whole number from 1." },
  { "title-is-number", HEAD ",\n \"title\": 5}", TL_READER_ERROR_TYPE,
    "line 2, column 11: A text is expected here." },
  { "title-is-null", HEAD ",\n \"title\": null}", TL_READER_ERROR_TYPE,
    "line 2, column 11: A text is expected here." },
  { "array-is-object", HEAD ",\n \"goals\": {}}", TL_READER_ERROR_TYPE,
    "line 2, column 11: A list of items is expected here." },
  { "item-is-text", HEAD ",\n \"goals\": [\n  {\"id\": \"G\"},\n  \"H\"]}", TL_READER_ERROR_TYPE,
    "line 4, column 3: An object is expected here." },
  { "settings-is-array", HEAD ",\n \"settings\": []}", TL_READER_ERROR_TYPE,
    "line 2, column 14: An object is expected here." },
  { "period-is-text", HEAD ",\n \"period\": \"2026\"}", TL_READER_ERROR_TYPE,
    "line 2, column 12: An object is expected here." },
  { "period-start-is-number", HEAD ",\n \"period\": {\"start\": 2026}}", TL_READER_ERROR_TYPE,
    "line 2, column 22: A text is expected here." },
  { "no-id", HEAD ",\n \"goals\": [\n  {\"title\": \"G\"}]}", TL_READER_ERROR_ID,
    "line 3, column 3: The item has no id." },
  { "id-is-number", HEAD ",\n \"goals\": [{\"title\": \"G\", \"id\": 1}]}", TL_READER_ERROR_TYPE,
    "line 2, column 33: A text is expected here." },
  { "id-is-empty", HEAD ",\n \"goals\": [{\"id\": \"\"}]}", TL_READER_ERROR_ID,
    "line 2, column 19: An id cannot be empty." },
  { "two-of-one-id", HEAD ",\n \"goals\": [{\"id\": \"A\"}],\n \"projects\": [{\"id\": \"A\"}]}",
    TL_READER_ERROR_ID, "line 3, column 22: Two items have the id “A”." },
  { "number-is-text", HEAD ",\n \"goals\": [{\"id\": \"G\", \"weight\": \"18\"}]}",
    TL_READER_ERROR_TYPE, "line 2, column 34: A number is expected here." },
  { "flag-is-text", HEAD ",\n \"goals\": [{\"id\": \"G\", \"functionScorecard\": \"yes\"}]}",
    TL_READER_ERROR_TYPE, "line 2, column 45: true or false is expected here." },
  { "tri-is-flag", HEAD ",\n \"projects\": [{\"id\": \"P\", \"longTerm\": true}]}",
    TL_READER_ERROR_TYPE, "line 2, column 39: A text is expected here." },
  { "tri-is-no-choice", HEAD ",\n \"projects\": [{\"id\": \"P\", \"longTerm\": \"maybe\"}]}",
    TL_READER_ERROR_CHOICE,
    "line 2, column 39: “maybe” is not one of the choices for “longTerm”." },
  { "no-choice", HEAD ",\n \"projects\": [{\"id\": \"P\", \"status\": \"lively\"}]}",
    TL_READER_ERROR_CHOICE, "line 2, column 37: “lively” is not one of the choices for “status”." },
  { "words-is-text", HEAD ",\n \"projects\": [{\"id\": \"P\", \"topics\": \"one\"}]}",
    TL_READER_ERROR_TYPE, "line 2, column 37: A list of texts is expected here." },
  { "word-is-number", HEAD ",\n \"projects\": [{\"id\": \"P\", \"topics\": [\"ä\",\n 2]}]}",
    TL_READER_ERROR_TYPE, "line 3, column 2: A list of texts is expected here." },
  { "reference-is-object", HEAD ",\n \"links\": [{\"id\": \"L\", \"project\": {\"id\": \"P\"}}]}",
    TL_READER_ERROR_TYPE, "line 2, column 35: A text is expected here." },
  { "date-is-number", HEAD ",\n \"goals\": [{\"id\": \"G\", \"byDate\": 20260101}]}",
    TL_READER_ERROR_TYPE, "line 2, column 34: A text is expected here." },
  { "with-escaped-name", HEAD ",\n \"\\u0074itle\": 5}", TL_READER_ERROR_TYPE,
    "line 2, column 16: A text is expected here." },
};

static const struct
{
  const char *name;
  const char *text;
  TlJsonError code;
  const char *message;
} scan_refusals[] = {
  { "no-json", HEAD ",\n}", TL_JSON_ERROR_SYNTAX,
    "line 2, column 1: A member name in double quotes is expected." },
  { "two-of-one-name", HEAD ",\n \"title\": \"a\",\n \"title\": \"a\"}", TL_JSON_ERROR_DUPLICATE,
    "line 3, column 2: The object already has a member of this name." },
  { "nul", HEAD ", \"title\": \"\\u0000\"}", TL_JSON_ERROR_NUL,
    "line 1, column 61: A text cannot hold the character NUL (\\u0000)." },
  { "infinity", HEAD ", \"cost\": 1e999}", TL_JSON_ERROR_NUMBER,
    "line 1, column 59: This number is too large." },
};

static const struct
{
  const char *name;
  const char *text;
  const char *messages[3];
} repairs[] = {
  { "dangling",
    HEAD ",\n \"links\": [{\"id\": \"L\", \"project\": \"P9\"}]}",
    { "line 2, column 35: “Project” of “L” was left out. "
      "Nothing in the document has the id “P9”." } },
  { "wrong-kind",
    HEAD ",\n \"goals\": [{\"id\": \"G\"}],\n \"links\": [{\"id\": \"L\", \"project\": \"G\"}]}",
    { "line 3, column 35: “Project” of “L” was left out. "
      "“G” is of another kind (Goal) than fits here." } },
  { "dangling-in-list",
    HEAD ",\n \"causes\": [{\"id\": \"C\"}],\n"
         " \"projects\": [{\"id\": \"P\", \"addresses\": [\"X\", \"C\", \"Y\"]}]}",
    { "line 3, column 41: “Addresses” of “P” was left out. "
      "Nothing in the document has the id “X”.",
      "line 3, column 51: “Addresses” of “P” was left out. "
      "Nothing in the document has the id “Y”." } },
  { "own-parent",
    HEAD ",\n \"units\": [{\"id\": \"U\", \"parent\": \"U\"}]}",
    { "line 2, column 34: “Part Of” of “U” was left out. “U” cannot refer to itself." } },
  { "circle",
    HEAD ",\n \"goals\": [{\"id\": \"A\", \"parent\": \"B\"},\n"
         "  {\"id\": \"B\", \"parent\": \"C\"},\n  {\"id\": \"C\", \"parent\": \"A\"}]}",
    { "line 4, column 25: “Part Of” of “C” was left out. “C” would become part of itself." } },
  { "no-day",
    HEAD ",\n \"goals\": [{\"id\": \"G\", \"byDate\": \"2025-02-30\"}]}",
    { "line 2, column 34: “By” of “G” was left out. “2025-02-30” is no date." } },
  { "no-date",
    HEAD ",\n \"period\": {\"start\": \"soon\"}}",
    { "line 2, column 22: “Period Starts” was left out. “soon” is no date." } },
  { "too-small",
    HEAD ",\n \"projects\": [{\"id\": \"P\", \"effortDays\": -5}]}",
    { "line 2, column 41: “Effort” of “P” was left out. -5 is less than 0." } },
  { "too-large",
    HEAD ",\n \"goals\": [{\"id\": \"G\", \"weight\": 150}]}",
    { "line 2, column 34: “Weight” of “G” was left out. 150 is not between 0 and 100." } },
  { "not-whole",
    HEAD ",\n \"goals\": [{\"id\": \"G\", \"priority\": 2.5}]}",
    { "line 2, column 36: “Priority” of “G” was left out. 2.5 is not a whole number." } },
  { "too-large-for-whole",
    HEAD ",\n \"projects\": [{\"id\": \"P\", \"reach\": 12345678901234567890}]}",
    { "line 2, column 36: “Reach” of “P” was left out. The number is too large." } },
  { "setting",
    HEAD ",\n \"settings\": {\"alignmentGood\": 101}}",
    { "line 2, column 32: “Alignment Is Good From” was left out. "
      "101 is not between 0 and 100." } },
  { "place",
    HEAD ",\n \"places\": [{\"id\": \"M\", \"x\": 1e9, \"y\": -2}]}",
    { "line 2, column 30: “X” of “M” was left out. 1e+09 is not between -1e+07 and 1e+07." } },
};

/* A newer file, and what is left out of it. */
static const struct
{
  const char *name;
  const char *text;
  const char *message;
} newer_cases[] = {
  { "same", HEAD_NEWER ", \"goals\": [{\"id\": \"G\"}]}", NULL },
  { "unknown-kind", HEAD_NEWER ", \"risks\": [{\"id\": \"R\"}]}", NULL },
  { "new-choice", HEAD_NEWER ",\n \"projects\": [{\"id\": \"P\", \"status\": \"piloted\"}]}",
    "line 2, column 37: “Status” of “P” was left out. "
    "“piloted” is not one of the choices for “status”." },
  { "new-type", HEAD_NEWER ",\n \"projects\": [{\"id\": \"P\", \"cost\": {\"amount\": 1}}]}",
    "line 2, column 35: “Cost” of “P” was left out. A number is expected here." },
};

/* A file as somebody might write it, and as it is saved. */
static const struct
{
  const char *name;
  const char *text;
  const char *members; /* after the marker, at two spaces */
} rewritings[] = {
  { "order-of-fields", HEAD ",\"notes\":\"n\",\"title\":\"t\"}",
    ",\n  \"title\": \"t\",\n  \"notes\": \"n\"" },
  { "defaults",
    HEAD ",\"goals\":[{\"id\":\"G\",\"status\":\"active\",\"learningRole\":\"undecided\","
         "\"functionScorecard\":false}],\"people\":[{\"id\":\"W\",\"cadenceDays\":60}],"
         "\"settings\":{\"alignmentGood\":90},\"causes\":[],\"title\":\"\"}",
    ",\n  \"people\": [\n    {\n      \"id\": \"W\"\n    }\n  ],\n"
    "  \"goals\": [\n    {\n      \"id\": \"G\"\n    }\n  ]" },
  { "numbers", HEAD ",\"capacityDaysPerQuarter\":1.20e2}", ",\n  \"capacityDaysPerQuarter\": 120" },
  { "unknown-in-document", HEAD ",\"x\":1,\"title\":\"t\",\"y\":{\"z\":[]},\"units\":[],\"w\":[1]}",
    ",\n  \"x\": 1,\n  \"title\": \"t\",\n  \"y\": {\n    \"z\": []\n  },\n  \"w\": [1]" },
  { "unknown-between-arrays",
    HEAD ",\"goals\":[{\"id\":\"G\"}],\"risks\":[{\"id\":\"R\"}],\"causes\":[{\"id\":\"C\"}]}",
    ",\n  \"goals\": [\n    {\n      \"id\": \"G\"\n    }\n  ],\n"
    "  \"risks\": [\n    {\n      \"id\": \"R\"\n    }\n  ],\n"
    "  \"causes\": [\n    {\n      \"id\": \"C\"\n    }\n  ]" },
  { "unknown-in-item",
    HEAD
    ",\"goals\":[{\"early\":0,\"id\":\"G\",\"title\":\"t\",\"a\":null,\"weight\":1,\"b\":-0.0}]}",
    ",\n  \"goals\": [\n    {\n      \"id\": \"G\",\n      \"early\": 0,\n"
    "      \"title\": \"t\",\n      \"a\": null,\n      \"weight\": 1,\n"
    "      \"b\": -0.0\n    }\n  ]" },
  { "unknown-in-group",
    HEAD ",\"currency\":\"EUR\",\"period\":{\"a\":1,\"start\":\"2026-01-01\",\"b\":2},\"c\":3}",
    ",\n  \"period\": {\n    \"a\": 1,\n    \"start\": \"2026-01-01\",\n    \"b\": 2\n  },\n"
    "  \"c\": 3,\n  \"currency\": \"EUR\"" },
  { "only-unknown-in-group", HEAD ",\"period\":{\"a\":1}}",
    ",\n  \"period\": {\n    \"a\": 1\n  }" },
  { "unknown-in-settings", HEAD ",\"settings\":{\"a\":1}}",
    ",\n  \"settings\": {\n    \"a\": 1\n  }" },
  { "unknown-with-the-name-of-a-path", HEAD ",\"period.start\":\"2026-01-01\"}",
    ",\n  \"period.start\": \"2026-01-01\"" },
  { "unknown-with-a-long-name", HEAD ",\"" LONG_NAME "\":1}", ",\n  \"" LONG_NAME "\": 1" },
  { "unknown-with-the-empty-name", HEAD ",\"\":1}", ",\n  \"\": 1" },
  { "unknown-with-escapes", HEAD ",\"\\u00e4\\/\":\"\\u0041<\\/\"}", ",\n  \"ä/\": \"A<\\/\"" },
  { "unknown-large-number", HEAD ",\"n\":[12345678901234567890,1.10,1E5]}",
    ",\n  \"n\": [12345678901234567890, 1.10, 1E5]" },
  { "escaped-name", HEAD ",\"ti\\u0074le\":\"t\"}", ",\n  \"title\": \"t\"" },
};

static GBytes *
to_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text)); /* without the final NUL */
}

static TlReadResult *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = to_bytes (text);

  return tl_read_bytes (bytes, error);
}

static void
test_refusal (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (refusals[i].text, &error));
  g_assert_error (error, TL_READER_ERROR, (int) refusals[i].code);
  g_assert_cmpstr (error->message, ==, refusals[i].message);
}

static void
test_scan_refusal (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (scan_refusals[i].text, &error));
  g_assert_error (error, TL_JSON_ERROR, (int) scan_refusals[i].code);
  g_assert_cmpstr (error->message, ==, scan_refusals[i].message);
}

static void
test_repair (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReadResult) result = read_text (repairs[i].text, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlReadResult) again = NULL;
  guint n = 0;

  g_assert_no_error (error);
  for (; n < G_N_ELEMENTS (repairs[i].messages) && repairs[i].messages[n] != NULL; n++)
    {
      g_autofree char *message = tl_repair_dup_message (g_ptr_array_index (result->repairs, n));
      g_assert_cmpstr (message, ==, repairs[i].messages[n]);
    }
  g_assert_cmpuint (result->repairs->len, ==, n);
  g_assert_false (result->is_newer);

  /* Once is enough: what is saved needs none. */
  bytes = tl_write_bytes (result->workspace);
  again = tl_read_bytes (bytes, NULL);
  g_assert_cmpuint (again->repairs->len, ==, 0);
}

static void
test_newer (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReadResult) result = read_text (newer_cases[i].text, &error);

  g_assert_no_error (error);
  g_assert_true (result->is_newer);
  g_assert_true (tl_workspace_is_read_only (result->workspace));
  g_assert_cmpuint (result->repairs->len, ==, newer_cases[i].message != NULL ? 1 : 0);
  if (newer_cases[i].message != NULL)
    {
      g_autofree char *message = tl_repair_dup_message (g_ptr_array_index (result->repairs, 0));
      g_assert_cmpstr (message, ==, newer_cases[i].message);
    }
}

static void
test_rewriting (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReadResult) result = read_text (rewritings[i].text, &error);
  g_autoptr (TlReadResult) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected
      = g_strdup_printf ("{\n  \"format\": \"throughline-workspace\",\n  \"version\": 1%s\n}\n",
                         rewritings[i].members);

  g_assert_no_error (error);
  g_assert_cmpuint (result->repairs->len, ==, 0);
  bytes = tl_write_bytes (result->workspace);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==, expected);
  again = tl_read_bytes (bytes, NULL);
  second = tl_write_bytes (again->workspace);
  g_assert_true (g_bytes_equal (bytes, second));
}

static void
test_values (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReadResult) result = read_text (
      HEAD
      ",\"period\":{\"end\":\"2026-06-30\"},"
      "\"projects\":[{\"id\":\"P\",\"longTerm\":\"no\",\"effortDays\":12.5,\"status\":\"live\","
      "\"topics\":[\"a\",\"\\u00e4\"],\"addresses\":[\"C\"]}],"
      "\"causes\":[{\"id\":\"C\",\"confirmed\":true}],"
      "\"snapshots\":[{\"id\":\"S\",\"figures\":{ \"rate\" : 0.50 }}]}",
      &error);
  TlWorkspace *workspace;
  TlItem *project, *cause;

  g_assert_no_error (error);
  workspace = result->workspace;
  project = tl_workspace_lookup (workspace, "P");
  cause = tl_workspace_lookup (workspace, "C");
  g_assert_cmpuint (tl_item_get_date (tl_workspace_get_root (workspace), TL_WORKSPACE_PERIOD_END),
                    ==, tl_date_from_ymd (2026, 6, 30));
  g_assert_cmpint (tl_item_get_choice (project, TL_PROJECT_LONG_TERM), ==, TL_TRI_NO);
  g_assert_cmpfloat (tl_item_get_number (project, TL_PROJECT_EFFORT), ==, 12.5);
  g_assert_cmpint (tl_item_get_choice (project, TL_PROJECT_STATUS), ==, TL_STATUS_LIVE);
  g_assert_cmpstr (tl_item_get_words (project, TL_PROJECT_TOPICS)[1], ==, "ä");
  g_assert_cmpuint (tl_item_get_n_referrers (cause), ==, 1);
  g_assert_true (tl_item_get_flag (cause, TL_CAUSE_CONFIRMED));
  g_assert_cmpstr (tl_item_get_text (tl_workspace_lookup (workspace, "S"), TL_SNAPSHOT_FIGURES), ==,
                   "{\"rate\":0.50}");
}

/* A thousand faults cost one pass over the text, not a thousand. */
static void
test_many_repairs (void)
{
  g_autoptr (GString) text = g_string_new (HEAD ",\n\"links\": [\n");
  g_autoptr (TlReadResult) result = NULL;
  const TlRepair *last;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%s{\"id\": \"L%u\", \"project\": \"none\"}", i > 0 ? ",\n" : "",
                            i);
  g_string_append (text, "]}");
  result = read_text (text->str, NULL);
  g_assert_cmpuint (result->repairs->len, ==, 20000);
  last = g_ptr_array_index (result->repairs, 19999);
  g_assert_cmpuint (last->place.line, ==, 20002);
  g_assert_cmpstr (last->item_id, ==, "L19999");
  g_assert_cmpint (last->field, ==, TL_LINK_PROJECT);
}

static void
test_file_is_named (void)
{
  g_autoptr (GFile) none = g_file_new_for_path ("/nowhere/plan.throughline.json");
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) bad = g_file_new_tmp ("throughline-XXXXXX.json", &stream, NULL);
  g_autofree char *start = g_strdup_printf ("%s: line 1, column 1: ", g_file_peek_path (bad));
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_read_file (none, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (strstr (error->message, "/nowhere/plan.throughline.json") != NULL);
  g_clear_error (&error);

  g_assert_null (tl_read_file (folder, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);

  g_assert_null (tl_read_file (bad, NULL, NULL, &error));
  g_assert_error (error, TL_JSON_ERROR, TL_JSON_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, start));
  g_file_delete (bad, NULL, NULL);
}

static void
add_cases (const char *group, gsize index, const char *name, GTestDataFunc test)
{
  g_autofree char *path = g_strdup_printf ("/reader/%s/%s", group, name);

  g_test_add_data_func (path, GSIZE_TO_POINTER (index), test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    add_cases ("refuses", i, refusals[i].name, test_refusal);
  for (gsize i = 0; i < G_N_ELEMENTS (scan_refusals); i++)
    add_cases ("refuses", i, scan_refusals[i].name, test_scan_refusal);
  for (gsize i = 0; i < G_N_ELEMENTS (repairs); i++)
    add_cases ("repairs", i, repairs[i].name, test_repair);
  for (gsize i = 0; i < G_N_ELEMENTS (newer_cases); i++)
    add_cases ("newer", i, newer_cases[i].name, test_newer);
  for (gsize i = 0; i < G_N_ELEMENTS (rewritings); i++)
    add_cases ("rewrites", i, rewritings[i].name, test_rewriting);
  g_test_add_func ("/reader/values", test_values);
  g_test_add_func ("/reader/many-repairs", test_many_repairs);
  g_test_add_func ("/reader/file-is-named", test_file_is_named);
  return g_test_run ();
}

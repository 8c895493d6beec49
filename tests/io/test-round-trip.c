/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>

#include "comma-locale.h"
#include "random-workspace.h"
#include "tl-fingerprint.h"
#include "tl-format.h"
#include "tl-reader.h"
#include "tl-writer.h"

#define N_ROUNDS 40
#define N_ITEMS 6 /* of each kind */
#define N_GOLDEN_FIELDS 312

static TlReadResult *
read_clean (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  TlReadResult *result = tl_read_bytes (bytes, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < result->repairs->len; i++)
    {
      g_autofree char *message = tl_repair_dup_message (result->repairs->pdata[i]);
      g_test_message ("%s", message);
    }
  g_assert_cmpuint (result->repairs->len, ==, 0);
  return result;
}

static void
check_round_trip (TlWorkspace *workspace)
{
  g_autoptr (GBytes) bytes = tl_write_bytes (workspace);
  g_autoptr (TlReadResult) result = read_clean (bytes);
  g_autoptr (GBytes) again = tl_write_bytes (result->workspace);

  assert_same_workspace (workspace, result->workspace);
  g_assert_cmpuint (tl_fingerprint_workspace (workspace), ==,
                    tl_fingerprint_workspace (result->workspace));
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_empty (void)
{
  static const char expected[]
      = "{\n  \"format\": \"throughline-workspace\",\n  \"version\": 1\n}\n";
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (GBytes) bytes = tl_write_bytes (workspace);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   sizeof expected - 1);
  check_round_trip (workspace);
}

static void
test_random (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (TlWorkspace) workspace = random_workspace_new (N_ITEMS);

      check_round_trip (workspace);
      random_workspace_edit (workspace);
      check_round_trip (workspace);
    }
}

static void
test_random_in_comma_locale (void)
{
  g_autoptr (TlWorkspace) workspace = random_workspace_new (N_ITEMS);
  g_autoptr (GBytes) bytes = tl_write_bytes (workspace);

  if (comma_locale_enter ())
    {
      g_autoptr (GBytes) with_comma = tl_write_bytes (workspace);

      g_assert_true (g_bytes_equal (bytes, with_comma));
      check_round_trip (workspace);
    }
  else
    {
      g_test_skip ("There is no locale with a decimal comma, nor a way to make one.");
    }
  comma_locale_leave ();
}

/* A fingerprint that misses a change would let a fault of the writer pass. */
static void
test_fingerprint_sees_every_field (void)
{
  g_autoptr (TlWorkspace) workspace = random_workspace_new (2);
  guint n_seen = 0;

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
      {
        TlItem *item = tl_workspace_get_item (workspace, kind, i);
        guint n_fields;
        const TlField *fields = tl_kind_get_fields (kind, &n_fields);

        for (guint j = 0; j < n_fields; j++)
          {
            guint64 before = tl_fingerprint_workspace (workspace);

            if (!tl_item_is_set (item, fields[j]))
              continue;
            tl_workspace_set (workspace, item, fields[j], &TL_VALUE_INIT, NULL);
            g_assert_cmpuint (tl_fingerprint_workspace (workspace), !=, before);
            n_seen++;
          }
      }
  g_assert_cmpuint (n_seen, >, 100);
}

static guint64
fingerprint_with_extra (const char *group, const char *name, const char *json)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();

  tl_item_add_extra (tl_workspace_get_root (workspace), TL_FORMAT_ANCHOR_HEAD, group, name, json);
  return tl_fingerprint_workspace (workspace);
}

static void
test_fingerprint_sees_extras (void)
{
  guint64 fingerprint = fingerprint_with_extra (NULL, "a", "[1]");

  g_assert_cmpuint (fingerprint_with_extra (NULL, "a", "[ 1 ]"), ==, fingerprint);
  g_assert_cmpuint (fingerprint_with_extra (NULL, "a", "[2]"), !=, fingerprint);
  g_assert_cmpuint (fingerprint_with_extra (NULL, "b", "[1]"), !=, fingerprint);
  g_assert_cmpuint (fingerprint_with_extra ("period", "a", "[1]"), !=, fingerprint);
}

/* An independent reader agrees with what we think we have written. */
static void
test_against_json_glib (void)
{
  g_autoptr (TlWorkspace) workspace = random_workspace_new (N_ITEMS);
  g_autoptr (GBytes) bytes = tl_write_bytes (workspace);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;

  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                             (gssize) g_bytes_get_size (bytes), NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  for (TlKind kind = TL_KIND_UNIT; kind < TL_KIND_SETTINGS; kind++)
    for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
      {
        TlItem *item = tl_workspace_get_item (workspace, kind, i);
        JsonArray *array = json_object_get_array_member (root, tl_kind_get_spec (kind)->array);
        JsonObject *object = json_array_get_object_element (array, i);

        g_assert_cmpstr (json_object_get_string_member (object, TL_FORMAT_MEMBER_ID), ==,
                         tl_item_get_id (item));
        g_assert_cmpstr (json_object_get_string_member_with_default (object, "title", ""), ==,
                         kind == TL_KIND_PLACE ? "" : tl_item_get_title (item));
      }
}

static GBytes *
read_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "io", "data", name, NULL);
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (g_steal_pointer (&text), length);
}

/* These files are never changed: what version 1 wrote is read, and written the same, for ever. */
static void
test_golden (gconstpointer name)
{
  g_autoptr (GBytes) bytes = read_data (name);
  g_autoptr (TlReadResult) result = read_clean (bytes);
  g_autoptr (GBytes) again = tl_write_bytes (result->workspace);

  g_assert_cmpstr (g_bytes_get_data (again, NULL), ==, g_bytes_get_data (bytes, NULL));
}

/* Lest somebody empties it: when it was made it had every field of every kind. */
static void
test_golden_is_whole (void)
{
  g_autoptr (GBytes) bytes = read_data ("version-1.throughline.json");
  g_autoptr (TlReadResult) result = read_clean (bytes);
  guint n_set = 0;

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    {
      guint n_fields;
      const TlField *fields = tl_kind_get_fields (kind, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        n_set += tl_item_is_set (tl_workspace_get_item (result->workspace, kind, 0), fields[i]);
    }
  g_assert_cmpuint (n_set, ==, N_GOLDEN_FIELDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/round-trip/empty", test_empty);
  g_test_add_func ("/round-trip/random", test_random);
  g_test_add_func ("/round-trip/random-in-comma-locale", test_random_in_comma_locale);
  g_test_add_func ("/round-trip/fingerprint-sees-every-field", test_fingerprint_sees_every_field);
  g_test_add_func ("/round-trip/fingerprint-sees-extras", test_fingerprint_sees_extras);
  g_test_add_func ("/round-trip/against-json-glib", test_against_json_glib);
  g_test_add_data_func ("/round-trip/golden/version-1", "version-1.throughline.json", test_golden);
  g_test_add_func ("/round-trip/golden/is-whole", test_golden_is_whole);
  return g_test_run ();
}

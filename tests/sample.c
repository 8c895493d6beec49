/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"

static void
read_words (TlWorkspace *workspace, TlItem *item, TlField field, JsonNode *node)
{
  JsonArray *array = json_node_get_array (node);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (words, (gpointer) json_array_get_string_element (array, i));
  g_ptr_array_add (words, NULL);
  tl_workspace_set_words (workspace, item, field, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
}

static TlValue
read_value (TlField field, JsonNode *node)
{
  switch (tl_field_get_spec (field)->type)
    {
    case TL_FIELD_TYPE_NUMBER:
    case TL_FIELD_TYPE_INTEGER:
      return tl_value_from_number (json_node_get_double (node));
    case TL_FIELD_TYPE_DATE:
      return tl_value_from_date (tl_date_parse (json_node_get_string (node)));
    case TL_FIELD_TYPE_FLAG:
      return tl_value_from_choice (json_node_get_boolean (node) ? TL_TRI_YES : TL_TRI_NO);
    case TL_FIELD_TYPE_CHOICE:
    case TL_FIELD_TYPE_TRI:
      return tl_value_from_choice (tl_field_find_choice (field, json_node_get_string (node)));
    default:
      return tl_value_from_text (json_node_get_string (node));
    }
}

static void
read_field (TlWorkspace *workspace, TlItem *item, TlField field, JsonNode *node)
{
  g_auto (TlValue) value = TL_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (tl_field_get_form (field) == TL_VALUE_WORDS)
    {
      read_words (workspace, item, field, node);
      return;
    }
  value = read_value (field, node);
  g_assert_cmpint (value.form, !=, TL_VALUE_UNSET);
  tl_workspace_set (workspace, item, field, &value, &error);
  g_assert_no_error (error);
}

/* A dot in the name of a field stands between an object and its member. */
static JsonNode *
find_member (JsonObject *object, const char *name)
{
  g_auto (GStrv) path = g_strsplit (name, ".", 2);

  if (!json_object_has_member (object, path[0]))
    return NULL;
  if (path[1] == NULL)
    return json_object_get_member (object, path[0]);
  return find_member (json_object_get_object_member (object, path[0]), path[1]);
}

static void
read_item (TlWorkspace *workspace, TlItem *item, JsonObject *object)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (tl_item_get_kind (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      JsonNode *node = find_member (object, tl_field_get_spec (fields[i])->name);

      if (node != NULL)
        read_field (workspace, item, fields[i], node);
    }
}

static JsonArray *
find_array (JsonObject *document, TlKind kind)
{
  const TlKindSpec *spec = tl_kind_get_spec (kind);

  if (spec->is_single || !json_object_has_member (document, spec->array))
    return NULL;
  return json_object_get_array_member (document, spec->array);
}

static void
add_items (TlWorkspace *workspace, TlKind kind, JsonArray *array)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      g_autoptr (GError) error = NULL;

      tl_workspace_add (workspace, kind, json_object_get_string_member (object, "id"),
                        TL_POSITION_END, &error);
      g_assert_no_error (error);
    }
}

static void
read_items (TlWorkspace *workspace, TlKind kind, JsonArray *array)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    read_item (workspace, tl_workspace_get_item (workspace, kind, i),
               json_array_get_object_element (array, i));
}

/* All items stand before the first reference is set. */
TlWorkspace *
sample_read (JsonNode *document)
{
  JsonObject *object = json_node_get_object (document);
  TlWorkspace *workspace = tl_workspace_new ();

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    add_items (workspace, kind, find_array (object, kind));
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    read_items (workspace, kind, find_array (object, kind));
  read_item (workspace, tl_workspace_get_root (workspace), object);
  if (json_object_has_member (object, "settings"))
    read_item (workspace, tl_workspace_get_settings (workspace),
               json_object_get_object_member (object, "settings"));
  return workspace;
}

/* Single quotes stand for double ones, so that a document can be written in C. */
TlWorkspace *
sample_read_text (const char *text)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) document = json_from_string (quoted, &error);

  g_assert_no_error (error);
  return sample_read (document);
}

/* One of the files in data/samples. */
JsonNode *
sample_load_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

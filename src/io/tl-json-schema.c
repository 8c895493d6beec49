/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-json-schema.h"

#include <string.h>

#include "tl-format.h"
#include "tl-json-output.h"

#define DIALECT "https://json-schema.org/draft/2020-12/schema"
#define DATE_PATTERN "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"

static void
write_text_member (TlJsonOutput *output, const char *name, const char *text)
{
  tl_json_output_name (output, name);
  tl_json_output_string (output, text);
}

static void
write_number_member (TlJsonOutput *output, const char *name, double number)
{
  tl_json_output_name (output, name);
  tl_json_output_number (output, number);
}

/* The published schema is one for all languages: the texts of the tables, without their contexts.
 */
static void
write_untranslated (TlJsonOutput *output, const char *name, const char *text)
{
  if (text != NULL)
    write_text_member (output, name, strchr (text, '\004') + 1);
}

static void
write_type (TlJsonOutput *output, const char *type)
{
  write_text_member (output, "type", type);
}

static void
write_list_of_texts (TlJsonOutput *output)
{
  write_type (output, "array");
  tl_json_output_name (output, "items");
  tl_json_output_begin_object (output);
  write_type (output, "string");
  tl_json_output_end_object (output);
}

static void
write_choices (TlJsonOutput *output, const TlFieldSpec *spec)
{
  g_autofree const char **names = g_new0 (const char *, (gsize) spec->n_choices + 1);

  for (int i = 0; i < spec->n_choices; i++)
    names[i] = spec->choices[i].name;
  tl_json_output_name (output, "enum");
  tl_json_output_strings (output, names);
  if (spec->default_choice != TL_CHOICE_NONE)
    write_text_member (output, "default", names[spec->default_choice]);
}

static void
write_range (TlJsonOutput *output, const TlFieldSpec *spec)
{
  if (spec->minimum > -G_MAXDOUBLE)
    write_number_member (output, "minimum", spec->minimum);
  if (spec->maximum < G_MAXDOUBLE)
    write_number_member (output, "maximum", spec->maximum);
  if (spec->default_number == spec->default_number)
    write_number_member (output, "default", spec->default_number);
}

static void
write_constraints (TlJsonOutput *output, const TlFieldSpec *spec)
{
  switch (spec->type)
    {
    case TL_FIELD_TYPE_TEXT:
    case TL_FIELD_TYPE_PROSE:
    case TL_FIELD_TYPE_REF:
      write_type (output, "string");
      break;
    case TL_FIELD_TYPE_WORDS:
    case TL_FIELD_TYPE_REFS:
      write_list_of_texts (output);
      break;
    case TL_FIELD_TYPE_NUMBER:
    case TL_FIELD_TYPE_INTEGER:
      write_type (output, spec->type == TL_FIELD_TYPE_NUMBER ? "number" : "integer");
      write_range (output, spec);
      break;
    case TL_FIELD_TYPE_DATE:
      write_type (output, "string");
      write_text_member (output, "format", "date");
      write_text_member (output, "pattern", DATE_PATTERN);
      break;
    case TL_FIELD_TYPE_CHOICE:
    case TL_FIELD_TYPE_TRI:
      write_choices (output, spec);
      break;
    case TL_FIELD_TYPE_FLAG:
      write_type (output, "boolean");
      break;
    case TL_FIELD_TYPE_DATA: /* anything */
    default:
      break;
    }
}

static void
write_property (TlJsonOutput *output, const TlFieldSpec *spec, const char *name)
{
  tl_json_output_name (output, name);
  tl_json_output_begin_object (output);
  write_untranslated (output, "title", spec->label);
  write_untranslated (output, "description", spec->help);
  write_constraints (output, spec);
  tl_json_output_end_object (output);
}

/* Members that this version does not know are allowed everywhere: a reader keeps them. */
static void
begin_object_type (TlJsonOutput *output)
{
  write_type (output, "object");
  tl_json_output_name (output, "properties");
  tl_json_output_begin_object (output);
}

/* The fields of one object that share the part of their name before the dot. Returns how many. */
static guint
write_group (TlJsonOutput *output, const TlField *fields, guint n_fields)
{
  const char *name = tl_field_get_spec (fields[0])->name;
  gsize length = (gsize) (strchr (name, '.') - name);
  g_autofree char *group = g_strndup (name, length);
  guint n = 0;

  tl_json_output_name (output, group);
  tl_json_output_begin_object (output);
  begin_object_type (output);
  for (; n < n_fields; n++)
    {
      const TlFieldSpec *spec = tl_field_get_spec (fields[n]);

      if (strncmp (spec->name, name, length + 1) != 0)
        break;
      write_property (output, spec, spec->name + length + 1);
    }
  tl_json_output_end_object (output);
  tl_json_output_end_object (output);
  return n;
}

static void
write_properties (TlJsonOutput *output, TlKind kind)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (kind, &n_fields);

  for (guint i = 0; i < n_fields;)
    {
      const TlFieldSpec *spec = tl_field_get_spec (fields[i]);

      if (strchr (spec->name, '.') != NULL)
        {
          i += write_group (output, fields + i, n_fields - i);
        }
      else
        {
          write_property (output, spec, spec->name);
          i++;
        }
    }
}

static void
write_id (TlJsonOutput *output)
{
  tl_json_output_name (output, TL_FORMAT_MEMBER_ID);
  tl_json_output_begin_object (output);
  write_type (output, "string");
  write_number_member (output, "minLength", 1);
  tl_json_output_end_object (output);
}

static void
write_kind (TlJsonOutput *output, TlKind kind)
{
  static const char *const required[] = { TL_FORMAT_MEMBER_ID, NULL };
  const TlKindSpec *spec = tl_kind_get_spec (kind);

  tl_json_output_name (output, spec->array);
  tl_json_output_begin_object (output);
  write_untranslated (output, "title", spec->label);
  begin_object_type (output);
  if (!spec->is_single)
    write_id (output);
  write_properties (output, kind);
  tl_json_output_end_object (output);
  if (!spec->is_single)
    {
      tl_json_output_name (output, "required");
      tl_json_output_strings (output, required);
    }
  tl_json_output_end_object (output);
}

static void
write_kinds (TlJsonOutput *output)
{
  tl_json_output_name (output, "$defs");
  tl_json_output_begin_object (output);
  for (TlKind kind = TL_KIND_WORKSPACE + 1; kind < TL_N_KINDS; kind++)
    write_kind (output, kind);
  tl_json_output_end_object (output);
}

static void
write_reference (TlJsonOutput *output, TlKind kind)
{
  const TlKindSpec *spec = tl_kind_get_spec (kind);
  g_autofree char *pointer = g_strconcat ("#/$defs/", spec->array, NULL);

  tl_json_output_name (output, spec->array);
  tl_json_output_begin_object (output);
  if (!spec->is_single)
    {
      write_type (output, "array");
      tl_json_output_name (output, "items");
      tl_json_output_begin_object (output);
    }
  write_text_member (output, "$ref", pointer);
  if (!spec->is_single)
    tl_json_output_end_object (output);
  tl_json_output_end_object (output);
}

static void
write_marker (TlJsonOutput *output)
{
  tl_json_output_name (output, TL_FORMAT_MEMBER_FORMAT);
  tl_json_output_begin_object (output);
  write_text_member (output, "const", TL_FORMAT_NAME);
  tl_json_output_end_object (output);
  tl_json_output_name (output, TL_FORMAT_MEMBER_VERSION);
  tl_json_output_begin_object (output);
  write_number_member (output, "const", TL_FORMAT_VERSION);
  tl_json_output_end_object (output);
}

/**
 * tl_json_schema_write:
 *
 * Writes the description of the document format in JSON Schema, draft 2020-12, from the same
 * tables that the reader and the writer follow. What a schema cannot say, that ids are unique and
 * that references lead somewhere, is left to the reader.
 *
 * Returns: (transfer full): the schema as canonical JSON
 */
GBytes *
tl_json_schema_write (void)
{
  static const char *const required[] = { TL_FORMAT_MEMBER_FORMAT, TL_FORMAT_MEMBER_VERSION, NULL };
  TlJsonOutput *output = tl_json_output_new ();

  tl_json_output_begin_object (output);
  write_text_member (output, "$schema", DIALECT);
  write_text_member (output, "title", "Throughline workspace, version 1");
  write_text_member (output, "$comment", TL_FORMAT_MEDIA_TYPE);
  begin_object_type (output);
  write_marker (output);
  write_properties (output, TL_KIND_WORKSPACE);
  for (TlKind kind = TL_KIND_WORKSPACE + 1; kind < TL_N_KINDS; kind++)
    write_reference (output, kind);
  tl_json_output_end_object (output);
  tl_json_output_name (output, "required");
  tl_json_output_strings (output, required);
  write_kinds (output);
  tl_json_output_end_object (output);
  return tl_json_output_free_to_bytes (output);
}

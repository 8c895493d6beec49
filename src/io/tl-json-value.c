/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-json-value.h"

#include <string.h>

#include "tl-json-output.h"

static TlJsonVerdict
to_text (const char *text, TlJsonSpan span, TlValue *value)
{
  const char *inside = text + span.value + 1;
  gsize length = span.end - span.value - 2;
  g_autofree char *decoded = NULL;

  if (!tl_json_is_string (text, span))
    return TL_JSON_IS_WRONG_TYPE;
  if (memchr (inside, '\\', length) == NULL)
    {
      *value = tl_value_from_text_len (inside, (gssize) length);
      return TL_JSON_FITS;
    }
  decoded = tl_json_dup_string (text, span);
  *value = tl_value_from_text (decoded);
  return TL_JSON_FITS;
}

/* The conversion ends where the number does: what follows it in an object or a list can be no part
 * of a number. */
static TlJsonVerdict
to_number (const char *text, TlJsonSpan span, TlValue *value)
{
  if (text[span.value] != '-' && !g_ascii_isdigit (text[span.value]))
    return TL_JSON_IS_WRONG_TYPE;
  *value = tl_value_from_number (g_ascii_strtod (text + span.value, NULL));
  return TL_JSON_FITS;
}

static TlJsonVerdict
to_flag (const char *text, TlJsonSpan span, TlValue *value)
{
  if (text[span.value] != 't' && text[span.value] != 'f')
    return TL_JSON_IS_WRONG_TYPE;
  *value = tl_value_from_choice (text[span.value] == 't' ? TL_TRI_YES : TL_TRI_NO);
  return TL_JSON_FITS;
}

static TlJsonVerdict
to_choice (const char *text, TlJsonSpan span, const TlFieldSpec *spec, TlValue *value)
{
  g_autofree char *name = NULL;
  int choice;

  if (!tl_json_is_string (text, span))
    return TL_JSON_IS_WRONG_TYPE;
  name = tl_json_dup_string (text, span);
  choice = tl_field_find_choice (spec->field, name);
  if (choice == TL_CHOICE_NONE)
    return TL_JSON_IS_NO_CHOICE;
  *value = tl_value_from_choice (choice);
  return TL_JSON_FITS;
}

static TlJsonVerdict
to_date (const char *text, TlJsonSpan span, TlValue *value)
{
  g_autofree char *string = NULL;
  TlDate date;

  if (!tl_json_is_string (text, span))
    return TL_JSON_IS_WRONG_TYPE;
  string = tl_json_dup_string (text, span);
  date = tl_date_parse (string);
  if (date == TL_DATE_NONE)
    return TL_JSON_IS_NO_DATE;
  *value = tl_value_from_date (date);
  return TL_JSON_FITS;
}

static TlJsonVerdict
to_words (const char *text, TlJsonSpan span, TlValue *value, gsize *misfit)
{
  g_autoptr (GPtrArray) words = NULL;
  TlJsonSpan element;

  if (text[span.value] != '[')
    return TL_JSON_IS_WRONG_TYPE;
  words = g_ptr_array_new_with_free_func (g_free);
  for (gboolean more = tl_json_span_first (text, span, &element); more;
       more = tl_json_span_next (text, &element))
    {
      *misfit = element.value;
      if (!tl_json_is_string (text, element))
        return TL_JSON_IS_WRONG_TYPE;
      g_ptr_array_add (words, tl_json_dup_string (text, element));
    }
  g_ptr_array_add (words, NULL);
  *value = tl_value_from_words ((const char *const *) words->pdata);
  return TL_JSON_FITS;
}

static TlJsonVerdict
to_data (const char *text, TlJsonSpan span, TlValue *value)
{
  g_autofree char *json = tl_json_compact (text + span.value, span.end - span.value);

  *value = tl_value_from_text (json);
  return TL_JSON_FITS;
}

/**
 * tl_json_is_string:
 * @text: a text that tl_json_scan() has passed
 * @span: a value in it
 *
 * Returns: whether the value is a string
 */
gboolean
tl_json_is_string (const char *text, TlJsonSpan span)
{
  return text[span.value] == '"';
}

/**
 * tl_json_dup_string:
 * @text: a text that tl_json_scan() has passed with %TL_JSON_SCAN_NO_NUL
 * @span: a string in it
 *
 * Returns: (transfer full): what the string says
 */
char *
tl_json_dup_string (const char *text, TlJsonSpan span)
{
  const char *inside = text + span.value + 1;
  gsize length = span.end - span.value - 2;

  if (memchr (inside, '\\', length) == NULL)
    return g_strndup (inside, length);
  return g_string_free (tl_json_unescape (inside, length), FALSE);
}

/**
 * tl_json_to_value:
 * @text: a text that tl_json_scan() has passed with %TL_JSON_SCAN_DOCUMENT
 * @span: a member or an element in it
 * @spec: the field that it is for
 * @value: (out): what it says; unset unless it fits
 * @misfit: (out): where that stands which does not fit, in bytes; of a list it is the element
 *
 * Whether numbers are in their range and references lead somewhere is left to the workspace.
 *
 * Returns: whether the value is of the field's type
 */
TlJsonVerdict
tl_json_to_value (const char *text,
                  TlJsonSpan span,
                  const TlFieldSpec *spec,
                  TlValue *value,
                  gsize *misfit)
{
  *value = TL_VALUE_INIT;
  *misfit = span.value;

  switch (spec->type)
    {
    case TL_FIELD_TYPE_TEXT:
    case TL_FIELD_TYPE_PROSE:
    case TL_FIELD_TYPE_REF:
      return to_text (text, span, value);
    case TL_FIELD_TYPE_NUMBER:
    case TL_FIELD_TYPE_INTEGER:
      return to_number (text, span, value);
    case TL_FIELD_TYPE_DATE:
      return to_date (text, span, value);
    case TL_FIELD_TYPE_CHOICE:
    case TL_FIELD_TYPE_TRI:
      return to_choice (text, span, spec, value);
    case TL_FIELD_TYPE_FLAG:
      return to_flag (text, span, value);
    case TL_FIELD_TYPE_WORDS:
    case TL_FIELD_TYPE_REFS:
      return to_words (text, span, value, misfit);
    case TL_FIELD_TYPE_DATA:
      return to_data (text, span, value);
    default:
      g_assert_not_reached ();
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-json-output.h"

#include <string.h>

#include "tl-json-scanner.h"

#define INDENT 2 /* spaces a level */

struct _TlJsonOutput
{
  GString *text;
  gsize line_start; /* bytes */
  guint depth;
  gboolean has_sibling; /* a value of the open container is already written */
  gboolean has_name;    /* the name of the next value is already written */
};

static void
break_line (TlJsonOutput *self)
{
  g_string_append_c (self->text, '\n');
  self->line_start = self->text->len;
  for (guint i = 0; i < self->depth * INDENT; i++)
    g_string_append_c (self->text, ' ');
}

static void
begin_value (TlJsonOutput *self)
{
  if (!self->has_name)
    {
      if (self->has_sibling)
        g_string_append_c (self->text, ',');
      if (self->depth > 0)
        break_line (self);
    }
  self->has_name = FALSE;
  self->has_sibling = TRUE;
}

static void
begin_container (TlJsonOutput *self, char bracket)
{
  begin_value (self);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->has_sibling = FALSE;
}

static void
end_container (TlJsonOutput *self, char bracket)
{
  g_assert (self->depth > 0 && !self->has_name);

  self->depth--;
  if (self->has_sibling)
    break_line (self);
  g_string_append_c (self->text, bracket);
  self->has_sibling = TRUE;
}

/* A place for a comma is always counted, or appending a member would change the line before it. */
static gboolean
line_fits (const TlJsonOutput *self)
{
  const char *line = self->text->str + self->line_start;
  gsize length = self->text->len - self->line_start;

  return length < TL_JSON_COLUMNS || g_utf8_strlen (line, (gssize) length) < TL_JSON_COLUMNS;
}

static void
append_scalar (GString *text, const char *json, TlJsonSpan span)
{
  g_autoptr (GString) string = NULL;
  gsize length = span.end - span.value;

  if (json[span.value] != '"')
    {
      g_string_append_len (text, json + span.value, (gssize) length);
      return;
    }
  string = tl_json_unescape (json + span.value + 1, length - 2);
  tl_json_append_string (text, string->str);
}

static gboolean
is_container (const char *json, TlJsonSpan span)
{
  return json[span.value] == '{' || json[span.value] == '[';
}

static gboolean
append_line_of_scalars (TlJsonOutput *self, const char *json, TlJsonSpan array)
{
  TlJsonSpan child;
  gboolean more = tl_json_span_first (json, array, &child);
  gsize start = self->text->len;

  g_string_append_c (self->text, '[');
  for (gboolean first = TRUE; more; first = FALSE)
    {
      if (is_container (json, child))
        break;
      if (!first)
        g_string_append (self->text, ", ");
      append_scalar (self->text, json, child);
      more = tl_json_span_next (json, &child);
    }
  g_string_append_c (self->text, ']');
  if (!more && line_fits (self))
    return TRUE;
  g_string_truncate (self->text, start);
  return FALSE;
}

static void
append_tree (TlJsonOutput *self, const char *json, TlJsonSpan span)
{
  gboolean is_object = json[span.value] == '{';
  TlJsonSpan child;

  if (!is_container (json, span))
    {
      begin_value (self);
      append_scalar (self->text, json, span);
      return;
    }

  begin_value (self);
  if (!is_object && append_line_of_scalars (self, json, span))
    return;
  g_string_append_c (self->text, is_object ? '{' : '[');
  self->depth++;
  self->has_sibling = FALSE;
  for (gboolean more = tl_json_span_first (json, span, &child); more;
       more = tl_json_span_next (json, &child))
    {
      if (is_object)
        {
          g_autofree char *name = tl_json_span_dup_name (json, child);
          tl_json_output_name (self, name);
        }
      append_tree (self, json, child);
    }
  end_container (self, is_object ? '}' : ']');
}

static void
append_compact (GString *text, const char *json, TlJsonSpan span)
{
  gboolean is_object = json[span.value] == '{';
  TlJsonSpan child;

  if (!is_container (json, span))
    {
      append_scalar (text, json, span);
      return;
    }

  g_string_append_c (text, is_object ? '{' : '[');
  for (gboolean more = tl_json_span_first (json, span, &child); more;)
    {
      if (is_object)
        {
          g_autofree char *name = tl_json_span_dup_name (json, child);
          tl_json_append_string (text, name);
          g_string_append_c (text, ':');
        }
      append_compact (text, json, child);
      more = tl_json_span_next (json, &child);
      if (more)
        g_string_append_c (text, ',');
    }
  g_string_append_c (text, is_object ? '}' : ']');
}

static gboolean
is_line_separator (const char *at)
{
  return strncmp (at, "\xe2\x80\xa8", 3) == 0 || strncmp (at, "\xe2\x80\xa9", 3) == 0;
}

/* The two separators end lines in JavaScript, and a slash behind "<" could end a script. */
static gboolean
needs_escape (const char *at, const char *start)
{
  switch (*at)
    {
    case '"':
    case '\\':
      return TRUE;
    case '/':
      return at > start && at[-1] == '<';
    case '\xe2':
      return is_line_separator (at);
    default:
      return (guchar) *at < 0x20;
    }
}

/* Returns the bytes of the character. */
static gsize
append_escaped (GString *text, const char *at)
{
  static const char letters[] = "\b\f\n\r\t\"\\/";
  static const char escapes[] = "bfnrt\"\\/";
  const char *letter = strchr (letters, *at);

  if (*at == '\xe2')
    {
      g_string_append (text, at[2] == '\xa8' ? "\\u2028" : "\\u2029");
      return 3;
    }
  if (letter != NULL)
    g_string_append_printf (text, "\\%c", escapes[letter - letters]);
  else
    g_string_append_printf (text, "\\u%04x", (guint) *at);
  return 1;
}

/**
 * tl_json_append_string:
 * @text: where to append
 * @string: valid UTF-8
 *
 * Appends the string in quotes. Escaped are what RFC 8259 demands, U+2028 and U+2029, and the slash
 * of `</`, so that a document can stand inside a web page.
 */
void
tl_json_append_string (GString *text, const char *string)
{
  const char *plain = string; /* what is not yet appended */
  const char *at = string;

  g_string_append_c (text, '"');
  while (*at != '\0')
    {
      if (!needs_escape (at, string))
        {
          at++;
          continue;
        }
      g_string_append_len (text, plain, at - plain);
      at += append_escaped (text, at);
      plain = at;
    }
  g_string_append (text, plain);
  g_string_append_c (text, '"');
}

/**
 * tl_json_compact:
 * @json: a text that tl_json_scan() has passed
 * @length: bytes of it
 *
 * Returns: (transfer full): the same value without space between its parts and with canonical
 *   escapes; numbers stay as they were written
 */
char *
tl_json_compact (const char *json, gsize length)
{
  GString *text = g_string_sized_new (length);

  append_compact (text, json, tl_json_span_root (json, length));
  return g_string_free (text, FALSE);
}

/**
 * tl_json_output_new:
 *
 * Returns: (transfer full): an output without a value; write exactly one
 */
TlJsonOutput *
tl_json_output_new (void)
{
  TlJsonOutput *self = g_new0 (TlJsonOutput, 1);

  self->text = g_string_new (NULL);
  return self;
}

/**
 * tl_json_output_free:
 * @self: (transfer full): an output whose text is not wanted
 */
void
tl_json_output_free (TlJsonOutput *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * tl_json_output_free_to_bytes:
 * @self: (transfer full): an output whose one value is complete
 *
 * Returns: (transfer full): the text with its final newline
 */
GBytes *
tl_json_output_free_to_bytes (TlJsonOutput *self)
{
  GBytes *bytes;

  g_assert (self->depth == 0 && self->has_sibling);

  g_string_append_c (self->text, '\n');
  bytes = g_string_free_to_bytes (self->text);
  g_free (self);
  return bytes;
}

/**
 * tl_json_output_begin_object:
 * @self: an output
 */
void
tl_json_output_begin_object (TlJsonOutput *self)
{
  begin_container (self, '{');
}

/**
 * tl_json_output_end_object:
 * @self: an output with an open object
 */
void
tl_json_output_end_object (TlJsonOutput *self)
{
  end_container (self, '}');
}

/**
 * tl_json_output_begin_array:
 * @self: an output
 */
void
tl_json_output_begin_array (TlJsonOutput *self)
{
  begin_container (self, '[');
}

/**
 * tl_json_output_end_array:
 * @self: an output with an open array
 */
void
tl_json_output_end_array (TlJsonOutput *self)
{
  end_container (self, ']');
}

/**
 * tl_json_output_name:
 * @self: an output with an open object
 * @name: name of the member whose value is written next
 */
void
tl_json_output_name (TlJsonOutput *self, const char *name)
{
  begin_value (self);
  tl_json_append_string (self->text, name);
  g_string_append (self->text, ": ");
  self->has_name = TRUE;
}

/**
 * tl_json_output_string:
 * @self: an output
 * @string: valid UTF-8
 */
void
tl_json_output_string (TlJsonOutput *self, const char *string)
{
  begin_value (self);
  tl_json_append_string (self->text, string);
}

/**
 * tl_json_output_number:
 * @self: an output
 * @number: a finite number
 */
void
tl_json_output_number (TlJsonOutput *self, double number)
{
  begin_value (self);
  tl_json_append_number (self->text, number);
}

/**
 * tl_json_output_boolean:
 * @self: an output
 * @boolean: a truth value
 */
void
tl_json_output_boolean (TlJsonOutput *self, gboolean boolean)
{
  begin_value (self);
  g_string_append (self->text, boolean ? "true" : "false");
}

/**
 * tl_json_output_strings:
 * @self: an output
 * @strings: (array zero-terminated=1): valid UTF-8
 *
 * Writes an array, on one line when that fits %TL_JSON_COLUMNS.
 */
void
tl_json_output_strings (TlJsonOutput *self, const char *const *strings)
{
  gsize start;

  begin_value (self);
  start = self->text->len;
  g_string_append_c (self->text, '[');
  for (guint i = 0; strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (self->text, ", ");
      tl_json_append_string (self->text, strings[i]);
    }
  g_string_append_c (self->text, ']');
  if (line_fits (self))
    return;

  g_string_truncate (self->text, start);
  g_string_append_c (self->text, '[');
  self->depth++;
  self->has_sibling = FALSE;
  for (guint i = 0; strings[i] != NULL; i++)
    tl_json_output_string (self, strings[i]);
  end_container (self, ']');
}

/**
 * tl_json_output_json:
 * @self: an output
 * @json: a value as JSON; null is written for what is none
 *
 * Writes a value that is known as text only. Its layout becomes canonical, its numbers stay as they
 * were written: who wrote them may have meant more digits than a double holds.
 */
void
tl_json_output_json (TlJsonOutput *self, const char *json)
{
  if (!tl_json_scan (json, strlen (json), TL_JSON_SCAN_DOCUMENT, NULL, NULL))
    {
      g_critical ("This is no JSON: %s", json);
      json = "null";
    }
  append_tree (self, json, tl_json_span_root (json, strlen (json)));
}

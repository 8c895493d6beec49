/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-json-span.h"

#include <string.h>

#define HEX_DIGITS 4 /* of an escaped code unit */

static gsize
skip_space (const char *text, gsize at)
{
  while (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')
    at++;
  return at;
}

static gboolean
is_escaped (const char *start, const char *at)
{
  const char *before = at;

  while (before > start && before[-1] == '\\')
    before--;
  return (at - before) % 2 != 0;
}

/* From an opening quote to the byte after the closing one, which the scanner has seen: the search
 * ends there, whatever limit it is given. */
static gsize
skip_string (const char *text, gsize at)
{
  const char *start = text + at + 1;
  const char *quote = memchr (start, '"', G_MAXINT);

  while (is_escaped (start, quote))
    quote = memchr (quote + 1, '"', G_MAXINT);
  return (gsize) (quote + 1 - text);
}

/* Brackets balance in a text that was scanned, so counting them is enough. */
static gsize
skip_container (const char *text, gsize at)
{
  guint depth = 0;

  do
    {
      char c = text[at];

      if (c == '"')
        {
          at = skip_string (text, at);
          continue;
        }
      if (c == '{' || c == '[')
        depth++;
      else if (c == '}' || c == ']')
        depth--;
      at++;
    }
  while (depth > 0);
  return at;
}

/* Numbers and the three words end where no such byte follows. The end of the text is looked at by
 * the caller: only a root value can touch it, and a root value is not skipped. */
static gsize
skip_scalar (const char *text, gsize at)
{
  while (g_ascii_isalnum (text[at]) || text[at] == '-' || text[at] == '+' || text[at] == '.')
    at++;
  return at;
}

static gsize
skip_value (const char *text, gsize at)
{
  switch (text[at])
    {
    case '"':
      return skip_string (text, at);
    case '{':
    case '[':
      return skip_container (text, at);
    default:
      return skip_scalar (text, at);
    }
}

/* A name in front of the value tells a member from an element: inside an array no value is
 * followed by a colon. */
static TlJsonSpan
span_at (const char *text, gsize at)
{
  TlJsonSpan span = { .name = at, .value = at, .end = skip_value (text, at) };
  gsize after;

  if (text[at] != '"')
    return span;
  after = skip_space (text, span.end);
  if (text[after] != ':')
    return span;
  span.name = at + 1;
  span.name_length = span.end - at - 2;
  span.value = skip_space (text, after + 1);
  span.end = skip_value (text, span.value);
  return span;
}

static gboolean
name_equals (const char *text, TlJsonSpan member, const char *name)
{
  const char *raw = text + member.name;
  g_autofree char *decoded = NULL;

  if (memchr (raw, '\\', member.name_length) == NULL)
    return strlen (name) == member.name_length && memcmp (raw, name, member.name_length) == 0;
  decoded = tl_json_span_dup_name (text, member);
  return g_str_equal (decoded, name);
}

static gunichar
read_hex (const char *text)
{
  gunichar unit = 0;

  for (guint i = 0; i < HEX_DIGITS; i++)
    unit = unit * 16 + (gunichar) g_ascii_xdigit_value (text[i]);
  return unit;
}

/* Appends the character behind a backslash and returns the bytes that it took after it. */
static gsize
append_escape (GString *string, const char *escape)
{
  static const char letters[] = "bfnrt";
  static const char controls[] = "\b\f\n\r\t";
  const char *letter = strchr (letters, escape[0]);
  gunichar unit;

  if (letter != NULL)
    {
      g_string_append_c (string, controls[letter - letters]);
      return 1;
    }
  if (escape[0] != 'u')
    {
      g_string_append_c (string, escape[0]);
      return 1;
    }

  unit = read_hex (escape + 1);
  if (unit < 0xd800 || unit > 0xdbff)
    {
      g_string_append_unichar (string, unit);
      return 1 + HEX_DIGITS;
    }
  unit = 0x10000 + ((unit - 0xd800) << 10) + (read_hex (escape + HEX_DIGITS + 3) - 0xdc00);
  g_string_append_unichar (string, unit);
  return 3 + 2 * HEX_DIGITS;
}

/**
 * tl_json_unescape:
 * @text: the inside of a string that was scanned, without its quotes
 * @length: bytes of it
 *
 * Returns: (transfer full): the characters that are meant, as UTF-8. May hold NUL when the text
 *   was scanned without %TL_JSON_SCAN_NO_NUL.
 */
GString *
tl_json_unescape (const char *text, gsize length)
{
  GString *string = g_string_sized_new (length + 1);
  gsize at = 0;

  while (at < length)
    {
      const char *escape = memchr (text + at, '\\', length - at);
      gsize plain = escape == NULL ? length - at : (gsize) (escape - text) - at;

      g_string_append_len (string, text + at, (gssize) plain);
      at += plain;
      if (escape != NULL)
        at += 1 + append_escape (string, escape + 1);
    }
  return string;
}

/**
 * tl_json_place_at:
 * @text: UTF-8, valid up to @offset
 * @offset: bytes from the start of @text
 *
 * Counts lines as editors do: LF, CR LF and a lone CR each end one.
 *
 * Returns: the place of the character at @offset
 */
TlJsonPlace
tl_json_place_at (const char *text, gsize offset)
{
  return tl_json_place_from (text, TL_JSON_PLACE_START, offset);
}

/**
 * tl_json_place_from:
 * @text: as for tl_json_place_at()
 * @known: a place in the text; counting goes on from there when @offset is not before it
 * @offset: bytes from the start of @text
 *
 * Finding many places in their order costs one pass over the text.
 *
 * Returns: the place of the character at @offset
 */
TlJsonPlace
tl_json_place_from (const char *text, TlJsonPlace known, gsize offset)
{
  TlJsonPlace place = known.offset <= offset ? known : TL_JSON_PLACE_START;

  for (; place.offset < offset; place.offset++)
    {
      const char *at = text + place.offset;

      if (*at == '\n' && place.offset > 0 && at[-1] == '\r')
        continue;
      if (*at == '\n' || *at == '\r')
        {
          place.line++;
          place.column = 1;
        }
      else if (((guchar) *at & 0xc0) != 0x80)
        {
          place.column++;
        }
    }
  return place;
}

/**
 * tl_json_span_root:
 * @text: a text that tl_json_scan() has passed
 * @length: bytes of it
 *
 * Returns: the one value of the text
 */
TlJsonSpan
tl_json_span_root (const char *text, gsize length)
{
  gsize at = skip_space (text, 0);

  while (length > at && strchr (" \n\r\t", text[length - 1]) != NULL)
    length--;
  return (TlJsonSpan) { .name = at, .value = at, .end = length };
}

/**
 * tl_json_span_first:
 * @text: the text
 * @container: an object or array in it
 * @child: (out): its first member or element
 *
 * Returns: whether there is one
 */
gboolean
tl_json_span_first (const char *text, TlJsonSpan container, TlJsonSpan *child)
{
  gsize at;

  if (text[container.value] != '{' && text[container.value] != '[')
    return FALSE;
  at = skip_space (text, container.value + 1);
  if (text[at] == '}' || text[at] == ']')
    return FALSE;
  *child = span_at (text, at);
  return TRUE;
}

/**
 * tl_json_span_next:
 * @text: the text
 * @child: (inout): a member or element; moved to the one after it
 *
 * Returns: whether there is one
 */
gboolean
tl_json_span_next (const char *text, TlJsonSpan *child)
{
  gsize at = skip_space (text, child->end);

  if (text[at] != ',')
    return FALSE;
  *child = span_at (text, skip_space (text, at + 1));
  return TRUE;
}

/**
 * tl_json_span_member:
 * @text: the text
 * @object: an object in it
 * @name: the name wanted, without escapes
 * @member: (out): where it stands
 *
 * Returns: whether the object has such a member
 */
gboolean
tl_json_span_member (const char *text, TlJsonSpan object, const char *name, TlJsonSpan *member)
{
  gboolean found = text[object.value] == '{' && tl_json_span_first (text, object, member);

  while (found && !name_equals (text, *member, name))
    found = tl_json_span_next (text, member);
  return found;
}

/**
 * tl_json_span_dup_name:
 * @text: the text
 * @member: a member of an object in it
 *
 * Returns: (transfer full): the member's name without escapes
 */
char *
tl_json_span_dup_name (const char *text, TlJsonSpan member)
{
  return g_string_free (tl_json_unescape (text + member.name, member.name_length), FALSE);
}

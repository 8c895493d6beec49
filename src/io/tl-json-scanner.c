/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-json-scanner.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-json-names.h"

#define HEX_DIGITS 4          /* of an escaped code unit */
#define SURE_DOUBLE_BYTES 300 /* of a number without an exponent: below 1e308 for certain */
#define END_OF_TEXT (-1)

typedef struct
{
  const char *text; /* borrowed */
  const char *at;
  const char *end;
  TlJsonNames *names; /* owned; NULL when a name may come twice */

  TlJsonPlace *place; /* borrowed, nullable */
  GError **error;     /* borrowed, nullable */

  guint depth;
  TlJsonScanFlags flags;
} Scanner;

G_DEFINE_QUARK (tl_json_error, tl_json_error)

static gboolean
fail (Scanner *self, const char *at, TlJsonError code, const char *sentence)
{
  TlJsonPlace place = tl_json_place_at (self->text, (gsize) (at - self->text));

  if (self->place != NULL)
    *self->place = place;
  /* Translators: where in a file a fault is, and then a sentence that says what is wrong. */
  g_set_error (self->error, TL_JSON_ERROR, code, _ ("line %u, column %u: %s"), place.line,
               place.column, sentence);
  return FALSE;
}

static gboolean
fail_syntax (Scanner *self, const char *sentence)
{
  if (self->at == self->end)
    sentence = _ ("The text ends too early.");
  return fail (self, self->at, TL_JSON_ERROR_SYNTAX, sentence);
}

static int
peek (const Scanner *self)
{
  return self->at < self->end ? (guchar) *self->at : END_OF_TEXT;
}

static gboolean
take (Scanner *self, char c)
{
  if (peek (self) != c)
    return FALSE;
  self->at++;
  return TRUE;
}

static void
skip_space (Scanner *self)
{
  while (self->at < self->end
         && (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t'))
    self->at++;
}

static gboolean
is_digit (int c)
{
  return c >= '0' && c <= '9';
}

/* The four digits of an escaped UTF-16 code unit. */
static gboolean
scan_unit (Scanner *self, guint *unit)
{
  *unit = 0;
  for (guint i = 0; i < HEX_DIGITS; i++)
    {
      int digit = self->at < self->end ? g_ascii_xdigit_value (*self->at) : -1;

      if (digit < 0)
        return fail_syntax (self, _ ("Four hexadecimal digits must follow \\u."));
      *unit = *unit * 16 + (guint) digit;
      self->at++;
    }
  return TRUE;
}

static gboolean
scan_unicode_escape (Scanner *self, const char *start)
{
  guint unit, second;

  if (!scan_unit (self, &unit))
    return FALSE;
  if (unit == 0 && (self->flags & TL_JSON_SCAN_NO_NUL) != 0)
    return fail (self, start, TL_JSON_ERROR_NUL,
                 _ ("A text cannot hold the character NUL (\\u0000)."));
  if (unit < 0xd800 || unit > 0xdfff)
    return TRUE;
  if (unit <= 0xdbff && take (self, '\\') && take (self, 'u'))
    {
      if (!scan_unit (self, &second))
        return FALSE;
      if (second >= 0xdc00 && second <= 0xdfff)
        return TRUE;
    }
  return fail (self, start, TL_JSON_ERROR_ENCODING,
               _ ("This escape is half of a surrogate pair and no character."));
}

static gboolean
scan_escape (Scanner *self)
{
  const char *start = self->at++;

  switch (peek (self))
    {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
      self->at++;
      return TRUE;
    case 'u':
      self->at++;
      return scan_unicode_escape (self, start);
    default:
      return fail_syntax (self, _ ("There is no such escape after a backslash."));
    }
}

static gboolean
is_continuation (const Scanner *self, int i, guchar low, guchar high)
{
  guchar byte = self->end - self->at > i ? (guchar) self->at[i] : 0;

  return byte >= low && byte <= high;
}

/* Table 3-7 of the Unicode Standard, well-formed byte sequences: the second byte's range depends
 * on the first, which keeps out long forms, surrogates and what is beyond U+10FFFF. */
static gboolean
scan_multibyte (Scanner *self)
{
  guchar lead = (guchar) *self->at;
  guchar low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  guchar high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
  int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;

  if (lead < 0xc2 || lead > 0xf4 || !is_continuation (self, 1, low, high)
      || (length > 2 && !is_continuation (self, 2, 0x80, 0xbf))
      || (length > 3 && !is_continuation (self, 3, 0x80, 0xbf)))
    return fail (self, self->at, TL_JSON_ERROR_ENCODING, _ ("This is not valid UTF-8."));
  self->at += length;
  return TRUE;
}

static gboolean
is_plain (char c)
{
  return (guchar) c >= 0x20 && (guchar) c < 0x80 && c != '"' && c != '\\';
}

static gboolean
scan_string (Scanner *self)
{
  self->at++;
  for (;;)
    {
      while (self->at < self->end && is_plain (*self->at))
        self->at++;

      int c = peek (self);
      if (c == '"')
        break;
      if (c == END_OF_TEXT)
        return fail_syntax (self, NULL);
      if (c < 0x20)
        return fail_syntax (self, _ ("A control character in a text must be escaped."));
      if (c == '\\' ? !scan_escape (self) : !scan_multibyte (self))
        return FALSE;
    }
  self->at++;
  return TRUE;
}

static gboolean
scan_digits (Scanner *self, const char *sentence)
{
  if (!is_digit (peek (self)))
    return fail_syntax (self, sentence);
  while (is_digit (peek (self)))
    self->at++;
  return TRUE;
}

/* Most numbers are too short to overflow, and need not be converted to know it. */
static gboolean
check_range (Scanner *self, const char *start, gboolean is_scaled)
{
  gsize length = (gsize) (self->at - start);
  g_autofree char *literal = NULL;

  if (!is_scaled && length <= SURE_DOUBLE_BYTES)
    return TRUE;
  literal = g_strndup (start, length);
  if (isinf (g_ascii_strtod (literal, NULL)))
    return fail (self, start, TL_JSON_ERROR_NUMBER, _ ("This number is too large."));
  return TRUE;
}

static gboolean
scan_number (Scanner *self)
{
  const char *start = self->at;
  gboolean is_scaled = FALSE;

  take (self, '-');
  if (take (self, '0'))
    {
      if (is_digit (peek (self)))
        return fail_syntax (self, _ ("A number must not start with a needless zero."));
    }
  else if (!scan_digits (self, _ ("A digit must follow the minus sign.")))
    {
      return FALSE;
    }
  if (take (self, '.') && !scan_digits (self, _ ("A digit must follow the decimal point.")))
    return FALSE;
  if (take (self, 'e') || take (self, 'E'))
    {
      is_scaled = TRUE;
      if (!take (self, '+'))
        take (self, '-');
      if (!scan_digits (self, _ ("A digit must follow in the exponent.")))
        return FALSE;
    }
  return check_range (self, start, is_scaled);
}

static gboolean
scan_word (Scanner *self, const char *word)
{
  const char *start = self->at;

  for (const char *c = word; *c != '\0'; c++)
    if (!take (self, *c))
      {
        if (self->at < self->end)
          self->at = start;
        return fail_syntax (self, _ ("Only the words true, false and null can stand here."));
      }
  return TRUE;
}

static gboolean scan_value (Scanner *self);

static gboolean
scan_name (Scanner *self)
{
  const char *start = self->at;

  if (peek (self) != '"')
    return fail_syntax (self, _ ("A member name in double quotes is expected."));
  if (!scan_string (self))
    return FALSE;
  if (self->names != NULL
      && !tl_json_names_add (self->names, self->depth, (gsize) (start + 1 - self->text),
                             (gsize) (self->at - start - 2)))
    return fail (self, start, TL_JSON_ERROR_DUPLICATE,
                 _ ("The object already has a member of this name."));
  skip_space (self);
  if (!take (self, ':'))
    return fail_syntax (self, _ ("A colon must follow a member name."));
  skip_space (self);
  return TRUE;
}

static gboolean
scan_object (Scanner *self)
{
  guint n_outer = self->names != NULL ? tl_json_names_get_count (self->names) : 0;

  self->at++;
  skip_space (self);
  if (take (self, '}'))
    return TRUE;
  do
    {
      skip_space (self);
      if (!scan_name (self) || !scan_value (self))
        return FALSE;
      skip_space (self);
    }
  while (take (self, ','));
  if (!take (self, '}'))
    return fail_syntax (self, _ ("A comma or a closing brace is expected."));
  if (self->names != NULL)
    tl_json_names_drop (self->names, n_outer);
  return TRUE;
}

static gboolean
scan_array (Scanner *self)
{
  self->at++;
  skip_space (self);
  if (take (self, ']'))
    return TRUE;
  do
    {
      skip_space (self);
      if (!scan_value (self))
        return FALSE;
      skip_space (self);
    }
  while (take (self, ','));
  if (!take (self, ']'))
    return fail_syntax (self, _ ("A comma or a closing bracket is expected."));
  return TRUE;
}

static gboolean
scan_container (Scanner *self)
{
  gboolean ok;

  if (self->depth == TL_JSON_MAX_DEPTH)
    return fail (self, self->at, TL_JSON_ERROR_DEPTH,
                 _ ("Objects and arrays are nested too deep here."));
  self->depth++;
  ok = *self->at == '{' ? scan_object (self) : scan_array (self);
  self->depth--;
  return ok;
}

static gboolean
scan_value (Scanner *self)
{
  int c = peek (self);

  if (c == '"')
    return scan_string (self);
  if (c == '{' || c == '[')
    return scan_container (self);
  if (c == '-' || is_digit (c))
    return scan_number (self);
  if (c == 't')
    return scan_word (self, "true");
  if (c == 'f')
    return scan_word (self, "false");
  if (c == 'n')
    return scan_word (self, "null");
  return fail_syntax (self, _ ("A value is expected."));
}

static gboolean
scan_text (Scanner *self)
{
  if ((gsize) (self->end - self->text) > TL_JSON_MAX_BYTES)
    return fail (self, self->text, TL_JSON_ERROR_SIZE, _ ("The text is longer than 256 MiB."));
  if (self->end - self->text >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0)
    return fail (self, self->text, TL_JSON_ERROR_ENCODING,
                 _ ("The text starts with a byte order mark, which JSON does not allow."));
  skip_space (self);
  if (self->at == self->end)
    return fail (self, self->at, TL_JSON_ERROR_SYNTAX, _ ("The text is empty."));
  if (!scan_value (self))
    return FALSE;
  skip_space (self);
  if (self->at != self->end)
    return fail_syntax (self, _ ("Nothing more can follow the end of the first value."));
  return TRUE;
}

/**
 * tl_json_scan:
 * @text: bytes, which need not end with NUL
 * @length: how many
 * @flags: what to refuse beyond the grammar
 * @place: (out) (optional): where the fault is; left alone when there is none
 * @error: (nullable): a return location for a #TlJsonError, whose message says line, column and a
 *   sentence
 *
 * Decides whether a text is JSON as RFC 8259 defines it, in one pass, without building anything. A
 * number that rounds to infinity is refused; one that rounds to zero is not, since zero is its
 * nearest double.
 *
 * Returns: whether the text may be given to a parser
 */
gboolean
tl_json_scan (const char *text,
              gsize length,
              TlJsonScanFlags flags,
              TlJsonPlace *place,
              GError **error)
{
  g_autoptr (TlJsonNames) names = NULL;
  Scanner scanner = {
    .text = text,
    .at = text,
    .end = text + length,
    .place = place,
    .error = error,
    .flags = flags,
  };

  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if ((flags & TL_JSON_SCAN_UNIQUE_NAMES) != 0)
    names = tl_json_names_new (text);
  scanner.names = names;
  return scan_text (&scanner);
}

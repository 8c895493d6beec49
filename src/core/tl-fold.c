/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-core"

#include "tl-fold.h"

/* From here on, the combining classes of Unicode are those of marks above, below and through a
 * letter: accents. Lower ones belong to scripts in which the mark makes another letter. */
#define FIRST_CLASS_OF_ACCENTS 200
#define LONGEST_DECOMPOSITION 18

/* Letters in the longest word that is too short to be looked for inside of others: AI is not what
 * training is about. */
#define SHORT_WORD 3

/* Letters with an accent that is part of them, and signs that are typed in several ways. */
typedef struct
{
  gunichar letter;
  const char *folded;
} Letter;

static const Letter letters[] = {
  { 0x00df, "ss" }, { 0x1e9e, "ss" }, { 0x00e6, "ae" }, { 0x00c6, "ae" }, { 0x0153, "oe" },
  { 0x0152, "oe" }, { 0x00f8, "o" },  { 0x00d8, "o" },  { 0x0142, "l" },  { 0x0141, "l" },
  { 0x0111, "d" },  { 0x0110, "d" },  { 0x00f0, "d" },  { 0x00d0, "d" },  { 0x00fe, "th" },
  { 0x00de, "th" }, { 0x0131, "i" },  { 0x03c2, "σ" },  { 0x2018, "'" },  { 0x2019, "'" },
  { 0x201c, "\"" }, { 0x201d, "\"" }, { 0x2010, "-" },  { 0x2011, "-" },  { 0x2013, "-" },
};

static const char *
find_letter (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == c)
      return letters[i].folded;
  return NULL;
}

static void
append_space (GString *folded)
{
  if (folded->len > 0 && folded->str[folded->len - 1] != ' '
      && folded->str[folded->len - 1] != '\n')
    g_string_append_c (folded, ' ');
}

static void
append_character (GString *folded, gunichar c)
{
  gunichar parts[LONGEST_DECOMPOSITION];
  gsize n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n_parts; i++)
    {
      const char *known = find_letter (parts[i]);

      if (known != NULL)
        g_string_append (folded, known);
      else if (g_unichar_isspace (parts[i]))
        append_space (folded);
      else if (g_unichar_combining_class (parts[i]) < FIRST_CLASS_OF_ACCENTS)
        g_string_append_unichar (folded, g_unichar_tolower (parts[i]));
    }
}

/**
 * tl_fold_append:
 * @folded: what to append to
 * @text: a text
 *
 * Appends @text as tl_fold() makes it.
 */
void
tl_fold_append (GString *folded, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if ((guchar) *at >= 0x80)
        append_character (folded, g_utf8_get_char (at));
      else if (g_ascii_isspace (*at))
        append_space (folded);
      else
        g_string_append_c (folded, g_ascii_tolower (*at));
    }
}

/**
 * tl_fold:
 * @text: a text
 *
 * Makes one text of all that people take for the same when they search: no capitals, no accents,
 * one space for any white space, plain quotation marks and hyphens.
 *
 * Returns: (transfer full): the folded text
 */
char *
tl_fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text) + 1);

  tl_fold_append (folded, text);
  return g_string_free (folded, FALSE);
}

/**
 * tl_needle_init:
 * @self: a needle that holds nothing yet
 * @text: what to look for
 * @is_exact: whether it begins and ends with a word; otherwise it may stand anywhere, unless it is
 *   short, which must begin a word
 */
void
tl_needle_init (TlNeedle *self, const char *text, gboolean is_exact)
{
  self->text = tl_fold (text);
  self->begins_word = is_exact || g_utf8_strlen (self->text, -1) <= SHORT_WORD;
  self->ends_word = is_exact;
}

/**
 * tl_needle_clear:
 * @self: a needle
 */
void
tl_needle_clear (TlNeedle *self)
{
  g_clear_pointer (&self->text, g_free);
}

/* Wide characters are those of scripts that put no space between words. */
static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) && !g_unichar_iswide (c);
}

static gboolean
is_inside_word (const char *folded, const char *at)
{
  return at > folded && is_of_word (g_utf8_get_char (at))
         && is_of_word (g_utf8_get_char (g_utf8_prev_char (at)));
}

/**
 * tl_needle_is_in:
 * @self: a needle
 * @folded: a text, as tl_fold() makes it
 *
 * Returns: whether the needle is in @folded
 */
gboolean
tl_needle_is_in (const TlNeedle *self, const char *folded)
{
  gsize length = strlen (self->text);
  const char *at = folded;

  while ((at = strstr (at, self->text)) != NULL)
    {
      if (!(self->begins_word && is_inside_word (folded, at))
          && !(self->ends_word && is_inside_word (folded, at + length)))
        return TRUE;
      if (*at == '\0')
        return FALSE;
      at = g_utf8_next_char (at);
    }
  return FALSE;
}

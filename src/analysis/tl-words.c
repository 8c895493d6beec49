/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-words.h"

#define LONG_ENOUGH 4 /* characters: shorter words mostly hold a sentence together */

/* What a byte of ASCII is as a letter or digit in lower case; 0 for all others. Most words are made
 * of nothing else, and need no table of the world's letters. */
static char
fold_ascii (guchar byte)
{
  return g_ascii_isalnum (byte) ? g_ascii_tolower ((char) byte) : '\0';
}

static const char *
fold_character (const char *text, GString *scratch, gboolean *is_lower)
{
  guchar byte = (guchar) *text;
  char folded = fold_ascii (byte);
  gunichar c;

  if (byte < 0x80)
    {
      if (folded == '\0')
        return NULL;
      *is_lower = g_ascii_islower (byte);
      g_string_append_c (scratch, folded);
      return text + 1;
    }
  c = g_utf8_get_char (text);
  if (!g_unichar_isalnum (c))
    return NULL;
  *is_lower = g_unichar_islower (c);
  g_string_append_unichar (scratch, g_unichar_tolower (c));
  return g_utf8_next_char (text);
}

/* Takes the word that @text begins with, and returns where it ends. */
static const char *
fold_word (const char *text, GString *scratch, gboolean *says_something)
{
  guint n_characters = 0;
  gboolean has_lower = FALSE;
  gboolean is_lower;
  const char *next;

  g_string_truncate (scratch, 0);
  while ((next = fold_character (text, scratch, &is_lower)) != NULL)
    {
      n_characters++;
      has_lower |= is_lower;
      text = next;
    }
  *says_something = n_characters >= LONG_ENOUGH || (n_characters > 1 && !has_lower);
  return text;
}

/**
 * tl_words_foreach:
 * @text: (nullable): a text
 * @scratch: memory to work in
 * @func: what to call; the word is gone when it returns
 * @data: for @func
 *
 * Calls @func with each word of @text that says what the text is about, in lower case: those of
 * four letters and more, and short ones in capitals, such as AI. A word may come more than once.
 */
void
tl_words_foreach (const char *text, GString *scratch, TlWordFunc func, gpointer data)
{
  while (text != NULL && *text != '\0')
    {
      gboolean says_something;
      const char *end = fold_word (text, scratch, &says_something);

      if (says_something)
        func (scratch->str, data);
      text = end > text ? end : g_utf8_next_char (text);
    }
}

/**
 * tl_words_foreach_of:
 * @item: an item
 * @list: a words field of its kind
 * @scratch: memory to work in
 * @func: what to call
 * @data: for @func
 *
 * Calls @func as tl_words_foreach() does, for the title of @item and for @list.
 */
void
tl_words_foreach_of (TlItem *item, TlField list, GString *scratch, TlWordFunc func, gpointer data)
{
  tl_words_foreach (tl_item_get_title (item), scratch, func, data);
  for (const char *const *entry = tl_item_get_words (item, list); *entry != NULL; entry++)
    tl_words_foreach (*entry, scratch, func, data);
}

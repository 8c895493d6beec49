/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-core"

#include "tl-value.h"

#include <string.h>

/**
 * tl_value_from_text:
 * @text: (nullable): UTF-8
 *
 * Returns: a copy of @text; unset for %NULL and for the empty text, which are one thing in a
 * document
 */
TlValue
tl_value_from_text (const char *text)
{
  return tl_value_from_text_len (text, -1);
}

/**
 * tl_value_from_text_len:
 * @text: (nullable): UTF-8
 * @length: bytes of @text, or -1 when it ends with a NUL
 *
 * Returns: as tl_value_from_text()
 */
TlValue
tl_value_from_text_len (const char *text, gssize length)
{
  if (text == NULL || length == 0 || *text == '\0')
    return TL_VALUE_INIT;
  return (TlValue) { .form = TL_VALUE_TEXT, .text = g_ref_string_new_len (text, length) };
}

/**
 * tl_value_from_number:
 * @number: any number; NaN is unset
 *
 * Returns: the value
 */
TlValue
tl_value_from_number (double number)
{
  if (number != number)
    return TL_VALUE_INIT;
  return (TlValue) { .form = TL_VALUE_NUMBER, .number = number };
}

/**
 * tl_value_from_date:
 * @date: a day, or %TL_DATE_NONE for unset
 *
 * Returns: the value
 */
TlValue
tl_value_from_date (TlDate date)
{
  if (date == TL_DATE_NONE)
    return TL_VALUE_INIT;
  return (TlValue) { .form = TL_VALUE_DATE, .date = date };
}

/**
 * tl_value_from_choice:
 * @choice: index of a choice, or %TL_CHOICE_NONE for unset
 *
 * Returns: the value
 */
TlValue
tl_value_from_choice (int choice)
{
  if (choice == TL_CHOICE_NONE)
    return TL_VALUE_INIT;
  return (TlValue) { .form = TL_VALUE_CHOICE, .choice = choice };
}

/**
 * tl_value_from_words:
 * @words: (nullable) (array zero-terminated=1): texts or ids
 *
 * Returns: a copy of @words; unset when there are none
 */
TlValue
tl_value_from_words (const char *const *words)
{
  guint n = words != NULL ? g_strv_length ((GStrv) words) : 0;
  GStrv copy;

  if (n == 0)
    return TL_VALUE_INIT;
  copy = g_atomic_rc_box_alloc0 ((n + 1) * sizeof (char *));
  for (guint i = 0; i < n; i++)
    copy[i] = g_strdup (words[i]);
  return (TlValue) { .form = TL_VALUE_WORDS, .words = copy };
}

/**
 * tl_value_copy:
 * @value: a value
 *
 * Returns: a second owner of the same
 */
TlValue
tl_value_copy (const TlValue *value)
{
  if (value->form == TL_VALUE_TEXT)
    g_ref_string_acquire (value->text);
  else if (value->form == TL_VALUE_WORDS)
    g_atomic_rc_box_acquire (value->words);
  return *value;
}

static void
free_words (gpointer box)
{
  for (GStrv word = box; *word != NULL; word++)
    g_free (*word);
}

/**
 * tl_value_clear:
 * @value: a value, unset afterwards
 */
void
tl_value_clear (TlValue *value)
{
  if (value->form == TL_VALUE_TEXT)
    g_ref_string_release (value->text);
  else if (value->form == TL_VALUE_WORDS)
    g_atomic_rc_box_release_full (value->words, free_words);
  *value = TL_VALUE_INIT;
}

/**
 * tl_value_equal:
 * @a: a value
 * @b: another
 *
 * Returns: whether both are unset or hold the same
 */
gboolean
tl_value_equal (const TlValue *a, const TlValue *b)
{
  if (a->form != b->form)
    return FALSE;
  switch (a->form)
    {
    case TL_VALUE_UNSET:
      return TRUE;
    case TL_VALUE_TEXT:
      return a->text == b->text || strcmp (a->text, b->text) == 0;
    case TL_VALUE_NUMBER:
      return a->number == b->number;
    case TL_VALUE_DATE:
      return a->date == b->date;
    case TL_VALUE_CHOICE:
      return a->choice == b->choice;
    case TL_VALUE_WORDS:
      return g_strv_equal ((const char *const *) a->words, (const char *const *) b->words);
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_field_get_form:
 * @field: a field
 *
 * Returns: the form in which its values are held
 */
TlValueForm
tl_field_get_form (TlField field)
{
  switch (tl_field_get_spec (field)->type)
    {
    case TL_FIELD_TYPE_TEXT:
    case TL_FIELD_TYPE_PROSE:
    case TL_FIELD_TYPE_REF:
    case TL_FIELD_TYPE_DATA:
      return TL_VALUE_TEXT;
    case TL_FIELD_TYPE_NUMBER:
    case TL_FIELD_TYPE_INTEGER:
      return TL_VALUE_NUMBER;
    case TL_FIELD_TYPE_DATE:
      return TL_VALUE_DATE;
    case TL_FIELD_TYPE_CHOICE:
    case TL_FIELD_TYPE_FLAG:
    case TL_FIELD_TYPE_TRI:
      return TL_VALUE_CHOICE;
    case TL_FIELD_TYPE_WORDS:
    case TL_FIELD_TYPE_REFS:
      return TL_VALUE_WORDS;
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_value_to_display:
 * @value: a value of @field
 * @field: its field
 *
 * Returns: (transfer full) (nullable): the value as people read it; ids of references stay ids;
 *   %NULL when it is unset
 */
char *
tl_value_to_display (const TlValue *value, TlField field)
{
  switch (value->form)
    {
    case TL_VALUE_UNSET:
      return NULL;
    case TL_VALUE_TEXT:
      return g_strdup (value->text);
    case TL_VALUE_NUMBER:
      return g_strdup_printf ("%.15g", value->number);
    case TL_VALUE_DATE:
      return tl_date_format_for_people (value->date);
    case TL_VALUE_CHOICE:
      return g_strdup (tl_field_get_choice_label (field, value->choice));
    case TL_VALUE_WORDS:
      return g_strjoinv (", ", value->words);
    default:
      g_assert_not_reached ();
    }
}

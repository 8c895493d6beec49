/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-person-words.h"

#include <glib/gi18n-lib.h>

#include "tl-answer-row.h"

#define MAX_RATING 4

static const struct
{
  TlField field;
  const char *name;
} tests[] = {
  { TL_PERSON_OWNS_GOAL, NC_ ("partner", "Owns the goal") },
  { TL_PERSON_HAS_STAKE, NC_ ("partner", "stake") },
  { TL_PERSON_HAS_AUTHORITY, NC_ ("partner", "authority") },
  { TL_PERSON_HAS_RESOURCES, NC_ ("partner", "resources") },
};

static const TlField ratings[] = { TL_PERSON_ACCESS, TL_PERSON_CREDIBILITY, TL_PERSON_TRUST };

static void
append_part (GString *text, const char *between, const char *part)
{
  if (text->len > 0)
    g_string_append (text, between);
  g_string_append (text, part);
}

static void
append_tests (TlItem *person, GString *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "partner", tests[i].name);
      int answer = tl_item_get_choice (person, tests[i].field);
      /* Translators: a test that a partner has to pass, and the sign of the answer, which stay on
       * one line. */
      g_autofree char *part
          = g_strdup_printf (C_ ("partner", "%s\u00a0%s"), name, tl_tri_get_sign (answer));

      append_part (text, " · ", part);
    }
}

static char *
dup_dots (int rating)
{
  g_autoptr (GString) dots = g_string_new (NULL);

  for (int i = 0; i < MAX_RATING; i++)
    g_string_append (dots, i < rating ? "●" : "○");
  return g_string_free (g_steal_pointer (&dots), FALSE);
}

static void
append_ratings (TlItem *person, GString *text)
{
  const char *between = "\n";

  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    if (tl_item_is_set (person, ratings[i]))
      {
        g_autofree char *dots = dup_dots ((int) tl_item_get_number (person, ratings[i]));
        /* Translators: a rating of a partner, and dots that are full as far as it goes. */
        g_autofree char *part
            = g_strdup_printf (C_ ("partner", "%s\u00a0%s"), tl_field_get_label (ratings[i]), dots);

        append_part (text, between, part);
        between = " · ";
      }
}

/**
 * tl_person_dup_tests:
 * @person: a person
 *
 * Returns: (transfer full): the four tests of a partner (S14) and, where they are recorded, access,
 *   credibility and trust (S15), with signs
 */
char *
tl_person_dup_tests (TlItem *person)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_tests (person, text);
  append_ratings (person, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tl_person_dup_spoken_tests:
 * @person: a person
 *
 * Returns: (transfer full): the same in words, for a screen reader
 */
char *
tl_person_dup_spoken_tests (TlItem *person)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "partner", tests[i].name);
      g_autofree char *part
          = g_strdup_printf (C_ ("field", "%s: %s"), name,
                             tl_tri_get_word (tl_item_get_choice (person, tests[i].field)));

      append_part (text, ", ", part);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    if (tl_item_is_set (person, ratings[i]))
      {
        /* Translators: a rating of a partner, for screen readers: “Trust: 3 of 4”. */
        g_autofree char *part
            = g_strdup_printf (C_ ("partner", "%s: %d of %d"), tl_field_get_label (ratings[i]),
                               (int) tl_item_get_number (person, ratings[i]), MAX_RATING);

        append_part (text, ", ", part);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tl_person_dup_contact:
 * @person: a person
 * @today: the day
 *
 * Returns: (transfer full) (nullable): how long ago the last talk was, and whether that is long;
 *   %NULL when it is not recorded
 */
char *
tl_person_dup_contact (TlItem *person, TlDate today)
{
  TlDate last = tl_item_get_date (person, TL_PERSON_LAST_CONTACT);
  int cadence = (int) tl_item_get_number (person, TL_PERSON_CADENCE);
  guint days;

  if (last == TL_DATE_NONE)
    return NULL;
  days = today > last ? today - last : 0;
  if (days <= (guint) cadence)
    return g_strdup_printf (ngettext ("Last talk %u day ago", "Last talk %u days ago", days), days);
  /* Translators: days since the last talk; the days that may pass between two. */
  return g_strdup_printf (ngettext ("▲ Last talk %u day ago, more than %d",
                                    "▲ Last talk %u days ago, more than %d", days),
                          days, cadence);
}

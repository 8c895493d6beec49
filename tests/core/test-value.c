/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "tl-value.h"

static void
test_unset (void)
{
  static const char *const none[] = { NULL };
  TlValue values[] = {
    TL_VALUE_INIT,
    tl_value_from_text (NULL),
    tl_value_from_text (""),
    tl_value_from_text_len ("abc", 0),
    tl_value_from_number ((double) NAN),
    tl_value_from_date (TL_DATE_NONE),
    tl_value_from_choice (TL_CHOICE_NONE),
    tl_value_from_words (NULL),
    tl_value_from_words (none),
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_assert_cmpint (values[i].form, ==, TL_VALUE_UNSET);
      g_assert_true (tl_value_equal (&values[i], &values[0]));
      g_assert_null (tl_value_to_display (&values[i], TL_ITEM_TITLE));
      tl_value_clear (&values[i]);
    }
}

/* Values of each form, every one unlike all the others. */
static guint
make_values (TlValue *values)
{
  static const char *const one[] = { "a", NULL };
  static const char *const two[] = { "a", "b", NULL };
  static const char *const turned[] = { "b", "a", NULL };
  static const char *const joined[] = { "a b", NULL };
  guint n = 0;

  values[n++] = TL_VALUE_INIT;
  values[n++] = tl_value_from_text ("a");
  values[n++] = tl_value_from_text_len ("abc", 2);
  values[n++] = tl_value_from_number (0);
  values[n++] = tl_value_from_number (1);
  values[n++] = tl_value_from_date (1);
  values[n++] = tl_value_from_date (2);
  values[n++] = tl_value_from_choice (0);
  values[n++] = tl_value_from_choice (1);
  values[n++] = tl_value_from_words (one);
  values[n++] = tl_value_from_words (two);
  values[n++] = tl_value_from_words (turned);
  values[n++] = tl_value_from_words (joined);
  return n;
}

static void
test_equal (void)
{
  TlValue left[20], right[20];
  guint n = make_values (left);

  g_assert_cmpuint (make_values (right), ==, n);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      g_assert_cmpint (tl_value_equal (&left[i], &right[j]), ==, i == j);
  for (guint i = 0; i < n; i++)
    {
      tl_value_clear (&left[i]);
      tl_value_clear (&right[i]);
    }
}

/* A copy stays when the first owner goes. */
static void
test_copy (void)
{
  TlValue values[20], copies[20], again[20];
  guint n = make_values (values);

  make_values (again);
  for (guint i = 0; i < n; i++)
    {
      copies[i] = tl_value_copy (&values[i]);
      tl_value_clear (&values[i]);
      g_assert_cmpint (values[i].form, ==, TL_VALUE_UNSET);
      g_assert_true (tl_value_equal (&copies[i], &again[i]));
      tl_value_clear (&copies[i]);
      tl_value_clear (&again[i]);
    }
}

/* A value does not share the memory that it was made from. */
static void
test_independent (void)
{
  char text[] = "before";
  char *words[] = { text, NULL };
  g_auto (TlValue) from_text = tl_value_from_text (text);
  g_auto (TlValue) from_words = tl_value_from_words ((const char *const *) words);

  text[0] = 'B';
  g_assert_cmpstr (from_text.text, ==, "before");
  g_assert_cmpstr (from_words.words[0], ==, "before");
}

static void
assert_display (TlValue value, TlField field, const char *expected)
{
  g_autofree char *text = tl_value_to_display (&value, field);

  g_assert_cmpstr (text, ==, expected);
  tl_value_clear (&value);
}

static void
test_display (void)
{
  static const char *const words[] = { "sales", "service", NULL };

  assert_display (tl_value_from_text ("Grow"), TL_ITEM_TITLE, "Grow");
  assert_display (tl_value_from_number (12.5), TL_PROJECT_EFFORT, "12.5");
  assert_display (tl_value_from_number (.1), TL_PROJECT_EFFORT, "0.1");
  assert_display (tl_value_from_number (1e6), TL_PROJECT_COST, "1000000");
  assert_display (tl_value_from_date (tl_date_parse ("2026-11-21")), TL_GOAL_BY_DATE,
                  "21 November 2026");
  assert_display (tl_value_from_choice (TL_STATUS_LIVE), TL_PROJECT_STATUS, "Live");
  assert_display (tl_value_from_choice (TL_TRI_YES), TL_CAUSE_CONFIRMED, "Yes");
  assert_display (tl_value_from_words (words), TL_PROJECT_AUDIENCE, "sales, service");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value/unset", test_unset);
  g_test_add_func ("/value/equal", test_equal);
  g_test_add_func ("/value/copy", test_copy);
  g_test_add_func ("/value/independent", test_independent);
  g_test_add_func ("/value/display", test_display);

  return g_test_run ();
}

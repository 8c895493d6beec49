/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "tl-rule-settings.h"
#include "tl-value.h"

/* The table of checks holds what its readers rely on. */

static void
test_rows (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (tl_rule_get_n_rules (), >=, 38);
  for (guint i = 0; i < tl_rule_get_n_rules (); i++)
    {
      const TlRule *rule = tl_rule_get (i);

      g_assert_true (g_regex_match_simple ("^[A-Z]{3}-[0-9]{2}$", rule->id, 0, 0));
      g_assert_true (g_hash_table_add (ids, (gpointer) rule->id));
      g_assert_true (tl_rule_find (rule->id) == rule);
      g_assert_cmpint (rule->severity, <, TL_N_SEVERITIES);
      g_assert_cmpstr (rule->source, !=, NULL);
    }
}

static void
assert_sentence (const char *text)
{
  g_assert_true (g_str_has_suffix (text, ".") || g_str_has_suffix (text, "?"));
  g_assert_true (g_unichar_isupper (g_utf8_get_char (text)));
  g_assert_null (strchr (text, '%'));
}

static void
test_texts (void)
{
  for (guint i = 0; i < tl_rule_get_n_rules (); i++)
    {
      const TlRule *rule = tl_rule_get (i);

      g_assert_cmpuint (g_utf8_strlen (tl_rule_get_title (rule), -1), <, 45);
      g_assert_false (g_str_has_suffix (tl_rule_get_title (rule), "."));
      assert_sentence (tl_rule_get_why (rule));
      assert_sentence (tl_rule_get_remedy (rule));
      g_assert_cmpuint (g_utf8_strlen (tl_rule_get_practice (rule), -1), >, 10);
      g_assert_cmpuint (g_utf8_strlen (tl_rule_get_practice (rule), -1), <, 60);
    }
}

/* What one click edits is a field that things of some kind have, and a rule has no way to mend
 * after a gap in the list. */
static void
test_fixes (void)
{
  for (guint i = 0; i < tl_rule_get_n_rules (); i++)
    for (guint j = 0; j < TL_RULE_MAX_FIXES; j++)
      {
        const TlRule *rule = tl_rule_get (i);
        TlRuleFix way = tl_rule_get_fix (rule, j);
        TlKind kind = tl_field_get_spec (way.field)->kind;

        if (way.fix == TL_FIX_EDIT || way.fix == TL_FIX_FILL)
          g_assert_true (kind == TL_KIND_GOAL || kind == TL_KIND_OBJECTIVE
                         || kind == TL_KIND_PROJECT || kind == TL_KIND_LINK
                         || kind == TL_KIND_PERSON || kind == TL_KIND_REQUEST
                         || kind == TL_KIND_CAUSE);
        if (j > 0 && way.fix != TL_FIX_NONE)
          g_assert_cmpint (tl_rule_get_fix (rule, j - 1).fix, !=, TL_FIX_NONE);
      }
}

/* Whatever is found can be mended from where it stands. Pairs have a view of their own for that. */
static void
test_ways (void)
{
  static const char *const pairs[] = { "VAL-02", "VAL-05", NULL };

  for (guint i = 0; i < tl_rule_get_n_rules (); i++)
    {
      const TlRule *rule = tl_rule_get (i);

      if (!g_strv_contains (pairs, rule->id) && tl_rule_get_fix (rule, 0).fix == TL_FIX_NONE)
        g_error ("%s has no way to mend it", rule->id);
    }
}

/* What rests on the ratings of people is private, and nothing else. */
static void
test_private (void)
{
  static const char *const private_rules[] = { "PRT-02", "PRT-03", "PRT-04", NULL };

  for (guint i = 0; i < tl_rule_get_n_rules (); i++)
    {
      const TlRule *rule = tl_rule_get (i);

      g_assert_cmpint (rule->is_private, ==, g_strv_contains (private_rules, rule->id));
    }
}

/* Every number among the settings is of one rule, or of several. */
static void
test_settings (void)
{
  g_autoptr (GArray) shared = tl_rule_list_shared_thresholds ();
  guint n_of[TL_N_FIELDS] = { 0 };

  for (guint i = 0; i < shared->len; i++)
    n_of[g_array_index (shared, TlField, i)]++;
  for (guint i = 0; i < tl_rule_get_n_rules (); i++)
    {
      guint n;
      const TlField *fields = tl_rule_get_thresholds (tl_rule_get (i), &n);

      g_assert_cmpstr (tl_rule_get_family (tl_rule_get (i)), !=, "Others");
      for (guint j = 0; j < n; j++)
        n_of[fields[j]]++;
    }
  for (TlField field = 0; field < TL_N_FIELDS; field++)
    g_assert_cmpuint (n_of[field], ==,
                      tl_field_get_spec (field)->kind == TL_KIND_SETTINGS
                              && tl_field_get_form (field) == TL_VALUE_NUMBER
                          ? 1
                          : 0);
}

static void
test_find (void)
{
  g_assert_null (tl_rule_find ("ALN-99"));
  g_assert_null (tl_rule_find ("aln-01"));
  g_assert_null (tl_rule_find (""));
  g_assert_null (tl_rule_find (NULL));
}

static void
test_severities (void)
{
  static const char *const names[TL_N_SEVERITIES] = { "high", "medium", "low" };
  TlSeverity severity = TL_N_SEVERITIES;

  for (TlSeverity i = 0; i < TL_N_SEVERITIES; i++)
    {
      g_assert_cmpstr (tl_severity_get_name (i), ==, names[i]);
      g_assert_true (tl_severity_parse (names[i], &severity));
      g_assert_cmpint (severity, ==, i);
      g_assert_cmpstr (tl_severity_get_label (i), !=, "");
      for (TlSeverity j = 0; j < i; j++)
        g_assert_cmpstr (tl_severity_get_sign (i), !=, tl_severity_get_sign (j));
    }
  g_assert_false (tl_severity_parse ("never", &severity));
  g_assert_false (tl_severity_parse (NULL, &severity));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rule-table/rows", test_rows);
  g_test_add_func ("/rule-table/texts", test_texts);
  g_test_add_func ("/rule-table/fixes", test_fixes);
  g_test_add_func ("/rule-table/settings", test_settings);
  g_test_add_func ("/rule-table/private", test_private);
  g_test_add_func ("/rule-table/ways", test_ways);
  g_test_add_func ("/rule-table/find", test_find);
  g_test_add_func ("/rule-table/severities", test_severities);

  return g_test_run ();
}

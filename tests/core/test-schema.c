/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "tl-value.h"

/* The table of kinds and fields holds what reader, forms and undo take for granted. */

static void
test_kinds (void)
{
  g_autoptr (GHashTable) arrays = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) prefixes = g_hash_table_new (g_str_hash, g_str_equal);

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    {
      const TlKindSpec *spec = tl_kind_get_spec (kind);

      g_assert_cmpstr (tl_kind_get_label (kind), !=, "");
      g_assert_null (strchr (tl_kind_get_label (kind), '\004'));
      g_assert_cmpstr (tl_kind_get_plural (kind), !=, "");
      g_assert_cmpint (spec->is_single, ==, kind == TL_KIND_WORKSPACE || kind == TL_KIND_SETTINGS);
      if (spec->array != NULL)
        {
          g_assert_true (g_hash_table_add (arrays, (gpointer) spec->array));
          g_assert_cmpint (tl_kind_from_array (spec->array), ==, kind);
        }
      if (!spec->is_single)
        g_assert_true (g_hash_table_add (prefixes, (gpointer) spec->id_prefix));
    }
  g_assert_cmpint (tl_kind_from_array ("gaols"), ==, TL_N_KINDS);
  g_assert_cmpint (tl_kind_from_array (NULL), ==, TL_N_KINDS);
}

/* Names are those of members, so that a kind cannot have two of one name; "id" is taken. */
static void
test_names (void)
{
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    {
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
      guint n_fields;
      const TlField *fields = tl_kind_get_fields (kind, &n_fields);

      g_assert_cmpuint (n_fields, >, 0);
      for (guint i = 0; i < n_fields; i++)
        {
          const TlFieldSpec *spec = tl_field_get_spec (fields[i]);

          g_test_message ("%s.%s", tl_kind_get_label (kind), spec->name);
          g_assert_true (
              g_regex_match_simple ("^[a-z][A-Za-z]*(\\.[a-z][A-Za-z]*)?$", spec->name, 0, 0));
          g_assert_cmpstr (spec->name, !=, "id");
          g_assert_true (g_hash_table_add (names, (gpointer) spec->name));
          g_assert_true (tl_kind_find_field (kind, spec->name) == spec);
          g_assert_true (tl_kind_has_field (kind, fields[i]));
        }
      g_assert_null (tl_kind_find_field (kind, "nonsense"));
    }
}

/* No two fields of a kind share a slot, and the slots leave no hole behind the shared ones. */
static void
test_slots (void)
{
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    {
      g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
      guint n_fields;
      const TlField *fields = tl_kind_get_fields (kind, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        {
          guint slot = tl_kind_get_slot (kind, fields[i]);

          g_assert_true (g_hash_table_add (taken, GUINT_TO_POINTER (slot)));
          g_assert_cmpuint (slot, <, TL_N_SHARED_FIELDS + n_fields);
        }
    }
}

static void
test_belonging (void)
{
  for (TlField field = 0; field < TL_N_FIELDS; field++)
    {
      const TlFieldSpec *spec = tl_field_get_spec (field);
      guint n_kinds = 0;

      g_assert_cmpint (spec->field, ==, field);
      for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
        n_kinds += tl_kind_has_field (kind, field) ? 1 : 0;
      if (spec->kind == TL_KIND_ITEM)
        g_assert_cmpuint (n_kinds, >, 10);
      else
        g_assert_cmpuint (n_kinds, ==, 1);
    }
}

static void
assert_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_cmpuint (strlen (text), >, 0);
  g_assert_null (strchr (text, '\004'));
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
test_texts (void)
{
  for (TlField field = 0; field < TL_N_FIELDS; field++)
    {
      const TlFieldSpec *spec = tl_field_get_spec (field);

      assert_text (tl_field_get_label (field));
      if (spec->help != NULL)
        assert_text (tl_field_get_help (field));
      else
        g_assert_null (tl_field_get_help (field));
      if (spec->unit != NULL)
        assert_text (tl_field_get_unit (field));
    }
  for (TlGroup group = 0; group < TL_N_GROUPS; group++)
    assert_text (tl_group_get_label (group));
}

static gboolean
has_choices (TlFieldType type)
{
  return type == TL_FIELD_TYPE_CHOICE || type == TL_FIELD_TYPE_FLAG || type == TL_FIELD_TYPE_TRI;
}

static void
test_choices (void)
{
  for (TlField field = 0; field < TL_N_FIELDS; field++)
    {
      const TlFieldSpec *spec = tl_field_get_spec (field);

      g_assert_cmpint (spec->n_choices > 0, ==, has_choices (spec->type));
      g_assert_cmpint (spec->default_choice, <, MAX (spec->n_choices, 1));
      g_assert_cmpint (spec->default_choice, >=, TL_CHOICE_NONE);
      for (int i = 0; i < spec->n_choices; i++)
        {
          assert_text (tl_field_get_choice_label (field, i));
          /* Also proves that no two choices share a name. */
          g_assert_cmpint (tl_field_find_choice (field, tl_field_get_choice_name (field, i)), ==,
                           i);
        }
      g_assert_cmpint (tl_field_find_choice (field, "nonsense"), ==, TL_CHOICE_NONE);
      g_assert_null (tl_field_get_choice_name (field, TL_CHOICE_NONE));
      g_assert_null (tl_field_get_choice_label (field, spec->n_choices));
    }
}

/* A flag is no when it is absent, and a tri is unknown. */
static void
test_flags (void)
{
  for (TlField field = 0; field < TL_N_FIELDS; field++)
    {
      const TlFieldSpec *spec = tl_field_get_spec (field);

      if (spec->type == TL_FIELD_TYPE_FLAG)
        g_assert_cmpint (spec->default_choice, ==, TL_TRI_NO);
      if (spec->type == TL_FIELD_TYPE_TRI)
        g_assert_cmpint (spec->default_choice, ==, TL_CHOICE_NONE);
    }
}

static void
test_numbers (void)
{
  for (TlField field = 0; field < TL_N_FIELDS; field++)
    {
      const TlFieldSpec *spec = tl_field_get_spec (field);
      gboolean is_number
          = spec->type == TL_FIELD_TYPE_NUMBER || spec->type == TL_FIELD_TYPE_INTEGER;

      g_assert_cmpfloat (spec->minimum, <, spec->maximum);
      if (!is_number)
        {
          g_assert_true (isnan (spec->default_number));
          g_assert_cmpfloat (spec->minimum, ==, -G_MAXDOUBLE);
        }
      if (isnan (spec->default_number))
        continue;
      g_assert_cmpfloat (spec->default_number, >=, spec->minimum);
      g_assert_cmpfloat (spec->default_number, <=, spec->maximum);
      if (spec->type == TL_FIELD_TYPE_INTEGER)
        g_assert_cmpfloat (spec->default_number, ==, floor (spec->default_number));
    }
}

/* A reader relies on a number for each threshold. */
static void
test_settings (void)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (TL_KIND_SETTINGS, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const TlFieldSpec *spec = tl_field_get_spec (fields[i]);

      if (spec->type == TL_FIELD_TYPE_NUMBER || spec->type == TL_FIELD_TYPE_INTEGER)
        g_assert_false (isnan (spec->default_number));
    }
}

static void
test_references (void)
{
  for (TlField field = 0; field < TL_N_FIELDS; field++)
    {
      const TlFieldSpec *spec = tl_field_get_spec (field);
      gboolean refers = spec->type == TL_FIELD_TYPE_REF || spec->type == TL_FIELD_TYPE_REFS;

      g_assert_cmpint (spec->refers_to != 0, ==, refers);
      g_assert_cmpuint (spec->refers_to >> TL_N_KINDS, ==, 0);
      for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
        if (tl_kind_get_spec (kind)->is_single)
          g_assert_cmpuint (spec->refers_to & (1u << kind), ==, 0);
      if (spec->is_acyclic)
        {
          g_assert_cmpint (spec->type, ==, TL_FIELD_TYPE_REF);
          g_assert_cmpuint (spec->refers_to, ==, 1u << spec->kind);
        }
      if (spec->dies_with)
        g_assert_cmpint (spec->type, ==, TL_FIELD_TYPE_REF);
    }
}

static void
test_forms (void)
{
  static const struct
  {
    TlField field;
    TlValueForm form;
  } expected[] = {
    { TL_ITEM_TITLE, TL_VALUE_TEXT },         { TL_ITEM_NOTES, TL_VALUE_TEXT },
    { TL_ITEM_TAGS, TL_VALUE_WORDS },         { TL_GOAL_OWNER, TL_VALUE_TEXT },
    { TL_GOAL_PRIORITY, TL_VALUE_NUMBER },    { TL_GOAL_WEIGHT, TL_VALUE_NUMBER },
    { TL_GOAL_BY_DATE, TL_VALUE_DATE },       { TL_GOAL_STATUS, TL_VALUE_CHOICE },
    { TL_CAUSE_CONFIRMED, TL_VALUE_CHOICE },  { TL_PERSON_HAS_STAKE, TL_VALUE_CHOICE },
    { TL_PROJECT_ADDRESSES, TL_VALUE_WORDS }, { TL_SNAPSHOT_FIGURES, TL_VALUE_TEXT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (tl_field_get_form (expected[i].field), ==, expected[i].form);
}

/* What belongs to people is never shown unless it is asked for. */
static void
test_private (void)
{
  static const TlField fields[] = {
    TL_PERSON_OWNS_GOAL, TL_PERSON_HAS_STAKE,   TL_PERSON_HAS_AUTHORITY, TL_PERSON_HAS_RESOURCES,
    TL_PERSON_ACCESS,    TL_PERSON_CREDIBILITY, TL_PERSON_TRUST,         TL_PERSON_RATED_ON,
    TL_PERSON_EVIDENCE,  TL_PERSON_INFLUENCE,   TL_PERSON_IMPACT,        TL_PERSON_LAST_CONTACT,
    TL_PERSON_CADENCE,   TL_PERSON_NEXT_STEP,   TL_INSIGHT_HEARD_FROM,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_true (tl_field_get_spec (fields[i])->is_private);
  g_assert_false (tl_field_get_spec (TL_PERSON_ROLE)->is_private);
}

/* What formulas take a strength for. */
static void
test_strengths (void)
{
  const TlFieldSpec *spec = tl_field_get_spec (TL_LINK_STRENGTH);

  g_assert_cmpfloat (spec->choices[TL_STRENGTH_WEAK].value, ==, .25);
  g_assert_cmpfloat (spec->choices[TL_STRENGTH_MEDIUM].value, ==, .5);
  g_assert_cmpfloat (spec->choices[TL_STRENGTH_STRONG].value, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/kinds", test_kinds);
  g_test_add_func ("/schema/names", test_names);
  g_test_add_func ("/schema/slots", test_slots);
  g_test_add_func ("/schema/belonging", test_belonging);
  g_test_add_func ("/schema/texts", test_texts);
  g_test_add_func ("/schema/choices", test_choices);
  g_test_add_func ("/schema/flags", test_flags);
  g_test_add_func ("/schema/numbers", test_numbers);
  g_test_add_func ("/schema/settings", test_settings);
  g_test_add_func ("/schema/references", test_references);
  g_test_add_func ("/schema/forms", test_forms);
  g_test_add_func ("/schema/private", test_private);
  g_test_add_func ("/schema/strengths", test_strengths);

  return g_test_run ();
}

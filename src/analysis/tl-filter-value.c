/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-filter-private.h"

#define MOST_NAMES_IN_MESSAGE 12

/* A name, an operator and a value, on the way to become a test. */
typedef struct
{
  const TlFilterName *name;
  TlOperator op;
  const char *value;
} Condition;

static gboolean
fail (GError **error, TlFilterError code, char *message)
{
  g_set_error_literal (error, TL_FILTER_ERROR, code, message);
  g_free (message);
  return FALSE;
}

static gboolean
is_equality (TlOperator op)
{
  return op == TL_OPERATOR_HAS || op == TL_OPERATOR_EQUAL || op == TL_OPERATOR_OTHER;
}

static gboolean
require_equality (const Condition *condition, GError **error)
{
  if (is_equality (condition->op))
    return TRUE;
  return fail (error, TL_FILTER_ERROR_SYNTAX,
               /* Translators: a field of the filter language, such as owner. */
               g_strdup_printf (C_ ("filter error",
                                    "“%s” has no more and no less. Use : or = or !="),
                                condition->name->shown));
}

/* Makes of first and last value that are meant the range that the operator leaves. */
static void
set_range (TlFilterTest *test, TlOperator op, double first, double last)
{
  gboolean takes_below = op == TL_OPERATOR_LESS || op == TL_OPERATOR_AT_MOST;
  gboolean takes_above = op == TL_OPERATOR_MORE || op == TL_OPERATOR_AT_LEAST;

  test->from = takes_below ? -INFINITY : first;
  test->to = takes_above ? INFINITY : last;
  if (op == TL_OPERATOR_LESS)
    test->to = nextafter (first, -INFINITY);
  if (op == TL_OPERATOR_MORE)
    test->from = nextafter (last, INFINITY);
}

static gboolean
make_number (TlFilterTest *test, const Condition *condition, GError **error)
{
  char *end;
  double number = g_ascii_strtod (condition->value, &end);

  if (end == condition->value || !isfinite (number) || (*end != '\0' && strcmp (end, "%") != 0))
    return fail (error, TL_FILTER_ERROR_VALUE,
                 g_strdup_printf (C_ ("filter error", "“%s” is a number, and “%s” is none"),
                                  condition->name->shown, condition->value));
  set_range (test, condition->op, number, number);
  test->is_met = tl_filter_meets_number;
  return TRUE;
}

static gboolean
make_date (TlFilterTest *test, const Condition *condition, GError **error)
{
  TlDate first;
  TlDate last;

  if (!tl_filter_read_days (condition->value, &first, &last, &test->is_relative))
    return fail (
        error, TL_FILTER_ERROR_VALUE,
        g_strdup_printf (C_ ("filter error",
                             "“%s” is a day, such as 2026-07-01, 2026-07, 2026-Q3, 2026 or today; "
                             "“%s” is none"),
                         condition->name->shown, condition->value));
  set_range (test, condition->op, first, last);
  test->is_met = tl_filter_meets_date;
  return TRUE;
}

static gboolean
make_text (TlFilterTest *test, const Condition *condition, gboolean is_ref, GError **error)
{
  if (!require_equality (condition, error))
    return FALSE;
  tl_needle_init (&test->needle, condition->value, FALSE);
  test->is_whole = condition->op != TL_OPERATOR_HAS;
  test->is_met = is_ref ? tl_filter_meets_ref : tl_filter_meets_text;
  return TRUE;
}

static int
find_choice (TlField field, const char *value)
{
  const TlFieldSpec *spec = tl_field_get_spec (field);
  g_autofree char *key = tl_filter_make_key (value);

  for (int i = 0; i < spec->n_choices; i++)
    {
      g_autofree char *name = tl_filter_make_key (spec->choices[i].name);
      g_autofree char *label = tl_filter_make_key (tl_choice_get_label (&spec->choices[i]));

      if (g_str_equal (key, name) || g_str_equal (key, label))
        return i;
    }
  return TL_CHOICE_NONE;
}

/* All that the fields of the name may be. */
static GPtrArray *
list_choices (const TlFilterName *name)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < name->fields->len; i++)
    {
      const TlFieldSpec *spec = tl_field_get_spec (g_array_index (name->fields, TlField, i));

      for (int j = 0; j < spec->n_choices; j++)
        if (!g_ptr_array_find_with_equal_func (names, spec->choices[j].name, g_str_equal, NULL))
          g_ptr_array_add (names, (char *) spec->choices[j].name);
    }
  return names;
}

static char *
join (GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len && i < MOST_NAMES_IN_MESSAGE; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? C_ ("between two of a list", ", ") : "",
                            (const char *) names->pdata[i]);
  if (names->len > MOST_NAMES_IN_MESSAGE)
    g_string_append (text, "…");
  return g_string_free (text, FALSE);
}

static gboolean
fail_choice (const char *name, const char *value, GPtrArray *names, GError **error)
{
  const char *nearest = tl_filter_find_nearest (value, names);
  g_autofree char *all = NULL;

  if (nearest != NULL)
    return fail (error, TL_FILTER_ERROR_VALUE,
                 g_strdup_printf (C_ ("filter error",
                                      "“%s” has no choice “%s”. Did you mean “%s”?"),
                                  name, value, nearest));
  all = join (names);
  return fail (error, TL_FILTER_ERROR_VALUE,
               g_strdup_printf (C_ ("filter error", "“%s” has no choice “%s”. There are: %s"), name,
                                value, all));
}

static gboolean
has_order (const TlFieldSpec *spec)
{
  return spec->n_choices > 1 && spec->type == TL_FIELD_TYPE_CHOICE
         && spec->choices[0].value != spec->choices[1].value;
}

static gboolean
make_choice (TlFilterTest *test, const Condition *condition, GError **error)
{
  const TlFieldSpec *spec = tl_field_get_spec (test->field);
  int choice = find_choice (test->field, condition->value);
  g_autoptr (GPtrArray) names = NULL;

  if (!has_order (spec) && !require_equality (condition, error))
    return FALSE;
  if (choice == TL_CHOICE_NONE)
    {
      names = list_choices (condition->name);
      return fail_choice (condition->name->shown, condition->value, names, error);
    }
  test->choice = choice;
  test->is_met = tl_filter_meets_choice;
  if (!is_equality (condition->op))
    {
      test->is_met = tl_filter_meets_value;
      set_range (test, condition->op, spec->choices[choice].value, spec->choices[choice].value);
    }
  return TRUE;
}

static gboolean
make_field_test (TlFilterTest *test, const Condition *condition, GError **error)
{
  switch (tl_field_get_spec (test->field)->type)
    {
    case TL_FIELD_TYPE_NUMBER:
    case TL_FIELD_TYPE_INTEGER:
      return make_number (test, condition, error);
    case TL_FIELD_TYPE_DATE:
      return make_date (test, condition, error);
    case TL_FIELD_TYPE_CHOICE:
    case TL_FIELD_TYPE_FLAG:
    case TL_FIELD_TYPE_TRI:
      return make_choice (test, condition, error);
    case TL_FIELD_TYPE_REF:
    case TL_FIELD_TYPE_REFS:
      return make_text (test, condition, TRUE, error);
    case TL_FIELD_TYPE_TEXT:
    case TL_FIELD_TYPE_PROSE:
    case TL_FIELD_TYPE_WORDS:
    case TL_FIELD_TYPE_DATA:
    default:
      return make_text (test, condition, FALSE, error);
    }
}

static gboolean
is_left_out (TlField field, TlFilterFlags flags)
{
  return (flags & TL_FILTER_WITHOUT_PRIVATE) != 0 && tl_field_get_spec (field)->is_private;
}

/* One name may stand for fields of several kinds; a value has to make sense for one of them. */
static gboolean
add_field_tests (GArray *tests, const Condition *condition, TlFilterFlags flags, GError **error)
{
  g_autoptr (GError) first = NULL;
  gboolean makes_sense = FALSE;

  for (guint i = 0; i < condition->name->fields->len; i++)
    {
      TlField field = g_array_index (condition->name->fields, TlField, i);
      TlFilterTest test = { .kind = tl_field_get_spec (field)->kind, .field = field };

      if (!make_field_test (&test, condition, first == NULL ? &first : NULL))
        continue;
      makes_sense = TRUE;
      if (is_left_out (field, flags))
        tl_filter_test_clear (&test);
      else
        g_array_append_val (tests, test);
    }
  if (!makes_sense)
    g_propagate_error (error, g_steal_pointer (&first));
  return makes_sense;
}

static gboolean
is_name_of_kind (TlKind kind, const char *key)
{
  const TlKindSpec *spec = tl_kind_get_spec (kind);
  const char *texts[]
      = { spec->id_prefix, spec->array, tl_kind_get_label (kind), tl_kind_get_plural (kind) };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *other = tl_filter_make_key (texts[i]);

      if (g_str_equal (key, other))
        return TRUE;
    }
  return FALSE;
}

static gboolean
make_kind (TlFilterTest *test, const Condition *condition, GError **error)
{
  g_autofree char *key = tl_filter_make_key (condition->value);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  test->is_met = tl_filter_meets_kind;
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    {
      if (!tl_filter_is_searched (kind))
        continue;
      g_ptr_array_add (names, (char *) tl_kind_get_spec (kind)->id_prefix);
      test->choice = (int) kind;
      if (is_name_of_kind (kind, key))
        return TRUE;
    }
  return fail_choice (condition->name->shown, condition->value, names, error);
}

static gboolean
make_severity (TlFilterTest *test, const Condition *condition, GError **error)
{
  g_autofree char *key = tl_filter_make_key (condition->value);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  test->is_met = tl_filter_meets_severity;
  for (TlSeverity severity = 0; severity < TL_N_SEVERITIES; severity++)
    {
      g_autofree char *label = tl_filter_make_key (tl_severity_get_label (severity));

      g_ptr_array_add (names, (char *) tl_severity_get_name (severity));
      test->choice = (int) severity;
      if (g_str_equal (key, tl_severity_get_name (severity)) || g_str_equal (key, label))
        return TRUE;
    }
  return fail_choice (condition->name->shown, condition->value, names, error);
}

/* The id of a check, or what the ids of several begin with. */
static gboolean
make_rule (TlFilterTest *test, const Condition *condition, GError **error)
{
  g_autofree char *id = g_ascii_strup (condition->value, -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  test->is_met = tl_filter_meets_rule;
  for (guint i = 0; i < tl_rule_get_n_rules (); i++)
    {
      const TlRule *rule = tl_rule_get (i);

      g_ptr_array_add (names, (char *) rule->id);
      if (g_str_has_prefix (rule->id, id))
        {
          test->id = g_steal_pointer (&id);
          return TRUE;
        }
    }
  return fail_choice (condition->name->shown, condition->value, names, error);
}

static gboolean
make_special_test (TlFilterTest *test, const Condition *condition, GError **error)
{
  if (!require_equality (condition, error))
    return FALSE;
  switch (condition->name->special)
    {
    case TL_SPECIAL_KIND:
      return make_kind (test, condition, error);
    case TL_SPECIAL_RULE:
      return make_rule (test, condition, error);
    case TL_SPECIAL_SEVERITY:
      return make_severity (test, condition, error);
    case TL_SPECIAL_ID:
      test->id = g_strdup (condition->value);
      test->is_met = tl_filter_meets_id;
      return TRUE;
    default:
      tl_needle_init (&test->needle, condition->value, FALSE);
      test->is_whole = condition->op != TL_OPERATOR_HAS;
      test->is_met = tl_filter_meets_relation;
      return TRUE;
    }
}

/*
 * tl_filter_add_tests:
 * @tests: (element-type TlFilterTest): what to add to
 * @name: what stands before the operator
 * @flags: how to search
 * @op: the operator; %TL_OPERATOR_OTHER makes the same tests as %TL_OPERATOR_EQUAL
 * @value: what stands behind it
 * @error: where to say what does not make sense
 *
 * Adds a test for each field that @name stands for.
 *
 * Returns: whether that makes sense
 */
gboolean
tl_filter_add_tests (GArray *tests,
                     const TlFilterName *name,
                     TlFilterFlags flags,
                     TlOperator op,
                     const char *value,
                     GError **error)
{
  Condition condition = { name, op, value };
  TlFilterTest test = { .kind = TL_KIND_ITEM, .special = name->special };

  if (name->special == TL_SPECIAL_NONE)
    return add_field_tests (tests, &condition, flags, error);
  if (!make_special_test (&test, &condition, error))
    return FALSE;
  g_array_append_val (tests, test);
  return TRUE;
}

/*
 * tl_filter_require_name:
 * @text: a name as it was typed
 * @error: where to say that there is none
 *
 * Returns: (transfer none) (nullable): what it stands for
 */
const TlFilterName *
tl_filter_require_name (const char *text, GError **error)
{
  const TlFilterName *name = tl_filter_name_find (text);
  GPtrArray *all = tl_filter_name_get_all ();
  g_autoptr (GPtrArray) names = NULL;
  const char *nearest;

  if (name != NULL)
    return name;
  names = g_ptr_array_sized_new (all->len);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (names, ((TlFilterName *) all->pdata[i])->shown);
  nearest = tl_filter_find_nearest (text, names);
  fail (error, TL_FILTER_ERROR_FIELD,
        nearest != NULL
            ? g_strdup_printf (C_ ("filter error", "There is no field “%s”. Did you mean “%s”?"),
                               text, nearest)
            : g_strdup_printf (C_ ("filter error",
                                   "There is no field “%s”. To look for the words, put them in "
                                   "quotation marks"),
                               text));
  return NULL;
}

static void
add_field_presence (GArray *tests, TlField field, TlFilterFlags flags)
{
  TlFilterTest test = { .is_met = tl_filter_is_recorded,
                        .kind = tl_field_get_spec (field)->kind,
                        .field = field };

  if (!is_left_out (field, flags))
    g_array_append_val (tests, test);
}

/* Only what could serve something can be missing it. */
static void
add_relation_presence (GArray *tests, TlFilterSpecial special)
{
  static const TlKind kinds[] = { TL_KIND_PROJECT, TL_KIND_OBJECTIVE, TL_KIND_CAUSE, TL_KIND_LINK };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      TlFilterTest test
          = { .is_met = tl_filter_meets_relation, .kind = kinds[i], .special = special };

      if (special != TL_SPECIAL_OBJECTIVE || kinds[i] != TL_KIND_OBJECTIVE)
        g_array_append_val (tests, test);
    }
}

/*
 * tl_filter_add_presence:
 * @tests: (element-type TlFilterTest): what to add to
 * @flags: how to search
 * @value: the name of what is recorded or missing
 * @error: where to say what does not make sense
 *
 * Adds tests of whether @value is recorded.
 *
 * Returns: whether that makes sense
 */
gboolean
tl_filter_add_presence (GArray *tests, TlFilterFlags flags, const char *value, GError **error)
{
  const TlFilterName *name = tl_filter_require_name (value, error);

  if (name == NULL)
    return FALSE;
  switch (name->special)
    {
    case TL_SPECIAL_NONE:
      for (guint i = 0; i < name->fields->len; i++)
        add_field_presence (tests, g_array_index (name->fields, TlField, i), flags);
      return TRUE;
    case TL_SPECIAL_SERVES:
    case TL_SPECIAL_GOAL:
    case TL_SPECIAL_OBJECTIVE:
      add_relation_presence (tests, name->special);
      return TRUE;
    default:
      return fail (error, TL_FILTER_ERROR_FIELD,
                   g_strdup_printf (C_ ("filter error", "“%s” cannot be missing"), name->shown));
    }
}

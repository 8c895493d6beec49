/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-core"

#include "tl-schema.h"

#include <math.h>
#include <string.h>

/* A translatable string keeps its context before an EOT byte, as message catalogues do. */
#define NC_(context, string) context "\004" string

/* clang-format off */
#define TL_CHOICES_BEGIN(SET) static const TlChoice choices_##SET[] = {
#define TL_CHOICE(SET, NAME, name, label, value) [TL_##SET##_##NAME] = { name, label, value },
#define TL_CHOICES_END(SET) };
#include "tl-schema.def"

static const TlKindSpec kind_specs[TL_N_KINDS] = {
#define TL_KIND(KIND, array, prefix, label, plural) \
  [TL_KIND_##KIND] = { array, prefix, label, plural, \
                       TL_KIND_##KIND == TL_KIND_WORKSPACE || TL_KIND_##KIND == TL_KIND_SETTINGS },
#include "tl-schema.def"
};

#define AT_LEAST(low)          .minimum = (low)
#define RANGE(low, high)       .minimum = (low), .maximum = (high)
#define NUMBER(fallback)       .default_number = (fallback)
#define UNIT(text)             .unit = (text)
#define CHOICES(SET)           .choices = choices_##SET, .n_choices = TL_N_##SET
#define CHOICE(SET, fallback)  .default_choice = TL_##SET##_##fallback
#define REFERS_BIT(KIND)       (1u << TL_KIND_##KIND)
#define REFERS(KIND)           .refers_to = REFERS_BIT (KIND)
#define REFERS_TO_ANY          .refers_to = ((1u << TL_N_KINDS) - 1) & ~REFERS_BIT (WORKSPACE) & ~REFERS_BIT (SETTINGS)
#define PRIVATE                .is_private = TRUE
#define ACYCLIC                .is_acyclic = TRUE
#define DIES_WITH              .dies_with = TRUE

static const TlFieldSpec field_specs[TL_N_FIELDS] = {
#define TL_FIELD(KIND, NAME, json, TYPE, GROUP, text, explanation, ...) \
  [TL_##KIND##_##NAME] = { \
    .field = TL_##KIND##_##NAME, .kind = TL_KIND_##KIND, .name = json, .type = TL_FIELD_TYPE_##TYPE, \
    .group = TL_GROUP_##GROUP, .label = text, .help = explanation, .default_choice = TL_CHOICE_NONE, \
    .default_number = (double) NAN, .minimum = -G_MAXDOUBLE, .maximum = G_MAXDOUBLE, __VA_ARGS__ },
#include "tl-schema.def"
};

static const char *group_labels[TL_N_GROUPS] = {
  [TL_GROUP_BASICS]    = NC_ ("group", "Basics"),
  [TL_GROUP_GAP]       = NC_ ("group", "Gap and Causes"),
  [TL_GROUP_STRATEGY]  = NC_ ("group", "Strategic Work"),
  [TL_GROUP_PARTNER]   = NC_ ("group", "Partner"),
  [TL_GROUP_EFFORT]    = NC_ ("group", "Effort"),
  [TL_GROUP_MEASURE]   = NC_ ("group", "Measure"),
  [TL_GROUP_EVIDENCE]  = NC_ ("group", "Evidence"),
  [TL_GROUP_SCALE]     = NC_ ("group", "Scale and Extra"),
  [TL_GROUP_INTAKE]    = NC_ ("group", "Intake Order"),
  [TL_GROUP_ANSWER]    = NC_ ("group", "Answer"),
  [TL_GROUP_THRESHOLD] = NC_ ("group", "Checks"),
  [TL_GROUP_RECORD]    = NC_ ("group", "Record"),
};
/* clang-format on */

/* What follows from the rows: the fields of each kind in the order of the file. */
typedef struct
{
  TlField fields[TL_N_FIELDS];
  guint n_fields;
  TlField first_own;
} KindFields;

static KindFields kind_fields[TL_N_KINDS];

static gboolean
kind_shares (TlKind kind, TlField field)
{
  if (kind == TL_KIND_WORKSPACE)
    return field == TL_ITEM_TITLE;
  return kind != TL_KIND_SETTINGS && kind != TL_KIND_PLACE;
}

static gpointer
collect_kind_fields (gpointer data)
{
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    {
      KindFields *own = &kind_fields[kind];

      own->first_own = TL_N_FIELDS;
      for (TlField field = 0; field < TL_N_FIELDS; field++)
        {
          gboolean is_own = field_specs[field].kind == kind;

          if (is_own && own->first_own == TL_N_FIELDS)
            own->first_own = field;
          if (is_own || (field < TL_N_SHARED_FIELDS && kind_shares (kind, field)))
            own->fields[own->n_fields++] = field;
        }
    }
  return NULL;
}

static const KindFields *
get_kind_fields (TlKind kind)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, collect_kind_fields, NULL);
  return &kind_fields[kind];
}

/* Translates a string of the tables, which carries its context. */
static const char *
translate (const char *text)
{
  const char *separator;

  if (text == NULL)
    return NULL;
  separator = strchr (text, '\004');
  g_assert (separator != NULL);
  return g_dpgettext (GETTEXT_PACKAGE, text, (gsize) (separator + 1 - text));
}

/**
 * tl_kind_get_spec:
 * @kind: a kind of item
 *
 * Returns: (transfer none): the row of the table
 */
const TlKindSpec *
tl_kind_get_spec (TlKind kind)
{
  g_return_val_if_fail (kind < TL_N_KINDS, NULL);

  return &kind_specs[kind];
}

/**
 * tl_kind_get_label:
 * @kind: a kind of item
 *
 * Returns: what one such item is called, translated, with a capital
 */
const char *
tl_kind_get_label (TlKind kind)
{
  return translate (tl_kind_get_spec (kind)->label);
}

/**
 * tl_kind_get_plural:
 * @kind: a kind of item
 *
 * Returns: what many such items are called, translated, with a capital
 */
const char *
tl_kind_get_plural (TlKind kind)
{
  return translate (tl_kind_get_spec (kind)->plural);
}

/**
 * tl_kind_from_array:
 * @array: name of a member of the document
 *
 * Returns: the kind that stands in that member, or %TL_N_KINDS
 */
TlKind
tl_kind_from_array (const char *array)
{
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    if (g_strcmp0 (kind_specs[kind].array, array) == 0 && array != NULL)
      return kind;
  return TL_N_KINDS;
}

/**
 * tl_kind_get_fields:
 * @kind: a kind of item
 * @n_fields: (out): how many
 *
 * Returns: (transfer none) (array length=n_fields): the fields of the kind, shared ones included,
 * in the order in which the file has them
 */
const TlField *
tl_kind_get_fields (TlKind kind, guint *n_fields)
{
  const KindFields *own;

  g_return_val_if_fail (kind < TL_N_KINDS, NULL);

  own = get_kind_fields (kind);
  *n_fields = own->n_fields;
  return own->fields;
}

/**
 * tl_kind_has_field:
 * @kind: a kind of item
 * @field: any field
 *
 * Returns: whether items of @kind have @field
 */
gboolean
tl_kind_has_field (TlKind kind, TlField field)
{
  g_return_val_if_fail (kind < TL_N_KINDS && field < TL_N_FIELDS, FALSE);

  if (field < TL_N_SHARED_FIELDS)
    return kind_shares (kind, field);
  return field_specs[field].kind == kind;
}

/**
 * tl_kind_find_field:
 * @kind: a kind of item
 * @name: name of a member in the file; a dot stands between an object and its member
 *
 * Returns: (nullable): the field of that name
 */
const TlFieldSpec *
tl_kind_find_field (TlKind kind, const char *name)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (strcmp (field_specs[fields[i]].name, name) == 0)
      return &field_specs[fields[i]];
  return NULL;
}

/**
 * tl_kind_get_slot:
 * @kind: a kind of item
 * @field: a field of that kind
 *
 * Slots number the values of an item: the shared fields first, then the kind's own.
 *
 * Returns: the slot of @field in items of @kind
 */
guint
tl_kind_get_slot (TlKind kind, TlField field)
{
  if (field < TL_N_SHARED_FIELDS)
    return field;
  return TL_N_SHARED_FIELDS + (field - get_kind_fields (kind)->first_own);
}

/**
 * tl_field_get_spec:
 * @field: a field
 *
 * Returns: (transfer none): the row of the table
 */
const TlFieldSpec *
tl_field_get_spec (TlField field)
{
  g_return_val_if_fail (field < TL_N_FIELDS, NULL);

  return &field_specs[field];
}

/**
 * tl_field_get_label:
 * @field: a field
 *
 * Returns: its name for people, translated, in header capitals
 */
const char *
tl_field_get_label (TlField field)
{
  return translate (tl_field_get_spec (field)->label);
}

/**
 * tl_field_get_help:
 * @field: a field
 *
 * Returns: (nullable): a sentence on what belongs there, translated
 */
const char *
tl_field_get_help (TlField field)
{
  return translate (tl_field_get_spec (field)->help);
}

/**
 * tl_field_get_unit:
 * @field: a field
 *
 * Returns: (nullable): the unit of its number, translated
 */
const char *
tl_field_get_unit (TlField field)
{
  return translate (tl_field_get_spec (field)->unit);
}

/**
 * tl_group_get_label:
 * @group: a group of fields
 *
 * Returns: its heading in a form, translated
 */
const char *
tl_group_get_label (TlGroup group)
{
  g_return_val_if_fail (group < TL_N_GROUPS, NULL);

  return translate (group_labels[group]);
}

/**
 * tl_choice_get_label:
 * @choice: a choice of the tables
 *
 * Returns: its name for people, translated
 */
const char *
tl_choice_get_label (const TlChoice *choice)
{
  g_return_val_if_fail (choice != NULL, NULL);

  return translate (choice->label);
}

/**
 * tl_field_find_choice:
 * @field: a field with choices
 * @name: name of a choice in the file
 *
 * Returns: its index, or %TL_CHOICE_NONE
 */
int
tl_field_find_choice (TlField field, const char *name)
{
  const TlFieldSpec *spec = tl_field_get_spec (field);

  for (int i = 0; i < spec->n_choices; i++)
    if (strcmp (spec->choices[i].name, name) == 0)
      return i;
  return TL_CHOICE_NONE;
}

static const TlChoice *
get_choice (TlField field, int choice)
{
  const TlFieldSpec *spec = tl_field_get_spec (field);

  return choice >= 0 && choice < spec->n_choices ? &spec->choices[choice] : NULL;
}

/**
 * tl_field_get_choice_name:
 * @field: a field with choices
 * @choice: index of a choice
 *
 * Returns: (nullable): its name in the file, %NULL for %TL_CHOICE_NONE
 */
const char *
tl_field_get_choice_name (TlField field, int choice)
{
  const TlChoice *row = get_choice (field, choice);

  return row != NULL ? row->name : NULL;
}

/**
 * tl_field_get_choice_label:
 * @field: a field with choices
 * @choice: index of a choice
 *
 * Returns: (nullable): its name for people, translated; %NULL for %TL_CHOICE_NONE
 */
const char *
tl_field_get_choice_label (TlField field, int choice)
{
  const TlChoice *row = get_choice (field, choice);

  return row != NULL ? translate (row->label) : NULL;
}

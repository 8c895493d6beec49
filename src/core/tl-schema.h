/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Kinds of item, in the order of the file: TL_KIND_WORKSPACE … TL_KIND_SETTINGS. */
typedef enum
{
#define TL_KIND(KIND, array, prefix, label, plural) TL_KIND_##KIND,
#include "tl-schema.def"
  TL_N_KINDS,
  TL_KIND_ITEM = TL_N_KINDS, /* stands for every kind in the rows of the shared fields */
} TlKind;

/* Every field of every kind: TL_ITEM_TITLE (shared), TL_PROJECT_EFFORT, … */
typedef enum
{
#define TL_FIELD(KIND, NAME, ...) TL_##KIND##_##NAME,
#include "tl-schema.def"
  TL_N_FIELDS,
} TlField;

#define TL_N_SHARED_FIELDS (TL_ITEM_CHANGED + 1)

/* The choices of each set: TL_STATUS_LIVE, TL_STRENGTH_WEAK, … and TL_N_STATUS, TL_N_STRENGTH. */
#define TL_CHOICES_BEGIN(SET)                                                                      \
  typedef enum                                                                                     \
  {
#define TL_CHOICE(SET, NAME, name, label, value) TL_##SET##_##NAME,
#define TL_CHOICES_END(SET)                                                                        \
  TL_N_##SET                                                                                       \
  }                                                                                                \
  TlChoiceOf##SET;
#include "tl-schema.def"

#define TL_CHOICE_NONE (-1)

typedef enum
{
  TL_FIELD_TYPE_TEXT,    /* one line */
  TL_FIELD_TYPE_PROSE,   /* many lines */
  TL_FIELD_TYPE_WORDS,   /* list of text */
  TL_FIELD_TYPE_NUMBER,  /* any finite double */
  TL_FIELD_TYPE_INTEGER, /* whole, at most 2^53 either way */
  TL_FIELD_TYPE_DATE,
  TL_FIELD_TYPE_CHOICE,
  TL_FIELD_TYPE_FLAG, /* absent is no */
  TL_FIELD_TYPE_TRI,  /* absent is unknown */
  TL_FIELD_TYPE_REF,
  TL_FIELD_TYPE_REFS,
  TL_FIELD_TYPE_DATA, /* any JSON, kept as text */
} TlFieldType;

/* Where a form shows a field. */
typedef enum
{
  TL_GROUP_BASICS,
  TL_GROUP_GAP,
  TL_GROUP_STRATEGY,
  TL_GROUP_PARTNER,
  TL_GROUP_EFFORT,
  TL_GROUP_MEASURE,
  TL_GROUP_EVIDENCE,
  TL_GROUP_SCALE,
  TL_GROUP_INTAKE,
  TL_GROUP_ANSWER,
  TL_GROUP_THRESHOLD,
  TL_GROUP_RECORD,
  TL_N_GROUPS,
} TlGroup;

typedef struct
{
  const char *name;  /* in the file */
  const char *label; /* for tl_choice_get_label() */
  double value;      /* what formulas take it for; 0 where none does */
} TlChoice;

typedef struct
{
  const char *array; /* name in the file; NULL for the workspace itself */
  const char *id_prefix;
  const char *label;  /* for tl_kind_get_label() */
  const char *plural; /* for tl_kind_get_plural() */
  gboolean is_single; /* one item and no id: the workspace and its settings */
} TlKindSpec;

typedef struct
{
  TlField field;
  TlKind kind; /* TL_KIND_ITEM for a shared field */
  const char *name;
  TlFieldType type;
  TlGroup group;
  const char *label; /* for tl_field_get_label() */
  const char *help;  /* for tl_field_get_help(); NULL when the label says it all */
  const char *unit;  /* for tl_field_get_unit(); NULL when there is none */
  const TlChoice *choices;
  int n_choices;
  int default_choice;    /* TL_CHOICE_NONE when an absent choice is unknown */
  double default_number; /* NAN when an absent number is unknown */
  double minimum;
  double maximum;
  guint32 refers_to; /* bits of kinds: 1u << TL_KIND_… */
  gboolean is_private;
  gboolean is_acyclic; /* no item may be its own ancestor by this field */
  gboolean dies_with;  /* removing what it refers to removes the item, too */
} TlFieldSpec;

const TlKindSpec *tl_kind_get_spec (TlKind kind);
const char *tl_kind_get_label (TlKind kind);
const char *tl_kind_get_plural (TlKind kind);
TlKind tl_kind_from_array (const char *array);
const TlField *tl_kind_get_fields (TlKind kind, guint *n_fields);
gboolean tl_kind_has_field (TlKind kind, TlField field);
const TlFieldSpec *tl_kind_find_field (TlKind kind, const char *name);
guint tl_kind_get_slot (TlKind kind, TlField field);

const TlFieldSpec *tl_field_get_spec (TlField field);
const char *tl_field_get_label (TlField field);
const char *tl_field_get_help (TlField field);
const char *tl_field_get_unit (TlField field);
const char *tl_group_get_label (TlGroup group);

const char *tl_choice_get_label (const TlChoice *choice);
int tl_field_find_choice (TlField field, const char *name);
const char *tl_field_get_choice_name (TlField field, int choice);
const char *tl_field_get_choice_label (TlField field, int choice);

G_END_DECLS

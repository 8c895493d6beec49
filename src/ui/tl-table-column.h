/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

/* Where the text of a column comes from. */
typedef enum
{
  TL_COLUMN_FIELD,    /* a field, which can be edited */
  TL_COLUMN_STANDING, /* whether a project is aligned */
  TL_COLUMN_SERVES,   /* the objectives that a project serves */
  TL_COLUMN_COVERAGE, /* how many objectives of a goal are supported */
  TL_COLUMN_SHARE,    /* a goal's share of the days */
  TL_COLUMN_SUPPORT,  /* how many projects support an objective */
  TL_COLUMN_GAUGE,    /* how much of the plan of a measure is reached */
} TlColumnSource;

/* A column of the register of a kind. There is one of each for the life of the program, so that
 * they can be compared. */
typedef struct
{
  TlKind kind;
  TlColumnSource source;
  TlField field;     /* TL_N_FIELDS for what is worked out */
  const char *name;  /* for the settings: that of the field, or one of ours with "=" before it */
  gboolean is_shown; /* as long as nobody has said otherwise */
} TlTableColumn;

/* What a column sorts by. */
typedef struct
{
  double number;
  char *text; /* (nullable): a key of collation, which comes before the number */
  gboolean is_known;
} TlSortKey;

guint tl_table_columns_count (TlKind kind);
const TlTableColumn *tl_table_columns_get (TlKind kind, guint index);
const TlTableColumn *tl_table_columns_find (TlKind kind, const char *name);
const TlTableColumn *tl_table_columns_find_field (TlKind kind, TlField field);

char *tl_table_column_dup_label (const TlTableColumn *self);
const char *tl_table_column_get_help (const TlTableColumn *self);
gboolean tl_table_column_is_editable (const TlTableColumn *self);
gboolean tl_table_column_is_numeric (const TlTableColumn *self);
int tl_table_column_get_width (const TlTableColumn *self);
char *tl_table_column_dup_text (const TlTableColumn *self, TlSession *session, TlItem *item);
double tl_table_column_get_number (const TlTableColumn *self, TlSession *session, TlItem *item);

TlSortKey tl_table_column_make_key (const TlTableColumn *self, TlSession *session, TlItem *item);
gboolean tl_table_column_depends_on_others (const TlTableColumn *self);
int tl_sort_key_compare (const TlSortKey *a, const TlSortKey *b, gboolean is_descending);
gboolean tl_sort_key_equal (const TlSortKey *a, const TlSortKey *b);
void tl_sort_key_clear (TlSortKey *self);

G_END_DECLS

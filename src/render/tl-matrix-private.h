/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-matrix.h"

G_BEGIN_DECLS

/* Widths in map units. */
#define TL_MATRIX_COLUMN_WIDTH 34.0
#define TL_MATRIX_FOLDED_WIDTH 54.0

/* A link on its way to its cell. */
typedef struct
{
  int row;
  int column;
  TlItem *link;
} TlMatrixEntry;

struct _TlMatrix
{
  /* Owned */
  TlAnalysis *analysis;
  GArray *groups;        /* of TlMatrixGroup */
  GArray *columns;       /* of TlMatrixColumn, group by group */
  GArray *rows;          /* of TlMatrixRow */
  GArray *entries;       /* of TlMatrixEntry, by row and column */
  GPtrArray *links;      /* borrowed items, as the entries */
  GArray *cells;         /* of TlMatrixCell, by row and column */
  int *row_starts;       /* by row, and the end: where its cells begin */
  int *column_starts;    /* by column, and the end: where it begins in column_cells */
  int *column_cells;     /* cells by column and row */
  GHashTable *column_of; /* item → column + 1 */
  GHashTable *row_of;    /* item → row + 1 */
  GHashTable *kept;      /* (nullable): items that a filter lets through */
  GHashTable *signs;     /* item → what is wrong with it */
  GStringChunk *strings;

  guint n_links; /* valid and of counted projects */
  double days;
  guint n_alarms;   /* rows that serve nothing */
  guint n_unserved; /* columns that nothing serves */
};

static inline TlMatrixRow *
tl_matrix_peek_row (const TlMatrix *self, int row)
{
  return &g_array_index (self->rows, TlMatrixRow, row);
}

static inline TlMatrixColumn *
tl_matrix_peek_column (const TlMatrix *self, int column)
{
  return &g_array_index (self->columns, TlMatrixColumn, column);
}

static inline TlMatrixGroup *
tl_matrix_peek_group (const TlMatrix *self, int group)
{
  return &g_array_index (self->groups, TlMatrixGroup, group);
}

static inline TlAlignment *
tl_matrix_get_alignment (const TlMatrix *self)
{
  return tl_analysis_get_alignment (self->analysis);
}

static inline gboolean
tl_matrix_keeps (const TlMatrix *self, TlItem *item)
{
  return self->kept == NULL || g_hash_table_contains (self->kept, item);
}

/* tl-matrix-columns.c */
void tl_matrix_collect_columns (TlMatrix *self, const TlMatrixOptions *options);
void tl_matrix_place_columns (TlMatrix *self);
gboolean tl_matrix_link_is_valid (const TlMatrix *self, TlItem *link);

/* tl-matrix-filter.c */
GHashTable *tl_matrix_filter (TlWorkspace *workspace, const TlMatrixOptions *options);

/* tl-matrix-sort.c */
void tl_matrix_sort (TlMatrix *self, const TlMatrixOptions *options);

/* tl-matrix-figures.c */
void tl_matrix_count (TlMatrix *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"
#include "tl-geometry.h"

G_BEGIN_DECLS

#define TL_MATRIX_NONE (-1)

typedef enum
{
  TL_MATRIX_BY_GOAL,   /* by the goal that is served most, in priority order */
  TL_MATRIX_BY_DAYS,   /* most first */
  TL_MATRIX_BY_TITLE,  /* as the language sorts */
  TL_MATRIX_CLUSTERED, /* alike rows together, so that blocks appear */
  TL_N_MATRIX_ORDERS
} TlMatrixOrder;

typedef struct _TlMatrix TlMatrix;

/* Whether a goal, objective or project is asked for. */
typedef gboolean (*TlMatrixShowsFunc) (TlItem *item, gpointer user_data);

typedef struct
{
  TlMatrixOrder order;
  gboolean include_uncounted; /* also what is an idea, closed or finished */
  gboolean fold_all;          /* a column a goal */
  GHashTable *folded;         /* (nullable): ids of the goals with one column; "" for no goal */
  const TlMatrix *previous;   /* (nullable): rows and columns stay where they are in it */
  TlMatrixShowsFunc shows;    /* (nullable): only what is asked for, with what it is linked to */
  gpointer shows_data;
} TlMatrixOptions;

/* A goal with its columns. */
typedef struct
{
  TlItem *goal; /* (nullable): the group of objectives without an active goal has none */
  const char *id;
  const char *title;
  const char *sign; /* (nullable): what is wrong with it, in two words */
  guint rank;       /* 0 for none */
  int hue;          /* place in the order of priority, none without a goal */
  int first_column;
  int n_columns;
  gboolean is_folded;
  gboolean is_inactive;
  double days;   /* effort that reaches it */
  double share;  /* of all effort that reaches a goal; NaN when there is none */
  double weight; /* percent; NaN when it is not recorded */
} TlMatrixGroup;

/* An objective, or a goal: folded, or for the links that go straight to it. */
typedef struct
{
  TlItem *item; /* (nullable): the folded group without a goal has none */
  const char *id;
  const char *title;
  const char *sign; /* (nullable): what is wrong with it, in two words */
  int group;
  gboolean is_goal;
  gboolean is_inactive;
  guint n_projects; /* counted, by valid links, straight ones too */
  double days;      /* of them, in shares by strength */
  double x;         /* from the left of the first column */
  double width;
} TlMatrixColumn;

typedef struct
{
  TlItem *item;
  const char *id;
  const char *title;
  const char *sign; /* (nullable): what is wrong with it, in two words */
  TlStanding standing;
  guint n_links; /* in the matrix */
  double days;   /* NaN when they are not recorded */
} TlMatrixRow;

/* A place with links. */
typedef struct
{
  int row;
  int column;
  guint first_link;
  guint n_links;
  int strength;         /* the strongest; TL_CHOICE_NONE when none is recorded */
  guint n_straight;     /* of the links, those that go straight to a goal: stop-gaps */
  gboolean is_closed;   /* no link leads to anything active */
  gboolean is_disputed; /* one of the links is */
} TlMatrixCell;

TlMatrix *tl_matrix_new (TlAnalysis *analysis, const TlMatrixOptions *options);
void tl_matrix_free (TlMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMatrix, tl_matrix_free)

TlAnalysis *tl_matrix_get_analysis (const TlMatrix *self);
int tl_matrix_get_n_rows (const TlMatrix *self);
int tl_matrix_get_n_columns (const TlMatrix *self);
int tl_matrix_get_n_groups (const TlMatrix *self);
const TlMatrixRow *tl_matrix_get_row (const TlMatrix *self, int row);
const TlMatrixColumn *tl_matrix_get_column (const TlMatrix *self, int column);
const TlMatrixGroup *tl_matrix_get_group (const TlMatrix *self, int group);
double tl_matrix_get_columns_width (const TlMatrix *self);
int tl_matrix_find_column_at (const TlMatrix *self, double x);

guint tl_matrix_get_n_links (const TlMatrix *self);
double tl_matrix_get_days (const TlMatrix *self);
const TlMatrixCell *tl_matrix_get_cell (const TlMatrix *self, int row, int column);
const TlMatrixCell *tl_matrix_get_cells (const TlMatrix *self, int row, guint *n_cells);
int tl_matrix_find_filled (const TlMatrix *self, int row, int column, int down, int right);
TlItem *const *tl_matrix_get_links (const TlMatrix *self, const TlMatrixCell *cell);

int tl_matrix_find_row (const TlMatrix *self, TlItem *project);
int tl_matrix_find_column (const TlMatrix *self, TlItem *target);
int tl_matrix_find_group (const TlMatrix *self, TlItem *goal);

/* Words, translated and owned by the caller. */
char *tl_matrix_name_cell (const TlMatrix *self, int row, int column);
char *tl_matrix_name_row (const TlMatrix *self, int row);
char *tl_matrix_name_column (const TlMatrix *self, int column);
char *tl_matrix_name_group (const TlMatrix *self, int group);
char *tl_matrix_describe (const TlMatrix *self);

G_END_DECLS

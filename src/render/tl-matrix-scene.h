/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-matrix.h"
#include "tl-painter.h"
#include "tl-theme.h"

G_BEGIN_DECLS

/* What of a matrix is seen in a rectangle, in map units: titles and totals stay, the body scrolls
 * between them. */
typedef struct
{
  double width;
  double height;
  double row_head;    /* width of the titles of rows */
  double column_head; /* height of goals and titles of columns together */
  double band;        /* of that, the goals */
  double totals;      /* width of the totals of rows */
  double foot;        /* height of the totals of columns */
  double scroll_x;
  double scroll_y;
} TlMatrixFrame;

typedef enum
{
  TL_MATRIX_NOWHERE,
  TL_MATRIX_CELL,
  TL_MATRIX_ROW,    /* the title of a row, or its totals */
  TL_MATRIX_COLUMN, /* the title of a column, or its totals */
  TL_MATRIX_GROUP,  /* a goal over its columns, or its totals */
  TL_MATRIX_FOLD,   /* what folds a goal and unfolds it */
} TlMatrixPart;

typedef struct
{
  TlMatrixPart part;
  int row;    /* of a cell and of a row */
  int column; /* of a cell and of a column; of a group its first */
} TlMatrixSpot;

TlMatrixFrame tl_matrix_frame (const TlMatrix *matrix, double width, double height);
TlMatrixFrame tl_matrix_frame_whole (const TlMatrix *matrix);
TlRect tl_matrix_frame_get_body (const TlMatrixFrame *self);
double tl_matrix_get_rows_height (const TlMatrix *matrix);
double tl_matrix_get_row_height (void);

TlMatrixSpot tl_matrix_hit (const TlMatrix *matrix, const TlMatrixFrame *frame, TlPoint point);
TlRect
tl_matrix_get_rect (const TlMatrix *matrix, const TlMatrixFrame *frame, const TlMatrixSpot *spot);

void tl_matrix_paint (const TlMatrix *matrix,
                      const TlMatrixFrame *frame,
                      const TlTheme *theme,
                      TlPainter *painter,
                      gboolean with_names);

G_END_DECLS

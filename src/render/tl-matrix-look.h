/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-matrix-private.h"
#include "tl-matrix-scene.h"

G_BEGIN_DECLS

/* Measures that placing and drawing share, in map units. */
#define TL_MATRIX_ROW_HEIGHT 28.0
#define TL_MATRIX_FOOT_LINE 20.0
#define TL_MATRIX_FOLD_WIDTH 20.0 /* what folds a goal, at the end of its band */
#define TL_MATRIX_LEAST_FOLD 50.0 /* a narrower band has room for its badge only */
#define TL_MATRIX_LINKS_WIDTH 38.0
#define TL_MATRIX_INSET 12.0

/* What the parts of the picture are drawn with. */
typedef struct
{
  const TlMatrix *matrix;
  const TlMatrixFrame *frame;
  const TlTheme *theme;
  TlPainter *painter;
  gboolean with_names;
  int first_row; /* in sight */
  int end_row;
  int first_column;
  int end_column;
} TlMatrixPen;

/* tl-matrix-frame.c: where the parts of the matrix are in the picture. */
TlMatrixPen tl_matrix_pen (const TlMatrix *matrix, const TlMatrixFrame *frame);
TlRect tl_matrix_pen_get_row (const TlMatrixPen *pen, int row);
TlRect tl_matrix_pen_get_column (const TlMatrixPen *pen, int column);
TlRect tl_matrix_pen_get_group (const TlMatrixPen *pen, int group);

/* tl-matrix-scene.c */
TlColor tl_matrix_pen_get_hue (const TlMatrixPen *pen, int group);
const char *tl_matrix_pen_keep (const TlMatrixPen *pen, char *string);
void tl_matrix_pen_write (const TlMatrixPen *pen,
                          const char *string,
                          TlTextRole role,
                          TlAlign align,
                          TlRect line,
                          TlColor color);
void tl_matrix_pen_hatch (const TlMatrixPen *pen, TlRect rect);

/* tl-matrix-marks.c */
void tl_matrix_draw_mark (TlPainter *painter,
                          int strength,
                          gboolean is_straight,
                          gboolean is_closed,
                          TlPoint center,
                          TlColor color);
void tl_matrix_draw_legend (const TlMatrixPen *pen, TlRect rect);

/* tl-matrix-heads.c */
double tl_matrix_measure_row_head (const TlMatrixRow *row);
const char *tl_matrix_get_row_words (const TlMatrixRow *row);
gboolean tl_matrix_pen_has_words (const TlMatrixPen *pen);
void tl_matrix_draw_row_heads (const TlMatrixPen *pen);
void tl_matrix_draw_column_heads (const TlMatrixPen *pen);

/* tl-matrix-totals.c */
void tl_matrix_draw_row_totals (const TlMatrixPen *pen);
void tl_matrix_draw_column_totals (const TlMatrixPen *pen);

G_END_DECLS

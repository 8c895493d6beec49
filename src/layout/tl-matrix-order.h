/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_MATRIX_NO_GROUP (-1)

/* A filled place of a matrix that is empty elsewhere. */
typedef struct
{
  int row;
  int column;
} TlMatrixDot;

/* Orders are given by place: order[0] is the row, or the column, that comes first. */
void tl_matrix_order_cluster (const TlMatrixDot *dots,
                              int n_dots,
                              int n_rows,
                              int n_columns,
                              const int *groups,
                              int *row_order,
                              int *column_order);

G_END_DECLS

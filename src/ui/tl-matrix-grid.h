/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-matrix-scene.h"
#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_MATRIX_GRID (tl_matrix_grid_get_type ())
G_DECLARE_FINAL_TYPE (TlMatrixGrid, tl_matrix_grid, TL, MATRIX_GRID, GtkWidget)

/* The matrix itself, to stand in a scrolled window: titles and totals stay in sight. */
GtkWidget *tl_matrix_grid_new (void);

void tl_matrix_grid_set_session (TlMatrixGrid *self, TlSession *session);
void tl_matrix_grid_set_order (TlMatrixGrid *self, TlMatrixOrder order);
void tl_matrix_grid_set_shows_all (TlMatrixGrid *self, gboolean shows_all);
gboolean tl_matrix_grid_is_folded (TlMatrixGrid *self);
void tl_matrix_grid_fold_all (TlMatrixGrid *self, gboolean is_folded);
const TlMatrix *tl_matrix_grid_get_matrix (TlMatrixGrid *self);

G_END_DECLS

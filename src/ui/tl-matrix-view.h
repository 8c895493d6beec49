/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_MATRIX_VIEW (tl_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (TlMatrixView, tl_matrix_view, TL, MATRIX_VIEW, GtkWidget)

/* Projects against objectives, with what orders and folds them; an invitation while there is
 * nothing to show. */
GtkWidget *tl_matrix_view_new (void);
void tl_matrix_view_set_session (TlMatrixView *self, TlSession *session);

G_END_DECLS

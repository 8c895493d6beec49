/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include <glib/gi18n.h>

#include "tl-export-picture.h"
#include "tl-export-private.h"
#include "tl-matrix-scene.h"

#define MAX_COLUMNS 80 /* more objectives are folded to their goals */
#define MAX_ROWS 120   /* on one page of a PDF */

typedef struct
{
  const TlMatrix *matrix;
  TlMatrixFrame frame; /* of a page */
  int rows;            /* on a page */
} Drawing;

static void
paint (TlPainter *painter, guint page, gpointer user_data)
{
  const Drawing *drawing = user_data;
  TlMatrixFrame frame = drawing->frame;
  int first = (int) page * drawing->rows;
  int n = MIN (drawing->rows, tl_matrix_get_n_rows (drawing->matrix) - first);

  frame.scroll_y = first * tl_matrix_get_row_height ();
  frame.height += (n - drawing->rows) * tl_matrix_get_row_height ();
  tl_matrix_paint (drawing->matrix, &frame, tl_theme_get (TL_THEME_PAPER), painter, TRUE);
}

/* Objectives as far as they can be read; beyond that, goals. */
static TlMatrix *
create_matrix (TlAnalysis *analysis)
{
  TlMatrixOptions options = { .order = TL_MATRIX_BY_GOAL };
  TlMatrix *matrix = tl_matrix_new (analysis, &options);

  if (tl_matrix_get_n_columns (matrix) <= MAX_COLUMNS)
    return matrix;
  tl_matrix_free (matrix);
  options.fold_all = TRUE;
  return tl_matrix_new (analysis, &options);
}

/**
 * tl_export_matrix:
 * @analysis: what the matrix shows
 * @options: as "pdf", "svg" or "png"
 * @error: where the file could not be made; %TL_EXPORT_ERROR_SIZE when it had too many pixels
 *
 * Draws the matrix for paper, with its totals and its legend under the title of the workspace. A
 * long one goes on over pages of a PDF, each with titles and totals.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
tl_export_matrix (TlAnalysis *analysis, const TlExportOptions *options, GError **error)
{
  g_autoptr (TlMatrix) matrix = create_matrix (analysis);
  int n_rows = tl_matrix_get_n_rows (matrix);
  Drawing drawing = { matrix, tl_matrix_frame_whole (matrix), MAX (n_rows, 1) };
  TlExportPicture picture = { .name = C_ ("page", "Matrix"), .n_pages = 1, .paint = paint };

  if (g_str_equal (options->extension, "pdf") && n_rows > MAX_ROWS)
    {
      picture.n_pages = (guint) (n_rows + MAX_ROWS - 1) / MAX_ROWS;
      drawing.rows = MAX_ROWS;
    }
  drawing.frame.height += (drawing.rows - n_rows) * tl_matrix_get_row_height ();
  picture.width = drawing.frame.width;
  picture.height = drawing.frame.height;
  picture.user_data = &drawing;
  return tl_export_picture (&picture, analysis, options->extension, error);
}

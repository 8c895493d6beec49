/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-matrix-scene.h"

#include <glib/gi18n.h>

#include "tl-matrix-look.h"

#define DISPUTED_RADIUS 11.0

/**
 * tl_matrix_pen_get_hue:
 * @pen: with what
 * @group: a group
 *
 * Returns: the colour of its goal; a quiet one where there is no goal
 */
TlColor
tl_matrix_pen_get_hue (const TlMatrixPen *pen, int group)
{
  int hue = tl_matrix_get_group (pen->matrix, group)->hue;

  return hue != TL_MATRIX_NONE ? tl_theme_get_hue (pen->theme, (guint) hue) : pen->theme->quiet;
}

/**
 * tl_matrix_pen_keep:
 * @pen: with what
 * @string: (transfer full): a text
 *
 * A painter may keep what it has laid out as long as the text is at the same place, and so texts
 * last as long as the matrix.
 *
 * Returns: (transfer none): the text, at one place for all texts that are alike
 */
const char *
tl_matrix_pen_keep (const TlMatrixPen *pen, char *string)
{
  const char *kept = g_string_chunk_insert_const (pen->matrix->strings, string);

  g_free (string);
  return kept;
}

/**
 * tl_matrix_pen_write:
 * @pen: with what
 * @string: a text that lasts as long as the matrix
 * @role: what it is for
 * @align: to which side
 * @line: where; the text stands in the middle of its height
 * @color: of the text
 *
 * Writes one line, which ends in an ellipsis where it is too long.
 */
void
tl_matrix_pen_write (const TlMatrixPen *pen,
                     const char *string,
                     TlTextRole role,
                     TlAlign align,
                     TlRect line,
                     TlColor color)
{
  TlText text = {
    .string = string,
    .role = role,
    .align = align,
    .width = line.width,
    .max_lines = 1,
    .color = color,
  };

  if (line.width > 0)
    tl_painter_draw_text (pen->painter, &text,
                          tl_point (line.x,
                                    line.y
                                        + (line.height - tl_text_role_get_line_height (role)) / 2));
}

/**
 * tl_matrix_pen_hatch:
 * @pen: with what
 * @rect: where
 *
 * Lays the ground of what needs a decision.
 */
void
tl_matrix_pen_hatch (const TlMatrixPen *pen, TlRect rect)
{
  tl_painter_fill_rect (pen->painter, rect, 0, pen->theme->amber_ground);
  tl_painter_hatch_rect (pen->painter, rect, 0, 14, tl_stroke (4.5), pen->theme->amber_hatch);
}

/* The stripes of what is empty, under the lines. */
static void
draw_stripes (const TlMatrixPen *pen)
{
  TlRect body = tl_matrix_frame_get_body (pen->frame);
  double right = MIN (body.x + body.width,
                      body.x + tl_matrix_get_columns_width (pen->matrix) - pen->frame->scroll_x);
  double bottom = MIN (body.y + body.height,
                       body.y + tl_matrix_get_rows_height (pen->matrix) - pen->frame->scroll_y);

  for (int i = pen->first_row; i < pen->end_row; i++)
    {
      const TlMatrixRow *line = tl_matrix_get_row (pen->matrix, i);
      TlRect row = tl_matrix_pen_get_row (pen, i);

      row.width = right - row.x;
      if (line->sign != NULL && line->n_links == 0)
        tl_painter_fill_rect (pen->painter, row, 0, pen->theme->amber_ground);
    }
  for (int i = pen->first_column; i < pen->end_column; i++)
    {
      const TlMatrixColumn *head = tl_matrix_get_column (pen->matrix, i);
      TlRect column = tl_matrix_pen_get_column (pen, i);

      column.height = bottom - column.y;
      if (head->sign != NULL && head->n_projects == 0)
        tl_painter_fill_rect (pen->painter, column, 0, pen->theme->amber_ground);
      else if (head->is_goal)
        tl_painter_fill_rect (pen->painter, column, 0,
                              tl_color_with_alpha (tl_matrix_pen_get_hue (pen, head->group), 0.06));
    }
}

static void
draw_lines (const TlMatrixPen *pen)
{
  TlRect body = tl_matrix_frame_get_body (pen->frame);
  double right = MIN (body.width, tl_matrix_get_columns_width (pen->matrix) - pen->frame->scroll_x);
  double bottom = MIN (body.height, tl_matrix_get_rows_height (pen->matrix) - pen->frame->scroll_y);
  TlColor line = tl_color_with_alpha (pen->theme->border, 0.6);

  for (int i = pen->first_row; i < pen->end_row; i++)
    tl_painter_fill_rect (pen->painter,
                          tl_rect (body.x,
                                   tl_matrix_pen_get_row (pen, i).y + TL_MATRIX_ROW_HEIGHT - 1,
                                   right, 1),
                          0, line);
  for (int i = pen->first_column; i < pen->end_column; i++)
    {
      TlRect column = tl_matrix_pen_get_column (pen, i);
      const TlMatrixColumn *head = tl_matrix_get_column (pen->matrix, i);
      const TlMatrixGroup *group = tl_matrix_get_group (pen->matrix, head->group);
      gboolean is_last = i == group->first_column + group->n_columns - 1;

      tl_painter_fill_rect (pen->painter, tl_rect (column.x + column.width - 1, body.y, 1, bottom),
                            0,
                            is_last ? tl_color_mix (pen->theme->border, pen->theme->quiet, 0.5)
                                    : line);
    }
}

/* What is wrong with a row that is empty stands in it, where its title has no room for that. */
static void
draw_words (const TlMatrixPen *pen, int index)
{
  const TlMatrixRow *row = tl_matrix_get_row (pen->matrix, index);
  const char *words = tl_matrix_get_row_words (row);
  TlRect rect = tl_matrix_pen_get_row (pen, index);

  if (words == NULL || row->n_links > 0 || tl_matrix_pen_has_words (pen))
    return;
  rect.x += 8;
  rect.width -= 8;
  tl_matrix_pen_write (pen, words, TL_TEXT_DETAIL, TL_ALIGN_START, rect,
                       row->sign != NULL ? pen->theme->amber : pen->theme->quiet);
}

static void
draw_ground (const TlMatrixPen *pen)
{
  TlRect all = tl_rect (0, 0, pen->frame->width, pen->frame->height);
  TlPainterItem item = { "matrix", C_ ("spoken", "Matrix"), NULL, NULL, TL_ENTRY_DECORATION, all };

  tl_painter_begin_item (pen->painter, &item);
  tl_painter_fill_rect (pen->painter, all, 0, pen->theme->canvas);
  draw_stripes (pen);
  draw_lines (pen);
  for (int i = pen->first_row; i < pen->end_row; i++)
    draw_words (pen, i);
  tl_painter_end_item (pen->painter);
}

/* How many links a place stands for, when it is more than one. */
static void
draw_count (const TlMatrixPen *pen, const TlMatrixCell *cell, TlRect rect)
{
  if (cell->n_links < 2)
    return;
  rect.x += rect.width / 2 + 12;
  rect.width = 20;
  tl_matrix_pen_write (pen, tl_matrix_pen_keep (pen, g_strdup_printf ("%u", cell->n_links)),
                       TL_TEXT_DETAIL, TL_ALIGN_START, rect, pen->theme->quiet);
}

static void
draw_disputed (const TlMatrixPen *pen, TlPoint center)
{
  tl_painter_stroke_rect (pen->painter,
                          tl_rect (center.x - DISPUTED_RADIUS, center.y - DISPUTED_RADIUS,
                                   2 * DISPUTED_RADIUS, 2 * DISPUTED_RADIUS),
                          DISPUTED_RADIUS, tl_stroke_dashed (1.25, 3, 2.5), pen->theme->quiet);
}

static void
draw_cell_marks (const TlMatrixPen *pen, const TlMatrixCell *cell, TlRect rect)
{
  const TlMatrixColumn *column = tl_matrix_get_column (pen->matrix, cell->column);
  const TlMatrixRow *row = tl_matrix_get_row (pen->matrix, cell->row);
  TlPoint center = tl_rect_get_center (rect);
  TlColor hue = tl_matrix_pen_get_hue (pen, column->group);
  gboolean is_straight = cell->n_straight == cell->n_links;

  if (row->standing == TL_STANDING_UNCOUNTED)
    hue = pen->theme->quiet;
  tl_matrix_draw_mark (pen->painter, cell->strength, is_straight, cell->is_closed, center, hue);
  if (cell->n_straight > 0 && !is_straight)
    tl_matrix_draw_mark (pen->painter, TL_STRENGTH_WEAK, TRUE, FALSE,
                         tl_point (rect.x + 11, center.y), hue);
  if (cell->is_disputed)
    draw_disputed (pen, center);
  draw_count (pen, cell, rect);
}

static void
draw_cell (const TlMatrixPen *pen, const TlMatrixCell *cell)
{
  TlMatrixSpot spot = { TL_MATRIX_CELL, cell->row, cell->column };
  TlRect rect = tl_matrix_get_rect (pen->matrix, pen->frame, &spot);
  TlItem *link = tl_matrix_get_links (pen->matrix, cell)[0];
  g_autofree char *name
      = pen->with_names ? tl_matrix_name_cell (pen->matrix, cell->row, cell->column) : NULL;
  TlPainterItem item = { tl_item_get_id (link), name, NULL, NULL, TL_ENTRY_LINK, rect };

  if (pen->with_names)
    tl_painter_begin_item (pen->painter, &item);
  draw_cell_marks (pen, cell, rect);
  if (pen->with_names)
    tl_painter_end_item (pen->painter);
}

static void
draw_cells (const TlMatrixPen *pen)
{
  tl_painter_begin_group (pen->painter, C_ ("matrix", "Links"));
  for (int row = pen->first_row; row < pen->end_row; row++)
    {
      guint n;
      const TlMatrixCell *cells = tl_matrix_get_cells (pen->matrix, row, &n);

      for (guint i = 0; i < n; i++)
        if (cells[i].column >= pen->first_column && cells[i].column < pen->end_column)
          draw_cell (pen, &cells[i]);
    }
  tl_painter_end_group (pen->painter);
}

static char *
dup_size (const TlMatrix *matrix)
{
  int n_columns = tl_matrix_get_n_columns (matrix);
  int n_goals = 0;

  for (int i = 0; i < n_columns; i++)
    n_goals += tl_matrix_get_column (matrix, i)->is_goal ? 1 : 0;
  if (n_goals == 0)
    return g_strdup_printf (C_ ("matrix", "Projects: %d · Objectives: %d"),
                            tl_matrix_get_n_rows (matrix), n_columns);
  if (n_goals == n_columns)
    return g_strdup_printf (C_ ("matrix", "Projects: %d · Goals: %d"),
                            tl_matrix_get_n_rows (matrix), n_columns);
  return g_strdup_printf (C_ ("matrix", "Projects: %d · Columns: %d"),
                          tl_matrix_get_n_rows (matrix), n_columns);
}

static void
draw_corner (const TlMatrixPen *pen)
{
  const TlMatrixFrame *frame = pen->frame;
  TlRect rect = tl_rect (0, 0, frame->row_head, frame->column_head);
  const char *size = tl_matrix_pen_keep (pen, dup_size (pen->matrix));
  TlPainterItem item = { "legend", C_ ("spoken", "Legend"), NULL, NULL, TL_ENTRY_LEGEND, rect };

  tl_painter_begin_item (pen->painter, &item);
  tl_painter_fill_rect (pen->painter, rect, 0, pen->theme->canvas);
  tl_matrix_pen_write (pen, size, TL_TEXT_STRONG, TL_ALIGN_START,
                       tl_rect (TL_MATRIX_INSET, 0, rect.width - 2 * TL_MATRIX_INSET, frame->band),
                       pen->theme->text);
  tl_matrix_draw_legend (pen, tl_rect (0, frame->band, rect.width, rect.height - frame->band));
  tl_painter_fill_rect (pen->painter, tl_rect (0, rect.height - 1, rect.width, 1), 0,
                        pen->theme->border);
  tl_painter_end_item (pen->painter);
}

/**
 * tl_matrix_paint:
 * @matrix: a matrix
 * @frame: how it is seen
 * @theme: colours
 * @painter: where to paint, with its origin in the corner of the frame
 * @with_names: whether @painter needs to know what each thing is
 *
 * Paints what is in sight, and nothing else: it costs what the frame holds, however large the
 * matrix is. Titles and totals are painted over what has scrolled below them.
 */
void
tl_matrix_paint (const TlMatrix *matrix,
                 const TlMatrixFrame *frame,
                 const TlTheme *theme,
                 TlPainter *painter,
                 gboolean with_names)
{
  TlMatrixPen pen;

  g_return_if_fail (matrix != NULL && frame != NULL && theme != NULL);

  pen = tl_matrix_pen (matrix, frame);
  pen.theme = theme;
  pen.painter = painter;
  pen.with_names = with_names;
  draw_ground (&pen);
  draw_cells (&pen);
  tl_matrix_draw_row_heads (&pen);
  tl_matrix_draw_row_totals (&pen);
  tl_matrix_draw_column_heads (&pen);
  tl_matrix_draw_column_totals (&pen);
  draw_corner (&pen);
}

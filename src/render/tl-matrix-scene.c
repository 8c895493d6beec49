/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-matrix-scene.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-matrix-look.h"

#define BAND_HEIGHT 40.0
#define TITLES_HEIGHT 156.0
#define LOW_TITLES_HEIGHT 104.0 /* in a low window */
#define LOW_HEIGHT 460.0
#define ROW_HEAD_SHARE 0.36
#define LEAST_ROW_HEAD 124.0
#define ROW_HEAD 272.0
#define WHOLE_TITLES_HEIGHT 190.0 /* on paper nothing can be pointed at for more */
#define WHOLE_ROW_HEAD 560.0
#define DAYS_WIDTH 54.0
#define NARROW_WIDTH 520.0 /* below, a row has no room for two totals */
#define FOOT_LINES 3

#define DISPUTED_RADIUS 11.0

static TlMatrixFrame
create_frame (double row_head, double titles, double totals)
{
  return (TlMatrixFrame) {
    .row_head = row_head,
    .column_head = BAND_HEIGHT + titles,
    .band = BAND_HEIGHT,
    .totals = totals,
    .foot = FOOT_LINES * TL_MATRIX_FOOT_LINE + 4,
  };
}

/**
 * tl_matrix_frame:
 * @matrix: a matrix
 * @width: of the rectangle, in map units
 * @height: of the rectangle
 *
 * Returns: how the rectangle is divided, scrolled to the beginning
 */
TlMatrixFrame
tl_matrix_frame (const TlMatrix *matrix, double width, double height)
{
  gboolean is_narrow = width < NARROW_WIDTH;
  TlMatrixFrame frame
      = create_frame (floor (CLAMP (width * ROW_HEAD_SHARE, LEAST_ROW_HEAD, ROW_HEAD)),
                      height < LOW_HEIGHT ? LOW_TITLES_HEIGHT : TITLES_HEIGHT,
                      is_narrow ? DAYS_WIDTH : TL_MATRIX_LINKS_WIDTH + DAYS_WIDTH);

  frame.width = width;
  frame.height = height;
  return frame;
}

/* As wide as the longest title, within reason. */
static double
measure_row_heads (const TlMatrix *matrix)
{
  double width = ROW_HEAD;

  for (int i = 0; i < tl_matrix_get_n_rows (matrix) && width < WHOLE_ROW_HEAD; i++)
    width = MAX (width, tl_matrix_measure_row_head (tl_matrix_get_row (matrix, i)));
  return MIN (ceil (width), WHOLE_ROW_HEAD);
}

/**
 * tl_matrix_frame_whole:
 * @matrix: a matrix
 *
 * Returns: a rectangle in which all of it is seen
 */
TlMatrixFrame
tl_matrix_frame_whole (const TlMatrix *matrix)
{
  TlMatrixFrame frame = create_frame (measure_row_heads (matrix), WHOLE_TITLES_HEIGHT,
                                      TL_MATRIX_LINKS_WIDTH + DAYS_WIDTH);

  frame.width = frame.row_head + tl_matrix_get_columns_width (matrix) + frame.totals;
  frame.height = frame.column_head + tl_matrix_get_rows_height (matrix) + frame.foot;
  return frame;
}

/**
 * tl_matrix_frame_get_body:
 * @self: a frame
 *
 * Returns: where its places are seen
 */
TlRect
tl_matrix_frame_get_body (const TlMatrixFrame *self)
{
  return tl_rect (self->row_head, self->column_head,
                  MAX (self->width - self->row_head - self->totals, 0),
                  MAX (self->height - self->column_head - self->foot, 0));
}

double
tl_matrix_get_row_height (void)
{
  return TL_MATRIX_ROW_HEIGHT;
}

/**
 * tl_matrix_get_rows_height:
 * @matrix: a matrix
 *
 * Returns: of all rows together, in map units
 */
double
tl_matrix_get_rows_height (const TlMatrix *matrix)
{
  return tl_matrix_get_n_rows (matrix) * TL_MATRIX_ROW_HEIGHT;
}

static TlMatrixPen
create_pen (const TlMatrix *matrix, const TlMatrixFrame *frame)
{
  TlRect body = tl_matrix_frame_get_body (frame);
  TlMatrixPen pen = { .matrix = matrix, .frame = frame };
  int n_rows = tl_matrix_get_n_rows (matrix);

  pen.first_row = CLAMP ((int) floor (frame->scroll_y / TL_MATRIX_ROW_HEIGHT), 0, n_rows);
  pen.end_row = CLAMP ((int) ceil ((frame->scroll_y + body.height) / TL_MATRIX_ROW_HEIGHT),
                       pen.first_row, n_rows);
  if (tl_matrix_get_n_columns (matrix) == 0)
    return pen;
  pen.first_column = tl_matrix_find_column_at (matrix, frame->scroll_x);
  pen.end_column = tl_matrix_find_column_at (matrix, frame->scroll_x + body.width) + 1;
  return pen;
}

/* Places. */

TlRect
tl_matrix_pen_get_row (const TlMatrixPen *pen, int row)
{
  TlRect body = tl_matrix_frame_get_body (pen->frame);

  return tl_rect (body.x, body.y + row * TL_MATRIX_ROW_HEIGHT - pen->frame->scroll_y, body.width,
                  TL_MATRIX_ROW_HEIGHT);
}

TlRect
tl_matrix_pen_get_column (const TlMatrixPen *pen, int column)
{
  const TlMatrixColumn *head = tl_matrix_get_column (pen->matrix, column);
  TlRect body = tl_matrix_frame_get_body (pen->frame);

  return tl_rect (body.x + head->x - pen->frame->scroll_x, body.y, head->width, body.height);
}

TlRect
tl_matrix_pen_get_group (const TlMatrixPen *pen, int group)
{
  const TlMatrixGroup *head = tl_matrix_get_group (pen->matrix, group);
  TlRect first = tl_matrix_pen_get_column (pen, head->first_column);
  TlRect last = tl_matrix_pen_get_column (pen, head->first_column + head->n_columns - 1);

  return tl_rect (first.x, first.y, last.x + last.width - first.x, first.height);
}

/* What is seen of it between the titles and the totals. */
static TlRect
clip_to_body (const TlMatrixFrame *frame, TlRect rect)
{
  TlRect body = tl_matrix_frame_get_body (frame);
  double x = MAX (rect.x, body.x);

  return tl_rect (x, rect.y, MIN (rect.x + rect.width, body.x + body.width) - x, rect.height);
}

static TlRect
get_fold_rect (const TlMatrixPen *pen, int group)
{
  TlRect rect = clip_to_body (pen->frame, tl_matrix_pen_get_group (pen, group));

  if (rect.width < 2 * TL_MATRIX_FOLD_WIDTH)
    return tl_rect (0, 0, 0, 0);
  return tl_rect (rect.x + rect.width - TL_MATRIX_FOLD_WIDTH, 0, TL_MATRIX_FOLD_WIDTH,
                  pen->frame->band);
}

/**
 * tl_matrix_hit:
 * @matrix: a matrix
 * @frame: how it is seen
 * @point: from the corner of the frame
 *
 * Returns: what is there
 */
TlMatrixSpot
tl_matrix_hit (const TlMatrix *matrix, const TlMatrixFrame *frame, TlPoint point)
{
  TlMatrixSpot spot = { TL_MATRIX_NOWHERE, TL_MATRIX_NONE, TL_MATRIX_NONE };
  TlMatrixPen pen = create_pen (matrix, frame);
  TlRect body = tl_matrix_frame_get_body (frame);
  double x = point.x - body.x + frame->scroll_x;
  double y = point.y - body.y + frame->scroll_y;
  gboolean in_columns = point.x >= body.x && point.x < body.x + body.width
                        && x < tl_matrix_get_columns_width (matrix);
  gboolean in_rows = point.y >= body.y && point.y < body.y + body.height
                     && y < tl_matrix_get_rows_height (matrix);
  int group;

  if (in_rows)
    spot.row = (int) (y / TL_MATRIX_ROW_HEIGHT);
  if (in_columns)
    spot.column = tl_matrix_find_column_at (matrix, x);
  if (in_rows && in_columns)
    spot.part = TL_MATRIX_CELL;
  else if (in_rows && (point.x < body.x || point.x >= body.x + body.width))
    spot.part = TL_MATRIX_ROW;
  if (in_rows || !in_columns || point.y < 0 || point.y >= frame->height)
    return spot;
  spot.part = TL_MATRIX_COLUMN;
  if (point.y >= body.y && point.y < body.y + body.height)
    spot.part = TL_MATRIX_NOWHERE;
  else if (point.y < frame->band || point.y >= frame->height - TL_MATRIX_FOOT_LINE)
    {
      group = tl_matrix_get_column (matrix, spot.column)->group;
      spot.part = tl_rect_contains (get_fold_rect (&pen, group), point) ? TL_MATRIX_FOLD
                                                                        : TL_MATRIX_GROUP;
      spot.column = tl_matrix_get_group (matrix, group)->first_column;
    }
  return spot;
}

/**
 * tl_matrix_get_rect:
 * @matrix: a matrix
 * @frame: how it is seen
 * @spot: a place in it
 *
 * Returns: where that is, seen or not; of a row or column its title, of a goal what is seen of it
 */
TlRect
tl_matrix_get_rect (const TlMatrix *matrix, const TlMatrixFrame *frame, const TlMatrixSpot *spot)
{
  TlMatrixPen pen = create_pen (matrix, frame);
  TlRect rect = tl_rect (0, 0, 0, 0);

  switch (spot->part)
    {
    case TL_MATRIX_CELL:
      rect = tl_matrix_pen_get_column (&pen, spot->column);
      rect.y = tl_matrix_pen_get_row (&pen, spot->row).y;
      rect.height = TL_MATRIX_ROW_HEIGHT;
      break;
    case TL_MATRIX_ROW:
      rect = tl_matrix_pen_get_row (&pen, spot->row);
      rect.x = 0;
      rect.width = frame->row_head;
      break;
    case TL_MATRIX_COLUMN:
      rect = tl_matrix_pen_get_column (&pen, spot->column);
      rect.y = frame->band;
      rect.height = frame->column_head - frame->band;
      break;
    case TL_MATRIX_GROUP:
    case TL_MATRIX_FOLD:
      rect
          = clip_to_body (frame,
                          tl_matrix_pen_get_group (&pen, tl_matrix_get_column (matrix, spot->column)
                                                             ->group));
      rect.y = 0;
      rect.height = frame->band;
      break;
    case TL_MATRIX_NOWHERE:
    default:
      break;
    }
  return rect;
}

/* Drawing. */

TlColor
tl_matrix_pen_get_hue (const TlMatrixPen *pen, int group)
{
  int hue = tl_matrix_get_group (pen->matrix, group)->hue;

  return hue != TL_MATRIX_NONE ? tl_theme_get_hue (pen->theme, (guint) hue) : pen->theme->quiet;
}

/* A painter may keep what it has laid out as long as the text is at the same place, so texts last
 * as long as the matrix does. */
const char *
tl_matrix_pen_keep (const TlMatrixPen *pen, char *string)
{
  const char *kept = g_string_chunk_insert_const (pen->matrix->strings, string);

  g_free (string);
  return kept;
}

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
      TlRect row = tl_matrix_pen_get_row (pen, i);

      row.width = right - row.x;
      if (tl_matrix_get_row (pen->matrix, i)->sign != NULL)
        tl_painter_fill_rect (pen->painter, row, 0, pen->theme->amber_ground);
    }
  for (int i = pen->first_column; i < pen->end_column; i++)
    {
      const TlMatrixColumn *head = tl_matrix_get_column (pen->matrix, i);
      TlRect column = tl_matrix_pen_get_column (pen, i);

      column.height = bottom - column.y;
      if (head->sign != NULL)
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

  pen = create_pen (matrix, frame);
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

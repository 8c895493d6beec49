/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

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

/**
 * tl_matrix_get_row_height:
 *
 * Returns: of each row, in map units
 */
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

/**
 * tl_matrix_pen:
 * @matrix: a matrix
 * @frame: how it is seen
 *
 * Returns: a pen that knows what is in sight, without colours and painter
 */
TlMatrixPen
tl_matrix_pen (const TlMatrix *matrix, const TlMatrixFrame *frame)
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

/**
 * tl_matrix_pen_get_row:
 * @pen: with what
 * @row: a row
 *
 * Returns: where its places are
 */
TlRect
tl_matrix_pen_get_row (const TlMatrixPen *pen, int row)
{
  TlRect body = tl_matrix_frame_get_body (pen->frame);

  return tl_rect (body.x, body.y + row * TL_MATRIX_ROW_HEIGHT - pen->frame->scroll_y, body.width,
                  TL_MATRIX_ROW_HEIGHT);
}

/**
 * tl_matrix_pen_get_column:
 * @pen: with what
 * @column: a column
 *
 * Returns: where its places are, from the top of the body to its foot
 */
TlRect
tl_matrix_pen_get_column (const TlMatrixPen *pen, int column)
{
  const TlMatrixColumn *head = tl_matrix_get_column (pen->matrix, column);
  TlRect body = tl_matrix_frame_get_body (pen->frame);

  return tl_rect (body.x + head->x - pen->frame->scroll_x, body.y, head->width, body.height);
}

/**
 * tl_matrix_pen_get_group:
 * @pen: with what
 * @group: a group
 *
 * Returns: where the places of its columns are
 */
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

  if (rect.width < TL_MATRIX_LEAST_FOLD)
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
  TlMatrixPen pen = tl_matrix_pen (matrix, frame);
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
  TlMatrixPen pen = tl_matrix_pen (matrix, frame);
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

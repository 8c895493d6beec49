/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <glib/gi18n.h>

#include "tl-map.h"
#include "tl-matrix-look.h"

#define MARK_CENTER 13.0 /* of a project, from the left */
#define TITLE_START 26.0
#define SIGN_WIDTH 14.0
#define WORDS_WIDTH 260.0 /* of a head; a narrower one has no room for words behind a sign */
#define HUE_LINE 3.0
#define BAND_LINES 2
#define LEAST_BAND_TITLE 48.0 /* narrower, a title is more dots than letters */
#define ESTIMATE_SLACK 1.06   /* estimated widths are a little short at times */

/* Rows. */

/**
 * tl_matrix_get_row_words:
 * @row: a row
 *
 * Returns: (transfer none) (nullable): what there is to say of it besides its title
 */
const char *
tl_matrix_get_row_words (const TlMatrixRow *row)
{
  if (row->sign != NULL)
    return row->sign;
  if (row->standing == TL_STANDING_MANDATE)
    return C_ ("matrix", "Mandated");
  return row->standing == TL_STANDING_UNCOUNTED ? C_ ("matrix", "Not counted") : NULL;
}

/**
 * tl_matrix_pen_has_words:
 * @pen: with what
 *
 * Returns: whether titles of rows have room for words behind them
 */
gboolean
tl_matrix_pen_has_words (const TlMatrixPen *pen)
{
  return pen->frame->row_head >= WORDS_WIDTH;
}

static double
measure_words (const char *words)
{
  return tl_text_estimate_width (words, TL_TEXT_DETAIL) * ESTIMATE_SLACK + 4;
}

/* Words and sign at the end of the line; returns how much of it they take. */
static double
draw_words (const TlMatrixPen *pen, const TlMatrixRow *row, TlRect line)
{
  const char *words = tl_matrix_get_row_words (row);
  gboolean is_alarm = row->sign != NULL;
  TlColor color = is_alarm ? pen->theme->amber : pen->theme->quiet;
  double width = is_alarm ? SIGN_WIDTH : 0;
  double right = line.x + line.width;

  if (words == NULL)
    return 0;
  if (tl_matrix_pen_has_words (pen))
    {
      double words_width = measure_words (words);

      tl_matrix_pen_write (pen, words, TL_TEXT_DETAIL, TL_ALIGN_END,
                           tl_rect (right - words_width, line.y, words_width, line.height), color);
      width += words_width;
    }
  if (is_alarm)
    tl_map_draw_sign (pen->painter,
                      tl_point (right - width + SIGN_WIDTH / 2, line.y + line.height / 2), color);
  return width + 6;
}

static void
draw_row_head (const TlMatrixPen *pen, int index)
{
  const TlMatrixRow *row = tl_matrix_get_row (pen->matrix, index);
  TlMatrixSpot spot = { TL_MATRIX_ROW, index, TL_MATRIX_NONE };
  TlRect rect = tl_matrix_get_rect (pen->matrix, pen->frame, &spot);
  TlRect line = tl_rect (TITLE_START, rect.y, rect.width - TITLE_START - 8, rect.height);
  TlColor ink = row->standing == TL_STANDING_UNCOUNTED ? pen->theme->quiet : pen->theme->text;

  if (row->sign != NULL)
    tl_matrix_pen_hatch (pen, rect);
  else
    tl_painter_fill_rect (pen->painter, rect, 0, pen->theme->surface);
  tl_painter_fill_rect (pen->painter, tl_rect (0, rect.y + rect.height - 1, rect.width, 1), 0,
                        tl_color_with_alpha (pen->theme->border, 0.6));
  tl_map_draw_mark (pen->painter, tl_item_get_choice (row->item, TL_PROJECT_WORK_CATEGORY),
                    tl_point (MARK_CENTER, rect.y + rect.height / 2), pen->theme->quiet);
  line.width -= draw_words (pen, row, line);
  tl_matrix_pen_write (pen, row->title, TL_TEXT_BODY, TL_ALIGN_START, line, ink);
}

/**
 * tl_matrix_measure_row_head:
 * @row: a row
 *
 * Returns: how wide its head would have to be for all that is written there
 */
double
tl_matrix_measure_row_head (const TlMatrixRow *row)
{
  const char *words = tl_matrix_get_row_words (row);
  double width
      = TITLE_START + 8 + 4 + tl_text_estimate_width (row->title, TL_TEXT_BODY) * ESTIMATE_SLACK;

  if (words != NULL)
    width += SIGN_WIDTH + 6 + measure_words (words);
  return width;
}

/**
 * tl_matrix_draw_row_heads:
 * @pen: with what
 *
 * Draws the titles of the rows in sight, those marked that serve nothing.
 */
void
tl_matrix_draw_row_heads (const TlMatrixPen *pen)
{
  const TlMatrixFrame *frame = pen->frame;
  TlRect body = tl_matrix_frame_get_body (frame);
  TlPainterItem ground
      = { "matrix:rows", _ ("Projects"),      NULL,
          NULL,          TL_ENTRY_DECORATION, tl_rect (0, body.y, frame->row_head, body.height) };

  tl_painter_begin_group (pen->painter, _ ("Projects"));
  tl_painter_begin_item (pen->painter, &ground);
  tl_painter_fill_rect (pen->painter, ground.bounds, 0, pen->theme->canvas);
  tl_painter_end_item (pen->painter);
  for (int i = pen->first_row; i < pen->end_row; i++)
    {
      TlMatrixSpot spot = { TL_MATRIX_ROW, i, TL_MATRIX_NONE };
      const TlMatrixRow *row = tl_matrix_get_row (pen->matrix, i);
      g_autofree char *name = pen->with_names ? tl_matrix_name_row (pen->matrix, i) : NULL;
      TlPainterItem item
          = { row->id, name,          row->title,
              NULL,    TL_ENTRY_CARD, tl_matrix_get_rect (pen->matrix, frame, &spot) };

      if (pen->with_names)
        tl_painter_begin_item (pen->painter, &item);
      draw_row_head (pen, i);
      if (pen->with_names)
        tl_painter_end_item (pen->painter);
    }
  tl_painter_end_group (pen->painter);
}

/* Goals. */

static double
draw_badge (const TlMatrixPen *pen, const TlMatrixGroup *group, TlColor hue, double x)
{
  const char *digits;
  double width;
  TlRect rect;

  if (group->rank == 0)
    return 0;
  digits = tl_matrix_pen_keep (pen, g_strdup_printf ("%u", group->rank));
  width = MAX (20, tl_text_estimate_width (digits, TL_TEXT_STRONG) + 12);
  rect = tl_rect (x, (pen->frame->band - HUE_LINE - 16) / 2, width, 16);
  tl_painter_fill_rect (pen->painter, rect, 8, hue);
  tl_matrix_pen_write (pen, digits, TL_TEXT_STRONG, TL_ALIGN_CENTER, rect, tl_theme_get_ink (hue));
  return width + 6;
}

/* A triangle that points down where columns are open, and to the side where they are folded. */
static void
draw_fold (const TlMatrixPen *pen, gboolean is_folded, TlPoint center)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();

  if (is_folded)
    {
      tl_path_builder_move_to (builder, center.x - 2.5, center.y - 4.5);
      tl_path_builder_line_to (builder, center.x + 2.5, center.y);
      tl_path_builder_line_to (builder, center.x - 2.5, center.y + 4.5);
    }
  else
    {
      tl_path_builder_move_to (builder, center.x - 4.5, center.y - 2.5);
      tl_path_builder_line_to (builder, center.x, center.y + 2.5);
      tl_path_builder_line_to (builder, center.x + 4.5, center.y - 2.5);
    }
  tl_painter_stroke_path (pen->painter, tl_path_builder_get_path (builder), tl_stroke (1.5),
                          pen->theme->quiet);
}

static void
draw_band_title (const TlMatrixPen *pen, const char *title, TlRect rect)
{
  int n_lines = tl_text_estimate_lines (title, TL_TEXT_STRONG, rect.width, BAND_LINES);
  double height = n_lines * tl_text_role_get_line_height (TL_TEXT_STRONG);
  TlText text = {
    .string = title,
    .role = TL_TEXT_STRONG,
    .width = rect.width,
    .max_lines = BAND_LINES,
    .color = pen->theme->text,
  };

  tl_painter_draw_text (pen->painter, &text,
                        tl_point (rect.x, rect.y + (rect.height - height) / 2));
}

static void
draw_band (const TlMatrixPen *pen, int index, TlRect rect)
{
  const TlMatrixGroup *group = tl_matrix_get_group (pen->matrix, index);
  TlColor hue = tl_matrix_pen_get_hue (pen, index);
  double middle = (rect.height - HUE_LINE) / 2;
  double left = rect.x + (rect.width < TL_MATRIX_FOLDED_WIDTH ? 6 : 8);
  double right = rect.x + rect.width - 4;

  tl_painter_fill_rect (pen->painter, rect, 0,
                        tl_color_over (tl_color_with_alpha (hue, 0.1), pen->theme->surface));
  tl_painter_fill_rect (pen->painter,
                        tl_rect (rect.x, rect.y + rect.height - HUE_LINE, rect.width - 1, HUE_LINE),
                        0, hue);
  left += draw_badge (pen, group, hue, left);
  if (rect.width >= TL_MATRIX_LEAST_FOLD)
    {
      right = rect.x + rect.width - TL_MATRIX_FOLD_WIDTH;
      draw_fold (pen, group->is_folded, tl_point (right + TL_MATRIX_FOLD_WIDTH / 2 - 2, middle));
    }
  if (group->sign != NULL && right - left >= SIGN_WIDTH)
    {
      tl_map_draw_sign (pen->painter, tl_point (left + 4, middle), pen->theme->amber);
      left += SIGN_WIDTH;
    }
  if (right - left >= LEAST_BAND_TITLE)
    draw_band_title (pen, group->title,
                     tl_rect (left, rect.y, right - left, rect.height - HUE_LINE));
}

static void
draw_bands (const TlMatrixPen *pen)
{
  int group = TL_MATRIX_NONE;

  for (int i = pen->first_column; i < pen->end_column; i++)
    {
      TlMatrixSpot spot = { TL_MATRIX_GROUP, TL_MATRIX_NONE, i };
      TlRect rect;
      TlPainterItem item;
      g_autofree char *name = NULL;
      g_autofree char *id = NULL;

      if (tl_matrix_get_column (pen->matrix, i)->group == group)
        continue;
      group = tl_matrix_get_column (pen->matrix, i)->group;
      rect = tl_matrix_get_rect (pen->matrix, pen->frame, &spot);
      if (pen->with_names)
        {
          name = tl_matrix_name_group (pen->matrix, group);
          id = g_strconcat ("matrix:goal:", tl_matrix_get_group (pen->matrix, group)->id, NULL);
          item = (TlPainterItem) {
            id, name, tl_matrix_get_group (pen->matrix, group)->title, NULL, TL_ENTRY_HEADER, rect
          };
          tl_painter_begin_item (pen->painter, &item);
        }
      draw_band (pen, group, rect);
      if (pen->with_names)
        tl_painter_end_item (pen->painter);
    }
}

/* Columns. */

static void
draw_turned (const TlMatrixPen *pen, const TlMatrixColumn *column, TlRect rect)
{
  double line = tl_text_role_get_line_height (TL_TEXT_DETAIL);
  gboolean is_alarm = column->sign != NULL;
  int n_lines = column->width >= TL_MATRIX_FOLDED_WIDTH ? 3 : 2;
  double start = is_alarm ? SIGN_WIDTH + 2 : 0;
  TlText text = {
    .string = column->is_goal && column->width < TL_MATRIX_FOLDED_WIDTH
                  ? C_ ("matrix", "Straight to the goal")
                  : column->title,
    .suffix = is_alarm ? column->sign : NULL,
    .suffix_below = is_alarm,
    .role = TL_TEXT_DETAIL,
    .width = rect.height - 14 - start,
    .max_lines = is_alarm ? n_lines - 1 : n_lines,
    .color = column->is_inactive ? pen->theme->quiet : pen->theme->text,
    .suffix_color = pen->theme->amber,
  };
  double lines = MIN (tl_text_estimate_lines (text.string, text.role, text.width, text.max_lines)
                          + (is_alarm ? 1 : 0),
                      n_lines);

  tl_painter_save (pen->painter);
  tl_painter_translate (pen->painter, rect.x + (rect.width - 1 - lines * line) / 2,
                        rect.y + rect.height - 8 - start);
  tl_painter_turn (pen->painter);
  tl_painter_draw_text (pen->painter, &text, tl_point (0, 0));
  tl_painter_restore (pen->painter);
}

static void
draw_column_head (const TlMatrixPen *pen, int index, TlRect rect)
{
  const TlMatrixColumn *column = tl_matrix_get_column (pen->matrix, index);

  if (column->sign != NULL)
    tl_matrix_pen_hatch (pen, tl_rect (rect.x, rect.y, rect.width, rect.height));
  else
    tl_painter_fill_rect (pen->painter, rect, 0, pen->theme->surface);
  tl_painter_fill_rect (pen->painter, tl_rect (rect.x + rect.width - 1, rect.y, 1, rect.height), 0,
                        tl_color_with_alpha (pen->theme->border, 0.6));
  draw_turned (pen, column, rect);
  if (column->sign != NULL)
    tl_map_draw_sign (pen->painter,
                      tl_point (rect.x + (rect.width - 1) / 2, rect.y + rect.height - 13),
                      pen->theme->amber);
}

static void
draw_columns (const TlMatrixPen *pen)
{
  for (int i = pen->first_column; i < pen->end_column; i++)
    {
      TlMatrixSpot spot = { TL_MATRIX_COLUMN, TL_MATRIX_NONE, i };
      const TlMatrixColumn *column = tl_matrix_get_column (pen->matrix, i);
      TlRect rect = tl_matrix_get_rect (pen->matrix, pen->frame, &spot);
      g_autofree char *name = pen->with_names ? tl_matrix_name_column (pen->matrix, i) : NULL;
      TlPainterItem item = { column->id, name, column->title, NULL, TL_ENTRY_CARD, rect };

      if (pen->with_names)
        tl_painter_begin_item (pen->painter, &item);
      draw_column_head (pen, i, rect);
      if (pen->with_names)
        tl_painter_end_item (pen->painter);
    }
}

/**
 * tl_matrix_draw_column_heads:
 * @pen: with what
 *
 * Draws the goals and the titles of the columns in sight, those marked that nothing serves.
 */
void
tl_matrix_draw_column_heads (const TlMatrixPen *pen)
{
  const TlMatrixFrame *frame = pen->frame;
  TlPainterItem ground
      = { "matrix:columns",
          _ ("Objectives"),
          NULL,
          NULL,
          TL_ENTRY_DECORATION,
          tl_rect (frame->row_head, 0, frame->width - frame->row_head, frame->column_head) };

  tl_painter_begin_group (pen->painter, _ ("Objectives"));
  tl_painter_begin_item (pen->painter, &ground);
  tl_painter_fill_rect (pen->painter, ground.bounds, 0, pen->theme->canvas);
  tl_painter_end_item (pen->painter);
  draw_columns (pen);
  draw_bands (pen);
  tl_painter_end_group (pen->painter);
}

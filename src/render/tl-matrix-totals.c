/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-map.h"
#include "tl-matrix-look.h"

#define ESTIMATE_SLACK 1.06 /* estimated widths are a little short at times */
#define LEAST_DAYS_WIDTH 30.0
#define LEAST_SHARE_WIDTH 26.0

static const char *
keep_number (const TlMatrixPen *pen, double number)
{
  if (isnan (number))
    return "–";
  return tl_matrix_pen_keep (pen, tl_map_format_number (round (number)));
}

/* Rows: links, where there is room for both, and days. */
static void
draw_pair (const TlMatrixPen *pen,
           TlRect rect,
           const char *links,
           const char *days,
           TlTextRole role,
           TlColor color)
{
  double links_width
      = rect.width > TL_MATRIX_LINKS_WIDTH + LEAST_DAYS_WIDTH ? TL_MATRIX_LINKS_WIDTH : 0;

  tl_matrix_pen_write (pen, links, role, TL_ALIGN_END,
                       tl_rect (rect.x, rect.y, links_width, rect.height), color);
  tl_matrix_pen_write (pen, days, role, TL_ALIGN_END,
                       tl_rect (rect.x + links_width, rect.y, rect.width - links_width - 8,
                                rect.height),
                       color);
}

static void
draw_row_total (const TlMatrixPen *pen, int index, TlRect rect)
{
  const TlMatrixRow *row = tl_matrix_get_row (pen->matrix, index);

  if (row->sign != NULL)
    tl_painter_fill_rect (pen->painter, rect, 0, pen->theme->amber_ground);
  draw_pair (pen, rect, keep_number (pen, row->n_links), keep_number (pen, row->days),
             TL_TEXT_DETAIL, row->sign != NULL ? pen->theme->amber : pen->theme->text);
}

/**
 * tl_matrix_draw_row_totals:
 * @pen: with what
 *
 * Draws links and days of the rows in sight, at the right of them.
 */
void
tl_matrix_draw_row_totals (const TlMatrixPen *pen)
{
  TlRect body = tl_matrix_frame_get_body (pen->frame);
  TlRect rect
      = tl_rect (pen->frame->width - pen->frame->totals, body.y, pen->frame->totals, body.height);
  TlPainterItem item = {
    "matrix:totals", C_ ("matrix", "Totals of Projects"), NULL, NULL, TL_ENTRY_DECORATION, rect
  };

  tl_painter_begin_item (pen->painter, &item);
  tl_painter_fill_rect (pen->painter, rect, 0, pen->theme->surface);
  for (int i = pen->first_row; i < pen->end_row; i++)
    {
      TlRect row = tl_matrix_pen_get_row (pen, i);

      draw_row_total (pen, i, tl_rect (rect.x, row.y, rect.width, row.height));
      tl_painter_fill_rect (pen->painter, tl_rect (rect.x, row.y + row.height - 1, rect.width, 1),
                            0, tl_color_with_alpha (pen->theme->border, 0.6));
    }
  tl_painter_fill_rect (pen->painter, tl_rect (rect.x, rect.y, 1, rect.height), 0,
                        pen->theme->border);
  tl_painter_end_item (pen->painter);
}

/* Columns: projects, days; goals: effort against weight. */

static TlRect
get_foot_line (const TlMatrixPen *pen, int line, double x, double width)
{
  double top = pen->frame->height - pen->frame->foot + 2;

  return tl_rect (x, top + line * TL_MATRIX_FOOT_LINE, width, TL_MATRIX_FOOT_LINE);
}

static void
draw_column_total (const TlMatrixPen *pen, int index)
{
  const TlMatrixColumn *column = tl_matrix_get_column (pen->matrix, index);
  TlRect rect = tl_matrix_pen_get_column (pen, index);
  TlColor color = column->sign != NULL ? pen->theme->amber : pen->theme->text;

  tl_matrix_pen_write (pen, keep_number (pen, column->n_projects), TL_TEXT_DETAIL, TL_ALIGN_CENTER,
                       get_foot_line (pen, 0, rect.x, rect.width - 1), color);
  tl_matrix_pen_write (pen, keep_number (pen, column->days), TL_TEXT_DETAIL, TL_ALIGN_CENTER,
                       get_foot_line (pen, 1, rect.x, rect.width - 1), color);
}

/* As much as there is room for, the share and the weight always. */
static const char *
keep_share (const TlMatrixPen *pen, const TlMatrixGroup *group, double width)
{
  const char *share = keep_number (pen, group->share * 100);
  const char *weight = keep_number (pen, group->weight);
  g_autofree char *days = tl_map_format_days (group->days);
  char *texts[] = {
    /* Translators: the effort for a goal, that in percent of all, and its weight in percent. */
    g_strdup_printf (C_ ("matrix", "%s · %s %% for %s %%"), days, share, weight),
    /* Translators: effort in percent of all, and the weight of the goal in percent. */
    g_strdup_printf (C_ ("matrix", "%s %% / %s %%"), share, weight),
    g_strdup_printf (C_ ("matrix", "%s/%s"), share, weight),
  };
  const char *kept = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gboolean fits
          = tl_text_estimate_width (texts[i], TL_TEXT_DETAIL) * ESTIMATE_SLACK <= width - 6;

      if (kept == NULL && (fits || i + 1 == G_N_ELEMENTS (texts)))
        kept = tl_matrix_pen_keep (pen, texts[i]);
      else
        g_free (texts[i]);
    }
  return kept;
}

static void
draw_group_total (const TlMatrixPen *pen, int index)
{
  const TlMatrixGroup *group = tl_matrix_get_group (pen->matrix, index);
  TlMatrixSpot spot = { TL_MATRIX_GROUP, TL_MATRIX_NONE, group->first_column };
  TlRect rect = tl_matrix_get_rect (pen->matrix, pen->frame, &spot);
  TlRect line = get_foot_line (pen, 2, rect.x, rect.width - 1);

  tl_painter_fill_rect (pen->painter, tl_rect (line.x, line.y, line.width, 2), 0,
                        tl_matrix_pen_get_hue (pen, index));
  if (group->goal != NULL && line.width >= LEAST_SHARE_WIDTH)
    tl_matrix_pen_write (pen, keep_share (pen, group, line.width), TL_TEXT_DETAIL, TL_ALIGN_CENTER,
                         line, pen->theme->text);
}

static void
draw_foot (const TlMatrixPen *pen, TlRect rect)
{
  int group = TL_MATRIX_NONE;

  tl_painter_fill_rect (pen->painter, rect, 0, pen->theme->surface);
  for (int i = pen->first_column; i < pen->end_column; i++)
    {
      draw_column_total (pen, i);
      if (tl_matrix_get_column (pen->matrix, i)->group == group)
        continue;
      group = tl_matrix_get_column (pen->matrix, i)->group;
      draw_group_total (pen, group);
    }
}

static void
draw_foot_corners (const TlMatrixPen *pen, TlRect rect)
{
  const TlMatrixFrame *frame = pen->frame;
  const char *const labels[]
      = { C_ ("matrix", "Projects"), C_ ("matrix", "Days"), C_ ("matrix", "Effort / Weight, %") };
  double right = frame->width - frame->totals;

  tl_painter_fill_rect (pen->painter, tl_rect (0, rect.y, frame->row_head, rect.height), 0,
                        pen->theme->surface);
  tl_painter_fill_rect (pen->painter, tl_rect (right, rect.y, frame->totals, rect.height), 0,
                        pen->theme->surface);
  for (int i = 0; i < (int) G_N_ELEMENTS (labels); i++)
    tl_matrix_pen_write (pen, labels[i], TL_TEXT_DETAIL, TL_ALIGN_END,
                         get_foot_line (pen, i, 0, frame->row_head - 8), pen->theme->quiet);
  draw_pair (pen, get_foot_line (pen, 0, right, frame->totals),
             keep_number (pen, tl_matrix_get_n_links (pen->matrix)),
             keep_number (pen, tl_matrix_get_days (pen->matrix)), TL_TEXT_STRONG, pen->theme->text);
}

/* The heads of the totals of rows stand in the corner over them. */
static void
draw_labels (const TlMatrixPen *pen)
{
  const TlMatrixFrame *frame = pen->frame;
  TlRect rect = tl_rect (frame->width - frame->totals, 0, frame->totals, frame->column_head);
  TlRect line = tl_rect (rect.x, rect.height - 26, rect.width, 20);

  tl_painter_fill_rect (pen->painter, rect, 0, pen->theme->canvas);
  draw_pair (pen, line, C_ ("matrix", "Links"), C_ ("matrix", "Days"), TL_TEXT_DETAIL,
             pen->theme->quiet);
}

/**
 * tl_matrix_draw_column_totals:
 * @pen: with what
 *
 * Draws projects and days of the columns in sight, effort and weight of their goals, the sum of
 * all, and what these figures are called.
 */
void
tl_matrix_draw_column_totals (const TlMatrixPen *pen)
{
  const TlMatrixFrame *frame = pen->frame;
  TlRect rect = tl_rect (frame->row_head, frame->height - frame->foot,
                         frame->width - frame->row_head, frame->foot);
  TlPainterItem item
      = { "matrix:foot",       C_ ("matrix", "Totals of Objectives"),         NULL, NULL,
          TL_ENTRY_DECORATION, tl_rect (0, rect.y, frame->width, rect.height) };

  tl_painter_begin_item (pen->painter, &item);
  draw_foot (pen, rect);
  draw_foot_corners (pen, rect);
  draw_labels (pen);
  tl_painter_fill_rect (pen->painter, tl_rect (0, rect.y, frame->width, 1), 0, pen->theme->border);
  tl_painter_fill_rect (pen->painter,
                        tl_rect (frame->row_head, frame->column_head - 1,
                                 frame->width - frame->row_head, 1),
                        0, pen->theme->border);
  tl_painter_fill_rect (pen->painter,
                        tl_rect (frame->row_head - 1, frame->band, 1, frame->height - frame->band),
                        0, pen->theme->border);
  tl_painter_end_item (pen->painter);
}

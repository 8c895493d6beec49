/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-pack.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-chart.h"
#include "tl-pack-sentences.h"
#include "tl-pack-shapes.h"
#include "tl-pack-words.h"

#define PERCENT 100.0

/* Distances, in units. */
#define CHART_SHARE 0.62
#define COLUMN_GAP 56.0
#define LEAST_ROW 52.0
#define LARGEST_ROW 67.0
#define HEAD_HEIGHT 34.0
#define BAR_TOP 22.0
#define BAR_HEIGHT 9.0
#define BAR_STEP 14.0
#define NUMBER_WIDTH 52.0
#define GAP_WIDTH 112.0
#define SWATCH 12.0
#define MIX_HEIGHT 26.0
#define MIX_LINE 30.0

/* A part of the effort, by what kind of work it is. */
typedef struct
{
  const char *label;
  TlChartPart part;
} Kind;

#define N_KINDS 5

static Kind
get_kind (const TlPack *pack, TlFigureId figure)
{
  const char *const labels[N_KINDS]
      = { _ ("Strategic"), _ ("Tactical, aligned"), _ ("Tactical, not aligned"),
          _ ("Transactional"), _ ("Not categorised") };
  Kind kind = { labels[figure - TL_FIGURE_MIX_STRATEGIC], tl_chart_get_mix (pack->theme, figure) };

  kind.part.share = tl_figure_get_value (pack->alignment, figure);
  return kind;
}

/* One bar of all parts, and a line for each. Returns the height of both. */
static double
draw_mix (const TlPack *pack, TlRect box)
{
  TlPainter *painter = tl_sheets_get_painter (pack->sheets);
  Kind kinds[N_KINDS];
  TlChartPart parts[N_KINDS];
  double y = box.y + MIX_HEIGHT + 16;

  for (guint i = 0; i < N_KINDS; i++)
    {
      kinds[i] = get_kind (pack, TL_FIGURE_MIX_STRATEGIC + i);
      parts[i] = kinds[i].part;
    }
  tl_chart_draw_stack (painter, pack->theme, parts, N_KINDS,
                       tl_rect (box.x, box.y, box.width, MIX_HEIGHT));
  for (guint i = 0; i < N_KINDS; i++)
    {
      g_autofree char *share = tl_pack_format_share (parts[i].share);
      g_autofree char *days = tl_pack_format_days (parts[i].share * pack->figures->effort_days);
      TlText number = tl_pack_text (pack, share, TL_TEXT_TITLE, NUMBER_WIDTH, 1);
      TlText label = tl_pack_text (pack, kinds[i].label, TL_TEXT_BODY,
                                   box.width - SWATCH - 12 - NUMBER_WIDTH - 8, 1);

      if (parts[i].fill == TL_CHART_OUTLINE && parts[i].share <= 0)
        continue;
      tl_chart_draw_part (painter, pack->theme, &parts[i], tl_rect (box.x, y + 3, SWATCH, SWATCH));
      label.suffix = days;
      label.suffix_color = pack->theme->quiet;
      tl_sheets_write (pack->sheets, &label, box.x + SWATCH + 12, y);
      number.align = TL_ALIGN_END;
      tl_sheets_write (pack->sheets, &number, box.x + box.width - NUMBER_WIDTH, y);
      y += MIX_LINE;
    }
  return y - box.y;
}

static void
draw_side (const TlPack *pack, TlRect box)
{
  double focus = tl_pack_has_weights (pack) ? pack->figures->focus_index : (double) NAN;
  g_autofree char *figure = tl_pack_format_share (focus);
  g_autofree char *sentence = tl_pack_say_focus (pack);

  box.y += tl_pack_write (pack, _ ("Kinds of work"), TL_TEXT_HEADING, box, 1) + 12;
  if (pack->figures->effort_days > 0)
    box.y += draw_mix (pack, box);
  else
    box.y += tl_pack_write_quiet (pack, _ ("No days are recorded."), box, 1);
  box.y += 24;

  box.y += tl_pack_write (pack, _ ("Focus index"), TL_TEXT_HEADING, box, 1) + 6;
  box.y += tl_pack_write (pack, figure, TL_TEXT_DISPLAY, box, 1) + 4;
  if (!isnan (focus))
    tl_pack_draw_bar (pack, tl_rect (box.x, box.y, box.width, 8), focus, pack->theme->accent);
  box.y += 18;
  tl_pack_write (pack, sentence, TL_TEXT_BODY, box, 4);
}

/* By how much effort and weight differ; with a sign when that is a finding. */
static void
write_gap (const TlPack *pack, TlItem *goal, double right, double y)
{
  double gap = tl_pack_get_gap (pack, goal);
  gboolean is_flagged = tl_pack_has_finding (pack, goal, "ALN-09");
  g_autofree char *points = NULL;
  g_autofree char *label = NULL;
  TlText text;

  if (isnan (gap))
    return;
  points = tl_pack_format_points (gap);
  /* Translators: a difference of two shares in percent, with its sign: "+12 points". */
  label = is_flagged ? g_strdup_printf (C_ ("gap", "▲ %s points"), points)
                     : g_strdup_printf (C_ ("gap", "%s points"), points);
  text = tl_pack_text (pack, label, is_flagged ? TL_TEXT_STRONG : TL_TEXT_DETAIL, GAP_WIDTH, 1);
  text.align = TL_ALIGN_END;
  text.color = is_flagged ? pack->theme->amber : pack->theme->quiet;
  tl_sheets_write (pack->sheets, &text, right - GAP_WIDTH, y);
}

static void
draw_line (const TlPack *pack, double share, double scale, TlColor color, TlRect line)
{
  g_autofree char *number = tl_pack_format_share (share);
  double width = isnan (share) ? 0 : share / scale * (line.width - NUMBER_WIDTH - 8);
  TlText text = tl_pack_text (pack, number, TL_TEXT_DETAIL, NUMBER_WIDTH, 1);

  if (width > 0)
    tl_painter_fill_rect (tl_sheets_get_painter (pack->sheets),
                          tl_rect (line.x, line.y, MAX (width, 2), BAR_HEIGHT), 2, color);
  tl_sheets_write (pack->sheets, &text, line.x + width + (width > 0 ? 8 : 0), line.y - 4);
}

static void
draw_row (const TlPack *pack, TlItem *goal, double scale, TlRect row)
{
  double inset = TL_PACK_BADGE + 14;
  TlRect line = tl_rect (row.x + inset, row.y + BAR_TOP, row.width - inset, BAR_HEIGHT);

  tl_pack_draw_badge (pack, goal, row.x, row.y);
  tl_pack_write (pack, tl_pack_get_title (goal), TL_TEXT_TITLE,
                 tl_rect (line.x, row.y, line.width - GAP_WIDTH - 8, 0), 1);
  write_gap (pack, goal, row.x + row.width, row.y + 1);
  draw_line (pack, tl_alignment_get_goal_share (pack->alignment, goal), scale,
             tl_pack_get_hue (pack, goal), line);
  line.y += BAR_STEP;
  draw_line (pack, tl_item_get_number (goal, TL_GOAL_WEIGHT) / PERCENT, scale,
             tl_pack_get_grey (pack), line);
}

/* Which bar is which. Returns what is left of @box. */
static TlRect
draw_key (const TlPack *pack, TlRect box)
{
  TlPainter *painter = tl_sheets_get_painter (pack->sheets);
  TlColor hue = tl_theme_get_hue (pack->theme, 0);
  TlColor grey = tl_pack_get_grey (pack);
  const char *effort = _ ("Share of effort, in the goal's colour");
  double width = tl_sheets_measure_width (pack->sheets, effort, TL_TEXT_DETAIL);

  tl_painter_fill_rect (painter, tl_rect (box.x, box.y + 4, 22, BAR_HEIGHT), 2, hue);
  tl_pack_write_quiet (pack, effort, tl_rect (box.x + 30, box.y, width + 4, 0), 1);
  tl_painter_fill_rect (painter, tl_rect (box.x + width + 62, box.y + 4, 22, BAR_HEIGHT), 2, grey);
  tl_pack_write_quiet (pack, _ ("Weight of the goal"),
                       tl_rect (box.x + width + 92, box.y, box.width - width - 92, 0), 1);
  return tl_rect (box.x, box.y + HEAD_HEIGHT, box.width, box.height - HEAD_HEIGHT);
}

static double
find_scale (const TlPack *pack, TlItem *const *goals, guint n_goals)
{
  double scale = 0;

  for (guint i = 0; i < n_goals; i++)
    scale = fmax (scale, fmax (tl_alignment_get_goal_share (pack->alignment, goals[i]),
                               tl_item_get_number (goals[i], TL_GOAL_WEIGHT) / PERCENT));
  return scale > 0 ? scale : 1;
}

/**
 * tl_pack_add_effort:
 * @pack: the summary
 *
 * Adds the page on where effort goes: share against weight for each goal, kinds of work, and the
 * focus index; more pages when there are many goals.
 */
void
tl_pack_add_effort (const TlPack *pack)
{
  g_autofree char *title = tl_pack_say_effort (pack);
  TlRect body = tl_sheets_begin (pack->sheets, _ ("Where effort goes"), title);
  double chart_width = body.width * CHART_SHARE;
  double bottom = body.y + body.height;
  guint n_goals;
  TlItem *const *goals = tl_pack_get_goals (pack, &n_goals);
  double scale = find_scale (pack, goals, n_goals);
  TlRect chart = body;
  double row_height;

  draw_side (pack, tl_rect (body.x + chart_width + COLUMN_GAP, body.y,
                            body.width - chart_width - COLUMN_GAP, body.height));
  chart.width = chart_width;
  chart = draw_key (pack, chart);
  row_height = CLAMP ((bottom - chart.y) / MAX (n_goals, 1), LEAST_ROW, LARGEST_ROW);
  for (guint i = 0; i < n_goals; i++)
    {
      if (chart.y + LEAST_ROW > bottom)
        {
          chart = tl_sheets_continue (pack->sheets);
          chart = draw_key (pack, chart);
        }
      draw_row (pack, goals[i], scale, chart);
      chart.y += row_height;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-chart.h"

#include <math.h>

/* In units of the picture. */
#define HATCH_SPACING 8.0
#define HATCH_WIDTH 2.5
#define PART_RADIUS 2.0
#define PART_GAP 2.0
#define MARK_WIDTH 2.0
#define MARK_REACH 3.0

#define GREY_SHADE 0.55
#define TRACK_SHADE 0.09 /* of the text's colour, over the ground */

/**
 * tl_chart_draw_unaligned:
 * @painter: where to draw
 * @theme: the colours
 * @rect: an area
 * @radius: of its corners
 *
 * Draws the hatched ground that belongs to unaligned work.
 */
void
tl_chart_draw_unaligned (TlPainter *painter, const TlTheme *theme, TlRect rect, double radius)
{
  tl_painter_fill_rect (painter, rect, radius, theme->amber_ground);
  tl_painter_hatch_rect (painter, rect, radius, HATCH_SPACING, tl_stroke (HATCH_WIDTH),
                         theme->amber_hatch);
  tl_painter_stroke_rect (painter, rect, radius, tl_stroke (1), theme->amber_line);
}

/**
 * tl_chart_draw_part:
 * @painter: where to draw
 * @theme: the colours
 * @part: what the part looks like; its share is not looked at
 * @rect: its place
 *
 * Draws a part by itself, as a bar has it, or a key to one.
 */
void
tl_chart_draw_part (TlPainter *painter, const TlTheme *theme, const TlChartPart *part, TlRect rect)
{
  switch (part->fill)
    {
    case TL_CHART_SOLID:
      tl_painter_fill_rect (painter, rect, PART_RADIUS, part->color);
      break;
    case TL_CHART_UNALIGNED:
      tl_chart_draw_unaligned (painter, theme, rect, PART_RADIUS);
      break;
    case TL_CHART_OUTLINE:
      tl_painter_stroke_rect (painter, tl_rect_grow (rect, -0.5), PART_RADIUS, tl_stroke (1),
                              theme->quiet);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_chart_draw_stack:
 * @painter: where to draw
 * @theme: the colours
 * @parts: (array length=n_parts): from the left to the right
 * @n_parts: how many
 * @rect: the place of the whole
 *
 * Draws the parts of a whole as one bar. A part that is there is always to be seen.
 */
void
tl_chart_draw_stack (TlPainter *painter,
                     const TlTheme *theme,
                     const TlChartPart *parts,
                     guint n_parts,
                     TlRect rect)
{
  double x = rect.x;

  for (guint i = 0; i < n_parts; i++)
    {
      double width = parts[i].share * rect.width;

      if (width > 0)
        tl_chart_draw_part (painter, theme, &parts[i],
                            tl_rect (x, rect.y, MAX (width - PART_GAP, 1), rect.height));
      x += width;
    }
}

/**
 * tl_chart_draw_bar:
 * @painter: where to draw
 * @theme: the colours
 * @share: how much of the track is filled, from 0 to 1; NaN for nothing
 * @color: of what is filled
 * @track: the whole length, which is drawn lightly
 */
void
tl_chart_draw_bar (TlPainter *painter,
                   const TlTheme *theme,
                   double share,
                   TlColor color,
                   TlRect track)
{
  double radius = track.height / 2;
  double width = isnan (share) ? 0 : CLAMP (share, 0, 1) * track.width;

  tl_painter_fill_rect (painter, track, radius,
                        tl_color_mix (theme->canvas, theme->text, TRACK_SHADE));
  if (width > 0)
    tl_painter_fill_rect (painter,
                          tl_rect (track.x, track.y, MAX (width, track.height), track.height),
                          radius, color);
}

/**
 * tl_chart_draw_mark:
 * @painter: where to draw
 * @theme: the colours
 * @share: where on the track, from 0 to 1; NaN for nowhere
 * @track: the whole length
 *
 * Draws a stroke across the track, which tells how much it should be.
 */
void
tl_chart_draw_mark (TlPainter *painter, const TlTheme *theme, double share, TlRect track)
{
  double x = track.x + CLAMP (share, 0, 1) * track.width;

  if (isnan (share))
    return;
  tl_painter_fill_rect (painter,
                        tl_rect (x - MARK_WIDTH / 2, track.y - MARK_REACH, MARK_WIDTH,
                                 track.height + 2 * MARK_REACH),
                        0, theme->text);
}

/**
 * tl_chart_get_grey:
 * @theme: the colours
 *
 * Returns: the colour of bars that belong to no goal, such as weights beside efforts
 */
TlColor
tl_chart_get_grey (const TlTheme *theme)
{
  return tl_color_mix (theme->canvas, theme->quiet, GREY_SHADE);
}

/**
 * tl_chart_get_mix:
 * @theme: the colours
 * @figure: a figure of the mix of work, %TL_FIGURE_MIX_STRATEGIC to %TL_FIGURE_MIX_UNKNOWN
 *
 * Returns: what that kind of work looks like, as a part of nothing yet
 */
TlChartPart
tl_chart_get_mix (const TlTheme *theme, TlFigureId figure)
{
  switch (figure)
    {
    case TL_FIGURE_MIX_STRATEGIC:
      return (TlChartPart) { 0, theme->accent, TL_CHART_SOLID };
    case TL_FIGURE_MIX_TACTICAL_ALIGNED:
      return (TlChartPart) { 0, tl_color_mix (theme->canvas, theme->accent, 0.5), TL_CHART_SOLID };
    case TL_FIGURE_MIX_TACTICAL_UNALIGNED:
      return (TlChartPart) { 0, theme->amber, TL_CHART_UNALIGNED };
    case TL_FIGURE_MIX_TRANSACTIONAL:
      return (TlChartPart) { 0, tl_chart_get_grey (theme), TL_CHART_SOLID };
    default:
      return (TlChartPart) { 0, theme->quiet, TL_CHART_OUTLINE };
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-pack-shapes.h"

#include "tl-chart.h"

/**
 * tl_pack_text:
 * @pack: the summary
 * @string: what to write; borrowed
 * @role: what it is for
 * @width: of its box, in units
 * @max_lines: what is longer ends in an ellipsis
 *
 * Returns: the text in the usual colour
 */
TlText
tl_pack_text (const TlPack *pack, const char *string, TlTextRole role, double width, int max_lines)
{
  return (TlText) {
    .string = string,
    .role = role,
    .width = width,
    .max_lines = max_lines,
    .color = pack->theme->text,
  };
}

/**
 * tl_pack_quiet_text:
 * @pack: the summary
 * @string: what to write; borrowed
 * @width: of its box, in units
 * @max_lines: what is longer ends in an ellipsis
 *
 * Returns: a small text in the quiet colour
 */
TlText
tl_pack_quiet_text (const TlPack *pack, const char *string, double width, int max_lines)
{
  TlText text = tl_pack_text (pack, string, TL_TEXT_DETAIL, width, max_lines);

  text.color = pack->theme->quiet;
  return text;
}

/**
 * tl_pack_write:
 * @pack: the summary
 * @string: what to write
 * @role: what it is for
 * @box: its place; the height is not looked at
 * @max_lines: what is longer ends in an ellipsis
 *
 * Returns: the height of what was written, in units
 */
double
tl_pack_write (const TlPack *pack, const char *string, TlTextRole role, TlRect box, int max_lines)
{
  TlText text = tl_pack_text (pack, string, role, box.width, max_lines);

  return tl_sheets_write (pack->sheets, &text, box.x, box.y);
}

/**
 * tl_pack_write_quiet:
 * @pack: the summary
 * @string: what to write, small and in the quiet colour
 * @box: its place; the height is not looked at
 * @max_lines: what is longer ends in an ellipsis
 *
 * Returns: the height of what was written, in units
 */
double
tl_pack_write_quiet (const TlPack *pack, const char *string, TlRect box, int max_lines)
{
  TlText text = tl_pack_quiet_text (pack, string, box.width, max_lines);

  return tl_sheets_write (pack->sheets, &text, box.x, box.y);
}

/**
 * tl_pack_get_hue:
 * @pack: the summary
 * @goal: an active goal
 *
 * Returns: the colour that the goal has on the map
 */
TlColor
tl_pack_get_hue (const TlPack *pack, TlItem *goal)
{
  guint rank = tl_alignment_get_rank (pack->alignment, goal);

  return tl_theme_get_hue (pack->theme, MAX (rank, 1) - 1);
}

/**
 * tl_pack_get_grey:
 * @pack: the summary
 *
 * Returns: the colour of bars that belong to no goal, such as weights beside efforts
 */
TlColor
tl_pack_get_grey (const TlPack *pack)
{
  return tl_chart_get_grey (pack->theme);
}

/**
 * tl_pack_draw_badge:
 * @pack: the summary
 * @goal: an active goal
 * @x: the left side, in units
 * @y: the top
 *
 * Draws the goal's rank on its colour, %TL_PACK_BADGE wide and high, or wider for long numbers.
 */
void
tl_pack_draw_badge (const TlPack *pack, TlItem *goal, double x, double y)
{
  TlColor hue = tl_pack_get_hue (pack, goal);
  g_autofree char *rank = g_strdup_printf ("%u", tl_alignment_get_rank (pack->alignment, goal));
  double width
      = MAX (TL_PACK_BADGE, tl_sheets_measure_width (pack->sheets, rank, TL_TEXT_STRONG) + 8);
  TlText text = tl_pack_text (pack, rank, TL_TEXT_STRONG, width, 1);

  text.align = TL_ALIGN_CENTER;
  text.color = tl_theme_get_ink (hue);
  tl_painter_fill_rect (tl_sheets_get_painter (pack->sheets), tl_rect (x, y, width, TL_PACK_BADGE),
                        TL_PACK_BADGE / 2, hue);
  tl_sheets_write (pack->sheets, &text, x, y + 3);
}

/**
 * tl_pack_draw_bar:
 * @pack: the summary
 * @track: the whole length, which is drawn lightly
 * @share: how much of it is filled; from 0 to 1, or NaN for nothing
 * @color: of what is filled
 */
void
tl_pack_draw_bar (const TlPack *pack, TlRect track, double share, TlColor color)
{
  tl_chart_draw_bar (tl_sheets_get_painter (pack->sheets), pack->theme, share, color, track);
}

/**
 * tl_pack_draw_rule:
 * @pack: the summary
 * @x: the left end, in units
 * @y: the top
 * @width: the length
 *
 * Draws a thin line between rows.
 */
void
tl_pack_draw_rule (const TlPack *pack, double x, double y, double width)
{
  tl_painter_fill_rect (tl_sheets_get_painter (pack->sheets), tl_rect (x, y, width, 1), 0,
                        pack->theme->border);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-figure-items.h"
#include "tl-painter.h"
#include "tl-theme.h"

G_BEGIN_DECLS

/* How a part of a chart looks, so that none rests on its colour alone. */
typedef enum
{
  TL_CHART_SOLID,
  TL_CHART_UNALIGNED, /* hatched, in the colours that belong to what is unaligned */
  TL_CHART_OUTLINE,   /* what is not recorded */
} TlChartFill;

typedef struct
{
  double share; /* of the whole, from 0 to 1 */
  TlColor color;
  TlChartFill fill;
} TlChartPart;

/* Shapes of charts, on any painter. The words and numbers are for the caller, who knows where there
 * is room for them. */
void
tl_chart_draw_part (TlPainter *painter, const TlTheme *theme, const TlChartPart *part, TlRect rect);
void tl_chart_draw_stack (TlPainter *painter,
                          const TlTheme *theme,
                          const TlChartPart *parts,
                          guint n_parts,
                          TlRect rect);
void tl_chart_draw_unaligned (TlPainter *painter, const TlTheme *theme, TlRect rect, double radius);
void tl_chart_draw_bar (TlPainter *painter,
                        const TlTheme *theme,
                        double share,
                        TlColor color,
                        TlRect track);
void tl_chart_draw_mark (TlPainter *painter, const TlTheme *theme, double share, TlRect track);
TlChartPart tl_chart_get_mix (const TlTheme *theme, TlFigureId figure);
TlColor tl_chart_get_grey (const TlTheme *theme);

G_END_DECLS

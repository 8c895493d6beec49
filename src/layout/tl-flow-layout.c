/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-flow-layout.h"

/**
 * tl_flow_layout:
 * @rects: (inout) (array length=n_rects): rectangles whose sizes are given and whose places are set
 * @n_rects: their number
 * @origin: the upper left corner of the area
 * @row_width: the width of the area in map units
 * @gap: between neighbours and between rows, in map units
 *
 * Lays rectangles in rows, as words of a text. One that is wider than @row_width has a row of its
 * own. Rows are as high as their highest rectangle; rectangles hang from the top of their row.
 *
 * Returns: the height of all rows, 0 when there are none
 */
double
tl_flow_layout (TlRect *rects, int n_rects, TlPoint origin, double row_width, double gap)
{
  double x = 0;
  double y = 0;
  double row_height = 0;

  g_return_val_if_fail (n_rects == 0 || rects != NULL, 0);
  g_return_val_if_fail (gap >= 0, 0);

  for (int i = 0; i < n_rects; i++)
    {
      if (x > 0 && x + rects[i].width > row_width)
        {
          x = 0;
          y += row_height + gap;
          row_height = 0;
        }
      rects[i].x = origin.x + x;
      rects[i].y = origin.y + y;
      x += rects[i].width + gap;
      row_height = MAX (row_height, rects[i].height);
    }
  return n_rects > 0 ? y + row_height : 0;
}

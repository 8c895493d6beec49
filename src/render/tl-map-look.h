/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "tl-map.h"

G_BEGIN_DECLS

/* Measures that placing and drawing share, in map units. */

#define TL_MAP_EDGE 5.0
#define TL_MAP_PADDING 8.0 /* above and below the lines of a card */
#define TL_MAP_INSET 16.0  /* from the side of a card to its text */
#define TL_MAP_BADGE_ROW 20.0
#define TL_MAP_COMPACT_HEIGHT 28.0

#define TL_MAP_CHIP_WIDTH 26.0
#define TL_MAP_CHIP_HEIGHT 16.0
#define TL_MAP_CHIP_GAP 8.0
#define TL_MAP_MARK_WIDTH 18.0 /* the mark of a project, and the gap behind it */
#define TL_MAP_SIGN_WIDTH 16.0 /* the sign ▲, and the gap before it */
#define TL_MAP_DAYS_WIDTH 64.0 /* in the row of a compact card */

#define TL_MAP_UPRIGHT_HEAD_LINES 3 /* of the title of a lane in a row */
#define TL_MAP_HANDLE 24.0          /* what a click folds a card by, a square in its corner */

#define TL_MAP_LANE_RADIUS 12.0
#define TL_MAP_CHEVRON_ROOM 16.0 /* before the title of a lane that can be folded */
#define TL_MAP_STRIP_INSET 8.0   /* from the side of a strip to its words */

#define TL_MAP_TRAY_PADDING 16.0
#define TL_MAP_DOCK_PADDING 12.0

static inline double
tl_map_get_tray_padding (const TlMap *self)
{
  return self->options->tray == TL_TRAY_DOCKED ? TL_MAP_DOCK_PADDING : TL_MAP_TRAY_PADDING;
}

static inline TlRect
tl_map_get_fold_handle (TlRect card)
{
  return tl_rect (card.x + card.width - TL_MAP_HANDLE - 4, card.y + 4, TL_MAP_HANDLE,
                  TL_MAP_HANDLE);
}

static inline double
tl_map_get_strip_text_height (const TlMapCard *strip)
{
  return strip->n_lines * tl_text_role_get_line_height (TL_TEXT_TITLE)
         + tl_text_role_get_line_height (TL_TEXT_DETAIL);
}

static inline double
tl_map_get_objective_text_width (const TlMapMetrics *metrics, const TlMapCard *card)
{
  return metrics->objective_width - 2 * TL_MAP_INSET - TL_MAP_CHIP_WIDTH - TL_MAP_CHIP_GAP
         - (card->is_flagged ? TL_MAP_SIGN_WIDTH : 0);
}

static inline double
tl_map_get_project_text_width (const TlMapCard *card)
{
  return card->rect.width - 2 * TL_MAP_INSET + 4 - TL_MAP_MARK_WIDTH - card->days_width;
}

G_END_DECLS

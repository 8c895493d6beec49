/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-pack-flow.h"

#define N_FLOW_COLUMNS 2
#define FLOW_GAP 44.0 /* units, between the columns */

/**
 * tl_pack_flow_init:
 * @self: (out caller-allocates): a flow
 * @sheets: (transfer none): a document with a page begun
 * @body: the room on that page
 */
void
tl_pack_flow_init (TlPackFlow *self, TlSheets *sheets, TlRect body)
{
  *self = (TlPackFlow) { sheets, body, 0, body.y };
}

/**
 * tl_pack_flow_get_box:
 * @self: a flow
 *
 * Returns: what is left of the column, in units
 */
TlRect
tl_pack_flow_get_box (const TlPackFlow *self)
{
  double width = (self->body.width - (N_FLOW_COLUMNS - 1) * FLOW_GAP) / N_FLOW_COLUMNS;

  return tl_rect (self->body.x + self->column * (width + FLOW_GAP), self->y, width,
                  self->body.y + self->body.height - self->y);
}

/**
 * tl_pack_flow_is_at_top:
 * @self: a flow
 *
 * Returns: whether nothing stands in the column yet
 */
gboolean
tl_pack_flow_is_at_top (const TlPackFlow *self)
{
  return self->y <= self->body.y;
}

/**
 * tl_pack_flow_has_room:
 * @self: a flow
 * @height: of a block, in units
 *
 * Returns: whether the column can hold it; an empty column holds anything, since the next would
 *   have no more room
 */
gboolean
tl_pack_flow_has_room (const TlPackFlow *self, double height)
{
  return tl_pack_flow_is_at_top (self) || height <= tl_pack_flow_get_box (self).height;
}

/**
 * tl_pack_flow_turn:
 * @self: a flow
 *
 * Goes to the top of the next column, which may be on a new page.
 */
void
tl_pack_flow_turn (TlPackFlow *self)
{
  self->column++;
  if (self->column == N_FLOW_COLUMNS)
    {
      self->body = tl_sheets_continue (self->sheets);
      self->column = 0;
    }
  self->y = self->body.y;
}

/**
 * tl_pack_flow_advance:
 * @self: a flow
 * @height: of what was drawn, in units
 */
void
tl_pack_flow_advance (TlPackFlow *self, double height)
{
  self->y += height;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-sheets.h"

G_BEGIN_DECLS

/* Where the next block goes on pages of two columns: down the first, down the second, and on the
 * next page of the section. Lengths in the units of a sheet. */
typedef struct
{
  TlSheets *sheets;
  TlRect body; /* of the page, below what stands across both columns */
  guint column;
  double y;
} TlPackFlow;

void tl_pack_flow_init (TlPackFlow *self, TlSheets *sheets, TlRect body);
TlRect tl_pack_flow_get_box (const TlPackFlow *self);
gboolean tl_pack_flow_is_at_top (const TlPackFlow *self);
gboolean tl_pack_flow_has_room (const TlPackFlow *self, double height);
void tl_pack_flow_turn (TlPackFlow *self);
void tl_pack_flow_advance (TlPackFlow *self, double height);

G_END_DECLS

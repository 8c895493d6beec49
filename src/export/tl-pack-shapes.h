/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-pack.h"

G_BEGIN_DECLS

/* Small drawings that several pages use. Lengths in the units of a sheet. */

#define TL_PACK_BADGE 22.0

TlText
tl_pack_text (const TlPack *pack, const char *string, TlTextRole role, double width, int max_lines);
TlText tl_pack_quiet_text (const TlPack *pack, const char *string, double width, int max_lines);
double
tl_pack_write (const TlPack *pack, const char *string, TlTextRole role, TlRect box, int max_lines);
double tl_pack_write_quiet (const TlPack *pack, const char *string, TlRect box, int max_lines);

TlColor tl_pack_get_hue (const TlPack *pack, TlItem *goal);
TlColor tl_pack_get_grey (const TlPack *pack);
void tl_pack_draw_badge (const TlPack *pack, TlItem *goal, double x, double y);
void tl_pack_draw_bar (const TlPack *pack, TlRect track, double share, TlColor color);
void tl_pack_draw_rule (const TlPack *pack, double x, double y, double width);

G_END_DECLS

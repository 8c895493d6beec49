/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-geometry.h"
#include "tl-item.h"

G_BEGIN_DECLS

/* A card that lies where the user has put it: an item of the kind %TL_KIND_PLACE says so. Its place
 * is in map units; the origin is the left end of the first heading of the map. */
gboolean tl_pin_is_kind (TlKind kind);
TlItem *tl_pin_find (TlItem *card);
gboolean tl_pin_get_corner (TlItem *card, TlPoint *corner);

G_END_DECLS

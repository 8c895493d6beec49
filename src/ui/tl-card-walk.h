/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-display-list.h"

G_BEGIN_DECLS

typedef enum
{
  TL_WALK_LEFT,
  TL_WALK_RIGHT,
  TL_WALK_UP,
  TL_WALK_DOWN,
} TlWalk;

/* From card to card of a picture, as the eye goes. */
gboolean tl_card_walk (const TlDisplayList *list, guint from, TlWalk direction, guint *to);
gboolean tl_card_walk_nearest (const TlDisplayList *list, TlPoint point, guint *to);
gboolean tl_card_walk_end (const TlDisplayList *list, gboolean is_last, guint *to);

G_END_DECLS

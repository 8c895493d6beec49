/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-core"

#include "tl-pin.h"

#include "tl-workspace.h"

/**
 * tl_pin_is_kind:
 * @kind: a kind of item
 *
 * Returns: whether items of the kind are cards that can be pinned to the map
 */
gboolean
tl_pin_is_kind (TlKind kind)
{
  return kind == TL_KIND_GOAL || kind == TL_KIND_OBJECTIVE || kind == TL_KIND_PROJECT;
}

static gboolean
is_pin (TlItem *place, TlField field)
{
  return field == TL_PLACE_ITEM && tl_item_is_set (place, TL_PLACE_X)
         && tl_item_is_set (place, TL_PLACE_Y);
}

/**
 * tl_pin_find:
 * @card: an item
 *
 * Returns: (transfer none) (nullable): the place that pins it; the first in the document, if
 * several do
 */
TlItem *
tl_pin_find (TlItem *card)
{
  TlItem *first = NULL;

  g_return_val_if_fail (TL_IS_ITEM (card), NULL);

  if (!tl_pin_is_kind (tl_item_get_kind (card)) || tl_item_get_workspace (card) == NULL
      || tl_workspace_get_n_items (tl_item_get_workspace (card), TL_KIND_PLACE) == 0)
    return NULL;
  for (guint i = 0; i < tl_item_get_n_referrers (card); i++)
    {
      TlField field;
      TlItem *place = tl_item_get_referrer (card, i, &field);
      TlWorkspace *workspace = tl_item_get_workspace (card);

      if (is_pin (place, field)
          && (first == NULL
              || tl_workspace_get_position (workspace, place)
                     < tl_workspace_get_position (workspace, first)))
        first = place;
    }
  return first;
}

/**
 * tl_pin_get_corner:
 * @card: an item
 * @corner: (out): where the upper left corner of its card is pinned, in map units
 *
 * Returns: whether it is pinned at all
 */
gboolean
tl_pin_get_corner (TlItem *card, TlPoint *corner)
{
  TlItem *place = tl_pin_find (card);

  if (place == NULL)
    return FALSE;
  *corner
      = tl_point (tl_item_get_number (place, TL_PLACE_X), tl_item_get_number (place, TL_PLACE_Y));
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-map-look.h"
#include "tl-scene-private.h"

/* What of a scene can be folded, and where what is hidden has gone. */

static const TlMapLane *
find_lane (const TlScene *self, guint entry)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (tl_scene_get_lane (self, i) == entry)
      return tl_map_get_lane (self->map, i);
  return NULL;
}

/* That of its words: a strip reaches beyond its column. */
static TlRect
get_lane_rect (const TlScene *self, guint entry)
{
  const TlMapLane *lane = find_lane (self, entry);

  return lane != NULL && lane->node != TL_MAP_NONE
             ? lane->head
             : tl_display_list_get_entry (self->list, entry)->item.bounds;
}

/**
 * tl_scene_get_fold:
 * @self: a scene that was made to be folded
 * @entry: of its list
 * @fold: (out): how it stands
 *
 * Returns: whether the entry is a card or the head of a lane that has cards under it
 */
gboolean
tl_scene_get_fold (const TlScene *self, guint entry, TlFold *fold)
{
  const TlSceneNode *node = tl_scene_get_node (self, entry);
  TlRect bounds = tl_display_list_get_entry (self->list, entry)->item.bounds;

  if (!node->can_fold)
    return FALSE;
  fold->is_folded = node->is_folded;
  fold->is_lane = node->is_lane;
  fold->n_hidden = node->n_hidden;
  fold->handle = node->is_lane ? get_lane_rect (self, entry) : tl_map_get_fold_handle (bounds);
  return TRUE;
}

/**
 * tl_scene_get_owner:
 * @self: a scene that was made to be folded
 * @entry: of its list
 * @owner: (out): what the card lies under: its goal, or its lane
 *
 * Returns: whether it lies under anything that is in the picture
 */
gboolean
tl_scene_get_owner (const TlScene *self, guint entry, guint *owner)
{
  int found = tl_scene_get_node (self, entry)->owner;

  if (found < 0)
    return FALSE;
  *owner = (guint) found;
  return TRUE;
}

/**
 * tl_scene_find_hidden:
 * @self: a scene
 * @item: an item of its workspace
 * @entry: (out): the card or strip that it is folded into
 *
 * Returns: whether it would have a card, if that was not folded
 */
gboolean
tl_scene_find_hidden (const TlScene *self, TlItem *item, guint *entry)
{
  int card = GPOINTER_TO_INT (g_hash_table_lookup (self->map->card_of_item, item)) - 1;

  if (card == TL_MAP_NONE || tl_map_get_card (self->map, card)->item == item)
    return FALSE;
  *entry = tl_map_get_card (self->map, card)->entry;
  return TRUE;
}

/**
 * tl_lane_dup_heading_id:
 * @id: of a lane that is a column
 *
 * Returns: (transfer full): the id of its heading, where the lane itself has a strip below it
 */
char *
tl_lane_dup_heading_id (const char *id)
{
  return g_strconcat ("header:", id, NULL);
}

/**
 * tl_scene_get_n_lanes:
 * @self: a scene
 *
 * Returns: how many lanes there are that can be folded
 */
guint
tl_scene_get_n_lanes (const TlScene *self)
{
  return self->lanes->len;
}

/**
 * tl_scene_get_lane:
 * @self: a scene
 * @lane: number of a lane, in their order
 *
 * Returns: the entry of its head, or of its strip when it is folded
 */
guint
tl_scene_get_lane (const TlScene *self, guint lane)
{
  return g_array_index (self->lanes, guint, lane);
}

/**
 * tl_scene_describe_lane:
 * @self: a scene
 * @entry: of a lane
 * @facts: (out) (transfer full): what lies in it, in words
 *
 * Returns: (transfer full): its title
 */
char *
tl_scene_describe_lane (const TlScene *self, guint entry, char **facts)
{
  const TlMapLane *lane = find_lane (self, entry);

  g_return_val_if_fail (lane != NULL, NULL);

  *facts = tl_map_list_in_lane (self->map, lane);
  return g_strdup (lane->title);
}

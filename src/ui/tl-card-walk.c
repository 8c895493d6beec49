/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-card-walk.h"

#include <math.h>

#include "tl-scene.h"

#define ASIDE_COST 2.0   /* a step aside counts for so many ahead */
#define OUTSIDE_COST 1e6 /* more than any distance within the cone */

/* How far @to lies from @from in a direction: ahead from edge to edge, aside from span to span, so
 * that wide and narrow cards are met alike. */
static gboolean
measure (TlRect from, TlRect to, TlWalk direction, double *cost)
{
  gboolean is_level = direction == TL_WALK_LEFT || direction == TL_WALK_RIGHT;
  gboolean is_back = direction == TL_WALK_LEFT || direction == TL_WALK_UP;
  double near_from = is_level ? from.x : from.y;
  double far_from = near_from + (is_level ? from.width : from.height);
  double near_to = is_level ? to.x : to.y;
  double far_to = near_to + (is_level ? to.width : to.height);
  TlPoint a = tl_rect_get_center (from);
  TlPoint b = tl_rect_get_center (to);
  double ahead = is_back ? near_from - far_to : near_to - far_from;
  double aside = is_level ? MAX (MAX (from.y - to.y - to.height, to.y - from.y - from.height), 0)
                          : MAX (MAX (from.x - to.x - to.width, to.x - from.x - from.width), 0);
  double off = is_level ? fabs (a.y - b.y) : fabs (a.x - b.x);
  gboolean is_ahead
      = is_level ? (is_back ? b.x < a.x : b.x > a.x) : (is_back ? b.y < a.y : b.y > a.y);

  if (!is_ahead || ahead < -0.5)
    return FALSE;
  /* Off centre only tells apart what is equally far; a cone of 45° comes before what is beyond. */
  *cost = ahead + ASIDE_COST * aside + off / 16;
  if (aside > ahead)
    *cost += OUTSIDE_COST;
  return TRUE;
}

static const TlEntry *
get_card (const TlDisplayList *list, guint index)
{
  const TlEntry *entry = tl_display_list_get_entry (list, index);

  return entry->item.role == TL_ENTRY_CARD ? entry : NULL;
}

/* Heads of lanes are on the way, too; those of columns are told from other headings by their ids.
 */
static const TlEntry *
get_stop (const TlDisplayList *list, guint index)
{
  const TlEntry *entry = tl_display_list_get_entry (list, index);

  return entry->item.role == TL_ENTRY_CARD || g_str_has_prefix (entry->item.id, TL_LANE_PREFIX)
             ? entry
             : NULL;
}

static gboolean
is_before (const TlEntry *a, const TlEntry *b)
{
  double dy = a->item.bounds.y - b->item.bounds.y;

  return dy < 0 || (dy == 0 && a->item.bounds.x < b->item.bounds.x);
}

/**
 * tl_card_walk:
 * @list: a picture
 * @from: the entry to start from, not necessarily a card
 * @direction: where to
 * @to: (out): the card
 *
 * Returns: whether there is a card or a lane in that direction: the nearest one within a cone of
 * 45° to either side, or else the nearest one beyond it
 */
gboolean
tl_card_walk (const TlDisplayList *list, guint from, TlWalk direction, guint *to)
{
  TlRect start = tl_display_list_get_entry (list, from)->item.bounds;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      const TlEntry *card = i != from ? get_stop (list, i) : NULL;
      double cost;

      if (card == NULL || !measure (start, card->item.bounds, direction, &cost) || cost >= least)
        continue;
      least = cost;
      *to = i;
    }
  return least < G_MAXDOUBLE;
}

/**
 * tl_card_walk_nearest:
 * @list: a picture
 * @point: a point of it
 * @to: (out): the card
 *
 * Returns: whether there is any card; @to is the one whose middle is nearest
 */
gboolean
tl_card_walk_nearest (const TlDisplayList *list, TlPoint point, guint *to)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      const TlEntry *card = get_card (list, i);
      TlPoint center;
      double distance;

      if (card == NULL)
        continue;
      center = tl_rect_get_center (card->item.bounds);
      distance = hypot (center.x - point.x, center.y - point.y);
      if (distance >= least)
        continue;
      least = distance;
      *to = i;
    }
  return least < G_MAXDOUBLE;
}

/**
 * tl_card_walk_end:
 * @list: a picture
 * @is_last: whether to look for the last card in the order of reading, row by row, or the first
 * @to: (out): the card
 *
 * Returns: whether there is any card
 */
gboolean
tl_card_walk_end (const TlDisplayList *list, gboolean is_last, guint *to)
{
  const TlEntry *best = NULL;

  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      const TlEntry *card = get_card (list, i);

      if (card == NULL || (best != NULL && is_before (card, best) == is_last))
        continue;
      best = card;
      *to = i;
    }
  return best != NULL;
}

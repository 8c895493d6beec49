/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-room.h"

#include <math.h>

/* A stretch of the column that is taken, with the gaps round it. */
typedef struct
{
  double top;
  double bottom;
} Taken;

struct _TlRoom
{
  GArray *taken; /* owned: of Taken, from top to bottom, none touching another */
  double gap;
  double grid;
};

static Taken *
peek (const TlRoom *self, guint index)
{
  return &g_array_index (self->taken, Taken, index);
}

static double
round_up (const TlRoom *self, double level)
{
  return ceil (level / self->grid) * self->grid;
}

static double
round_down (const TlRoom *self, double level)
{
  return floor (level / self->grid) * self->grid;
}

static int
compare_taken (gconstpointer a, gconstpointer b)
{
  const Taken *ta = a;
  const Taken *tb = b;

  return ta->top < tb->top ? -1 : ta->top > tb->top;
}

/* Joins what touches. */
static void
join (TlRoom *self)
{
  guint n = 0;

  for (guint i = 0; i < self->taken->len; i++)
    if (n > 0 && peek (self, i)->top <= peek (self, n - 1)->bottom)
      peek (self, n - 1)->bottom = MAX (peek (self, n - 1)->bottom, peek (self, i)->bottom);
    else
      *peek (self, n++) = *peek (self, i);
  g_array_set_size (self->taken, n);
}

/* The first stretch that ends below @top. */
static guint
find_stretch (const TlRoom *self, double top)
{
  guint low = 0;
  guint high = self->taken->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (peek (self, middle)->bottom <= top)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * tl_room_new:
 * @column: the extent of the column; its height does not matter
 * @obstacles: (element-type TlRect): what lies about, in the column or not
 * @gap: to what is taken, at least
 * @grid: that places are multiples of
 *
 * Returns: (transfer full): the room in the column
 */
TlRoom *
tl_room_new (TlRect column, const GArray *obstacles, double gap, double grid)
{
  TlRoom *self = g_new (TlRoom, 1);

  self->taken = g_array_new (FALSE, FALSE, sizeof (Taken));
  self->gap = gap;
  self->grid = grid;
  for (guint i = 0; i < obstacles->len; i++)
    {
      TlRect rect = tl_rect_grow (g_array_index (obstacles, TlRect, i), gap);
      Taken stretch = { rect.y, rect.y + rect.height };

      if (rect.x < column.x + column.width && rect.x + rect.width > column.x)
        g_array_append_val (self->taken, stretch);
    }
  g_array_sort (self->taken, compare_taken);
  join (self);
  return self;
}

/**
 * tl_room_free:
 * @self: (transfer full): room
 */
void
tl_room_free (TlRoom *self)
{
  g_array_unref (self->taken);
  g_free (self);
}

/**
 * tl_room_take:
 * @self: room
 * @top: in map units
 * @height: in map units
 *
 * Takes a stretch of the column.
 */
void
tl_room_take (TlRoom *self, double top, double height)
{
  Taken stretch = { top - self->gap, top + height + self->gap };
  guint place = find_stretch (self, stretch.top);

  while (place < self->taken->len && peek (self, place)->top < stretch.top)
    place++;
  g_array_insert_val (self->taken, place, stretch);
  join (self);
}

/**
 * tl_room_get_bottom:
 * @self: room
 *
 * Returns: from where on nothing is taken any more
 */
double
tl_room_get_bottom (const TlRoom *self)
{
  return self->taken->len > 0 ? round_up (self, peek (self, self->taken->len - 1)->bottom) : 0;
}

/**
 * tl_room_find_below:
 * @self: room
 * @top: in map units
 * @height: in map units
 *
 * Returns: the first place from @top on that has so much room
 */
double
tl_room_find_below (const TlRoom *self, double top, double height)
{
  for (guint i = find_stretch (self, top); i < self->taken->len; i++)
    {
      if (peek (self, i)->top >= top + height)
        break;
      top = round_up (self, peek (self, i)->bottom);
    }
  return top;
}

/* The last place up to @top that has so much room. */
static double
find_above (const TlRoom *self, double top, double height)
{
  for (guint i = find_stretch (self, top + height); i + 1 > 0; i--)
    {
      if (i >= self->taken->len || peek (self, i)->top >= top + height)
        continue;
      if (peek (self, i)->bottom <= top)
        break;
      top = round_down (self, peek (self, i)->top - height);
    }
  return top;
}

/**
 * tl_room_find_nearest:
 * @self: room
 * @top: in map units
 * @height: in map units
 *
 * Returns: the place nearest to @top that has so much room, and is not above the column
 */
double
tl_room_find_nearest (const TlRoom *self, double top, double height)
{
  double wish = MAX (round (top / self->grid) * self->grid, 0);
  double below = tl_room_find_below (self, wish, height);
  double above = find_above (self, wish, height);

  return above >= 0 && wish - above < below - wish ? above : below;
}

/**
 * tl_room_find_largest:
 * @self: room
 * @top: (inout): of a stretch, in map units
 * @height: (inout): of the stretch; 0 when all of it is taken
 *
 * Finds the largest part of the stretch that is free.
 */
void
tl_room_find_largest (const TlRoom *self, double *top, double *height)
{
  double bottom = *top + *height;
  double from = *top;

  *height = 0;
  for (guint i = find_stretch (self, from); from < bottom; i++)
    {
      gboolean is_taken = i < self->taken->len;
      double to = is_taken ? MIN (peek (self, i)->top, bottom) : bottom;

      if (to - from > *height)
        {
          *top = from;
          *height = to - from;
        }
      from = is_taken ? round_up (self, peek (self, i)->bottom) : bottom;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-places.h"

#define MAX_PLACES 100

struct _TlPlaces
{
  GPtrArray *past; /* of TlPlace, the last one on top */
  GPtrArray *future;
};

static gboolean
is_same (const TlPlace *a, const TlPlace *b)
{
  /* The window may have another size now. */
  TlViewport viewport = tl_viewport_resize (a->viewport, b->viewport.width, b->viewport.height);

  return tl_viewport_equal (viewport, b->viewport)
         && g_strv_equal ((const char *const *) a->ids, (const char *const *) b->ids);
}

static gboolean
is_on_top (GPtrArray *places, const TlPlace *place)
{
  return places->len > 0 && is_same (places->pdata[places->len - 1], place);
}

static void
push (GPtrArray *places, TlPlace *place)
{
  if (is_on_top (places, place))
    {
      tl_place_free (place);
      return;
    }
  if (places->len == MAX_PLACES)
    g_ptr_array_remove_index (places, 0);
  g_ptr_array_add (places, place);
}

/**
 * tl_place_new:
 * @viewport: what the map is seen from
 * @ids: of what is selected
 *
 * Returns: (transfer full): a place
 */
TlPlace *
tl_place_new (TlViewport viewport, const char *const *ids)
{
  TlPlace *self = g_new0 (TlPlace, 1);

  self->viewport = viewport;
  self->ids = g_strdupv ((char **) ids);
  return self;
}

/**
 * tl_place_free:
 * @self: (transfer full): a place
 */
void
tl_place_free (TlPlace *self)
{
  g_strfreev (self->ids);
  g_free (self);
}

/**
 * tl_places_new:
 *
 * Returns: (transfer full): the places of somebody who has been nowhere yet
 */
TlPlaces *
tl_places_new (void)
{
  TlPlaces *self = g_new0 (TlPlaces, 1);

  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_place_free);
  self->future = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_place_free);
  return self;
}

/**
 * tl_places_free:
 * @self: (transfer full): the places
 */
void
tl_places_free (TlPlaces *self)
{
  g_ptr_array_unref (self->past);
  g_ptr_array_unref (self->future);
  g_free (self);
}

/**
 * tl_places_leave:
 * @self: the places
 * @here: (transfer full): where one is before going somewhere else
 *
 * Remembers a place to come back to. What could be gone forward to is forgotten.
 */
void
tl_places_leave (TlPlaces *self, TlPlace *here)
{
  g_ptr_array_set_size (self->future, 0);
  push (self->past, here);
}

/**
 * tl_places_go:
 * @self: the places
 * @here: (transfer full): where one is
 * @is_back: whether to go back, or forward
 *
 * Returns: (transfer full) (nullable): where to go; %NULL when one has been nowhere else
 */
TlPlace *
tl_places_go (TlPlaces *self, TlPlace *here, gboolean is_back)
{
  GPtrArray *from = is_back ? self->past : self->future;
  GPtrArray *to = is_back ? self->future : self->past;

  /* Who has not moved since would not move. */
  while (is_on_top (from, here))
    g_ptr_array_set_size (from, (int) from->len - 1);
  if (from->len == 0)
    {
      tl_place_free (here);
      return NULL;
    }
  push (to, here);
  return g_ptr_array_steal_index (from, from->len - 1);
}

/**
 * tl_places_can_go:
 * @self: the places
 * @is_back: whether to go back, or forward
 *
 * Returns: whether there is a place in that direction
 */
gboolean
tl_places_can_go (TlPlaces *self, gboolean is_back)
{
  return (is_back ? self->past : self->future)->len > 0;
}

/**
 * tl_places_clear:
 * @self: the places
 *
 * Forgets them all.
 */
void
tl_places_clear (TlPlaces *self)
{
  g_ptr_array_set_size (self->past, 0);
  g_ptr_array_set_size (self->future, 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-map-view-private.h"

#include <math.h>
#include <string.h>

#define LATER_MS 300    /* when an edit has been shown */
#define LEAST_SHIFT 0.5 /* pixels; less is standing still */

static gboolean
past_cb (gpointer user_data)
{
  TlMapView *self = user_data;

  self->past_source = 0;
  g_clear_pointer (&self->past, tl_scene_free);
  return G_SOURCE_REMOVE;
}

/* To free a large scene takes longer than an edit has to wait for. */
static void
retire_scene (TlMapView *self, TlScene *scene)
{
  g_clear_pointer (&self->past, tl_scene_free);
  self->past = scene;
  if (self->past_source == 0)
    self->past_source = g_timeout_add_full (G_PRIORITY_LOW, LATER_MS, past_cb, self, NULL);
}

static void
end_glide (TlMapView *self)
{
  retire_scene (self, self->glide->scene);
  g_free (self->glide->grounds);
  g_clear_pointer (&self->glide, g_free);
}

static gboolean
is_near (double a, double b)
{
  return fabs (a - b) < LEAST_SHIFT;
}

static gboolean
is_same_place (TlRect a, TlRect b)
{
  return is_near (a.x, b.x) && is_near (a.y, b.y) && is_near (a.width, b.width)
         && is_near (a.height, b.height);
}

/* A link cannot be carried along by both of its ends: one that changes comes out of nothing. */
static gboolean
get_line_shift (const Glide *glide, const TlEntry *before, const TlEntry *after, Shift *shift)
{
  shift->is_fading
      = before == NULL
        || !is_same_place (tl_viewport_rect_to_screen (glide->map, before->extent),
                           tl_viewport_rect_to_screen (glide->map_after, after->extent));
  return shift->is_fading;
}

/* Mostly it is where it was. */
static const TlEntry *
find_before (const TlDisplayList *list, const char *id, guint *index)
{
  if (*index < tl_display_list_get_n_entries (list))
    {
      const TlEntry *entry = tl_display_list_get_entry (list, *index);

      if (strcmp (entry->item.id, id) == 0)
        return entry;
    }
  return tl_display_list_find (list, id, index) ? tl_display_list_get_entry (list, *index) : NULL;
}

/**
 * tl_map_view_change_scene:
 * @self: a view
 * @scene: (transfer full): what to show from now on, another state of the same things
 *
 * As tl_map_view_set_scene(), but where everything was is remembered for tl_map_view_start_glide().
 */
void
tl_map_view_change_scene (TlMapView *self, TlScene *scene)
{
  Glide *glide = NULL;

  if (self->scene != NULL)
    {
      glide = g_new0 (Glide, 1);
      glide->scene = g_steal_pointer (&self->scene);
      glide->grounds = g_steal_pointer (&self->grounds);
      glide->map = self->map;
      glide->tray = self->tray;
    }
  tl_map_view_set_scene (self, scene);
  self->glide = glide;
}

/**
 * tl_map_view_start_glide:
 * @self: a view whose scene has been changed, and whose camera is where it should be now
 *
 * Puts what has moved back to where it was; tl_map_view_set_glide() brings it on its way.
 *
 * Returns: whether anything has moved
 */
gboolean
tl_map_view_start_glide (TlMapView *self)
{
  const TlDisplayList *list = tl_map_view_get_list (self);

  if (self->glide == NULL || list == NULL)
    return FALSE;
  self->glide->map_after = self->map;
  self->glide->tray_after = self->tray;
  self->glide->share = 1;
  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      Shift shift;

      if (tl_display_list_get_entry (list, i)->item.role == TL_ENTRY_CARD
          && tl_map_view_get_shift (self, i, &shift))
        return TRUE;
    }
  tl_map_view_set_glide (self, 0);
  return FALSE;
}

/**
 * tl_map_view_set_glide:
 * @self: a view
 * @share: of the way that is still ahead, from 1 to 0, where everything is in its place
 */
void
tl_map_view_set_glide (TlMapView *self, double share)
{
  if (self->glide == NULL)
    return;
  if (share <= 0)
    end_glide (self);
  else
    self->glide->share = share;
}

/**
 * tl_map_view_carry:
 * @self: a view with a scene
 * @entries: (nullable): a set of the cards that are dragged along, as their indices + 1, or %NULL
 * to let all go; it belongs to the caller and stays as it is meanwhile
 * @map_shift: how far from where they belong those on the map are shown, in pixels
 * @tray_shift: the same for those in the tray
 *
 * Shows cards over everything else, beside their places.
 */
void
tl_map_view_carry (TlMapView *self, GHashTable *entries, TlPoint map_shift, TlPoint tray_shift)
{
  if (entries != self->carried)
    {
      g_clear_pointer (&self->carried, g_hash_table_unref);
      self->carried = entries != NULL ? g_hash_table_ref (entries) : NULL;
    }
  self->carried_by[0] = map_shift;
  self->carried_by[1] = tray_shift;
}

/**
 * tl_map_view_get_shift:
 * @self: a view with a scene
 * @index: of an entry
 * @shift: (out): how it is shown
 *
 * Returns: whether it is on its way
 */
gboolean
tl_map_view_get_shift (TlMapView *self, guint index, Shift *shift)
{
  const Glide *glide = self->glide;
  const TlEntry *after = tl_map_view_get_entry (self, index);
  const TlDisplayList *list = glide != NULL ? tl_scene_get_list (glide->scene) : NULL;
  const TlEntry *before = NULL;
  gboolean was_in_tray, is_in_tray;
  TlRect from, to;
  guint old = index;

  *shift = (Shift) { 0 };
  if (self->carried != NULL && g_hash_table_contains (self->carried, GUINT_TO_POINTER (index + 1)))
    {
      shift->is_crossing = TRUE;
      shift->offset = self->carried_by[self->grounds[index] == GROUND_TRAY];
      return TRUE;
    }
  if (list != NULL)
    before = find_before (list, after->item.id, &old);
  if (glide != NULL && tl_entry_is_line (after))
    return get_line_shift (glide, before, after, shift);
  if (before == NULL || after->item.role != TL_ENTRY_CARD)
    return FALSE;
  was_in_tray = glide->grounds[old] == GROUND_TRAY;
  is_in_tray = self->grounds[index] == GROUND_TRAY;
  from = tl_viewport_rect_to_screen (was_in_tray ? glide->tray : glide->map, before->item.bounds);
  to = tl_viewport_rect_to_screen (is_in_tray ? glide->tray_after : glide->map_after,
                                   after->item.bounds);
  shift->is_crossing = was_in_tray != is_in_tray;
  shift->offset = tl_point ((from.x - to.x) * glide->share, (from.y - to.y) * glide->share);
  return shift->is_crossing || !is_near (from.x, to.x) || !is_near (from.y, to.y);
}

/**
 * tl_map_view_get_shown_rect:
 * @self: a view with a scene
 * @index: of an entry
 *
 * Returns: where the entry is shown now, in pixels of the view; while it glides, not where it
 *   belongs
 */
TlRect
tl_map_view_get_shown_rect (TlMapView *self, guint index)
{
  TlRect rect = tl_map_view_get_entry_rect (self, index);
  Shift shift;

  if (tl_map_view_get_shift (self, index, &shift))
    {
      rect.x += shift.offset.x;
      rect.y += shift.offset.y;
    }
  return rect;
}

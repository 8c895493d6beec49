/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-map-view-private.h"

#include "tl-cairo-painter.h"

#define MAX_WITH_LINES 1200 /* entries; of more lines in so small a picture, none can be seen */

static void
paint_entries (TlMapView *self, TlPainter *painter, TlEmphasisFunc emphasis, gpointer user_data)
{
  const TlDisplayList *list = tl_scene_get_list (self->scene);
  guint n = tl_display_list_get_n_entries (list);

  for (guint i = 0; i < n; i++)
    {
      const TlEntry *entry = tl_display_list_get_entry (list, i);

      if (self->grounds[i] == GROUND_MAP
          && (entry->item.role == TL_ENTRY_CARD
              || (tl_entry_is_line (entry) && n <= MAX_WITH_LINES)))
        tl_display_list_paint_entry (list, i, painter, TL_DETAIL_BLOCKS,
                                     emphasis != NULL ? emphasis (i, user_data) : TL_EMPHASIS_NONE);
    }
}

/**
 * tl_map_view_create_picture:
 * @self: a view with a scene
 * @width: of the picture, in device pixels
 * @height: of the picture, in device pixels
 * @emphasis: (nullable) (scope call): asked for the state of each entry
 * @user_data: for @emphasis
 *
 * Paints the whole of the map, but for its headings and a docked tray, as blocks of colour. A
 * finished picture costs the same in every frame, however many cards are on it.
 *
 * Returns: (transfer full): the picture, stretched to its size
 */
GdkTexture *
tl_map_view_create_picture (TlMapView *self,
                            int width,
                            int height,
                            TlEmphasisFunc emphasis,
                            gpointer user_data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (TlPainter) painter = tl_cairo_painter_new (cr);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_scale (cr, width / MAX (self->content.width, 1), height / MAX (self->content.height, 1));
  cairo_translate (cr, -self->content.x, -self->content.y);
  paint_entries (self, painter, emphasis, user_data);
  cairo_surface_flush (surface);
  bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                    (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  cairo_destroy (cr);
  return texture;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-png.h"

#include <cairo.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>

#include "tl-cairo-painter.h"

#define MAX_SIDE 32767.0   /* pixels; what cairo's image surfaces can address */
#define MAX_PIXELS 1.344e8 /* half a gibibyte of four bytes each */

struct _TlPng
{
  cairo_surface_t *surface;
  cairo_t *cr;
  TlPainter *painter;
};

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PNG could not be made: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

/**
 * tl_png_get_largest_scale:
 * @width: of a picture, in units
 * @height: of it
 *
 * Returns: the largest number of pixels a unit that tl_png_new() accepts for the picture
 */
double
tl_png_get_largest_scale (double width, double height)
{
  return MIN (MIN ((MAX_SIDE - 1) / width, (MAX_SIDE - 1) / height),
              sqrt (MAX_PIXELS / (width * height)) * 0.999);
}

/**
 * tl_png_new:
 * @width: in units
 * @height: in units
 * @scale: pixels a unit
 * @error: where the picture would have too many pixels (%G_IO_ERROR_INVALID_ARGUMENT)
 *
 * Returns: (transfer full) (nullable): a picture, transparent so far
 */
TlPng *
tl_png_new (double width, double height, double scale, GError **error)
{
  double columns = ceil (width * scale);
  double rows = ceil (height * scale);
  g_autoptr (TlPng) self = NULL;

  g_return_val_if_fail (width > 0 && height > 0 && scale > 0, NULL);

  if (columns > MAX_SIDE || rows > MAX_SIDE || columns * rows > MAX_PIXELS)
    {
      g_set_error (
          error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
          _ ("A picture of %.0f × %.0f pixels is too large for PNG; choose a smaller scale, "
             "or SVG or PDF"),
          columns, rows);
      return NULL;
    }
  self = g_new0 (TlPng, 1);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) columns, (int) rows);
  if (!check_status (cairo_surface_status (self->surface), error))
    return NULL;
  self->cr = cairo_create (self->surface);
  cairo_scale (self->cr, scale, scale);
  self->painter = tl_cairo_painter_new (self->cr);
  return g_steal_pointer (&self);
}

/**
 * tl_png_free:
 * @self: (transfer full): a picture, finished or given up
 */
void
tl_png_free (TlPng *self)
{
  g_clear_object (&self->painter);
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self);
}

/**
 * tl_png_get_painter:
 * @self: a picture
 *
 * Returns: (transfer none): the painter, whose origin is the top left corner
 */
TlPainter *
tl_png_get_painter (TlPng *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->painter;
}

/**
 * tl_png_finish:
 * @self: a picture
 * @error: where cairo could not make the file (%G_IO_ERROR_FAILED)
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
tl_png_finish (TlPng *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_return_val_if_fail (self != NULL, NULL);

  cairo_surface_flush (self->surface);
  if (!check_status (cairo_status (self->cr), error)
      || !check_status (cairo_surface_write_to_png_stream (self->surface, append_bytes, bytes),
                        error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

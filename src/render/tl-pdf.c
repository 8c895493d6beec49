/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-pdf.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n.h>

#include "tl-cairo-painter.h"

struct _TlPdf
{
  /* Owned */
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  TlPainter *painter; /* of the page that is begun */

  int n_pages;
};

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (TlPdf *self, cairo_pdf_metadata_t field, const char *value)
{
  if (value != NULL)
    cairo_pdf_surface_set_metadata (self->surface, field, value);
}

static void
set_clamped_metadata (TlPdf *self, cairo_pdf_metadata_t field, const char *value)
{
  g_autofree char *clamped = value != NULL ? tl_text_clamp (value, 500) : NULL;

  set_metadata (self, field, clamped);
}

static void
add_to_outline (TlPdf *self, const char *name)
{
  g_autofree char *clamped = tl_text_clamp (name, 200);
  g_autofree char *target = g_strdup_printf ("page=%d", self->n_pages);

  cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, clamped, target, 0);
}

/**
 * tl_pdf_new:
 * @info: (nullable): what readers show about the document
 *
 * Returns: (transfer full): a document without pages
 */
TlPdf *
tl_pdf_new (const TlPdfInfo *info)
{
  TlPdf *self = g_new0 (TlPdf, 1);
  g_autofree char *now = NULL;

  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (append_bytes, self->bytes, 1, 1);
  self->cr = cairo_create (self->surface);
  set_metadata (self, CAIRO_PDF_METADATA_CREATOR, "Throughline");
  if (info != NULL)
    {
      set_clamped_metadata (self, CAIRO_PDF_METADATA_TITLE, info->title);
      set_clamped_metadata (self, CAIRO_PDF_METADATA_AUTHOR, info->author);
      set_clamped_metadata (self, CAIRO_PDF_METADATA_SUBJECT, info->subject);
      set_metadata (self, CAIRO_PDF_METADATA_CREATE_DATE, info->created);
    }
  return self;
}

/**
 * tl_pdf_free:
 * @self: (transfer full): a document, finished or given up
 */
void
tl_pdf_free (TlPdf *self)
{
  g_clear_object (&self->painter);
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_free (self);
}

/**
 * tl_pdf_begin_page:
 * @self: a document with no page begun
 * @width: in points, 1/72 inch; %TL_PDF_MAX_PAGE at most
 * @height: in points
 * @outline: (nullable): the page's name in the outline
 *
 * Returns: (transfer none): the painter of the page, its unit a point and its origin the top left
 *   corner, until tl_pdf_end_page()
 */
TlPainter *
tl_pdf_begin_page (TlPdf *self, double width, double height, const char *outline)
{
  g_return_val_if_fail (self != NULL && self->painter == NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  self->n_pages++;
  cairo_pdf_surface_set_size (self->surface, MIN (width, TL_PDF_MAX_PAGE),
                              MIN (height, TL_PDF_MAX_PAGE));
  if (outline != NULL)
    add_to_outline (self, outline);
  cairo_save (self->cr);
  self->painter = tl_cairo_painter_new (self->cr);
  return self->painter;
}

/**
 * tl_pdf_end_page:
 * @self: a document with a page begun
 */
void
tl_pdf_end_page (TlPdf *self)
{
  g_return_if_fail (self != NULL && self->painter != NULL);

  g_clear_object (&self->painter);
  cairo_restore (self->cr);
  cairo_show_page (self->cr);
}

/**
 * tl_pdf_finish:
 * @self: a document with no page begun
 * @error: where cairo could not make the document (%G_IO_ERROR_FAILED)
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
tl_pdf_finish (TlPdf *self, GError **error)
{
  cairo_status_t status;

  g_return_val_if_fail (self != NULL && self->painter == NULL, NULL);

  cairo_surface_finish (self->surface);
  status = cairo_status (self->cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF could not be made: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}

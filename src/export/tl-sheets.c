/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-sheets.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#define POINTS_PER_UNIT 0.75

/* A4, in units. */
#define LONG_SIDE (841.89 / POINTS_PER_UNIT)
#define SHORT_SIDE (595.28 / POINTS_PER_UNIT)

/* Margins and distances, in units. */
#define MARGIN 56.0
#define SECTION_TOP 40.0
#define TITLE_TOP 62.0
#define BELOW_TITLE 24.0
#define FOOT_LINE 52.0 /* from the lower edge */
#define FOOT_TEXT 42.0
#define ABOVE_FOOT 20.0

#define TITLE_LINES 3

struct _TlSheets
{
  /* Owned */
  TlPdf *pdf;
  PangoContext *context;
  char *running_text;
  char *section;
  char *title;

  /* Borrowed */
  TlPainter *painter; /* of the page that is begun */
  const TlTheme *theme;

  double width; /* of a page, in units */
  double height;
  guint n_expected;
  guint n_begun;
  guint n_in_section;
};

/* The same outlines without hints that the painter uses, so that lines break where they will. */
static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  tl_text_setup_context (context);
  return context;
}

static void
end_page (TlSheets *self)
{
  if (self->painter == NULL)
    return;
  tl_painter_restore (self->painter);
  self->painter = NULL;
  tl_pdf_end_page (self->pdf);
}

static void
write_foot (TlSheets *self)
{
  g_autofree char *count = NULL;
  TlText text = {
    .string = self->running_text,
    .role = TL_TEXT_DETAIL,
    .width = self->width - 2 * MARGIN - 160,
    .color = self->theme->quiet,
  };

  /* Translators: the number of this page, then of all pages. */
  count = g_strdup_printf (_ ("Page %1$u of %2$u"), self->n_begun,
                           MAX (self->n_expected, self->n_begun));
  tl_painter_fill_rect (self->painter,
                        tl_rect (MARGIN, self->height - FOOT_LINE, self->width - 2 * MARGIN, 1), 0,
                        self->theme->border);
  tl_painter_draw_text (self->painter, &text, tl_point (MARGIN, self->height - FOOT_TEXT));
  text.string = count;
  text.align = TL_ALIGN_END;
  text.width = 150;
  tl_painter_draw_text (self->painter, &text,
                        tl_point (self->width - MARGIN - 150, self->height - FOOT_TEXT));
}

/* Returns the room between the title and the foot. */
static TlRect
write_head (TlSheets *self, const char *section)
{
  double width = self->width - 2 * MARGIN;
  TlText text = {
    .string = section,
    .role = TL_TEXT_STRONG,
    .width = width,
    .color = self->theme->accent,
  };
  double top = TITLE_TOP;

  tl_sheets_write (self, &text, MARGIN, SECTION_TOP);
  text.string = self->title;
  text.role = TL_TEXT_HEADLINE;
  text.max_lines = TITLE_LINES;
  text.color = self->theme->text;
  top += tl_sheets_write (self, &text, MARGIN, TITLE_TOP) + BELOW_TITLE;
  return tl_rect (MARGIN, top, width, self->height - FOOT_LINE - ABOVE_FOOT - top);
}

static TlRect
begin_page (TlSheets *self)
{
  g_autofree char *section = NULL;

  end_page (self);
  self->n_begun++;
  self->n_in_section++;
  if (self->n_in_section > 1)
    /* Translators: the name of a section of the summary, on its second and later pages. */
    section = g_strdup_printf (_ ("%1$s (%2$u)"), self->section, self->n_in_section);
  else
    section = g_strdup (self->section);

  self->painter = tl_pdf_begin_page (self->pdf, self->width * POINTS_PER_UNIT,
                                     self->height * POINTS_PER_UNIT, section);
  tl_painter_save (self->painter);
  tl_painter_scale (self->painter, POINTS_PER_UNIT);
  write_foot (self);
  return write_head (self, section);
}

/**
 * tl_sheets_new:
 * @info: (nullable): what readers show about the document
 * @running_text: stands in the foot of every page
 * @n_pages: how many pages there will be; 0 when that is not known yet
 *
 * Returns: (transfer full): a document without pages
 */
TlSheets *
tl_sheets_new (const TlPdfInfo *info, const char *running_text, guint n_pages)
{
  TlSheets *self = g_new0 (TlSheets, 1);

  self->pdf = tl_pdf_new (info);
  self->context = create_context ();
  self->running_text = g_strdup (running_text);
  self->theme = tl_theme_get (TL_THEME_PAPER);
  self->n_expected = n_pages;
  self->width = LONG_SIDE;
  self->height = SHORT_SIDE;
  return self;
}

/**
 * tl_sheets_new_upright:
 * @info: (nullable): what readers show about the document
 * @running_text: stands in the foot of every page
 * @n_pages: how many pages there will be; 0 when that is not known yet
 *
 * Returns: (transfer full): a document without pages, which will stand on their short side
 */
TlSheets *
tl_sheets_new_upright (const TlPdfInfo *info, const char *running_text, guint n_pages)
{
  TlSheets *self = tl_sheets_new (info, running_text, n_pages);

  self->width = SHORT_SIDE;
  self->height = LONG_SIDE;
  return self;
}

/**
 * tl_sheets_free:
 * @self: (transfer full): a document, finished or given up
 */
void
tl_sheets_free (TlSheets *self)
{
  g_clear_pointer (&self->pdf, tl_pdf_free);
  g_clear_object (&self->context);
  g_clear_pointer (&self->running_text, g_free);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->title, g_free);
  g_free (self);
}

/**
 * tl_sheets_begin:
 * @self: a document
 * @section: the name of what begins: above the title, and in the outline
 * @title: a sentence that says what the page shows; three lines at most
 *
 * Ends the page before and begins one.
 *
 * Returns: the room for the content
 */
TlRect
tl_sheets_begin (TlSheets *self, const char *section, const char *title)
{
  g_return_val_if_fail (self != NULL && section != NULL && title != NULL, tl_rect (0, 0, 0, 0));

  g_free (self->section);
  self->section = g_strdup (section);
  g_free (self->title);
  self->title = g_strdup (title);
  self->n_in_section = 0;
  return begin_page (self);
}

/**
 * tl_sheets_continue:
 * @self: a document with a page begun
 *
 * Ends the page and begins another of the same section, with the same title.
 *
 * Returns: the room for the content
 */
TlRect
tl_sheets_continue (TlSheets *self)
{
  g_return_val_if_fail (self != NULL && self->painter != NULL, tl_rect (0, 0, 0, 0));

  return begin_page (self);
}

/**
 * tl_sheets_get_n_pages:
 * @self: a document
 *
 * Returns: how many pages have been begun
 */
guint
tl_sheets_get_n_pages (const TlSheets *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_begun;
}

/**
 * tl_sheets_finish:
 * @self: a document with one page at least
 * @error: where the file could not be made (%G_IO_ERROR_FAILED)
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
tl_sheets_finish (TlSheets *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  end_page (self);
  return tl_pdf_finish (self->pdf, error);
}

/**
 * tl_sheets_get_painter:
 * @self: a document with a page begun
 *
 * Returns: (transfer none): the painter of the page, in units from its top left corner
 */
TlPainter *
tl_sheets_get_painter (const TlSheets *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->painter;
}

/**
 * tl_sheets_get_theme:
 * @self: a document
 *
 * Returns: (transfer none): the colours for paper
 */
const TlTheme *
tl_sheets_get_theme (const TlSheets *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->theme;
}

/**
 * tl_sheets_measure:
 * @self: a document
 * @text: a text
 *
 * Returns: how high it will stand, in units: its lines, not more than it may have
 */
double
tl_sheets_measure (const TlSheets *self, const TlText *text)
{
  g_autoptr (PangoLayout) layout = NULL;
  int n_lines;

  g_return_val_if_fail (self != NULL && text != NULL, 0);

  layout = tl_text_create_layout (self->context, text);
  n_lines = MIN (pango_layout_get_line_count (layout), MAX (text->max_lines, 1));
  return n_lines * tl_text_role_get_line_height (text->role);
}

/**
 * tl_sheets_measure_width:
 * @self: a document
 * @string: one line
 * @role: what it is for
 *
 * Returns: how wide it will stand, in units
 */
double
tl_sheets_measure_width (const TlSheets *self, const char *string, TlTextRole role)
{
  TlText text = { .string = string, .role = role };
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle logical;

  g_return_val_if_fail (self != NULL && string != NULL, 0);

  layout = tl_text_create_layout (self->context, &text);
  pango_layout_get_extents (layout, NULL, &logical);
  return pango_units_to_double (logical.width);
}

/**
 * tl_sheets_write:
 * @self: a document with a page begun
 * @text: a text
 * @x: the left side of its box, in units
 * @y: the top of its box
 *
 * Returns: the height of what was written, in units
 */
double
tl_sheets_write (const TlSheets *self, const TlText *text, double x, double y)
{
  g_return_val_if_fail (self != NULL && self->painter != NULL && text != NULL, 0);

  tl_painter_draw_text (self->painter, text, tl_point (x, y));
  return tl_sheets_measure (self, text);
}

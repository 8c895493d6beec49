/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-export-picture.h"

#include <glib/gi18n.h>

#include "tl-export-private.h"
#include "tl-pack-words.h"
#include "tl-pdf.h"
#include "tl-png.h"
#include "tl-svg-painter.h"
#include "tl-theme.h"

/* All in map units. */
#define MARGIN 40.0
#define PLACE_TOP 30.0
#define HEAD_HEIGHT 76.0
#define LEAST_WIDTH 480.0

#define POINTS_PER_UNIT 0.75
#define PNG_SCALE 2.0
#define LEAST_PNG_SCALE 0.2 /* below that nothing can be told apart */

/* The picture with what stands around it. */
typedef struct
{
  const TlExportPicture *picture;
  const char *title;
  char *place; /* owned */
  double width;
  double height;
} Sheet;

static void
sheet_init (Sheet *self, const TlExportPicture *picture, TlAnalysis *analysis)
{
  TlItem *root = tl_workspace_get_root (tl_analysis_get_workspace (analysis));

  self->picture = picture;
  self->title = tl_pack_get_title (root);
  self->place = tl_pack_format_place (root, tl_analysis_get_today (analysis));
  self->width = MAX (picture->width, LEAST_WIDTH) + 2 * MARGIN;
  self->height = picture->height + HEAD_HEIGHT + 2 * MARGIN;
}

static void
sheet_clear (Sheet *self)
{
  g_clear_pointer (&self->place, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static void
sheet_paint (const Sheet *self, TlPainter *painter, guint page)
{
  const TlTheme *theme = tl_theme_get (TL_THEME_PAPER);
  TlText text = {
    .string = self->title,
    .role = TL_TEXT_HEADLINE,
    .width = self->width - 2 * MARGIN,
    .color = theme->text,
  };

  tl_painter_fill_rect (painter, tl_rect (0, 0, self->width, self->height), 0, theme->canvas);
  tl_painter_draw_text (painter, &text, tl_point (MARGIN, MARGIN));
  text.string = self->place;
  text.role = TL_TEXT_BODY;
  text.color = theme->quiet;
  tl_painter_draw_text (painter, &text, tl_point (MARGIN, MARGIN + PLACE_TOP));

  tl_painter_save (painter);
  tl_painter_translate (painter, MARGIN, MARGIN + HEAD_HEIGHT);
  self->picture->paint (painter, page, self->picture->user_data);
  tl_painter_restore (painter);
}

/* Pages as large as the picture, or as large as a page can be. */
static GBytes *
make_pdf (const Sheet *sheet, TlAnalysis *analysis, GError **error)
{
  g_autofree char *created = tl_export_format_creation (analysis);
  TlPdfInfo info = { .title = sheet->title, .subject = sheet->place, .created = created };
  g_autoptr (TlPdf) pdf = tl_pdf_new (&info);
  double scale = MIN (POINTS_PER_UNIT, TL_PDF_MAX_PAGE / MAX (sheet->width, sheet->height));

  for (guint i = 0; i < sheet->picture->n_pages; i++)
    {
      TlPainter *painter = tl_pdf_begin_page (pdf, sheet->width * scale, sheet->height * scale,
                                              sheet->picture->name);

      tl_painter_scale (painter, scale);
      sheet_paint (sheet, painter, i);
      tl_pdf_end_page (pdf);
    }
  return tl_pdf_finish (pdf, error);
}

static GBytes *
make_svg (const Sheet *sheet)
{
  g_autoptr (TlSvgPainter) painter = tl_svg_painter_new (sheet->width, sheet->height, sheet->title);

  sheet_paint (sheet, TL_PAINTER (painter), 0);
  return tl_svg_painter_finish (painter);
}

/* Two pixels a unit, or as many as the format can hold. */
static GBytes *
make_png (const Sheet *sheet, GError **error)
{
  double scale = MIN (PNG_SCALE, tl_png_get_largest_scale (sheet->width, sheet->height));
  g_autoptr (TlPng) png = NULL;

  if (scale < LEAST_PNG_SCALE)
    {
      g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
                   _ ("The picture is too large to be read as PNG (%.0f × %.0f units); SVG and PDF "
                      "have no such limit"),
                   sheet->width, sheet->height);
      return NULL;
    }
  png = tl_png_new (sheet->width, sheet->height, scale, error);
  if (png == NULL)
    return NULL;
  sheet_paint (sheet, tl_png_get_painter (png), 0);
  return tl_png_finish (png, error);
}

/**
 * tl_export_picture:
 * @picture: what to draw
 * @analysis: of the workspace that it shows
 * @extension: "pdf", "svg" or "png"
 * @error: where the file could not be made; %TL_EXPORT_ERROR_SIZE when it had too many pixels
 *
 * Draws the picture on paper that is as large as it needs, under the title of the workspace.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
tl_export_picture (const TlExportPicture *picture,
                   TlAnalysis *analysis,
                   const char *extension,
                   GError **error)
{
  g_auto (Sheet) sheet = { NULL };

  sheet_init (&sheet, picture, analysis);
  if (g_str_equal (extension, "svg"))
    return make_svg (&sheet);
  if (g_str_equal (extension, "png"))
    return make_png (&sheet, error);
  g_assert (g_str_equal (extension, "pdf"));
  return make_pdf (&sheet, analysis, error);
}

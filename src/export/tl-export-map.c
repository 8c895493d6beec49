/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-export-private.h"

#include <glib/gi18n.h>

#include "tl-pack-words.h"
#include "tl-pdf.h"
#include "tl-png.h"
#include "tl-scene.h"
#include "tl-svg-painter.h"

/* All in map units. */
#define MARGIN 40.0
#define PLACE_TOP 30.0
#define HEAD_HEIGHT 76.0
#define LEAST_WIDTH 480.0

#define POINTS_PER_UNIT 0.75
#define PNG_SCALE 2.0
#define LEAST_PNG_SCALE 0.2 /* below that nothing can be told apart */

/* The map with what stands around it. */
typedef struct
{
  TlScene *scene; /* owned */
  char *title;    /* owned */
  char *place;    /* owned */
  const TlTheme *theme;
  double width;
  double height;
} Picture;

static void
picture_init (Picture *self, TlAnalysis *analysis, int colour_by)
{
  TlItem *root = tl_workspace_get_root (tl_analysis_get_workspace (analysis));
  TlSceneOptions options = {
    .theme = tl_theme_get (TL_THEME_PAPER),
    .tray = TL_TRAY_BELOW,
    .with_legend = TRUE,
    .colour_by = colour_by,
  };
  TlRect bounds;

  self->scene = tl_scene_new_map (analysis, &options);
  self->title = g_strdup (tl_pack_get_title (root));
  self->place = tl_pack_format_place (root, tl_analysis_get_today (analysis));
  self->theme = options.theme;
  bounds = tl_scene_get_bounds (self->scene);
  self->width = MAX (bounds.width, LEAST_WIDTH) + 2 * MARGIN;
  self->height = bounds.height + HEAD_HEIGHT + 2 * MARGIN;
}

static void
picture_clear (Picture *self)
{
  g_clear_pointer (&self->scene, tl_scene_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->place, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static void
picture_paint (const Picture *self, TlPainter *painter)
{
  TlRect bounds = tl_scene_get_bounds (self->scene);
  TlText text = {
    .string = self->title,
    .role = TL_TEXT_HEADLINE,
    .width = self->width - 2 * MARGIN,
    .color = self->theme->text,
  };

  tl_painter_fill_rect (painter, tl_rect (0, 0, self->width, self->height), 0, self->theme->canvas);
  tl_painter_draw_text (painter, &text, tl_point (MARGIN, MARGIN));
  text.string = self->place;
  text.role = TL_TEXT_BODY;
  text.color = self->theme->quiet;
  tl_painter_draw_text (painter, &text, tl_point (MARGIN, MARGIN + PLACE_TOP));

  tl_painter_save (painter);
  tl_painter_translate (painter, MARGIN - bounds.x, MARGIN + HEAD_HEIGHT - bounds.y);
  tl_scene_paint (self->scene, painter, NULL, TL_DETAIL_FULL, NULL, NULL);
  tl_painter_restore (painter);
}

/* A page as large as the map, or as large as a page can be. */
static GBytes *
make_pdf (const Picture *picture, TlAnalysis *analysis, GError **error)
{
  g_autofree char *created = tl_export_format_creation (analysis);
  TlPdfInfo info = { .title = picture->title, .subject = picture->place, .created = created };
  g_autoptr (TlPdf) pdf = tl_pdf_new (&info);
  double scale = MIN (POINTS_PER_UNIT, TL_PDF_MAX_PAGE / MAX (picture->width, picture->height));
  TlPainter *painter = tl_pdf_begin_page (pdf, picture->width * scale, picture->height * scale,
                                          C_ ("page", "Alignment map"));

  tl_painter_scale (painter, scale);
  picture_paint (picture, painter);
  tl_pdf_end_page (pdf);
  return tl_pdf_finish (pdf, error);
}

static GBytes *
make_svg (const Picture *picture)
{
  g_autoptr (TlSvgPainter) painter
      = tl_svg_painter_new (picture->width, picture->height, picture->title);

  picture_paint (picture, TL_PAINTER (painter));
  return tl_svg_painter_finish (painter);
}

/* Two pixels a unit, or as many as the format can hold. */
static GBytes *
make_png (const Picture *picture, GError **error)
{
  double scale = MIN (PNG_SCALE, tl_png_get_largest_scale (picture->width, picture->height));
  g_autoptr (TlPng) png = NULL;

  if (scale < LEAST_PNG_SCALE)
    {
      g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
                   _ ("The map is too large to be read as PNG (%.0f × %.0f units); SVG and PDF "
                      "have no such limit"),
                   picture->width, picture->height);
      return NULL;
    }
  png = tl_png_new (picture->width, picture->height, scale, error);
  if (png == NULL)
    return NULL;
  picture_paint (picture, tl_png_get_painter (png));
  return tl_png_finish (png, error);
}

/**
 * tl_export_map:
 * @analysis: what the map shows
 * @extension: "pdf", "svg" or "png"
 * @error: where the file could not be made; %TL_EXPORT_ERROR_SIZE when the map has too many pixels
 *
 * Draws the map for paper, with its legend and tray under the title of the workspace.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
tl_export_map (TlAnalysis *analysis, const char *extension, GError **error)
{
  return tl_export_map_coloured (analysis, extension, TL_COLOUR_BY_GOAL, error);
}

/**
 * tl_export_map_coloured:
 * @analysis: what the map shows
 * @extension: "pdf", "svg" or "png"
 * @colour_by: what the colours stand for, a choice of the field %TL_VIEW_COLOUR_BY
 * @error: as of tl_export_map()
 *
 * Draws the map as tl_export_map() does; its legend says what the colours stand for.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
tl_export_map_coloured (TlAnalysis *analysis, const char *extension, int colour_by, GError **error)
{
  g_auto (Picture) picture = { NULL };

  picture_init (&picture, analysis, colour_by);
  if (g_str_equal (extension, "svg"))
    return make_svg (&picture);
  if (g_str_equal (extension, "png"))
    return make_png (&picture, error);
  g_assert (g_str_equal (extension, "pdf"));
  return make_pdf (&picture, analysis, error);
}

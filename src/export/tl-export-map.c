/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include <glib/gi18n.h>

#include "tl-export-picture.h"
#include "tl-export-private.h"
#include "tl-scene.h"

static void
paint (TlPainter *painter, guint page, gpointer user_data)
{
  const TlScene *scene = user_data;
  TlRect bounds = tl_scene_get_bounds (scene);

  tl_painter_translate (painter, -bounds.x, -bounds.y);
  tl_scene_paint (scene, painter, NULL, TL_DETAIL_FULL, NULL, NULL);
}

/**
 * tl_export_map:
 * @analysis: what the map shows
 * @options: as "pdf", "svg" or "png", and what the colours stand for
 * @error: where the file could not be made; %TL_EXPORT_ERROR_SIZE when the map has too many pixels
 *
 * Draws the map for paper, with its legend and tray under the title of the workspace. The legend
 * says what the colours stand for.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
tl_export_map (TlAnalysis *analysis, const TlExportOptions *options, GError **error)
{
  TlSceneOptions look = {
    .theme = tl_theme_get (TL_THEME_PAPER),
    .tray = TL_TRAY_BELOW,
    .with_legend = TRUE,
    .colour_by = options->colour_by,
  };
  g_autoptr (TlScene) scene = tl_scene_new_map (analysis, &look);
  TlRect bounds = tl_scene_get_bounds (scene);
  TlExportPicture picture = { .name = C_ ("page", "Alignment map"),
                              .width = bounds.width,
                              .height = bounds.height,
                              .n_pages = 1,
                              .paint = paint,
                              .user_data = scene };

  return tl_export_picture (&picture, analysis, options->extension, error);
}

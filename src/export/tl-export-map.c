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

/* Returns the choice, or none with an error. */
static int
find_colouring (const char *name, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);
  int by = name != NULL ? tl_field_find_choice (TL_VIEW_COLOUR_BY, name) : TL_COLOUR_BY_GOAL;

  if (by != TL_CHOICE_NONE)
    return by;
  for (int i = 0; i < TL_N_COLOUR_BY; i++)
    g_string_append_printf (list, i > 0 ? ", %s" : "%s",
                            tl_field_get_choice_name (TL_VIEW_COLOUR_BY, i));
  g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT,
               _ ("The map cannot be coloured by “%s”; there is: %s"), name, list->str);
  return TL_CHOICE_NONE;
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
    .colour_by = find_colouring (options->part, error),
  };
  TlExportPicture picture = { .name = C_ ("page", "Alignment map"), .n_pages = 1, .paint = paint };
  g_autoptr (TlScene) scene = NULL;

  if (look.colour_by == TL_CHOICE_NONE)
    return NULL;
  scene = tl_scene_new_map (analysis, &look);
  picture.width = tl_scene_get_bounds (scene).width;
  picture.height = tl_scene_get_bounds (scene).height;
  picture.user_data = scene;
  return tl_export_picture (&picture, analysis, options->extension, error);
}

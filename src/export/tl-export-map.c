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

/* How the map looks, in the order in which it is said. */
static const TlField choices[] = { TL_VIEW_COLOUR_BY, TL_VIEW_ARRANGE_BY, TL_VIEW_DIRECTION };

static char *
list_choices (TlField field)
{
  GString *list = g_string_new (NULL);

  for (int i = 0; i < tl_field_get_spec (field)->n_choices; i++)
    g_string_append_printf (list, i > 0 ? ", %s" : "%s", tl_field_get_choice_name (field, i));
  return g_string_free (list, FALSE);
}

static void
refuse (TlField field, const char *name, GError **error)
{
  g_autofree char *list = list_choices (field);

  if (field == TL_VIEW_COLOUR_BY)
    g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT,
                 _ ("The map cannot be coloured by “%s”; there is: %s"), name, list);
  else if (field == TL_VIEW_ARRANGE_BY)
    g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT,
                 _ ("The map cannot be arranged by “%s”; there is: %s"), name, list);
  else
    g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT,
                 _ ("The map has no direction “%s”; there is: %s"), name, list);
}

/* Reads the names between colons; the first choice is meant where there is none. */
static gboolean
read_choices (const char *part, int *chosen, GError **error)
{
  g_auto (GStrv) names = g_strsplit (part != NULL ? part : "", ":", G_N_ELEMENTS (choices));
  guint n = g_strv_length (names);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      chosen[i] = i < n && *names[i] != '\0' ? tl_field_find_choice (choices[i], names[i]) : 0;
      if (chosen[i] != TL_CHOICE_NONE)
        continue;
      refuse (choices[i], names[i], error);
      return FALSE;
    }
  return TRUE;
}

/**
 * tl_export_map:
 * @analysis: what the map shows
 * @options: as "pdf", "svg" or "png"; what the colours stand for, how the cards are arranged and in
 *   which direction, between colons
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
  };
  TlExportPicture picture = { .name = C_ ("page", "Alignment map"), .n_pages = 1, .paint = paint };
  g_autoptr (TlScene) scene = NULL;
  int chosen[G_N_ELEMENTS (choices)];

  if (!read_choices (options->part, chosen, error))
    return NULL;
  look.colour_by = chosen[0];
  look.arrange_by = chosen[1];
  look.direction = chosen[2];
  scene = tl_scene_new_map (analysis, &look);
  picture.width = tl_scene_get_bounds (scene).width;
  picture.height = tl_scene_get_bounds (scene).height;
  picture.user_data = scene;
  return tl_export_picture (&picture, analysis, options->extension, error);
}

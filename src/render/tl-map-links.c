/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <glib/gi18n.h>

#include "tl-map-look.h"

#define BRANCH_WIDTH 1.5
#define DOT_OPACITY 1.7 /* of a broken line against a solid one */

static void
add_route (const TlMap *self, guint link, TlPathBuilder *builder)
{
  guint start = g_array_index (self->route_starts, guint, link);
  guint end = g_array_index (self->route_starts, guint, link + 1);
  gboolean is_upright = tl_map_get_link (self, link)->is_upright;
  const TlPoint *points = &g_array_index (self->route_points, TlPoint, start);
  const double *rails = &g_array_index (self->route_rails, double, start / 2);

  /* Pairs are curves from column to column; between them the link runs level. */
  for (guint i = 0; i + 1 < end - start; i++)
    if (i % 2 != 0)
      tl_path_builder_line_to (builder, points[i + 1].x, points[i + 1].y);
    else if (isnan (rails[i / 2]))
      tl_path_builder_add_link (builder, points[i], points[i + 1], is_upright);
    else
      tl_path_builder_add_bundled (builder, points[i], points[i + 1], rails[i / 2], is_upright);
}

/* Dots cover less of their line, and would be lost at the opacity of a line. */
static double
get_opacity (const TlMap *self, TlStroke stroke)
{
  return MIN (self->theme->link_opacity * (stroke.gap > 0 ? DOT_OPACITY : 1), 1);
}

static TlStroke
get_stroke (const TlMapLink *link)
{
  if (link->item == NULL)
    return tl_stroke (BRANCH_WIDTH);
  return tl_map_get_link_stroke (tl_item_get_choice (link->item, TL_LINK_STRENGTH),
                                 tl_item_get_choice (link->item, TL_LINK_STATUS));
}

static char *
dup_id (const TlMap *self, const TlMapLink *link)
{
  if (link->item != NULL)
    return g_strdup (tl_item_get_id (link->item));
  return g_strconcat ("branch:", tl_item_get_id (tl_map_get_card (self, link->right)->item), NULL);
}

/**
 * tl_map_get_link_stroke:
 * @strength: the choice, or %TL_CHOICE_NONE, which is drawn as weak
 * @status: the choice, or %TL_CHOICE_NONE
 *
 * Returns: how such a link is drawn: the width tells the strength, weak ones are dotted, disputed
 *   ones dashed
 */
TlStroke
tl_map_get_link_stroke (int strength, int status)
{
  double width = strength == TL_STRENGTH_STRONG ? 5 : strength == TL_STRENGTH_MEDIUM ? 3 : 1.5;

  if (status == TL_LINK_STATUS_DISPUTED)
    return tl_stroke_dashed (width, 8, 6);
  if (width < 3)
    return tl_stroke_dashed (width, 0, 3.5);
  return tl_stroke (width);
}

/**
 * tl_map_draw_link:
 * @self: a map
 * @index: of a branch or a link
 * @recorder: where to draw, at its entry
 */
void
tl_map_draw_link (TlMap *self, guint index, TlRecorder *recorder)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  TlMapLink *link = tl_map_get_link (self, index);
  g_autofree char *name = tl_map_name_link (self, link);
  TlStroke stroke = get_stroke (link);
  TlColor color = tl_color_with_alpha (self->theme->quiet, get_opacity (self, stroke));

  add_route (self, index, builder);
  tl_recorder_name_item (recorder, name, NULL);
  tl_recorder_set_ink (recorder, TL_INK_TINT);
  tl_painter_stroke_path (TL_PAINTER (recorder), tl_path_builder_get_path (builder), stroke, color);
}

/**
 * tl_map_add_links:
 * @self: a map
 * @recorder: where to draw
 *
 * Adds an entry for each branch and each link. They are drawn when they are seen.
 */
void
tl_map_add_links (TlMap *self, TlRecorder *recorder)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();

  tl_painter_begin_group (TL_PAINTER (recorder), _ ("Links"));
  for (guint i = 0; i < self->links->len; i++)
    {
      TlMapLink *link = tl_map_get_link (self, i);
      g_autofree char *id = dup_id (self, link);
      TlPainterItem item
          = { id, NULL, NULL, NULL, link->item != NULL ? TL_ENTRY_LINK : TL_ENTRY_BRANCH, { 0 } };

      tl_path_builder_reset (builder);
      add_route (self, i, builder);
      item.bounds = tl_path_get_reach (tl_path_builder_get_path (builder), get_stroke (link).width);
      tl_recorder_add_due (recorder, &item, item.bounds);
    }
  tl_painter_end_group (TL_PAINTER (recorder));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <glib/gi18n.h>

#include "tl-map-look.h"

#define BRANCH_WIDTH 1.5
#define DOT_OPACITY 1.7 /* of a broken line against a solid one */

/* What a line says that stands for several links; one that stands for one says nothing. */
#define COUNT_HEIGHT 15.0
#define COUNT_PADDING 7.0
#define COUNT_START 20.0 /* from the begin of the column that the line passes */
#define COUNT_STEP 64.0  /* to the count of the next line, which would be over it otherwise */
#define COUNT_OPACITY 0.6

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
  return tl_map_get_link_stroke (link->strength, link->status);
}

static const char *
get_id (const TlMap *self, const TlMapLink *link, TlRecorder *recorder)
{
  g_autofree char *id = NULL;

  if (link->item != NULL)
    return tl_item_get_id (link->item);
  id = g_strconcat ("branch:", tl_item_get_id (tl_map_get_card (self, link->right)->item), NULL);
  return tl_recorder_keep (recorder, id);
}

/* Lines that pass a column beside each other are nearer than words are high, and those that pass a
 * row nearer than words are wide. */
static TlPoint
get_count_middle (const TlMap *self, guint link, double width)
{
  guint start = g_array_index (self->route_starts, guint, link);
  guint end = g_array_index (self->route_starts, guint, link + 1);
  const TlPoint *points = &g_array_index (self->route_points, TlPoint, start);
  gboolean is_upright = tl_map_get_link (self, link)->is_upright;
  double pitch = self->metrics.row_gap;
  int n_steps = (int) ceil ((is_upright ? width : COUNT_HEIGHT) / pitch);
  int step;

  /* A link of a pinned card passes nothing. */
  if (end - start < 4)
    return tl_point ((points[0].x + points[1].x) / 2, (points[0].y + points[1].y) / 2);
  step = (int) lround (fabs (is_upright ? points[1].x : points[1].y) / pitch) % n_steps;
  if (is_upright)
    return tl_point (points[1].x, points[1].y + COUNT_HEIGHT / 2 + step * (COUNT_HEIGHT + 1));
  return tl_point (points[1].x + COUNT_START + width / 2 + step * COUNT_STEP, points[1].y);
}

/* In a row there is room for the number alone. */
static char *
dup_count (const TlMapLink *link)
{
  if (link->is_upright)
    return g_strdup_printf ("%u", link->n_folded);
  /* Translators: on a line of the map that stands for as many links. */
  return g_strdup_printf (ngettext ("%u link", "%u links", link->n_folded), link->n_folded);
}

static TlRect
get_count_rect (const TlMap *self, guint link, const char *label)
{
  double width = tl_text_estimate_width (label, TL_TEXT_DETAIL) + 2 * COUNT_PADDING;
  TlPoint middle = get_count_middle (self, link, width);

  return tl_rect (middle.x - width / 2, middle.y - COUNT_HEIGHT / 2, width, COUNT_HEIGHT);
}

/* How far a line and its count reach. */
static TlRect
get_reach (const TlMap *self, guint index, TlPath path)
{
  const TlMapLink *link = tl_map_get_link (self, index);
  TlRect reach = tl_path_get_reach (path, get_stroke (link).width);
  g_autofree char *label = link->n_folded > 1 ? dup_count (link) : NULL;

  return label != NULL ? tl_rect_union (reach, get_count_rect (self, index, label)) : reach;
}

static void
draw_count (const TlMap *self, guint link, TlRecorder *recorder)
{
  TlPainter *painter = TL_PAINTER (recorder);
  g_autofree char *label = dup_count (tl_map_get_link (self, link));
  TlRect rect = get_count_rect (self, link, label);
  TlText text = {
    .string = label,
    .role = TL_TEXT_DETAIL,
    .align = TL_ALIGN_CENTER,
    .width = rect.width,
    .max_lines = 1,
    .color = self->theme->text,
  };

  tl_recorder_set_detail (recorder, TL_DETAIL_FULL);
  tl_recorder_set_ink (recorder, TL_INK_OWN);
  tl_painter_fill_rect (painter, rect, COUNT_HEIGHT / 2, self->theme->canvas);
  tl_painter_draw_text (painter, &text, tl_point (rect.x, rect.y));
  tl_recorder_set_ink (recorder, TL_INK_TINT);
  tl_painter_stroke_rect (painter, tl_rect_grow (rect, -0.5), COUNT_HEIGHT / 2 - 0.5, tl_stroke (1),
                          tl_color_with_alpha (self->theme->quiet, COUNT_OPACITY));
  tl_recorder_set_detail (recorder, TL_DETAIL_ALL);
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
  if (link->n_folded > 1)
    draw_count (self, index, recorder);
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
      TlEntryRole role = link->item != NULL ? TL_ENTRY_LINK : TL_ENTRY_BRANCH;
      TlPainterItem item = { get_id (self, link, recorder), NULL, NULL, NULL, role, { 0 } };

      tl_path_builder_reset (builder);
      add_route (self, i, builder);
      item.bounds = get_reach (self, i, tl_path_builder_get_path (builder));
      tl_recorder_add_due (recorder, &item, item.bounds);
    }
  tl_painter_end_group (TL_PAINTER (recorder));
}

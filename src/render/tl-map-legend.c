/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <glib/gi18n.h>

#include "tl-flow-layout.h"
#include "tl-legend.h"
#include "tl-map-look.h"

#define SYMBOL_GAP 8.0
#define KEY_GAP 20.0 /* between two explanations */
#define KEY_HEIGHT 18.0
#define TOP_GAP 28.0  /* between the map and its legend */
#define PART_GAP 10.0 /* between colours and shapes */

/* Some of the keys, in rows of their own. */
typedef struct
{
  guint first;
  guint end;
} Part;

static char *
dup_label (const TlLegendKey *key)
{
  if (key->sort != TL_KEY_CATEGORY && key->sort != TL_KEY_MORE)
    return g_strdup (key->label);
  /* Translators: in the legend, a category, and how many have it. */
  return g_strdup_printf (C_ ("legend", "%s (%u)"), key->label, key->n);
}

static void
draw_key (TlMap *self, TlPainter *painter, const TlLegendKey *key, TlRect rect)
{
  double symbol = tl_legend_get_symbol_width (key);
  g_autofree char *label = dup_label (key);
  TlText text = {
    .string = label,
    .role = TL_TEXT_DETAIL,
    .width = rect.width - symbol - SYMBOL_GAP,
    .max_lines = 1,
    .color = self->theme->quiet,
  };

  tl_legend_paint_symbol (key, self->colouring, self->theme, painter,
                          tl_rect (rect.x, rect.y, symbol, rect.height));
  tl_painter_draw_text (painter, &text, tl_point (rect.x + symbol + SYMBOL_GAP, rect.y + 1));
}

static TlRect
measure_key (const TlLegendKey *key, double width)
{
  g_autofree char *label = dup_label (key);
  double own = tl_legend_get_symbol_width (key) + SYMBOL_GAP + KEY_GAP
               + tl_text_estimate_width (label, TL_TEXT_DETAIL) * 1.1;

  return tl_rect (0, 0, MIN (own, width), KEY_HEIGHT);
}

/* Returns the height that the part takes from @origin down. */
static double
place_part (const GArray *keys, Part part, TlRect *rects, TlPoint origin, double width)
{
  if (part.first == part.end)
    return 0;
  for (guint i = part.first; i < part.end; i++)
    rects[i] = measure_key (&g_array_index (keys, TlLegendKey, i), width);
  return tl_flow_layout (rects + part.first, (int) (part.end - part.first), origin, width + KEY_GAP,
                         4);
}

/* On paper goals stand beside their colours, with their ranks. */
static GArray *
list_keys (const TlMap *self, guint *n_categories)
{
  GArray *keys = tl_legend_list_for (self->colouring, self->n_shapes);
  guint n = 0;

  while (n < keys->len && g_array_index (keys, TlLegendKey, n).sort <= TL_KEY_MORE)
    n++;
  if (self->options->colour_by == TL_COLOUR_BY_GOAL && n > 0)
    {
      g_array_remove_range (keys, 0, n);
      n = 0;
    }
  *n_categories = n;
  return keys;
}

/**
 * tl_map_get_strength_shape:
 * @strength: of a link, a choice, or %TL_CHOICE_NONE
 *
 * Returns: what the width of its line means; that it is disputed is another thing, which dashes say
 */
TlMapShape
tl_map_get_strength_shape (int strength)
{
  return strength == TL_STRENGTH_STRONG   ? TL_MAP_STRONG
         : strength == TL_STRENGTH_MEDIUM ? TL_MAP_MEDIUM
                                          : TL_MAP_WEAK;
}

static void
count_link (TlMap *self, const TlMapLink *link)
{
  self->n_shapes[tl_map_get_strength_shape (link->strength)]++;
  if (link->status == TL_LINK_STATUS_DISPUTED)
    self->n_shapes[TL_MAP_DISPUTED]++;
}

static TlMapShape
get_mark_shape (const TlMapCard *card)
{
  int category = tl_item_get_choice (card->item, TL_PROJECT_WORK_CATEGORY);

  return category == TL_CHOICE_NONE
             ? TL_MAP_UNSORTED
             : (TlMapShape) (TL_MAP_STRATEGIC + (category - TL_WORK_STRATEGIC));
}

/**
 * tl_map_count_shapes:
 * @self: a map whose cards and links are collected
 *
 * Counts what the legend explains.
 */
void
tl_map_count_shapes (TlMap *self)
{
  for (guint i = 0; i < self->links->len; i++)
    if (tl_map_get_link (self, i)->item != NULL)
      count_link (self, tl_map_get_link (self, i));
  for (guint i = 0; i < self->cards->len; i++)
    {
      const TlMapCard *card = tl_map_get_card (self, (int) i);

      if (card->kind == TL_KIND_PROJECT)
        self->n_shapes[get_mark_shape (card)]++;
      self->n_shapes[TL_MAP_LEVEL] += card->kind == TL_KIND_OBJECTIVE;
      self->n_shapes[TL_MAP_UNSERVED] += tl_map_card_is_unserved (card);
      self->n_shapes[TL_MAP_FLAGGED] += card->is_flagged;
    }
  self->n_shapes[TL_MAP_UNALIGNED] = self->n_shown_alarms;
}

/**
 * tl_map_draw_legend:
 * @self: a map
 * @recorder: where to draw
 *
 * Adds the meaning of colours, lines, marks and signs under the map, in as many rows as they need.
 */
void
tl_map_draw_legend (TlMap *self, TlRecorder *recorder)
{
  TlPainter *painter = TL_PAINTER (recorder);
  TlRect map = tl_rect_union (tl_rect_union (self->columns, self->alarm), self->mandates);
  TlRect bounds = tl_rect (map.x, map.y + map.height + TOP_GAP, map.width, 0);
  TlPainterItem item = { "legend", C_ ("spoken", "Legend"), NULL, NULL, TL_ENTRY_LEGEND, { 0 } };
  guint n_categories;
  g_autoptr (GArray) keys = list_keys (self, &n_categories);
  g_autofree TlRect *rects = g_new0 (TlRect, keys->len + 1);

  bounds.height = place_part (keys, (Part) { 0, n_categories }, rects,
                              tl_point (bounds.x, bounds.y), bounds.width);
  bounds.height += n_categories > 0 ? PART_GAP : 0;
  bounds.height += place_part (keys, (Part) { n_categories, keys->len }, rects,
                               tl_point (bounds.x, bounds.y + bounds.height), bounds.width);
  item.bounds = bounds;
  tl_painter_begin_item (painter, &item);
  for (guint i = 0; i < keys->len; i++)
    {
      rects[i].width -= KEY_GAP;
      draw_key (self, painter, &g_array_index (keys, TlLegendKey, i), rects[i]);
    }
  tl_painter_end_item (painter);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <glib/gi18n.h>

#include "tl-flow-layout.h"
#include "tl-map-look.h"

#define SYMBOL_WIDTH 32.0
#define SYMBOL_GAP 8.0
#define KEY_GAP 20.0 /* between two explanations */
#define KEY_HEIGHT 18.0
#define TOP_GAP 28.0 /* between the map and its legend */

typedef enum
{
  KEY_LINK,
  KEY_MARK,
  KEY_UNSERVED,
  KEY_LEVEL,
  KEY_SIGN,
} KeySort;

/* What a symbol of the map means. */
typedef struct
{
  KeySort sort;
  int choice; /* strength or work category */
  int status; /* of a link */
  const char *label;
} Key;

static const Key keys[] = {
  { KEY_LINK, TL_STRENGTH_STRONG, TL_CHOICE_NONE, NC_ ("legend", "strong link") },
  { KEY_LINK, TL_STRENGTH_MEDIUM, TL_CHOICE_NONE, NC_ ("legend", "medium") },
  { KEY_LINK, TL_STRENGTH_WEAK, TL_CHOICE_NONE, NC_ ("legend", "weak") },
  { KEY_LINK, TL_STRENGTH_MEDIUM, TL_LINK_STATUS_DISPUTED, NC_ ("legend", "disputed") },
  { KEY_MARK, TL_WORK_STRATEGIC, 0, NC_ ("legend", "strategic") },
  { KEY_MARK, TL_WORK_TACTICAL, 0, NC_ ("legend", "tactical") },
  { KEY_MARK, TL_WORK_TRANSACTIONAL, 0, NC_ ("legend", "transactional") },
  { KEY_LEVEL, 0, 0, NC_ ("legend", "level of the objective, 0 to 5") },
  { KEY_UNSERVED, 0, 0, NC_ ("legend", "nothing serves it") },
  { KEY_SIGN, 0, 0, NC_ ("legend", "needs a decision") },
};

static const char *
get_label (const Key *key)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "legend", key->label);
}

static double
get_symbol_width (const Key *key)
{
  return key->sort == KEY_MARK || key->sort == KEY_SIGN ? 10 : SYMBOL_WIDTH;
}

static void
draw_link_key (TlMap *self, TlPainter *painter, const Key *key, TlRect symbol)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  double y = symbol.y + symbol.height / 2;
  TlColor color = tl_color_with_alpha (tl_theme_get_hue (self->theme, 0),
                                       MIN (self->theme->link_opacity * 1.4, 1));

  tl_path_builder_move_to (builder, symbol.x, y);
  tl_path_builder_line_to (builder, symbol.x + symbol.width, y);
  tl_painter_stroke_path (painter, tl_path_builder_get_path (builder),
                          tl_map_get_link_stroke (key->choice, key->status), color);
}

static void
draw_level_key (TlMap *self, TlPainter *painter, TlRect symbol)
{
  TlRect chip = tl_rect (symbol.x, symbol.y + 1, symbol.width, symbol.height - 2);
  TlText text = {
    .string = C_ ("level", "L0–5"),
    .role = TL_TEXT_DETAIL,
    .align = TL_ALIGN_CENTER,
    .width = symbol.width,
    .max_lines = 1,
    .color = self->theme->quiet,
  };

  tl_painter_stroke_rect (painter, tl_rect_grow (chip, -0.5), 7.5, tl_stroke (1),
                          tl_color_mix (self->theme->border, self->theme->quiet, 0.25));
  tl_painter_draw_text (painter, &text, tl_point (symbol.x, symbol.y + 1));
}

static void
draw_symbol (TlMap *self, TlPainter *painter, const Key *key, TlRect symbol)
{
  const TlTheme *theme = self->theme;
  TlRect card = tl_rect (symbol.x, symbol.y + 2, symbol.width, symbol.height - 4);

  switch (key->sort)
    {
    case KEY_LINK:
      draw_link_key (self, painter, key, symbol);
      break;
    case KEY_MARK:
      tl_map_draw_mark (painter, key->choice, tl_rect_get_center (symbol), theme->quiet);
      break;
    case KEY_UNSERVED:
      tl_painter_fill_rect (painter, card, 5, theme->amber_ground);
      tl_painter_stroke_rect (painter, card, 5, tl_stroke_dashed (1.25, 5, 3.5), theme->amber_line);
      break;
    case KEY_LEVEL:
      draw_level_key (self, painter, symbol);
      break;
    case KEY_SIGN:
      tl_map_draw_sign (painter, tl_rect_get_center (symbol), theme->amber);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
draw_key (TlMap *self, TlPainter *painter, const Key *key, TlRect rect)
{
  double symbol = get_symbol_width (key);
  TlText text = {
    .string = get_label (key),
    .role = TL_TEXT_DETAIL,
    .width = rect.width - symbol - SYMBOL_GAP,
    .max_lines = 1,
    .color = self->theme->quiet,
  };

  draw_symbol (self, painter, key, tl_rect (rect.x, rect.y, symbol, rect.height));
  tl_painter_draw_text (painter, &text, tl_point (rect.x + symbol + SYMBOL_GAP, rect.y + 1));
}

/**
 * tl_map_draw_legend:
 * @self: a map
 * @recorder: where to draw
 *
 * Adds the meaning of lines, marks and signs under the map, in as many rows as they need.
 */
void
tl_map_draw_legend (TlMap *self, TlRecorder *recorder)
{
  TlPainter *painter = TL_PAINTER (recorder);
  TlRect map = tl_rect_union (tl_rect_union (self->columns, self->alarm), self->mandates);
  TlRect rects[G_N_ELEMENTS (keys)];
  TlRect bounds = tl_rect (map.x, map.y + map.height + TOP_GAP, map.width, 0);
  TlPainterItem item = { "legend", C_ ("spoken", "Legend"), NULL, NULL, TL_ENTRY_LEGEND, { 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    rects[i] = tl_rect (0, 0,
                        get_symbol_width (&keys[i]) + SYMBOL_GAP + KEY_GAP
                            + tl_text_estimate_width (get_label (&keys[i]), TL_TEXT_DETAIL) * 1.1,
                        KEY_HEIGHT);
  bounds.height = tl_flow_layout (rects, G_N_ELEMENTS (keys), tl_point (bounds.x, bounds.y),
                                  bounds.width + KEY_GAP, 4);
  item.bounds = bounds;
  tl_painter_begin_item (painter, &item);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      rects[i].width -= KEY_GAP;
      draw_key (self, painter, &keys[i], rects[i]);
    }
  tl_painter_end_item (painter);
}

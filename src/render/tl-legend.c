/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-legend.h"

#include <glib/gi18n.h>

#include "tl-map-look.h"
#include "tl-scene-private.h"

#define SYMBOL_WIDTH 32.0
#define MARK_WIDTH 10.0
#define SWATCH_WIDTH 14.0
#define HATCH_SPACING 9.0
#define HATCH_WIDTH 3.0

typedef struct
{
  TlKeySort sort;
  int choice;
  int status;
  const char *label;
} Shape;

static const Shape shapes[TL_MAP_N_SHAPES] = {
  [TL_MAP_STRONG]
  = { TL_KEY_LINK, TL_STRENGTH_STRONG, TL_CHOICE_NONE, NC_ ("legend", "strong link") },
  [TL_MAP_MEDIUM] = { TL_KEY_LINK, TL_STRENGTH_MEDIUM, TL_CHOICE_NONE, NC_ ("legend", "medium") },
  [TL_MAP_WEAK] = { TL_KEY_LINK, TL_STRENGTH_WEAK, TL_CHOICE_NONE, NC_ ("legend", "weak") },
  [TL_MAP_DISPUTED]
  = { TL_KEY_LINK, TL_STRENGTH_MEDIUM, TL_LINK_STATUS_DISPUTED, NC_ ("legend", "disputed") },
  [TL_MAP_STRATEGIC] = { TL_KEY_MARK, TL_WORK_STRATEGIC, 0, NC_ ("legend", "strategic") },
  [TL_MAP_TACTICAL] = { TL_KEY_MARK, TL_WORK_TACTICAL, 0, NC_ ("legend", "tactical") },
  [TL_MAP_TRANSACTIONAL]
  = { TL_KEY_MARK, TL_WORK_TRANSACTIONAL, 0, NC_ ("legend", "transactional") },
  [TL_MAP_UNSORTED] = { TL_KEY_MARK, TL_CHOICE_NONE, 0, NC_ ("legend", "no work category") },
  [TL_MAP_LEVEL] = { TL_KEY_LEVEL, 0, 0, NC_ ("legend", "level of the objective, 0 to 5") },
  [TL_MAP_UNSERVED] = { TL_KEY_UNSERVED, 0, 0, NC_ ("legend", "nothing serves it") },
  [TL_MAP_FLAGGED] = { TL_KEY_SIGN, 0, 0, NC_ ("legend", "needs a decision") },
  [TL_MAP_UNALIGNED] = { TL_KEY_TRAY, 0, 0, NC_ ("legend", "not aligned") },
  [TL_MAP_PINNED] = { TL_KEY_PIN, 0, 0, NC_ ("legend", "pinned to its place") },
};

static void
paint_link (const TlLegendKey *key, const TlTheme *theme, TlPainter *painter, TlRect rect)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  double y = rect.y + rect.height / 2;
  TlColor color
      = tl_color_with_alpha (tl_theme_get_hue (theme, 0), MIN (theme->link_opacity * 1.4, 1));

  tl_path_builder_move_to (builder, rect.x, y);
  tl_path_builder_line_to (builder, rect.x + rect.width, y);
  tl_painter_stroke_path (painter, tl_path_builder_get_path (builder),
                          tl_map_get_link_stroke (key->choice, key->status), color);
}

static void
paint_level (const TlTheme *theme, TlPainter *painter, TlRect rect)
{
  TlRect chip = tl_rect (rect.x, rect.y + 1, rect.width, rect.height - 2);
  TlText text = {
    .string = C_ ("level", "L0–5"),
    .role = TL_TEXT_DETAIL,
    .align = TL_ALIGN_CENTER,
    .width = rect.width,
    .max_lines = 1,
    .color = theme->quiet,
  };

  tl_painter_stroke_rect (painter, tl_rect_grow (chip, -0.5), 7.5, tl_stroke (1),
                          tl_color_mix (theme->border, theme->quiet, 0.25));
  tl_painter_draw_text (painter, &text, tl_point (rect.x, rect.y + 1));
}

/* As the edge of a card, only broader. */
static void
paint_category (TlLook look, TlColor color, TlPainter *painter, TlRect rect)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  TlRect swatch = tl_rect (rect.x, rect.y + 2, rect.width, rect.height - 4);
  double x = rect.x + rect.width / 2;

  if (look == TL_LOOK_PLAIN || look == TL_LOOK_SOLID)
    {
      tl_painter_fill_rect (painter, swatch, 3.5, color);
      return;
    }
  if (look == TL_LOOK_HATCHED)
    {
      tl_painter_hatch_rect (painter, tl_rect_grow (swatch, -1), 3, 6, tl_stroke (2), color);
      tl_painter_stroke_rect (painter, tl_rect_grow (swatch, -0.5), 3, tl_stroke (1), color);
      return;
    }
  tl_path_builder_move_to (builder, x, rect.y + 3);
  tl_path_builder_line_to (builder, x, rect.y + rect.height - 2);
  tl_painter_stroke_path (painter, tl_path_builder_get_path (builder), tl_stroke_dashed (3.5, 0, 5),
                          color);
}

static void
paint_tray (const TlTheme *theme, TlPainter *painter, TlRect card, gboolean is_hatched)
{
  tl_painter_fill_rect (painter, card, 5, theme->amber_ground);
  if (is_hatched)
    tl_painter_hatch_rect (painter, tl_rect_grow (card, -HATCH_WIDTH / 2), 5 - HATCH_WIDTH / 2,
                           HATCH_SPACING, tl_stroke (HATCH_WIDTH), theme->amber_hatch);
  tl_painter_stroke_rect (painter, card, 5, tl_stroke_dashed (1.25, 5, 3.5), theme->amber_line);
}

static void
add_categories (const TlColouring *colouring, GArray *keys)
{
  TlLegendKey more = { TL_KEY_MORE, 0, 0, 0, C_ ("legend", "more goals") };
  guint first = keys->len;

  for (guint i = 0; i < tl_colouring_get_n_categories (colouring); i++)
    {
      const TlCategory *category = tl_colouring_get_category (colouring, (int) i);
      TlLegendKey key = { TL_KEY_CATEGORY, (int) i, 0, category->n_projects, category->label };

      if (category->n_items == 0)
        continue;
      if (category->look == TL_LOOK_PLAIN && keys->len - first >= TL_N_HUES)
        more.n++;
      else
        g_array_append_val (keys, key);
    }
  if (more.n > 0)
    g_array_append_val (keys, more);
}

/*
 * tl_legend_list_for:
 * @colouring: with what is in the picture counted
 * @n_shapes: how many there are of each shape
 *
 * Returns: (transfer full) (element-type TlLegendKey): what is in use, categories first
 */
GArray *
tl_legend_list_for (const TlColouring *colouring, const guint *n_shapes)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (TlLegendKey));

  add_categories (colouring, keys);
  for (guint i = 0; i < TL_MAP_N_SHAPES; i++)
    {
      const Shape *shape = &shapes[i];
      TlLegendKey key = { shape->sort, shape->choice, shape->status, n_shapes[i],
                          g_dpgettext2 (GETTEXT_PACKAGE, "legend", shape->label) };

      if (key.n > 0)
        g_array_append_val (keys, key);
    }
  return keys;
}

/**
 * tl_legend_list_keys:
 * @scene: a scene, which outlives the keys, as it is coloured now
 *
 * Returns: (transfer full) (element-type TlLegendKey): the meaning of all that is in the picture,
 *   and of nothing else: the categories of its colouring, then lines, marks and signs
 */
GArray *
tl_legend_list_keys (const TlScene *scene)
{
  return tl_legend_list_for (scene->colouring, scene->n_shapes);
}

/* A link has two looks at once: its width says how strong it is, and dashes that it is disputed. */
static gboolean
shows_link (const TlLegendKey *key, TlItem *link)
{
  if (key->status == TL_LINK_STATUS_DISPUTED)
    return tl_item_get_choice (link, TL_LINK_STATUS) == TL_LINK_STATUS_DISPUTED;
  return tl_map_get_strength_shape (tl_item_get_choice (link, TL_LINK_STRENGTH))
         == tl_map_get_strength_shape (key->choice);
}

/**
 * tl_legend_has_entry:
 * @scene: a scene
 * @key: one of its keys
 * @entry: of its list
 * @item: what the entry shows
 *
 * Returns: whether the entry is one of those that the key is about
 */
gboolean
tl_legend_has_entry (const TlScene *scene, const TlLegendKey *key, guint entry, TlItem *item)
{
  const TlSceneNode *node = tl_scene_get_node (scene, entry);
  gboolean is_project = node->kind == TL_KIND_PROJECT;

  switch (key->sort)
    {
    case TL_KEY_CATEGORY:
      return node->kind != TL_N_KINDS && node->category == key->choice
             && (is_project || tl_colouring_get_by (scene->colouring) == TL_COLOUR_BY_GOAL);
    case TL_KEY_LINK:
      return tl_item_get_kind (item) == TL_KIND_LINK && shows_link (key, item);
    case TL_KEY_MARK:
      return is_project && tl_item_get_choice (item, TL_PROJECT_WORK_CATEGORY) == key->choice;
    case TL_KEY_LEVEL:
      return node->kind == TL_KIND_OBJECTIVE;
    case TL_KEY_UNSERVED:
      return node->is_unserved;
    case TL_KEY_SIGN:
      return node->is_flagged;
    case TL_KEY_TRAY:
      return node->is_apart && !node->is_mandate;
    case TL_KEY_PIN:
      return node->is_pinned;
    case TL_KEY_MORE:
    default:
      return FALSE;
    }
}

/**
 * tl_legend_get_symbol_width:
 * @key: a key
 *
 * Returns: how wide its symbol is, in map units
 */
double
tl_legend_get_symbol_width (const TlLegendKey *key)
{
  switch (key->sort)
    {
    case TL_KEY_CATEGORY:
    case TL_KEY_MORE:
      return SWATCH_WIDTH;
    case TL_KEY_MARK:
    case TL_KEY_SIGN:
    case TL_KEY_PIN:
      return MARK_WIDTH;
    default:
      return SYMBOL_WIDTH;
    }
}

/**
 * tl_legend_paint_symbol:
 * @key: a key
 * @colouring: the one that it is of
 * @theme: the colours
 * @painter: where to paint
 * @rect: the place of the symbol, as wide as tl_legend_get_symbol_width() says
 */
void
tl_legend_paint_symbol (const TlLegendKey *key,
                        const TlColouring *colouring,
                        const TlTheme *theme,
                        TlPainter *painter,
                        TlRect rect)
{
  TlRect card = tl_rect (rect.x, rect.y + 2, rect.width, rect.height - 4);

  switch (key->sort)
    {
    case TL_KEY_CATEGORY:
      paint_category (tl_colouring_get_category (colouring, key->choice)->look,
                      tl_colouring_get_color (colouring, key->choice, theme), painter, rect);
      break;
    case TL_KEY_LINK:
      paint_link (key, theme, painter, rect);
      break;
    case TL_KEY_MARK:
      tl_map_draw_mark (painter, key->choice, tl_rect_get_center (rect), theme->quiet);
      break;
    case TL_KEY_LEVEL:
      paint_level (theme, painter, rect);
      break;
    case TL_KEY_SIGN:
      tl_map_draw_sign (painter, tl_rect_get_center (rect), theme->amber);
      break;
    case TL_KEY_PIN:
      tl_map_draw_pin (painter, tl_rect_get_center (rect), theme);
      break;
    case TL_KEY_UNSERVED:
    case TL_KEY_TRAY:
      paint_tray (theme, painter, card, key->sort == TL_KEY_TRAY);
      break;
    case TL_KEY_MORE:
    default:
      break;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <glib/gi18n.h>

#include "tl-map-look.h"

#define BAR_HEIGHT 6.0
#define MARK_RADIUS 4.5
#define BLOCK_SHADE 0.5
#define BLOCK_TINT 0.55 /* of a card that is too small for its edge to be seen */

#define GOAL_TEXT_WIDTH 480.0 /* of a goal, however wide it is over its objectives */

#define PIN_RADIUS 4.5
#define PIN_EYE 1.5
#define PIN_RIM 1.5
#define PIN_INSET 14.5

#define DETAIL_HEIGHT 16.0
#define NOTE_SHARE 0.4 /* of a title in one line, for what the colour says */

#define WITH_TITLES (TL_DETAIL_FULL | TL_DETAIL_TITLES)
#define WITH_SHAPES (WITH_TITLES | TL_DETAIL_BARS)

/* One card being drawn. */
typedef struct
{
  const TlMap *map;
  const TlTheme *theme;
  const TlMapCard *card;
  TlRecorder *recorder;
  TlPainter *painter; /* the same */
  TlPathBuilder *builder;
} Pen;

static TlColor
get_title_color (const Pen *pen)
{
  return pen->card->is_inactive ? pen->theme->quiet : pen->theme->text;
}

static TlRect
inset_for_border (TlRect rect, double width)
{
  return tl_rect_grow (rect, -width / 2);
}

static void
draw_ground (const Pen *pen, TlColor ground, TlColor border, TlStroke stroke)
{
  TlRect line = inset_for_border (pen->card->rect, stroke.width);
  double radius = pen->map->metrics.radius;
  TlColor amber = pen->theme->amber_line;
  TlColor shade = tl_color_equal (border, amber) ? amber : pen->theme->border;

  /* A block has no border, and must be seen without. */
  tl_recorder_set_detail (pen->recorder, TL_DETAIL_BLOCKS);
  tl_painter_fill_rect (pen->painter, pen->card->rect, radius,
                        tl_color_mix (ground, shade, BLOCK_SHADE));
  if (pen->card->kind == TL_KIND_PROJECT)
    {
      tl_recorder_set_look (pen->recorder, TL_LOOK_COLOURED);
      tl_recorder_set_ink (pen->recorder, TL_INK_TINT);
      tl_painter_fill_rect (pen->painter, pen->card->rect, radius,
                            tl_color_with_alpha (ground, BLOCK_TINT));
      tl_recorder_set_ink (pen->recorder, TL_INK_OWN);
      tl_recorder_set_look (pen->recorder, TL_LOOK_ALL);
    }
  tl_recorder_set_detail (pen->recorder, WITH_SHAPES);
  tl_painter_fill_rect (pen->painter, pen->card->rect, radius, ground);
  tl_painter_stroke_rect (pen->painter, line, radius - stroke.width / 2, stroke, border);
  tl_recorder_set_detail (pen->recorder, TL_DETAIL_ALL);
}

/* @look: in which the edge is a broken line, of this kind */
static void
draw_broken_edge (const Pen *pen, TlLook look, TlStroke stroke)
{
  TlRect rect = pen->card->rect;
  double inset = MIN (pen->map->metrics.radius, rect.height / 4);

  tl_path_builder_reset (pen->builder);
  tl_path_builder_move_to (pen->builder, rect.x + TL_MAP_EDGE / 2, rect.y + inset);
  tl_path_builder_line_to (pen->builder, rect.x + TL_MAP_EDGE / 2, rect.y + rect.height - inset);
  tl_recorder_set_look (pen->recorder, look);
  tl_painter_stroke_path (pen->painter, tl_path_builder_get_path (pen->builder), stroke,
                          pen->theme->quiet);
}

/* The colour runs along the left side: dotted when nobody has recorded what it would stand for,
 * hatched for what is not aligned. @look: in which it is a plain strip */
static void
draw_edge (const Pen *pen, TlLook look)
{
  tl_recorder_set_ink (pen->recorder, TL_INK_TINT);
  tl_recorder_set_look (pen->recorder, look);
  tl_painter_fill_edge (pen->painter, pen->card->rect, pen->map->metrics.radius, TL_MAP_EDGE,
                        pen->theme->quiet);
  tl_recorder_set_detail (pen->recorder, WITH_SHAPES);
  draw_broken_edge (pen, TL_LOOK_DOTTED, tl_stroke_dashed (TL_MAP_EDGE - 1.5, 0, 6));
  draw_broken_edge (pen, TL_LOOK_HATCHED, tl_stroke_dashed (TL_MAP_EDGE, 6, 3));
  tl_recorder_set_detail (pen->recorder, TL_DETAIL_ALL);
  tl_recorder_set_look (pen->recorder, TL_LOOK_ALL);
  tl_recorder_set_ink (pen->recorder, TL_INK_OWN);
}

/* What stands for the lines of a title when they are too small to be read. */
static void
draw_bars (const Pen *pen, TlRect lines, const char *title)
{
  double line_height = tl_text_role_get_line_height (TL_TEXT_TITLE);
  double length = tl_text_estimate_width (title, TL_TEXT_TITLE);

  tl_recorder_set_detail (pen->recorder, TL_DETAIL_BARS);
  for (int i = 0; i < pen->card->n_lines; i++)
    {
      double width = CLAMP (length - i * lines.width, lines.width * 0.2, lines.width * 0.96);
      TlRect bar = tl_rect (lines.x, lines.y + i * line_height + (line_height - BAR_HEIGHT) / 2,
                            width, BAR_HEIGHT);

      tl_painter_fill_rect (pen->painter, bar, BAR_HEIGHT / 2, pen->theme->bar);
    }
  tl_recorder_set_detail (pen->recorder, TL_DETAIL_ALL);
}

/* What a goal's title and the quiet line take. */
static double
get_goal_height (const TlMapCard *card)
{
  return 2 * TL_MAP_PADDING + TL_MAP_BADGE_ROW
         + card->n_lines * tl_text_role_get_line_height (TL_TEXT_TITLE)
         + (card->is_folded ? 2 : 1) * tl_text_role_get_line_height (TL_TEXT_DETAIL);
}

/* The fonts at hand may make one line more of a title than was estimated; goals mostly have room.
 */
static gboolean
has_spare_line (const Pen *pen)
{
  return pen->card->kind == TL_KIND_GOAL
         && pen->card->rect.height
                >= get_goal_height (pen->card) + tl_text_role_get_line_height (TL_TEXT_TITLE);
}

/* @lines: where the title goes. The quiet line follows right under it, however many lines the
 * fonts at hand make of the title. */
static void
draw_title (const Pen *pen, TlRect lines, const char *below, TlColor below_color)
{
  const char *title = pen->card->title;
  TlText text = {
    .string = title,
    .role = TL_TEXT_TITLE,
    .width = lines.width,
    .max_lines = pen->card->n_lines + (has_spare_line (pen) ? 1 : 0),
    .color = get_title_color (pen),
  };

  tl_recorder_set_detail (pen->recorder,
                          below != NULL && *below != '\0' ? TL_DETAIL_TITLES : WITH_TITLES);
  tl_painter_draw_text (pen->painter, &text, tl_point (lines.x, lines.y));
  if (below != NULL && *below != '\0')
    {
      text.suffix = below;
      text.suffix_below = TRUE;
      text.suffix_color = below_color;
      tl_recorder_set_detail (pen->recorder, TL_DETAIL_FULL);
      tl_recorder_set_noted (pen->recorder, TRUE, 0);
      tl_painter_draw_text (pen->painter, &text, tl_point (lines.x, lines.y));
      tl_recorder_set_noted (pen->recorder, FALSE, 0);
    }
  draw_bars (pen, lines, title);
}

static void
draw_detail (const Pen *pen,
             const char *string,
             TlPoint origin,
             double width,
             TlAlign align,
             TlColor color)
{
  TlText text = {
    .string = string,
    .role = TL_TEXT_DETAIL,
    .align = align,
    .width = width,
    .max_lines = 1,
    .color = color,
  };

  tl_recorder_set_detail (pen->recorder, TL_DETAIL_FULL);
  tl_painter_draw_text (pen->painter, &text, origin);
  tl_recorder_set_detail (pen->recorder, TL_DETAIL_ALL);
}

/* Returns the width of the badge; goals that are no longer active have no rank and no badge. */
static double
draw_rank (const Pen *pen, TlPoint origin)
{
  TlAlignment *alignment = tl_analysis_get_alignment (pen->map->analysis);
  guint rank = tl_alignment_get_rank (alignment, pen->card->item);
  g_autofree char *digits = g_strdup_printf ("%u", rank);
  double width = MAX (20, tl_text_estimate_width (digits, TL_TEXT_STRONG) + 12);
  TlText text = {
    .string = digits,
    .role = TL_TEXT_STRONG,
    .align = TL_ALIGN_CENTER,
    .width = width,
    .max_lines = 1,
    .color = pen->theme->surface,
  };

  if (rank == 0)
    return 0;
  tl_recorder_set_detail (pen->recorder, WITH_SHAPES);
  tl_recorder_set_ink (pen->recorder, TL_INK_TINT);
  tl_painter_fill_rect (pen->painter, tl_rect (origin.x, origin.y, width, 16), 8,
                        pen->theme->quiet);
  tl_recorder_set_detail (pen->recorder, WITH_TITLES);
  tl_recorder_set_ink (pen->recorder, TL_INK_ON_TINT);
  tl_painter_draw_text (pen->painter, &text, origin);
  tl_recorder_set_ink (pen->recorder, TL_INK_OWN);
  tl_recorder_set_detail (pen->recorder, TL_DETAIL_ALL);
  return width + 8;
}

/* A goal's card is as high as its block of objectives, and so mostly has; but half a line of
 * figures says less than none. */
static gboolean
has_room_below_title (const Pen *pen, const char *line, double width)
{
  return pen->card->rect.height >= get_goal_height (pen->card)
         && (pen->card->sign != NULL || tl_text_estimate_width (line, TL_TEXT_DETAIL) <= width);
}

static void
draw_hidden (const Pen *pen)
{
  TlRect rect = pen->card->rect;
  double y = rect.y + rect.height - TL_MAP_PADDING - tl_text_role_get_line_height (TL_TEXT_DETAIL);
  g_autofree char *words = tl_map_describe_hidden (pen->card);

  draw_detail (pen, words, tl_point (rect.x + TL_MAP_INSET, y), rect.width - 2 * TL_MAP_INSET,
               TL_ALIGN_START, pen->card->hides_flagged ? pen->theme->amber : pen->theme->quiet);
}

static void
draw_goal (const Pen *pen)
{
  TlRect rect = pen->card->rect;
  double width = MIN (rect.width, GOAL_TEXT_WIDTH) - 2 * TL_MAP_INSET;
  double lines = pen->card->n_lines * tl_text_role_get_line_height (TL_TEXT_TITLE);
  TlPoint at = tl_point (rect.x + TL_MAP_INSET, rect.y + TL_MAP_PADDING);
  g_autofree char *facts = tl_map_describe_card (pen->map, pen->card);
  g_autofree char *below = tl_map_describe_goal (pen->map, pen->card);
  gboolean can_fold = tl_map_card_can_fold (pen->map, pen->card);
  double badge;

  draw_ground (pen, pen->theme->surface, pen->theme->border, tl_stroke (pen->theme->border_width));
  draw_edge (pen, TL_LOOK_PLAIN | TL_LOOK_SOLID);
  badge = draw_rank (pen, at);
  draw_detail (pen, facts, tl_point (at.x + badge, at.y),
               width - badge - (can_fold ? TL_MAP_HANDLE - TL_MAP_INSET : 0), TL_ALIGN_START,
               pen->theme->quiet);
  if (can_fold)
    tl_map_draw_chevron (pen->recorder,
                         tl_rect_get_center (tl_map_get_fold_handle (pen->card->rect)),
                         pen->card->is_folded, pen->theme->quiet);
  if (pen->card->is_folded)
    draw_hidden (pen);
  draw_title (pen, tl_rect (at.x, at.y + TL_MAP_BADGE_ROW, width, lines),
              has_room_below_title (pen, below, width) ? below : NULL,
              pen->card->sign != NULL ? pen->theme->amber : pen->theme->quiet);
}

static void
draw_level (const Pen *pen, TlPoint origin)
{
  double level = tl_item_get_number (pen->card->item, TL_OBJECTIVE_LEVEL);
  TlRect chip = tl_rect (origin.x, origin.y, TL_MAP_CHIP_WIDTH, TL_MAP_CHIP_HEIGHT);
  /* Translators: the level of an objective from 0 to 5; keep it to two letters */
  g_autofree char *label = isnan (level) ? g_strdup (C_ ("level", "L?"))
                                         : g_strdup_printf (C_ ("level", "L%d"), (int) level);
  TlColor border = tl_color_mix (pen->theme->border, pen->theme->quiet, 0.25);

  tl_recorder_set_detail (pen->recorder, TL_DETAIL_FULL);
  tl_painter_stroke_rect (pen->painter, inset_for_border (chip, 1), 7.5, tl_stroke (1), border);
  draw_detail (pen, label, origin, chip.width, TL_ALIGN_CENTER, pen->theme->quiet);
}

static void
draw_objective_ground (const Pen *pen)
{
  const TlTheme *theme = pen->theme;
  gboolean is_served = !tl_map_card_is_unserved (pen->card);
  double width = theme->border_width;

  if (pen->card->is_flagged)
    draw_ground (pen, theme->amber_ground, theme->amber_line,
                 is_served ? tl_stroke (width) : tl_stroke_dashed (width + 0.25, 5, 3.5));
  else
    draw_ground (pen, theme->surface, is_served ? theme->border : theme->quiet,
                 is_served ? tl_stroke (width) : tl_stroke_dashed (width, 5, 3.5));
  if (is_served)
    draw_edge (pen, TL_LOOK_PLAIN | TL_LOOK_SOLID);
}

static void
draw_objective (const Pen *pen)
{
  TlRect rect = pen->card->rect;
  double lines = pen->card->n_lines * tl_text_role_get_line_height (TL_TEXT_TITLE);
  double y = rect.y + (rect.height - lines) / 2;
  double x = rect.x + TL_MAP_INSET - 2;
  TlPoint sign = tl_point (rect.x + rect.width - TL_MAP_INSET, y + 9);

  draw_objective_ground (pen);
  draw_level (pen, tl_point (x, y + 1));
  x += TL_MAP_CHIP_WIDTH + TL_MAP_CHIP_GAP;
  draw_title (pen,
              tl_rect (x, y, tl_map_get_objective_text_width (&pen->map->metrics, pen->card),
                       lines),
              NULL, pen->theme->quiet);
  if (!pen->card->is_flagged)
    return;
  tl_recorder_set_detail (pen->recorder, WITH_SHAPES);
  tl_map_draw_sign (pen->painter, sign, pen->theme->amber);
  tl_recorder_set_detail (pen->recorder, TL_DETAIL_ALL);
}

static void
draw_category (const Pen *pen, TlPoint center)
{
  int category = tl_item_get_choice (pen->card->item, TL_PROJECT_WORK_CATEGORY);

  tl_recorder_set_detail (pen->recorder, WITH_SHAPES);
  tl_map_draw_mark (pen->painter, category, center, pen->theme->quiet);
  tl_recorder_set_detail (pen->recorder, TL_DETAIL_ALL);
}

static char *
dup_project_line (const Pen *pen)
{
  g_autofree char *facts = NULL;

  if (pen->card->days_width > 0)
    return tl_map_dup_days (pen->map, pen->card);
  facts = tl_map_describe_card (pen->map, pen->card);
  if (pen->card->sign == NULL)
    return g_steal_pointer (&facts);
  if (*facts == '\0')
    return g_strconcat ("▲ ", pen->card->sign, NULL);
  return g_strconcat ("▲ ", pen->card->sign, " · ", facts, NULL);
}

/* In one line: the title, and behind it the days. What the colour says needs room, too. */
static void
draw_line (const Pen *pen, TlRect title, const char *line, TlColor quiet)
{
  double y = pen->card->rect.y + (pen->card->rect.height - DETAIL_HEIGHT) / 2;
  double room = title.width * NOTE_SHARE;

  tl_recorder_set_noted (pen->recorder, FALSE, room);
  draw_title (pen, title, NULL, quiet);
  tl_recorder_set_noted (pen->recorder, TRUE, room);
  draw_detail (pen, line, tl_point (title.x + title.width, y), pen->card->days_width, TL_ALIGN_END,
               quiet);
  tl_recorder_set_noted (pen->recorder, FALSE, 0);
}

static void
draw_project (const Pen *pen)
{
  const TlTheme *theme = pen->theme;
  gboolean is_one_line = pen->card->days_width > 0;
  TlRect rect = pen->card->rect;
  gboolean is_alarm
      = tl_map_card_is_apart (pen->card) && pen->card->standing != TL_STANDING_MANDATE;
  TlColor quiet = pen->card->sign != NULL ? theme->amber : theme->quiet;
  double lines = pen->card->n_lines * tl_text_role_get_line_height (TL_TEXT_TITLE);
  double below = is_one_line ? 0 : tl_text_role_get_line_height (TL_TEXT_DETAIL);
  double y = rect.y + (rect.height - lines - below) / 2;
  double x = rect.x + TL_MAP_INSET - 4;
  TlRect title
      = tl_rect (x + TL_MAP_MARK_WIDTH, y, tl_map_get_project_text_width (pen->card), lines);
  g_autofree char *line = dup_project_line (pen);

  draw_ground (pen, theme->surface, is_alarm ? theme->amber_line : theme->border,
               tl_stroke (theme->border_width));
  draw_edge (pen, TL_LOOK_SOLID);
  draw_category (pen, tl_point (x + MARK_RADIUS + 1, y + 9));
  if (is_one_line)
    draw_line (pen, title, line, quiet);
  else
    draw_title (pen, title, line, quiet);
}

/* On the upper edge, in the corner where nothing else is. */
static void
draw_pin (const Pen *pen)
{
  TlRect card = pen->card->rect;

  tl_recorder_set_detail (pen->recorder, WITH_SHAPES);
  tl_map_draw_pin (pen->painter, tl_point (card.x + card.width - PIN_INSET, card.y), pen->theme);
  tl_recorder_set_detail (pen->recorder, TL_DETAIL_ALL);
}

static void
draw_shape (const Pen *pen)
{
  switch (pen->card->kind)
    {
    case TL_KIND_GOAL:
      draw_goal (pen);
      break;
    case TL_KIND_OBJECTIVE:
      draw_objective (pen);
      break;
    case TL_N_KINDS:
      tl_map_draw_strip (pen->map, pen->card, pen->recorder);
      break;
    default:
      draw_project (pen);
      break;
    }
}

static void
draw_card (const Pen *pen)
{
  draw_shape (pen);
  if (tl_map_shows_pin (pen->map, pen->card))
    draw_pin (pen);
}

static const char *
get_group (const TlMapCard *card)
{
  if (card->kind == TL_KIND_GOAL)
    return _ ("Goals");
  if (card->kind == TL_KIND_OBJECTIVE)
    return _ ("Objectives");
  if (tl_map_card_is_strip (card))
    return _ ("Lanes");
  if (!tl_map_card_is_apart (card))
    return _ ("Projects");
  return card->standing == TL_STANDING_MANDATE ? _ ("Mandated Work") : _ ("Not Aligned");
}

/**
 * tl_map_draw_mark:
 * @painter: where to draw
 * @work_category: the choice, or %TL_CHOICE_NONE
 * @center: of the mark
 * @color: of the mark
 *
 * Draws ◆ for strategic, ● for tactical, ▬ for transactional work, and a ring for work that nobody
 * has sorted yet.
 */
void
tl_map_draw_mark (TlPainter *painter, int work_category, TlPoint center, TlColor color)
{
  g_autoptr (TlPathBuilder) builder = NULL;
  double r = MARK_RADIUS;

  switch (work_category)
    {
    case TL_WORK_STRATEGIC:
      builder = tl_path_builder_new ();
      tl_path_builder_move_to (builder, center.x, center.y - r - 0.5);
      tl_path_builder_line_to (builder, center.x + r + 0.5, center.y);
      tl_path_builder_line_to (builder, center.x, center.y + r + 0.5);
      tl_path_builder_line_to (builder, center.x - r - 0.5, center.y);
      tl_path_builder_close (builder);
      tl_painter_fill_path (painter, tl_path_builder_get_path (builder), color);
      break;
    case TL_WORK_TACTICAL:
      tl_painter_fill_rect (painter, tl_rect (center.x - 3.5, center.y - 3.5, 7, 7), 3.5, color);
      break;
    case TL_WORK_TRANSACTIONAL:
      tl_painter_fill_rect (painter, tl_rect (center.x - r, center.y - 1.75, 2 * r, 3.5), 1, color);
      break;
    default:
      tl_painter_stroke_rect (painter, tl_rect (center.x - 3, center.y - 3, 6, 6), 3, tl_stroke (1),
                              color);
      break;
    }
}

/**
 * tl_map_draw_sign:
 * @painter: where to draw
 * @center: of the sign
 * @color: of the sign
 *
 * Draws ▲, which says that something needs a decision.
 */
void
tl_map_draw_sign (TlPainter *painter, TlPoint center, TlColor color)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();

  tl_path_builder_move_to (builder, center.x, center.y - 4.5);
  tl_path_builder_line_to (builder, center.x + 5, center.y + 4);
  tl_path_builder_line_to (builder, center.x - 5, center.y + 4);
  tl_path_builder_close (builder);
  tl_painter_fill_path (painter, tl_path_builder_get_path (builder), color);
}

/**
 * tl_map_draw_pin:
 * @painter: where to draw
 * @center: of the sign
 * @theme: the colours
 *
 * Draws the head of a pin, which says that a card lies where the user has put it.
 */
void
tl_map_draw_pin (TlPainter *painter, TlPoint center, const TlTheme *theme)
{
  TlRect head = tl_rect_grow (tl_rect (center.x, center.y, 0, 0), PIN_RADIUS);

  tl_painter_fill_rect (painter, tl_rect_grow (head, PIN_RIM), PIN_RADIUS + PIN_RIM, theme->canvas);
  tl_painter_fill_rect (painter, head, PIN_RADIUS, theme->text);
  tl_painter_fill_rect (painter, tl_rect_grow (head, PIN_EYE - PIN_RADIUS), PIN_EYE, theme->canvas);
}

/**
 * tl_map_draw_card:
 * @self: a map
 * @index: of a card
 * @recorder: where to draw, at the entry of the card
 */
void
tl_map_draw_card (TlMap *self, int index, TlRecorder *recorder)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  TlMapCard *card = tl_map_get_card (self, index);
  Pen pen = { self, self->theme, card, recorder, TL_PAINTER (recorder), builder };
  g_autofree char *name = tl_map_name_card (self, card);

  tl_recorder_name_item (recorder, name, card->title);
  draw_card (&pen);
}

/* A pin reaches over the edge of its card. */
static TlRect
get_extent (const TlMap *self, const TlMapCard *card)
{
  TlRect extent = card->rect;

  if (tl_map_shows_pin (self, card))
    {
      extent.y -= PIN_RADIUS + PIN_RIM;
      extent.height += PIN_RADIUS + PIN_RIM;
    }
  return extent;
}

/**
 * tl_map_add_cards:
 * @self: a map
 * @recorder: where to draw
 *
 * Adds an entry for each card, kind by kind, those of the tray in groups of their own. They are
 * drawn when they are seen.
 */
void
tl_map_add_cards (TlMap *self, TlRecorder *recorder)
{
  TlPainter *painter = TL_PAINTER (recorder);
  const TlMapCard *last = NULL;

  for (guint i = 0; i < self->cards->len; i++)
    {
      const TlMapCard *card = tl_map_get_card (self, (int) i);
      TlPainterItem item
          = { tl_map_get_card_id (self, card), NULL, NULL, NULL, TL_ENTRY_CARD, card->rect };

      if (last == NULL || card->kind != last->kind || card->standing != last->standing)
        tl_painter_begin_group (painter, get_group (card));
      tl_recorder_add_due (recorder, &item, get_extent (self, card));
      last = card;
    }
  tl_painter_end_group (painter);
}

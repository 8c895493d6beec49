/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <string.h>

#include "tl-map-look.h"

/* Lanes that are folded: their cards go, and a strip comes in their place, to which the links of
 * all of them lead. */

#define CHEVRON_REACH 3.5 /* half the width of the sign that something can be folded by */
#define STRIP_SHADE 0.2   /* of the border in the canvas, as in the grounds of lanes */

/**
 * tl_map_get_lane_of:
 * @self: a map whose lanes are collected
 * @card: one of its cards
 *
 * Returns: the lane that it lies in, by itself or with its goal, or %TL_MAP_NONE
 */
int
tl_map_get_lane_of (const TlMap *self, const TlMapCard *card)
{
  return card->goal != TL_MAP_NONE ? tl_map_get_card (self, card->goal)->lane : card->lane;
}

static TlMapLane *
get_folded_lane (const TlMap *self, const TlMapCard *card)
{
  int index = tl_map_get_lane_of (self, card);
  TlMapLane *lane = index != TL_MAP_NONE ? tl_map_get_lane (self, (guint) index) : NULL;

  return lane != NULL && lane->is_folded ? lane : NULL;
}

/* Gives each card its new place, or that of the strip it is folded into. Strips come last. Returns
 * how many cards stay. */
static int
find_places (TlMap *self, int *places)
{
  int n_kept = 0;
  int n;

  for (guint i = 0; i < self->cards->len; i++)
    if (get_folded_lane (self, tl_map_get_card (self, (int) i)) == NULL)
      places[i] = n_kept++;
  n = n_kept;
  for (guint i = 0; i < self->lanes->len; i++)
    if (tl_map_get_lane (self, i)->is_folded)
      tl_map_get_lane (self, i)->strip = n++;
  for (guint i = 0; i < self->cards->len; i++)
    {
      const TlMapLane *lane = get_folded_lane (self, tl_map_get_card (self, (int) i));

      if (lane != NULL)
        places[i] = lane->strip;
    }
  return n_kept;
}

static void
hide_card (TlMap *self, TlMapLane *lane, const TlMapCard *card)
{
  TlMapSource source = { card->item, lane->strip };

  lane->n_hidden += 1 + card->n_hidden;
  self->n_folded[tl_map_get_kind_index (card->kind)]++;
  if (card->kind == TL_KIND_PROJECT)
    g_array_append_val (self->hidden_projects, source);
}

static int
compare_sources (gconstpointer a, gconstpointer b)
{
  return ((const TlMapSource *) a)->card - ((const TlMapSource *) b)->card;
}

/* The cards that stay move together; the workspace keeps the items of the others. */
static void
move_cards (TlMap *self, const int *places, int n_kept)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      TlMapLane *lane = get_folded_lane (self, tl_map_get_card (self, (int) i));

      if (lane != NULL)
        hide_card (self, lane, tl_map_get_card (self, (int) i));
    }
  g_array_sort (self->hidden_projects, compare_sources);
  for (guint i = 0; i < self->cards->len; i++)
    {
      TlMapCard *card = tl_map_get_card (self, (int) i);
      TlMapCard moved = *card;

      memset (card, 0, sizeof *card);
      if (places[i] >= n_kept)
        {
          g_free (moved.title);
          g_object_unref (moved.item);
          continue;
        }
      moved.goal = moved.goal != TL_MAP_NONE ? places[moved.goal] : TL_MAP_NONE;
      *tl_map_get_card (self, places[i]) = moved;
    }
  g_array_set_size (self->cards, (guint) n_kept);
}

static void
add_strips (TlMap *self)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const TlMapLane *lane = tl_map_get_lane (self, i);
      TlMapCard strip = {
        .kind = TL_N_KINDS,
        .goal = TL_MAP_NONE,
        .lane = (int) i,
        .category = TL_COLOURING_NONE,
        .node = TL_MAP_NONE,
        .is_folded = TRUE,
        .n_hidden = lane->n_hidden,
        .n_lines = 1,
      };

      if (!lane->is_folded)
        continue;
      strip.title = g_strdup (lane->title);
      g_array_append_val (self->cards, strip);
    }
}

static void
move_items (TlMap *self, const int *places)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->card_of_item);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_hash_table_iter_replace (&iter, GINT_TO_POINTER (places[GPOINTER_TO_INT (value) - 1] + 1));
}

/* So far, there are branches only. */
static void
move_links (TlMap *self, const int *places, int n_kept)
{
  guint n = 0;

  for (guint i = 0; i < self->links->len; i++)
    {
      TlMapLink link = *tl_map_get_link (self, i);

      link.left = places[link.left];
      link.right = places[link.right];
      if (link.left < n_kept && link.right < n_kept)
        *tl_map_get_link (self, n++) = link;
    }
  g_array_set_size (self->links, n);
}

/**
 * tl_map_fold_lanes:
 * @self: a map with lanes and branches, and no links yet
 *
 * Takes the cards of the lanes that are folded out of the map, and has a strip for each such lane.
 */
void
tl_map_fold_lanes (TlMap *self)
{
  g_autofree int *places = g_new (int, self->cards->len + 1);
  gboolean is_any = FALSE;
  int n_kept;

  for (guint i = 0; i < self->lanes->len; i++)
    is_any = is_any || tl_map_get_lane (self, i)->is_folded;
  if (!is_any)
    return;
  n_kept = find_places (self, places);
  move_items (self, places);
  move_cards (self, places, n_kept);
  move_links (self, places, n_kept);
  add_strips (self);
}

/**
 * tl_map_draw_chevron:
 * @recorder: where to draw
 * @center: of the sign
 * @is_folded: whether it points to what is hidden, or down to what is shown
 * @color: of the sign
 *
 * Draws what something can be folded by.
 */
void
tl_map_draw_chevron (TlRecorder *recorder, TlPoint center, gboolean is_folded, TlColor color)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  double across = CHEVRON_REACH;
  double along = CHEVRON_REACH / 2;

  if (is_folded)
    {
      tl_path_builder_move_to (builder, center.x - along, center.y - across);
      tl_path_builder_line_to (builder, center.x + along, center.y);
      tl_path_builder_line_to (builder, center.x - along, center.y + across);
    }
  else
    {
      tl_path_builder_move_to (builder, center.x - across, center.y - along);
      tl_path_builder_line_to (builder, center.x, center.y + along);
      tl_path_builder_line_to (builder, center.x + across, center.y - along);
    }
  tl_recorder_set_detail (recorder, TL_DETAIL_FULL | TL_DETAIL_TITLES);
  tl_painter_stroke_path (TL_PAINTER (recorder), tl_path_builder_get_path (builder),
                          tl_stroke (1.75), color);
  tl_recorder_set_detail (recorder, TL_DETAIL_ALL);
}

static void
draw_strip_ground (const TlMap *self, const TlMapCard *card, TlPainter *painter)
{
  double width = self->theme->border_width;

  tl_painter_fill_rect (painter, card->rect, TL_MAP_LANE_RADIUS,
                        tl_color_mix (self->theme->canvas, self->theme->border, STRIP_SHADE));
  tl_painter_stroke_rect (painter, tl_rect_grow (card->rect, -width / 2),
                          TL_MAP_LANE_RADIUS - width / 2, tl_stroke (width), self->theme->border);
}

/* The title, and below it what lies in the lane. */
static void
draw_strip_words (const TlMap *self, const TlMapCard *card, TlRecorder *recorder, TlRect words)
{
  g_autofree char *title = tl_map_dup_strip_title (self, card);
  g_autofree char *facts = tl_map_describe_strip (self, card);
  TlText text = {
    .string = title,
    .role = TL_TEXT_TITLE,
    .width = words.width,
    .max_lines = card->n_lines,
    .color = self->theme->text,
  };
  double height = tl_text_role_get_line_height (TL_TEXT_TITLE) * 0.4;

  tl_recorder_set_detail (recorder, TL_DETAIL_TITLES);
  tl_painter_draw_text (TL_PAINTER (recorder), &text, tl_point (words.x, words.y));
  text.suffix = facts;
  text.suffix_below = TRUE;
  text.suffix_color = card->hides_flagged ? self->theme->amber : self->theme->quiet;
  tl_recorder_set_detail (recorder, TL_DETAIL_FULL);
  tl_painter_draw_text (TL_PAINTER (recorder), &text, tl_point (words.x, words.y));
  tl_recorder_set_detail (recorder, TL_DETAIL_BARS);
  tl_painter_fill_rect (TL_PAINTER (recorder),
                        tl_rect (words.x, words.y + height, words.width / 2, height), height / 2,
                        self->theme->bar);
  tl_recorder_set_detail (recorder, TL_DETAIL_ALL);
}

/**
 * tl_map_draw_strip:
 * @self: a map
 * @card: a strip of it
 * @recorder: where to draw, at its entry
 */
void
tl_map_draw_strip (const TlMap *self, const TlMapCard *card, TlRecorder *recorder)
{
  double line = tl_text_role_get_line_height (TL_TEXT_TITLE);
  TlRect words = card->rect;

  words.x += TL_MAP_STRIP_INSET + TL_MAP_CHEVRON_ROOM;
  words.y += (card->rect.height - tl_map_get_strip_text_height (card)) / 2;
  words.width -= 2 * TL_MAP_STRIP_INSET + TL_MAP_CHEVRON_ROOM;
  draw_strip_ground (self, card, TL_PAINTER (recorder));
  tl_map_draw_chevron (recorder,
                       tl_point (words.x - TL_MAP_CHEVRON_ROOM / 2 - 1, words.y + line / 2), TRUE,
                       self->theme->quiet);
  draw_strip_words (self, card, recorder, words);
}

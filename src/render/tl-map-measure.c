/* SPDX-License-Identifier: GPL-3.0-or-later */
#define STRIP_WIDTH 136.0 /* of a column that is folded */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-map-look.h"

#define DAYS_GAP 8.0

/* The heights of cards with one line, and what each further line adds. */
#define OBJECTIVE_HEIGHT 40.0
#define OBJECTIVE_LINE 16.0
#define PROJECT_HEIGHT 48.0
#define PROJECT_LINE 24.0

static double
round_to_grid (const TlMap *self, double length)
{
  return ceil (length / self->metrics.grid) * self->metrics.grid;
}

static int
estimate_lines (const TlMapCard *card, double width, int max_lines)
{
  return tl_text_estimate_lines (card->title, TL_TEXT_TITLE, width, max_lines);
}

/* Beyond the second line of a title, what a line takes. */
static double
get_more_lines (const TlMapCard *card)
{
  return MAX (card->n_lines - 2, 0) * tl_text_role_get_line_height (TL_TEXT_TITLE);
}

static double
measure_goal (const TlMap *self, TlMapCard *card)
{
  double height = TL_MAP_PADDING * 2 + TL_MAP_BADGE_ROW;

  card->n_lines
      = estimate_lines (card, card->rect.width - 2 * TL_MAP_INSET, self->metrics.goal_lines);
  height += card->n_lines * tl_text_role_get_line_height (TL_TEXT_TITLE);
  if (card->sign != NULL || !self->metrics.is_compact)
    height += tl_text_role_get_line_height (TL_TEXT_DETAIL);
  if (card->is_folded)
    height += tl_text_role_get_line_height (TL_TEXT_DETAIL);
  return round_to_grid (self, height);
}

static double
measure_objective (const TlMap *self, TlMapCard *card)
{
  double width = tl_map_get_objective_text_width (&self->metrics, card);
  double height = self->metrics.is_compact ? TL_MAP_COMPACT_HEIGHT : OBJECTIVE_HEIGHT;

  card->n_lines = estimate_lines (card, width, self->metrics.title_lines);
  if (card->n_lines > 1)
    height += OBJECTIVE_LINE;
  return round_to_grid (self, height + get_more_lines (card));
}

/* In a row a strip is as high as the cards beside it. */
static double
measure_strip (const TlMap *self, TlMapCard *card)
{
  gboolean is_column = tl_map_has_lanes_for_columns (self);

  card->rect.width = is_column ? STRIP_WIDTH : self->metrics.project_width;
  if (self->is_upright && !is_column)
    card->n_lines = TL_MAP_UPRIGHT_HEAD_LINES;
  return round_to_grid (self, tl_map_get_strip_text_height (card) + 2 * TL_MAP_PADDING);
}

static double
measure_card (const TlMap *self, TlMapCard *card)
{
  switch ((int) card->kind)
    {
    case TL_N_KINDS:
      return measure_strip (self, card);
    case TL_KIND_GOAL:
      card->rect.width = self->metrics.goal_width;
      return measure_goal (self, card);
    case TL_KIND_OBJECTIVE:
      card->rect.width = self->metrics.objective_width;
      return measure_objective (self, card);
    default:
      card->rect.width = self->metrics.project_width;
      if (self->metrics.is_compact)
        card->days_width
            = self->options->is_narrow ? tl_map_measure_days (self, card) : TL_MAP_DAYS_WIDTH;
      return tl_map_measure_project (self, card);
    }
}

/* The cards of a row are equally high. */
static void
level_rows (TlMap *self)
{
  double heights[TL_N_KINDS] = { 0 };

  for (guint i = 0; i < self->cards->len; i++)
    {
      const TlMapCard *card = tl_map_get_card (self, (int) i);

      if (!tl_map_card_is_strip (card))
        heights[card->kind] = MAX (heights[card->kind], card->rect.height);
    }
  for (guint i = 0; i < self->cards->len; i++)
    {
      TlMapCard *card = tl_map_get_card (self, (int) i);

      if (!tl_map_card_is_strip (card))
        card->rect.height = heights[card->kind];
    }
}

/**
 * tl_map_measure_days:
 * @self: a map
 * @card: of a project, one line high
 *
 * Returns: the room for what stands behind the title, and no more: the rest is the title's
 */
double
tl_map_measure_days (const TlMap *self, const TlMapCard *card)
{
  g_autofree char *days = tl_map_dup_days (self, card);

  return tl_text_estimate_width (days, TL_TEXT_DETAIL) + DAYS_GAP;
}

/**
 * tl_map_measure_project:
 * @self: a map
 * @card: of a project; its width is known, and it is told its lines
 *
 * Returns: how high the card must be, in map units
 */
double
tl_map_measure_project (const TlMap *self, TlMapCard *card)
{
  double height = PROJECT_HEIGHT;

  if (card->days_width > 0)
    return TL_MAP_COMPACT_HEIGHT;
  card->n_lines
      = estimate_lines (card, tl_map_get_project_text_width (card), self->metrics.title_lines);
  if (card->n_lines > 1)
    height += PROJECT_LINE;
  return round_to_grid (self, height + get_more_lines (card));
}

/**
 * tl_map_is_same_size:
 * @self: a map whose cards are placed
 * @before: one of its cards
 * @after: what the card is to become
 *
 * Returns: whether nothing has to move for it
 */
gboolean
tl_map_is_same_size (const TlMap *self, const TlMapCard *before, TlMapCard *after)
{
  TlMapCard measured = *before;
  TlMapCard other = *after;
  double height, other_height;

  if (tl_map_card_is_in_tray (before))
    {
      /* Outside of a dock the days have a sign before them. */
      if (self->options->tray != TL_TRAY_DOCKED && (before->sign == NULL) != (after->sign == NULL))
        return FALSE;
      height = tl_map_measure_project (self, &measured);
      other_height = tl_map_measure_project (self, &other);
    }
  else
    {
      height = measure_card (self, &measured);
      other_height = measure_card (self, &other);
    }
  return measured.n_lines == other.n_lines && height == other_height
         && measured.days_width == other.days_width;
}

/**
 * tl_map_measure_cards:
 * @self: a map that has its metrics
 *
 * Gives each card its size.
 */
void
tl_map_measure_cards (TlMap *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      TlMapCard *card = tl_map_get_card (self, (int) i);

      card->rect.height = measure_card (self, card);
    }
  if (self->is_upright)
    level_rows (self);
}

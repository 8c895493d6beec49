/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-layout.h"
#include "tl-map-look.h"
#include "tl-pin.h"

#define HEADER_HEIGHT 40.0 /* from the top of the headings to the first cards */
#define DAYS_GAP 8.0
#define PORT_GAP 6.0

/* clang-format off */
static const TlMapMetrics roomy = {
  .grid = 8, .goal_width = 200, .objective_width = 264, .project_width = 256, .column_gap = 80,
  .row_gap = 8, .block_gap = 24, .radius = 12, .goal_lines = 3, .title_lines = 2,
};

/* The proportions of a page in landscape for a plan of fifty projects. */
static const TlMapMetrics compact = {
  .grid = 4, .goal_width = 240, .objective_width = 352, .project_width = 344, .column_gap = 80,
  .row_gap = 4, .block_gap = 8, .radius = 8, .goal_lines = 2, .title_lines = 1, .is_compact = TRUE,
};

/* As narrow as it goes, so that a screen shows the three columns in large type. */
static const TlMapMetrics narrow = {
  .grid = 4, .goal_width = 160, .objective_width = 256, .project_width = 300, .column_gap = 32,
  .row_gap = 4, .block_gap = 16, .radius = 8, .goal_lines = 4, .title_lines = 2, .is_compact = TRUE,
};
/* clang-format on */

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

static double
measure_goal (const TlMap *self, TlMapCard *card)
{
  double height = TL_MAP_PADDING * 2 + TL_MAP_BADGE_ROW;

  card->n_lines = estimate_lines (card, tl_map_get_goal_text_width (&self->metrics),
                                  self->metrics.goal_lines);
  height += card->n_lines * tl_text_role_get_line_height (TL_TEXT_TITLE);
  if (card->sign != NULL || !self->metrics.is_compact)
    height += tl_text_role_get_line_height (TL_TEXT_DETAIL);
  return round_to_grid (self, height);
}

static double
measure_objective (const TlMap *self, TlMapCard *card)
{
  double width = tl_map_get_objective_text_width (&self->metrics, card);

  card->n_lines = estimate_lines (card, width, self->metrics.title_lines);
  if (self->metrics.is_compact)
    return card->n_lines == 1 ? TL_MAP_COMPACT_HEIGHT : TL_MAP_COMPACT_HEIGHT + 16;
  return card->n_lines == 1 ? 40 : 56;
}

static double
get_width (const TlMapMetrics *metrics, TlKind kind)
{
  return kind == TL_KIND_GOAL        ? metrics->goal_width
         : kind == TL_KIND_OBJECTIVE ? metrics->objective_width
                                     : metrics->project_width;
}

static void
measure_cards (TlMap *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      TlMapCard *card = tl_map_get_card (self, (int) i);

      if (self->metrics.is_compact && card->kind == TL_KIND_PROJECT)
        card->days_width
            = self->options->is_narrow ? tl_map_measure_days (self, card) : TL_MAP_DAYS_WIDTH;
      card->rect.width = get_width (&self->metrics, card->kind);
      card->rect.height = card->kind == TL_KIND_GOAL        ? measure_goal (self, card)
                          : card->kind == TL_KIND_OBJECTIVE ? measure_objective (self, card)
                                                            : tl_map_measure_project (self, card);
    }
}

static int
get_column (const TlMapCard *card)
{
  return card->kind == TL_KIND_GOAL ? 0 : card->kind == TL_KIND_OBJECTIVE ? 1 : 2;
}

/* A compact picture has another scale, in which the places of the map mean nothing. */
static void
collect_pins (TlMap *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      TlMapCard *card = tl_map_get_card (self, (int) i);
      TlPoint corner;

      if (self->metrics.is_compact || !tl_pin_get_corner (card->item, &corner))
        continue;
      card->is_pinned = TRUE;
      card->rect.x = corner.x;
      card->rect.y = corner.y;
    }
}

static void
add_node (TlMap *self, TlLayoutGraph *graph, TlMapCard *card)
{
  card->node
      = tl_layout_graph_add_node (graph, get_column (card), card->rect.width, card->rect.height);
  if (card->is_pinned)
    tl_layout_graph_pin_node (graph, card->node,
                              tl_point (card->rect.x, card->rect.y - self->content_top));
}

static TlLayoutGraph *
create_graph (TlMap *self)
{
  TlLayoutGraph *graph = tl_layout_graph_new ();

  for (int column = 0; column < 3; column++)
    tl_layout_graph_widen_column (graph, column, self->column_width[column]);
  for (guint i = 0; i < self->cards->len; i++)
    {
      TlMapCard *card = tl_map_get_card (self, (int) i);

      if (tl_map_card_is_apart (card) && !card->is_pinned)
        continue;
      add_node (self, graph, card);
      if (card->kind == TL_KIND_GOAL)
        tl_layout_graph_fix_rank (graph, card->node, (int) i);
      if (card->goal != TL_MAP_NONE)
        tl_layout_graph_set_parent (graph, card->node, tl_map_get_card (self, card->goal)->node);
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      TlMapLink *link = tl_map_get_link (self, i);
      double weight = link->item != NULL ? tl_link_get_sigma (link->item) : 1;

      link->edge = tl_layout_graph_add_edge (graph, tl_map_get_card (self, link->left)->node,
                                             tl_map_get_card (self, link->right)->node, weight);
    }
  return graph;
}

/* The layout knows no headings. */
static void
place_columns (TlMap *self)
{
  const double widths[3]
      = { self->metrics.goal_width, self->metrics.objective_width, self->metrics.project_width };
  double x = 0;

  for (int i = 0; i < 3; i++)
    {
      self->column_x[i] = x;
      self->column_width[i] = widths[i];
      x += widths[i] + self->metrics.column_gap;
    }
  self->content_top = HEADER_HEIGHT;
}

static void
place_cards (TlMap *self, const TlLayout *layout)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      TlMapCard *card = tl_map_get_card (self, (int) i);

      if (card->node == TL_MAP_NONE)
        continue;
      card->rect = tl_layout_get_node (layout, card->node);
      card->rect.y += self->content_top;
    }
  self->columns.width = tl_layout_get_bounds (layout).width;
  self->columns.height = self->content_top + tl_layout_get_bounds (layout).height;
}

static void
add_route (TlMap *self, const TlLayout *layout, const TlMapLink *link)
{
  int n;
  const TlPoint *points = tl_layout_get_route (layout, link->edge, &n);

  for (int i = 0; i < n; i++)
    {
      TlPoint point = tl_point (points[i].x, points[i].y + self->content_top);

      g_array_append_val (self->route_points, point);
    }
}

static void
place_links (TlMap *self, const TlLayout *layout)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      TlMapLink *link = tl_map_get_link (self, i);

      g_array_append_val (self->route_starts, self->route_points->len);
      add_route (self, layout, link);
      link->is_upright = tl_layout_is_upright (layout, link->edge);
    }
  g_array_append_val (self->route_starts, self->route_points->len);
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
  if (card->days_width > 0)
    return TL_MAP_COMPACT_HEIGHT;
  card->n_lines
      = estimate_lines (card, tl_map_get_project_text_width (card), self->metrics.title_lines);
  return card->n_lines == 1 ? 48 : 72;
}

/**
 * tl_map_arrange:
 * @self: a map whose cards and links are collected
 *
 * Gives each card its rectangle and each link its route. The origin is the left end of the first
 * heading.
 */
void
tl_map_arrange (TlMap *self)
{
  TlLayoutOptions options = TL_LAYOUT_OPTIONS_DEFAULT;
  g_autoptr (TlLayoutGraph) graph = NULL;
  g_autoptr (TlLayout) layout = NULL;

  self->metrics = self->options->is_narrow ? narrow : self->options->is_compact ? compact : roomy;
  options.grid = self->metrics.grid;
  options.column_gap = self->metrics.column_gap;
  options.row_gap = self->metrics.row_gap;
  options.block_gap = self->metrics.block_gap;
  options.port_gap = PORT_GAP;
  place_columns (self);
  measure_cards (self);
  collect_pins (self);
  graph = create_graph (self);
  layout = tl_layout_new (graph, &options);
  place_cards (self, layout);
  place_links (self, layout);
  tl_map_place_tray (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-bundles.h"
#include "tl-map-look.h"
#include "tl-pin.h"

#define N_COLUMNS 3         /* of goals, objectives and projects */
#define HEADING_HEIGHT 40.0 /* from the top of the headings to the first cards */
#define HEADING_WIDTH 152.0 /* of those of rows */
#define HEADING_GAP 24.0    /* between them and the first cards */
#define PORT_GAP 6.0
#define LANE_PADDING 8.0 /* round the cards of a lane */
#define LANE_GAP 16.0    /* between the grounds of lanes */
#define LANE_HEAD_HEIGHT 24.0
#define LANE_HEAD_WIDTH 128.0 /* in a row */

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

/* In rows, cards are rather high than wide. */
static const TlMapMetrics upright = {
  .grid = 8, .goal_width = 192, .objective_width = 192, .project_width = 192, .column_gap = 128,
  .row_gap = 8, .block_gap = 24, .radius = 12, .goal_lines = 3, .title_lines = 4,
};
/* clang-format on */

static int
get_column (const TlMap *self, const TlMapCard *card)
{
  if (tl_map_card_is_strip (card) && !tl_map_has_lanes_for_columns (self))
    return tl_map_get_lane_column (self);
  if (card->kind == TL_KIND_GOAL || card->kind == TL_KIND_OBJECTIVE)
    return card->kind == TL_KIND_GOAL ? 0 : 1;
  return tl_map_has_lanes_for_columns (self) ? 2 + MAX (card->lane, 0) : 2;
}

/* A goal that stays stays as high as its objectives were. */
static void
hold_card (TlMap *self, TlMapCard *card)
{
  TlRect place;

  if (self->options->place == NULL || tl_map_card_is_apart (card) || tl_map_card_is_strip (card)
      || !self->options->place (card->item, &place, self->options->place_data))
    return;
  card->is_held = TRUE;
  card->rect.x = place.x;
  card->rect.y = place.y;
  if (card->kind != TL_KIND_GOAL)
    return;
  card->rect.width = MAX (card->rect.width, place.width);
  card->rect.height = MAX (card->rect.height, place.height);
}

static void
collect_pins (TlMap *self)
{
  for (guint i = 0; i < self->cards->len && !self->metrics.is_compact; i++)
    {
      TlMapCard *card = tl_map_get_card (self, (int) i);
      TlPoint corner;

      if (!card->is_pinned || !tl_pin_get_corner (card->item, &corner))
        {
          hold_card (self, card);
          continue;
        }
      self->n_shapes[TL_MAP_PINNED] += tl_map_shows_pin (self, card);
      card->rect.x = corner.x;
      card->rect.y = corner.y;
    }
}

static double
get_thickness_of (const TlMap *self, const TlMapCard *card)
{
  return self->is_upright ? card->rect.height : card->rect.width;
}

/* How thick a column is across: its width, or the height of a row. */
static double
get_thickness (const TlMap *self, TlKind kind)
{
  if (!self->is_upright)
    return kind == TL_KIND_GOAL        ? self->metrics.goal_width
           : kind == TL_KIND_OBJECTIVE ? self->metrics.objective_width
                                       : self->metrics.project_width;
  for (guint i = 0; i < self->cards->len; i++)
    if (tl_map_get_card (self, (int) i)->kind == kind)
      return tl_map_get_card (self, (int) i)->rect.height;
  return HEADING_HEIGHT;
}

static int
count_columns (const TlMap *self)
{
  return tl_map_has_lanes_for_columns (self) ? 2 + (int) self->lanes->len : N_COLUMNS;
}

static void
add_columns (TlMap *self, TlLayoutGraph *graph)
{
  static const TlKind kinds[N_COLUMNS] = { TL_KIND_GOAL, TL_KIND_OBJECTIVE, TL_KIND_PROJECT };

  for (int column = 0; column < count_columns (self); column++)
    {
      const TlMapLane *lane = column >= 2 && tl_map_has_lanes_for_columns (self)
                                  ? tl_map_get_lane (self, (guint) column - 2)
                                  : NULL;
      double thickness = lane != NULL && lane->is_folded
                             ? get_thickness_of (self, tl_map_get_card (self, lane->strip))
                             : get_thickness (self, kinds[MIN (column, N_COLUMNS - 1)]);

      tl_layout_graph_widen_column (graph, column, thickness);
    }
}

/* Whether any goal has its objectives beside it; then goals lie farther apart. */
static gboolean
has_blocks (const TlMap *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      const TlMapCard *card = tl_map_get_card (self, (int) i);

      if (card->goal != TL_MAP_NONE && !card->is_pinned
          && !tl_map_get_card (self, card->goal)->is_pinned)
        return TRUE;
    }
  return FALSE;
}

/* The gap between lanes that is left for their heads to take. */
static double
get_lane_gap (const TlMap *self, guint lane, gboolean are_blocks)
{
  double gap = are_blocks ? self->metrics.block_gap : self->metrics.row_gap;

  return lane > 0 ? MAX (2 * LANE_PADDING + LANE_GAP - gap, 0) : LANE_PADDING;
}

/* Without the ground round it. */
static double
get_strip_height (const TlMap *self, const TlMapLane *lane)
{
  return tl_map_get_card (self, lane->strip)->rect.height - 2 * LANE_PADDING;
}

/* How thick the column is that the lanes are in; all of its cards may be folded into strips. */
static double
get_lane_thickness (const TlMap *self)
{
  double thickness = get_thickness (self, tl_map_get_lane_kind (self));

  for (guint i = 0; self->is_upright && i < self->lanes->len; i++)
    if (tl_map_get_lane (self, i)->is_folded)
      thickness = MAX (thickness, get_strip_height (self, tl_map_get_lane (self, i)));
  return thickness;
}

static double
get_head_length (const TlMap *self, const TlMapLane *lane)
{
  if (self->is_upright)
    return LANE_HEAD_WIDTH;
  if (lane->is_folded)
    return get_strip_height (self, lane);
  return LANE_HEAD_HEIGHT;
}

static void
add_heads (TlMap *self, TlLayoutGraph *graph)
{
  gboolean are_blocks;
  double thickness;

  if (self->lanes->len == 0 || tl_map_has_lanes_for_columns (self))
    return;
  are_blocks = tl_map_get_lane_column (self) == 0 && has_blocks (self);
  thickness = get_lane_thickness (self);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      TlMapLane *lane = tl_map_get_lane (self, i);
      double length = get_head_length (self, lane);

      lane->gap = get_lane_gap (self, i, are_blocks);
      length += lane->gap;

      lane->node = tl_layout_graph_add_node (graph, tl_map_get_lane_column (self),
                                             self->is_upright ? length : thickness,
                                             self->is_upright ? thickness : length);
      tl_layout_graph_set_lane (graph, lane->node, (int) i, !lane->is_folded);
      if (lane->is_folded)
        tl_map_get_card (self, lane->strip)->node = lane->node;
    }
}

static void
add_node (TlMap *self, TlLayoutGraph *graph, TlMapCard *card)
{
  TlPoint corner = tl_point (card->rect.x - self->content.x, card->rect.y - self->content.y);

  card->node = tl_layout_graph_add_node (graph, get_column (self, card), card->rect.width,
                                         card->rect.height);
  tl_layout_graph_set_key (graph, card->node, g_str_hash (tl_map_get_card_id (self, card)));
  if (card->is_pinned)
    tl_layout_graph_pin_node (graph, card->node, corner);
  else if (card->is_held)
    tl_layout_graph_hold_node (graph, card->node, corner);
  else if (card->lane != TL_MAP_NONE && !tl_map_has_lanes_for_columns (self))
    tl_layout_graph_set_lane (graph, card->node, card->lane, FALSE);
}

static TlLayoutGraph *
create_graph (TlMap *self)
{
  TlLayoutGraph *graph = tl_layout_graph_new ();

  add_columns (self, graph);
  for (guint i = 0; i < self->cards->len; i++)
    {
      TlMapCard *card = tl_map_get_card (self, (int) i);

      if ((tl_map_card_is_apart (card) && !card->is_pinned)
          || (tl_map_card_is_strip (card) && !tl_map_has_lanes_for_columns (self)))
        continue;
      add_node (self, graph, card);
      if (card->kind == TL_KIND_GOAL)
        tl_layout_graph_fix_rank (graph, card->node, (int) i);
      if (card->goal != TL_MAP_NONE)
        tl_layout_graph_set_parent (graph, card->node, tl_map_get_card (self, card->goal)->node);
    }
  add_heads (self, graph);
  for (guint i = 0; i < self->links->len; i++)
    {
      TlMapLink *link = tl_map_get_link (self, i);
      double weight
          = link->item != NULL ? tl_link_get_sigma (link->item) * MAX (link->n_folded, 1) : 1;

      link->edge = tl_layout_graph_add_edge (graph, tl_map_get_card (self, link->left)->node,
                                             tl_map_get_card (self, link->right)->node, weight);
    }
  return graph;
}

/* The layout knows no headings. */
static void
place_headings (TlMap *self, const TlLayout *layout)
{
  for (int i = 0; i < tl_layout_get_n_columns (layout); i++)
    {
      TlRect column = tl_layout_get_column (layout, i);
      double line = tl_text_role_get_line_height (TL_TEXT_HEADING);
      TlRect head = tl_rect (column.x, 0, column.width, line);

      if (self->is_upright)
        head = tl_rect (0, column.y, HEADING_WIDTH,
                        line + tl_text_role_get_line_height (TL_TEXT_DETAIL));
      g_array_append_val (self->heads, head);
    }
}

static TlRect
move_into_map (const TlMap *self, TlRect rect)
{
  return tl_rect (rect.x + self->content.x, rect.y + self->content.y, rect.width, rect.height);
}

static void
place_cards (TlMap *self, const TlLayout *layout)
{
  TlRect bounds = tl_layout_get_bounds (layout);

  for (guint i = 0; i < self->cards->len; i++)
    {
      TlMapCard *card = tl_map_get_card (self, (int) i);

      if (card->node != TL_MAP_NONE)
        card->rect = move_into_map (self, tl_layout_get_node (layout, card->node));
    }
  self->columns = tl_rect (0, 0, self->content.x + bounds.width, self->content.y + bounds.height);
}

/* The words of a head stand at the end of its node: before them is the gap to the lane before. */
static void
place_head (TlMap *self, const TlLayout *layout, guint index)
{
  TlMapLane *lane = tl_map_get_lane (self, index);
  lane->head = move_into_map (self, tl_layout_get_node (layout, lane->node));
  if (self->is_upright)
    {
      lane->head.x += lane->gap;
      lane->head.width -= lane->gap;
    }
  else
    {
      lane->head.y += lane->gap;
      lane->head.height -= lane->gap;
    }
  lane->ground = lane->head;
}

/* The ground of a lane takes what lies in it; of a lane of goals, also their objectives. A strip
 * is as wide as the grounds of the others. */
static void
place_lanes (TlMap *self, const TlLayout *layout)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (tl_map_get_lane (self, i)->node != TL_MAP_NONE)
      place_head (self, layout, i);
  for (guint i = 0; i < self->cards->len; i++)
    {
      const TlMapCard *card = tl_map_get_card (self, (int) i);
      int lane = tl_map_get_lane_of (self, card);

      if (lane != TL_MAP_NONE && !card->is_pinned && !tl_map_card_is_strip (card))
        tl_map_get_lane (self, (guint) lane)->ground
            = tl_rect_union (tl_map_get_lane (self, (guint) lane)->ground, card->rect);
    }
  for (guint i = 0; i < self->lanes->len; i++)
    {
      TlMapLane *lane = tl_map_get_lane (self, i);

      /* Over the whole lane there is more room for words than over its first column. */
      if (!self->is_upright)
        lane->head.width = lane->ground.width;
      lane->ground = tl_rect_grow (lane->ground, LANE_PADDING);
      if (lane->is_folded && lane->node != TL_MAP_NONE)
        tl_map_get_card (self, lane->strip)->rect = lane->ground;
    }
}

static double
fit (double value, double from, double length, double to, double to_length)
{
  return to + (length > 0 ? (value - from) * to_length / length : 0);
}

/* The node of a strip has the gap before it in it, and none of the ground round it: an end of a
 * link goes to the same place of what is seen. */
static TlPoint
move_to_card (const TlMap *self, const TlLayout *layout, int index, TlPoint point)
{
  const TlMapCard *card = tl_map_get_card (self, index);
  TlRect node;

  if (!tl_map_card_is_strip (card))
    return point;
  node = move_into_map (self, tl_layout_get_node (layout, card->node));
  return tl_point (fit (point.x, node.x, node.width, card->rect.x, card->rect.width),
                   fit (point.y, node.y, node.height, card->rect.y, card->rect.height));
}

static void
add_route (TlMap *self, const TlLayout *layout, const TlMapLink *link)
{
  int n;
  const TlPoint *points = tl_layout_get_route (layout, link->edge, &n);

  for (int i = 0; i < n; i++)
    {
      TlPoint point = tl_point (points[i].x + self->content.x, points[i].y + self->content.y);

      if (i == 0)
        point = move_to_card (self, layout, link->left, point);
      if (i == n - 1)
        point = move_to_card (self, layout, link->right, point);
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

/* Bundles know one direction, from left to right. */
static TlPoint
turn_if (TlPoint point, gboolean is_upright)
{
  return is_upright ? tl_point (point.y, point.x) : point;
}

/* The ways of links between two neighbouring columns; @pairs: which points each is made of. */
static GArray *
list_stretches (const TlMap *self, GArray *pairs)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (TlStretch));
  const TlPoint *points = (const TlPoint *) (const void *) self->route_points->data;

  for (guint i = 0; i < self->links->len; i++)
    {
      const TlMapLink *link = tl_map_get_link (self, i);
      guint first = g_array_index (self->route_starts, guint, i) / 2;
      guint end = g_array_index (self->route_starts, guint, i + 1) / 2;

      for (guint pair = first; pair < end && link->is_upright == self->is_upright; pair++)
        {
          TlStretch stretch = {
            .card = link->left,
            .starts_at_card = pair == first,
            .from = turn_if (points[2 * pair], self->is_upright),
            .to = turn_if (points[2 * pair + 1], self->is_upright),
          };

          /* A pinned card may lie anywhere. */
          if (fabs (stretch.to.x - stretch.from.x - self->metrics.column_gap) > 1)
            continue;
          g_array_append_val (stretches, stretch);
          g_array_append_val (pairs, pair);
        }
    }
  return stretches;
}

/* Links of one card that lead far share their way between the columns. */
static void
bundle_links (TlMap *self)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) stretches = list_stretches (self, pairs);
  TlPoint *points = (TlPoint *) (void *) self->route_points->data;
  const double none = NAN;

  for (guint i = 0; i < self->route_points->len / 2; i++)
    g_array_append_val (self->route_rails, none);
  tl_bundles_find ((TlStretch *) (void *) stretches->data, (int) stretches->len);
  for (guint i = 0; i < stretches->len; i++)
    {
      const TlStretch *stretch = &g_array_index (stretches, TlStretch, i);
      guint pair = g_array_index (pairs, guint, i);

      if (!stretch->is_bundled)
        continue;
      points[2 * pair] = turn_if (stretch->from, self->is_upright);
      g_array_index (self->route_rails, double, pair) = stretch->rail;
    }
}

/**
 * tl_map_choose_metrics:
 * @self: a map that has its options
 *
 * Gives it its measures. A page and the stage go from left to right.
 */
void
tl_map_choose_metrics (TlMap *self)
{
  self->is_upright = self->options->direction == TL_MAP_DIRECTION_DOWN && !self->options->is_compact
                     && !self->options->is_narrow;
  self->metrics = self->is_upright            ? upright
                  : self->options->is_narrow  ? narrow
                  : self->options->is_compact ? compact
                                              : roomy;
  self->content
      = self->is_upright ? tl_point (HEADING_WIDTH + HEADING_GAP, 0) : tl_point (0, HEADING_HEIGHT);
}

/**
 * tl_map_arrange:
 * @self: a map whose cards and links are collected
 * @before: (nullable): the layout of an earlier state
 *
 * Gives each card its rectangle and each link its route. The origin is the left end of the first
 * heading.
 */
void
tl_map_arrange (TlMap *self, const TlLayout *before)
{
  TlLayoutOptions options = TL_LAYOUT_OPTIONS_DEFAULT;
  g_autoptr (TlLayoutGraph) graph = NULL;

  options.grid = self->metrics.grid;
  options.column_gap = self->metrics.column_gap;
  options.row_gap = self->metrics.row_gap;
  options.block_gap = self->metrics.block_gap;
  options.port_gap = PORT_GAP;
  options.is_transposed = self->is_upright;
  tl_map_measure_cards (self);
  collect_pins (self);
  graph = create_graph (self);
  self->layout = tl_layout_new_after (graph, &options, before);
  place_headings (self, self->layout);
  place_cards (self, self->layout);
  place_lanes (self, self->layout);
  place_links (self, self->layout);
  bundle_links (self);
  tl_map_place_tray (self);
}

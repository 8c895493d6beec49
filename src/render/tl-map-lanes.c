/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <glib/gi18n.h>

#include "tl-effort.h"
#include "tl-map-look.h"

#define GROUND_SHADE 0.2  /* of the border in the canvas */
#define LAST_KEY G_MAXINT /* of what nobody has said where it belongs */
#define MAX_QUARTERS 40   /* columns; what is later shares the last */

/* A way to put cards into lanes. */
typedef struct
{
  const char *name;     /* in the ids of the lanes */
  TlKind kind;          /* of the cards that are put into lanes */
  gboolean are_columns; /* each lane is a column */
  const char *rest;     /* the title of what nobody has said where it belongs */

  /* The place of the card's lane among the others, LAST_KEY for the rest. */
  int (*get_key) (const TlMapCard *card);
  char *(*dup_title) (const TlMap *self, int key);
  /* What the key is called where places may change. */
  char *(*dup_name) (const TlMap *self, int key);
} Arrangement;

static int
get_place (TlItem *item)
{
  return item != NULL ? (int) tl_workspace_get_position (tl_item_get_workspace (item), item)
                      : LAST_KEY;
}

static int
get_theme (const TlMapCard *card)
{
  return get_place (tl_item_get_ref (card->item, TL_GOAL_THEME));
}

static TlItem *
get_item (const TlMap *self, TlKind kind, int key)
{
  return tl_workspace_get_item (tl_analysis_get_workspace (self->analysis), kind, (guint) key);
}

static char *
dup_theme (const TlMap *self, int key)
{
  return tl_map_dup_title (get_item (self, TL_KIND_THEME, key));
}

static char *
dup_theme_id (const TlMap *self, int key)
{
  return g_strdup (tl_item_get_id (get_item (self, TL_KIND_THEME, key)));
}

/* That of the project, or else that of who answers for it. */
static int
get_unit (const TlMapCard *card)
{
  TlItem *unit = tl_item_get_ref (card->item, TL_PROJECT_UNIT);
  TlItem *owner = tl_item_get_ref (card->item, TL_PROJECT_OWNER);

  if (unit == NULL && owner != NULL)
    unit = tl_item_get_ref (owner, TL_PERSON_UNIT);
  return get_place (unit);
}

static char *
dup_unit (const TlMap *self, int key)
{
  return tl_map_dup_title (get_item (self, TL_KIND_UNIT, key));
}

static char *
dup_unit_id (const TlMap *self, int key)
{
  return g_strdup (tl_item_get_id (get_item (self, TL_KIND_UNIT, key)));
}

/* In which it begins, or ends where only that is known. */
static int
get_quarter (const TlMapCard *card)
{
  TlDate start = tl_item_get_date (card->item, TL_PROJECT_START);
  TlDate day = start != TL_DATE_NONE ? start : tl_item_get_date (card->item, TL_PROJECT_END);

  return day != TL_DATE_NONE ? tl_date_get_quarter (day) : LAST_KEY;
}

static char *
dup_quarter (const TlMap *self, int key)
{
  /* Translators: a quarter of a year: the year, and the number of the quarter. */
  return g_strdup_printf (C_ ("quarter", "%1$d Q%2$d"), key / 4, key % 4 + 1);
}

static char *
dup_quarter_name (const TlMap *self, int key)
{
  return g_strdup_printf ("%d-%d", key / 4, key % 4 + 1);
}

static int
get_category (const TlMapCard *card)
{
  int category = tl_item_get_choice (card->item, TL_PROJECT_WORK_CATEGORY);

  return category != TL_CHOICE_NONE ? category : LAST_KEY;
}

static char *
dup_category (const TlMap *self, int key)
{
  return g_strdup (tl_field_get_choice_label (TL_PROJECT_WORK_CATEGORY, key));
}

static char *
dup_category_name (const TlMap *self, int key)
{
  return g_strdup (tl_field_get_choice_name (TL_PROJECT_WORK_CATEGORY, key));
}

/* clang-format off */
static const Arrangement arrangements[TL_N_ARRANGE_BY] = {
  [TL_ARRANGE_BY_THEME] = { "theme", TL_KIND_GOAL, FALSE, NC_ ("lane", "No Theme"),
                            get_theme, dup_theme, dup_theme_id },
  [TL_ARRANGE_BY_UNIT] = { "unit", TL_KIND_PROJECT, FALSE, NC_ ("lane", "No Unit"),
                           get_unit, dup_unit, dup_unit_id },
  [TL_ARRANGE_BY_QUARTER] = { "quarter", TL_KIND_PROJECT, TRUE, NC_ ("lane", "No Date"),
                              get_quarter, dup_quarter, dup_quarter_name },
  [TL_ARRANGE_BY_CATEGORY] = { "category", TL_KIND_PROJECT, FALSE, NC_ ("lane", "Not Sorted"),
                               get_category, dup_category, dup_category_name },
};
/* clang-format on */

static const Arrangement *
get_arrangement (const TlMap *self)
{
  return &arrangements[self->options->arrange_by];
}

static gboolean
is_in_lane (const Arrangement *arrangement, const TlMapCard *card)
{
  return card->kind == arrangement->kind && !card->is_pinned && !tl_map_card_is_apart (card);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  int ka = *(const int *) a;
  int kb = *(const int *) b;

  return ka < kb ? -1 : ka > kb;
}

/* Which lanes there are, in their order. */
static GArray *
list_keys (const TlMap *self, const Arrangement *arrangement)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (int));
  guint n = 0;

  for (guint i = 0; i < self->cards->len; i++)
    {
      const TlMapCard *card = tl_map_get_card (self, (int) i);
      int key = is_in_lane (arrangement, card) ? arrangement->get_key (card) : LAST_KEY;

      if (is_in_lane (arrangement, card))
        g_array_append_val (keys, key);
    }
  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    if (n == 0 || g_array_index (keys, int, i) != g_array_index (keys, int, n - 1))
      g_array_index (keys, int, n++) = g_array_index (keys, int, i);
  g_array_set_size (keys, n);
  return keys;
}

/* More quarters than there is room for share a column with the last of them. */
static void
limit_keys (GArray *keys)
{
  gboolean has_rest = keys->len > 0 && g_array_index (keys, int, keys->len - 1) == LAST_KEY;
  guint n_dated = keys->len - (has_rest ? 1 : 0);

  if (n_dated > MAX_QUARTERS)
    g_array_remove_range (keys, MAX_QUARTERS, n_dated - MAX_QUARTERS);
}

static char *
dup_title (const TlMap *self, const Arrangement *arrangement, int key)
{
  if (key == LAST_KEY)
    return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "lane", arrangement->rest));
  return arrangement->dup_title (self, key);
}

static char *
dup_id (const TlMap *self, const Arrangement *arrangement, int key)
{
  g_autofree char *name = key != LAST_KEY ? arrangement->dup_name (self, key) : NULL;

  /* What has no name is told by having no separator either. */
  return g_strconcat (TL_LANE_PREFIX, arrangement->name, name != NULL ? ":" : NULL, name, NULL);
}

static void
add_lanes (TlMap *self, const Arrangement *arrangement, const GArray *keys)
{
  for (guint i = 0; i < keys->len; i++)
    {
      int key = g_array_index (keys, int, i);
      TlMapLane lane = {
        .id = dup_id (self, arrangement, key),
        .title = dup_title (self, arrangement, key),
        .node = TL_MAP_NONE,
        .strip = TL_MAP_NONE,
      };

      lane.is_folded = self->options->is_folded != NULL
                       && self->options->is_folded (lane.id, self->options->fold_data);
      g_array_append_val (self->lanes, lane);
    }
}

/* The last of the lanes up to @key. */
static int
find_lane (const GArray *keys, int key)
{
  guint low = 0;
  guint high = keys->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (keys, int, middle) <= key)
        low = middle;
      else
        high = middle;
    }
  return (int) low;
}

static double
get_days (const TlMap *self, const TlMapCard *card)
{
  TlAlignment *alignment = tl_analysis_get_alignment (self->analysis);
  g_autoptr (GArray) parts = NULL;
  double days = 0;

  if (card->kind == TL_KIND_PROJECT)
    return tl_alignment_get_effort (alignment, card->item);
  parts = tl_effort_list_parts (alignment, card->item);
  for (guint i = 0; i < parts->len; i++)
    days += g_array_index (parts, TlEffortPart, i).days;
  return days;
}

/**
 * tl_map_collect_lanes:
 * @self: a map whose cards are collected
 *
 * Puts the cards into the lanes that the arrangement has, if any.
 */
void
tl_map_collect_lanes (TlMap *self)
{
  const Arrangement *arrangement = get_arrangement (self);
  g_autoptr (GArray) keys = NULL;

  /* By goals, there are no lanes. */
  if (arrangement->get_key == NULL)
    return;
  keys = list_keys (self, arrangement);
  if (arrangement->are_columns)
    limit_keys (keys);
  add_lanes (self, arrangement, keys);
  for (guint i = 0; i < self->cards->len; i++)
    {
      TlMapCard *card = tl_map_get_card (self, (int) i);
      TlMapLane *lane;

      if (!is_in_lane (arrangement, card))
        continue;
      card->lane = find_lane (keys, arrangement->get_key (card));
      lane = tl_map_get_lane (self, (guint) card->lane);
      lane->n_cards++;
      lane->n_unaligned += card->standing == TL_STANDING_GOAL_ONLY ? 1 : 0;
      lane->days += get_days (self, card);
    }
}

/**
 * tl_map_has_lanes_for_columns:
 * @self: a map whose lanes are collected
 *
 * Returns: whether each lane is a column of projects
 */
gboolean
tl_map_has_lanes_for_columns (const TlMap *self)
{
  return self->lanes->len > 0 && get_arrangement (self)->are_columns;
}

/**
 * tl_map_get_lane_column:
 * @self: a map that has lanes
 *
 * Returns: in which column of the layout they lie, or which is the first of them
 */
int
tl_map_get_lane_column (const TlMap *self)
{
  return get_arrangement (self)->kind == TL_KIND_GOAL ? 0 : 2;
}

/**
 * tl_map_get_lane_kind:
 * @self: a map that has lanes
 *
 * Returns: what the lanes are made of, goals or projects
 */
TlKind
tl_map_get_lane_kind (const TlMap *self)
{
  return get_arrangement (self)->kind;
}

static void
draw_ground (TlMap *self, TlPainter *painter, const TlMapLane *lane)
{
  tl_painter_fill_rect (painter, lane->ground, TL_MAP_LANE_RADIUS,
                        tl_color_mix (self->theme->canvas, self->theme->border, GROUND_SHADE));
}

static void
draw_words (TlMap *self, TlRecorder *recorder, const TlMapLane *lane, const char *facts)
{
  double room = self->options->is_folded != NULL ? TL_MAP_CHEVRON_ROOM : 0;
  double line = tl_text_role_get_line_height (TL_TEXT_TITLE);
  TlText text = {
    .string = lane->title,
    .suffix = facts,
    .suffix_below = self->is_upright,
    .role = TL_TEXT_TITLE,
    .width = lane->head.width - room,
    .max_lines = self->is_upright ? TL_MAP_UPRIGHT_HEAD_LINES : 1,
    .color = self->theme->text,
    .suffix_color = self->theme->quiet,
  };

  if (room > 0)
    tl_map_draw_chevron (recorder, tl_point (lane->head.x + room / 2 - 1, lane->head.y + line / 2),
                         FALSE, self->theme->quiet);
  tl_painter_draw_text (TL_PAINTER (recorder), &text, tl_point (lane->head.x + room, lane->head.y));
}

static void
draw_lane (TlMap *self, TlRecorder *recorder, const TlMapLane *lane)
{
  TlPainter *painter = TL_PAINTER (recorder);
  g_autofree char *facts = tl_map_describe_lane (lane);
  g_autofree char *name = tl_map_name_lane (self, lane);
  TlPainterItem item = { lane->id, name, NULL, NULL, TL_ENTRY_LANE, lane->head };

  tl_painter_begin_item (painter, &item);
  draw_ground (self, painter, lane);
  draw_words (self, recorder, lane, facts);
  tl_painter_end_item (painter);
}

/**
 * tl_map_draw_lanes:
 * @self: a map
 * @recorder: where to draw
 *
 * Adds the grounds of the lanes and their heads. Lanes that are columns have headings instead, and
 * lanes that are folded strips.
 */
void
tl_map_draw_lanes (TlMap *self, TlRecorder *recorder)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const TlMapLane *lane = tl_map_get_lane (self, i);

      if (lane->node != TL_MAP_NONE && !lane->is_folded)
        draw_lane (self, recorder, lane);
    }
}

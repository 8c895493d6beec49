/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <glib/gi18n.h>

#include "tl-flow-layout.h"
#include "tl-map-look.h"

#define TRAY_GAP 56.0    /* between the columns and the tray */
#define TRAY_RISE 13.0   /* so that its first line stands level with the headings */
#define CARD_GAP 8.0     /* between the cards of a tray */
#define MANDATE_GAP 16.0 /* between the two parts of the tray */
#define LEAST_LENGTH 720.0
#define GROUP_GAP 10.0 /* over the head of a group */
#define GROUP_HEAD 20.0

#define DOCKED_GROUP_GAP 6.0

#define DOCKED_CARD_GAP 4.0
#define DOCKED_MANDATE_GAP 8.0
#define DOCKED_CARD_WIDTH 216.0 /* room for some words of the title, and the days */
#define LEAST_DOCKED_CARD_WIDTH 184.0
#define USUAL_DOCKED_COLUMNS 3
#define MAX_DOCKED_COLUMNS 4 /* more would leave the eye without a column to run down */

typedef struct
{
  int card;
  double days;
  int group; /* of those of the map */
} TrayCard;

/* A part of the tray, for what is not aligned or for the mandates. */
typedef struct
{
  GArray *cards; /* of TrayCard */
  gboolean is_alarm;
  gboolean is_shown; /* it has a head as well where all that belongs into it is pinned elsewhere */
  int n_columns;
} Part;

static TlMapTrayGroup *
get_group (const TlMap *self, int group)
{
  return &g_array_index (self->tray_groups, TlMapTrayGroup, group);
}

/* The most days first: there a decision is worth most. */
static int
compare_tray_cards (gconstpointer a, gconstpointer b, gpointer map)
{
  const TrayCard *ta = a;
  const TrayCard *tb = b;
  double days_a = get_group (map, ta->group)->days;
  double days_b = get_group (map, tb->group)->days;

  if (ta->group != tb->group)
    return days_a != days_b ? (days_a > days_b ? -1 : 1) : ta->group - tb->group;
  if (ta->days != tb->days)
    return ta->days > tb->days ? -1 : 1;
  return ta->card - tb->card;
}

/* What the cards of a group have in common. */
static char *
dup_group_title (const TlMap *self, TlItem *project)
{
  TlItem *unit = tl_item_get_ref (project, TL_PROJECT_UNIT);
  int origin = tl_item_get_choice (project, TL_PROJECT_ORIGIN);

  switch (self->options->tray_groups)
    {
    case TL_TRAY_BY_UNIT:
      return unit != NULL ? tl_map_dup_title (unit) : g_strdup (C_ ("legend", "No unit"));
    case TL_TRAY_BY_ORIGIN:
      return g_strdup (origin != TL_CHOICE_NONE
                           ? tl_field_get_choice_label (TL_PROJECT_ORIGIN, origin)
                           : C_ ("legend", "No origin"));
    case TL_TRAY_UNGROUPED:
    case TL_N_TRAY_GROUPINGS:
    default:
      return g_strdup ("");
    }
}

/* @groups: title → one more than the group of this part of the tray that has it */
static int
find_group (TlMap *self, GHashTable *groups, TlItem *project, gboolean is_alarm)
{
  g_autofree char *title = NULL;
  TlMapTrayGroup group = { .is_alarm = is_alarm };
  int found;

  if (self->options->tray_groups == TL_TRAY_UNGROUPED && g_hash_table_size (groups) > 0)
    return (int) self->tray_groups->len - 1;
  title = dup_group_title (self, project);
  found = GPOINTER_TO_INT (g_hash_table_lookup (groups, title));
  if (found > 0)
    return found - 1;
  group.title = g_strdup (title);
  g_array_append_val (self->tray_groups, group);
  g_hash_table_insert (groups, g_steal_pointer (&title),
                       GINT_TO_POINTER ((int) self->tray_groups->len));
  return (int) self->tray_groups->len - 1;
}

static GArray *
list_tray_cards (TlMap *self, gboolean is_alarm)
{
  TlAlignment *alignment = tl_analysis_get_alignment (self->analysis);
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (TrayCard));
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < (int) self->cards->len; i++)
    {
      const TlMapCard *card = tl_map_get_card (self, i);
      TrayCard tray_card = { .card = i };
      TlMapTrayGroup *group;

      if (!tl_map_card_is_in_tray (card) || (card->standing != TL_STANDING_MANDATE) != is_alarm)
        continue;
      tray_card.days = tl_alignment_get_effort (alignment, card->item);
      tray_card.group = find_group (self, groups, card->item, is_alarm);
      group = get_group (self, tray_card.group);
      group->n++;
      group->days += tray_card.days;
      g_array_append_val (cards, tray_card);
    }
  g_array_sort_with_data (cards, compare_tray_cards, self);
  return cards;
}

static gboolean
is_docked (const TlMap *self)
{
  return self->options->tray == TL_TRAY_DOCKED;
}

static gboolean
is_grouped (const TlMap *self)
{
  return self->options->tray_groups != TL_TRAY_UNGROUPED;
}

static double
get_card_gap (const TlMap *self)
{
  return is_docked (self) ? DOCKED_CARD_GAP : CARD_GAP;
}

static int
fit_columns (double row_width, double card_width, double gap)
{
  return MAX ((int) ((row_width + gap) / (card_width + gap)), 1);
}

static int
count_columns (const TlMap *self, double row_width)
{
  int n_columns;

  if (!is_docked (self))
    return fit_columns (row_width, self->metrics.project_width, CARD_GAP);
  n_columns = fit_columns (row_width, DOCKED_CARD_WIDTH, DOCKED_CARD_GAP);
  if (n_columns < USUAL_DOCKED_COLUMNS)
    n_columns = MIN (fit_columns (row_width, LEAST_DOCKED_CARD_WIDTH, DOCKED_CARD_GAP),
                     USUAL_DOCKED_COLUMNS);
  return MIN (n_columns, MAX_DOCKED_COLUMNS);
}

/* How wide a tray beside the columns must be so that it does not become longer than they are. */
static double
choose_width_beside (const TlMap *self)
{
  double length = 0;
  int n_columns;

  for (guint i = 0; i < self->cards->len; i++)
    if (tl_map_card_is_in_tray (tl_map_get_card (self, (int) i)))
      length += tl_map_get_card (self, (int) i)->rect.height + CARD_GAP;
  if (is_grouped (self))
    length += self->tray_groups->len * (GROUP_GAP + GROUP_HEAD);
  n_columns = (int) ceil (length / MAX (self->columns.height, LEAST_LENGTH));
  return MAX (n_columns, 1) * (self->metrics.project_width + CARD_GAP) - CARD_GAP
         + 2 * TL_MAP_TRAY_PADDING;
}

/* Cards of the tray share its width evenly; these are @n of a part, from @cards on. */
static void
measure_cards (TlMap *self,
               const TrayCard *cards,
               int n,
               int n_columns,
               TlRect *rects,
               double width)
{
  double gap = get_card_gap (self);

  for (int i = 0; i < n; i++)
    {
      TlMapCard *card = tl_map_get_card (self, cards[i].card);

      if (is_docked (self))
        card->days_width = tl_map_measure_days (self, card);
      card->n_lines = 1;
      card->rect.width = floor ((width + gap) / n_columns) - gap;
      card->rect.height = tl_map_measure_project (self, card);
      rects[i] = card->rect;
    }
  for (int row = 0; row < n; row += n_columns)
    {
      int end = MIN (row + n_columns, n);
      double height = 0;

      for (int i = row; i < end; i++)
        height = MAX (height, rects[i].height);
      for (int i = row; i < end; i++)
        rects[i].height = height;
    }
}

/* Returns the height that the cards take from @origin down. */
static double
place_cards (TlMap *self, const TrayCard *cards, int n, int n_columns, TlPoint origin, double width)
{
  g_autofree TlRect *rects = g_new (TlRect, n + 1);
  double height;

  measure_cards (self, cards, n, n_columns, rects, width);
  height = tl_flow_layout (rects, n, origin, width, get_card_gap (self));
  for (int i = 0; i < n; i++)
    tl_map_get_card (self, cards[i].card)->rect = rects[i];
  return height;
}

/* The same for groups, each with its head over its cards. */
static double
place_groups (TlMap *self, const Part *part, TlPoint origin, double width)
{
  const TrayCard *cards = (const TrayCard *) (const void *) part->cards->data;
  double gap = is_docked (self) ? DOCKED_GROUP_GAP : GROUP_GAP;
  int n = (int) part->cards->len;
  double y = origin.y;

  for (int from = 0, to = 0; from < n; from = to)
    {
      while (to < n && cards[to].group == cards[from].group)
        to++;
      y += from > 0 ? gap : 0;
      get_group (self, cards[from].group)->head = tl_rect (origin.x, y, width, GROUP_HEAD);
      y += GROUP_HEAD;
      y += place_cards (self, cards + from, to - from, part->n_columns, tl_point (origin.x, y),
                        width);
    }
  return y - origin.y;
}

/* Returns the part of the tray that the cards take, with its head. */
static TlRect
place_part (TlMap *self, const Part *part, TlPoint origin, double width)
{
  double padding = tl_map_get_tray_padding (self);
  double head = tl_map_get_tray_head (self, width, part->is_alarm);
  double row_width = width - 2 * padding;
  TlPoint first = tl_point (origin.x + padding, origin.y + head);
  double height;

  if (!part->is_shown)
    return tl_rect (origin.x, origin.y, 0, 0);
  if (part->cards->len == 0)
    return tl_rect (origin.x, origin.y, width, head);
  if (is_grouped (self))
    height = place_groups (self, part, first, row_width);
  else
    height = place_cards (self, (const TrayCard *) (const void *) part->cards->data,
                          (int) part->cards->len, part->n_columns, first, row_width);
  return tl_rect (origin.x, origin.y, width, head + height + padding);
}

static void
place_stacked (TlMap *self, Part *alarm, Part *mandates, TlPoint origin, double width)
{
  double row_width = width - 2 * tl_map_get_tray_padding (self);

  alarm->n_columns = mandates->n_columns = count_columns (self, row_width);
  self->alarm = place_part (self, alarm, origin, width);
  if (self->alarm.height > 0)
    origin.y += self->alarm.height + (is_docked (self) ? DOCKED_MANDATE_GAP : MANDATE_GAP);
  self->mandates = place_part (self, mandates, origin, width);
}

/* Where a docked tray is wide, its parts lie side by side, and both have their heads in sight. */
static void
place_abreast (TlMap *self, Part *alarm, Part *mandates, TlPoint origin, double width)
{
  const double padding = TL_MAP_DOCK_PADDING;
  guint n_cards = alarm->cards->len + mandates->cards->len;
  int n = MAX_DOCKED_COLUMNS;
  double card, alarm_width;

  mandates->n_columns = CLAMP ((int) round ((double) n * mandates->cards->len / n_cards), 1, n - 1);
  alarm->n_columns = n - mandates->n_columns;
  card = (width - DOCKED_MANDATE_GAP - 4 * padding - (n - 2) * DOCKED_CARD_GAP) / n;
  alarm_width = alarm->n_columns * (card + DOCKED_CARD_GAP) - DOCKED_CARD_GAP + 2 * padding;
  self->alarm = place_part (self, alarm, origin, alarm_width);
  origin.x += alarm_width + DOCKED_MANDATE_GAP;
  self->mandates = place_part (self, mandates, origin, width - alarm_width - DOCKED_MANDATE_GAP);
  self->alarm.height = self->mandates.height = MAX (self->alarm.height, self->mandates.height);
}

/**
 * tl_map_clear_tray_group:
 * @group: (type TlMapTrayGroup): one of a map that goes
 */
void
tl_map_clear_tray_group (gpointer group)
{
  g_free (((TlMapTrayGroup *) group)->title);
}

/**
 * tl_map_place_tray:
 * @self: a map whose columns are placed
 *
 * Gives the cards that lie in no column their places in the tray, and the parts of the tray theirs.
 */
void
tl_map_place_tray (TlMap *self)
{
  g_autoptr (GArray) unaligned = list_tray_cards (self, TRUE);
  g_autoptr (GArray) mandated = list_tray_cards (self, FALSE);
  Part alarm = { unaligned, TRUE, self->n_shown_alarms > 0, 1 };
  Part mandates = { mandated, FALSE, self->n_shown_mandates > 0, 1 };
  gboolean is_beside = self->options->tray == TL_TRAY_BESIDE && !self->is_upright;
  TlPoint origin = is_beside ? tl_point (self->columns.width + TRAY_GAP, -TRAY_RISE)
                             : tl_point (0, self->columns.height + TRAY_GAP / 2);
  double below = self->options->tray_width > 0 ? self->options->tray_width : self->columns.width;
  double least = self->metrics.project_width + 2 * TL_MAP_TRAY_PADDING;
  double width = is_beside ? choose_width_beside (self) : MAX (below, least);
  /* Two parts have one padding and one gap more than one. */
  double row_width = width - 4 * TL_MAP_DOCK_PADDING - DOCKED_MANDATE_GAP;

  if (is_docked (self) && unaligned->len > 0 && mandated->len > 0
      && count_columns (self, row_width) == MAX_DOCKED_COLUMNS)
    place_abreast (self, &alarm, &mandates, origin, width);
  else
    place_stacked (self, &alarm, &mandates, origin, width);
}

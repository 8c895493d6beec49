/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <glib/gi18n.h>

#include "tl-map-look.h"

#define TRAY_RADIUS 16.0
#define HATCH_SPACING 28.0
#define HATCH_WIDTH 9.0
#define HEAD_TOP 14.0 /* from the top of the tray to its words */
#define HEAD_GAP 12.0 /* from them to the first card */
#define DOCKED_HEAD_HEIGHT 36.0
#define DOCKED_BUTTON_WIDTH 40.0

/* @lane: (nullable): of which it is the heading */
static void
draw_header (TlMap *self,
             TlRecorder *recorder,
             int column,
             const char *id,
             const char *heading,
             const char *facts,
             const TlMapLane *lane)
{
  TlPainter *painter = TL_PAINTER (recorder);
  TlRect bounds = g_array_index (self->heads, TlRect, column);
  g_autofree char *plain = g_strdup_printf (C_ ("spoken", "%s: %s"), heading, facts);
  g_autofree char *name = lane != NULL ? tl_map_name_lane (self, lane) : g_steal_pointer (&plain);
  TlPainterItem item = { id, name, NULL, NULL, TL_ENTRY_HEADER, bounds };
  double room = lane != NULL && self->options->is_folded != NULL ? TL_MAP_CHEVRON_ROOM : 0;
  TlText text = {
    .string = heading,
    .suffix = facts,
    .suffix_below = self->is_upright,
    .role = TL_TEXT_HEADING,
    .width = bounds.width - room,
    .max_lines = 1,
    .color = self->theme->text,
    .suffix_color = self->theme->quiet,
  };

  tl_painter_begin_item (painter, &item);
  if (room > 0)
    tl_map_draw_chevron (recorder,
                         tl_point (bounds.x + room / 2 - 1,
                                   bounds.y + tl_text_role_get_line_height (TL_TEXT_HEADING) / 2),
                         lane->is_folded, self->theme->quiet);
  tl_painter_draw_text (painter, &text, tl_point (bounds.x + room, bounds.y));
  tl_painter_end_item (painter);
}

static void
draw_share (TlMap *self, TlRecorder *recorder, int column, const char *id, const char *heading)
{
  static const TlKind kinds[3] = { TL_KIND_GOAL, TL_KIND_OBJECTIVE, TL_KIND_PROJECT };
  const TlFigures *figures = tl_analysis_get_figures (self->analysis);
  const guint n_counted[3]
      = { figures->n_active_goals, figures->n_active_objectives, figures->n_counted };
  guint n
      = self->options->include_uncounted
            ? tl_workspace_get_n_items (tl_analysis_get_workspace (self->analysis), kinds[column])
            : n_counted[column];
  /* Translators: how many there are in sight, and how many in all. */
  g_autofree char *facts
      = g_strdup_printf (C_ ("heading", "%u of %u shown"), self->n_shown[column], n);

  draw_header (self, recorder, column, id, heading, facts, NULL);
}

static char *
dup_project_facts (const TlMap *self, const char *days)
{
  guint n = tl_analysis_get_figures (self->analysis)->n_counted;

  if (self->n_shown[2] > n)
    /* Translators: how many projects count, of how many in sight, and the person-days of those. */
    return g_strdup_printf (C_ ("heading", "%u of %u count · %s"), n, self->n_shown[2], days);
  /* Translators: the number of projects, and how many person-days they take together */
  return g_strdup_printf (C_ ("heading", "%u · %s"), n, days);
}

/* The columns of projects, where there are several. What is folded is told of by its strip. */
static void
draw_lane_headers (TlMap *self, TlRecorder *recorder)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const TlMapLane *lane = tl_map_get_lane (self, i);
      g_autofree char *of_strip = tl_lane_dup_heading_id (lane->id);
      g_autofree char *facts = lane->is_folded ? NULL : tl_map_describe_lane (lane);

      draw_header (self, recorder, tl_map_get_lane_column (self) + (int) i,
                   lane->is_folded ? of_strip : lane->id, lane->title, facts, lane);
    }
}

/* Where some are hidden, that is the first thing to know. */
static void
draw_column_header (TlMap *self,
                    TlRecorder *recorder,
                    int column,
                    const char *id,
                    const char *heading,
                    const char *facts)
{
  if (tl_map_hides (self) || self->n_folded[column] > 0)
    draw_share (self, recorder, column, id, heading);
  else
    draw_header (self, recorder, column, id, heading, facts, NULL);
}

/**
 * tl_map_draw_headers:
 * @self: a map
 * @recorder: where to draw
 *
 * Adds the headings with the figures of their columns.
 */
void
tl_map_draw_headers (TlMap *self, TlRecorder *recorder)
{
  const TlFigures *figures = tl_analysis_get_figures (self->analysis);
  g_autofree char *days = tl_map_format_days (figures->effort_days);
  g_autofree char *goals
      = g_strdup_printf (C_ ("heading", "%u · in priority order"), figures->n_active_goals);
  g_autofree char *objectives
      = g_strdup_printf (C_ ("heading", "%u · %u covered"), figures->n_active_objectives,
                         figures->n_covered_objectives);
  g_autofree char *projects = dup_project_facts (self, days);

  if (tl_map_has_lanes_for_columns (self))
    draw_lane_headers (self, recorder);
  draw_column_header (self, recorder, 0, "header:goals", _ ("Goals"), goals);
  draw_column_header (self, recorder, 1, "header:objectives", _ ("Objectives"), objectives);
  if (!tl_map_has_lanes_for_columns (self))
    draw_column_header (self, recorder, 2, "header:projects", _ ("Projects"), projects);
}

static char *
dup_tray_title (const TlMap *self, gboolean is_alarm)
{
  guint n = is_alarm ? self->n_alarms : self->n_mandates;
  guint n_shown = is_alarm ? self->n_shown_alarms : self->n_shown_mandates;
  g_autofree char *days = tl_map_format_days (is_alarm ? self->alarm_days : self->mandate_days);

  /* Translators: how many are in sight and how many in all, and the days of them all. */
  if (n_shown < n)
    return g_strdup_printf (is_alarm ? C_ ("tray", "▲ Not aligned — %u of %u shown, %s in all")
                                     : C_ ("tray", "Mandated — %u of %u shown, %s in all"),
                            n_shown, n, days);
  /* Translators: the second is a number of person-days with its unit */
  if (is_alarm)
    return g_strdup_printf (ngettext ("▲ Not aligned — %u project, %s",
                                      "▲ Not aligned — %u projects, %s", n),
                            n, days);
  return g_strdup_printf (ngettext ("Mandated — %u project, %s", "Mandated — %u projects, %s", n),
                          n, days);
}

static const char *
get_tray_advice (gboolean is_alarm)
{
  return is_alarm ? _ ("Link each to an objective, or decide: stop it, redirect it, return it to "
                       "analysis.")
                  : _ ("Demanded by a rule, so no objective is asked for.");
}

/* How the words over the cards are set. */
typedef struct
{
  double width; /* of a line */
  double height;
  int title_lines;
  int advice_lines; /* 0 where the advice follows the title on the same line */
} Head;

/* A docked tray has a line for both, and a button to fold it at the end of the line. */
static Head
measure_head (const TlMap *self, double width, gboolean is_alarm)
{
  g_autofree char *title = dup_tray_title (self, is_alarm);
  Head head = { .width = width - 2 * tl_map_get_tray_padding (self), .title_lines = 1 };

  if (self->options->tray == TL_TRAY_DOCKED)
    {
      head.width -= DOCKED_BUTTON_WIDTH;
      head.height = DOCKED_HEAD_HEIGHT;
      return head;
    }
  head.title_lines = tl_text_estimate_lines (title, TL_TEXT_TITLE, head.width, 2);
  head.advice_lines
      = tl_text_estimate_lines (get_tray_advice (is_alarm), TL_TEXT_DETAIL, head.width, 3);
  head.height = HEAD_TOP + head.title_lines * tl_text_role_get_line_height (TL_TEXT_TITLE) + 2
                + head.advice_lines * tl_text_role_get_line_height (TL_TEXT_DETAIL) + HEAD_GAP;
  return head;
}

/**
 * tl_map_get_tray_head:
 * @self: a map
 * @width: of the tray, in map units
 * @is_alarm: for the part with what is not aligned, or for the mandates
 *
 * Returns: how far below the top of that part its cards start
 */
double
tl_map_get_tray_head (const TlMap *self, double width, gboolean is_alarm)
{
  return measure_head (self, width, is_alarm).height;
}

static void
draw_advice (TlMap *self, TlPainter *painter, const Head *head, TlPoint at, gboolean is_alarm)
{
  TlText text = {
    .string = get_tray_advice (is_alarm),
    .role = TL_TEXT_DETAIL,
    .width = head->width,
    .max_lines = head->advice_lines,
    .color = self->theme->quiet,
  };

  tl_painter_draw_text (painter, &text, at);
}

static void
draw_head (TlMap *self, TlPainter *painter, TlRect rect, gboolean is_alarm)
{
  g_autofree char *title = dup_tray_title (self, is_alarm);
  Head head = measure_head (self, rect.width, is_alarm);
  double line = tl_text_role_get_line_height (TL_TEXT_TITLE);
  TlPoint at = tl_point (rect.x + tl_map_get_tray_padding (self), rect.y + HEAD_TOP);
  TlText text = {
    .string = title,
    .role = TL_TEXT_TITLE,
    .width = head.width,
    .max_lines = head.title_lines,
    .color = is_alarm ? self->theme->amber : self->theme->text,
  };

  if (head.advice_lines == 0)
    {
      at.y = rect.y + (head.height - line) / 2;
      text.suffix = get_tray_advice (is_alarm);
      text.suffix_color = self->theme->quiet;
    }
  tl_painter_draw_text (painter, &text, at);
  at.y += head.title_lines * line + 2;
  if (head.advice_lines > 0)
    draw_advice (self, painter, &head, at, is_alarm);
}

static void
draw_alarm (TlMap *self, TlPainter *painter)
{
  const TlTheme *theme = self->theme;
  TlStroke border = tl_stroke_dashed (theme->border_width + 0.5, 7, 5);
  g_autofree char *name = dup_tray_title (self, TRUE);
  TlPainterItem item = { "tray", name, get_tray_advice (TRUE), NULL, TL_ENTRY_TRAY, self->alarm };

  tl_painter_begin_item (painter, &item);
  tl_painter_fill_rect (painter, self->alarm, TRAY_RADIUS, theme->amber_ground);
  tl_painter_hatch_rect (painter, tl_rect_grow (self->alarm, -HATCH_WIDTH / 2),
                         TRAY_RADIUS - HATCH_WIDTH / 2, HATCH_SPACING, tl_stroke (HATCH_WIDTH),
                         theme->amber_hatch);
  tl_painter_stroke_rect (painter, tl_rect_grow (self->alarm, -border.width / 2),
                          TRAY_RADIUS - border.width / 2, border, theme->amber_line);
  draw_head (self, painter, self->alarm, TRUE);
  tl_painter_end_item (painter);
}

static void
draw_mandates (TlMap *self, TlPainter *painter)
{
  const TlTheme *theme = self->theme;
  g_autofree char *name = dup_tray_title (self, FALSE);
  TlPainterItem item
      = { "tray:mandates", name, get_tray_advice (FALSE), NULL, TL_ENTRY_TRAY, self->mandates };

  tl_painter_begin_item (painter, &item);
  tl_painter_fill_rect (painter, self->mandates, TRAY_RADIUS,
                        tl_color_mix (theme->canvas, theme->border, 0.25));
  tl_painter_stroke_rect (painter, tl_rect_grow (self->mandates, -theme->border_width / 2),
                          TRAY_RADIUS, tl_stroke (theme->border_width), theme->border);
  draw_head (self, painter, self->mandates, FALSE);
  tl_painter_end_item (painter);
}

/* What a group has in common, how many they are, and their days. */
static void
draw_group (TlMap *self, TlPainter *painter, guint index)
{
  const TlMapTrayGroup *group = &g_array_index (self->tray_groups, TlMapTrayGroup, index);
  g_autofree char *id = g_strdup_printf ("tray-group:%u", index);
  g_autofree char *days = tl_map_format_days (group->days);
  /* Translators: of a group in the tray: how many projects there are in it, and their days. */
  g_autofree char *facts = g_strdup_printf (C_ ("tray", "%u · %s"), group->n, days);
  g_autofree char *name = g_strdup_printf (C_ ("spoken", "%s: %s"), group->title, facts);
  TlPainterItem item = { id, name, NULL, NULL, TL_ENTRY_DECORATION, group->head };
  TlText text = {
    .string = group->title,
    .suffix = facts,
    .role = TL_TEXT_STRONG,
    .width = group->head.width,
    .max_lines = 1,
    .color = self->theme->text,
    .suffix_color = self->theme->quiet,
  };

  tl_painter_begin_item (painter, &item);
  tl_painter_draw_text (painter, &text, tl_point (group->head.x, group->head.y));
  tl_painter_end_item (painter);
}

/**
 * tl_map_draw_tray:
 * @self: a map
 * @recorder: where to draw
 *
 * Adds the grounds of the tray: one, marked, for what is not aligned, and one without alarm for
 * mandated work; and the heads of its groups.
 */
void
tl_map_draw_tray (TlMap *self, TlRecorder *recorder)
{
  if (self->n_shown_alarms > 0)
    draw_alarm (self, TL_PAINTER (recorder));
  if (self->n_shown_mandates > 0)
    draw_mandates (self, TL_PAINTER (recorder));
  for (guint i = 0; i < self->tray_groups->len; i++)
    if (self->options->tray_groups != TL_TRAY_UNGROUPED)
      draw_group (self, TL_PAINTER (recorder), i);
}

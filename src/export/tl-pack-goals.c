/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-pack.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-pack-sentences.h"
#include "tl-pack-shapes.h"
#include "tl-pack-table.h"
#include "tl-pack-words.h"

#define PERCENT 100.0

/* Distances, in units. */
#define ROW_PADDING 9.0
#define KEY_HEIGHT 28.0
#define BAR_HEIGHT 7.0
#define BAR_LINE 17.0
#define BAR_NUMBER 44.0
#define PIP 9.0
#define PIP_GAP 4.0
#define PIP_LINE 20.0

#define MAX_PIPS 8
#define TITLE_LINES 2
#define MEASURE_LINES 3

typedef enum
{
  COLUMN_RANK,
  COLUMN_GOAL,
  COLUMN_MEASURE,
  COLUMN_OWNER,
  COLUMN_ROLE,
  COLUMN_COVERAGE,
  COLUMN_PROJECTS,
  COLUMN_EFFORT,
  N_COLUMNS,
} Column;

static const TlPackColumn columns[N_COLUMNS] = {
  [COLUMN_RANK] = { NULL, .036 },
  [COLUMN_GOAL] = { N_ ("Goal"), .26 },
  [COLUMN_MEASURE] = { N_ ("Measure"), .18 },
  [COLUMN_OWNER] = { N_ ("Owner"), .096 },
  [COLUMN_ROLE] = { N_ ("Role of learning"), .108 },
  [COLUMN_COVERAGE] = { N_ ("Objectives served"), .114 },
  [COLUMN_PROJECTS] = { N_ ("Projects"), .066 },
  [COLUMN_EFFORT] = { N_ ("Effort against weight"), .14 },
};

static TlRect
get_cell (TlRect row, Column column)
{
  return tl_pack_table_get_cell (columns, N_COLUMNS, column, row);
}

static char *
format_measure (TlItem *goal)
{
  const char *name = tl_item_get_text (goal, TL_GOAL_MEASURE_NAME);
  double baseline = tl_item_get_number (goal, TL_GOAL_BASELINE);
  double target = tl_item_get_number (goal, TL_GOAL_TARGET);
  const char *unit = tl_item_get_text (goal, TL_GOAL_UNIT_OF_MEASURE);
  g_autofree char *from = isnan (baseline) ? NULL : tl_pack_format_number (baseline);
  g_autofree char *to = isnan (target) ? NULL : tl_pack_format_number (target);
  g_autofree char *day = tl_date_format_for_people (tl_item_get_date (goal, TL_GOAL_BY_DATE));
  g_autofree char *way = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (name != NULL && *name != '\0')
    g_ptr_array_add (parts, (gpointer) name);
  if (from != NULL && to != NULL)
    way = g_strjoin (" ", from, "→", to, unit, NULL);
  else if (to != NULL)
    way = g_strjoin (" ", "→", to, unit, NULL);
  if (way != NULL)
    g_ptr_array_add (parts, way);
  if (day != NULL)
    g_ptr_array_add (parts, day);
  if (parts->len == 0)
    return g_strdup (_ ("Not recorded"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static const char *
get_role (const TlPack *pack, TlItem *goal, gboolean *is_flagged)
{
  int role = tl_item_get_choice (goal, TL_GOAL_ROLE);

  *is_flagged = FALSE;
  if (role == TL_ROLE_YES)
    return C_ ("role of learning", "Yes");
  if (role == TL_ROLE_NO)
    return C_ ("role of learning", "None, by choice");
  *is_flagged = tl_pack_has_finding (pack, goal, "ALN-08");
  return *is_flagged ? C_ ("role of learning", "▲ Not settled")
                     : C_ ("role of learning", "Not settled");
}

static void
write_role (const TlPack *pack, TlItem *goal, TlRect cell)
{
  gboolean is_flagged;
  const char *role = get_role (pack, goal, &is_flagged);
  TlText text
      = tl_pack_text (pack, role, is_flagged ? TL_TEXT_STRONG : TL_TEXT_DETAIL, cell.width, 2);

  if (is_flagged)
    text.color = pack->theme->amber;
  tl_sheets_write (pack->sheets, &text, cell.x, cell.y + 1);
}

/* A pip for each objective: filled when a project serves it. */
static void
draw_pips (const TlPack *pack, TlItem *goal, guint n_covered, guint n_active, TlRect cell)
{
  TlPainter *painter = tl_sheets_get_painter (pack->sheets);
  gboolean is_flagged = tl_item_get_choice (goal, TL_GOAL_ROLE) != TL_ROLE_NO;

  for (guint i = 0; i < n_active; i++)
    {
      TlRect pip = tl_rect (cell.x + i * (PIP + PIP_GAP), cell.y, PIP, PIP);

      if (i < n_covered)
        tl_painter_fill_rect (painter, pip, 1.5, tl_pack_get_hue (pack, goal));
      else
        tl_painter_stroke_rect (painter, tl_rect_grow (pip, -0.5), 1, tl_stroke (1),
                                is_flagged ? pack->theme->amber_line : pack->theme->quiet);
    }
}

static void
write_coverage (const TlPack *pack, TlItem *goal, TlRect cell)
{
  guint n_active;
  guint n_covered = tl_pack_count_covered (pack, goal, &n_active);
  gboolean is_flagged = tl_pack_has_finding (pack, goal, "ALN-07");
  g_autofree char *count = NULL;
  TlText text;

  if (n_active == 0)
    {
      tl_pack_write_quiet (pack, _ ("No objective"), tl_rect (cell.x, cell.y + 1, cell.width, 0),
                           2);
      return;
    }
  /* Translators: of the objectives of a goal, how many a project serves. */
  count = is_flagged ? g_strdup_printf (C_ ("coverage", "▲ %1$u of %2$u"), n_covered, n_active)
                     : g_strdup_printf (C_ ("coverage", "%1$u of %2$u"), n_covered, n_active);
  text = tl_pack_text (pack, count, is_flagged ? TL_TEXT_STRONG : TL_TEXT_BODY, cell.width, 1);
  if (is_flagged)
    text.color = pack->theme->amber;
  tl_sheets_write (pack->sheets, &text, cell.x, cell.y);
  if (n_active <= MAX_PIPS)
    draw_pips (pack, goal, n_covered, n_active,
               tl_rect (cell.x, cell.y + PIP_LINE + 2, cell.width, PIP));
}

static void
draw_effort_line (const TlPack *pack, double share, double scale, TlColor color, TlRect line)
{
  g_autofree char *number = tl_pack_format_share (share);
  TlText text = tl_pack_text (pack, number, TL_TEXT_DETAIL, BAR_NUMBER, 1);

  text.align = TL_ALIGN_END;
  tl_pack_draw_bar (pack, tl_rect (line.x, line.y + 5, line.width - BAR_NUMBER - 4, BAR_HEIGHT),
                    share / scale, color);
  tl_sheets_write (pack->sheets, &text, line.x + line.width - BAR_NUMBER, line.y);
}

/* The share of effort above, the weight below, on one scale for all goals. */
static void
draw_effort (const TlPack *pack, TlItem *goal, double scale, TlRect cell)
{
  double share = tl_alignment_get_goal_share (pack->alignment, goal);
  double weight = tl_item_get_number (goal, TL_GOAL_WEIGHT) / PERCENT;

  draw_effort_line (pack, share, scale, tl_pack_get_hue (pack, goal), cell);
  cell.y += BAR_LINE;
  draw_effort_line (pack, weight, scale, tl_pack_get_grey (pack), cell);
}

static double
measure_row (const TlPack *pack, TlItem *goal, TlRect row)
{
  g_autofree char *measure = format_measure (goal);
  TlItem *owner = tl_item_get_ref (goal, TL_GOAL_OWNER);
  TlText title = tl_pack_text (pack, tl_pack_get_title (goal), TL_TEXT_TITLE,
                               get_cell (row, COLUMN_GOAL).width, TITLE_LINES);
  TlText detail
      = tl_pack_quiet_text (pack, measure, get_cell (row, COLUMN_MEASURE).width, MEASURE_LINES);
  TlText person = tl_pack_quiet_text (pack, owner != NULL ? tl_pack_get_title (owner) : "",
                                      get_cell (row, COLUMN_OWNER).width, 2);
  double height = MAX (2 * BAR_LINE, TL_PACK_BADGE);

  height = MAX (height, tl_sheets_measure (pack->sheets, &title));
  height = MAX (height, tl_sheets_measure (pack->sheets, &detail));
  height = MAX (height, tl_sheets_measure (pack->sheets, &person));
  return height + 2 * ROW_PADDING;
}

static void
draw_row (const TlPack *pack, TlItem *goal, double scale, TlRect row)
{
  g_autofree char *measure = format_measure (goal);
  g_autofree char *n_projects = g_strdup_printf ("%u", tl_pack_count_projects (pack, goal));
  TlItem *owner = tl_item_get_ref (goal, TL_GOAL_OWNER);
  TlRect cell;

  row.y += ROW_PADDING;
  cell = get_cell (row, COLUMN_RANK);
  tl_pack_draw_badge (pack, goal, cell.x, cell.y - 2);
  tl_pack_write (pack, tl_pack_get_title (goal), TL_TEXT_TITLE, get_cell (row, COLUMN_GOAL),
                 TITLE_LINES);
  cell = get_cell (row, COLUMN_MEASURE);
  cell.y += 1;
  tl_pack_write_quiet (pack, measure, cell, MEASURE_LINES);
  cell = get_cell (row, COLUMN_OWNER);
  cell.y += 1;
  tl_pack_write (pack, owner != NULL ? tl_pack_get_title (owner) : _ ("Not recorded"),
                 TL_TEXT_DETAIL, cell, 2);
  write_role (pack, goal, get_cell (row, COLUMN_ROLE));
  write_coverage (pack, goal, get_cell (row, COLUMN_COVERAGE));
  tl_pack_write (pack, n_projects, TL_TEXT_BODY, get_cell (row, COLUMN_PROJECTS), 1);
  draw_effort (pack, goal, scale, get_cell (row, COLUMN_EFFORT));
}

/* The largest share or weight of all: what a full bar stands for. */
static double
find_scale (const TlPack *pack, TlItem *const *goals, guint n_goals)
{
  double scale = 0;

  for (guint i = 0; i < n_goals; i++)
    {
      double share = tl_alignment_get_goal_share (pack->alignment, goals[i]);
      double weight = tl_item_get_number (goals[i], TL_GOAL_WEIGHT) / PERCENT;

      scale = fmax (scale, fmax (share, weight));
    }
  return scale > 0 ? scale : 1;
}

/**
 * tl_pack_add_goals:
 * @pack: the summary
 *
 * Adds the table of all active goals in the order of their rank, those without learning too, on as
 * many pages as it needs.
 */
void
tl_pack_add_goals (const TlPack *pack)
{
  g_autofree char *title = tl_pack_say_goals (pack);
  TlRect body = tl_sheets_begin (pack->sheets, _ ("Goals at a glance"), title);
  double bottom = body.y + body.height;
  guint n_goals;
  TlItem *const *goals = tl_pack_get_goals (pack, &n_goals);
  double scale = find_scale (pack, goals, n_goals);

  if (n_goals == 0)
    {
      tl_pack_write (pack, _ ("There is no active goal in this plan."), TL_TEXT_BODY, body, 2);
      return;
    }
  body = tl_pack_table_draw_head (pack, columns, N_COLUMNS, body);
  for (guint i = 0; i < n_goals; i++)
    {
      double height = measure_row (pack, goals[i], body);

      if (body.y + height > bottom)
        {
          tl_pack_draw_rule (pack, body.x, body.y, body.width);
          body = tl_pack_table_draw_head (pack, columns, N_COLUMNS,
                                          tl_sheets_continue (pack->sheets));
        }
      tl_pack_draw_rule (pack, body.x, body.y, body.width);
      draw_row (pack, goals[i], scale, body);
      body.y += height;
    }
  tl_pack_draw_rule (pack, body.x, body.y, body.width);
  if (body.y + KEY_HEIGHT <= bottom)
    tl_pack_write_quiet (pack,
                         _ ("Bars: above, the goal's share of the effort; below, its weight. "
                            "Squares: an objective each, filled when a project serves it."),
                         tl_rect (body.x, body.y + 12, body.width, 0), 1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-pack.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-pack-sentences.h"
#include "tl-pack-shapes.h"
#include "tl-pack-table.h"
#include "tl-pack-words.h"
#include "tl-partner.h"

#define PERCENT 100.0

/* Distances, in units. */
#define ROW_PADDING 9.0
#define BAR_HEIGHT 7.0
#define BAR_NUMBER 34.0

#define TITLE_LINES 2
#define CELL_LINES 3

typedef enum
{
  COLUMN_RANK,
  COLUMN_GOAL,
  COLUMN_OWNER,
  COLUMN_TESTS,
  COLUMN_RATINGS,
  COLUMN_STRENGTH,
  COLUMN_CONTACT,
  COLUMN_NEXT,
  N_COLUMNS,
} Column;

/* The number of tests that are met, and the names of those that are not. */
static char *
format_tests (TlItem *owner)
{
  TlClientTests tests = tl_client_tests_get (owner);
  GString *text = g_string_new (NULL);

  if (tests.n_unknown == TL_N_CLIENT_TESTS)
    return g_string_free (g_string_assign (text, _ ("Not recorded")), FALSE);
  /* Translators: how many of the four tests of a client somebody meets. */
  g_string_append_printf (text, C_ ("partner", "%u of 4"), tests.n_met);
  for (guint i = 0; i < TL_N_CLIENT_TESTS; i++)
    if (tests.answers[i] != TL_TRI_STATE_YES)
      /* Translators: a test of a client that somebody does not meet. */
      g_string_append_printf (text, C_ ("partner", " · not: %s"),
                              tl_field_get_label (tl_client_test_get_field (i)));
  return g_string_free (text, FALSE);
}

static char *
format_ratings (TlItem *owner)
{
  TlPartnerRatings ratings = tl_partner_ratings_get (owner);
  GString *text = g_string_new (NULL);

  if (ratings.n_unknown == TL_N_PARTNER_RATINGS)
    return g_string_free (g_string_assign (text, _ ("Not rated")), FALSE);
  for (guint i = 0; i < TL_N_PARTNER_RATINGS; i++)
    {
      const char *label = tl_field_get_label (tl_partner_rating_get_field (i));

      g_string_append (text, i > 0 ? " · " : "");
      if (isnan (ratings.values[i]))
        /* Translators: access, credibility or trust, which nobody has rated. */
        g_string_append_printf (text, C_ ("partner", "%s not rated"), label);
      else
        /* Translators: access, credibility or trust, and its rating: "Trust 3". */
        g_string_append_printf (text, C_ ("partner", "%1$s %2$.0f"), label, ratings.values[i]);
    }
  return g_string_free (text, FALSE);
}

static char *
format_contact (TlItem *owner)
{
  char *day = tl_date_format_for_people (tl_item_get_date (owner, TL_PERSON_LAST_CONTACT));

  return day != NULL ? day : g_strdup (_ ("Not recorded"));
}

static char *
format_next_step (TlItem *owner)
{
  const char *step = tl_item_get_text (owner, TL_PERSON_NEXT_STEP);

  return g_strdup (step != NULL ? step : _ ("Not recorded"));
}

static char *
format_owner (TlItem *owner)
{
  const char *name = tl_pack_get_title (owner);
  const char *role = tl_item_get_text (owner, TL_PERSON_ROLE);

  if (role == NULL || g_str_equal (role, name))
    return g_strdup (name);
  return g_strdup_printf ("%s · %s", name, role);
}

static const TlPackColumn columns[N_COLUMNS] = {
  [COLUMN_RANK] = { NULL, .036 },
  [COLUMN_GOAL] = { N_ ("Goal"), .224 },
  [COLUMN_OWNER] = { N_ ("Owner"), .13 },
  [COLUMN_TESTS] = { N_ ("Tests of a client"), .15 },
  [COLUMN_RATINGS] = { N_ ("Ratings, 0 to 4"), .13 },
  [COLUMN_STRENGTH] = { N_ ("Strength, of 100"), .11 },
  [COLUMN_CONTACT] = { N_ ("Last contact"), .09 },
  [COLUMN_NEXT] = { N_ ("Next step"), .13 },
};

/* What is said of the owner of a goal; the other columns are drawn. */
static char *(*const formats[N_COLUMNS]) (TlItem *owner) = {
  [COLUMN_OWNER] = format_owner,     [COLUMN_TESTS] = format_tests,
  [COLUMN_RATINGS] = format_ratings, [COLUMN_CONTACT] = format_contact,
  [COLUMN_NEXT] = format_next_step,
};

static TlRect
get_cell (TlRect row, Column column)
{
  return tl_pack_table_get_cell (columns, N_COLUMNS, column, row);
}

/* What a cell says; %NULL when nothing does. */
static char *
format_cell (TlItem *goal, Column column)
{
  TlItem *owner = tl_item_get_ref (goal, TL_GOAL_OWNER);

  if (formats[column] == NULL)
    return NULL;
  if (owner != NULL)
    return formats[column](owner);
  return column == COLUMN_OWNER ? g_strdup (_ ("Not recorded")) : NULL;
}

static void
draw_strength (const TlPack *pack, TlItem *goal, TlRect cell)
{
  TlItem *owner = tl_item_get_ref (goal, TL_GOAL_OWNER);
  TlDate today = tl_analysis_get_today (pack->analysis);
  double strength = owner != NULL ? tl_partner_get_strength (owner, today) : (double) NAN;
  g_autofree char *number = NULL;
  TlText text;

  if (owner == NULL)
    return;
  if (isnan (strength))
    {
      tl_pack_write_quiet (pack, _ ("Not known"), cell, 1);
      return;
    }
  number = tl_pack_format_number (round (strength));
  text = tl_pack_text (pack, number, TL_TEXT_DETAIL, BAR_NUMBER, 1);
  text.align = TL_ALIGN_END;
  tl_pack_draw_bar (pack, tl_rect (cell.x, cell.y + 5, cell.width - BAR_NUMBER - 4, BAR_HEIGHT),
                    strength / PERCENT, tl_pack_get_hue (pack, goal));
  tl_sheets_write (pack->sheets, &text, cell.x + cell.width - BAR_NUMBER, cell.y);
}

static double
measure_row (const TlPack *pack, TlItem *goal, TlRect row)
{
  TlText title = tl_pack_text (pack, tl_pack_get_title (goal), TL_TEXT_TITLE,
                               get_cell (row, COLUMN_GOAL).width, TITLE_LINES);
  double height = MAX (TL_PACK_BADGE, tl_sheets_measure (pack->sheets, &title));

  for (Column column = 0; column < N_COLUMNS; column++)
    {
      g_autofree char *cell = format_cell (goal, column);

      if (cell != NULL)
        {
          TlText text = tl_pack_quiet_text (pack, cell, get_cell (row, column).width, CELL_LINES);

          height = MAX (height, tl_sheets_measure (pack->sheets, &text));
        }
    }
  return height + 2 * ROW_PADDING;
}

static void
draw_row (const TlPack *pack, TlItem *goal, TlRect row)
{
  TlRect cell;

  row.y += ROW_PADDING;
  cell = get_cell (row, COLUMN_RANK);
  tl_pack_draw_badge (pack, goal, cell.x, cell.y - 2);
  tl_pack_write (pack, tl_pack_get_title (goal), TL_TEXT_TITLE, get_cell (row, COLUMN_GOAL),
                 TITLE_LINES);
  row.y += 1;
  for (Column column = 0; column < N_COLUMNS; column++)
    {
      g_autofree char *text = format_cell (goal, column);

      if (text != NULL)
        tl_pack_write_quiet (pack, text, get_cell (row, column), CELL_LINES);
    }
  draw_strength (pack, goal, get_cell (row, COLUMN_STRENGTH));
}

/**
 * tl_pack_add_partners:
 * @pack: the summary
 *
 * Adds the page on the partnerships, a row for each active goal, where what is private was asked
 * for; on as many pages as it needs.
 */
void
tl_pack_add_partners (const TlPack *pack)
{
  g_autofree char *title = NULL;
  TlRect body;
  double bottom;
  guint n_goals;
  TlItem *const *goals = tl_pack_get_goals (pack, &n_goals);

  if (!pack->with_private)
    return;
  title = tl_pack_say_partners (pack);
  body = tl_sheets_begin (pack->sheets, _ ("Partnership, for your eyes only"), title);
  bottom = body.y + body.height;
  if (n_goals > 0)
    body = tl_pack_table_draw_head (pack, columns, N_COLUMNS, body);
  for (guint i = 0; i < n_goals; i++)
    {
      double height = measure_row (pack, goals[i], body);

      tl_pack_draw_rule (pack, body.x, body.y, body.width);
      if (body.y + height > bottom)
        {
          body = tl_pack_table_draw_head (pack, columns, N_COLUMNS,
                                          tl_sheets_continue (pack->sheets));
          tl_pack_draw_rule (pack, body.x, body.y, body.width);
        }
      draw_row (pack, goals[i], body);
      body.y += height;
    }
  if (n_goals > 0)
    tl_pack_draw_rule (pack, body.x, body.y, body.width);
}

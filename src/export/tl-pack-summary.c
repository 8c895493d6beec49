/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-pack.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-pack-asks.h"
#include "tl-chart.h"
#include "tl-pack-sentences.h"
#include "tl-pack-shapes.h"
#include "tl-pack-words.h"

#define PERCENT 100.0

/* Distances, in units. */
#define GAP 20.0
#define PADDING 18.0
#define RADIUS 12.0
#define BAR_HEIGHT 8.0
#define SIGN_WIDTH 24.0
#define BELOW_PLACE 22.0
#define BELOW_CARDS 34.0
#define ANSWERS_SHARE 0.42
#define COLUMN_GAP 48.0
#define ANSWER_GAP 10.0
#define ASK_GAP 16.0

#define N_CARDS 4
#define SENTENCE_LINES 4
#define ANSWER_LINES 3
#define ASK_LINES 2

/* One of the big figures. */
typedef struct
{
  char *label;
  char *figure;
  char *sentence;
  char *sign; /* (nullable): a word beside the figure */
  TlColor sign_color;
  double share; /* of the bar; NaN for no bar */
  gboolean is_alarm;
} Card;

static void
card_clear (Card *card)
{
  g_free (card->label);
  g_free (card->figure);
  g_free (card->sentence);
  g_free (card->sign);
}

static TlColor
get_band_color (const TlPack *pack, TlBand band)
{
  if (band == TL_BAND_GOOD)
    return tl_theme_get_hue (pack->theme, TL_COLOUR_GREEN);
  if (band == TL_BAND_UNKNOWN)
    return pack->theme->quiet;
  return pack->theme->amber;
}

/* A rate that is just below the next band must not be read as if it had reached it. */
static char *
format_rate (const TlPack *pack)
{
  double good = tl_workspace_get_setting (pack->workspace, TL_SETTINGS_RATE_GOOD) / PERCENT;
  double watch = tl_workspace_get_setting (pack->workspace, TL_SETTINGS_RATE_WATCH) / PERCENT;
  double rate = pack->figures->alignment_rate;

  return tl_pack_format_share_below (rate, rate < watch ? watch : good);
}

static Card
create_rate_card (const TlPack *pack)
{
  TlBand band = tl_figures_get_band (pack->figures, pack->workspace);

  return (Card) {
    .label = g_strdup (_ ("Alignment of projects")),
    .figure = format_rate (pack),
    .sentence = tl_pack_say_rate (pack),
    .sign = g_strdup_printf ("%s %s", tl_band_get_sign (band), tl_band_get_word (band)),
    .sign_color = get_band_color (pack, band),
    .share = pack->figures->alignment_rate,
  };
}

static Card
create_effort_card (const TlPack *pack)
{
  return (Card) {
    .label = g_strdup (_ ("Alignment by effort")),
    .figure = tl_pack_format_share (pack->figures->effort_weighted_alignment),
    .sentence = tl_pack_say_effort_rate (pack),
    .share = pack->figures->effort_weighted_alignment,
  };
}

static Card
create_coverage_card (const TlPack *pack)
{
  gboolean has_weights = tl_pack_has_weights (pack);
  double share
      = has_weights ? pack->figures->goal_coverage_by_weight : pack->figures->goal_coverage;

  return (Card) {
    .label = g_strdup (has_weights ? _ ("Goal coverage by weight") : _ ("Goal coverage")),
    .figure = tl_pack_format_share (share),
    .sentence = tl_pack_say_coverage (pack),
    .share = share,
  };
}

static Card
create_unaligned_card (const TlPack *pack)
{
  const TlFigures *f = pack->figures;
  gboolean has_days = f->unaligned_days > 0 || f->n_unaligned == 0;

  return (Card) {
    .label = g_strdup (_ ("Unaligned work")),
    .figure = has_days ? tl_pack_format_days (f->unaligned_days)
                       : g_strdup_printf (ngettext ("%u project", "%u projects", f->n_unaligned),
                                          f->n_unaligned),
    .sentence = tl_pack_say_unaligned (pack),
    .sign = f->n_unaligned > 0 ? g_strdup ("▲") : NULL,
    .sign_color = pack->theme->amber,
    .share = (double) NAN,
    .is_alarm = f->n_unaligned > 0,
  };
}

static double
get_card_height (const TlPack *pack, const Card *cards, double width)
{
  double sentence = 0;

  for (guint i = 0; i < N_CARDS; i++)
    {
      TlText text = tl_pack_text (pack, cards[i].sentence, TL_TEXT_BODY, width - 2 * PADDING,
                                  SENTENCE_LINES);

      sentence = MAX (sentence, tl_sheets_measure (pack->sheets, &text));
    }
  return 2 * PADDING + tl_text_role_get_line_height (TL_TEXT_TITLE)
         + tl_text_role_get_line_height (TL_TEXT_DISPLAY) + 28 + sentence;
}

/* A figure is never cut short; a long one is smaller instead. */
static TlTextRole
get_figure_role (const TlPack *pack, const Card *card, double width)
{
  double sign = card->sign != NULL ? SIGN_WIDTH : 0;
  double figure = tl_sheets_measure_width (pack->sheets, card->figure, TL_TEXT_DISPLAY);

  return figure + sign <= width ? TL_TEXT_DISPLAY : TL_TEXT_HEADLINE;
}

static void
draw_card (const TlPack *pack, const Card *card, TlRect rect)
{
  TlPainter *painter = tl_sheets_get_painter (pack->sheets);
  TlRect box = tl_rect (rect.x + PADDING, rect.y + PADDING, rect.width - 2 * PADDING, 0);
  TlTextRole role = get_figure_role (pack, card, box.width);
  double figure_width = tl_sheets_measure_width (pack->sheets, card->figure, role);

  if (card->is_alarm)
    tl_chart_draw_unaligned (tl_sheets_get_painter (pack->sheets), pack->theme, rect, RADIUS);
  else
    tl_painter_stroke_rect (painter, rect, RADIUS, tl_stroke (1), pack->theme->border);

  box.y += tl_pack_write (pack, card->label, TL_TEXT_TITLE, box, 1) + 4;
  if (card->sign != NULL)
    {
      TlText sign = tl_pack_text (pack, card->sign, TL_TEXT_TITLE,
                                  MAX (box.width - figure_width - 10, 1), 1);

      sign.color = card->sign_color;
      tl_sheets_write (pack->sheets, &sign, box.x + figure_width + 10, box.y + 16);
    }
  tl_pack_write (pack, card->figure, role, box, 1);
  box.y += tl_text_role_get_line_height (TL_TEXT_DISPLAY) + 6;
  if (!isnan (card->share))
    tl_pack_draw_bar (pack, tl_rect (box.x, box.y, box.width, BAR_HEIGHT), card->share,
                      pack->theme->accent);
  box.y += BAR_HEIGHT + 10;
  tl_pack_write (pack, card->sentence, TL_TEXT_BODY, box, SENTENCE_LINES);
}

/* Returns the height of the row of cards. */
static double
draw_cards (const TlPack *pack, TlRect body)
{
  double width = (body.width - (N_CARDS - 1) * GAP) / N_CARDS;
  Card cards[N_CARDS] = {
    create_rate_card (pack),
    create_effort_card (pack),
    create_coverage_card (pack),
    create_unaligned_card (pack),
  };
  double height = get_card_height (pack, cards, width);

  for (guint i = 0; i < N_CARDS; i++)
    {
      draw_card (pack, &cards[i], tl_rect (body.x + i * (width + GAP), body.y, width, height));
      card_clear (&cards[i]);
    }
  return height;
}

/* Returns the height of the whole plan's name and what it is about. */
static double
write_place (const TlPack *pack, TlRect body)
{
  TlItem *root = tl_workspace_get_root (pack->workspace);
  g_autofree char *place = tl_pack_format_place (root, tl_analysis_get_today (pack->analysis));
  TlText text = tl_pack_text (pack, tl_pack_get_title (root), TL_TEXT_TITLE, body.width, 1);

  text.suffix = place;
  text.suffix_color = pack->theme->quiet;
  return tl_sheets_write (pack->sheets, &text, body.x, body.y);
}

static void
draw_answers (const TlPack *pack, const GPtrArray *answers, TlRect box)
{
  double bottom = box.y + box.height;

  box.y += tl_pack_write (pack, _ ("The short answer"), TL_TEXT_HEADING, box, 1) + 14;
  for (guint i = 0; i < answers->len; i++)
    {
      const char *answer = g_ptr_array_index (answers, i);
      TlText text = tl_pack_text (pack, answer, TL_TEXT_BODY, box.width - 18, ANSWER_LINES);

      if (box.y + tl_sheets_measure (pack->sheets, &text) > bottom)
        break;
      tl_painter_fill_rect (tl_sheets_get_painter (pack->sheets), tl_rect (box.x, box.y + 6, 6, 6),
                            3, pack->theme->accent);
      box.y += tl_sheets_write (pack->sheets, &text, box.x + 18, box.y) + ANSWER_GAP;
    }
}

/* What is asked, whom or how, and for example what; nothing is drawn without @is_drawn. Returns the
 * height. */
static double
lay_out_ask (const TlPack *pack, const TlAsk *ask, TlRect box, gboolean is_drawn)
{
  TlText texts[3] = {
    tl_pack_text (pack, ask->text, TL_TEXT_TITLE, box.width, ASK_LINES),
    tl_pack_text (pack, ask->detail, TL_TEXT_DETAIL, box.width, ASK_LINES),
    tl_pack_quiet_text (pack, ask->examples, box.width, ASK_LINES),
  };
  double y = box.y;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i].string == NULL)
        continue;
      if (is_drawn)
        tl_sheets_write (pack->sheets, &texts[i], box.x, y);
      y += tl_sheets_measure (pack->sheets, &texts[i]) + 1;
    }
  return y - box.y;
}

static void
draw_number (const TlPack *pack, guint number, double x, double y)
{
  g_autofree char *label = g_strdup_printf ("%u", number);
  TlText text = tl_pack_text (pack, label, TL_TEXT_STRONG, TL_PACK_BADGE, 1);

  text.align = TL_ALIGN_CENTER;
  tl_painter_stroke_rect (tl_sheets_get_painter (pack->sheets),
                          tl_rect (x, y, TL_PACK_BADGE, TL_PACK_BADGE), TL_PACK_BADGE / 2,
                          tl_stroke (1), pack->theme->text);
  tl_sheets_write (pack->sheets, &text, x, y + 3);
}

static void
draw_asks (const TlPack *pack, TlRect box)
{
  g_autoptr (GPtrArray) asks = tl_pack_list_asks (pack);
  double bottom = box.y + box.height;

  box.y += tl_pack_write (pack, _ ("What is asked of you"), TL_TEXT_HEADING, box, 1) + 14;
  if (asks->len == 0)
    tl_pack_write (pack, _ ("No decision is open, and nothing urgent was found."), TL_TEXT_BODY,
                   box, 2);
  for (guint i = 0; i < asks->len; i++)
    {
      const TlAsk *ask = g_ptr_array_index (asks, i);
      TlRect row = tl_rect (box.x + TL_PACK_BADGE + 12, box.y, box.width - TL_PACK_BADGE - 12, 0);
      double height = lay_out_ask (pack, ask, row, FALSE);

      if (box.y + height > bottom)
        break;
      draw_number (pack, i + 1, box.x, box.y - 1);
      lay_out_ask (pack, ask, row, TRUE);
      box.y += height + ASK_GAP;
    }
}

/**
 * tl_pack_add_summary:
 * @pack: the summary
 *
 * Adds the page for those who read only one: four figures with a sentence each, the short answer,
 * and what is asked.
 */
void
tl_pack_add_summary (const TlPack *pack)
{
  g_autofree char *title = tl_pack_say_alignment (pack);
  TlRect body = tl_sheets_begin (pack->sheets, _ ("How aligned are we?"), title);
  g_autoptr (GPtrArray) answers = tl_pack_list_answers (pack);
  double bottom = body.y + body.height;
  double asks_x = body.x;

  body.y -= 10; /* what the plan is called belongs to the title */
  body.y += write_place (pack, body) + BELOW_PLACE;
  body.y += draw_cards (pack, body) + BELOW_CARDS;
  body.height = bottom - body.y;

  if (answers->len > 0)
    {
      double width = body.width * ANSWERS_SHARE;

      draw_answers (pack, answers, tl_rect (body.x, body.y, width, body.height));
      asks_x += width + COLUMN_GAP;
    }
  draw_asks (pack, tl_rect (asks_x, body.y, body.x + body.width - asks_x, body.height));
}

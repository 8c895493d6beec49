/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-pack.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-pack-flow.h"
#include "tl-pack-groups.h"
#include "tl-pack-sentences.h"
#include "tl-pack-shapes.h"
#include "tl-pack-words.h"

/* Distances, in units. */
#define GROUP_GAP 18.0
#define BELOW_HEAD 8.0
#define ITEM_GAP 3.0
#define DETAIL_GAP 8.0
#define DAYS_WIDTH 76.0

#define WHY_LINES 3
#define DETAIL_LINES 3

/* Groups of a few findings have room for what is special about each. */
#define FEW 3

/* Of what is not urgent the largest are listed, and the rest is counted. */
#define MOST 8

static TlColor
get_severity_color (const TlPack *pack, TlSeverity severity)
{
  return severity == TL_SEVERITY_LOW ? pack->theme->quiet : pack->theme->amber;
}

/* The head of a group; on its second and later columns only the line with the name. Nothing is
 * drawn without @is_drawn. Returns the height. */
static double
lay_out_head (const TlPack *pack,
              const TlPackGroup *group,
              TlRect box,
              gboolean is_continued,
              gboolean is_drawn)
{
  g_autofree char *severity = NULL;
  g_autofree char *title = NULL;
  TlText texts[4];
  guint n_texts = 2;
  double y = box.y;

  /* Translators: a sign, a severity and the id of a check. */
  severity
      = g_strdup_printf (C_ ("finding", "%1$s %2$s · %3$s"), tl_severity_get_sign (group->severity),
                         tl_severity_get_label (group->severity), group->rule->id);
  title = is_continued
              /* Translators: the head of a list that began in the column before. */
              ? g_strdup_printf (_ ("%s (continued)"), tl_rule_get_title (group->rule))
              : g_strdup_printf (C_ ("finding", "%1$s: %2$u"), tl_rule_get_title (group->rule),
                                 group->findings->len);
  texts[0] = tl_pack_text (pack, severity, TL_TEXT_STRONG, box.width, 1);
  texts[0].color = get_severity_color (pack, group->severity);
  texts[1] = tl_pack_text (pack, title, TL_TEXT_HEADING, box.width, 2);
  if (!is_continued && !group->is_explained)
    {
      texts[n_texts++]
          = tl_pack_quiet_text (pack, tl_rule_get_why (group->rule), box.width, WHY_LINES);
      texts[n_texts++] = tl_pack_text (pack, tl_rule_get_remedy (group->rule), TL_TEXT_DETAIL,
                                       box.width, WHY_LINES);
    }

  for (guint i = 0; i < n_texts; i++)
    {
      if (is_drawn)
        tl_sheets_write (pack->sheets, &texts[i], box.x, y);
      y += tl_sheets_measure (pack->sheets, &texts[i]) + (i == 1 ? 2 : 0);
    }
  return y - box.y + BELOW_HEAD;
}

/* What stands at the left of an item: the goal's rank where there is one. Returns its width. */
static double
draw_mark (const TlPack *pack, TlItem *item, TlRect box)
{
  TlItem *goal = NULL;

  if (item != NULL && tl_item_get_kind (item) == TL_KIND_GOAL)
    goal = item;
  else if (item != NULL && tl_item_get_kind (item) == TL_KIND_OBJECTIVE)
    goal = tl_item_get_ref (item, TL_OBJECTIVE_GOAL);
  if (goal == NULL || tl_alignment_get_rank (pack->alignment, goal) == 0)
    return 0;
  tl_painter_save (tl_sheets_get_painter (pack->sheets));
  tl_painter_translate (tl_sheets_get_painter (pack->sheets), box.x, box.y + 1);
  tl_painter_scale (tl_sheets_get_painter (pack->sheets), 0.72);
  tl_pack_draw_badge (pack, goal, 0, 0);
  tl_painter_restore (tl_sheets_get_painter (pack->sheets));
  return 26;
}

static char *
format_items (const TlFinding *finding)
{
  if (finding->n_items == 0)
    return g_strdup (_ ("The plan as a whole"));
  if (finding->n_items == 1)
    return tl_pack_dup_name (finding->items[0]);
  /* Translators: two things that a finding is about. */
  return g_strdup_printf (C_ ("finding", "%1$s — %2$s"), tl_pack_get_title (finding->items[0]),
                          tl_pack_get_title (finding->items[1]));
}

/* The days of a project, at the right. Returns the width that it takes. */
static double
write_days (const TlPack *pack, const TlFinding *finding, TlRect box)
{
  TlItem *item = finding->n_items == 1 ? finding->items[0] : NULL;
  g_autofree char *days = NULL;
  TlText text;

  if (item == NULL || tl_item_get_kind (item) != TL_KIND_PROJECT
      || !tl_item_is_set (item, TL_PROJECT_EFFORT))
    return 0;
  days = tl_pack_format_days (tl_alignment_get_effort (pack->alignment, item));
  text = tl_pack_quiet_text (pack, days, DAYS_WIDTH, 1);
  text.align = TL_ALIGN_END;
  tl_sheets_write (pack->sheets, &text, box.x + box.width - DAYS_WIDTH, box.y + 1);
  return DAYS_WIDTH + 8;
}

/* What is special about a finding, below its name; %NULL where the head says all. */
static char *
format_detail (const TlPackGroup *group, const TlFinding *finding)
{
  if (group->findings->len > FEW)
    return NULL;
  if (g_strcmp0 (finding->remedy, tl_rule_get_remedy (group->rule)) == 0)
    return g_strdup (finding->detail);
  return g_strjoin (" ", finding->detail, finding->remedy, NULL);
}

static double
measure_item (const TlPack *pack, const TlPackGroup *group, const TlFinding *finding, double width)
{
  g_autofree char *detail = format_detail (group, finding);
  double height = tl_text_role_get_line_height (TL_TEXT_BODY) + ITEM_GAP;

  if (detail != NULL)
    {
      TlText text = tl_pack_quiet_text (pack, detail, width, DETAIL_LINES);

      height += tl_sheets_measure (pack->sheets, &text) + DETAIL_GAP - ITEM_GAP;
    }
  return height;
}

static void
draw_item (const TlPack *pack, const TlPackGroup *group, const TlFinding *finding, TlRect box)
{
  g_autofree char *name = format_items (finding);
  g_autofree char *detail = format_detail (group, finding);
  double inset = draw_mark (pack, finding->n_items > 0 ? finding->items[0] : NULL, box);
  double days = write_days (pack, finding, box);

  tl_pack_write (pack, name, TL_TEXT_BODY,
                 tl_rect (box.x + inset, box.y, box.width - inset - days, 0), 1);
  box.y += tl_text_role_get_line_height (TL_TEXT_BODY);
  if (detail != NULL)
    tl_pack_write_quiet (pack, detail, box, DETAIL_LINES);
}

/* A head never stands at the foot of a column with less than two findings, where there are two. */
static void
begin_group (TlPackFlow *flow, const TlPack *pack, const TlPackGroup *group)
{
  TlRect box = tl_pack_flow_get_box (flow);
  double height = lay_out_head (pack, group, box, FALSE, FALSE);

  for (guint i = 0; i < MIN (group->findings->len, 2); i++)
    height += measure_item (pack, group, g_ptr_array_index (group->findings, i), box.width);
  if (!tl_pack_flow_is_at_top (flow))
    {
      if (tl_pack_flow_has_room (flow, height + GROUP_GAP))
        {
          tl_pack_draw_rule (pack, box.x, box.y + GROUP_GAP / 2 - 2, box.width);
          tl_pack_flow_advance (flow, GROUP_GAP);
        }
      else
        tl_pack_flow_turn (flow);
    }
  tl_pack_flow_advance (flow, lay_out_head (pack, group, tl_pack_flow_get_box (flow), FALSE, TRUE));
}

/* A rest of one is listed as well. */
static guint
count_listed (const TlPackGroup *group)
{
  guint n = group->findings->len;

  return group->severity == TL_SEVERITY_HIGH || n <= MOST + 1 ? n : MOST;
}

static void
add_rest (TlPackFlow *flow, const TlPack *pack, const TlPackGroup *group)
{
  guint n = group->findings->len - count_listed (group);
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);
  tl_pack_flow_advance (flow, tl_pack_write_quiet (pack, text, tl_pack_flow_get_box (flow), 1));
}

static void
add_group (TlPackFlow *flow, const TlPack *pack, const TlPackGroup *group)
{
  guint n_listed = count_listed (group);

  begin_group (flow, pack, group);
  for (guint i = 0; i < n_listed; i++)
    {
      const TlFinding *finding = g_ptr_array_index (group->findings, i);
      double height = measure_item (pack, group, finding, tl_pack_flow_get_box (flow).width);

      if (!tl_pack_flow_has_room (flow, height))
        {
          tl_pack_flow_turn (flow);
          tl_pack_flow_advance (flow, lay_out_head (pack, group, tl_pack_flow_get_box (flow), TRUE,
                                                    TRUE));
        }
      draw_item (pack, group, finding, tl_pack_flow_get_box (flow));
      tl_pack_flow_advance (flow, height);
    }
  add_rest (flow, pack, group);
}

static void
add_groups (TlPackFlow *flow, const TlPack *pack)
{
  g_autoptr (GPtrArray) groups = tl_pack_list_groups (pack);

  for (guint i = 0; i < groups->len; i++)
    add_group (flow, pack, g_ptr_array_index (groups, i));
}

/* Why somebody has set a finding aside, who that was, and for how long. */
static char *
format_waiver (TlItem *waiver)
{
  const char *reason = tl_item_get_text (waiver, TL_WAIVER_REASON);
  TlItem *by = tl_item_get_ref (waiver, TL_WAIVER_BY);
  g_autofree char *until = tl_date_format_for_people (tl_item_get_date (waiver, TL_WAIVER_UNTIL));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (reason != NULL)
    g_ptr_array_add (parts, g_strdup (reason));
  if (by != NULL)
    g_ptr_array_add (parts, g_strdup (tl_pack_get_title (by)));
  if (until != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("until %s"), until));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_waived (TlPackFlow *flow, const TlPack *pack, const TlFinding *finding)
{
  TlRect box = tl_pack_flow_get_box (flow);
  g_autofree char *items = format_items (finding);
  g_autofree char *reason = format_waiver (finding->waiver);
  TlText name = tl_pack_text (pack, items, TL_TEXT_BODY, box.width, 1);
  TlText rule = tl_pack_quiet_text (pack, tl_rule_get_title (finding->rule), box.width, 1);
  TlText why = tl_pack_text (pack, reason, TL_TEXT_DETAIL, box.width, DETAIL_LINES);
  double height = tl_text_role_get_line_height (TL_TEXT_BODY)
                  + tl_text_role_get_line_height (TL_TEXT_DETAIL)
                  + tl_sheets_measure (pack->sheets, &why) + DETAIL_GAP;

  if (!tl_pack_flow_has_room (flow, height))
    {
      tl_pack_flow_turn (flow);
      box = tl_pack_flow_get_box (flow);
    }
  tl_sheets_write (pack->sheets, &name, box.x, box.y);
  box.y += tl_text_role_get_line_height (TL_TEXT_BODY);
  tl_sheets_write (pack->sheets, &rule, box.x, box.y);
  box.y += tl_text_role_get_line_height (TL_TEXT_DETAIL);
  tl_sheets_write (pack->sheets, &why, box.x, box.y);
  tl_pack_flow_advance (flow, height);
}

static GPtrArray *
list_waived (const TlPack *pack)
{
  GPtrArray *waived = g_ptr_array_new ();

  for (guint i = 0; i < tl_analysis_get_n_waived (pack->analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_waived (pack->analysis, i);

      if (tl_pack_shows (pack, finding))
        g_ptr_array_add (waived, (gpointer) finding);
    }
  return waived;
}

static void
add_waivers (TlPackFlow *flow, const TlPack *pack)
{
  g_autoptr (GPtrArray) waived = list_waived (pack);
  guint n_waived = waived->len;
  double head = tl_text_role_get_line_height (TL_TEXT_HEADING) + BELOW_HEAD;
  g_autofree char *title = NULL;

  if (n_waived == 0)
    return;
  if (!tl_pack_flow_has_room (flow, GROUP_GAP + head + 90))
    tl_pack_flow_turn (flow);
  else if (!tl_pack_flow_is_at_top (flow))
    tl_pack_flow_advance (flow, GROUP_GAP);
  title = g_strdup_printf (ngettext ("Set aside, with its reason: %u",
                                     "Set aside, with reasons: %u", n_waived),
                           n_waived);
  tl_pack_write (pack, title, TL_TEXT_HEADING, tl_pack_flow_get_box (flow), 1);
  tl_pack_flow_advance (flow, head);
  for (guint i = 0; i < n_waived; i++)
    add_waived (flow, pack, g_ptr_array_index (waived, i));
}

/**
 * tl_pack_add_findings:
 * @pack: the summary
 *
 * Adds the pages on what does not fit: the findings by severity and rule, each with why it matters
 * and what to do, and at the end what was set aside and why.
 */
void
tl_pack_add_findings (const TlPack *pack)
{
  g_autofree char *title = tl_pack_say_findings (pack);
  TlRect body = tl_sheets_begin (pack->sheets, _ ("What does not fit"), title);
  TlPackFlow flow;

  tl_pack_flow_init (&flow, pack->sheets, body);
  if (tl_pack_count_findings (pack) == 0)
    tl_pack_flow_advance (&flow, tl_pack_write (pack, _ ("No check has found anything."),
                                                TL_TEXT_BODY, tl_pack_flow_get_box (&flow), 2));
  add_groups (&flow, pack);
  add_waivers (&flow, pack);
}

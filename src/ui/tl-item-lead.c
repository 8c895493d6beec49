/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-item-lead.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-attainment.h"
#include "tl-item-words.h"

static TlDate
get_today (TlSession *session)
{
  return tl_analysis_get_today (tl_session_get_analysis (session));
}

/* Measures and targets. */

/* A number with its unit, such as “42 %” or “42 points”. */
static char *
dup_quantity (TlItem *item, TlField number, TlField unit)
{
  const char *of = tl_item_get_text (item, unit);

  if (!tl_item_is_set (item, number))
    return NULL;
  if (of == NULL)
    return g_strdup_printf ("%.15g", tl_item_get_number (item, number));
  /* Translators: a number and its unit of measure: “42 %”. */
  return g_strdup_printf (C_ ("quantity", "%.15g %s"), tl_item_get_number (item, number), of);
}

static void
append_part (GString *text, const char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* With how much of the plan that is, where there is a plan. */
static void
append_attainment (GString *text, TlItem *measure, TlField field, double attained)
{
  g_autofree char *quantity = dup_quantity (measure, field, TL_MEASURE_UNIT_OF_MEASURE);
  g_autofree char *part = NULL;

  if (quantity == NULL)
    return;
  if (isnan (attained))
    /* Translators: a column of a measure, such as “To Date”, and its number. */
    part = g_strdup_printf (C_ ("measure", "%s %s"), tl_field_get_label (field), quantity);
  else
    /* Translators: a column of a measure, such as “To Date”, its number, and how much of the plan
     * that is. */
    part = g_strdup_printf (C_ ("measure", "%s %s, %.0f %% of plan"), tl_field_get_label (field),
                            quantity, attained * 100);
  append_part (text, part);
}

/**
 * tl_measure_dup_standing:
 * @measure: a measure
 *
 * Returns: (transfer full): its plan, what there is to date and what is expected, with how much of
 *   the plan that is
 */
char *
tl_measure_dup_standing (TlItem *measure)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *plan = dup_quantity (measure, TL_MEASURE_PLAN, TL_MEASURE_UNIT_OF_MEASURE);

  if (plan != NULL)
    {
      g_autofree char *part
          = g_strdup_printf (C_ ("measure", "%s %s"), tl_field_get_label (TL_MEASURE_PLAN), plan);

      append_part (text, part);
    }
  append_attainment (text, measure, TL_MEASURE_TO_DATE, tl_attainment_get_to_date (measure));
  append_attainment (text, measure, TL_MEASURE_FORECAST, tl_attainment_get_forecast (measure));
  if (text->len == 0)
    return g_strdup (_ ("▲ No number is recorded"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tl_goal_dup_target:
 * @goal: a goal
 *
 * Returns: (transfer full) (nullable): from where to where, until when: “20 % → 60 % by 30 June
 *   2026”; %NULL when neither number is recorded
 */
char *
tl_goal_dup_target (TlItem *goal)
{
  g_autofree char *from = dup_quantity (goal, TL_GOAL_BASELINE, TL_GOAL_UNIT_OF_MEASURE);
  g_autofree char *to = dup_quantity (goal, TL_GOAL_TARGET, TL_GOAL_UNIT_OF_MEASURE);
  TlDate date = tl_item_get_date (goal, TL_GOAL_BY_DATE);
  g_autofree char *day = date != TL_DATE_NONE ? tl_date_format_for_people (date) : NULL;
  g_autofree char *way = NULL;

  if (from == NULL && to == NULL)
    return NULL;
  /* Translators: the number of a goal today and the number it is to reach. */
  way = g_strdup_printf (C_ ("goal", "%s → %s"), from != NULL ? from : "?", to != NULL ? to : "?");
  if (day == NULL)
    return g_steal_pointer (&way);
  /* Translators: “20 % → 60 %”, and the day by which that is to be. */
  return g_strdup_printf (C_ ("goal", "%s by %s"), way, day);
}

/* Each kind in a sentence. */

static char *
dup_cause_lead (TlItem *cause)
{
  int category = tl_item_get_choice (cause, TL_CAUSE_CATEGORY);
  const char *confirmed = tl_item_get_flag (cause, TL_CAUSE_CONFIRMED)
                              ? C_ ("cause", "It is confirmed.")
                              : C_ ("cause", "It is not confirmed yet.");

  if (category == TL_CHOICE_NONE)
    return g_strdup (_ ("▲ What sort of cause it is, is not recorded."));
  if (category == TL_CAUSE_SKILL_KNOWLEDGE)
    /* Translators: what follows says whether the cause is confirmed. */
    return g_strdup_printf (_ ("Learning can cure it. %s"), confirmed);
  /* Translators: a category of causes, such as “Incentives”; what follows says whether the cause is
   * confirmed. */
  return g_strdup_printf (_ ("Learning alone does not cure it: %s. %s"),
                          tl_field_get_choice_label (TL_CAUSE_CATEGORY, category), confirmed);
}

static char *
dup_waiting (TlDate received, TlDate today)
{
  guint days;

  if (received == TL_DATE_NONE || received > today)
    return g_strdup (_ ("It is open."));
  days = today - received;
  return g_strdup_printf (ngettext ("It has been open for %u day.", "It has been open for %u days.",
                                    days),
                          days);
}

static char *
dup_request_lead (TlSession *session, TlItem *request)
{
  int outcome = tl_item_get_choice (request, TL_REQUEST_OUTCOME);
  TlDate decided = tl_item_get_date (request, TL_REQUEST_DECIDED_ON);
  const char *label = tl_field_get_choice_label (TL_REQUEST_OUTCOME, outcome);
  g_autofree char *day = NULL;

  if (outcome == TL_OUTCOME_OPEN)
    return dup_waiting (tl_item_get_date (request, TL_REQUEST_RECEIVED_ON), get_today (session));
  if (decided == TL_DATE_NONE)
    /* Translators: the outcome of a request. */
    return g_strdup_printf (_ ("Answered: %s."), label);
  day = tl_date_format_for_people (decided);
  /* Translators: a day, and the outcome of a request. */
  return g_strdup_printf (_ ("Answered on %s: %s."), day, label);
}

static char *
dup_solution_lead (TlSession *session, TlItem *solution)
{
  TlDate review = tl_item_get_date (solution, TL_SOLUTION_REVIEW_BY);
  g_autofree char *day = NULL;

  if (review == TL_DATE_NONE || review >= get_today (session))
    return g_strdup (_ ("It exists already: point to it before something new is made."));
  day = tl_date_format_for_people (review);
  /* Translators: a day. */
  return g_strdup_printf (_ ("▲ It was to be reviewed by %s."), day);
}

static char *
dup_decision_lead (TlSession *session, TlItem *decision)
{
  TlDate decided = tl_item_get_date (decision, TL_DECISION_DECIDED_ON);
  TlDate due = tl_item_get_date (decision, TL_DECISION_DUE);
  g_autofree char *day = NULL;

  if (decided == TL_DATE_NONE && due == TL_DATE_NONE)
    return g_strdup (_ ("It is not decided, and no day is set."));
  day = tl_date_format_for_people (decided != TL_DATE_NONE ? decided : due);
  if (decided != TL_DATE_NONE)
    /* Translators: a day. */
    return g_strdup_printf (_ ("It was decided on %s."), day);
  if (due < get_today (session))
    /* Translators: a day. */
    return g_strdup_printf (_ ("▲ It was due on %s, and is not decided."), day);
  /* Translators: a day. */
  return g_strdup_printf (_ ("It is to be decided by %s."), day);
}

static char *
dup_waiver_lead (TlSession *session, TlItem *waiver)
{
  const char *id = tl_item_get_text (waiver, TL_WAIVER_RULE);
  const TlRule *rule = id != NULL ? tl_rule_find (id) : NULL;
  TlDate until = tl_item_get_date (waiver, TL_WAIVER_UNTIL);
  g_autofree char *day = until != TL_DATE_NONE ? tl_date_format_for_people (until) : NULL;

  if (rule == NULL)
    return g_strdup (_ ("▲ It names no check, and lets nothing pass."));
  if (!tl_item_is_set (waiver, TL_WAIVER_REASON))
    return g_strdup (_ ("▲ It gives no reason, and lets nothing pass."));
  if (day == NULL)
    /* Translators: the title of a check. */
    return g_strdup_printf (_ ("It lets pass: %s."), tl_rule_get_title (rule));
  if (until < get_today (session))
    /* Translators: a day. */
    return g_strdup_printf (_ ("▲ It ran out on %s, and lets nothing pass."), day);
  /* Translators: a day, and the title of a check. */
  return g_strdup_printf (_ ("Until %s it lets pass: %s."), day, tl_rule_get_title (rule));
}

static char *
dup_insight_lead (TlItem *insight)
{
  TlDate heard = tl_item_get_date (insight, TL_INSIGHT_HEARD_ON);
  const char *where = tl_item_get_text (insight, TL_INSIGHT_HEARD_IN);
  g_autofree char *day = heard != TL_DATE_NONE ? tl_date_format_for_people (heard) : NULL;

  if (day != NULL && where != NULL)
    /* Translators: a day, and an occasion. */
    return g_strdup_printf (_ ("Heard on %s: %s."), day, where);
  /* Translators: a day, or an occasion. */
  return day != NULL || where != NULL
             ? g_strdup_printf (_ ("Heard: %s."), day != NULL ? day : where)
             : g_strdup (_ ("Where and when it was heard is not recorded."));
}

static char *
dup_unit_lead (TlItem *unit)
{
  double size = tl_item_get_number (unit, TL_UNIT_SIZE);
  TlItem *parent = tl_item_get_ref (unit, TL_UNIT_PARENT);
  g_autofree char *name = parent != NULL ? tl_item_dup_name (parent) : NULL;
  g_autofree char *people = NULL;

  if (!isnan (size))
    people = g_strdup_printf (ngettext ("%.0f person", "%.0f people", (gulong) size), size);
  if (people != NULL && name != NULL)
    /* Translators: “12 people”, and the unit that another is part of. */
    return g_strdup_printf (_ ("%s, part of “%s”"), people, name);
  if (name != NULL)
    /* Translators: the unit that another is part of. */
    return g_strdup_printf (_ ("Part of “%s”"), name);
  return g_steal_pointer (&people);
}

static char *
dup_person_lead (TlItem *person)
{
  g_autofree char *role = tl_item_dup_detail (person);
  TlItem *unit = tl_item_get_ref (person, TL_PERSON_UNIT);
  g_autofree char *name = unit != NULL ? tl_item_dup_name (unit) : NULL;

  if (*role != '\0' && name != NULL)
    /* Translators: the role of a person, and the unit: “Director, Sales”. */
    return g_strdup_printf (C_ ("person", "%s, %s"), role, name);
  return name != NULL ? g_steal_pointer (&name) : g_steal_pointer (&role);
}

/**
 * tl_item_dup_lead:
 * @session: a session
 * @item: an item
 *
 * Returns: (transfer full) (nullable): what there is to know of @item at a glance: how it leads to
 *   the mission, or how it stands; empty or %NULL when there is nothing
 */
char *
tl_item_dup_lead (TlSession *session, TlItem *item)
{
  switch (tl_item_get_kind (item))
    {
    case TL_KIND_WORKSPACE:
      return g_strdup (tl_item_get_text (item, TL_WORKSPACE_MISSION));
    case TL_KIND_CAUSE:
      return dup_cause_lead (item);
    case TL_KIND_REQUEST:
      return dup_request_lead (session, item);
    case TL_KIND_SOLUTION:
      return dup_solution_lead (session, item);
    case TL_KIND_MEASURE:
      return tl_measure_dup_standing (item);
    case TL_KIND_INSIGHT:
      return dup_insight_lead (item);
    case TL_KIND_DECISION:
      return dup_decision_lead (session, item);
    case TL_KIND_WAIVER:
      return dup_waiver_lead (session, item);
    case TL_KIND_UNIT:
      return dup_unit_lead (item);
    case TL_KIND_PERSON:
      return dup_person_lead (item);
    default:
      return tl_item_dup_chain (session, item);
    }
}

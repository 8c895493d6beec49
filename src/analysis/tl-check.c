/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-check.h"

#include <math.h>

#include "tl-alignment-private.h"
#include "tl-workspace.h"

/**
 * tl_check_init:
 * @self: a check
 * @alignment: what to look at
 * @figures: its figures
 * @today: the day on which the check is made
 */
void
tl_check_init (TlCheck *self, TlAlignment *alignment, const TlFigures *figures, TlDate today)
{
  *self = (TlCheck) {
    .workspace = tl_alignment_get_workspace (alignment),
    .alignment = alignment,
    .figures = figures,
    .today = today,
  };
  for (TlSeverity severity = 0; severity < TL_N_SEVERITIES; severity++)
    self->findings[severity] = g_array_new (FALSE, FALSE, sizeof (TlFinding));
}

/**
 * tl_check_clear:
 * @self: a check whose findings have been taken over
 */
void
tl_check_clear (TlCheck *self)
{
  for (TlSeverity severity = 0; severity < TL_N_SEVERITIES; severity++)
    g_clear_pointer (&self->findings[severity], g_array_unref);
  g_clear_pointer (&self->suggester, tl_suggester_free);
}

/**
 * tl_check_run:
 * @self: a check
 * @row: the rule to check
 */
void
tl_check_run (TlCheck *self, const TlRuleRow *row)
{
  self->rule = &row->rule;
  row->run (self);
  self->rule = NULL;
}

/**
 * tl_check_report:
 * @self: a check that is running
 * @severity: how bad it is here
 * @item: (nullable): what it is about; %NULL for the workspace
 * @detail: (transfer full): what is wrong here, in a sentence, translated
 * @remedy: (transfer full) (nullable): what to do about it here; %NULL for what the rule advises
 */
void
tl_check_report (TlCheck *self, TlSeverity severity, TlItem *item, char *detail, char *remedy)
{
  TlFinding finding = {
    .rule = self->rule,
    .severity = severity,
    .n_items = item != NULL ? 1 : 0,
    .items = { item, NULL },
    .detail = detail,
    .remedy = remedy != NULL ? remedy : g_strdup (tl_rule_get_remedy (self->rule)),
  };

  g_array_append_val (self->findings[severity], finding);
}

/**
 * tl_check_each_project:
 * @self: a check
 * @standing: what the projects are to the goals, other than %TL_STANDING_UNCOUNTED
 * @look: what to call
 *
 * Calls @look for each project of that standing, in document order.
 */
void
tl_check_each_project (TlCheck *self, TlStanding standing, TlCheckFunc look)
{
  for (guint i = 0; i < self->alignment->n_counted; i++)
    if (tl_alignment_get_counted_row (self->alignment, i)->standing == standing)
      look (self, self->alignment->counted_projects[i]);
}

/**
 * tl_check_each_objective:
 * @self: a check
 * @look: what to call
 *
 * Calls @look for each active objective, whatever its goal, in document order.
 */
void
tl_check_each_objective (TlCheck *self, TlCheckFunc look)
{
  const TlRoll *roll = &self->alignment->rolls[TL_ROLL_OBJECTIVE];

  for (guint i = 0; i < roll->n; i++)
    if (self->alignment->objectives[i].is_active)
      look (self, roll->items[i]);
}

/**
 * tl_check_each_goal:
 * @self: a check
 * @look: what to call
 *
 * Calls @look for each active goal, in document order.
 */
void
tl_check_each_goal (TlCheck *self, TlCheckFunc look)
{
  const TlRoll *roll = &self->alignment->rolls[TL_ROLL_GOAL];

  for (guint i = 0; i < roll->n; i++)
    if (self->alignment->goals[i].is_active)
      look (self, roll->items[i]);
}

/**
 * tl_check_get_suggester:
 * @self: a check
 *
 * Returns: (transfer none): the suggester over what nothing supports
 */
TlSuggester *
tl_check_get_suggester (TlCheck *self)
{
  if (self->suggester == NULL)
    self->suggester = tl_suggester_new (self->alignment);
  return self->suggester;
}

/**
 * tl_check_get_setting:
 * @self: a check
 * @field: a threshold among the settings
 *
 * Returns: the workspace's own, or the default
 */
double
tl_check_get_setting (TlCheck *self, TlField field)
{
  return tl_workspace_get_setting (self->workspace, field);
}

/**
 * tl_check_get_name:
 * @item: an item
 *
 * Returns: (transfer none): its title, or its id when it has none, so that a sentence has something
 * to say
 */
const char *
tl_check_get_name (TlItem *item)
{
  const char *title = tl_item_get_title (item);

  return *title != '\0' ? title : tl_item_get_id (item);
}

/**
 * tl_check_format_figure:
 * @number: person-days or percent
 * @buffer: (out caller-allocates): room for %TL_FIGURE_LENGTH bytes
 *
 * Returns: @buffer: @number to a tenth, as the user's locale writes numbers
 */
const char *
tl_check_format_figure (double number, char *buffer)
{
  g_snprintf (buffer, TL_FIGURE_LENGTH, "%.12g", round (number * 10) / 10);
  return buffer;
}

/**
 * tl_check_get_plural:
 * @number: what tl_check_format_figure() shows
 *
 * Returns: the number by which ngettext() chooses the form of the noun; a part of one is said as
 * many are
 */
gulong
tl_check_get_plural (double number)
{
  double shown = round (number * 10) / 10;

  if (shown != floor (shown))
    return 2;
  return (gulong) MIN (shown, (double) G_MAXINT32);
}

/**
 * tl_check_count_active_objectives:
 * @self: a check
 * @goal: a goal
 *
 * Returns: how many of its objectives are active
 */
guint
tl_check_count_active_objectives (TlCheck *self, TlItem *goal)
{
  guint n, n_active = 0;
  TlItem *const *objectives = tl_alignment_get_objectives (self->alignment, goal, &n);

  for (guint i = 0; i < n; i++)
    n_active += tl_alignment_is_active_objective (self->alignment, objectives[i]) ? 1 : 0;
  return n_active;
}

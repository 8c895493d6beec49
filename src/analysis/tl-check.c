/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-alignment-private.h"
#include "tl-sharing.h"
#include "tl-workspace.h"

#define MAX_PLAIN 1e9 /* what an int holds and "%g" writes without an exponent */

#define FIRST_SETTING (TL_SETTINGS_RULES_OFF + 1)

static gboolean
is_switched_off (TlWorkspace *workspace, const TlRule *rule)
{
  const char *const *off
      = tl_item_get_words (tl_workspace_get_settings (workspace), TL_SETTINGS_RULES_OFF);

  return g_strv_contains (off, rule->id);
}

static void
rule_run_clear (gpointer data)
{
  TlRuleRun *run = data;

  for (TlSeverity severity = 0; severity < TL_N_SEVERITIES; severity++)
    g_clear_pointer (&run->findings[severity], g_array_unref);
  g_clear_pointer (&run->remedy, g_ref_string_release);
}

static GArray *
create_runs (TlWorkspace *workspace)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (TlRuleRun));
  const TlRuleRow *row;

  g_array_set_clear_func (runs, rule_run_clear);
  for (guint i = 0; (row = tl_rule_get_row (i)) != NULL; i++)
    {
      TlRuleRun run = { .row = row };

      if (is_switched_off (workspace, &row->rule))
        continue;
      run.remedy = g_ref_string_new (tl_rule_get_remedy (&row->rule));
      g_array_append_val (runs, run);
    }
  return runs;
}

/**
 * tl_check_init:
 * @self: a check
 * @alignment: what to look at
 * @figures: its figures
 * @duplicates: (nullable): the pairs of its projects, as far as they are known
 * @today: the day on which the check is made
 */
void
tl_check_init (TlCheck *self,
               TlAlignment *alignment,
               const TlFigures *figures,
               TlDuplicates *duplicates,
               TlDate today)
{
  *self = (TlCheck) {
    .workspace = tl_alignment_get_workspace (alignment),
    .alignment = alignment,
    .figures = figures,
    .duplicates = duplicates,
    .today = today,
  };
  self->runs = create_runs (self->workspace);
  for (guint i = 0; i < G_N_ELEMENTS (self->settings); i++)
    self->settings[i] = tl_workspace_get_setting (self->workspace, FIRST_SETTING + i);
}

/**
 * tl_check_clear:
 * @self: a check whose findings have been taken over
 */
void
tl_check_clear (TlCheck *self)
{
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_clear_pointer (&self->suggester, tl_suggester_free);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_clear_pointer (&self->clients, g_hash_table_unref);
}

/* Lets each rule that has such a function look at what the other arguments are. */
#define LOOK(self, function, ...)                                                                  \
  for (guint r_ = 0; r_ < (self)->runs->len; r_++)                                                 \
    {                                                                                              \
      (self)->running = &g_array_index ((self)->runs, TlRuleRun, r_);                              \
      if ((self)->running->row->function != NULL)                                                  \
        (self)->running->row->function (__VA_ARGS__);                                              \
    }

static void
look_at_goals (TlCheck *self)
{
  const TlRoll *goals = &self->alignment->rolls[TL_ROLL_GOAL];

  for (guint i = 0; i < goals->n; i++)
    if (self->alignment->goals[i].is_active)
      LOOK (self, look_at_goal, self, goals->items[i]);
}

static void
look_at_objectives (TlCheck *self)
{
  const TlRoll *objectives = &self->alignment->rolls[TL_ROLL_OBJECTIVE];

  for (guint i = 0; i < objectives->n; i++)
    if (self->alignment->objectives[i].is_active)
      LOOK (self, look_at_objective, self, objectives->items[i]);
}

static void
look_at_strong_links (TlCheck *self)
{
  const TlRoll *links = &self->alignment->rolls[TL_ROLL_LINK];

  for (guint i = 0; i < links->n; i++)
    {
      const TlLinkRow *link = &self->alignment->links[i];

      if (link->is_valid && link->is_strong
          && self->alignment->projects[link->project].standing == TL_STANDING_ALIGNED)
        LOOK (self, look_at_strong_link, self, links->items[i], link);
    }
}

static void
look_at_project (guint index, gpointer data)
{
  TlCheck *self = data;

  LOOK (self, look_at_project, self, self->alignment->counted_projects[index],
        tl_alignment_get_counted_row (self->alignment, index));
}

/* What was found from the end comes after what was found from the start, last things first. */
static void
take_over (TlRuleRun *run, TlRuleRun *from_end)
{
  for (TlSeverity severity = 0; severity < TL_N_SEVERITIES; severity++)
    {
      GArray *findings = from_end->findings[severity];

      if (findings == NULL)
        continue;
      if (run->findings[severity] == NULL)
        run->findings[severity] = g_array_new (FALSE, FALSE, sizeof (TlFinding));
      for (guint i = findings->len; i > 0; i--)
        g_array_append_val (run->findings[severity], g_array_index (findings, TlFinding, i - 1));
    }
}

/**
 * tl_check_run:
 * @self: a check
 *
 * Looks for what breaks the rules that are not switched off. Nothing may change the workspace
 * meanwhile: one thread looks at projects, and another one at the rest and then at projects, too.
 */
void
tl_check_run (TlCheck *self)
{
  TlCheck others = *self, from_end = *self;
  TlSharing projects;

  tl_sharing_begin (&projects, "projects", self->alignment->n_counted, look_at_project, self);
  LOOK (&others, run, &others);
  look_at_goals (&others);
  look_at_objectives (&others);
  look_at_strong_links (&others);
  g_clear_pointer (&others.pairs, g_array_unref);

  from_end.runs = create_runs (self->workspace);
  tl_sharing_end (&projects, &from_end);
  for (guint i = 0; i < self->runs->len; i++)
    take_over (&g_array_index (self->runs, TlRuleRun, i),
               &g_array_index (from_end.runs, TlRuleRun, i));
  tl_check_clear (&from_end);
}

static void
report (TlCheck *self, TlSeverity severity, TlFinding finding, char *remedy)
{
  TlRuleRun *run = self->running;

  finding.rule = &run->row->rule;
  finding.severity = severity;
  finding.remedy = remedy != NULL ? g_ref_string_new (remedy) : g_ref_string_acquire (run->remedy);
  g_free (remedy);
  if (run->findings[severity] == NULL)
    run->findings[severity] = g_array_new (FALSE, FALSE, sizeof (TlFinding));
  g_array_append_val (run->findings[severity], finding);
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
  report (self, severity,
          (TlFinding) {
              .n_items = item != NULL ? 1 : 0,
              .items = { item, NULL },
              .detail = detail,
          },
          remedy);
}

/**
 * tl_check_report_pair:
 * @self: a check that is running
 * @severity: how bad it is here
 * @items: (array fixed-size=2): what it is about, in document order
 * @detail: (transfer full): as of tl_check_report()
 * @remedy: (transfer full) (nullable): likewise
 */
void
tl_check_report_pair (TlCheck *self,
                      TlSeverity severity,
                      TlItem *const *items,
                      char *detail,
                      char *remedy)
{
  report (self, severity,
          (TlFinding) {
              .n_items = 2,
              .items = { items[0], items[1] },
              .detail = detail,
          },
          remedy);
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
  return self->settings[field - FIRST_SETTING];
}

/**
 * tl_check_get_days_since:
 * @self: a check
 * @date: a day
 *
 * Returns: how many days have passed since; less than 0 for a day to come
 */
gint64
tl_check_get_days_since (TlCheck *self, TlDate date)
{
  return (gint64) self->today - (gint64) date;
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
  double rounded = round (number * 10) / 10;

  /* The same as what follows would write, in a quarter of the time. */
  if (fabs (rounded) < MAX_PLAIN && rounded == trunc (rounded))
    g_snprintf (buffer, TL_FIGURE_LENGTH, "%d", (int) rounded);
  else
    g_snprintf (buffer, TL_FIGURE_LENGTH, "%.12g", rounded);
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

/**
 * tl_check_join:
 * @entries: (array zero-terminated=1): words or names
 *
 * Returns: (transfer full): the entries as a list in a sentence
 */
char *
tl_check_join (const char *const *entries)
{
  return g_strjoinv (C_ ("between the entries of a list", ", "), (char **) entries);
}

/**
 * tl_check_add_missing:
 * @detail: (transfer full): a sentence that says how many of several tests are met
 * @failed: (array zero-terminated=1): the names of those that are not, possibly none
 * @unknown: (array zero-terminated=1): the names of those that nobody has answered, possibly none
 *
 * Returns: (transfer full): @detail, and behind it which tests those are
 */
char *
tl_check_add_missing (char *detail, const char *const *failed, const char *const *unknown)
{
  GString *text = g_string_new (detail);
  g_autofree char *no = tl_check_join (failed);
  g_autofree char *open = tl_check_join (unknown);

  g_free (detail);
  if (*no != '\0')
    {
      g_string_append_c (text, ' ');
      /* Translators: the names of tests that are failed. */
      g_string_append_printf (text, C_ ("answers to tests", "No: %s."), no);
    }
  if (*open != '\0')
    {
      g_string_append_c (text, ' ');
      /* Translators: the names of tests that nobody has answered. */
      g_string_append_printf (text, C_ ("answers to tests", "Not recorded: %s."), open);
    }
  return g_string_free (text, FALSE);
}

/**
 * tl_check_add_unknown_days:
 * @detail: (transfer full): a sentence
 * @row: what is known of the project that it is about
 *
 * Returns: (transfer full): @detail, and behind it that the days are not recorded where they are
 *   not; a rule that looks at much work takes them for many
 */
char *
tl_check_add_unknown_days (char *detail, const TlProjectRow *row)
{
  g_autofree char *first = detail;

  if (row->has_effort)
    return g_steal_pointer (&first);
  /* Translators: what comes before is a sentence. */
  return g_strdup_printf (_ ("%s Its days are not recorded."), first);
}

/**
 * tl_check_is_under_way:
 * @row: what is known of a project
 *
 * Returns: whether it is approved, in design or live
 */
gboolean
tl_check_is_under_way (const TlProjectRow *row)
{
  return row->status >= TL_STATUS_APPROVED && row->status <= TL_STATUS_LIVE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-check.h"

#include <glib/gi18n-lib.h>

#include "tl-marks.h"

/* Is strategic work what it is called, and did it begin with the gap? */

/* WRK-01 */

static char *
describe_marks (const TlMarks *marks)
{
  const char *failed[TL_N_MARKS + 1] = { NULL };
  const char *unknown[TL_N_MARKS + 1] = { NULL };
  guint n_failed = 0, n_unknown = 0;

  for (TlMark mark = 0; mark < TL_N_MARKS; mark++)
    if (marks->answers[mark] == TL_TRI_STATE_NO)
      failed[n_failed++] = tl_mark_get_label (mark);
    else if (marks->answers[mark] == TL_TRI_STATE_UNKNOWN)
      unknown[n_unknown++] = tl_mark_get_label (mark);
  return tl_check_add_missing (
      g_strdup_printf (ngettext ("It is called strategic and bears %u of the five marks.",
                                 "It is called strategic and bears %u of the five marks.",
                                 marks->n_yes),
                       marks->n_yes),
      failed, unknown);
}

/* What is wrong is said once for all the projects with the same answers. */
static const char *
get_marks_sentence (TlCheck *check, const TlMarks *marks)
{
  guint answers = 1;
  char *sentence;

  for (TlMark mark = 0; mark < TL_N_MARKS; mark++)
    answers = answers * TL_N_TRI_STATES + marks->answers[mark];
  if (check->marks == NULL)
    check->marks = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  sentence = g_hash_table_lookup (check->marks, GUINT_TO_POINTER (answers));
  if (sentence == NULL)
    {
      sentence = describe_marks (marks);
      g_hash_table_insert (check->marks, GUINT_TO_POINTER (answers), sentence);
    }
  return sentence;
}

static void
look_for_few_marks (TlCheck *check, TlItem *project, const TlProjectRow *row)
{
  TlMarks marks;

  if (row->category != TL_WORK_STRATEGIC)
    return;
  marks = tl_marks_get (check->alignment, project);
  if (marks.n_yes < tl_check_get_setting (check, TL_SETTINGS_STRATEGIC_MARKS))
    tl_check_report (check, TL_SEVERITY_MEDIUM, project,
                     g_strdup (get_marks_sentence (check, &marks)), NULL);
}

/* WRK-02 */

static void
take_earlier (TlDate *first, TlItem *cause)
{
  TlDate recorded = tl_item_get_date (cause, TL_CAUSE_RECORDED_ON);

  if (recorded != TL_DATE_NONE && (*first == TL_DATE_NONE || recorded < *first))
    *first = recorded;
}

static void
take_addressed (TlDate *first, TlItem *project)
{
  g_autoptr (GPtrArray) causes = NULL;

  if (!tl_item_is_set (project, TL_PROJECT_ADDRESSES))
    return;
  causes = tl_item_dup_refs (project, TL_PROJECT_ADDRESSES);
  for (guint i = 0; i < causes->len; i++)
    take_earlier (first, causes->pdata[i]);
}

/* The causes of a project are those that it addresses and those of the objectives that it serves.
 */
static TlDate
find_first_cause (TlCheck *check, TlItem *project, const TlProjectRow *row)
{
  TlDate first = TL_DATE_NONE;
  guint n_links;
  const guint *links = tl_alignment_get_row_links (check->alignment, row, &n_links);

  take_addressed (&first, project);
  for (guint i = 0; i < n_links; i++)
    {
      guint n_causes;
      TlItem *const *causes
          = tl_relation_get (&check->alignment->causes_of_objective,
                             check->alignment->links[links[i]].objective, &n_causes);

      for (guint j = 0; j < n_causes; j++)
        take_earlier (&first, causes[j]);
    }
  return first;
}

static char *
describe_jump (TlDate chosen, TlDate cause)
{
  gulong days = cause - chosen;

  if (chosen == TL_DATE_NONE)
    return g_strdup (_ ("When its solution was chosen is not recorded."));
  if (cause == TL_DATE_NONE)
    return g_strdup (_ ("Its solution was chosen; when a cause of the gap was found is not "
                        "recorded."));
  return g_strdup_printf (ngettext ("Its solution was chosen %lu day before the first cause of the "
                                    "gap was recorded.",
                                    "Its solution was chosen %lu days before the first cause of "
                                    "the gap was recorded.",
                                    days),
                          days);
}

static void
look_for_jump (TlCheck *check, TlItem *project, const TlProjectRow *row)
{
  TlDate chosen, cause = TL_DATE_NONE;

  if (!tl_check_is_under_way (row)
      || (row->has_effort && row->effort < tl_check_get_setting (check, TL_SETTINGS_SOLUTION_DAYS)))
    return;
  chosen = tl_item_get_date (project, TL_PROJECT_SOLUTION_CHOSEN);
  if (chosen != TL_DATE_NONE)
    cause = find_first_cause (check, project, row);
  if (cause == TL_DATE_NONE || chosen < cause)
    tl_check_report (check, TL_SEVERITY_MEDIUM, project,
                     tl_check_add_unknown_days (describe_jump (chosen, cause), row), NULL);
}

/* clang-format off */
const TlRuleRow tl_rules_strategy[] = {
  {
    {
      .id = "WRK-01",
      .title = N_("Called strategic, and fails the marks"),
      .why = N_("A word on a plan changes nothing about the work, and the leaders know it."),
      .remedy = N_("Answer what is open. If marks are still lacking, broaden the work until it bears them, or call it tactical."),
      .source = "S12",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_EDIT,
      .field = TL_PROJECT_WORK_CATEGORY,
      .more = { { TL_FIX_FILL, TL_PROJECT_WHOLE_ORGANISATION },
                { TL_FIX_FILL, TL_PROJECT_LONG_TERM },
                { TL_FIX_FILL, TL_PROJECT_MULTIPLE_SOLUTIONS } },
    },
    .look_at_project = look_for_few_marks,
  },
  {
    {
      .id = "WRK-02",
      .title = N_("The solution came first"),
      .why = N_("A solution that was chosen before the cause was known fits it by luck alone."),
      .remedy = N_("Go back to the gap: what should happen, what happens, and why? Then choose once more."),
      .source = "S12",
      .severity = TL_SEVERITY_MEDIUM,
      .fix = TL_FIX_EDIT,
      .field = TL_PROJECT_SOLUTION_CHOSEN,
      .more = { { TL_FIX_ANALYSIS } },
    },
    .look_at_project = look_for_jump,
  },
  { { NULL } },
};
/* clang-format on */

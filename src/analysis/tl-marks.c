/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-marks.h"

#include <glib/gi18n-lib.h>

/* For the mark that is computed there is nothing to fill in. */
#define NO_FIELD TL_N_FIELDS

static const TlField fields[TL_N_MARKS] = {
  [TL_MARK_BUSINESS_GOAL] = NO_FIELD,
  [TL_MARK_WHOLE_ORGANISATION] = TL_PROJECT_WHOLE_ORGANISATION,
  [TL_MARK_LONG_TERM] = TL_PROJECT_LONG_TERM,
  [TL_MARK_MULTIPLE_SOLUTIONS] = TL_PROJECT_MULTIPLE_SOLUTIONS,
  [TL_MARK_SOLUTION_NEUTRAL] = TL_PROJECT_SOLUTION_NEUTRAL,
};

static TlTriState
get_answer (TlAlignment *alignment, TlItem *project, TlMark mark)
{
  guint n_links;

  if (fields[mark] != NO_FIELD)
    switch (tl_item_get_choice (project, fields[mark]))
      {
      case TL_TRI_YES:
        return TL_TRI_STATE_YES;
      case TL_TRI_NO:
        return TL_TRI_STATE_NO;
      default:
        return TL_TRI_STATE_UNKNOWN;
      }
  tl_alignment_get_valid_links (alignment, project, &n_links);
  return n_links > 0 ? TL_TRI_STATE_YES : TL_TRI_STATE_NO;
}

/**
 * tl_marks_get:
 * @alignment: how the projects stand to the goals
 * @project: a project
 *
 * Strategic work serves a business goal, looks at the whole organisation and years ahead, combines
 * several solutions, and began before any of them was named (practice S12). Whether it serves a
 * goal is computed: it does with a link to an active objective of an active goal.
 *
 * Returns: the five answers
 */
TlMarks
tl_marks_get (TlAlignment *alignment, TlItem *project)
{
  TlMarks marks = { 0 };

  for (TlMark mark = 0; mark < TL_N_MARKS; mark++)
    {
      marks.answers[mark] = get_answer (alignment, project, mark);
      marks.n_yes += marks.answers[mark] == TL_TRI_STATE_YES ? 1 : 0;
      marks.n_unknown += marks.answers[mark] == TL_TRI_STATE_UNKNOWN ? 1 : 0;
    }
  return marks;
}

/**
 * tl_marks_judge:
 * @marks: the answers for a project
 * @least: how many yeses make work strategic
 *
 * Returns: whether it is strategic; unknown while the answers that are missing could decide it
 */
TlTriState
tl_marks_judge (const TlMarks *marks, guint least)
{
  if (marks->n_yes >= least)
    return TL_TRI_STATE_YES;
  return marks->n_yes + marks->n_unknown >= least ? TL_TRI_STATE_UNKNOWN : TL_TRI_STATE_NO;
}

/**
 * tl_marks_compare:
 * @alignment: how the projects stand to the goals
 * @project: a project
 *
 * Returns: how what it is called stands to its marks; the setting %TL_SETTINGS_STRATEGIC_MARKS says
 *   how many of them strategic work bears
 */
TlCalling
tl_marks_compare (TlAlignment *alignment, TlItem *project)
{
  TlWorkspace *workspace = tl_alignment_get_workspace (alignment);
  guint least = (guint) tl_workspace_get_setting (workspace, TL_SETTINGS_STRATEGIC_MARKS);
  TlMarks marks = tl_marks_get (alignment, project);
  TlTriState is_strategic = tl_marks_judge (&marks, least);
  int category = tl_item_get_choice (project, TL_PROJECT_WORK_CATEGORY);

  if (category == TL_CHOICE_NONE || is_strategic == TL_TRI_STATE_UNKNOWN)
    return TL_CALLING_OPEN;
  if (category == TL_WORK_STRATEGIC)
    return is_strategic == TL_TRI_STATE_YES ? TL_CALLING_FITS : TL_CALLING_TOO_HIGH;
  return is_strategic == TL_TRI_STATE_YES ? TL_CALLING_TOO_LOW : TL_CALLING_FITS;
}

/**
 * tl_mark_get_label:
 * @mark: a mark
 *
 * Returns: (transfer none): its name for people, translated
 */
const char *
tl_mark_get_label (TlMark mark)
{
  g_return_val_if_fail (mark < TL_N_MARKS, NULL);

  return fields[mark] != NO_FIELD ? tl_field_get_label (fields[mark])
                                  : C_ ("mark of strategic work", "Business Goal");
}

/**
 * tl_mark_get_question:
 * @mark: a mark
 *
 * Returns: (transfer none): what it asks, translated
 */
const char *
tl_mark_get_question (TlMark mark)
{
  g_return_val_if_fail (mark < TL_N_MARKS, NULL);

  return fields[mark] != NO_FIELD
             ? tl_field_get_help (fields[mark])
             : C_ ("mark of strategic work", "Does it serve an active objective of a goal?");
}

/**
 * tl_mark_get_field:
 * @mark: a mark
 *
 * Returns: the field of a project that holds the answer; %TL_N_FIELDS for the mark that is computed
 */
TlField
tl_mark_get_field (TlMark mark)
{
  g_return_val_if_fail (mark < TL_N_MARKS, NO_FIELD);

  return fields[mark];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-figure-items.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-alignment-private.h"

#define PERCENT 100.0

typedef gboolean (*Belongs) (TlAlignment *alignment, TlItem *item);
typedef double (*Weigh) (TlAlignment *alignment, TlItem *item);

typedef struct
{
  TlFigureSpec spec;
  Belongs is_in_whole;
  Belongs is_in_part; /* asked of what is in the whole */
  Weigh weigh_whole;
  Weigh weigh_part;
} Figure;

/* Which projects. */

static gboolean
is_mandate (TlAlignment *alignment, TlItem *project)
{
  return tl_item_get_choice (project, TL_PROJECT_ORIGIN) == TL_ORIGIN_MANDATE;
}

static gboolean
is_counted_choice (TlAlignment *alignment, TlItem *project)
{
  return tl_alignment_is_counted (alignment, project) && !is_mandate (alignment, project);
}

static gboolean
is_unaligned (TlAlignment *alignment, TlItem *project)
{
  TlStanding standing = tl_alignment_get_standing (alignment, project);

  return standing != TL_STANDING_ALIGNED && standing != TL_STANDING_MANDATE;
}

static gboolean
is_unlinked_mandate (TlAlignment *alignment, TlItem *project)
{
  return tl_alignment_get_standing (alignment, project) == TL_STANDING_MANDATE;
}

static gboolean
has_days (TlAlignment *alignment, TlItem *project)
{
  return tl_item_is_set (project, TL_PROJECT_EFFORT);
}

static gboolean
is_strategic (TlAlignment *alignment, TlItem *project)
{
  return tl_item_get_choice (project, TL_PROJECT_WORK_CATEGORY) == TL_WORK_STRATEGIC;
}

static gboolean
is_tactical_aligned (TlAlignment *alignment, TlItem *project)
{
  return tl_item_get_choice (project, TL_PROJECT_WORK_CATEGORY) == TL_WORK_TACTICAL
         && tl_alignment_is_aligned (alignment, project);
}

static gboolean
is_tactical_unaligned (TlAlignment *alignment, TlItem *project)
{
  return tl_item_get_choice (project, TL_PROJECT_WORK_CATEGORY) == TL_WORK_TACTICAL
         && !tl_alignment_is_aligned (alignment, project);
}

static gboolean
is_transactional (TlAlignment *alignment, TlItem *project)
{
  return tl_item_get_choice (project, TL_PROJECT_WORK_CATEGORY) == TL_WORK_TRANSACTIONAL;
}

static gboolean
has_no_category (TlAlignment *alignment, TlItem *project)
{
  return !tl_item_is_set (project, TL_PROJECT_WORK_CATEGORY);
}

static gboolean
is_proactive (TlAlignment *alignment, TlItem *project)
{
  return tl_item_get_choice (project, TL_PROJECT_ORIGIN) == TL_ORIGIN_PROACTIVE;
}

/* Which goals. */

static gboolean
is_open_goal (TlAlignment *alignment, TlItem *goal)
{
  return tl_alignment_is_active_goal (alignment, goal)
         && tl_item_get_choice (goal, TL_GOAL_ROLE) != TL_ROLE_NO;
}

/* How much each of them is. */

static double
weigh_item (TlAlignment *alignment, TlItem *item)
{
  return 1;
}

static double
weigh_by_strength (TlAlignment *alignment, TlItem *project)
{
  return tl_alignment_get_effort (alignment, project)
         * tl_alignment_get_strength (alignment, project);
}

static double
weigh_goal (TlAlignment *alignment, TlItem *goal)
{
  double weight = tl_item_get_number (goal, TL_GOAL_WEIGHT);

  return isnan (weight) ? 0 : weight;
}

/* Without days no goal has a share, and the whole is nothing. */
static double
weigh_share (TlAlignment *alignment, TlItem *goal)
{
  double share = tl_alignment_get_goal_share (alignment, goal);

  return isnan (share) ? 0 : share * PERCENT;
}

static double
weigh_focus (TlAlignment *alignment, TlItem *goal)
{
  return MIN (weigh_share (alignment, goal), weigh_goal (alignment, goal));
}

static gboolean
is_in_focus (TlAlignment *alignment, TlItem *goal)
{
  return weigh_focus (alignment, goal) > 0;
}

#define COUNT weigh_item, weigh_item
#define DAYS tl_alignment_get_effort, tl_alignment_get_effort

/* clang-format off */
static const Figure figures[TL_N_FIGURES] = {
  [TL_FIGURE_ALIGNED] = {
    { TL_FIGURE_ALIGNED, "aligned", NC_("figure", "Alignment"),
      N_("Counted projects that serve an active objective of an active goal, out of all counted projects."),
      TL_KIND_PROJECT, TL_FIGURE_UNIT_ITEMS },
    tl_alignment_is_counted, tl_alignment_is_aligned, COUNT,
  },
  [TL_FIGURE_ALIGNED_WITHOUT_MANDATES] = {
    { TL_FIGURE_ALIGNED_WITHOUT_MANDATES, "aligned-without-mandates", NC_("figure", "Alignment Without Mandates"),
      N_("The same for the projects that no rule demands: those that serve an active objective, out of all of them."),
      TL_KIND_PROJECT, TL_FIGURE_UNIT_ITEMS },
    is_counted_choice, tl_alignment_is_aligned, COUNT,
  },
  [TL_FIGURE_ALIGNED_DAYS] = {
    { TL_FIGURE_ALIGNED_DAYS, "aligned-days", NC_("figure", "Aligned Effort"),
      N_("Days of the projects that serve an active objective, out of the days of all counted projects."),
      TL_KIND_PROJECT, TL_FIGURE_UNIT_DAYS },
    tl_alignment_is_counted, tl_alignment_is_aligned, DAYS,
  },
  [TL_FIGURE_ALIGNED_BY_STRENGTH] = {
    { TL_FIGURE_ALIGNED_BY_STRENGTH, "aligned-by-strength", NC_("figure", "Aligned Effort by Strength"),
      N_("Days of each aligned project times its strongest link (strong 1, medium ½, weak ¼), out of the days of all counted projects."),
      TL_KIND_PROJECT, TL_FIGURE_UNIT_DAYS },
    tl_alignment_is_counted, tl_alignment_is_aligned, tl_alignment_get_effort, weigh_by_strength,
  },
  [TL_FIGURE_UNALIGNED] = {
    { TL_FIGURE_UNALIGNED, "unaligned", NC_("figure", "Not Aligned"),
      N_("Counted projects that serve no active objective, out of all counted projects; those that a rule demands and nobody has linked are left out."),
      TL_KIND_PROJECT, TL_FIGURE_UNIT_ITEMS },
    tl_alignment_is_counted, is_unaligned, COUNT,
  },
  [TL_FIGURE_UNALIGNED_DAYS] = {
    { TL_FIGURE_UNALIGNED_DAYS, "unaligned-days", NC_("figure", "Effort Not Aligned"),
      N_("Days of the projects that serve no active objective, out of the days of all counted projects; those that a rule demands and nobody has linked are left out."),
      TL_KIND_PROJECT, TL_FIGURE_UNIT_DAYS },
    tl_alignment_is_counted, is_unaligned, DAYS,
  },
  [TL_FIGURE_MANDATES] = {
    { TL_FIGURE_MANDATES, "mandates", NC_("figure", "Mandates Without a Link"),
      N_("Counted projects that a rule demands and that are linked to nothing, out of all counted projects."),
      TL_KIND_PROJECT, TL_FIGURE_UNIT_ITEMS },
    tl_alignment_is_counted, is_unlinked_mandate, COUNT,
  },
  [TL_FIGURE_WITH_DAYS] = {
    { TL_FIGURE_WITH_DAYS, "with-days", NC_("figure", "Days Recorded"),
      N_("Counted projects whose days are recorded, out of all counted projects."),
      TL_KIND_PROJECT, TL_FIGURE_UNIT_ITEMS },
    tl_alignment_is_counted, has_days, COUNT,
  },
  [TL_FIGURE_COVERED_OBJECTIVES] = {
    { TL_FIGURE_COVERED_OBJECTIVES, "covered-objectives", NC_("figure", "Objective Coverage"),
      N_("Active objectives that an aligned project serves, out of all active objectives."),
      TL_KIND_OBJECTIVE, TL_FIGURE_UNIT_ITEMS },
    tl_alignment_is_active_objective, tl_alignment_is_covered, COUNT,
  },
  [TL_FIGURE_COVERED_GOALS] = {
    { TL_FIGURE_COVERED_GOALS, "covered-goals", NC_("figure", "Goal Coverage"),
      N_("Active goals with an objective that an aligned project serves, out of the active goals where learning may have a role."),
      TL_KIND_GOAL, TL_FIGURE_UNIT_ITEMS },
    is_open_goal, tl_alignment_is_goal_covered, COUNT,
  },
  [TL_FIGURE_COVERED_WEIGHT] = {
    { TL_FIGURE_COVERED_WEIGHT, "covered-weight", NC_("figure", "Goal Coverage by Weight"),
      N_("Weight of the active goals with an objective that is served, out of the weight of the active goals where learning may have a role."),
      TL_KIND_GOAL, TL_FIGURE_UNIT_WEIGHT },
    is_open_goal, tl_alignment_is_goal_covered, weigh_goal, weigh_goal,
  },
  [TL_FIGURE_FOCUS] = {
    { TL_FIGURE_FOCUS, "focus", NC_("figure", "Focus"),
      N_("For each goal the smaller of its weight and its share of the days, added up: the part of the effort that lies where the priorities do."),
      TL_KIND_GOAL, TL_FIGURE_UNIT_WEIGHT },
    tl_alignment_is_active_goal, is_in_focus, weigh_share, weigh_focus,
  },
  [TL_FIGURE_MIX_STRATEGIC] = {
    { TL_FIGURE_MIX_STRATEGIC, "mix-strategic", NC_("figure", "Strategic Work"),
      N_("Days of the work that is called strategic, out of the days of all counted projects."),
      TL_KIND_PROJECT, TL_FIGURE_UNIT_DAYS },
    tl_alignment_is_counted, is_strategic, DAYS,
  },
  [TL_FIGURE_MIX_TACTICAL_ALIGNED] = {
    { TL_FIGURE_MIX_TACTICAL_ALIGNED, "mix-tactical-aligned", NC_("figure", "Tactical Work, Aligned"),
      N_("Days of the tactical work that serves an active objective, out of the days of all counted projects."),
      TL_KIND_PROJECT, TL_FIGURE_UNIT_DAYS },
    tl_alignment_is_counted, is_tactical_aligned, DAYS,
  },
  [TL_FIGURE_MIX_TACTICAL_UNALIGNED] = {
    { TL_FIGURE_MIX_TACTICAL_UNALIGNED, "mix-tactical-unaligned", NC_("figure", "Tactical Work, Not Aligned"),
      N_("Days of the tactical work that serves no active objective, out of the days of all counted projects."),
      TL_KIND_PROJECT, TL_FIGURE_UNIT_DAYS },
    tl_alignment_is_counted, is_tactical_unaligned, DAYS,
  },
  [TL_FIGURE_MIX_TRANSACTIONAL] = {
    { TL_FIGURE_MIX_TRANSACTIONAL, "mix-transactional", NC_("figure", "Transactional Work"),
      N_("Days of the work that is called transactional, out of the days of all counted projects."),
      TL_KIND_PROJECT, TL_FIGURE_UNIT_DAYS },
    tl_alignment_is_counted, is_transactional, DAYS,
  },
  [TL_FIGURE_MIX_UNKNOWN] = {
    { TL_FIGURE_MIX_UNKNOWN, "mix-unknown", NC_("figure", "Work Without a Category"),
      N_("Days of the work whose category is not recorded, out of the days of all counted projects."),
      TL_KIND_PROJECT, TL_FIGURE_UNIT_DAYS },
    tl_alignment_is_counted, has_no_category, DAYS,
  },
  [TL_FIGURE_PROACTIVE] = {
    { TL_FIGURE_PROACTIVE, "proactive", NC_("figure", "Proposed by Learning"),
      N_("Counted projects that the learning team proposed, out of all counted projects."),
      TL_KIND_PROJECT, TL_FIGURE_UNIT_ITEMS },
    tl_alignment_is_counted, is_proactive, COUNT,
  },
};
/* clang-format on */

static gboolean
is_in_set (TlAlignment *alignment, const Figure *figure, TlFigureSet set, TlItem *item)
{
  if (tl_item_get_kind (item) != figure->spec.kind || !figure->is_in_whole (alignment, item))
    return FALSE;
  if (set == TL_FIGURE_WHOLE)
    return TRUE;
  return figure->is_in_part (alignment, item) == (set == TL_FIGURE_PART);
}

/* Everything that a figure could be made of: goals by rank, the others as in the document. */
static TlItem *const *
get_candidates (TlAlignment *alignment, TlKind kind, guint *n_items)
{
  if (kind == TL_KIND_PROJECT)
    return tl_alignment_get_counted_projects (alignment, n_items);
  if (kind == TL_KIND_GOAL)
    return tl_alignment_get_goals (alignment, n_items);
  *n_items = alignment->rolls[TL_ROLL_OBJECTIVE].n;
  return alignment->rolls[TL_ROLL_OBJECTIVE].items;
}

/**
 * tl_figure_get_spec:
 * @figure: a figure
 *
 * Returns: (transfer none): its row of the table
 */
const TlFigureSpec *
tl_figure_get_spec (TlFigureId figure)
{
  g_return_val_if_fail (figure < TL_N_FIGURES, NULL);

  return &figures[figure].spec;
}

/**
 * tl_figure_find:
 * @name: (nullable): a name, such as "aligned"
 *
 * Returns: (transfer none) (nullable): the row of the figure that has it
 */
const TlFigureSpec *
tl_figure_find (const char *name)
{
  for (TlFigureId i = 0; i < TL_N_FIGURES; i++)
    if (g_strcmp0 (figures[i].spec.name, name) == 0)
      return &figures[i].spec;
  return NULL;
}

/**
 * tl_figure_get_label:
 * @figure: a figure
 *
 * Returns: (transfer none): its name for people, translated
 */
const char *
tl_figure_get_label (TlFigureId figure)
{
  g_return_val_if_fail (figure < TL_N_FIGURES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "figure", figures[figure].spec.label);
}

/**
 * tl_figure_get_formula:
 * @figure: a figure
 *
 * Returns: (transfer none): how it is computed, in a sentence, translated
 */
const char *
tl_figure_get_formula (TlFigureId figure)
{
  g_return_val_if_fail (figure < TL_N_FIGURES, NULL);

  return _ (figures[figure].spec.formula);
}

/**
 * tl_figure_dup_items:
 * @alignment: what the figure is computed from
 * @figure: a figure
 * @set: which of its items
 *
 * Returns: (transfer full) (element-type TlItem): the items of that set, each with a reference:
 *   goals by rank, others in document order
 */
GPtrArray *
tl_figure_dup_items (TlAlignment *alignment, TlFigureId figure, TlFigureSet set)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  TlItem *const *candidates;
  guint n;

  g_return_val_if_fail (figure < TL_N_FIGURES, items);

  candidates = get_candidates (alignment, figures[figure].spec.kind, &n);
  for (guint i = 0; i < n; i++)
    if (is_in_set (alignment, &figures[figure], set, candidates[i]))
      g_ptr_array_add (items, g_object_ref (candidates[i]));
  return items;
}

/**
 * tl_figure_get_amount:
 * @alignment: what the figure is computed from
 * @figure: a figure
 * @set: a set of its items
 * @item: an item
 *
 * Returns: what @item adds to that set, in the unit of the figure; 0 when it is not in it or when
 *   its days or its weight are not recorded. To the rest an item adds what the part has left of it.
 */
double
tl_figure_get_amount (TlAlignment *alignment, TlFigureId figure, TlFigureSet set, TlItem *item)
{
  const Figure *row;
  double whole, part = 0;

  g_return_val_if_fail (figure < TL_N_FIGURES && TL_IS_ITEM (item), 0);

  row = &figures[figure];
  if (!is_in_set (alignment, row, TL_FIGURE_WHOLE, item))
    return 0;
  whole = row->weigh_whole (alignment, item);
  if (row->is_in_part (alignment, item))
    part = row->weigh_part (alignment, item);
  if (set == TL_FIGURE_PART)
    return part;
  return set == TL_FIGURE_WHOLE ? whole : whole - part;
}

/**
 * tl_figure_get_sum:
 * @alignment: what the figure is computed from
 * @figure: a figure
 * @set: a set of its items
 *
 * Returns: what all items add to that set, in the unit of the figure
 */
double
tl_figure_get_sum (TlAlignment *alignment, TlFigureId figure, TlFigureSet set)
{
  TlItem *const *candidates;
  double sum = 0;
  guint n;

  g_return_val_if_fail (figure < TL_N_FIGURES, 0);

  candidates = get_candidates (alignment, figures[figure].spec.kind, &n);
  for (guint i = 0; i < n; i++)
    sum += tl_figure_get_amount (alignment, figure, set, candidates[i]);
  return sum;
}

/**
 * tl_figure_get_value:
 * @alignment: what the figure is computed from
 * @figure: a figure
 *
 * Returns: the part ÷ the whole, as TlFigures has it where it has it; NaN when the whole is nothing
 */
double
tl_figure_get_value (TlAlignment *alignment, TlFigureId figure)
{
  double whole = tl_figure_get_sum (alignment, figure, TL_FIGURE_WHOLE);

  return whole > 0 ? tl_figure_get_sum (alignment, figure, TL_FIGURE_PART) / whole : (double) NAN;
}

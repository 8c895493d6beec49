/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-figure-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-item-words.h"

#define PERCENT 100.0

static double
divide (guint part, guint whole)
{
  return whole > 0 ? (double) part / whole : (double) NAN;
}

/* What is left of the whole, but for rounding. */
static double
get_unknown_mix (const TlFigures *figures)
{
  return MAX (0, 1 - figures->mix_strategic - figures->mix_tactical_aligned
                     - figures->mix_tactical_unaligned - figures->mix_transactional);
}

/**
 * tl_figures_get_value:
 * @figures: the figures of an analysis
 * @figure: which of them
 *
 * Returns: the share, from 0 to 1, without going through the items; NaN when there is nothing to
 *   compute it from
 */
double
tl_figures_get_value (const TlFigures *figures, TlFigureId figure)
{
  switch (figure)
    {
    case TL_FIGURE_ALIGNED:
      return figures->alignment_rate;
    case TL_FIGURE_ALIGNED_WITHOUT_MANDATES:
      return figures->alignment_rate_without_mandates;
    case TL_FIGURE_ALIGNED_DAYS:
      return figures->effort_weighted_alignment;
    case TL_FIGURE_ALIGNED_BY_STRENGTH:
      return figures->strength_weighted_alignment;
    case TL_FIGURE_UNALIGNED:
      return divide (figures->n_unaligned, figures->n_counted);
    case TL_FIGURE_UNALIGNED_DAYS:
      return figures->effort_days > 0 ? figures->unaligned_days / figures->effort_days
                                      : (double) NAN;
    case TL_FIGURE_MANDATES:
      return divide (figures->n_mandates, figures->n_counted);
    case TL_FIGURE_WITH_DAYS:
      return divide (figures->n_with_effort, figures->n_counted);
    case TL_FIGURE_COVERED_OBJECTIVES:
      return figures->objective_coverage;
    case TL_FIGURE_COVERED_GOALS:
      return figures->goal_coverage;
    case TL_FIGURE_COVERED_WEIGHT:
      return figures->goal_coverage_by_weight;
    case TL_FIGURE_FOCUS:
      return figures->focus_index;
    case TL_FIGURE_MIX_STRATEGIC:
      return figures->mix_strategic;
    case TL_FIGURE_MIX_TACTICAL_ALIGNED:
      return figures->mix_tactical_aligned;
    case TL_FIGURE_MIX_TACTICAL_UNALIGNED:
      return figures->mix_tactical_unaligned;
    case TL_FIGURE_MIX_TRANSACTIONAL:
      return figures->mix_transactional;
    case TL_FIGURE_MIX_UNKNOWN:
      return get_unknown_mix (figures);
    case TL_FIGURE_PROACTIVE:
      return figures->proactive_share;
    case TL_N_FIGURES:
    default:
      return (double) NAN;
    }
}

/**
 * tl_share_dup_percent:
 * @share: a share from 0 to 1, or NaN
 *
 * Returns: (transfer full): the share in whole percent, or a dash
 */
char *
tl_share_dup_percent (double share)
{
  if (isnan (share))
    return g_strdup (C_ ("a share that cannot be computed", "–"));
  /* Translators: a share, such as 64 %. The space is a narrow one that does not break. */
  return g_strdup_printf (C_ ("share", "%.0f\u202f%%"), share * PERCENT);
}

/**
 * tl_figure_dup_amount:
 * @figure: a figure
 * @amount: what an item or all of them add to it
 *
 * Returns: (transfer full): the amount with its unit; a number where things are counted
 */
char *
tl_figure_dup_amount (TlFigureId figure, double amount)
{
  double shown = round (amount * 10) / 10;

  switch (tl_figure_get_spec (figure)->unit)
    {
    case TL_FIGURE_UNIT_DAYS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%.15g day", "%.15g days",
                                           fabs (shown - 1) < .05 ? 1 : 2),
                              shown);
    case TL_FIGURE_UNIT_WEIGHT:
      return g_strdup_printf (C_ ("weight", "%.15g\u202f%%"), shown);
    case TL_FIGURE_UNIT_ITEMS:
    default:
      return g_strdup_printf ("%.0f", amount);
    }
}

/**
 * tl_figure_dup_division:
 * @alignment: what the figure is computed from
 * @figure: a figure
 *
 * Returns: (transfer full): the numbers that are divided, such as “29 of 45”
 */
char *
tl_figure_dup_division (TlAlignment *alignment, TlFigureId figure)
{
  double part = tl_figure_get_sum (alignment, figure, TL_FIGURE_PART);
  double whole = tl_figure_get_sum (alignment, figure, TL_FIGURE_WHOLE);
  g_autofree char *part_text = tl_figure_dup_amount (figure, part);
  g_autofree char *whole_text = tl_figure_dup_amount (figure, whole);

  /* Translators: a part and its whole, such as “29 of 45” or “15 days of 60 days”. */
  return g_strdup_printf (C_ ("figure", "%1$s of %2$s"), part_text, whole_text);
}

/**
 * tl_figure_dup_gap:
 * @figures: the figures of an analysis
 * @figure: a figure
 *
 * Returns: (transfer full) (nullable): how much of what a figure of days is computed from is
 *   recorded, where some is not
 */
char *
tl_figure_dup_gap (const TlFigures *figures, TlFigureId figure)
{
  if (tl_figure_get_spec (figure)->unit != TL_FIGURE_UNIT_DAYS
      || figures->n_with_effort == figures->n_counted)
    return NULL;
  return g_strdup_printf (ngettext ("%u of %u project has days; the others add nothing.",
                                    "%u of %u projects have days; the others add nothing.",
                                    figures->n_counted),
                          figures->n_with_effort, figures->n_counted);
}

/* Whether more of it is better; of a mix nobody can say. */
static gboolean
is_to_grow (TlFigureId figure)
{
  switch (figure)
    {
    case TL_FIGURE_ALIGNED:
    case TL_FIGURE_ALIGNED_WITHOUT_MANDATES:
    case TL_FIGURE_ALIGNED_DAYS:
    case TL_FIGURE_ALIGNED_BY_STRENGTH:
    case TL_FIGURE_WITH_DAYS:
    case TL_FIGURE_COVERED_OBJECTIVES:
    case TL_FIGURE_COVERED_GOALS:
    case TL_FIGURE_COVERED_WEIGHT:
    case TL_FIGURE_FOCUS:
    case TL_FIGURE_PROACTIVE:
      return TRUE;
    default:
      return FALSE;
    }
}

static TlItem *
find_most (TlAlignment *alignment, TlFigureId figure, double *most)
{
  g_autoptr (GPtrArray) items = tl_figure_dup_items (alignment, figure, TL_FIGURE_WHOLE);
  TlItem *best = NULL;

  *most = 0;
  for (guint i = 0; i < items->len; i++)
    {
      double amount = tl_figure_get_amount (alignment, figure, TL_FIGURE_REST, items->pdata[i]);

      if (amount <= *most)
        continue;
      *most = amount;
      best = items->pdata[i];
    }
  return best;
}

/**
 * tl_figure_dup_gain:
 * @alignment: what the figure is computed from
 * @figure: a figure
 *
 * Returns: (transfer full) (nullable): what would change it most; %NULL where nothing would, or
 *   where more is not better
 */
char *
tl_figure_dup_gain (TlAlignment *alignment, TlFigureId figure)
{
  double whole, most, points;
  TlItem *best;
  g_autofree char *name = NULL;

  if (!is_to_grow (figure))
    return NULL;
  best = find_most (alignment, figure, &most);
  whole = tl_figure_get_sum (alignment, figure, TL_FIGURE_WHOLE);
  if (best == NULL || whole <= 0)
    return NULL;
  points = round (most / whole * PERCENT * 10) / 10;
  if (tl_figure_get_spec (figure)->unit == TL_FIGURE_UNIT_ITEMS)
    /* Translators: by how many points of a hundred a figure would rise. */
    return g_strdup_printf (_ ("Each of those left out would add %.15g points."), points);
  name = tl_item_dup_name (best);
  if (figure == TL_FIGURE_FOCUS)
    /* Translators: a goal, and points of a hundred. */
    return g_strdup_printf (_ ("“%1$s” gets %2$.15g points more of the days than it weighs: from "
                               "there most could be moved."),
                            name, points);
  /* Translators: a project or goal, and by how many points of a hundred a figure would rise. */
  return g_strdup_printf (_ ("“%1$s” would add most: %2$.15g points."), name, points);
}

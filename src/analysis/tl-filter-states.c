/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include <glib/gi18n-lib.h>

#include "tl-filter-names.h"

static TlStanding
get_standing (TlAnalysis *analysis, TlItem *item)
{
  if (tl_item_get_kind (item) != TL_KIND_PROJECT)
    return TL_STANDING_UNCOUNTED;
  return tl_alignment_get_standing (tl_analysis_get_alignment (analysis), item);
}

static gboolean
is_aligned (TlAnalysis *analysis, TlItem *item)
{
  return get_standing (analysis, item) == TL_STANDING_ALIGNED;
}

static gboolean
is_unaligned (TlAnalysis *analysis, TlItem *item)
{
  TlStanding standing = get_standing (analysis, item);

  return standing == TL_STANDING_GOAL_ONLY || standing == TL_STANDING_CLOSED
         || standing == TL_STANDING_UNLINKED;
}

static gboolean
is_mandated (TlAnalysis *analysis, TlItem *item)
{
  return get_standing (analysis, item) == TL_STANDING_MANDATE;
}

static gboolean
has_cover (TlAnalysis *analysis, TlItem *item, gboolean wanted)
{
  TlAlignment *alignment = tl_analysis_get_alignment (analysis);

  switch ((int) tl_item_get_kind (item))
    {
    case TL_KIND_GOAL:
      return tl_alignment_is_active_goal (alignment, item)
             && tl_alignment_is_goal_covered (alignment, item) == wanted;
    case TL_KIND_OBJECTIVE:
      return tl_alignment_is_active_objective (alignment, item)
             && tl_alignment_is_covered (alignment, item) == wanted;
    default:
      return FALSE;
    }
}

static gboolean
is_covered (TlAnalysis *analysis, TlItem *item)
{
  return has_cover (analysis, item, TRUE);
}

static gboolean
is_uncovered (TlAnalysis *analysis, TlItem *item)
{
  return has_cover (analysis, item, FALSE);
}

static gboolean
is_flagged (TlAnalysis *analysis, TlItem *item)
{
  g_autoptr (GPtrArray) findings = tl_analysis_find_item (analysis, item);

  return findings->len > 0;
}

static gboolean
is_top (TlAnalysis *analysis, TlItem *item)
{
  return tl_item_get_kind (item) == TL_KIND_GOAL
         && tl_alignment_is_top_goal (tl_analysis_get_alignment (analysis), item);
}

static gboolean
is_key (TlAnalysis *analysis, TlItem *item)
{
  return tl_item_get_kind (item) == TL_KIND_PROJECT
         && tl_alignment_is_key (tl_analysis_get_alignment (analysis), item);
}

/* clang-format off */
static const TlFilterState states[] = {
  { "unaligned", NC_("filter state", "unaligned"), NC_("filter help", "Projects that reach no objective"), is_unaligned },
  { "aligned",   NC_("filter state", "aligned"),   NC_("filter help", "Projects that serve an objective"), is_aligned },
  { "mandated",  NC_("filter state", "mandated"),  NC_("filter help", "Projects that a rule demands"), is_mandated },
  { "uncovered", NC_("filter state", "uncovered"), NC_("filter help", "Goals and objectives that nothing serves"), is_uncovered },
  { "covered",   NC_("filter state", "covered"),   NC_("filter help", "Goals and objectives that something serves"), is_covered },
  { "flagged",   NC_("filter state", "flagged"),   NC_("filter help", "All that a check has found something about"), is_flagged },
  { "waived",    NC_("filter state", "waived"),    NC_("filter help", "All whose findings are waived"), tl_analysis_is_waived },
  { "top",       NC_("filter state", "top"),       NC_("filter help", "The goals that matter most"), is_top },
  { "key",       NC_("filter state", "key"),       NC_("filter help", "Projects that do much for a top goal"), is_key },
};
/* clang-format on */

/**
 * tl_filter_state_find:
 * @text: a word
 *
 * Returns: (transfer none) (nullable): the state of that name, in English or as translated
 */
const TlFilterState *
tl_filter_state_find (const char *text)
{
  g_autofree char *key = tl_filter_make_key (text);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *label = tl_filter_make_key (tl_filter_state_get_label (&states[i]));

      if (g_str_equal (key, states[i].name) || g_str_equal (key, label))
        return &states[i];
    }
  return NULL;
}

/**
 * tl_filter_state_get:
 * @index: a number from 0
 *
 * Returns: (transfer none) (nullable): the state, %NULL behind the last
 */
const TlFilterState *
tl_filter_state_get (guint index)
{
  return index < G_N_ELEMENTS (states) ? &states[index] : NULL;
}

/**
 * tl_filter_state_get_label:
 * @self: a state
 *
 * Returns: the word for it, translated
 */
const char *
tl_filter_state_get_label (const TlFilterState *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "filter state", self->label);
}

/**
 * tl_filter_state_get_help:
 * @self: a state
 *
 * Returns: what is in that state, translated
 */
const char *
tl_filter_state_get_help (const TlFilterState *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "filter help", self->help);
}

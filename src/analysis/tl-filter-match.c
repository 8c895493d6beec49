/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-filter-private.h"
#include "tl-item-text.h"

#define DEEPEST_CHAIN 64 /* of units in units and goals in goals */

/* Called with what lies above an item on the way to its goals; returns whether that is enough. */
typedef gboolean (*VisitFunc) (const TlFilterTest *test, TlItem *item);

static gboolean
fits (const TlFilterTest *test, const char *folded)
{
  return test->is_whole ? g_str_equal (folded, test->needle.text)
                        : tl_needle_is_in (&test->needle, folded);
}

static gboolean
has_title (const TlFilterTest *test, TlItem *item)
{
  return fits (test, tl_item_text_get_title (item));
}

gboolean
tl_filter_meets_choice (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item)
{
  return tl_item_get_choice (item, self->field) == self->choice;
}

/* A choice that a formula takes for a number can be compared as one. */
gboolean
tl_filter_meets_value (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item)
{
  int choice = tl_item_get_choice (item, self->field);
  double value;

  if (choice == TL_CHOICE_NONE)
    return FALSE;
  value = tl_field_get_spec (self->field)->choices[choice].value;
  return value >= self->from && value <= self->to;
}

gboolean
tl_filter_meets_kind (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item)
{
  return (int) tl_item_get_kind (item) == self->choice;
}

gboolean
tl_filter_meets_number (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item)
{
  double number = tl_item_get_number (item, self->field);

  return number >= self->from && number <= self->to;
}

gboolean
tl_filter_meets_date (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item)
{
  TlDate date = tl_item_get_date (item, self->field);

  double day = (double) date - (self->is_relative ? tl_analysis_get_today (analysis) : 0);

  return date != TL_DATE_NONE && day >= self->from && day <= self->to;
}

static gboolean
fits_unfolded (const TlFilterTest *test, const char *text)
{
  g_autofree char *folded = tl_fold (text);

  return fits (test, folded);
}

gboolean
tl_filter_meets_text (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item)
{
  const char *text;

  if (self->field == TL_ITEM_TITLE)
    return has_title (self, item);
  if (tl_field_get_spec (self->field)->type == TL_FIELD_TYPE_WORDS)
    {
      const char *const *word = tl_item_get_words (item, self->field);

      while (*word != NULL && !fits_unfolded (self, *word))
        word++;
      return *word != NULL;
    }
  text = tl_item_get_text (item, self->field);
  return text != NULL && fits_unfolded (self, text);
}

/* What is in a unit that is part of another is in that one, too. */
static gboolean
unit_fits (const TlFilterTest *test, TlItem *unit)
{
  for (guint i = 0; unit != NULL && i < DEEPEST_CHAIN; i++)
    {
      if (has_title (test, unit))
        return TRUE;
      unit = tl_item_get_ref (unit, TL_UNIT_PARENT);
    }
  return FALSE;
}

gboolean
tl_filter_meets_ref (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item)
{
  g_autoptr (GPtrArray) targets = NULL;
  TlItem *target;

  if (tl_field_get_spec (self->field)->type == TL_FIELD_TYPE_REF)
    {
      target = tl_item_get_ref (item, self->field);
      if (target != NULL && tl_item_get_kind (target) == TL_KIND_UNIT)
        return unit_fits (self, target);
      return target != NULL && has_title (self, target);
    }
  targets = tl_item_dup_refs (item, self->field);
  for (guint i = 0; i < targets->len; i++)
    if (has_title (self, targets->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean visit_above (const TlFilterTest *test, TlItem *item, VisitFunc func, guint depth);

static gboolean
visit (const TlFilterTest *test, TlItem *item, VisitFunc func, guint depth)
{
  return item != NULL && (func (test, item) || visit_above (test, item, func, depth + 1));
}

static gboolean
visit_served (const TlFilterTest *test, TlItem *project, VisitFunc func, guint depth)
{
  for (guint i = 0; i < tl_item_get_n_referrers (project); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (project, i, &field);

      if (field == TL_LINK_PROJECT
          && visit (test, tl_item_get_ref (link, TL_LINK_TARGET), func, depth))
        return TRUE;
    }
  return FALSE;
}

static gboolean
visit_above (const TlFilterTest *test, TlItem *item, VisitFunc func, guint depth)
{
  if (depth > DEEPEST_CHAIN)
    return FALSE;
  switch ((int) tl_item_get_kind (item))
    {
    case TL_KIND_PROJECT:
      return visit_served (test, item, func, depth);
    case TL_KIND_LINK:
      return visit (test, tl_item_get_ref (item, TL_LINK_TARGET), func, depth);
    case TL_KIND_CAUSE:
      return visit (test, tl_item_get_ref (item, TL_CAUSE_OBJECTIVE), func, depth);
    case TL_KIND_OBJECTIVE:
      return visit (test, tl_item_get_ref (item, TL_OBJECTIVE_GOAL), func, depth);
    case TL_KIND_GOAL:
      return visit (test, tl_item_get_ref (item, TL_GOAL_PARENT), func, depth);
    case TL_KIND_REQUEST:
      return visit (test, tl_item_get_ref (item, TL_REQUEST_GOAL), func, depth);
    case TL_KIND_MEASURE:
      return visit (test, tl_item_get_ref (item, TL_MEASURE_OF), func, depth);
    default:
      return FALSE;
    }
}

static gboolean
is_asked_for (const TlFilterTest *test, TlItem *item)
{
  TlKind kind = tl_item_get_kind (item);

  if ((test->special == TL_SPECIAL_GOAL && kind != TL_KIND_GOAL)
      || (test->special == TL_SPECIAL_OBJECTIVE && kind != TL_KIND_OBJECTIVE))
    return FALSE;
  return test->needle.text == NULL || has_title (test, item);
}

/* A goal is among what leads to it, and an objective as well, but nothing serves itself. */
gboolean
tl_filter_meets_relation (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item)
{
  if (self->special != TL_SPECIAL_SERVES && self->needle.text != NULL && is_asked_for (self, item))
    return TRUE;
  return visit_above (self, item, is_asked_for, 0);
}

gboolean
tl_filter_meets_rule (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item)
{
  g_autoptr (GPtrArray) findings = tl_analysis_find_item (analysis, item);

  for (guint i = 0; i < findings->len; i++)
    {
      const TlFinding *finding = findings->pdata[i];

      if (g_str_has_prefix (finding->rule->id, self->id))
        return TRUE;
    }
  return FALSE;
}

gboolean
tl_filter_meets_severity (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item)
{
  g_autoptr (GPtrArray) findings = tl_analysis_find_item (analysis, item);

  for (guint i = 0; i < findings->len; i++)
    if ((int) ((const TlFinding *) findings->pdata[i])->severity == self->choice)
      return TRUE;
  return FALSE;
}

gboolean
tl_filter_meets_id (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item)
{
  return g_ascii_strcasecmp (tl_item_get_id (item), self->id) == 0;
}

gboolean
tl_filter_is_recorded (const TlFilterTest *self, TlAnalysis *analysis, TlItem *item)
{
  return tl_item_is_set (item, self->field);
}

static gboolean
is_any_met (const TlFilterNode *node, TlAnalysis *analysis, TlItem *item, gboolean *is_about)
{
  *is_about = FALSE;
  for (guint i = 0; i < node->tests->len; i++)
    {
      const TlFilterTest *test = &g_array_index (node->tests, TlFilterTest, i);

      if (!tl_filter_test_is_about (test, item))
        continue;
      *is_about = TRUE;
      if (test->is_met (test, analysis, item))
        return TRUE;
    }
  return FALSE;
}

/*
 * tl_filter_node_matches:
 * @node: a filter, as it was parsed
 * @flags: how to search
 * @analysis: the analysis of the workspace of @item
 * @item: an item
 *
 * Returns: whether @item is what is asked for
 */
gboolean
tl_filter_node_matches (const TlFilterNode *node,
                        TlFilterFlags flags,
                        TlAnalysis *analysis,
                        TlItem *item)
{
  gboolean is_about;
  gboolean wanted = node->type == TL_NODE_ANY;

  switch (node->type)
    {
    case TL_NODE_WORD:
      return tl_item_text_contains (item, &node->needle, (flags & TL_FILTER_WITHOUT_PRIVATE) == 0);
    case TL_NODE_STATE:
      return node->state->is (analysis, item);
    case TL_NODE_TESTS:
      return is_any_met (node, analysis, item, &is_about) ? !node->is_refused
                                                          : node->is_refused && is_about;
    case TL_NODE_NOT:
      return !tl_filter_node_matches (node->children->pdata[0], flags, analysis, item);
    case TL_NODE_ALL:
    case TL_NODE_ANY:
    default:
      for (guint i = 0; i < node->children->len; i++)
        if (!tl_filter_node_matches (node->children->pdata[i], flags, analysis, item) == !wanted)
          return wanted;
      return !wanted;
    }
}

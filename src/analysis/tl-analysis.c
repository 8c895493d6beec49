/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-analysis"

#include "tl-analysis.h"

#include "tl-check.h"
#include "tl-waivers.h"
#include "tl-workspace.h"

struct _TlAnalysis
{
  gatomicrefcount ref_count;

  /* Owned. */
  TlAlignment *alignment;
  TlDuplicates *duplicates; /* (nullable) */
  GArray *findings;         /* of TlFinding, those that are not waived */
  GArray *waived;           /* of TlFinding */
  GHashTable *by_item;      /* TlItem → GPtrArray of TlFinding, both borrowed; NULL until asked */
  GHashTable *waived_items; /* of TlItem, borrowed; NULL until asked */

  TlFigures figures;
  TlDate today;
};

static void
finding_clear (gpointer data)
{
  TlFinding *finding = data;

  g_clear_object (&finding->waiver);
  g_clear_pointer (&finding->detail, g_free);
  g_clear_pointer (&finding->remedy, g_ref_string_release);
}

static void
take_over (TlAnalysis *self, TlWaivers *waivers, const GArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      TlFinding finding = g_array_index (findings, TlFinding, i);
      TlItem *waiver = tl_waivers_find (waivers, &finding);

      finding.waiver = waiver != NULL ? g_object_ref (waiver) : NULL;
      g_array_append_val (waiver != NULL ? self->waived : self->findings, finding);
    }
}

/* Takes over what was found, severity by severity; within one, the order is that of the rules and,
 * for each rule, that of the document. */
static void
sort_out (TlAnalysis *self, TlCheck *check)
{
  g_autoptr (TlWaivers) waivers = tl_waivers_new (check->workspace, self->today);

  for (TlSeverity severity = 0; severity < TL_N_SEVERITIES; severity++)
    for (guint i = 0; i < check->runs->len; i++)
      {
        const TlRuleRun *run = &g_array_index (check->runs, TlRuleRun, i);

        if (run->findings[severity] != NULL)
          take_over (self, waivers, run->findings[severity]);
      }
}

/* Takes @alignment over. */
static TlAnalysis *
analyse (TlAlignment *alignment, TlDate today, TlDuplicates *duplicates)
{
  TlAnalysis *self = g_new0 (TlAnalysis, 1);
  TlCheck check;

  g_atomic_ref_count_init (&self->ref_count);
  self->today = today;
  self->alignment = alignment;
  self->duplicates = duplicates != NULL ? tl_duplicates_ref (duplicates) : NULL;
  tl_figures_compute (&self->figures, self->alignment);
  self->findings = g_array_new (FALSE, FALSE, sizeof (TlFinding));
  g_array_set_clear_func (self->findings, finding_clear);
  self->waived = g_array_new (FALSE, FALSE, sizeof (TlFinding));
  g_array_set_clear_func (self->waived, finding_clear);

  tl_check_init (&check, self->alignment, &self->figures, duplicates, today);
  tl_check_run (&check);
  sort_out (self, &check);
  tl_check_clear (&check);
  return self;
}

/**
 * tl_analysis_new:
 * @workspace: a workspace
 * @today: the day on which it is judged, so that a result can be repeated
 *
 * Works out the alignment and the figures of @workspace as it is now, and checks it by all rules
 * that its settings do not switch off. Projects are not compared with each other, which takes
 * longer: what rests on that is not found.
 *
 * Returns: (transfer full): the analysis
 */
TlAnalysis *
tl_analysis_new (TlWorkspace *workspace, TlDate today)
{
  return tl_analysis_new_with (workspace, today, NULL);
}

/**
 * tl_analysis_new_with:
 * @workspace: a workspace
 * @today: the day on which it is judged
 * @duplicates: (nullable): pairs of its projects, of this revision or an older one
 *
 * As tl_analysis_new(), with those of the pairs that are still so.
 *
 * Returns: (transfer full): the analysis
 */
TlAnalysis *
tl_analysis_new_with (TlWorkspace *workspace, TlDate today, TlDuplicates *duplicates)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (workspace), NULL);

  return analyse (tl_alignment_new (workspace), today, duplicates);
}

/**
 * tl_analysis_new_complete:
 * @workspace: a workspace
 * @today: the day on which it is judged
 *
 * As tl_analysis_new(), and compares the projects with each other, which is waited for.
 *
 * Returns: (transfer full): the analysis
 */
TlAnalysis *
tl_analysis_new_complete (TlWorkspace *workspace, TlDate today)
{
  g_autoptr (TlAlignment) alignment = NULL;
  g_autoptr (TlDuplicates) duplicates = NULL;

  g_return_val_if_fail (TL_IS_WORKSPACE (workspace), NULL);

  alignment = tl_alignment_new (workspace);
  duplicates = tl_duplicates_new (alignment);
  return analyse (g_steal_pointer (&alignment), today, duplicates);
}

/**
 * tl_analysis_complete:
 * @self: an analysis of a workspace that has not changed since
 * @duplicates: the pairs of its projects
 *
 * Returns: (transfer full): another analysis of the same, with the pairs
 */
TlAnalysis *
tl_analysis_complete (TlAnalysis *self, TlDuplicates *duplicates)
{
  g_return_val_if_fail (self != NULL && duplicates != NULL, NULL);

  return analyse (tl_alignment_ref (self->alignment), self->today, duplicates);
}

/**
 * tl_analysis_ref:
 * @self: an analysis
 *
 * Returns: (transfer full): @self
 */
TlAnalysis *
tl_analysis_ref (TlAnalysis *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tl_analysis_unref:
 * @self: (transfer full): an analysis
 */
void
tl_analysis_unref (TlAnalysis *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->by_item, g_hash_table_unref);
  g_clear_pointer (&self->waived_items, g_hash_table_unref);
  g_array_unref (self->findings);
  g_array_unref (self->waived);
  g_clear_pointer (&self->duplicates, tl_duplicates_unref);
  tl_alignment_unref (self->alignment);
  g_free (self);
}

/**
 * tl_analysis_get_workspace:
 * @self: an analysis
 *
 * Returns: (transfer none): the workspace that it is about
 */
TlWorkspace *
tl_analysis_get_workspace (TlAnalysis *self)
{
  return tl_alignment_get_workspace (self->alignment);
}

/**
 * tl_analysis_get_today:
 * @self: an analysis
 *
 * Returns: the day on which it was made
 */
TlDate
tl_analysis_get_today (TlAnalysis *self)
{
  return self->today;
}

/**
 * tl_analysis_get_alignment:
 * @self: an analysis
 *
 * Returns: (transfer none): how the projects stand to the goals
 */
TlAlignment *
tl_analysis_get_alignment (TlAnalysis *self)
{
  return self->alignment;
}

/**
 * tl_analysis_get_figures:
 * @self: an analysis
 *
 * Returns: (transfer none): the figures
 */
const TlFigures *
tl_analysis_get_figures (TlAnalysis *self)
{
  return &self->figures;
}

/**
 * tl_analysis_get_duplicates:
 * @self: an analysis
 *
 * Returns: (transfer none) (nullable): the pairs of projects that were known when it was made;
 *   tl_pair_holds() tells which of them are still so
 */
TlDuplicates *
tl_analysis_get_duplicates (TlAnalysis *self)
{
  return self->duplicates;
}

/**
 * tl_analysis_is_complete:
 * @self: an analysis
 *
 * Returns: whether all projects were compared with each other as they are now
 */
gboolean
tl_analysis_is_complete (TlAnalysis *self)
{
  return self->duplicates != NULL
         && tl_duplicates_get_revision (self->duplicates)
                == tl_alignment_get_revision (self->alignment);
}

/**
 * tl_analysis_get_n_findings:
 * @self: an analysis
 *
 * Returns: how many findings there are, without those that are waived
 */
guint
tl_analysis_get_n_findings (TlAnalysis *self)
{
  return self->findings->len;
}

/**
 * tl_analysis_get_finding:
 * @self: an analysis
 * @index: less than tl_analysis_get_n_findings()
 *
 * Returns: (transfer none): the finding, in the order of severity, rule and document
 */
const TlFinding *
tl_analysis_get_finding (TlAnalysis *self, guint index)
{
  g_return_val_if_fail (index < self->findings->len, NULL);

  return &g_array_index (self->findings, TlFinding, index);
}

/**
 * tl_analysis_get_n_waived:
 * @self: an analysis
 *
 * Returns: how many findings are waived
 */
guint
tl_analysis_get_n_waived (TlAnalysis *self)
{
  return self->waived->len;
}

/**
 * tl_analysis_get_waived:
 * @self: an analysis
 * @index: less than tl_analysis_get_n_waived()
 *
 * Returns: (transfer none): the waived finding, in the order of severity, rule and document
 */
const TlFinding *
tl_analysis_get_waived (TlAnalysis *self, guint index)
{
  g_return_val_if_fail (index < self->waived->len, NULL);

  return &g_array_index (self->waived, TlFinding, index);
}

static void
file_under (TlAnalysis *self, TlItem *item, TlFinding *finding)
{
  GPtrArray *filed = g_hash_table_lookup (self->by_item, item);

  if (filed == NULL)
    {
      filed = g_ptr_array_new ();
      g_hash_table_insert (self->by_item, item, filed);
    }
  g_ptr_array_add (filed, finding);
}

static void
index_findings (TlAnalysis *self)
{
  self->by_item = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->findings->len; i++)
    {
      TlFinding *finding = &g_array_index (self->findings, TlFinding, i);

      for (guint j = 0; j < finding->n_items; j++)
        file_under (self, finding->items[j], finding);
    }
}

/**
 * tl_analysis_find_item:
 * @self: an analysis
 * @item: an item
 *
 * Returns: (transfer full) (element-type TlFinding): the findings about @item that are not waived,
 * in order, possibly none. They belong to @self, and the array is not to be changed.
 */
GPtrArray *
tl_analysis_find_item (TlAnalysis *self, TlItem *item)
{
  GPtrArray *filed;

  if (self->by_item == NULL)
    index_findings (self);
  filed = g_hash_table_lookup (self->by_item, item);
  return filed != NULL ? g_ptr_array_ref (filed) : g_ptr_array_new ();
}

static void
index_waived (TlAnalysis *self)
{
  self->waived_items = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->waived->len; i++)
    {
      TlFinding *finding = &g_array_index (self->waived, TlFinding, i);

      for (guint j = 0; j < finding->n_items; j++)
        g_hash_table_add (self->waived_items, finding->items[j]);
    }
}

/**
 * tl_analysis_is_waived:
 * @self: an analysis
 * @item: an item
 *
 * Returns: whether a finding about @item is waived
 */
gboolean
tl_analysis_is_waived (TlAnalysis *self, TlItem *item)
{
  if (self->waived_items == NULL)
    index_waived (self);
  return g_hash_table_contains (self->waived_items, item);
}

/**
 * tl_analysis_count:
 * @self: an analysis
 * @rule: a rule
 *
 * Returns: how many of the findings that are not waived are hits of @rule
 */
guint
tl_analysis_count (TlAnalysis *self, const TlRule *rule)
{
  return tl_analysis_count_from (self, rule, TL_SEVERITY_LOW);
}

/**
 * tl_analysis_count_from:
 * @self: an analysis
 * @rule: a rule
 * @least: the least of the severities that count
 *
 * Returns: how many of the findings that are not waived are hits of @rule, and as grave as @least
 *   or graver
 */
guint
tl_analysis_count_from (TlAnalysis *self, const TlRule *rule, TlSeverity least)
{
  guint n = 0;

  for (guint i = 0; i < self->findings->len; i++)
    {
      const TlFinding *finding = &g_array_index (self->findings, TlFinding, i);

      /* The gravest come first. */
      if (finding->severity > least)
        break;
      n += finding->rule == rule ? 1 : 0;
    }
  return n;
}

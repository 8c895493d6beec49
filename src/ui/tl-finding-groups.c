/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-finding-groups.h"

#include "tl-finding-node.h"
#include "tl-list-update.h"

typedef struct
{
  /* Borrowed. */
  TlAnalysis *analysis;
  const TlFindingFilter *filter;
  GListStore *groups;
  GHashTable *by_rule; /* TlRule → TlFindingNode */

  TlFindingCounts counts;
} Grouping;

static TlFindingNode *
ensure_group (Grouping *grouping, const TlRule *rule)
{
  TlFindingNode *group = g_hash_table_lookup (grouping->by_rule, rule);

  if (group != NULL)
    return group;
  group = tl_finding_node_new_group (grouping->analysis, TL_FINDING_ROW_RULE, rule);
  g_hash_table_insert (grouping->by_rule, (gpointer) rule, group);
  g_list_store_append (grouping->groups, group);
  g_object_unref (group);
  return group;
}

/* Findings come by severity, so that groups come by their gravest, and in each the gravest are
 * first. */
static void
add_open (Grouping *grouping)
{
  grouping->counts.n_open = tl_analysis_get_n_findings (grouping->analysis);
  for (guint i = 0; i < grouping->counts.n_open; i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (grouping->analysis, i);

      if (!tl_finding_filter_takes_finding (grouping->filter, finding))
        continue;
      grouping->counts.n_of_severity[finding->severity]++;
      if (!tl_finding_filter_takes_severity (grouping->filter, finding->severity))
        continue;
      grouping->counts.n_shown++;
      tl_finding_node_append (ensure_group (grouping, finding->rule), finding, NULL);
    }
}

static void
append_group (Grouping *grouping, TlFindingNode *group)
{
  guint n = tl_finding_node_get_n_findings (group);

  grouping->counts.n_shown += n;
  if (n > 0)
    g_list_store_append (grouping->groups, group);
}

static void
add_waived (Grouping *grouping)
{
  g_autoptr (TlFindingNode) group
      = tl_finding_node_new_group (grouping->analysis, TL_FINDING_ROW_WAIVED, NULL);

  grouping->counts.n_waived = tl_analysis_get_n_waived (grouping->analysis);
  for (guint i = 0; i < grouping->counts.n_waived; i++)
    {
      const TlFinding *finding = tl_analysis_get_waived (grouping->analysis, i);
      TlFindingNode *of_rule = g_hash_table_lookup (grouping->by_rule, finding->rule);

      if (of_rule != NULL)
        tl_finding_node_add_waived (of_rule);
      if (tl_finding_filter_takes_severity (grouping->filter, finding->severity)
          && tl_finding_filter_takes_finding (grouping->filter, finding))
        tl_finding_node_append (group, finding, NULL);
    }
  append_group (grouping, group);
}

static GHashTable *
collect_used (TlAnalysis *analysis)
{
  GHashTable *used = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < tl_analysis_get_n_waived (analysis); i++)
    g_hash_table_add (used, tl_analysis_get_waived (analysis, i)->waiver);
  return used;
}

static void
add_idle (Grouping *grouping)
{
  TlWorkspace *workspace = tl_analysis_get_workspace (grouping->analysis);
  g_autoptr (GHashTable) used = collect_used (grouping->analysis);
  g_autoptr (TlFindingNode) group
      = tl_finding_node_new_group (grouping->analysis, TL_FINDING_ROW_IDLE, NULL);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_WAIVER); i++)
    {
      TlItem *waiver = tl_workspace_get_item (workspace, TL_KIND_WAIVER, i);

      if (g_hash_table_contains (used, waiver))
        continue;
      grouping->counts.n_idle++;
      if (tl_finding_filter_takes_waiver (grouping->filter, waiver))
        tl_finding_node_append (group, NULL, waiver);
    }
  append_group (grouping, group);
}

/**
 * tl_finding_groups_update:
 * @groups: a list of #TlFindingNode, at first an empty one
 * @analysis: whose findings the list is to hold
 * @filter: which of them
 *
 * Brings the list up to date with as few changes as that takes: the rules in the order of their
 * gravest finding, then what is waived, then the waivers that hide nothing.
 *
 * Returns: how many findings there are
 */
TlFindingCounts
tl_finding_groups_update (GListStore *groups, TlAnalysis *analysis, const TlFindingFilter *filter)
{
  g_autoptr (GListStore) now = g_list_store_new (TL_TYPE_FINDING_NODE);
  g_autoptr (GHashTable) by_rule = g_hash_table_new (NULL, NULL);
  Grouping grouping = { analysis, filter, now, by_rule, { 0 } };

  add_open (&grouping);
  add_waived (&grouping);
  add_idle (&grouping);
  tl_list_update (groups, G_LIST_MODEL (now), tl_finding_node_get_key, tl_finding_node_take_over);
  return grouping.counts;
}

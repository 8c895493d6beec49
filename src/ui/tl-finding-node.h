/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-analysis.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDING_NODE (tl_finding_node_get_type ())
G_DECLARE_FINAL_TYPE (TlFindingNode, tl_finding_node, TL, FINDING_NODE, GObject)

/* A row of the list of findings: either one finding, or a group of those of one rule and severity,
 * or the group of all that are waived. Signal: "changed", when the row says something else. */
const char *tl_finding_node_get_key (gpointer node);
gboolean tl_finding_node_is_group (TlFindingNode *self);
gboolean tl_finding_node_is_waived (TlFindingNode *self);
const TlFinding *tl_finding_node_get_finding (TlFindingNode *self);
GListModel *tl_finding_node_get_children (TlFindingNode *self);
guint tl_finding_node_get_n_findings (TlFindingNode *self);
char *tl_finding_node_dup_items (TlFindingNode *self, guint most);
char *tl_finding_node_dup_label (TlFindingNode *self);

/* The groups of an analysis. A node that still stands for the same thing afterwards is the same
 * node, so that what is open stays open and what has the focus keeps it. */
void tl_finding_nodes_update (GListStore *groups, TlAnalysis *analysis);

G_END_DECLS

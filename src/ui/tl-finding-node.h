/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-finding-list.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDING_NODE (tl_finding_node_get_type ())
G_DECLARE_FINAL_TYPE (TlFindingNode, tl_finding_node, TL, FINDING_NODE, GObject)

/* What a row of the list of findings stands for. */
typedef enum
{
  TL_FINDING_ROW_RULE,    /* a group: the open findings of a rule */
  TL_FINDING_ROW_WAIVED,  /* a group: all findings that are waived */
  TL_FINDING_ROW_IDLE,    /* a group: the waivers that hide nothing */
  TL_FINDING_ROW_FINDING, /* one finding */
  TL_FINDING_ROW_WAIVER,  /* one waiver that hides nothing */
} TlFindingRowKind;

/* Signal: "changed", when the row says something else than before. */
TlFindingNode *tl_finding_node_new (TlAnalysis *analysis, const TlFindingEntry *entry);
TlFindingNode *
tl_finding_node_new_group (TlAnalysis *analysis, TlFindingRowKind kind, const TlRule *rule);
void
tl_finding_node_set_entry (TlFindingNode *self, TlAnalysis *analysis, const TlFindingEntry *entry);
void tl_finding_node_append (TlFindingNode *self, const TlFinding *finding, TlItem *waiver);
void tl_finding_node_take_over (gpointer older, gpointer newer);

const char *tl_finding_node_get_key (gpointer node);
TlFindingRowKind tl_finding_node_get_kind (TlFindingNode *self);
gboolean tl_finding_node_is_group (TlFindingNode *self);
const TlRule *tl_finding_node_get_rule (TlFindingNode *self);
const TlFinding *tl_finding_node_get_finding (TlFindingNode *self);
TlItem *tl_finding_node_get_waiver (TlFindingNode *self);
TlItem *tl_finding_node_get_item (TlFindingNode *self);
GListModel *tl_finding_node_get_children (TlFindingNode *self);
guint tl_finding_node_get_n_findings (TlFindingNode *self);
guint tl_finding_node_get_n_of (TlFindingNode *self, TlSeverity severity);
guint tl_finding_node_get_n_waived (TlFindingNode *self);
void tl_finding_node_add_waived (TlFindingNode *self);
char *tl_finding_node_dup_items (TlFindingNode *self, guint most);
char *tl_finding_node_dup_detail (TlFindingNode *self);
char *tl_finding_node_dup_label (TlFindingNode *self);

/* Whether the row tells why its check matters, which is remembered with the node. */
gboolean tl_finding_node_get_explained (TlFindingNode *self);
void tl_finding_node_set_explained (TlFindingNode *self, gboolean is_explained);

G_END_DECLS

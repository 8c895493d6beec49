/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-finding-node.h"

#include <glib/gi18n.h>

#include "tl-item-words.h"
#include "tl-list-update.h"

struct _TlFindingNode
{
  GObject parent_instance;

  /* Owned. */
  TlAnalysis *analysis; /* keeps the finding */
  GListStore *children; /* NULL for a single finding */
  char *key;

  /* Borrowed. */
  const TlFinding *finding; /* of a group, its first */

  guint is_waived : 1;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFindingNode, tl_finding_node, G_TYPE_OBJECT)

static void
tl_finding_node_dispose (GObject *object)
{
  TlFindingNode *self = TL_FINDING_NODE (object);

  g_clear_object (&self->children);
  g_clear_pointer (&self->analysis, tl_analysis_unref);
  g_clear_pointer (&self->key, g_free);
  self->finding = NULL;

  G_OBJECT_CLASS (tl_finding_node_parent_class)->dispose (object);
}

static void
tl_finding_node_class_init (TlFindingNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_finding_node_dispose;

  /**
   * TlFindingNode::changed:
   * @self: the node
   *
   * The row says something else than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TL_TYPE_FINDING_NODE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_finding_node_init (TlFindingNode *self)
{
}

static TlFindingNode *
node_new (TlAnalysis *analysis, const TlFinding *finding, const char *key, gboolean is_waived)
{
  TlFindingNode *self = g_object_new (TL_TYPE_FINDING_NODE, NULL);

  self->analysis = tl_analysis_ref (analysis);
  self->finding = finding;
  self->key = g_strdup (key);
  self->is_waived = is_waived;
  return self;
}

static char *
dup_finding_key (const TlFinding *finding)
{
  const char *first = finding->n_items > 0 ? tl_item_get_id (finding->items[0]) : "";
  const char *second = finding->n_items > 1 ? tl_item_get_id (finding->items[1]) : "";

  return g_strdup_printf ("%s %s %s", finding->rule->id, first, second);
}

static char *
dup_group_key (const TlFinding *finding)
{
  return g_strdup_printf ("%s %d", finding->rule->id, finding->severity);
}

/* What an older node of the same key says and leads to is taken over from the newer one. */
static void
take_over (gpointer older, gpointer newer)
{
  TlFindingNode *self = older;
  TlFindingNode *other = newer;

  if (self->children != NULL)
    tl_list_update (self->children, G_LIST_MODEL (other->children), tl_finding_node_get_key,
                    take_over);
  g_clear_pointer (&self->analysis, tl_analysis_unref);
  self->analysis = tl_analysis_ref (other->analysis);
  self->finding = other->finding;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static TlFindingNode *
group_new (TlAnalysis *analysis, const TlFinding *first, const char *key, gboolean is_waived)
{
  TlFindingNode *group = node_new (analysis, first, key, is_waived);

  group->children = g_list_store_new (TL_TYPE_FINDING_NODE);
  return group;
}

static void
append_finding (TlFindingNode *group, TlAnalysis *analysis, const TlFinding *finding)
{
  g_autofree char *key = dup_finding_key (finding);
  g_autoptr (TlFindingNode) node = node_new (analysis, finding, key, group->is_waived);

  g_list_store_append (group->children, node);
}

/* Findings come sorted by severity and rule, so a group is a run of them. */
static void
append_groups (GListStore *groups, TlAnalysis *analysis)
{
  g_autoptr (TlFindingNode) group = NULL;

  for (guint i = 0; i < tl_analysis_get_n_findings (analysis); i++)
    {
      const TlFinding *finding = tl_analysis_get_finding (analysis, i);

      if (group == NULL || group->finding->rule != finding->rule
          || group->finding->severity != finding->severity)
        {
          g_autofree char *key = dup_group_key (finding);

          g_clear_object (&group);
          group = group_new (analysis, finding, key, FALSE);
          g_list_store_append (groups, group);
        }
      append_finding (group, analysis, finding);
    }
}

static void
append_waived (GListStore *groups, TlAnalysis *analysis)
{
  guint n_waived = tl_analysis_get_n_waived (analysis);
  g_autoptr (TlFindingNode) group = NULL;

  if (n_waived == 0)
    return;
  group = group_new (analysis, tl_analysis_get_waived (analysis, 0), "waived", TRUE);
  for (guint i = 0; i < n_waived; i++)
    append_finding (group, analysis, tl_analysis_get_waived (analysis, i));
  g_list_store_append (groups, group);
}

/**
 * tl_finding_nodes_update:
 * @groups: a list of #TlFindingNode, at first an empty one
 * @analysis: whose findings the list is to hold
 *
 * Brings the list up to date with as few changes as that takes.
 */
void
tl_finding_nodes_update (GListStore *groups, TlAnalysis *analysis)
{
  g_autoptr (GListStore) now = g_list_store_new (TL_TYPE_FINDING_NODE);

  append_groups (now, analysis);
  append_waived (now, analysis);
  tl_list_update (groups, G_LIST_MODEL (now), tl_finding_node_get_key, take_over);
}

/**
 * tl_finding_node_get_key:
 * @node: a node
 *
 * Returns: what stays the same from one analysis to the next
 */
const char *
tl_finding_node_get_key (gpointer node)
{
  g_return_val_if_fail (TL_IS_FINDING_NODE (node), NULL);

  return TL_FINDING_NODE (node)->key;
}

/**
 * tl_finding_node_is_group:
 * @self: a node
 *
 * Returns: whether it stands for several findings
 */
gboolean
tl_finding_node_is_group (TlFindingNode *self)
{
  g_return_val_if_fail (TL_IS_FINDING_NODE (self), FALSE);

  return self->children != NULL;
}

/**
 * tl_finding_node_is_waived:
 * @self: a node
 *
 * Returns: whether what it stands for is waived
 */
gboolean
tl_finding_node_is_waived (TlFindingNode *self)
{
  g_return_val_if_fail (TL_IS_FINDING_NODE (self), FALSE);

  return self->is_waived;
}

/**
 * tl_finding_node_get_finding:
 * @self: a node
 *
 * Returns: (transfer none): the finding, of a group the first
 */
const TlFinding *
tl_finding_node_get_finding (TlFindingNode *self)
{
  g_return_val_if_fail (TL_IS_FINDING_NODE (self), NULL);

  return self->finding;
}

/**
 * tl_finding_node_get_children:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the findings of a group
 */
GListModel *
tl_finding_node_get_children (TlFindingNode *self)
{
  g_return_val_if_fail (TL_IS_FINDING_NODE (self), NULL);

  return self->children != NULL ? G_LIST_MODEL (self->children) : NULL;
}

/**
 * tl_finding_node_get_n_findings:
 * @self: a node
 *
 * Returns: how many findings it stands for
 */
guint
tl_finding_node_get_n_findings (TlFindingNode *self)
{
  g_return_val_if_fail (TL_IS_FINDING_NODE (self), 0);

  return self->children != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->children)) : 1;
}

static char *
dup_finding_items (const TlFinding *finding)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (finding->n_items == 0)
    return g_strdup (C_ ("what a finding is about", "The whole plan"));
  first = tl_item_dup_name (finding->items[0]);
  if (finding->n_items == 1)
    return g_steal_pointer (&first);
  second = tl_item_dup_name (finding->items[1]);
  /* Translators: two projects that a finding is about. */
  return g_strdup_printf (C_ ("what a finding is about", "%s and %s"), first, second);
}

/**
 * tl_finding_node_dup_items:
 * @self: a node
 * @most: how many findings to name at most
 *
 * Returns: (transfer full): what it is about, by name
 */
char *
tl_finding_node_dup_items (TlFindingNode *self, guint most)
{
  guint n;
  g_autoptr (GStrvBuilder) names = NULL;
  g_auto (GStrv) list = NULL;

  g_return_val_if_fail (TL_IS_FINDING_NODE (self), NULL);

  if (self->children == NULL)
    return dup_finding_items (self->finding);
  names = g_strv_builder_new ();
  n = MIN (most, tl_finding_node_get_n_findings (self));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlFindingNode) child = g_list_model_get_item (G_LIST_MODEL (self->children), i);
      g_autofree char *name = dup_finding_items (child->finding);

      g_strv_builder_add (names, name);
    }
  list = g_strv_builder_end (names);
  /* Translators: what stands between two names in a list. */
  return g_strjoinv (C_ ("between names", ", "), list);
}

static char *
dup_group_label (TlFindingNode *self)
{
  guint n = tl_finding_node_get_n_findings (self);
  g_autofree char *items = tl_finding_node_dup_items (self, 3);

  if (self->is_waived)
    return g_strdup_printf (ngettext ("%u waived finding", "%u waived findings", n), n);
  /* Translators: name of a check, how many findings, how grave they are, what they are about. */
  return g_strdup_printf (ngettext ("%1$s: %2$u finding, %3$s: %4$s",
                                    "%1$s: %2$u findings, %3$s: %4$s", n),
                          tl_rule_get_title (self->finding->rule), n,
                          tl_severity_get_label (self->finding->severity), items);
}

/**
 * tl_finding_node_dup_label:
 * @self: a node
 *
 * Returns: (transfer full): all that the row says, for assistive technologies
 */
char *
tl_finding_node_dup_label (TlFindingNode *self)
{
  g_autofree char *items = NULL;

  g_return_val_if_fail (TL_IS_FINDING_NODE (self), NULL);

  if (self->children != NULL)
    return dup_group_label (self);
  items = dup_finding_items (self->finding);
  /* Translators: what a finding is about, what is wrong, what to do about it. */
  return g_strdup_printf (C_ ("finding", "%1$s: %2$s %3$s"), items, self->finding->detail,
                          self->finding->remedy);
}

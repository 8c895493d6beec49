/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-finding-node.h"

#include <glib/gi18n.h>

#include "tl-item-words.h"
#include "tl-waiver-words.h"

/* Names that the label of a group tells. */
#define N_NAMES 3

struct _TlFindingNode
{
  GObject parent_instance;

  /* Owned. */
  TlAnalysis *analysis;    /* keeps the finding */
  TlFindingList *children; /* NULL where it is no group */
  TlItem *waiver;          /* of a row that is one */
  char *key;

  /* Borrowed. */
  const TlFinding *finding; /* NULL for a group, and for a waiver */
  const TlRule *rule;       /* NULL where there is not one */

  TlFindingRowKind kind;
  guint n_of[TL_N_SEVERITIES]; /* of the group's findings */
  guint n_waived;              /* of the rule, and in another group */
  guint is_explained : 1;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFindingNode, tl_finding_node, G_TYPE_OBJECT)

static char *
dup_entry_key (const TlFindingEntry *entry)
{
  const TlFinding *finding = entry->finding;
  const char *first;
  const char *second;

  if (finding == NULL)
    return g_strdup_printf ("waiver %s", tl_item_get_id (entry->waiver));
  first = finding->n_items > 0 ? tl_item_get_id (finding->items[0]) : "";
  second = finding->n_items > 1 ? tl_item_get_id (finding->items[1]) : "";
  return g_strdup_printf ("%s %s %s", finding->rule->id, first, second);
}

static void
set_entry (TlFindingNode *self, TlAnalysis *analysis, const TlFindingEntry *entry)
{
  tl_analysis_ref (analysis);
  g_clear_pointer (&self->analysis, tl_analysis_unref);
  self->analysis = analysis;
  self->finding = entry->finding;
  g_set_object (&self->waiver, entry->waiver);
  self->kind = entry->finding != NULL ? TL_FINDING_ROW_FINDING : TL_FINDING_ROW_WAIVER;
  self->rule = entry->finding != NULL
                   ? entry->finding->rule
                   : tl_rule_find (tl_item_get_text (entry->waiver, TL_WAIVER_RULE));
}

static void
tl_finding_node_dispose (GObject *object)
{
  TlFindingNode *self = TL_FINDING_NODE (object);

  g_clear_object (&self->children);
  g_clear_object (&self->waiver);
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

/**
 * tl_finding_node_new:
 * @analysis: the analysis that @entry is of
 * @entry: a finding or a waiver
 *
 * Returns: (transfer full): a node for it
 */
TlFindingNode *
tl_finding_node_new (TlAnalysis *analysis, const TlFindingEntry *entry)
{
  TlFindingNode *self = g_object_new (TL_TYPE_FINDING_NODE, NULL);

  self->key = dup_entry_key (entry);
  set_entry (self, analysis, entry);
  return self;
}

/**
 * tl_finding_node_new_group:
 * @analysis: an analysis
 * @kind: which group
 * @rule: (nullable): the rule of a %TL_FINDING_ROW_RULE
 *
 * Returns: (transfer full): a group without findings
 */
TlFindingNode *
tl_finding_node_new_group (TlAnalysis *analysis, TlFindingRowKind kind, const TlRule *rule)
{
  TlFindingNode *self = g_object_new (TL_TYPE_FINDING_NODE, NULL);

  self->analysis = tl_analysis_ref (analysis);
  self->kind = kind;
  self->rule = rule;
  self->key = rule != NULL ? g_strdup (rule->id) : g_strdup_printf ("group %d", kind);
  self->children = tl_finding_list_new (analysis);
  return self;
}

/**
 * tl_finding_node_set_entry:
 * @self: a node that is no group
 * @analysis: a newer analysis
 * @entry: what stands for the same there
 *
 * Brings the node up to date.
 */
void
tl_finding_node_set_entry (TlFindingNode *self, TlAnalysis *analysis, const TlFindingEntry *entry)
{
  g_return_if_fail (TL_IS_FINDING_NODE (self) && self->children == NULL);

  set_entry (self, analysis, entry);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * tl_finding_node_append:
 * @self: a group that nobody looks at yet
 * @finding: (nullable): a finding
 * @waiver: (nullable): instead, a waiver that hides nothing
 */
void
tl_finding_node_append (TlFindingNode *self, const TlFinding *finding, TlItem *waiver)
{
  g_return_if_fail (TL_IS_FINDING_NODE (self) && self->children != NULL);

  tl_finding_list_append (self->children, finding, waiver);
  if (finding != NULL)
    self->n_of[finding->severity]++;
}

/**
 * tl_finding_node_add_waived:
 * @self: the group of a rule
 *
 * Counts one of the rule's findings that is waived.
 */
void
tl_finding_node_add_waived (TlFindingNode *self)
{
  g_return_if_fail (TL_IS_FINDING_NODE (self));

  self->n_waived++;
}

/**
 * tl_finding_node_take_over:
 * @older: a group that is looked at
 * @newer: the same group after a change
 *
 * Brings the older one up to date.
 */
void
tl_finding_node_take_over (gpointer older, gpointer newer)
{
  TlFindingNode *self = older;
  TlFindingNode *other = newer;

  for (TlSeverity severity = 0; severity < TL_N_SEVERITIES; severity++)
    self->n_of[severity] = other->n_of[severity];
  self->n_waived = other->n_waived;
  tl_analysis_ref (other->analysis);
  g_clear_pointer (&self->analysis, tl_analysis_unref);
  self->analysis = other->analysis;
  tl_finding_list_take_over (self->children, other->children);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
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
 * tl_finding_node_get_kind:
 * @self: a node
 *
 * Returns: what it stands for
 */
TlFindingRowKind
tl_finding_node_get_kind (TlFindingNode *self)
{
  g_return_val_if_fail (TL_IS_FINDING_NODE (self), TL_FINDING_ROW_FINDING);

  return self->kind;
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
 * tl_finding_node_get_rule:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the rule, where there is one that this version knows
 */
const TlRule *
tl_finding_node_get_rule (TlFindingNode *self)
{
  g_return_val_if_fail (TL_IS_FINDING_NODE (self), NULL);

  return self->rule;
}

/**
 * tl_finding_node_get_finding:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the finding, where it stands for one
 */
const TlFinding *
tl_finding_node_get_finding (TlFindingNode *self)
{
  g_return_val_if_fail (TL_IS_FINDING_NODE (self), NULL);

  return self->finding;
}

/**
 * tl_finding_node_get_waiver:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the waiver that hides the finding, or that the row is
 */
TlItem *
tl_finding_node_get_waiver (TlFindingNode *self)
{
  g_return_val_if_fail (TL_IS_FINDING_NODE (self), NULL);

  return self->finding != NULL ? self->finding->waiver : self->waiver;
}

/**
 * tl_finding_node_get_item:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): what it is about, of two the first
 */
TlItem *
tl_finding_node_get_item (TlFindingNode *self)
{
  g_return_val_if_fail (TL_IS_FINDING_NODE (self), NULL);

  if (self->finding != NULL)
    return self->finding->n_items > 0 ? self->finding->items[0] : NULL;
  return self->waiver != NULL ? tl_item_get_ref (self->waiver, TL_WAIVER_ABOUT) : NULL;
}

/**
 * tl_finding_node_get_children:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): what is in a group
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
 * Returns: how many findings or waivers it stands for
 */
guint
tl_finding_node_get_n_findings (TlFindingNode *self)
{
  g_return_val_if_fail (TL_IS_FINDING_NODE (self), 0);

  return self->children != NULL ? tl_finding_list_get_n_entries (self->children) : 1;
}

/**
 * tl_finding_node_get_n_of:
 * @self: a group
 * @severity: a severity
 *
 * Returns: how many of its findings have it
 */
guint
tl_finding_node_get_n_of (TlFindingNode *self, TlSeverity severity)
{
  g_return_val_if_fail (TL_IS_FINDING_NODE (self) && severity < TL_N_SEVERITIES, 0);

  return self->n_of[severity];
}

/**
 * tl_finding_node_get_n_waived:
 * @self: the group of a rule
 *
 * Returns: how many of the rule's findings are waived
 */
guint
tl_finding_node_get_n_waived (TlFindingNode *self)
{
  g_return_val_if_fail (TL_IS_FINDING_NODE (self), 0);

  return self->n_waived;
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

static char *
dup_entry_items (const TlFinding *finding, TlItem *waiver)
{
  TlFinding waived = { .n_items = 0 };

  if (finding != NULL)
    return dup_finding_items (finding);
  waived.items[0] = tl_item_get_ref (waiver, TL_WAIVER_ABOUT);
  waived.items[1] = tl_item_get_ref (waiver, TL_WAIVER_WITH);
  while (waived.n_items < 2 && waived.items[waived.n_items] != NULL)
    waived.n_items++;
  return dup_finding_items (&waived);
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
    return dup_entry_items (self->finding, self->waiver);
  names = g_strv_builder_new ();
  n = MIN (most, tl_finding_node_get_n_findings (self));
  for (guint i = 0; i < n; i++)
    {
      const TlFindingEntry *entry = tl_finding_list_get_entry (self->children, i);
      g_autofree char *name = dup_entry_items (entry->finding, entry->waiver);

      g_strv_builder_add (names, name);
    }
  list = g_strv_builder_end (names);
  /* Translators: what stands between two names in a list. */
  return g_strjoinv (C_ ("between names", ", "), list);
}

/**
 * tl_finding_node_dup_detail:
 * @self: a node that is no group
 *
 * Returns: (transfer full): what is wrong there; of a waiver that hides nothing, why it does not
 */
char *
tl_finding_node_dup_detail (TlFindingNode *self)
{
  g_autofree char *state = NULL;

  g_return_val_if_fail (TL_IS_FINDING_NODE (self) && self->children == NULL, NULL);

  if (self->finding != NULL)
    return g_strdup (self->finding->detail);
  state = tl_waiver_dup_state (self->waiver, tl_analysis_get_today (self->analysis));
  if (self->rule == NULL)
    return g_steal_pointer (&state);
  /* Translators: the title of a check, and why a waiver of it does nothing. */
  return g_strdup_printf (C_ ("waiver", "%1$s. %2$s"), tl_rule_get_title (self->rule), state);
}

/* "3 High, 9 Medium", the gravest first. */
static char *
dup_severities (TlFindingNode *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (TlSeverity severity = 0; severity < TL_N_SEVERITIES; severity++)
    if (self->n_of[severity] > 0)
      {
        if (text->len > 0)
          g_string_append (text, C_ ("between severities", ", "));
        /* Translators: how many findings are how grave: "3 High". */
        g_string_append_printf (text, C_ ("severities", "%1$u %2$s"), self->n_of[severity],
                                tl_severity_get_label (severity));
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_group_label (TlFindingNode *self)
{
  guint n = tl_finding_node_get_n_findings (self);
  g_autofree char *items = tl_finding_node_dup_items (self, N_NAMES);
  g_autofree char *severities = dup_severities (self);

  if (self->kind == TL_FINDING_ROW_WAIVED)
    return g_strdup_printf (ngettext ("%u waived finding", "%u waived findings", n), n);
  if (self->kind == TL_FINDING_ROW_IDLE)
    return g_strdup_printf (ngettext ("%u waiver without effect", "%u waivers without effect", n),
                            n);
  /* Translators: name of a check, how many findings, how many of them are how grave, what they are
   * about. */
  return g_strdup_printf (ngettext ("%1$s: %2$u finding, %3$s: %4$s",
                                    "%1$s: %2$u findings, %3$s: %4$s", n),
                          tl_rule_get_title (self->rule), n, severities, items);
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
  g_autofree char *detail = NULL;
  TlItem *waiver;

  g_return_val_if_fail (TL_IS_FINDING_NODE (self), NULL);

  if (self->children != NULL)
    return dup_group_label (self);
  items = dup_entry_items (self->finding, self->waiver);
  detail = tl_finding_node_dup_detail (self);
  waiver = tl_finding_node_get_waiver (self);
  if (waiver != NULL)
    {
      const char *reason = tl_item_get_text (waiver, TL_WAIVER_REASON);
      g_autofree char *terms = tl_waiver_dup_terms (waiver);

      /* Translators: what a finding is about, what is wrong, who has waived it, and why. */
      return g_strdup_printf (C_ ("finding", "%1$s: %2$s %3$s: %4$s"), items, detail, terms,
                              reason != NULL ? reason : "");
    }
  /* Translators: what a finding is about, what is wrong, what to do about it. */
  return g_strdup_printf (C_ ("finding", "%1$s: %2$s %3$s"), items, detail, self->finding->remedy);
}

/**
 * tl_finding_node_get_explained:
 * @self: a node
 *
 * Returns: whether the row tells why its check matters
 */
gboolean
tl_finding_node_get_explained (TlFindingNode *self)
{
  g_return_val_if_fail (TL_IS_FINDING_NODE (self), FALSE);

  return self->is_explained;
}

/**
 * tl_finding_node_set_explained:
 * @self: a node
 * @is_explained: whether the row is to tell why its check matters
 */
void
tl_finding_node_set_explained (TlFindingNode *self, gboolean is_explained)
{
  g_return_if_fail (TL_IS_FINDING_NODE (self));

  if (self->is_explained == is_explained)
    return;
  self->is_explained = is_explained;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

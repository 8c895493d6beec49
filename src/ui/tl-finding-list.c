/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-finding-list.h"

#include "tl-finding-node.h"
#include "tl-lazy-nodes.h"

struct _TlFindingList
{
  GObject parent_instance;

  /* Owned. */
  TlAnalysis *analysis; /* keeps the findings */
  GArray *entries;      /* of TlFindingEntry */
  GPtrArray *nodes;     /* of TlFindingNode, NULL where nobody has asked yet */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlFindingList,
                               tl_finding_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return TL_TYPE_FINDING_NODE;
}

static guint
get_n_items (GListModel *model)
{
  return TL_FINDING_LIST (model)->entries->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TlFindingList *self = TL_FINDING_LIST (model);

  if (position >= self->entries->len)
    return NULL;
  if (self->nodes->pdata[position] == NULL)
    self->nodes->pdata[position]
        = tl_finding_node_new (self->analysis,
                               &g_array_index (self->entries, TlFindingEntry, position));
  return g_object_ref (self->nodes->pdata[position]);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Whether both stand for the same thing, whatever is said of it now. */
static gboolean
is_same (gconstpointer older, gconstpointer newer)
{
  const TlFindingEntry *a = older;
  const TlFindingEntry *b = newer;

  if (a->finding == NULL || b->finding == NULL)
    return a->finding == b->finding && a->waiver == b->waiver;
  return a->finding->rule == b->finding->rule && a->finding->items[0] == b->finding->items[0]
         && a->finding->items[1] == b->finding->items[1];
}

static void
keep_nodes (TlFindingList *self, GPtrArray *nodes, guint from, guint to, guint n)
{
  for (guint i = 0; i < n; i++)
    nodes->pdata[to + i] = g_steal_pointer (&self->nodes->pdata[from + i]);
}

static void
refresh_nodes (TlFindingList *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (self->nodes->pdata[i] != NULL)
      tl_finding_node_set_entry (self->nodes->pdata[i], self->analysis,
                                 &g_array_index (self->entries, TlFindingEntry, i));
}

static void
tl_finding_list_finalize (GObject *object)
{
  TlFindingList *self = TL_FINDING_LIST (object);

  tl_lazy_nodes_free (self->nodes);
  g_array_unref (self->entries);
  tl_analysis_unref (self->analysis);

  G_OBJECT_CLASS (tl_finding_list_parent_class)->finalize (object);
}

static void
tl_finding_list_class_init (TlFindingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_finding_list_finalize;
}

static void
tl_finding_list_init (TlFindingList *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (TlFindingEntry));
  self->nodes = tl_lazy_nodes_new (0);
}

/**
 * tl_finding_list_new:
 * @analysis: whose findings it is to hold
 *
 * Returns: (transfer full): an empty list
 */
TlFindingList *
tl_finding_list_new (TlAnalysis *analysis)
{
  TlFindingList *self = g_object_new (TL_TYPE_FINDING_LIST, NULL);

  self->analysis = tl_analysis_ref (analysis);
  return self;
}

/**
 * tl_finding_list_append:
 * @self: a list that nobody looks at yet
 * @finding: (nullable): a finding of the analysis
 * @waiver: (nullable): instead, a waiver that hides nothing
 */
void
tl_finding_list_append (TlFindingList *self, const TlFinding *finding, TlItem *waiver)
{
  TlFindingEntry entry = { finding, waiver };

  g_array_append_val (self->entries, entry);
  g_ptr_array_add (self->nodes, NULL);
}

/**
 * tl_finding_list_take_over:
 * @self: a list
 * @newer: the same group after a change
 *
 * Makes @self hold what @newer holds. Where both begin and end alike, the nodes stay.
 */
void
tl_finding_list_take_over (TlFindingList *self, TlFindingList *newer)
{
  guint n_old = self->entries->len;
  guint n_new = newer->entries->len;
  GPtrArray *nodes = tl_lazy_nodes_new (n_new);
  guint n_start;
  guint n_end;

  tl_lazy_nodes_compare (self->entries, newer->entries, is_same, &n_start, &n_end);
  keep_nodes (self, nodes, 0, 0, n_start);
  keep_nodes (self, nodes, n_old - n_end, n_new - n_end, n_end);
  tl_lazy_nodes_free (self->nodes);
  self->nodes = nodes;
  g_array_unref (self->entries);
  self->entries = g_array_ref (newer->entries);
  tl_analysis_unref (self->analysis);
  self->analysis = tl_analysis_ref (newer->analysis);
  if (n_old != n_new || n_start + n_end != n_new)
    g_list_model_items_changed (G_LIST_MODEL (self), n_start, n_old - n_start - n_end,
                                n_new - n_start - n_end);
  refresh_nodes (self);
}

/**
 * tl_finding_list_get_n_entries:
 * @self: a list
 *
 * Returns: how many findings or waivers it holds
 */
guint
tl_finding_list_get_n_entries (TlFindingList *self)
{
  return self->entries->len;
}

/**
 * tl_finding_list_get_entry:
 * @self: a list
 * @index: less than tl_finding_list_get_n_entries()
 *
 * Returns: (transfer none): what stands there, without a node being made
 */
const TlFindingEntry *
tl_finding_list_get_entry (TlFindingList *self, guint index)
{
  g_return_val_if_fail (index < self->entries->len, NULL);

  return &g_array_index (self->entries, TlFindingEntry, index);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-outline-list.h"

#include "tl-lazy-nodes.h"

struct _TlOutlineList
{
  GObject parent_instance;

  TlOutlinePlace parent; /* borrowed: the node of the parent owns the list */

  /* Owned. */
  GArray *places;   /* of TlOutlinePlace */
  GPtrArray *nodes; /* of TlOutlineNode, NULL where nobody has asked yet */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlOutlineList,
                               tl_outline_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return TL_TYPE_OUTLINE_NODE;
}

static guint
get_n_items (GListModel *model)
{
  return TL_OUTLINE_LIST (model)->places->len;
}

static const TlOutlinePlace *
get_place (GArray *places, guint position)
{
  return &g_array_index (places, TlOutlinePlace, position);
}

static gpointer
get_item (GListModel *model, guint position)
{
  TlOutlineList *self = TL_OUTLINE_LIST (model);

  if (position >= self->places->len)
    return NULL;
  if (self->nodes->pdata[position] == NULL)
    self->nodes->pdata[position] = tl_outline_node_new (get_place (self->places, position));
  return g_object_ref (self->nodes->pdata[position]);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
tl_outline_list_finalize (GObject *object)
{
  TlOutlineList *self = TL_OUTLINE_LIST (object);

  tl_lazy_nodes_free (self->nodes);
  g_array_unref (self->places);

  G_OBJECT_CLASS (tl_outline_list_parent_class)->finalize (object);
}

static void
tl_outline_list_class_init (TlOutlineListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_outline_list_finalize;
}

static void
tl_outline_list_init (TlOutlineList *self)
{
}

/* Nodes that go on standing for their places, wherever those are now. */
static void
keep_nodes (TlOutlineList *self, GArray *newer, GPtrArray *nodes, guint n_start, guint n_end)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (tl_outline_place_hash, tl_outline_place_equal);
  guint shift = newer->len - self->places->len;

  for (guint i = 0; i < n_start; i++)
    nodes->pdata[i] = g_steal_pointer (&self->nodes->pdata[i]);
  for (guint i = self->places->len - n_end; i < self->places->len; i++)
    nodes->pdata[i + shift] = g_steal_pointer (&self->nodes->pdata[i]);
  for (guint i = n_start; i < self->places->len - n_end; i++)
    if (self->nodes->pdata[i] != NULL)
      g_hash_table_insert (moved, (gpointer) tl_outline_node_get_place (self->nodes->pdata[i]),
                           self->nodes->pdata[i]);
  for (guint i = n_start; i < newer->len - n_end; i++)
    {
      TlOutlineNode *node = g_hash_table_lookup (moved, get_place (newer, i));

      if (node != NULL)
        nodes->pdata[i] = g_object_ref (node);
    }
}

/**
 * tl_outline_list_new:
 * @place: a place; the list borrows what it refers to
 * @session: the session it is about
 *
 * Returns: (transfer full): what is under it
 */
TlOutlineList *
tl_outline_list_new (const TlOutlinePlace *place, TlSession *session)
{
  TlOutlineList *self = g_object_new (TL_TYPE_OUTLINE_LIST, NULL);

  self->parent = *place;
  self->places = tl_outline_place_list (place, session);
  self->nodes = tl_lazy_nodes_new (self->places->len);
  return self;
}

/**
 * tl_outline_list_update:
 * @self: a list
 * @session: the session it is about
 *
 * Brings the list up to date, and what is under its nodes. A node stays as long as its place does.
 *
 * Returns: whether rows have come, gone or moved, here or further down
 */
gboolean
tl_outline_list_update (TlOutlineList *self, TlSession *session)
{
  g_autoptr (GArray) older = g_array_ref (self->places);
  GArray *newer = tl_outline_place_list (&self->parent, session);
  GPtrArray *nodes = tl_lazy_nodes_new (newer->len);
  gboolean has_moved;
  guint n_start;
  guint n_end;

  tl_lazy_nodes_compare (older, newer, tl_outline_place_equal, &n_start, &n_end);
  has_moved = older->len != newer->len || n_start + n_end != newer->len;
  keep_nodes (self, newer, nodes, n_start, n_end);
  tl_lazy_nodes_free (self->nodes);
  g_array_unref (self->places);
  self->nodes = nodes;
  self->places = newer;
  if (has_moved)
    g_list_model_items_changed (G_LIST_MODEL (self), n_start, older->len - n_start - n_end,
                                newer->len - n_start - n_end);
  for (guint i = 0; i < self->nodes->len; i++)
    if (self->nodes->pdata[i] != NULL)
      has_moved |= tl_outline_node_update (self->nodes->pdata[i], session);
  return has_moved;
}

/**
 * tl_outline_list_refresh:
 * @self: a list
 *
 * Has the nodes in it say what they stand for now.
 */
void
tl_outline_list_refresh (TlOutlineList *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (self->nodes->pdata[i] != NULL)
      tl_outline_node_refresh (self->nodes->pdata[i]);
}

/**
 * tl_outline_list_get_place:
 * @self: a list
 * @position: less than its number of items
 *
 * Returns: (transfer none): the place, without a node being made
 */
const TlOutlinePlace *
tl_outline_list_get_place (TlOutlineList *self, guint position)
{
  g_return_val_if_fail (position < self->places->len, NULL);

  return get_place (self->places, position);
}

/**
 * tl_outline_list_find:
 * @self: a list
 * @place: a place
 * @position: (out): where it is
 *
 * Returns: whether it is in the list
 */
gboolean
tl_outline_list_find (TlOutlineList *self, const TlOutlinePlace *place, guint *position)
{
  for (guint i = 0; i < self->places->len; i++)
    if (tl_outline_place_equal (get_place (self->places, i), place))
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

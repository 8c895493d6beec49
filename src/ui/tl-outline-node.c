/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-outline-node.h"

#include "tl-outline-list.h"

struct _TlOutlineNode
{
  GObject parent_instance;

  /* Owned. */
  TlOutlinePlace place;    /* with what it refers to */
  TlOutlineList *children; /* NULL as long as nobody has asked */

  guint is_cut : 1; /* it is to be moved by the next paste */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlOutlineNode, tl_outline_node, G_TYPE_OBJECT)

static void
tl_outline_node_dispose (GObject *object)
{
  TlOutlineNode *self = TL_OUTLINE_NODE (object);

  g_clear_object (&self->children);
  g_clear_object (&self->place.link);
  g_clear_object (&self->place.item);

  G_OBJECT_CLASS (tl_outline_node_parent_class)->dispose (object);
}

static void
tl_outline_node_class_init (TlOutlineNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_outline_node_dispose;

  /**
   * TlOutlineNode::changed:
   * @self: the node
   *
   * The row may say something else than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TL_TYPE_OUTLINE_NODE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_outline_node_init (TlOutlineNode *self)
{
}

/**
 * tl_outline_node_new:
 * @place: a place
 *
 * Returns: (transfer full): what stands there
 */
TlOutlineNode *
tl_outline_node_new (const TlOutlinePlace *place)
{
  TlOutlineNode *self = g_object_new (TL_TYPE_OUTLINE_NODE, NULL);

  self->place = *place;
  if (place->item != NULL)
    g_object_ref (place->item);
  if (place->link != NULL)
    g_object_ref (place->link);
  return self;
}

/**
 * tl_outline_node_update:
 * @self: a node
 * @session: the session it is about
 *
 * Brings up to date what is under the node, as far as anybody has asked for it.
 *
 * Returns: whether rows have come, gone or moved
 */
gboolean
tl_outline_node_update (TlOutlineNode *self, TlSession *session)
{
  gboolean has_moved = FALSE;

  g_return_val_if_fail (TL_IS_OUTLINE_NODE (self), FALSE);

  if (self->children != NULL && tl_outline_place_is_alive (&self->place))
    has_moved = tl_outline_list_update (self->children, session);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return has_moved;
}

/**
 * tl_outline_node_refresh:
 * @self: a node
 *
 * Has the rows at and under the node say what they stand for now. What is under what is as before.
 */
void
tl_outline_node_refresh (TlOutlineNode *self)
{
  g_return_if_fail (TL_IS_OUTLINE_NODE (self));

  if (self->children != NULL)
    tl_outline_list_refresh (self->children);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * tl_outline_node_get_place:
 * @self: a node
 *
 * Returns: (transfer none): the place it is about
 */
const TlOutlinePlace *
tl_outline_node_get_place (TlOutlineNode *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_NODE (self), NULL);

  return &self->place;
}

/**
 * tl_outline_node_get_item:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the item it stands for; %NULL for a heading
 */
TlItem *
tl_outline_node_get_item (TlOutlineNode *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_NODE (self), NULL);

  return tl_outline_place_get_item (&self->place);
}

/**
 * tl_outline_node_get_link:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the link by which the project is where it is
 */
TlItem *
tl_outline_node_get_link (TlOutlineNode *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_NODE (self), NULL);

  return self->place.link;
}

/**
 * tl_outline_node_set_cut:
 * @self: a node
 * @is_cut: whether what stands there is to be moved by the next paste
 */
void
tl_outline_node_set_cut (TlOutlineNode *self, gboolean is_cut)
{
  g_return_if_fail (TL_IS_OUTLINE_NODE (self));

  if (self->is_cut == is_cut)
    return;
  self->is_cut = is_cut;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
tl_outline_node_is_cut (TlOutlineNode *self)
{
  return self->is_cut;
}

/**
 * tl_outline_node_get_children:
 * @self: a node
 * @session: the session it is about
 *
 * A tree asks only once: so there is a list wherever something may come to be, though it be empty.
 *
 * Returns: (transfer none) (nullable): what is under it, kept up to date by
 *   tl_outline_node_update(); %NULL where nothing can be
 */
GListModel *
tl_outline_node_get_children (TlOutlineNode *self, TlSession *session)
{
  g_return_val_if_fail (TL_IS_OUTLINE_NODE (self), NULL);

  if (!tl_outline_place_can_hold (&self->place))
    return NULL;
  if (self->children == NULL)
    self->children = tl_outline_list_new (&self->place, session);
  return G_LIST_MODEL (self->children);
}

/**
 * tl_outline_node_count_children:
 * @self: a node
 * @session: the session it is about
 *
 * Returns: how much is under it now
 */
guint
tl_outline_node_count_children (TlOutlineNode *self, TlSession *session)
{
  GListModel *children = tl_outline_node_get_children (self, session);

  return children != NULL ? g_list_model_get_n_items (children) : 0;
}

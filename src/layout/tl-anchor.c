/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-anchor.h"

#include <string.h>

#include "tl-anchor-lead.h"
#include "tl-net-reduce.h"

/* Below it an order is found in so short a time that it is always sought anew. */
#define DEAR_STEPS 6000

struct _TlAnchor
{
  gatomicrefcount ref_count;
  TlNet *net; /* owned */
  guint64 crossings;
};

static gboolean
is_dear (const TlNet *net)
{
  return net->left.start[net->n_nodes] > DEAR_STEPS;
}

static gboolean
are_same (const void *a, const void *b, int n, gsize size)
{
  /* What holds nothing may be NULL. */
  return n == 0 || memcmp (a, b, size * (gsize) n) == 0;
}

/* Whether an order of the one is as good for the other. Sizes do not count. */
static gboolean
is_same_net (const TlNet *a, const TlNet *b)
{
  int n = a->n_nodes;
  int n_steps = a->left.start[n];

  return n == b->n_nodes && a->n_real == b->n_real && a->n_columns == b->n_columns
         && are_same (a->column, b->column, n, sizeof *a->column)
         && are_same (a->rank, b->rank, n, sizeof *a->rank)
         && are_same (a->parent, b->parent, n, sizeof *a->parent)
         && are_same (a->block, b->block, n, sizeof *a->block)
         && are_same (a->is_head, b->is_head, n, sizeof *a->is_head)
         && are_same (a->left.start, b->left.start, n + 1, sizeof *a->left.start)
         && are_same (a->left.node, b->left.node, n_steps, sizeof *a->left.node)
         && are_same (a->right.node, b->right.node, n_steps, sizeof *a->right.node)
         && are_same (a->left.weight, b->left.weight, n_steps, sizeof *a->left.weight);
}

static TlAnchor *
tl_anchor_new (const TlNet *net, guint64 crossings)
{
  TlAnchor *self = g_new0 (TlAnchor, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->net = tl_net_copy (net);
  self->crossings = crossings;
  return self;
}

/**
 * tl_anchor_ref:
 * @self: an anchor
 *
 * Returns: (transfer full): @self
 */
TlAnchor *
tl_anchor_ref (TlAnchor *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tl_anchor_unref:
 * @self: (transfer full): an anchor
 */
void
tl_anchor_unref (TlAnchor *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  tl_net_free (self->net);
  g_free (self);
}

/**
 * tl_anchor_order:
 * @before: (nullable): the anchor of an earlier layout
 * @net: a net
 * @crossings: (out): how many are left
 *
 * Orders @net so that links cross little. The order of the same net is taken as it is, which is
 * what tl_net_reduce_crossings() would find again. In a large net that differs little from that of
 * @before, nodes keep their places and only those that are new or linked otherwise seek theirs. All
 * else is ordered from scratch. As an anchor is always a net that was, orders never get worse from
 * one to the next: how far they can be from their anchor is limited.
 *
 * Returns: (transfer full): the anchor of the order, for the next one
 */
TlAnchor *
tl_anchor_order (TlAnchor *before, TlNet *net, guint64 *crossings)
{
  if (before != NULL && is_same_net (before->net, net))
    {
      tl_net_set_order (net, before->net->order);
      *crossings = before->crossings;
      return tl_anchor_ref (before);
    }
  if (before != NULL && is_dear (net) && tl_anchor_lead (before->net, net))
    {
      *crossings = tl_net_count_crossings (net);
      return tl_anchor_ref (before);
    }
  *crossings = tl_net_reduce_crossings (net);
  /* What hides most of a plan for a moment leaves the anchor of the whole. */
  if (before != NULL && is_dear (before->net) && !is_dear (net))
    return tl_anchor_ref (before);
  return tl_anchor_new (net, *crossings);
}

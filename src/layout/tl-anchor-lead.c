/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-anchor-lead.h"

#include "tl-sift.h"

/* How far a net may be from one that was ordered from scratch: of fifty nodes one may be new or
 * linked otherwise, and of four one may be gone. What is gone takes its crossings along. */
#define MAX_LOOSE_SHARE 50
#define MAX_GONE_SHARE 4

/* How far loose nodes look for a place: anywhere, unless they are many. */
#define SEEK_WORK 400000
#define MIN_SEEK_REACH 256

#define NOBODY (-1)

typedef struct
{
  const TlNet *then;
  TlNet *now;

  /* Owned. */
  int *from;          /* by node: what it was then, or NOBODY */
  gboolean *is_loose; /* by node */
  gboolean *is_kept;  /* by node of then */
  int n_loose;
} Lead;

static void
clear_lead (Lead *lead)
{
  g_free (lead->from);
  g_free (lead->is_loose);
  g_free (lead->is_kept);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lead, clear_lead)

static void
set_loose (Lead *lead, int node)
{
  lead->n_loose += !lead->is_loose[node];
  lead->is_loose[node] = TRUE;
}

static void
keep (Lead *lead, int node, int before)
{
  lead->from[node] = before;
  lead->is_kept[before] = TRUE;
}

/* Real nodes are the same by their keys. */
static void
find_real (Lead *lead)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (NULL, NULL);

  for (int i = 0; i < lead->then->n_real; i++)
    if (lead->then->key[i] != 0)
      g_hash_table_insert (by_key, GUINT_TO_POINTER (lead->then->key[i]), GINT_TO_POINTER (i + 1));
  for (int i = 0; i < lead->now->n_real; i++)
    {
      int before
          = GPOINTER_TO_INT (g_hash_table_lookup (by_key, GUINT_TO_POINTER (lead->now->key[i])))
            - 1;

      if (before >= 0 && !lead->is_kept[before]
          && lead->then->column[before] == lead->now->column[i])
        keep (lead, i, before);
    }
}

/* Where the chain ends that a virtual node is part of. */
static int
find_end (const TlNet *net, int node)
{
  while (node >= net->n_real)
    node = net->right.node[net->right.start[node]];
  return node;
}

/* Virtual nodes are the same where their edges are; they are numbered from left to right. */
static void
find_virtual (Lead *lead)
{
  const TlNet *then = lead->then;
  const TlNet *now = lead->now;

  for (int i = now->n_real; i < now->n_nodes; i++)
    {
      int before = lead->from[now->left.node[now->left.start[i]]];
      int end = lead->from[find_end (now, i)];

      if (before == NOBODY || end == NOBODY)
        continue;
      for (int a = then->right.start[before]; a < then->right.start[before + 1]; a++)
        {
          int node = then->right.node[a];

          if (node < then->n_real || lead->is_kept[node] || find_end (then, node) != end)
            continue;
          keep (lead, i, node);
          break;
        }
    }
}

/* Whether a node has the links that it had, but for those to what is gone. */
static gboolean
has_same_links (const Lead *lead, const TlAdjacency *then, const TlAdjacency *now, int node)
{
  int t = then->start[lead->from[node]];
  int end = then->start[lead->from[node] + 1];

  for (int n = now->start[node]; n < now->start[node + 1]; n++, t++)
    {
      int before = lead->from[now->node[n]];

      while (t < end && !lead->is_kept[then->node[t]])
        t++;
      if (t == end || then->node[t] != before || then->weight[t] > now->weight[n]
          || then->weight[t] < now->weight[n])
        return FALSE;
    }
  while (t < end && !lead->is_kept[then->node[t]])
    t++;
  return t == end;
}

static void
loosen_partners (Lead *lead, int node)
{
  const TlAdjacency *right = &lead->now->right;

  for (int a = right->start[node]; a < right->start[node + 1]; a++)
    set_loose (lead, right->node[a]);
}

static gboolean
is_in_same_block (const Lead *lead, int node)
{
  int parent_then = lead->then->parent[lead->from[node]];
  int parent_now = lead->now->parent[node];

  if (parent_now >= 0)
    return lead->from[parent_now] == parent_then;
  return parent_then < 0 && lead->then->block[lead->from[node]] == lead->now->block[node];
}

static void
find_loose (Lead *lead)
{
  for (int i = 0; i < lead->now->n_nodes; i++)
    {
      if (lead->from[i] == NOBODY || !has_same_links (lead, &lead->then->left, &lead->now->left, i)
          || !has_same_links (lead, &lead->then->right, &lead->now->right, i))
        set_loose (lead, i);
      /* What has gone to another block takes along what it is linked with. */
      if (lead->from[i] != NOBODY && !is_in_same_block (lead, i))
        {
          set_loose (lead, i);
          loosen_partners (lead, i);
        }
    }
}

/* Where goals have changed places, nothing is where it should be. */
static gboolean
are_ranks_kept (const Lead *lead)
{
  g_autofree int *last = g_new (int, lead->now->n_columns + 1);

  for (int c = 0; c < lead->now->n_columns; c++)
    last[c] = NOBODY;
  for (int i = 0; i < lead->now->n_real; i++)
    {
      int c = lead->now->column[i];

      if (lead->from[i] == NOBODY || lead->now->rank[i] == TL_LAYOUT_FREE)
        continue;
      if (lead->then->rank[lead->from[i]] < last[c])
        return FALSE;
      last[c] = lead->then->rank[lead->from[i]];
    }
  return TRUE;
}

static gboolean
is_near (const Lead *lead)
{
  int n_gone = lead->then->n_real;

  for (int i = 0; i < lead->then->n_real; i++)
    n_gone -= lead->is_kept[i];
  return lead->n_loose <= lead->now->n_nodes / MAX_LOOSE_SHARE
         && n_gone <= lead->then->n_real / MAX_GONE_SHARE;
}

static void
add_share (const Lead *lead, const TlAdjacency *adjacency, int node, double *sum, int *n)
{
  for (int a = adjacency->start[node]; a < adjacency->start[node + 1]; a++)
    {
      int before = lead->from[adjacency->node[a]];

      if (before == NOBODY)
        continue;
      *sum += (double) lead->then->position[before]
              / tl_net_get_column_size (lead->then, lead->then->column[before]);
      (*n)++;
    }
}

/* As far down its column as what it is linked with is down theirs. */
static double
guess_place (const Lead *lead, int node)
{
  int size = tl_net_get_column_size (lead->now, lead->now->column[node]);
  double sum = 0;
  int n = 0;

  add_share (lead, &lead->now->left, node, &sum, &n);
  add_share (lead, &lead->now->right, node, &sum, &n);
  return n > 0 ? size * sum / n : size;
}

static void
place (Lead *lead)
{
  TlNet *now = lead->now;
  g_autofree double *keys = g_new (double, now->n_nodes + 1);

  for (int i = 0; i < now->n_nodes; i++)
    keys[i] = lead->from[i] != NOBODY ? lead->then->position[lead->from[i]] : guess_place (lead, i);
  for (int c = 0; c < now->n_columns; c++)
    tl_net_sort_column (now, c, keys);
}

/**
 * tl_anchor_lead:
 * @then: a net in the order that was found for it
 * @net: another net
 *
 * Orders @net after @then, where they differ little: what is in both keeps its order, and what is
 * new or linked otherwise is put where links cross least. What results depends on the two alone.
 *
 * Returns: whether they are near enough; if not, the order of @net is as it was
 */
gboolean
tl_anchor_lead (const TlNet *then, TlNet *net)
{
  g_auto (Lead) lead = { then, net, NULL, NULL, NULL, 0 };

  if (then->n_columns != net->n_columns)
    return FALSE;
  lead.from = g_new (int, net->n_nodes + 1);
  lead.is_loose = g_new0 (gboolean, net->n_nodes + 1);
  lead.is_kept = g_new0 (gboolean, then->n_nodes + 1);
  for (int i = 0; i < net->n_nodes; i++)
    lead.from[i] = NOBODY;
  find_real (&lead);
  find_virtual (&lead);
  find_loose (&lead);
  if (!is_near (&lead) || !are_ranks_kept (&lead))
    return FALSE;
  place (&lead);
  tl_sift_nodes (net, lead.is_loose, MAX (MIN_SEEK_REACH, SEEK_WORK / (lead.n_loose + 1)));
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-layout"

#include "tl-net-reduce.h"

#include <string.h>

#include "tl-sift.h"
#include "tl-spectral.h"
#include "tl-sweep.h"

#define MAX_SWEEPS 8
#define MAX_STALE_SWEEPS 2

/* Sifting looks everywhere in a small graph and nearby in a large one. */
#define SIFT_WORK 150000
#define MIN_SIFT_REACH 32
#define MAX_SIFTINGS 12

/* A sifting that saves less than this share of the crossings is the last. */
#define SIFT_SETTLED 0.005

/* Small graphs are worth another try, or many: a plan of usual size is laid out while one blinks.
 */
#define RETRY_WORK 4000
#define MAX_RETRIES 60
#define MIN_RETRIES 10
#define RETRY_SEED 1

/* Which share of the nodes loses its place before a try, in turns. */
static const double LOOSE_SHARES[] = { 0.05, 0.15, 0.4 };

/* The best order that was met. */
typedef struct
{
  int *order;
  guint64 crossings;
} Best;

static void
clear_best (Best *best)
{
  g_free (best->order);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Best, clear_best)

static gboolean
keep_if_better (const TlNet *net, Best *best)
{
  guint64 crossings = tl_net_count_crossings (net);

  if (best->order != NULL && crossings >= best->crossings)
    return FALSE;
  if (best->order == NULL)
    best->order = g_new (int, net->n_nodes + 1);
  best->crossings = crossings;
  memcpy (best->order, net->order, sizeof (int) * (gsize) net->n_nodes);
  return TRUE;
}

static void
start_from_waves (TlNet *net)
{
  g_autofree double *places = g_new (double, net->n_nodes + 1);

  tl_spectral_place (net, places);
  for (int c = 0; c < net->n_columns; c++)
    tl_net_sort_column (net, c, places);
}

static void
sweep (TlNet *net, Best *best)
{
  int stale = 0;

  for (int i = 0; i < MAX_SWEEPS && stale < MAX_STALE_SWEEPS; i++)
    {
      if (i % 2 == 0)
        tl_sweep_right (net);
      else
        tl_sweep_left (net);
      stale = keep_if_better (net, best) ? 0 : stale + 1;
    }
}

static void
sift (TlNet *net)
{
  int n_steps = net->left.start[net->n_nodes];
  int reach = MAX (MIN_SIFT_REACH, SIFT_WORK / (n_steps + 1));
  guint64 crossings = tl_net_count_crossings (net);

  for (int i = 0; i < MAX_SIFTINGS && crossings > 0; i++)
    {
      guint64 saved = tl_sift_columns (net, reach);

      crossings -= saved;
      if (saved == 0 || (double) saved < SIFT_SETTLED * (double) crossings)
        break;
    }
}

static void
throw_about (TlNet *net, GRand *rand, double share)
{
  g_autofree double *keys = g_new (double, net->n_nodes + 1);

  for (int i = 0; i < net->n_nodes; i++)
    if (g_rand_double (rand) < share)
      keys[i] = g_rand_double (rand) * tl_net_get_column_size (net, net->column[i]);
    else
      keys[i] = net->position[i];
  for (int c = 0; c < net->n_columns; c++)
    tl_net_sort_column (net, c, keys);
}

/* Sifting ends where no single node can better its place. Throwing some about leads out of there.
 */
static void
retry (TlNet *net, Best *best)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (RETRY_SEED);
  int n_retries = RETRY_WORK / (net->left.start[net->n_nodes] + 1);

  if (n_retries < MIN_RETRIES)
    return;
  for (int i = 0; i < MIN (n_retries, MAX_RETRIES) && best->crossings > 0; i++)
    {
      tl_net_set_order (net, best->order);
      throw_about (net, rand, LOOSE_SHARES[i % (int) G_N_ELEMENTS (LOOSE_SHARES)]);
      sift (net);
      keep_if_better (net, best);
    }
}

/**
 * tl_net_reduce_crossings:
 * @net: a net
 *
 * Orders the columns such that links cross as little as can be found in short time: all columns at
 * once along the slowest wave of the graph, then by barycentre sweeps if these are better, then by
 * sifting, in small graphs from several starts. Ranks and blocks are kept. The same graph gets the
 * same order each time.
 *
 * Returns: the number of crossings left
 */
guint64
tl_net_reduce_crossings (TlNet *net)
{
  g_auto (Best) best = { 0 };

  if (net->n_nodes == 0)
    return 0;
  keep_if_better (net, &best);
  if (best.crossings == 0)
    return 0;
  start_from_waves (net);
  keep_if_better (net, &best);
  sweep (net, &best);
  tl_net_set_order (net, best.order);
  sift (net);
  keep_if_better (net, &best);
  retry (net, &best);
  tl_net_set_order (net, best.order);
  return best.crossings;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-lazy-nodes.h"

/**
 * tl_lazy_nodes_new:
 * @n: how many entries there are
 *
 * Returns: (transfer full): as many nodes that nobody has asked for
 */
GPtrArray *
tl_lazy_nodes_new (guint n)
{
  GPtrArray *nodes = g_ptr_array_new ();

  g_ptr_array_set_size (nodes, (int) n);
  return nodes;
}

/**
 * tl_lazy_nodes_free:
 * @nodes: (transfer full): nodes
 *
 * Lets go of those that were made. No function of the array's own can do that, because it would be
 * called for those that are %NULL.
 */
void
tl_lazy_nodes_free (GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    if (nodes->pdata[i] != NULL)
      g_object_unref (nodes->pdata[i]);
  g_ptr_array_unref (nodes);
}

static gconstpointer
get_entry (GArray *entries, guint index)
{
  return entries->data + (gsize) index * g_array_get_element_size (entries);
}

/**
 * tl_lazy_nodes_compare:
 * @older: the entries before a change
 * @newer: those after it, of the same size
 * @is_same: whether two of them stand for the same thing
 * @n_start: (out): at how many entries both begin alike
 * @n_end: (out): at how many others both end alike
 *
 * Finds what a change has left alone.
 */
void
tl_lazy_nodes_compare (GArray *older,
                       GArray *newer,
                       GEqualFunc is_same,
                       guint *n_start,
                       guint *n_end)
{
  guint most = MIN (older->len, newer->len);

  *n_start = *n_end = 0;
  while (*n_start < most && is_same (get_entry (older, *n_start), get_entry (newer, *n_start)))
    (*n_start)++;
  while (*n_end < most - *n_start
         && is_same (get_entry (older, older->len - 1 - *n_end),
                     get_entry (newer, newer->len - 1 - *n_end)))
    (*n_end)++;
}

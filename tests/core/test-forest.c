/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-forest.h"

#define N_NODES 60
#define N_ROUNDS 200

/* What the forest says is what a walk from node to node finds, whatever the order of growth. */
static void
test_against_walk (void)
{
  static int nodes[N_NODES];
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_refused = 0;

  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (TlForest) forest = tl_forest_new ();
      int above[N_NODES];

      for (int i = 0; i < N_NODES; i++)
        above[i] = -1;
      for (int i = 0; i < 2 * N_NODES; i++)
        {
          int node = g_rand_int_range (rand, 0, N_NODES);
          int target = g_rand_int_range (rand, 0, N_NODES);
          int walked = target;

          if (above[node] >= 0)
            continue;
          while (walked >= 0 && walked != node)
            walked = above[walked];
          g_assert_cmpint (tl_forest_is_below (forest, &nodes[target], &nodes[node]), ==,
                           walked == node);
          if (walked == node)
            {
              n_refused++;
              continue;
            }
          above[node] = target;
          tl_forest_put_below (forest, &nodes[node], &nodes[target]);
        }
    }
  g_assert_cmpuint (n_refused, >, N_ROUNDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forest/against-walk", test_against_walk);
  return g_test_run ();
}

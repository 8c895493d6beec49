/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "tl-sharing.h"

/* Who takes a step notes it in a list of its own. */
typedef struct
{
  GArray *indices; /* of guint */
  int *n_taken;    /* a step: how often */
} Taker;

static void
take (guint index, gpointer data)
{
  Taker *taker = data;

  g_array_append_val (taker->indices, index);
  taker->n_taken[index]++;
}

/* Each step is taken once: by the thread in a rising row from the first one, and by the other in a
 * falling row from the last one. */
static void
test_all_taken_once (void)
{
  static const guint sizes[] = { 0, 1, 63, 64, 65, 128, 1000, 50000 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autofree int *n_taken = g_new0 (int, sizes[s] + 1);
      Taker thread = { g_array_new (FALSE, FALSE, sizeof (guint)), n_taken };
      Taker here = { g_array_new (FALSE, FALSE, sizeof (guint)), n_taken };
      TlSharing sharing;

      tl_sharing_begin (&sharing, "test", sizes[s], take, &thread);
      tl_sharing_end (&sharing, &here);
      for (guint i = 0; i < sizes[s]; i++)
        g_assert_cmpint (n_taken[i], ==, 1);
      for (guint i = 0; i < thread.indices->len; i++)
        g_assert_cmpuint (g_array_index (thread.indices, guint, i), ==, i);
      for (guint i = 0; i < here.indices->len; i++)
        g_assert_cmpuint (g_array_index (here.indices, guint, i), ==, sizes[s] - 1 - i);
      g_assert_cmpuint (thread.indices->len + here.indices->len, ==, sizes[s]);
      g_array_unref (thread.indices);
      g_array_unref (here.indices);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sharing/all-taken-once", test_all_taken_once);
  return g_test_run ();
}

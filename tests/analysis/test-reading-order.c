/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filter-plan.h"
#include "tl-reading-order.h"

/* By rank the second goal is first; a project stands where it serves first, and once. */
static void
test_order (void)
{
  static const char *const expected[]
      = { "g2", "o2", "p3", "o3", "g1", "o1", "c1", "p1", "g3", "p2", "p4",
          "p5", "uw", "us", "up", "ma", "bo", "l1", "l2", "i1", "w1", "v1" };
  g_autoptr (TlAnalysis) analysis = filter_plan_new ();
  g_autoptr (GPtrArray) order = tl_reading_order_new (tl_analysis_get_alignment (analysis));

  g_assert_cmpuint (order->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < order->len; i++)
    g_assert_cmpstr (tl_item_get_id (order->pdata[i]), ==, expected[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading-order", test_order);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan.h"
#include "tl-layout.h"

#include <math.h>

static const TlLayoutOptions options = TL_LAYOUT_OPTIONS_DEFAULT;

static void
assert_no_overlap (const TlLayoutGraph *graph, const TlLayout *layout)
{
  for (int i = 0; i < tl_layout_graph_get_n_nodes (graph); i++)
    for (int k = 0; k < i; k++)
      {
        gboolean are_both_pinned = tl_layout_graph_get_node (graph, i).is_pinned
                                   && tl_layout_graph_get_node (graph, k).is_pinned;

        if (!are_both_pinned)
          g_assert_false (
              tl_rect_intersects (tl_layout_get_node (layout, i), tl_layout_get_node (layout, k)));
      }
}

/* A goal, two objectives of it and a project for each. */
static TlLayoutGraph *
create_small (void)
{
  TlLayoutGraph *graph = tl_layout_graph_new ();
  int goal = tl_layout_graph_add_node (graph, 0, 100, 40);

  for (int i = 0; i < 2; i++)
    {
      int objective = tl_layout_graph_add_node (graph, 1, 100, 40);
      int project = tl_layout_graph_add_node (graph, 2, 100, 40);

      tl_layout_graph_set_parent (graph, objective, goal);
      tl_layout_graph_add_edge (graph, goal, objective, 1);
      tl_layout_graph_add_edge (graph, objective, project, 1);
    }
  return graph;
}

#define GOAL 0
#define OBJECTIVE 1
#define PROJECT 2

static void
test_stays (void)
{
  g_autoptr (TlLayoutGraph) graph = create_small ();
  g_autoptr (TlLayout) layout = NULL;
  TlRect pinned;

  tl_layout_graph_pin_node (graph, PROJECT, tl_point (700, -300));
  layout = tl_layout_new (graph, &options);
  pinned = tl_layout_get_node (layout, PROJECT);
  g_assert_cmpfloat (pinned.x, ==, 700);
  g_assert_cmpfloat (pinned.y, ==, -300);
  g_assert_cmpfloat (pinned.height, ==, 40);
  g_assert_cmpint (tl_layout_get_place (layout, PROJECT), ==, -1);
  g_assert_cmpfloat (tl_layout_get_bounds (layout).width, ==, 800);
}

/* A pinned parent is as high as was asked, and its block stays together where it was. */
static void
test_pinned_parent (void)
{
  g_autoptr (TlLayoutGraph) graph = create_small ();
  g_autoptr (TlLayout) before = tl_layout_new (graph, &options);
  g_autoptr (TlLayout) layout = NULL;

  tl_layout_graph_pin_node (graph, GOAL, tl_point (0, 400));
  layout = tl_layout_new (graph, &options);
  g_assert_cmpfloat (tl_layout_get_node (layout, GOAL).height, ==, 40);
  for (int i = 1; i < tl_layout_graph_get_n_nodes (graph); i++)
    g_assert_cmpfloat (tl_layout_get_node (layout, i).y, ==, tl_layout_get_node (before, i).y);
}

/* Pinned where it lies, a card is not in anybody's way. */
static void
test_pin_here (void)
{
  g_autoptr (TlLayoutGraph) graph = create_small ();
  g_autoptr (TlLayout) before = tl_layout_new (graph, &options);
  TlRect here = tl_layout_get_node (before, PROJECT);
  g_autoptr (TlLayout) layout = NULL;

  tl_layout_graph_pin_node (graph, PROJECT, tl_point (here.x, here.y));
  layout = tl_layout_new (graph, &options);
  for (int i = 0; i < tl_layout_graph_get_n_nodes (graph); i++)
    g_assert_cmpfloat (tl_layout_get_node (layout, i).y, ==, tl_layout_get_node (before, i).y);
}

static const struct
{
  TlPoint corner; /* of the project; its objective is at 180, 0 and 100 wide */
  gboolean is_upright;
  TlPoint from; /* on the objective, from the middle of its left end */
} sides[] = {
  { { 500, 0 }, FALSE, { 100, 0 } },    { { 300, 200 }, TRUE, { 50, 20 } },
  { { 310, 200 }, FALSE, { 100, 0 } },  { { -200, 0 }, FALSE, { 0, 0 } },
  { { 180, -200 }, TRUE, { 50, -20 } }, { { 180, 0 }, TRUE, { 50, 20 } },
};

static void
test_sides (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
      int objective = tl_layout_graph_add_node (graph, 1, 100, 40);
      int project = tl_layout_graph_add_node (graph, 2, 100, 40);
      int edge = tl_layout_graph_add_edge (graph, objective, project, 1);
      g_autoptr (TlLayout) layout = NULL;
      const TlPoint *points;
      int n;

      g_test_message ("case %u", i);
      tl_layout_graph_pin_node (graph, objective, tl_point (180, 0));
      tl_layout_graph_pin_node (graph, project, sides[i].corner);
      layout = tl_layout_new (graph, &options);
      points = tl_layout_get_route (layout, edge, &n);
      g_assert_cmpint (n, ==, 2);
      g_assert_cmpint (tl_layout_is_upright (layout, edge), ==, sides[i].is_upright);
      g_assert_cmpfloat (points[0].x, ==, 180 + sides[i].from.x);
      g_assert_cmpfloat (points[0].y, ==, 20 + sides[i].from.y);
    }
}

/* Links to pinned cards take their place among the others at a side. */
static void
test_order_at_side (void)
{
  g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
  int objective = tl_layout_graph_add_node (graph, 0, 100, 40);
  double ends[3];
  g_autoptr (TlLayout) layout = NULL;

  for (int i = 0; i < 3; i++)
    tl_layout_graph_add_edge (graph, objective, tl_layout_graph_add_node (graph, 1, 100, 40), 1);
  tl_layout_graph_pin_node (graph, 1, tl_point (600, 900));
  layout = tl_layout_new (graph, &options);
  for (int e = 0; e < 3; e++)
    {
      int n;

      ends[e] = tl_layout_get_route (layout, e, &n)[0].y;
    }
  g_assert_cmpfloat (ends[1], <, ends[2]);
  g_assert_cmpfloat (ends[2], <, ends[0]);
}

/* Whatever is pinned wherever, nothing that is computed lies under it, and ranks hold. */
static void
test_room (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 40; round++)
    {
      g_autoptr (TlLayoutGraph) graph = plan_new (PLAN_CLUSTERED, 60, 1, PLAN_SHUFFLED);
      g_autoptr (TlLayout) layout = NULL;
      int n = tl_layout_graph_get_n_nodes (graph);

      for (int i = 0; i < 1 + round / 2; i++)
        tl_layout_graph_pin_node (graph, g_rand_int_range (rand, 0, n),
                                  tl_point (g_rand_double_range (rand, -200, 1000),
                                            g_rand_double_range (rand, -200, 3000)));
      layout = tl_layout_new (graph, &options);
      assert_no_overlap (graph, layout);
    }
}

/* Nothing changes for what is far from all that is pinned. */
static void
test_no_farther_than_needed (void)
{
  g_autoptr (TlLayoutGraph) graph = plan_new (PLAN_CLUSTERED, 60, 1, PLAN_SHUFFLED);
  g_autoptr (TlLayoutGraph) pinned = plan_new (PLAN_CLUSTERED, 60, 1, PLAN_SHUFFLED);
  int extra = tl_layout_graph_add_node (pinned, 0, 100, 40);
  g_autoptr (TlLayout) before = tl_layout_new (graph, &options);
  g_autoptr (TlLayout) layout = NULL;

  tl_layout_graph_pin_node (pinned, extra, tl_point (0, 1e6));
  layout = tl_layout_new (pinned, &options);
  for (int i = 0; i < tl_layout_graph_get_n_nodes (graph); i++)
    {
      TlRect a = tl_layout_get_node (before, i);
      TlRect b = tl_layout_get_node (layout, i);

      g_assert_cmpfloat (a.y, ==, b.y);
      g_assert_cmpfloat (a.height, ==, b.height);
    }
}

/* A parent whose first child has to go down goes with it. */
static void
test_parent_goes_along (void)
{
  g_autoptr (TlLayoutGraph) graph = create_small ();
  g_autoptr (TlLayout) layout = NULL;
  int extra = tl_layout_graph_add_node (graph, 1, 100, 40);
  TlRect goal;

  tl_layout_graph_pin_node (graph, extra, tl_point (180, 0));
  layout = tl_layout_new (graph, &options);
  goal = tl_layout_get_node (layout, GOAL);
  g_assert_cmpfloat (goal.y, ==, 48);
  g_assert_cmpfloat (tl_layout_get_node (layout, OBJECTIVE).y, ==, 48);
  g_assert_cmpfloat (goal.height, ==, 88);
}

/* Where cards are held, nothing moves, and a newcomer finds the nearest room beside what it is
 * linked with; without a link it comes last. */
static void
test_held (void)
{
  g_autoptr (TlLayoutGraph) graph = tl_layout_graph_new ();
  g_autoptr (TlLayout) layout = NULL;
  int objective = tl_layout_graph_add_node (graph, 1, 100, 40);
  int newcomer, stranger, second;

  tl_layout_graph_hold_node (graph, objective, tl_point (180, 200));
  for (int i = 0; i < 8; i++)
    tl_layout_graph_hold_node (graph, tl_layout_graph_add_node (graph, 2, 100, 40),
                               tl_point (360, i < 4 ? i * 48 : i * 48 + 56));
  newcomer = tl_layout_graph_add_node (graph, 2, 100, 40);
  second = tl_layout_graph_add_node (graph, 2, 100, 40);
  stranger = tl_layout_graph_add_node (graph, 2, 100, 40);
  tl_layout_graph_widen_column (graph, 0, 100);
  tl_layout_graph_add_edge (graph, objective, newcomer, 1);
  tl_layout_graph_add_edge (graph, objective, second, 1);
  layout = tl_layout_new (graph, &options);
  g_assert_cmpfloat (tl_layout_get_node (layout, objective).y, ==, 200);
  g_assert_cmpfloat (tl_layout_get_node (layout, newcomer).y, ==, 200);
  g_assert_cmpfloat (tl_layout_get_node (layout, second).y, ==, 440);
  g_assert_cmpfloat (tl_layout_get_node (layout, stranger).y, ==, 488);
  assert_no_overlap (graph, layout);
}

/* Any cards held anywhere: the rest finds room. */
static void
test_held_room (void)
{
  for (int round = 0; round < 10; round++)
    {
      g_autoptr (TlLayoutGraph) graph = plan_new (PLAN_CLUSTERED, 60, 1, PLAN_SHUFFLED);
      g_autoptr (TlLayout) before = tl_layout_new (graph, &options);
      g_autoptr (TlLayout) layout = NULL;

      for (int i = 0; i < tl_layout_graph_get_n_nodes (graph); i++)
        if (i % (round + 2) != 0)
          tl_layout_graph_hold_node (graph, i,
                                     tl_point (tl_layout_get_node (before, i).x,
                                               tl_layout_get_node (before, i).y));
      layout = tl_layout_new (graph, &options);
      assert_no_overlap (graph, layout);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pins/stays", test_stays);
  g_test_add_func ("/pins/pinned-parent", test_pinned_parent);
  g_test_add_func ("/pins/pin-here", test_pin_here);
  g_test_add_func ("/pins/sides", test_sides);
  g_test_add_func ("/pins/order-at-side", test_order_at_side);
  g_test_add_func ("/pins/room", test_room);
  g_test_add_func ("/pins/no-farther-than-needed", test_no_farther_than_needed);
  g_test_add_func ("/pins/parent-goes-along", test_parent_goes_along);
  g_test_add_func ("/pins/held", test_held);
  g_test_add_func ("/pins/held-room", test_held_room);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "sample.h"
#include "tl-effort.h"

/* P1 has 40 days, 3/4 of its strength in G1 by two links; P2 has 10, all of them in G2; P3's days
 * are not recorded. G1 has 30 of the 50 days, G2 20; the weights are 50 and 25 of 75. */
#define PLAN                                                                                       \
  "{'goals':[{'id':'G1','priority':1,'weight':50},{'id':'G2','priority':2,'weight':25},"           \
  "{'id':'G3','status':'retired','weight':25}],"                                                   \
  "'objectives':[{'id':'O1','goal':'G1'},{'id':'O2','goal':'G1'},{'id':'O3','goal':'G2'},"         \
  "{'id':'O4','goal':'G3'}],"                                                                      \
  "'projects':[{'id':'P1','status':'live','effortDays':40},"                                       \
  "{'id':'P2','status':'live','effortDays':10},{'id':'P3','status':'live'},"                       \
  "{'id':'P4','status':'idea','effortDays':99}],"                                                  \
  "'links':[{'id':'L1','project':'P1','target':'O1','strength':'strong'},"                         \
  "{'id':'L2','project':'P1','target':'O2','strength':'medium'},"                                  \
  "{'id':'L3','project':'P1','target':'O3','strength':'medium'},"                                  \
  "{'id':'L4','project':'P2','target':'O3','strength':'weak'},"                                    \
  "{'id':'L5','project':'P3','target':'O1','strength':'strong'},"                                  \
  "{'id':'L6','project':'P4','target':'O1','strength':'strong'},"                                  \
  "{'id':'L7','project':'P2','target':'O4','strength':'strong'}]}"

typedef struct
{
  TlWorkspace *workspace;
  TlAlignment *alignment;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer plan)
{
  fixture->workspace = sample_read_text (plan);
  fixture->alignment = tl_alignment_new (fixture->workspace);
}

static void
tear_down (Fixture *fixture, gconstpointer plan)
{
  tl_alignment_unref (fixture->alignment);
  g_object_unref (fixture->workspace);
}

static TlItem *
get (Fixture *fixture, const char *id)
{
  return tl_workspace_lookup (fixture->workspace, id);
}

static void
assert_pulls (Fixture *fixture, const char *goal, const char *const *ids, const double *days)
{
  g_autoptr (GArray) pulls = tl_effort_list_pulls (fixture->alignment, get (fixture, goal));

  g_assert_cmpuint (pulls->len, ==, g_strv_length ((char **) ids));
  for (guint i = 0; i < pulls->len; i++)
    {
      const TlPull *pull = &g_array_index (pulls, TlPull, i);

      g_assert_cmpstr (tl_item_get_id (pull->project), ==, ids[i]);
      g_assert_cmpfloat_with_epsilon (pull->days, days[i], 1e-9);
    }
}

static void
test_pulls (Fixture *fixture, gconstpointer plan)
{
  assert_pulls (fixture, "G1", (const char *const[]) { "P1", "P3", NULL },
                (const double[]) { 30, 0 });
  assert_pulls (fixture, "G2", (const char *const[]) { "P1", "P2", NULL },
                (const double[]) { 10, 10 });
}

static void
test_weights (Fixture *fixture, gconstpointer plan)
{
  TlItem *first = get (fixture, "G1");
  TlItem *second = get (fixture, "G2");

  g_assert_cmpfloat_with_epsilon (tl_effort_get_weight (fixture->alignment, first), 2. / 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (tl_effort_get_gap (fixture->alignment, first), .6 - .5, 1e-9);
  g_assert_cmpfloat_with_epsilon (tl_effort_get_gap (fixture->alignment, second), .4 - .25, 1e-9);
  g_assert_cmpfloat_with_epsilon (tl_effort_get_days_wanted (fixture->alignment, first),
                                  50 * 2. / 3 - 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (tl_effort_get_days_wanted (fixture->alignment, second),
                                  50 / 3. - 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (tl_effort_get_days_to_move (fixture->alignment), 20 - 50 / 3.,
                                  1e-9);
}

/* Nothing to compare with: not a number, and never a number that looks like one. */
static void
test_unknown (Fixture *fixture, gconstpointer plan)
{
  TlItem *goal = get (fixture, "G1");

  g_assert_true (isnan (tl_effort_get_gap (fixture->alignment, goal)));
  g_assert_true (isnan (tl_effort_get_days_wanted (fixture->alignment, goal)));
  g_assert_true (isnan (tl_effort_get_days_to_move (fixture->alignment)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/effort/pulls", Fixture, PLAN, set_up, test_pulls, tear_down);
  g_test_add ("/effort/weights", Fixture, PLAN, set_up, test_weights, tear_down);
  g_test_add ("/effort/no-days", Fixture,
              "{'goals':[{'id':'G1','weight':50}],'objectives':[{'id':'O1','goal':'G1'}],"
              "'projects':[{'id':'P1','status':'live'}],"
              "'links':[{'id':'L1','project':'P1','target':'O1'}]}",
              set_up, test_unknown, tear_down);
  g_test_add ("/effort/no-weights", Fixture,
              "{'goals':[{'id':'G1'}],'objectives':[{'id':'O1','goal':'G1'}],"
              "'projects':[{'id':'P1','status':'live','effortDays':5}],"
              "'links':[{'id':'L1','project':'P1','target':'O1'}]}",
              set_up, test_unknown, tear_down);
  return g_test_run ();
}

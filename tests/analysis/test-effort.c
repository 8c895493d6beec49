/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"
#include "tl-effort.h"

/* P1 has 40 days, 3/4 of its strength in G1 by two links; P2 has 10, all of them in G2; P3's days
 * are not recorded. */
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
assert_parts (Fixture *fixture, const char *goal, const char *const *ids, const double *days)
{
  g_autoptr (GArray) parts = tl_effort_list_parts (fixture->alignment, get (fixture, goal));

  g_assert_cmpuint (parts->len, ==, g_strv_length ((char **) ids));
  for (guint i = 0; i < parts->len; i++)
    {
      const TlEffortPart *part = &g_array_index (parts, TlEffortPart, i);

      g_assert_cmpstr (tl_item_get_id (part->project), ==, ids[i]);
      g_assert_cmpfloat_with_epsilon (part->days, days[i], 1e-9);
    }
}

static void
test_parts (Fixture *fixture, gconstpointer plan)
{
  assert_parts (fixture, "G1", (const char *const[]) { "P1", "P3", NULL },
                (const double[]) { 30, 0 });
  assert_parts (fixture, "G2", (const char *const[]) { "P1", "P2", NULL },
                (const double[]) { 10, 10 });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/effort/parts", Fixture, PLAN, set_up, test_parts, tear_down);
  return g_test_run ();
}

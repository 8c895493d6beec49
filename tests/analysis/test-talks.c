/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"
#include "tl-talks.h"

#define PLAN                                                                                       \
  "{'units':[{'id':'U1'},{'id':'U2'}],"                                                            \
  "'people':[{'id':'W1','title':'Ada'},{'id':'W2','title':'Bo'},"                                  \
  "{'id':'W3','title':'Cy','part':'learning'},"                                                    \
  "{'id':'W4','title':'Di','unit':'U1','ownsGoal':'yes','hasStake':'yes'},"                        \
  "{'id':'W5','title':'Ed','unit':'U2','ownsGoal':'yes','hasStake':'yes','hasAuthority':'yes'}],"  \
  "'goals':[{'id':'G1','priority':1,'owner':'W1','unit':'U1'},"                                    \
  "{'id':'G2','priority':2,'owner':'W2'},{'id':'G3','priority':3,'owner':'W3'},"                   \
  "{'id':'G4','priority':4}],"                                                                     \
  "'objectives':[{'id':'O1','goal':'G1'},{'id':'O2','goal':'G2','owner':'W1'}],"                   \
  "'projects':[{'id':'P1','status':'live','sponsor':'W2'}],"                                       \
  "'requests':[{'id':'R1','requester':'W2'}],"                                                     \
  "'links':[{'id':'L1','project':'P1','target':'O2'}]}"

typedef struct
{
  TlWorkspace *workspace;
  TlAnalysis *analysis;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = sample_read_text (PLAN);
  fixture->analysis = tl_analysis_new (fixture->workspace, tl_date_parse ("2026-11-21"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tl_analysis_unref (fixture->analysis);
  g_object_unref (fixture->workspace);
}

static TlItem *
get (Fixture *fixture, const char *id)
{
  return id != NULL ? tl_workspace_lookup (fixture->workspace, id) : NULL;
}

static void
test_clients (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *item;
    const char *client;
  } rows[] = {
    { "G1", "W1" }, { "O1", "W1" }, { "O2", "W1" }, { "P1", "W2" }, { "R1", "W2" },
    { "L1", "W2" }, { "W4", "W4" }, { "G4", NULL }, { "U1", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].item);
      g_assert_true (tl_talks_find_client (get (fixture, rows[i].item))
                     == get (fixture, rows[i].client));
    }
}

/* Each finding is told to one person; the first talk weighs most; the learning team is left out. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) talks = tl_talks_list (fixture->analysis);
  double last = G_MAXDOUBLE;

  g_assert_cmpuint (talks->len, ==, 2);
  for (guint i = 0; i < talks->len; i++)
    {
      const TlTalk *talk = talks->pdata[i];

      g_assert_cmpfloat (talk->weight, <=, last);
      last = talk->weight;
      g_assert_true (talk->person == get (fixture, i == 0 ? "W1" : "W2"));
      for (guint j = 0; j < talk->findings->len; j++)
        {
          const TlFinding *finding = talk->findings->pdata[j];

          g_assert_true (tl_talks_find_client (finding->items[0]) == talk->person);
        }
    }
}

static void
test_candidate (Fixture *fixture, gconstpointer data)
{
  /* Ed meets more tests, but is of another unit. */
  g_assert_true (tl_talks_find_candidate (fixture->analysis, get (fixture, "G1"))
                 == get (fixture, "W4"));
  g_assert_true (tl_talks_find_candidate (fixture->analysis, get (fixture, "G4"))
                 == get (fixture, "W5"));
  tl_workspace_set_ref (fixture->workspace, get (fixture, "G1"), TL_GOAL_OWNER, get (fixture, "W4"),
                        NULL);
  g_assert_null (tl_talks_find_candidate (fixture->analysis, get (fixture, "G1")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/talks/clients", Fixture, NULL, set_up, test_clients, tear_down);
  g_test_add ("/talks/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/talks/candidate", Fixture, NULL, set_up, test_candidate, tear_down);
  return g_test_run ();
}

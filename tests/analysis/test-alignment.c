/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "sample.h"
#include "tl-alignment.h"

/* A small plan in which every case of the derived answers occurs. */
#define PLAN                                                                                       \
  "{'goals':["                                                                                     \
  "{'id':'G1','priority':3},{'id':'G2','priority':1},{'id':'G3','status':'retired','priority':1}," \
  "{'id':'G4'},{'id':'G5','priority':1}],"                                                         \
  "'objectives':["                                                                                 \
  "{'id':'O1','goal':'G1'},{'id':'O2','goal':'G2'},{'id':'O3','goal':'G3'},"                       \
  "{'id':'O4','goal':'G2','status':'met'},{'id':'O5'},{'id':'O6','goal':'G2'}],"                   \
  "'causes':[{'id':'C1','objective':'O2'},{'id':'C2','objective':'O1'},"                           \
  "{'id':'C3','objective':'O2'},{'id':'C4'}],"                                                     \
  "'projects':["                                                                                   \
  "{'id':'P1','status':'live','effortDays':40},{'id':'P2','status':'idea','effortDays':10},"       \
  "{'id':'P3','status':'live','effortDays':8},{'id':'P4','status':'live','effortDays':2},"         \
  "{'id':'P5','status':'live'},{'id':'P6','status':'live','origin':'mandate'},"                    \
  "{'id':'P7','status':'paused'},{'id':'P8','status':'live'},{'id':'P9','status':'live'}],"        \
  "'links':["                                                                                      \
  "{'id':'L1','project':'P1','target':'O2','strength':'strong'},"                                  \
  "{'id':'L2','project':'P2','target':'O1','strength':'strong'},"                                  \
  "{'id':'L3','project':'P1','target':'O1','strength':'medium'},"                                  \
  "{'id':'L4','project':'P3','target':'G1'},"                                                      \
  "{'id':'L5','project':'P4','target':'O3'},{'id':'L6','project':'P4','target':'O4'},"             \
  "{'id':'L7','project':'P4','target':'O5'},"                                                      \
  "{'id':'L8','project':'P1','target':'O2','strength':'medium'},"                                  \
  "{'id':'L9','project':'P5'},{'id':'L10','target':'O6'},"                                         \
  "{'id':'L11','project':'P7','target':'O1'},"                                                     \
  "{'id':'L12','project':'P8','target':'O1','strength':'strong'},"                                 \
  "{'id':'L13','project':'P9','target':'O2','strength':'medium'}]}"

typedef struct
{
  TlWorkspace *workspace;
  TlAlignment *alignment;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = sample_read_text (PLAN);
  fixture->alignment = tl_alignment_new (fixture->workspace);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tl_alignment_unref (fixture->alignment);
  g_object_unref (fixture->workspace);
}

static TlItem *
get (Fixture *fixture, const char *id)
{
  TlItem *item = tl_workspace_lookup (fixture->workspace, id);

  g_assert_nonnull (item);
  return item;
}

static void
assert_ids (TlItem *const *items, guint n, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", tl_item_get_id (items[i]));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_projects (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    TlStanding standing;
    gboolean is_key;
    double effort;
    double strength;
    const char *links;
    const char *valid_links;
  } expected[] = {
    { "P1", TL_STANDING_ALIGNED, TRUE, 40, 1, "L1 L3 L8", "L1 L3 L8" },
    { "P2", TL_STANDING_UNCOUNTED, FALSE, 10, 1, "L2", "L2" },
    { "P3", TL_STANDING_GOAL_ONLY, FALSE, 8, 0, "L4", "" },
    { "P4", TL_STANDING_CLOSED, FALSE, 2, 0, "L5 L6 L7", "" },
    { "P5", TL_STANDING_UNLINKED, FALSE, 0, 0, "", "" },
    { "P6", TL_STANDING_MANDATE, FALSE, 0, 0, "", "" },
    { "P7", TL_STANDING_ALIGNED, FALSE, 0, .25, "L11", "L11" },
    { "P8", TL_STANDING_ALIGNED, FALSE, 0, 1, "L12", "L12" },
    { "P9", TL_STANDING_ALIGNED, FALSE, 0, .5, "L13", "L13" },
  };
  TlAlignment *alignment = fixture->alignment;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      TlItem *project = get (fixture, expected[i].id);
      guint n;
      TlItem *const *links = tl_alignment_get_links (alignment, project, &n);

      assert_ids (links, n, expected[i].links);
      links = tl_alignment_get_valid_links (alignment, project, &n);
      assert_ids (links, n, expected[i].valid_links);
      g_assert_cmpint (tl_alignment_get_standing (alignment, project), ==, expected[i].standing);
      g_assert_cmpint (tl_alignment_is_key (alignment, project), ==, expected[i].is_key);
      g_assert_cmpint (tl_alignment_is_counted (alignment, project), ==,
                       expected[i].standing != TL_STANDING_UNCOUNTED);
      g_assert_cmpint (tl_alignment_is_aligned (alignment, project), ==,
                       expected[i].standing == TL_STANDING_ALIGNED);
      g_assert_cmpfloat (tl_alignment_get_effort (alignment, project), ==, expected[i].effort);
      g_assert_cmpfloat (tl_alignment_get_strength (alignment, project), ==, expected[i].strength);
    }
}

static void
test_counted (Fixture *fixture, gconstpointer data)
{
  guint n;
  TlItem *const *projects = tl_alignment_get_counted_projects (fixture->alignment, &n);

  assert_ids (projects, n, "P1 P3 P4 P5 P6 P7 P8 P9");
}

static void
test_objectives (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    gboolean is_active;
    gboolean is_covered;
    const char *goal;
    const char *supporters;
    const char *causes;
  } expected[] = {
    { "O1", TRUE, TRUE, "G1", "L3 L11 L12", "C2" },
    { "O2", TRUE, TRUE, "G2", "L1 L8 L13", "C1 C3" },
    { "O3", TRUE, FALSE, "G3", "", "" },
    { "O4", FALSE, FALSE, "G2", "", "" },
    { "O5", TRUE, FALSE, NULL, "", "" },
    { "O6", TRUE, FALSE, "G2", "", "" },
  };
  TlAlignment *alignment = fixture->alignment;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      TlItem *objective = get (fixture, expected[i].id);
      TlItem *goal = tl_alignment_get_goal (alignment, objective);
      guint n;
      TlItem *const *items = tl_alignment_get_supporters (alignment, objective, &n);

      assert_ids (items, n, expected[i].supporters);
      items = tl_alignment_get_causes (alignment, objective, &n);
      assert_ids (items, n, expected[i].causes);
      g_assert_cmpint (tl_alignment_is_active_objective (alignment, objective), ==,
                       expected[i].is_active);
      g_assert_cmpint (tl_alignment_is_covered (alignment, objective), ==, expected[i].is_covered);
      g_assert_cmpstr (goal != NULL ? tl_item_get_id (goal) : NULL, ==, expected[i].goal);
    }
}

/* P1 has 40 days and strengths of 1, ½ and ½: 30 days for G2 and 10 for G1. */
static void
test_goals (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    guint rank;
    gboolean is_top;
    gboolean is_covered;
    double effort;
    const char *objectives;
  } expected[] = {
    { "G1", 3, FALSE, TRUE, 10, "O1" }, { "G2", 1, TRUE, TRUE, 30, "O2 O4 O6" },
    { "G3", 0, FALSE, FALSE, 0, "O3" }, { "G4", 4, FALSE, FALSE, 0, "" },
    { "G5", 2, TRUE, FALSE, 0, "" },
  };
  TlAlignment *alignment = fixture->alignment;
  guint n;
  TlItem *const *goals = tl_alignment_get_goals (alignment, &n);

  assert_ids (goals, n, "G2 G5 G1 G4 G3");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      TlItem *goal = get (fixture, expected[i].id);
      TlItem *const *objectives = tl_alignment_get_objectives (alignment, goal, &n);

      assert_ids (objectives, n, expected[i].objectives);
      g_assert_cmpuint (tl_alignment_get_rank (alignment, goal), ==, expected[i].rank);
      g_assert_cmpint (tl_alignment_is_active_goal (alignment, goal), ==, expected[i].rank > 0);
      g_assert_cmpint (tl_alignment_is_top_goal (alignment, goal), ==, expected[i].is_top);
      g_assert_cmpint (tl_alignment_is_goal_covered (alignment, goal), ==, expected[i].is_covered);
      g_assert_cmpfloat (tl_alignment_get_goal_effort (alignment, goal), ==, expected[i].effort);
      g_assert_cmpfloat (tl_alignment_get_goal_share (alignment, goal), ==,
                         expected[i].effort / 40);
    }
}

/* The number of top goals is the number of active ones, divided and rounded up. */
static void
test_top_goals (void)
{
  static const guint n_top[][2] = { { 0, 0 }, { 1, 1 }, { 3, 1 }, { 4, 2 }, { 6, 2 }, { 7, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (n_top); i++)
    {
      g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
      g_autoptr (TlAlignment) alignment = NULL;
      guint n = 0;

      for (guint j = 0; j < n_top[i][0]; j++)
        tl_workspace_add (workspace, TL_KIND_GOAL, NULL, TL_POSITION_END, NULL);
      alignment = tl_alignment_new (workspace);
      for (guint j = 0; j < n_top[i][0]; j++)
        n += tl_alignment_is_top_goal (alignment,
                                       tl_workspace_get_item (workspace, TL_KIND_GOAL, j))
                 ? 1
                 : 0;
      g_assert_cmpuint (n, ==, n_top[i][1]);
    }
}

static void
test_nothing (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAlignment) alignment = NULL;
  TlItem *goal = tl_workspace_add (workspace, TL_KIND_GOAL, NULL, TL_POSITION_END, NULL);
  guint n;

  alignment = tl_alignment_new (workspace);
  g_assert_true (isnan (tl_alignment_get_goal_share (alignment, goal)));
  tl_alignment_get_counted_projects (alignment, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* An alignment answers for its revision, however the workspace goes on. */
static void
test_immutable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlItem) removed = g_object_ref (get (fixture, "P3"));
  TlItem *added;
  guint n;

  tl_workspace_remove (fixture->workspace, removed);
  tl_workspace_remove (fixture->workspace, get (fixture, "G2"));
  tl_workspace_move (fixture->workspace, get (fixture, "P1"), 4);
  added = tl_workspace_add (fixture->workspace, TL_KIND_PROJECT, "P10", 0, NULL);
  tl_workspace_set_choice (fixture->workspace, added, TL_PROJECT_STATUS, TL_STATUS_LIVE, NULL);

  g_assert_cmpint (tl_alignment_get_standing (fixture->alignment, removed), ==,
                   TL_STANDING_GOAL_ONLY);
  g_assert_cmpint (tl_alignment_get_standing (fixture->alignment, get (fixture, "P1")), ==,
                   TL_STANDING_ALIGNED);
  g_assert_cmpint (tl_alignment_get_standing (fixture->alignment, get (fixture, "P4")), ==,
                   TL_STANDING_CLOSED);
  g_assert_cmpint (tl_alignment_get_standing (fixture->alignment, added), ==,
                   TL_STANDING_UNCOUNTED);
  g_assert_null (tl_alignment_get_links (fixture->alignment, added, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (tl_alignment_get_revision (fixture->alignment), <,
                    tl_workspace_get_revision (fixture->workspace));
}

/* Items of one kind have no answers of another. */
static void
test_wrong_kind (Fixture *fixture, gconstpointer data)
{
  guint n;

  g_assert_cmpuint (tl_alignment_get_rank (fixture->alignment, get (fixture, "O1")), ==, 0);
  g_assert_false (tl_alignment_is_covered (fixture->alignment, get (fixture, "P1")));
  g_assert_cmpint (tl_alignment_get_standing (fixture->alignment, get (fixture, "G1")), ==,
                   TL_STANDING_UNCOUNTED);
  tl_alignment_get_objectives (fixture->alignment, get (fixture, "P1"), &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_sigma (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    double sigma;
  } expected[] = { { "L1", 1 }, { "L3", .5 }, { "L4", .25 } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpfloat (tl_link_get_sigma (get (fixture, expected[i].id)), ==, expected[i].sigma);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/alignment/projects", test_projects);
  ADD ("/alignment/counted", test_counted);
  ADD ("/alignment/objectives", test_objectives);
  ADD ("/alignment/goals", test_goals);
  ADD ("/alignment/immutable", test_immutable);
  ADD ("/alignment/wrong-kind", test_wrong_kind);
  ADD ("/alignment/sigma", test_sigma);
  g_test_add_func ("/alignment/top-goals", test_top_goals);
  g_test_add_func ("/alignment/nothing", test_nothing);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sample-workspace.h"
#include "tl-highlight.h"
#include "tl-scene.h"

typedef struct
{
  TlWorkspace *workspace;
  TlAnalysis *analysis;
} Sample;

static void
set_up (Sample *sample, gconstpointer data)
{
  sample->workspace = sample_workspace_new ();
  sample->analysis = tl_analysis_new (sample->workspace, tl_date_from_ymd (2025, 11, 21));
}

static void
tear_down (Sample *sample, gconstpointer data)
{
  g_clear_pointer (&sample->analysis, tl_analysis_unref);
  g_clear_object (&sample->workspace);
}

/* @data: the ids of the goals, NULL-terminated; or NULL for all. */
static gboolean
is_folded_cb (const char *id, gpointer data)
{
  return data == NULL || g_strv_contains (data, id);
}

static TlScene *
fold (Sample *sample, const char *const *ids)
{
  TlSceneOptions options = { .is_folded = is_folded_cb, .fold_data = (gpointer) ids };

  return tl_scene_new_map (sample->analysis, &options);
}

static gboolean
has (const TlScene *scene, const char *id)
{
  return tl_display_list_find (tl_scene_get_list (scene), id, NULL);
}

static guint
find (const TlScene *scene, const char *id)
{
  guint index = 0;

  g_assert_true (tl_display_list_find (tl_scene_get_list (scene), id, &index));
  return index;
}

static const char *
get_name (const TlScene *scene, const char *id)
{
  return tl_display_list_draw_entry (tl_scene_get_list (scene), find (scene, id))->item.name;
}

static guint
count_role (const TlScene *scene, TlEntryRole role)
{
  const TlDisplayList *list = tl_scene_get_list (scene);
  guint n = 0;

  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    n += tl_display_list_get_entry (list, i)->item.role == role;
  return n;
}

/* The objectives of the one goal are gone, and nothing else. */
static void
test_one (Sample *sample, gconstpointer data)
{
  const char *const ids[] = { "G4", NULL };
  const char *const none[] = { NULL };
  g_autoptr (TlScene) open = fold (sample, none);
  g_autoptr (TlScene) scene = fold (sample, ids);
  TlFold state;

  g_assert_true (tl_scene_get_fold (open, find (open, "G4"), &state));
  g_assert_false (state.is_folded);
  g_assert_cmpuint (state.n_hidden, ==, 0);
  g_assert_true (tl_scene_get_fold (scene, find (scene, "G4"), &state));
  g_assert_true (state.is_folded);
  g_assert_cmpuint (state.n_hidden, ==, 5);
  g_assert_true (tl_rect_contains_rect (tl_display_list_get_entry (tl_scene_get_list (scene),
                                                                   find (scene, "G4"))
                                            ->item.bounds,
                                        state.handle));
  g_assert_false (tl_scene_get_fold (scene, find (scene, "P01"), &state));
  g_assert_false (has (scene, "G4-1"));
  g_assert_false (has (scene, "branch:G4-1"));
  g_assert_true (has (scene, "G1-1"));
  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, tl_scene_get_n_cards (open) - 5);
  g_assert_cmpstr (get_name (scene, "G4"), ==,
                   "Goal 1, Win against the main competitor with AI, 2 of 5 objectives covered, "
                   "▲ 5 objectives hidden");
  g_assert_cmpstr (get_name (scene, "header:objectives"), ==, "Objectives: 23 of 28 shown");
  g_assert_cmpstr (get_name (scene, "header:goals"), ==, "Goals: 8 · in priority order");
}

/* What a project serves and how it stands does not depend on what is in sight. */
static void
test_projects_stay (Sample *sample, gconstpointer data)
{
  const char *const none[] = { NULL };
  g_autoptr (TlScene) open = fold (sample, none);
  g_autoptr (TlScene) scene = fold (sample, NULL);

  g_assert_cmpuint (count_role (scene, TL_ENTRY_CARD), ==, 8 + 45);
  g_assert_cmpuint (count_role (scene, TL_ENTRY_BRANCH), ==, 0);
  for (guint i = 0; i < tl_workspace_get_n_items (sample->workspace, TL_KIND_PROJECT); i++)
    {
      const char *id
          = tl_item_get_id (tl_workspace_get_item (sample->workspace, TL_KIND_PROJECT, i));

      g_assert_cmpint (has (scene, id), ==, has (open, id));
      if (has (open, id))
        g_assert_cmpstr (get_name (scene, id), ==, get_name (open, id));
    }
}

/* Each link is still there: by itself, or as one of those that a line stands for, between the card
 * of the goal and that of the project. */
static void
test_lines (Sample *sample, gconstpointer data)
{
  const char *const none[] = { NULL };
  g_autoptr (TlScene) open = fold (sample, none);
  g_autoptr (TlScene) scene = fold (sample, NULL);
  guint n_shown = 0;

  for (guint i = 0; i < tl_workspace_get_n_items (sample->workspace, TL_KIND_LINK); i++)
    {
      TlItem *link = tl_workspace_get_item (sample->workspace, TL_KIND_LINK, i);
      TlItem *target = tl_item_get_ref (link, TL_LINK_TARGET);
      guint left, right;

      g_assert_cmpint (has (scene, tl_item_get_id (link)), ==, has (open, tl_item_get_id (link)));
      if (!has (open, tl_item_get_id (link)))
        continue;
      n_shown++;
      if (tl_item_get_kind (target) == TL_KIND_OBJECTIVE)
        target = tl_item_get_ref (target, TL_OBJECTIVE_GOAL);
      g_assert_true (tl_scene_get_ends (scene, find (scene, tl_item_get_id (link)), &left, &right));
      g_assert_cmpuint (left, ==, find (scene, tl_item_get_id (target)));
      g_assert_cmpuint (right, ==, find (scene, tl_item_get_text (link, TL_LINK_PROJECT)));
    }
  g_assert_cmpuint (n_shown, ==, count_role (open, TL_ENTRY_LINK));
  g_assert_cmpuint (count_role (scene, TL_ENTRY_LINK), <, n_shown);
  g_assert_cmpuint (count_role (scene, TL_ENTRY_LINK), >, 30);
}

/* A line that stands for several says for how many, and looks like the strongest of them. */
static void
test_count (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  TlItem *goal = tl_workspace_add (workspace, TL_KIND_GOAL, "G", TL_POSITION_END, NULL);
  TlItem *project = tl_workspace_add (workspace, TL_KIND_PROJECT, "P", TL_POSITION_END, NULL);
  static const int strengths[] = { TL_STRENGTH_WEAK, TL_STRENGTH_STRONG, TL_STRENGTH_MEDIUM };
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (TlScene) scene = NULL;
  g_autofree char *dump = NULL;
  TlSceneOptions options = { .is_folded = is_folded_cb };

  tl_workspace_set_choice (workspace, project, TL_PROJECT_STATUS, TL_STATUS_LIVE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (strengths); i++)
    {
      g_autofree char *id = g_strdup_printf ("L%u", i);
      TlItem *objective
          = tl_workspace_add (workspace, TL_KIND_OBJECTIVE, NULL, TL_POSITION_END, NULL);
      TlItem *link = tl_workspace_add (workspace, TL_KIND_LINK, id, TL_POSITION_END, NULL);

      tl_workspace_set_ref (workspace, objective, TL_OBJECTIVE_GOAL, goal, NULL);
      tl_workspace_set_ref (workspace, link, TL_LINK_PROJECT, project, NULL);
      tl_workspace_set_ref (workspace, link, TL_LINK_TARGET, objective, NULL);
      tl_workspace_set_choice (workspace, link, TL_LINK_STRENGTH, strengths[i], NULL);
    }
  analysis = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));
  scene = tl_scene_new_map (analysis, &options);
  dump = tl_display_list_dump (tl_scene_get_list (scene));
  g_assert_cmpuint (count_role (scene, TL_ENTRY_LINK), ==, 1);
  g_assert_cmpstr (get_name (scene, "L0"), ==, "Untitled serves 3 hidden objectives of Untitled");
  g_assert_cmpuint (find (scene, "L0"), ==, find (scene, "L2"));
  g_assert_cmpstr (tl_display_list_draw_entry (tl_scene_get_list (scene), find (scene, "L0"))
                       ->item.id,
                   ==, "L1");
  g_assert_nonnull (strstr (dump, "\"3 links\""));
  g_assert_true (g_str_has_suffix (get_name (scene, "P"), "serves 3 objectives"));
}

/* A chain goes through what is folded, too, and one can walk along it. */
static void
test_chain (Sample *sample, gconstpointer data)
{
  g_autoptr (TlScene) scene = fold (sample, NULL);
  g_autoptr (TlHighlight) highlight = tl_highlight_new (scene);
  g_autoptr (GArray) goals = tl_scene_list_partners (scene, find (scene, "P01"), TRUE);
  g_autoptr (GArray) none = tl_scene_list_partners (scene, find (scene, "P01"), FALSE);
  guint goal;

  g_assert_cmpuint (goals->len, >, 0);
  g_assert_cmpuint (none->len, ==, 0);
  goal = g_array_index (goals, guint, 0);
  tl_highlight_add_chain (highlight, "P01");
  g_assert_cmpint (tl_highlight_get (goal, highlight), ==, TL_EMPHASIS_LIT);
  g_assert_cmpint (tl_highlight_get (find (scene, "P01-L1"), highlight), ==, TL_EMPHASIS_LIT);
}

/* What is filtered out is not folded: it is not there. */
static gboolean
filter_cb (TlItem *item, gpointer data)
{
  return !g_str_equal (tl_item_get_id (item), "G4-1");
}

static void
test_filtered (Sample *sample, gconstpointer data)
{
  TlSceneOptions options = { .is_folded = is_folded_cb, .filter = filter_cb };
  g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, &options);
  TlFold state;

  g_assert_true (tl_scene_get_fold (scene, find (scene, "G4"), &state));
  g_assert_cmpuint (state.n_hidden, ==, 4);
}

/* On paper there is nothing to click on. */
static void
test_paper (Sample *sample, gconstpointer data)
{
  g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, NULL);
  TlFold state;

  g_assert_false (tl_scene_get_fold (scene, find (scene, "G4"), &state));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Sample, NULL, set_up, function, tear_down)
  ADD ("/fold/one", test_one);
  ADD ("/fold/projects-stay", test_projects_stay);
  ADD ("/fold/lines", test_lines);
  ADD ("/fold/chain", test_chain);
  ADD ("/fold/filtered", test_filtered);
  ADD ("/fold/paper", test_paper);
#undef ADD
  g_test_add_func ("/fold/count", test_count);
  return g_test_run ();
}

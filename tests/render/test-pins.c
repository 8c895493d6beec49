/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-workspace.h"
#include "tl-highlight.h"
#include "tl-legend.h"
#include "tl-scene.h"

static TlItem *
find_project (TlAnalysis *analysis, TlStanding standing)
{
  TlWorkspace *workspace = tl_analysis_get_workspace (analysis);
  TlAlignment *alignment = tl_analysis_get_alignment (analysis);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_PROJECT); i++)
    {
      TlItem *project = tl_workspace_get_item (workspace, TL_KIND_PROJECT, i);

      if (tl_alignment_get_standing (alignment, project) == standing)
        return project;
    }
  g_assert_not_reached ();
}

static void
pin (TlItem *card, double x, double y)
{
  TlWorkspace *workspace = tl_item_get_workspace (card);
  TlItem *place = tl_workspace_add (workspace, TL_KIND_PLACE, NULL, TL_POSITION_END, NULL);

  tl_workspace_set_ref (workspace, place, TL_PLACE_ITEM, card, NULL);
  tl_workspace_set_number (workspace, place, TL_PLACE_X, x, NULL);
  tl_workspace_set_number (workspace, place, TL_PLACE_Y, y, NULL);
}

static TlScene *
create_scene (TlWorkspace *workspace, const TlSceneOptions *options)
{
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));

  return tl_scene_new_map (analysis, options);
}

static TlRect
get_bounds (const TlScene *scene, const char *id)
{
  TlRect bounds = { 0 };

  g_assert_true (tl_scene_get_item_bounds (scene, id, &bounds));
  return bounds;
}

static void
assert_at (const TlScene *scene, TlItem *card, double x, double y)
{
  TlRect bounds = get_bounds (scene, tl_item_get_id (card));

  g_assert_cmpfloat (bounds.x, ==, x);
  g_assert_cmpfloat (bounds.y, ==, y);
}

static const TlEntry *
find (const TlScene *scene, const char *id)
{
  guint index = 0;

  g_assert_true (tl_display_list_find (tl_scene_get_list (scene), id, &index));
  return tl_display_list_draw_entry (tl_scene_get_list (scene), index);
}

/* Places are those of the scene: its origin is the left end of the first heading. */
static void
test_places (void)
{
  g_autoptr (TlWorkspace) workspace = sample_workspace_new ();
  TlItem *goal = tl_workspace_get_item (workspace, TL_KIND_GOAL, 0);
  TlItem *objective = tl_workspace_get_item (workspace, TL_KIND_OBJECTIVE, 0);
  g_autoptr (TlScene) scene = NULL;
  g_autoptr (TlScene) page = NULL;
  TlRect heading;

  pin (goal, -400, -80);
  pin (objective, 1200, 96);
  scene = create_scene (workspace, NULL);
  assert_at (scene, goal, -400, -80);
  assert_at (scene, objective, 1200, 96);
  heading = get_bounds (scene, "header:goals");
  g_assert_cmpfloat (heading.x, ==, 0);
  g_assert_cmpfloat (heading.y, ==, 0);
  g_assert_cmpfloat (tl_scene_get_bounds (scene).x, <=, -400);

  /* A page has another scale. */
  page = create_scene (workspace, &(TlSceneOptions) { .is_compact = TRUE });
  g_assert_cmpfloat (get_bounds (page, tl_item_get_id (goal)).x, ==, 0);
}

/* Every kind of tray gives way to what is pinned. */
static void
test_tray_gives_way (void)
{
  for (TlTrayPlace tray = TL_TRAY_BESIDE; tray <= TL_TRAY_DOCKED; tray++)
    {
      g_autoptr (TlWorkspace) workspace = sample_workspace_new ();
      TlItem *objective = tl_workspace_get_item (workspace, TL_KIND_OBJECTIVE, 0);
      g_autoptr (TlScene) scene = NULL;

      pin (objective, 1000, 2400);
      scene = create_scene (workspace, &(TlSceneOptions) { .tray = tray });
      g_assert_false (tl_rect_intersects (get_bounds (scene, "tray"),
                                          get_bounds (scene, tl_item_get_id (objective))));
    }
}

/* A project that serves nothing lies where it is pinned and looks as it does in the tray, whose
 * head still counts it. */
static void
test_unaligned_project (void)
{
  g_autoptr (TlWorkspace) workspace = sample_workspace_new ();
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));
  TlItem *project = find_project (analysis, TL_STANDING_UNLINKED);
  g_autoptr (TlScene) before = create_scene (workspace, NULL);
  g_autoptr (TlScene) scene = NULL;
  g_autoptr (TlHighlight) highlight = NULL;
  const TlEntry *entry;
  guint index = 0;

  pin (project, 1400, 96);
  scene = create_scene (workspace, NULL);
  assert_at (scene, project, 1400, 96);
  entry = find (scene, tl_item_get_id (project));
  g_assert_cmpstr (entry->group, ==, "Not Aligned");
  g_assert_true (g_str_has_suffix (entry->item.name, "not aligned, pinned"));
  g_assert_false (tl_rect_intersects (entry->item.bounds, get_bounds (scene, "tray")));
  g_assert_cmpstr (find (scene, "tray")->item.name, ==, find (before, "tray")->item.name);

  highlight = tl_highlight_new (scene);
  tl_highlight_add_tray (highlight);
  g_assert_true (
      tl_display_list_find (tl_scene_get_list (scene), tl_item_get_id (project), &index));
  g_assert_cmpint (tl_highlight_get (index, highlight), ==, TL_EMPHASIS_LIT);
}

/* The head of the tray stays when all that it counts is pinned elsewhere. */
static void
test_empty_tray (void)
{
  for (TlTrayPlace tray = TL_TRAY_BESIDE; tray <= TL_TRAY_DOCKED; tray++)
    {
      g_autoptr (TlWorkspace) workspace = sample_workspace_new ();
      g_autoptr (TlAnalysis) analysis
          = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));
      g_autoptr (TlScene) scene = NULL;
      double y = 0;

      for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_PROJECT); i++)
        {
          TlItem *project = tl_workspace_get_item (workspace, TL_KIND_PROJECT, i);

          if (tl_alignment_get_standing (tl_analysis_get_alignment (analysis), project)
              == TL_STANDING_UNLINKED)
            pin (project, 1400, y += 96);
        }
      scene = create_scene (workspace, &(TlSceneOptions) { .tray = tray });
      g_assert_cmpfloat (get_bounds (scene, "tray").width, >, 200);
      g_assert_cmpfloat (get_bounds (scene, "tray").height, >, 20);
    }
}

/* The legend has the sign as long as there is one, and leads to the cards that have it. On paper
 * there is none. */
static void
test_legend (void)
{
  g_autoptr (TlWorkspace) workspace = sample_workspace_new ();
  TlItem *goal = tl_workspace_get_item (workspace, TL_KIND_GOAL, 0);
  g_autoptr (TlScene) before = create_scene (workspace, NULL);
  g_autoptr (GArray) keys = tl_legend_list_keys (before);
  guint n_before = keys->len;
  g_autoptr (TlScene) scene = NULL;
  g_autoptr (TlScene) paper = NULL;
  const TlLegendKey *key;
  guint index = 0;

  pin (goal, 0, 0);
  scene = create_scene (workspace, NULL);
  g_array_unref (keys);
  keys = tl_legend_list_keys (scene);
  g_assert_cmpuint (keys->len, ==, n_before + 1);
  key = &g_array_index (keys, TlLegendKey, keys->len - 1);
  g_assert_cmpint (key->sort, ==, TL_KEY_PIN);
  g_assert_cmpuint (key->n, ==, 1);
  g_assert_true (tl_display_list_find (tl_scene_get_list (scene), tl_item_get_id (goal), &index));
  g_assert_true (tl_legend_has_entry (scene, key, index, goal));
  g_assert_false (tl_legend_has_entry (scene, key, index + 1, goal));

  paper = create_scene (workspace, &(TlSceneOptions) { .with_legend = TRUE });
  g_array_unref (keys);
  keys = tl_legend_list_keys (paper);
  g_assert_cmpuint (keys->len, ==, n_before);
  g_assert_false (g_str_has_suffix (find (paper, tl_item_get_id (goal))->item.name, "pinned"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pins/places", test_places);
  g_test_add_func ("/pins/tray-gives-way", test_tray_gives_way);
  g_test_add_func ("/pins/unaligned-project", test_unaligned_project);
  g_test_add_func ("/pins/empty-tray", test_empty_tray);
  g_test_add_func ("/pins/legend", test_legend);
  return g_test_run ();
}

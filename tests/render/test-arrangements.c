/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sample-workspace.h"
#include "tl-scene.h"

/* Two themes and two units, projects in three quarters, and something of each without. */
static TlWorkspace *
create_plan (void)
{
  static const struct
  {
    TlKind kind;
    const char *id;
    TlField field; /* of a reference to what was made before */
    const char *ref;
  } rows[] = {
    { TL_KIND_THEME, "growth", TL_N_FIELDS, NULL },
    { TL_KIND_THEME, "safety", TL_N_FIELDS, NULL },
    { TL_KIND_UNIT, "sales", TL_N_FIELDS, NULL },
    { TL_KIND_UNIT, "depots", TL_N_FIELDS, NULL },
    { TL_KIND_PERSON, "jo", TL_PERSON_UNIT, "depots" },
    { TL_KIND_GOAL, "g1", TL_GOAL_THEME, "safety" },
    { TL_KIND_GOAL, "g2", TL_GOAL_THEME, "growth" },
    { TL_KIND_GOAL, "g3", TL_N_FIELDS, NULL },
    { TL_KIND_GOAL, "g4", TL_GOAL_THEME, "safety" },
    { TL_KIND_OBJECTIVE, "o1", TL_OBJECTIVE_GOAL, "g1" },
    { TL_KIND_OBJECTIVE, "o2", TL_OBJECTIVE_GOAL, "g2" },
    { TL_KIND_OBJECTIVE, "o4", TL_OBJECTIVE_GOAL, "g4" },
    { TL_KIND_PROJECT, "p1", TL_PROJECT_UNIT, "sales" },
    { TL_KIND_PROJECT, "p2", TL_PROJECT_OWNER, "jo" },
    { TL_KIND_PROJECT, "p3", TL_PROJECT_UNIT, "sales" },
    { TL_KIND_PROJECT, "p4", TL_N_FIELDS, NULL },
    { TL_KIND_PROJECT, "alone", TL_PROJECT_UNIT, "sales" },
  };
  TlWorkspace *workspace = tl_workspace_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TlItem *item = tl_workspace_add (workspace, rows[i].kind, rows[i].id, TL_POSITION_END, NULL);

      tl_workspace_set_text (workspace, item, TL_ITEM_TITLE, rows[i].id, NULL);
      if (rows[i].kind == TL_KIND_GOAL)
        tl_workspace_set_number (workspace, item, TL_GOAL_PRIORITY, i, NULL);
      if (rows[i].kind == TL_KIND_PROJECT)
        {
          tl_workspace_set_choice (workspace, item, TL_PROJECT_STATUS, TL_STATUS_LIVE, NULL);
          tl_workspace_set_number (workspace, item, TL_PROJECT_EFFORT, 10, NULL);
        }
      if (rows[i].ref != NULL)
        tl_workspace_set_ref (workspace, item, rows[i].field,
                              tl_workspace_lookup (workspace, rows[i].ref), NULL);
    }
  return workspace;
}

static void
link_all (TlWorkspace *workspace)
{
  static const char *const ends[][2]
      = { { "p1", "o4" }, { "p2", "o1" }, { "p3", "o1" }, { "p4", "o2" } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      TlItem *link = tl_workspace_add (workspace, TL_KIND_LINK, NULL, TL_POSITION_END, NULL);

      tl_workspace_set_ref (workspace, link, TL_LINK_PROJECT,
                            tl_workspace_lookup (workspace, ends[i][0]), NULL);
      tl_workspace_set_ref (workspace, link, TL_LINK_TARGET,
                            tl_workspace_lookup (workspace, ends[i][1]), NULL);
      tl_workspace_set_choice (workspace, link, TL_LINK_STRENGTH, TL_STRENGTH_STRONG, NULL);
    }
}

static TlScene *
arrange (TlWorkspace *workspace, int by, int direction)
{
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, tl_date_from_ymd (2026, 6, 1));
  TlSceneOptions options = { .tray = TL_TRAY_BELOW, .arrange_by = by, .direction = direction };

  return tl_scene_new_map (analysis, &options);
}

static TlRect
get_bounds (const TlScene *scene, const char *id)
{
  TlRect bounds = { 0 };

  g_test_message ("%s", id);
  g_assert_true (tl_scene_get_item_bounds (scene, id, &bounds));
  return bounds;
}

static const char *
get_name (const TlScene *scene, const char *id)
{
  guint index = 0;

  g_assert_true (tl_display_list_find (tl_scene_get_list (scene), id, &index));
  return tl_display_list_draw_entry (tl_scene_get_list (scene), index)->item.name;
}

/* All that is drawn of a lane; its bounds are those of its head. */
static TlRect
get_ground (const TlScene *scene, const char *lane)
{
  guint index = 0;

  g_assert_true (tl_display_list_find (tl_scene_get_list (scene), lane, &index));
  return tl_display_list_get_entry (tl_scene_get_list (scene), index)->extent;
}

static void
assert_in_lane (const TlScene *scene, const char *lane, const char *id)
{
  g_assert_true (tl_rect_contains_rect (get_ground (scene, lane), get_bounds (scene, id)));
}

static void
test_by_theme (void)
{
  g_autoptr (TlWorkspace) workspace = create_plan ();
  g_autoptr (TlScene) scene = NULL;

  link_all (workspace);
  scene = arrange (workspace, TL_ARRANGE_BY_THEME, TL_MAP_DIRECTION_RIGHT);
  g_assert_cmpstr (get_name (scene, "lane:theme:growth"), ==, "Lane, growth, 1 goal, 10 days");
  g_assert_cmpstr (get_name (scene, "lane:theme:safety"), ==, "Lane, safety, 2 goals, 30 days");
  g_assert_cmpstr (get_name (scene, "lane:theme"), ==, "Lane, No Theme, 1 goal, 0 days");
  assert_in_lane (scene, "lane:theme:growth", "g2");
  assert_in_lane (scene, "lane:theme:growth", "o2");
  assert_in_lane (scene, "lane:theme:safety", "g1");
  assert_in_lane (scene, "lane:theme:safety", "g4");
  assert_in_lane (scene, "lane:theme:safety", "o4");
  assert_in_lane (scene, "lane:theme", "g3");
  g_assert_cmpfloat (get_bounds (scene, "g1").y, <, get_bounds (scene, "g4").y);
  g_assert_cmpfloat (get_bounds (scene, "lane:theme:growth").y, <,
                     get_bounds (scene, "lane:theme:safety").y);
  g_assert_false (tl_rect_intersects (get_ground (scene, "lane:theme:growth"),
                                      get_ground (scene, "lane:theme:safety")));
}

/* By the unit of the project, or of who answers for it. What lies in the tray is in no lane. */
static void
test_by_unit (void)
{
  g_autoptr (TlWorkspace) workspace = create_plan ();
  g_autoptr (TlScene) scene = NULL;

  link_all (workspace);
  scene = arrange (workspace, TL_ARRANGE_BY_UNIT, TL_MAP_DIRECTION_RIGHT);
  g_assert_cmpstr (get_name (scene, "lane:unit:sales"), ==, "Lane, sales, 2 projects, 20 days");
  g_assert_cmpstr (get_name (scene, "lane:unit:depots"), ==, "Lane, depots, 1 project, 10 days");
  g_assert_cmpstr (get_name (scene, "lane:unit"), ==, "Lane, No Unit, 1 project, 10 days");
  assert_in_lane (scene, "lane:unit:sales", "p1");
  assert_in_lane (scene, "lane:unit:sales", "p3");
  assert_in_lane (scene, "lane:unit:depots", "p2");
  assert_in_lane (scene, "lane:unit", "p4");
  g_assert_false (
      tl_rect_intersects (get_ground (scene, "lane:unit:depots"), get_ground (scene, "lane:unit")));
}

static void
test_by_category (void)
{
  g_autoptr (TlWorkspace) workspace = create_plan ();
  g_autoptr (TlScene) scene = NULL;

  link_all (workspace);
  tl_workspace_set_choice (workspace, tl_workspace_lookup (workspace, "p3"),
                           TL_PROJECT_WORK_CATEGORY, TL_WORK_STRATEGIC, NULL);
  scene = arrange (workspace, TL_ARRANGE_BY_CATEGORY, TL_MAP_DIRECTION_RIGHT);
  g_assert_cmpstr (get_name (scene, "lane:category:strategic"), ==,
                   "Lane, Strategic, 1 project, 10 days");
  g_assert_cmpstr (get_name (scene, "lane:category"), ==, "Lane, Not Sorted, 3 projects, 30 days");
}

/* A column each: by the start, or by the end where that is all that is known; without a date last.
 */
static void
test_by_quarter (void)
{
  g_autoptr (TlWorkspace) workspace = create_plan ();
  g_autoptr (TlScene) scene = NULL;
  TlRect early, late, rest;

  link_all (workspace);
  tl_workspace_set_date (workspace, tl_workspace_lookup (workspace, "p1"), TL_PROJECT_START,
                         tl_date_from_ymd (2026, 12, 31), NULL);
  tl_workspace_set_date (workspace, tl_workspace_lookup (workspace, "p2"), TL_PROJECT_END,
                         tl_date_from_ymd (2026, 3, 31), NULL);
  scene = arrange (workspace, TL_ARRANGE_BY_QUARTER, TL_MAP_DIRECTION_RIGHT);
  g_assert_cmpstr (get_name (scene, "lane:quarter:2026-1"), ==,
                   "Lane, 2026 Q1, 1 project, 10 days");
  g_assert_cmpstr (get_name (scene, "lane:quarter:2026-4"), ==,
                   "Lane, 2026 Q4, 1 project, 10 days");
  g_assert_cmpstr (get_name (scene, "lane:quarter"), ==, "Lane, No Date, 2 projects, 20 days");
  g_assert_false (tl_scene_get_item_bounds (scene, "header:projects", &early));
  early = get_bounds (scene, "p2");
  late = get_bounds (scene, "p1");
  rest = get_bounds (scene, "p4");
  g_assert_cmpfloat (early.x, ==, get_bounds (scene, "lane:quarter:2026-1").x);
  g_assert_cmpfloat (early.x + early.width, <, late.x);
  g_assert_cmpfloat (late.x + late.width, <, rest.x);
}

/* Any number of quarters, with days in any of them. */
static void
test_many_quarters (void)
{
  g_autoptr (TlWorkspace) workspace = sample_workspace_new_plan (400);
  g_autoptr (TlScene) scene = NULL;
  guint n = 0;

  for (guint i = 0; i < 400; i++)
    tl_workspace_set_date (workspace, tl_workspace_get_item (workspace, TL_KIND_PROJECT, i),
                           TL_PROJECT_START, tl_date_from_ymd (1 + (int) i * 20, 1, 1), NULL);
  scene = arrange (workspace, TL_ARRANGE_BY_QUARTER, TL_MAP_DIRECTION_RIGHT);
  for (guint i = 0; i < tl_display_list_get_n_entries (tl_scene_get_list (scene)); i++)
    n += g_str_has_prefix (tl_display_list_get_entry (tl_scene_get_list (scene), i)->item.id,
                           TL_LANE_PREFIX);
  g_assert_cmpuint (n, ==, 40);
}

/* In rows: goals over objectives over projects, a goal as wide as its objectives, the tray below.
 */
static void
test_down (void)
{
  g_autoptr (TlWorkspace) workspace = create_plan ();
  g_autoptr (TlScene) scene = NULL;
  TlRect goal, objective, project;

  link_all (workspace);
  scene = arrange (workspace, TL_ARRANGE_BY_GOAL, TL_MAP_DIRECTION_DOWN);
  goal = get_bounds (scene, "g1");
  objective = get_bounds (scene, "o1");
  project = get_bounds (scene, "p2");
  g_assert_cmpfloat (goal.y + goal.height, <, objective.y);
  g_assert_cmpfloat (objective.y + objective.height, <, project.y);
  g_assert_cmpfloat (project.y + project.height, <, get_bounds (scene, "tray").y);
  g_assert_cmpfloat (goal.x, <=, objective.x);
  g_assert_cmpfloat (get_bounds (scene, "header:goals").x, ==, 0);
  g_assert_cmpfloat (get_bounds (scene, "header:goals").y, ==, goal.y);
  g_assert_cmpfloat (get_bounds (scene, "p3").y, ==, project.y);
  g_assert_cmpfloat (get_bounds (scene, "p3").height, ==, project.height);
}

static gboolean
is_solid (const TlEntry *entry)
{
  return entry->item.role == TL_ENTRY_CARD || entry->item.role == TL_ENTRY_HEADER;
}

/* Whatever the arrangement and the direction, no two cards lie on one another, and each is there
 * once. */
static void
test_no_overlap (gconstpointer data)
{
  int by = GPOINTER_TO_INT (data) / TL_N_MAP_DIRECTION;
  int direction = GPOINTER_TO_INT (data) % TL_N_MAP_DIRECTION;
  g_autoptr (TlWorkspace) workspace = sample_workspace_new ();
  g_autoptr (TlScene) plain = arrange (workspace, TL_ARRANGE_BY_GOAL, TL_MAP_DIRECTION_RIGHT);
  g_autoptr (TlScene) scene = arrange (workspace, by, direction);
  const TlDisplayList *list = tl_scene_get_list (scene);

  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, tl_scene_get_n_cards (plain));
  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    for (guint k = 0; k < i; k++)
      {
        const TlEntry *a = tl_display_list_get_entry (list, i);
        const TlEntry *b = tl_display_list_get_entry (list, k);

        if (is_solid (a) && is_solid (b))
          g_assert_false (tl_rect_intersects (a->item.bounds, b->item.bounds));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrangements/by-theme", test_by_theme);
  g_test_add_func ("/arrangements/by-unit", test_by_unit);
  g_test_add_func ("/arrangements/by-category", test_by_category);
  g_test_add_func ("/arrangements/by-quarter", test_by_quarter);
  g_test_add_func ("/arrangements/many-quarters", test_many_quarters);
  g_test_add_func ("/arrangements/down", test_down);
  for (int i = 0; i < TL_N_ARRANGE_BY * TL_N_MAP_DIRECTION; i++)
    {
      g_autofree char *path = g_strdup_printf ("/arrangements/no-overlap/%d", i);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_no_overlap);
    }
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sample-workspace.h"
#include "tl-highlight.h"
#include "tl-scene.h"

#define LANE_GAP 16.0

typedef struct
{
  const char *name;
  int arrange_by;
} Arrangement;

static const Arrangement arrangements[] = {
  { "goal", TL_ARRANGE_BY_GOAL },         { "theme", TL_ARRANGE_BY_THEME },
  { "unit", TL_ARRANGE_BY_UNIT },         { "quarter", TL_ARRANGE_BY_QUARTER },
  { "category", TL_ARRANGE_BY_CATEGORY },
};

/* What is folded. */
typedef enum
{
  FOLD_NOTHING,
  FOLD_LANES,
  FOLD_SECOND_LANE,
  FOLD_GOALS,
  FOLD_ALL,
  N_FOLDS
} Folds;

static const char *const fold_names[N_FOLDS]
    = { "nothing", "lanes", "second-lane", "goals", "all" };

/* What is pinned: nothing, or a card of each kind. */
static const char *const pin_names[] = { "", "pinned" };

typedef struct
{
  Folds folds;
  char *second; /* the id of the second lane, once it is known */
  guint n_lanes;
} Choice;

static gboolean
is_folded_cb (const char *id, gpointer data)
{
  Choice *choice = data;
  gboolean is_lane = g_str_has_prefix (id, TL_LANE_PREFIX);

  if (is_lane && choice->n_lanes++ == 1)
    choice->second = g_strdup (id);
  switch (choice->folds)
    {
    case FOLD_LANES:
      return is_lane;
    case FOLD_SECOND_LANE:
      return g_strcmp0 (id, choice->second) == 0;
    case FOLD_GOALS:
      return !is_lane;
    case FOLD_ALL:
      return TRUE;
    case FOLD_NOTHING:
    case N_FOLDS:
    default:
      return FALSE;
    }
}

static void
pin (TlWorkspace *workspace, const char *id, double x, double y)
{
  TlItem *place = tl_workspace_add (workspace, TL_KIND_PLACE, NULL, TL_POSITION_END, NULL);

  tl_workspace_set_ref (workspace, place, TL_PLACE_ITEM, tl_workspace_lookup (workspace, id), NULL);
  tl_workspace_set_number (workspace, place, TL_PLACE_X, x, NULL);
  tl_workspace_set_number (workspace, place, TL_PLACE_Y, y, NULL);
}

/* Two units and two themes, some items with neither, and days. */
static TlWorkspace *
create_plan (gboolean has_pins)
{
  static const TlKind kinds[] = { TL_KIND_UNIT, TL_KIND_UNIT, TL_KIND_THEME, TL_KIND_THEME };
  TlWorkspace *workspace = sample_workspace_new ();
  guint n = tl_workspace_get_n_items (workspace, TL_KIND_PROJECT);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *id = g_strdup_printf ("group-%u", i);

      tl_workspace_add (workspace, kinds[i], id, TL_POSITION_END, NULL);
    }
  for (guint i = 0; i < n; i++)
    {
      TlItem *project = tl_workspace_get_item (workspace, TL_KIND_PROJECT, i);

      if (i % 3 < 2)
        tl_workspace_set_ref (workspace, project, TL_PROJECT_UNIT,
                              tl_workspace_get_item (workspace, TL_KIND_UNIT, i % 3), NULL);
      tl_workspace_set_date (workspace, project, TL_PROJECT_START,
                             i % 4 < 3 ? tl_date_from_ymd (2026, 1 + 3 * (int) (i % 4), 1)
                                       : TL_DATE_NONE,
                             NULL);
    }
  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_GOAL); i++)
    if (i % 3 < 2)
      tl_workspace_set_ref (workspace, tl_workspace_get_item (workspace, TL_KIND_GOAL, i),
                            TL_GOAL_THEME, tl_workspace_get_item (workspace, TL_KIND_THEME, i % 3),
                            NULL);
  if (has_pins)
    {
      pin (workspace, "G4", 0, -600);
      pin (workspace, "G1-1", 400, -600);
      pin (workspace, "P01", 800, -600);
    }
  return workspace;
}

typedef struct
{
  TlWorkspace *workspace;
  TlAnalysis *analysis;
  TlScene *scene;
  Choice choice;
} Picture;

static void
picture_init (Picture *picture,
              const Arrangement *arrangement,
              int direction,
              Folds folds,
              gboolean has_pins)
{
  TlSceneOptions options = {
    .tray = TL_TRAY_DOCKED,
    .arrange_by = arrangement->arrange_by,
    .direction = direction,
    .is_folded = is_folded_cb,
    .fold_data = &picture->choice,
  };

  picture->choice = (Choice) { folds, NULL, 0 };
  picture->workspace = create_plan (has_pins);
  picture->analysis = tl_analysis_new (picture->workspace, tl_date_from_ymd (2025, 11, 21));
  picture->scene = tl_scene_new_map (picture->analysis, &options);
}

static void
picture_clear (Picture *picture)
{
  tl_scene_free (picture->scene);
  tl_analysis_unref (picture->analysis);
  g_object_unref (picture->workspace);
  g_free (picture->choice.second);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static const TlPainterItem *
get_item (const TlScene *scene, guint entry)
{
  return &tl_display_list_get_entry (tl_scene_get_list (scene), entry)->item;
}

static gboolean
find (const TlScene *scene, const char *id, guint *entry)
{
  return tl_display_list_find (tl_scene_get_list (scene), id, entry);
}

/* Each item of a kind is in the picture, or is folded into something of it, and not both. */
static void
assert_all_there (const Picture *picture, const TlScene *open, TlKind kind)
{
  for (guint i = 0; i < tl_workspace_get_n_items (picture->workspace, kind); i++)
    {
      TlItem *item = tl_workspace_get_item (picture->workspace, kind, i);
      guint entry;
      gboolean was_there = find (open, tl_item_get_id (item), &entry);
      gboolean is_there = find (picture->scene, tl_item_get_id (item), &entry);
      gboolean is_hidden = tl_scene_find_hidden (picture->scene, item, &entry);
      TlFold fold;

      g_test_message ("%s", tl_item_get_id (item));
      g_assert_cmpint (is_there + is_hidden, ==, was_there ? 1 : 0);
      if (!is_hidden)
        continue;
      g_assert_true (tl_scene_get_fold (picture->scene, entry, &fold));
      g_assert_true (fold.is_folded);
      g_assert_cmpuint (fold.n_hidden, >, 0);
    }
}

/* Where a link ends: at the card of the item, or at what that is folded into. */
static guint
find_end (const Picture *picture, TlItem *link, TlField end)
{
  TlItem *item = tl_item_get_ref (link, end);
  guint entry = 0;

  if (!tl_scene_find_hidden (picture->scene, item, &entry))
    g_assert_true (find (picture->scene, tl_item_get_id (item), &entry));
  return entry;
}

/* Links that were there are found by their ids, between the cards that they lead to. */
static void
assert_links (const Picture *picture, const TlScene *open)
{
  for (guint i = 0; i < tl_workspace_get_n_items (picture->workspace, TL_KIND_LINK); i++)
    {
      TlItem *link = tl_workspace_get_item (picture->workspace, TL_KIND_LINK, i);
      guint entry, left, right;

      g_test_message ("%s", tl_item_get_id (link));
      g_assert_cmpint (find (picture->scene, tl_item_get_id (link), &entry), ==,
                       find (open, tl_item_get_id (link), &left));
      if (!find (picture->scene, tl_item_get_id (link), &entry))
        continue;
      g_assert_true (tl_scene_get_ends (picture->scene, entry, &left, &right));
      g_assert_cmpuint (left, ==, find_end (picture, link, TL_LINK_TARGET));
      g_assert_cmpuint (right, ==, find_end (picture, link, TL_LINK_PROJECT));
    }
}

/* The line touches both cards, and does not begin or end beside them. */
static void
assert_lines_arrive (const TlScene *scene)
{
  const TlDisplayList *list = tl_scene_get_list (scene);

  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      guint ends[2];
      TlPoint points[2];

      if (!tl_scene_get_ends (scene, i, &ends[0], &ends[1]))
        continue;
      tl_display_list_draw_entry (list, i);
      g_assert_true (tl_display_list_get_line (list, i, &points[0], &points[1]));
      for (int end = 0; end < 2; end++)
        {
          TlRect card = tl_rect_grow (get_item (scene, ends[end])->bounds, 0.5);

          g_test_message ("%s at %s", get_item (scene, i)->id, get_item (scene, ends[end])->id);
          g_assert_true (tl_rect_contains (card, points[end]));
        }
    }
}

static gboolean
is_solid (const TlPainterItem *item)
{
  return item->role == TL_ENTRY_CARD || item->role == TL_ENTRY_HEADER
         || item->role == TL_ENTRY_LANE;
}

/* Nothing lies on anything else, but for what the user has pinned there. */
static void
assert_no_overlap (const TlScene *scene)
{
  guint n = tl_display_list_get_n_entries (tl_scene_get_list (scene));

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < i; k++)
      {
        const TlPainterItem *a = get_item (scene, i);
        const TlPainterItem *b = get_item (scene, k);

        if (!is_solid (a) || !is_solid (b))
          continue;
        g_test_message ("%s, %s", a->id, b->id);
        g_assert_false (tl_rect_intersects (a->bounds, b->bounds));
      }
}

/* Nor do the grounds of lanes touch each other, whether they are folded or not. */
static void
assert_lanes_apart (const TlScene *scene)
{
  for (guint i = 0; i < tl_scene_get_n_lanes (scene); i++)
    for (guint k = 0; k < i; k++)
      {
        const TlDisplayList *list = tl_scene_get_list (scene);
        TlRect a = tl_display_list_get_entry (list, tl_scene_get_lane (scene, i))->extent;
        TlRect b = tl_display_list_get_entry (list, tl_scene_get_lane (scene, k))->extent;

        g_test_message ("lanes %u and %u: %g + %g, %g + %g; %g + %g, %g + %g", k, i, a.x, a.width,
                        a.y, a.height, b.x, b.width, b.y, b.height);
        g_assert_false (tl_rect_intersects (tl_rect_grow (a, LANE_GAP - 1), b));
      }
}

/* Each lane has one entry that can be folded, with the same id whether it is or not. */
static void
assert_lanes (const Picture *picture, const TlScene *open)
{
  g_assert_cmpuint (tl_scene_get_n_lanes (picture->scene), ==, tl_scene_get_n_lanes (open));
  for (guint i = 0; i < tl_scene_get_n_lanes (open); i++)
    {
      guint entry = tl_scene_get_lane (picture->scene, i);
      const TlPainterItem *item = get_item (picture->scene, entry);
      g_autofree char *facts = NULL;
      g_autofree char *title = tl_scene_describe_lane (picture->scene, entry, &facts);
      TlFold fold;

      g_assert_cmpstr (item->id, ==, get_item (open, tl_scene_get_lane (open, i))->id);
      g_assert_true (tl_scene_get_fold (picture->scene, entry, &fold));
      g_assert_true (fold.is_lane);
      g_assert_cmpint (fold.is_folded, ==, item->role == TL_ENTRY_CARD);
      g_assert_cmpint (fold.is_folded, ==, fold.n_hidden > 0);
      g_assert_false (tl_rect_is_empty (fold.handle));
      item = &tl_display_list_draw_entry (tl_scene_get_list (picture->scene), entry)->item;
      g_assert_nonnull (strstr (item->name, title));
      g_assert_cmpint (strstr (item->name, ", folded, ") != NULL, ==, fold.is_folded);
    }
}

typedef struct
{
  guint arrangement;
  int direction;
  Folds folds;
  gboolean has_pins;
} Case;

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_auto (Picture) open = { 0 };
  g_auto (Picture) picture = { 0 };

  picture_init (&open, &arrangements[c->arrangement], c->direction, FOLD_NOTHING, c->has_pins);
  picture_init (&picture, &arrangements[c->arrangement], c->direction, c->folds, c->has_pins);
  assert_all_there (&picture, open.scene, TL_KIND_GOAL);
  assert_all_there (&picture, open.scene, TL_KIND_OBJECTIVE);
  assert_all_there (&picture, open.scene, TL_KIND_PROJECT);
  assert_links (&picture, open.scene);
  assert_lanes (&picture, open.scene);
  assert_lines_arrive (picture.scene);
  assert_no_overlap (picture.scene);
  assert_lanes_apart (picture.scene);
}

static TlItem *
add (TlWorkspace *workspace, TlKind kind, const char *id)
{
  TlItem *item = tl_workspace_add (workspace, kind, id, TL_POSITION_END, NULL);

  tl_workspace_set_text (workspace, item, TL_ITEM_TITLE, id, NULL);
  return item;
}

static void
add_link (TlWorkspace *workspace, const char *project, const char *target)
{
  TlItem *link = tl_workspace_add (workspace, TL_KIND_LINK, NULL, TL_POSITION_END, NULL);

  tl_workspace_set_ref (workspace, link, TL_LINK_PROJECT, tl_workspace_lookup (workspace, project),
                        NULL);
  tl_workspace_set_ref (workspace, link, TL_LINK_TARGET, tl_workspace_lookup (workspace, target),
                        NULL);
  tl_workspace_set_choice (workspace, link, TL_LINK_STRENGTH, TL_STRENGTH_STRONG, NULL);
}

/* Three projects of a unit, two of them linked to one objective, the third to its goal only. */
static TlWorkspace *
create_unit (void)
{
  static const char *const projects[] = { "one", "two", "three" };
  TlWorkspace *workspace = tl_workspace_new ();
  TlItem *unit = add (workspace, TL_KIND_UNIT, "sales");
  TlItem *goal = add (workspace, TL_KIND_GOAL, "goal");
  TlItem *objective = add (workspace, TL_KIND_OBJECTIVE, "objective");

  tl_workspace_set_text (workspace, unit, TL_ITEM_TITLE, "Sales", NULL);
  tl_workspace_set_ref (workspace, objective, TL_OBJECTIVE_GOAL, goal, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    {
      TlItem *project = add (workspace, TL_KIND_PROJECT, projects[i]);

      tl_workspace_set_choice (workspace, project, TL_PROJECT_STATUS, TL_STATUS_LIVE, NULL);
      tl_workspace_set_number (workspace, project, TL_PROJECT_EFFORT, 10, NULL);
      tl_workspace_set_ref (workspace, project, TL_PROJECT_UNIT, unit, NULL);
      add_link (workspace, projects[i], i < 2 ? "objective" : "goal");
    }
  return workspace;
}

static const char *
get_name (const TlScene *scene, const char *id)
{
  guint entry = 0;

  g_assert_true (find (scene, id, &entry));
  return tl_display_list_draw_entry (tl_scene_get_list (scene), entry)->item.name;
}

/* A strip says what lies in it, its lines for how many links they stand, and the figures of what
 * stays are those of the plan. */
static void
test_words (void)
{
  g_autoptr (TlWorkspace) workspace = create_unit ();
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));
  Choice choice = { FOLD_LANES, NULL, 0 };
  TlSceneOptions options
      = { .arrange_by = TL_ARRANGE_BY_UNIT, .is_folded = is_folded_cb, .fold_data = &choice };
  g_autoptr (TlScene) scene = tl_scene_new_map (analysis, &options);
  g_autofree char *dump = tl_display_list_dump (tl_scene_get_list (scene));
  guint strip = tl_scene_get_lane (scene, 0);
  guint entry;

  g_assert_cmpstr (get_name (scene, "lane:unit:sales"), ==,
                   "Lane, Sales, folded, 3 projects, 1 not aligned, 30 days");
  g_assert_cmpstr (get_name (scene, "header:projects"), ==, "Projects: 0 of 3 shown");
  g_assert_true (g_str_has_suffix (get_name (scene, "objective"), "2 projects serve it"));
  g_assert_nonnull (strstr (dump, "1 not aligned"));
  g_assert_nonnull (strstr (dump, "\"2 links\""));
  g_assert_null (strstr (dump, "\"1 link\""));
  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_LINK); i++)
    {
      TlItem *link = tl_workspace_get_item (workspace, TL_KIND_LINK, i);
      guint left, right;

      g_assert_true (find (scene, tl_item_get_id (link), &entry));
      g_assert_true (tl_scene_get_ends (scene, entry, &left, &right));
      g_assert_cmpuint (right, ==, strip);
    }
  g_assert_cmpstr (get_name (scene, get_item (scene, entry)->id), ==,
                   "1 link between Sales and goal");
}

/* Without a way to fold, as on paper, nothing can be folded and nothing says so. */
static void
test_paper (void)
{
  g_autoptr (TlWorkspace) workspace = create_unit ();
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));
  TlSceneOptions options = { .arrange_by = TL_ARRANGE_BY_UNIT, .with_legend = TRUE };
  g_autoptr (TlScene) scene = tl_scene_new_map (analysis, &options);

  g_assert_cmpuint (tl_scene_get_n_lanes (scene), ==, 0);
  g_assert_cmpstr (get_name (scene, "lane:unit:sales"), ==,
                   "Lane, Sales, 3 projects, 1 not aligned, 30 days");
}

/* What is pinned lies in no lane, and stays when its lane is folded. */
static void
test_pinned (void)
{
  g_autoptr (TlWorkspace) workspace = create_unit ();
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (TlScene) scene = NULL;
  Choice choice = { FOLD_LANES, NULL, 0 };
  TlSceneOptions options
      = { .arrange_by = TL_ARRANGE_BY_UNIT, .is_folded = is_folded_cb, .fold_data = &choice };
  TlFold fold;
  guint entry;

  pin (workspace, "one", 900, -300);
  analysis = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));
  scene = tl_scene_new_map (analysis, &options);
  g_assert_true (find (scene, "one", &entry));
  g_assert_false (tl_scene_get_owner (scene, entry, &entry));
  g_assert_false (find (scene, "two", &entry));
  g_assert_true (tl_scene_get_fold (scene, tl_scene_get_lane (scene, 0), &fold));
  g_assert_cmpuint (fold.n_hidden, ==, 2);
}

/* A chain is lit through a strip, too. */
static void
test_chain (void)
{
  g_autoptr (TlWorkspace) workspace = create_unit ();
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));
  Choice choice = { FOLD_LANES, NULL, 0 };
  TlSceneOptions options
      = { .arrange_by = TL_ARRANGE_BY_UNIT, .is_folded = is_folded_cb, .fold_data = &choice };
  g_autoptr (TlScene) scene = tl_scene_new_map (analysis, &options);
  g_autoptr (TlHighlight) highlight = tl_highlight_new (scene);
  guint entry;

  tl_highlight_add_chain (highlight, "lane:unit:sales");
  g_assert_true (find (scene, "goal", &entry));
  g_assert_cmpint (tl_highlight_get (entry, highlight), ==, TL_EMPHASIS_LIT);
}

static void
add_cases (void)
{
  static const char *const directions[] = { "right", "down" };

  for (guint i = 0; i < G_N_ELEMENTS (arrangements); i++)
    for (int direction = 0; direction < TL_N_MAP_DIRECTION; direction++)
      for (int folds = 0; folds < N_FOLDS; folds++)
        for (int pins = 0; pins < 2; pins++)
          {
            Case c = { i, direction, (Folds) folds, pins == 1 };
            g_autofree char *path
                = g_strdup_printf ("/lane-fold/%s/%s/%s%s%s", arrangements[i].name,
                                   directions[direction], fold_names[folds], pins == 1 ? "/" : "",
                                   pin_names[pins]);

            g_test_add_data_func_full (path, g_memdup2 (&c, sizeof c), test_case, g_free);
          }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_cases ();
  g_test_add_func ("/lane-fold/words", test_words);
  g_test_add_func ("/lane-fold/paper", test_paper);
  g_test_add_func ("/lane-fold/pinned", test_pinned);
  g_test_add_func ("/lane-fold/chain", test_chain);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "sample-workspace.h"
#include "tl-legend.h"
#include "tl-scene.h"

#define CURVE_STEPS 64 /* chords that stand for a curve */
#define SLACK 0.01     /* map units */
#define GAP 80.0       /* between columns */
#define NARROW_GAP 32.0

/* What links look like when they have been painted: for each, the points of its curves, one after
 * the other, as a painter gets them. */
typedef struct
{
  guint entry;
  TlStroke stroke;
  TlRect count;   /* what it says of how many links it stands for; or empty */
  GArray *points; /* of TlPoint */
} Line;

static void
clear_line (gpointer data)
{
  g_array_unref (((Line *) data)->points);
}

/* A painter that walks along whatever is stroked. */
#define TEST_TYPE_WALKER (test_walker_get_type ())
G_DECLARE_FINAL_TYPE (TestWalker, test_walker, TEST, WALKER, TlPainter)

struct _TestWalker
{
  TlPainter parent_instance;

  Line *line; /* borrowed */
};

G_DEFINE_FINAL_TYPE (TestWalker, test_walker, TL_TYPE_PAINTER)

static TlPoint
get_point_on_cubic (TlPoint from, const TlPoint p[3], double t)
{
  double s = 1 - t;

  return tl_point (s * s * s * from.x + 3 * s * s * t * p[0].x + 3 * s * t * t * p[1].x
                       + t * t * t * p[2].x,
                   s * s * s * from.y + 3 * s * s * t * p[0].y + 3 * s * t * t * p[1].y
                       + t * t * t * p[2].y);
}

static void
stroke_path (TlPainter *painter, TlPath path, TlStroke stroke, TlColor color)
{
  Line *line = TEST_WALKER (painter)->line;
  TlPoint last = { 0, 0 };

  line->stroke = stroke;
  for (guint i = 0; i < path.n_segments; i++)
    {
      const TlPathSegment *segment = &path.segments[i];
      gboolean is_curve = segment->verb == TL_PATH_CUBIC;

      g_assert_cmpint (segment->verb, !=, TL_PATH_CLOSE);
      for (int step = 1; is_curve && step < CURVE_STEPS; step++)
        {
          TlPoint between = get_point_on_cubic (last, segment->p, (double) step / CURVE_STEPS);

          g_array_append_val (line->points, between);
        }
      last = segment->p[is_curve ? 2 : 0];
      g_array_append_val (line->points, last);
    }
}

/* The ground of its count. */
static void
fill_rect (TlPainter *painter, TlRect rect, double radius, TlColor color)
{
  TEST_WALKER (painter)->line->count = rect;
}

static void
stroke_rect (TlPainter *painter, TlRect rect, double radius, TlStroke stroke, TlColor color)
{
  g_assert_true (tl_rect_contains_rect (TEST_WALKER (painter)->line->count, rect));
}

static void
draw_text (TlPainter *painter, const TlText *text, TlPoint origin)
{
  g_assert_true (tl_rect_contains (TEST_WALKER (painter)->line->count, origin));
}

static void
test_walker_class_init (TestWalkerClass *klass)
{
  TL_PAINTER_CLASS (klass)->fill_rect = fill_rect;
  TL_PAINTER_CLASS (klass)->stroke_rect = stroke_rect;
  TL_PAINTER_CLASS (klass)->draw_text = draw_text;
  TL_PAINTER_CLASS (klass)->stroke_path = stroke_path;
}

static void
test_walker_init (TestWalker *self)
{
}

static GArray *
walk_lines (const TlScene *scene)
{
  g_autoptr (TestWalker) walker = g_object_new (TEST_TYPE_WALKER, NULL);
  const TlDisplayList *list = tl_scene_get_list (scene);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      guint left, right;
      Line line = { .entry = i };

      if (!tl_scene_get_ends (scene, i, &left, &right))
        continue;
      line.points = g_array_new (FALSE, FALSE, sizeof (TlPoint));
      walker->line = &line;
      tl_display_list_paint_entry (list, i, TL_PAINTER (walker), TL_DETAIL_FULL, TL_EMPHASIS_NONE);
      g_assert_cmpuint (line.points->len, >=, 2);
      g_array_append_val (lines, line);
    }
  return lines;
}

static TlRect
get_bounds (const TlScene *scene, guint entry)
{
  return tl_display_list_get_entry (tl_scene_get_list (scene), entry)->item.bounds;
}

static gboolean
is_card (const TlScene *scene, guint entry)
{
  return tl_display_list_get_entry (tl_scene_get_list (scene), entry)->item.role == TL_ENTRY_CARD;
}

/* The box that a chord needs with the width of its line. */
static TlRect
get_chord_box (TlPoint a, TlPoint b, double width)
{
  TlRect box = tl_rect (MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y));

  return tl_rect_grow (box, width / 2 - SLACK);
}

/* Nor is what it says. */
static void
assert_count_is_free (const TlScene *scene, const Line *line)
{
  g_autoptr (GArray) found = tl_display_list_query (tl_scene_get_list (scene), line->count);

  for (guint i = 0; i < found->len && !tl_rect_is_empty (line->count); i++)
    {
      guint entry = g_array_index (found, guint, i);

      g_assert_false (is_card (scene, entry)
                      && tl_rect_intersects (get_bounds (scene, entry), line->count));
    }
}

/* Chords are so short that their boxes do for them. */
static void
assert_line_is_free (const TlScene *scene, const Line *line)
{
  guint left, right;

  g_assert_true (tl_scene_get_ends (scene, line->entry, &left, &right));
  for (guint i = 1; i < line->points->len; i++)
    {
      TlRect box = get_chord_box (g_array_index (line->points, TlPoint, i - 1),
                                  g_array_index (line->points, TlPoint, i), line->stroke.width);
      g_autoptr (GArray) found = tl_display_list_query (tl_scene_get_list (scene), box);

      for (guint k = 0; k < found->len; k++)
        {
          guint entry = g_array_index (found, guint, k);

          if (entry == left || entry == right || !is_card (scene, entry))
            continue;
          if (tl_rect_intersects (get_bounds (scene, entry), box))
            g_error ("%s passes under %s",
                     tl_display_list_draw_entry (tl_scene_get_list (scene), line->entry)->item.name,
                     tl_display_list_draw_entry (tl_scene_get_list (scene), entry)->item.name);
        }
    }
}

static TlPoint
get_end (const Line *line, gboolean is_right)
{
  return g_array_index (line->points, TlPoint, is_right ? line->points->len - 1 : 0);
}

/* A line touches the sides of its two cards that face each other, and goes on from where it is. */
static void
assert_line_is_whole (const TlScene *scene, const Line *line)
{
  TlPoint start = get_end (line, FALSE);
  TlPoint end = get_end (line, TRUE);
  guint left, right;
  TlRect from, to;

  g_assert_true (tl_scene_get_ends (scene, line->entry, &left, &right));
  from = get_bounds (scene, left);
  to = get_bounds (scene, right);
  g_assert_cmpfloat_with_epsilon (start.x, from.x + from.width, SLACK);
  g_assert_cmpfloat_with_epsilon (end.x, to.x, SLACK);
  g_assert_cmpfloat (start.y, >=, from.y);
  g_assert_cmpfloat (start.y, <=, from.y + from.height);
  g_assert_cmpfloat (end.y, >=, to.y);
  g_assert_cmpfloat (end.y, <=, to.y + to.height);
}

/* One end of a line at the side of a card. */
typedef struct
{
  guint card;
  gboolean is_right; /* the side */
  double level;      /* where it touches */
  double toward;     /* where it comes to the next column */
} Touch;

/* Where the line is when it has crossed the gap beside a card. */
static double
get_level_across (const Line *line, gboolean is_right, double gap)
{
  guint n = line->points->len;
  double start = get_end (line, !is_right).x;

  for (guint i = 0; i < n; i++)
    {
      TlPoint point = g_array_index (line->points, TlPoint, is_right ? i : n - 1 - i);

      if (fabs (point.x - start) >= gap - SLACK)
        return point.y;
    }
  return get_end (line, is_right).y;
}

static int
compare_touches (gconstpointer a, gconstpointer b)
{
  const Touch *p = a;
  const Touch *q = b;

  if (p->card != q->card)
    return p->card < q->card ? -1 : 1;
  if (p->is_right != q->is_right)
    return p->is_right ? 1 : -1;
  if (fabs (p->level - q->level) > SLACK)
    return p->level < q->level ? -1 : 1;
  return p->toward < q->toward ? -1 : p->toward > q->toward;
}

static void
assert_order (const TlScene *scene, const GArray *lines, double gap)
{
  g_autoptr (GArray) touches = g_array_new (FALSE, FALSE, sizeof (Touch));

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      Touch touch = { 0 };

      for (int side = 0; side < 2; side++)
        {
          guint left, right;

          tl_scene_get_ends (scene, line->entry, &left, &right);
          touch.is_right = side == 0;
          touch.card = touch.is_right ? left : right;
          touch.level = get_end (line, !touch.is_right).y;
          touch.toward = get_level_across (line, touch.is_right, gap);
          g_array_append_val (touches, touch);
        }
    }
  g_array_sort (touches, compare_touches);
  for (guint i = 1; i < touches->len; i++)
    {
      const Touch *before = &g_array_index (touches, Touch, i - 1);
      const Touch *touch = &g_array_index (touches, Touch, i);

      if (before->card == touch->card && before->is_right == touch->is_right)
        g_assert_cmpfloat (before->toward, <=, touch->toward + SLACK);
    }
}

static const struct
{
  const char *name;
  guint n_projects; /* of a plan that is made up; 0 for the sample */
  gboolean is_compact;
  gboolean is_narrow;
  gboolean include_uncounted;
  int arrange_by;
  guint unfolded; /* of so many goals one is not folded; 0 where none is folded */
} cases[] = {
  { "sample", 0 },
  { "sample/compact", 0, TRUE },
  { "sample/narrow", 0, FALSE, TRUE },
  { "sample/all", 0, FALSE, FALSE, TRUE },
  { "sample/folded", 0, .unfolded = 1000 },
  { "sample/some-folded", 0, .unfolded = 2 },
  { "plan-7", 7 },
  { "plan-60", 60 },
  { "plan-60/compact", 60, TRUE },
  { "plan-60/narrow", 60, FALSE, TRUE },
  { "plan-60/folded", 60, .unfolded = 1000 },
  { "plan-60/narrow-some-folded", 60, FALSE, TRUE, .unfolded = 2 },
  { "sample/theme", 0, .arrange_by = TL_ARRANGE_BY_THEME },
  { "sample/unit", 0, .arrange_by = TL_ARRANGE_BY_UNIT },
  { "sample/quarter", 0, .arrange_by = TL_ARRANGE_BY_QUARTER },
  { "plan-60/quarter-some-folded", 60, .arrange_by = TL_ARRANGE_BY_QUARTER, .unfolded = 2 },
  { "plan-500", 500 },
  { "plan-500/some-folded", 500, .unfolded = 3 },
};

/* One goal of so many, the first one among them, is not folded. */
typedef struct
{
  guint unfolded;
  guint n;
} Folds;

static gboolean
is_folded_cb (const char *id, gpointer data)
{
  Folds *folds = data;

  return folds->n++ % folds->unfolded != 0;
}

/* Links straight to a goal pass the column of the objectives. */
static void
add_stop_gaps (TlWorkspace *workspace)
{
  guint n_goals = tl_workspace_get_n_items (workspace, TL_KIND_GOAL);

  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_PROJECT); i += 5)
    {
      TlItem *link = tl_workspace_add (workspace, TL_KIND_LINK, NULL, TL_POSITION_END, NULL);

      tl_workspace_set_ref (workspace, link, TL_LINK_PROJECT,
                            tl_workspace_get_item (workspace, TL_KIND_PROJECT, i), NULL);
      tl_workspace_set_ref (workspace, link, TL_LINK_TARGET,
                            tl_workspace_get_item (workspace, TL_KIND_GOAL, i % n_goals), NULL);
      tl_workspace_set_choice (workspace, link, TL_LINK_STRENGTH, TL_STRENGTH_STRONG, NULL);
    }
}

static TlWorkspace *
create_workspace (guint n_projects)
{
  TlWorkspace *workspace
      = n_projects == 0 ? sample_workspace_new () : sample_workspace_new_plan (n_projects);

  if (n_projects > 0)
    add_stop_gaps (workspace);
  return workspace;
}

static void
test_lines (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (TlWorkspace) workspace = create_workspace (cases[i].n_projects);
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));
  Folds folds = { cases[i].unfolded, 0 };
  TlSceneOptions options = {
    .is_compact = cases[i].is_compact,
    .is_narrow = cases[i].is_narrow,
    .include_uncounted = cases[i].include_uncounted,
    .arrange_by = cases[i].arrange_by,
    .is_folded = cases[i].unfolded > 0 ? is_folded_cb : NULL,
    .fold_data = &folds,
  };
  g_autoptr (TlScene) scene = tl_scene_new_map (analysis, &options);
  g_autoptr (GArray) lines = walk_lines (scene);

  g_assert_cmpuint (lines->len, >, 0);
  for (guint k = 0; k < lines->len; k++)
    {
      const Line *line = &g_array_index (lines, Line, k);

      assert_line_is_whole (scene, line);
      assert_line_is_free (scene, line);
      assert_count_is_free (scene, line);
    }
  assert_order (scene, lines, cases[i].is_narrow ? NARROW_GAP : GAP);
}

static gboolean
has_key (const TlScene *scene, const char *label)
{
  g_autoptr (GArray) keys = tl_legend_list_keys (scene);

  for (guint i = 0; i < keys->len; i++)
    if (g_strcmp0 (g_array_index (keys, TlLegendKey, i).label, label) == 0)
      return TRUE;
  return FALSE;
}

/* What a line shows is in the legend, and is said in words: how strong by width, weak by dots,
 * disputed by dashes. */
static void
test_looks (void)
{
  static const struct
  {
    int strength;
    int status;
    double width;
    gboolean is_dotted;
    gboolean is_dashed;
    const char *key;
    const char *words;
  } looks[] = {
    { TL_STRENGTH_STRONG, TL_CHOICE_NONE, 5, FALSE, FALSE, "strong link", "strength: Strong" },
    { TL_STRENGTH_MEDIUM, TL_LINK_STATUS_AGREED, 3, FALSE, FALSE, "medium", "strength: Medium" },
    { TL_STRENGTH_WEAK, TL_LINK_STATUS_PROPOSED, 1.5, TRUE, FALSE, "weak", "strength: Weak" },
    { TL_CHOICE_NONE, TL_CHOICE_NONE, 1.5, TRUE, FALSE, "weak", "strength not recorded" },
    { TL_STRENGTH_STRONG, TL_LINK_STATUS_DISPUTED, 5, FALSE, TRUE, "strong link",
      "strength: Strong, disputed" },
    { TL_STRENGTH_WEAK, TL_LINK_STATUS_DISPUTED, 1.5, FALSE, TRUE, "weak",
      "strength: Weak, disputed" },
    { TL_CHOICE_NONE, TL_LINK_STATUS_DISPUTED, 1.5, FALSE, TRUE, "weak",
      "strength not recorded, disputed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
      TlItem *goal = tl_workspace_add (workspace, TL_KIND_GOAL, NULL, TL_POSITION_END, NULL);
      TlItem *project = tl_workspace_add (workspace, TL_KIND_PROJECT, NULL, TL_POSITION_END, NULL);
      TlItem *link = tl_workspace_add (workspace, TL_KIND_LINK, NULL, TL_POSITION_END, NULL);
      g_autoptr (TlAnalysis) analysis = NULL;
      g_autoptr (TlScene) scene = NULL;
      g_autoptr (GArray) lines = NULL;
      const Line *line;

      tl_workspace_set_choice (workspace, project, TL_PROJECT_STATUS, TL_STATUS_LIVE, NULL);
      tl_workspace_set_ref (workspace, link, TL_LINK_PROJECT, project, NULL);
      tl_workspace_set_ref (workspace, link, TL_LINK_TARGET, goal, NULL);
      if (looks[i].strength != TL_CHOICE_NONE)
        tl_workspace_set_choice (workspace, link, TL_LINK_STRENGTH, looks[i].strength, NULL);
      if (looks[i].status != TL_CHOICE_NONE)
        tl_workspace_set_choice (workspace, link, TL_LINK_STATUS, looks[i].status, NULL);
      analysis = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));
      scene = tl_scene_new_map (analysis, NULL);
      lines = walk_lines (scene);
      g_assert_cmpuint (lines->len, ==, 1);
      line = &g_array_index (lines, Line, 0);
      g_assert_cmpfloat (line->stroke.width, ==, looks[i].width);
      g_assert_cmpint (line->stroke.gap > 0 && line->stroke.dash == 0, ==, looks[i].is_dotted);
      g_assert_cmpint (line->stroke.gap > 0 && line->stroke.dash > 0, ==, looks[i].is_dashed);
      g_assert_true (has_key (scene, looks[i].key));
      g_assert_cmpint (has_key (scene, "disputed"), ==, looks[i].is_dashed);
      g_assert_true (
          g_str_has_suffix (tl_display_list_draw_entry (tl_scene_get_list (scene), line->entry)
                                ->item.name,
                            looks[i].words));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/links/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_lines);
    }
  g_test_add_func ("/links/looks", test_looks);
  return g_test_run ();
}

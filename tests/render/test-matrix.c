/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "sample-workspace.h"
#include "tl-display-list-private.h"
#include "tl-matrix-scene.h"
#include "tl-svg-painter.h"

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
analyse (Sample *sample)
{
  g_clear_pointer (&sample->analysis, tl_analysis_unref);
  sample->analysis = tl_analysis_new (sample->workspace, tl_date_from_ymd (2025, 11, 21));
}

static void
tear_down (Sample *sample, gconstpointer data)
{
  g_clear_pointer (&sample->analysis, tl_analysis_unref);
  g_clear_object (&sample->workspace);
}

static TlItem *
get (Sample *sample, const char *id)
{
  TlItem *item = tl_workspace_lookup (sample->workspace, id);

  g_assert_nonnull (item);
  return item;
}

static TlItem *
add_link (Sample *sample, const char *project, const char *target, int strength)
{
  TlItem *link = tl_workspace_add (sample->workspace, TL_KIND_LINK, NULL, TL_POSITION_END, NULL);

  tl_workspace_set_ref (sample->workspace, link, TL_LINK_PROJECT, get (sample, project), NULL);
  tl_workspace_set_ref (sample->workspace, link, TL_LINK_TARGET, get (sample, target), NULL);
  tl_workspace_set_choice (sample->workspace, link, TL_LINK_STRENGTH, strength, NULL);
  analyse (sample);
  return link;
}

static const TlMatrixCell *
get_cell (Sample *sample, const TlMatrix *matrix, const char *project, const char *target)
{
  int row = tl_matrix_find_row (matrix, get (sample, project));
  int column = tl_matrix_find_column (matrix, get (sample, target));

  g_assert_cmpint (row, >=, 0);
  g_assert_cmpint (column, >=, 0);
  return tl_matrix_get_cell (matrix, row, column);
}

static guint
count_cells (const TlMatrix *matrix)
{
  guint n = 0;

  for (int row = 0; row < tl_matrix_get_n_rows (matrix); row++)
    {
      guint n_cells;

      tl_matrix_get_cells (matrix, row, &n_cells);
      n += n_cells;
    }
  return n;
}

static void
test_all_is_there (Sample *sample, gconstpointer data)
{
  TlMatrixOptions everything = { .include_uncounted = TRUE };
  TlMatrixOptions folded = { .fold_all = TRUE };
  g_autoptr (TlMatrix) matrix = tl_matrix_new (sample->analysis, NULL);
  g_autoptr (TlMatrix) all = tl_matrix_new (sample->analysis, &everything);
  g_autoptr (TlMatrix) goals = tl_matrix_new (sample->analysis, &folded);

  g_assert_cmpint (tl_matrix_get_n_rows (matrix), ==, 45);
  g_assert_cmpint (tl_matrix_get_n_columns (matrix), ==, 28);
  g_assert_cmpint (tl_matrix_get_n_groups (matrix), ==, 8);
  g_assert_cmpint (tl_matrix_get_n_rows (all), ==, 52);
  g_assert_cmpint (tl_matrix_get_n_columns (all), ==, 29);
  g_assert_cmpint (tl_matrix_get_n_columns (goals), ==, 8);
  g_assert_cmpuint (count_cells (matrix), ==, tl_matrix_get_n_links (matrix));
  g_assert_cmpuint (tl_matrix_get_n_links (goals), ==, tl_matrix_get_n_links (matrix));
  g_assert_cmpuint (count_cells (goals), <, count_cells (matrix));
  g_assert_cmpfloat_with_epsilon (tl_matrix_get_days (matrix),
                                  tl_analysis_get_figures (sample->analysis)->effort_days, 1e-9);
}

/* Goals stand in priority order; what their objectives' columns say adds up to what they say. */
static void
test_totals (Sample *sample, gconstpointer data)
{
  TlAlignment *alignment = tl_analysis_get_alignment (sample->analysis);
  g_autoptr (TlMatrix) matrix = tl_matrix_new (sample->analysis, NULL);
  double x = 0;

  for (int i = 0; i < tl_matrix_get_n_groups (matrix); i++)
    {
      const TlMatrixGroup *group = tl_matrix_get_group (matrix, i);
      double days = 0;

      g_assert_cmpuint (group->rank, ==, (guint) i + 1);
      for (int j = 0; j < group->n_columns; j++)
        {
          const TlMatrixColumn *column = tl_matrix_get_column (matrix, group->first_column + j);
          guint n;

          tl_alignment_get_supporters (alignment, column->item, &n);
          g_assert_cmpuint (column->n_projects, ==, n);
          g_assert_cmpfloat (column->x, ==, x);
          g_assert_cmpint (column->group, ==, i);
          x += column->width;
          days += column->days;
        }
      g_assert_cmpfloat_with_epsilon (days, group->days, 1e-9);
      g_assert_cmpfloat_with_epsilon (group->days,
                                      tl_alignment_get_goal_effort (alignment, group->goal), 1e-9);
    }
  g_assert_cmpfloat (tl_matrix_get_columns_width (matrix), ==, x);
}

static void
test_order (Sample *sample, gconstpointer data)
{
  TlMatrixOptions options = { .order = TL_MATRIX_BY_GOAL };
  g_autoptr (TlMatrix) by_goal = tl_matrix_new (sample->analysis, &options);
  g_autoptr (TlMatrix) by_days = NULL;
  g_autoptr (TlMatrix) by_title = NULL;

  options.order = TL_MATRIX_BY_DAYS;
  by_days = tl_matrix_new (sample->analysis, &options);
  options.order = TL_MATRIX_BY_TITLE;
  by_title = tl_matrix_new (sample->analysis, &options);
  for (int i = 1; i < 45; i++)
    {
      double before = tl_matrix_get_row (by_days, i - 1)->days;
      double after = tl_matrix_get_row (by_days, i)->days;

      g_assert_true (isnan (after) || before >= after);
      g_assert_cmpint (g_utf8_collate (tl_matrix_get_row (by_title, i - 1)->title,
                                       tl_matrix_get_row (by_title, i)->title),
                       <=, 0);
      g_assert_false (tl_matrix_get_row (by_goal, i - 1)->n_links == 0
                      && tl_matrix_get_row (by_goal, i)->n_links > 0);
    }
  for (int i = 42; i < 45; i++)
    {
      g_assert_cmpint (tl_matrix_get_row (by_goal, i)->standing, ==, TL_STANDING_MANDATE);
      g_assert_null (tl_matrix_get_row (by_goal, i)->sign);
    }
  g_assert_nonnull (tl_matrix_get_row (by_goal, 41)->sign);
  g_assert_nonnull (get_cell (sample, by_goal, tl_matrix_get_row (by_goal, 0)->id, "G4-1"));
}

/* What nothing serves: the objectives and goals that the map marks, and no other. */
static void
test_signs (Sample *sample, gconstpointer data)
{
  g_autoptr (TlMatrix) matrix = tl_matrix_new (sample->analysis, NULL);
  TlAlignment *alignment = tl_analysis_get_alignment (sample->analysis);
  guint n = 0;

  for (int i = 0; i < tl_matrix_get_n_columns (matrix); i++)
    {
      const TlMatrixColumn *column = tl_matrix_get_column (matrix, i);
      gboolean is_covered = tl_alignment_is_covered (alignment, column->item);

      g_assert_false (is_covered && column->sign != NULL);
      n += column->sign != NULL ? 1 : 0;
      /* No learning there, by choice: nothing to decide. */
      if (!is_covered && column->sign == NULL)
        g_assert_cmpstr (tl_matrix_get_group (matrix, column->group)->id, ==, "G6");
    }
  g_assert_cmpuint (n, ==, 12);
  g_assert_nonnull (tl_matrix_get_group (matrix, 2)->sign);
}

static void
test_folding (Sample *sample, gconstpointer data)
{
  g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);
  TlMatrixOptions options = { .folded = folded };
  g_autoptr (TlMatrix) matrix = NULL;
  const TlMatrixCell *cell;
  g_autofree char *name = NULL;

  g_hash_table_add (folded, (gpointer) "G4");
  add_link (sample, "P38", "G4", TL_STRENGTH_WEAK);
  matrix = tl_matrix_new (sample->analysis, &options);
  g_assert_cmpint (tl_matrix_get_n_columns (matrix), ==, 28 - 5 + 1);
  g_assert_true (tl_matrix_get_group (matrix, 0)->is_folded);
  g_assert_cmpint (tl_matrix_find_column (matrix, get (sample, "G4-1")), ==, 0);
  g_assert_cmpint (tl_matrix_find_column (matrix, get (sample, "G4")), ==, 0);
  cell = get_cell (sample, matrix, "P38", "G4");
  g_assert_nonnull (cell);
  g_assert_cmpuint (cell->n_straight, ==, 1);
  g_assert_cmpuint (cell->n_links, >, cell->n_straight);
  name = tl_matrix_name_cell (matrix, cell->row, cell->column);
  g_assert_nonnull (strstr (name, "through"));
}

/* A link straight to a goal makes a column for it; a link to what is closed is told apart. */
static void
test_stop_gaps (Sample *sample, gconstpointer data)
{
  TlMatrixOptions options = { .include_uncounted = TRUE };
  g_autoptr (TlMatrix) matrix = NULL;
  const TlMatrixCell *straight, *closed;
  g_autofree char *straight_name = NULL;
  g_autofree char *closed_name = NULL;

  add_link (sample, "P17", "G4", TL_STRENGTH_STRONG);
  add_link (sample, "P17", "G3-5", TL_STRENGTH_STRONG);
  matrix = tl_matrix_new (sample->analysis, &options);
  g_assert_cmpint (tl_matrix_get_n_columns (matrix), ==, 30);
  straight = get_cell (sample, matrix, "P17", "G4");
  closed = get_cell (sample, matrix, "P17", "G3-5");
  g_assert_true (tl_matrix_get_column (matrix, straight->column)->is_goal);
  g_assert_cmpuint (straight->n_straight, ==, 1);
  g_assert_false (straight->is_closed);
  g_assert_true (closed->is_closed);
  g_assert_cmpuint (tl_matrix_get_column (matrix, closed->column)->n_projects, ==, 0);
  straight_name = tl_matrix_name_cell (matrix, straight->row, straight->column);
  closed_name = tl_matrix_name_cell (matrix, closed->row, closed->column);
  g_assert_nonnull (strstr (straight_name, "stop-gap: strong"));
  g_assert_nonnull (strstr (closed_name, "not active"));
}

static gboolean
is_one_of (TlItem *item, gpointer user_data)
{
  return g_strv_contains (user_data, tl_item_get_id (item));
}

/* What is asked for is shown with what it is linked to. */
static void
test_filter (Sample *sample, gconstpointer data)
{
  const char *project[] = { "P38", NULL };
  const char *goal[] = { "G4", NULL };
  const char *nothing[] = { NULL };
  TlMatrixOptions options = { .shows = is_one_of, .shows_data = project };
  g_autoptr (TlMatrix) of_project = tl_matrix_new (sample->analysis, &options);
  g_autoptr (TlMatrix) of_goal = NULL;
  g_autoptr (TlMatrix) of_nothing = NULL;

  options.shows_data = goal;
  of_goal = tl_matrix_new (sample->analysis, &options);
  options.shows_data = nothing;
  of_nothing = tl_matrix_new (sample->analysis, &options);
  g_assert_cmpint (tl_matrix_get_n_rows (of_project), ==, 1);
  g_assert_cmpint (tl_matrix_get_n_columns (of_project), ==, 2);
  g_assert_cmpint (tl_matrix_get_n_columns (of_goal), ==, 5);
  g_assert_cmpint (tl_matrix_get_n_groups (of_goal), ==, 1);
  g_assert_cmpint (tl_matrix_get_n_rows (of_goal), ==, 2);
  g_assert_cmpint (tl_matrix_get_n_rows (of_nothing), ==, 0);
  g_assert_cmpint (tl_matrix_get_n_columns (of_nothing), ==, 0);
}

/* Rows stay where they are when the plan changes under the pointer; new ones come last. */
static void
test_order_is_kept (Sample *sample, gconstpointer data)
{
  for (int order = 0; order < TL_N_MATRIX_ORDERS; order++)
    {
      TlMatrixOptions options = { .order = (TlMatrixOrder) order };
      g_autoptr (TlMatrix) before = tl_matrix_new (sample->analysis, &options);
      g_autoptr (TlMatrix) after = NULL;
      TlItem *link = add_link (sample, "P17", "G4-1", TL_STRENGTH_STRONG);
      int row = tl_matrix_find_row (before, get (sample, "P17"));

      options.previous = before;
      after = tl_matrix_new (sample->analysis, &options);
      g_assert_cmpint (tl_matrix_find_row (after, get (sample, "P17")), ==, row);
      for (int i = 0; i < tl_matrix_get_n_rows (before); i++)
        g_assert_cmpstr (tl_matrix_get_row (before, i)->id, ==, tl_matrix_get_row (after, i)->id);
      for (int i = 0; i < tl_matrix_get_n_columns (before); i++)
        g_assert_cmpstr (tl_matrix_get_column (before, i)->id, ==,
                         tl_matrix_get_column (after, i)->id);
      tl_workspace_remove (sample->workspace, link);
      analyse (sample);
    }
}

static void
test_next_filled (Sample *sample, gconstpointer data)
{
  g_autoptr (TlMatrix) matrix = tl_matrix_new (sample->analysis, NULL);

  for (int row = 0; row < tl_matrix_get_n_rows (matrix); row++)
    {
      guint n;
      const TlMatrixCell *cells = tl_matrix_get_cells (matrix, row, &n);
      int column = TL_MATRIX_NONE;

      for (guint i = 0; i < n; i++)
        {
          column = tl_matrix_find_filled (matrix, row, column, 0, 1);
          g_assert_cmpint (column, ==, cells[i].column);
        }
      g_assert_cmpint (tl_matrix_find_filled (matrix, row, MAX (column, 0), 0, 1), ==,
                       n > 0 ? TL_MATRIX_NONE : tl_matrix_find_filled (matrix, row, 0, 0, 1));
    }
  for (int column = 0; column < tl_matrix_get_n_columns (matrix); column++)
    {
      guint n = 0;

      for (int row = tl_matrix_get_n_rows (matrix);
           (row = tl_matrix_find_filled (matrix, row, column, -1, 0)) != TL_MATRIX_NONE; n++)
        g_assert_nonnull (tl_matrix_get_cell (matrix, row, column));
      g_assert_cmpuint (n, ==, tl_matrix_get_column (matrix, column)->n_projects);
    }
}

/* What is drawn at a place is what one points at there, scrolled or not. */
static void
test_places (Sample *sample, gconstpointer data)
{
  g_autoptr (TlMatrix) matrix = tl_matrix_new (sample->analysis, NULL);
  TlMatrixFrame frame = tl_matrix_frame (matrix, 900, 600);
  TlRect body = tl_matrix_frame_get_body (&frame);

  frame.scroll_x = 77;
  frame.scroll_y = 211;
  for (int row = 0; row < tl_matrix_get_n_rows (matrix); row++)
    for (int column = 0; column < tl_matrix_get_n_columns (matrix); column++)
      {
        TlMatrixSpot spots[] = { { TL_MATRIX_CELL, row, column },
                                 { TL_MATRIX_ROW, row, TL_MATRIX_NONE },
                                 { TL_MATRIX_COLUMN, TL_MATRIX_NONE, column } };
        TlRect cell = tl_matrix_get_rect (matrix, &frame, &spots[0]);

        if (!tl_rect_contains_rect (body, cell))
          continue;
        for (guint i = 0; i < G_N_ELEMENTS (spots); i++)
          {
            TlRect rect = tl_matrix_get_rect (matrix, &frame, &spots[i]);
            TlMatrixSpot spot = tl_matrix_hit (matrix, &frame, tl_rect_get_center (rect));

            g_assert_cmpint (spot.part, ==, spots[i].part);
            g_assert_cmpint (spot.row, ==, spots[i].row);
            g_assert_cmpint (spot.column, ==, spots[i].column);
          }
      }
  g_assert_cmpint (tl_matrix_hit (matrix, &frame, tl_point (10, 10)).part, ==, TL_MATRIX_NOWHERE);
}

static TlDisplayList *
record (const TlMatrix *matrix, const TlMatrixFrame *frame)
{
  const TlTheme *theme = tl_theme_get (TL_THEME_LIGHT);
  TlDisplayList *list = tl_display_list_new (theme->canvas);
  g_autoptr (TlRecorder) recorder = tl_recorder_new (list);

  tl_matrix_paint (matrix, frame, theme, TL_PAINTER (recorder), TRUE);
  return list;
}

static const TlEntry *
find (const TlDisplayList *list, const char *id)
{
  guint index = 0;

  g_assert_true (tl_display_list_find (list, id, &index));
  return tl_display_list_get_entry (list, index);
}

/* The picture holds every project, objective and link by its id, named. */
static void
test_picture (Sample *sample, gconstpointer data)
{
  g_autoptr (TlMatrix) matrix = tl_matrix_new (sample->analysis, NULL);
  TlMatrixFrame frame = tl_matrix_frame_whole (matrix);
  g_autoptr (TlDisplayList) list = record (matrix, &frame);
  g_autofree char *dump = tl_display_list_dump (list);
  TlRect bounds = tl_display_list_get_bounds (list);

  for (int i = 0; i < tl_matrix_get_n_rows (matrix); i++)
    g_assert_nonnull (strstr (find (list, tl_matrix_get_row (matrix, i)->id)->item.name,
                              tl_matrix_get_row (matrix, i)->title));
  for (int i = 0; i < tl_matrix_get_n_columns (matrix); i++)
    find (list, tl_matrix_get_column (matrix, i)->id);
  for (int i = 0; i < tl_matrix_get_n_groups (matrix); i++)
    {
      g_autofree char *id = g_strconcat ("matrix:goal:", tl_matrix_get_group (matrix, i)->id, NULL);

      g_assert_cmpint (find (list, id)->item.role, ==, TL_ENTRY_HEADER);
    }
  g_assert_nonnull (strstr (dump, "No project"));
  g_assert_nonnull (strstr (dump, "No objective"));
  g_assert_nonnull (strstr (dump, "turn"));
  g_assert_cmpfloat_with_epsilon (bounds.width, frame.width, 40);
  g_assert_cmpfloat_with_epsilon (bounds.height, frame.height, 40);
}

/* A strength has a form of its own, and not only a colour. */
static void
test_forms (Sample *sample, gconstpointer data)
{
  g_autoptr (GHashTable) forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int strength = 0; strength < TL_N_STRENGTH; strength++)
    {
      TlItem *link = add_link (sample, "P17", "G4-1", strength);
      g_autoptr (TlMatrix) matrix = tl_matrix_new (sample->analysis, NULL);
      TlMatrixFrame frame = tl_matrix_frame_whole (matrix);
      g_autoptr (TlDisplayList) list = record (matrix, &frame);
      const TlEntry *entry = find (list, tl_item_get_id (link));
      const TlOp *op;

      g_assert_cmpuint (entry->n_ops, ==, 1);
      op = tl_display_list_get_op (list, entry->first_op);
      g_hash_table_add (forms, g_strdup_printf ("%d %.1f", op->kind, op->rect.rect.width));
      tl_workspace_remove (sample->workspace, link);
      analyse (sample);
    }
  g_assert_cmpuint (g_hash_table_size (forms), ==, TL_N_STRENGTH);
}

/* A frame holds what is in sight: its cost does not grow with the matrix. */
static void
test_frame (Sample *sample, gconstpointer data)
{
  g_autoptr (TlWorkspace) workspace = sample_workspace_new_plan (2000);
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));
  g_autoptr (TlMatrix) matrix = tl_matrix_new (analysis, NULL);
  TlMatrixFrame frame = tl_matrix_frame (matrix, 1000, 700);
  g_autoptr (TlDisplayList) list = NULL;

  frame.scroll_x = tl_matrix_get_columns_width (matrix) / 2;
  frame.scroll_y = tl_matrix_get_rows_height (matrix) / 2;
  list = record (matrix, &frame);
  g_assert_cmpint (tl_matrix_get_n_rows (matrix), >, 1000);
  g_assert_cmpuint (tl_display_list_get_n_entries (list), <, 300);
}

static void
test_turned_text (Sample *sample, gconstpointer data)
{
  g_autoptr (TlMatrix) matrix = tl_matrix_new (sample->analysis, NULL);
  TlMatrixFrame frame = tl_matrix_frame_whole (matrix);
  g_autoptr (TlDisplayList) list = record (matrix, &frame);
  g_autoptr (TlSvgPainter) painter = tl_svg_painter_new (frame.width, frame.height, "Matrix");
  g_autoptr (GBytes) svg = NULL;
  g_autofree char *text = NULL;
  guint n_open = 0;
  guint n_closed = 0;

  /* By way of a list, which hands on what it was told. */
  tl_display_list_paint (list, TL_PAINTER (painter), NULL, TL_DETAIL_FULL, NULL, NULL);
  svg = tl_svg_painter_finish (painter);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_nonnull (strstr (text, "rotate(-90)"));
  for (const char *c = text; (c = strstr (c, "<g")) != NULL; c++)
    n_open++;
  for (const char *c = text; (c = strstr (c, "</g>")) != NULL; c++)
    n_closed++;
  g_assert_cmpuint (n_open, ==, n_closed);
}

/* Nothing to show is no reason to fall. */
static void
test_nothing (Sample *sample, gconstpointer data)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));
  g_autoptr (TlMatrix) matrix = tl_matrix_new (analysis, NULL);
  TlMatrixFrame frame = tl_matrix_frame (matrix, 300, 200);
  g_autoptr (TlDisplayList) list = record (matrix, &frame);

  g_assert_cmpint (tl_matrix_get_n_rows (matrix), ==, 0);
  g_assert_cmpint (tl_matrix_find_column_at (matrix, 10), ==, TL_MATRIX_NONE);
  g_assert_cmpint (tl_matrix_hit (matrix, &frame, tl_point (200, 150)).part, ==, TL_MATRIX_NOWHERE);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Sample *sample, gconstpointer data);
  } tests[] = {
    { "/render/matrix/all-is-there", test_all_is_there },
    { "/render/matrix/totals", test_totals },
    { "/render/matrix/order", test_order },
    { "/render/matrix/signs", test_signs },
    { "/render/matrix/folding", test_folding },
    { "/render/matrix/stop-gaps", test_stop_gaps },
    { "/render/matrix/filter", test_filter },
    { "/render/matrix/order-is-kept", test_order_is_kept },
    { "/render/matrix/next-filled", test_next_filled },
    { "/render/matrix/places", test_places },
    { "/render/matrix/picture", test_picture },
    { "/render/matrix/forms", test_forms },
    { "/render/matrix/frame", test_frame },
    { "/render/matrix/turned-text", test_turned_text },
    { "/render/matrix/nothing", test_nothing },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Sample, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}

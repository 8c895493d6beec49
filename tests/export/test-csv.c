/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "export-plan.h"

/* Registers as CSV: what Python's reader makes of them is tested with the command line. */

typedef GBytes *(*Make) (TlAnalysis *analysis, const char *what, const char *extension);

static GStrv
make_lines (TlWorkspace *workspace, const char *what, Make make)
{
  g_autoptr (TlAnalysis) analysis = export_plan_analyse (workspace);
  g_autoptr (GBytes) csv = make (analysis, what, "csv");
  g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));

  g_assert_true (g_str_has_suffix (text, "\r\n"));
  return g_strsplit (text, "\r\n", -1);
}

/* The cell of a column in a line without quotes. */
static char *
dup_cell (GStrv lines, guint line, const char *column)
{
  g_auto (GStrv) names = g_strsplit (lines[0], ",", -1);
  g_auto (GStrv) cells = g_strsplit (lines[line], ",", -1);

  g_assert_cmpuint (g_strv_length (names), ==, g_strv_length (cells));
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], column))
      return g_strdup (cells[i]);
  g_error ("there is no column %s", column);
}

static void
test_titles (void)
{
  static const struct
  {
    const char *title;
    const char *written;
  } cases[] = {
    { "Coaching", "Coaching" },
    { "Coaching, for leads", "\"Coaching, for leads\"" },
    { "The \"big\" one", "\"The \"\"big\"\" one\"" },
    { "Two\nlines", "\"Two\nlines\"" },
    { "=SUM(A1)", "\" =SUM(A1)\"" },
    { "@all", "\" @all\"" },
    { "-5 %", "\" -5 %\"" },
    { "Über uns", "Über uns" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
      g_auto (GStrv) lines = NULL;
      g_autofree char *wanted = g_strdup_printf (",units,%s,", cases[i].written);

      export_plan_add (workspace, TL_KIND_UNIT, cases[i].title);
      lines = make_lines (workspace, "table:units", export_make);
      g_assert_true (g_str_has_prefix (lines[0], "id,kind,title,"));
      if (strstr (lines[1], wanted) == NULL)
        g_error ("“%s” is written as: %s", cases[i].title, lines[1]);
    }
}

static void
assert_cell (GStrv lines, const char *column, const char *value)
{
  g_autofree char *cell = dup_cell (lines, 1, column);

  g_assert_cmpstr (cell, ==, value);
}

static void
test_values (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  TlItem *goal = export_plan_add_goal (workspace, "More crews", 100);
  TlItem *objective = export_plan_add_objective (goal, "Crews know the line");
  TlItem *project = export_plan_add_project (workspace, "Coaching for leads", 2.5);
  const char *const audience[] = { "Leads", "Crews", NULL };
  g_auto (GStrv) lines = NULL;

  export_plan_link (project, objective);
  export_plan_set_date (project, TL_PROJECT_START, "2026-03-01");
  tl_workspace_set_words (workspace, project, TL_PROJECT_AUDIENCE, audience, NULL);
  lines = make_lines (workspace, "table", export_make);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  assert_cell (lines, "id", tl_item_get_id (project));
  assert_cell (lines, "kind", "projects");
  assert_cell (lines, "effortDays", "2.5");
  assert_cell (lines, "start", "2026-03-01");
  assert_cell (lines, "end", "");
  assert_cell (lines, "audience", "Leads|Crews");
  assert_cell (lines, "goals", tl_item_get_id (goal));
}

static void
test_private (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  TlItem *person = export_plan_add (workspace, TL_KIND_PERSON, "Ada");
  g_auto (GStrv) shared = NULL;
  g_auto (GStrv) own = NULL;

  export_plan_set_number (person, TL_PERSON_TRUST, 3);
  shared = make_lines (workspace, "table:people", export_make);
  own = make_lines (workspace, "table:people", export_make_private);
  g_assert_null (strstr (shared[0], "trust"));
  g_assert_nonnull (strstr (shared[0], "title"));
  assert_cell (own, "trust", "3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/titles", test_titles);
  g_test_add_func ("/csv/values", test_values);
  g_test_add_func ("/csv/private", test_private);
  return g_test_run ();
}

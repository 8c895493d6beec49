/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "export-plan.h"

#define ROWS_A_PAGE 120
#define MOST_COLUMNS 80

static TlWorkspace *
create_plan (guint n_projects, guint n_objectives)
{
  TlWorkspace *workspace = tl_workspace_new ();
  TlItem *goal = export_plan_add_goal (workspace, "Everlasting growth", 100);
  TlItem *objective = NULL;

  for (guint i = 0; i < n_objectives; i++)
    objective = export_plan_add_objective (goal, "Objective of many");
  for (guint i = 0; i < n_projects; i++)
    {
      g_autofree char *title = g_strdup_printf ("Project %u", i);

      export_plan_link (export_plan_add_project (workspace, title, 1), objective);
    }
  return workspace;
}

/* Every project with its whole title; totals, legend, and the title of the workspace. */
static void
test_text_of_pdf (void)
{
  static const char *const words[] = { "All-remote software company",
                                       "Projects: 45",
                                       "strong link",
                                       "straight to a goal",
                                       "Effort / Weight",
                                       "No objective",
                                       "No project",
                                       "Mandated" };
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) pdf = export_make (analysis, "matrix", "pdf");
  g_autofree char *text = export_read_text (pdf);
  guint n_projects;
  TlItem *const *projects
      = tl_alignment_get_counted_projects (tl_analysis_get_alignment (analysis), &n_projects);

  if (text == NULL)
    return;
  for (guint i = 0; i < n_projects; i++)
    if (!export_has_words (text, tl_item_get_title (projects[i])))
      g_error ("“%s” is not in the matrix", tl_item_get_title (projects[i]));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (!export_has_words (text, words[i]))
      g_error ("“%s” is not in the matrix", words[i]);
  g_assert_cmpuint (export_count_pages (pdf), ==, 1);
}

/* Whole titles of objectives, too: what is cut off in a column, its name has. */
static void
test_text_of_svg (void)
{
  const char *const arguments[] = { "xmllint", "--nonet", "--noout", EXPORT_FILE, NULL };
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) svg = export_make (analysis, "matrix", "svg");
  g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_autofree char *output = export_run_tool (svg, arguments);

  g_assert_nonnull (strstr (text, "Best-in-class comparison written for every stage"));
  g_assert_nonnull (strstr (text, "serves Top-tier adoption up"));
  if (output != NULL)
    g_assert_cmpstr (output, ==, "");
}

static void
test_hostile_xml (void)
{
  const char *const arguments[] = { "xmllint", "--nonet", "--noout", EXPORT_FILE, NULL };
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  TlItem *goal = export_plan_add_goal (workspace, "]]><script>alert(1)</script>", 10);
  TlItem *objective = export_plan_add_objective (goal, "<b>&\"' \x01\x02 \n\n & &amp;");
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autofree char *output = NULL;

  export_plan_link (export_plan_add_project (workspace, "</text></svg>", 1), objective);
  analysis = export_plan_analyse (workspace);
  svg = export_make (analysis, "matrix", "svg");
  output = export_run_tool (svg, arguments);
  if (output != NULL)
    g_assert_cmpstr (output, ==, "");
}

static void
test_no_bitmaps (void)
{
  const char *const arguments[] = { "pdfimages", "-list", EXPORT_FILE, NULL };
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) pdf = export_make (analysis, "matrix", "pdf");
  g_autofree char *list = export_run_tool (pdf, arguments);

  if (list != NULL)
    g_assert_cmpuint (export_count_lines (list), ==, 2); /* those of its heading */
}

/* A long matrix goes on over pages, and every page has its titles. */
static void
test_pages (void)
{
  g_autoptr (TlWorkspace) workspace = create_plan (2 * ROWS_A_PAGE + 1, 2);
  g_autoptr (TlAnalysis) analysis = export_plan_analyse (workspace);
  g_autoptr (GBytes) pdf = export_make (analysis, "matrix", "pdf");
  g_autofree char *text = export_read_text (pdf);
  guint n = 0;

  if (text == NULL)
    return;
  g_assert_cmpuint (export_count_pages (pdf), ==, 3);
  for (const char *c = text; (c = strstr (c, "Effort / Weight")) != NULL; c++)
    n++;
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (export_has_words (text, "Project 0"));
  g_assert_true (export_has_words (text, "Project 240"));
}

/* More objectives than can be read become their goals. */
static void
test_folded (void)
{
  g_autoptr (TlWorkspace) few = create_plan (1, MOST_COLUMNS);
  g_autoptr (TlWorkspace) many = create_plan (1, MOST_COLUMNS + 1);
  g_autoptr (TlAnalysis) of_few = export_plan_analyse (few);
  g_autoptr (TlAnalysis) of_many = export_plan_analyse (many);
  g_autoptr (GBytes) unfolded = export_make (of_few, "matrix", "svg");
  g_autoptr (GBytes) folded = export_make (of_many, "matrix", "svg");
  g_autofree char *text = g_strndup (g_bytes_get_data (folded, NULL), g_bytes_get_size (folded));

  g_assert_cmpuint (g_bytes_get_size (folded), <, g_bytes_get_size (unfolded) / 4);
  g_assert_nonnull (strstr (text, "Projects: 1 · Goals: 1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-matrix/pdf/text", test_text_of_pdf);
  g_test_add_func ("/export-matrix/pdf/no-bitmaps", test_no_bitmaps);
  g_test_add_func ("/export-matrix/pdf/pages", test_pages);
  g_test_add_func ("/export-matrix/svg/text", test_text_of_svg);
  g_test_add_func ("/export-matrix/svg/hostile", test_hostile_xml);
  g_test_add_func ("/export-matrix/folded", test_folded);
  return g_test_run ();
}

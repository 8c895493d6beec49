/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "export-plan.h"

#define PNG_LIMIT 32767

static void
test_text_of_pdf (void)
{
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) pdf = export_make (analysis, "map", "pdf");
  g_autofree char *text = export_read_text (pdf);
  guint n_projects;
  TlItem *const *projects
      = tl_alignment_get_counted_projects (tl_analysis_get_alignment (analysis), &n_projects);

  if (text == NULL)
    return;
  g_assert_cmpuint (n_projects, ==, 45);
  for (guint i = 0; i < n_projects; i++)
    if (!export_has_words (text, tl_item_get_title (projects[i])))
      g_error ("“%s” is not on the map", tl_item_get_title (projects[i]));
  g_assert_nonnull (strstr (text, "All-remote software company"));
  g_assert_cmpuint (export_count_pages (pdf), ==, 1);
}

static void
check_element (GMarkupParseContext *context,
               const char *name,
               const char **attributes,
               const char **values,
               gpointer data,
               GError **error)
{
  static const char *const refused[] = { "image", "script", "foreignObject", "style", NULL };

  g_assert_false (g_strv_contains (refused, name));
}

static void
add_text (GMarkupParseContext *context,
          const char *text,
          gsize length,
          gpointer data,
          GError **error)
{
  g_string_append_len (data, text, (gssize) length);
}

/* Whole titles: what a card cuts off, its name has. */
static void
test_text_of_svg (void)
{
  const GMarkupParser parser = { check_element, NULL, add_text, NULL, NULL };
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) svg = export_make (analysis, "map", "svg");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, text, NULL);
  g_autoptr (GError) error = NULL;
  guint n_projects;
  TlItem *const *projects
      = tl_alignment_get_counted_projects (tl_analysis_get_alignment (analysis), &n_projects);

  g_markup_parse_context_parse (context, g_bytes_get_data (svg, NULL),
                                (gssize) g_bytes_get_size (svg), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_projects; i++)
    if (strstr (text->str, tl_item_get_title (projects[i])) == NULL)
      g_error ("“%s” is not in the SVG", tl_item_get_title (projects[i]));
}

/* What the colours are to stand for is said after a colon, and in the legend. */
static void
test_colours (void)
{
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) plain = export_make (analysis, "map", "svg");
  g_autoptr (GBytes) by_goal = export_make (analysis, "map:goal", "svg");
  g_autoptr (GBytes) by_status = export_make (analysis, "map:status", "svg");
  g_autofree char *text
      = g_strndup (g_bytes_get_data (by_status, NULL), g_bytes_get_size (by_status));
  g_autoptr (GError) error = NULL;

  g_assert_true (g_bytes_equal (plain, by_goal));
  g_assert_nonnull (strstr (text, "Live (43)"));
  g_assert_nonnull (strstr (text, ", Live\""));
  g_assert_null (tl_export (analysis, "map:taste", "svg", TL_EXPORT_PUBLIC, &error));
  g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "“taste”; there is: goal, status, "));
  g_clear_error (&error);
  g_assert_null (tl_export (analysis, "pack:status", "pdf", TL_EXPORT_PUBLIC, &error));
  g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT);
}

/* How the cards are arranged and where the map goes follow the colours; none has to be said. */
static void
test_arrangements (void)
{
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) plain = export_make (analysis, "map", "svg");
  g_autoptr (GBytes) by_default = export_make (analysis, "map:::", "svg");
  g_autoptr (GBytes) by_category = export_make (analysis, "map::category:down", "svg");
  g_autofree char *text
      = g_strndup (g_bytes_get_data (by_category, NULL), g_bytes_get_size (by_category));

  g_assert_true (g_bytes_equal (plain, by_default));
  g_assert_nonnull (strstr (text, "Strategic, 4 projects, 410 days"));
  for (guint i = 0; i < 3; i++)
    {
      static const char *const wrong[] = { "map:goal:taste", "map:::up", "map::unit:down:status" };
      static const char *const words[]
          = { "arranged by “taste”; there is: goal, theme, unit, quarter, category",
              "no direction “up”; there is: right, down", "no direction “down:status”" };
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_export (analysis, wrong[i], "svg", TL_EXPORT_PUBLIC, &error));
      g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, words[i]));
    }
}

static void
check_xml (TlAnalysis *analysis)
{
  const char *const arguments[] = { "xmllint", "--nonet", "--noout", EXPORT_FILE, NULL };
  g_autoptr (GBytes) svg = export_make (analysis, "map", "svg");
  g_autofree char *output = export_run_tool (svg, arguments);

  if (output != NULL)
    g_assert_cmpstr (output, ==, "");
}

static void
test_xml (void)
{
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();

  check_xml (analysis);
}

static void
test_hostile_xml (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  TlItem *goal = export_plan_add_goal (workspace, "]]><script>alert(1)</script>", 10);
  TlItem *objective = export_plan_add_objective (goal, "<b>&\"' \x01\x02 \n\n & &amp;");
  TlItem *project = export_plan_add_project (workspace, "</text></svg>", 1);
  g_autoptr (TlAnalysis) analysis = NULL;

  export_plan_link (project, objective);
  export_plan_set_text (tl_workspace_get_root (workspace), TL_ITEM_TITLE,
                        "<!-- \x1b --> & <title>");
  analysis = export_plan_analyse (workspace);
  check_xml (analysis);
}

static void
test_no_bitmaps (void)
{
  const char *const arguments[] = { "pdfimages", "-list", EXPORT_FILE, NULL };
  g_autoptr (TlAnalysis) analysis = export_plan_load_sample ();
  g_autoptr (GBytes) pdf = export_make (analysis, "map", "pdf");
  g_autofree char *list = export_run_tool (pdf, arguments);

  if (list != NULL)
    g_assert_cmpuint (export_count_lines (list), ==, 2); /* those of its heading */
}

static guint
read_png_number (GBytes *png, gsize offset)
{
  const guint8 *data = g_bytes_get_data (png, NULL);

  return (guint) data[offset] << 24 | (guint) data[offset + 1] << 16 | (guint) data[offset + 2] << 8
         | data[offset + 3];
}

/* Width and height follow the signature and the head of the first chunk. */
#define PNG_WIDTH 16
#define PNG_HEIGHT 20

static TlWorkspace *
create_tall_plan (guint n_projects)
{
  TlWorkspace *workspace = tl_workspace_new ();
  TlItem *goal = export_plan_add_goal (workspace, "The goal", 100);
  TlItem *objective = export_plan_add_objective (goal, "The objective");

  for (guint i = 0; i < n_projects; i++)
    {
      g_autofree char *title = g_strdup_printf ("Project %u", i);

      export_plan_link (export_plan_add_project (workspace, title, 1), objective);
    }
  return workspace;
}

static void
test_size_of_png (void)
{
  g_autoptr (TlAnalysis) of_sample = export_plan_load_sample ();
  g_autoptr (GBytes) usual = export_make (of_sample, "map", "png");
  g_autoptr (TlWorkspace) workspace = create_tall_plan (400);
  g_autoptr (TlAnalysis) of_tall = export_plan_analyse (workspace);
  g_autoptr (GBytes) tall = export_make (of_tall, "map", "png");

  g_assert_cmpuint (read_png_number (usual, PNG_WIDTH), >, 1600);
  g_assert_cmpuint (read_png_number (usual, PNG_HEIGHT), >, 2400);
  /* At two pixels a unit it would be half as high again as the format can hold. */
  g_assert_cmpuint (read_png_number (tall, PNG_HEIGHT), <=, PNG_LIMIT);
  g_assert_cmpuint (read_png_number (tall, PNG_HEIGHT), >, PNG_LIMIT / 2);
}

static void
test_too_large_for_png (void)
{
  g_autoptr (TlWorkspace) workspace = create_tall_plan (4000);
  g_autoptr (TlAnalysis) analysis = export_plan_analyse (workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  g_assert_null (tl_export (analysis, "map", "png", TL_EXPORT_PUBLIC, &error));
  g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE);
  g_assert_nonnull (strstr (error->message, "SVG"));

  pdf = export_make (analysis, "map", "pdf");
  g_assert_cmpuint (export_count_pages (pdf), <=, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-map/pdf/text", test_text_of_pdf);
  g_test_add_func ("/export-map/pdf/no-bitmaps", test_no_bitmaps);
  g_test_add_func ("/export-map/svg/text", test_text_of_svg);
  g_test_add_func ("/export-map/svg/xml", test_xml);
  g_test_add_func ("/export-map/svg/hostile", test_hostile_xml);
  g_test_add_func ("/export-map/colours", test_colours);
  g_test_add_func ("/export-map/arrangements", test_arrangements);
  g_test_add_func ("/export-map/png/size", test_size_of_png);
  g_test_add_func ("/export-map/png/too-large", test_too_large_for_png);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "sample-picture.h"
#include "tl-svg-painter.h"

static char *
draw (const char *title)
{
  g_autoptr (TlSvgPainter) painter = tl_svg_painter_new (300, 200, title);
  g_autoptr (GBytes) bytes = NULL;

  sample_picture_paint (TL_PAINTER (painter), title);
  bytes = tl_svg_painter_finish (painter);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
add_element (GMarkupParseContext *context,
             const char *name,
             const char **attributes,
             const char **values,
             gpointer data,
             GError **error)
{
  static const char *const elements[]
      = { "svg", "g", "a", "title", "rect", "path", "text", "tspan", "clipPath", NULL };

  g_assert_true (g_strv_contains (elements, name));
  for (int i = 0; attributes[i] != NULL; i++)
    {
      g_assert_false (g_str_has_prefix (attributes[i], "on"));
      if (strcmp (attributes[i], "href") == 0)
        g_assert_true (g_str_has_prefix (values[i], "https://"));
    }
}

static void
add_text (GMarkupParseContext *context,
          const char *text,
          gsize length,
          gpointer data,
          GError **error)
{
  const char *element = g_markup_parse_context_get_element (context);

  if (strcmp (element, "text") == 0 || strcmp (element, "tspan") == 0)
    g_string_append_len (data, text, (gssize) length);
}

/* Parses the file, holds it to the elements that it may have, and returns all that can be read. */
static char *
parse (const char *svg)
{
  const GMarkupParser parser = { add_element, NULL, add_text, NULL, NULL };
  GString *text = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, text, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static void
check_with_xmllint (const char *svg)
{
  g_autofree char *xmllint = g_find_program_in_path ("xmllint");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  if (xmllint == NULL)
    {
      g_test_message ("xmllint is not installed");
      return;
    }
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, &error, xmllint, "--noout", "--nonet",
                              "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, svg, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
}

static void
test_text (void)
{
  g_autofree char *svg = draw ("Field certification");
  g_autofree char *text = parse (svg);

  check_with_xmllint (svg);
  g_assert_nonnull (strstr (text, "Field certification"));
  g_assert_nonnull (strstr (text, "12 days"));
  g_assert_nonnull (strstr (svg, "id=\"item-P1\""));
  g_assert_nonnull (strstr (svg, "<title>Field certification</title>"));
  g_assert_nonnull (strstr (svg, "aria-label=\"Projects &amp; more\""));
  g_assert_nonnull (strstr (svg, "href=\"https://example.org/?a=&#39;b&#39;&amp;c\""));
  g_assert_null (strstr (svg, "javascript"));
}

/* Everything is in the picture's own units: no transform, and the scaled text is twice as large. */
static void
test_transform (void)
{
  g_autofree char *svg = draw ("A title");

  g_assert_null (strstr (svg, "transform"));
  g_assert_nonnull (strstr (svg, "<text x=\"120\""));
  g_assert_nonnull (strstr (svg, "font-size=\"22\" font-weight=\"700\" text-anchor=\"middle\""));
  g_assert_nonnull (strstr (svg, "<rect x=\"100\" y=\"110\" width=\"40\" height=\"32\"/>"));
}

static void
test_wrapping (void)
{
  g_autofree char *svg = draw ("Cut churn and contraction by delivering predictable high value");
  int n_lines = 0;

  for (const char *c = svg; (c = strstr (c, "<text")) != NULL; c++)
    n_lines++;
  g_assert_cmpint (n_lines, ==, 3); /* two of the title, one in the tray */
}

static void
test_hostile (void)
{
  static const char *const titles[] = {
    "<b>&\"'</b><script>alert(1)</script>",
    "]]><!-- --><![CDATA[ &amp; &#0; &nbsp;",
    "control \x01\x02\x08\x0b\x1f\x7f characters",
    "broken \xff\xfe\xc3 encoding",
    "not a character \xef\xbf\xbe\xef\xbf\xbf",
    "c1 \xc2\x80\xc2\x9f controls",
    "bidi \xe2\x80\xae override شركة שלום",
    "emoji 👩‍👩‍👧‍👦 🎯",
    "%s %n %d",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *svg = draw (titles[i]);
      g_autofree char *text = parse (svg);

      g_assert_true (g_utf8_validate (svg, -1, NULL));
      check_with_xmllint (svg);
      g_assert_cmpint ((int) strlen (text), >, 8);
    }
}

static void
test_long (void)
{
  g_autofree char *word = g_strnfill (100 * 1024, 'w');
  g_autofree char *lines = g_strnfill (50000, '\n');
  g_autofree char *long_svg = draw (word);
  g_autofree char *lines_svg = draw (lines);

  g_assert_cmpuint (strlen (long_svg), <, 16 * 1024);
  check_with_xmllint (long_svg);
  check_with_xmllint (lines_svg);
}

static void
test_ids (void)
{
  static const char *const ids[] = { "G1-1", "G1-1", "a b", "a_20b", "\"><x", "日本", "" };
  g_autoptr (TlSvgPainter) painter = tl_svg_painter_new (10, 10, "Ids");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *svg = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      TlPainterItem item = { ids[i], "Name", NULL, NULL, TL_ENTRY_CARD, { 0 } };

      tl_painter_begin_item (TL_PAINTER (painter), &item);
      tl_painter_end_item (TL_PAINTER (painter));
    }
  bytes = tl_svg_painter_finish (painter);
  svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  check_with_xmllint (svg);
  g_assert_nonnull (strstr (svg, "id=\"item-G1-1\""));
  g_assert_nonnull (strstr (svg, "id=\"item-G1-1_n2\""));
  g_assert_nonnull (strstr (svg, "id=\"item-a_20b\""));
  g_assert_nonnull (strstr (svg, "id=\"item-a_5f20b\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/svg/text", test_text);
  g_test_add_func ("/svg/transform", test_transform);
  g_test_add_func ("/svg/wrapping", test_wrapping);
  g_test_add_func ("/svg/hostile", test_hostile);
  g_test_add_func ("/svg/long", test_long);
  g_test_add_func ("/svg/ids", test_ids);
  return g_test_run ();
}

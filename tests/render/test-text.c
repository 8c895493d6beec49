/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pango/pangocairo.h>
#include <string.h>

#include "tl-text-lines.h"
#include "tl-text.h"

static PangoContext *context;

static char *
join_pieces (const TlTextLine *line)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < line->pieces->len; i++)
    g_string_append (joined, g_array_index (line->pieces, TlTextPiece, i).string);
  return g_string_free (joined, FALSE);
}

static void
test_clamp (void)
{
  static const struct
  {
    const char *text;
    int limit;
    const char *expected;
  } cases[] = {
    { "", 10, "" },
    { "plain", 10, "plain" },
    { "  two\n\n\twords \r\n", 20, "two words" },
    { "1234567890", 10, "1234567890" },
    { "12345678901", 10, "1234567890…" },
    { "bell\x07"
      "back\x1b[0m",
      20, "bell back [0m" },
    { "line\xe2\x80\xa8"
      "separator",
      20, "line separator" },
    { "broken \xff\xc3", 20, "broken \xef\xbf\xbd\xef\xbf\xbd" },
    { "Größe 漢字 🎯", 20, "Größe 漢字 🎯" },
    { "🎯🎯🎯", 2, "🎯🎯…" },
    { "0\u00a0% 1\u202f546 1\u2007000", 20, "0\u00a0% 1\u202f546 1\u2007000" },
    { "<b>&\"'</b>", 20, "<b>&\"'</b>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clamped = tl_text_clamp (cases[i].text, cases[i].limit);

      g_assert_cmpstr (clamped, ==, cases[i].expected);
      g_assert_true (g_utf8_validate (clamped, -1, NULL));
    }
}

static void
test_estimates (void)
{
  const char *title = "Regrettable turnover down by a third in two years";
  double width = tl_text_estimate_width (title, TL_TEXT_TITLE);

  g_assert_cmpfloat (tl_text_estimate_width ("", TL_TEXT_TITLE), ==, 0);
  g_assert_cmpfloat (width, >, 220);
  g_assert_cmpfloat (width, <, 420);
  g_assert_cmpfloat (tl_text_estimate_width ("漢字", TL_TEXT_BODY), ==, 26);
  g_assert_cmpint (tl_text_estimate_lines ("", TL_TEXT_TITLE, 160, 2), ==, 1);
  g_assert_cmpint (tl_text_estimate_lines ("Short", TL_TEXT_TITLE, 160, 2), ==, 1);
  g_assert_cmpint (tl_text_estimate_lines (title, TL_TEXT_TITLE, 200, 2), ==, 2);
  g_assert_cmpint (tl_text_estimate_lines (title, TL_TEXT_TITLE, 80, 3), ==, 3);
  g_assert_cmpint (tl_text_estimate_lines ("Unbreakableunbreakableunbreakable", TL_TEXT_TITLE, 100,
                                           9),
                   ==, 3);
}

/* The estimate decides how high a card is, so it must not be too small for ordinary words. */
static void
test_estimates_against_fonts (void)
{
  static const char *const titles[] = {
    "Win against the main competitor with AI",
    "Raise adoption through customer results and improve operating income",
    "Sales enablement sessions for the whole field organisation",
    "Elevate manager programme",
    "Inclusion and ally training",
    "ANTI-HARASSMENT TRAINING FOR ALL MANAGERS",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      TlText text = { .string = titles[i], .role = TL_TEXT_TITLE };
      g_autoptr (PangoLayout) layout = tl_text_create_layout (context, &text);
      double estimate = tl_text_estimate_width (titles[i], TL_TEXT_TITLE);
      int width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      g_assert_cmpint (height, ==, 18);
      g_assert_cmpfloat (estimate, >, 0.95 * width);
      g_assert_cmpfloat (estimate, <, 1.35 * width);
    }
}

static void
test_lines (void)
{
  TlText text = {
    .string = "Cut churn and contraction by delivering predictable high value to everyone",
    .role = TL_TEXT_TITLE,
    .width = 170,
    .max_lines = 2,
  };
  g_autoptr (PangoLayout) layout = tl_text_create_layout (context, &text);
  g_autoptr (GPtrArray) lines = tl_text_list_lines (layout);
  const TlTextLine *first, *last;
  g_autofree char *beginning = NULL;
  g_autofree char *end = NULL;

  g_assert_cmpuint (lines->len, ==, 2);
  first = g_ptr_array_index (lines, 0);
  last = g_ptr_array_index (lines, 1);
  beginning = join_pieces (first);
  end = join_pieces (last);
  g_assert_true (g_str_has_prefix (text.string, beginning));
  g_assert_true (g_str_has_suffix (end, "…"));
  g_assert_cmpfloat (first->width, <=, 170);
  g_assert_cmpfloat (last->width, <=, 170);
  g_assert_cmpfloat_with_epsilon (last->baseline - first->baseline, 18, 0.01);
}

static void
test_suffix (void)
{
  TlText text = { .string = "Goals", .suffix = "8 · in priority order", .role = TL_TEXT_HEADING };
  g_autoptr (PangoLayout) layout = tl_text_create_layout (context, &text);
  g_autoptr (GPtrArray) lines = tl_text_list_lines (layout);
  const TlTextLine *line = g_ptr_array_index (lines, 0);
  g_autofree char *joined = join_pieces (line);
  const TlTextPiece *head = &g_array_index (line->pieces, TlTextPiece, 0);
  const TlTextPiece *tail = &g_array_index (line->pieces, TlTextPiece, line->pieces->len - 1);

  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (joined, ==,
                   "Goals\xe2\x80\x82"
                   "8 · in priority order");
  g_assert_cmpstr (head->string, ==, "Goals");
  g_assert_false (head->is_suffix);
  g_assert_true (tail->is_suffix);
}

static void
test_right_to_left (void)
{
  TlText text = { .string = "برنامج القيادة", .role = TL_TEXT_TITLE, .width = 300, .max_lines = 1 };
  g_autoptr (PangoLayout) layout = tl_text_create_layout (context, &text);
  g_autoptr (GPtrArray) lines = tl_text_list_lines (layout);
  const TlTextLine *line = g_ptr_array_index (lines, 0);
  g_autofree char *joined = join_pieces (line);

  g_assert_true (line->is_rtl);
  g_assert_cmpstr (joined, ==, text.string);
  g_assert_cmpfloat_with_epsilon (line->x + line->width, 300, 0.5);
}

static char *
repeat (const char *unit, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);
  return g_string_free (text, FALSE);
}

/* Unclamped, the first of these takes a minute. The bound is so far from both that no slow machine
 * makes the test fail and no lost clamp lets it pass. */
static void
test_hostile_lengths (void)
{
  static const struct
  {
    const char *unit;
    guint n;
  } cases[] = {
    { "x", 100 * 1024 },
    { "\n", 50000 },
    { "a\n", 50000 },
    { "\xcc\x81", 50000 },
    { "🎯", 30000 },
    { "שלום", 20000 },
    { "a\xe2\x80\x8b", 30000 },
    { "\xff", 100000 },
    { "\xe2\x80\xae"
      "x",
      30000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *hostile = repeat (cases[i].unit, cases[i].n);
      TlText text = { .string = hostile, .role = TL_TEXT_TITLE, .width = 160, .max_lines = 2 };
      gint64 start = g_get_monotonic_time ();
      g_autoptr (PangoLayout) layout = tl_text_create_layout (context, &text);
      int width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      g_assert_cmpint (height, <=, 2 * 18 + 4); /* a fallback font may sit a little lower */
      g_assert_cmpint (g_utf8_strlen (pango_layout_get_text (layout), -1), <=, 402);
      g_test_message ("case %u: %.1f ms", i, (double) (g_get_monotonic_time () - start) / 1000);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_TIME_SPAN_SECOND);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/clamp", test_clamp);
  g_test_add_func ("/text/estimates", test_estimates);
  g_test_add_func ("/text/estimates-against-fonts", test_estimates_against_fonts);
  g_test_add_func ("/text/lines", test_lines);
  g_test_add_func ("/text/suffix", test_suffix);
  g_test_add_func ("/text/right-to-left", test_right_to_left);
  g_test_add_func ("/text/hostile-lengths", test_hostile_lengths);
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  tl_text_setup_context (context);
  status = g_test_run ();
  g_object_unref (context);
  return status;
}

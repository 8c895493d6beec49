/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "tl-chart.h"
#include "tl-display-list.h"

/* Records what a function draws, and tells it as text: one line an operation. */
typedef struct
{
  TlDisplayList *list;
  TlRecorder *painter;
} Picture;

static Picture
picture_begin (void)
{
  Picture picture;
  const TlPainterItem item = { .id = "chart", .name = "Chart", .role = TL_ENTRY_DECORATION };

  picture.list = tl_display_list_new (tl_theme_get (TL_THEME_LIGHT)->canvas);
  picture.painter = tl_recorder_new (picture.list);
  tl_painter_begin_item (TL_PAINTER (picture.painter), &item);
  return picture;
}

static char *
picture_end (Picture *picture)
{
  char *dump;

  tl_painter_end_item (TL_PAINTER (picture->painter));
  dump = tl_display_list_dump (picture->list);
  g_object_unref (picture->painter);
  tl_display_list_free (picture->list);
  return dump;
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

/* Parts that are nothing are not drawn; one that is hardly anything is. */
static void
test_stack (void)
{
  const TlTheme *theme = tl_theme_get (TL_THEME_LIGHT);
  const TlChartPart parts[] = {
    { 0.5, theme->accent, TL_CHART_SOLID },    { 0, theme->text, TL_CHART_SOLID },
    { 0.3, theme->amber, TL_CHART_UNALIGNED }, { 0.001, theme->text, TL_CHART_SOLID },
    { 0.199, theme->quiet, TL_CHART_OUTLINE },
  };
  Picture picture = picture_begin ();
  g_autofree char *dump = NULL;

  tl_chart_draw_stack (TL_PAINTER (picture.painter), theme, parts, G_N_ELEMENTS (parts),
                       tl_rect (0, 0, 200, 10));
  dump = picture_end (&picture);
  g_test_message ("%s", dump);
  g_assert_nonnull (strstr (dump, "0 0 98 10"));
  g_assert_nonnull (strstr (dump, "100 0 58 10"));
  g_assert_nonnull (strstr (dump, "160 0 1 10"));
  g_assert_cmpuint (count (dump, "fill"), ==, 3);
  g_assert_cmpuint (count (dump, "stroke"), >=, 2);
}

typedef struct
{
  double share;
  const char *expected; /* NULL: nothing but the track */
} Bar;

static void
test_bar (void)
{
  const TlTheme *theme = tl_theme_get (TL_THEME_DARK);
  const Bar bars[] = {
    { 0.5, "0 0 50 8" }, { 2, "0 0 100 8" }, { 0.01, "0 0 8 8" }, { 0, NULL }, { NAN, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      Picture picture = picture_begin ();
      g_autofree char *dump = NULL;

      tl_chart_draw_bar (TL_PAINTER (picture.painter), theme, bars[i].share, theme->accent,
                         tl_rect (0, 0, 100, 8));
      dump = picture_end (&picture);
      g_test_message ("%s", dump);
      g_assert_cmpuint (count (dump, "fill"), ==, bars[i].expected != NULL ? 2 : 1);
      if (bars[i].expected != NULL)
        g_assert_nonnull (strstr (dump, bars[i].expected));
    }
}

static void
test_mark (void)
{
  const TlTheme *theme = tl_theme_get (TL_THEME_PAPER);
  Picture picture = picture_begin ();
  g_autofree char *dump = NULL;

  tl_chart_draw_mark (TL_PAINTER (picture.painter), theme, NAN, tl_rect (0, 0, 100, 8));
  tl_chart_draw_mark (TL_PAINTER (picture.painter), theme, 0.25, tl_rect (0, 0, 100, 8));
  dump = picture_end (&picture);
  g_assert_cmpuint (count (dump, "fill"), ==, 1);
  g_assert_nonnull (strstr (dump, "24 -3 2 14"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/stack", test_stack);
  g_test_add_func ("/chart/bar", test_bar);
  g_test_add_func ("/chart/mark", test_mark);
  return g_test_run ();
}

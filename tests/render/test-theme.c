/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-theme.h"

static void
assert_contrast (const TlTheme *theme, const char *what, TlColor a, TlColor b, double least)
{
  double contrast = tl_color_get_contrast (a, b);

  if (contrast < least)
    {
      g_test_message ("%s, %s: %.2f is less than %.1f", theme->name, what, contrast, least);
      g_test_fail ();
    }
}

static void
test_contrast_formula (void)
{
  TlColor black = tl_color (0x000000);
  TlColor white = tl_color (0xffffff);

  g_assert_cmpfloat_with_epsilon (tl_color_get_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (tl_color_get_contrast (white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (tl_color_get_contrast (white, white), 1, 1e-9);
  /* The lightest grey on white that passes for text. */
  g_assert_cmpfloat_with_epsilon (tl_color_get_contrast (tl_color (0x767676), white), 4.54, 0.005);
}

static void
test_mixing (void)
{
  TlColor red = tl_color (0xff0000);
  TlColor blue = tl_color (0x0000ff);
  TlColor half = tl_color_with_alpha (red, 0.5);

  g_assert_true (tl_color_equal (tl_color_mix (red, blue, 0), red));
  g_assert_true (tl_color_equal (tl_color_mix (red, blue, 1), blue));
  g_assert_true (tl_color_equal (tl_color_over (half, blue), (TlColor) { 0.5, 0, 0.5, 1 }));
  g_assert_false (tl_color_equal (red, half));
}

static void
test_hues (gconstpointer data)
{
  const TlTheme *theme = data;

  for (guint i = 0; i < TL_N_HUES; i++)
    {
      TlColor hue = tl_theme_get_hue (theme, i);

      assert_contrast (theme, tl_theme_get_hue_name (i), hue, theme->surface, 3);
      assert_contrast (theme, tl_theme_get_hue_name (i), hue, theme->canvas, 3);
      assert_contrast (theme, "rank on hue", tl_theme_get_ink (hue), hue, 4.5);
      for (guint j = 0; j < i; j++)
        g_assert_false (tl_color_equal (hue, tl_theme_get_hue (theme, j)));
    }
  g_assert_true (tl_color_equal (tl_theme_get_hue (theme, TL_N_HUES), tl_theme_get_hue (theme, 0)));
}

static void
test_words (gconstpointer data)
{
  const TlTheme *theme = data;
  gboolean is_high = theme == tl_theme_get (TL_THEME_CONTRAST_LIGHT)
                     || theme == tl_theme_get (TL_THEME_CONTRAST_DARK);
  double least = is_high ? 7 : 4.5;

  assert_contrast (theme, "text on surface", theme->text, theme->surface, least);
  assert_contrast (theme, "text on canvas", theme->text, theme->canvas, least);
  assert_contrast (theme, "text on amber", theme->text, theme->amber_ground, least);
  assert_contrast (theme, "quiet on surface", theme->quiet, theme->surface, least);
  assert_contrast (theme, "quiet on canvas", theme->quiet, theme->canvas, least);
  assert_contrast (theme, "quiet on amber", theme->quiet, theme->amber_ground, 4.5);
  assert_contrast (theme, "quiet on hatch", theme->quiet, theme->amber_hatch, 4.5);
  assert_contrast (theme, "amber on surface", theme->amber, theme->surface, 4.5);
  assert_contrast (theme, "amber on canvas", theme->amber, theme->canvas, 4.5);
  assert_contrast (theme, "amber on its ground", theme->amber, theme->amber_ground, 4.5);
  assert_contrast (theme, "amber on its hatch", theme->amber, theme->amber_hatch, 4.5);
  assert_contrast (theme, "amber line on canvas", theme->amber_line, theme->canvas, 3);
  assert_contrast (theme, "amber line on surface", theme->amber_line, theme->surface, 3);
  assert_contrast (theme, "rank on amber line", tl_theme_get_ink (theme->amber_line),
                   theme->amber_line, 4.5);
  assert_contrast (theme, "rank on quiet", tl_theme_get_ink (theme->quiet), theme->quiet, 4.5);
  assert_contrast (theme, "accent on canvas", theme->accent, theme->canvas, 3);
  assert_contrast (theme, "red on surface", theme->red, theme->surface, 4.5);
  if (is_high)
    assert_contrast (theme, "border on canvas", theme->border, theme->canvas, 4.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/theme/contrast-formula", test_contrast_formula);
  g_test_add_func ("/theme/mixing", test_mixing);
  for (guint i = 0; i < TL_N_THEMES; i++)
    {
      const TlTheme *theme = tl_theme_get (i);
      g_autofree char *hues = g_strdup_printf ("/theme/%u/hues", i);
      g_autofree char *words = g_strdup_printf ("/theme/%u/words", i);

      g_test_add_data_func (hues, theme, test_hues);
      g_test_add_data_func (words, theme, test_words);
    }
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-theme.h"

#include <glib/gi18n.h>

/* 0xRRGGBB, as in a style sheet. The unit test of the palette holds every row to its contrasts. */
typedef struct
{
  const char *name;
  guint32 canvas, surface, border, text, quiet, bar, accent;
  guint32 amber, amber_line, amber_ground, amber_hatch, red;
  guint32 hues[TL_N_HUES];
  double border_width;
  double link_opacity;
} Palette;

/* clang-format off */
#define LIGHT_HUES \
  /* blue      teal      green     mustard   orange    pink      purple    slate     brown     indigo */ \
  { 0x1c71d8, 0x138086, 0x2b8439, 0xb98a00, 0xcf5200, 0xc4286f, 0x8f3fb0, 0x5b6b7c, 0x845231, 0x4a4ec8 }

static const Palette palettes[TL_N_THEMES] = {
  [TL_THEME_LIGHT] = {
    "light", 0xfafafb, 0xffffff, 0xd8d8de, 0x1d1d20, 0x5e5c64, 0xd3d2d8, 0x1c71d8,
    0x8a5000, 0xc57a10, 0xfff8eb, 0xfdebcc, 0xc01c28, LIGHT_HUES, 1, 0.34,
  },
  [TL_THEME_DARK] = {
    "dark", 0x222226, 0x2e2e33, 0x47474e, 0xf4f4f6, 0xb4b3bb, 0x55555d, 0x78aeed,
    0xf8c15c, 0xc88a28, 0x332a1c, 0x463720, 0xff8b83,
    { 0x6aa8f0, 0x48b9bf, 0x63c174, 0xe0b53c, 0xf5904d, 0xee82ad, 0xc78fe0, 0xa0b0c2, 0xcb9c77, 0x989bf5 },
    1, 0.42,
  },
  [TL_THEME_CONTRAST_LIGHT] = {
    "high contrast light", 0xffffff, 0xffffff, 0x4a4a4a, 0x000000, 0x2b2b2b, 0x8a8a8a, 0x0b4a9e,
    0x6b3d00, 0x6b3d00, 0xfff4dd, 0xf3d9a6, 0xa00000,
    { 0x0b55b5, 0x00656b, 0x12652a, 0x7a5900, 0xa33c00, 0xa3114f, 0x6f1f92, 0x3d4b5b, 0x68391c, 0x3236a8 },
    2, 0.7,
  },
  [TL_THEME_CONTRAST_DARK] = {
    "high contrast dark", 0x000000, 0x0d0d0f, 0xc8c8c8, 0xffffff, 0xe0e0e0, 0x8a8a8a, 0x9cc8ff,
    0xffd27a, 0xffc14d, 0x221802, 0x4d3a0e, 0xffaaa3,
    { 0x8dc0ff, 0x62d9df, 0x7fe092, 0xf5d05c, 0xffa970, 0xff9dc4, 0xdcb0f0, 0xbccadb, 0xe3b894, 0xb4b6ff },
    2, 0.75,
  },
  [TL_THEME_PAPER] = {
    "paper", 0xffffff, 0xffffff, 0xc9c9cf, 0x161618, 0x55535b, 0xcfced5, 0x1c71d8,
    0x854d00, 0xc57a10, 0xfff9ee, 0xfcecd0, 0xb01722, LIGHT_HUES, 1, 0.4,
  },
};

static const char *const hue_names[TL_N_HUES] = {
  NC_("colour", "Blue"), NC_("colour", "Teal"), NC_("colour", "Green"), NC_("colour", "Mustard"),
  NC_("colour", "Orange"), NC_("colour", "Pink"), NC_("colour", "Purple"), NC_("colour", "Slate"),
  NC_("colour", "Brown"), NC_("colour", "Indigo"),
};
/* clang-format on */

static TlTheme
create_theme (const Palette *palette)
{
  TlTheme theme = {
    .name = palette->name,
    .canvas = tl_color (palette->canvas),
    .surface = tl_color (palette->surface),
    .border = tl_color (palette->border),
    .text = tl_color (palette->text),
    .quiet = tl_color (palette->quiet),
    .bar = tl_color (palette->bar),
    .accent = tl_color (palette->accent),
    .amber = tl_color (palette->amber),
    .amber_line = tl_color (palette->amber_line),
    .amber_ground = tl_color (palette->amber_ground),
    .amber_hatch = tl_color (palette->amber_hatch),
    .red = tl_color (palette->red),
    .border_width = palette->border_width,
    .link_opacity = palette->link_opacity,
  };

  for (guint i = 0; i < TL_N_HUES; i++)
    theme.hues[i] = tl_color (palette->hues[i]);
  return theme;
}

/**
 * tl_theme_get:
 * @variant: which of the palettes
 *
 * Returns: (transfer none): the colours, which last as long as the program
 */
const TlTheme *
tl_theme_get (TlThemeVariant variant)
{
  static TlTheme themes[TL_N_THEMES];
  static gsize ready = 0;

  g_return_val_if_fail (variant < TL_N_THEMES, NULL);

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < TL_N_THEMES; i++)
        themes[i] = create_theme (&palettes[i]);
      g_once_init_leave (&ready, 1);
    }
  return &themes[variant];
}

/**
 * tl_theme_get_hue:
 * @theme: a theme
 * @place: of a goal in the order of priority, from 0
 *
 * Returns: the colour that the goal carries along its objectives and links; after ten they return,
 *   which is why a goal's rank is always written, too
 */
TlColor
tl_theme_get_hue (const TlTheme *theme, guint place)
{
  return theme->hues[place % TL_N_HUES];
}

/**
 * tl_theme_get_ink:
 * @ground: an opaque colour
 *
 * Returns: black or white, whichever is read more easily on @ground; at worst the contrast is 4.58
 */
TlColor
tl_theme_get_ink (TlColor ground)
{
  TlColor white = tl_color (0xffffff);
  TlColor black = tl_color (0x000000);
  double on_white = tl_color_get_contrast (white, ground);

  /* White letters on a strong colour look calmer than black ones, as long as both can be read. */
  return on_white >= 4.5 || on_white > tl_color_get_contrast (black, ground) ? white : black;
}

/**
 * tl_theme_get_hue_name:
 * @place: of a goal in the order of priority, from 0
 *
 * Returns: the name of its colour in the user's language
 */
const char *
tl_theme_get_hue_name (guint place)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "colour", hue_names[place % TL_N_HUES]);
}

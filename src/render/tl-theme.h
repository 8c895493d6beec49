/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-color.h"

G_BEGIN_DECLS

#define TL_N_HUES 10

typedef enum
{
  TL_THEME_LIGHT,
  TL_THEME_DARK,
  TL_THEME_CONTRAST_LIGHT,
  TL_THEME_CONTRAST_DARK,
  TL_THEME_PAPER,
  TL_N_THEMES
} TlThemeVariant;

typedef struct
{
  const char *name;
  TlColor canvas;  /* behind everything */
  TlColor surface; /* of a card */
  TlColor border;  /* of a card at rest */
  TlColor text;
  TlColor quiet;        /* the second line */
  TlColor bar;          /* stands for a line of text in a small picture */
  TlColor accent;       /* selection and focus */
  TlColor amber;        /* what is unaligned or flagged, and nothing else: its words and signs */
  TlColor amber_line;   /* its borders and dashes */
  TlColor amber_ground; /* behind it */
  TlColor amber_hatch;  /* strokes upon that ground */
  TlColor red;          /* refused or lost */
  TlColor hues[TL_N_HUES];
  double border_width;
  double link_opacity;
} TlTheme;

const TlTheme *tl_theme_get (TlThemeVariant variant);
TlColor tl_theme_get_hue (const TlTheme *theme, guint place);
TlColor tl_theme_get_ink (TlColor ground);
const char *tl_theme_get_hue_name (guint place);

G_END_DECLS

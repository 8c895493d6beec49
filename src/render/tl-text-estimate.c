/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "tl-text.h"

/* A layout costs about 100 µs, and a map has thousands of titles. The widths of the printable
 * characters of ASCII are measured once in the default families; sums of them come within a percent
 * or two of what Pango makes of a line. Other characters go by their class. */

#define FIRST_CHARACTER ' '
#define N_CHARACTERS ('~' - ' ' + 1)
#define MEASURED_SIZE 100.0 /* of the font that is measured */
#define MAX_WORD 4000       /* bytes of a word that count */

/* A user's font may be wider than the one that is measured, and a spare line costs less than a lost
 * word. */
#define FONT_MARGIN 1.07

/* In ems. */
typedef struct
{
  double regular[N_CHARACTERS];
  double bold[N_CHARACTERS];
} Widths;

static void
measure_weight (PangoContext *context, PangoWeight weight, double *widths)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font
      = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_weight (font, weight);
  pango_font_description_set_absolute_size (font, MEASURED_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  for (int i = 0; i < N_CHARACTERS; i++)
    {
      char character = (char) (FIRST_CHARACTER + i);
      int width;

      pango_layout_set_text (layout, &character, 1);
      pango_layout_get_size (layout, &width, NULL);
      widths[i] = width / MEASURED_SIZE / PANGO_SCALE;
    }
}

static const Widths *
get_widths (void)
{
  static Widths widths;
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

      tl_text_setup_context (context);
      measure_weight (context, PANGO_WEIGHT_NORMAL, widths.regular);
      measure_weight (context, PANGO_WEIGHT_SEMIBOLD, widths.bold);
      g_object_unref (context);
      g_once_init_leave (&ready, 1);
    }
  return &widths;
}

static double
estimate_character (gunichar c, const double *widths)
{
  if (c >= FIRST_CHARACTER && c < FIRST_CHARACTER + N_CHARACTERS)
    return widths[c - FIRST_CHARACTER];
  if (g_unichar_iswide (c))
    return 1;
  if (g_unichar_ismark (c) || g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_isupper (c) ? 0.66 : 0.56;
}

static const double *
get_role_widths (TlTextRole role)
{
  const Widths *widths = get_widths ();

  return tl_text_role_get_weight (role) > PANGO_WEIGHT_NORMAL ? widths->bold : widths->regular;
}

static double
estimate_span (const char *start, gsize length, TlTextRole role)
{
  const double *widths = get_role_widths (role);
  double ems = 0;

  for (const char *c = start; c < start + length; c = g_utf8_next_char (c))
    ems += estimate_character (g_utf8_get_char (c), widths);
  return ems * tl_text_role_get_size (role);
}

/**
 * tl_text_estimate_width:
 * @string: one line, valid UTF-8
 * @role: what it is for
 *
 * Guesses from the characters alone.
 *
 * Returns: the width in map units
 */
double
tl_text_estimate_width (const char *string, TlTextRole role)
{
  g_return_val_if_fail (string != NULL && role < TL_N_TEXT_ROLES, 0);

  return estimate_span (string, strlen (string), role);
}

/**
 * tl_text_estimate_fit:
 * @string: one line, valid UTF-8
 * @role: what it is for
 * @width: of the line, in map units
 *
 * Returns: how many bytes of @string fit, with room for an ellipsis when that is not all
 */
gsize
tl_text_estimate_fit (const char *string, TlTextRole role, double width)
{
  const double *widths = get_role_widths (role);
  double size = tl_text_role_get_size (role);
  double used = 0;
  const char *fitting = string;

  g_return_val_if_fail (string != NULL && role < TL_N_TEXT_ROLES, 0);

  for (const char *c = string; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (used + size <= width)
        fitting = c;
      used += estimate_character (g_utf8_get_char (c), widths) * size;
      if (used > width)
        return (gsize) (fitting - string);
    }
  return strlen (string);
}

/**
 * tl_text_estimate_lines:
 * @string: a text, valid UTF-8
 * @role: what it is for
 * @width: of a line, in map units
 * @max_lines: more than these are never shown
 *
 * Fills lines word by word with the widths of tl_text_estimate_width(), and a little to spare.
 *
 * Returns: 1 to @max_lines
 */
int
tl_text_estimate_lines (const char *string, TlTextRole role, double width, int max_lines)
{
  double blank = estimate_span (" ", 1, role);
  double used = 0;
  int lines = 1;

  g_return_val_if_fail (string != NULL && role < TL_N_TEXT_ROLES && width > 0, 1);

  width /= FONT_MARGIN;
  for (const char *word = string; *word != '\0' && lines < max_lines;)
    {
      gsize n_letters = strcspn (word, " \t\r\n");
      double letters = estimate_span (word, MIN (n_letters, MAX_WORD), role);

      if (used > 0 && used + letters > width)
        {
          lines++;
          used = 0;
        }
      /* A word longer than a line is broken anywhere. */
      lines += (int) MIN (letters / width, max_lines);
      used = fmod (used + letters, width) + blank;
      word += n_letters;
      word += strspn (word, " \t\r\n");
    }
  return CLAMP (lines, 1, MAX (max_lines, 1));
}

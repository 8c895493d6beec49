/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include <glib/gi18n.h>

#include "tl-map.h"
#include "tl-matrix-look.h"

#define KEY_HEIGHT 20.0
#define KEY_SYMBOL 20.0

/* Size and form differ, so that no strength is told by its colour. */
#define RING_RADIUS 4.5
#define DISC_RADIUS 5.5
#define SQUARE_SIDE 17.0
#define LINE_WIDTH 1.75

typedef struct
{
  int strength;
  gboolean is_straight;
  gboolean is_closed;
  const char *label;
} Key;

static const Key keys[] = {
  { TL_STRENGTH_STRONG, FALSE, FALSE, NC_ ("legend", "strong link") },
  { TL_STRENGTH_MEDIUM, FALSE, FALSE, NC_ ("legend", "medium") },
  { TL_STRENGTH_WEAK, FALSE, FALSE, NC_ ("legend", "weak") },
  { TL_STRENGTH_MEDIUM, TRUE, FALSE, NC_ ("legend", "straight to a goal") },
  { TL_STRENGTH_WEAK, FALSE, TRUE, NC_ ("legend", "to what is closed") },
};

static TlRect
around (TlPoint center, double radius)
{
  return tl_rect (center.x - radius, center.y - radius, 2 * radius, 2 * radius);
}

static void
draw_diamond (TlPainter *painter, int strength, TlPoint center, TlColor color)
{
  static const double radii[]
      = { [TL_STRENGTH_WEAK] = 5.5, [TL_STRENGTH_MEDIUM] = 7, [TL_STRENGTH_STRONG] = 10 };
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  double r = radii[MAX (strength, TL_STRENGTH_WEAK)];

  tl_path_builder_move_to (builder, center.x, center.y - r);
  tl_path_builder_line_to (builder, center.x + r, center.y);
  tl_path_builder_line_to (builder, center.x, center.y + r);
  tl_path_builder_line_to (builder, center.x - r, center.y);
  tl_path_builder_close (builder);
  if (strength <= TL_STRENGTH_WEAK)
    tl_painter_stroke_path (painter, tl_path_builder_get_path (builder), tl_stroke (LINE_WIDTH),
                            color);
  else
    tl_painter_fill_path (painter, tl_path_builder_get_path (builder), color);
}

static void
draw_slash (TlPainter *painter, TlPoint center, TlColor color)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();

  tl_path_builder_move_to (builder, center.x - 8, center.y + 8);
  tl_path_builder_line_to (builder, center.x + 8, center.y - 8);
  tl_painter_stroke_path (painter, tl_path_builder_get_path (builder), tl_stroke (LINE_WIDTH),
                          color);
}

static void
draw_strength (TlPainter *painter, int strength, TlPoint center, TlColor color)
{
  switch (strength)
    {
    case TL_STRENGTH_STRONG:
      tl_painter_fill_rect (painter, around (center, SQUARE_SIDE / 2), 3.5, color);
      break;
    case TL_STRENGTH_MEDIUM:
      tl_painter_fill_rect (painter, around (center, DISC_RADIUS), DISC_RADIUS, color);
      break;
    case TL_STRENGTH_WEAK:
      tl_painter_stroke_rect (painter, around (center, RING_RADIUS), RING_RADIUS,
                              tl_stroke (LINE_WIDTH), color);
      break;
    default:
      tl_painter_stroke_rect (painter, around (center, RING_RADIUS), RING_RADIUS,
                              tl_stroke_dashed (LINE_WIDTH, 2.5, 2.5), color);
      break;
    }
}

/**
 * tl_matrix_draw_mark:
 * @painter: where to draw
 * @strength: of the link, or %TL_CHOICE_NONE
 * @is_straight: whether it leads straight to a goal
 * @is_closed: whether it leads to what is no longer active
 * @center: of the mark
 * @color: of the goal
 *
 * Draws a square for strong, a disc for medium, a ring for weak and a broken ring where nobody has
 * said; diamonds for what leads straight to a goal; a ring that is struck out for what is closed.
 */
void
tl_matrix_draw_mark (TlPainter *painter,
                     int strength,
                     gboolean is_straight,
                     gboolean is_closed,
                     TlPoint center,
                     TlColor color)
{
  if (is_closed)
    {
      draw_strength (painter, TL_STRENGTH_WEAK, center, color);
      draw_slash (painter, center, color);
    }
  else if (is_straight)
    draw_diamond (painter, strength, center, color);
  else
    draw_strength (painter, strength, center, color);
}

/**
 * tl_matrix_draw_legend:
 * @pen: with what
 * @rect: where there is room for it
 *
 * Writes the meaning of the marks, one below the other, as many as there is room for.
 */
void
tl_matrix_draw_legend (const TlMatrixPen *pen, TlRect rect)
{
  int n = MIN ((int) G_N_ELEMENTS (keys), (int) ((rect.height - 8) / KEY_HEIGHT));
  double y = rect.y + rect.height - 8 - n * KEY_HEIGHT;

  for (int i = 0; i < n; i++)
    {
      const Key *key = &keys[i];
      TlRect line = tl_rect (rect.x + TL_MATRIX_INSET + KEY_SYMBOL + 6, y + i * KEY_HEIGHT,
                             rect.width - 2 * TL_MATRIX_INSET - KEY_SYMBOL, KEY_HEIGHT);
      TlPoint center
          = tl_point (rect.x + TL_MATRIX_INSET + KEY_SYMBOL / 2, line.y + KEY_HEIGHT / 2);

      tl_matrix_draw_mark (pen->painter, key->strength, key->is_straight, key->is_closed, center,
                           pen->theme->quiet);
      tl_matrix_pen_write (pen, g_dpgettext2 (GETTEXT_PACKAGE, "legend", key->label),
                           TL_TEXT_DETAIL, TL_ALIGN_START, line, pen->theme->quiet);
    }
}

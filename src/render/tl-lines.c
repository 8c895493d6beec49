/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-lines.h"

#include <math.h>

#include "tl-cairo-pen.h"

#define TOLERANCE 0.1     /* pixels between a curve and what is drawn for it */
#define MAX_PIECES 400    /* of a curve */
#define LEAST_PERIOD 1.75 /* pixels of a dash and a gap, which nobody can tell apart below it */

/* A point of a curve that has been divided, and how far it is along the line. */
typedef struct
{
  TlPoint point;
  double at;
  gboolean is_start;
} Station;

typedef struct
{
  guint first_segment;
  guint n_segments;
  TlStroke stroke;
  TlColor color;
  GArray *stations; /* (nullable): of Station, of a line with gaps, as soon as they are needed */
} Line;

struct _TlLines
{
  TlPainter parent_instance;

  /* Owned */
  GArray *segments; /* of TlPathSegment */
  GArray *lines;    /* of Line */

  double halo_width; /* above 0: every line is a halo */
  TlColor halo_color;
};

G_DEFINE_FINAL_TYPE (TlLines, tl_lines, TL_TYPE_PAINTER)

static void
clear_line (gpointer data)
{
  g_clear_pointer (&((Line *) data)->stations, g_array_unref);
}

static void
tl_lines_fill_rect (TlPainter *painter, TlRect rect, double radius, TlColor color)
{
}

static void
tl_lines_stroke_rect (TlPainter *painter,
                      TlRect rect,
                      double radius,
                      TlStroke stroke,
                      TlColor color)
{
}

static void
tl_lines_fill_path (TlPainter *painter, TlPath path, TlColor color)
{
}

static void
tl_lines_draw_text (TlPainter *painter, const TlText *text, TlPoint origin)
{
}

static void
tl_lines_stroke_path (TlPainter *painter, TlPath path, TlStroke stroke, TlColor color)
{
  TlLines *self = TL_LINES (painter);
  Line line = { self->segments->len, path.n_segments, stroke, color, NULL };

  if (self->halo_width > 0)
    {
      line.stroke = tl_stroke (stroke.width + 2 * self->halo_width);
      line.color = self->halo_color;
    }
  g_array_append_vals (self->segments, path.segments, path.n_segments);
  g_array_append_val (self->lines, line);
}

static void
tl_lines_finalize (GObject *object)
{
  TlLines *self = TL_LINES (object);

  g_clear_pointer (&self->segments, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);

  G_OBJECT_CLASS (tl_lines_parent_class)->finalize (object);
}

static void
tl_lines_class_init (TlLinesClass *klass)
{
  TlPainterClass *painter_class = TL_PAINTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_lines_finalize;
  painter_class->fill_rect = tl_lines_fill_rect;
  painter_class->stroke_rect = tl_lines_stroke_rect;
  painter_class->fill_path = tl_lines_fill_path;
  painter_class->stroke_path = tl_lines_stroke_path;
  painter_class->draw_text = tl_lines_draw_text;
}

static void
tl_lines_init (TlLines *self)
{
  self->segments = g_array_new (FALSE, FALSE, sizeof (TlPathSegment));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
}

/* Lines with gaps: cairo would follow them from end to end for every dash. */

static void
add_station (GArray *stations, TlPoint point, gboolean is_start)
{
  Station station = { point, 0, is_start };

  if (stations->len > 0)
    {
      const Station *last = &g_array_index (stations, Station, stations->len - 1);

      station.at
          = is_start ? 0 : last->at + hypot (point.x - last->point.x, point.y - last->point.y);
    }
  g_array_append_val (stations, station);
}

static TlPoint
get_curve_point (TlPoint from, const TlPoint *p, double t)
{
  double u = 1 - t;
  double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;

  return tl_point (a * from.x + b * p[0].x + c * p[1].x + d * p[2].x,
                   a * from.y + b * p[0].y + c * p[1].y + d * p[2].y);
}

/* As many pieces as keep the curve within the tolerance of them. */
static void
add_curve (GArray *stations, TlPoint from, const TlPoint *p, double scale)
{
  double bend = MAX (hypot (from.x - 2 * p[0].x + p[1].x, from.y - 2 * p[0].y + p[1].y),
                     hypot (p[0].x - 2 * p[1].x + p[2].x, p[0].y - 2 * p[1].y + p[2].y));
  int n = (int) CLAMP (ceil (sqrt (0.75 * bend * scale / TOLERANCE)), 1, MAX_PIECES);

  for (int i = 1; i <= n; i++)
    add_station (stations, get_curve_point (from, p, (double) i / n), FALSE);
}

static GArray *
create_stations (TlPath path, double scale)
{
  GArray *stations = g_array_new (FALSE, FALSE, sizeof (Station));
  TlPoint start = { 0 };
  TlPoint last = { 0 };

  for (guint i = 0; i < path.n_segments; i++)
    {
      const TlPathSegment *segment = &path.segments[i];

      if (segment->verb == TL_PATH_CUBIC)
        add_curve (stations, last, segment->p, scale);
      else
        add_station (stations, segment->verb == TL_PATH_CLOSE ? start : segment->p[0],
                     segment->verb == TL_PATH_MOVE);
      last = g_array_index (stations, Station, stations->len - 1).point;
      if (segment->verb == TL_PATH_MOVE)
        start = last;
    }
  return stations;
}

/* Where between two points, from 0 to 1, a step along one axis lies between two bounds. */
static void
narrow (double from, double step, double least, double most, double *first, double *last)
{
  if (step == 0)
    {
      if (from < least || from > most)
        *last = -1;
      return;
    }
  *first = MAX (*first, ((step > 0 ? least : most) - from) / step);
  *last = MIN (*last, ((step > 0 ? most : least) - from) / step);
}

static gboolean
clip_step (TlPoint from, TlPoint to, TlRect area, double *first, double *last)
{
  *first = 0;
  *last = 1;
  narrow (from.x, to.x - from.x, area.x, area.x + area.width, first, last);
  narrow (from.y, to.y - from.y, area.y, area.y + area.height, first, last);
  return *first < *last;
}

static TlPoint
get_between (TlPoint from, TlPoint to, double share)
{
  return tl_point (from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
}

/* The dashes go on as if those before it had been drawn, too. */
static void
stroke_run (cairo_t *cr, TlStroke stroke, double at)
{
  const double dashes[] = { stroke.dash, stroke.gap };

  cairo_set_dash (cr, dashes, 2, fmod (at, stroke.dash + stroke.gap));
  cairo_stroke (cr);
}

static void
stroke_runs (cairo_t *cr, const GArray *stations, TlStroke stroke, TlRect area)
{
  gboolean is_open = FALSE;
  double at = 0;

  for (guint i = 1; i < stations->len; i++)
    {
      const Station *from = &g_array_index (stations, Station, i - 1);
      const Station *to = &g_array_index (stations, Station, i);
      double first, last;

      if (to->is_start || !clip_step (from->point, to->point, area, &first, &last))
        {
          if (is_open)
            stroke_run (cr, stroke, at);
          is_open = FALSE;
          continue;
        }
      if (!is_open || first > 0)
        {
          TlPoint point = get_between (from->point, to->point, first);

          if (is_open)
            stroke_run (cr, stroke, at);
          at = from->at + first * (to->at - from->at);
          cairo_move_to (cr, point.x, point.y);
          is_open = TRUE;
        }
      cairo_line_to (cr, get_between (from->point, to->point, last).x,
                     get_between (from->point, to->point, last).y);
    }
  if (is_open)
    stroke_run (cr, stroke, at);
}

/* Dots: cairo would make a polygon of each. */

/* What a dot is drawn with: premultiplied, each part from 0 to 1. */
typedef struct
{
  cairo_surface_t *surface;
  double radius; /* pixels */
  double alpha;
  TlColor color;
} Brush;

/* The share of each pixel that a dot covers is taken from its distance; all of them together have
 * to be the area of the dot. */
static Brush
create_brush (cairo_surface_t *surface, TlStroke stroke, TlColor color, double scale)
{
  double r = stroke.width * scale / 2;
  double rim = r + 0.5;

  return (Brush) { surface, r, color.a * r * r / (r < 0.5 ? rim * rim * rim / 3 : r * r + 1.0 / 12),
                   color };
}

static guint32
blend (guint32 below, double cover, const TlColor *color)
{
  const double parts[] = { color->b, color->g, color->r, 1 };
  guint32 pixel = 0;

  for (int i = 0; i < 4; i++)
    {
      double part = ((below >> (8 * i)) & 0xff) * (1 - cover) + 255 * cover * parts[i];

      pixel |= (guint32) (part + 0.5) << (8 * i);
    }
  return pixel;
}

static void
put_dot (const Brush *brush, TlPoint at)
{
  int width = cairo_image_surface_get_width (brush->surface);
  int height = cairo_image_surface_get_height (brush->surface);
  int stride = cairo_image_surface_get_stride (brush->surface);
  guchar *data = cairo_image_surface_get_data (brush->surface);
  double reach = brush->radius + 0.5;
  int left = (int) MAX (floor (at.x - reach), 0);
  int right = (int) MIN (ceil (at.x + reach), width);
  int bottom = (int) MIN (ceil (at.y + reach), height);

  for (int y = (int) MAX (floor (at.y - reach), 0); y < bottom; y++)
    {
      guint32 *row = (guint32 *) (gpointer) (data + (gsize) y * (gsize) stride);

      for (int x = left; x < right; x++)
        {
          double dx = x + 0.5 - at.x;
          double dy = y + 0.5 - at.y;
          double cover = MIN (reach - sqrt (dx * dx + dy * dy), 1) * brush->alpha;

          if (cover > 0)
            row[x] = blend (row[x], MIN (cover, 1), &brush->color);
        }
    }
}

static void
put_dots (const Brush *brush, const GArray *stations, TlStroke stroke, TlRect area, double scale)
{
  TlRect reach = tl_rect_grow (area, stroke.width);

  cairo_surface_flush (brush->surface);
  for (guint i = 1; i < stations->len; i++)
    {
      const Station *from = &g_array_index (stations, Station, i - 1);
      const Station *to = &g_array_index (stations, Station, i);
      double length = to->at - from->at;
      double first, last;

      if (to->is_start || !clip_step (from->point, to->point, reach, &first, &last))
        continue;
      for (double at = ceil ((from->at + first * length) / stroke.gap) * stroke.gap;
           at < from->at + last * length; at += stroke.gap)
        {
          TlPoint point = get_between (from->point, to->point, (at - from->at) / length);

          put_dot (brush, tl_point ((point.x - area.x) * scale, (point.y - area.y) * scale));
        }
    }
  cairo_surface_mark_dirty (brush->surface);
}

static TlPath
get_path (TlLines *self, const Line *line)
{
  return (TlPath) { &g_array_index (self->segments, TlPathSegment, line->first_segment),
                    line->n_segments };
}

/* How much of a line is covered by its dashes, or by round dots. */
static double
get_cover (TlStroke stroke)
{
  double period = stroke.dash + stroke.gap;

  if (stroke.dash >= stroke.width)
    return stroke.dash / period;
  return MIN ((stroke.dash + stroke.width * G_PI_4) / period, 1);
}

static void
draw_line (TlLines *self, Line *line, TlRect area, double scale, cairo_t *cr)
{
  TlStroke stroke = line->stroke;
  TlColor color = line->color;

  if (stroke.gap > 0 && (stroke.dash + stroke.gap) * scale < LEAST_PERIOD)
    {
      color.a *= get_cover (stroke);
      stroke = tl_stroke (stroke.width);
    }
  tl_cairo_set_stroke (cr, stroke, color);
  if (stroke.gap <= 0)
    {
      tl_cairo_add_path (cr, get_path (self, line));
      cairo_stroke (cr);
      return;
    }
  if (line->stations == NULL)
    line->stations = create_stations (get_path (self, line), scale);
  if (stroke.dash > 0)
    stroke_runs (cr, line->stations, stroke, tl_rect_grow (area, stroke.width + stroke.dash));
  else
    {
      Brush brush = create_brush (cairo_get_target (cr), stroke, color, scale);

      put_dots (&brush, line->stations, stroke, area, scale);
    }
}

/**
 * tl_lines_new:
 *
 * Returns: (transfer full): no lines yet
 */
TlLines *
tl_lines_new (void)
{
  return g_object_new (TL_TYPE_LINES, NULL);
}

/**
 * tl_lines_set_halo:
 * @self: lines
 * @width: how far a halo reaches beyond a line, in units; above 0
 * @color: of the halo
 *
 * Of each line that is painted from now on, a glow is taken down instead.
 */
void
tl_lines_set_halo (TlLines *self, double width, TlColor color)
{
  g_return_if_fail (width > 0);

  self->halo_width = width;
  self->halo_color = color;
}

/**
 * tl_lines_get_n_lines:
 * @self: lines
 *
 * Returns: how many have been painted
 */
guint
tl_lines_get_n_lines (TlLines *self)
{
  return self->lines->len;
}

/**
 * tl_lines_draw:
 * @self: lines, of which one thread at a time draws
 * @which: those to draw, one above the other
 * @n: how many
 * @area: what to draw of them
 * @scale: pixels a unit; the same at each call
 * @surface: an image of colours with opacity, where to draw: @area begins in its corner
 *
 * Where dashes are too small to be told apart, a line is as much fainter as its gaps would make it.
 */
void
tl_lines_draw (TlLines *self,
               const guint *which,
               guint n,
               TlRect area,
               double scale,
               cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  for (guint i = 0; i < n; i++)
    draw_line (self, &g_array_index (self->lines, Line, which[i]), area, scale, cr);
  cairo_destroy (cr);
}

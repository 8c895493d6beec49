/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-snapshot-painter.h"

#include <math.h>

#include "tl-cairo-pen.h"

#define PIECE_SIZE 256.0 /* units: at most so much of a path is in one node */
#define PIECE_LAP 1.0    /* of one piece over the next, so that no seam is seen */

struct _TlSnapshotPainter
{
  TlPainter parent_instance;

  /* Owned */
  PangoContext *context;
  GHashTable *layouts;   /* LayoutKey → PangoLayout */
  GtkSnapshot *snapshot; /* between begin and end */
  GArray *clips;         /* of guint: how many clips each saved state has pushed */

  gboolean leaves_lines; /* paths that are stroked are left out */
};

/* The strings are those of a display list, and so the same string is the same pointer. */
typedef struct
{
  const char *string;
  const char *suffix;
  TlTextRole role;
  TlAlign align;
  int max_lines;
  double width;
  TlColor suffix_color; /* which is in the layout; the colour of the text is not */
} LayoutKey;

G_DEFINE_FINAL_TYPE (TlSnapshotPainter, tl_snapshot_painter, TL_TYPE_PAINTER)

static guint
hash_key (gconstpointer pointer)
{
  const LayoutKey *key = pointer;

  return g_direct_hash (key->string) ^ (guint) key->width ^ ((guint) key->role << 16);
}

static gboolean
equal_keys (gconstpointer pointer_a, gconstpointer pointer_b)
{
  const LayoutKey *a = pointer_a;
  const LayoutKey *b = pointer_b;

  return a->string == b->string && a->suffix == b->suffix && a->role == b->role
         && a->align == b->align && a->max_lines == b->max_lines && a->width == b->width
         && (a->suffix == NULL || tl_color_equal (a->suffix_color, b->suffix_color));
}

static PangoLayout *
get_layout (TlSnapshotPainter *self, const TlText *text)
{
  LayoutKey key = { text->string,    text->suffix, text->role,        text->align,
                    text->max_lines, text->width,  text->suffix_color };
  PangoLayout *layout = g_hash_table_lookup (self->layouts, &key);

  if (layout == NULL)
    {
      layout = tl_text_create_layout (self->context, text);
      g_hash_table_insert (self->layouts, g_memdup2 (&key, sizeof key), layout);
    }
  return layout;
}

/* Cairo is not exact far from the origin, so the node has one of its own. */
static cairo_t *
begin_cairo (TlSnapshotPainter *self, TlRect bounds)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (0, 0, (float) bounds.width, (float) bounds.height);
  g_autoptr (GskRenderNode) node = gsk_cairo_node_new (&rect);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_translate (cr, -bounds.x, -bounds.y);
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot,
                          &GRAPHENE_POINT_INIT ((float) bounds.x, (float) bounds.y));
  gtk_snapshot_append_node (self->snapshot, node);
  gtk_snapshot_restore (self->snapshot);
  return cr;
}

/* What is painted of a path. */
typedef struct
{
  const TlStroke *stroke; /* (nullable): it is filled */
  TlColor color;
} Ink;

static void
apply_ink (cairo_t *cr, const Ink *ink)
{
  if (ink->stroke != NULL)
    {
      tl_cairo_set_stroke (cr, *ink->stroke, ink->color);
      cairo_stroke (cr);
      return;
    }
  tl_cairo_set_color (cr, ink->color);
  cairo_fill (cr);
}

/* A part of a path that hangs together. */
typedef struct
{
  TlPath path;
  TlRect bounds;
} Part;

static GArray *
divide_path (TlPath path, double reach)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  guint start = 0;

  for (guint i = 1; i <= path.n_segments; i++)
    {
      Part part = { { path.segments + start, i - start }, { 0 } };

      if (i < path.n_segments && path.segments[i].verb != TL_PATH_MOVE)
        continue;
      part.bounds = tl_rect_grow (tl_path_get_bounds (part.path), reach);
      g_array_append_val (parts, part);
      start = i;
    }
  return parts;
}

static void
paint_piece (TlSnapshotPainter *self, const GArray *parts, TlRect piece, const Ink *ink)
{
  cairo_t *cr = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      if (!tl_rect_intersects (part->bounds, piece))
        continue;
      if (cr == NULL)
        cr = begin_cairo (self, piece);
      tl_cairo_add_path (cr, part->path);
    }
  if (cr == NULL)
    return;
  apply_ink (cr, ink);
  cairo_destroy (cr);
}

/* A renderer makes a bitmap of a cairo node, as large as its bounds: they must be tight, and begin
 * at whole numbers, where it puts the bitmap. What is large becomes several nodes, of which those
 * out of sight cost nothing. */
static void
paint_path (TlSnapshotPainter *self, TlPath path, double reach, const Ink *ink)
{
  g_autoptr (GArray) parts = divide_path (path, reach);
  TlRect whole = tl_rect_grow (tl_path_get_bounds (path), reach);
  double left = floor (whole.x);
  double top = floor (whole.y);
  double right = ceil (whole.x + whole.width);
  double bottom = ceil (whole.y + whole.height);

  for (double y = top; y < bottom; y += PIECE_SIZE)
    for (double x = left; x < right; x += PIECE_SIZE)
      paint_piece (self, parts,
                   tl_rect (x, y, MIN (PIECE_SIZE + PIECE_LAP, right - x),
                            MIN (PIECE_SIZE + PIECE_LAP, bottom - y)),
                   ink);
}

static GskRoundedRect
create_rounded (TlRect rect, double radius)
{
  GskRoundedRect rounded;
  graphene_rect_t bounds = tl_rect_to_graphene (rect);

  gsk_rounded_rect_init_from_rect (&rounded, &bounds, (float) radius);
  return rounded;
}

static void
tl_snapshot_painter_save (TlPainter *painter)
{
  TlSnapshotPainter *self = TL_SNAPSHOT_PAINTER (painter);
  guint none = 0;

  gtk_snapshot_save (self->snapshot);
  g_array_append_val (self->clips, none);
}

static void
tl_snapshot_painter_restore (TlPainter *painter)
{
  TlSnapshotPainter *self = TL_SNAPSHOT_PAINTER (painter);

  g_assert (self->clips->len > 1);
  for (guint i = g_array_index (self->clips, guint, self->clips->len - 1); i > 0; i--)
    gtk_snapshot_pop (self->snapshot);
  g_array_set_size (self->clips, self->clips->len - 1);
  gtk_snapshot_restore (self->snapshot);
}

static void
tl_snapshot_painter_translate (TlPainter *painter, double dx, double dy)
{
  graphene_point_t offset = GRAPHENE_POINT_INIT ((float) dx, (float) dy);

  gtk_snapshot_translate (TL_SNAPSHOT_PAINTER (painter)->snapshot, &offset);
}

static void
tl_snapshot_painter_scale (TlPainter *painter, double factor)
{
  gtk_snapshot_scale (TL_SNAPSHOT_PAINTER (painter)->snapshot, (float) factor, (float) factor);
}

static void
tl_snapshot_painter_turn (TlPainter *painter)
{
  gtk_snapshot_rotate (TL_SNAPSHOT_PAINTER (painter)->snapshot, -90);
}

static void
tl_snapshot_painter_clip_rect (TlPainter *painter, TlRect rect)
{
  TlSnapshotPainter *self = TL_SNAPSHOT_PAINTER (painter);
  graphene_rect_t bounds = tl_rect_to_graphene (rect);

  gtk_snapshot_push_clip (self->snapshot, &bounds);
  g_array_index (self->clips, guint, self->clips->len - 1)++;
}

static void
tl_snapshot_painter_fill_rect (TlPainter *painter, TlRect rect, double radius, TlColor color)
{
  GtkSnapshot *snapshot = TL_SNAPSHOT_PAINTER (painter)->snapshot;
  graphene_rect_t bounds = tl_rect_to_graphene (rect);
  GdkRGBA rgba = tl_color_to_rgba (color);
  GskRoundedRect rounded = create_rounded (rect, radius);

  if (radius > 0)
    gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  if (radius > 0)
    gtk_snapshot_pop (snapshot);
}

/* A side in parts that are no longer than a piece; the dashes go on from one to the next. */
static void
add_side (TlPathBuilder *builder, double x, double from, double to, TlStroke stroke)
{
  double period = stroke.dash + stroke.gap;
  double length = MAX (floor (PIECE_SIZE / period), 1) * period;

  for (double y = from; y < to; y += length)
    {
      tl_path_builder_move_to (builder, x, y);
      tl_path_builder_line_to (builder, x, MIN (y + length, to));
    }
}

static void
add_end (TlPathBuilder *builder, TlRect rect, double radius, gboolean is_top)
{
  double left = rect.x + radius;
  double right = rect.x + rect.width - radius;
  double y = is_top ? rect.y + radius : rect.y + rect.height - radius;
  double turn = is_top ? 0 : G_PI;
  TlPoint first = tl_point (is_top ? left : right, y);
  TlPoint second = tl_point (is_top ? right : left, y);

  tl_path_builder_move_to (builder, first.x + (is_top ? -radius : radius), y);
  tl_path_builder_arc_to (builder, first, radius, turn + G_PI, turn + G_PI + G_PI_2);
  tl_path_builder_line_to (builder, second.x, is_top ? rect.y : rect.y + rect.height);
  tl_path_builder_arc_to (builder, second, radius, turn + G_PI + G_PI_2, turn + 2 * G_PI);
}

static void
stroke_dashed_rect (TlSnapshotPainter *self,
                    TlRect rect,
                    double radius,
                    TlStroke stroke,
                    TlColor color)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  Ink ink = { &stroke, color };

  if (rect.height > PIECE_SIZE && radius > 0)
    {
      add_end (builder, rect, radius, TRUE);
      add_end (builder, rect, radius, FALSE);
      add_side (builder, rect.x, rect.y + radius, rect.y + rect.height - radius, stroke);
      add_side (builder, rect.x + rect.width, rect.y + radius, rect.y + rect.height - radius,
                stroke);
    }
  else
    tl_path_builder_add_rect (builder, rect, radius);
  paint_path (self, tl_path_builder_get_path (builder), stroke.width / 2, &ink);
}

static void
tl_snapshot_painter_stroke_rect (TlPainter *painter,
                                 TlRect rect,
                                 double radius,
                                 TlStroke stroke,
                                 TlColor color)
{
  TlSnapshotPainter *self = TL_SNAPSHOT_PAINTER (painter);
  float width = (float) stroke.width;
  GdkRGBA rgba = tl_color_to_rgba (color);
  GskRoundedRect outline;

  if (stroke.gap > 0)
    {
      stroke_dashed_rect (self, rect, radius, stroke, color);
      return;
    }
  /* A border lies inside its outline, a stroke on both sides of its line. */
  outline = create_rounded (tl_rect_grow (rect, stroke.width / 2),
                            radius > 0 ? radius + stroke.width / 2 : 0);
  gtk_snapshot_append_border (self->snapshot, &outline, (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { rgba, rgba, rgba, rgba });
}

static void
tl_snapshot_painter_fill_edge (TlPainter *painter,
                               TlRect rect,
                               double radius,
                               double width,
                               TlColor color)
{
  GtkSnapshot *snapshot = TL_SNAPSHOT_PAINTER (painter)->snapshot;
  graphene_rect_t strip = tl_rect_to_graphene (tl_rect (rect.x, rect.y, width, rect.height));
  GdkRGBA rgba = tl_color_to_rgba (color);
  GskRoundedRect rounded = create_rounded (rect, radius);

  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &rgba, &strip);
  gtk_snapshot_pop (snapshot);
}

static void
tl_snapshot_painter_fill_path (TlPainter *painter, TlPath path, TlColor color)
{
  paint_path (TL_SNAPSHOT_PAINTER (painter), path, 0, &(Ink) { NULL, color });
}

static void
tl_snapshot_painter_stroke_path (TlPainter *painter, TlPath path, TlStroke stroke, TlColor color)
{
  TlSnapshotPainter *self = TL_SNAPSHOT_PAINTER (painter);

  if (!self->leaves_lines)
    paint_path (self, path, stroke.width, &(Ink) { &stroke, color });
}

static void
tl_snapshot_painter_draw_text (TlPainter *painter, const TlText *text, TlPoint origin)
{
  TlSnapshotPainter *self = TL_SNAPSHOT_PAINTER (painter);
  graphene_point_t offset = GRAPHENE_POINT_INIT ((float) origin.x, (float) origin.y);
  GdkRGBA rgba = tl_color_to_rgba (text->color);

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &offset);
  gtk_snapshot_append_layout (self->snapshot, get_layout (self, text), &rgba);
  gtk_snapshot_restore (self->snapshot);
}

static void
tl_snapshot_painter_finalize (GObject *object)
{
  TlSnapshotPainter *self = TL_SNAPSHOT_PAINTER (object);

  g_clear_pointer (&self->layouts, g_hash_table_unref);
  g_clear_pointer (&self->clips, g_array_unref);
  g_clear_object (&self->snapshot);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (tl_snapshot_painter_parent_class)->finalize (object);
}

static void
tl_snapshot_painter_class_init (TlSnapshotPainterClass *klass)
{
  TlPainterClass *painter_class = TL_PAINTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_snapshot_painter_finalize;
  painter_class->save = tl_snapshot_painter_save;
  painter_class->restore = tl_snapshot_painter_restore;
  painter_class->translate = tl_snapshot_painter_translate;
  painter_class->scale = tl_snapshot_painter_scale;
  painter_class->turn = tl_snapshot_painter_turn;
  painter_class->clip_rect = tl_snapshot_painter_clip_rect;
  painter_class->fill_rect = tl_snapshot_painter_fill_rect;
  painter_class->stroke_rect = tl_snapshot_painter_stroke_rect;
  painter_class->fill_edge = tl_snapshot_painter_fill_edge;
  painter_class->fill_path = tl_snapshot_painter_fill_path;
  painter_class->stroke_path = tl_snapshot_painter_stroke_path;
  painter_class->draw_text = tl_snapshot_painter_draw_text;
}

static void
tl_snapshot_painter_init (TlSnapshotPainter *self)
{
  guint none = 0;

  self->layouts = g_hash_table_new_full (hash_key, equal_keys, g_free, g_object_unref);
  self->clips = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->clips, none);
}

/**
 * tl_snapshot_painter_new:
 * @context: the fonts; of this painter alone, for what is laid out here has no hints
 *
 * A painter that makes render nodes. Rectangles and texts become nodes of their kind, which every
 * renderer draws fast; paths become cairo nodes.
 *
 * Returns: (transfer full): the painter
 */
TlSnapshotPainter *
tl_snapshot_painter_new (PangoContext *context)
{
  TlSnapshotPainter *self = g_object_new (TL_TYPE_SNAPSHOT_PAINTER, NULL);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* A title breaks at the same word at every zoom and in every export. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  self->context = g_object_ref (context);
  return self;
}

/**
 * tl_snapshot_painter_forget:
 * @self: a painter
 *
 * Drops the layouts. To be called when the strings of the display list go, or the fonts change.
 */
void
tl_snapshot_painter_forget (TlSnapshotPainter *self)
{
  g_hash_table_remove_all (self->layouts);
}

/**
 * tl_snapshot_painter_begin:
 * @self: a painter that is not painting
 *
 * Starts a render node: all that is painted from now on is in it.
 */
void
tl_snapshot_painter_begin (TlSnapshotPainter *self)
{
  g_return_if_fail (self->snapshot == NULL);

  self->snapshot = gtk_snapshot_new ();
}

/**
 * tl_snapshot_painter_begin_without_lines:
 * @self: a painter that is not painting
 *
 * Starts a render node of all but the paths that are stroked; something else draws those.
 */
void
tl_snapshot_painter_begin_without_lines (TlSnapshotPainter *self)
{
  tl_snapshot_painter_begin (self);
  self->leaves_lines = TRUE;
}

/**
 * tl_snapshot_painter_end:
 * @self: a painter that is painting
 *
 * Returns: (transfer full) (nullable): the node, %NULL when nothing was painted
 */
GskRenderNode *
tl_snapshot_painter_end (TlSnapshotPainter *self)
{
  g_return_val_if_fail (self->snapshot != NULL, NULL);
  g_return_val_if_fail (self->clips->len == 1, NULL);

  for (guint i = g_array_index (self->clips, guint, 0); i > 0; i--)
    gtk_snapshot_pop (self->snapshot);
  g_array_index (self->clips, guint, 0) = 0;
  self->leaves_lines = FALSE;
  return gtk_snapshot_free_to_node (g_steal_pointer (&self->snapshot));
}

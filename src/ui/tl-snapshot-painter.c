/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-snapshot-painter.h"

#include "tl-cairo-pen.h"

struct _TlSnapshotPainter
{
  TlPainter parent_instance;

  /* Owned */
  PangoContext *context;
  GHashTable *layouts;   /* LayoutKey → PangoLayout */
  GtkSnapshot *snapshot; /* between begin and end */
  GArray *clips;         /* of guint: how many clips each saved state has pushed */

  double halo_width; /* above 0 while a halo is painted */
  TlColor halo_color;
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

static gboolean
is_halo (TlPainter *painter)
{
  return TL_SNAPSHOT_PAINTER (painter)->halo_width > 0;
}

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

/* A renderer makes a bitmap of a cairo node, as large as the node's bounds: they must be tight. */
static cairo_t *
begin_cairo (TlSnapshotPainter *self, TlRect bounds)
{
  graphene_rect_t rect = tl_rect_to_graphene (bounds);

  return gtk_snapshot_append_cairo (self->snapshot, &rect);
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

  if (is_halo (painter))
    return;
  if (radius > 0)
    gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  if (radius > 0)
    gtk_snapshot_pop (snapshot);
}

static void
stroke_dashed_rect (TlSnapshotPainter *self,
                    TlRect rect,
                    double radius,
                    TlStroke stroke,
                    TlColor color)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();
  cairo_t *cr = begin_cairo (self, tl_rect_grow (rect, stroke.width / 2));

  tl_path_builder_add_rect (builder, rect, radius);
  tl_cairo_add_path (cr, tl_path_builder_get_path (builder));
  tl_cairo_set_stroke (cr, stroke, color);
  cairo_stroke (cr);
  cairo_destroy (cr);
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

  if (is_halo (painter))
    return;
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
tl_snapshot_painter_fill_path (TlPainter *painter, TlPath path, TlColor color)
{
  cairo_t *cr;

  if (is_halo (painter))
    return;
  cr = begin_cairo (TL_SNAPSHOT_PAINTER (painter), tl_path_get_bounds (path));
  tl_cairo_add_path (cr, path);
  tl_cairo_set_color (cr, color);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
tl_snapshot_painter_stroke_path (TlPainter *painter, TlPath path, TlStroke stroke, TlColor color)
{
  TlSnapshotPainter *self = TL_SNAPSHOT_PAINTER (painter);
  TlStroke wide = tl_stroke (stroke.width + 2 * self->halo_width);
  TlRect bounds = tl_rect_grow (tl_path_get_bounds (path), wide.width);
  cairo_t *cr = begin_cairo (self, bounds);

  tl_cairo_add_path (cr, path);
  if (is_halo (painter))
    tl_cairo_set_stroke (cr, wide, self->halo_color);
  else
    tl_cairo_set_stroke (cr, stroke, color);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
tl_snapshot_painter_draw_text (TlPainter *painter, const TlText *text, TlPoint origin)
{
  TlSnapshotPainter *self = TL_SNAPSHOT_PAINTER (painter);
  graphene_point_t offset = GRAPHENE_POINT_INIT ((float) origin.x, (float) origin.y);
  GdkRGBA rgba = tl_color_to_rgba (text->color);

  if (is_halo (painter))
    return;
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
 * tl_snapshot_painter_begin_halo:
 * @self: a painter that is not painting
 * @width: how far the halo reaches beyond a line, in map units; above 0
 * @color: of the halo
 *
 * Starts a render node with nothing in it but a glow along the lines that are painted.
 */
void
tl_snapshot_painter_begin_halo (TlSnapshotPainter *self, double width, TlColor color)
{
  g_return_if_fail (width > 0);

  tl_snapshot_painter_begin (self);
  self->halo_width = width;
  self->halo_color = color;
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
  self->halo_width = 0;
  return gtk_snapshot_free_to_node (g_steal_pointer (&self->snapshot));
}

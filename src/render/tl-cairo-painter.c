/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-cairo-painter.h"

#include <pango/pangocairo.h>

#include "tl-cairo-pen.h"

struct _TlCairoPainter
{
  TlPainter parent_instance;

  /* Owned */
  cairo_t *cr;
  PangoContext *context;

  gboolean has_tags; /* the surface keeps structure and links */
  gboolean in_link;
};

G_DEFINE_FINAL_TYPE (TlCairoPainter, tl_cairo_painter, TL_TYPE_PAINTER)

static void
add_rounded_rect (cairo_t *cr, TlRect rect, double radius)
{
  if (radius <= 0)
    {
      cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, rect.x + rect.width - radius, rect.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, rect.x + rect.width - radius, rect.y + rect.height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, rect.x + radius, rect.y + rect.height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect.x + radius, rect.y + radius, radius, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}

static void
tl_cairo_painter_save (TlPainter *painter)
{
  cairo_save (TL_CAIRO_PAINTER (painter)->cr);
}

static void
tl_cairo_painter_restore (TlPainter *painter)
{
  cairo_restore (TL_CAIRO_PAINTER (painter)->cr);
}

static void
tl_cairo_painter_translate (TlPainter *painter, double dx, double dy)
{
  cairo_translate (TL_CAIRO_PAINTER (painter)->cr, dx, dy);
}

static void
tl_cairo_painter_scale (TlPainter *painter, double factor)
{
  cairo_scale (TL_CAIRO_PAINTER (painter)->cr, factor, factor);
}

static void
tl_cairo_painter_turn (TlPainter *painter)
{
  cairo_rotate (TL_CAIRO_PAINTER (painter)->cr, -G_PI_2);
}

static void
tl_cairo_painter_clip_rect (TlPainter *painter, TlRect rect)
{
  cairo_t *cr = TL_CAIRO_PAINTER (painter)->cr;

  cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
  cairo_clip (cr);
}

static void
tl_cairo_painter_fill_rect (TlPainter *painter, TlRect rect, double radius, TlColor color)
{
  cairo_t *cr = TL_CAIRO_PAINTER (painter)->cr;

  add_rounded_rect (cr, rect, radius);
  tl_cairo_set_color (cr, color);
  cairo_fill (cr);
}

static void
tl_cairo_painter_stroke_rect (TlPainter *painter,
                              TlRect rect,
                              double radius,
                              TlStroke s,
                              TlColor color)
{
  cairo_t *cr = TL_CAIRO_PAINTER (painter)->cr;

  add_rounded_rect (cr, rect, radius);
  tl_cairo_set_stroke (cr, s, color);
  cairo_stroke (cr);
}

static void
tl_cairo_painter_fill_path (TlPainter *painter, TlPath path, TlColor color)
{
  cairo_t *cr = TL_CAIRO_PAINTER (painter)->cr;

  tl_cairo_add_path (cr, path);
  tl_cairo_set_color (cr, color);
  cairo_fill (cr);
}

static void
tl_cairo_painter_stroke_path (TlPainter *painter, TlPath path, TlStroke s, TlColor color)
{
  cairo_t *cr = TL_CAIRO_PAINTER (painter)->cr;

  tl_cairo_add_path (cr, path);
  tl_cairo_set_stroke (cr, s, color);
  cairo_stroke (cr);
}

static void
tl_cairo_painter_draw_text (TlPainter *painter, const TlText *text, TlPoint origin)
{
  TlCairoPainter *self = TL_CAIRO_PAINTER (painter);
  g_autoptr (PangoLayout) layout = tl_text_create_layout (self->context, text);

  cairo_move_to (self->cr, origin.x, origin.y);
  tl_cairo_set_color (self->cr, text->color);
  pango_cairo_show_layout (self->cr, layout);
  cairo_new_path (self->cr);
}

static void
begin_link (TlCairoPainter *self, const char *uri)
{
  g_auto (GStrv) parts = g_strsplit (uri, "\\", -1);
  g_autofree char *doubled = g_strjoinv ("\\\\", parts);
  g_auto (GStrv) quotes = g_strsplit (doubled, "'", -1);
  g_autofree char *quoted = g_strjoinv ("\\'", quotes);
  g_autofree char *attributes = g_strdup_printf ("uri='%s'", quoted);

  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
}

static void
tl_cairo_painter_begin_item (TlPainter *painter, const TlPainterItem *item)
{
  TlCairoPainter *self = TL_CAIRO_PAINTER (painter);

  if (!self->has_tags)
    return;
  self->in_link = tl_painter_link_is_safe (item->link);
  if (self->in_link)
    begin_link (self, item->link);
}

static void
tl_cairo_painter_end_item (TlPainter *painter)
{
  TlCairoPainter *self = TL_CAIRO_PAINTER (painter);

  if (self->in_link)
    cairo_tag_end (self->cr, CAIRO_TAG_LINK);
  self->in_link = FALSE;
}

static void
tl_cairo_painter_finalize (GObject *object)
{
  TlCairoPainter *self = TL_CAIRO_PAINTER (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->cr, cairo_destroy);
  G_OBJECT_CLASS (tl_cairo_painter_parent_class)->finalize (object);
}

static void
tl_cairo_painter_class_init (TlCairoPainterClass *klass)
{
  TlPainterClass *painter_class = TL_PAINTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_cairo_painter_finalize;
  painter_class->save = tl_cairo_painter_save;
  painter_class->restore = tl_cairo_painter_restore;
  painter_class->translate = tl_cairo_painter_translate;
  painter_class->scale = tl_cairo_painter_scale;
  painter_class->turn = tl_cairo_painter_turn;
  painter_class->clip_rect = tl_cairo_painter_clip_rect;
  painter_class->fill_rect = tl_cairo_painter_fill_rect;
  painter_class->stroke_rect = tl_cairo_painter_stroke_rect;
  painter_class->fill_path = tl_cairo_painter_fill_path;
  painter_class->stroke_path = tl_cairo_painter_stroke_path;
  painter_class->draw_text = tl_cairo_painter_draw_text;
  painter_class->begin_item = tl_cairo_painter_begin_item;
  painter_class->end_item = tl_cairo_painter_end_item;
}

static void
tl_cairo_painter_init (TlCairoPainter *self)
{
}

/* Outlines without hints look the same at every size and in every file. */
static PangoContext *
create_context (cairo_t *cr)
{
  PangoContext *context = pango_cairo_create_context (cr);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96);
  cairo_font_options_destroy (options);
  tl_text_setup_context (context);
  return context;
}

/**
 * tl_cairo_painter_new:
 * @cr: a context on any surface; the painter holds a reference
 *
 * On a PDF surface the addresses of items become links.
 *
 * Returns: (transfer full): a painter that draws on @cr
 */
TlPainter *
tl_cairo_painter_new (cairo_t *cr)
{
  TlCairoPainter *self;

  g_return_val_if_fail (cr != NULL, NULL);

  self = g_object_new (TL_TYPE_CAIRO_PAINTER, NULL);
  self->cr = cairo_reference (cr);
  self->context = create_context (cr);
  self->has_tags = cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
  return TL_PAINTER (self);
}

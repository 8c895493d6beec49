/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-painter.h"

#include <string.h>

G_DEFINE_ABSTRACT_TYPE (TlPainter, tl_painter, G_TYPE_OBJECT)

static void
ignore_item (TlPainter *self, const TlPainterItem *item)
{
}

static void
ignore_group (TlPainter *self, const char *name)
{
}

static void
ignore_end (TlPainter *self)
{
}

static void
fill_edge_path (TlPainter *self, TlRect rect, double radius, double width, TlColor color)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();

  tl_path_builder_add_edge (builder, rect, radius, width);
  tl_painter_fill_path (self, tl_path_builder_get_path (builder), color);
}

static void
tl_painter_class_init (TlPainterClass *klass)
{
  klass->fill_edge = fill_edge_path;
  klass->begin_item = ignore_item;
  klass->end_item = ignore_end;
  klass->begin_group = ignore_group;
  klass->end_group = ignore_end;
}

static void
tl_painter_init (TlPainter *self)
{
}

/**
 * tl_painter_save:
 * @self: a painter
 *
 * Remembers transform and clip for tl_painter_restore().
 */
void
tl_painter_save (TlPainter *self)
{
  TL_PAINTER_GET_CLASS (self)->save (self);
}

/**
 * tl_painter_restore:
 * @self: a painter
 *
 * Goes back to transform and clip of the last tl_painter_save() that was not yet restored.
 */
void
tl_painter_restore (TlPainter *self)
{
  TL_PAINTER_GET_CLASS (self)->restore (self);
}

/**
 * tl_painter_translate:
 * @self: a painter
 * @dx: by how much what follows moves to the right, in units
 * @dy: by how much it moves down
 */
void
tl_painter_translate (TlPainter *self, double dx, double dy)
{
  TL_PAINTER_GET_CLASS (self)->translate (self, dx, dy);
}

/**
 * tl_painter_scale:
 * @self: a painter
 * @factor: how much larger what follows is drawn, above 0
 */
void
tl_painter_scale (TlPainter *self, double factor)
{
  g_return_if_fail (factor > 0);

  TL_PAINTER_GET_CLASS (self)->scale (self, factor);
}

/**
 * tl_painter_turn:
 * @self: a painter
 *
 * Turns what follows by a quarter round the origin, such that text runs upwards.
 */
void
tl_painter_turn (TlPainter *self)
{
  TL_PAINTER_GET_CLASS (self)->turn (self);
}

/**
 * tl_painter_clip_rect:
 * @self: a painter
 * @rect: what follows is drawn only in here, until the state is restored
 */
void
tl_painter_clip_rect (TlPainter *self, TlRect rect)
{
  TL_PAINTER_GET_CLASS (self)->clip_rect (self, rect);
}

/**
 * tl_painter_fill_rect:
 * @self: a painter
 * @rect: a rectangle
 * @radius: of its corners, in units; half the smaller side at most
 * @color: of its inside
 */
void
tl_painter_fill_rect (TlPainter *self, TlRect rect, double radius, TlColor color)
{
  TL_PAINTER_GET_CLASS (self)->fill_rect (self, rect,
                                          MIN (radius, MIN (rect.width, rect.height) / 2), color);
}

/**
 * tl_painter_stroke_rect:
 * @self: a painter
 * @rect: a rectangle; the stroke's middle runs along its border
 * @radius: of its corners, in units; half the smaller side at most
 * @stroke: width and dash
 * @color: of the stroke
 */
void
tl_painter_stroke_rect (TlPainter *self, TlRect rect, double radius, TlStroke stroke, TlColor color)
{
  TL_PAINTER_GET_CLASS (self)->stroke_rect (self, rect,
                                            MIN (radius, MIN (rect.width, rect.height) / 2), stroke,
                                            color);
}

/**
 * tl_painter_fill_edge:
 * @self: a painter
 * @rect: a rectangle
 * @radius: of its corners, in units
 * @width: of the edge, at most @radius
 * @color: of the edge
 *
 * Fills a strip along the left side of a rounded rectangle.
 */
void
tl_painter_fill_edge (TlPainter *self, TlRect rect, double radius, double width, TlColor color)
{
  TL_PAINTER_GET_CLASS (self)->fill_edge (self, rect,
                                          MIN (radius, MIN (rect.width, rect.height) / 2), width,
                                          color);
}

/**
 * tl_painter_hatch_rect:
 * @self: a painter
 * @rect: a rectangle
 * @radius: of its corners, in units
 * @spacing: from line to line along a side, in units
 * @stroke: of the lines
 * @color: of the lines
 *
 * Hatches an area with diagonals. They are plain strokes, for a back end that knows no patterns.
 */
void
tl_painter_hatch_rect (TlPainter *self,
                       TlRect rect,
                       double radius,
                       double spacing,
                       TlStroke stroke,
                       TlColor color)
{
  g_autoptr (TlPathBuilder) builder = tl_path_builder_new ();

  tl_path_builder_add_hatch (builder, rect, radius, spacing);
  tl_painter_stroke_path (self, tl_path_builder_get_path (builder), stroke, color);
}

/**
 * tl_painter_fill_path:
 * @self: a painter
 * @path: a path that starts with a move; open parts are closed
 * @color: of its inside
 */
void
tl_painter_fill_path (TlPainter *self, TlPath path, TlColor color)
{
  if (path.n_segments > 0)
    TL_PAINTER_GET_CLASS (self)->fill_path (self, path, color);
}

/**
 * tl_painter_stroke_path:
 * @self: a painter
 * @path: a path that starts with a move
 * @stroke: width and dash
 * @color: of the stroke
 */
void
tl_painter_stroke_path (TlPainter *self, TlPath path, TlStroke stroke, TlColor color)
{
  if (path.n_segments > 0)
    TL_PAINTER_GET_CLASS (self)->stroke_path (self, path, stroke, color);
}

/**
 * tl_painter_draw_text:
 * @self: a painter
 * @text: what to write
 * @origin: the top left corner of the text's box
 */
void
tl_painter_draw_text (TlPainter *self, const TlText *text, TlPoint origin)
{
  g_return_if_fail (text != NULL && text->string != NULL);

  TL_PAINTER_GET_CLASS (self)->draw_text (self, text, origin);
}

/**
 * tl_painter_begin_item:
 * @self: a painter
 * @item: what all that is drawn until tl_painter_end_item() belongs to; items do not nest
 */
void
tl_painter_begin_item (TlPainter *self, const TlPainterItem *item)
{
  g_return_if_fail (item != NULL && item->id != NULL && item->name != NULL);

  TL_PAINTER_GET_CLASS (self)->begin_item (self, item);
}

/**
 * tl_painter_end_item:
 * @self: a painter
 */
void
tl_painter_end_item (TlPainter *self)
{
  TL_PAINTER_GET_CLASS (self)->end_item (self);
}

/**
 * tl_painter_begin_group:
 * @self: a painter
 * @name: of the items until tl_painter_end_group(), as a reader would say it; groups do not nest
 */
void
tl_painter_begin_group (TlPainter *self, const char *name)
{
  g_return_if_fail (name != NULL);

  TL_PAINTER_GET_CLASS (self)->begin_group (self, name);
}

/**
 * tl_painter_end_group:
 * @self: a painter
 */
void
tl_painter_end_group (TlPainter *self)
{
  TL_PAINTER_GET_CLASS (self)->end_group (self);
}

/**
 * tl_painter_link_is_safe:
 * @uri: (nullable): the address in an item
 *
 * Returns: whether a back end may write it into a file: only the schemes http, https and mailto
 */
gboolean
tl_painter_link_is_safe (const char *uri)
{
  static const char *const schemes[] = { "http://", "https://", "mailto:" };

  if (uri == NULL || !g_utf8_validate (uri, -1, NULL))
    return FALSE;
  for (const char *c = uri; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c) || *c == ' ')
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (uri, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-color.h"
#include "tl-geometry.h"
#include "tl-path.h"
#include "tl-text.h"

G_BEGIN_DECLS

typedef struct
{
  double width;
  double dash; /* length of a dash; 0 for a solid line, and below the width for round dots */
  double gap;
} TlStroke;

typedef enum
{
  TL_ENTRY_DECORATION,
  TL_ENTRY_HEADER,
  TL_ENTRY_LANE, /* of a column: some cards that belong together, under a head */
  TL_ENTRY_TRAY,
  TL_ENTRY_BRANCH, /* from a goal to one of its objectives */
  TL_ENTRY_LINK,   /* from an objective or a goal to a project */
  TL_ENTRY_CARD,
  TL_ENTRY_LEGEND,
} TlEntryRole;

/* Something that can be named, pointed at and looked up. Strings are borrowed for the call. */
typedef struct
{
  const char *id;   /* unique in the picture; the item's id where an item is shown */
  const char *name; /* what a screen reader says */
  const char *hint; /* (nullable): the whole text of what may be cut short; a tooltip */
  const char *link; /* (nullable): a URI; only http, https and mailto are ever written */
  TlEntryRole role;
  TlRect bounds;
} TlPainterItem;

#define TL_TYPE_PAINTER (tl_painter_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlPainter, tl_painter, TL, PAINTER, GObject)

/* A back end implements the drawing operations; those of items and groups may stay unset, and an
 * edge is a path unless it knows better. */
struct _TlPainterClass
{
  GObjectClass parent_class;

  void (*save) (TlPainter *self);
  void (*restore) (TlPainter *self);
  void (*translate) (TlPainter *self, double dx, double dy);
  void (*scale) (TlPainter *self, double factor);
  void (*turn) (TlPainter *self);
  void (*clip_rect) (TlPainter *self, TlRect rect);
  void (*fill_rect) (TlPainter *self, TlRect rect, double radius, TlColor color);
  void (*stroke_rect) (TlPainter *self, TlRect rect, double radius, TlStroke stroke, TlColor color);
  void (*fill_edge) (TlPainter *self, TlRect rect, double radius, double width, TlColor color);
  void (*fill_path) (TlPainter *self, TlPath path, TlColor color);
  void (*stroke_path) (TlPainter *self, TlPath path, TlStroke stroke, TlColor color);
  void (*draw_text) (TlPainter *self, const TlText *text, TlPoint origin);
  void (*begin_item) (TlPainter *self, const TlPainterItem *item);
  void (*end_item) (TlPainter *self);
  void (*begin_group) (TlPainter *self, const char *name);
  void (*end_group) (TlPainter *self);
};

void tl_painter_save (TlPainter *self);
void tl_painter_restore (TlPainter *self);
void tl_painter_translate (TlPainter *self, double dx, double dy);
void tl_painter_scale (TlPainter *self, double factor);
void tl_painter_turn (TlPainter *self);
void tl_painter_clip_rect (TlPainter *self, TlRect rect);
void tl_painter_fill_rect (TlPainter *self, TlRect rect, double radius, TlColor color);
void tl_painter_stroke_rect (TlPainter *self,
                             TlRect rect,
                             double radius,
                             TlStroke stroke,
                             TlColor color);
void
tl_painter_fill_edge (TlPainter *self, TlRect rect, double radius, double width, TlColor color);
void tl_painter_hatch_rect (TlPainter *self,
                            TlRect rect,
                            double radius,
                            double spacing,
                            TlStroke stroke,
                            TlColor color);
void tl_painter_fill_path (TlPainter *self, TlPath path, TlColor color);
void tl_painter_stroke_path (TlPainter *self, TlPath path, TlStroke stroke, TlColor color);
void tl_painter_draw_text (TlPainter *self, const TlText *text, TlPoint origin);
void tl_painter_begin_item (TlPainter *self, const TlPainterItem *item);
void tl_painter_end_item (TlPainter *self);
void tl_painter_begin_group (TlPainter *self, const char *name);
void tl_painter_end_group (TlPainter *self);

gboolean tl_painter_link_is_safe (const char *uri);

static inline TlStroke
tl_stroke (double width)
{
  return (TlStroke) { width, 0, 0 };
}

static inline TlStroke
tl_stroke_dashed (double width, double dash, double gap)
{
  return (TlStroke) { width, dash, gap };
}

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-painter.h"

G_BEGIN_DECLS

#define TL_TYPE_SNAPSHOT_PAINTER (tl_snapshot_painter_get_type ())
G_DECLARE_FINAL_TYPE (TlSnapshotPainter, tl_snapshot_painter, TL, SNAPSHOT_PAINTER, TlPainter)

TlSnapshotPainter *tl_snapshot_painter_new (PangoContext *context);
void tl_snapshot_painter_forget (TlSnapshotPainter *self);

void tl_snapshot_painter_begin (TlSnapshotPainter *self);
void tl_snapshot_painter_begin_without_lines (TlSnapshotPainter *self);
GskRenderNode *tl_snapshot_painter_end (TlSnapshotPainter *self);

static inline graphene_rect_t
tl_rect_to_graphene (TlRect rect)
{
  return GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width,
                             (float) rect.height);
}

static inline GdkRGBA
tl_color_to_rgba (TlColor color)
{
  return (GdkRGBA) { (float) color.r, (float) color.g, (float) color.b, (float) color.a };
}

G_END_DECLS

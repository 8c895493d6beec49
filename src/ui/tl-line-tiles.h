/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-display-list.h"
#include "tl-viewport.h"

G_BEGIN_DECLS

/* The lines of a map as a few textures of a fixed size, however long the lines are and however near
 * they are seen from. Tiles are drawn in a thread; those of before are shown, stretched if need be,
 * until they are ready. */
typedef struct _TlLineTiles TlLineTiles;

/* How far beyond the frame, in pixels, the lines must be known for tl_line_tiles_prepare(). */
#define TL_LINE_TILES_REACH 640.0

TlLineTiles *tl_line_tiles_new (void);
void tl_line_tiles_free (TlLineTiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLineTiles, tl_line_tiles_free)

void tl_line_tiles_set_ready_func (TlLineTiles *self, GFunc ready, gpointer user_data);
void tl_line_tiles_set_halo (TlLineTiles *self, double width, TlColor color);
void tl_line_tiles_forget (TlLineTiles *self);
void tl_line_tiles_touch (TlLineTiles *self);
gboolean tl_line_tiles_is_busy (TlLineTiles *self);
void tl_line_tiles_prepare (TlLineTiles *self,
                            const TlDisplayList *list,
                            const GArray *entries,
                            TlViewport viewport,
                            TlRect frame,
                            int factor);
void
tl_line_tiles_append (TlLineTiles *self, TlViewport viewport, TlRect frame, GtkSnapshot *snapshot);

G_END_DECLS

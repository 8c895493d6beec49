/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-geometry.h"

G_BEGIN_DECLS

/* Rectangles by number, found by where they are. */
typedef struct _TlSpatialIndex TlSpatialIndex;

TlSpatialIndex *tl_spatial_index_new (void);
void tl_spatial_index_free (TlSpatialIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSpatialIndex, tl_spatial_index_free)

void tl_spatial_index_set (TlSpatialIndex *self, guint id, TlRect rect);
void tl_spatial_index_remove (TlSpatialIndex *self, guint id);
gboolean tl_spatial_index_get (const TlSpatialIndex *self, guint id, TlRect *rect);
GArray *tl_spatial_index_query (const TlSpatialIndex *self, TlRect rect);

G_END_DECLS

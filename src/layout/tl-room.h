/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-geometry.h"

G_BEGIN_DECLS

/* What is taken of a column, and so where there is room in it. */
typedef struct _TlRoom TlRoom;

TlRoom *tl_room_new (TlRect column, const GArray *obstacles, double gap, double grid);
void tl_room_free (TlRoom *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRoom, tl_room_free)

void tl_room_take (TlRoom *self, double top, double height);
double tl_room_get_bottom (const TlRoom *self);
double tl_room_find_below (const TlRoom *self, double top, double height);
double tl_room_find_nearest (const TlRoom *self, double top, double height);
void tl_room_find_largest (const TlRoom *self, double *top, double *height);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  TL_PATH_MOVE,  /* p[0] */
  TL_PATH_LINE,  /* p[0] */
  TL_PATH_CUBIC, /* p[0], p[1] control it, p[2] ends it */
  TL_PATH_CLOSE,
} TlPathVerb;

typedef struct
{
  TlPathVerb verb;
  TlPoint p[3];
} TlPathSegment;

/* A borrowed view of segments; whoever keeps a path copies them. */
typedef struct
{
  const TlPathSegment *segments;
  guint n_segments;
} TlPath;

TlRect tl_path_get_bounds (TlPath path);
TlRect tl_path_get_reach (TlPath path, double width);
double tl_path_get_distance (TlPath path, TlPoint point);

typedef struct _TlPathBuilder TlPathBuilder;

TlPathBuilder *tl_path_builder_new (void);
void tl_path_builder_free (TlPathBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPathBuilder, tl_path_builder_free)

void tl_path_builder_reset (TlPathBuilder *self);
void tl_path_builder_move_to (TlPathBuilder *self, double x, double y);
void tl_path_builder_line_to (TlPathBuilder *self, double x, double y);
void tl_path_builder_cubic_to (TlPathBuilder *self, TlPoint c1, TlPoint c2, TlPoint end);
void
tl_path_builder_arc_to (TlPathBuilder *self, TlPoint center, double radius, double from, double to);
void tl_path_builder_close (TlPathBuilder *self);
void tl_path_builder_add_link (TlPathBuilder *self, TlPoint from, TlPoint to, gboolean is_upright);
void tl_path_builder_add_bundled (TlPathBuilder *self,
                                  TlPoint from,
                                  TlPoint to,
                                  double rail,
                                  gboolean is_upright);
void tl_path_builder_add_rect (TlPathBuilder *self, TlRect rect, double radius);
void tl_path_builder_add_edge (TlPathBuilder *self, TlRect rect, double radius, double width);
void tl_path_builder_add_hatch (TlPathBuilder *self, TlRect rect, double radius, double spacing);
TlPath tl_path_builder_get_path (const TlPathBuilder *self);

G_END_DECLS

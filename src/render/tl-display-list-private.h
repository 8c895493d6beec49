/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-display-list.h"
#include "tl-spatial-index.h"

G_BEGIN_DECLS

typedef enum
{
  TL_OP_SAVE,
  TL_OP_RESTORE,
  TL_OP_TRANSLATE,
  TL_OP_SCALE,
  TL_OP_TURN,
  TL_OP_CLIP_RECT,
  TL_OP_FILL_RECT,
  TL_OP_STROKE_RECT,
  TL_OP_FILL_EDGE, /* as wide as its stroke */
  TL_OP_FILL_PATH,
  TL_OP_STROKE_PATH,
  TL_OP_DRAW_TEXT,
} TlOpKind;

typedef struct
{
  TlRect rect;
  double radius;
  TlStroke stroke;
  TlColor color;
} TlRectOp;

typedef struct
{
  guint first_segment;
  guint n_segments;
  TlStroke stroke;
  TlColor color;
} TlPathOp;

typedef struct
{
  TlText text; /* strings in the list's chunk */
  TlPoint origin;
} TlTextOp;

/* What a painter was told. */
typedef struct
{
  TlOpKind kind;
  TlDetail detail;
  TlLook look;
  TlInk ink;
  double note_room;  /* of a text in a line with the note: the most that it gives away or takes */
  gboolean is_noted; /* of a text: the entry's note comes before its suffix, or is all of it */
  union
  {
    TlPoint offset;
    double factor;
    TlRectOp rect;
    TlPathOp path;
    TlTextOp text;
  };
} TlOp;

struct _TlDisplayList
{
  /* Owned */
  GArray *entries;     /* of TlEntry */
  GArray *ops;         /* of TlOp */
  GArray *segments;    /* of TlPathSegment */
  GStringChunk *chunk; /* every string */
  GHashTable *by_id;   /* id in the chunk → index + 1 */
  TlSpatialIndex *index;

  /* Borrowed: draws the entries that are due */
  TlDrawFunc draw;
  gpointer draw_data;

  TlColor background;
  TlRect bounds;
};

static inline const TlOp *
tl_display_list_get_op (const TlDisplayList *self, guint index)
{
  return &g_array_index (self->ops, TlOp, index);
}

static inline TlPath
tl_display_list_get_path (const TlDisplayList *self, const TlPathOp *op)
{
  return (TlPath) { &g_array_index (self->segments, TlPathSegment, op->first_segment),
                    op->n_segments };
}

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

typedef enum
{
  TL_OUTLINE_ROOT,      /* not shown: what is under it is the top of the outline */
  TL_OUTLINE_PLAN,      /* the workspace, with its themes and goals */
  TL_OUTLINE_ITEM,      /* an item in its place */
  TL_OUTLINE_LINKED,    /* a project under what it is linked to */
  TL_OUTLINE_NO_THEME,  /* the heading of goals without a theme, where others have one */
  TL_OUTLINE_GAP,       /* what should be and what is, with the causes under it */
  TL_OUTLINE_LOOSE,     /* the heading of items of a kind that hang on nothing and should */
  TL_OUTLINE_UNALIGNED, /* the heading of projects that serve nothing */
  TL_OUTLINE_MANDATED,  /* the heading of projects that a rule demands, and that are not linked */
  TL_OUTLINE_IDEAS,     /* the heading of projects that are not decided on */
  TL_OUTLINE_ENDED,     /* the heading of projects that are over */
  TL_OUTLINE_KIND,      /* the heading of all items of a kind */
} TlOutlineType;

/* A place in the outline, as a value: what stands there, and by what it is there. */
typedef struct
{
  TlOutlineType type;
  TlKind kind;  /* of what stands under a heading, or of the item */
  TlItem *item; /* what stands there; of a gap, the objective; NULL for other headings */
  TlItem *link; /* by which the project is where it is */
} TlOutlinePlace;

#define TL_OUTLINE_PLACE_ROOT ((TlOutlinePlace) { .type = TL_OUTLINE_ROOT })

gboolean tl_outline_place_equal (gconstpointer a, gconstpointer b);
guint tl_outline_place_hash (gconstpointer place);
TlItem *tl_outline_place_get_item (const TlOutlinePlace *place);
gboolean tl_outline_place_is_alive (const TlOutlinePlace *place);

gboolean tl_outline_place_can_hold (const TlOutlinePlace *place);
GArray *tl_outline_place_list (const TlOutlinePlace *place, TlSession *session);
GArray *tl_outline_dup_path (TlSession *session, TlItem *item);

gboolean tl_outline_is_moved_by (TlTransaction *transaction);

G_END_DECLS

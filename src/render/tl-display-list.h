/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-painter.h"

G_BEGIN_DECLS

/* How much of a picture is worth drawing at a scale; an operation may belong to several. */
typedef enum
{
  TL_DETAIL_FULL = 1 << 0,
  TL_DETAIL_TITLES = 1 << 1, /* no quiet lines */
  TL_DETAIL_BARS = 1 << 2,   /* bars for text */
  TL_DETAIL_BLOCKS = 1 << 3, /* plain coloured blocks */
  TL_DETAIL_ALL = 0xf,
} TlDetail;

TlDetail tl_detail_for_scale (double scale);

/* A state at the time of painting; the list is not rebuilt for it. */
typedef enum
{
  TL_EMPHASIS_NONE,
  TL_EMPHASIS_LIT,
  TL_EMPHASIS_DIMMED,
} TlEmphasis;

/* How an entry is coloured now; what is drawn for it may be for some of these looks only. */
typedef enum
{
  TL_LOOK_PLAIN = 1 << 0,
  TL_LOOK_SOLID = 1 << 1,   /* in the colour of a category */
  TL_LOOK_DOTTED = 1 << 2,  /* of nobody knows which */
  TL_LOOK_HATCHED = 1 << 3, /* not aligned */
  TL_LOOK_COLOURED = 0xe,
  TL_LOOK_ALL = 0xf,
} TlLook;

/* Where an operation takes its colour from. */
typedef enum
{
  TL_INK_OWN,
  TL_INK_TINT,    /* that of the entry; the opacity is the operation's */
  TL_INK_ON_TINT, /* black or white, whichever is read on it */
} TlInk;

/* The colour of an entry, which can change without anything being drawn anew. */
typedef struct
{
  TlColor color;
  TlLook look;      /* one */
  const char *note; /* (nullable): what the colour says, in words; outlives the list */
} TlTint;

typedef TlEmphasis (*TlEmphasisFunc) (guint entry, gpointer user_data);

/* An entry, and the state in which it is to be painted. */
typedef struct
{
  guint index;
  TlEmphasis emphasis;
} TlPaintedEntry;

/* One thing in the picture. The strings belong to the list. Later entries lie above earlier ones.
 */
typedef struct
{
  TlPainterItem item; /* its bounds are where it can be pointed at; named once it is drawn */
  const char *group;  /* (nullable) */
  TlRect extent;      /* all that is drawn for it */
  TlTint tint;
  guint first_op;
  guint n_ops;
  gboolean is_due; /* drawn when it is first painted */
} TlEntry;

/* Links, and the branches from goals to objectives. */
static inline gboolean
tl_entry_is_line (const TlEntry *entry)
{
  return entry->item.role == TL_ENTRY_LINK || entry->item.role == TL_ENTRY_BRANCH;
}

typedef struct _TlDisplayList TlDisplayList;

TlDisplayList *tl_display_list_new (TlColor background);
void tl_display_list_free (TlDisplayList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDisplayList, tl_display_list_free)

guint tl_display_list_get_n_entries (const TlDisplayList *self);
const TlEntry *tl_display_list_get_entry (const TlDisplayList *self, guint index);
const TlEntry *tl_display_list_draw_entry (const TlDisplayList *self, guint index);
void tl_display_list_reserve (TlDisplayList *self, guint n_entries);
gboolean tl_display_list_find (const TlDisplayList *self, const char *id, guint *index);
void tl_display_list_add_id (TlDisplayList *self, const char *id, guint index);
gboolean tl_display_list_forget (TlDisplayList *self, guint index);
gboolean tl_display_list_set_tint (TlDisplayList *self, guint index, const TlTint *tint);
TlRect tl_display_list_get_bounds (const TlDisplayList *self);
TlColor tl_display_list_get_background (const TlDisplayList *self);

GArray *tl_display_list_query (const TlDisplayList *self, TlRect rect);
GArray *tl_display_list_query_painted (const TlDisplayList *self,
                                       TlRect rect,
                                       TlEmphasisFunc emphasis,
                                       gpointer user_data);
gboolean
tl_display_list_get_line (const TlDisplayList *self, guint index, TlPoint *from, TlPoint *to);
double tl_display_list_get_distance (const TlDisplayList *self, guint index, TlPoint point);
gboolean
tl_display_list_hit (const TlDisplayList *self, TlPoint point, double tolerance, guint *index);

void tl_display_list_paint (const TlDisplayList *self,
                            TlPainter *painter,
                            const TlRect *clip,
                            TlDetail detail,
                            TlEmphasisFunc emphasis,
                            gpointer user_data);
void tl_display_list_paint_entry (const TlDisplayList *self,
                                  guint index,
                                  TlPainter *painter,
                                  TlDetail detail,
                                  TlEmphasis emphasis);
char *tl_display_list_dump (const TlDisplayList *self);

/* The painter that fills a list: begin_item starts an entry, end_item ends it. */
#define TL_TYPE_RECORDER (tl_recorder_get_type ())
G_DECLARE_FINAL_TYPE (TlRecorder, tl_recorder, TL, RECORDER, TlPainter)

typedef void (*TlDrawFunc) (guint entry, TlRecorder *recorder, gpointer user_data);

void tl_display_list_set_draw_func (TlDisplayList *self, TlDrawFunc draw, gpointer user_data);

TlRecorder *tl_recorder_new (TlDisplayList *list);
const char *tl_recorder_keep (TlRecorder *self, const char *string);
void tl_recorder_add_due (TlRecorder *self, const TlPainterItem *item, TlRect extent);
void tl_recorder_draw_due (TlRecorder *self, guint entry);
void tl_recorder_name_item (TlRecorder *self, const char *name, const char *hint);
void tl_recorder_set_detail (TlRecorder *self, TlDetail detail);
void tl_recorder_set_look (TlRecorder *self, TlLook look);
void tl_recorder_set_ink (TlRecorder *self, TlInk ink);
void tl_recorder_set_noted (TlRecorder *self, gboolean is_noted, double room);

G_END_DECLS

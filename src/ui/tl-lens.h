/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-filter.h"
#include "tl-folds.h"

G_BEGIN_DECLS

/* How much of an item there is to be seen. What painters make of it is TlEmphasis. */
typedef enum
{
  TL_LENS_NORMAL, /* nothing is asked for: no query, no focus */
  TL_LENS_LIT,    /* it matches, and is in focus */
  TL_LENS_DIM,    /* it is of the rest */
  TL_LENS_HIDDEN, /* it is of the rest, and the rest is not shown */
} TlLensEmphasis;

/* Where the map is looked at. */
typedef struct
{
  double x; /* what is in the middle, in map units */
  double y;
  double zoom; /* 0: nowhere yet */
} TlLensCamera;

#define TL_TYPE_LENS (tl_lens_get_type ())
G_DECLARE_FINAL_TYPE (TlLens, tl_lens, TL, LENS, GObject)

/* How a document is looked at: what is searched for, what is in focus, what colours mean, how
 * the map is laid out. The session owns it, and all views of the document look through it. What it
 * answers about an item is worked out once for each change and costs a look-up.
 *
 * Signal "changed": what the lens answers is another than before, be it that something was set
 * or that the document has changed; emitted once for each. */
TlLens *tl_lens_new (TlAnalysis *analysis);

/* The query, in the language of tl-filter.h. One that cannot be understood asks for nothing. */
void tl_lens_set_query (TlLens *self, const char *text);
const char *tl_lens_get_query (TlLens *self);
const GError *tl_lens_get_error (TlLens *self);
TlFilterSpan tl_lens_get_error_span (TlLens *self);
gboolean tl_lens_has_query (TlLens *self);
gboolean tl_lens_matches (TlLens *self, TlItem *item);
guint tl_lens_get_n_matches (TlLens *self);
TlItem *tl_lens_get_match (TlLens *self, guint index);
gboolean tl_lens_find_match (TlLens *self, TlItem *item, guint *index);

/* Whether what is not asked for is hidden, not dimmed. */
void tl_lens_set_hides (TlLens *self, gboolean hides);
gboolean tl_lens_get_hides (TlLens *self);

/* The focus: some items and what is a few steps around them. */
void tl_lens_set_focus (TlLens *self, GPtrArray *items, guint steps);
GPtrArray *tl_lens_get_focus (TlLens *self);
guint tl_lens_get_focus_steps (TlLens *self);
gboolean tl_lens_is_in_focus (TlLens *self, TlItem *item);

/* What hides that which is under it: goals their objectives. */
void tl_lens_set_folded (TlLens *self, const char *id, gboolean is_folded);
void tl_lens_set_all_folded (TlLens *self, GPtrArray *ids);
gboolean tl_lens_is_folded (TlLens *self, const char *id);
const TlFolds *tl_lens_get_folds (TlLens *self);
TlLensCamera tl_lens_get_camera (TlLens *self);
void tl_lens_note_camera (TlLens *self, TlLensCamera camera);
void tl_lens_lead_camera (TlLens *self, TlLensCamera camera);

/* One of TlChoiceOfCOLOUR_BY, or TL_CHOICE_NONE. */
void tl_lens_set_colour_by (TlLens *self, int colour_by);
int tl_lens_get_colour_by (TlLens *self);

/* One of TlChoiceOfARRANGE_BY and one of TlChoiceOfMAP_DIRECTION, or TL_CHOICE_NONE. */
void tl_lens_set_arrange_by (TlLens *self, int arrange_by);
int tl_lens_get_arrange_by (TlLens *self);
void tl_lens_set_direction (TlLens *self, int direction);
int tl_lens_get_direction (TlLens *self);

TlLensEmphasis tl_lens_get_emphasis (TlLens *self, TlItem *item);

/* Several changes that are told as one. */
void tl_lens_begin (TlLens *self);
void tl_lens_end (TlLens *self);

/* For the session: after an edit the lens answers by the new analysis at once, and tells of it when
 * those who listen know the new state themselves. */
void tl_lens_set_analysis (TlLens *self, TlAnalysis *analysis);

G_END_DECLS
